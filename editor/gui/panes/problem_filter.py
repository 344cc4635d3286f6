"""Filter of the problems: by level, language, kind and words; and the findings that were dismissed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from editor.checks.finding import Finding, Level
from editor.gui.fields.labels import name_choice
from editor.gui.fields.line import LineField
from editor.gui.panes.progress import ProgressPicture
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.model.language import Language
from editor.text.letters import folded
from editor.words import Sentence, say

_LEVELS: Mapping[Level | None, Sentence] = {
    None: say("All levels"),
    Level.ERROR: say("Errors"),
    Level.WARNING: say("Warnings"),
    Level.HINT: say("Hints"),
}
_LANGUAGES: Mapping[Language | None, Sentence] = {
    None: say("Both languages"),
    Language.EN: say("English"),
    Language.FR: say("French"),
}
_KINDS: Mapping[str, Sentence] = {
    "": say("All kinds"),
    "FE": say("Writing"),
    "X": say("Agreement of the languages"),
    "R": say("Form of the release"),
    "N": say("NewsML-G2"),
}
INDENT = 20
"""Pixels left of what is told in the pane."""
_LINE = 160
"""Pixels of the field of words."""
_NARROWEST = 40
"""Pixels of a choice."""


class ProblemFilter(QWidget):
    """A line of choices above the problems, shown when it is wanted.

    `corner` stands at the right of the tabs: the picture of how far the release is, and the button that shows the line.
    """

    changed = Signal()

    def __init__(self, session: Session, teller: Teller, look: Look) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self._is_built = False
        self.picture = ProgressPicture(session, teller, look)
        self.opener = QPushButton()
        self.opener.setProperty("flat", True)
        self.opener.setCheckable(True)
        self.opener.toggled.connect(self._open)
        self.corner = QWidget()
        beside = QHBoxLayout(self.corner)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.picture)
        beside.addWidget(self.opener)
        session.changed.connect(self._follow)
        session.opened.connect(self._count)
        teller.changed.connect(self.retranslate)
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        """Make the line, when it is first wanted."""
        self.level, self.language, self.kind = QComboBox(), QComboBox(), QComboBox()
        self.words = LineField()
        self.words.setMaximumWidth(_LINE)
        for box in (self.level, self.language, self.kind):
            # In a narrow window the choices shrink, or they would keep the window wide.
            box.setMinimumWidth(_NARROWEST)
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words.setClearButtonEnabled(True)
        self.dismissed = QPushButton()
        self.dismissed.setProperty("flat", True)
        self.dismissed.setCheckable(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(INDENT, 2, 16, 2)
        line.setSpacing(8)
        for widget in (self.level, self.language, self.kind, self.words, self.dismissed):
            line.addWidget(widget)
        line.addStretch(1)
        self._is_built = True
        self.retranslate()
        for box in (self.level, self.language, self.kind):
            box.currentIndexChanged.connect(self.changed)
        self.words.textChanged.connect(self.changed)
        self.dismissed.toggled.connect(self.changed)

    def open(self) -> None:
        """Show the line, and put the caret where words are asked for."""
        self.opener.setChecked(True)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the line by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.opener.setChecked(False)
            self.opener.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    @property
    def shows_dismissed(self) -> bool:
        """Whether the dismissed findings are listed instead of the open ones."""
        return self._is_built and self.dismissed.isChecked()

    def clear(self) -> None:
        """Ask for everything."""
        if not self._is_built:
            return
        for box in (self.level, self.language, self.kind):
            box.setCurrentIndex(0)
        self.words.clear()
        self.dismissed.setChecked(False)

    def lets_through(self, finding: Finding) -> bool:
        """Tell whether a finding is of the level, language and kind asked for, and holds the words."""
        if not self._is_built:
            return True
        level, language, kind = self.level.currentData(), self.language.currentData(), self.kind.currentData()
        if level is not None and (finding.level or Level.HINT) != level:
            return False
        if language is not None and finding.where.language not in (None, language):
            return False
        if kind and not finding.rule.startswith(tuple(kind)):
            return False
        wanted = folded(self.words.text().strip())
        return not wanted or wanted in folded(f"{finding.rule} {self._teller(finding.why)} {self._quoted(finding)}")

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.opener.setText(self._teller(say("Filter")))
        self.opener.setToolTip(self._teller(say("Show some of the problems only, or those dismissed")))
        if not self._is_built:
            return
        names = (say("Level"), say("Language"), say("Kind of problem"))
        tables: tuple[list[tuple[object, Sentence]], ...] = (
            [*_LEVELS.items()],
            [*_LANGUAGES.items()],
            [*_KINDS.items()],
        )
        for box, name, table in zip((self.level, self.language, self.kind), names, tables, strict=True):
            chosen = max(box.currentIndex(), 0)
            box.blockSignals(True)
            box.clear()
            for value, sentence in table:
                box.addItem(self._teller(sentence), value)
            box.setCurrentIndex(chosen)
            box.blockSignals(False)
            name_choice(box, self._teller(name))
        self.words.setAccessibleName(self._teller(say("Words of the problem")))
        self.words.setPlaceholderText(self._teller(say("Filter…")))
        self._count()

    def _open(self, is_open: bool) -> None:
        """Show the line; a line that is not seen filters nothing."""
        if is_open and not self._is_built:
            self._build()
        self.setVisible(is_open)
        if not is_open:
            self.clear()

    def _quoted(self, finding: Finding) -> str:
        where, row = finding.where, self._session.doc.row(finding.where.id)
        if row is None or where.language is None or where.passage is None or where.passage >= len(row[where.language]):
            return ""
        return row[where.language][where.passage].text[where.start : where.end]

    def _follow(self, before: Communique, after: Communique) -> None:
        if before.dismissals is not after.dismissals:
            self._count()

    def _count(self) -> None:
        if not self._is_built:
            return
        count = len(self._session.doc.dismissals)
        self.dismissed.setText(self._teller(say("Dismissed ({count})", count=count)))
        self.dismissed.setEnabled(count > 0)
        if not count:
            self.dismissed.setChecked(False)
