"""The office's directory in its store: read whole, changed entry by entry, taken in from a list all at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

from editor.errors import Unfit
from editor.library import DIRECTORY as FILE
from editor.library.store import Schema, Store
from editor.model.directory import COLUMNS, Directory, Entry, columns_of, entry_of, identity
from editor.words import Sentence

_FIRST_COLUMNS = (
    "kind, name_en, name_fr, function_en, function_fr, organisation_en, organisation_fr, country, honorific_en, "
    "honorific_fr, gender, aliases, code, acronym_en, acronym_fr, text_en, text_fr"
)
_TYPED = ", ".join(f"{name} TEXT NOT NULL" for name in _FIRST_COLUMNS.split(", "))
_SCHEMA = Schema(((f"CREATE TABLE entries (id INTEGER PRIMARY KEY, {_TYPED})",),))
_COLUMNS = ", ".join(COLUMNS)
_READ = f"SELECT id, {_COLUMNS} FROM entries ORDER BY id"  # noqa: S608 (our own columns)
_WRITE = f"INSERT OR REPLACE INTO entries (id, {_COLUMNS}) VALUES (?{', ?' * len(COLUMNS)})"  # noqa: S608


class DirectoryStore:
    """The directory of one office. Raises Unreadable and Unwritable as `Store` does."""

    def __init__(self, folder: Path) -> None:
        self._store = Store(folder / FILE, _SCHEMA)

    @property
    def notes(self) -> tuple[Sentence, ...]:
        """What had to be set aside when it was opened."""
        return self._store.notes

    def read(self) -> Directory:
        """Return everything; a row that a damaged file left without sense is passed over."""
        entries = []
        for number, *texts in self._store.read(_READ):
            try:
                columns = dict(zip(COLUMNS, map(str, texts), strict=True))
                entries.append(entry_of(columns, str(number)))
            except Unfit:
                continue
        return Directory(tuple(entries))

    def keep(self, entry: Entry) -> Entry:
        """Keep an entry: in the place of the one with its id, or as a new one; answers it with its id."""
        with self._store.change() as connection:
            return _put(connection, entry)

    def keep_all(self, entries: Sequence[Entry]) -> None:
        """Keep several entries as `keep` does, all or none."""
        with self._store.change() as connection:
            for entry in entries:
                _put(connection, entry)

    def remove(self, entry_id: str) -> None:
        """Forget an entry."""
        with self._store.change() as connection:
            connection.execute("DELETE FROM entries WHERE id = ?", (int(entry_id),))

    def take_in(self, entries: Sequence[Entry]) -> tuple[int, int]:
        """Keep the entries of a list, all or none: those known already are told anew, the others added.

        Answers how many were added and how many told anew. Of several that are the same, each stands for one known.
        """
        known: dict[tuple[object, ...], list[Entry]] = {}
        for entry in self.read().entries:
            known.setdefault(identity(entry), []).append(entry)
        added = changed = 0
        with self._store.change() as connection:
            for entry in entries:
                same = known.get(identity(entry), [])
                former = same.pop(0) if same else None
                added += former is None
                changed += former is not None and replace(former, id="") != replace(entry, id="")
                _put(connection, replace(entry, id=former.id if former is not None else ""))
        return added, changed

    def close(self) -> None:
        """Close the store."""
        self._store.close()


def read_directory(folder: Path, tell: Callable[[Sentence], object]) -> Directory:
    """Return the directory of a folder, empty where none has been made; nothing is made by asking.

    `tell` is called with what had to be set aside.

    Raises Unreadable and Unwritable as `Store` does.
    """
    if not (folder / FILE).is_file():
        return Directory()
    store = DirectoryStore(folder)
    try:
        for note in store.notes:
            tell(note)
        return store.read()
    finally:
        store.close()


def _put(connection: Connection, entry: Entry) -> Entry:
    columns = columns_of(entry)
    number = int(entry.id) if entry.id else None
    written = connection.execute(_WRITE, (number, *(columns.get(name, "") for name in COLUMNS)))
    return replace(entry, id=str(number or written.lastrowid))
