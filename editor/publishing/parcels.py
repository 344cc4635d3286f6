"""Parcels: the files of one publication, complete in memory before any of them is written."""

from collections.abc import Iterator
from pathlib import Path

from editor.checks.finding import Finding, Level
from editor.errors import Unreadable
from editor.formats.images import read_picture
from editor.model.address import Address, Part
from editor.model.pictures import Image, Rendition
from editor.newsml.edition import Edition
from editor.newsml.identifiers import picture_file
from editor.values import frozen

_PICTURES = "R19"
"""The rule about what a picture must have."""


@frozen
class Parcel:
    """One file to be written: its name in the folder, and its bytes."""

    name: str
    data: bytes

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        import hashlib

        return hashlib.sha256(self.data).hexdigest()


def picture_parcels(edition: Edition, folder: Path | None) -> tuple[tuple[Parcel, ...], tuple[Finding, ...]]:
    """Return the picture files of a publication, read from `folder`, and what is wrong with those that are not fit.

    `folder` is None for a document never saved, which has no picture files yet.
    """
    parcels: list[Parcel] = []
    faults: list[Finding] = []
    for picture in edition.pictures:
        for image in picture.files:
            try:
                data = read_picture(image, folder)
            except Unreadable as error:
                where = Address(Part.PICTURE, picture.id, field=_field(image))
                faults.append(Finding(where, error.sentence, rule=_PICTURES, level=Level.ERROR))
            else:
                parcels.append(Parcel(picture_file(edition.doc.release.reference, picture, image), data))
    return tuple(parcels), tuple(faults)


def _field(image: Image) -> str:
    return image.use.value.lower() if isinstance(image, Rendition) else "file"


def record_of(parcels: tuple[Parcel, ...], folder: Path | None = None) -> tuple[tuple[str, str], ...]:
    """Return names and fingerprints for the document's record; whole paths, where a folder is given."""

    def records() -> Iterator[tuple[str, str]]:
        for parcel in parcels:
            yield (str(folder / parcel.name) if folder else parcel.name), parcel.fingerprint

    return tuple(records())
