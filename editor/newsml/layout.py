"""Layout: where each passage of one language goes in a published item, and under which identifiers."""

from collections.abc import Iterator
from dataclasses import replace

from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row, RowKind
from editor.newsml.addresses import is_safe
from editor.newsml.edition import Edition
from editor.newsml.wording import one_line, phrase
from editor.values import frozen


@frozen
class Place:
    """One passage of one language in a published item, or (`passage` None) a side that has none.

    `block` is the id of its paragraph in the body, empty where it stands elsewhere (headline, caption) or says
    nothing; `part` the id of the partMeta about it; `prefix` what the body prints before its first word.
    """

    row: Row
    passage: Passage | None
    part: str
    block: str = ""
    prefix: str = ""

    @property
    def text(self) -> str:
        """What the body prints."""
        return self.prefix + self.passage.text if self.passage else ""


@frozen
class Footnote:
    """A footnote as the body prints it, below everything else: the block's id, the words meant, the note."""

    block: str
    part: str
    place: Place
    mark: Mark
    text: str


@frozen
class Layout:
    """All of one language, in the order of the text, and the lines that stand in properties of the item."""

    language: Language
    places: tuple[Place, ...]
    footnotes: tuple[Footnote, ...]
    headline: str
    subheadline: str


def lay_out(edition: Edition, language: Language) -> Layout:
    """Return where every passage of `language` goes."""
    doc = edition.doc
    headline, subheadline = _first(doc, RowKind.HEADLINE), _first(doc, RowKind.SUBHEADLINE)
    captions = {picture.caption for picture in doc.pictures if picture.caption}
    tag = language.value
    places: list[Place] = []
    blocks = 0
    for row in doc.rows:
        side = row[language]
        apart = row.id in captions and row.kind is RowKind.CAPTION
        for index, passage in enumerate(side):
            part = f"{tag}-t{len(places) + 1}"
            lifted = index == 0 and row.id in {headline, subheadline} and one_line(passage.text)
            if apart or lifted or not passage.text.strip():
                places.append(Place(row, passage, part))
                continue
            blocks += 1
            places.append(Place(row, passage, part, f"{tag}-p{blocks}", _prefix(row, index)))
        if not side:
            places.append(Place(row, None, f"{tag}-t{len(places) + 1}"))
    return Layout(
        language,
        tuple(places),
        tuple(_footnotes(doc, places, language)),
        _line(doc, headline, language),
        _line(doc, subheadline, language),
    )


def published_marks(doc: Communique, passage: Passage) -> tuple[Mark, ...]:
    """Return the marks of a passage that are published, their targets fit for XML.

    Left out are comments, links that lead nowhere safe, people there are not, and quotes and footnotes without a name.
    """
    if not passage.marks:
        return ()
    people = {person.id for person in doc.participants}
    fit = (replace(mark, target=_target(mark)) for mark in passage.marks)
    return tuple(
        mark
        for mark in fit
        if mark.kind is not MarkKind.COMMENT
        and (mark.kind is not MarkKind.LINK or (mark.target and is_safe(mark.target)))
        and (mark.kind is not MarkKind.PERSON or mark.target in people)
        and (mark.kind not in {MarkKind.QUOTE, MarkKind.FOOTNOTE} or mark.target)
    )


def _target(mark: Mark) -> str:
    return mark.target if mark.kind is MarkKind.PERSON else one_line(mark.target)


def _first(doc: Communique, kind: RowKind) -> str:
    return next((row.id for row in doc.rows if row.kind is kind), "")


def _line(doc: Communique, row_id: str, language: Language) -> str:
    row = doc.row(row_id)
    return one_line(row[language][0].text) if row and row[language] else ""


def _prefix(row: Row, index: int) -> str:
    return f"{row.number}. " if row.kind is RowKind.LIST_ITEM and row.number is not None and index == 0 else ""


def _footnotes(doc: Communique, places: list[Place], language: Language) -> Iterator[Footnote]:
    number = 0
    for place in places:
        passage = place.passage or Passage()
        for mark in published_marks(doc, passage):
            if mark.kind is MarkKind.FOOTNOTE:
                number += 1
                text = phrase("footnote", language, words=one_line(passage.words_of(mark)), note=mark.target)
                yield Footnote(f"{language.value}-n{number}", f"{language.value}-f{number}", place, mark, text)
