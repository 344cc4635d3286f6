"""One program for all files: notes from later starts, and the windows they open."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from editor.app import Program
from editor.assets import resource
from editor.gui.background.reception import Reception
from editor.gui.settings import SettingsStore

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def open_reception(tmp_path, qapp):
    opened = []

    def open_(welcome=lambda _files: None):
        opened.append(Reception(tmp_path / "running", welcome))
        return opened[-1]

    yield open_
    for reception in opened:
        reception.close()


def hand_over(folder, *files):
    """Start another process that hands files over; answers the process."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom editor.gui.background.reception import Reception\n"
        "other = Reception(Path(sys.argv[1]), lambda files: None)\n"
        "print(other.is_first(), other.hand_over([Path(name) for name in sys.argv[2:]]))\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder), *map(str, files)], stdout=subprocess.PIPE, text=True
    )


def test_a_later_start_hands_its_files_to_the_program_that_runs(open_reception, qtbot, tmp_path):
    told = []
    first = open_reception(told.append)
    assert first.is_first()
    other = hand_over(tmp_path / "running", tmp_path / "a.communique", "b.txt")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert other.communicate(timeout=20)[0].split() == ["False", "True"]
    assert told[0][0] == tmp_path / "a.communique"
    assert told[0][1].is_absolute()
    assert told[0][1].name == "b.txt"
    assert not list((tmp_path / "running").glob("*.note"))


def test_after_the_program_ended_the_next_start_is_the_first(open_reception):
    first = open_reception()
    assert first.is_first()
    first.close()
    assert open_reception().is_first()


def test_a_program_that_does_not_answer_is_not_waited_for_for_ever(open_reception, tmp_path):
    now = iter(range(10))
    stuck = open_reception()
    assert stuck.is_first()
    stuck._watcher.removePaths(stuck._watcher.directories())
    assert not open_reception().hand_over([tmp_path / "a"], lambda: next(now))
    assert not list((tmp_path / "running").glob("*.note"))


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[1]", b'{"a": 1}', b'["a\\u0000b"]', b"\xff", b"[" * 60_000, b'["x", null]']
)
def test_a_note_that_is_none_of_ours_is_removed_and_opens_nothing(open_reception, qtbot, tmp_path, raw):
    told = []
    assert open_reception(told.append).is_first()
    note = tmp_path / "running" / "x.note"
    note.write_bytes(raw)
    qtbot.waitUntil(lambda: not note.exists())
    assert told == []


def test_a_note_from_long_ago_opens_nothing(open_reception, qtbot, tmp_path):
    told = []
    assert open_reception(told.append).is_first()
    draft = tmp_path / "old"
    draft.write_text(json.dumps([str(tmp_path / "a")]), encoding="utf-8")
    os.utime(draft, (0, 0))
    note = draft.rename(tmp_path / "running" / "x.note")
    qtbot.waitUntil(lambda: not note.exists())
    assert told == []


@pytest.fixture
def program(qtbot, tmp_path):
    store = SettingsStore(tmp_path / "settings.ini")
    store.change(lambda now: replace(now, tongue="en", is_signed=True, name="A. Duval"))
    program = Program(store)
    yield program
    for window in program.windows:
        session = window._parts.session
        session.mark_saved(session.doc, tmp_path / "left.communique")
        window.close()


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / "one.communique", tmp_path / "two.communique"]
    for path in paths:
        path.write_bytes(resource("examples/lake-ferry.communique").read_bytes())
    return paths


def test_each_file_has_a_window_and_none_is_opened_twice(program, files):
    program.open_window()
    program.open(files)
    assert [window._parts.session.path for window in program.windows] == files
    program.open([files[0]])
    assert len(program.windows) == 2


def test_what_somebody_writes_is_never_taken_out_of_its_window(program, files, qtbot):
    window = program.open_window()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClicks(QApplication.focusWidget(), "A headline")
    program.welcome((files[0],))
    assert window._parts.session.doc.headline.en.text == "A headline"
    assert program.windows[-1]._parts.session.path == files[0]


def test_the_language_is_one_for_all_windows(program, files):
    program.open_window()
    program.open(files)
    program._settings.change(lambda now: replace(now, tongue="fr"))
    assert {window.header.publish.text() for window in program.windows} == {"Publier…"}


def test_trouble_is_told_by_a_window_that_is_open(program, qtbot):
    first, second = program.open_window(), program.open_window()
    assert program.front in (first, second)
    second.close()
    assert program.front is first
    first.close()
    assert program.front is None
