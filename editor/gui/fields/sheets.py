"""Sheets: the pages of a release as they will be printed, one below the other, on white whatever the window's look."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from editor.formats.paper import Paper
from editor.formats.pdf import UNITS, Pages

_GAP = 18
"""Pixels around and between pages."""
_INCH = 96
"""Pixels to an inch at the usual size."""
_PAGE = QColor("#FFFFFF")
_EDGE = QColor("#B9B6AD")


class SheetsView(QScrollArea):
    """Shows pages in any size; keeps its place when they change."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._canvas = _Canvas()
        self.setWidget(self._canvas)
        self.setWidgetResizable(True)
        # Always there, so that the width of a page does not depend on how many there are.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(name)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._canvas.pages) if self._canvas.pages else 0

    def show_paper(self, paper: Paper) -> None:
        """Lay a release out and show it."""
        self._canvas.pages = Pages(paper)
        self._canvas.fit()

    def zoom(self, factor: float) -> None:
        """Show the pages in another size; 1 is the size they are printed in."""
        self._canvas.factor = factor
        self._canvas.fit()

    def factor_of_width(self) -> float:
        """Return the size in which a page fills the width of the view."""
        pages = self._canvas.pages
        return (self.viewport().width() - 2 * _GAP) / (pages.width / UNITS * _INCH) if pages else 1.0


class _Canvas(QWidget):
    """Paints the pages."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: Pages | None = None
        self.factor = 1.0

    def fit(self) -> None:
        """Take as much room as the pages need."""
        if self.pages is not None:
            page = self._page()
            height = (page.height() + _GAP) * len(self.pages) + _GAP
            self.setMinimumSize(page.width() + 2 * _GAP, height)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are in sight."""
        if self.pages is None:
            return
        painter = QPainter(self)
        page = self._page()
        left = max(_GAP, (self.width() - page.width()) / 2)
        for number in range(len(self.pages)):
            box = QRectF(left, _GAP + number * (page.height() + _GAP), page.width(), page.height())
            if not box.intersects(QRectF(event.rect())):
                continue
            painter.fillRect(box, _PAGE)
            painter.setPen(QPen(_EDGE, 1))
            painter.drawRect(box)
            painter.save()
            painter.translate(box.topLeft())
            painter.scale(page.width() / self.pages.width, page.height() / self.pages.height)
            self.pages.paint(painter, number)
            painter.restore()

    def _page(self) -> QSize:
        pages = self.pages
        if pages is None:
            return QSize()
        scale = self.factor * _INCH / UNITS
        return QSize(round(pages.width * scale), round(pages.height * scale))
