"""Addresses and acronyms: the same on both sides, or each in the form of its language."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.matching import match
from editor.checks.spot import Spot, filled, spots
from editor.model.address import Address
from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind
from editor.model.rows import Row
from editor.text.language import language_of
from editor.text.lexicon import alternatives, table
from editor.text.marks import find_marked
from editor.text.verbatim import is_verbatim, verbatim
from editor.values import frozen
from editor.words import say

_DIFFER = say("The English says “{english}”, the French “{french}”.")
_MISSING = {
    Language.EN: say("“{words}” has no counterpart in the English."),
    Language.FR: say("“{words}” has no counterpart in the French."),
}


@frozen
class _Link:
    """An address, mail or account as it stands in a text (or behind a link, then on its words)."""

    spot: Spot
    start: int
    end: int
    target: str

    @property
    def is_written(self) -> bool:
        """Whether the address itself stands in the text."""
        return self.spot.text[self.start : self.end] == self.target


_WRITTEN = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//\S+|www\.\S+|mailto:\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+")


def links(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X17: addresses, mail and accounts are the same on both sides, save for the sign of the language in them."""
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    left, right = (list(_links(row, language)) for language in Language)
    for english, french in match(left, right, lambda one, other: one.target == other.target):
        yield from _same_for_both(english, french)
    match(left, right, lambda one, other: _neutral(one.target) == _neutral(other.target))
    match(left, right, _are_counterparts)
    for english, french in match(left, right, _alike):
        why = filled(_DIFFER, english=english.target, french=french.target)
        mend = None
        if french.is_written:
            text = _in_french(english.target)
            mend = french.spot.put(say("Write “{text}”", text=text), french.start, french.end, text)
        yield Finding(_place(french), why, mend, _place(english))
    for alone in (*left, *right):
        other = alone.spot.language.other
        yield Finding(_place(alone), filled(_MISSING[other], words=alone.target), other=row.address(other))


def _links(row: Row, language: Language) -> Iterator[_Link]:
    for spot in spots(row, language):
        for mark in spot.passage.stretches(MarkKind.LINK):
            yield _Link(spot, mark.start, mark.end, mark.target)
        linked = [(mark.start, mark.end) for mark in spot.passage.stretches(MarkKind.LINK)]
        for start, end in verbatim(spot.text):
            inner = spot.text[start:end]
            found = _WRITTEN.match(inner.strip("<>"))
            begin = start + (1 if inner.startswith("<") else 0)
            if found and not any(first <= begin < last for first, last in linked):
                yield _Link(spot, begin, begin + found.end(), found.group())


def _place(link: _Link) -> Address:
    return link.spot.at(link.start, link.end)


_TONGUE = re.compile(
    r"(?<=[/._=-])(?:en|fr|eng|fra|english|french|anglais|francais)(?:[-_](?:gb|us|ca|fr|be|int))?(?=[/._?&#-]|$)|(?<=//)(?:en|fr)(?=\.)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def _neutral(target: str) -> str:
    """Return an address without scheme, host prefix, last slash and signs of language."""
    bare = re.sub(r"^(?:\w+:)?//|^mailto:|^www\.", "", target.lower()).removeprefix("www.").rstrip("/")
    return _TONGUE.sub("*", f"/{bare}")


def _are_counterparts(english: _Link, french: _Link) -> bool:
    """Tell whether these are pages of one site, each under the sign of its language: /en/press and /fr/presse."""
    one, other = _neutral(english.target), _neutral(french.target)
    host = one.split("/")[1]
    return "*" in one and "*" in other and host == other.split("/")[1] and _signs(english) != _signs(french)


def _signs(link: _Link) -> frozenset[str]:
    return frozenset(found.group()[:2].lower() for found in _TONGUE.finditer(link.target))


def _alike(one: _Link, other: _Link) -> bool:
    return ("@" in one.target) == ("@" in other.target)


_ENGLISH_PART = re.compile(r"(?<=/)en(?=/|$)|(?<=//)en(?=\.)|(?<=[?&]lang=)en(?!\w)|(?<=[_-])en(?=\.\w+$)")


def _in_french(target: str) -> str:
    return _ENGLISH_PART.sub("fr", target)


def _same_for_both(english: _Link, french: _Link) -> Iterator[Finding]:
    """Doubt an address of an English page in the French, where the address itself tells the language."""
    text = _in_french(french.target)
    if text != french.target and not english.target.startswith("mailto:"):
        why = say("The French points to the English page.")
        mend = None
        if french.is_written:
            mend = french.spot.put(say("Write “{text}”", text=text), french.start, french.end, text)
        yield Finding(_place(french), why, mend, _place(english), Level.WARNING)


def acronyms(row: Row, desk: Desk) -> Iterator[Finding]:
    """X20: each language has its own form of an acronym: NATO and OTAN, EU and UE, UN and ONU.

    Those of the house hold everywhere. Those all houses know are told where both sides have the same form, and one
    whose letters changed places is told too.
    """
    house = (*desk.profile.acronyms, *desk.office.acronyms)
    pairs = tuple(pair for pair in house if pair.en != pair.fr)
    if pairs:
        for spot in spots(row):
            for found in _foreign_forms(pairs, spot.language).finditer(spot.text):
                if not _is_title(spot, found.start(), found.end(), pairs):
                    yield _foreign_form(spot, found, pairs)
    if row.has_text(Language.EN) and row.has_text(Language.FR):
        english, french = (frozenset(_ACRONYM.findall(row.text(language))) for language in Language)
        if english & french & _all_known():
            yield from _carried_over(row, _known_forms(house))
        if english - french and french - english:
            yield from _letters_swapped(row, house)


@cache
def _all_known() -> frozenset[str]:
    known: dict[str, str] = table("naming")["acronyms"]
    return frozenset({*known, *known.values()})


@lru_cache(maxsize=64)
def _known_forms(house: tuple[Bilingual[str], ...]) -> tuple[Bilingual[str], ...]:
    """Return the acronyms every house knows, without those the house has a word on."""
    taken = {form for pair in house for form in (pair.en, pair.fr)}
    known = (Bilingual(en, fr) for en, fr in table("naming")["acronyms"].items())
    return tuple(pair for pair in known if pair.en not in taken and pair.fr not in taken)


def _carried_over(row: Row, known: tuple[Bilingual[str], ...]) -> Iterator[Finding]:
    """Yield the forms of the other language that stand as they are on the other side, and in its own form nowhere."""
    for spot in spots(row):
        ours, theirs = row.text(spot.language), row.text(spot.language.other)
        for found in _foreign_forms(known, spot.language).finditer(spot.text):
            own = next(pair[spot.language] for pair in known if pair[spot.language.other] == found.group())
            is_carried = found.group() in _ACRONYM.findall(theirs) and own not in _ACRONYM.findall(ours)
            if is_carried and not _is_title(spot, found.start(), found.end(), known):
                yield replace(_foreign_form(spot, found, known), level=Level.WARNING)


_ACRONYM = re.compile(r"(?<![\w@#/.-])[A-Z]{2,9}(?![\w@]|[-./]\w)")


def _letters_swapped(row: Row, house: tuple[Bilingual[str], ...]) -> Iterator[Finding]:
    """Yield an acronym of four letters or more that differs from one of the other side by two letters that swapped."""
    sides = [
        {found.group(): (spot, *found.span()) for spot in spots(row, language) for found in _LONG.finditer(spot.text)}
        for language in Language
    ]
    left, right = sides
    for english, (spot, first, last) in left.items():
        for french, (other, start, end) in right.items():
            if english in right or french in left or not _are_swapped(english, french):
                continue
            if spot.text.isupper() or other.text.isupper() or _is_pair(english, french, house):
                continue
            why = filled(_DIFFER, english=english, french=french)
            yield Finding(other.at(start, end), why, other=spot.at(first, last), level=Level.WARNING)


_LONG = re.compile(r"(?<![\w@#/.-])[A-Z]{4,9}(?![\w@]|[-./]\w)")


def _is_pair(english: str, french: str, house: tuple[Bilingual[str], ...]) -> bool:
    """Tell whether these are the English and the French form of one acronym."""
    return table("naming")["acronyms"].get(english) == french or Bilingual(english, french) in house


def _are_swapped(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    apart = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return one[first] == other[second] and one[second] == other[first]


@lru_cache(maxsize=64)
def _foreign_forms(pairs: tuple[Bilingual[str], ...], language: Language) -> re.Pattern[str]:
    own = {pair[language] for pair in pairs}
    forms = {pair[language.other] for pair in pairs} - own
    return re.compile(rf"(?<![\w.@#/-])(?:{alternatives(forms)})(?![\w@]|[-./]\w)") if forms else re.compile(r"(?!)")


def _foreign_form(spot: Spot, found: re.Match[str], pairs: tuple[Bilingual[str], ...]) -> Finding:
    language = spot.language
    text = next(pair[language] for pair in pairs if pair[language.other] == found.group())
    if language is Language.FR:
        why = say("“{word}” is the English form of “{text}”.", word=found.group(), text=text)
    else:
        why = say("“{word}” is the French form of “{text}”.", word=found.group(), text=text)
    mend = spot.put(say("Write “{text}”", text=text), found.start(), found.end(), text)
    return Finding(spot.at(found.start(), found.end()), why, mend)


def _is_title(spot: Spot, start: int, end: int, pairs: tuple[Bilingual[str], ...]) -> bool:
    """Tell whether the form stands in an address, a title of the other language, capitals, or explains the own one."""
    text, language = spot.text, spot.language
    if is_verbatim(text, start, end) or text.upper() == text or language_of(text) is language.other:
        return True
    if language is Language.FR and text[start:end] == "EU" and _DOLLARS.search(text, 0, start):
        return True
    for stretch in find_marked(text):
        inner = text[stretch.start : stretch.end]
        if stretch.start <= start < stretch.end and (language_of(inner) is language.other or len(inner.split()) < 5):
            return True
    own = next(pair[language] for pair in pairs if pair[language.other] == text[start:end])
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if bracketed and own in text[:start]:
        return True
    neighbours = (re.search(r"([^\W\d_]+)\W$", text[:start]), re.match(r"\W([^\W\d_]+)\W([^\W\d_]+)", text[end:]))
    if neighbours[0] and neighbours[0][1].isupper() and len(neighbours[0][1]) > 1:
        return True
    following = neighbours[1]
    return bool(following) and following is not None and following[1].istitle() and following[2].istitle()


_DOLLARS = re.compile(r"(?:dollars?|\$)[ \u00a0\u202f]?$")
"""What stands before « EU » for États-Unis, as bodies of the United Nations write their currency."""


RULES = (
    Rule("X17", Level.ERROR, say("Addresses"), on_row=links, silences=("R18",)),
    Rule("X20", Level.ERROR, say("Acronyms"), on_row=acronyms),
)
