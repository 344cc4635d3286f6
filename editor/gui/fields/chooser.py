"""Chooser: a list over the window in which a few letters find what is wanted, as in the search of commands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout, QWidget

from editor.gui.fields.line import LineField
from editor.text.letters import folded

_WIDTH, _HIGHEST, _PADDING = 520, 280, 16
"""In pixels; the padding is what the style sheet keeps around the rows of a list."""
_ON_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

Choice = tuple[str, Callable[[], object]]
"""What is shown, and what choosing it does."""


class Chooser(QFrame):
    """Choices below a line that finds them, accents and capitals aside. Enter or a click chooses, Escape closes."""

    def __init__(self, parent: QWidget, title: str, hint: str, choices: Sequence[Choice]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("pill", True)
        self._choices = list(choices)
        self._shown: list[Choice] = []
        self.line = LineField(title)
        self.line.setPlaceholderText(hint)
        self.line.entered.connect(self._find)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _item: self._choose())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self._find("")
        self.resize(_WIDTH, min(_HIGHEST, self._needed(column)))

    def open_at(self, point: QPoint) -> None:
        """Show below a point of the screen, or above it where there is no room, with the caret in the line."""
        room = self.screen().availableGeometry()
        x = max(room.left(), min(point.x(), room.right() - self.width()))
        y = (
            point.y() + 4
            if point.y() + self.height() + 4 < room.bottom()
            else max(room.top(), room.bottom() - self.height())
        )
        self.move(x, y)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _needed(self, column: QVBoxLayout) -> int:
        """Return the height at which every choice stands without scrolling."""
        margins, edge = column.contentsMargins(), 2 * self.list.frameWidth() + _PADDING
        rows = self.list.count() * max(0, self.list.sizeHintForRow(0)) + edge
        return margins.top() + self.line.sizeHint().height() + column.spacing() + rows + margins.bottom()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while the caret stays in the line; choose on Enter."""
        if event.key() in _ON_THE_LIST:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}.get(Qt.Key(event.key()), 8)
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, self.list.count() - 1)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _find(self, text: str) -> None:
        wanted = folded(text).split()
        self._shown = [each for each in self._choices if all(word in folded(each[0]) for word in wanted)]
        self.list.clear()
        self.list.addItems([title for title, _ in self._shown])
        self.list.setCurrentRow(0)

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            do = self._shown[row][1]
            self.close()
            do()
