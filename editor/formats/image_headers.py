"""Headers of image files: what kind of image some bytes are and how many pixels it has, read without decoding it.

Sources: ITU-T T.81 (JPEG), the W3C's PNG specification, the GIF89a specification, RFC 9649 (WebP), TIFF 6.0.
Width and height are those of the stored raster; a turn that a camera only notes (Exif) is not applied.
"""

import struct
from collections.abc import Callable, Iterator
from typing import Final

from editor.values import frozen

_MOST_PARTS: Final = 100_000
"""Segments, chunks or blocks looked at; files made by cameras and picture programs have some hundreds."""


@frozen
class Header:
    """What an image says of itself: its media type, and its pixels."""

    media_type: str
    width: int
    height: int


class Broken(Exception):
    """The bytes begin as an image does, but are cut short or damaged."""


def read_header(data: bytes) -> Header | None:
    """Return what an image says of itself; None for what is no image of a kind known here. Raises Broken."""
    for is_meant, media_type, pixels in _KINDS:
        if is_meant(data):
            try:
                width, height = pixels(data)
            except (struct.error, LookupError) as error:
                raise Broken from error
            if width <= 0 or height <= 0:
                raise Broken
            return Header(media_type, width, height)
    return None


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(starts)


def _is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


_STANDALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""JPEG markers without a length: TEM, RSTn, SOI."""
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that begin a frame: SOF0 to SOF15 without DHT, JPG and DAC."""
_SCAN, _END = 0xDA, 0xD9


def _jpeg(data: bytes) -> tuple[int, int]:
    size = (0, 0)
    for marker, start in _segments(data):
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, start + 3)
            size = (width, height)
        elif marker == _SCAN:
            # The scan goes on to the end of the image; one without it is cut short.
            if data.rfind(b"\xff\xd9") < start:
                raise Broken
            return size
    raise Broken


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield each JPEG marker with the place of its segment (at the length) as far as the first scan."""
    at = 2
    for _ in range(_MOST_PARTS):
        if data[at] != 0xFF:
            raise Broken
        while data[at] == 0xFF:
            at += 1
        marker = data[at]
        at += 1
        if marker in _STANDALONE:
            continue
        if marker == _END:
            return
        (length,) = struct.unpack_from(">H", data, at)
        if length < 2:
            raise Broken
        yield marker, at
        at += length


def _png(data: bytes) -> tuple[int, int]:
    if data[12:16] != b"IHDR":
        raise Broken
    width, height = struct.unpack_from(">II", data, 16)
    at = 8
    for _ in range(_MOST_PARTS):
        length, kind = struct.unpack_from(">I4s", data, at)
        at += 12 + length
        if kind == b"IEND":
            if at > len(data):
                raise Broken
            return width, height
    raise Broken


def _gif(data: bytes) -> tuple[int, int]:
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    at = 13 + _palette(flags)
    has_image = False
    for _ in range(_MOST_PARTS):
        kind = data[at]
        if kind == 0x3B:
            if not has_image:
                raise Broken
            return width, height
        if kind == 0x2C:
            has_image = True
            at = _past_blocks(data, at + 11 + _palette(data[at + 9]))
        elif kind == 0x21:
            at = _past_blocks(data, at + 2)
        else:
            raise Broken
    raise Broken


def _palette(flags: int) -> int:
    """Return the bytes of a GIF colour table, by the flags before it."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _past_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _webp(data: bytes) -> tuple[int, int]:
    (length,) = struct.unpack_from("<I", data, 4)
    if length + 8 > len(data) + 1:
        raise Broken
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L" and data[20] == 0x2F:
        (bits,) = struct.unpack_from("<I", data, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise Broken


_WIDTH, _HEIGHT, _STRIPS, _STRIP_SIZES, _TILES, _TILE_SIZES = 256, 257, 273, 279, 324, 325
_TIFF_NUMBERS: Final = {1: "B", 3: "H", 4: "I"}
"""How numbers are packed, by their TIFF field type: BYTE, SHORT, LONG."""


def _tiff(data: bytes) -> tuple[int, int]:
    order = "<" if data[:2] == b"II" else ">"
    (directory,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, directory)
    fields = {}
    for index in range(count):
        tag, kind, length = struct.unpack_from(f"{order}HHI", data, directory + 2 + 12 * index)
        fields[tag] = (kind, length, directory + 10 + 12 * index)
    values = {
        tag: _numbers(data, order, *fields[tag])
        for tag in (_WIDTH, _HEIGHT, _STRIPS, _STRIP_SIZES, _TILES, _TILE_SIZES)
        if tag in fields
    }
    places = values.get(_STRIPS, ()) + values.get(_TILES, ())
    sizes = values.get(_STRIP_SIZES, ()) + values.get(_TILE_SIZES, ())
    if not places or any(place + size > len(data) for place, size in zip(places, sizes, strict=False)):
        raise Broken
    return values[_WIDTH][0], values[_HEIGHT][0]


def _numbers(data: bytes, order: str, kind: int, count: int, at: int) -> tuple[int, ...]:
    """Return the numbers of a TIFF field; more than four bytes of them stand elsewhere in the file."""
    if not 0 < count <= _MOST_PARTS:
        raise Broken
    form = f"{order}{count}{_TIFF_NUMBERS[kind]}"
    if struct.calcsize(form) > 4:
        (at,) = struct.unpack_from(f"{order}I", data, at)
    return struct.unpack_from(form, data, at)


_KINDS: Final = (
    (_begins(b"\xff\xd8\xff"), "image/jpeg", _jpeg),
    (_begins(b"\x89PNG\r\n\x1a\n"), "image/png", _png),
    (_begins(b"GIF87a", b"GIF89a"), "image/gif", _gif),
    (_is_webp, "image/webp", _webp),
    (_begins(b"II*\x00", b"MM\x00*"), "image/tiff", _tiff),
)
