"""Identifiers and file names, made from a release's reference by one rule.

A reference that is plain already ("2021-078") stands for itself. Any other ("PR/CP(2021)078") is made plain for the
eye, and ten characters of its SHA-256 are added so that two references never give one name: neither "PR-CP-2021-078"
nor "pr/cp(2021)078" nor another spelling of the same characters can meet it.
"""

import re
import unicodedata
from pathlib import PurePath
from typing import Final

from editor.model.pictures import Image, Picture, Rendition

_PLAIN = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_MARKED = re.compile("(?:.*-)?x[0-9a-f]{10}")
_OTHER = re.compile("[^a-z0-9]+")
_LONGEST = 60
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})
"""Names Windows keeps for devices, whatever the suffix."""
_PICTURE = re.compile("i(0|[1-9][0-9]*)")
_SUFFIXES: Final = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
UNNUMBERED: Final = "unnumbered"
"""Stands where a release has no reference yet; such a release is not published."""


def slug(text: str) -> str:
    """Return text as lower-case ASCII letters and digits with hyphens between; letters lose their accents."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _OTHER.sub("-", bare.casefold().replace("œ", "oe").replace("æ", "ae")).strip("-")


def file_stem(reference: str) -> str:
    """Return the name of a release in files and identifiers: lower-case ASCII, digits, hyphens; at most 72 characters.

    Different references give different names on every file system, those that ignore case included.
    """
    if _PLAIN.fullmatch(reference) and len(reference) <= _LONGEST and reference not in {*_DEVICES, UNNUMBERED}:
        if not _MARKED.fullmatch(reference):
            return reference
    elif not reference:
        return UNNUMBERED
    import hashlib

    mark = hashlib.sha256(reference.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return "-".join(part for part in (slug(reference)[:_LONGEST].rstrip("-"), f"x{mark}") if part)


def file_name(reference: str, version: int, shape: str) -> str:
    """Return the name of a published file: `2021-078.v2.xml`, of one language `2021-078.v2.en.xml`.

    A stem holds no full stop, so that no two references, versions or shapes meet.
    """
    middle = "" if shape == "bilingual" else f".{shape}"
    return f"{file_stem(reference)}.v{version}{middle}.xml"


def picture_key(picture_id: str) -> str:
    """Return the name of a picture inside its release: "pic7" for the picture "i7", never used for another."""
    number = _PICTURE.fullmatch(picture_id)
    return f"pic{number[1]}" if number else f"pic-{file_stem(picture_id)}"


def picture_file(reference: str, picture: Picture, image: Image) -> str:
    """Return the name a file of a picture is shipped under, beside the XML: `2021-078.pic1.jpg`.

    A rendition says what it is for: `2021-078.pic1.web.jpg`.
    """
    suffix = PurePath(image.file).suffix.lower()
    if not _SUFFIX.fullmatch(suffix):
        suffix = _SUFFIXES.get(image.media_type, "")
    use = f".{image.use.value.lower()}" if isinstance(image, Rendition) else ""
    return f"{file_stem(reference)}.{picture_key(picture.id)}{use}{suffix}"


def picture_id(key: str) -> str:
    """Return the id of the picture that has this name in its release."""
    return f"i{key[3:]}" if _PICTURE.fullmatch(f"i{key[3:]}") else key


def release_guid(domain: str, year: int, reference: str) -> str:
    """Return the identifier of a release for life: a `tag:` URI (RFC 4151) without a version in it."""
    return f"tag:{domain},{year}:communique:{file_stem(reference)}"
