"""Documents: new, open, save and the question before unsaved work goes out of sight."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.errors import CommuniqueError
from editor.gui.commands.guarding import Guard
from editor.gui.session import Session
from editor.gui.settings import SettingsStore
from editor.gui.shared_file import Admission, Saving
from editor.gui.teller import Teller
from editor.model.beginning import empty_release
from editor.model.communique import Communique
from editor.model.release import Status
from editor.words import Sentence, say

if TYPE_CHECKING:
    from editor.formats.journal import Recovered

OWN_SUFFIX = ".communique"


class Documents(QObject):
    """Opens and saves for one window. Trouble is told in one sentence, and the present document stays open."""

    saved = Signal(object)
    """When the document was saved (datetime), or None for one that has not been."""
    written = Signal(object, object, object, int)
    """What was written: the Communique, its path, the path it had before (or None), and the version published or 0."""
    arrived = Signal(object)
    """What an import has to say: a tuple of Sentences."""

    def __init__(self, owner: QWidget, session: Session, settings: SettingsStore, teller: Teller, guard: Guard) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session
        self._settings = settings
        self._teller = teller
        self._origin: Path | None = None
        self._guard = guard

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"new": self.new, "open": self.ask_open, "save": self.save, "save_as": self.save_as}

    def new(self) -> None:
        """Begin an empty release of the same house."""
        self.begin(empty_release(self._session.profile))

    def begin(self, doc: Communique) -> None:
        """Begin with a release that nobody has written in yet."""
        if self.may_leave():
            self._origin = None
            self._session.open(doc, None, is_saved=True)
            self._guard.begun()
            self.saved.emit(None)

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        from editor.formats.table import readable_suffixes
        from editor.gui.dialogs.questions import ask_open

        pattern = " ".join(f"*{suffix}" for suffix in readable_suffixes())
        path = ask_open(self._owner, self._teller, self._folder(), pattern)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> bool:
        """Open a file of any kind that can be read; answers whether it is open now."""
        from editor.formats.files import fingerprint
        from editor.formats.table import open_document

        if not self.may_leave():
            return False
        is_own = path.suffix.lower() == OWN_SUFFIX
        admission = self._guard.ask(path) if is_own and path.is_file() else Admission.WHOLE
        if admission in (Admission.NOT, Admission.COPY):
            return admission is Admission.COPY and self._show_copy(path)
        known = fingerprint(path) if is_own else ""
        try:
            arrival = open_document(path, self._session.profile)
            doc, report = arrival.doc, arrival.report
            if doc.release.status is Status.PUBLISHING:
                doc, report = _settled(doc, path)
                known = fingerprint(path)
            self._session.open(doc, path if is_own else None, is_saved=is_own)
        except CommuniqueError as error:
            self._guard.give_back()
            self._tell_trouble(error)
            return False
        self._origin = path.parent
        if is_own:
            self._guard.opened(known, admission)
            self._settings.change(lambda now: now.opened(path))
            self.saved.emit(datetime.fromtimestamp(path.stat().st_mtime))  # noqa: DTZ006 (shown on this desktop's clock)
        else:
            self._guard.begun()
            self.saved.emit(None)
        self.arrived.emit(report)
        return True

    def holds(self, path: Path) -> bool:
        """Whether this very file is open here."""
        own = self._session.path
        return own is not None and (own == path or own.resolve() == path.resolve())

    @property
    def is_untouched(self) -> bool:
        """Whether a new release is open here that nobody has written in yet."""
        self._session.flush()
        return self._session.path is None and not self._session.is_modified and not self._session.undo_label

    def open_copy(self, path: Path) -> bool:
        """Open what a file holds as a release that has not been saved yet; answers whether it is open now."""
        return self.may_leave() and self._show_copy(path)

    def _show_copy(self, path: Path) -> bool:
        from editor.formats.images import pictures_folder
        from editor.formats.table import open_document

        try:
            doc = open_document(path, self._session.profile).doc
        except CommuniqueError as error:
            self._tell_trouble(error)
            return False
        self._origin = pictures_folder(path)
        self._session.open(doc, None, is_saved=True)
        self._guard.begun()
        self.saved.emit(None)
        return True

    def take(self, doc: Communique, report: tuple[Sentence, ...]) -> None:
        """Show a document made by an import."""
        self._origin = None
        self._session.open(doc, None, is_saved=False)
        self._guard.begun()
        self.saved.emit(None)
        self.arrived.emit(report)

    def recover(self, recovered: "Recovered") -> bool:
        """Open what a journal has kept, as changes that are not saved; answers whether it is open now."""
        if not self.may_leave():
            return False
        path = Path(recovered.origin.path) if recovered.origin.path else None
        has_file = path is not None and path.is_file()
        admission = self._guard.ask(path) if path is not None and has_file else Admission.WHOLE
        if admission is Admission.NOT:
            return False
        if admission is Admission.COPY:
            path = None
        self._origin = None
        try:
            self._session.open(recovered.doc, path, is_saved=False)
        except CommuniqueError as error:
            self._guard.give_back()
            self._tell_trouble(error)
            return False
        if not has_file:
            # What was open before is so no longer.
            self._guard.begun()
        self._guard.opened(recovered.origin.fingerprint, admission)
        self.saved.emit(None)
        return True

    def tell_published(self) -> None:
        """Tell that the document has just been published, and saved with that."""
        doc, path = self._session.doc, self._session.path
        if path is not None:
            self.written.emit(doc, path, path, doc.release.version)
        self.tell_saved()

    def tell_saved(self) -> None:
        """Tell that the document has just been saved, by whoever did it."""
        if self._session.path is not None:
            self._guard.saved(self._session.path)
        self.saved.emit(datetime.now())  # noqa: DTZ005 (shown on this desktop's clock)

    def save(self) -> bool:
        """Save where the document lies, asking where if it lies nowhere yet; answers whether it was saved."""
        path = self._session.path
        return self._save_to(path) if path and not self._guard.is_read_only else self.save_as()

    def save_as(self) -> bool:
        """Ask where to save, and save there."""
        from editor.gui.dialogs.questions import ask_save

        stem = self._session.doc.release.reference.replace("/", "-") or self._teller(say("Release"))
        start = str(self._session.path or Path(self._folder()) / f"{stem}{OWN_SUFFIX}")
        path = ask_save(self._owner, self._teller, start)
        return path is not None and self._save_to(path)

    def may_leave(self) -> bool:
        """Ask about unsaved changes; answers whether the document may go out of sight."""
        from editor.gui.dialogs.questions import Unsaved, ask_unsaved

        self._session.flush()
        if not self._session.is_modified:
            return True
        name = self._session.path.name if self._session.path else self._teller(say("New release"))
        choice = ask_unsaved(self._owner, self._teller, name)
        return self.save() if choice is Unsaved.SAVE else choice is Unsaved.DISCARD

    def _save_to(self, path: Path) -> bool:
        from editor.formats.table import save_document

        self._session.flush()
        saving = self._guard.may_write(path)
        if saving is not Saving.WRITE:
            return saving is Saving.COPY and self.save_as()
        doc = self._session.doc
        try:
            self._carry_pictures(doc, path)
            save_document(doc, path)
        except CommuniqueError as error:
            self._guard.give_back()
            self._tell_trouble(error)
            return False
        former = self._session.path
        self._session.mark_saved(doc, path)
        self._guard.saved(path)
        self.written.emit(doc, path, former, 0)
        self._settings.change(lambda now: now.opened(path))
        self.tell_saved()
        return True

    def _carry_pictures(self, doc: Communique, path: Path) -> None:
        """Copy the picture files to where the document will lie: from its former place, or beside what was opened."""
        from editor.formats.images import carry, pictures_folder

        former = pictures_folder(self._session.path) if self._session.path else self._origin
        if former is not None and former != pictures_folder(path):
            carry(doc, former, pictures_folder(path))

    def _tell_trouble(self, error: CommuniqueError) -> None:
        from editor.gui.dialogs.questions import tell_trouble

        tell_trouble(self._owner, self._teller, error.sentence)

    def _folder(self) -> str:
        if self._session.path:
            return str(self._session.path.parent)
        recent = self._settings.value.recent
        return str(Path(recent[0]).parent) if recent else str(Path.home())


def _settled(doc: Communique, path: Path) -> tuple[Communique, tuple[Sentence, ...]]:
    """Finish the publication that was interrupted, or take it back, and say which. Raises CommuniqueError."""
    from editor.formats.table import save_document
    from editor.publishing import settle

    after = settle(doc, lambda changed: save_document(changed, path))
    if after.is_published:
        return after.doc, (say("A publication that had been interrupted is finished now."),)
    return after.doc, (say("A publication that had been interrupted was taken back."),)
