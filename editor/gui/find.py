"""Find bar: looks for words in both texts, accents and kinds of space ignored."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.fields.line import LineField
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Language
from editor.text.letters import searchable
from editor.words import say, say_count


def find_all(doc: Communique, wanted: str) -> Iterator[Address]:
    """Yield every place of `wanted` in reading order, row by row, English first.

    Case, accents and the width of spaces do not count: “vucic” finds “Vučić”.
    """
    sought, _ = searchable(wanted)
    if not sought.strip():
        return
    for row in doc.rows:
        for language in Language:
            for index, passage in enumerate(row[language]):
                text, places = searchable(passage.text)
                start = text.find(sought)
                while start >= 0:
                    end = start + len(sought)
                    yield row.address(language, index, places[start], places[end])
                    start = text.find(sought, end)


class FindBar(QWidget):
    """A line below the texts: what to find, how often it is there, and the way to the next."""

    closed = Signal()

    def __init__(self, session: Session, teller: Teller) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self._line = LineField()
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._next = QPushButton()
        self._previous = QPushButton()
        self._close = QPushButton()
        self._at: Address | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 6, 16, 6)
        line.setSpacing(8)
        line.addWidget(self._line)
        for button, do in ((self._previous, self.find_previous), (self._next, self.find_next), (self._close, self.end)):
            button.setProperty("flat", True)
            button.clicked.connect(do)
            line.addWidget(button)
        line.insertWidget(1, self._count)
        line.addStretch(1)
        self._line.setFixedWidth(280)
        self._line.entered.connect(self._look_again)
        self._line.returnPressed.connect(self.find_next)
        teller.changed.connect(self.retranslate)
        self.retranslate()
        self.hide()

    def begin(self, words: str = "") -> None:
        """Open the bar, with the words selected in the text if there are any."""
        self.show()
        if words and "\n" not in words:
            self._line.show_value(words)
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self._tell_count()

    def end(self) -> None:
        """Close the bar and go back to the text."""
        self.hide()
        self.closed.emit()

    def find_next(self) -> None:
        """Go to the next place, after the last one from the top again."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._line.setPlaceholderText(self._teller(say("Find in both languages")))
        self._line.setAccessibleName(self._teller(say("Find in both languages")))
        self._next.setText(self._teller(say("Next")))
        self._previous.setText(self._teller(say("Previous")))
        self._close.setText(self._teller(say("Close")))
        self._tell_count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return
        super().keyPressEvent(event)

    def _look_again(self) -> None:
        self._at = None
        self._tell_count()

    def _step(self, by: int) -> None:
        places = list(find_all(self._session.doc, self._line.text()))
        self._tell_count(len(places))
        if not places:
            return
        at = places.index(self._at) if self._at in places else (-1 if by > 0 else 0)
        self._at = places[(at + by) % len(places)]
        self._session.jump(self._at)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_count(self, count: int | None = None) -> None:
        if not self._line.text().strip():
            self._count.setText("")
            return
        found = sum(1 for _ in find_all(self._session.doc, self._line.text())) if count is None else count
        self._count.setText(self._teller(say_count("{count} place", "{count} places", found)))
