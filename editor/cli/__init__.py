"""The command line: the verbs, without a window and without Qt.

Here stands only what is asked at every start, of the window too; the rest is loaded where a verb is meant.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path


def files_to_open(words: Sequence[str]) -> list[str] | None:
    """Return the files the window is to open, perhaps none; None where the command line is meant.

    The first word decides: a verb or an option means the command line; so does a word that is no file and looks like
    none, which is more likely a verb misspelt.
    """
    if not words:
        return []
    first = words[0]
    if first.startswith("-"):
        return None
    if Path(first).suffix or len(Path(first).parts) > 1:
        return list(words)
    from editor.cli.verbs import verb_named

    return list(words) if Path(first).exists() and not verb_named(first) else None


def has_screen() -> bool:
    """Whether a window can be shown: on Linux and its like, where Qt would end the process, the session must say so."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def main(argv: Sequence[str]) -> int:
    """Do what the words after `communique` say and return the exit code. No error leaves here but as one sentence."""
    # ruff: noqa: PLC0415 (as said above)
    from editor.cli.command import run

    return run(argv)


def without_window(error: ImportError | None = None) -> int:
    """Say that the window cannot be opened, for want of a screen or of a library, and return the exit code."""
    from editor.cli.command import WRONG
    from editor.cli.console import Console, prepare_streams, tongue_of
    from editor.words import say

    prepare_streams()
    why = str(error) if error else say("there is no screen")
    Console(tongue_of(())).tell(
        say("The window cannot be opened: {why}. “communique --help” tells what works without it.", why=why)
    )
    return WRONG
