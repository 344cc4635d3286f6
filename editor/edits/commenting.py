"""Edits of comments: say something about a row or some of its words, answer, settle, take out."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from editor.edits.edit import Edit
from editor.errors import Unfit
from editor.model.address import Address
from editor.model.comments import Comment, Reply
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row, Side
from editor.words import say


def add(places: tuple[Address, ...], text: str, by: str, at: datetime) -> Edit:
    """Comment on stretches of passages, which are marked; where they hold no words, on the row of the first.

    Raises Unfit where the text says nothing, or the place is gone.
    """

    def change(doc: Communique) -> Communique:
        if not text.strip():
            raise Unfit(say("A comment says something."))
        (new_id,), doc = doc.fresh("c")
        doc = replace(doc, comments=(*doc.comments, Comment(new_id, text.strip(), by, at)))
        marked = False
        for place in places:
            row = _row(doc, place)
            after = _marked(row, place, new_id)
            marked = marked or after is not row
            doc = doc.having_row(after)
        if not marked:
            row = _row(doc, places[0])
            doc = doc.having_row(replace(row, comments=(*row.comments, new_id)))
        return doc

    return Edit(say("Comment"), change)


def reply(comment_id: str, text: str, by: str, at: datetime) -> Edit:
    """Answer a comment, which is open again by that. Raises Unfit where the answer says nothing."""

    def change(comment: Comment) -> Comment:
        if not text.strip():
            raise Unfit(say("A comment says something."))
        return replace(comment, replies=(*comment.replies, Reply(text.strip(), by, at)), is_resolved=False)

    return Edit(say("Answer a comment"), lambda doc: _with(doc, comment_id, change))


def resolve(comment_id: str, is_resolved: bool = True) -> Edit:
    """Say that a comment is settled (or is not)."""
    label = say("Settle a comment") if is_resolved else say("Open a comment again")
    return Edit(label, lambda doc: _with(doc, comment_id, lambda comment: replace(comment, is_resolved=is_resolved)))


def remove(comment_id: str) -> Edit:
    """Take a comment out, with its answers and its marks."""

    def change(doc: Communique) -> Communique:
        rows = tuple(_without(row, comment_id) for row in doc.rows)
        kept = tuple(comment for comment in doc.comments if comment.id != comment_id)
        return replace(doc, rows=rows, comments=kept)

    return Edit(say("Delete a comment"), change)


def _row(doc: Communique, place: Address) -> Row:
    row = doc.row(place.id)
    if row is None:
        raise Unfit(say("This place is no longer in the text."))
    return row


def _marked(row: Row, place: Address, comment_id: str) -> Row:
    """Return the row with a stretch marked; the same row where there are no words."""
    if place.language is None or not place.is_stretch:
        return row
    side, index = row[place.language], place.passage or 0
    passage = side[index] if index < len(side) else Passage()
    start, end = place.start or 0, min(place.end or 0, len(passage.text))
    if not passage.text[start:end].strip():
        return row
    marked = passage.marked(start, end, MarkKind.COMMENT, comment_id)
    return row.having(place.language, (*side[:index], marked, *side[index + 1 :]))


def _with(doc: Communique, comment_id: str, change: Callable[[Comment], Comment]) -> Communique:
    if doc.comment(comment_id) is None:
        raise Unfit(say("This comment is no longer there."))
    comments = (change(comment) if comment.id == comment_id else comment for comment in doc.comments)
    return replace(doc, comments=tuple(comments))


def _without(row: Row, comment_id: str) -> Row:
    sides: Bilingual[Side] = row.sides.each(lambda side: tuple(_lifted(passage, comment_id) for passage in side))
    comments = tuple(each for each in row.comments if each != comment_id)
    return row if (sides, comments) == (row.sides, row.comments) else replace(row, sides=sides, comments=comments)


def _lifted(passage: Passage, comment_id: str) -> Passage:
    def stays(mark: Mark) -> bool:
        return mark.kind is not MarkKind.COMMENT or mark.target != comment_id

    kept: Iterable[Mark] = filter(stays, passage.marks)
    return Passage(passage.text, tuple(kept))
