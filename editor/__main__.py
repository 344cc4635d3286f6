"""`communique` and `python -m editor`: with a verb the command line, without one the window."""

import gc
import signal
import sys
from importlib import import_module
from types import ModuleType

from editor import cli

STOPPED, ENDED = 130, 143
"""Exit codes of a program that Ctrl+C or another program has ended, as shells count signals."""


def main() -> int:
    """Do what the command line says; open the window where it names files only, or nothing."""
    try:
        return _follow(sys.argv[1:])
    except KeyboardInterrupt:
        return STOPPED


def _follow(words: list[str]) -> int:
    files = cli.files_to_open(words)
    if files is None:
        # What was begun is cleared away by whoever began it, as it is after Ctrl+C.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))
        return cli.main(words)
    if not cli.has_screen():
        return cli.without_window()
    try:
        app = load_window()
    except ImportError as error:
        return cli.without_window(error)
    result: int = app.main(files)
    return result


def load_window() -> ModuleType:
    """Load the window and answer its module.

    The collector of circles rests meanwhile and never looks at what was loaded, for that stays to the end.
    """
    gc.disable()
    try:
        # The window's room first: it loads Qt, and sees to it that the rest is loaded faster.
        import_module("editor.gui")
        from editor import app  # noqa: PLC0415 (Qt is loaded for the window alone)
    finally:
        gc.freeze()
        gc.enable()
    return app


if __name__ == "__main__":
    sys.exit(main())
