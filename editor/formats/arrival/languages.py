"""Which language each text of a manuscript is in, and where one language stops and the other begins."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from editor.formats.manuscript import Block, Manuscript, Script
from editor.model.language import Bilingual, Language
from editor.text.language import language_of, leaning_of
from editor.values import frozen
from editor.words import Sentence, say

_SMALLEST_SHARE: Final = 0.2
"""Share of the words below which a stretch in the other language is a caption or boilerplate, not a text."""
_FEWEST_WORDS: Final = 20
_FEWEST_BLOCKS: Final = 2
_FEWEST_CHANGES: Final = 3
_LEAST_CHANGING: Final = 0.7
"""Share of neighbouring paragraphs in different languages from which a text goes to and fro between them."""
_PUREST_MIX: Final = 0.2
"""Share of the words of one text that may be in the other language: captions, names of programmes."""


@frozen
class Texts:
    """The blocks of each language, and what there is to say of how they were told apart."""

    sides: Bilingual[tuple[Block, ...]]
    notes: tuple[Sentence, ...]


def told_apart(manuscript: Manuscript, language: Language | None) -> Texts:
    """Return the blocks of a manuscript by language; `language` says which one a text that names none is in."""
    scripts = manuscript.scripts
    if len(scripts) == 1 and language is None and scripts[0].language is None:
        blocks = scripts[0].blocks
        scripts = _parted(blocks) or _alternating(blocks) or scripts
    if len(scripts) == 2:
        first, second = _two_languages(scripts[0], scripts[1])
        sides: Bilingual[tuple[Block, ...]] = Bilingual((), ())
        sides = sides.having(first, scripts[0].blocks).having(second, scripts[1].blocks)
        return Texts(sides, () if len(manuscript.scripts) == 2 else (say("Both languages were found in one text."),))
    blocks = scripts[0].blocks if scripts else ()
    chosen, notes = _one_language(blocks, language or (scripts[0].language if scripts else None))
    empty: Bilingual[tuple[Block, ...]] = Bilingual((), ())
    return Texts(empty.having(chosen, blocks), notes)


def language_told(blocks: Sequence[Block]) -> Language | None:
    """Return the language most of the words are in, None where that cannot be told."""
    weights = dict.fromkeys(Language, 0)
    for block in blocks:
        found = language_of(block.text)
        if found:
            weights[found] += len(block.text.split())
    if weights[Language.EN] == weights[Language.FR]:
        return language_of(" ".join(block.text for block in blocks))
    return max(Language, key=lambda each: weights[each])


def _one_language(blocks: Sequence[Block], told: Language | None) -> tuple[Language, tuple[Sentence, ...]]:
    if told:
        return told, ()
    found = language_told(blocks)
    if found is None:
        return Language.EN, (say("The language could not be told; the text stands on the English side."),)
    names = {
        Language.EN: say("The text was taken to be English."),
        Language.FR: say("The text was taken to be French."),
    }
    return found, (names[found],)


def _two_languages(first: Script, second: Script) -> tuple[Language, Language]:
    language = first.language or (second.language.other if second.language else None)
    language = language or language_told(first.blocks) or Language.EN
    return language, language.other


def _parted(blocks: tuple[Block, ...]) -> tuple[Script, Script] | None:
    """Cut one text at the place where it changes from one language to the other for good, if there is one."""
    found = [language_of(block.text) for block in blocks]
    words = [len(block.text.split()) for block in blocks]
    weights = [_signed(language, count) for language, count in zip(found, words, strict=True)]
    sums = [0, *accumulate(weights)]
    # Before the cut as much as can be is in one language, after it in the other.
    cut = max(range(len(sums)), key=lambda place: abs(2 * sums[place] - sums[-1]))
    cut = _settled(blocks, found, cut)
    halves = (_unruled(blocks[:cut], blocks[cut:]), blocks[cut:])
    first = Language.EN if 2 * sums[cut] > sums[-1] else Language.FR
    whole = sum(words)
    for half, language in zip(halves, (first, first.other), strict=True):
        if not _is_text_in(half, language, whole):
            return None
    return Script(halves[0], first), Script(halves[1], first.other)


def _alternating(blocks: tuple[Block, ...]) -> tuple[Script, Script] | None:
    """Take apart a text in which each paragraph is followed by its translation."""
    found = [language_of(block.text) for block in blocks]
    told = [language for language in found if language]
    changes = sum(one is not other for one, other in pairwise(told))
    if changes < _FEWEST_CHANGES or changes < (len(told) - 1) * _LEAST_CHANGING:
        return None
    # What is too short to be told apart stands in its turn, counted back from the first that can be told.
    last = told[0] if found.index(told[0]) % 2 else told[0].other
    sides: dict[Language, list[Block]] = {language: [] for language in Language}
    for block, language in zip(blocks, found, strict=True):
        last = language or last.other
        sides[last].append(block)
    return Script(tuple(sides[Language.EN]), Language.EN), Script(tuple(sides[Language.FR]), Language.FR)


def _signed(language: Language | None, words: int) -> int:
    return 0 if language is None else words if language is Language.EN else -words


def _settled(blocks: Sequence[Block], found: Sequence[Language | None], cut: int) -> int:
    """Move the cut between two texts to where what is too short to be judged changes sides.

    The second text translates the first: it opens with as many short lines, and ends with as many. Lines that lean
    to a language, telephone numbers that come again at the end, and rules between the texts tell as well.
    """
    if not 0 < cut < len(blocks):
        return cut
    long = [place for place, block in enumerate(blocks) if found[place] and len(block.text.split()) >= _FULL]
    before, after = [place for place in long if place < cut], [place for place in long if place >= cut]
    if not before or not after:
        return cut
    low, high = before[-1] + 1, after[0]
    first = found[before[-1]]
    opening, closing = before[0], len(blocks) - 1 - after[-1]
    again = {mark for block in blocks[after[-1] + 1 :] for mark in _REACHED.findall(block.text)}

    def cost(place: int) -> float:
        measure = abs(place - low - closing) + abs(high - place - opening)
        zone = range(low, high)
        strays = sum(_strays(blocks[each], is_first=each < place, first=first, again=again) for each in zone)
        ruled = low < place and _RULE.fullmatch(blocks[place - 1].text.strip()) is not None
        return measure + strays - _RULE_COUNTS * ruled

    return min(range(low, high + 1), key=lambda place: (cost(place), abs(place - cut)))


def _unruled(first: tuple[Block, ...], second: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the first text without the rule between the two; a sign that ends them both belongs to them."""
    if not (first and second) or not _RULE.fullmatch(first[-1].text.strip()):
        return first
    return first if second[-1].text.strip() == first[-1].text.strip() else first[:-1]


_FULL: Final = 25
"""Words of a paragraph that stands in both texts for certain."""
_RULE: Final = re.compile(r"[*_=~–—·•\s-]{3,}")
_REACHED: Final = re.compile(r"[\w.+-]+@[\w.-]+|\d[\d ()/.\u00a0\u202f-]{5,}\d")
_RULE_COUNTS, _AGAIN_COUNTS, _TOLD_COUNTS, _LEANING_COUNTS = 3, 4, 5, 2


def _strays(block: Block, *, is_first: bool, first: Language | None, again: set[str]) -> int:
    """Return how much speaks against a short block standing in the first text, or in the second."""
    here = first if is_first or first is None else first.other
    told, leaning = language_of(block.text), leaning_of(block.text)
    against = _TOLD_COUNTS * (told not in (None, here)) or _LEANING_COUNTS * (leaning not in (None, here))
    comes_again = not is_first and any(mark in again for mark in _REACHED.findall(block.text))
    return against + _AGAIN_COUNTS * comes_again


def _is_text_in(blocks: Sequence[Block], language: Language, whole: int) -> bool:
    counted = [(language_of(block.text), len(block.text.split())) for block in blocks]
    own = sum(count for found, count in counted if found is language)
    other = sum(count for found, count in counted if found is language.other)
    enough = own >= max(_FEWEST_WORDS, whole * _SMALLEST_SHARE)
    return enough and sum(found is language for found, _ in counted) >= _FEWEST_BLOCKS and other <= own * _PUREST_MIX


def joined(english: Manuscript, french: Manuscript) -> Manuscript:
    """Return a manuscript in each language as one; of a file that holds both, the one that is wanted is taken."""
    scripts = (_script(english, Language.EN), _script(french, Language.FR))
    doubts = tuple(
        say("The text given as English seems to be French.")
        if script.language is Language.EN
        else say("The text given as French seems to be English.")
        for script in scripts
        if language_told(script.blocks) is (script.language.other if script.language else None)
    )
    notes = tuple(dict.fromkeys((*english.notes, *french.notes)))
    return Manuscript(scripts, (*notes, *doubts), english.stated.besides(french.stated))


def _script(manuscript: Manuscript, language: Language) -> Script:
    named = next((script for script in manuscript.scripts if script.language is language), None)
    if named is None and len(manuscript.scripts) == 1:
        sides = told_apart(manuscript, None).sides
        if all(sides):
            return Script(sides[language], language)
    blocks = named.blocks if named else tuple(block for script in manuscript.scripts for block in script.blocks)
    return Script(blocks, language)
