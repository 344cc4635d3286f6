"""Pictures: the news item of one picture, captions and credit in both languages."""

import re
from collections.abc import Iterator

from lxml import etree

from editor.model.language import Bilingual
from editor.model.passage import MarkKind
from editor.model.people import Participant
from editor.model.pictures import Picture, Rendition
from editor.newsml.edition import Edition
from editor.newsml.identifiers import picture_file
from editor.newsml.kept import ADMINISTRATIVE, DESCRIPTIVE, LINKS, RIGHTS
from editor.newsml.vocabulary import MAIN, ORIGINAL, PICTURE_ALIASES, PICTURE_PROFILE, SHA_256
from editor.newsml.wording import one_line
from editor.newsml.writing.elements import add, add_catalogues, add_kept, add_lines, add_names, start_item
from editor.newsml.writing.management import (
    add_notices,
    add_origin,
    add_rights,
    add_signal,
    start_management,
)

_ORDER = (MAIN, MAIN.other)
_LABEL = re.compile(
    r"(?:(?:photo(?:graph(?:ie|y)?)?s?|images?|crédits?|credits?)\b\s*(?:by\b|par\b|:)?\s*|©\s*|/\s*)+", re.IGNORECASE
)
"""Words before the name in a credit line."""


def make_picture(edition: Edition, picture: Picture) -> etree._Element:
    """Return the item of one picture.

    It bears the version of the release: what a picture's item says (caption, embargo, status) changes with it, and
    one identifier and version must never name two contents.
    """
    item = start_item("newsItem", edition.picture_guid(picture), edition.version, MAIN)
    add_catalogues(item, edition.profile.house, PICTURE_ALIASES)
    add_rights(item, edition, _ORDER)
    add_kept(item, picture.foreign, RIGHTS)
    meta = start_management(item, edition, "picture", edition.picture_status, _ORDER)
    add_origin(meta, edition, PICTURE_PROFILE, _ORDER)
    add_notices(meta, edition, MAIN)
    add(meta, "memberOf", uri=edition.guid)
    add_signal(meta, edition, edition.picture_status)
    add_kept(meta, picture.foreign, LINKS)
    _add_description(item, edition, picture)
    _add_files(item, edition, picture)
    return item


def caption(edition: Edition, picture: Picture) -> Bilingual[str]:
    """Return the caption of a picture in both languages, each on one line."""
    row = edition.doc.row(picture.caption)
    if row is None:
        return Bilingual("", "")
    return row.sides.each(lambda side: one_line(" ".join(passage.text for passage in side)))


def _add_description(item: etree._Element, edition: Edition, picture: Picture) -> None:
    meta = add(item, "contentMeta")
    add(meta, "urgency", str(edition.urgency))
    if edition.doc.release.date is not None:
        add(meta, "contentCreated", edition.doc.release.date.isoformat())
    credit = picture.credit if any(picture.credit.each(one_line)) else edition.profile.house.name
    if any(credit.each(one_line)):
        add_names(add(meta, "creator"), credit.each(_author), _ORDER)
    add_kept(meta, picture.foreign, ADMINISTRATIVE)
    shown, words = picture.alternative.each(one_line), caption(edition, picture)
    for person in _people_in(edition, picture, (*shown, *words)):
        subject = add(meta, "subject", type="cpnat:person", qcode=f"cmqpers:{edition.people[person.id]}")
        add_names(subject, person.name, _ORDER)
    title = shown[MAIN] or words[MAIN]
    if title:
        add(meta, "headline", title, lang=MAIN.value)
    add_lines(meta, "creditline", picture.credit, _ORDER)
    add_lines(meta, "description", words, _ORDER, role="drol:caption")
    add_lines(meta, "description", shown, _ORDER, role="cmqdrol:alttext")
    add_kept(meta, picture.foreign, DESCRIPTIVE)
    if picture.caption and edition.doc.row(picture.caption):
        add(meta, "contentMetaExtProperty", rel="cmqprop:row", value=one_line(picture.caption))


def _author(credit: str) -> str:
    """Return who made a picture by its credit line, which mostly begins with a word for it: “Photo: Jan Nový”."""
    line = one_line(credit)
    label = _LABEL.match(line)
    return line[label.end() :] or line if label else line


def _people_in(edition: Edition, picture: Picture, texts: tuple[str, ...]) -> Iterator[Participant]:
    """Yield the participants that a picture shows: those whom its caption or its alternative text names."""
    row = edition.doc.row(picture.caption)
    marks = (mark for side in row.sides for passage in side for mark in passage.marks) if row is not None else ()
    named = {mark.target for mark in marks if mark.kind is MarkKind.PERSON}
    for person in edition.doc.participants:
        names = set(filter(None, person.name.each(one_line)))
        if person.id in named or any(name in text for name in names for text in texts):
            yield person


def _add_files(item: etree._Element, edition: Edition, picture: Picture) -> None:
    """Append the original and its renditions, as alternatives of one another."""
    content = add(item, "contentSet")
    for image in picture.files:
        counts = {"size": image.size, "width": image.width, "height": image.height}
        remote = add(
            content,
            "remoteContent",
            rendition=f"rnd:{image.use.value if isinstance(image, Rendition) else ORIGINAL}",
            href=picture_file(edition.doc.release.reference, picture, image),
            contenttype=one_line(image.media_type),
            **{key: str(count) for key, count in counts.items() if count > 0},
        )
        if one_line(image.fingerprint):
            add(remote, "hash", one_line(image.fingerprint), hashtype=SHA_256)
