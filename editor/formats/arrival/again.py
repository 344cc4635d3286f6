"""Recognising again: what a document's own texts say now is added to what is known; nothing known is changed."""

from collections.abc import Sequence
from dataclasses import replace

from editor.edits.edit import Edit
from editor.edits.fields import PERSON_FIELDS, RELEASE_FIELDS
from editor.formats.arrival.facts import facts_of
from editor.formats.arrival.people import Person, as_known, cards_of, completed, people_in
from editor.formats.arrival.quotes import BothSaid, joined, quote_of, quotes_in
from editor.formats.arrival.refused import Refused
from editor.formats.arrival.rows import Marks, marks_of
from editor.formats.arrival.texts import Kept, Text
from editor.formats.manuscript import Block
from editor.model.address import Part
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind
from editor.model.people import Participant
from editor.model.profile import Profile
from editor.text.letters import folded
from editor.text.recognition import recognise
from editor.words import say

_Place = tuple[int, int]
"""A row and a passage of one of its sides, both counted from 0."""


def recognise_again(profile: Profile, known: Sequence[Participant] = ()) -> Edit:
    """Add the people, quotes and dates that the texts name and the document does not know yet.

    A quote known in one language is given its words in the other where they are found in the same row, and a person
    known the function the other text tells. Fields that
    hold something keep it, and so do speakers; but the place of a dateline is taken where the document still has the
    usual place of the house that it began with. What was refused as a quote or a name is not found again. `known` are
    people of the office's directory.
    """
    return Edit(say("Recognise people, quotes and dates"), lambda doc: _recognised(doc, profile, known))


def _recognised(doc: Communique, profile: Profile, directory: Sequence[Participant]) -> Communique:
    places = Bilingual(_places(doc, Language.EN), _places(doc, Language.FR))
    texts: Bilingual[Text | None] = Bilingual(
        *(_text(doc, language, places[language], directory) if places[language] else None for language in Language)
    )
    refused = Refused(doc)
    people = tuple(person for person in people_in(texts) if not refused.is_nobody(person.names))
    doc, person_ids = _with_people(doc, people, directory)
    said = texts.each(lambda text: refused.left(text, quotes_in(text, people)) if text else ())
    rows = places.each(lambda side: {index: row for index, (row, _) in enumerate(side)})
    pairs = joined(said, rows)
    doc, quote_ids = _with_quotes(doc, pairs, places, person_ids)
    marks = marks_of(texts, tuple(zip(person_ids, people, strict=True)), tuple(zip(quote_ids, pairs, strict=True)))
    return _with_facts(_with_marks(doc, places, marks, refused), texts, profile)


def _places(doc: Communique, language: Language) -> tuple[_Place, ...]:
    return tuple(
        (row, index)
        for row, each in enumerate(doc.rows)
        for index, passage in enumerate(each[language])
        if passage.text.strip()
    )


def _text(doc: Communique, language: Language, places: Sequence[_Place], directory: Sequence[Participant]) -> Text:
    rows = [doc.rows[row] for row, _ in places]
    blocks = tuple(
        Block(row[language][index], row.kind, row.level, row.number)
        for row, (_, index) in zip(rows, places, strict=True)
    )
    here = [person for person in doc.participants if person.name[language]]
    names = {folded(person.name[language]) for person in here}
    others = [person for person in directory if folded(person.name[language]) not in names]
    known = as_known((*here, *others), language)
    found = recognise([block.text for block in blocks], language, known)
    kept = tuple(
        Kept(place, block, row.kind, row.level, row.number)
        for place, (block, row) in enumerate(zip(blocks, rows, strict=True))
    )
    return Text(language, blocks, found, kept, ())


def _with_people(
    doc: Communique, people: Sequence[Person], directory: Sequence[Participant]
) -> tuple[Communique, list[str]]:
    """Return the document with a card for each person, and the id of each; cards are completed, never changed."""
    ids: list[str] = []
    marked = {folded(stretch.words): stretch.mark.target for stretch in doc.stretches(MarkKind.PERSON)}
    for person in people:
        known = next((card for card in doc.participants if _is_same(card, person)), None)
        if known is None:
            # Whose name was put right on the card alone is still called otherwise by the texts.
            known = next(filter(None, (doc.participant(marked.get(folded(name), "")) for name in person.names)), None)
        if known is not None:
            whole = _left_empty(doc, completed(known, person))
            if whole != known:
                others = (whole if card is known else card for card in doc.participants)
                doc = replace(doc, participants=tuple(others))
        else:
            (new_id,), doc = doc.fresh("p")
            known = cards_of((person,), (new_id,), directory)[0]
            doc = replace(doc, participants=(*doc.participants, known))
        ids.append(known.id)
    return doc, ids


def _left_empty(doc: Communique, card: Participant) -> Participant:
    """Return a completed card without what was filled in fields that somebody emptied."""
    for where in doc.emptied:
        if (where.part, where.id) == (Part.PARTICIPANT, card.id) and where.field in PERSON_FIELDS:
            card = PERSON_FIELDS[where.field].enter(card, "", "")
    return card


def _is_same(card: Participant, person: Person) -> bool:
    aliases = set(map(folded, card.aliases))
    return any(
        folded(card.name[language]) == (name := folded(person.names[language])) or name in aliases
        for language in Language
    )


def _with_quotes(
    doc: Communique, pairs: Sequence[BothSaid], places: Bilingual[tuple[_Place, ...]], person_ids: Sequence[str]
) -> tuple[Communique, list[str]]:
    """Return the document with a quote for each pair, and the id of each: a known one where its words are known."""
    ids: list[str] = []
    for pair in pairs:
        quote_id = _known_quote(doc, pair, places)
        if not quote_id:
            (quote_id,), doc = doc.fresh("q")
            doc = replace(doc, quotes=(*doc.quotes, quote_of(pair, quote_id, person_ids)))
        ids.append(quote_id)
    return doc, ids


def _known_quote(doc: Communique, pair: BothSaid, places: Bilingual[tuple[_Place, ...]]) -> str:
    for language in Language:
        for said in pair.sides[language]:
            for stretch in said.stretches:
                row, index = places[language][stretch.place]
                for mark in doc.rows[row][language][index].stretches(MarkKind.QUOTE):
                    if mark.start < stretch.end and stretch.start < mark.end:
                        return mark.target
    return ""


def _with_marks(doc: Communique, places: Bilingual[tuple[_Place, ...]], marks: Marks, refused: Refused) -> Communique:
    rows = list(doc.rows)
    for language in Language:
        for place, (row, index) in enumerate(places[language]):
            side = rows[row][language]
            new = refused.named(side[index].text, _free(side[index].marks, marks.get((language, place), ())))
            if new:
                passage = replace(side[index], marks=(*side[index].marks, *new))
                rows[row] = rows[row].having(language, (*side[:index], passage, *side[index + 1 :]))
    return replace(doc, rows=tuple(rows))


def _free(known: Sequence[Mark], found: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks found that touch none of their kind that is known."""
    return tuple(
        mark
        for mark in found
        if not any(old.kind is mark.kind and old.start < mark.end and mark.start < old.end for old in known)
    )


def _with_facts(doc: Communique, texts: Bilingual[Text | None], profile: Profile) -> Communique:
    found, now = facts_of(texts, profile).release, doc.release
    for where in doc.emptied:
        if where.part is Part.RELEASE and where.field in RELEASE_FIELDS:
            found = RELEASE_FIELDS[where.field].enter(found, "", "")
    has_place = bool(now.place.en or now.place.fr)
    if has_place and (now.place, now.country) == (profile.place, profile.country):
        # Nobody typed the usual place of the house, with which a document begins: a dateline knows better.
        has_place = not (found.place.en or found.place.fr)
    release = replace(
        now,
        date=now.date or found.date,
        updated=now.updated or found.updated,
        embargo=now.embargo or found.embargo,
        place=now.place if has_place else found.place,
        country=now.country if has_place else found.country,
    )
    return replace(doc, release=release)
