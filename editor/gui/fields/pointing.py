"""Pointing: from the blocks of a page's document to the places of its rows, and back."""

from PySide6.QtGui import QTextCursor, QTextDocument

from editor.edits.flow import Shape, Splice
from editor.gui.fields.differences import Difference, code_points, utf16
from editor.gui.fields.sheet import Sheet
from editor.model.address import Address, Part
from editor.model.language import Language
from editor.model.passage import Passage
from editor.model.rows import RowKind

_CARRIED = (RowKind.LIST_ITEM, RowKind.SUBHEADING)
"""Kinds of row that go along with their words when these are copied or moved."""


class Pointer:
    """Knows which Address a place of the document has. Nothing typed may be pending: blocks and rows must agree."""

    def __init__(self, document: QTextDocument, sheet: Sheet, language: Language) -> None:
        self._document = document
        self._sheet = sheet
        self._language = language

    def address(self, number: int, units: int) -> Address:
        """Return the place of a block (counted from 0) that is `units` of UTF-16 behind its start."""
        return self._place(number, code_points(self._sheet.texts[number], units))

    def stretches(self, start: int, end: int) -> tuple[Address, ...]:
        """Return the places of a stretch of the document, one for each passage."""
        first, last = self._document.findBlock(start), self._document.findBlock(end)
        found = []
        for number in range(first.blockNumber(), last.blockNumber() + 1):
            text = self._sheet.texts[number]
            low = code_points(text, start - first.position()) if number == first.blockNumber() else 0
            high = code_points(text, end - last.position()) if number == last.blockNumber() else len(text)
            if low < high:
                found.append(self._place(number, low, high))
        return tuple(found)

    def splice(self, found: Difference) -> Splice:
        """Return what was typed as a splice of rows."""
        start, end = self._place(*found.start), self._place(*found.end)
        return Splice(self._language, start, end, tuple(Passage(piece) for piece in found.pieces))

    def over(self, start: int, end: int, pieces: tuple[Passage, ...]) -> Splice:
        """Return the splice that puts pieces in the place of a stretch of the document."""
        first, last = self._document.findBlock(start), self._document.findBlock(end)
        places = (
            self.address(first.blockNumber(), start - first.position()),
            self.address(last.blockNumber(), end - last.position()),
        )
        return Splice(self._language, *places, pieces)

    def passages(self, stretches: tuple[Address, ...]) -> tuple[Passage, ...]:
        """Return the words of stretches with their marks."""
        rows = {row.id: row for row in self._sheet.places.rows}
        return tuple(
            rows[one.id][self._language][one.passage or 0].cut(one.start or 0, one.end or 0) for one in stretches
        )

    def shapes(self, stretches: tuple[Address, ...]) -> tuple[Shape | None, ...]:
        """Return of each stretch what it is, where that is more than a paragraph and its first words are there."""
        rows = {row.id: row for row in self._sheet.places.rows}
        shapes: list[Shape | None] = []
        for one in stretches:
            row = rows[one.id]
            begins = not one.passage and not one.start and row.kind in _CARRIED
            shapes.append((row.kind, row.level, row.number) if begins else None)
        return tuple(shapes)

    def select(self, cursor: QTextCursor, row: int, where: Address) -> None:
        """Have a cursor select a place of the row with this index."""
        blocks = self._sheet.places.blocks(row)
        number = blocks[min(where.passage or 0, len(blocks) - 1)]
        text, position = self._sheet.texts[number], self._document.findBlockByNumber(number).position()
        start = min(where.start or 0, len(text))
        end = max(start, min(where.end or start, len(text)))
        cursor.setPosition(position + utf16(text, start))
        cursor.setPosition(position + utf16(text, end), QTextCursor.MoveMode.KeepAnchor)

    def _place(self, number: int, start: int, end: int | None = None) -> Address:
        places = self._sheet.places
        if not places.rows:
            return Address(Part.ROW, "", self._language, 0, 0, 0)
        row = places.row_of(number)
        stop = start if end is None else end
        return Address(Part.ROW, places.rows[row].id, self._language, number - places.starts[row], start, stop)
