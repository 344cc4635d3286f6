"""Our own files as the verbs use them: opened, rewritten in place, or written beside under another name."""

from pathlib import Path

from editor.cli.console import Console
from editor.cli.given import Given
from editor.errors import Unreadable, Unwritable
from editor.formats import native
from editor.formats.files import read_bytes, replacing
from editor.formats.lock import require_unlocked
from editor.model.communique import Communique
from editor.words import say

OWN = ".communique"


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
