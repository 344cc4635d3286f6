"""Frame: the shape all dialogs share: margins, one column, and buttons that name what will happen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.gui.teller import Teller
from editor.words import Sentence, say

_MARGINS = (20, 16, 20, 16)
_QUESTION_WIDTH = 400


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
    question_, about = question
    box = Question(parent, teller, question_, about)
    return box.answer(tuple(answers), usual)


class Question(Framed):
    """One sentence, perhaps a quieter one, and a button for each answer: the usual one stands last, on the right."""

    def __init__(self, parent: QWidget | None, teller: Teller, question: Sentence, about: Sentence | None) -> None:
        super().__init__(parent, teller, say("Communiqué"))
        self._teller = teller
        self._chosen = -1
        self.said = [QLabel(teller(sentence)) for sentence in (question, about) if sentence is not None]
        for number, label in enumerate(self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
            label.setProperty("quiet", number > 0)
            self.column.addWidget(label)
        self.setAccessibleDescription("\n".join(label.text() for label in self.said))
        self.setMinimumWidth(_QUESTION_WIDTH)

    def answer(self, answers: tuple[Sentence, ...], usual: int) -> int:
        """Wait for an answer, and return its number."""
        last = len(answers) - 1
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        order = [number for number in reversed(range(len(answers))) if number != usual]
        for number in (*order, usual):
            button = QPushButton(self._teller(answers[number]))
            button.clicked.connect(lambda _checked=False, number=number: self._choose(number))
            button.setDefault(number == usual)
            button.setProperty("primary", number == usual and last > 0)
            buttons.addWidget(button)
        self.column.addLayout(buttons)
        # Only now is it a child of this window, and Enter presses the button that has the focus.
        button.setFocus()
        self.exec()
        return self._chosen if self._chosen >= 0 else last

    def _choose(self, number: int) -> None:
        self._chosen = number
        self.accept()
