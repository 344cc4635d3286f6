"""Telephone numbers and references: the same digits of the same kind on both sides."""

import re
from collections.abc import Iterator
from functools import cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.matching import match
from editor.checks.spot import Spot, filled, spots
from editor.model.address import Address
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.figures import telephones
from editor.text.index import Led, first_words, index_of
from editor.text.letters import folded
from editor.text.lexicon import alternatives, table
from editor.values import frozen
from editor.words import say

_DIFFER = say("The English says “{english}”, the French “{french}”.")
_MISSING = {
    Language.EN: say("“{words}” has no counterpart in the English."),
    Language.FR: say("“{words}” has no counterpart in the French."),
}
_FEWEST_SHARED, _COUNTRY_DIGITS = 6, 3
"""Digits at the end by which a number with its country is the one without, and digits of a country."""


@frozen
class _Code:
    """A telephone number or the code of a reference; `kinds` are what the word before it may name."""

    spot: Spot
    start: int
    end: int
    digits: str
    kinds: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """The code as written."""
        return self.spot.text[self.start : self.end]

    @property
    def place(self) -> Address:
        """Where it stands."""
        return self.spot.at(self.start, self.end)


def phones(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X18: telephone numbers have the same digits on both sides, however they are parted."""
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    left, right = (list(_phones(row, language)) for language in Language)
    match(left, right, _same_number)
    for english, french in match(left, right, lambda _one, _other: True):
        yield _differing(english, french)
    for alone in (*left, *right):
        other = alone.spot.language.other
        why = filled(_MISSING[other], words=alone.words)
        yield Finding(alone.place, why, other=row.address(other), level=Level.WARNING)


def _phones(row: Row, language: Language) -> Iterator[_Code]:
    for spot in spots(row, language):
        for start, end in telephones(spot.text):
            digits = re.sub(r"\D", "", spot.text[start:end].replace("(0)", ""))
            yield _Code(spot, start, end, digits.removeprefix("00"))


def _same_number(one: _Code, other: _Code) -> bool:
    shorter, longer = sorted((one.digits.lstrip("0"), other.digits.lstrip("0")), key=len)
    if shorter == longer:
        return True
    return len(shorter) >= _FEWEST_SHARED and longer.endswith(shorter) and len(longer) - len(shorter) <= _COUNTRY_DIGITS


def references(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X19: resolutions, articles, regulations and standards have the same digits and are of the same kind."""
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    left, right = (list(_references(row, language)) for language in Language)
    match(left, right, lambda one, other: one.digits == other.digits and bool(one.kinds & other.kinds))
    for english, french in match(left, right, lambda one, other: one.digits == other.digits):
        words = [each.spot.text[each.start : each.end] for each in (english, french)]
        why = filled(_DIFFER, english=words[0], french=words[1])
        yield Finding(french.place, why, other=english.place)
    for english, french in match(left, right, lambda one, other: bool(one.kinds & other.kinds)):
        if not (_stands(english, row) or _stands(french, row)):
            yield _differing(english, french)


def _differing(english: _Code, french: _Code) -> Finding:
    wrong, right = (english, french) if french.spot.row.changed_sides == (Language.FR,) else (french, english)
    why = filled(_DIFFER, english=english.words, french=french.words)
    start = wrong.end - len(_tail(wrong))
    text = _tail(right)
    mend = wrong.spot.put(say("Write “{text}”", text=text), start, wrong.end, text)
    return Finding(wrong.place, why, mend, right.place, Level.ERROR)


def _tail(code: _Code) -> str:
    """Return the digits of a code as written, without the word before them; a telephone number whole."""
    if not code.kinds:
        return code.words
    found = re.search(r"[\w/.()-]*\d[\w/.-]*$", code.words)
    return found.group() if found else code.words


def _stands(code: _Code, row: Row) -> bool:
    """Tell whether the other side has the digits after all, without the word before them."""
    digits = _tail(code)
    pattern = rf"(?<![\d/]){re.escape(digits)}(?![\d/])"
    return any(re.search(pattern, spot.text) for spot in spots(row, code.spot.language.other))


def _references(row: Row, language: Language) -> Iterator[_Code]:
    for spot in spots(row, language):
        for found in _pattern(language).finditer(folded(spot.text), index_of(spot.text)):
            digits = re.sub(r"[^\w/]", "", found["code"]).lower()
            yield _Code(spot, found.start(), found.end(), digits, _kinds(language)[found["word"]])


@cache
def _kinds(language: Language) -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for row in table("agreement")["references"]:
        for word in row[language.value]:
            kinds.setdefault(folded(word), set()).add(row["kind"])
    return {word: frozenset(each) for word, each in kinds.items()}


@cache
def _pattern(language: Language) -> Led:
    number = r"(?:\((?:eu|ue|ec|ce|euratom)\) )?(?:n[o°º]\.? ?|no\.? |number |numero )?"
    pattern = re.compile(
        rf"(?<![\w-])(?P<word>{alternatives(_kinds(language))}) {number}"
        r"(?P<code>(?:[a-z]/)?(?:res/)?[ls]?\d[\w/]*(?:[.-]\d+)*)"
        r"(?! ?[%€$]| (?:millions?|billions?|milliards?|per ?cent|pour cent)|[\w:])"
    )
    return Led(pattern, first_words(_kinds(language)))


RULES = (
    Rule("X18", Level.ERROR, say("Telephone numbers"), on_row=phones, silences=("X04",)),
    Rule("X19", Level.WARNING, say("References"), on_row=references, silences=("X04",)),
)
