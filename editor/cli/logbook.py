"""The logbook: where warnings and unforeseen errors of the command line are written down, never the text of drafts."""

import logging
from datetime import datetime
from pathlib import Path

from editor.assets import user_data
from editor.errors import whereabouts

log = logging.getLogger("editor")


def write_down(error: Exception) -> Path | None:
    """Add an unforeseen error to the logbook and return its path; None where it cannot be written."""
    path = user_data() / "log" / "communique.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    log.addHandler(handler)
    try:
        moment = datetime.now().astimezone().isoformat(timespec="seconds")
        log.error("%s unforeseen: %s", moment, whereabouts(error))
    finally:
        log.removeHandler(handler)
        handler.close()
    return path


def keep_quiet() -> None:
    """Keep warnings of the rooms below off standard error, which is for sentences to the user."""
    if not log.handlers:
        log.addHandler(logging.NullHandler())
