"""Finds bundled files, installed or in a checkout, and the user's own folders."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent


def resources() -> Path:
    """Return the folder of bundled data: inside the package when installed, beside it in a checkout."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def resource(name: str) -> Path:
    """Return the path of one bundled file, for example `resource("newsml/communique.rng")`."""
    return resources() / name


def resource_json(name: str) -> Any:  # noqa: ANN401 (whatever the file holds)
    """Return what a bundled JSON file says, for example `resource_json("newsml/names.json")`."""
    return json.loads(resource(name).read_text(encoding="utf-8"))


def resource_texts(folder: str, suffix: str) -> Iterator[str]:
    """Yield the text of every bundled file in `folder` whose name ends in `suffix`, in the order of their names."""
    for path in sorted(resource(folder).glob(f"*{suffix}")):
        yield path.read_text(encoding="utf-8")


def bundled_dictionaries() -> Path:
    """Return the folder of spelling dictionaries that some packages carry (`hunspell/fr_FR.dic`); it need not exist."""
    return _PACKAGE / "dictionaries"


def user_data() -> Path:
    """Return the user's own folder of data (profiles, schemas, word lists); it need not exist yet."""
    # Only here: it takes as long to load as everything else the help of the command line needs.
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_data_dir("communique", appauthor=False))


def user_state() -> Path:
    """Return the user's own folder of what a later start takes up (unsaved work); it need not exist yet."""
    import platformdirs  # noqa: PLC0415 (as above)

    return Path(platformdirs.user_state_dir("communique", appauthor=False))
