"""Ornaments: what a page paints that is not its text: hints in empty sides, numbers of items, signs of findings."""

from bisect import bisect_left
from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextBlock

from editor.checks.finding import Level
from editor.gui.fields import signs as shapes
from editor.gui.fields.sheet import Key, Sheet
from editor.gui.style import Look
from editor.model.rows import Row, RowKind

INDENT = 22
"""Pixels by which each level of a list goes in."""
_BULLETS = "•–"

Signs = Mapping[Key, Level]
"""Passages with a sign in the margin."""


def paint(
    painter: QPainter, sheet: Sheet, look: Look, hint_of: Callable[[Row], str], view: tuple[QRect, QPointF]
) -> None:
    """Paint the ornaments that lie in the view: a rectangle of the viewport, and where the document begins in it."""
    area, offset = view
    painter.setPen(look.palette.quiet)
    first = bisect_left(sheet.ornate, sheet.first_block_below(area.top() - offset.y()))
    for number in sheet.ornate[first:]:
        block = sheet.block(number)
        top = block.layout().position().y() + offset.y()
        if top > area.bottom():
            return
        row = sheet.places.rows[sheet.places.row_of(number)] if number < sheet.places.count else None
        if row is None:
            continue
        if row.kind is RowKind.LIST_ITEM and number == sheet.places.starts[sheet.places.row_of(number)]:
            _paint_number(painter, look, row, _line_rectangle(block, offset))
        if block.length() == 1 and not block.layout().preeditAreaText():
            painter.setFont(_hint_font(look, row))
            line = _line_rectangle(block, offset)
            line.setTop(top)
            hint = painter.fontMetrics().elidedText(hint_of(row), Qt.TextElideMode.ElideRight, round(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, hint)


def paint_signs(painter: QPainter, sheet: Sheet, look: Look, signs: Signs, view: tuple[QRect, QPointF]) -> None:
    """Paint the signs of the passages in the view beside their first lines."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area, offset = view
    for number in range(sheet.first_block_below(area.top() - offset.y()), sheet.places.count):
        block = sheet.block(number)
        if block.layout().position().y() + offset.y() > area.bottom():
            return
        row, index, _ = sheet.places.passage(number)
        level = signs.get((row.id, index))
        if level is None:
            continue
        line = block.layout().lineAt(0)
        if line.isValid():
            # The lead of a line lies above its letters.
            middle = line.y() + line.height() - line.descent() - line.ascent() / 2.6
            place = QPointF(shapes.WIDTH, block.layout().position().y() + middle)
            shapes.paint(painter, place + QPointF(0, offset.y()), level, look)


def _paint_number(painter: QPainter, look: Look, row: Row, line: QRectF) -> None:
    sign = f"{row.number}." if row.number is not None else _BULLETS[max(row.level - 1, 0) % len(_BULLETS)]
    painter.setFont(look.fonts.text)
    left = QRectF(line.left() - INDENT, line.top(), INDENT - 6, line.height())
    painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, sign)


def _line_rectangle(block: QTextBlock, offset: QPointF) -> QRectF:
    line = block.layout().lineAt(0)
    return line.rect().translated(block.layout().position() + offset)


def _hint_font(look: Look, row: Row) -> QFont:
    font = QFont(look.fonts.headline if row.kind is RowKind.HEADLINE else look.fonts.text)
    font.setItalic(row.kind is not RowKind.HEADLINE)
    font.setWeight(QFont.Weight.Normal)
    return font
