"""Viewing: looks at picture files and copies them, in a thread, so that no large file holds up the window."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from editor.errors import CommuniqueError, Unreadable
from editor.formats.images import read_picture, take_in
from editor.gui.background.worker import Worker
from editor.model.pictures import Picture
from editor.words import Sentence, say

PREVIEW = QSize(176, 144)
"""Pixels of the largest preview that is kept; half as many points on a dense screen."""
_MOST_PIXELS = 64_000_000
"""A few bytes can unfold into billions of pixels; decoding this many takes some 256 MB for a moment."""


@dataclass(frozen=True, slots=True)
class View:
    """What was seen of a picture's file: what is wrong with it, if anything, and a small image, null where none."""

    trouble: Sentence | None
    image: QImage


@dataclass(frozen=True, slots=True)
class Taken:
    """A file copied beside the document: what it says of itself, or why it could not be taken.

    `picture_id` is the picture whose file it replaces, empty for a new one.
    """

    folder: Path
    picture_id: str
    found: Picture | None
    trouble: Sentence | None = None


class Viewing(QObject):
    """Answers by signal, in the order asked. Everything given to and got from the thread is a value."""

    seen = Signal(object, object, object)
    """(Picture, folder, View)"""
    taken = Signal(object)
    """A Taken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("pictures")

    def look(self, picture: Picture, folder: Path | None) -> None:
        """Have a picture's file looked at."""
        self._worker.do(partial(self._look, picture, folder))

    def take(self, source: Path, folder: Path, picture_id: str = "") -> None:
        """Have a file copied into the folder of the pictures."""
        self._worker.do(partial(self._take, source, folder, picture_id))

    def stop(self) -> None:
        """End the thread; nothing is looked at afterwards."""
        self._worker.stop()

    def _look(self, picture: Picture, folder: Path | None) -> None:
        self.seen.emit(picture, folder, view_of(picture, folder))

    def _take(self, source: Path, folder: Path, picture_id: str) -> None:
        try:
            answer = Taken(folder, picture_id, take_in(source, folder))
        except CommuniqueError as error:
            answer = Taken(folder, picture_id, None, error.sentence)
        self.taken.emit(answer)


def view_of(picture: Picture, folder: Path | None) -> View:
    """Look at a picture's file: whether it is there and unchanged, and what it shows."""
    try:
        data = read_picture(picture, folder)
    except Unreadable as error:
        return View(error.reason, QImage())
    if picture.width * picture.height > _MOST_PIXELS:
        return View(say("It has too many pixels to be shown here; it is published all the same."), QImage())
    image = _preview(data)
    return View(say("It cannot be shown here; perhaps it is damaged.") if image.isNull() else None, image)


def _preview(data: bytes) -> QImage:
    """Decode an image at the size of a preview; null where that fails."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    if size.width() > PREVIEW.width() or size.height() > PREVIEW.height():
        reader.setScaledSize(
            size.scaled(PREVIEW, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)),
        )
    return reader.read()
