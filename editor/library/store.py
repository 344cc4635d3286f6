"""Store: one SQLite database in the user's data folder: opened, brought up to date, changed wholly or not at all.

A database that is damaged is never opened as it is: it is set aside beside the new one, and the rows that can still be
read are taken over. Whoever opens a store is told so by `notes`. SQLite's own errors do not leave this file.
"""

import logging
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from editor.errors import Unreadable, Unwritable
from editor.values import frozen
from editor.words import Sentence, say, say_count

log = logging.getLogger(__name__)

Value = str | int | float | bytes | None
Row = tuple[Value, ...]

_PATIENCE: Final = 5.0
"""Seconds to wait for another window of the program that is writing."""
_PRIVATE: Final = 0o600
"""Drafts under embargo are nobody else's to read. SQLite gives its journal files the same permissions."""
_NO_MOMENT: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LARGE: Final = 8_000_000
"""Bytes; looking through less is hardly felt."""
_BESIDE: Final = ("", "-wal", "-shm")
"""The files of one database, as endings of its name."""


@frozen
class Schema:
    """How a database is made: the statements that lead from one version to the next, the first from nothing.

    A step that has been released is never changed; a later need is a further step. The version is kept in SQLite's
    `user_version`. `durable`: a change that was made survives a power cut at once (a few milliseconds a change);
    otherwise the last ones may be lost then, though nothing is ever damaged and a crash of the program loses nothing.
    `is_rebuilt`: everything in it stands elsewhere too, so that a damaged one is thrown away and begun anew, empty.
    """

    steps: tuple[tuple[str, ...], ...]
    durable: bool = True
    is_rebuilt: bool = False


def place_of(path: Path) -> str:
    """Return where a file lies as text that a database takes: bytes of a name that are not UTF-8 are escaped."""
    return str(path.absolute()).encode("utf-8", "backslashreplace").decode()


class Store:
    """An open database. To be used by the thread that opened it; every thread may open one of its own.

    Raises Unwritable where the folder or the file cannot be written, or no space is left; Unreadable where a newer
    program made it. `notes` says what had to be set aside. Tables have a rowid (no WITHOUT ROWID), by which they are
    rescued.
    """

    def __init__(self, path: Path, schema: Schema, *, is_urgent: bool = False) -> None:
        self.path = path
        self.notes: tuple[Sentence, ...] = ()
        self.is_looked_through = not (is_urgent and path.is_file() and path.stat().st_size > _LARGE)
        """Whether every page was looked at; where somebody waits for a large database, `is_whole` is asked later."""
        with _told(path):
            try:
                self._connection = _opened(path, schema, is_looked_through=self.is_looked_through)
            except _Damaged as damage:
                self._connection, told = _begun_anew(path, schema, damage)
                self.notes = (told,)

    def is_whole(self) -> bool:
        """Look at every page, which takes half a second for 100 MB; what is damaged is to be opened anew."""
        self.is_looked_through = True
        with suppress(sqlite3.DatabaseError, UnicodeDecodeError):
            return _is_whole(self._connection)
        return False

    def read(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """Return the rows of a SELECT."""
        with _told(self.path):
            return self._connection.execute(statement, values).fetchall()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Do what is inside the `with` as one transaction: all of it is kept, or nothing where anything is raised."""
        with _told(self.path), _transaction(self._connection):
            yield self._connection

    def shrink(self) -> None:
        """Give back the room of what was taken out, so that nothing of it can be read in the file."""
        with _told(self.path):
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the database; what was changed has been kept already."""
        self._connection.close()


def written_moment(at: datetime) -> str:
    """Return a moment as text that sorts as the moments do."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def read_moment(text: Value) -> datetime:
    """Return the moment that was written; the beginning of time where damage left no sense in it."""
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return _NO_MOMENT
    return moment if moment.tzinfo else _NO_MOMENT


class _Damaged(Exception):
    """The file is no database, or not a whole one."""


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system says of a file into a sentence; a fault of ours stays what it is."""
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if _is_damage(error):
            why = say("It is damaged ({why}). Start the program anew to save what is whole.", why=str(error))
            raise Unreadable(path, why) from error
        if not isinstance(error, sqlite3.OperationalError) or _code(error) == sqlite3.SQLITE_ERROR:
            raise
        raise Unwritable(path, say("It cannot be used: {why}.", why=str(error))) from error
    except OSError as error:
        raise Unwritable(path, say("It cannot be used: {why}.", why=error.strerror or str(error))) from error


def _is_damage(error: BaseException) -> bool:
    # SQLite names in what it says what it stumbled over, and Python takes that for UTF-8.
    return isinstance(error, UnicodeDecodeError) or _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _code(error: BaseException) -> int:
    """Return what kind of error SQLite tells of; of none where Python itself raised it."""
    # The lowest byte; what stands above it tells more, for example that the damage is in a search index.
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)) & 0xFF


def _is_whole(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


def _opened(
    path: Path, schema: Schema, *, until: int | None = None, is_looked_through: bool = True
) -> sqlite3.Connection:
    """Open a file, make sure that it is whole, and bring it to a version, the present one where none is given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, _PRIVATE))
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    # A bit turned in a text passes SQLite's own check: what is left of the text is read.
    connection.text_factory = _text
    try:
        if is_looked_through and not _is_whole(connection):
            raise _Damaged
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {'FULL' if schema.durable else 'NORMAL'}")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(path, connection, schema, until)
        # A bit turned in the name of a column passes SQLite's own check.
        if _shape(connection) != _shape_of(schema, until):
            raise _Damaged
    except BaseException as error:
        connection.close()
        # What the steps cannot be applied to was not made by them.
        is_strange = isinstance(error, sqlite3.Error) and _code(error) == sqlite3.SQLITE_ERROR
        if _is_damage(error) or is_strange:
            raise _Damaged from error
        raise
    return connection


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _migrate(path: Path, connection: sqlite3.Connection, schema: Schema, until: int | None = None) -> None:
    """Take the steps that are missing, all of them or none."""
    wanted = len(schema.steps) if until is None else until
    if _version(connection) == wanted:
        return
    with _transaction(connection):
        # Asked again: another window may have taken the steps meanwhile.
        version = _version(connection)
        if version > len(schema.steps):
            raise Unreadable(path, say("A newer version of this program made it. Install that version."))
        for step in schema.steps[version:wanted]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {max(version, wanted)}")


def _shape(connection: sqlite3.Connection) -> list[Row]:
    """Return the tables and indexes of a database, as they were made."""
    return connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql <> '' ORDER BY name").fetchall()


def _shape_of(schema: Schema, until: int | None) -> list[Row]:
    """Return the tables and indexes that the steps lead to."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for step in schema.steps[:until]:
            for statement in step:
                connection.execute(statement)
        return _shape(connection)


def _begun_anew(path: Path, schema: Schema, damage: _Damaged) -> tuple[sqlite3.Connection, Sentence]:
    """Set a damaged file aside, begin anew with the rows of it that can be read, and say what was done."""
    if schema.is_rebuilt:
        for ending in _BESIDE:
            path.with_name(path.name + ending).unlink(missing_ok=True)
        return _opened(path, schema), say("{file} was damaged and is made anew.", file=str(path))
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    log.warning("%s was damaged and is now %s: %s", path, aside, damage.__cause__)
    try:
        connection = _opened(path, schema, until=_age(aside, schema))
    except _Damaged as again:
        raise Unwritable(path, say("It cannot be used: {why}.", why=str(again.__cause__))) from again
    saved = _rescued(aside, connection)
    _migrate(path, connection, schema)
    return connection, say_count(
        "{file} was damaged and is kept as {aside}; {count} entry of it was saved.",
        "{file} was damaged and is kept as {aside}; {count} entries of it were saved.",
        saved,
        file=str(path),
        aside=aside.name,
    )


def _age(aside: Path, schema: Schema) -> int:
    """Return the version that a damaged database had, the present one where it cannot be told."""
    present = len(schema.steps)
    with suppress(sqlite3.Error), closing(_to_read(aside)) as damaged:
        return min(_version(damaged), present) or present
    return present


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _to_read(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    connection.text_factory = _text
    return connection


def _rescued(aside: Path, into: sqlite3.Connection) -> int:
    """Copy every row that can be read of a damaged database; answers how many."""
    tables = dict(into.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    # A search index is made of tables of its own, named after it, and fills itself from what it is an index of.
    indexes = tuple(name for name, made in tables.items() if made.startswith("CREATE VIRTUAL TABLE"))
    names = [name for name in tables if name not in indexes and not name.startswith(tuple(f"{i}_" for i in indexes))]
    with suppress(sqlite3.Error), closing(_to_read(aside)) as damaged, _transaction(into):
        into.execute("PRAGMA defer_foreign_keys = ON")
        return sum(_rescued_table(name, damaged, into) for name in names if not name.startswith("sqlite_"))
    return 0


def _rescued_table(name: str, damaged: sqlite3.Connection, into: sqlite3.Connection) -> int:
    """Copy one table from its beginning up to the damage, and then from its end back to it."""
    marks = ", ".join("?" for _ in into.execute(f"PRAGMA table_info({name})"))
    saved = 0
    for order in ("ASC", "DESC"):
        with suppress(sqlite3.Error):
            for row in damaged.execute(f"SELECT * FROM {name} ORDER BY rowid {order}"):  # noqa: S608 (our own name)
                with suppress(sqlite3.Error):
                    saved += into.execute(f"INSERT OR IGNORE INTO {name} VALUES ({marks})", row).rowcount  # noqa: S608
    return saved
