import errno
import itertools
import os
import random
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from damage import damaged
from generated import communiques
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.errors import Unreadable, Unwritable
from editor.formats import journal as journals
from editor.formats.files import DISK
from editor.formats.journal import Journal, Origin, damaged_journals, left_behind, read_journal
from editor.formats.processes import Process, present_process
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.rows import Row


def doc_of(*texts):
    return Communique(
        tuple(Row(f"r{n}", Bilingual((Passage(text),), ())) for n, text in enumerate(texts)), counter=len(texts)
    )


def failing(number):
    def fail(*_):
        raise OSError(number, os.strerror(number))

    return fail


@given(st.lists(communiques(), min_size=1, max_size=4), st.data())
@settings(max_examples=30)
def test_what_was_written_last_is_what_comes_back(tmp_path_factory, docs, data):
    folder = tmp_path_factory.mktemp("journal")
    journal = Journal(folder, Origin("/somewhere/a.communique", "abc", "Ada"))
    for doc in docs:
        for state in (doc, replace(doc, rows=tuple(data.draw(st.permutations(doc.rows))))):
            journal.write(state)
            recovered = read_journal(journal.path)
            assert recovered.doc == state
            assert recovered.is_whole
    assert recovered.origin == Origin("/somewhere/a.communique", "abc", "Ada")
    assert recovered.process == present_process()


def states(count):
    doc = doc_of("first", "second", "third")
    for number in range(count):
        rows = (*doc.rows, Row(f"n{number}", Bilingual((Passage(f"words {number} " * 9),), ())))
        doc = replace(doc, rows=rows)
        yield doc


def test_only_what_changed_is_written(tmp_path):
    doc = doc_of(*(f"{number} " + os.urandom(300).hex() for number in range(200)))
    journal = Journal(tmp_path, Origin())
    journal.write(doc)
    whole = journal.path.stat().st_size
    journal.write(replace(doc, rows=(*doc.rows[:7], replace(doc.rows[7], on_purpose=True), *doc.rows[8:])))
    assert journal.path.stat().st_size - whole < whole / 50


def test_a_journal_does_not_grow_without_bounds(tmp_path, monkeypatch):
    monkeypatch.setattr(journals, "_GROWTH", 3000)
    journal = Journal(tmp_path, Origin())
    sizes = []
    for doc in states(200):
        journal.write(doc)
        sizes.append(journal.path.stat().st_size)
        assert read_journal(journal.path).doc == doc
    assert max(sizes) < 30_000
    assert any(later < before for before, later in itertools.pairwise(sizes))
    assert list(tmp_path.iterdir()) == [journal.path]


def test_a_journal_cut_anywhere_gives_the_last_whole_state(tmp_path):
    journal = Journal(tmp_path, Origin())
    ends = {}
    for doc in states(4):
        journal.write(doc)
        ends[journal.path.stat().st_size] = doc
    raw = journal.path.read_bytes()
    for length in range(len(raw)):
        journal.path.write_bytes(raw[:length])
        whole = [doc for end, doc in ends.items() if end <= length + 1]
        if whole:
            assert read_journal(journal.path).doc == whole[-1]
        else:
            with pytest.raises(Unreadable):
                read_journal(journal.path)


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_journal_gives_a_former_state_or_a_sentence(tmp_path, seed):
    journal = Journal(tmp_path, Origin())
    known = []
    for doc in states(5):
        journal.write(doc)
        known.append(doc)
    journal.path.write_bytes(damaged(journal.path.read_bytes(), random.Random(seed)))  # noqa: S311 (repeatable damage)
    faults = damaged_journals(tmp_path)
    if faults:
        assert "\n" not in faults[0].sentence.told("fr")
    else:
        assert read_journal(journal.path).doc in known


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("step", ["create", "open", "write", "fsync", "rename"])
@pytest.mark.parametrize("is_first", [True, False])
def test_whatever_fails_the_former_state_stays_and_the_next_is_written(tmp_path, step, number, is_first):
    journal = Journal(tmp_path, Origin())
    before, after, later = list(states(3))
    if not is_first:
        journal.write(before)
    journal._disk = replace(DISK, **{step: failing(number)})
    if step != ("open" if is_first else "rename") and (is_first or step != "create"):
        with pytest.raises(Unwritable):
            journal.write(after)
        # What was flushed is whole; the one that failed may be there or not.
        assert (not is_first and read_journal(journal.path).doc in (before, after)) or not left_behind_all(tmp_path)
    journal._disk = DISK
    journal.write(later)
    assert read_journal(journal.path).doc == later
    assert list(tmp_path.iterdir()) == [journal.path]


def left_behind_all(folder):
    return list(folder.glob("*.journal"))


def test_a_half_written_record_is_written_over(tmp_path):
    journal = Journal(tmp_path, Origin())
    before, after, later = list(states(3))
    journal.write(before)
    written = []

    def half(number, data):
        if written:
            raise OSError(errno.ENOSPC, "full")
        written.append(os.write(number, data[: len(data) // 2]))
        return written[0]

    journal._disk = replace(DISK, write=half)
    with pytest.raises(Unwritable, match="full"):
        journal.write(after)
    assert read_journal(journal.path).doc == before
    journal._disk = DISK
    journal.write(later)
    assert read_journal(journal.path).doc == later
    assert read_journal(journal.path).is_whole


def test_a_journal_taken_away_by_or_cut_by_somebody_is_begun_anew(tmp_path):
    journal = Journal(tmp_path, Origin())
    before, after = list(states(2))
    journal.write(before)
    journal.path.unlink()
    journal.write(after)
    assert read_journal(journal.path).doc == after
    journal.path.write_bytes(b"")
    journal.write(before)
    assert read_journal(journal.path).doc == before


def test_only_what_nobody_has_open_is_offered(tmp_path, monkeypatch):
    for process in (
        present_process(),
        Process(socket.gethostname(), 2**22 + 5),
        Process(socket.gethostname(), os.getpid(), "another time"),
        Process("elsewhere", 1),
    ):
        monkeypatch.setattr(journals, "present_process", lambda process=process: process)
        Journal(tmp_path, Origin(user=process.began or process.host)).write(doc_of("a"))
    assert len(left_behind(tmp_path)) == 2
    monkeypatch.setattr(journals, "_REST", timedelta(0))
    assert {found.process.host for found in left_behind(tmp_path)} == {socket.gethostname(), "elsewhere"}
    assert all(datetime.now(UTC) - found.at < timedelta(minutes=1) for found in left_behind(tmp_path))


def test_a_journal_is_nobody_elses_to_read(tmp_path):
    journal = Journal(tmp_path / "state" / "journals", Origin())
    journal.write(doc_of("under embargo"))
    assert journal.path.stat().st_mode & 0o077 == 0
    assert journal.path.parent.stat().st_mode & 0o077 == 0


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert left_behind(tmp_path / "none") == ()
    assert damaged_journals(tmp_path / "none") == ()
