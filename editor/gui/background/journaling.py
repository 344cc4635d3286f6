"""Journaling: has every change of the open document on the disk a second later, without a key waiting for it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.errors import Unwritable
from editor.gui.background.worker import Worker
from editor.gui.session import Session
from editor.model.communique import Communique
from editor.words import Sentence, say

if TYPE_CHECKING:
    from editor.formats.journal import Journal, Origin

_DELAY = 500
"""Milliseconds from a change to its being written; with the writing itself it must stay below two seconds."""
_RETRY = 5000
"""Milliseconds after which a journal that could not be written is tried again."""


class Journaling(QObject):
    """Keeps the journal of what is open in one window, as long as that differs from its file.

    `origin` answers whose journal it is, `folder` where it lies; both are asked when the first change is written.
    """

    troubled = Signal(object)
    """A Sentence: changes cannot be kept safe, and why. Told once, until it works again."""
    _done = Signal(object)

    def __init__(
        self, parent: QObject, session: Session, origin: "Callable[[], Origin]", folder: Callable[[], Path]
    ) -> None:
        super().__init__(parent)
        self._session, self._origin, self._folder = session, origin, folder
        self._journal: Journal | None = None
        self._outlived: list[Callable[[], None]] = []
        self._has_told = False
        self._worker = Worker("journal")
        # Not begun anew by the next key: that could put the writing off for as long as somebody types.
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self._keep)
        self._done.connect(self._take)
        session.changed.connect(self._start)
        session.opened.connect(self._begin_anew)

    def take_over(self, file: Path) -> None:
        """Take another journal away as soon as this one holds what that one held."""
        self._outlived.append(partial(file.unlink, missing_ok=True))
        self._timer.start(0)

    def stop(self) -> None:
        """End the thread and take the journal away: what was to be kept has been saved."""
        self._timer.stop()
        self._let_go()
        self._worker.finish()

    def _start(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_DELAY)

    def _begin_anew(self) -> None:
        """Leave the former document's journal until the new one's is written, where there is anything to write."""
        if self._journal is not None:
            self._outlived.append(self._journal.remove)
            self._journal = None
        if not self._session.is_modified:
            self._let_go()
        else:
            self._timer.start(0)

    def _let_go(self) -> None:
        if self._journal is not None:
            self._outlived.append(self._journal.remove)
        for remove in self._outlived:
            self._worker.do(partial(_quietly, remove))
        self._outlived = []

    def _keep(self) -> None:
        self._session.flush()
        if not self._session.is_modified:
            self._let_go()
            return
        if self._journal is None:
            from editor.formats.journal import Journal

            self._journal = Journal(self._folder(), self._origin())
        self._worker.do(partial(self._write, self._journal, self._session.doc, tuple(self._outlived)))
        self._outlived = []

    def _write(self, journal: "Journal", doc: Communique, outlived: tuple[Callable[[], None], ...]) -> None:
        """Write in the thread; what this journal outlives goes only when it is on the disk."""
        try:
            journal.write(doc)
        except Unwritable as trouble:
            self._done.emit((trouble.reason, outlived))
        else:
            for remove in outlived:
                _quietly(remove)
            self._done.emit((None, ()))

    def _take(self, result: tuple[Sentence | None, tuple[Callable[[], None], ...]]) -> None:
        reason, outlived = result
        self._outlived += outlived
        if reason is None:
            self._has_told = False
            return
        self._timer.start(_RETRY)
        if not self._has_told:
            self._has_told = True
            self.troubled.emit(say("Unsaved changes are not kept safe: {reason} Please save.", reason=reason))


def _quietly(remove: Callable[[], None]) -> None:
    """Take a file away; one that cannot be is offered at the next start, which harms nothing."""
    try:
        remove()
    except OSError:
        return
