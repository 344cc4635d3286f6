"""Aligning again: pairs anew the passages of all rows that nobody has settled, around those somebody has."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.edits.edit import Edit
from editor.edits.pairing import is_settled
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row, RowKind, Side
from editor.text.alignment import Bead, Pair, Unit, align
from editor.values import frozen
from editor.words import say


def align_again(doc: Communique) -> Edit:
    """Return the edit that pairs the open rows of this communiqué anew; one step of the history.

    Confirmed and stale rows, those with one language on purpose, the headline and the captions of pictures stay as
    they are, and so do the kinds of rows and all that is said about them. Pairs that were rejected are not proposed.
    Raises Unfit for texts that are too long to be aligned.
    """
    columns = Bilingual(tuple(_column(doc, Language.EN)), tuple(_column(doc, Language.FR)))
    # The kind of a row is that of the side that was first in it: it would speak for the pairs there are.
    units = columns.each(lambda column: [Unit(each.passage.text) for each in column])
    beads = align(units.en, units.fr, tuple(_anchors(doc, columns)), tuple(_rejected(doc, columns)))
    after = _rebuilt(doc, columns, beads)
    # The rows were read before: an edit of another value would put back what has been written since.
    return Edit(say("Align again"), lambda now: after if now == doc else now)


@frozen
class _Placed:
    """A passage that says something, and the row it stands in."""

    row: Row
    passage: Passage


Column = tuple[_Placed, ...]


def _column(doc: Communique, language: Language) -> Iterator[_Placed]:
    for row in doc.rows:
        for passage in row[language]:
            yield _Placed(row, passage)


def _is_fixed(doc: Communique, row: Row) -> bool:
    is_caption = any(picture.caption == row.id for picture in doc.pictures)
    return is_settled(row) or is_caption or (row.kind is RowKind.HEADLINE and row.is_complete)


def _anchors(doc: Communique, columns: Bilingual[Column]) -> Iterator[Pair]:
    for row in doc.rows:
        if _is_fixed(doc, row):
            en, fr = (_places(column, row) for column in columns)
            if en or fr:
                yield en, fr


def _places(column: Column, row: Row) -> tuple[int, ...]:
    return tuple(place for place, each in enumerate(column) if each.row is row)


def _rejected(doc: Communique, columns: Bilingual[Column]) -> Iterator[Pair]:
    """Yield the places where the words of rejected pairs stand now."""
    for wording in doc.rejected:
        english, french = (tuple(_found(column, text)) for column, text in zip(columns, wording, strict=True))
        for en in english:
            for fr in french:
                yield en, fr


def _found(column: Column, text: str) -> Iterator[tuple[int, ...]]:
    wanted = text.split("\n")
    for start in range(len(column) - len(wanted) + 1):
        if all(column[start + offset].passage.text == part for offset, part in enumerate(wanted)):
            yield tuple(range(start, start + len(wanted)))


def _rebuilt(doc: Communique, columns: Bilingual[Column], beads: Sequence[Bead]) -> Communique:
    rows: list[Row] = []
    used: set[str] = set()
    told: set[str] = set()
    for bead in beads:
        held = [columns.en[place] for place in bead.en] + [columns.fr[place] for place in bead.fr]
        fixed = next((each.row for each in held if _is_fixed(doc, each.row)), None)
        if fixed is not None:
            if fixed.id not in used:
                rows.append(fixed)
                used.add(fixed.id)
            continue
        base, doc = _base(doc, [each.row for each in held], used)
        spoken_of = {each.row.id: each.row for each in held if each.row.id not in told}
        used.add(base.id)
        told.update(spoken_of)
        row = replace(
            base,
            sides=Bilingual(_side(columns.en, bead.en), _side(columns.fr, bead.fr)),
            certainty=bead.confidence,
            comments=tuple(dict.fromkeys(each for row in spoken_of.values() for each in row.comments)),
        )
        rows.append(row)
    return replace(doc, rows=tuple(_with_blank_rows(doc, rows)))


def _base(doc: Communique, rows: Sequence[Row], used: set[str]) -> tuple[Row, Communique]:
    """Return the row that goes on as the row of these passages: the first that is not taken yet, or a new one."""
    for row in rows:
        if row.id not in used:
            return row, doc
    (new_id,), doc = doc.fresh("r")
    kind = RowKind.PARAGRAPH if rows[0].kind is RowKind.HEADLINE else rows[0].kind
    return Row(new_id, kind=kind, level=rows[0].level), doc


def _side(column: Column, places: Sequence[int]) -> Side:
    return tuple(column[place].passage for place in places)


def _with_blank_rows(doc: Communique, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, and those without any words behind the row that they followed."""
    following: dict[str, list[Row]] = {}
    last = ""
    kept = {row.id for row in rows}
    for row in doc.rows:
        if not any(row.sides):
            following.setdefault(last, []).append(row)
        elif row.id in kept:
            last = row.id
    yield from following.get("", ())
    for row in rows:
        yield row
        yield from following.get(row.id, ())
