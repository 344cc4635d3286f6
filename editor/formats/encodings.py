"""Encodings: from the bytes of a text file to its characters, saying which encoding it was."""

import codecs
import re
from pathlib import Path
from typing import Final

from editor.errors import Unreadable
from editor.formats.kinds import other_kind
from editor.values import frozen
from editor.words import Sentence, say, say_count


@frozen
class Decoded:
    """The characters of a file, and sentences that say how they were read."""

    text: str
    notes: tuple[Sentence, ...]


# The longest first: the mark of UTF-32 starts with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_SIGNATURES: Final = (
    (b"\xff\xd8\xff", say("This is a JPEG picture, not a text.")),
    (b"\x89PNG", say("This is a PNG picture, not a text.")),
    (b"GIF8", say("This is a GIF picture, not a text.")),
    (b"PK\x03\x04", say("This is a ZIP archive or an Office file, not a text.")),
    (b"\xd0\xcf\x11\xe0", say("This is an old Office file (.doc), not a text. Save it as .docx first.")),
    (b"\x1f\x8b", say("This is a compressed file, not a text.")),
)
_DECLARABLE: Final = {
    "iso-8859-15": ("iso-8859-15", "ISO 8859-15"),
    "latin-9": ("iso-8859-15", "ISO 8859-15"),
    "macintosh": ("mac-roman", "Mac Roman"),
    "x-mac-roman": ("mac-roman", "Mac Roman"),
    "windows-1250": ("cp1250", "Windows-1250"),
    "iso-8859-2": ("iso-8859-2", "ISO 8859-2"),
}
"""Encodings of Latin script that differ from Windows-1252; pages that declare ISO 8859-1 are in Windows-1252."""
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f]")
_SAMPLE: Final = 65_536
"""Bytes by which UTF-16 without a mark is known."""
_DAMAGED: Final = "\ufffd"


def decoded(raw: bytes, path: Path, declared: str = "") -> Decoded:
    """Return the characters of a text in UTF-8, UTF-16 or Windows-1252, or in the encoding it declares.

    What its bytes prove goes before what is declared. Raises Unreadable where there is nothing in it, it is a file of
    another kind, or no text at all.
    """
    if not raw.strip():
        raise Unreadable(path, say("This file is empty."))
    kind = other_kind(raw)
    if kind is not None:
        raise Unreadable(path, kind)
    for start, what in _SIGNATURES:
        if raw.startswith(start):
            raise Unreadable(path, what)
    found = _marked(raw, path) or _even(raw) or _unmarked(raw, path, declared)
    if "\0" in found.text or len(_CONTROLS.findall(found.text)) * 100 > len(found.text):
        raise Unreadable(path, say("This is not a text: it holds bytes that no text holds."))
    if not found.text.strip():
        raise Unreadable(path, say("This file is empty."))
    return found


def _marked(raw: bytes, path: Path) -> Decoded | None:
    """Read what says its encoding by a byte order mark."""
    for mark, codec, name in _MARKS:
        if raw.startswith(mark):
            if codec == "utf-8-sig":
                return _as_utf8(raw[len(mark) :]) or _damaged_utf8(raw[len(mark) :])
            try:
                return Decoded(raw.decode(codec), _read_as(name))
            except UnicodeDecodeError as error:
                raise Unreadable(path, say("Its {encoding} text is damaged.", encoding=name)) from error
    return None


def _even(raw: bytes) -> Decoded | None:
    """Read UTF-16 without a mark, known by every other byte being zero, as in all Latin script."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    for codec, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(raw) % 2 == 0 and zeros * 2 > half and others * 20 < half:
            try:
                return Decoded(raw.decode(codec), _read_as("UTF-16"))
            except UnicodeDecodeError:
                return None
    return None


def _unmarked(raw: bytes, path: Path, declared: str) -> Decoded:
    found = _as_utf8(raw)
    if found:
        return found
    repaired = _damaged_utf8(raw)
    broken = repaired.text.count(_DAMAGED)
    foreign = sum(letter > "\x7f" for letter in repaired.text) - broken
    if foreign > 2 * broken:
        return repaired
    codec, name = _DECLARABLE.get(declared.lower(), ("cp1252", "Windows-1252"))
    try:
        return Decoded(raw.decode(codec), _read_as(name))
    except UnicodeDecodeError as error:
        raise Unreadable(path, say("This is not a text in UTF-8, UTF-16 or Windows-1252.")) from error


def _as_utf8(raw: bytes) -> Decoded | None:
    try:
        return Decoded(raw.decode("utf-8"), _read_as("UTF-8"))
    except UnicodeDecodeError:
        return None


def _damaged_utf8(raw: bytes) -> Decoded:
    """Read UTF-8 in which single bytes were lost, each shown as U+FFFD."""
    text = raw.decode("utf-8", "replace")
    told = say_count(
        "{count} character was damaged and is shown as �.",
        "{count} characters were damaged and are shown as �.",
        text.count(_DAMAGED),
    )
    return Decoded(text, (*_read_as("UTF-8"), told))


def _read_as(name: str) -> tuple[Sentence, ...]:
    return (say("The text was read as {encoding}.", encoding=name),)
