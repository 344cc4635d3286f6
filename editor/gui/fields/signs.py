"""Signs: the shapes that say how bad a finding is, in lists and in the margin of a page."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from editor.checks.finding import Level
from editor.gui.style import Look

WIDTH = 12.0
"""Pixels; no sign is wider."""


def paint(painter: QPainter, middle: QPointF, level: Level, look: Look) -> None:
    """Paint the sign of a level: a square for an error, a triangle for a warning, a disc for a hint."""
    painter.setPen(Qt.PenStyle.NoPen)
    if level is Level.ERROR:
        painter.setBrush(look.palette.wrong)
        painter.drawRect(QRectF(round(middle.x() - 4.5), round(middle.y() - 4.5), 9, 9))
    elif level is Level.WARNING:
        painter.setBrush(look.palette.doubtful)
        corners = [QPointF(0, -5.5), QPointF(6, 5), QPointF(-6, 5)]
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    else:
        painter.setBrush(look.palette.quiet)
        painter.drawEllipse(middle, 4.5, 4.5)
