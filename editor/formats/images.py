"""Images: picture files looked at, copied into the folder beside the document, and looked after there.

The document stays text: of a picture it keeps the file's name, what was read from the file, and its fingerprint.
"""

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from editor.errors import Unreadable, Unwritable
from editor.formats.files import read_bytes, replacing
from editor.formats.image_headers import Broken, Header, read_header
from editor.model.communique import Communique
from editor.model.passage import fit_text
from editor.model.pictures import Image, Picture, Rendition, Use, is_bare_name
from editor.words import Sentence, say

LARGEST: Final = 50_000_000
"""Bytes of a picture file; newsrooms take some ten million at most."""
_SUFFIXES: Final = {
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "image/tiff": (".tif", ".tiff"),
}
_UNFIT: Final = re.compile(r'[\\/:*?"<>|\s]+')
_LONGEST: Final = 60
"""Characters of a name, so that its UTF-8 with a number and a suffix fits every file system."""
_MOST_NAMES: Final = 1000


def pictures_folder(document: Path) -> Path:
    """Return the folder in which the pictures of a document lie: it has the document's name, without the suffix."""
    return document.parent / document.stem


def image_suffixes() -> tuple[str, ...]:
    """Return the suffixes of files that may be pictures, with their points."""
    return tuple(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)


def is_image(path: Path) -> bool:
    """Whether a file is meant as a picture, by its name."""
    return path.suffix.lower() in image_suffixes()


def look_at(path: Path) -> Picture:
    """Return what a picture file says of itself, under its own name. Raises Unreadable where it is no fit picture."""
    data = read_bytes(path, LARGEST)
    return _described(path.name, data, _header(path, data))


def take_in(source: Path, folder: Path) -> Picture:
    """Copy a picture file into the folder of the pictures, and return what it says of itself, under its name there.

    A file of the same content that lies there already is taken as it is; one of other content keeps its name, and the
    new one gets another. Raises Unreadable where it is no fit picture, Unwritable where it cannot be copied.
    """
    return _laid(read_bytes(source, LARGEST), source, folder)


def keep_rendition(data: bytes, picture: Picture, use: Use, folder: Path) -> Rendition:
    """Write a rendition made of a picture beside the original, under a name that says what it is for.

    Raises Unwritable where it cannot be written.
    """
    ending = f"-{use.value.lower()}"
    stem = Path(picture.file).stem[: _LONGEST - len(ending)]
    return _laid(data, Path(f"{stem}{ending}{Path(picture.file).suffix}"), folder).as_rendition(use)


def read_picture(picture: Image, folder: Path | None) -> bytes:
    """Return a file of a picture. `folder` is None for a document never saved, which has no picture files yet.

    Raises Unreadable where the file is missing, too large, broken or no image, or was changed since it was chosen.
    """
    name = picture.file or "—"
    if folder is None or not is_bare_name(picture.file) or not os.path.lexists(folder / picture.file):
        raise Unreadable(name, say("The file of this picture is missing."))
    try:
        data = read_bytes(folder / picture.file, LARGEST)
    except Unreadable as error:
        raise Unreadable(name, error.reason) from error
    if not picture.fingerprint:
        _header(Path(name), data)
    elif _fingerprint(data) != picture.fingerprint:
        raise Unreadable(name, say("The file of this picture was changed since it was chosen."))
    return data


def described(doc: Communique, folder: Path | None) -> Communique:
    """Return the communiqué with what the files of its pictures say of themselves, where it did not say that yet.

    A file that cannot be read is left for `read_picture` to tell of.
    """
    pictures = tuple(_known(picture, folder) for picture in doc.pictures)
    return doc if pictures == doc.pictures else replace(doc, pictures=pictures)


def carry(doc: Communique, former: Path, folder: Path) -> None:
    """Copy the picture files of a document from its former folder to another. Raises Unwritable.

    A file that is not there is not missed here, and one that lies in the new folder already stays as it is: both are
    told where the picture is shown.
    """
    for image in (image for picture in doc.pictures for image in picture.files):
        if not is_bare_name(image.file) or os.path.lexists(folder / image.file):
            continue
        try:
            data = read_bytes(former / image.file, LARGEST)
        except Unreadable:
            continue
        _make(folder)
        with replacing(folder / image.file) as sheet:
            sheet.write(data)


def _known(picture: Picture, folder: Path | None) -> Picture:
    renditions = tuple(
        found.as_rendition(each.use) if (found := _facts(each, folder)) else each for each in picture.renditions
    )
    found = _facts(picture, folder)
    if found is not None:
        return picture.with_file_of(replace(found, renditions=renditions))
    return picture if renditions == picture.renditions else replace(picture, renditions=renditions)


def _facts(image: Image, folder: Path | None) -> Picture | None:
    """Return what a file says of itself, where that is not known yet and the file can be read."""
    if image.fingerprint:
        return None
    try:
        data = read_picture(image, folder)
        return _described(image.file, data, _header(Path(image.file), data))
    except Unreadable:
        return None


def _laid(data: bytes, source: Path, folder: Path) -> Picture:
    """Write an image into the folder, under the name it has elsewhere or one like it, and return what it says."""
    header = _header(source, data)
    _make(folder)
    target = _free(folder, _fit_name(source, header), data)
    if not os.path.lexists(target):
        with replacing(target) as sheet:
            sheet.write(data)
    return _described(target.name, data, header)


def _header(path: Path, data: bytes) -> Header:
    try:
        header = read_header(data)
    except Broken as error:
        raise Unreadable(path, say("This image is damaged or was cut short.")) from error
    if header is None:
        raise Unreadable(path, _no_image(data))
    return header


def _no_image(data: bytes) -> Sentence:
    if not data:
        return say("This file is empty.")
    return say("This is not an image in JPEG, PNG, GIF, WebP or TIFF, the kinds that newsrooms take.")


def _described(name: str, data: bytes, header: Header) -> Picture:
    return Picture(
        "",
        name,
        media_type=header.media_type,
        size=len(data),
        width=header.width,
        height=header.height,
        fingerprint=_fingerprint(data),
    )


def _fingerprint(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _fit_name(source: Path, header: Header) -> str:
    """Return a name that every file system takes, with the suffix of what the image really is."""
    stem = _UNFIT.sub("-", fit_text(source.stem)).strip(" .-")[:_LONGEST] or "picture"
    suffixes = _SUFFIXES[header.media_type]
    suffix = source.suffix.lower()
    return stem + (suffix if suffix in suffixes else suffixes[0])


def _free(folder: Path, name: str, data: bytes) -> Path:
    """Return where a file goes: under its name or, where another has that, under one with a number."""
    wanted = folder / name
    for number in range(2, _MOST_NAMES):
        if not os.path.lexists(wanted) or _holds(wanted, data):
            return wanted
        wanted = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    raise Unwritable(folder / name, say("There are too many pictures of this name."))


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(path, LARGEST) == data
    except Unreadable:
        return False


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError as error:
        raise Unwritable(folder, say("A file has the name of the folder in which the pictures lie.")) from error
    except OSError as error:
        why = say("The folder of the pictures cannot be made: {why}.", why=error.strerror or str(error))
        raise Unwritable(folder, why) from error
