"""Locks: a small file beside a document says who has it open, on which machine and since when.

It is for people and polite programs: it keeps nobody from writing who means to. A lock whose program has ended on this
machine is stale, and so is one of another machine that has not been refreshed for a while.
"""

import json
import logging
import os
import time
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from editor.errors import Unreadable, Unwritable
from editor.formats.files import DISK, Disk, read_bytes, replacing, unwritten
from editor.formats.processes import Process, account, present_process
from editor.text.date_writing import told_here
from editor.values import frozen
from editor.words import Sentence, say

log = logging.getLogger(__name__)

REFRESH: Final = 60
"""Seconds after which a lock is refreshed."""
_STALE: Final = 10 * REFRESH
"""Seconds after which a lock of another machine that nobody refreshed counts for nothing."""
_WRITING: Final = 0.2
"""Seconds in which a lock that was just made is written."""
_LIMIT: Final = 10_000
"""Bytes of a lock that are read."""
_LONGEST: Final = 200
"""Characters of a name."""


@frozen
class Holder:
    """Who has a document open: their name as they sign, their account, the run of the program, and since when."""

    name: str
    account: str
    process: Process
    since: datetime

    @property
    def is_mine(self) -> bool:
        """Whether this run of the program holds the lock."""
        return self.process == present_process()

    @property
    def is_this_user(self) -> bool:
        """Whether the same account holds it."""
        return self.account == account()

    @property
    def sentence(self) -> Sentence:
        """Say who has it, where and since when."""
        who = self.name or self.account
        since = told_here(self.since)
        return say("{who} has had it open on {host} since {since}.", who=who, host=self.process.host, since=since)


def lock_path(document: Path) -> Path:
    """Return where the lock of a document lies: beside the file itself, where the document is a link to it."""
    target = Path(os.path.realpath(document)) if document.is_symlink() else document
    return target.with_name(f".{target.name[:200]}.lock")


def holder_of(document: Path) -> Holder | None:
    """Return who else has a document open; None where nobody has, or the lock is stale, damaged or of this program."""
    holder = _read(lock_path(document))
    return None if holder is None or holder.is_mine else holder


def require_unlocked(document: Path, *, is_forced: bool = False) -> None:
    """Raise Unwritable where somebody has the document open; the same user may force it."""
    holder = holder_of(document)
    if holder is None or (is_forced and holder.is_this_user):
        return
    if holder.is_this_user:
        raise Unwritable(document, say("{who} Close it there, or write --force.", who=holder.sentence))
    raise Unwritable(document, say("{who} Have it closed there first.", who=holder.sentence))


class Lock:
    """The lock this program holds on a document, until it is released."""

    def __init__(self, document: Path, name: str, disk: Disk = DISK) -> None:
        """Take the lock; raises Held where somebody else has it. Without it where the folder cannot be written."""
        self._path = lock_path(document)
        holder = Holder(name[:_LONGEST], account()[:_LONGEST], present_process(), datetime.now(UTC))
        self._raw = _written(holder)
        self.is_held = _taken(self._path, self._raw, disk)
        if not self.is_held:
            other = _settled(self._path)
            if other is not None and not other.is_mine:
                raise Held(document, other)
            # Stale, damaged, or left by another window of this program.
            with suppress(Unwritable):
                with replacing(self._path, disk=disk) as sheet:
                    sheet.write(self._raw)
                self.is_held = True

    def refresh(self) -> None:
        """Show that the document is still open here; a lock somebody has taken over is left to them."""
        if self.is_held:
            with suppress(OSError, Unreadable):
                self.is_held = read_bytes(self._path, _LIMIT) == self._raw
                if self.is_held:
                    os.utime(self._path)

    def release(self) -> None:
        """Take the lock away, where it is still this program's."""
        if self.is_held:
            self.is_held = False
            with suppress(OSError, Unreadable):
                if read_bytes(self._path, _LIMIT) == self._raw:
                    self._path.unlink()


class Held(Unwritable):
    """Somebody else has the document open."""

    def __init__(self, path: Path, holder: Holder) -> None:
        super().__init__(path, holder.sentence)
        self.holder = holder


def _taken(path: Path, raw: bytes, disk: Disk) -> bool:
    """Write a lock where there is none; answers whether there was none and it could be written."""
    try:
        number = disk.create(path)
    except FileExistsError:
        return False
    except OSError as error:
        log.warning("no lock could be written: %s", unwritten(error).english())
        return False
    try:
        try:
            disk.write(number, memoryview(raw))
        finally:
            os.close(number)
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        log.warning("no lock could be written: %s", unwritten(error).english())
        return False
    return True


def _settled(path: Path) -> Holder | None:
    """Return who holds a lock; one that says nothing is looked at again, as long as somebody may be writing it."""
    end = time.monotonic() + _WRITING
    while (holder := _read(path)) is None and time.monotonic() < end and _is_fresh(path):
        time.sleep(_WRITING / 10)
    return holder


def _is_fresh(path: Path) -> bool:
    with suppress(OSError):
        return time.time() - path.stat().st_mtime < _WRITING
    return False


def _written(holder: Holder) -> bytes:
    return json.dumps(asdict(holder) | {"since": holder.since.isoformat()}, indent=1).encode()


def _read(path: Path) -> Holder | None:
    """Return who holds a lock; None where nobody does, or it counts for nothing."""
    try:
        raw = read_bytes(path, _LIMIT)
        age = time.time() - path.stat().st_mtime
    except (OSError, Unreadable):
        return None
    try:
        found = json.loads(raw)
        process = Process(**found["process"])
        holder = Holder(found["name"], found["account"], process, datetime.fromisoformat(found["since"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    texts: tuple[object, ...] = (holder.name, holder.account, process.host, process.began)
    is_whole = all(isinstance(text, str) and len(text) <= _LONGEST and text.isprintable() for text in texts)
    if not is_whole or not _is_number(process.number) or holder.since.tzinfo is None:
        return None
    is_stale = not process.is_alive if process.is_here else age > _STALE
    return None if is_stale else holder


def _is_number(value: object) -> bool:
    return type(value) is int
