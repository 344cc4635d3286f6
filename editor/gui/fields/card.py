"""Cards: a person or a quote on a quiet sheet that can be opened by mouse and keyboard."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget


class Card(QFrame):
    """A sheet with a little text on it; a click or Enter opens it."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(4)

    def set_current(self, is_current: bool) -> None:
        """Draw the edge in the accent colour: the caret stands in what this card is about."""
        if bool(self.property("current")) != is_current:
            self.setProperty("current", is_current)
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the card where it is clicked."""
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the card on Enter or Space while it has the focus itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.hasFocus():
            self.opened.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class Excerpt(QWidget):
    """The first lines of a longer text, ended by … where it goes on."""

    def __init__(self, text: str = "", lines: int = 2) -> None:
        super().__init__()
        self._text = text
        self._lines = lines
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines the text takes at this width."""
        return max(1, len(self._broken(width))) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """Ask for a moderate width."""
        return QSize(200, self.heightForWidth(200))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines that fit."""
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        for number, line in enumerate(self._broken(self.width())):
            painter.drawText(0, number * metrics.lineSpacing() + metrics.ascent(), line)

    def _broken(self, width: int) -> list[str]:
        layout = QTextLayout(self._text, self.font())
        layout.beginLayout()
        ranges: list[tuple[int, int]] = []
        while len(ranges) <= self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 20))
            ranges.append((line.textStart(), line.textLength()))
        layout.endLayout()
        units = self._text.encode("utf-16-le")
        lines = [units[start * 2 : (start + length) * 2].decode("utf-16-le") for start, length in ranges]
        if len(ranges) > self._lines:
            rest = units[ranges[self._lines - 1][0] * 2 :].decode("utf-16-le", "ignore")
            lines = lines[: self._lines]
            lines[-1] = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return lines


class QuietLabel(QLabel):
    """A small quiet line."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setProperty("quiet", True)


class EmptyPanel(QLabel):
    """What an empty panel says: what would be here and how to get it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("quiet", True)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setContentsMargins(4, 8, 4, 8)
