"""Participants: at least one, and a card for everybody the text names with title or function."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.mentions import names_of
from editor.checks.spot import spots
from editor.edits.edit import Edit
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import MarkKind
from editor.model.people import Participant
from editor.model.rows import Row, RowKind
from editor.text.marks import find_marked
from editor.text.people import find_sightings
from editor.text.register import is_person, name_words
from editor.words import say

_BODY = (RowKind.PARAGRAPH, RowKind.LIST_ITEM)


def participants(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R10: a release has at least one participant."""
    if not doc.participants:
        yield Finding(Address(Part.PARTICIPANT), say("The release names no participant."))


def people_without_cards(row: Row, desk: Desk) -> Iterator[Finding]:
    """R11: a person whom title, function or verb of saying proves has no card, and nobody said it is none."""
    if row.kind not in _BODY:
        return
    known = [name_words(name) for person in desk.doc.participants for name in names_of(person)]
    refused = {name_words(each.words) for each in desk.doc.refused if each.kind is MarkKind.PERSON}
    for spot in spots(row):
        for sighting in find_sightings(spot.text, spot.language):
            candidate = sighting.candidate
            words = name_words(candidate.name)
            if not candidate.is_full or words in refused or any(_is_same(words, other) for other in known):
                continue
            if not is_person(sighting) or _ACRONYM.search(candidate.name):
                continue
            if sighting.function is None and not candidate.honorific and not find_marked(spot.text):
                continue
            known.append(words)
            why = say("{name} has no card among the participants.", name=candidate.name)
            yield Finding(spot.at(candidate.start, candidate.end), why, _new_card(candidate.name))


_ACRONYM = re.compile(r"\b[A-Z]{2,}s?\b|\d")


def _is_same(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(words) and bool(other) and (words[-1] == other[-1] or set(words) <= set(other))


def _new_card(name: str) -> Edit:
    def change(doc: Communique) -> Communique:
        words = name_words(name)
        if any(_is_same(words, name_words(other)) for person in doc.participants for other in names_of(person)):
            return doc
        (new_id,), doc = doc.fresh("p")
        return replace(doc, participants=(*doc.participants, Participant(new_id, Bilingual(name, name))))

    return Edit(say("Add {name} to the participants", name=name), change)


RULES = (
    Rule("R10", Level.ERROR, say("Participants"), on_document=participants),
    Rule("R11", Level.WARNING, say("Persons without cards"), on_row=people_without_cards, proposes=True),
)
