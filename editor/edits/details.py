"""Edits of everything that is a field and not a text: release, participants, pictures, speakers."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from editor.edits.edit import Edit
from editor.edits.fields import PERSON_FIELDS, PICTURE_FIELDS, RELEASE_FIELDS, Field
from editor.edits.ordering import moved
from editor.edits.pictures import add_picture, caption_with, remove_picture
from editor.edits.refusing import refusing
from editor.edits.rows import rewritten
from editor.errors import Unfit
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import MarkKind, Passage, fit_text
from editor.model.people import Confidence, Participant
from editor.model.pictures import Picture
from editor.model.rows import Row, RowKind
from editor.values import frozen
from editor.words import Sentence, say

_LONGEST = 10_000
"""Characters; a field is a line or a note, not a text."""
_RECOGNISED = ("date", "updated", "embargo", "place.en", "place.fr", "country")
"""The fields of a release that recognition fills."""
_HEADLINES = {"headline.en": Language.EN, "headline.fr": Language.FR}
_OF_A_PICTURE = {"credit": say("Credit"), "alternative": say("Alternative text")}
"""What is said of both languages at once, where it is missing in both."""
_NUMBERED = re.compile(r"(person|picture)\.([1-9]\d{0,3})(?:\.([a-z]+(?:\.(?:en|fr))?))?")


@frozen
class _Place:
    """One of the parts that are many, named by its number (`person.2`, `picture.1`), and perhaps a field of it."""

    kind: str
    index: int
    key: str

    @property
    def field(self) -> Field:
        """The field; none raises KeyError."""
        return _FIELDS[self.kind][self.key]

    def parts(self, doc: Communique) -> tuple[Any, ...]:
        """Return all parts of this kind."""
        return doc.participants if self.kind == "person" else doc.pictures


_FIELDS: Mapping[str, Mapping[str, Field]] = {"person": PERSON_FIELDS, "picture": PICTURE_FIELDS}


def read_field(doc: Communique, name: str, zone: str) -> str:
    """Return what stands in a field, as text that `enter` takes. Raises Unfit for a name that is no field."""
    headline = _HEADLINES.get(name)
    if headline:
        return doc.headline[headline].text
    place = _place(name)
    if place and place.key:
        if place.index >= len(place.parts(doc)):
            raise _unknown(name)
        return place.field.read(place.parts(doc)[place.index], zone)
    if name not in RELEASE_FIELDS:
        raise _unknown(name)
    return RELEASE_FIELDS[name].read(doc.release, zone)


def enter(name: str, text: str, zone: str) -> Edit:
    """Enter text into a field; empty text clears it. `zone` is the IANA zone of times that name none.

    A field of the next person or picture (`person.3.name.en` where there are two) adds one; clearing a whole one
    (`picture.1`) takes it out. That a field was emptied which recognition fills is remembered.

    Raises Unfit at once for a name that is no field, and when applied for a value that does not fit.
    """
    headline = _HEADLINES.get(name)
    place = _place(name)
    if not headline and not place and name not in RELEASE_FIELDS:
        raise _unknown(name)

    def change(doc: Communique) -> Communique:
        value = _checked(name, text)
        if headline:
            return _with_headline(doc, headline, value)
        if place and not place.key:
            return _without_part(doc, place, value, name)
        if place:
            after = _with_part(doc, place, value, zone, name)
        else:
            after = replace(doc, release=_entered(RELEASE_FIELDS[name], doc.release, value, zone, name))
        if not value and after == doc:
            return doc
        return _remembering(after, field_address(after, name), is_empty=not value)

    return Edit(say("Change {field}", field=field_title(name)), change, run=f"field {name}", typed=text[-1:])


def _remembering(doc: Communique, where: Address, *, is_empty: bool) -> Communique:
    """Return the communiqué that remembers whether somebody left a field empty which recognition fills."""
    if not is_empty:
        return replace(doc, emptied=tuple(each for each in doc.emptied if each != where)) if doc.emptied else doc
    is_recognised = where.part is Part.PARTICIPANT or (where.part is Part.RELEASE and where.field in _RECOGNISED)
    return replace(doc, emptied=(*doc.emptied, where)) if is_recognised and where not in doc.emptied else doc


def field_title(name: str) -> Sentence:
    """Return what a field is called in the window."""
    if name in _HEADLINES:
        return say("Headline")
    place = _place(name)
    if place and place.key:
        return place.field.title
    if name in RELEASE_FIELDS:
        return RELEASE_FIELDS[name].title
    if name.startswith("picture."):
        return _OF_A_PICTURE.get(name.rpartition(".")[2], say("Picture"))
    return say("Participant")


def field_names(doc: Communique) -> tuple[str, ...]:
    """Return the name of every field of this communiqué, those of its participants and pictures included."""
    people = (f"person.{index}.{key}" for index in range(1, len(doc.participants) + 1) for key in PERSON_FIELDS)
    pictures = (f"picture.{index}.{key}" for index in range(1, len(doc.pictures) + 1) for key in PICTURE_FIELDS)
    return (*RELEASE_FIELDS, *_HEADLINES, *people, *pictures)


def field_name(doc: Communique, where: Address) -> str:
    """Return the name of the field an address means, as `enter` takes it; empty where it means none."""
    if where.part is Part.PARTICIPANT and where.field:
        return _numbered("person", doc.participants, where)
    if where.part is Part.PICTURE and where.field:
        return _numbered("picture", doc.pictures, where)
    return where.field


def field_address(doc: Communique, name: str) -> Address:
    """Return the place a field's name means, `field_name` the other way round; a headline stands in its row."""
    headline = _HEADLINES.get(name)
    row = next((row for row in doc.rows if row.kind is RowKind.HEADLINE), None) if headline else None
    if row is not None:
        return row.address(headline)
    numbered = _NUMBERED.fullmatch(name)
    parts = (doc.participants if numbered[1] == "person" else doc.pictures) if numbered else ()
    if numbered and int(numbered[2]) <= len(parts):
        kind = Part.PARTICIPANT if numbered[1] == "person" else Part.PICTURE
        return Address(kind, parts[int(numbered[2]) - 1].id, field=numbered[3] or "")
    return Address(Part.RELEASE, field=name)


def add_participant(participant: Participant) -> Edit:
    """Add a person; the id given is exchanged for a fresh one."""

    def change(doc: Communique) -> Communique:
        (new_id,), doc = doc.fresh("p")
        return replace(doc, participants=(*doc.participants, replace(participant, id=new_id)))

    return Edit(say("Add participant"), change)


def remove_participant(person_id: str) -> Edit:
    """Take a person out: the marks on the name go, quotes lose their speaker, words stay.

    That nobody is meant by the name is remembered.
    """

    def change(doc: Communique) -> Communique:
        gone = doc.participant(person_id)
        if gone is None:
            return doc
        named = (stretch.words for stretch in doc.stretches(MarkKind.PERSON, person_id))
        doc = refusing(doc, MarkKind.PERSON, (*gone.name, *named))
        people = tuple(person for person in doc.participants if person.id != person_id)
        quotes = tuple(replace(quote, speaker="") if quote.speaker == person_id else quote for quote in doc.quotes)
        rows = tuple(_without_marks(row, MarkKind.PERSON, person_id) for row in doc.rows)
        return replace(doc, participants=people, quotes=quotes, rows=rows)

    return Edit(say("Remove participant"), change)


def move_participant(person_id: str, by: int) -> Edit:
    """Move a person `by` places down the list (negative: up)."""

    def change(doc: Communique) -> Communique:
        return replace(doc, participants=moved(doc.participants, person_id, by))

    return Edit(say("Move participant"), change)


def set_speaker(quote_id: str, person_id: str) -> Edit:
    """Say who said a quote; an empty id leaves it without a speaker. No approval holds for words of somebody else."""

    def change(doc: Communique) -> Communique:
        quotes = tuple(
            replace(
                quote,
                speaker=person_id,
                confidence=Confidence.CERTAIN,
                sign_off=quote.sign_off if person_id == quote.speaker else None,
            )
            if quote.id == quote_id
            else quote
            for quote in doc.quotes
        )
        return replace(doc, quotes=quotes)

    return Edit(say("Set speaker"), change)


def remove_quote(quote_id: str) -> Edit:
    """Make the words of a quote ordinary text again; that they are none is remembered."""

    def change(doc: Communique) -> Communique:
        words = (stretch.words for stretch in doc.stretches(MarkKind.QUOTE, quote_id))
        doc = refusing(doc, MarkKind.QUOTE, words)
        quotes = tuple(quote for quote in doc.quotes if quote.id != quote_id)
        rows = tuple(_without_marks(row, MarkKind.QUOTE, quote_id) for row in doc.rows)
        return replace(doc, quotes=quotes, rows=rows)

    return Edit(say("Not a quote"), change)


def remember_copy(at: datetime) -> Edit:
    """Remember what the text says as the last review copy, made at this moment (with zone)."""
    return Edit(say("Review copy"), lambda doc: replace(doc, review=doc.review_copy(at)))


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
    return doc.having_row(row.having(language, rewritten(row[language], [value]) if value else ()))


def _with_part(doc: Communique, place: _Place, value: str, zone: str, name: str) -> Communique:
    """Return the communiqué with one field of a person or picture entered; the next one that is not there is added."""
    parts = place.parts(doc)
    if place.index > len(parts):
        raise _too_far(place, len(parts), name)
    is_caption = place.field is PICTURE_FIELDS["caption"]
    if place.index == len(parts):
        new = add_picture(Picture("", caption=value if is_caption else ""))
        doc = (add_participant(Participant("")) if place.kind == "person" else new).change(doc)
        parts = place.parts(doc)
    part = _fitting(lambda: place.field.enter(parts[place.index], value, zone), value, name)
    if is_caption:
        captioned: Communique = _fitting(lambda: caption_with(part.id, value).change(doc), value, name)
        return captioned
    changed = (*parts[: place.index], part, *parts[place.index + 1 :])
    return replace(doc, participants=changed) if place.kind == "person" else replace(doc, pictures=changed)


def _too_far(place: _Place, count: int, name: str) -> Unfit:
    if place.kind == "person":
        return Unfit(
            say(
                "{name}: there are {count} participants; the next would be {next}.",
                name=name,
                count=count,
                next=count + 1,
            )
        )
    return Unfit(
        say("{name}: there are {count} pictures; the next would be {next}.", name=name, count=count, next=count + 1)
    )


def _without_part(doc: Communique, place: _Place, value: str, name: str) -> Communique:
    if value or place.index >= len(place.parts(doc)):
        raise _unknown(name)
    part_id = place.parts(doc)[place.index].id
    return (remove_participant(part_id) if place.kind == "person" else remove_picture(part_id)).change(doc)


def _numbered(kind: str, parts: tuple[Any, ...], where: Address) -> str:
    place = next((number for number, part in enumerate(parts, 1) if part.id == where.id), 0)
    return f"{kind}.{place}.{where.field}" if place else ""


def _entered(field: Field, owner: Any, value: str, zone: str, name: str) -> Any:  # noqa: ANN401 (any model value)
    return _fitting(lambda: field.enter(owner, value, zone), value, name)


def _fitting(enter_value: Callable[[], Any], value: str, name: str) -> Any:  # noqa: ANN401 (any model value)
    """Return what entering answers; what does not fit is told with the name of the field and the value."""
    try:
        return enter_value()
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


def _place(name: str) -> _Place | None:
    found = _NUMBERED.fullmatch(name)
    if not found:
        return None
    kind, key = found[1], found[3] or ""
    if kind == "person":
        key = key.replace("role", "function", 1)
    return _Place(kind, int(found[2]) - 1, key) if not key or key in _FIELDS[kind] else None
