"""Frame: the shape all dialogs share: margins, one column, and buttons that name what will happen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPushButton, QVBoxLayout, QWidget

from editor.gui.teller import Teller
from editor.words import Sentence, say

_MARGINS = (20, 16, 20, 16)


class Framed(QDialog):
    """A dialog with a column to fill; `close_with` ends it by a line of buttons."""

    def __init__(self, parent: QWidget | None, teller: Teller, title: Sentence) -> None:
        super().__init__(parent)
        self.setWindowTitle(teller(title))
        self._framed_by = teller
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*_MARGINS)
        self.column.setSpacing(12)

    def close_with(self, go_on: Sentence | None) -> QPushButton:
        """Add the buttons, the first of which says what will happen and is answered; None: it is named later."""
        buttons = QDialogButtonBox()
        title = self._framed_by(go_on) if go_on is not None else ""
        first = buttons.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole)
        first.setProperty("primary", True)
        buttons.addButton(self._framed_by(say("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.column.addWidget(buttons)
        return first


def ask(
    parent: QWidget | None, teller: Teller, question: Sentence, answers: Sequence[Sentence], *, usual: int = 0
) -> int:
    """Return the number of the answer chosen: the last one is that of Escape, `usual` that of Enter."""
    return ask_about(parent, teller, (question, None), answers, usual=usual)


def ask_about(
    parent: QWidget | None,
    teller: Teller,
    question: tuple[Sentence, Sentence | None],
    answers: Sequence[Sentence],
    *,
    usual: int = 0,
) -> int:
    """Ask as `ask` does, with a second, quieter sentence about the matter."""
    box = QMessageBox(parent)
    box.setWindowTitle("Communiqué")
    box.setIcon(QMessageBox.Icon.NoIcon)
    text, about = question
    box.setText(teller(text))
    if about is not None:
        box.setInformativeText(teller(about))
    last = len(answers) - 1
    roles = QMessageBox.ButtonRole
    buttons = [
        box.addButton(teller(answer), roles.RejectRole if number == last and last else roles.AcceptRole)
        for number, answer in enumerate(answers)
    ]
    if last:
        buttons[usual].setProperty("primary", True)
    box.setDefaultButton(buttons[usual])
    box.setEscapeButton(buttons[last])
    box.exec()
    clicked = box.clickedButton()
    return next((number for number, button in enumerate(buttons) if button is clicked), last)
