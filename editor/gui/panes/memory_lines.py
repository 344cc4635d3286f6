"""Lines of the memory: pairs of wordings side by side, each with how alike it is and where it comes from."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from editor.gui.fields.selection import paint_ground
from editor.gui.style import Look
from editor.model.language import Bilingual
from editor.values import frozen

_INDENT = 20
_FACTS = 132
"""Pixels at the zoom of 1 for the percent and the source, left of both wordings."""
_GAP = 20
_ABOVE = 5
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a line answers besides its text."""

    LINE = Qt.ItemDataRole.UserRole


@frozen
class Line:
    """A pair as it is shown: a title (its percent), facts on its source, both wordings as rich text, and all spoken.

    `tip` says more on its source.
    """

    title: str
    facts: tuple[str, ...]
    sides: Bilingual[str]
    spoken: str
    tip: str = ""


class MemoryLines(QAbstractListModel):
    """The lines shown now."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the line, or what a screen reader says of it."""
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or None
        return line if role == Role.LINE else None


class MemoryLine(QStyledItemDelegate):
    """Paints a line as high as its longer wording. `french_first`: the French stands on the left, as in the texts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.french_first = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give a line the height of its longer wording, or of its facts."""
        line: Line = index.data(Role.LINE)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        texts = [self._document(text, self._column(width)).size().height() for text in self._ordered(line)]
        facts = option.fontMetrics.lineSpacing() * (1 + len(line.facts))
        return QSize(width, round(max(*texts, facts)) + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line."""
        line: Line = index.data(Role.LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        paint_ground(painter, option, self.look)
        self._paint_facts(painter, option, line)
        column = self._column(rect.width())
        left = float(rect.left() + _INDENT + self._facts_width + _GAP)
        for text in self._ordered(line):
            document = self._document(text, column)
            painter.save()
            painter.translate(QPointF(left, rect.top() + _ABOVE))
            document.drawContents(painter, QRectF(0, 0, column, rect.height()))
            painter.restore()
            left += column + _GAP
        painter.restore()

    def _paint_facts(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        rect = option.rect
        height = option.fontMetrics.lineSpacing()
        room = QRect(rect.left() + _INDENT, rect.top() + _ABOVE, self._facts_width, height)
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(self.look.palette.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, line.title)
        painter.setFont(option.font)
        painter.setPen(self.look.palette.quiet)
        for fact in line.facts:
            room.translate(0, height)
            elided = option.fontMetrics.elidedText(fact, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft, elided)

    @property
    def _facts_width(self) -> int:
        return _FACTS

    def _column(self, width: int) -> float:
        return max((width - 2 * _INDENT - self._facts_width - 2 * _GAP) / 2, 40.0)

    def _ordered(self, line: Line) -> tuple[str, str]:
        return (line.sides.fr, line.sides.en) if self.french_first else (line.sides.en, line.sides.fr)

    def _document(self, text: str, width: float) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self.look.fonts.ui)
        document.setHtml(f'<div style="color: {self.look.palette.text.name()}">{text}</div>')
        document.setTextWidth(width)
        return document


class MemoryView(QListView):
    """The list itself: Enter and a double click insert a line, Escape leaves."""

    taken = Signal(int)
    left = Signal()

    def __init__(self, lines: MemoryLines, delegate: MemoryLine) -> None:
        super().__init__()
        self.setModel(lines)
        self.setItemDelegate(delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # A click chooses and leaves the caret in the text; the keyboard comes by the Tab key.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.taken.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert on Enter, leave on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.taken.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
