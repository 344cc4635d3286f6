"""Paper: the preview that follows the writing, and the question in which form a release is exported."""

from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.errors import Unfit
from editor.formats.paper import Layout, Paper, Printing, paper_of
from editor.gui.dialogs.frame import Framed
from editor.gui.fields.line import ChoiceField
from editor.gui.fields.sheets import SheetsView
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.language import Language
from editor.words import Sentence, say, say_count

_PAUSE = 200
"""Milliseconds without a change after which the preview is laid out again."""
_STEP = 1.15
_SMALLEST, _LARGEST = 0.3, 4.0
FORMS: tuple[tuple[str, Sentence, Printing], ...] = (
    ("columns", say("Both languages, beside each other"), Printing()),
    ("after", say("Both languages, one after the other"), Printing(layout=Layout.AFTER)),
    ("en", say("English alone"), Printing((Language.EN,))),
    ("fr", say("French alone"), Printing((Language.FR,))),
)
REVIEW: tuple[str, Sentence, Printing] = ("review", say("Review copy, to be signed"), Printing(layout=Layout.REVIEW))
FILES: tuple[tuple[str, Sentence, int], ...] = (
    (".pdf", say("PDF"), 0),
    (".docx", say("Word"), 0),
    (".html", say("Web page"), 0),
    (".txt", say("Plain text"), 0),
    (".txt", say("Plain text for mail, wrapped at 72 characters"), 72),
)
"""What can be exported: suffix, name, and the characters a line of plain text is wrapped at."""


class PaperDialog(QDialog):
    """The release as it will be read. It stays open while one writes, and follows."""

    def __init__(self, parent: QWidget, session: Session, teller: Teller) -> None:
        super().__init__(parent)
        self._session = session
        self._teller = teller
        self._factor = 0.0
        self.setModal(False)
        self.resize(900, 700)
        self.form = ChoiceField()
        self.form.setMinimumContentsLength(28)
        self.form.entered.connect(self._lay_out)
        self.sheets = SheetsView(teller(say("Pages")))
        self.print = QPushButton()
        self.export = QPushButton()
        for button in (self.print, self.export):
            button.setAutoDefault(False)
        self._smaller, self._larger, self._fit = (QPushButton() for _ in range(3))
        for button, zoom in (
            (self._smaller, lambda: self._zoom(1 / _STEP)),
            (self._larger, lambda: self._zoom(_STEP)),
            (self._fit, lambda: self._zoom(0)),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(zoom)
        for keys, step in ((_Key.ZoomIn, _STEP), (_Key.ZoomOut, 1 / _STEP)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self._zoom(step))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self._zoom(0))
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._place()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._lay_out)
        session.changed.connect(self._timer.start)
        session.opened.connect(self._timer.start)
        teller.changed.connect(self._retell)
        self._retell()

    @property
    def printing(self) -> Printing:
        """What is chosen to be seen."""
        return _printing(self.form.currentData())

    @property
    def paper(self) -> Paper:
        """The release as it would go on paper now. Raises Unfit where a language is wanted that has no text."""
        return on_paper(self._session, self.printing)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the present text."""
        super().showEvent(event)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let pages that fill the width go on filling it."""
        super().resizeEvent(event)
        if not self._factor:
            self.sheets.zoom(self.sheets.factor_of_width())

    def _place(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self.form, self._smaller, self._larger, self._fit, self._count):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.print)
        line.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addLayout(line)
        column.addWidget(self.sheets, 1)

    def _retell(self) -> None:
        tell = self._teller
        self.setWindowTitle(tell(say("Preview")))
        self.form.setAccessibleName(tell(say("Languages")))
        self.form.set_choices([(name, tell(title)) for name, title, _ in (*FORMS, REVIEW)])
        self.print.setText(tell(say("Print…")))
        self.export.setText(tell(say("Export…")))
        for button, sign, name in (
            (self._smaller, "−", say("Smaller")),
            (self._larger, "+", say("Larger")),
        ):
            button.setText(sign)
            button.setAccessibleName(tell(name))
            button.setToolTip(tell(name))
        self._fit.setText(tell(say("Fit the width")))
        self._lay_out()

    def _lay_out(self) -> None:
        if not self.isVisible():
            return
        try:
            self.sheets.show_paper(self.paper)
        except Unfit as error:
            self._count.setText(self._teller(error.sentence))
            return
        self.sheets.zoom(self._factor or self.sheets.factor_of_width())
        self._count.setText(self._teller(say_count("{count} page", "{count} pages", self.sheets.page_count)))

    def _zoom(self, step: float) -> None:
        """Show the pages larger or smaller; 0 makes them fill the width."""
        now = self._factor or self.sheets.factor_of_width()
        self._factor = min(_LARGEST, max(_SMALLEST, now * step)) if step else 0.0
        self.sheets.zoom(self._factor or self.sheets.factor_of_width())


_Key = QKeySequence.StandardKey


class ExportDialog(Framed):
    """Asks in which languages and as what kind of file a release is exported."""

    def __init__(self, parent: QWidget, teller: Teller, printing: Printing) -> None:
        super().__init__(parent, teller, say("Export"))
        self.form = ChoiceField(teller(say("Languages")))
        self.form.set_choices([(name, teller(title)) for name, title, _ in (*FORMS, REVIEW)])
        self.form.show_value(next(name for name, _, each in (*FORMS, REVIEW) if each == printing))
        self.file = ChoiceField(teller(say("Kind of file")))
        self.file.set_choices([(str(index), teller(title)) for index, (_, title, _) in enumerate(FILES)])
        for field in (self.form, self.file):
            field.setMinimumContentsLength(36)
        form = QFormLayout()
        form.addRow(teller(say("Languages")), self.form)
        form.addRow(teller(say("Kind of file")), self.file)
        self.column.addLayout(form)
        self.close_with(say("Export…"))

    @property
    def suffix(self) -> str:
        """The suffix of the file chosen."""
        return FILES[int(self.file.currentData())][0]

    @property
    def printing(self) -> Printing:
        """What is chosen to be written."""
        chosen = _printing(self.form.currentData())
        return Printing(chosen.languages, chosen.layout, FILES[int(self.file.currentData())][2])


def on_paper(session: Session, printing: Printing) -> Paper:
    """Return the open release as it goes on paper now. Raises Unfit where a language is wanted that has no text."""
    session.flush()
    return paper_of(session.doc.without_comments(), printing, session.profile, datetime.now(UTC))


def _printing(name: str) -> Printing:
    return next((each for form, _, each in (*FORMS, REVIEW) if form == name), Printing())
