"""Conflicts: the questions asked where two people have one file: how to open it, and whose changes stand."""

from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from editor.edits.merging import merge
from editor.formats.profiles import load_profile
from editor.gui.dialogs.frame import ask_about
from editor.gui.fields.comparison import ComparisonView
from editor.gui.shared_file import Admission
from editor.gui.style import Palette
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.words import Sentence, say, say_count


def ask_admission(parent: QWidget, teller: Teller, path: Path, holder: Sentence) -> Admission:
    """Say who has a file open, and ask how to open it here."""
    question = say("{file} is open elsewhere.", file=path.name)
    answers = (say("Open it to read"), say("Open a copy"), say("Cancel"))
    return (Admission.READ_ONLY, Admission.COPY, Admission.NOT)[ask_about(parent, teller, (question, holder), answers)]


class Way(Enum):
    """What to do about a file that somebody else has changed."""

    MERGE = "merge"
    THEIRS = "theirs"
    COPY = "copy"
    OVERWRITE = "overwrite"
    NOTHING = "nothing"


class ConflictDialog(QDialog):
    """Shows what others changed in the file and what was changed here, both since it was opened; `way` was chosen.

    `versions` are the document as it was opened, as it is here, and as the file is now (None where it cannot be read).
    """

    def __init__(
        self,
        parent: QWidget,
        teller: Teller,
        path: Path,
        versions: tuple[Communique, Communique, Communique | None],
        colours: Palette,
        *,
        is_saving: bool,
    ) -> None:
        super().__init__(parent)
        self._teller = teller
        self.way = Way.NOTHING
        base, mine, theirs = versions
        self.setWindowTitle(teller(say("Changed by somebody else")))
        self.resize(900, 560)
        self._about = QLabel(teller(_about(path, versions)))
        self._about.setWordWrap(True)
        zone = load_profile(mine.release.profile).zone
        tabs = QTabWidget()
        tabs.setAccessibleName(teller(say("Changes since the file was opened here")))
        views = (ComparisonView(teller), ComparisonView(teller))
        if theirs is None:
            views[0].show_sentence(say("What the file says now cannot be read."))
        else:
            views[0].show_difference(base, theirs, colours, zone)
        views[1].show_difference(base, mine, colours, zone)
        tabs.addTab(views[0], teller(say("What they changed")))
        tabs.addTab(views[1], teller(say("What you changed")))
        buttons = QHBoxLayout()
        cancel = self._button(say("Go on writing"), Way.NOTHING)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        if is_saving:
            buttons.addWidget(self._button(say("Overwrite theirs"), Way.OVERWRITE))
            buttons.addWidget(self._button(say("Save yours as a copy…"), Way.COPY))
        if theirs is not None:
            load = self._button(say("Load theirs"), Way.THEIRS)
            buttons.addWidget(load)
            first = load
            if mine != base:
                first = self._button(say("Join both"), Way.MERGE)
                buttons.addWidget(first)
            first.setProperty("primary", True)
            first.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._about)
        column.addWidget(tabs, 1)
        column.addLayout(buttons)

    def _button(self, title: Sentence, way: Way) -> QPushButton:
        button = QPushButton(self._teller(title))
        button.clicked.connect(lambda: self._choose(way))
        return button

    def _choose(self, way: Way) -> None:
        self.way = way
        self.accept()


def _about(path: Path, versions: tuple[Communique, Communique, Communique | None]) -> Sentence:
    """Say what happened, and how many places both changed."""
    base, mine, theirs = versions
    told = say("Somebody has changed {file} since it was opened here. Nothing has been overwritten.", file=path.name)
    if theirs is None or mine == base:
        return told
    clashes = len(merge(base, mine, theirs).clashes)
    if not clashes:
        return say("{what} Both can be joined: you changed different places.", what=told)
    return say_count(
        "{what} {count} place was changed by both: when you join, you decide what stands there.",
        "{what} {count} places were changed by both: when you join, you decide what stands at each.",
        clashes,
        what=told,
    )
