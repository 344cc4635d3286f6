"""Office: what the window offers of the people the house knows: its directory, and names completed while writing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from editor.errors import CommuniqueError
from editor.gui.fields.page import Page
from editor.gui.parts import Parts
from editor.gui.style import Look
from editor.model.language import Bilingual, Language
from editor.model.people import Participant
from editor.words import say

if TYPE_CHECKING:
    from editor.gui.completing import Completing
    from editor.library.directory import DirectoryStore
    from editor.model.directory import Directory

_AFTER_PAINT = 250
"""Milliseconds after which what the first paint does not need is loaded."""


class Office(QObject):
    """Knows the directory of the office, which lies in `folder`, and follows the keys of the two pages."""

    changed = Signal()
    """The directory is another."""
    told = Signal(object)
    """A Sentence: what came of it, or why it could not be."""

    def __init__(
        self, owner: QWidget, parts: Parts, pages: dict[Language, Page], look: Look, folder: Callable[[], Path]
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._parts = parts
        self._pages = pages
        self._look = look
        self._folder = folder
        self._directory: Directory | None = None
        self._store: DirectoryStore | None = None
        self._completing: Completing | None = None

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"directory": self.open_directory}

    def begin(self) -> None:
        """Load, a while after the first paint, what follows the keys."""
        QTimer.singleShot(_AFTER_PAINT, self, self._follow_keys)

    def stop(self) -> None:
        """Close the directory."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def set_look(self, look: Look) -> None:
        """Use other colours and fonts."""
        self._look = look
        if self._completing is not None:
            self._completing.set_look(look)

    def known_people(self) -> Sequence[Participant]:
        """Return the people of the directory."""
        return self.directory.people

    @property
    def directory(self) -> "Directory":
        """What the office knows; nothing where it cannot be read, which is told once."""
        from editor.library.directory import read_directory
        from editor.model.directory import Directory

        if self._directory is None:
            self._directory = Directory()
            try:
                self._directory = read_directory(self._folder(), self.told.emit)
            except CommuniqueError as error:
                self.told.emit(error.sentence)
        return self._directory

    def is_kept(self, person: Participant) -> bool:
        """Whether the directory holds somebody just so."""
        wanted = replace(person, id="")
        return any(replace(each, id="") == wanted for each in self.known_people())

    def keep(self, person: Participant) -> None:
        """Save somebody to the directory: in the place of whom it knows by this name, or as a new entry."""
        store = self._opened()
        if store is None:
            return
        same = next((each.id for each in self.known_people() if each.name == person.name), "")
        try:
            store.keep(replace(person, id=same))
        except CommuniqueError as error:
            self.told.emit(error.sentence)
            return
        self._read_anew()
        self.told.emit(say("{name} is in the directory now.", name=person.name.en or person.name.fr))

    def open_directory(self) -> None:
        """Show the directory."""
        from editor.gui.dialogs.directory import DirectoryDialog

        store = self._opened()
        if store is not None:
            self._parts.session.flush()
            DirectoryDialog(self._owner, store, self._parts.session.do, self._parts.teller).exec()
            self._read_anew()

    def _opened(self) -> "DirectoryStore | None":
        """Return the store, made where there is none yet; what had to be set aside is told."""
        from editor.library.directory import DirectoryStore

        if self._store is None:
            try:
                self._store = DirectoryStore(self._folder())
            except CommuniqueError as error:
                self.told.emit(error.sentence)
                return None
            for note in self._store.notes:
                self.told.emit(note)
        return self._store

    def _read_anew(self) -> None:
        self._directory = None
        directory = self.directory
        self._parts.spelling.know_office(Bilingual(*(directory.words(language) for language in Language)))
        self.changed.emit()

    def _follow_keys(self) -> None:
        from editor.gui.completing import Completing

        if self._completing is None:
            parts = self._parts
            self._completing = Completing(parts.session, self._pages, self.known_people, parts.teller, self._look)
            self._completing.setParent(self)
            self._read_anew()
