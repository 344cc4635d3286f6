"""The official schema of NewsML-G2, where the user has put it: it may not be passed on with this program."""

import re
from pathlib import Path

from editor.assets import user_data

_NAME = re.compile(r"NewsML-G2_(\d+)\.(\d+)-spec-.*\.xsd")


def installed_schema() -> Path | None:
    """Return the newest official schema in the folder `schemas` of the user's data, the one for All-Power first."""
    folder = user_data() / "schemas"
    if not folder.is_dir():
        return None
    found = ((match, path) for path in folder.iterdir() if (match := _NAME.fullmatch(path.name)))
    ranked = [((int(match[1]), int(match[2]), "All-Power" in path.name), path) for match, path in found]
    return max(ranked)[1] if ranked else None
