"""Delivery: the files of a plan put in place so that an interruption at any point can be finished or taken back.

1. Every file is written whole, under a name of its own that receivers pass over, into the folder it is meant for.
2. The document is stamped and saved: *publishing*, with the paths and fingerprints of the files.
3. Each file takes its name. No file of other content is ever replaced.
4. The document is saved once more: *published*.

Whoever opens a document that is *publishing* finds by its record where to go on.
"""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from editor.errors import CommuniqueError, Refused, Unreadable, Unwritable
from editor.formats.files import flush_folder, read_bytes, replacing
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.release import Publication, Status
from editor.newsml.identifiers import file_stem
from editor.publishing.life import status_of
from editor.publishing.parcels import record_of
from editor.publishing.plan import Plan, stamped
from editor.values import frozen
from editor.words import Sentence, say

Save = Callable[[Communique], None]
"""Saves a document safely; raises Unwritable where that fails, the file then being what it was."""

Link = Callable[[Path, Path], None]
"""Gives a file a second name; raises OSError where there is a file of that name, or the disk knows no second names."""

Entries = tuple[tuple[str, str], ...]
"""Paths with the SHA-256 each file has."""

_LARGEST: Final = 1_000_000_000
"""Bytes; a file of ours is far smaller, and what is larger is not ours."""
_NO_LINKS: Final = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.EMLINK, errno.EACCES})


def deliver(plan: Plan, folder: Path, save: Save, link: Link = os.link) -> Communique:
    """Write the files of a plan into `folder`, save the stamped document, and return it.

    Raises Refused where the plan is not ready or a file of other content is in the way, Unwritable where the folder
    or the document cannot be written. Nothing is then published, and the document is as it was.
    """
    if not plan.is_ready or plan.record is None:
        raise Refused(say("Something stands in the way of this publication."))
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 (links on the way stay as they were written)
    entries = record_of(plan.parcels, folder)
    wanted = _wanted(folder, entries)
    try:
        for parcel, entry in zip(plan.parcels, entries, strict=True):
            if entry in wanted:
                _stage(parcel.data, *entry)
        begun = stamped(plan.doc, replace(plan.record, files=entries))
        save(replace(begun, release=replace(begun.release, status=Status.PUBLISHING)))
    except BaseException:
        _clear(wanted)
        raise
    try:
        for entry in wanted:
            _put_in_place(*entry, link)
        flush_folder(folder)
    except CommuniqueError:
        _remove(wanted)
        save(plan.doc)
        raise
    done = stamped(plan.doc, plan.record)
    save(done)
    return done


@frozen
class Settled:
    """What became of an interrupted publication: the document as saved, and whether it is published now."""

    doc: Communique
    is_published: bool
    paths: tuple[Path, ...]


def is_interrupted(doc: Communique) -> bool:
    """Whether a publication of this document was begun and not ended."""
    return doc.release.status is Status.PUBLISHING


def settle(doc: Communique, save: Save) -> Settled:
    """Finish an interrupted publication where all its files are there; take it back where one is lost or displaced.

    Raises Refused where the folder it was meant for cannot be reached now, so that nobody can tell; `take_back` then
    takes it back all the same.
    """
    record = doc.release.publications[-1] if doc.release.publications else None
    if record is None:
        return take_back(doc, save)
    paths = tuple(Path(path) for path, _ in record.files)
    away = next((path.parent for path in paths if not path.parent.is_dir()), None)
    if away:
        raise Refused(say("The folder of the interrupted publication cannot be reached: {folder}", folder=str(away)))
    if not all(_is_there(*entry) or _waits(*entry) for entry in record.files):
        return take_back(doc, save)
    for entry in record.files:
        _put_in_place(*entry)
    for folder in {path.parent for path in paths}:
        flush_folder(folder)
    names = tuple((Path(path).name, fingerprint) for path, fingerprint in record.files)
    done = stamped(doc, replace(record, files=names))
    save(done)
    return Settled(done, is_published=True, paths=paths)


def take_back(doc: Communique, save: Save) -> Settled:
    """Take an interrupted publication back: its files go, where they can be reached, and the document forgets it."""
    former = doc.release.publications[:-1]
    record = doc.release.publications[-1] if doc.release.publications else None
    if record:
        _remove(_named_for(doc.release.reference, record.files))
    release = replace(
        doc.release,
        publications=former,
        status=status_of(former),
        note=record.note if record else Bilingual("", ""),
    )
    after = replace(doc, release=release)
    save(after)
    return Settled(after, is_published=False, paths=())


def _named_for(reference: str, entries: Entries) -> Entries:
    """Return the entries whose names a publication of this release can have.

    A document may come from anybody: whatever paths it remembers, no other file may go because of it.
    """
    stem = f"{file_stem(reference)}."
    return tuple((path, fingerprint) for path, fingerprint in entries if Path(path).name.startswith(stem))


def paths_of(record: Publication, folder: Path) -> tuple[Path, ...]:
    """Return where the files of a publication lie, were they written into `folder`."""
    return tuple(folder / Path(name).name for name, _ in record.files)


def _wanted(folder: Path, entries: Entries) -> Entries:
    """Return the files that are not there yet. Raises Refused where another stands in the place of one."""
    if not folder.is_dir():
        raise Unwritable(folder, say("There is no such folder."))
    wanted = tuple(entry for entry in entries if not _is_there(*entry))
    for path, _ in wanted:
        if os.path.lexists(path):
            raise Refused(_in_the_way(path))
    return wanted


def _in_the_way(path: str) -> Sentence:
    return say("{file}: a file of this name and other content is there already; it was left as it is.", file=path)


def _staged(path: str, fingerprint: str) -> Path:
    """Return where a file waits, whole, for its name."""
    target = Path(path)
    return target.with_name(f".{target.name[:80]}.{fingerprint[:12]}.new")


def _stage(data: bytes, path: str, fingerprint: str) -> None:
    try:
        with replacing(_staged(path, fingerprint)) as sheet:
            sheet.write(data)
    except Unwritable as error:
        raise Unwritable(path, error.reason) from error


def _put_in_place(path: str, fingerprint: str, link: Link = os.link) -> None:
    """Give a file its name, unless it has it already. Raises Refused or Unwritable."""
    staged = _staged(path, fingerprint)
    if not _is_there(path, fingerprint):
        try:
            _name(staged, Path(path), link)
        except FileExistsError as error:
            raise Refused(_in_the_way(path)) from error
        except OSError as error:
            why = say("It cannot be written: {why}.", why=error.strerror or str(error))
            raise Unwritable(path, why) from error
    with suppress(OSError):
        staged.unlink()


def _name(staged: Path, target: Path, link: Link) -> None:
    """Rename, but never over a file that is there: a second name first, which the system refuses where one is taken."""
    try:
        link(staged, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Disks without hard links (memory sticks, some shares): nothing better than to look and to rename.
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        staged.rename(target)


def _waits(path: str, fingerprint: str) -> bool:
    """Whether a file waits for its name, and the name is free."""
    return not os.path.lexists(path) and _holds(_staged(path, fingerprint), fingerprint)


def _is_there(path: str, fingerprint: str) -> bool:
    return _holds(Path(path), fingerprint)


def _holds(path: Path, fingerprint: str) -> bool:
    """Whether a file is there and has this fingerprint."""
    import hashlib

    try:
        return hashlib.sha256(read_bytes(path, _LARGEST)).hexdigest() == fingerprint
    except Unreadable:
        return False


def _clear(entries: Entries) -> None:
    for entry in entries:
        with suppress(OSError):
            _staged(*entry).unlink()


def _remove(entries: Entries) -> None:
    """Take away what a publication put in place and what still waits; files of other content are left."""
    _clear(entries)
    for path, fingerprint in entries:
        if _is_there(path, fingerprint):
            with suppress(OSError):
                Path(path).unlink()
