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
from editor.words import say, say_count

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
        self._kept: frozenset[Participant] | None = None
        self._store: DirectoryStore | None = None
        self._completing: Completing | None = None

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"directory": self.open_directory, "keep_people": self.keep_everybody}

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
        from editor.library import DIRECTORY
        from editor.model.directory import Directory

        if self._directory is None:
            self._directory = Directory()
            if not (self._folder() / DIRECTORY).is_file():
                # Before anybody has kept somebody, nothing of SQLite is loaded.
                return self._directory
            from editor.library.directory import read_directory

            try:
                self._directory = read_directory(self._folder(), self.told.emit)
            except CommuniqueError as error:
                self.told.emit(error.sentence)
        return self._directory

    def acronyms(self) -> tuple[Bilingual[str], ...]:
        """Return the acronyms the directory has in both languages."""
        return self.directory.acronyms

    def is_kept(self, person: Participant) -> bool:
        """Whether the directory holds somebody just so."""
        if self._kept is None:
            self._kept = frozenset(replace(each, id="") for each in self.known_people())
        return replace(person, id="") in self._kept

    def _entries(self) -> "Directory":
        return self.directory

    def keep(self, *people: Participant) -> None:
        """Save people to the directory: in the place of whom it knows by the same name, or as new entries.

        A name that one language alone has put right is the same while nobody else there bears either.
        """
        store = self._opened()
        if store is None or not people:
            return
        known = self.known_people()
        try:
            store.keep_all([replace(person, id=_entry_of(person, known)) for person in people])
        except CommuniqueError as error:
            self.told.emit(error.sentence)
            return
        self._read_anew()
        name = people[0].name.en or people[0].name.fr
        one, many = "{name} is in the directory now.", "{count} people are in the directory now."
        self.told.emit(say_count(one, many, len(people), name=name))

    def keep_everybody(self) -> None:
        """Save every participant of the release whom the directory does not hold just so."""
        session = self._parts.session
        session.flush()
        people = [each for each in session.doc.participants if any(each.name) and not self.is_kept(each)]
        if people:
            self.keep(*people)
        else:
            self.told.emit(say("Everybody who takes part is in the directory already."))

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
        self._directory = self._kept = None
        directory = self.directory
        self._parts.spelling.know_office(Bilingual(*(directory.words(language) for language in Language)))
        self.changed.emit()

    def _follow_keys(self) -> None:
        from editor.gui.completing import Completing

        if self._completing is None:
            parts = self._parts
            self._completing = Completing(parts.session, self._pages, self._entries, parts.teller, self._look)
            self._completing.setParent(self)
            self._read_anew()


def _entry_of(person: Participant, known: Sequence[Participant]) -> str:
    """Return the id of the entry that somebody is kept in; "" where there is none yet."""
    same = [each.id for each in known if each.name == person.name]
    names = [(each.id, zip(person.name, each.name, strict=True)) for each in known]
    alike = [entry_id for entry_id, pairs in names if any(own and own == other for own, other in pairs)]
    return same[0] if same else alike[0] if len(alike) == 1 else ""
