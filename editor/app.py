"""Starts the window: builds settings, session, checks and window; the only place that wires them."""

import gc
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from editor.assets import user_data
from editor.checks.finding import Finding
from editor.checks.proof import Proof
from editor.errors import CommuniqueError
from editor.formats.profiles import load_profile
from editor.gui.background.checking import Checking
from editor.gui.background.reception import Reception
from editor.gui.background.spelling import SpellingService
from editor.gui.fields.page import Page
from editor.gui.parts import Parts
from editor.gui.qt_words import QtWords
from editor.gui.session import Session
from editor.gui.settings import SettingsStore, window_tongue
from editor.gui.style import apply_colours, apply_shapes, make_look
from editor.gui.teller import Teller
from editor.gui.undo_filter import UndoFilter
from editor.gui.window import Window
from editor.model.beginning import empty_release
from editor.model.communique import Communique
from editor.model.directory import Directory
from editor.model.profile import Profile
from editor.words import Sentence, say

if TYPE_CHECKING:
    from editor.checks.run import Checker

_log = logging.getLogger(__name__)
_USUAL_PROFILE = "nato"
_AFTER_PAINT = 400
"""Milliseconds after which work that a crash has left unsaved is looked for."""
_NOTED = 20
"""Seconds that something which had to be left out is told."""
_TURN = 0.0003
"""Seconds after which a thread at work lets the window have the interpreter; at the usual 0.005 a key waits."""


def main(files: Sequence[str] = ()) -> int:
    """Open `files`, a window each, in the program that runs already if there is one; answers the exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    sys.setswitchinterval(_TURN)
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("communique")
    app.setApplicationDisplayName("Communiqué")
    app.setDesktopFileName("communique")
    program = Program(SettingsStore())
    QTimer.singleShot(0, _keep_log)
    reception = Reception(user_data() / "running", program.welcome)
    paths = [Path(name) for name in files]
    if not reception.is_first() and reception.hand_over(paths):
        return 0
    first = program.open_window()
    if not paths and program.welcomes:
        first.threshold.show()
    QTimer.singleShot(0, lambda: program.open(paths))
    QTimer.singleShot(_AFTER_PAINT, first.keeping.offer)
    code = app.exec()
    reception.close()
    return code


class Program:
    """The windows of one program: a release each, with one set of settings."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings
        self._teller: Teller | None = None
        self._windows: list[Window] = []
        self._first = True

    @property
    def windows(self) -> tuple[Window, ...]:
        """The windows that are open, in the order they were opened."""
        self._windows = [window for window in self._windows if window.isVisible()]
        return tuple(self._windows)

    @property
    def front(self) -> Window | None:
        """The window somebody is in, else the one opened last; None where all are closed."""
        there = self.windows
        active = next((window for window in there if window.isActiveWindow()), None)
        return active or next(reversed(there), None)

    @property
    def welcomes(self) -> bool:
        """Whether a start without files shows the welcome page."""
        return self._settings.value.welcomes

    def open_window(self) -> Window:
        """Open a window with an empty release."""
        window = build(self._settings, self._teller)
        self._teller = window.teller
        self._windows.append(window)
        sys.excepthook = _crash_door(lambda: self.front or window)
        window.program_wished.connect(self.open)
        window.show()
        for note in self._settings.notes if self._first else ():
            window.status.tell(window.teller(note), _NOTED)
        self._first = False
        return window

    def open(self, files: Sequence[Path]) -> None:
        """Open each file: in the window that has it already, in one nobody has written in yet, or in a new one."""
        for path in files:
            there = next((window for window in self.windows if window.documents.holds(path)), None)
            if there is None:
                there = (
                    next((window for window in self.windows if window.documents.is_untouched), None)
                    or self.open_window()
                )
                there.documents.open(path)
            _bring_forward(there)

    def welcome(self, files: tuple[Path, ...]) -> None:
        """Do what a later start of the program was asked to do."""
        self.open(files)
        if not files and self.front is not None:
            _bring_forward(self.front)


def _bring_forward(window: Window) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def build(settings: SettingsStore, teller: Teller | None = None) -> Window:
    """Return the window with an empty release in it, dressed and wired, not yet shown.

    `teller` is that of another window of the same program, for which everything has been dressed.
    """
    profile, trouble = _house(settings.value.profile)
    app, look = QApplication.instance(), make_look(settings.value.theme, settings.value.zoom)
    if teller is None:
        teller = Teller(window_tongue(settings.value))
        if isinstance(app, QApplication):
            apply_colours(app, look)
            UndoFilter(app, but=Page)
            QtWords(app, teller)
    session = Session(empty_release(profile), load_profile, profile=profile)
    checks = _Checks()
    checking = Checking(session, checks, _prove)
    with _undisturbed():
        window = Window(Parts(session, checking, SpellingService(session), settings, teller))
        if isinstance(app, QApplication):
            apply_shapes(app, look)
    checking.run_later()

    def know_office() -> None:
        if checks.office != window.office.directory:
            checks.office = window.office.directory
            checking.run_later()

    window.office.changed.connect(know_office)
    told: set[Sentence] = set()

    def tell(*notes: Sentence) -> None:
        for note in notes:
            if note not in told:
                told.add(note)
                window.status.tell(window.teller(note), _NOTED)

    if trouble is not None:
        tell(trouble)
    checking.found.connect(lambda _found: tell(*session.profile.terms.faults))
    return window


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Have the collector of circles rest: nothing of what is made now is for it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _keep_log() -> None:
    from editor.gui.dialogs.trouble import keep_log

    keep_log(user_data() / "log" / "window.log")


def _house(name: str) -> tuple[Profile, Sentence | None]:
    """Return the house of new releases; the usual one, and why, where the one chosen is gone or broken."""
    try:
        return load_profile(name), None
    except CommuniqueError as trouble:
        usual = load_profile(_USUAL_PROFILE)
        told = say("New releases are of the usual house, {house}. {why}", house=usual.title.en, why=trouble.sentence)
        return usual, told


class _Checks:
    """All rules, loaded by the thread that runs them: the first paint does not wait for them."""

    def __init__(self) -> None:
        self._checker: Checker | None = None
        self.office = Directory()

    def __call__(self, doc: Communique, profile: Profile, is_wanted: Callable[[], bool]) -> tuple[Finding, ...] | None:
        from editor.checks.run import Checker, Outdated

        if self._checker is None:
            self._checker = Checker()
        try:
            return self._checker.check(doc, profile, is_wanted, self.office)
        except Outdated:
            return None


def _prove(doc: Communique, profile: Profile, found: tuple[Finding, ...]) -> Proof:
    """Make the proof of a release, the XML loaded (and its grammar compiled) by the thread that needs it."""
    from editor.publishing.proof import prove

    return prove(doc, profile, found)


def _crash_door(
    front: Callable[[], Window],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return the door at which every error ends that nobody below could mend: it is logged, told, and work goes on.

    `front` answers the window that tells it.
    """

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        from editor.gui.dialogs.questions import tell_trouble
        from editor.gui.dialogs.trouble import TroubleDialog, details

        if isinstance(error, KeyboardInterrupt):
            QApplication.closeAllWindows()
            return
        window = front()
        if isinstance(error, CommuniqueError):
            tell_trouble(window, window.teller, error.sentence)
            return
        text = details(error)
        _log.error("unexpected: %s", text)
        TroubleDialog(window, window.teller, text).exec()

    return hook
