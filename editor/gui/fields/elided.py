"""Elided: a line of text that never asks for more room than there is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class Elided(QLabel):
    """A line that ends in … where it is too long for its place; the whole of it shows under the mouse.

    `mode` says where it is shortened. It wishes for room for the whole of it, and needs none.
    """

    def __init__(self, mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__()
        self._whole = ""
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Wish for the whole text in one line."""
        wish = super().sizeHint()
        wish.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 2)
        return wish

    def minimumSizeHint(self) -> QSize:
        """Ask for no width."""
        least = super().minimumSizeHint()
        least.setWidth(0)
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, self._mode, max(self.width(), 40)))
