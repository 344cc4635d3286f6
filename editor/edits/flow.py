"""How rows follow when a stretch of one language's text, perhaps over many rows, gives way to other paragraphs.

One function, `flow`, decides what happens to the rows; the other language's passages are only ever put one after the
other, never lost. The rules, from a person's point of view:

- a line end inside a passage parts it in its row (1:2), or makes two rows where the other side says nothing;
- a line end behind a row's last passage opens a new row below, before its first passage an empty row above;
- as many paragraphs as there were take their places one to one;
- more paragraphs than there were fill the empty sides that follow, but no blank row for a contact, a caption or another
  thing that stands apart from the story; the rest stays in the last row filled;
- text deleted across the edge of two rows joins them; over more rows, the rest goes where something was left;
- a row that lost one side keeps its place while the other side says something, else it vanishes.
"""

from collections.abc import Sequence
from dataclasses import replace

from editor.edits.numbering import renumbered
from editor.edits.rows import joined, place_of
from editor.errors import Unfit
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row, RowKind, Side
from editor.values import frozen
from editor.words import say

_KINDS_APART = (
    RowKind.CAPTION, RowKind.DELIVERY, RowKind.BOILERPLATE, RowKind.CONTACT, RowKind.NOTE, RowKind.END_MARK
)  # fmt: skip
_KINDS_THAT_GO_ON = (RowKind.LIST_ITEM, RowKind.BOILERPLATE, RowKind.CONTACT, RowKind.NOTE)


Shape = tuple[RowKind, int, int | None]
"""What a paragraph that comes is: kind, level and number of its row."""


@frozen
class Splice:
    """A stretch of one language's text and the paragraphs that take its place (at least one, perhaps empty).

    `start` and `end` are places in rows: id, passage and character (`Address.start`, code points). Both may be the
    same place. Two pieces mean one new line end, and so on. `shapes` says of each piece, or of none, what it is:
    rows that come with the pieces, and rows that said nothing, take it over.
    """

    language: Language
    start: Address
    end: Address
    pieces: tuple[Passage, ...]
    shapes: tuple[Shape | None, ...] = ()

    @property
    def is_inside_a_passage(self) -> bool:
        """Whether one passage alone changes."""
        same = self.start.id == self.end.id and self.start.passage == self.end.passage
        return same and len(self.pieces) == 1


@frozen
class _Spot:
    row: int
    passage: int
    character: int


@frozen
class _Seam:
    """What a splice works on: the rows touched, what stays before and after, and the new blocks in between."""

    doc: Communique
    language: Language
    start: _Spot
    end: _Spot
    before: Side
    head: Passage
    tail: Passage
    after: Side
    blocks: tuple[Passage, ...]
    shapes: tuple[Shape | None, ...]

    @property
    def first(self) -> Row:
        return self.doc.rows[self.start.row]

    @property
    def last(self) -> Row:
        return self.doc.rows[self.end.row]

    @property
    def ends_the_row(self) -> bool:
        return not self.after and not self.tail.text

    @property
    def starts_the_row(self) -> bool:
        return not self.before and not self.head.text

    @property
    def is_line_end(self) -> bool:
        return self.start == self.end and len(self.blocks) == 2 and self.blocks == (self.head, self.tail)

    def caret(self, row: Row, passage: int) -> Address:
        """Where the caret goes when the last new block is this passage: behind what was written."""
        place = len(self.blocks[-1].text) - len(self.tail.text)
        return row.address(self.language, passage, place, place)

    def with_rows(self, rows: Sequence[Row]) -> Communique:
        """Exchange the rows touched."""
        all_rows = self.doc.rows
        return replace(self.doc, rows=(*all_rows[: self.start.row], *rows, *all_rows[self.end.row + 1 :]))


def flow(doc: Communique, splice: Splice) -> tuple[Communique, Address]:
    """Return the communiqué after a splice, and where the caret goes. Raises Unfit where the place is gone."""
    start = _spot(doc, splice.language, splice.start)
    end = start if splice.end == splice.start else _spot(doc, splice.language, splice.end)
    if (start.row, start.passage, start.character) > (end.row, end.passage, end.character):
        raise _gone()
    if splice.is_inside_a_passage:
        return _inside(doc, splice, start, end)
    seam = _seam(doc, splice, start, end)
    after, caret = _flowed(seam)
    return replace(after, rows=renumbered(doc.rows, _shaped(seam, after.rows))), caret


def _flowed(seam: _Seam) -> tuple[Communique, Address]:
    if len(seam.blocks) > 1 and len(seam.blocks) == _count(seam):
        return _one_to_one(seam)
    if seam.start.row == seam.end.row:
        return _within_row(seam)
    return _across(seam) if len(seam.blocks) == 1 else _spread(seam)


def _shaped(seam: _Seam, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Give rows that came with the pieces, or that were plain and said nothing, the kind of what came into them."""
    shapes = {id(block): shape for block, shape in zip(seam.blocks, seam.shapes, strict=False) if shape is not None}
    if not shapes:
        return rows
    settled = {row.id for row in seam.doc.rows if row.kind is not RowKind.PARAGRAPH or any(row.wording)}
    shaped = []
    for row in rows:
        side = row[seam.language]
        shape = shapes.get(id(side[0])) if side and row.id not in settled else None
        shaped.append(row if shape is None else replace(row, kind=shape[0], level=shape[1], number=shape[2]))
    return tuple(shaped)


def _inside(doc: Communique, splice: Splice, start: _Spot, end: _Spot) -> tuple[Communique, Address]:
    row = doc.rows[start.row]
    side = _blocks(row, splice.language)
    changed = _spliced(side[start.passage], start.character, end.character, splice.pieces[0])
    row = row.having(splice.language, (*side[: start.passage], changed, *side[start.passage + 1 :]))
    place = start.character + len(splice.pieces[0].text)
    return doc.having_row_at(start.row, row), row.address(splice.language, start.passage, place, place)


def _seam(doc: Communique, splice: Splice, start: _Spot, end: _Spot) -> _Seam:
    first = _blocks(doc.rows[start.row], splice.language)
    last = _blocks(doc.rows[end.row], splice.language)
    opening, closing = first[start.passage], last[end.passage]
    head = opening.cut(0, start.character)
    tail = closing.cut(end.character, len(closing.text))
    pieces = splice.pieces
    blocks: Side
    if len(pieces) == 1:
        whole = opening + closing
        blocks = (_spliced(whole, start.character, len(opening.text) + end.character, pieces[0]),)
    else:
        blocks = (head + pieces[0], *pieces[1:-1], pieces[-1] + tail)
    before, after = first[: start.passage], last[end.passage + 1 :]
    return _Seam(doc, splice.language, start, end, before, head, tail, after, blocks, splice.shapes)


def _count(seam: _Seam) -> int:
    between = seam.doc.rows[seam.start.row : seam.end.row]
    blocks = sum(len(_blocks(row, seam.language)) for row in between)
    return blocks - seam.start.passage + seam.end.passage + 1


def _one_to_one(seam: _Seam) -> tuple[Communique, Address]:
    rows, left, place = [], list(seam.blocks), seam.start.passage
    for index in range(seam.start.row, seam.end.row + 1):
        row = seam.doc.rows[index]
        old = _blocks(row, seam.language)
        stop = seam.end.passage + 1 if index == seam.end.row else len(old)
        taken, left = left[: stop - place], left[stop - place :]
        rows.append(row.having(seam.language, (*old[:place], *taken, *old[stop:])))
        place = 0
    return seam.with_rows(rows), seam.caret(rows[-1], seam.end.passage)


def _within_row(seam: _Seam) -> tuple[Communique, Address]:
    row, language = seam.first, seam.language
    alone = not row.has_text(language.other)
    if len(seam.blocks) > 1:
        if seam.is_line_end and seam.starts_the_row and not seam.ends_the_row:
            return _opened_above(seam)
        if seam.ends_the_row:
            return _poured(seam, [row.having(language, (*seam.before, seam.blocks[0]))], seam.blocks[1:])
        if alone:
            first = row.having(language, (*seam.before, seam.blocks[0]))
            doc, rows = _new_rows(seam.doc, first, language, seam.blocks[1:])
            rows[-1] = rows[-1].having(language, (seam.blocks[-1], *seam.after))
            return replace(doc, rows=seam.with_rows([first, *rows]).rows), seam.caret(rows[-1], 0)
    row = row.having(language, (*seam.before, *seam.blocks, *seam.after))
    return seam.with_rows([row]), seam.caret(row, len(seam.before) + len(seam.blocks) - 1)


def _opened_above(seam: _Seam) -> tuple[Communique, Address]:
    (new_id,), doc = seam.doc.fresh("r")
    kind = seam.first.kind if seam.first.kind in _KINDS_THAT_GO_ON else RowKind.PARAGRAPH
    number = seam.first.number if kind is seam.first.kind else None
    above = Row(new_id, kind=kind, level=seam.first.level if kind is seam.first.kind else 0, number=number)
    return replace(doc, rows=seam.with_rows([above, seam.first]).rows), seam.caret(seam.first, 0)


def _poured(seam: _Seam, rows: list[Row], blocks: tuple[Passage, ...]) -> tuple[Communique, Address]:
    """Fill the empty sides that follow; a last empty block opens a row of its own; the rest stays together."""
    language = seam.language
    opens = not blocks[-1].text
    rest = list(blocks[:-1] if opens else blocks)
    filled = 0
    for row in seam.doc.rows[seam.end.row + 1 :]:
        if not rest or row[language] or row.on_purpose or _is_kept_apart(row, rows[-1]):
            break
        rows.append(row.having(language, (rest.pop(0),)))
        filled += 1
    doc = seam.doc
    if rest and rows[-1].has_text(language.other) and not any(seam.shapes):
        rows[-1] = rows[-1].having(language, (*rows[-1][language], *rest))
    elif rest:
        doc, more = _new_rows(doc, rows[-1], language, tuple(rest))
        rows += more
    if opens:
        doc, more = _new_rows(doc, replace(rows[-1], on_purpose=False), language, (blocks[-1],))
        rows += more
    everything = (*doc.rows[: seam.start.row], *rows, *doc.rows[seam.end.row + 1 + filled :])
    return replace(doc, rows=everything), seam.caret(rows[-1], max(len(rows[-1][language]) - 1, 0))


def _is_kept_apart(row: Row, above: Row) -> bool:
    """Whether a row waits for something of its own that the paragraphs poured in above it are not."""
    return row.kind in _KINDS_APART and row.kind is not above.kind and not any(row.sides)


def _across(seam: _Seam) -> tuple[Communique, Address]:
    """One block is left of several rows."""
    language, (block,) = seam.language, seam.blocks
    lower_left = bool(seam.tail.text or seam.after)
    neighbours = seam.end.row == seam.start.row + 1
    if neighbours and lower_left and not seam.starts_the_row:
        row = joined(seam.first, seam.last).having(language, (*seam.before, block, *seam.after))
        return seam.with_rows([row]), seam.caret(row, len(seam.before))
    was_empty = not seam.first[language] and seam.first.has_text(language.other)
    if seam.starts_the_row and lower_left and not was_empty:
        row = seam.last.having(language, (block, *seam.after))
        return seam.with_rows([*_bereft(seam, seam.start.row, seam.end.row), row]), seam.caret(row, 0)
    row = seam.first.having(language, (*seam.before, block, *seam.after))
    bereft = _bereft(seam, seam.start.row + 1, seam.end.row + 1)
    return seam.with_rows([row, *bereft]), seam.caret(row, len(seam.before))


def _spread(seam: _Seam) -> tuple[Communique, Address]:
    """Several blocks over several rows: the first stays with the first row, what follows finds its rows in order."""
    language = seam.language
    rows = [seam.first.having(language, (*seam.before, seam.blocks[0]))]
    if seam.ends_the_row:
        count = seam.end.row - seam.start.row
        for index, block in enumerate(seam.blocks[1 : 1 + count], seam.start.row + 1):
            rows.append(seam.doc.rows[index].having(language, (block,)))
        if len(seam.blocks) > 1 + count:
            return _poured(seam, rows, seam.blocks[1 + count :])
        caret = seam.caret(rows[-1], max(len(rows[-1][language]) - 1, 0))
        bereft = _bereft(seam, seam.start.row + len(rows), seam.end.row + 1)
        return seam.with_rows([*rows, *bereft]), caret
    middles = list(seam.blocks[1:-1])
    for index in range(seam.start.row + 1, seam.end.row):
        if middles:
            rows.append(seam.doc.rows[index].having(language, (middles.pop(0),)))
        else:
            rows.extend(_bereft(seam, index, index + 1))
    if middles:
        rows[-1] = rows[-1].having(language, (*rows[-1][language], *middles))
    last = seam.last.having(language, (seam.blocks[-1], *seam.after))
    return seam.with_rows([*rows, last]), seam.caret(last, 0)


def _bereft(seam: _Seam, start: int, end: int) -> list[Row]:
    """Return what is left of the rows [start, end) that lose this side."""
    captions = {picture.caption for picture in seam.doc.pictures}
    rows = seam.doc.rows[start:end]
    kept = (row for row in rows if row.has_text(seam.language.other) or row.id in captions)
    return [row.having(seam.language, ()) for row in kept]


def _new_rows(
    doc: Communique, above: Row, language: Language, blocks: tuple[Passage, ...]
) -> tuple[Communique, list[Row]]:
    """Return new rows for blocks that follow a row, with this one language, and the communiqué that knows the ids."""
    ids, doc = doc.fresh("r", len(blocks))
    kind = above.kind if above.kind in _KINDS_THAT_GO_ON else RowKind.PARAGRAPH
    level = above.level if kind is above.kind else 0
    number = above.number if kind is above.kind else None
    rows = []
    for index, (row_id, block) in enumerate(zip(ids, blocks, strict=True), 1):
        next_number = None if number is None else number + index
        empty: Bilingual[Side] = Bilingual((), ())
        sides = empty.having(language, (block,))
        rows.append(Row(row_id, sides, kind, level, next_number, on_purpose=above.on_purpose))
    return doc, rows


def _blocks(row: Row, language: Language) -> Side:
    """Return the paragraphs a side shows: an empty side shows one, and it is empty."""
    return row[language] or (Passage(),)


def _spliced(passage: Passage, start: int, end: int, piece: Passage) -> Passage:
    changed = passage.splice(start, end, piece.text)
    for mark in piece.marks:
        changed = changed.marked(mark.start + start, mark.end + start, mark.kind, mark.target)
    return changed


def _spot(doc: Communique, language: Language, place: Address) -> _Spot:
    index = place_of(doc, place.id)
    side = _blocks(doc.rows[index], language)
    passage, character = place.passage or 0, place.start or 0
    if not 0 <= passage < len(side) or not 0 <= character <= len(side[passage].text):
        raise _gone()
    return _Spot(index, passage, character)


def _gone() -> Unfit:
    return Unfit(say("This place is no longer in the text."))
