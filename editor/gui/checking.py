"""Checking: runs the checks after a pause, in a thread, on the frozen value."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal

from editor.checks.finding import Finding
from editor.gui.session import Session
from editor.model.communique import Communique
from editor.model.profile import Profile

Check = Callable[[Communique, Profile], tuple[Finding, ...]]

_PAUSE = 250
"""Milliseconds without a change after which the checks run."""


class Checking(QObject):
    """Keeps the findings of the present value. An answer about a value that has moved on is dropped."""

    found = Signal(object)
    """A tuple of Findings about the present value."""
    _answered = Signal(object, object)

    def __init__(self, session: Session, check: Check) -> None:
        super().__init__()
        self._session = session
        self._check = check
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="checks")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._start)
        self._answered.connect(self._take)
        session.changed.connect(self.run_later)
        self.findings: tuple[Finding, ...] = ()

    def run_soon(self) -> None:
        """Check as soon as the event loop turns, for a document just opened."""
        self._timer.start(0)

    def run_later(self) -> None:
        """Check when nothing has changed for a while; so also after the first paint, which needs the machine more."""
        self._timer.start(_PAUSE)

    def stop(self) -> None:
        """End the thread; nothing is checked afterwards."""
        self._session.changed.disconnect(self.run_later)
        self._timer.stop()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> None:
        doc, profile = self._session.doc, self._session.profile
        self._thread.submit(self._run, doc, profile)

    def _run(self, doc: Communique, profile: Profile) -> None:
        self._answered.emit(doc, self._check(doc, profile))

    def _take(self, doc: Communique, findings: tuple[Finding, ...]) -> None:
        if doc is self._session.doc:
            self.findings = findings
            self.found.emit(findings)
