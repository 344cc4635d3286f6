"""Terms dialog: what the house calls things in both languages, searched, and taken in from a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.errors import CommuniqueError
from editor.formats.terms import import_terms
from editor.gui.dialogs.files import ask_file
from editor.gui.fields.line import Hint, LineField
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.terms import Term
from editor.text.letters import folded
from editor.words import Sentence, say, say_count

_COLUMNS: tuple[Sentence, ...] = (say("English"), say("French"), say("Never written"), say("Note"))
_MOST_SHOWN = 500
"""Terms shown at once; a search brings up the others."""


class TermsDialog(QDialog):
    """The terminology of the open document's house."""

    def __init__(self, parent: QWidget, session: Session, teller: Teller) -> None:
        super().__init__(parent)
        self._session = session
        self._teller = teller
        self.setWindowTitle(teller(say("Terminology: {house}", house=session.profile.name)))
        self.resize(860, 560)
        self.search = LineField(teller(say("Search")))
        self.search.setPlaceholderText(teller(say("Search terms in both languages")))
        self.search.setClearButtonEnabled(True)
        self.search.entered.connect(lambda _text: self._show())
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setAccessibleName(teller(say("Terms")))
        self.table.setHorizontalHeaderLabels([teller(column) for column in _COLUMNS])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setWordWrap(True)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.told = Hint()
        self._place()
        self._show()

    def _place(self) -> None:
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._button(say("Import terms…"), self._import))
        line.addWidget(self._button(say("Close"), self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addLayout(line)

    def _button(self, title: Sentence, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(self._teller(title))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _show(self) -> None:
        """Show the terms that hold every word looked for."""
        wanted = folded(self.search.text()).split()
        terms = self._session.profile.terms.terms
        found = [term for term in terms if all(word in folded(" ".join(_cells(term))) for word in wanted)]
        self.table.setRowCount(0)
        for term in found[:_MOST_SHOWN]:
            row = self.table.rowCount()
            self.table.insertRow(row)
            for column, text in enumerate(_cells(term)):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.table.setItem(row, column, item)
        self.told.tell(self._teller(say_count("{count} term", "{count} terms", len(found))))

    def _import(self) -> None:
        """Ask for a file and take its terms in; where it is broken, say so and change nothing."""
        pattern = self._teller(say("Terminology (CSV, TBX)")) + " (*.csv *.tsv *.txt *.tbx *.xml)"
        path = ask_file(self, self._teller(say("Import terms…")), "", pattern)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Take in the terms of a file."""
        try:
            added, exchanged = import_terms(path, self._session.profile.name)
            self._session.read_profile_again()
        except CommuniqueError as error:
            self.told.tell(self._teller(error.sentence))
            return
        self._show()
        new = say_count("{count} new term", "{count} new terms", added)
        self.told.tell(self._teller(say("{added}, {exchanged} exchanged.", added=new, exchanged=exchanged)))


def _cells(term: Term) -> tuple[str, ...]:
    names = (" · ".join(names) for names in term.names)
    return (*names, " · ".join((*term.forbidden.en, *term.forbidden.fr)), term.note)
