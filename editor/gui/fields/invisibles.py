"""Invisibles: spaces, line ends, hyphens and marks painted over a text, never in it: in every font they look alike.

Each kind has a shape of its own, so that nothing is told by colour alone.
"""

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF, QTextLine

from editor.gui.fields.differences import utf16
from editor.gui.fields.sheet import Sheet
from editor.gui.style import Look
from editor.model.passage import MarkKind
from editor.text.patterns import pattern_of


class Invisible(Enum):
    """What cannot be seen, or cannot be told from its like."""

    SPACE = "space"
    NO_BREAK = "no-break space"
    NARROW = "narrow no-break space"
    THIN = "thin space"
    WIDE = "another space"
    TAB = "tab"
    WIDTHLESS = "character without a width"
    SOFT_HYPHEN = "soft hyphen"
    NO_BREAK_HYPHEN = "no-break hyphen"
    LINE_END = "line end"
    PARAGRAPH_END = "paragraph end"


_CHARACTERS: Mapping[Invisible, str] = {
    Invisible.SPACE: " ",
    Invisible.NO_BREAK: "\u00a0",
    Invisible.NARROW: "\u202f",
    Invisible.THIN: "\u2006\u2009\u200a",
    Invisible.WIDE: "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2007\u2008\u205f\u3000",
    Invisible.TAB: "\t",
    Invisible.WIDTHLESS: "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff",
    Invisible.SOFT_HYPHEN: "\u00ad",
    Invisible.NO_BREAK_HYPHEN: "\u2011",
    Invisible.LINE_END: "\u2028",
}
KINDS: Mapping[str, Invisible] = {sign: kind for kind, signs in _CHARACTERS.items() for sign in signs}
"""What each character is."""
_FOUND = pattern_of("[" + "".join(map(re.escape, KINDS)) + "]")
_MARKS = {
    MarkKind.QUOTE: "“",
    MarkKind.PERSON: "@",
    MarkKind.LINK: "↗",
    MarkKind.FOOTNOTE: "*",
    MarkKind.COMMENT: "…",
}
"""The sign above the beginning of a mark; bold and italic are seen as they are."""
_PLAIN = frozenset({Invisible.SPACE, Invisible.PARAGRAPH_END, Invisible.LINE_END, Invisible.TAB})
"""Shown quietly; all others in the accent colour."""


def paint(painter: QPainter, sheet: Sheet, look: Look, view: tuple[QRect, QPointF]) -> None:
    """Paint what cannot be seen in the view: a rectangle of the viewport, and where the document begins in it."""
    area, offset = view
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(look.fonts.text)
    font.setPointSizeF(font.pointSizeF() * 0.62)
    painter.setFont(font)
    for number in range(sheet.first_block_below(area.top() - offset.y()), sheet.places.count):
        block = sheet.block(number)
        origin = block.layout().position() + offset
        if origin.y() > area.bottom():
            return
        text = sheet.texts[number]
        line_at = block.layout().lineForTextPosition
        for found in _FOUND.finditer(text):
            at = utf16(text, found.start())
            line = line_at(at)
            if line.isValid():
                _paint_sign(painter, look, KINDS[found[0]], _cell(line, at, origin))
        last = line_at(block.length() - 1)
        # In an empty side stands a hint.
        if last.isValid() and text:
            _paint_sign(painter, look, Invisible.PARAGRAPH_END, _cell(last, block.length() - 1, origin))
        for mark in sheet.places.passage(number)[2].marks if text else ():
            edges = [utf16(text, place) for place in (mark.start, mark.end)]
            lines = [line_at(edges[0]), line_at(max(edges[1] - 1, 0))]
            if mark.kind in _MARKS and all(line.isValid() for line in lines):
                cells = [_cell(line, edge, origin) for line, edge in zip(lines, edges, strict=True)]
                _paint_mark(painter, look, _MARKS[mark.kind], cells)


def paint_sign(painter: QPainter, kind: Invisible, cell: QRectF) -> None:
    """Paint one sign in the cell of its character (as high as the letters), in the colour of the painter's pen."""
    _SHAPES[kind](painter, cell)


def _paint_sign(painter: QPainter, look: Look, kind: Invisible, cell: QRectF) -> None:
    colour = look.palette.quiet if kind in _PLAIN else look.palette.accent
    painter.setPen(QPen(colour, 1.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    paint_sign(painter, kind, cell)


def _paint_mark(painter: QPainter, look: Look, sign: str, cells: list[QRectF]) -> None:
    """Paint a bracket at either end of a mark, and its sign above the first."""
    painter.setPen(QPen(look.palette.accent, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    opened, closed = cells[0].topLeft(), cells[1].bottomLeft()
    painter.drawPolyline([opened + QPointF(4, 0), opened, opened + QPointF(0, 5)])
    painter.drawPolyline([closed - QPointF(4, 0), closed, closed - QPointF(0, 5)])
    painter.drawText(opened + QPointF(3, -1), sign)


def _cell(line: QTextLine, at: int, origin: QPointF) -> QRectF:
    """Return where a character stands: as wide as it is, as high as the letters around it."""
    left, right = (_x(line, place) for place in (at, at + 1))
    # The lead of a line lies above its letters.
    bottom = line.y() + line.height() - line.descent()
    height = line.ascent() * 0.72
    return QRectF(left, bottom - height, max(right - left, 0.0), height).translated(origin)


def _x(line: QTextLine, at: int) -> float:
    # The binding answers the place and the position it stands for.
    x, _ = cast("tuple[float, int]", line.cursorToX(at))
    return x


def _dot(painter: QPainter, cell: QRectF) -> None:
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(cell.center().x(), cell.bottom() - cell.height() * 0.35), 1.0, 1.0)


def _ring(painter: QPainter, cell: QRectF) -> None:
    painter.drawEllipse(QPointF(cell.center().x(), cell.bottom() - cell.height() * 0.35), 1.9, 1.9)


def _lozenge(painter: QPainter, cell: QRectF) -> None:
    middle = QPointF(cell.center().x(), cell.bottom() - cell.height() * 0.35)
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in ((0, -3.2), (1.4, 0), (0, 3.2), (-1.4, 0))]))


def _tick(painter: QPainter, cell: QRectF) -> None:
    x = cell.center().x()
    painter.drawLine(QPointF(x, cell.bottom() - 4), QPointF(x, cell.bottom() + 1))


def _tray(painter: QPainter, cell: QRectF) -> None:
    low, high = cell.bottom() + 1, cell.bottom() - 2
    left, right = cell.left() + 0.5, max(cell.right() - 0.5, cell.left() + 3)
    painter.drawPolyline([QPointF(left, high), QPointF(left, low), QPointF(right, low), QPointF(right, high)])


def _arrow(painter: QPainter, cell: QRectF) -> None:
    y, right = cell.center().y(), max(cell.right() - 2, cell.left() + 6)
    painter.drawLine(QPointF(cell.left() + 1, y), QPointF(right, y))
    painter.drawPolyline([QPointF(right - 3, y - 2.5), QPointF(right, y), QPointF(right - 3, y + 2.5)])


def _stake(painter: QPainter, cell: QRectF) -> None:
    x = cell.left()
    painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom()))
    painter.drawPolyline(
        [QPointF(x - 2.5, cell.top() - 1), QPointF(x, cell.top() + 2), QPointF(x + 2.5, cell.top() - 1)]
    )


def _hook(painter: QPainter, cell: QRectF) -> None:
    y, left = cell.center().y(), cell.center().x() - 2
    painter.drawPolyline([QPointF(left, y), QPointF(left + 5, y), QPointF(left + 5, y + 3.5)])


def _roof(painter: QPainter, cell: QRectF) -> None:
    x, y = cell.center().x(), cell.center().y() - 2
    painter.drawArc(QRectF(x - 3, y - 2, 6, 5), 0, 180 * 16)


def _return(painter: QPainter, cell: QRectF) -> None:
    left, y = cell.left() + 2, cell.bottom() - 2.5
    painter.drawPolyline([QPointF(left + 7, y - 5), QPointF(left + 7, y), QPointF(left, y)])
    painter.drawPolyline([QPointF(left + 3, y - 2.5), QPointF(left, y), QPointF(left + 3, y + 2.5)])


def _pilcrow(painter: QPainter, cell: QRectF) -> None:
    painter.drawText(cell.bottomLeft() + QPointF(2, 0), "¶")


_SHAPES: Mapping[Invisible, Callable[[QPainter, QRectF], None]] = {
    Invisible.SPACE: _dot,
    Invisible.NO_BREAK: _ring,
    Invisible.NARROW: _lozenge,
    Invisible.THIN: _tick,
    Invisible.WIDE: _tray,
    Invisible.TAB: _arrow,
    Invisible.WIDTHLESS: _stake,
    Invisible.SOFT_HYPHEN: _hook,
    Invisible.NO_BREAK_HYPHEN: _roof,
    Invisible.LINE_END: _return,
    Invisible.PARAGRAPH_END: _pilcrow,
}
