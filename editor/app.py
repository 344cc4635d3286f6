"""Starts the window: builds settings, session, checks and window; the only place that wires them."""

import logging
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from editor.checks.finding import Finding
from editor.checks.proof import Proof
from editor.errors import CommuniqueError
from editor.formats.profiles import load_profile
from editor.gui.checking import Checking
from editor.gui.parts import Parts
from editor.gui.qt_words import QtWords
from editor.gui.session import Session
from editor.gui.settings import SettingsStore
from editor.gui.spelling import SpellingService
from editor.gui.style import apply_colours, apply_shapes, make_look
from editor.gui.teller import Teller
from editor.gui.undo_filter import UndoFilter
from editor.gui.window import Window, window_tongue
from editor.model.beginning import empty_release
from editor.model.communique import Communique
from editor.model.profile import Profile
from editor.words import say

_log = logging.getLogger(__name__)
_USUAL_PROFILE = "nato"
_TURN = 0.0003
"""Seconds after which a thread at work lets the window have the interpreter; at the usual 0.005 a key waits."""


def main(files: Sequence[str] = ()) -> int:
    """Open the window, with the first of `files` in it; answers the exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    sys.setswitchinterval(_TURN)
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("communique")
    app.setApplicationDisplayName("Communiqué")
    app.setDesktopFileName("communique")
    window = build(SettingsStore())
    sys.excepthook = _crash_door(window)
    window.show()
    if files:
        QTimer.singleShot(0, lambda: window.documents.open(Path(files[0])))
    return app.exec()


def build(settings: SettingsStore) -> Window:
    """Return the window with an empty release in it, dressed and wired, not yet shown."""
    profile = load_profile(_USUAL_PROFILE)
    teller = Teller(window_tongue(settings.value))
    app, look = QApplication.instance(), make_look(settings.value.theme, settings.value.zoom)
    if isinstance(app, QApplication):
        apply_colours(app, look)
        UndoFilter(app)
        QtWords(app, teller)
    session = Session(empty_release(profile), load_profile)
    checking = Checking(session, _Checks(), _prove)
    window = Window(Parts(session, checking, SpellingService(session), settings, teller))
    if isinstance(app, QApplication):
        apply_shapes(app, look)
    checking.run_later()
    return window


class _Checks:
    """All rules, loaded by the thread that runs them: the first paint does not wait for them."""

    def __init__(self) -> None:
        self._check: Callable[[Communique, Profile], tuple[Finding, ...]] | None = None

    def __call__(self, doc: Communique, profile: Profile) -> tuple[Finding, ...]:
        if self._check is None:
            from editor.checks.run import Checker

            self._check = Checker().check
        return self._check(doc, profile)


def _prove(doc: Communique, profile: Profile, found: tuple[Finding, ...]) -> Proof:
    """Make the proof of a release, the XML loaded (and its grammar compiled) by the thread that needs it."""
    from editor.publishing.proof import prove

    return prove(doc, profile, found)


def _crash_door(window: Window) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return the door at which every error ends that nobody below could mend: it is logged, told, and work goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        from editor.gui.dialogs import tell_trouble

        if isinstance(error, KeyboardInterrupt):
            window.close()
            return
        if isinstance(error, CommuniqueError):
            tell_trouble(window, window.teller, error.sentence)
            return
        _log.error("unexpected: %s", "".join(traceback.format_exception(kind, error, trace)))
        tell_trouble(
            window,
            window.teller,
            say("Something unexpected happened ({what}). Your text is safe; please save it.", what=kind.__name__),
        )

    return hook
