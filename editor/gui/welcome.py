"""Welcome page: what one may begin with: a new release of some kind, a file opened lately, the example."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from editor.formats.templates import Template, templates
from editor.gui.fields.card import QuietLabel
from editor.gui.settings import SettingsStore
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.language import Language
from editor.words import Sentence, say

_WIDTH = 920
_MOST = 8


class Choice(QPushButton):
    """One thing to begin with: what it is, and a quiet line about it. A button: a screen reader can press it."""

    def __init__(self, title: str, about: str, look: Look) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(1)
        name = QLabel(title)
        name.setFont(look.fonts.strong)
        column.addWidget(name)
        if about:
            line = QuietLabel(about)
            line.setFont(look.fonts.small)
            line.setWordWrap(True)
            column.addWidget(line)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return the room of the two lines."""
        return self._inside(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return the room of the two lines."""
        return self._inside(super().minimumSizeHint())

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow choice is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the two lines at this width (pixels)."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else self.sizeHint().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as by Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _inside(self, usual: QSize) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else usual


class WelcomePage(QScrollArea):
    """Two columns of choices. Nothing here is lost by closing it: every choice is a command or a file."""

    begun = Signal(object)
    """A Template to begin a release with."""
    file_chosen = Signal(object)
    """The Path of a file to open."""
    example_wished = Signal()
    command_wished = Signal(str)
    """The name of a command."""
    left = Signal()
    """Escape: nothing was chosen."""

    def __init__(self, settings: SettingsStore, teller: Teller, look: Look) -> None:
        super().__init__()
        self._settings = settings
        self._teller = teller
        self._look = look
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        teller.changed.connect(self._build)
        self._build()

    def set_look(self, look: Look) -> None:
        """Use other fonts and colours."""
        self._look = look
        self._build()

    def focus_first(self) -> None:
        """Give the focus to the first choice."""
        page = self.widget()
        first = page.findChild(Choice) if page is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the page on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(32, 28, 32, 28)
        across.addStretch(1)
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        across.addWidget(inside, 100)
        across.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(36)
        for title, choices in ((say("Begin"), self._beginnings()), (say("Go on"), self._files())):
            column = QVBoxLayout()
            column.setSpacing(8)
            column.addWidget(self._title(title))
            for choice in choices:
                column.addWidget(choice)
            column.addStretch(1)
            columns.addLayout(column, 1)
        whole = QVBoxLayout(inside)
        whole.setSpacing(18)
        name = QLabel("Communiqué")
        name.setFont(self._look.fonts.headline)
        whole.addWidget(name)
        whole.addLayout(columns, 1)
        self.setWidget(page)

    def _title(self, sentence: Sentence) -> QLabel:
        title = QuietLabel(self._teller(sentence))
        title.setFont(self._look.fonts.strong)
        return title

    def _beginnings(self) -> list[QWidget]:
        tongue = Language(self._teller.tongue)
        texts = self._choice(
            self._teller(say("From texts you have")),
            self._teller(say("Word files, web pages, plain text, NewsML-G2: one language or both")),
            lambda: self.command_wished.emit("import"),
        )
        found = [self._choice(one.title[tongue], one.about[tongue], self._begin(one)) for one in templates()]
        return [*found, texts]

    def _begin(self, template: Template) -> Callable[[], None]:
        return lambda: self.begun.emit(template)

    def _open(self, path: Path) -> Callable[[], None]:
        return lambda: self.file_chosen.emit(path)

    def _files(self) -> list[QWidget]:
        made: list[QWidget] = []
        there = [path for path in map(Path, self._settings.value.recent[:_MOST]) if path.is_file()]
        made += [self._choice(path.name, str(path.parent), self._open(path)) for path in there]
        if not there:
            nothing = QuietLabel(self._teller(say("Releases you open or save are listed here.")))
            nothing.setWordWrap(True)
            made.append(nothing)
        example = self._teller(say("The example: a ferry on Lake Orvane"))
        made.append(self._choice(example, self._teller(say("A copy to try things out on")), self.example_wished.emit))
        other = QPushButton(self._teller(say("Open another file…")))
        other.setProperty("flat", True)
        other.clicked.connect(lambda: self.command_wished.emit("open"))
        made.append(other)
        return made

    def _choice(self, title: str, about: str, do: Callable[[], object]) -> Choice:
        choice = Choice(title, about, self._look)
        choice.clicked.connect(lambda _checked=False: do())
        return choice
