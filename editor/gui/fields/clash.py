"""Clash: two wordings of one place beside each other, one of which is to stand, or both joined, or other words."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
)

from editor.edits.merging import Copy
from editor.gui.fields.card import QuietLabel
from editor.gui.fields.wording import rich, spoken
from editor.gui.style import Palette
from editor.gui.teller import Teller
from editor.text.changes import compared
from editor.values import frozen
from editor.words import Sentence, say

_OWN_LINES, _OWN_FRAME = 3, 20
"""Lines of words of one's own that are in sight, and the pixels around them."""


@frozen
class Wordings:
    """What a place said before, and in each copy; `joined` has the changes of both, None where that makes no sense."""

    base: str
    first: str
    second: str
    joined: str | None = None


class ClashCard(QFrame):
    """Asks which wording stands. Nothing is chosen before somebody does."""

    decided = Signal(object)
    """The Copy that stands, or the words that do."""

    def __init__(self, title: str, owners: tuple[Sentence, Sentence], wordings: Wordings, teller: Teller) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._title, self._teller, self._wordings = title, teller, wordings
        self._group = QButtonGroup(self)
        self.choices: dict[Copy, QRadioButton] = {}
        self.own: QPlainTextEdit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.addWidget(QuietLabel(title))
        self._sides = QGridLayout()
        self._sides.setHorizontalSpacing(20)
        column.addLayout(self._sides)
        self._texts = [self._side(copy, owner) for copy, owner in zip(Copy, owners, strict=True)]
        if wordings.joined is not None:
            self._offer_both(column, wordings.joined)

    def show_colours(self, colours: Palette) -> None:
        """Show both wordings with what each changed."""
        for text, wording in zip(self._texts, (self._wordings.first, self._wordings.second), strict=True):
            if self._wordings.joined is None:
                text.setText(escape(wording).replace("\n", "<br>"))
            else:
                text.setText(rich(compared(self._wordings.base, wording), colours, whole=True))

    def choose(self, copy: Copy) -> None:
        """Let one copy stand."""
        self.choices[copy].setChecked(True)

    def _side(self, copy: Copy, owner: Sentence) -> QLabel:
        wording = self._wordings.first if copy is Copy.FIRST else self._wordings.second
        choice = self._choice(owner)
        choice.setAccessibleDescription(spoken(compared(self._wordings.base, wording)))
        choice.toggled.connect(lambda on: self.decided.emit(copy) if on else None)
        self.choices[copy] = choice
        text = QLabel()
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        place = len(self.choices) - 1
        self._sides.addWidget(choice, 0, place)
        self._sides.addWidget(text, 1, place)
        self._sides.setColumnStretch(place, 1)
        return text

    def _offer_both(self, column: QVBoxLayout, words: str) -> None:
        """Offer the changes of both in one wording, to be taken or written over."""
        both = self._choice(say("Both joined, or words of your own"))
        own = self.own = QPlainTextEdit(words)
        own.setProperty("field", True)
        own.setTabChangesFocus(True)
        own.setFixedHeight(_OWN_LINES * own.fontMetrics().lineSpacing() + _OWN_FRAME)
        own.setAccessibleName(f"{self._title}, {both.text()}")
        both.toggled.connect(lambda on: self.decided.emit(own.document().toRawText()) if on else None)
        own.textChanged.connect(lambda: self._take_own(both, own))
        column.addWidget(both)
        column.addWidget(own)

    def _take_own(self, both: QRadioButton, own: QPlainTextEdit) -> None:
        if both.isChecked():
            self.decided.emit(own.document().toRawText())
        else:
            both.setChecked(True)

    def _choice(self, owner: Sentence) -> QRadioButton:
        choice = QRadioButton(self._teller(owner))
        choice.setAccessibleName(f"{self._title}, {choice.text()}")
        self._group.addButton(choice)
        return choice
