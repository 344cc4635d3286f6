"""Counterparts: where the other language says what some words of a passage say."""

import re
from collections.abc import Iterable, Sequence

from editor.model.language import Bilingual, Language
from editor.text.alignment.lexicon import Lexicon, Side, fold, lexicon
from editor.text.figures import figures
from editor.text.letters import folded
from editor.text.sentences import sentences
from editor.values import frozen

Stretch = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]+(?:['’\-\u2010\u2011][^\W\d_]+)*|\d+")
_PREFIX = 5
"""Letters that two words of one origin share: organisation, organisational."""
_ENOUGH = 0.5
"""Of the words that mean something, how many must be met."""
_SLACK = 4
"""Words that may stand between those that are met."""


def counterpart(
    text: str, stretch: Stretch, language: Language, other: str, pairs: Iterable[Bilingual[str]] = ()
) -> Stretch | None:
    """Return the stretch of `other` (the same passage in the other language) that says what `stretch` of `text` says.

    Tried in turn: a pair the office knows (an acronym, a name, a term), a figure of the same value, the same words,
    words that translate each other. Failing all, the sentence at the same place; None where `other` is empty.
    Offsets are code points.
    """
    if not other.strip():
        return None
    words = text[stretch[0] : stretch[1]]
    return (
        _known(words, language, other, pairs)
        or _same_value(text, stretch, language, other)
        or _found(words, other)
        or _translated(words, language, other)
        or _sentence(text, stretch, other)
    )


def _known(words: str, language: Language, other: str, pairs: Iterable[Bilingual[str]]) -> Stretch | None:
    sought = folded(words.strip())
    for pair in pairs:
        if pair[language] and folded(pair[language]) == sought and pair[language.other]:
            return _found(pair[language.other], other)
    return None


def _found(words: str, other: str) -> Stretch | None:
    """Return the first place where these words stand whole, case and accents aside."""
    sought = folded(words.strip())
    if not sought:
        return None
    found = re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", folded(other))
    return found.span() if found else None


def _same_value(text: str, stretch: Stretch, language: Language, other: str) -> Stretch | None:
    meant = [one for one in figures(text, language) if one.start < stretch[1] and one.end > stretch[0]]
    for one in meant:
        for theirs in figures(other, language.other):
            if theirs.value == one.value:
                return theirs.start, theirs.end
    return None


@frozen
class _Word:
    start: int
    end: int
    plain: str
    root: str


def _translated(words: str, language: Language, other: str) -> Stretch | None:
    """Return the shortest stretch of `other` that holds translations of most of the words."""
    known = lexicon()
    sought = [word for word in _words(words, language, known) if not _is_function_word(word, language, known)]
    theirs = _words(other, language.other, known)
    met = [
        {index for index, word in enumerate(sought) if _translate_each_other(word, candidate, language, known)}
        for candidate in theirs
    ]
    best: tuple[float, int, int] | None = None
    for first, found in enumerate(met):
        if not found:
            continue
        covered: set[int] = set()
        for last in range(first, min(first + len(sought) + _SLACK, len(theirs))):
            covered |= met[last]
            if met[last]:
                score = len(covered) - 0.2 * (last - first + 1)
                if best is None or score > best[0]:
                    best = score, first, last
    if best is None:
        return None
    _, first, last = best
    covered = set().union(*met[first : last + 1])
    if len(covered) < _ENOUGH * len(sought):
        return None
    return theirs[first].start, theirs[last].end


def _words(text: str, language: Language, known: Lexicon) -> Sequence[_Word]:
    found = []
    for match in _WORD.finditer(text):
        start = match.start()
        word = match[0]
        elided = re.match(r"(?:[cdjlmnst]|qu)['’]", word, re.IGNORECASE) if language is Language.FR else None
        if elided:
            start += elided.end()
            word = word[elided.end() :]
        plain = fold(word).lower()
        found.append(_Word(start, match.end(), plain, known.root(plain, _side(language))))
    return found


def _is_function_word(word: _Word, language: Language, known: Lexicon) -> bool:
    return word.plain in known.function_words[_side(language)]


def _translate_each_other(mine: _Word, theirs: _Word, language: Language, known: Lexicon) -> bool:
    if mine.plain == theirs.plain or (
        len(mine.plain) >= _PREFIX and len(theirs.plain) >= _PREFIX and mine.plain[:_PREFIX] == theirs.plain[:_PREFIX]
    ):
        return True
    en, fr = (mine, theirs) if language is Language.EN else (theirs, mine)
    return fr.root in known.translations.get(en.root, frozenset())


def _side(language: Language) -> Side:
    return "en" if language is Language.EN else "fr"


def _sentence(text: str, stretch: Stretch, other: str) -> Stretch:
    """Return the sentence of `other` that stands where the one of `stretch` stands."""
    mine, theirs = sentences(text), sentences(other)
    if not mine or not theirs:
        return 0, len(other)
    at = next((index for index, (_, end) in enumerate(mine) if stretch[0] < end), len(mine) - 1)
    if len(mine) == len(theirs):
        return theirs[at]
    return theirs[min(round(at * (len(theirs) - 1) / max(len(mine) - 1, 1)), len(theirs) - 1)]
