"""Journal: a file to which every state of an open document is added, so that a crash loses at most the last second.

A line says what the file is; records follow, each whole or worthless: a line with its kind, the length of what follows,
when it was written and a checksum over all of that, then the bytes. The first record says whose journal it is, the
second holds the document, each later one only what has changed since. Where a record is damaged or cut short, the
document is taken as it was before. All of it is flushed to the disk with every record: power cuts lose no more.
"""

import json
import os
import secrets
import zlib
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from editor.errors import Unreadable, Unwritable
from editor.formats import native
from editor.formats.files import DISK, Disk, read_bytes, unwritten
from editor.formats.processes import Process, present_process
from editor.model.communique import Communique
from editor.model.rows import Row
from editor.values import frozen
from editor.words import say

SUFFIX: Final = ".journal"
_TITLE: Final = b"Communique journal 1\n"
_LIMIT: Final = 64_000_000
"""Bytes of a journal that are read."""
_GROWTH: Final = 256_000
"""Bytes of changes (or four times the document, where that is more) after which a journal is begun anew."""
_MOST_UNPACKED: Final = 2 * native.LIMIT
_REST: Final = timedelta(hours=1)
_PRIVATE: Final = 0o600
"""Drafts under embargo are nobody else's to read."""
_PRIVATE_FOLDER: Final = 0o700


@frozen
class Origin:
    """Whose journal it is: the document's path ("" for one never saved), and the fingerprint of its file as known."""

    path: str = ""
    fingerprint: str = ""
    user: str = ""


@frozen
class Recovered:
    """What a journal holds: the document as it was at `at`. `is_whole` is false where its end was damaged."""

    file: Path
    origin: Origin
    process: Process
    doc: Communique
    at: datetime
    is_whole: bool = True


class Journal:
    """The journal of one document. `write` may be called from any one thread at a time; it raises Unwritable."""

    def __init__(self, folder: Path, origin: Origin, disk: Disk = DISK) -> None:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        self.path = folder / f"{stamp}-{os.getpid()}-{secrets.token_hex(3)}{SUFFIX}"
        self._origin, self._disk = origin, disk
        self._last: Communique | None = None
        self._length = self._full = 0

    def write(self, doc: Communique) -> None:
        """Add the present state of the document and have it on the disk; nothing where it is there already."""
        if doc is self._last:
            return
        try:
            if self._last is None or self._is_long or not self._is_there():
                self._begin(doc)
            else:
                self._append(_record(b"change", _changes(self._last, doc)))
        except OSError as error:
            raise Unwritable(self.path, unwritten(error)) from error
        self._last = doc

    def remove(self) -> None:
        """Take the journal away: what it kept is safe elsewhere, or is not wanted."""
        self._last, self._length = None, 0
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    @property
    def _is_long(self) -> bool:
        return self._length > self._full + max(_GROWTH, 4 * self._full)

    def _is_there(self) -> bool:
        """Whether nobody has taken the file away, or cut it."""
        with suppress(FileNotFoundError):
            return self.path.stat().st_size >= self._length
        return False

    def _begin(self, doc: Communique) -> None:
        """Write the whole document into a new file, which then takes the place of the former one."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)
        about = {"origin": asdict(self._origin), "process": asdict(present_process())}
        head = _record(b"about", json.dumps(about).encode())
        raw = _TITLE + head + _record(b"whole", native.write(doc))
        beside = self.path.with_suffix(f".{secrets.token_hex(3)}.new")
        try:
            number = self._disk.create(beside)
            try:
                with suppress(OSError):
                    beside.chmod(_PRIVATE)
                self._put(number, raw)
            finally:
                os.close(number)
            self._disk.rename(beside, self.path)
        finally:
            with suppress(OSError):
                beside.unlink()
        self._length = self._full = len(raw)

    def _append(self, record: bytes) -> None:
        """Add a record; one that could not be written wholly is overwritten by the next."""
        number = self._disk.open(self.path)
        try:
            os.ftruncate(number, self._length)
            os.lseek(number, self._length, os.SEEK_SET)
            self._put(number, record)
        finally:
            os.close(number)
        self._length += len(record)

    def _put(self, number: int, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self._disk.write(number, rest) :]
        self._disk.fsync(number)


def read_journal(file: Path) -> Recovered:
    """Return the last state that a journal holds whole. Raises Unreadable where it holds none."""
    raw = read_bytes(file, _LIMIT)
    if not raw.startswith(_TITLE):
        raise Unreadable(file, say("This file is not a journal of unsaved work."))
    records, is_whole = _records(raw[len(_TITLE) :])
    try:
        (first, _, about), (second, at, whole), *changes = records
        if (first, second) != (b"about", b"whole"):
            raise ValueError(first)
        origin, process = _about(about)
        doc = native.read(whole, file)
    except (ValueError, Unreadable) as error:
        raise Unreadable(file, say("Nothing in this journal of unsaved work is whole.")) from error
    for kind, when, change in changes:
        try:
            if kind != b"change":
                raise ValueError(kind)
            doc, at = _changed(doc, change, file), when
        except (ValueError, Unreadable):
            is_whole = False
            break
    return Recovered(file, origin, process, doc, at, is_whole)


def left_behind(folder: Path) -> tuple[Recovered, ...]:
    """Return what programs that have ended without closing left unsaved, the latest first.

    A journal of a program that still runs is left alone, as is one of another machine until it has rested for an hour;
    so is one that cannot be read, which stays where it is.
    """
    found = []
    with suppress(OSError):
        for file in sorted(folder.glob(f"*{SUFFIX}")):
            with suppress(Unreadable):
                recovered = read_journal(file)
                if not _is_in_use(recovered):
                    found.append(recovered)
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def _is_in_use(recovered: Recovered) -> bool:
    has_rested = datetime.now(UTC) - recovered.at > _REST
    return recovered.process.is_alive and (recovered.process.is_here or not has_rested)


def damaged_journals(folder: Path) -> tuple[Unreadable, ...]:
    """Return what is wrong with each journal in which nothing can be read."""
    faults = []
    with suppress(OSError):
        for file in sorted(folder.glob(f"*{SUFFIX}")):
            try:
                read_journal(file)
            except Unreadable as fault:
                faults.append(fault)
    return tuple(faults)


def _record(kind: bytes, data: bytes) -> bytes:
    packed = zlib.compress(data, 1)
    head = b"%s %d %s" % (kind, len(packed), datetime.now(UTC).isoformat().encode())
    return b"%s %08x\n%s\n" % (head, zlib.crc32(packed, zlib.crc32(head)), packed)


def _records(raw: bytes) -> tuple[list[tuple[bytes, datetime, bytes]], bool]:
    """Return the records up to the first that is damaged (kind, when, bytes), and whether that is all of them."""
    found: list[tuple[bytes, datetime, bytes]] = []
    place = 0
    while place < len(raw):
        end = raw.find(b"\n", place, place + 200)
        head, _, sum_ = raw[place : max(end, place)].rpartition(b" ")
        try:
            kind, length, at = head.split(b" ")
            packed = raw[end + 1 : end + 1 + int(length)]
            moment = datetime.fromisoformat(at.decode("ascii"))
            if int(sum_, 16) != zlib.crc32(packed, zlib.crc32(head)) or moment.tzinfo is None:
                return found, False
            unpacking = zlib.decompressobj()
            data = unpacking.decompress(packed, _MOST_UNPACKED)
        except (ValueError, zlib.error):
            return found, False
        if not unpacking.eof:
            return found, False
        found.append((kind, moment, data))
        place = end + 1 + len(packed) + 1
    return found, True


def _about(raw: bytes) -> tuple[Origin, Process]:
    """Read the first record. Raises ValueError where it says something else than `_begin` writes."""
    try:
        about = json.loads(raw)
        origin, process = Origin(**about["origin"]), Process(**about["process"])
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(str(error)) from error
    texts = (origin.path, origin.fingerprint, origin.user, process.host, process.began)
    if not all(isinstance(text, str) for text in texts) or type(process.number) is not int or "\0" in origin.path:
        raise ValueError(raw)
    return origin, process


def _changes(before: Communique, after: Communique) -> bytes:
    """Return what leads from one state to the next: which rows stay, and the document with none but the other rows."""
    places = {id(row): place for place, row in enumerate(before.rows)}
    order = [places.get(id(row), -1) for row in after.rows]
    new = tuple(row for row, place in zip(after.rows, order, strict=True) if place < 0)
    return json.dumps(_spans(order)).encode() + b"\n" + native.write(replace(after, rows=new))


def _spans(order: list[int]) -> list[list[int]]:
    """Return an order of places as [first, count], new rows as [-1, count]."""
    spans: list[list[int]] = []
    for place in order:
        last = spans[-1] if spans else None
        if last and (last[0] < 0 if place < 0 else last[0] >= 0 and last[0] + last[1] == place):
            last[1] += 1
        else:
            spans.append([place, 1])
    return spans


def _changed(before: Communique, change: bytes, file: Path) -> Communique:
    """Apply what `_changes` gave. Raises ValueError or Unreadable where it does not fit."""
    spans, _, rest = change.partition(b"\n")
    after = native.read(rest, file)
    new = iter(after.rows)
    rows: list[Row] = []
    try:
        for first, count in json.loads(spans):
            span = before.rows[first : first + count] if first >= 0 else tuple(next(new) for _ in range(count))
            if len(span) != count:
                raise ValueError(spans)
            rows += span
    except (TypeError, RuntimeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return replace(after, rows=tuple(rows))
