"""Examination: a NewsML-G2 file validated with all that is known here: profiles, languages, what was published."""

from functools import cache, partial
from pathlib import Path

from editor.errors import Unreadable
from editor.formats.images import look_at
from editor.formats.profiles import load_profile
from editor.model.pictures import Picture
from editor.model.profile import Profile
from editor.model.release import Release
from editor.newsml.paper import Fault
from editor.newsml.validate import validate
from editor.text.language import language_of


def examine(
    data: bytes, xsd: Path | None, release: Release | None = None, folder: Path | None = None
) -> tuple[Fault, ...]:
    """Return everything wrong or doubtful in a NewsML-G2 file, in the order of its lines.

    `xsd` is the official schema, where there is one. With `release` the file is to be its next publication: it must
    keep to our own grammar and follow on what was published before. With `folder`, where the file lies, the image
    files it names there are looked at, too. Raises Unreadable where `xsd` is no schema.
    """
    return validate(
        data,
        xsd=xsd,
        ours=release is not None,
        published={one.identifier: one.version for one in release.publications} if release else {},
        # Every item names its profile; reading the file once is enough.
        profile_of=cache(_profile_of),
        language_of=language_of,
        image_of=cache(partial(_image_of, folder)) if folder is not None else None,
    )


def _image_of(folder: Path, name: str) -> Picture | None:
    try:
        return look_at(folder / name)
    except Unreadable:
        return None


def _profile_of(name: str) -> Profile | None:
    try:
        return load_profile(name)
    except Unreadable:
        return None
