"""Changes pane: what changed in each language since an earlier version, word by word, side by side."""

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from editor.errors import CommuniqueError
from editor.gui.fields.wording import rich
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.text.changes import Pieces, RowChange, RowFate, changes, compared
from editor.words import Sentence, say, say_count

_PAUSE = 250
"""Milliseconds without a key after which the comparison is made again."""

Earlier = Callable[[], Communique | None]
"""Answers an earlier value of the release; None where there is none."""


class ChangesPane(QWidget):
    """Compares the release with a version chosen from a list; other rooms add the versions they know."""

    told = Signal(object)
    """A Sentence that says what could not be done, or was."""
    left = Signal()

    def __init__(self, session: Session, teller: Teller, look: Look) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self._look = look
        self._titles: list[Sentence] = []
        self._earlier: list[Earlier] = []
        self._from_file: tuple[str, Communique] | None = None
        self.choice = QComboBox()
        self.view = QTextBrowser()
        self._count = QLabel()
        self._since = QLabel()
        self._since.setBuddy(self.choice)
        self._open = QPushButton()
        self._export = QPushButton()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._place()
        self._connect()
        self.add_version(say("the version saved last"), lambda: session.saved)
        self.add_version(say("the confirmation of each pair"), lambda: None)
        self.add_version(say("another file"), lambda: self._from_file[1] if self._from_file else None)
        self.retranslate()

    def add_version(self, title: Sentence, earlier: Earlier) -> None:
        """Offer an earlier version: how “Changes since …” goes on, and how to come by it."""
        self._titles.append(title)
        self._earlier.append(earlier)
        self.choice.addItem(self._teller(title))

    def set_look(self, look: Look) -> None:
        """Take over colours."""
        self._look = look
        self._show_soon()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._since.setText(self._teller(say("Changes since")))
        self.choice.setAccessibleName(self._teller(say("Changes since")))
        self.view.setAccessibleName(self._teller(say("What changed, word by word")))
        self._open.setText(self._teller(say("Choose a file…")))
        self._export.setText(self._teller(say("Export as a page…")))
        for index, title in enumerate(self._titles):
            self.choice.setItemText(index, self._teller(title))
        self._show_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave by Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setOpenLinks(False)
        self._count.setProperty("quiet", True)
        for button in (self._open, self._export):
            button.setProperty("flat", True)
        top = QHBoxLayout()
        top.setContentsMargins(8, 2, 0, 0)
        top.addWidget(self._since)
        top.addWidget(self.choice)
        top.addWidget(self._count, 1)
        top.addWidget(self._open)
        top.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 12, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.view.installEventFilter(self)
        self.view.anchorClicked.connect(self._go)
        self.choice.activated.connect(self._show)
        self._open.clicked.connect(self.ask_file)
        self._export.clicked.connect(self.ask_export)
        self._timer.timeout.connect(self._show)
        self._session.changed.connect(self._show_soon)
        self._session.opened.connect(self._show_soon)
        self._teller.changed.connect(self.retranslate)

    def _show_soon(self) -> None:
        if self.isVisible():
            self._timer.start()

    def found(self) -> tuple[RowChange, ...]:
        """Return what changed since the version chosen."""
        index = self.choice.currentIndex()
        if index == 1:
            return _since_confirmation(self._session.doc)
        earlier = self._earlier[index]()
        return changes(earlier, self._session.doc) if earlier is not None else ()

    def _show(self) -> None:
        found = self.found()
        count = say_count("{count} row differs", "{count} rows differ", len(found)) if found else say("Nothing differs")
        self._count.setText(self._teller(count))
        self._export.setEnabled(bool(found) and self.choice.currentIndex() != 1)
        scrolled = self.view.verticalScrollBar().value()
        rows = "".join(self._row(change) for change in found)
        self.view.setHtml(f'<table width="100%" cellpadding="4">{rows}</table>')
        self.view.verticalScrollBar().setValue(scrolled)

    def _row(self, change: RowChange) -> str:
        doc, colours = self._session.doc, self._look.palette
        if change.after is None:
            name = say("Gone")
        else:
            number = doc.row_index(change.after.id) + 1
            name = {
                RowFate.NEW: say("Row {number}, new", number=number),
                RowFate.MOVED: say("Row {number}, moved", number=number),
            }.get(change.fate, say("Row {number}", number=number))
        title = escape(self._teller(name))
        link = f'<a href="row:{escape(change.row.id)}">{title}</a>' if change.after is not None else title
        cells = "".join(f'<td width="45%">{rich(change.pieces[language], colours)}</td>' for language in Language)
        return f'<tr><td width="10%">{link}</td>{cells}</tr>'

    def _go(self, link: QUrl) -> None:
        row = self._session.doc.row(link.toString().removeprefix("row:"))
        if row is not None:
            self._session.jump(row.address(Language.EN if row.sides.en else Language.FR, 0, 0, 0))

    def ask_file(self) -> None:
        """Ask for the file of an earlier version, and compare with that."""
        from editor.formats.table import readable_suffixes

        pattern = " ".join(f"*{suffix}" for suffix in readable_suffixes())
        name, _ = QFileDialog.getOpenFileName(
            self, self._teller(say("Earlier version")), self._folder(), f"({pattern})"
        )
        if name:
            self.compare_with(Path(name))

    def compare_with(self, path: Path) -> None:
        """Compare with the release in a file."""
        from editor.formats.table import open_document

        try:
            self._from_file = (path.name, open_document(path, self._session.profile).doc)
        except CommuniqueError as error:
            self.told.emit(error.sentence)
            return
        self._titles[2] = say("{file}", file=path.name)
        self.choice.setCurrentIndex(2)
        self.retranslate()
        self._show()

    def ask_export(self) -> None:
        """Ask where to write the changes as a bilingual page."""
        title = self._teller(say("Export the changes"))
        name, _ = QFileDialog.getSaveFileName(self, title, f"{self._folder()}/changes.html", "HTML (*.html)")
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write the changes as a bilingual page."""
        from editor.formats import comparison
        from editor.formats.files import replacing

        earlier = self._earlier[self.choice.currentIndex()]()
        if earlier is None:
            return
        now = self._session.path.name if self._session.path else self._teller(say("New release"))
        names = (self._teller(self._titles[self.choice.currentIndex()]), now)
        try:
            with replacing(path) as sheet:
                sheet.write(comparison.page(earlier, self._session.doc, names, self._teller.tongue))
        except CommuniqueError as error:
            self.told.emit(error.sentence)
            return
        self.told.emit(say("The changes are written: {file}", file=path.name))

    def _folder(self) -> str:
        return str(self._session.path.parent if self._session.path else Path.home())


def _since_confirmation(doc: Communique) -> tuple[RowChange, ...]:
    found = []
    for row in doc.rows:
        if row.confirmation is not None and row.changed_sides:
            then, now = row.confirmation.wording, row.wording
            pieces: Bilingual[Pieces] = Bilingual(compared(then.en, now.en), compared(then.fr, now.fr))
            found.append(RowChange(RowFate.CHANGED, row, row, pieces))
    return tuple(found)
