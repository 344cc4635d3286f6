"""Lines: one-line fields that show a value and tell what was typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionComboBox

from editor.gui.fields.labels import name_choice

_BETWEEN = 3
"""Pixels around each title of an open list."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SPARE = 24
"""Pixels beside the longest title of a list that opens, for its edge and a scroll bar."""
_INSIDE = 4
"""Pixels that the style leaves beside the title of a choice."""
_PADDING = 26
"""Pixels that margins and edges of a line take at most."""
_FURNITURE = 64
"""Pixels that margins, edges and the arrow of a choice take at most: a title that leaves as much is shown whole."""


class LineField(QLineEdit):
    """A line of text that tells every change at once, also one made through the accessibility interface.

    Qt tells such a change like one made by the program, not as an edit: all but what `show_value` shows is told.
    """

    entered = Signal(str)
    finished = Signal()
    """The field was left, or Enter was pressed in it, or it was filled from elsewhere."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._is_showing = False
        self.textChanged.connect(self._tell)
        self.returnPressed.connect(self.finished)

    def show_value(self, text: str) -> None:
        """Show the present value; the caret stays where it is when the text does."""
        if self.text() != text:
            self._is_showing = True
            self.setText(text)
            self._is_showing = False
            if not self.hasFocus():
                self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Take Enter for this line, whatever key is held with it: Ctrl+Return confirms rows one is writing in alone."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Have it known that writing has ended."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    def _tell(self, text: str) -> None:
        if self._is_showing:
            return
        self.entered.emit(text)
        if not self.hasFocus():
            self.finished.emit()


class ReadField(QLineEdit):
    """A line whose text is read when it is finished: a date, a time, a country.

    While it has the focus it holds what the user types; without it, the value as the house writes it. What cannot be
    read stays there to be mended, and Escape brings the value back. A text put in without the focus, through the
    accessibility interface, is finished at once.
    """

    entered = Signal(str)
    """The finished text."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._forms: tuple[str, ...] = ("",)
        self._typed = ""
        self._is_touched = False
        self._is_showing = False
        self.textChanged.connect(self._mark_typed)
        self.returnPressed.connect(self._finish)

    def show_value(self, shown: str, typed: str, *shorter: str) -> None:
        """Show a value: as the house writes it, as it is typed, and ever more shortly where the field is too narrow."""
        self._forms, self._typed = (shown, *shorter), typed
        self._is_touched = False
        self.set_unfit(False)
        self._restore()

    def begin(self, text: str) -> None:
        """Put in the beginning of a text that is to be finished by typing."""
        self._put(text)
        self._is_touched = True

    def set_unfit(self, is_unfit: bool) -> None:
        """Show that the text could not be read."""
        if bool(self.property("unfit")) != is_unfit:
            self.setProperty("unfit", is_unfit)
            self.style().unpolish(self)
            self.style().polish(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer the value in the form it is typed in."""
        super().focusInEvent(event)
        if not self._is_touched:
            self._restore()
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the value as the house writes it."""
        super().focusOutEvent(event)
        # Qt's own editingFinished does not tell of a text that came through the accessibility interface.
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._finish()
        if not self._is_touched:
            self._restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the value as there is room for."""
        super().resizeEvent(event)
        if not self._is_touched and not self.hasFocus():
            self._restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring the value back on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._is_touched:
            self.show_value(self._forms[0], self._typed, *self._forms[1:])
            event.accept()
            return
        super().keyPressEvent(event)

    def _mark_typed(self) -> None:
        if self._is_showing:
            return
        self._is_touched = True
        if not self.hasFocus():
            self._finish()

    def _finish(self) -> None:
        if self._is_touched:
            self._is_touched = self.text().strip() != self._typed
            self.entered.emit(self.text().strip())

    def _restore(self) -> None:
        self._put(self._typed if self.hasFocus() else self._fitting())
        self.setCursorPosition(0)

    def _fitting(self) -> str:
        """Return the value as it finds room; a tip holds the whole of one that is shortened."""
        room = self.width() - self.textMargins().left() - self.textMargins().right() - _PADDING
        width = self.fontMetrics().horizontalAdvance
        fitting = next((form for form in self._forms if width(form) <= room), self._forms[-1])
        self.setToolTip(self._forms[0] if fitting != self._forms[0] else "")
        return fitting

    def _put(self, text: str) -> None:
        self._is_showing = True
        self.setText(text)
        self._is_showing = False


class ChoiceField(QComboBox):
    """One of a few values. Without the focus it leaves the mouse wheel to the page."""

    entered = Signal(str)
    used = Signal()
    """The field has got the focus: choices that take time to find are wanted now."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._stranger: str | None = None
        """A value that is shown without being offered."""
        self.activated.connect(lambda _index: self.entered.emit(self.currentData()))

    def set_choices(self, choices: list[tuple[str, str]]) -> None:
        """Offer (value, title) pairs; the value chosen stays."""
        chosen = self.currentData()
        self._stranger = None
        with QSignalBlocker(self):
            self.clear()
            for value, title in choices:
                self.addItem(title, value)
        if chosen is not None:
            self.show_value(chosen)

    def show_value(self, value: str) -> None:
        """Show a value; one that is not offered is shown as it is, as long as it is the one."""
        with QSignalBlocker(self):
            if self._stranger not in (None, value):
                self.removeItem(self.findData(self._stranger))
                self._stranger = None
            index = self.findData(value)
            if index < 0:
                self._stranger = value
                self.addItem(value, value)
                index = self.count() - 1
            self.setCurrentIndex(index)

    def showEvent(self, event: QShowEvent) -> None:
        """Have a label for a screen reader, whatever is in sight."""
        super().showEvent(event)
        name_choice(self, self.accessibleName())

    def showPopup(self) -> None:
        """Open the list, as wide as its longest title."""
        listed = self.view()
        if isinstance(listed, QListView):
            listed.setSpacing(_BETWEEN)
        listed.setMinimumWidth(listed.sizeHintForColumn(0) + _SPARE)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """End a title that finds no room by “…”; a tip holds the whole of it."""
        if self.fontMetrics().horizontalAdvance(self.currentText()) <= self.width() - _FURNITURE:
            super().paintEvent(event)
            return
        # Only here: all that there is of styles takes as long to load as ten of these fields.
        from PySide6.QtWidgets import QStyle, QStylePainter

        option = self._option()
        option.currentText = self._shown(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask for the choices."""
        self.used.emit()
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Pass the wheel on while the field is not the one in use; tell in a tip what finds no room."""
        if event.type() == QEvent.Type.ToolTip:
            title = self.currentText()
            self.setToolTip(title if self._shown(self._option()) != title else "")
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return False
        return super().event(event)

    def _option(self) -> "QStyleOptionComboBox":
        from PySide6.QtWidgets import QStyleOptionComboBox

        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _shown(self, option: "QStyleOptionComboBox") -> str:
        """Return as much of the title as there is room for."""
        from PySide6.QtWidgets import QStyle

        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, field, self).width() - _INSIDE
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)


class Hint(QLabel):
    """A quiet line under a field: what is wrong with it, or what to write there."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setProperty("quiet", True)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a sentence, or nothing."""
        self.setText(text)
        self.setVisible(bool(text))


class WithHint(QWidget):
    """A field with its hint below."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.hint = Hint()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(field)
        layout.addWidget(self.hint)
        self.setFocusProxy(field)
