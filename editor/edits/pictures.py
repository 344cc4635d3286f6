"""Edits of pictures: add, remove, move, exchange files, and the row that is the caption."""

from collections.abc import Iterator
from dataclasses import replace

from editor.edits.edit import Edit
from editor.edits.ordering import moved
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.pictures import Picture, Rendition, Use
from editor.model.rows import Row, RowKind
from editor.words import say

_CAPTIONABLE = (RowKind.CAPTION, RowKind.PARAGRAPH)
"""Kinds of row that may become a caption; a headline or a contact is something else."""


def add_picture(picture: Picture) -> Edit:
    """Add a picture; the id given is exchanged for a fresh one.

    Without a caption of its own it takes the first caption row that has no picture yet; where there is none, an empty
    one is made below the lead.
    """

    def change(doc: Communique) -> Communique:
        (new_id,), doc = doc.fresh("i")
        doc = replace(doc, pictures=(*doc.pictures, replace(picture, id=new_id)))
        return doc if picture.caption else _captioned(doc, new_id)

    return Edit(say("Add picture"), change)


def remove_picture(picture_id: str) -> Edit:
    """Take a picture out; its caption row and its file stay."""

    def change(doc: Communique) -> Communique:
        return replace(doc, pictures=tuple(picture for picture in doc.pictures if picture.id != picture_id))

    return Edit(say("Remove picture"), change)


def move_picture(picture_id: str, by: int) -> Edit:
    """Move a picture `by` places down the list (negative: up), as far as there are places."""

    def change(doc: Communique) -> Communique:
        return replace(doc, pictures=moved(doc.pictures, picture_id, by))

    return Edit(say("Move picture"), change)


def exchange_file(picture_id: str, found: Picture) -> Edit:
    """Show another file as a picture: `found` holds its name, what was read from it, and the renditions made of it.

    Words and caption stay; the renditions of the former file go.
    """

    def change(doc: Communique) -> Communique:
        return _with_picture(doc, _picture(doc, picture_id).with_file_of(found))

    return Edit(say("Exchange picture file"), change)


def set_renditions(picture_id: str, renditions: tuple[Rendition, ...]) -> Edit:
    """Give a picture further files, each in the place of a former one for the same use."""

    def change(doc: Communique) -> Communique:
        return _with_picture(doc, _picture(doc, picture_id).having(*renditions))

    return Edit(say("Add picture sizes"), change)


def remove_rendition(picture_id: str, use: Use) -> Edit:
    """Take a further file of a picture out; it stays in the folder."""

    def change(doc: Communique) -> Communique:
        return _with_picture(doc, _picture(doc, picture_id).without(use))

    return Edit(say("Remove picture size"), change)


def caption_with(picture_id: str, row_id: str) -> Edit:
    """Make a row the caption of a picture; a paragraph becomes a caption. An empty id leaves it without one.

    Raises Unfit when applied where there is no such row, or it is neither a paragraph nor a caption.
    """

    def change(doc: Communique) -> Communique:
        if row_id:
            doc = doc.having_row(_caption_row(doc, row_id))
        return _with_picture(doc, replace(_picture(doc, picture_id), caption=row_id))

    return Edit(say("Set caption"), change)


def make_caption(picture_id: str) -> Edit:
    """Give a picture without one a caption: a caption row without picture, or a new empty row below the lead."""
    return Edit(say("Make a caption row"), lambda doc: _captioned(doc, picture_id))


def free_captions(doc: Communique) -> Iterator[Row]:
    """Yield the caption rows that belong to no picture."""
    taken = {picture.caption for picture in doc.pictures}
    return (row for row in doc.rows if row.kind is RowKind.CAPTION and row.id not in taken)


def _captioned(doc: Communique, picture_id: str) -> Communique:
    row = next(free_captions(doc), None)
    if row is None:
        index = _below_lead(doc)
        (row_id,), doc = doc.fresh("r")
        row = Row(row_id, kind=RowKind.CAPTION)
        doc = replace(doc, rows=(*doc.rows[:index], row, *doc.rows[index:]))
    return _with_picture(doc, replace(_picture(doc, picture_id), caption=row.id))


def _below_lead(doc: Communique) -> int:
    """Return the place behind the first paragraph and the captions that follow it; the end where there is none."""
    lead = next((index for index, row in enumerate(doc.rows) if row.kind is RowKind.PARAGRAPH), None)
    if lead is None:
        return len(doc.rows)
    place = lead + 1
    while place < len(doc.rows) and doc.rows[place].kind is RowKind.CAPTION:
        place += 1
    return place


def _caption_row(doc: Communique, row_id: str) -> Row:
    row = doc.row(row_id)
    if row is None:
        raise Unfit(say("there is no row “{row}”", row=row_id))
    if row.kind not in _CAPTIONABLE:
        raise Unfit(say("only a paragraph or a caption can be the caption of a picture"))
    return row if row.kind is RowKind.CAPTION else replace(row, kind=RowKind.CAPTION, level=0, number=None)


def _picture(doc: Communique, picture_id: str) -> Picture:
    picture = doc.picture(picture_id)
    if picture is None:
        raise Unfit(say("This picture is no longer there."))
    return picture


def _with_picture(doc: Communique, picture: Picture) -> Communique:
    pictures = tuple(picture if each.id == picture.id else each for each in doc.pictures)
    return replace(doc, pictures=pictures)
