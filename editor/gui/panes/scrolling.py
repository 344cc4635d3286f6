"""Scrolling: two pages and one bar that always stand at the same place."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollBar

from editor.gui.fields.page import Page


class Scrolling(QObject):
    """Ties the scroll bars of pages, which are hidden, to the one bar that is seen; `scrolled` is called on a move."""

    def __init__(self, pages: tuple[Page, ...], scrolled: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._told = scrolled
        self._value = 0
        self._is_moving = False
        self._is_evening = False
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        keeps_its_room = self.bar.sizePolicy()
        keeps_its_room.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(keeps_its_room)
        self.bar.valueChanged.connect(self._follow)
        for page in pages:
            page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            page.verticalScrollBar().valueChanged.connect(self._follow)
            page.verticalScrollBar().rangeChanged.connect(self.even)

    def even(self) -> None:
        """Let all pages scroll equally far: the margin below the last block does not count in a page's height."""
        if self._is_evening:
            return
        self._is_evening = True
        seen = [page for page in self._pages if not page.isHidden()] or list(self._pages)
        most = max(0, *(round(page.document().size().height()) - page.viewport().height() for page in seen))
        first = seen[0].verticalScrollBar()
        self.bar.setPageStep(first.pageStep())
        self.bar.setSingleStep(first.singleStep())
        for bar in self._bars():
            bar.setMaximum(most)
        self.bar.setVisible(most > 0)
        self._is_evening = False
        if any(bar.value() != self._value for bar in self._bars()):
            self._value = min(self._value, most)
            self._move()

    def _follow(self, value: int) -> None:
        if not self._is_moving:
            self._value = value
            self._move()

    def _move(self) -> None:
        self._is_moving = True
        for bar in self._bars():
            bar.setValue(self._value)
        self._is_moving = False
        self._told()

    def _bars(self) -> tuple[QScrollBar, ...]:
        return (*(page.verticalScrollBar() for page in self._pages), self.bar)
