"""Our own files as the verbs use them: opened, rewritten in place, or written beside under another name."""

import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from editor.cli.console import Console
from editor.cli.given import Given
from editor.errors import Unreadable, Unwritable
from editor.formats import native
from editor.formats.files import read_bytes, replacing
from editor.formats.lock import Held, Lock, require_unlocked
from editor.formats.processes import account
from editor.model.communique import Communique
from editor.words import say

OWN = ".communique"
_BRIEF = timedelta(seconds=5)
"""For so long a command may be at work on a file; who has had it longer has it open."""
_PATIENCE, _LOOK = 10.0, 0.05
"""Seconds that are waited for other commands, and between two looks."""


def open_own(path: Path) -> Communique:
    """Return the communiqué of one of our own files. Raises Unreadable for anything else."""
    raw = read_bytes(path, native.LIMIT)
    if path.suffix.lower() != OWN:
        raise Unreadable(path, say("Only .communique files can be changed; “communique convert” makes one."))
    return native.read(raw, path)


def write_own(doc: Communique, path: Path, *, backup: bool = False, is_forced: bool = False) -> None:
    """Write a communiqué as our own file, wholly or not at all; with `backup` the former version stays beside it.

    Raises Unwritable; also where somebody has the file open, unless the same user forces it.
    """
    if path.suffix.lower() != OWN:
        raise Unwritable(path, say("The name must end in .communique."))
    require_unlocked(path, is_forced=is_forced)
    with replacing(path, backup=backup) as sheet:
        sheet.write(native.write(doc))


@contextmanager
def held(paths: Iterable[Path], *, is_forced: bool = False) -> Iterator[None]:
    """Keep others off our own files while they are read and written anew, so that nobody's change is lost.

    Another command that is just at work on one is waited for. Raises Unwritable where somebody has one open, unless
    the same user forces it.
    """
    with ExitStack() as locks:
        # In one order, lest two commands wait for each other.
        for path in sorted({path.absolute() for path in paths if path.is_file()}):
            lock = _lock(path, is_forced=is_forced)
            if lock is not None:
                locks.callback(lock.release)
        yield


def _lock(path: Path, *, is_forced: bool) -> Lock | None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return Lock(path, account())
        except Held as other:
            if is_forced and other.holder.is_this_user:
                return None
            if datetime.now(UTC) - other.holder.since > _BRIEF or time.monotonic() > end:
                raise
        time.sleep(_LOOK)


def require_free(path: Path, given: Given, *sources: Path) -> None:
    """Raise Unwritable where another file is there already and nobody said to replace it."""
    if given.has("force") or not path.exists():
        return
    if not any(source.exists() and path.samefile(source) for source in sources):
        raise Unwritable(path, say("This file is there already; --force replaces it."))


def rewrite(before: Communique, after: Communique, path: Path, given: Given, console: Console) -> None:
    """Write a changed communiqué in place or, with --output, elsewhere, and name the file written."""
    target = Path(given.value("output")) if given.has("output") else path
    if target == path and after == before:
        return
    require_free(target, given, path)
    write_own(after, target, backup=target == path, is_forced=given.has("force"))
    if target != path:
        console.result(str(target))
