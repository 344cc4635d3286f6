"""Files: reads one whole and bounded, and replaces one so that neither a crash nor a full disk damages it."""

import errno
import logging
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from editor.errors import Unreadable, Unwritable
from editor.values import frozen
from editor.words import Sentence, say

log = logging.getLogger(__name__)

_NEW_FILE_MODE: Final = 0o666
"""As any program makes a file: the user's umask takes away what others may not do."""
_PERMISSIONS: Final = 0o777
_NO_FOLDER_FLUSH: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM})
"""How systems and network disks say that a folder cannot be flushed at all, which is no fault of the disk."""


@frozen
class Disk:
    """What safe writing asks of the system, as a value, so that a full or failing disk can be tried out."""

    create: Callable[[Path], int]
    open: Callable[[Path], int]
    write: Callable[[int, memoryview], int]
    fsync: Callable[[int], None]
    rename: Callable[[Path, Path], None]
    link: Callable[[Path, Path], None]


def _create(path: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, _NEW_FILE_MODE)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))


def _link(former: Path, backup: Path) -> None:
    os.link(former, backup)


DISK: Final = Disk(_create, _open, os.write, os.fsync, os.replace, _link)


class Sheet:
    """A new file being written; becomes the file it replaces when all of it is on the disk."""

    def __init__(self, path: Path, number: int, disk: Disk) -> None:
        self._path, self._number, self._disk = path, number, disk

    def write(self, data: bytes) -> None:
        """Add `data` to the new file. Raises Unwritable with the reason the system gives."""
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._disk.write(self._number, rest) :]
        except OSError as error:
            raise Unwritable(self._path, unwritten(error)) from error


@contextmanager
def replacing(path: Path, *, backup: bool = False, disk: Disk = DISK) -> Iterator[Sheet]:
    """Replace a file by what is written inside the `with`, wholly or not at all.

    A temporary file in the same folder is written, flushed to the disk and renamed over the old one; the folder is
    flushed last. Whatever fails, or is raised inside, leaves the old file as it was and no temporary file. A symbolic
    link stays one: the file it names is replaced. Permissions of the old file are kept. With `backup` the former
    version stays beside it, named as `backup_of` says. Raises Unwritable with the reason.
    """
    target = _followed(path)
    beside = target.with_name(f".{target.name[:40]}.{os.urandom(4).hex()}.new")
    try:
        former = _former(target)
        number = disk.create(beside)
    except OSError as error:
        raise Unwritable(path, unwritten(error)) from error
    except ValueError as error:  # a zero byte
        raise Unwritable(path, say("No file can have this name.")) from error
    try:
        try:
            yield Sheet(path, number, disk)
            _permit(number, former)
            _flush(path, number, disk)
        finally:
            os.close(number)
        _put_in_place(path, beside, target, disk, keep=backup and former is not None)
    finally:
        # Gone already where all went well: the rename took the name away.
        with suppress(OSError):
            beside.unlink()
    flush_folder(target.parent, disk)


def make_folder(folder: Path) -> None:
    """Make a folder with those it lies in, where they are not there yet. Raises Unwritable with the reason."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise Unwritable(folder, say("A file has the name of this folder.")) from error
    except OSError as error:
        raise Unwritable(folder, unwritten(error)) from error


def backup_of(path: Path) -> Path:
    """Return where the former version of a file is kept."""
    return path.with_name(f"{path.name}.bak")


def read_bytes(path: Path, limit: int) -> bytes:
    """Return all of a file of at most `limit` bytes.

    Raises Unreadable where there is none, or it is a folder, a device, too large, or may not be read.
    """
    try:
        # Without O_NONBLOCK, opening a pipe nobody writes to would wait for ever.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with os.fdopen(os.open(path, flags), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(path, say("This is not a file but a device or a pipe."))
            data = b"" if status.st_size > limit else file.read(limit + 1)
    except OSError as error:
        raise Unreadable(path, _unread(error)) from error
    except ValueError as error:
        raise Unreadable(path, say("No file can have this name.")) from error
    if status.st_size > limit or len(data) > limit:
        raise Unreadable(path, say("It is larger than {size} MB, the most that is read.", size=limit // 1_000_000))
    return data


def fingerprint(path: Path) -> str:
    """Return what tells one content of a file from another (SHA-256); "" where there is no file that can be read."""
    import hashlib

    try:
        if not path.is_file():  # opening a pipe would wait for ever
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def _followed(path: Path) -> Path:
    try:
        return path.resolve() if path.is_symlink() else path.absolute()
    except OSError as error:
        raise Unwritable(path, unwritten(error)) from error
    except RuntimeError as error:  # how pathlib tells of a circle before Python 3.13
        raise Unwritable(path, _WRITING[errno.ELOOP]) from error


def _former(target: Path) -> os.stat_result | None:
    """Return what the system knows of the old file; None where there is none. Raises OSError where it must stay."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    # A rename asks the folder alone; a file somebody protected from writing would be replaced all the same.
    if not stat.S_ISREG(status.st_mode) or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return status


def _permit(number: int, former: os.stat_result | None) -> None:
    """Give the new file the owner and permissions of the old one, as far as the user may."""
    if former is None or os.name == "nt":
        return
    with suppress(OSError):
        os.fchown(number, former.st_uid, former.st_gid)
    with suppress(OSError):
        os.fchmod(number, stat.S_IMODE(former.st_mode) & _PERMISSIONS)


def _flush(path: Path, number: int, disk: Disk) -> None:
    try:
        disk.fsync(number)
    except OSError as error:
        raise Unwritable(path, unwritten(error)) from error


def _put_in_place(path: Path, beside: Path, target: Path, disk: Disk, *, keep: bool) -> None:
    try:
        if keep:
            _keep_former(target, disk)
        disk.rename(beside, target)
    except OSError as error:
        raise Unwritable(path, unwritten(error)) from error


def _keep_former(target: Path, disk: Disk) -> None:
    """Give the old file a second name, so that the rename to come does not lose it."""
    spare = target.with_name(f".{target.name[:40]}.{os.urandom(4).hex()}.bak")
    try:
        try:
            disk.link(target, spare)
        except OSError:
            # Disks without hard links (memory sticks, some shares) get a copy.
            _copy(target, spare, disk)
        disk.rename(spare, backup_of(target))
    finally:
        with suppress(OSError):
            spare.unlink()


def _copy(former: Path, copy: Path, disk: Disk) -> None:
    number = disk.create(copy)
    try:
        rest = memoryview(former.read_bytes())
        while rest:
            rest = rest[disk.write(number, rest) :]
        disk.fsync(number)
    finally:
        os.close(number)


def flush_folder(folder: Path, disk: Disk = DISK) -> None:
    """Make names just given or taken in a folder outlive a power cut, where the system can do so.

    Where that fails the new file is in place and whole; at worst a power cut brings the former version back, so this
    is told to the log and is no failure of the save.
    """
    if os.name == "nt":
        return
    try:
        number = os.open(folder, os.O_RDONLY)
        try:
            disk.fsync(number)
        finally:
            os.close(number)
    except OSError as error:
        if error.errno not in _NO_FOLDER_FLUSH:
            log.warning("The folder of a new file could not be flushed: %s", error.strerror)


_READING: Final[Mapping[int, Sentence]] = {
    errno.ENOENT: say("There is no such file."),
    errno.ENOTDIR: say("There is no such file."),
    errno.EISDIR: say("This is a folder, not a file."),
    errno.EACCES: say("You have no permission to read it."),
    errno.EPERM: say("You have no permission to read it."),
    errno.ENXIO: say("This is not a file but a device or a pipe."),
    errno.ENAMETOOLONG: say("Its name is too long."),
    errno.ELOOP: say("Its links lead in a circle."),
    errno.EIO: say("The disk or the network reports a fault."),
}

_WRITING: Final[Mapping[int, Sentence]] = {
    errno.ENOENT: say("Its folder does not exist."),
    errno.ENOTDIR: say("Its folder does not exist."),
    errno.EISDIR: say("This is a folder, not a file."),
    errno.EACCES: say("You have no permission to write it or in its folder."),
    errno.EPERM: say("You have no permission to write it or in its folder."),
    errno.EROFS: say("The disk can only be read."),
    errno.ENOSPC: say("The disk is full. What stood there before is untouched."),
    errno.EDQUOT: say("Your share of the disk is used up. What stood there before is untouched."),
    errno.ENAMETOOLONG: say("Its name is too long."),
    errno.ELOOP: say("Its links lead in a circle."),
    errno.EIO: say("The disk or the network reports a fault. What stood there before is untouched."),
}


def _unread(error: OSError) -> Sentence:
    return _READING.get(error.errno or 0) or say("It cannot be read: {why}.", why=error.strerror or str(error))


def unwritten(error: OSError) -> Sentence:
    """Return why a file could not be written, as the system says it."""
    return _WRITING.get(error.errno or 0) or say("It cannot be written: {why}.", why=error.strerror or str(error))
