"""Translation memory: what rows of releases say in both languages, found again by likeness or by any words.

A pair stands in it once, however many releases say it; a row that a release says anew replaces what it said before.
Pairs are found through SQLite's FTS5 and then compared word by word (`editor.text.similarity`).
"""

import hashlib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

from editor.errors import Unreadable
from editor.library.store import Row, Schema, Store, Value, place_of, read_moment, written_moment
from editor.library.versions import Version, Versions
from editor.model import rows as model
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.memory import Origin, Pair, Told
from editor.model.passage import evenly_spaced
from editor.text.letters import folded
from editor.text.pairs import told_by, whole_of
from editor.text.similarity import EXACT, Wording, read, similarity
from editor.values import frozen
from editor.words import Sentence, say, say_count

Kept = tuple[Path, Version]
"""A state that was kept, and where its document lies."""
MEMORY: Final = "memory.sqlite3"
"""The name of the database in the user's data folder."""
LEAST: Final = 70
"""Percent below which a pair is more in the way than of help."""
_INDEX_LOSES: Final = (
    "CREATE TRIGGER pairs_gone AFTER DELETE ON pairs BEGIN INSERT INTO words (words, rowid, english, french) "
    "VALUES ('delete', old.id, old.english, old.french); END"
)
_SCHEMA: Final = Schema(
    (
        (
            (
                "CREATE TABLE documents (id INTEGER PRIMARY KEY, path TEXT NOT NULL, reference TEXT NOT NULL, "
                "day TEXT NOT NULL, version INTEGER NOT NULL, UNIQUE (path, reference, day))"
            ),
            (
                "CREATE TABLE pairs (id INTEGER PRIMARY KEY, english TEXT NOT NULL, french TEXT NOT NULL, "
                "en INTEGER NOT NULL, fr INTEGER NOT NULL, UNIQUE (en, fr))"
            ),
            "CREATE INDEX pairs_by_french ON pairs (fr)",
            (
                "CREATE TABLE uses (id INTEGER PRIMARY KEY, document INTEGER NOT NULL, row TEXT NOT NULL, "
                "pair INTEGER NOT NULL, part INTEGER NOT NULL, is_covered INTEGER NOT NULL, person TEXT NOT NULL, "
                "at TEXT NOT NULL, UNIQUE (document, row, pair))"
            ),
            "CREATE INDEX uses_of ON uses (pair)",
            "CREATE TABLE forgotten (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)",
            (
                "CREATE VIRTUAL TABLE words USING fts5 (english, french, content = 'pairs', content_rowid = 'id', "
                'tokenize = "unicode61 remove_diacritics 2")'
            ),
            (
                "CREATE TRIGGER pairs_added AFTER INSERT ON pairs BEGIN "
                "INSERT INTO words (rowid, english, french) VALUES (new.id, new.english, new.french); END"
            ),
            _INDEX_LOSES,
        ),
    ),
    durable=False,
)
_WORD: Final = re.compile(r"[^\W_]+")
_LOST: Final = 0.375
"""The share of its words that a wording at LEAST percent may lack at most (`editor.text.similarity` weighs words)."""
_COUNTED: Final = 1000
"""Pairs that hold a word, beyond which it is common; how common does not matter."""
_TELLING: Final = 8
"""Words that are not common, from which on common ones need not be asked for: a near wording hardly lacks them all."""
_MOST_HOLDING: Final = 6000
"""Pairs that hold a common word and are looked at, the latest first."""
_COMPARED: Final = 300
"""Pairs that are compared word by word, those that share most of the rarest words first."""
_SHOWN: Final = 100
"""Lines that one search by words answers."""
_TELLS: Final = 3
"""Letters of the beginning of a word from which on it tells which word may be meant."""
_LONGEST: Final = 20_000
"""Characters of a wording that is looked up, and of one that is kept; a paragraph has some 500."""


_CACHE: Final = 32_000
"""KiB of the database kept in memory at most: pairs come in no order, and a large file brings hundreds of thousands."""
_MADE_ANEW: Final = say("Its index of words was damaged and has been made anew. Please do it again.")


@frozen
class Known:
    """A pair of the memory: what both languages say, and how alike it is to what was sought (percent).

    `origin` is where it was last said, `count` by how many rows of releases.
    """

    wording: Bilingual[str]
    percent: int
    origin: Origin
    count: int


@frozen
class Said:
    """What a row of a document teaches: who found that both sides say the same, and when."""

    row: str
    told: Told
    person: str
    at: str


class TranslationMemory:
    """The memory in one database. To be used by the thread that opened it; raises Unwritable and Unreadable."""

    def __init__(self, path: Path, *, is_urgent: bool = False) -> None:
        self._store = Store(path, _SCHEMA, is_urgent=is_urgent)
        self.notes = self._store.notes
        self._store.read(f"PRAGMA cache_size = -{_CACHE}")
        self._counts: dict[tuple[str, str], int] = {}
        """How many pairs hold a word of a side, as far as that has been asked since the last change."""
        if self.notes:
            # What could not be saved is taken in again from the states that are kept.
            with self._change() as database:
                database.execute("UPDATE documents SET version = 0")

    @property
    def is_looked_through(self) -> bool:
        """Whether it is known to be whole; a large one that somebody waits for is looked through by `is_whole`."""
        return self._store.is_looked_through

    def is_whole(self) -> bool:
        """Look through the database; answers whether it is sound."""
        return self._store.is_whole()

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    @property
    def count(self) -> int:
        """How many pairs stand in it."""
        return int(str(self._store.read("SELECT count(*) FROM pairs")[0][0]))

    def take_in(self, doc: Communique, path: Path, *, is_published: bool = False, version: int = 0) -> None:
        """Take in what a release says: its confirmed rows, and in a published one every complete row.

        What a row said before is replaced; a row that is at work again keeps what it said; one that is gone goes.
        `version` is the number of the state among the versions kept.
        """
        document = self._document(path, doc)
        known = self._known(document)
        fresh = []
        for row in doc.rows:
            if _is_sure(row, is_published) and known.get(row.id) != _keys(row.sides.each(whole_of)):
                seal = row.confirmation
                person, at = (seal.by, written_moment(seal.at)) if seal else ("", "")
                fresh.append(Said(row.id, told_by(row), person, at))
        gone = known.keys() - {row.id for row in doc.rows}
        with self._change() as database:
            database.execute(
                "UPDATE documents SET reference = ?, day = ?, version = max(version, ?) WHERE id = ?",
                (doc.release.reference, _written(doc.release.date), version, document),
            )
            _forget_rows(database, document, [*gone, *(said.row for said in fresh)])
            for said in fresh:
                _add(database, document, said)

    def take_pairs(self, pairs: Iterable[Pair], path: Path) -> int:
        """Take in pairs from a file, in the place of those it gave before: all of them, or none where reading fails.

        One that names no release has the name of the file for its reference.
        Answers how many pairs stand in the memory now that did not before.
        """
        before = self.count
        with self._change() as database:
            _forget(database, "SELECT id FROM documents WHERE path = ?", (place_of(path),))
            documents: dict[tuple[str, str], int] = {}
            for number, pair in enumerate(pairs, 1):
                origin = pair.origin
                key = (origin.reference or path.stem, _written(origin.day))
                if key not in documents:
                    made = database.execute(
                        "INSERT INTO documents (path, reference, day, version) VALUES (?, ?, ?, 0)",
                        (place_of(path), *key),
                    )
                    documents[key] = int(made.lastrowid or 0)
                at = written_moment(origin.at) if origin.at else ""
                _add(database, documents[key], Said(str(number), Told(pair.wording), origin.person, at))
        return self.count - before

    def missing(self, versions: Versions, path: Path | None = None) -> tuple[Kept, ...]:
        """Return the states kept that are not taken in yet, of one document or of all, the earliest first.

        So the memory fills itself, and is made anew where it was lost: of each document its last state is taken in,
        and every one that was published. What was kept before everything was forgotten stays forgotten.
        """
        known = {str(path): int(str(version)) for path, version in self._store.read(
            "SELECT path, version FROM documents WHERE version > 0")}  # fmt: skip
        forgotten = self._forgotten()
        states = versions.latest() if path is None else _states(path, versions)
        return tuple(
            (path, version) for path, version in states if version.id > max(forgotten, known.get(place_of(path), 0))
        )

    def take_kept(self, versions: Versions, kept: Kept) -> None:
        """Take in a state that was kept; one that cannot be read, or that a later one has overtaken, is passed over."""
        path, version = kept
        passed = self._store.read("SELECT max(version) FROM documents WHERE path = ?", (place_of(path),))
        if version.id <= max(self._forgotten(), int(str(passed[0][0] or 0))):
            return
        try:
            doc = versions.read(version.id)
        except Unreadable:
            self._mark(path, version.id)
        else:
            self.take_in(doc, path, is_published=version.published > 0, version=version.id)

    def forget(self, versions: Versions) -> None:
        """Forget every pair, wherever it came from; what `versions` keeps now is not taken in again."""
        last = max((version.id for _, version in versions.latest()), default=0)
        with self._change() as database:
            # Without the trigger, which would take every pair out of the index by itself.
            database.execute("DROP TRIGGER pairs_gone")
            for table in ("uses", "pairs", "documents", "forgotten"):
                database.execute(f"DELETE FROM {table}")  # noqa: S608 (our own name)
            database.execute("INSERT INTO words (words) VALUES ('delete-all')")
            database.execute(_INDEX_LOSES)
            database.execute("INSERT INTO forgotten (version) VALUES (?)", (last,))
        self._store.shrink()

    def matches(self, text: str, language: Language, *, least: int = LEAST, most: int = 5) -> tuple[Known, ...]:
        """Return the pairs whose side in `language` is most like a text, the most alike and latest first.

        Where the text itself is known, other texts are not looked for.
        """
        sought = read(text[:_LONGEST], language)
        if not sought.words:
            return ()
        side = "english" if language is Language.EN else "french"
        rows = self._exact(sought.even, language)
        if not rows and least < EXACT:
            rows = self._near(sought, side)
        found: dict[int, tuple[int, Bilingual[str]]] = {}
        for number, english, french in rows:
            wording = Bilingual(str(english), str(french))
            percent = similarity(sought, read(wording[language], language), least)
            if percent:
                found[int(str(number))] = (percent, wording)
        best = sorted(found.items(), key=lambda item: (-item[1][0], -item[0]))[: 4 * most]
        known = [self._described(number, percent, wording) for number, (percent, wording) in best]
        known.sort(key=lambda each: (each.percent, _written(each.origin.day), each.count), reverse=True)
        return tuple(known[:most])

    def concordance(self, words: str) -> tuple[Known, ...]:
        """Return where words stand together in either language (or else all of them), the latest first.

        The last word may go on, where there are not enough lines without; case and accents do not count.
        """
        wanted = _WORD.findall(words[:_LONGEST])
        if not wanted:
            return ()
        rows = self._beginning(wanted)
        if not rows and len(wanted) > 1 and len(wanted[-1]) < _TELLS:
            # Its last word is only being begun.
            rows = self._beginning(wanted[:-1])
        if not rows and len(wanted) > 1:
            rows = self._holding(" AND ".join(_quoted(word) + " *" * (len(word) >= _TELLS) for word in wanted))
        known = [self._described(int(str(row[0])), EXACT, Bilingual(str(row[1]), str(row[2]))) for row in rows]
        return tuple(sorted(known, key=lambda each: _written(each.origin.day), reverse=True))

    def _beginning(self, words: list[str]) -> list[Row]:
        """Return the pairs that hold these words together, and after them those in which the last one goes on.

        What begins with a letter or two is half the memory, and would all be gone through to find the latest of it.
        """
        phrase = _quoted(" ".join(words))
        rows = self._holding(phrase)
        if len(rows) < _SHOWN and len(words[-1]) >= _TELLS:
            there = {row[0] for row in rows}
            rows += [row for row in self._holding(f"{phrase} *") if row[0] not in there]
        return rows[:_SHOWN]

    def pairs(self) -> Iterator[Pair]:
        """Yield every pair with where it was last said, in the order they came."""
        last = 0
        while rows := self._store.read(
            "SELECT id, english, french FROM pairs WHERE id > ? ORDER BY id LIMIT 500", (last,)
        ):
            for number, english, french in rows:
                last = int(str(number))
                wording = Bilingual(str(english), str(french))
                yield Pair(wording, self._described(last, EXACT, wording).origin)

    def _document(self, path: Path, doc: Communique) -> int:
        """Return the number of a document, giving it one."""
        found = self._store.read("SELECT id FROM documents WHERE path = ? ORDER BY id LIMIT 1", (place_of(path),))
        if found:
            return int(str(found[0][0]))
        with self._change() as database:
            # Another window may have given it one meanwhile.
            database.execute(
                "INSERT OR IGNORE INTO documents (path, reference, day, version) VALUES (?, ?, '', 0)",
                (place_of(path), doc.release.reference),
            )
        return self._document(path, doc)

    def _known(self, document: int) -> dict[str, tuple[int, int]]:
        """Return what is known of each row of a document, by its id: the keys of the whole row."""
        rows = self._store.read(
            "SELECT u.row, p.en, p.fr FROM uses u JOIN pairs p ON p.id = u.pair WHERE u.document = ? AND u.part = 0",
            (document,),
        )
        return {str(row): (int(str(english)), int(str(french))) for row, english, french in rows}

    def _exact(self, even: str, language: Language) -> list[Row]:
        side = language.value
        return self._store.read(f"SELECT id, english, french FROM pairs WHERE {side} = ? LIMIT 50", (_key(even),))  # noqa: S608

    def _near(self, sought: Wording, side: str) -> list[Row]:
        """Return the pairs that may be near: those that hold most of the rarest words.

        A wording that is near enough lacks a share of the words at most, so that it holds one of any that are more.
        """
        words = dict.fromkeys(_WORD.findall(sought.bare))
        counts = {word: self._count(word, side) for word in words}
        there = sorted((word for word in words if counts[word]), key=counts.__getitem__)
        absent = len(words) - len(there)
        rarest = there[: max(int(_LOST * len(sought.words)) + 1 - absent, 0)]
        telling = [word for word in rarest if counts[word] < _COUNTED]
        held: Counter[Value] = Counter()
        for word in telling if len(telling) >= _TELLING else rarest:
            rows = self._indexed(
                "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?",
                (f"{side} : {_quoted(word)}", _MOST_HOLDING),
            )
            held.update(chain.from_iterable(rows))
        likely = [number for number, _ in held.most_common(_COMPARED)]
        rows = self._store.read(
            f"SELECT id, english, french FROM pairs WHERE id IN ({', '.join('?' for _ in likely)})",  # noqa: S608
            likely,
        )
        bag, least = Counter(_WORD.findall(folded(sought.bare))), (1 - _LOST) * len(sought.words)
        place = 1 if side == "english" else 2
        return [row for row in rows if _shared(bag, str(row[place])) + len(sought.values) >= least]

    def _count(self, word: str, side: str) -> int:
        """Return how many pairs hold a word; what is common is not counted to its end."""
        key = (word, side)
        if key not in self._counts:
            rows = self._indexed(
                "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)",
                (f"{side} : {_quoted(word)}", _COUNTED),
            )
            self._counts[key] = int(str(rows[0][0]))
        return self._counts[key]

    def _holding(self, wanted: str) -> list[Row]:
        """Return the pairs that fit a question to FTS5; a paragraph only where its sentences do not say the same."""
        return self._indexed(
            "SELECT p.id, p.english, p.french FROM words JOIN pairs p ON p.id = words.rowid WHERE words MATCH ? "
            "AND EXISTS (SELECT 1 FROM uses u WHERE u.pair = p.id AND NOT u.is_covered) "
            "ORDER BY words.rowid DESC LIMIT ?",
            (wanted, _SHOWN),
        )

    def _indexed(self, statement: str, values: Sequence[Value]) -> list[Row]:
        """Read through the index of words; where that is damaged, it is made anew."""
        try:
            return self._store.read(statement, values)
        except Unreadable:
            self._index_anew()
            return self._store.read(statement, values)

    def _index_anew(self) -> None:
        """Make the index of words anew."""
        with self._store.change() as database:
            database.execute("INSERT INTO words (words) VALUES ('rebuild')")

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """Do what is inside the `with` as one transaction; what was counted is counted anew afterwards.

        Where the index is found damaged, nothing is changed, and the next change finds it whole.
        """
        self._counts.clear()
        try:
            with self._store.change() as database:
                yield database
        except (Unreadable, sqlite3.IntegrityError) as damage:
            if isinstance(damage, Unreadable) and damage.path != self._store.path:
                raise
            self._index_anew()
            raise Unreadable(self._store.path, _MADE_ANEW) from damage

    def _forgotten(self) -> int:
        """Return the last version that was kept when everything was forgotten."""
        return int(str(self._store.read("SELECT coalesce(max(version), 0) FROM forgotten")[0][0]))

    def _mark(self, path: Path, version: int) -> None:
        """Remember that a state has been looked at."""
        document = self._document(path, Communique())
        with self._change() as database:
            database.execute("UPDATE documents SET version = ? WHERE id = ?", (version, document))

    def _described(self, number: int, percent: int, wording: Bilingual[str]) -> Known:
        """Return a pair with where it was last said."""
        rows = self._store.read(
            "SELECT d.reference, d.day, u.person, u.at FROM uses u JOIN documents d ON d.id = u.document "
            "WHERE u.pair = ? ORDER BY d.day DESC, u.at DESC, u.id DESC",
            (number,),
        )
        reference, day, person, at = map(str, rows[0]) if rows else ("", "", "", "")
        moment = read_moment(at) if at else None
        return Known(wording, percent, Origin(reference, _read_day(day), person, moment), len(rows))


def _shared(bag: Counter[str], text: str) -> int:
    """Return how many words of a bag a text has."""
    return (bag & Counter(_WORD.findall(folded(text)))).total()


def said_added(count: int) -> Sentence:
    """Say how many pairs a file brought."""
    return say_count("{count} pair more is in the memory.", "{count} pairs more are in the memory.", max(count, 0))


def _states(path: Path, versions: Versions) -> Iterator[Kept]:
    """Yield what the memory takes in of one document: what was published, and its last state."""
    states = versions.of(path)
    return ((path, version) for version in reversed(states) if version.published or version is states[0])


def _is_sure(row: model.Row, is_published: bool) -> bool:
    """Whether a row teaches something: somebody confirmed it, or it was published as it stands."""
    if not row.is_complete or max(len(row.text(language)) for language in Language) > _LONGEST:
        return False
    return row.state is model.PairState.CONFIRMED or (is_published and row.state is model.PairState.DRAFT)


def _add(database: sqlite3.Connection, document: int, said: Said) -> None:
    """Add what a row says: each pair once, with one use more."""
    pairs = [(said.told.whole, 0), *((sentence, 1) for sentence in said.told.sentences if sentence != said.told.whole)]
    for wording, part in pairs:
        keys = _keys(wording)
        found = database.execute("SELECT id FROM pairs WHERE en = ? AND fr = ?", keys).fetchone()
        if found is None:
            made = database.execute(
                "INSERT INTO pairs (english, french, en, fr) VALUES (?, ?, ?, ?)", (*wording, *keys)
            )
            found = (made.lastrowid,)
        database.execute(
            "INSERT OR IGNORE INTO uses (document, row, pair, part, is_covered, person, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (document, said.row, found[0], part, not part and said.told.is_covered, said.person, said.at),
        )


def _forget(database: sqlite3.Connection, documents: str, values: tuple[Value, ...]) -> None:
    """Take out the documents that a question answers, with all that nobody else says."""
    pairs = database.execute(f"SELECT pair FROM uses WHERE document IN ({documents})", values).fetchall()  # noqa: S608
    database.execute(f"DELETE FROM uses WHERE document IN ({documents})", values)  # noqa: S608
    database.execute(f"DELETE FROM documents WHERE id IN ({documents})", values)  # noqa: S608
    _drop_unused(database, pairs)


def _forget_rows(database: sqlite3.Connection, document: int, rows: Iterable[str]) -> None:
    for row in rows:
        pairs = database.execute("SELECT pair FROM uses WHERE document = ? AND row = ?", (document, row)).fetchall()
        database.execute("DELETE FROM uses WHERE document = ? AND row = ?", (document, row))
        _drop_unused(database, pairs)


def _drop_unused(database: sqlite3.Connection, pairs: Iterable[tuple[int]]) -> None:
    database.executemany(
        "DELETE FROM pairs WHERE id = ? AND NOT EXISTS (SELECT 1 FROM uses WHERE uses.pair = pairs.id)", pairs
    )


def _keys(wording: Bilingual[str]) -> tuple[int, int]:
    return _key(evenly_spaced(wording.en)), _key(evenly_spaced(wording.fr))


def _key(even: str) -> int:
    """Return a number that stands for an evenly spaced wording (64 bits of BLAKE2b), as SQLite keeps numbers."""
    return int.from_bytes(hashlib.blake2b(even.encode(), digest_size=8).digest(), "big", signed=True)


def _written(day: date | None) -> str:
    """Return a day as text that sorts as the days do; one that nobody knows goes before all."""
    return day.isoformat() if day else ""


def _read_day(text: str) -> date | None:
    """Return the day that was written; none where damage left no sense in it."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _quoted(word: str) -> str:
    return f'"{word}"'
