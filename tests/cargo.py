"""Cargo: what of a communiqué a publication carries, and what stays at home.

Stays at home, in every shape: who confirmed a pair and who signed a quote off, how sure the recognition was, other
ways the texts call a person, words known to the spelling, spelling variants, quotes and marks without words, links
that lead nowhere safe. A shape of one language leaves the other side behind; a bare item its pictures.
"""

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from editor.model.communique import Communique
from editor.model.contact import Contact
from editor.model.language import Bilingual
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.pictures import Picture, Rendition
from editor.model.release import Action, Publication, Release
from editor.model.rows import Row, Side
from editor.newsml.edition import Edition
from editor.newsml.identifiers import picture_file, picture_id, picture_key
from editor.newsml.kept import KINDS, kept_elements
from editor.newsml.layout import published_marks
from editor.newsml.reading.releases import STATUSES, action_told
from editor.newsml.vocabulary import text_of
from editor.newsml.wording import one_line
from editor.newsml.writing.people import functions


def carried(edition: Edition) -> Communique:
    """Return the communiqué as whoever reads the published file finds it: the law is `read(build(doc)) == carried`."""
    doc = edition.doc
    people = {person.id: f"p{number}" for number, person in enumerate(doc.participants, start=1)}
    rows = tuple(_row(edition, row, people) for row in doc.rows)
    whole = Communique(
        rows,
        tuple(_person(edition, person, people[person.id]) for person in doc.participants),
        tuple(_quotes(edition, rows, people)),
        tuple(_picture(edition, picture) for picture in edition.pictures),
        _release(edition),
        _kept_again(edition.doc.foreign),
    )
    return replace(whole, counter=whole.last_number)


def _row(edition: Edition, row: Row, people: dict[str, str]) -> Row:
    languages = edition.shape.languages
    sides: Bilingual[Side] = Bilingual((), ())
    for language in languages:
        sides = sides.having(language, tuple(_passage(edition.doc, passage, people) for passage in row[language]))
    on_purpose = row.on_purpose and any(not row[language] for language in languages)
    return Row(one_line(row.id), sides, row.kind, row.level, row.number, on_purpose)


def _passage(doc: Communique, passage: Passage, people: dict[str, str]) -> Passage:
    def moved(mark: Mark) -> Mark:
        return replace(mark, target=people[mark.target]) if mark.kind is MarkKind.PERSON else mark

    return Passage(passage.text, tuple(moved(mark) for mark in published_marks(doc, passage)))


def _person(edition: Edition, person: Participant, person_id: str) -> Participant:
    return Participant(
        person_id,
        person.name.each(one_line),
        functions(person),
        person.organisation.each(one_line),
        one_line(person.country),
        person.honorific.each(one_line),
        person.gender,
        code=text_of(edition.people[person.id]),
    )


def _quotes(edition: Edition, rows: tuple[Row, ...], people: dict[str, str]) -> Iterable[Quote]:
    known = {one_line(quote.id): quote for quote in reversed(edition.doc.quotes)}
    said: dict[str, None] = {}
    for language in edition.shape.languages:
        for row in rows:
            for passage in row[language]:
                said.update((mark.target, None) for mark in passage.stretches(MarkKind.QUOTE))
    for name in said:
        quote = known.get(name, Quote(name))
        yield Quote(name, people.get(quote.speaker, ""), quote.is_attributed, original=quote.original)


def _picture(edition: Edition, picture: Picture) -> Picture:
    return replace(
        picture,
        id=picture_id(picture_key(picture.id)),
        file=picture_file(edition.doc.release.reference, picture, picture),
        caption=one_line(picture.caption) if edition.doc.row(picture.caption) else "",
        credit=picture.credit.each(one_line),
        alternative=picture.alternative.each(one_line),
        media_type=one_line(picture.media_type),
        fingerprint=one_line(picture.fingerprint),
        size=max(picture.size, 0),
        width=max(picture.width, 0),
        height=max(picture.height, 0),
        renditions=tuple(_rendition(edition, picture, each) for each in picture.renditions),
        foreign=_kept_again(picture.foreign),
    )


def _rendition(edition: Edition, picture: Picture, rendition: Rendition) -> Rendition:
    return replace(
        rendition,
        file=picture_file(edition.doc.release.reference, picture, rendition),
        size=max(rendition.size, 0),
        width=max(rendition.width, 0),
        height=max(rendition.height, 0),
    )


def _release(edition: Edition) -> Release:
    release = edition.doc.release
    languages = edition.shape.languages
    place: Bilingual[str] = Bilingual("", "")
    keywords: Bilingual[tuple[str, ...]] = Bilingual((), ())
    contact = Contact()
    for language in languages:
        place = place.having(language, one_line(release.place[language]))
        keywords = keywords.having(language, tuple(filter(None, map(one_line, release.keywords[language]))))
        contact = contact.having(language, edition.contact)
    return Release(
        profile=edition.profile.name,
        reference=one_line(release.reference),
        date=release.date,
        updated=edition.clock(release.updated) if release.updated else None,
        place=place,
        country=one_line(release.country),
        embargo=edition.embargo,
        status=STATUSES[edition.pub_status],
        urgency=edition.urgency,
        topics=tuple(dict.fromkeys(release.topics)),
        keywords=keywords,
        genre=edition.genre,
        service=edition.service,
        contact=contact,
        publications=_publications(edition),
    )


def _publications(edition: Edition) -> tuple[Publication, ...]:
    note = edition.doc.release.note.each(lambda text: text if text.strip() else "")
    last = Publication(
        edition.version,
        action_told(edition.pub_status, edition.signal, edition.version),
        edition.at,
        edition.shape.value,
        identifier=edition.guid,
        embargo=edition.embargo,
        note=note,
    )
    if edition.version == 1:
        return (last,)
    return (Publication(1, Action.NEW, edition.first, edition.shape.value, identifier=edition.guid), last)


def _kept_again(pieces: Iterable[str]) -> tuple[str, ...]:
    """Return pieces as they are found where they were published: in the order of their places there."""
    elements = list(kept_elements(pieces))
    return tuple(
        etree.tostring(each, encoding="unicode")
        for names in KINDS
        for each in elements
        if etree.QName(each).localname in names
    )
