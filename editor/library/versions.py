"""Versions: every saved and every published state of each document, kept compressed and within bounds.

A database lies in the user's data folder, or beside a document (a setting). What was published is never thinned; of
what was saved, the last day is kept whole, then one an hour for a week, one a day after that, up to a number.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from editor.errors import Unreadable
from editor.library.store import Row, Schema, Store, place_of, read_moment, written_moment
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.text.changes import changes
from editor.values import frozen
from editor.words import say

VERSIONS: Final = "versions.sqlite3"
"""The name of the database in the user's data folder."""
_SCHEMA: Final = Schema(
    (
        (
            "CREATE TABLE documents (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, former INTEGER)",
            (
                "CREATE TABLE versions (id INTEGER PRIMARY KEY, document INTEGER NOT NULL, at TEXT NOT NULL, "
                "person TEXT NOT NULL, published INTEGER NOT NULL, english INTEGER NOT NULL, french INTEGER NOT NULL, "
                "fields INTEGER NOT NULL, fingerprint TEXT NOT NULL, data BLOB NOT NULL)"
            ),
            "CREATE INDEX versions_of ON versions (document, at)",
            "CREATE INDEX versions_said ON versions (fingerprint)",
        ),
    )
)
_MOST: Final = 400
"""Saved states kept of one document."""
_LARGEST: Final = 500_000_000
"""Bytes of all saved states in one database; beyond that the oldest go."""
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@frozen
class Form:
    """How documents are written and read: to bytes, from bytes (raising Unreadable), and how many there may be."""

    write: Callable[[Communique], bytes]
    read: Callable[[bytes, Path], Communique]
    limit: int


def beside(document: Path) -> Path:
    """Return where the versions of a document lie when they are to lie beside it."""
    return document.with_name(f".{document.name[:200]}.versions")


@frozen
class Version:
    """One state of a document that was kept.

    `published` is the number under which it was published, 0 where it was only saved. `changed` counts the rows whose
    words differ from the state before in each language; `fields` tells whether a field outside the texts does.
    """

    id: int
    at: datetime
    person: str
    published: int
    changed: Bilingual[int]
    fields: bool


class Versions:
    """The states kept in one database. To be used by the thread that opened it; raises Unwritable and Unreadable."""

    def __init__(self, path: Path, form: Form) -> None:
        self._form = form
        self._store = Store(path, _SCHEMA)
        self.notes = self._store.notes
        self._path = path

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    def keep(
        self, doc: Communique, path: Path, person: str, at: datetime, *, published: int = 0, former: Path | None = None
    ) -> bool:
        """Keep a state of the document at `path`; answers whether it says something new.

        `former` is where it lay before it was saved under another name: what was kept there is listed here too.
        """
        raw = self._form.write(doc)
        fingerprint = hashlib.sha256(raw).hexdigest()
        document = self._document(path.absolute(), former.absolute() if former else None)
        last = self._store.read(
            "SELECT id, fingerprint, published FROM versions WHERE document = ? ORDER BY at DESC, id DESC LIMIT 1",
            (document,),
        )
        if last and last[0][1] == fingerprint and (not published or last[0][2]):
            return False
        counts = self._difference(int(str(last[0][0])), doc) if last else (0, 0, 0)
        with self._store.change() as database:
            database.execute(
                "INSERT INTO versions (document, at, person, published, english, french, fields, fingerprint, data) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (document, written_moment(at), person, published, *counts, fingerprint, zlib.compress(raw, 6)),
            )
            gone = [*_thinned(self._saved(document), at), *self._beyond()]
            database.executemany("DELETE FROM versions WHERE id = ?", [(each,) for each in gone])
        return True

    def of(self, path: Path) -> tuple[Version, ...]:
        """Return the states kept of the document at `path`, the latest first.

        A document that was moved is known by what it says; one saved under another name has those from before as well.
        """
        marks, documents = self._lineage(path)
        rows = self._store.read(
            "SELECT id, at, person, published, english, french, fields FROM versions "  # noqa: S608 (marks alone)
            f"WHERE document IN ({marks}) ORDER BY at DESC, id DESC",
            documents,
        )
        return tuple(_version(row) for row in rows)

    def read(self, version: int) -> Communique:
        """Return the document as it was. Raises Unreadable where it was forgotten, or is damaged."""
        return self._form.read(self.raw(version), self._path)

    def raw(self, version: int) -> bytes:
        """Return the file of the document as it was. Raises Unreadable."""
        found = self._store.read("SELECT data FROM versions WHERE id = ?", (version,))
        try:
            data = found[0][0]
            unpacking = zlib.decompressobj()
            raw = unpacking.decompress(data if isinstance(data, bytes) else b"", self._form.limit)
        except (IndexError, zlib.error) as error:
            raise Unreadable(self._path, say("This version is not kept any more, or is damaged.")) from error
        if not unpacking.eof:
            raise Unreadable(self._path, say("This version is not kept any more, or is damaged."))
        return raw

    def forget(self, path: Path) -> int:
        """Forget every state of a document; answers how many there were."""
        marks, documents = self._lineage(path)
        with self._store.change() as database:
            return database.execute(f"DELETE FROM versions WHERE document IN ({marks})", documents).rowcount  # noqa: S608

    def latest(self) -> Iterable[tuple[Path, Version]]:
        """Yield each document's path with its last state and with each that was published, for the archive."""
        rows = self._store.read(
            "SELECT v.id, v.at, v.person, v.published, v.english, v.french, v.fields, d.path FROM versions v "
            "JOIN documents d ON d.id = v.document "
            "WHERE v.published > 0 OR v.id = (SELECT id FROM versions WHERE document = d.id "
            "ORDER BY at DESC, id DESC LIMIT 1) ORDER BY v.at, v.id"
        )
        for row in rows:
            yield Path(str(row[7])), _version(row[:7])

    def _document(self, path: Path, former: Path | None) -> int:
        """Return the number of a document, giving it one."""
        found = self._store.read("SELECT id FROM documents WHERE path = ?", (place_of(path),))
        if found:
            return int(str(found[0][0]))
        before = self._store.read("SELECT id FROM documents WHERE path = ?", (place_of(former),)) if former else []
        with self._store.change() as database:
            made = database.execute(
                "INSERT INTO documents (path, former) VALUES (?, ?)", (place_of(path), before[0][0] if before else None)
            )
            return int(made.lastrowid or 0)

    def _lineage(self, path: Path) -> tuple[str, tuple[int, ...]]:
        """Return the numbers of a document and of those it came from, with as many marks for them."""
        statement = "SELECT id, former FROM documents WHERE path = ?"
        rows = self._store.read(statement, (place_of(path),)) or self._moved(path)
        documents: list[int] = []
        while rows and rows[0][0] not in documents:
            documents.append(int(str(rows[0][0])))
            rows = self._store.read("SELECT id, former FROM documents WHERE id = ?", (rows[0][1],))
        return ", ".join("?" for _ in documents), tuple(documents)

    def _moved(self, path: Path) -> list[Row]:
        try:
            fingerprint = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        except OSError:
            return []
        return self._store.read(
            "SELECT id, former FROM documents WHERE id = "
            "(SELECT document FROM versions WHERE fingerprint = ? ORDER BY at DESC LIMIT 1)",
            (fingerprint,),
        )

    def _difference(self, last: int, doc: Communique) -> tuple[int, int, int]:
        try:
            before = self.read(last)
        except Unreadable:
            return (0, 0, 0)
        found = changes(before, doc)
        english, french = (
            sum(any(piece.fate.value != "kept" for piece in change.pieces[language]) for change in found)
            for language in Language
        )
        others = (before.release, before.participants, before.pictures) != (doc.release, doc.participants, doc.pictures)
        return english, french, int(others)

    def _saved(self, document: int) -> list[tuple[int, datetime]]:
        """Return what was only saved of a document, the latest first."""
        rows = self._store.read(
            "SELECT id, at FROM versions WHERE document = ? AND published = 0 ORDER BY at DESC, id DESC", (document,)
        )
        return [(int(str(row[0])), read_moment(row[1])) for row in rows]

    def _beyond(self) -> list[int]:
        """Return the oldest saved states that no longer fit into the database; the last of a document always does."""
        total = self._store.read("SELECT coalesce(sum(length(data)), 0) FROM versions WHERE published = 0")
        excess = int(str(total[0][0])) - _LARGEST
        gone: list[int] = []
        if excess > 0:
            rows = self._store.read(
                "SELECT id, length(data) FROM versions v WHERE published = 0 AND id != (SELECT id FROM versions w "
                "WHERE w.document = v.document ORDER BY at DESC, id DESC LIMIT 1) ORDER BY at, id"
            )
            for number, size in rows:
                if excess <= 0:
                    break
                gone.append(int(str(number)))
                excess -= int(str(size))
        return gone


def _thinned(saved: Sequence[tuple[int, datetime]], now: datetime) -> list[int]:
    """Return which of the saved states go, the latest first: one an hour after a day, one a day after a week."""
    gone: list[int] = []
    taken: set[str] = set()
    kept = 0
    for number, at in saved:
        age = now - at
        span = "" if age < _DAY else at.strftime("%Y%m%d%H") if age < _WEEK else at.strftime("%Y%m%d")
        if (span and span in taken) or kept >= _MOST:
            gone.append(number)
            continue
        taken.add(span)
        kept += 1
    return gone


def _version(row: Row) -> Version:
    number, at, person, published, english, french, fields = row
    return Version(
        int(str(number)),
        read_moment(at),
        str(person),
        int(str(published)),
        Bilingual(int(str(english)), int(str(french))),
        bool(fields),
    )
