"""What the sides of a row may say the other way round: negations, fractions and multiples in words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, filled, spots
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.text.letters import folded
from editor.text.lexicon import table
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


@frozen
class _Words:
    """Patterns of one language: what says a thing for certain, what may say it too, and what only looks like it."""

    said: re.Pattern[str]
    told: re.Pattern[str]
    apart: re.Pattern[str] | None = None


def negations(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X53: one side negates and nothing on the other can stand for it; words are looked at, sense is not."""
    if row.kind not in _PROSE or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    for language in Language:
        found = _said(row, language, _negation(language))
        if found is None or _may_say(row, language.other, _negation(language.other)):
            continue
        spot, start, end = found
        yield Finding(spot.at(start, end), _NEGATED[language.other], other=row.address(language.other))
        return


def shares(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X16: a fraction or multiple in words has no counterpart."""
    if row.kind not in _PROSE or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    for kinds in _shares():
        for language in Language:
            found = _said(row, language, kinds[language])
            if found is not None and not _may_say(row, language.other, kinds[language.other]):
                spot, start, end = found
                why = filled(_MISSING[language.other], words=spot.text[start:end])
                yield Finding(spot.at(start, end), why, other=row.address(language.other))


def _said(row: Row, language: Language, words: _Words) -> tuple[Spot, int, int] | None:
    for spot in spots(row, language):
        text = _bare(spot.text, words)
        match = words.said.search(text)
        if match is not None:
            return spot, match.start(), match.end()
    return None


def _may_say(row: Row, language: Language, words: _Words) -> bool:
    texts = (folded(spot.text) for spot in spots(row, language))
    return any(words.said.search(text) or words.told.search(text) for text in texts)


def _bare(text: str, words: _Words) -> str:
    """Return a text in small letters, what only looks like the words blotted out; every character keeps its place."""
    low = folded(text)
    return low if words.apart is None else words.apart.sub(lambda match: " " * len(match[0]), low)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")


@cache
def _negation(language: Language) -> _Words:
    words: dict[str, list[str]] = table("meaning")["negation"][language.value]
    said, told, apart = (_pattern("|".join(words[name])) for name in ("said", "told", "apart"))
    return _Words(said, told, apart)


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
    Rule("X53", Level.HINT, say("Negations"), on_row=negations),
)
