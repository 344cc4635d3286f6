"""Recovery: offers, after a crash, each document with unsaved changes, and shows first what would come back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.errors import CommuniqueError, Unreadable
from editor.formats.journal import Recovered, damaged_journals, left_behind
from editor.formats.table import open_document
from editor.gui.fields.comparison import ComparisonView
from editor.gui.style import Palette
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.model.profile import Profile
from editor.text.date_writing import told_here
from editor.values import frozen
from editor.words import Sentence, say, say_count


class RecoveryDialog(QDialog):
    """A list of documents with unsaved changes, and what each would bring back; only a button makes anything happen.

    After it was accepted `chosen` is the one to open. What is discarded goes at once; all else stays for later.
    """

    def __init__(
        self, parent: QWidget, teller: Teller, found: Sequence[Recovered], profile: Profile, colours: Palette
    ) -> None:
        super().__init__(parent)
        self._teller, self._profile, self._colours = teller, profile, colours
        self._found = list(found)
        self.chosen: Recovered | None = None
        self.setWindowTitle(teller(say("Unsaved work")))
        self.resize(900, 560)
        self._list = QListWidget()
        self._list.setAccessibleName(teller(say("Documents with unsaved changes")))
        self._list.setWordWrap(True)
        self._list.setFixedWidth(280)
        self._list.currentRowChanged.connect(self._show)
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._view = ComparisonView(teller)
        self._open = QPushButton(teller(say("Open it")))
        self._open.setProperty("primary", True)
        self._open.setDefault(True)
        self._open.clicked.connect(self._choose)
        self._discard = QPushButton(teller(say("Discard")))
        self._discard.clicked.connect(self._drop)
        self._later = QPushButton(teller(say("Keep for later")))
        self._later.clicked.connect(self.reject)
        self._place()
        self._fill()

    def _place(self) -> None:
        why = QLabel(
            self._teller(
                say("The program ended before these changes were saved. Nothing has been changed in any file.")
            )
        )
        why.setWordWrap(True)
        why.setProperty("quiet", True)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._about)
        right.addWidget(self._view, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._list)
        middle.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._discard)
        buttons.addStretch(1)
        buttons.addWidget(self._later)
        buttons.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(why)
        column.addLayout(middle, 1)
        column.addLayout(buttons)

    def _fill(self) -> None:
        for recovered in self._found:
            name = f"{self._name(recovered)}\n{told_here(recovered.at).told(self._teller.tongue)}"
            self._list.addItem(QListWidgetItem(name))
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def _name(self, recovered: Recovered) -> str:
        headline = recovered.doc.headline
        title = headline.en.text or headline.fr.text or self._teller(say("New release"))
        return Path(recovered.origin.path).name if recovered.origin.path else title

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self._found):
            return
        recovered = self._found[place]
        file = Path(recovered.origin.path) if recovered.origin.path else None
        before, about = Communique(), say("It has never been saved. This is what would come back:")
        if file is not None:
            try:
                before = open_document(file, self._profile).doc
                about = say("{file}: this is how what comes back differs from the file:", file=str(file))
            except CommuniqueError as trouble:
                about = say("{why} This is what would come back:", why=trouble.sentence)
        lines = [about]
        if not recovered.is_whole:
            lines.append(say("The end of what was kept is damaged; this is the last whole state."))
        self._about.setText("\n".join(self._teller(line) for line in lines))
        self._view.show_difference(before, recovered.doc, self._colours, self._profile.zone)

    def _choose(self) -> None:
        self.chosen = self._found[self._list.currentRow()]
        self.accept()

    def _drop(self) -> None:
        place = self._list.currentRow()
        recovered = self._found.pop(place)
        try:
            recovered.file.unlink(missing_ok=True)
        except OSError as error:
            self._about.setText(error.strerror or str(error))
            self._found.insert(place, recovered)
            return
        self._list.takeItem(place)
        self._show(self._list.currentRow())
        if not self._found:
            self.reject()


@frozen
class Answer:
    """What came of an offer: the document to open, what is to be said, and whether that is of something damaged."""

    chosen: Recovered | None = None
    told: tuple[Sentence, ...] = ()
    is_trouble: bool = False


def recover(owner: QWidget, teller: Teller, folder: Path, profile: Profile, colours: Palette) -> Answer:
    """Offer what programs that have ended left unsaved in a folder."""
    found, faults = left_behind(folder), damaged_journals(folder)
    told = (_damage(faults),) if faults else ()
    if not found:
        return Answer(told=told or (say("There is no unsaved work to bring back."),), is_trouble=bool(faults))
    dialog = RecoveryDialog(owner, teller, found, profile, colours)
    return Answer(dialog.chosen if dialog.exec() else None, told, bool(faults))


def _damage(faults: Sequence[Unreadable]) -> Sentence:
    return say_count(
        "{count} journal of unsaved work is damaged and left where it is: {file}",
        "{count} journals of unsaved work are damaged and left where they are, among them {file}",
        len(faults),
        file=str(faults[0].path),
    )
