"""Edits that repair an alignment: which passages of the two languages stand in one row, and what was aligned anew.

What somebody settled stays as it is: a row that was confirmed, or that has one language on purpose, is moved by none
of these edits; what is pushed against it stops before it.
"""

from collections.abc import Sequence
from dataclasses import replace

from editor.edits.edit import Edit
from editor.edits.rows import place_of, rejecting
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.rows import Row, RowKind, Side
from editor.words import Sentence, say


def move_side(row_id: str, language: Language, passage: int, *, down: bool) -> Edit:
    """Move one side of a row against the other language, into the row below or above.

    The whole side, from its edge passage, pushes what follows down as far as the next empty side, or, upwards, goes
    into the gap above with what follows; where there is no gap, it joins the row above. Of a side with several
    passages only those from `passage` (0-based) to the edge go, and join the neighbouring row.
    Raises Unfit where that row is settled, or there is none.
    """

    def change(doc: Communique) -> Communique:
        index = _open_row(doc, row_id)
        move = _moved_down if down else _moved_up
        rows, doc = move(rejecting(doc, doc.rows[index]), index, language, passage)
        return replace(doc, rows=_without_empty(doc, rows))

    return Edit(_LABELS[language][down], change)


def exchange(row_id: str, language: Language) -> Edit:
    """Exchange one side of a row with the same side of the row below. Raises Unfit where one of them is settled."""

    def change(doc: Communique) -> Communique:
        index = _open_row(doc, row_id)
        if index + 1 == len(doc.rows) or is_settled(doc.rows[index + 1]):
            raise Unfit(_NO_ROW_BELOW)
        upper, lower = doc.rows[index], doc.rows[index + 1]
        doc = rejecting(rejecting(doc, upper), lower)
        pair = (_with(upper, language, lower[language]), _with(lower, language, upper[language]))
        return replace(doc, rows=_without_empty(doc, (*doc.rows[:index], *pair, *doc.rows[index + 2 :])))

    return Edit(say("Exchange with the row below"), change)


def is_settled(row: Row) -> bool:
    """Whether somebody decided what stands in this row: no aligning may change it."""
    return row.confirmation is not None or (row.on_purpose and not row.is_complete)


_LABELS: dict[Language, tuple[Sentence, Sentence]] = {
    Language.EN: (say("Move the English up"), say("Move the English down")),
    Language.FR: (say("Move the French up"), say("Move the French down")),
}
_NO_ROW_BELOW = say("There is no row below that could take this.")
_NO_ROW_ABOVE = say("There is no row above that could take this.")


def _moved_down(doc: Communique, index: int, language: Language, passage: int) -> tuple[tuple[Row, ...], Communique]:
    row = doc.rows[index]
    stays, goes = row[language][:passage], row[language][passage:]
    below = doc.rows[index + 1] if index + 1 < len(doc.rows) and not is_settled(doc.rows[index + 1]) else None
    rows = [*doc.rows[:index], _with(row, language, stays)]
    if stays and below is not None:
        return (*rows, _with(below, language, (*goes, *below[language])), *doc.rows[index + 2 :]), doc
    for place in range(index + 1, len(doc.rows)):
        here = doc.rows[place]
        if is_settled(here):
            break
        rows.append(_with(here, language, goes))
        goes = here[language]
        if not goes:
            return (*rows, *doc.rows[place + 1 :]), doc
    more, doc = _row_for(doc, row, language, goes)
    return (*rows, more, *doc.rows[len(rows) :]), doc


def _moved_up(doc: Communique, index: int, language: Language, passage: int) -> tuple[tuple[Row, ...], Communique]:
    if index == 0 or is_settled(doc.rows[index - 1]):
        raise Unfit(_NO_ROW_ABOVE)
    above, row = doc.rows[index - 1], doc.rows[index]
    goes, stays = row[language][: passage + 1], row[language][passage + 1 :]
    if above[language] or stays:
        taken = _with(above, language, (*above[language], *goes))
        return (*doc.rows[: index - 1], taken, _with(row, language, stays), *doc.rows[index + 1 :]), doc
    rows = [*doc.rows[: index - 1], _with(above, language, goes)]
    for place in range(index, len(doc.rows)):
        follows = doc.rows[place + 1] if place + 1 < len(doc.rows) else None
        if follows is None or is_settled(follows) or not follows[language]:
            return (*rows, _with(doc.rows[place], language, ()), *doc.rows[place + 1 :]), doc
        rows.append(_with(doc.rows[place], language, follows[language]))
    raise AssertionError("the last row ends the loop")


def _open_row(doc: Communique, row_id: str) -> int:
    index = place_of(doc, row_id)
    if is_settled(doc.rows[index]):
        raise Unfit(say("This row is settled. Take its confirmation back first."))
    return index


def _with(row: Row, language: Language, side: Side) -> Row:
    """Return a row with another side, put there by hand."""
    return replace(row.having(language, side), certainty=None)


def _row_for(doc: Communique, like: Row, language: Language, side: Side) -> tuple[Row, Communique]:
    (new_id,), doc = doc.fresh("r")
    empty: Bilingual[Side] = Bilingual((), ())
    kind = RowKind.PARAGRAPH if like.kind is RowKind.HEADLINE else like.kind
    return Row(new_id, empty.having(language, side), kind, like.level), doc


def _without_empty(doc: Communique, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Leave out the rows that lost both sides by this edit; those of captions stay, and those that were empty."""
    captions = {picture.caption for picture in doc.pictures}
    was_empty = {row.id for row in doc.rows if not any(row.sides)}
    return tuple(row for row in rows if any(row.sides) or row.id in captions or row.id in was_empty or row.comments)
