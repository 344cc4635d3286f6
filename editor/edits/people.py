"""Edits of people in the texts: named by completion, renamed where they stand, taken in as cards."""

from collections.abc import Sequence
from dataclasses import replace

from editor.edits import writing
from editor.edits.details import set_speaker
from editor.edits.edit import Edit
from editor.edits.flow import Splice
from editor.errors import Unfit
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant
from editor.values import frozen
from editor.words import say


@frozen
class Words:
    """Words to put into a text; characters [start, end) of them name a person."""

    text: str
    start: int
    end: int


def insert_name(place: Address, person: Participant, words: Words) -> Edit:
    """Put a person's name in the place of a stretch, marked as theirs; somebody without a card is given one.

    Raises Unfit when applied where the place is gone.
    """
    end = (place.start or 0) + len(words.text)
    caret = replace(place, start=end, end=end)

    def change(doc: Communique) -> Communique:
        doc, person_id = _with_card(doc, person)
        marks = (Mark(words.start, words.end, MarkKind.PERSON, person_id),) if words.start < words.end else ()
        return _written(doc, place, Passage(words.text, marks))

    return Edit(say("Complete a name"), change, caret=caret)


def insert_text(place: Address, text: str) -> Edit:
    """Put words that name nobody in the place of a stretch."""
    edit = writing.replace(place, text)
    return replace(edit, label=say("Say who speaks"))


def insert_body(place: Address, text: str) -> Edit:
    """Put the name or the acronym of an organisation in the place of a stretch."""
    return replace(writing.replace(place, text), label=say("Complete a name"))


def make_card(place: Address | None, person: Participant) -> Edit:
    """Take somebody in as a participant, and mark the words at a place, where one is given, as the name."""

    def change(doc: Communique) -> Communique:
        doc, person_id = _with_card(doc, person)
        return doc if place is None else writing.mark((place,), MarkKind.PERSON, person_id).change(doc)

    return Edit(say("Make a card"), change, caret=place)


def give_speech(quote_id: str, person: Participant) -> Edit:
    """Say who said a quote: a participant, or somebody who is taken in as one."""

    def change(doc: Communique) -> Communique:
        doc, person_id = _with_card(doc, person)
        return set_speaker(quote_id, person_id).change(doc)

    return Edit(say("Set speaker"), change)


def rename(person_id: str, name: Bilingual[str], places: Sequence[tuple[Address, str]]) -> Edit:
    """Write a person's name otherwise: on the card, and at each of these places of the texts.

    Raises Unfit when applied where the person or a place is gone.
    """

    def change(doc: Communique) -> Communique:
        if doc.participant(person_id) is None:
            raise Unfit(say("This person is no longer among the participants."))
        people = tuple(replace(each, name=name) if each.id == person_id else each for each in doc.participants)
        doc = replace(doc, participants=people)
        # The last first: what is written does not move the places before it.
        for place, text in sorted(places, key=lambda each: each[0].start or 0, reverse=True):
            doc = writing.replace(place, text).change(doc)
        return doc

    return Edit(say("Rename a person"), change)


def join_cards(kept_id: str, other_id: str) -> Edit:
    """Make two cards one, where both are of one person: the first takes over what is said by and of the other.

    What its fields leave open is filled; a name or function of a language in which the texts name only the other
    is the other's. Raises Unfit when applied where one of them is gone.
    """

    def change(doc: Communique) -> Communique:
        kept, other = doc.participant(kept_id), doc.participant(other_id)
        if kept is None or other is None:
            raise Unfit(say("This person is no longer among the participants."))
        if kept_id == other_id:
            return doc
        people = (_joined(doc, kept, other) if each is kept else each for each in doc.participants if each is not other)
        quotes = (replace(each, speaker=kept_id) if each.speaker == other_id else each for each in doc.quotes)
        rows = (writing.retargeted(row, MarkKind.PERSON, {other_id: kept_id}) for row in doc.rows)
        return replace(doc, participants=tuple(people), quotes=tuple(quotes), rows=tuple(rows))

    return Edit(say("Make two cards one"), change)


def _joined(doc: Communique, kept: Participant, other: Participant) -> Participant:
    named = {
        person.id: {stretch.language for stretch in doc.stretches(MarkKind.PERSON, person.id)}
        for person in (kept, other)
    }

    def either(own: Bilingual[str], others: Bilingual[str]) -> Bilingual[str]:
        both = own
        for language in Language:
            is_others = language in named[other.id] - named[kept.id] and others[language]
            both = both.having(language, others[language] if is_others else own[language] or others[language])
        return both

    function = either(kept.function, other.function)
    return replace(
        kept,
        name=either(kept.name, other.name),
        functions=(function, *kept.functions[1:]) if any(function) else (),
        organisation=either(kept.organisation, other.organisation),
        country=kept.country or other.country,
        honorific=either(kept.honorific, other.honorific),
        gender=kept.gender or other.gender,
        aliases=tuple(dict.fromkeys((*kept.aliases, *other.aliases))),
        code=kept.code or other.code,
    )


def _with_card(doc: Communique, person: Participant) -> tuple[Communique, str]:
    """Return the document with a card for the person, and the card's id: the one there is, or a new one.

    Whoever comes from the directory has the card of that name.
    """
    if person.id and doc.participant(person.id) is not None:
        return doc, person.id
    same = next((each for each in doc.participants if each.name == person.name and any(each.name)), None)
    if same is not None:
        return doc, same.id
    (new_id,), doc = doc.fresh("p")
    return replace(doc, participants=(*doc.participants, replace(person, id=new_id))), new_id


def _written(doc: Communique, place: Address, piece: Passage) -> Communique:
    if place.language is None:
        raise Unfit(say("This place is no longer in the text."))
    end = replace(place, start=place.end)
    return writing.splice_in(Splice(place.language, place, end, (piece,))).change(doc)
