"""Guarding: two people on one file: who has it open, and whether somebody changed it since it was opened here."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from editor.errors import CommuniqueError
from editor.gui.background.worker import Worker
from editor.gui.session import Session
from editor.gui.settings import SettingsStore
from editor.gui.shared_file import Admission, Saving
from editor.gui.style import Palette
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.words import say

if TYPE_CHECKING:
    from editor.formats.lock import Lock


class Guard(QObject):
    """Holds the lock of the file that is open in one window, and knows what it said when it was opened or saved last.

    `known` is the fingerprint of that; "" where there was no file. `is_read_only`: saving asks for another place.
    """

    def __init__(
        self, owner: QWidget, session: Session, settings: SettingsStore, teller: Teller, colours: Callable[[], Palette]
    ) -> None:
        super().__init__(owner)
        self._owner, self._session, self._settings = owner, session, settings
        self._teller, self.colours = teller, colours
        self.known = ""
        self.is_read_only = False
        self._seen = ""
        self._lock: Lock | None = None
        self._asked: Lock | None = None
        self._worker = Worker("lock")
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._refresh)

    def ask(self, path: Path) -> Admission:
        """Take the lock of a file; where somebody has it, ask how to open it."""
        from editor.formats.lock import Held, Lock
        from editor.gui.dialogs.conflicts import ask_admission

        self.give_back()
        if self._lock is not None and path == self._session.path:
            return Admission.READ_ONLY if self.is_read_only else Admission.WHOLE
        try:
            self._asked = Lock(path, self._settings.value.name)
        except Held as held:
            return ask_admission(self._owner, self._teller, path, held.holder.sentence)
        return Admission.WHOLE

    def give_back(self) -> None:
        """Let go of a lock that was taken for a file which then could not be opened."""
        if self._asked is not None:
            self._asked.release()
            self._asked = None

    def opened(self, known: str, admission: Admission) -> None:
        """Take note that another document is open now, whose file (if any) had this fingerprint."""
        from editor.formats.lock import REFRESH

        if self._asked is not None or admission is not Admission.WHOLE:
            self._release()
            self._lock, self._asked = self._asked, None
        self.known = self._seen = known
        self.is_read_only = admission is Admission.READ_ONLY
        if self._lock is not None and not self._beat.isActive():
            self._beat.start(REFRESH * 1000)

    def begun(self) -> None:
        """Take note that a document without a file is open now."""
        self.give_back()
        self._release()
        self.known = self._seen = ""
        self.is_read_only = False

    def may_write(self, path: Path) -> Saving:
        """Answer whether a file may be overwritten, asking where somebody else has changed or opened it."""
        from editor.formats.files import fingerprint
        from editor.formats.lock import Held, Lock

        if path != self._session.path:
            try:
                self._asked = Lock(path, self._settings.value.name)
            except Held as held:
                from editor.gui.dialogs.questions import tell_trouble

                tell_trouble(self._owner, self._teller, held.sentence)
                return Saving.STOP
            return Saving.WRITE
        theirs = fingerprint(path)
        if theirs in ("", self.known):
            return Saving.WRITE
        return self._solve(path, theirs)

    def saved(self, path: Path) -> None:
        """Take note of what the file says now."""
        from editor.formats.files import fingerprint

        self.opened(fingerprint(path), Admission.WHOLE)

    def look(self) -> None:
        """See whether somebody has changed the file while the window was away, and ask once what to do."""
        from editor.formats.files import fingerprint

        path = self._session.path
        if path is None or self._owner.isHidden():
            return
        theirs = fingerprint(path)
        if theirs in ("", self.known, self._seen):
            return
        self._seen = theirs
        self._solve(path, theirs, is_saving=False)

    def stop(self) -> None:
        """Let go of the lock: the document is closed."""
        self._beat.stop()
        self.give_back()
        self._release()
        self._worker.finish()

    def _solve(self, path: Path, theirs: str, *, is_saving: bool = True) -> Saving:
        """Show what they changed and what was changed here, and do what is chosen."""
        from editor.formats.table import open_document
        from editor.gui.dialogs.conflicts import ConflictDialog, Way

        self._session.flush()
        try:
            other = open_document(path, self._session.profile).doc
        except CommuniqueError:
            other = None
        base, mine = self._session.saved, self._session.doc
        if other == mine:
            self.known = self._seen = theirs
            return Saving.WRITE
        dialog = ConflictDialog(
            self._owner, self._teller, path, (base, mine, other), self.colours(), is_saving=is_saving
        )
        dialog.exec()
        way = dialog.way
        if way is Way.OVERWRITE:
            return Saving.WRITE
        if way is Way.COPY:
            return Saving.COPY
        if other is not None and way is Way.THEIRS:
            self._session.open(other, path, is_saved=True)
            self.known = self._seen = theirs
        if other is not None and way is Way.MERGE:
            self._join(base, other, theirs)
        return Saving.STOP

    def _join(self, base: Communique, other: Communique, theirs: str) -> None:
        """Take in what they changed; where both changed one place, what stands is decided place by place first."""
        from editor.edits.edit import Edit
        from editor.edits.merging import merge
        from editor.gui.dialogs.merging import MergeDialog

        merged = merge(base, self._session.doc, other)
        edit: Edit | None = Edit(say("Take in the changes of others"), lambda _doc: merged.doc)
        if merged.clashes:
            dialog = MergeDialog(self._owner, self._session, self._teller, self.colours(), (base, other))
            edit = dialog.edit if dialog.exec() else None
        if edit is not None:
            self._session.do(edit)
            self._session.rebase(other)
            self.known = self._seen = theirs

    def _refresh(self) -> None:
        if self._lock is not None:
            self._worker.do(self._lock.refresh)

    def _release(self) -> None:
        if self._lock is not None:
            self._worker.do(self._lock.release)
            self._lock = None
