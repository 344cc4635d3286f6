"""Scaling: the smaller files of a picture, for web pages and as a thumbnail, made from the original."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter

from editor.errors import Unreadable
from editor.formats.images import keep_rendition, read_picture
from editor.model.pictures import Picture, Rendition, Use
from editor.words import say

MOST_PIXELS: Final = 64_000_000
"""A few bytes can unfold into billions of pixels; decoding this many takes some 256 MB for a moment."""
LONGER_SIDE: Final[Mapping[Use, int]] = {Use.WEB: 1200, Use.THUMBNAIL: 320}
"""Pixels of the longer side, as news agencies send them (AFP: 1200 for a preview on a page, 320 for a thumbnail)."""
_EVERYWHERE: Final = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
"""What every browser shows: in one of these, a picture that is small already needs no smaller file."""
_DRAWN: Final = frozenset({"image/png", "image/gif"})
"""What holds drawings and letters more than photographs: JPEG would smear their edges."""
_QUALITY: Final = 85
"""Of JPEG, from 0 to 100: a loss that is not seen beside the original."""
_SPARE: Final = 2
"""An image is decoded at so many times its size to come, and then made smaller evenly."""


def make_renditions(picture: Picture, folder: Path) -> tuple[Rendition, ...]:
    """Make the smaller files of a picture beside the original; none for a use that the original serves itself.

    A turn that a camera only noted is carried out, and colours are those of screens (sRGB); what the original says
    of the camera and the place is not taken along. Raises Unreadable where the original is missing, changed, too large
    or damaged, Unwritable where a file cannot be written.
    """
    data = read_picture(picture, folder)
    wanted = {use: side for use, side in LONGER_SIDE.items() if _is_wanted(picture, side)}
    if not wanted:
        return ()
    is_huge = picture.width * picture.height > MOST_PIXELS
    image = None if is_huge else decoded(data, max(wanted.values()) * _SPARE)
    if image is None:
        raise Unreadable(picture.file, say("It has too many pixels for smaller files to be made here."))
    if image.isNull():
        raise Unreadable(picture.file, say("It cannot be shown here; perhaps it is damaged."))
    image = _for_screens(image)
    kind = b"png" if picture.media_type in _DRAWN or image.hasAlphaChannel() else b"jpeg"
    return tuple(
        keep_rendition(_written(_shrunk(image, side), kind), picture, use, folder) for use, side in wanted.items()
    )


def decoded(data: bytes, longest: int) -> QImage | None:
    """Decode an image, no larger than `longest` pixels on a side; null where that fails, None where it is too large."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return None
    if max(size.width(), size.height()) > longest:
        box = size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(box.expandedTo(QSize(1, 1)))
    image = reader.read()
    # The reader of TIFF looks at its device once more when it goes: it must go first.
    del reader
    return image


def _is_wanted(picture: Picture, side: int) -> bool:
    return max(picture.width, picture.height) > side or picture.media_type not in _EVERYWHERE


def _for_screens(image: QImage) -> QImage:
    screen = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if image.colorSpace().isValid() and image.colorSpace() != screen:
        image = image.convertedToColorSpace(screen)
    has_alpha = image.hasAlphaChannel()
    return image.convertToFormat(QImage.Format.Format_ARGB32 if has_alpha else QImage.Format.Format_RGB32)


def _shrunk(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    box = image.size().scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    return image.scaled(box, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _written(image: QImage, kind: bytes) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    if kind == b"jpeg":
        writer.setQuality(_QUALITY)
        writer.setOptimizedWrite(True)
        writer.setProgressiveScanWrite(True)
    writer.write(image)
    del writer
    buffer.close()
    return bytes(data.data())
