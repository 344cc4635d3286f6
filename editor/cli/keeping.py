"""Keeping: what the command line publishes is kept among the versions, and found in the archive, as the window's is."""

from contextlib import closing, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from editor.assets import user_data
from editor.cli.console import Console
from editor.errors import CommuniqueError
from editor.formats import native
from editor.formats.processes import account
from editor.library.archive import INDEX, Archive, State, remember
from editor.library.versions import VERSIONS, Form, Versions, beside
from editor.model.communique import Communique


def keep_published(doc: Communique, path: Path, console: Console) -> None:
    """Keep what has just been published; where that cannot be done it is told, and stays published."""
    form = Form(native.write, native.read, native.LIMIT)
    kept = beside(path)
    try:
        with (
            closing(Versions(user_data() / VERSIONS, form)) as ours,
            closing(Archive(user_data() / INDEX)) as archive,
            closing(Versions(kept, form)) if kept.exists() else nullcontext(ours) as versions,
        ):
            if archive.is_empty:
                archive.rebuild(ours)
            state = State(account(), datetime.now(UTC), doc.release.version)
            remember(doc, path, state, versions, lambda: archive)
    except CommuniqueError as trouble:
        console.tell(trouble.sentence)
