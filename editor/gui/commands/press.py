"""Press: the commands that put the release on paper: preview, print, export, and the copy to be reviewed and signed."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.edits.details import remember_copy
from editor.errors import CommuniqueError, Unfit
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.words import say

if TYPE_CHECKING:
    from editor.formats.paper import Paper, Printing
    from editor.gui.dialogs.paper import PaperDialog


class Press(QObject):
    """Puts the open release on paper. What came of it is told quietly, in a Sentence."""

    told = Signal(object)

    def __init__(self, owner: QWidget, session: Session, teller: Teller) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session
        self._teller = teller
        self._preview: PaperDialog | None = None

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "preview": self.preview,
            "print": self.print,
            "export": self.export,
            "review_copy": self.make_review_copy,
        }

    def preview(self) -> None:
        """Show the release as it will be read, beside the window; what is written then is followed."""
        from editor.gui.dialogs.paper import PaperDialog

        if self._preview is None:
            self._preview = PaperDialog(self._owner, self._session, self._teller)
            self._preview.print.clicked.connect(self.print)
            self._preview.export.clicked.connect(self.export)
        self._preview.show()
        self._preview.raise_()
        self._preview.activateWindow()

    def print(self) -> None:
        """Ask for a printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from editor.formats.pdf import Pages, page_layout, print_on

        paper = self._paper(self._chosen())
        if paper is None:
            return
        pages = Pages(paper)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(paper.title)
        printer.setPageLayout(page_layout(pages))
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._front())
        dialog.setWindowTitle(self._teller(say("Print")))
        dialog.setMinMax(1, len(pages))
        if dialog.exec():
            first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
            print_on(printer, pages, range(first - 1, last))

    def export(self) -> None:
        """Ask for languages, kind of file and name, and write."""
        from editor.gui.dialogs.paper import ExportDialog

        dialog = ExportDialog(self._front(), self._teller, self._chosen())
        if dialog.exec():
            self._write(dialog.printing, dialog.suffix)

    def make_review_copy(self) -> None:
        """Write the numbered copy that is read against the last one and signed, and remember what it said."""
        from editor.formats.paper import Layout, Printing

        self._write(Printing(layout=Layout.REVIEW), ".pdf")

    def _write(self, printing: "Printing", suffix: str) -> None:
        from editor.formats.paper import Layout
        from editor.formats.table import save_document
        from editor.gui.dialogs.questions import ask_export, tell_trouble

        if self._paper(printing) is None:
            return
        is_review = printing.layout is Layout.REVIEW
        suffixes = (".pdf", ".docx", ".html") if is_review else (suffix,)
        path = ask_export(self._front(), self._teller, self._start(printing, suffix), suffixes)
        if path is None:
            return
        at = datetime.now(UTC).replace(microsecond=0)
        try:
            save_document(self._session.doc, path, printing, at)
        except CommuniqueError as error:
            tell_trouble(self._front(), self._teller, error.sentence)
            return
        if is_review:
            self._session.do(remember_copy(at))
        self.told.emit(say("Written: {file}", file=path.name))

    def _paper(self, printing: "Printing") -> "Paper | None":
        """Return the release on paper; None, having said why, where a language is wanted that has no text."""
        from editor.gui.dialogs.paper import on_paper
        from editor.gui.dialogs.questions import tell_trouble

        try:
            return on_paper(self._session, printing)
        except Unfit as error:
            tell_trouble(self._front(), self._teller, error.sentence)
            return None

    def _chosen(self) -> "Printing":
        """Return what the preview shows; both languages beside each other where it is closed."""
        from editor.formats.paper import Printing

        return self._preview.printing if self._preview is not None and self._preview.isVisible() else Printing()

    def _front(self) -> QWidget:
        return self._preview if self._preview is not None and self._preview.isActiveWindow() else self._owner

    def _start(self, printing: "Printing", suffix: str) -> str:
        """Return the name that is proposed: that of the document, with the one language it is in."""
        from editor.formats.paper import Layout

        path, doc = self._session.path, self._session.doc
        stem = path.stem if path else doc.release.reference.replace("/", "-") or self._teller(say("Release"))
        if printing.layout is Layout.REVIEW:
            stem = f"{stem}-{self._teller(say('review'))}-{doc.review.number + 1 if doc.review else 1}"
        elif len(printing.languages) == 1:
            stem = f"{stem}-{printing.languages[0].value}"
        return str((path.parent if path else Path.home()) / f"{stem}{suffix}")
