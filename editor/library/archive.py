"""Archive: an index of everything saved or published here, found by reference, date, person, topic or any words.

It holds nothing that does not stand elsewhere: where it is lost or damaged it is made anew from the versions kept.
Words are found in either language, at their beginnings, with or without accents (SQLite's FTS5).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from editor.errors import Unreadable
from editor.library.store import Row, Schema, Store, Value, place_of, read_moment, written_moment
from editor.library.versions import Version, Versions
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.release import Action
from editor.newsml.topics import media_topics
from editor.values import frozen

INDEX: Final = "archive.sqlite3"
"""The name of the database in the user's data folder."""
_SCHEMA: Final = Schema(
    (
        (
            (
                "CREATE TABLE releases (id INTEGER PRIMARY KEY, path TEXT NOT NULL, published INTEGER NOT NULL, "
                "version INTEGER NOT NULL, at TEXT NOT NULL, person TEXT NOT NULL, reference TEXT NOT NULL, "
                "day TEXT NOT NULL, english TEXT NOT NULL, french TEXT NOT NULL, UNIQUE (path, published))"
            ),
            "CREATE INDEX releases_by_day ON releases (day)",
            (
                "CREATE VIRTUAL TABLE words USING fts5 (reference, day, people, topics, english, french, "
                "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')"
            ),
        ),
        # What was indexed before says nothing of it: the index is emptied, to be made anew.
        (
            "ALTER TABLE releases ADD COLUMN action TEXT NOT NULL DEFAULT 'new'",
            "DELETE FROM words",
            "DELETE FROM releases",
        ),
    ),
    durable=False,
    is_rebuilt=True,
)
_MOST: Final = 200
"""Releases that one search answers."""
_WORD: Final = re.compile(r"\w+(?:[./\-–’']\w+)*")
_COLUMNS: Final = (
    "r.id, r.path, r.published, r.version, r.at, r.person, r.reference, r.day, r.english, r.french, r.action"
)


@frozen
class State:
    """What is told of a state to be kept: by whom, when, the version published or 0, and where it lay before."""

    person: str
    at: datetime
    published: int = 0
    former: Path | None = None


@frozen
class Found:
    """One release of the archive: where it lies or lay, its reference, day and headline, and who kept it when.

    `published` is the number under which it was published (0: only saved), `version` that among the versions kept,
    `action` what the publication did.
    """

    path: Path
    published: int
    version: int
    at: datetime
    person: str
    reference: str
    day: str
    headline: Bilingual[str]
    action: Action = Action.NEW


class Archive:
    """The index in one database. To be used by the thread that opened it; raises Unwritable and Unreadable."""

    def __init__(self, path: Path) -> None:
        self._store = Store(path, _SCHEMA)
        self.notes = self._store.notes

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it, as after it was lost."""
        return not self._store.read("SELECT 1 FROM releases LIMIT 1")

    def take_in(self, doc: Communique, found: Found) -> None:
        """Take in a state of a document, in the place of the former one that was saved, or of the same publication."""
        self._take_in([(doc, found)])

    def rebuild(self, versions: Versions) -> int:
        """Make the index anew from the versions kept; one that cannot be read is left out. Answers how many it has."""
        with self._store.change() as database:
            database.execute("DELETE FROM releases")
            database.execute("DELETE FROM words")
        batch: list[tuple[Communique, Found]] = []
        count = 0
        for path, version in versions.latest():
            try:
                doc = versions.read(version.id)
            except Unreadable:
                continue
            batch.append((doc, described(doc, path, version)))
            count += 1
            if len(batch) == _BATCH:
                self._take_in(batch)
                batch = []
        self._take_in(batch)
        return count

    def forget(self, path: Path) -> None:
        """Take out everything of one document."""
        with self._store.change() as database:
            database.execute(
                "DELETE FROM words WHERE rowid IN (SELECT id FROM releases WHERE path = ?)", (place_of(path),)
            )
            database.execute("DELETE FROM releases WHERE path = ?", (place_of(path),))

    def search(self, words: str) -> tuple[Found, ...]:
        """Return the releases in which each of the words begins a word (without any, all), the latest first."""
        wanted = _wanted(words)
        if words.strip() and not wanted:
            return ()
        values: Sequence[Value] = (wanted, _MOST) if wanted else (_MOST,)
        where = "WHERE r.id IN (SELECT rowid FROM words WHERE words MATCH ?)" if wanted else ""
        rows = self._store.read(
            f"SELECT {_COLUMNS} FROM releases r {where} ORDER BY r.day DESC, r.at DESC, r.id DESC LIMIT ?",  # noqa: S608
            values,
        )
        return tuple(_found(row) for row in rows)

    def _take_in(self, releases: Iterable[tuple[Communique, Found]]) -> None:
        with self._store.change() as database:
            for doc, found in releases:
                key = (place_of(found.path), found.published)
                for (former,) in database.execute("SELECT id FROM releases WHERE path = ? AND published = ?", key):
                    database.execute("DELETE FROM words WHERE rowid = ?", (former,))
                    database.execute("DELETE FROM releases WHERE id = ?", (former,))
                made = database.execute(
                    "INSERT INTO releases (path, published, version, at, person, reference, day, english, french, "
                    "action) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        *key,
                        found.version,
                        written_moment(found.at),
                        found.person,
                        found.reference,
                        found.day,
                        found.headline.en,
                        found.headline.fr,
                        found.action.value,
                    ),
                )
                database.execute(
                    "INSERT INTO words (rowid, reference, day, people, topics, english, french) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (made.lastrowid, *_words(doc)),
                )


_BATCH: Final = 200
"""Releases taken in at once when the index is made anew."""


def described(doc: Communique, path: Path, version: Version) -> Found:
    """Return what the archive tells of a state of the document at `path`."""
    headline = doc.headline.each(lambda passage: passage.text)
    day = doc.release.date.isoformat() if doc.release.date else version.at.date().isoformat()
    return Found(
        path.absolute(),
        version.published,
        version.id,
        version.at,
        version.person,
        doc.release.reference,
        day,
        headline,
        doc.release.action_of(version.published),
    )


def remember(doc: Communique, path: Path, state: State, versions: Versions, archive: Callable[[], Archive]) -> bool:
    """Keep a state of the document at `path` and index it; answers whether it says something new."""
    if not versions.keep(doc, path, state.person, state.at, published=state.published, former=state.former):
        return False
    version = versions.of(path)[0]
    index = archive()
    index.take_in(doc, described(doc, path, version))
    if version.published:
        index.take_in(doc, described(doc, path, replace(version, published=0)))
    return True


def _wanted(words: str) -> str:
    """Return what somebody typed as a question to FTS5: every word a beginning, none of its own signs."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(words))


def _words(doc: Communique) -> tuple[str, ...]:
    """Return the texts of each column."""
    release = doc.release
    people = (
        text
        for person in doc.participants
        for text in (*person.name, *person.aliases, *person.organisation, *(t for f in person.functions for t in f))
    )
    topics = (*release.topics, *release.keywords.en, *release.keywords.fr, *map(_topic, release.topics))
    sides = ("\n".join(row.text(language) for row in doc.rows) for language in Language)
    place = (*release.place, release.date.isoformat() if release.date else "")
    return (release.reference, " ".join(place), " ".join(people), " ".join(topics), *sides)


def _topic(code: str) -> str:
    topic = media_topics().get(code)
    return " ".join(topic.name) if topic else ""


_ACTIONS: Final = {action.value: action for action in Action}


def _found(row: Row) -> Found:
    _, path, published, version, at, person, reference, day, english, french, action = map(str, row)
    return Found(
        Path(path),
        int(published),
        int(version),
        read_moment(at),
        person,
        reference,
        day,
        Bilingual(english, french),
        _ACTIONS.get(action, Action.NEW),
    )
