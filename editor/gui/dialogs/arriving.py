"""Import dialog: a text or a file for each language, and what was recognised, before anything is accepted."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.errors import CommuniqueError
from editor.formats import html, plain
from editor.formats.arrival import Arrival, arrive, joined, language_told
from editor.formats.manuscript import Manuscript
from editor.gui.dialogs.files import ask_file
from editor.gui.fields.card import QuietLabel
from editor.gui.teller import Teller
from editor.model.language import Language
from editor.model.people import Participant
from editor.model.profile import Profile
from editor.words import Sentence, say, say_count

ReadFile = Callable[[Path], Manuscript]
"""Reads a file of text; raises Unreadable."""

_PAUSE = 300
"""Milliseconds without a change after which the texts are read again."""
_TITLES = {Language.EN: say("English"), Language.FR: say("French")}


class PasteField(QPlainTextEdit):
    """Takes text, and keeps the structure of a pasted web page or word-processor page beside it."""

    dropped = Signal(object)
    """The paths of the files dropped here."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("field", True)
        self.setTabChangesFocus(True)
        self.pasted: Manuscript | None = None
        self.textChanged.connect(self._forget)
        self._is_pasting = False

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, pages and single files."""
        return source.hasText() or source.hasHtml() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Read a pasted page for its paragraphs; a file is opened."""
        files = [url for url in source.urls() if url.isLocalFile()]
        if files:
            self.dropped.emit([Path(url.toLocalFile()) for url in files])
            return
        page = html.manuscript(source.html()) if source.hasHtml() else None
        self._is_pasting = True
        if page is not None and page.scripts and self.document().isEmpty():
            self.setPlainText("\n\n".join(block.text for script in page.scripts for block in script.blocks))
            self.pasted = page
        else:
            self.insertPlainText(source.text())
        self._is_pasting = False
        self.textChanged.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a file dropped here."""
        self.insertFromMimeData(event.mimeData())
        event.acceptProposedAction()

    def _forget(self) -> None:
        if not self._is_pasting and self.pasted is not None:
            shown = "\n\n".join(block.text for script in self.pasted.scripts for block in script.blocks)
            if self.document().toRawText().replace("\u2029", "\n") != shown:
                self.pasted = None


class Side(QWidget):
    """What comes in for one language: a file, or a text pasted or typed here."""

    changed = Signal()
    dropped = Signal(object)
    """The paths of the files dropped on its text."""

    def __init__(self, language: Language, read_file: ReadFile, pattern: str, teller: Teller) -> None:
        super().__init__()
        self._read_file = read_file
        self._pattern = pattern
        self._teller = teller
        self._from_file: Manuscript | None = None
        title = QLabel(teller(_TITLES[language]))
        self.text = PasteField()
        self.text.setAccessibleName(teller(say("Text in {language}", language=_TITLES[language])))
        self.text.setPlaceholderText(teller(say("Paste the text here, drop a file, or choose one. May stay empty.")))
        self.text.textChanged.connect(self.changed)
        self.text.dropped.connect(self.dropped)
        self._file = QuietLabel()
        self._file.setWordWrap(True)
        choose = QPushButton(teller(say("Choose a file…")))
        choose.setAccessibleName(teller(say("Choose a file in {language}", language=_TITLES[language])))
        choose.clicked.connect(self._choose)
        self._clear = QPushButton(teller(say("Clear")))
        self._clear.setAccessibleName(teller(say("Clear what is in {language}", language=_TITLES[language])))
        self._clear.setEnabled(False)
        self._clear.clicked.connect(self.clear)
        self.changed.connect(self._offer_clear)
        self.buttons = (self._clear, choose)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._clear)
        head.addWidget(choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addWidget(self._file)

    def manuscript(self) -> Manuscript | None:
        """Return what is here, or None where nothing is."""
        if self._from_file is not None:
            return self._from_file
        if self.text.pasted is not None:
            return self.text.pasted
        typed = self.text.document().toRawText().replace("\u2029", "\n")
        return plain.manuscript(typed) if typed.strip() else None

    def take_file(self, path: Path) -> None:
        """Read a file for this side; what cannot be read is said in its place."""
        try:
            found = self._read_file(path)
        except CommuniqueError as error:
            self._forget_file()
            self._file.setText(self._teller(error.sentence))
            self.changed.emit()
        else:
            self.show_file(path, found)

    def show_file(self, path: Path, found: Manuscript) -> None:
        """Show what was read from a file, in place of what was here."""
        self._from_file = found
        self._file.setText(self._teller(say("From {file}", file=path.name)))
        self._show_text()
        self.changed.emit()

    @property
    def is_empty(self) -> bool:
        """Whether neither a file nor a text is here."""
        return self._from_file is None and self.text.document().isEmpty()

    def clear(self) -> None:
        """Let go of the file or the text of this side."""
        self._from_file = None
        self.text.setReadOnly(False)
        self.text.clear()
        self._file.clear()
        self.text.setFocus()
        self.changed.emit()

    def _offer_clear(self) -> None:
        self._clear.setEnabled(not self.is_empty or bool(self._file.text()))

    def _forget_file(self) -> None:
        """Let the text of a file go, which must not pass for that of another, and let texts be pasted again."""
        if self._from_file is not None:
            self._from_file = None
            self.text.setReadOnly(False)
            self.text.clear()

    def _show_text(self) -> None:
        found = self._from_file
        blocks = [block.text for script in found.scripts for block in script.blocks] if found else []
        self.text.setPlainText("\n\n".join(blocks))
        self.text.setReadOnly(True)

    def _choose(self) -> None:
        kinds = f"{self._teller(say('Releases and texts'))} ({self._pattern});;{self._teller(say('All files'))} (*)"
        path = ask_file(self, self._teller(say("Choose a file")), "", kinds)
        if path is not None:
            self.take_file(path)


class ImportDialog(QDialog):
    """Two sides and a report. `arrival` is what the import makes; None while nothing can be read.

    `keeps_people` tells that the people found are to be saved to the directory, which is offered where there are any
    whom `known` does not hold.
    """

    def __init__(
        self,
        parent: QWidget,
        profile: Profile,
        reading: tuple[ReadFile, str],
        teller: Teller,
        known: Sequence[Participant] = (),
    ) -> None:
        super().__init__(parent)
        self._profile = profile
        self._known = known
        self._teller = teller
        self._read_file = reading[0]
        self._surplus = False
        self.arrival: Arrival | None = None
        self.setWindowTitle(teller(say("Import texts")))
        self.resize(820, 560)
        self.sides = {language: Side(language, *reading, teller) for language in Language}
        self._report = QListWidget()
        self._report.setAccessibleName(teller(say("What was recognised")))
        self._report.setWordWrap(True)
        self._report.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._keep = QCheckBox()
        self._accept = QPushButton(teller(say("Import")))
        self._accept.setProperty("primary", True)
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accept)
        cancel = QPushButton(teller(say("Cancel")))
        cancel.clicked.connect(self.reject)
        self._place(cancel)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.read)
        for side in self.sides.values():
            side.changed.connect(self._timer.start)
            side.dropped.connect(partial(self._take_dropped, side))
        self.setAcceptDrops(True)
        self._order_keys(cancel)
        self.read()

    def _order_keys(self, cancel: QPushButton) -> None:
        """Let Tab go from text to text first, and Ctrl+Return accept from inside a text, where Return breaks a line."""
        texts = [side.text for side in self.sides.values()]
        buttons = [button for side in self.sides.values() for button in side.buttons]
        stops: list[QWidget] = [*texts, *buttons, self._report, self._keep, cancel, self._accept]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        texts[0].setFocus()
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._accept.click)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files wherever on the dialog they are dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put each file dropped beside the texts on the side of its language."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.take_files(paths)
        event.acceptProposedAction()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read one file or two; each goes to the side of its language, or where that cannot be told to a free side."""
        sides = list(self.sides.values())
        for path in paths[: len(sides)]:
            try:
                found = self._read_file(path)
            except CommuniqueError:
                side = self._free(sides)
                side.take_file(path)
                sides.remove(side)
                continue
            told = {language_told(script.blocks) for script in found.scripts}
            language = next(iter(told)) if len(told) == 1 else None
            side = self.sides[language] if language else self._free(sides)
            side = side if side in sides else sides[0]
            side.show_file(path, found)
            sides.remove(side)
        self._surplus = len(paths) > len(self.sides)

    def _free(self, sides: Sequence[Side]) -> Side:
        return next((side for side in sides if side.is_empty), sides[0])

    def _take_dropped(self, side: Side, paths: Sequence[Path]) -> None:
        """Put one file dropped on a text there, whatever its language; more than one where they belong."""
        if len(paths) == 1:
            side.take_file(paths[0])
        else:
            self.take_files(paths)

    def read(self) -> None:
        """Read what is on both sides, and tell what was recognised."""
        found = {language: side.manuscript() for language, side in self.sides.items()}
        self.arrival = None
        report: tuple[Sentence, ...] = (say("Give a text in one language, or one in each."),)
        try:
            self.arrival = self._arrive(found[Language.EN], found[Language.FR])
        except CommuniqueError as error:
            report = (error.sentence,)
        if self.arrival is not None:
            report = self.arrival.report
        if self._surplus:
            report = (say("Two files can come in at once, one for each language; the others were left."), *report)
        self._report.clear()
        self._report.addItems([self._teller(sentence) for sentence in report])
        self._accept.setEnabled(self.arrival is not None)
        self._offer_keeping()

    @property
    def new_people(self) -> tuple[Participant, ...]:
        """The people found whom nobody knows by this name yet."""
        names = {name for person in self._known for name in person.name}
        found = self.arrival.doc.participants if self.arrival is not None else ()
        return tuple(each for each in found if not names.intersection(filter(None, each.name)))

    @property
    def keeps_people(self) -> bool:
        """Whether the new people are to be saved to the directory."""
        return self._keep.isChecked() and bool(self.new_people)

    def _offer_keeping(self) -> None:
        count = len(self.new_people)
        one, many = "Save {count} new person to the directory", "Save {count} new people to the directory"
        self._keep.setText(self._teller(say_count(one, many, count)))
        self._keep.setVisible(count > 0)

    def _arrive(self, english: Manuscript | None, french: Manuscript | None) -> Arrival | None:
        if english is not None and french is not None:
            return arrive(joined(english, french), self._profile, known=self._known)
        only = english or french
        return arrive(only, self._profile, known=self._known) if only is not None else None

    def _place(self, cancel: QPushButton) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        both = QHBoxLayout()
        both.setSpacing(16)
        for side in self.sides.values():
            both.addWidget(side)
        column.addLayout(both, 3)
        column.addWidget(QuietLabel(self._teller(say("What was recognised"))))
        column.addWidget(self._report, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self._keep)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._accept)
        column.addLayout(buttons)
