import multiprocessing
import os
import sqlite3
import stat
import sys
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import Unreadable, Unwritable
from editor.library.store import Schema, Store

FIRST = ("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL)",)
SECOND = ("ALTER TABLE words ADD COLUMN french TEXT NOT NULL DEFAULT ''", "CREATE INDEX by_word ON words (word)")
SCHEMA = Schema((FIRST, SECOND))


def add(store, *words):
    with store.change() as connection:
        connection.executemany("INSERT INTO words (word) VALUES (?)", [(word,) for word in words])


def words(store):
    return [word for (word,) in store.read("SELECT word FROM words ORDER BY id")]


def files(folder):
    return sorted(path.name for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm")))


def test_what_was_kept_is_there_the_next_time(tmp_path):
    path = tmp_path / "new" / "folder" / "office.sqlite3"
    with closing(Store(path, SCHEMA)) as store:
        assert words(store) == []
        add(store, "NATO", "OTAN")
    with closing(Store(path, SCHEMA)) as store:
        assert words(store) == ["NATO", "OTAN"]
        assert store.notes == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions in the folder")
def test_nobody_else_can_read_it(tmp_path):
    with closing(Store(tmp_path / "office.sqlite3", SCHEMA)) as store:
        add(store, "secret")
        assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_a_change_is_kept_wholly_or_not_at_all(tmp_path):
    with closing(Store(tmp_path / "office.sqlite3", SCHEMA)) as store:
        add(store, "first")
        with pytest.raises(sqlite3.IntegrityError):
            add(store, "second", None)
        assert words(store) == ["first"]


def test_an_older_database_is_brought_up_to_date(tmp_path):
    path = tmp_path / "office.sqlite3"
    with closing(Store(path, Schema((FIRST,)))) as store:
        add(store, "kept")
    with closing(Store(path, SCHEMA)) as store:
        assert store.read("SELECT word, french FROM words") == [("kept", "")]
        assert store.read("PRAGMA user_version") == [(2,)]


def test_a_newer_database_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "office.sqlite3"
    with closing(Store(path, SCHEMA)) as store:
        add(store, "kept")
    with pytest.raises(Unreadable, match="newer version"):
        Store(path, Schema((FIRST,)))
    with closing(Store(path, SCHEMA)) as store:
        assert words(store) == ["kept"]


@pytest.mark.parametrize("content", [b"no database at all" * 400, b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_database_is_set_aside_with_a_sentence(tmp_path, content):
    path = tmp_path / "office.sqlite3"
    path.write_bytes(content)
    with closing(Store(path, SCHEMA)) as store:
        (note,) = store.notes
        add(store, "new")
    (aside,) = [name for name in files(tmp_path) if "damaged" in name]
    assert aside in note.english()
    assert "0 entries" in note.english()
    assert (tmp_path / aside).read_bytes() == content
    with closing(Store(path, SCHEMA)) as store:
        assert (words(store), store.notes) == (["new"], ())


def test_a_large_database_somebody_waits_for_is_looked_through_later(tmp_path, monkeypatch):
    monkeypatch.setattr("editor.library.store._LARGE", 0)
    path = tmp_path / "office.sqlite3"
    with closing(Store(path, SCHEMA)) as store:
        for number in range(300):
            add(store, f"word {number} {'x' * 100}")
        assert store.is_looked_through
    with closing(Store(path, SCHEMA, is_urgent=True)) as store:
        assert not store.is_looked_through
        assert store.is_whole()
        assert store.is_looked_through
    raw = bytearray(path.read_bytes())
    raw[3 * 4096 : 4 * 4096] = b"\x07" * 4096
    path.write_bytes(raw)
    with closing(Store(path, SCHEMA, is_urgent=True)) as store:
        assert not store.is_whole()
    with closing(Store(path, SCHEMA)) as store:
        assert len(store.notes) == 1


def test_a_database_of_another_program_is_set_aside(tmp_path):
    path = tmp_path / "office.sqlite3"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE words (something BLOB)")
    with closing(Store(path, SCHEMA)) as store:
        assert len(store.notes) == 1
        add(store, "ours")


@given(st.integers(0, 30), st.binary(min_size=1, max_size=300), st.sampled_from([SCHEMA, Schema((FIRST,))]))
def test_whatever_is_damaged_the_store_opens_and_keeps_rows_that_are_whole(tmp_path_factory, page, rubbish, made_by):
    folder = tmp_path_factory.mktemp("damage")
    path = folder / "office.sqlite3"
    known = [f"word {number} {'x' * 200}" for number in range(500)]
    with closing(Store(path, made_by)) as store:
        add(store, *known)
    with path.open("r+b") as file:
        file.seek(min(page * 4096, path.stat().st_size - 1))
        file.write(rubbish)
    with closing(Store(path, SCHEMA)) as store:
        found = words(store)
        add(store, "and on it goes")
    if page > 3:
        # Damage of one page of a table costs the rows of that page and not the ones before and after it.
        assert len(set(found) & set(known)) > 400
    elif not store.notes:
        assert len(found) == 500


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(Unwritable, match="office"):
        Store(tmp_path / "file" / "office.sqlite3", SCHEMA)


def test_a_full_disk_is_told_and_loses_nothing(tmp_path):
    path = tmp_path / "office.sqlite3"
    with closing(Store(path, SCHEMA)) as store:
        add(store, "kept")
        (size,) = store.read("PRAGMA page_count")[0]
        store.read(f"PRAGMA max_page_count = {size}")
        with pytest.raises(Unwritable, match="full"):
            add(store, *(f"{number}" * 1000 for number in range(100)))
        assert words(store) == ["kept"]


def _die_in_the_middle(path):
    store = Store(path, SCHEMA)
    add(store, "whole")
    with store.change() as connection:
        connection.execute("INSERT INTO words (word) VALUES ('half')")
        os._exit(9)


def test_a_program_killed_in_the_middle_leaves_what_was_kept(tmp_path):
    path = tmp_path / "office.sqlite3"
    killed = multiprocessing.get_context("spawn").Process(target=_die_in_the_middle, args=(path,))
    killed.start()
    killed.join()
    assert killed.exitcode == 9
    with closing(Store(path, SCHEMA)) as store:
        assert (words(store), store.notes) == (["whole"], ())


def test_two_windows_use_one_database(tmp_path):
    path = tmp_path / "office.sqlite3"
    with closing(Store(path, SCHEMA)) as one, closing(Store(path, SCHEMA)) as other:
        add(one, "first")
        add(other, "second")
        assert words(one) == words(other) == ["first", "second"]


def test_a_bit_turned_in_the_name_of_a_column_is_damage_and_costs_no_row(tmp_path):
    path = tmp_path / "names.sqlite3"
    schema = Schema((("CREATE TABLE people (id INTEGER PRIMARY KEY, gender TEXT NOT NULL)",),))
    with closing(Store(path, schema)) as store, store.change() as database:
        database.executemany("INSERT INTO people (gender) VALUES (?)", [("f",), ("m",)])
    path.write_bytes(path.read_bytes().replace(b"gender TEXT", b"gendes TEXT"))
    with closing(Store(path, schema)) as store:
        assert store.read("SELECT gender FROM people ORDER BY id") == [("f",), ("m",)]
        assert len(store.notes) == 1
