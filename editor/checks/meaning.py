"""What the sides of a row may say the other way round: negations, rises and falls, fractions and multiples in words."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, filled, spots
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.text.index import index_of
from editor.text.letters import folded
from editor.text.lexicon import table
from editor.text.marks import find_marked
from editor.text.sentences import sentences
from editor.values import frozen
from editor.words import say

_PROSE = (RowKind.HEADLINE, RowKind.SUBHEADLINE, RowKind.PARAGRAPH, RowKind.LIST_ITEM, RowKind.CAPTION)
_NEGATED = {
    Language.EN: say("The French negates here, the English does not."),
    Language.FR: say("The English negates here, the French does not."),
}
_MISSING = {
    Language.EN: say("“{words}” has no counterpart in the English."),
    Language.FR: say("“{words}” has no counterpart in the French."),
}


_Part = tuple[Spot, int, int]
"""A stretch of a passage: where it starts and ends (code points)."""


@frozen
class _Words:
    """Patterns of one language: what says a thing for certain, what may say it too, and what only looks like it."""

    said: re.Pattern[str]
    told: re.Pattern[str]
    apart: re.Pattern[str] | None = None


def negations(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X53: one side negates and nothing on the other can stand for it; in a quote that both have it is a warning."""
    if row.kind not in _PROSE or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    if not any(_negation(language).said.search(folded(row.text(language))) for language in Language):
        return
    for parts in _parted(row):
        for language in Language:
            found = _said(parts[language], _negation(language))
            if found is None or _may_say(parts[language.other], _negation(language.other)):
                continue
            spot, start, end = found
            quoted = any(each.start <= start < each.end for each in find_marked(spot.text))
            level = Level.WARNING if quoted and _quotes(parts[language]) == _quotes(parts[language.other]) else None
            other = row.address(language.other)
            yield Finding(spot.at(start, end), _NEGATED[language.other], other=other, level=level)
            return


def directions(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X56: a sentence with a figure tells of a rise where the one that answers it tells of a fall."""
    if row.kind not in _PROSE or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    if not all(any(_ways(spot.text, language) for spot in spots(row, language)) for language in Language):
        return
    for parts in _parted(row):
        english, french = (_directions_of(parts[language], language) for language in Language)
        # Where one side has more such words than the other it tells the thing in another way.
        if len(english) != len(french):
            continue
        for (ours, (other, first, last)), (theirs, (spot, start, end)) in zip(english, french, strict=True):
            if ours != theirs:
                why = filled(_DIFFER, english=other.text[first:last], french=spot.text[start:end])
                yield Finding(spot.at(start, end), why, other=other.at(first, last))
                break


_DIFFER = say("The English says “{english}”, the French “{french}”.")
_FIGURE = re.compile(r"\d")


def _directions_of(parts: list[_Part], language: Language) -> list[tuple[str, _Part]]:
    """Return the words of a stretch with a figure that say up or down, in their order; nothing where it has none."""
    found: list[tuple[str, _Part]] = []
    for spot, start, end in parts:
        ways = [each for each in _ways(spot.text, language) if start <= each[1] < end]
        if ways and _FIGURE.search(spot.text, start, end):
            found += [(way, (spot, first, last)) for way, first, last in ways]
    return found


@lru_cache(maxsize=2048)
def _ways(text: str, language: Language) -> tuple[tuple[str, int, int], ...]:
    if _FIGURE.search(text) is None:
        return ()
    plain, pattern = folded(text), _directions(language)
    # Each word is looked at once for all texts: the pattern is slow to tell that none of its words stands somewhere.
    starts = [start for word, places in index_of(text).items() if _may_tell(word, language) for start in places]
    found = (pattern.match(plain, start) for start in sorted(starts))
    return tuple((match.lastgroup or "", *match.span()) for match in found if match)


@lru_cache(maxsize=16384)
def _may_tell(word: str, language: Language) -> bool:
    return _directions(language).match(f"{word} 1") is not None


@cache
def _directions(language: Language) -> re.Pattern[str]:
    words: dict[str, list[str]] = table("meaning")["directions"][language.value]
    ways = (f"(?P<{name}>{'|'.join(words[name])})" for name in ("up", "down"))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ways)})(?![\w-])")


def shares(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X16: a fraction or multiple in words has no counterpart."""
    if row.kind not in _PROSE or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    if not any(
        _any_share(language).search(folded(spot.text)) for language in Language for spot in spots(row, language)
    ):
        return
    for kinds in _shares():
        for language in Language:
            found = _said(_whole(row, language), kinds[language])
            if found is not None and not _may_say(_whole(row, language.other), kinds[language.other]):
                spot, start, end = found
                why = filled(_MISSING[language.other], words=spot.text[start:end])
                yield Finding(spot.at(start, end), why, other=row.address(language.other))


def _whole(row: Row, language: Language) -> list[_Part]:
    return [(spot, 0, len(spot.text)) for spot in spots(row, language)]


def _parted(row: Row) -> list[dict[Language, list[_Part]]]:
    """Return the sentences of both sides one by one where there are as many, else the whole row."""
    sides = {
        language: [(spot, *ends) for spot in spots(row, language) for ends in sentences(spot.text)]
        for language in Language
    }
    english, french = sides.values()
    if len(english) != len(french):
        return [{language: _whole(row, language) for language in Language}]
    return [{Language.EN: [one], Language.FR: [other]} for one, other in zip(english, french, strict=True)]


def _quotes(parts: list[_Part]) -> int:
    return sum(start <= each.start < end for spot, start, end in parts for each in find_marked(spot.text))


def _said(parts: list[_Part], words: _Words) -> _Part | None:
    for spot, start, end in parts:
        match = words.said.search(_bare(spot.text, words.apart), start, end)
        if match is not None:
            return spot, match.start(), match.end()
    return None


def _may_say(parts: list[_Part], words: _Words) -> bool:
    return any(
        words.said.search(text, start, end) or words.told.search(text, start, end)
        for text, start, end in ((folded(spot.text), start, end) for spot, start, end in parts)
    )


def _bare(text: str, apart: re.Pattern[str] | None) -> str:
    """Return a text in small letters, what only looks like the words blotted out; every character keeps its place."""
    return folded(text) if apart is None else _blotted(text, apart)


@lru_cache(maxsize=64)
def _blotted(text: str, apart: re.Pattern[str]) -> str:
    return apart.sub(lambda match: " " * len(match[0]), folded(text))


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")


@cache
def _negation(language: Language) -> _Words:
    words: dict[str, list[str]] = table("meaning")["negation"][language.value]
    said, told, apart = (_pattern("|".join(words[name])) for name in ("said", "told", "apart"))
    return _Words(said, told, apart)


@cache
def _any_share(language: Language) -> re.Pattern[str]:
    """Match what any of the kinds says for certain: most rows have none."""
    return _pattern("|".join(entry[language.value] for entry in table("meaning")["shares"]))


@cache
def _shares() -> tuple[dict[Language, _Words], ...]:
    entries: list[dict[str, Any]] = table("meaning")["shares"]
    return tuple(
        {
            language: _Words(_pattern(entry[language.value]), _pattern(entry[f"{language.value}_else"]))
            for language in Language
        }
        for entry in entries
    )


RULES = (
    Rule("X16", Level.HINT, say("Fractions and multiples"), on_row=shares),
    Rule("X56", Level.WARNING, say("Rises and falls"), on_row=directions),
    Rule("X53", Level.HINT, say("Negations"), on_row=negations),
)
