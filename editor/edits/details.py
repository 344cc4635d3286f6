"""Edits of everything that is a field and not a text: release, participants, speakers."""

import re
from dataclasses import replace
from typing import Any

from editor.edits.edit import Edit
from editor.edits.fields import PERSON_FIELDS, RELEASE_FIELDS, Field
from editor.errors import Unfit
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import MarkKind, Passage, fit_text
from editor.model.people import Confidence, Participant
from editor.model.rows import Row, RowKind
from editor.words import Sentence, say

_LONGEST = 10_000
"""Characters; a field is a line or a note, not a text."""
_HEADLINES = {"headline.en": Language.EN, "headline.fr": Language.FR}
_PERSON = re.compile(r"person\.([1-9]\d{0,3})\.([a-z]+(?:\.(?:en|fr))?)")
_PERSON_ALONE = re.compile(r"person\.([1-9]\d{0,3})")


def read_field(doc: Communique, name: str, zone: str) -> str:
    """Return what stands in a field, as text that `enter` takes. Raises Unfit for a name that is no field."""
    headline = _HEADLINES.get(name)
    if headline:
        return doc.headline[headline].text
    person = _person_field(name)
    if person:
        index, field = person
        if index >= len(doc.participants):
            raise _unknown(name)
        return field.read(doc.participants[index], zone)
    if name not in RELEASE_FIELDS:
        raise _unknown(name)
    return RELEASE_FIELDS[name].read(doc.release, zone)


def enter(name: str, text: str, zone: str) -> Edit:
    """Enter text into a field; empty text clears it. `zone` is the IANA zone of times that name none.

    Raises Unfit at once for a name that is no field, and when applied for a value that does not fit.
    """
    headline = _HEADLINES.get(name)
    person = _person_field(name)
    if not headline and not person and name not in RELEASE_FIELDS and not _PERSON_ALONE.fullmatch(name):
        raise _unknown(name)

    def change(doc: Communique) -> Communique:
        value = _checked(name, text)
        if headline:
            return _with_headline(doc, headline, value)
        if person:
            return _with_person_field(_with_person(doc, person[0], name), person, value, zone, name)
        if name in RELEASE_FIELDS:
            return replace(doc, release=_entered(RELEASE_FIELDS[name], doc.release, value, zone, name))
        return _without_person(doc, int(name.split(".")[1]) - 1, value, name)

    return Edit(say("Change {field}", field=field_title(name)), change, run=f"field {name}", typed=text[-1:])


def field_title(name: str) -> Sentence:
    """Return what a field is called in the window."""
    if name in _HEADLINES:
        return say("Headline")
    person = _person_field(name)
    if person:
        return person[1].title
    if name in RELEASE_FIELDS:
        return RELEASE_FIELDS[name].title
    return say("Participant")


def field_names(doc: Communique) -> tuple[str, ...]:
    """Return the name of every field of this communiqué, its participants' included."""
    people = (f"person.{index}.{key}" for index in range(1, len(doc.participants) + 1) for key in PERSON_FIELDS)
    return (*RELEASE_FIELDS, *_HEADLINES, *people)


def field_name(doc: Communique, where: Address) -> str:
    """Return the name of the field an address means, as `enter` takes it; empty where it means none."""
    if where.part is Part.PARTICIPANT and where.field:
        place = next((index for index, person in enumerate(doc.participants, 1) if person.id == where.id), 0)
        return f"person.{place}.{where.field}" if place else ""
    return where.field


def add_participant(participant: Participant) -> Edit:
    """Add a person; the id given is exchanged for a fresh one."""

    def change(doc: Communique) -> Communique:
        (new_id,), doc = doc.fresh("p")
        return replace(doc, participants=(*doc.participants, replace(participant, id=new_id)))

    return Edit(say("Add participant"), change)


def remove_participant(person_id: str) -> Edit:
    """Take a person out: the marks on the name go, quotes lose their speaker, words stay."""

    def change(doc: Communique) -> Communique:
        people = tuple(person for person in doc.participants if person.id != person_id)
        quotes = tuple(replace(quote, speaker="") if quote.speaker == person_id else quote for quote in doc.quotes)
        rows = tuple(_without_marks(row, MarkKind.PERSON, person_id) for row in doc.rows)
        return replace(doc, participants=people, quotes=quotes, rows=rows)

    return Edit(say("Remove participant"), change)


def move_participant(person_id: str, by: int) -> Edit:
    """Move a person `by` places down the list (negative: up)."""

    def change(doc: Communique) -> Communique:
        people = list(doc.participants)
        index = next(place for place, person in enumerate(people) if person.id == person_id)
        people.insert(min(max(index + by, 0), len(people) - 1), people.pop(index))
        return replace(doc, participants=tuple(people))

    return Edit(say("Move participant"), change)


def set_speaker(quote_id: str, person_id: str) -> Edit:
    """Say who said a quote; an empty id leaves it without a speaker."""

    def change(doc: Communique) -> Communique:
        quotes = tuple(
            replace(quote, speaker=person_id, confidence=Confidence.CERTAIN) if quote.id == quote_id else quote
            for quote in doc.quotes
        )
        return replace(doc, quotes=quotes)

    return Edit(say("Set speaker"), change)


def set_original(quote_id: str, language: Language | None) -> Edit:
    """Say in which language a quote was spoken."""

    def change(doc: Communique) -> Communique:
        quotes = tuple(replace(quote, original=language) if quote.id == quote_id else quote for quote in doc.quotes)
        return replace(doc, quotes=quotes)

    return Edit(say("Set original language"), change)


def remove_quote(quote_id: str) -> Edit:
    """Make the words of a quote ordinary text again."""

    def change(doc: Communique) -> Communique:
        quotes = tuple(quote for quote in doc.quotes if quote.id != quote_id)
        rows = tuple(_without_marks(row, MarkKind.QUOTE, quote_id) for row in doc.rows)
        return replace(doc, quotes=quotes, rows=rows)

    return Edit(say("Not a quote"), change)


def _without_marks(row: Row, kind: MarkKind, target: str) -> Row:
    def lifted(passage: Passage) -> Passage:
        if all(mark.kind is not kind or mark.target != target for mark in passage.marks):
            return passage
        return passage.unmarked(0, len(passage.text), kind, target)

    sides = row.sides.each(lambda side: tuple(lifted(passage) for passage in side))
    return row if sides == row.sides else replace(row, sides=sides)


def _with_headline(doc: Communique, language: Language, value: str) -> Communique:
    row = next((row for row in doc.rows if row.kind is RowKind.HEADLINE), None)
    if row is None:
        (new_id,), doc = doc.fresh("r")
        row = Row(new_id, kind=RowKind.HEADLINE)
        doc = replace(doc, rows=(row, *doc.rows))
    return doc.having_row(row.having(language, (Passage(value),) if value else ()))


def _with_person(doc: Communique, index: int, name: str) -> Communique:
    if index > len(doc.participants):
        raise Unfit(
            say(
                "{name}: there are {count} participants; the next would be {next}.",
                name=name,
                count=len(doc.participants),
                next=len(doc.participants) + 1,
            )
        )
    if index == len(doc.participants):
        return add_participant(Participant("")).change(doc)
    return doc


def _with_person_field(doc: Communique, place: tuple[int, Field], value: str, zone: str, name: str) -> Communique:
    index, field = place
    person = _entered(field, doc.participants[index], value, zone, name)
    return replace(doc, participants=(*doc.participants[:index], person, *doc.participants[index + 1 :]))


def _without_person(doc: Communique, index: int, value: str, name: str) -> Communique:
    if value or not 0 <= index < len(doc.participants):
        raise _unknown(name)
    return remove_participant(doc.participants[index].id).change(doc)


def _entered(field: Field, owner: Any, value: str, zone: str, name: str) -> Any:  # noqa: ANN401 (any model value)
    try:
        return field.enter(owner, value, zone)
    except Unfit as error:
        raise Unfit(
            say("{name}: “{value}” does not fit: {why}.", name=name, value=value, why=error.sentence)
        ) from error


def _checked(name: str, text: str) -> str:
    if len(text) > _LONGEST:
        raise Unfit(say("{name}: a field holds at most {count} characters.", name=name, count=_LONGEST))
    return fit_text(text.replace("\n", " ")).strip(" \t")


def _unknown(name: str) -> Unfit:
    return Unfit(say("“{name}” is not the name of a field.", name=name))


def _person_field(name: str) -> tuple[int, Field] | None:
    found = _PERSON.fullmatch(name)
    if not found:
        return None
    key = found[2].replace("role", "function", 1)
    return (int(found[1]) - 1, PERSON_FIELDS[key]) if key in PERSON_FIELDS else None
