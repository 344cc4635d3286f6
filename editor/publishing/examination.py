"""Examination: a NewsML-G2 file validated with all that is known here: profiles, languages, what was published."""

from functools import cache
from pathlib import Path

from editor.errors import Unreadable
from editor.formats.profiles import load_profile
from editor.model.profile import Profile
from editor.model.release import Release
from editor.newsml.paper import Fault
from editor.newsml.validate import validate
from editor.text.language import language_of


def examine(data: bytes, xsd: Path | None, release: Release | None = None) -> tuple[Fault, ...]:
    """Return everything wrong or doubtful in a NewsML-G2 file, in the order of its lines.

    `xsd` is the official schema, where there is one. With `release` the file is to be its next publication: it must
    keep to our own grammar and follow on what was published before. Raises Unreadable where `xsd` is no schema.
    """
    return validate(
        data,
        xsd=xsd,
        ours=release is not None,
        published={one.identifier: one.version for one in release.publications} if release else {},
        # Every item names its profile; reading the file once is enough.
        profile_of=cache(_profile_of),
        language_of=language_of,
    )


def _profile_of(name: str) -> Profile | None:
    try:
        return load_profile(name)
    except Unreadable:
        return None
