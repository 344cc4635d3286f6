import errno
import json
import os
import random
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from damage import damaged

from editor.errors import Unwritable
from editor.formats.files import DISK
from editor.formats.lock import Held, Lock, holder_of, lock_path, require_unlocked
from editor.formats.processes import present_process

HOLDING = """
import sys
from pathlib import Path
from editor.formats.lock import Lock
lock = Lock(Path(sys.argv[1]), "Ada Lovell")
print(lock.is_held, flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def other(tmp_path):
    """Another run of the program that has the document open."""
    holding = [sys.executable, "-c", HOLDING, str(tmp_path / "a.communique")]
    with subprocess.Popen(holding, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline().strip() == "True"
        yield process
        process.kill()


def changed(document, **parts):
    path = lock_path(document)
    path.write_text(json.dumps(json.loads(path.read_text()) | parts))


def test_a_second_program_is_told_who_has_the_file_where_and_since_when(tmp_path, other):
    document = tmp_path / "a.communique"
    with pytest.raises(Held, match=f"Ada Lovell has had it open on {socket.gethostname()} since [0-9]+ [A-Z][a-z]+ 20"):
        Lock(document, "Ben")
    assert holder_of(document).name == "Ada Lovell"
    with pytest.raises(Unwritable, match="--force"):
        require_unlocked(document)
    require_unlocked(document, is_forced=True)
    changed(document, account="somebody-else")
    with pytest.raises(Unwritable, match="closed there first"):
        require_unlocked(document, is_forced=True)


def test_the_lock_of_a_program_that_was_killed_is_stale(tmp_path, other):
    document = tmp_path / "a.communique"
    other.kill()
    other.wait()
    assert lock_path(document).exists()
    assert holder_of(document) is None
    assert Lock(document, "Ben").is_held


def test_the_lock_of_another_machine_is_stale_when_nobody_has_refreshed_it(tmp_path, other):
    document = tmp_path / "a.communique"
    changed(document, process={"host": "elsewhere", "number": 1, "began": ""})
    assert holder_of(document).process.host == "elsewhere"
    old = time.time() - 3600
    os.utime(lock_path(document), (old, old))
    assert holder_of(document) is None


def test_a_lock_is_refreshed_and_released_only_while_it_is_ours(tmp_path):
    document = tmp_path / "a.communique"
    lock = Lock(document, "Ada")
    path = lock_path(document)
    os.utime(path, (1, 1))
    lock.refresh()
    assert path.stat().st_mtime > 1
    path.write_text("taken over")
    lock.refresh()
    lock.release()
    assert path.read_text() == "taken over"
    path.unlink()
    second = Lock(document, "Ada")
    second.release()
    assert not path.exists()
    assert holder_of(document) is None
    assert present_process().is_alive


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize("step", ["create", "write"])
def test_a_folder_that_takes_no_lock_does_not_keep_anybody_from_working(tmp_path, step, number):
    def fail(*_):
        raise OSError(number, os.strerror(number))

    lock = Lock(tmp_path / "a.communique", "Ada", replace(DISK, **{step: fail}))
    assert not lock.is_held
    lock.refresh()
    lock.release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_lock_holds_nobody_up_unless_it_still_tells_who(tmp_path, other, seed):
    document = tmp_path / "a.communique"
    path = lock_path(document)
    path.write_bytes(damaged(path.read_bytes(), random.Random(seed)))  # noqa: S311 (repeatable damage)
    holder = holder_of(document)
    if holder is None:
        assert Lock(document, "Ben").is_held
    else:
        assert "\n" not in holder.sentence.told("en")


def test_the_command_line_leaves_a_locked_file_alone_unless_forced(tmp_path, other):
    def run(*words):
        words = [sys.executable, "-m", "editor", *words, "--lang-ui", "en"]
        return subprocess.run(words, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])

    document = tmp_path / "a.communique"
    other_document = tmp_path / "b.communique"
    assert run("new", str(other_document)).returncode == 0
    document.write_bytes(other_document.read_bytes())
    refused = run("set", str(document), "reference=2026-1")
    assert refused.returncode == 2
    assert "Ada Lovell has had it open" in refused.stderr
    assert document.read_bytes() == other_document.read_bytes()
    assert run("set", str(document), "reference=2026-1", "--force").returncode == 0
    assert document.read_bytes() != other_document.read_bytes()


def test_a_lock_that_is_being_written_is_waited_for(tmp_path, other):
    document = tmp_path / "a.communique"
    path = lock_path(document)
    raw = path.read_bytes()
    path.write_bytes(raw[:20])
    with ThreadPoolExecutor(1) as pool:
        pool.submit(path.write_bytes, raw)
        with pytest.raises(Held):
            Lock(document, "Ben")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there that a user may not have")
def test_a_link_and_the_file_it_names_have_one_lock(tmp_path, other):
    (tmp_path / "a.communique").write_text("{}")
    link = tmp_path / "elsewhere" / "b.communique"
    link.parent.mkdir()
    link.symlink_to(tmp_path / "a.communique")
    assert lock_path(link) == lock_path(tmp_path / "a.communique")
    with pytest.raises(Held):
        Lock(link, "Ben")
    (link.parent / "loop").symlink_to("loop")
    assert holder_of(link.parent / "loop") is None
