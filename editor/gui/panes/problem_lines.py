"""Lines of the problems: what the list holds, how a line is painted, and what keys and clicks do on it."""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from editor.checks.finding import Level
from editor.checks.repairs import Group
from editor.edits.details import field_name, field_title
from editor.gui.fields import signs
from editor.gui.fields.selection import paint_ground
from editor.gui.panes.problem_filter import INDENT
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.model.dismissals import Dismissal
from editor.text.date_writing import told_day
from editor.words import Sentence, say

_LINE_HEIGHT = 22
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a line answers besides its text."""

    LEVEL = Qt.ItemDataRole.UserRole
    ACTION = Qt.ItemDataRole.UserRole + 1


_LEVELS = {Level.ERROR: say("Error"), Level.WARNING: say("Warning"), Level.HINT: say("Hint")}


class ProblemsList(QAbstractListModel):
    """The groups of findings as lines of text, or the findings that somebody dismissed."""

    def __init__(self, session: Session, teller: Teller) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self.groups: tuple[Group, ...] = ()
        self.dismissals: tuple[Dismissal, ...] = ()
        self._told: object = None
        """What the lines say, and what it is said with."""

    def show_groups(self, groups: tuple[Group, ...], dismissals: tuple[Dismissal, ...] = ()) -> None:
        """Show other groups, or, where there are any, dismissals."""
        doc = self._session.doc
        facts = self._teller.tongue, doc.participants, [row.id for row in doc.rows]
        told = facts, dismissals, [_said(group) for group in groups]
        if told == self._told:
            # As after most pauses: every line says what it said, and need not be measured and painted again.
            self.groups = groups
            return
        self._told = told
        self.beginResetModel()
        self.groups, self.dismissals = groups, dismissals
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.dismissals or self.groups)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the sentence, the level, or the name of the repair."""
        if self.dismissals:
            return self._dismissed(self.dismissals[index.row()], role)
        group = self.groups[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line(group)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = self._teller(say("{what}: {label}", what=_LEVELS[group.level], label=self._line(group)))
            return f"{line} {self._action(group)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._line(group)} ({group.rule})"
        if role == Role.LEVEL:
            return group.level
        if role == Role.ACTION:
            return self._action(group)
        return None

    def _dismissed(self, dismissal: Dismissal, role: int) -> object:
        action = self._teller(say("Take back"))
        where = self._place(dismissal.where)
        line = self._teller(
            say(
                "{rule} dismissed: {reason} ({by}, {day})",
                rule=dismissal.rule,
                reason=dismissal.reason,
                by=dismissal.by,
                day=told_day(dismissal.at.date()),
            )
        )
        line = f"{self._teller(where)} · {line}" if where else line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line}. {action}"
        return {Role.LEVEL: Level.HINT, Role.ACTION: action}.get(Role(role)) if role in set(Role) else None

    def _line(self, group: Group) -> str:
        place = self._place(group.findings[0].where) if group.count == 1 else None
        why = self._teller(group.why)
        return f"{self._teller(place)} · {why}" if place else why

    def _action(self, group: Group) -> str:
        if group.mend is None:
            return self._teller(say("Go there"))
        if group.count > 1:
            return self._teller(say("Mend all {count}…", count=group.count))
        return self._teller(group.mend.label)

    def _place(self, where: Address) -> Sentence | None:
        doc = self._session.doc
        if where.part is Part.ROW:
            row = next((index for index, row in enumerate(doc.rows, 1) if row.id == where.id), 0)
            return say("Row {number}", number=row) if row else None
        if where.part is Part.QUOTE:
            return say("Quote")
        person = doc.participant(where.id)
        if person is not None:
            return say("{name}", name=person.name.en or person.name.fr)
        name = field_name(doc, where)
        return field_title(name) if name else None


def _said(group: Group) -> object:
    """Return what the line of a group turns on: sentence, sign, place and repair."""
    first = group.findings[0]
    repair = first.mend.label if first.mend else any(finding.mend for finding in group.findings)
    return group.why, first.rule, first.level, first.where.part, first.where.id, first.where.field, repair


class ProblemLine(QStyledItemDelegate):
    """Paints a line: shape and colour of the level, the sentence, and the repair at its end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Give every line the same height."""
        return QSize(200, max(_LINE_HEIGHT, option.fontMetrics.height() + 6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, rect = self.look.palette, option.rect
        paint_ground(painter, option, self.look)
        middle = QPointF(rect.left() + INDENT + 5.5, rect.center().y() + 0.5)
        signs.paint(painter, middle, index.data(Role.LEVEL), self.look)
        action = index.data(Role.ACTION)
        metrics = option.fontMetrics
        line = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colours.accent)
        painter.drawText(rect.adjusted(0, 0, -INDENT, 0), line | Qt.AlignmentFlag.AlignRight, action)
        room = rect.adjusted(INDENT + 24, 0, -INDENT - 24 - metrics.horizontalAdvance(action), 0)
        painter.setPen(colours.text)
        text = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, line | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def action_rect(self, option_rect: QRect, width: int) -> QRect:
        """Return where the repair can be clicked."""
        return QRect(option_rect.right() - INDENT - width - 8, option_rect.top(), width + 16, option_rect.height())


class ProblemsView(QListView):
    """The list itself: Enter goes to the place, a click on the repair does it, Delete dismisses."""

    went = Signal(int)
    mended = Signal(int)
    dismissed = Signal(int)

    def __init__(self, lines: ProblemsList, delegate: ProblemLine) -> None:
        super().__init__()
        self.setModel(lines)
        self.setItemDelegate(delegate)
        self.lines = lines
        self._delegate = delegate
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        # A click shows or mends and leaves the caret in the text; the keyboard comes by the Tab key.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_look(self, look: Look) -> None:
        """Use other colours."""
        self._delegate.look = look
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Mend where the repair is clicked, go there elsewhere."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        (self.mended if self._is_on_action(index, event) else self.went).emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a repair."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and self._is_on_action(index, event)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there on Enter, dismiss on Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.went.emit(self.currentIndex().row())
            event.accept()
            return
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.dismissed.emit(self.currentIndex().row())
            event.accept()
            return
        super().keyPressEvent(event)

    def _is_on_action(self, index: QModelIndex, event: QMouseEvent) -> bool:
        width = self.fontMetrics().horizontalAdvance(str(index.data(Role.ACTION)))
        return self._delegate.action_rect(self.visualRect(index), width).contains(event.position().toPoint())
