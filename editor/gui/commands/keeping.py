"""Keeping: what sees to it that nothing is lost in one window: its journal, and the work left unsaved by a crash."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.assets import user_state
from editor.gui.background.journaling import Journaling
from editor.gui.background.remembering import Memory, Remembering
from editor.gui.commands.documents import Documents
from editor.gui.commands.guarding import Guard
from editor.gui.parts import Parts
from editor.model.beginning import release_after
from editor.model.communique import Communique
from editor.words import say

if TYPE_CHECKING:
    from editor.formats.journal import Origin as JournalOrigin
    from editor.formats.journal import Recovered
    from editor.gui.dialogs.merging import Origin
    from editor.library.archive import Found
    from editor.library.versions import Version


class Keeping(QObject):
    """Keeps the journal of the open document, and offers what a crash has left. What it has to say is a Sentence."""

    told = Signal(object)
    publish_wished = Signal()
    """The next version of what has just been opened is to be published."""

    def __init__(self, owner: QWidget, parts: Parts, documents: Documents, guard: Guard) -> None:
        super().__init__(owner)
        self._owner, self._parts, self._documents, self._guard = owner, parts, documents, guard
        self._journaling = Journaling(self, parts.session, self._origin, _journals)
        self._journaling.troubled.connect(self.told)
        self.remembering = Remembering(self, parts.settings)
        self.remembering.told.connect(self.told)
        documents.written.connect(self.remembering.keep)

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"recover": self.recover, "archive": self.show_archive}

    def stop(self) -> None:
        """Let go of everything that stands for an open document: it is closed."""
        self._journaling.stop()
        self.remembering.stop()

    def offer(self) -> None:
        """Offer work left unsaved, if there is any."""
        folder = _journals()
        if folder.is_dir() and any(folder.iterdir()):
            self._recover(is_asked=False)

    def recover(self) -> None:
        """Offer work left unsaved, or say that there is none."""
        self._recover(is_asked=True)

    def show_archive(self) -> None:
        """Let somebody find a release in the archive, and open it or take it as a pattern."""
        from editor.gui.dialogs.archive import ArchiveDialog, Wish

        dialog = ArchiveDialog(self._owner, self.remembering, self._parts.teller)
        if not dialog.exec() or dialog.chosen is None:
            return
        found = dialog.chosen
        if dialog.wish is Wish.NEW:
            self._with_kept(found, self._begin_from)
        elif not found.path.is_file():
            self._with_kept(found, self._take_kept)
        elif self._documents.open(found.path) and dialog.wish is Wish.NEXT:
            self.publish_wished.emit()

    def find_origin(self, copy: Communique, answer: Callable[["Origin | None"], object]) -> None:
        """Tell which of the states kept of the open document another copy was made from, and when it was kept.

        None where that is the version saved last, or nothing is kept.
        """
        path, saved = self._parts.session.path, self._parts.session.saved
        if path is None:
            answer(None)
            return
        self.remembering.ask(partial(_origin_among, path, saved, copy), answer, lambda: answer(None))

    def _with_kept(self, found: "Found", answer: Callable[[Communique], object]) -> None:
        """Read the state of a release that was kept, and go on with it."""

        def work(memory: Memory) -> Communique:
            with memory.of(found.path) as versions:
                return versions.read(found.version)

        self.remembering.ask(work, answer)

    def _begin_from(self, doc: Communique) -> None:
        self._documents.begin(release_after(doc))

    def _take_kept(self, doc: Communique) -> None:
        if self._documents.may_leave():
            self._documents.take(doc, (say("The file is gone; this is what was kept of it."),))

    def _recover(self, *, is_asked: bool) -> None:
        from editor.gui.dialogs.recovery import recover

        parts = self._parts
        found = recover(self._owner, parts.teller, _journals(), parts.session.profile, self._guard.colours())
        for sentence in found.told if is_asked or found.is_trouble else ():
            self.told.emit(sentence)
        if found.chosen is not None:
            self._take(found.chosen)

    def _take(self, recovered: "Recovered") -> None:
        """Open what was brought back; its journal goes only when a new one holds the same."""
        if self._documents.recover(recovered):
            self._journaling.take_over(recovered.file)

    def _origin(self) -> "JournalOrigin":
        from editor.formats.journal import Origin

        path, now = self._parts.session.path, self._parts.settings.value
        return Origin(str(path.absolute()) if path else "", self._guard.known, now.name)


def _origin_among(path: Path, saved: Communique, copy: Communique, memory: Memory) -> "Origin | None":
    """Return the state kept that another copy was made from, unless that is the one saved last."""
    from editor.edits.kinship import origin_of

    with memory.of(path) as versions:
        kept: list[Version] = []

        def states() -> "Iterator[Communique]":
            yield saved
            for version in versions.of(path):
                kept.append(version)
                yield versions.read(version.id)

        place = origin_of(copy, states())
        if not place:
            return None
        return versions.read(kept[place - 1].id), kept[place - 1].at


def _journals() -> Path:
    return user_state() / "journals"
