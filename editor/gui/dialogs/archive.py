"""Archive dialog: everything saved or published here, found by any word, opened or taken as a pattern."""

from datetime import date
from enum import Enum

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.gui.background.remembering import Memory, Remembering
from editor.gui.fields.publications import kept_title
from editor.gui.teller import Teller
from editor.library.archive import Found
from editor.model.language import Language
from editor.text.date_writing import write_day
from editor.words import say, say_count

_PAUSE = 120
"""Milliseconds without a key after which the archive is searched."""


class Wish(Enum):
    """What is to be done with a release of the archive."""

    OPEN = "open"
    NEXT = "next"
    NEW = "new"


class ArchiveDialog(QDialog):
    """A line to search by and what was found. After it was accepted, `chosen` and `wish` say what is wanted."""

    def __init__(self, parent: QWidget, remembering: Remembering, teller: Teller) -> None:
        super().__init__(parent)
        self._remembering, self._teller = remembering, teller
        self._found: tuple[Found, ...] = ()
        self._searches = 0
        self.chosen: Found | None = None
        self.wish = Wish.OPEN
        self.setWindowTitle(teller(say("Archive")))
        self.resize(900, 520)
        self.line = QLineEdit()
        self.line.setAccessibleName(teller(say("Search the archive")))
        self.line.setPlaceholderText(teller(say("Reference, date, person, topic or words of either language")))
        self.line.setClearButtonEnabled(True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(teller(say("Releases found")))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(
            [teller(title) for title in (say("Date"), say("Reference"), say("English"), say("French"), say("State"))]
        )
        header = self.list.header()
        for column, mode in enumerate((0, 0, 1, 1, 0)):
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if mode else QHeaderView.ResizeMode.ResizeToContents
            )
        header.setStretchLastSection(False)
        self.list.itemActivated.connect(lambda _item, _column: self._choose(Wish.OPEN))
        self.list.itemSelectionChanged.connect(self._show_possible)
        self.told = QLabel()
        self.told.setProperty("quiet", True)
        self._buttons = {
            Wish.NEW: QPushButton(teller(say("Start a new release from this one"))),
            Wish.NEXT: QPushButton(teller(say("Publish its next version…"))),
            Wish.OPEN: QPushButton(teller(say("Open"))),
        }
        self._place()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.search)
        self.line.textChanged.connect(lambda _text: self._pause.start())
        self.search()

    def search(self) -> None:
        """Show what the words typed find; an answer that comes late is dropped."""
        self._searches += 1
        number, words = self._searches, self.line.text()

        def answer(found: tuple[Found, ...]) -> None:
            if number == self._searches:
                self._show(found)

        self._remembering.ask(lambda memory: _searched(memory, words), answer)

    def done(self, result: int) -> None:
        """Drop answers that come after the dialog was closed."""
        self._searches += 1
        super().done(result)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        buttons = QHBoxLayout()
        cancel = QPushButton(self._teller(say("Cancel")))
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        for wish, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, wish=wish: self._choose(wish))
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self._buttons[Wish.OPEN].setProperty("primary", True)
        self._buttons[Wish.OPEN].setDefault(True)
        column.addLayout(buttons)

    def _show(self, found: tuple[Found, ...]) -> None:
        self._found = found
        self.list.clear()
        for each in found:
            state = kept_title(each.published, each.action)
            texts = [self._day(each), each.reference, *each.headline, self._teller(state)]
            item = QTreeWidgetItem(texts)
            item.setToolTip(2, str(each.path))
            self.list.addTopLevelItem(item)
        if found:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        count = say_count("{count} version", "{count} versions", len(found))
        none = say("Nothing found.") if self.line.text().strip() else say("What is saved or published appears here.")
        self.told.setText(self._teller(count if found else none))
        self._show_possible()

    def _day(self, found: Found) -> str:
        """Return the day of a release as the window's language writes it."""
        try:
            return write_day(date.fromisoformat(found.day), Language(self._teller.tongue))
        except ValueError:
            return found.day  # the index was damaged

    def _show_possible(self) -> None:
        for button in self._buttons.values():
            button.setEnabled(self._current() is not None)

    def _current(self) -> Found | None:
        place = self.list.currentIndex().row()
        return self._found[place] if 0 <= place < len(self._found) else None

    def _choose(self, wish: Wish) -> None:
        self.chosen, self.wish = self._current(), wish
        if self.chosen is not None:
            self.accept()


def _searched(memory: Memory, words: str) -> tuple[Found, ...]:
    return memory.archive.search(words)
