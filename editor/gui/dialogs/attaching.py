"""Attaching: the small dialog for the address behind words, or for a note to them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from editor.edits.attaching import fit_address
from editor.errors import Unfit
from editor.gui.fields.line import LineField
from editor.gui.teller import Teller
from editor.model.passage import MarkKind
from editor.words import Sentence, say

_NOTE_LINES, _NOTE_FRAME = 4, 20
"""Lines of a note in sight, and the pixels around them."""
_NAMES: dict[MarkKind, Sentence] = {
    MarkKind.LINK: say("Address of the link"),
    MarkKind.FOOTNOTE: say("Text of the note"),
}


class _Note(QPlainTextEdit):
    """The text of a note: one line, however long, so that Enter finishes it."""

    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class AttachDialog(QDialog):
    """Asks for an address (link) or a note (footnote). `target` is what was given; empty to take away what is there."""

    def __init__(self, parent: QWidget, teller: Teller, kind: MarkKind, words: str, target: str) -> None:
        super().__init__(parent)
        self._teller = teller
        self._kind = kind
        self._is_removed = False
        self.setWindowTitle(teller(say("Link")) if kind is MarkKind.LINK else teller(say("Footnote")))
        name = teller(_NAMES[kind])
        self.line = LineField(name)
        self.note = _Note()
        self.note.setAccessibleName(name)
        self.note.setTabChangesFocus(True)
        self.note.setProperty("field", True)
        self.note.setFixedHeight(_NOTE_LINES * self.note.fontMetrics().lineSpacing() + _NOTE_FRAME)
        self.note.finished.connect(self.accept)
        self.field: QWidget = self.line if kind is MarkKind.LINK else self.note
        self.line.show_value(target)
        self.note.setPlainText(target)
        about, label, self._trouble = QLabel(teller(say("“{words}”", words=words))), QLabel(name), QLabel()
        about.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self.field)
        for text in (about, self._trouble):
            text.setWordWrap(True)
        about.setProperty("quiet", True)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for widget in (about, label, self.field, self._trouble, self._buttons(has_target=bool(target))):
            column.addWidget(widget)
        self.setMinimumWidth(440)
        self.field.setFocus()
        self.line.selectAll()

    @property
    def target(self) -> str:
        """The address or note that was given; empty where what is there is to be taken away."""
        if self._is_removed:
            return ""
        return self.line.text() if self._kind is MarkKind.LINK else self.note.toPlainText()

    def accept(self) -> None:
        """Close, unless the address is none: then say what is wrong, and stay."""
        try:
            if self._kind is MarkKind.LINK:
                fit_address(self.target)
        except Unfit as trouble:
            self._trouble.setText(self._teller(trouble.sentence))
            self._trouble.show()
            self.field.setFocus()
            return
        super().accept()

    def _buttons(self, *, has_target: bool) -> QDialogButtonBox:
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        is_link = self._kind is MarkKind.LINK
        if has_target:
            remove = say("Remove link") if is_link else say("Remove footnote")
            buttons.addButton(self._teller(remove), roles.ActionRole).clicked.connect(self._remove)
            if is_link:
                buttons.addButton(self._teller(say("Copy the address")), roles.ActionRole).clicked.connect(self._copy)
        keep = buttons.addButton(self._teller(say("Keep")), roles.AcceptRole)
        keep.setProperty("primary", True)
        buttons.addButton(self._teller(say("Cancel")), roles.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _remove(self) -> None:
        self._is_removed = True
        self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.line.text())
