"""Pages: the bands of a release on pages, with head, foot and watermark, ready to be painted."""

from typing import Final, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPageSize, QPainter, QPen

from editor.formats.paper import Paper
from editor.formats.paper.pages import Piece, paginated
from editor.formats.pdf.bands import Bands, Look
from editor.formats.pdf.lines import ACCENT, MARGIN, POINT, QUIET, RULE, SANS, UNITS, WATER, Line, font

_TOP: Final = 1420
_FOOT: Final = 1300
_LETTER: Final = frozenset({"CA", "US", "MX", "PH"})
"""Countries whose offices print on Letter paper (ISO 3166-1 alpha-2)."""


class Pages:
    """A release laid out on pages, ready to be painted. Needs a QGuiApplication (`ready`)."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        letter = paper.profile.country in _LETTER
        self.size = QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)
        inches = self.size.size(QPageSize.Unit.Inch)
        self.width, self.height = inches.width() * UNITS, inches.height() * UNITS
        self._room = self.width - 2 * MARGIN
        self._pages = paginated(Bands(paper, self._room).all(), self.height - _TOP - _FOOT)

    def __len__(self) -> int:
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one page (0-based) where a unit of the painter is a twip."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_watermark(painter)
        self._paint_head_and_foot(painter, page)
        for piece in self._pages[page]:
            self._paint_piece(painter, piece)

    def _paint_piece(self, painter: QPainter, piece: Piece[Line]) -> None:
        look = cast("Look", piece.band.look)
        top = _TOP + piece.top
        if look.is_ruled:
            painter.setPen(QPen(RULE, 10))
            y = top - piece.band.above / 2 if piece.top else top
            painter.drawLine(QPointF(MARGIN, y), QPointF(self.width - MARGIN, y))
        if look.is_changed:
            painter.fillRect(QRectF(MARGIN - 120, top, 40, piece.height), ACCENT)
        for left, column in zip(look.lefts, piece.columns, strict=True):
            y = top
            for line in column:
                line.draw(painter, left, y)
                y += line.height

    def _paint_watermark(self, painter: QPainter) -> None:
        words = self._paper.watermarks()
        if not words:
            return
        painter.save()
        painter.translate(self.width / 2, self.height / 2)
        painter.rotate(-52)
        longest = max(words, key=len)
        large = font(SANS, 20, bold=True)
        wanted = self.height * 0.72
        size = large.pixelSize() * wanted / max(1.0, QFontMetricsF(large).horizontalAdvance(longest))
        large.setPixelSize(int(min(size, 110 * POINT)))
        painter.setFont(large)
        painter.setPen(WATER)
        step = large.pixelSize() * 1.15
        for index, word in enumerate(words):
            box = QRectF(-self.height, (index - len(words) / 2) * step, 2 * self.height, step)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        painter.restore()

    def _paint_head_and_foot(self, painter: QPainter, page: int) -> None:
        paper = self._paper
        small = font(SANS, 7.5)
        painter.setFont(small)
        painter.setPen(QUIET)
        metrics = QFontMetricsF(small)
        room = QRectF(MARGIN, 0, self._room, 0)
        if page:
            box = room.adjusted(0, 700, 0, 1000)
            head = " · ".join(filter(None, (paper.doc.release.reference, paper.title)))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, _elided(metrics, head, self._room))
        box = room.adjusted(0, self.height - 900, 0, self.height - 600)
        house = " · ".join(dict.fromkeys(filter(None, map(paper.house, paper.languages))))
        place = f"{page + 1} / {len(self._pages)}"
        rest = self._room - metrics.horizontalAdvance(place) - 400
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, _elided(metrics, house, rest))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, place)


def _elided(metrics: QFontMetricsF, text: str, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
