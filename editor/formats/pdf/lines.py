"""Lines: what a page is made of: words laid out line by line, boxes to tick, fonts and colours."""

from dataclasses import field
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from editor.values import frozen

UNITS: Final = 1440
"""Twips to an inch."""
POINT: Final = 20
MARGIN: Final = 1134
"""2 cm on every side."""
GUTTER: Final = 340
NUMBERS: Final = 480
"""Width of the column of row numbers in a review copy."""
_LEADING: Final = 1.38
SERIF: Final = ["Noto Serif", "Source Serif 4", "Cambria", "Charter", "DejaVu Serif", "Liberation Serif"]
SANS: Final = ["Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Liberation Sans"]
INK: Final = QColor("#1F2328")
QUIET: Final = QColor("#5C646D")
RULE: Final = QColor("#D5D3CC")
ACCENT: Final = QColor("#1F5FA8")
WRONG: Final = QColor("#B3261E")
WATER: Final = QColor("#EFEEEA")
TINT: Final = QColor("#E8F1FB")


@frozen
class Words:
    """One line of a laid out paragraph, with the space above it and what stands before it."""

    layout: QTextLayout
    line: QTextLine
    height: float
    above: float = 0
    sign: str = ""
    font: QFont = field(default_factory=QFont)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the line with its top left corner there."""
        top = y + self.above
        # The sign first: whoever reads the page aloud or copies from it follows the order of painting.
        if self.sign:
            painter.setPen(INK)
            painter.setFont(self.font)
            left = x + self.line.x() - POINT * 4 - QFontMetricsF(self.font).horizontalAdvance(self.sign)
            painter.drawText(QPointF(left, top + self.line.y() + self.line.ascent()), self.sign)
        self.line.draw(painter, QPointF(x, top))


@frozen
class Boxes:
    """A line of boxes to tick, each with its words, or of lines to write on."""

    words: tuple[str, ...]
    font: QFont
    width: float
    are_lines: bool
    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the boxes with their top left corner there."""
        painter.setFont(self.font)
        metrics = QFontMetricsF(self.font)
        share = self.width / len(self.words)
        base = y + self.height * 0.68
        side = metrics.capHeight() * 1.25
        for index, word in enumerate(self.words):
            left = x + index * share
            painter.setPen(QPen(QUIET, 12))
            if self.are_lines:
                begin = left + metrics.horizontalAdvance(word) + 4 * POINT
                painter.drawLine(QPointF(begin, base + 40), QPointF(left + share - 8 * POINT, base + 40))
            else:
                painter.drawRect(QRectF(left, base - side + 20, side, side))
            painter.setPen(INK)
            painter.drawText(QPointF(left if self.are_lines else left + side + 5 * POINT, base), word)


Line = Words | Boxes


def font(families: list[str], points: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return a font of so many points, the first of the families that there is."""
    made = QFont()
    made.setFamilies(families)
    made.setPixelSize(round(points * POINT))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setBold(bold)
    made.setItalic(italic)
    # Letters joined to one sign are lost to search and copying in PDF files.
    made.setFeature(QFont.Tag("liga"), 0)
    return made


def add(texts: list[str], ranges: list[QTextLayout.FormatRange], at: int, text: str, look: QTextCharFormat) -> int:
    """Add characters of one look, and return how many UTF-16 units there are now."""
    length = len(text.encode("utf-16-le")) // 2
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length, stretch.format = at, length, look
    ranges.append(stretch)
    texts.append(text)
    return at + length


def plain(text: str, look_of: QFont, width: float, colour: QColor, above: float = 0) -> list[Line]:
    """Return text of one look as lines of a width (twips)."""
    look = QTextCharFormat()
    look.setForeground(colour)
    ranges: list[QTextLayout.FormatRange] = []
    add([], ranges, 0, text, look)
    return laid(text, look_of, width, ranges, above=above)


def laid(
    text: str,
    look_of: QFont,
    width: float,
    ranges: list[QTextLayout.FormatRange],
    *,
    indent: float = 0,
    sign: str = "",
    above: float = 0,
) -> list[Line]:
    """Return text as lines of a width (twips), with what stands before the first and the space above it."""
    if not text:
        return []
    layout = QTextLayout(text, look_of)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(ranges)
    layout.setCacheEnabled(True)
    step = look_of.pixelSize() * _LEADING
    found: list[Line] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - indent)
        line.setPosition(QPointF(indent, (step - line.height()) / 2))
        first = not found
        lead = above if first else 0
        found.append(Words(layout, line, step + lead, lead, sign if first else "", look_of))
    layout.endLayout()
    return found
