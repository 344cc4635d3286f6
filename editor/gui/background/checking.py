"""Checking: runs the checks after a pause, in a thread, on the frozen value."""

import time
from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from editor.checks.finding import Finding
from editor.checks.proof import Proof
from editor.gui.background.worker import Worker
from editor.gui.session import Session
from editor.model.communique import Communique
from editor.model.profile import Profile

Check = Callable[[Communique, Profile, Callable[[], bool]], tuple[Finding, ...] | None]
"""Checks a value while the last argument says that somebody waits for the answer; None where nobody did."""
Prove = Callable[[Communique, Profile, tuple[Finding, ...]], Proof]
"""Makes the proof of a value in which the checks have found these findings."""

_PAUSE = 250
"""Milliseconds without a change after which the checks run."""


_MOST_PATIENCE = 1.0
"""Seconds for which a run stands back at most."""


class Checking(QObject):
    """Keeps the findings and the proof of the present value. An answer about a value that has moved on is dropped."""

    found = Signal(object)
    """A tuple of Findings about the present value, those of its proof among them."""
    proved = Signal(object)
    """The Proof of the present value."""
    _answered = Signal(object, object)

    def __init__(self, session: Session, check: Check, prove: Prove | None = None) -> None:
        super().__init__()
        self._session = session
        self._check = check
        self._prove = prove
        self._worker = Worker("checks")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._start)
        self._answered.connect(self._take)
        session.changed.connect(self._move_on)
        self._asked: Communique | None = None
        self._may_go_on = Event()
        self._may_go_on.set()
        self._goes_on_at = 0.0
        self.findings: tuple[Finding, ...] = ()
        self.proof: Proof | None = None

    def run_soon(self) -> None:
        """Check as soon as the event loop turns, for a document just opened."""
        self._timer.start(0)

    def run_later(self) -> None:
        """Check when nothing has changed for a while; so also after the first paint, which needs the machine more."""
        self._timer.start(_PAUSE)

    def stand_back(self) -> None:
        """Leave the processor, for a second at most, to something that somebody waits for; until `go_on`."""
        self._goes_on_at = time.monotonic() + _MOST_PATIENCE
        self._may_go_on.clear()

    def go_on(self) -> None:
        """Nobody waits any more."""
        self._may_go_on.set()

    def stop(self) -> None:
        """End the thread; nothing is checked afterwards."""
        self._timer.stop()
        self._asked = None
        self.go_on()
        self._worker.stop()

    def _start(self) -> None:
        self._asked = self._session.doc
        self._worker.do(partial(self._run, self._session.doc, self._session.profile))

    def _move_on(self) -> None:
        """Let a run about a former value end where it is: the thread sees it before the next row."""
        self._asked = None
        self.run_later()

    def _run(self, doc: Communique, profile: Profile) -> None:
        findings = self._check(doc, profile, lambda: self._is_wanted(doc))
        if findings is None or self._asked is not doc:
            return
        proof = Proof(doc)
        try:
            proof = self._prove(doc, profile, findings) if self._prove else proof
        finally:
            # What the checks found is told even where no proof can be made.
            self._answered.emit(proof, (*findings, *proof.findings))

    def _is_wanted(self, doc: Communique) -> bool:
        """Tell the thread whether to go on with a value, and let it wait while it is to stand back."""
        if not self._may_go_on.is_set():
            self._may_go_on.wait(max(self._goes_on_at - time.monotonic(), 0.0))
        return self._asked is doc

    def _take(self, proof: Proof, findings: tuple[Finding, ...]) -> None:
        if proof.doc is self._session.doc:
            self.findings, self.proof = findings, proof
            self.found.emit(findings)
            self.proved.emit(proof)
