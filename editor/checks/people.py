"""Persons: every participant in both texts, under the same name."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.mentions import Named, Told, all_named, cards_of, mentions, names_of
from editor.checks.namesakes import other_speakers, two_spellings_across
from editor.checks.spot import filled, spots
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.people import Participant
from editor.model.rows import Row, RowKind
from editor.text.letters import folded
from editor.text.naming import family_name
from editor.words import say

_SHORT_FORMS = (RowKind.HEADLINE, RowKind.SUBHEADLINE, RowKind.CAPTION, RowKind.CONTACT, RowKind.BOILERPLATE)
"""Where a name may stand short, or not at all, before the text has given it in full."""
_UNMENTIONED = {
    Language.EN: say("{name} does not occur in the English."),
    Language.FR: say("{name} does not occur in the French."),
}
_NOT_HERE = {
    Language.EN: say("{name} is not named on the English side."),
    Language.FR: say("{name} is not named on the French side."),
}


def names_alike(row: Row, desk: Desk) -> Iterator[Finding]:
    """X22: a participant's name without its accents, or named on one side of a row alone; any name a letter apart."""
    yield from two_spellings_across(row)
    for person in desk.doc.participants:
        sides = {language: mentions(row, language, person) for language in Language}
        for named in (*sides[Language.EN], *sides[Language.FR]):
            yield from _misspelt(named, person, sides)
        yield from _one_sided(row, person, sides, desk)


def _misspelt(named: Named, person: Participant, sides: dict[Language, list[Named]]) -> Iterator[Finding]:
    """Compare each word with the card's: with the form of its language, or the other's where only that has accents."""
    wanted = _accented(names_of(person))
    changes = []
    for match in _WORD.finditer(named.words):
        right = wanted.get(folded(match.group()), match.group())
        if match.group().isupper() and len(match.group()) > 1:
            right = right.upper()
        if unicodedata.normalize("NFC", match.group()).lower() != unicodedata.normalize("NFC", right).lower():
            changes.append((named.start + match.start(), named.start + match.end(), right))
    if not changes:
        return
    text = named.words
    for start, end, right in reversed(changes):
        text = text[: start - named.start] + right + text[end - named.start :]
    why = say("“{words}” is written {name} elsewhere.", words=named.words, name=text)
    mend = named.spot.put_all(say("Write “{text}”", text=text), tuple(changes))
    others = sides[named.spot.language.other]
    other = others[0].spot.at(others[0].start, others[0].end) if others else None
    yield Finding(named.spot.at(named.start, named.end), why, mend, other)


_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=512)
def _accented(names: tuple[str, ...]) -> dict[str, str]:
    """Return each word of the names with the most accents that a name gives it, by the word without accents."""
    wanted: dict[str, str] = {}
    for word in (word for name in names for word in _WORD.findall(name)):
        wanted[folded(word)] = max(wanted.get(folded(word), ""), word, key=_accents)
    return wanted


def _accents(word: str) -> tuple[int, str]:
    return (sum(not letter.isascii() for letter in word), word)


def _one_sided(row: Row, person: Participant, sides: dict[Language, list[Named]], desk: Desk) -> Iterator[Finding]:
    """Find a whole name that has neither name, nor function, nor pronoun for it on the other side."""
    if row.kind in _SHORT_FORMS or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    for language in Language:
        full = [named for named in sides[language.other] if named.is_full]
        if full and not sides[language] and not _stands_for(row, language, person):
            if any(other_speakers(row, desk)):
                return
            why = filled(_NOT_HERE[language], name=person.name[language] or person.name[language.other])
            where = full[0].spot.at(full[0].start, full[0].end)
            yield Finding(where, why, None, row.address(language), Level.WARNING)


_PRONOUNS = {
    Language.EN: re.compile(r"\b(?:he|she|his|her|him|they|their)\b", re.IGNORECASE),
    Language.FR: re.compile(
        r"\b(?:il|elle|ils|elles|lui|celui-ci|celle-ci|ce dernier|cette dernière|son|sa|ses)\b", re.IGNORECASE
    ),
}


def _stands_for(row: Row, language: Language, person: Participant) -> bool:
    text = folded(row.text(language))
    functions = [folded(function[language]) for function in person.functions if function[language]]
    if any(function in text for function in functions):
        return True
    return any(_PRONOUNS[language].search(spot.text) for spot in spots(row, language))


def participants_in_both(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """X27: a participant whom one text never names; the first mention gives the name in full."""
    languages = [language for language in Language if any(row.has_text(language) for row in doc.rows)]
    named = {language: _named(doc, language) for language in languages}
    for person in doc.participants:
        if not names_of(person):
            continue
        for language in languages:
            name = person.name[language] or person.name[language.other]
            if person.id not in named[language]:
                where = Address(Part.PARTICIPANT, person.id, field=f"name.{language.value}")
                yield Finding(where, filled(_UNMENTIONED[language], name=name))
            else:
                yield from _short_first(named[language][person.id], language, name)


_Place = tuple[Row, int, Told]
"""The row that names somebody, the number of the passage, and the place in it."""


def _named(doc: Communique, language: Language) -> dict[str, list[_Place]]:
    """Return where one text names each participant, by the id, in the order of the text."""
    cards = cards_of(doc)
    found: dict[str, list[_Place]] = {}
    for row in doc.rows:
        for index, passage in enumerate(row[language]):
            for told in all_named(passage.text, language, cards):
                found.setdefault(told.person, []).append((row, index, told))
    return found


def _short_first(named: list[_Place], language: Language, name: str) -> Iterator[Finding]:
    first = next((place for place in named if place[0].kind not in _SHORT_FORMS), None)
    if first is not None and not first[2].is_full and folded(family_name(name)) != folded(name):
        if any(told.is_full for row, _, told in named if row.kind is RowKind.BOILERPLATE):
            return
        row, index, told = first
        why = say("The first mention of {name} does not give the name in full.", name=name)
        yield Finding(row.address(language, index, told.start, told.end), why, level=Level.WARNING)


RULES = (
    Rule("X22", Level.ERROR, say("Names spelled alike"), on_row=names_alike),
    Rule("X27", Level.ERROR, say("Participants in both texts"), on_document=participants_in_both),
)
