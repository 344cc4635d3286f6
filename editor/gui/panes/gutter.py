"""Gutter: painted between the pages: the state of each row by shape and colour, and the way to what can be done."""

import math
from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLine,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip

from editor.gui.fields.page import Page
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.rows import PairState, Row
from editor.words import Sentence, say

WIDTH = 44
_RADIUS = 7.0
_MIDDLE = QPointF(0, 0)
_BELOW = QPointF(0, 18)
"""From the sign of a row to the bubble of its comments."""
_BUBBLE = QSizeF(13, 9)
_LARGEST = 1.5
"""How many times their usual size the signs grow at most along with the texts: the strip is as wide as it is."""
_HINT = QAbstractItemView.ScrollHint.EnsureVisible
_CONFIRMABLE = (PairState.DRAFT, PairState.STALE)


AnyIndex = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    """The rows as a list to be read: which row each is, and how far its two sides are."""

    def __init__(self, gutter: "Gutter", told: Callable[[int], str]) -> None:
        super().__init__(gutter)
        self._told = told
        self._count = 0

    def follow(self, count: int) -> None:
        """Have as many rows as there are now."""
        if count != self._count:
            self.beginResetModel()
            self._count = count
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt’s)
        """Return how many rows there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return what is said of a row."""
        return self._told(index.row()) if role == Qt.ItemDataRole.DisplayRole else None


class Gutter(QListView):
    """The states of the rows that two pages show; geometry is taken from the pages.

    It is a list, that a screen reader may walk through the rows, hear how far each is, and repair pairs by Space.
    """

    confirm_wished = Signal(str)
    comments_wished = Signal(str)
    menu_wished = Signal(str, QPoint)
    """A row's id, and a global position."""
    row_wished = Signal(str)
    """Go to this row."""

    def __init__(self, pages: dict[Language, Page], look: Look, teller: Teller) -> None:
        super().__init__()
        self._pages = pages
        self._look = look
        self._teller = teller
        self._order: tuple[Language, ...] = tuple(Language)
        self._row = 0
        self._open_comments: frozenset[str] = frozenset()
        self.setProperty("gutter", True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setAutoScroll(False)
        self._model = _Rows(self, self._told)
        self.setModel(self._model)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(WIDTH)
        self.set_row(0)

    def set_look(self, look: Look) -> None:
        """Take over colours, and the size of the texts for the signs."""
        self._look = look
        self.refresh()

    def retranslate(self) -> None:
        """Say what this is in the window's language."""
        self.setAccessibleName(self._teller(say("Rows")))

    def refresh(self) -> None:
        """Show the rows as they are now."""
        self._model.follow(len(self._rows()))
        self.viewport().update()

    def set_order(self, order: tuple[Language, ...]) -> None:
        """Say which languages are shown, from left to right."""
        self._order = order
        self.refresh()

    def show_comments(self, open_ones: frozenset[str]) -> None:
        """Say which comments, by their ids, are open: their rows have a bubble below the sign."""
        if open_ones != self._open_comments:
            self._open_comments = open_ones
            self.refresh()

    def set_row(self, row: int) -> None:
        """Say which row is being written; while the focus is here a screen reader is told its state."""
        if row != self._row:
            self._row = row
            self.viewport().update()
        self._model.follow(len(self._rows()))
        self.setCurrentIndex(self._model.index(row))

    def sizeHint(self) -> QSize:
        """Return a narrow strip."""
        return QSize(WIDTH, 100)

    def row_at(self, y: int) -> int | None:
        """Return the row at a height of the widget (pixels)."""
        rows = self._rows()
        page = self._pages[self._order[0]]
        height = page.verticalScrollBar().value() + y
        if not rows:
            return None
        return page.sheet.places.row_of(min(page.sheet.first_block_below(height), page.sheet.places.count - 1))

    def sign_at(self, row: int) -> QPointF:
        """Return the middle of a row's sign: beside the first line of whichever side has one."""
        middle = 0.0
        for language in self._order:
            middle = self._line_middle(language, self._pages[language].sheet.places.starts[row]) or middle
            if self._rows()[row][language]:
                break
        return QPointF(WIDTH / 2, middle)

    def _line_middle(self, language: Language, number: int) -> float:
        """Return the height of the middle of a block's first line, in the widget."""
        page = self._pages[language]
        block = page.sheet.block(number)
        line = block.layout().lineAt(0) if block.isValid() else QTextLine()
        if not line.isValid():
            return 0.0
        # The lead of a line lies above its letters.
        middle = block.layout().position().y() + line.y() + line.height() - line.descent() - line.ascent() / 2.6
        return middle - page.verticalScrollBar().value()

    def doItemsLayout(self) -> None:
        """Lay nothing out: the pages have."""

    def scrollTo(self, _index: AnyIndex, _hint: QAbstractItemView.ScrollHint = _HINT) -> None:
        """Stay: the pages scroll."""

    def visualRect(self, index: AnyIndex) -> QRect:
        """Return where a row's sign is (pixels)."""
        if not 0 <= index.row() < len(self._rows()):
            return QRect()
        middle = self.sign_at(index.row()).toPoint()
        return QRect(0, middle.y() - WIDTH // 4, WIDTH, WIDTH // 2)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point."""
        row = self.row_at(point.y())
        return self._model.index(row) if row is not None else QModelIndex()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the signs of the rows in view."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._look.palette
        _fill(painter, QRectF(event.rect()), colours.page)
        _fill(painter, QRectF(0, 0, 1, self.height()), colours.line)
        _fill(painter, QRectF(self.width() - 1, 0, 1, self.height()), colours.line)
        rows = self._rows()
        if any(page.sheet.is_pending for page in self._pages.values()):
            # Blocks and rows do not agree at the moment: the signs follow as soon as they do.
            QTimer.singleShot(0, self.viewport().update)
            return
        for index in range(self.row_at(0) or 0, len(rows)):
            middle = self.sign_at(index)
            if middle.y() - _RADIUS * self._growth > self.height():
                break
            if max(map(len, rows[index].sides)) > 1:
                self._paint_links(painter, index, middle)
            painter.save()
            painter.translate(middle)
            painter.scale(self._growth, self._growth)
            _paint_sign(painter, rows[index], _MIDDLE, self._look, self._order[0])
            if self._has_comments(rows[index]):
                _paint_bubble(painter, _BELOW, self._look)
            if index == self._row and self.hasFocus():
                painter.setPen(QPen(colours.accent, 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(_MIDDLE, _RADIUS + 3.5, _RADIUS + 3.5)
            painter.restore()

    @property
    def _growth(self) -> float:
        """How many times their usual size the signs are."""
        return min(max(self._look.zoom, 1.0), _LARGEST)

    def _paint_links(self, painter: QPainter, index: int, middle: QPointF) -> None:
        """Paint lines from the sign to every passage, where a side has several: dashed while nobody confirmed them."""
        row = self._rows()[index]
        pen = QPen(self._look.palette.quiet, 1.2)
        if row.state is not PairState.CONFIRMED:
            pen.setDashPattern([3.0, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edges = (3.0, 9.0), (WIDTH - 3.0, WIDTH - 9.0)
        for language, (edge, turn) in zip(self._order, edges, strict=False):
            if not row[language]:
                continue
            ring = QPointF(middle.x() + math.copysign(_RADIUS * self._growth + 2, edge - middle.x()), middle.y())
            for block in self._pages[language].sheet.places.blocks(index):
                height = self._line_middle(language, block)
                path = QPainterPath(ring)
                path.lineTo(turn, middle.y())
                path.lineTo(turn, height)
                path.lineTo(edge, height)
                painter.drawPath(path)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Confirm by a click on the sign of a row that can be; else offer what can be done."""
        index = self.row_at(round(event.position().y()))
        if index is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        row = self._rows()[index]
        away = (event.position() - self.sign_at(index)) / self._growth
        if self._has_comments(row) and abs(away.x()) <= _BUBBLE.width() and abs(away.y() - _BELOW.y()) <= 7:
            self.comments_wished.emit(row.id)
            return
        if math.hypot(away.x(), away.y()) <= _RADIUS + 4 and row.state in _CONFIRMABLE:
            self.confirm_wished.emit(row.id)
        else:
            self.menu_wished.emit(row.id, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select nothing by a drag."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click as another one."""
        self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.row_at(event.pos().y()) if by_mouse else self._row
        self._offer(index, event.globalPos() if by_mouse else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from row to row with the arrow keys; Enter goes to the row, Space offers what can be done."""
        rows = self._rows()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= self._row + step < len(rows):
            self.set_row(self._row + step)
        elif event.key() == Qt.Key.Key_Space:
            self._offer(self._row, None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._row < len(rows):
            self.row_wished.emit(rows[self._row].id)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tip what the sign under the pointer means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.row_at(event.pos().y())
            if index is not None:
                QToolTip.showText(event.globalPos(), self._told(index), self)
            return True
        return super().viewportEvent(event)

    def _has_comments(self, row: Row) -> bool:
        """Whether something open is said about a row or words in it."""
        if not self._open_comments:
            return False
        said = (mark.target for side in row.sides for passage in side for mark in passage.stretches(MarkKind.COMMENT))
        return any(comment_id in self._open_comments for comment_id in (*row.comments, *said))

    def _offer(self, index: int | None, where: QPoint | None) -> None:
        rows = self._rows()
        if index is not None and index < len(rows):
            place = where or self.mapToGlobal(self.sign_at(index).toPoint())
            self.menu_wished.emit(rows[index].id, place)

    def _told(self, index: int) -> str:
        rows = self._rows()
        return self._teller(tell_row(index, rows[index])) if index < len(rows) else ""

    def _rows(self) -> tuple[Row, ...]:
        return self._pages[Language.EN].sheet.places.rows


def tell_row(index: int, row: Row) -> Sentence:
    """Say which row this is and how far its two sides are."""
    return say("Row {number} · {state}", number=index + 1, state=tell_state(row))


def tell_state(row: Row) -> Sentence:
    """Say how far the two sides of a row are."""
    if row.state is PairState.STALE:
        changed = row.changed_sides
        if len(changed) == 2:
            return say("Both sides changed since they were confirmed")
        if Language.EN in changed:
            return say("The English changed since the pair was confirmed")
        return say("The French changed since the pair was confirmed")
    if row.state is PairState.UNTRANSLATED:
        if row.has_text(Language.EN):
            return say("French is empty")
        return say("English is empty") if row.has_text(Language.FR) else say("Both sides are empty")
    if row.state is PairState.DRAFT and row.certainty is not None:
        sure = int(row.certainty * 100)
        if row.is_doubtful:
            return say("Doubtful pair, made automatically: {sure} % sure", sure=sure)
        return say("Draft, paired automatically: {sure} % sure", sure=sure)
    return {
        PairState.CONFIRMED: say("Confirmed"),
        PairState.DRAFT: say("Draft, not confirmed yet"),
        PairState.ONE_LANGUAGE: say("One language only, on purpose"),
    }[row.state]


def _fill(painter: QPainter, where: QRectF, colour: QColor) -> None:
    """Fill a rectangle, without `fillRect`: its first call loads all gradients, in the midst of the first paint."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(where)


def _paint_sign(painter: QPainter, row: Row, middle: QPointF, look: Look, on_the_left: Language) -> None:
    colours = look.palette
    state = row.state
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state is PairState.CONFIRMED:
        _paint_tick(painter, middle, colours.good, colours.page)
    elif row.is_doubtful:
        _paint_question(painter, middle, colours.doubtful)
    elif state is PairState.DRAFT:
        painter.setPen(QPen(colours.quiet, 1.5))
        painter.drawEllipse(middle, _RADIUS, _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.quiet)
        painter.drawEllipse(middle, 2.0, 2.0)
    elif state is PairState.UNTRANSLATED:
        pen = QPen(colours.quiet, 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.65])
        painter.setPen(pen)
        painter.drawEllipse(middle, _RADIUS, _RADIUS)
    elif state is PairState.STALE:
        _paint_half(painter, row, middle, colours.doubtful, on_the_left)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.quiet)
        painter.drawRoundedRect(QRectF(middle.x() - _RADIUS, middle.y() - 1.5, 2 * _RADIUS, 3), 1.5, 1.5)


def _paint_tick(painter: QPainter, middle: QPointF, colour: QColor, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawEllipse(middle, _RADIUS + 0.5, _RADIUS + 0.5)
    pen = QPen(ground, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([middle + QPointF(-3.0, 0.2), middle + QPointF(-0.8, 2.4), middle + QPointF(3.2, -2.2)])


def _paint_bubble(painter: QPainter, middle: QPointF, look: Look) -> None:
    """Paint a speech bubble."""
    box = QRectF(middle.x() - _BUBBLE.width() / 2, middle.y() - _BUBBLE.height() / 2, _BUBBLE.width(), _BUBBLE.height())
    path = QPainterPath()
    path.addRoundedRect(box, 2.5, 2.5)
    tail = QPainterPath(box.bottomLeft() + QPointF(3, -0.5))
    tail.lineTo(box.bottomLeft() + QPointF(3, 3.5))
    tail.lineTo(box.bottomLeft() + QPointF(7, -0.5))
    tail.closeSubpath()
    painter.setPen(QPen(look.palette.doubtful, 1.2))
    painter.setBrush(look.palette.comment_tint)
    painter.drawPath(path.united(tail))


def _paint_question(painter: QPainter, middle: QPointF, colour: QColor) -> None:
    """Paint a lozenge with a question mark: no ring, that it may be told from a draft without its colour."""
    pen = QPen(colour, 1.5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    reach = _RADIUS + 1.5
    corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
    painter.drawPolygon([middle + corner for corner in corners])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    hook = QPainterPath(middle + QPointF(-2.1, -2.0))
    hook.cubicTo(middle + QPointF(-1.9, -5.0), middle + QPointF(2.6, -4.6), middle + QPointF(1.9, -1.8))
    hook.quadTo(middle + QPointF(1.3, -0.6), middle + QPointF(0, 1.0))
    painter.drawPath(hook)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(middle + QPointF(0, 3.9), 0.95, 0.95)


def _paint_half(painter: QPainter, row: Row, middle: QPointF, colour: QColor, on_the_left: Language) -> None:
    """Paint a ring, filled on the side that changed, with a bar that points there."""
    changed = row.changed_sides
    painter.setPen(QPen(colour, 1.6))
    painter.drawEllipse(middle, _RADIUS, _RADIUS)
    box = QRectF(middle.x() - _RADIUS, middle.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
    for language, start, sign in ((on_the_left, 90.0, -1), (on_the_left.other, -90.0, 1)):
        if language in changed:
            path = QPainterPath(middle)
            path.arcTo(box, start, 180.0)
            path.closeSubpath()
            painter.fillPath(path, colour)
            edge = middle + QPointF(sign * (_RADIUS + 3.5), 0)
            painter.drawLine(edge, edge + QPointF(sign * 7, 0))
