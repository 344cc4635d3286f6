import errno
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from editor.errors import Unreadable, Unwritable
from editor.formats.files import DISK, backup_of, read_bytes, replacing

OLD, NEW = b"what stood there", b"what is written now, and longer than before"


def failing(number, after=0):
    """Return a function of the system that fails with this error at the call after so many good ones."""

    def wrap(real):
        calls = iter(range(after))

        def call(*args):
            if next(calls, None) is None:
                raise OSError(number, os.strerror(number))
            return real(*args)

        return call

    return wrap


def only(folder):
    """Return the one file of a folder: no temporary file is left behind."""
    (path,) = folder.iterdir()
    return path


def save(path, data=NEW, *, times=1, then=None, **options):
    with replacing(path, **options) as out:
        for _ in range(times):
            out.write(data)
        if then:
            raise then


def test_a_new_file_holds_what_was_written(tmp_path):
    save(tmp_path / "a.txt")
    assert only(tmp_path).read_bytes() == NEW


def test_a_new_file_has_the_permissions_any_program_would_give_it(tmp_path):
    save(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(b"")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    path.chmod(0o640)
    save(path)
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_reader_who_has_the_old_file_open_reads_it_to_the_end(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    with path.open("rb") as reader:
        save(path)
        assert reader.read() == OLD


def test_a_symbolic_link_stays_one_and_its_file_is_replaced(tmp_path):
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "a.txt"
    target.write_bytes(OLD)
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    save(link)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_a_circle_of_links_is_a_sentence(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(Unwritable):
        save(tmp_path / "a")
    with pytest.raises(Unreadable, match="circle"):
        read_bytes(tmp_path / "a", 10)


def test_the_former_version_stays_beside_it_where_asked(tmp_path):
    path = tmp_path / "a.txt"
    for data in (b"first", b"second", b"third"):
        save(path, data, backup=True)
    assert path.read_bytes() == b"third"
    assert backup_of(path).read_bytes() == b"second"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "a.txt.bak"]


def test_the_former_version_is_kept_where_the_disk_knows_no_links(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    save(path, backup=True, disk=replace(DISK, link=failing(errno.EPERM)(DISK.link)))
    assert backup_of(path).read_bytes() == OLD
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "a.txt.bak"]


def test_a_disk_that_takes_few_bytes_at_a_time_gets_all_of_them(tmp_path):
    slow = replace(DISK, write=lambda number, data: os.write(number, data[:7]))
    save(tmp_path / "a.txt", disk=slow)
    assert only(tmp_path).read_bytes() == NEW


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT, errno.EROFS, errno.ETIMEDOUT])
@pytest.mark.parametrize("step", ["create", "write", "fsync", "rename"])
@pytest.mark.parametrize("backup", [False, True])
def test_whatever_step_fails_the_old_file_is_untouched_and_nothing_is_left(tmp_path, number, step, backup):
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    disk = replace(DISK, **{step: failing(number)(getattr(DISK, step))})
    with pytest.raises(Unwritable) as caught:
        save(path, backup=backup, disk=disk)
    assert path.read_bytes() == OLD
    assert only(tmp_path) == path
    assert caught.value.path == path
    assert caught.value.sentence.told("fr") != caught.value.sentence.told("en")


@pytest.mark.parametrize("step", ["write", "rename"])
def test_a_failure_half_way_through_leaves_the_old_file(tmp_path, step):
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    disk = replace(DISK, **{step: failing(errno.ENOSPC, after=1)(getattr(DISK, step))})
    with pytest.raises(Unwritable, match="disk is full"):
        save(path, times=2, backup=True, disk=disk)
    assert path.read_bytes() == OLD
    assert not [p for p in tmp_path.iterdir() if p not in (path, backup_of(path))]


def test_a_new_file_that_cannot_be_finished_is_not_there(tmp_path):
    with pytest.raises(Unwritable):
        save(tmp_path / "a.txt", disk=replace(DISK, fsync=failing(errno.EIO)(DISK.fsync)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("trouble", [RuntimeError, KeyboardInterrupt, OSError])
def test_what_is_raised_inside_passes_through_and_leaves_the_old_file(tmp_path, trouble):
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    with pytest.raises(trouble):
        save(path, then=trouble)
    assert path.read_bytes() == OLD
    assert only(tmp_path) == path


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EIO])
def test_a_folder_that_cannot_be_flushed_does_not_undo_the_save(tmp_path, number):
    save(tmp_path / "a.txt", disk=replace(DISK, fsync=failing(number, after=1)(DISK.fsync)))
    assert only(tmp_path).read_bytes() == NEW


def test_saving_over_a_folder_or_into_none_is_a_sentence(tmp_path):
    with pytest.raises(Unwritable, match="This is a folder"):
        save(tmp_path)
    with pytest.raises(Unwritable, match="Its folder does not exist"):
        save(tmp_path / "none" / "a.txt")
    with pytest.raises(Unwritable, match="name"):
        save(tmp_path / ("x" * 300))
    with pytest.raises(Unwritable, match="name"):
        save(tmp_path / "a\0b")


def test_a_long_name_in_any_script_can_be_saved(tmp_path):
    path = tmp_path / ("é" * 100 + ".communique")
    save(path)
    assert only(tmp_path) == path


def test_a_device_is_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unwritable):
        save(tmp_path / "pipe")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_protected_file_is_not_replaced(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("the superuser may write everything")
    with pytest.raises(Unwritable, match="permission"):
        save(path)
    assert path.read_bytes() == OLD


def test_a_file_up_to_the_limit_is_read_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    assert read_bytes(path, len(OLD)) == OLD
    with pytest.raises(Unreadable, match="larger than"):
        read_bytes(path, len(OLD) - 1)


def test_what_is_no_readable_file_is_told_in_one_sentence(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"")
    faults = {
        tmp_path / "none": "There is no such file",
        tmp_path / "file" / "below": "There is no such file",
        tmp_path: "This is a folder",
        tmp_path / "pipe": "a device or a pipe",
        tmp_path / "a\0b": "No file can have this name",
        tmp_path / ("x" * 300): "name is too long",
    }
    for path, words in faults.items():
        with pytest.raises(Unreadable, match=words):
            read_bytes(path, 100)


def test_an_endless_device_is_not_read():
    with pytest.raises(Unreadable, match="a device or a pipe"):
        read_bytes(Path("/dev/zero"), 100)


def test_a_file_without_permission_is_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("the superuser may read everything")
    with pytest.raises(Unreadable, match="no permission"):
        read_bytes(path, 100)


WRITER = """
import sys
from pathlib import Path
from editor.formats.files import replacing
for number in range(10**9):
    with replacing(Path(sys.argv[1])) as out:
        for _ in range(64):
            out.write(b"%d " % (number % 10) * 4096)
    print(number, flush=True)
"""


@pytest.mark.parametrize("saves", [1, 3, 7])
def test_a_program_killed_while_it_saves_leaves_a_whole_file(tmp_path, saves):
    path = tmp_path / "a.txt"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
        for _ in range(saves):
            writer.stdout.readline()
        writer.kill()
    found = path.read_bytes()
    assert len(found) == 64 * 4096 * 2
    assert len(set(found.split())) == 1
