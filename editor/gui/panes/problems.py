"""Problems pane: the findings, one line a kind, each with the way there and its repair."""

from dataclasses import replace
from enum import IntEnum

from PySide6 import QtWidgets
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStackedLayout, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.checks.finding import Finding, Level
from editor.checks.repairs import Group, fold
from editor.edits.details import field_name, field_title
from editor.gui.checking import Checking
from editor.gui.fields import signs
from editor.gui.fields.card import EmptyPanel
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Part
from editor.words import Sentence, say, say_count

_LINE_HEIGHT = 22
_INDENT = 20
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a line answers besides its text."""

    LEVEL = Qt.ItemDataRole.UserRole
    ACTION = Qt.ItemDataRole.UserRole + 1


_LEVELS = {Level.ERROR: say("Error"), Level.WARNING: say("Warning"), Level.HINT: say("Hint")}


class ProblemsList(QAbstractListModel):
    """The groups of findings as lines of text."""

    def __init__(self, session: Session, teller: Teller) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self.groups: tuple[Group, ...] = ()

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self.groups = groups
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.groups)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the sentence, the level, or the name of the repair."""
        group = self.groups[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line(group)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._teller(_LEVELS[group.level])}: {self._line(group)}. {self._action(group)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._line(group)} ({group.rule})"
        if role == Role.LEVEL:
            return group.level
        if role == Role.ACTION:
            return self._action(group)
        return None

    def _line(self, group: Group) -> str:
        place = self._place(group.findings[0]) if group.count == 1 else None
        why = self._teller(group.why)
        return f"{self._teller(place)} · {why}" if place else why

    def _action(self, group: Group) -> str:
        if group.mend is None:
            return self._teller(say("Go there"))
        if group.count > 1:
            return self._teller(say("Mend all {count}", count=group.count))
        return self._teller(group.mend.label)

    def _place(self, finding: Finding) -> Sentence | None:
        where, doc = finding.where, self._session.doc
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
        # Named by its module and only here: Qt's largest class takes its time to come up.
        flags = QtWidgets.QStyle.StateFlag
        if option.state & flags.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection if option.state & flags.State_Active else colours.line)
            painter.drawRoundedRect(rect.adjusted(12, 0, -12, 0), 4, 4)
        middle = QPointF(rect.left() + _INDENT + 5.5, rect.center().y() + 0.5)
        signs.paint(painter, middle, index.data(Role.LEVEL), self.look)
        action = index.data(Role.ACTION)
        metrics = option.fontMetrics
        line = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colours.accent)
        painter.drawText(rect.adjusted(0, 0, -_INDENT, 0), line | Qt.AlignmentFlag.AlignRight, action)
        room = rect.adjusted(_INDENT + 24, 0, -_INDENT - 24 - metrics.horizontalAdvance(action), 0)
        painter.setPen(colours.text)
        text = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, line | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def action_rect(self, option_rect: QRect, width: int) -> QRect:
        """Return where the repair can be clicked."""
        return QRect(option_rect.right() - _INDENT - width - 8, option_rect.top(), width + 16, option_rect.height())


class ProblemsView(QListView):
    """The list itself: Enter goes to the place, a click on the repair does it."""

    went = Signal(int)
    mended = Signal(int)

    def __init__(self, lines: ProblemsList, delegate: ProblemLine) -> None:
        super().__init__()
        self.setModel(lines)
        self.setItemDelegate(delegate)
        self._delegate = delegate
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        # A click shows or mends and leaves the caret in the text; the keyboard comes by the Tab key.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

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
        """Go there on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.went.emit(self.currentIndex().row())
            event.accept()
            return
        super().keyPressEvent(event)

    def _is_on_action(self, index: QModelIndex, event: QMouseEvent) -> bool:
        width = self.fontMetrics().horizontalAdvance(str(index.data(Role.ACTION)))
        return self._delegate.action_rect(self.visualRect(index), width).contains(event.position().toPoint())


class ProblemsPane(QWidget):
    """Everything that is wrong or doubtful, the worst first."""

    counted = Signal(int)
    """How many findings there are, hints left out."""

    def __init__(self, session: Session, checking: Checking, teller: Teller, look: Look) -> None:
        super().__init__()
        self._session = session
        self._checking = checking
        self._teller = teller
        self._lines = ProblemsList(session, teller)
        self._delegate = ProblemLine(look)
        self._view = ProblemsView(self._lines, self._delegate)
        self._view.went.connect(self._go)
        self._view.mended.connect(self._mend)
        self._empty = EmptyPanel()
        self._empty.setContentsMargins(_INDENT, 6, _INDENT, 6)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._view)
        self._findings: tuple[Finding, ...] | None = None
        self._shows_hints = False
        self._wish: Group | None = None
        self._last = -1
        checking.found.connect(self.show_findings)
        teller.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The lines shown, from the top."""
        return self._lines.groups

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings; the line chosen stays chosen where it is still there."""
        self._findings = findings
        hints = sum(1 for finding in findings if _is_hint(finding))
        self._empty.setText(self._teller(_nothing_said(0 if self._shows_hints else hints)))
        chosen = self._view.currentIndex().row()
        kept = self.groups[chosen] if 0 <= chosen < len(self.groups) else None
        told = findings if self._shows_hints else [finding for finding in findings if not _is_hint(finding)]
        groups = tuple(sorted(fold(told), key=lambda group: -group.level))
        self._lines.show_groups(groups)
        self._stack.setCurrentIndex(1 if groups else 0)
        if kept is not None:
            places = [index for index, group in enumerate(groups) if (group.rule, group.why) == (kept.rule, kept.why)]
            row = places[0] if places else min(chosen, len(groups) - 1)
            self._view.setCurrentIndex(self._lines.index(row))
            if self._last == chosen:
                # Where the line gone to last is mended, the next one stands in its place.
                self._last = row if places else chosen - 1
        self.counted.emit(len(findings) - hints)
        self._grant_wish()

    @property
    def current_rule(self) -> str:
        """The rule of the line chosen, or of the first one; empty where nothing is listed."""
        row = max(self._view.currentIndex().row(), 0)
        return self.groups[row].rule if row < len(self.groups) else ""

    def set_hints(self, shows_hints: bool) -> None:
        """List hints too, or leave them out."""
        if shows_hints != self._shows_hints:
            self._shows_hints = shows_hints
            self.retranslate()

    def go_to_next(self) -> None:
        """Choose the next line and go to its place."""
        if self.groups:
            self._last = (self._last + 1) % len(self.groups)
            self._view.setCurrentIndex(self._lines.index(self._last))
            self._go(self._last)

    def mend_current(self) -> None:
        """Do the repair of the line chosen."""
        row = self._view.currentIndex().row()
        if row >= 0:
            self._mend(row)

    def set_look(self, look: Look) -> None:
        """Use other colours."""
        self._delegate.look = look
        self._view.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._view.setAccessibleName(self._teller(say("Problems")))
        if self._findings is not None:
            self.show_findings(self._findings)

    def changeEvent(self, event: QEvent) -> None:
        """Lay the lines out again for another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._view.doItemsLayout()

    def _go(self, row: int) -> None:
        self._last = row
        self._session.jump(self.groups[row].findings[0].where)

    def _mend(self, row: int) -> None:
        group = self.groups[row]
        if group.mend is None:
            self._go(row)
            return
        self._session.flush()
        proof = self._checking.proof
        if proof is not None and proof.doc is not self._session.doc:
            # What was found is about a value that has moved on; its repair is done once it has been found again.
            self._wish = group
            self._checking.run_soon()
            return
        # The caret stays where the writer left it.
        self._session.do(replace(group.mend, caret=None))

    def _grant_wish(self) -> None:
        wish, self._wish = self._wish, None
        if wish is None:
            return
        for row, group in enumerate(self.groups):
            if (group.rule, group.why) == (wish.rule, wish.why):
                self._mend(row)
                return


def _is_hint(finding: Finding) -> bool:
    return (finding.level or Level.HINT) is Level.HINT


def _nothing_said(hints: int) -> Sentence:
    if hints:
        return say_count(
            "Nothing to mend. One hint may be shown: View › Hints among the problems.",
            "Nothing to mend. {count} hints may be shown: View › Hints among the problems.",
            hints,
        )
    return say("Nothing to mend. What is wrong or doubtful in either language appears here.")
