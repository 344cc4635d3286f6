"""Files of every format, as the verbs open and write them."""

from datetime import datetime
from pathlib import Path

from editor.cli.given import Given
from editor.formats.lock import require_unlocked
from editor.formats.paper import ALL, Printing
from editor.formats.profiles import load_profile
from editor.formats.table import open_document, save_document
from editor.model.communique import Communique
from editor.model.release import Release


def open_any(path: Path, given: Given) -> Communique:
    """Return the communiqué of a file of any format; --profile says the house of one that names none itself."""
    return open_document(path, load_profile(given.value("profile", Release().profile))).doc


def write_any(doc: Communique, path: Path, printing: Printing = ALL, at: datetime | None = None) -> None:
    """Write a communiqué in the format of the suffix. Raises Unwritable where there is none such."""
    require_unlocked(path)
    save_document(doc, path, printing, at)
