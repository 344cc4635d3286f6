"""Session: the open communiqué: its file, its history, and one signal when it changes."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.edits.edit import Edit
from editor.edits.history import History
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.profile import Profile
from editor.words import Sentence


class Session(QObject):
    """The open communiqué. Everything that changes it goes through `do`; everything that shows it hears `changed`.

    `load_profile` answers the profile of a name and may raise `editor.errors.Unreadable`. `profile` is that of `doc`,
    where it has been loaded already.
    """

    changed = Signal(object, object)
    """(before, after): two Communiques."""
    opened = Signal()
    """Another document, or the same one under another file."""
    state_changed = Signal()
    """Saved or modified, or what undo and redo would do."""
    caret_wished = Signal(object)
    """An Address to go to: after undo and redo, or a jump from a finding."""

    def __init__(
        self,
        doc: Communique,
        load_profile: Callable[[str], Profile],
        path: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
        *,
        profile: Profile | None = None,
    ) -> None:
        super().__init__()
        self._load_profile = load_profile
        self._clock = clock
        self._flushes: list[Callable[[], None]] = []
        self._history = History(doc)
        self._profile = profile or load_profile(doc.release.profile)
        self.path = path

    @property
    def doc(self) -> Communique:
        """The present value."""
        return self._history.present

    @property
    def profile(self) -> Profile:
        """The house profile of the present value."""
        return self._profile

    @property
    def saved(self) -> Communique:
        """The value that was opened or saved last."""
        return self._history.saved

    @property
    def is_modified(self) -> bool:
        """Whether the present value differs from what was saved last."""
        return self._history.is_modified

    @property
    def undo_label(self) -> Sentence | None:
        """What undo would take back."""
        return self._history.undo_label

    @property
    def redo_label(self) -> Sentence | None:
        """What redo would do again."""
        return self._history.redo_label

    def add_flush(self, flush: Callable[[], None]) -> None:
        """Have `flush` called before anything reads or changes the value: it hands in typing not yet told."""
        self._flushes.append(flush)

    def flush(self) -> None:
        """Take in all typing that is not in the value yet."""
        for flush in self._flushes:
            flush()

    def do(self, edit: Edit, caret: Address | None = None) -> bool:
        """Apply an edit; `caret` is where the caret stood. Answers whether anything changed; Unfit is passed on."""
        if not edit.run:
            self.flush()
        before = self.doc
        after = edit.apply(before)
        profile = self._profile_of(after)
        if not self._history.did(edit, after, self._clock(), caret):
            return False
        self._profile = profile
        self._tell(before)
        if edit.caret is not None and not edit.run:
            self.caret_wished.emit(edit.caret)
        return True

    def undo(self) -> None:
        """Take the last step back, in whatever pane it was done."""
        self.flush()
        before = self.doc
        step = self._history.undo()
        if step is not None:
            self._follow(before, step.caret_before)

    def redo(self) -> None:
        """Do the step last taken back again."""
        self.flush()
        before = self.doc
        step = self._history.redo()
        if step is not None:
            self._follow(before, step.caret_after)

    def break_run(self) -> None:
        """Make the next key a step of its own."""
        self._history.break_run()

    def open(self, doc: Communique, path: Path | None, *, is_saved: bool) -> None:
        """Show another document. Not saved: a new or imported one, which closing will ask about."""
        self.flush()
        profile = self._load_profile(doc.release.profile)
        before = self.doc
        self._history = History(doc)
        if not is_saved:
            self._history.mark_saved(Communique())
        self._profile = profile
        self.path = path
        self.opened.emit()
        self._tell(before)

    def read_profile_again(self) -> None:
        """Take over what changed in the files of the house: its profile, its terms."""
        self._profile = self._load_profile(self.doc.release.profile)
        self._tell(self.doc)

    def mark_saved(self, saved: Communique, path: Path) -> None:
        """Remember that `saved` lies at `path`."""
        self._history.mark_saved(saved)
        self.path = path
        self.opened.emit()
        self.state_changed.emit()

    def rebase(self, saved: Communique) -> None:
        """Remember that the file holds another value now, which has been taken in here."""
        self._history.mark_saved(saved)
        self.state_changed.emit()

    def stamp(self, published: Communique, path: Path) -> None:
        """Take over the document as a publication saved it at `path`.

        Undo does not take back that it is published, nor bring back the note that was used up by that.
        """
        before, stamp = self.doc, published.release

        def change(doc: Communique) -> Communique:
            if doc is before:
                return published
            release = replace(doc.release, publications=stamp.publications, status=stamp.status, note=stamp.note)
            return replace(doc, release=release)

        self._history.stamp(change)
        self._history.mark_saved(self.doc)
        self.path = path
        self.opened.emit()
        self._tell(before)

    def jump(self, where: Address) -> None:
        """Ask the panes to show a place."""
        self.flush()
        self.caret_wished.emit(where)

    def _follow(self, before: Communique, caret: Address | None) -> None:
        self._profile = self._profile_of(self.doc)
        self._tell(before)
        if caret is not None:
            self.caret_wished.emit(caret)

    def _profile_of(self, doc: Communique) -> Profile:
        name = doc.release.profile
        return self._profile if name == self._profile.name else self._load_profile(name)

    def _tell(self, before: Communique) -> None:
        self.changed.emit(before, self.doc)
        self.state_changed.emit()
