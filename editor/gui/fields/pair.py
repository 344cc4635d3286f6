"""Pair: a line for each language, side by side, or one below the other where half a line is too short."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from editor.gui.fields.line import LineField

_AROUND_TEXT = 30
"""Pixels that margins and edges of a line take at most, and a caret behind its text."""
_GAP = 8


class PairField(QWidget):
    """The lines of both languages. Where they hold more, or have less room, they go one below the other."""

    def __init__(self, english: LineField, french: LineField) -> None:
        super().__init__()
        self._lines = (english, french)
        self._order = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._order.setContentsMargins(0, 0, 0, 0)
        self._order.setSpacing(_GAP)
        for line in self._lines:
            self._order.addWidget(line)
            line.textChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have both texts find room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widest = max(line.fontMetrics().horizontalAdvance(line.text()) for line in self._lines)
        has_room = 2 * (widest + _AROUND_TEXT) + _GAP <= self.width()
        self._order.setDirection(QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom)
