"""Decor: what a page shows for the moment around and behind its text: lights, signs, and what else is invisible."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTextEdit

from editor.gui.fields import ornaments
from editor.gui.fields.pointing import Pointer
from editor.gui.fields.sheet import Sheet
from editor.gui.style import Look
from editor.model.address import Address
from editor.model.rows import Row

_AROUND = 6
"""Pixels that the light behind a row reaches above and below its text."""


class Decor:
    """What one page shows besides its text. It says nothing and changes nothing: it is painted."""

    def __init__(self, page: QTextEdit, sheet: Sheet, pointer: Pointer, look: Look) -> None:
        self._page = page
        self._sheet = sheet
        self._pointer = pointer
        self.look = look
        self.hint_of: Callable[[Row], str] = _no_hint
        self.lit: int | None = None
        """The row that is lit."""
        self._signs: ornaments.Signs = {}
        self._shows_invisibles = False
        self._found: Sequence[QTextEdit.ExtraSelection] = ()
        self._answers: Sequence[QTextEdit.ExtraSelection] = ()

    def show_signs(self, signs: ornaments.Signs) -> None:
        """Show in the margin which passages something is said of."""
        if signs != self._signs:
            self._signs = signs
            self._page.viewport().update()

    def show_invisibles(self, are_shown: bool) -> None:
        """Paint spaces, line ends, hyphens and the ends of marks over the text, or leave them unseen."""
        if are_shown != self._shows_invisibles:
            self._shows_invisibles = are_shown
            self._page.viewport().update()

    def light_row(self, row: int | None) -> None:
        """Light the row whose counterpart is being written."""
        if row != self.lit:
            self.lit = row
            self._page.viewport().update()

    def light_words(self, places: Sequence[Address]) -> None:
        """Light stretches, and no others: what was searched for."""
        self._found = self._lights(places, self.look.palette.found)
        self._page.setExtraSelections([*self._answers, *self._found])

    def light_sentences(self, places: Sequence[Address]) -> None:
        """Light sentences quietly, and no others: what is being written in the other language."""
        if places or self._answers:
            self._answers = self._lights(places, self.look.palette.answer)
            self._page.setExtraSelections([*self._answers, *self._found])

    def rectangle(self, row: int) -> QRect:
        """Return where a row stands in the viewport, as it is lit."""
        document, layout = self._page.document(), self._page.document().documentLayout()
        blocks = self._sheet.places.blocks(row)
        first = layout.blockBoundingRect(document.findBlockByNumber(blocks[0]))
        last = document.findBlockByNumber(blocks[-1])
        bottom = layout.blockBoundingRect(last).bottom()
        if last.length() == 1 and last.layout().lineCount():
            # Qt leaves the room above the line of an empty block out, where that has a least height.
            bottom = last.layout().position().y() + last.layout().lineAt(0).rect().bottom()
        top = round(first.top()) - self._page.verticalScrollBar().value() - _AROUND
        return QRect(0, top, self._page.viewport().width(), round(bottom - first.top()) + 2 * _AROUND)

    def reach(self, row: int) -> range:
        """Return the pixels of the viewport, from top to bottom, over which a row stands in either language."""
        lit, count = self.rectangle(row), len(self._sheet.places.rows)
        bar = self._page.verticalScrollBar()
        end = bar.maximum() - bar.value() + self._page.viewport().height()
        if row + 1 < count:
            end = self.rectangle(row + 1).top()
        return range(lit.top(), max(end, lit.bottom() + 1))

    def paint_behind(self) -> None:
        """Paint what lies behind the text."""
        if self.lit is not None and self.lit < len(self._sheet.places.rows):
            painter = QPainter(self._page.viewport())
            painter.fillRect(self.rectangle(self.lit), self.look.palette.current_row)
            painter.end()

    def paint_over(self, event: QPaintEvent) -> None:
        """Paint what stands in empty sides, before items, in the margin and over the text."""
        if not (self._sheet.ornate or self._shows_invisibles or self._signs):
            return
        bars = self._page.horizontalScrollBar(), self._page.verticalScrollBar()
        view = event.rect(), QPointF(*(-bar.value() for bar in bars))
        painter = QPainter(self._page.viewport())
        if self._sheet.ornate:
            ornaments.paint(painter, self._sheet, self.look, self.hint_of, view)
        if self._shows_invisibles:
            from editor.gui.fields import invisibles

            invisibles.paint(painter, self._sheet, self.look, view)
        if self._signs:
            ornaments.paint_signs(painter, self._sheet, self.look, self._signs, view)
        painter.end()

    def _lights(self, places: Sequence[Address], colour: QColor) -> list[QTextEdit.ExtraSelection]:
        lights = []
        rows = {row.id: index for index, row in enumerate(self._sheet.places.rows)} if places else {}
        for where in places:
            row = rows.get(where.id)
            if row is not None:
                light = QTextEdit.ExtraSelection()
                light.cursor = self._page.textCursor()
                self._pointer.select(light.cursor, row, where)
                light.format.setBackground(colour)
                lights.append(light)
        return lights


def _no_hint(_row: Row) -> str:
    return ""
