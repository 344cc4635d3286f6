"""Viewing: looks at picture files, copies them and makes smaller ones, in a thread that holds up no key."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from editor.errors import CommuniqueError, Unreadable
from editor.formats.images import read_picture, take_in
from editor.gui.background.scaling import MOST_PIXELS, decoded, make_renditions
from editor.gui.background.worker import Worker
from editor.model.pictures import Image, Picture, Rendition, Use
from editor.values import frozen
from editor.words import Sentence, say

PREVIEW: Final = 176
"""Pixels of the longer side of the previews that are kept; half as many points on a dense screen."""


@frozen
class View:
    """What was seen of a picture's file: what is wrong with it, if anything, and a small image, null where none."""

    trouble: Sentence | None
    image: QImage


@frozen
class Taken:
    """A file copied beside the document: what it says of itself, or why it could not be taken.

    `picture_id` is the picture it belongs to, empty for a new one; `use` what it is for, None for the original.
    `trouble` may also say why an original that was taken has no smaller files.
    """

    folder: Path
    picture_id: str
    use: Use | None
    found: Picture | None
    trouble: Sentence | None = None


@frozen
class Made:
    """Smaller files made of pictures, as far as could be; and why not of one, in the words for the last such."""

    folder: Path
    found: tuple[tuple[Picture, tuple[Rendition, ...]], ...]
    trouble: Sentence | None = None


class Viewing(QObject):
    """Answers by signal, in the order asked. Everything given to and got from the thread is a value."""

    seen = Signal(object, object, object)
    """(Picture or Rendition, folder, View)"""
    taken = Signal(object)
    """A Taken."""
    made = Signal(object)
    """A Made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("pictures")

    def look(self, image: Image, folder: Path | None) -> None:
        """Have a picture's file looked at."""
        self._worker.do(partial(self._look, image, folder))

    def take(self, source: Path, folder: Path, picture_id: str = "", use: Use | None = None) -> None:
        """Have a file copied into the folder of the pictures."""
        self._worker.do(partial(self._take, source, Taken(folder, picture_id, use, None), has_sizes=False))

    def exchange(self, source: Path, folder: Path, picture: Picture) -> None:
        """Have another original copied there; if the former had smaller files, those are made of this one, too."""
        asked = Taken(folder, picture.id, None, None)
        self._worker.do(partial(self._take, source, asked, has_sizes=bool(picture.renditions)))

    def make(self, pictures: tuple[Picture, ...], folder: Path) -> None:
        """Have smaller files made of pictures, in the folder they lie in."""
        self._worker.do(partial(self._make, pictures, folder))

    def stop(self) -> None:
        """End the thread; nothing is looked at afterwards."""
        self._worker.stop()

    def _look(self, image: Image, folder: Path | None) -> None:
        self.seen.emit(image, folder, view_of(image, folder))

    def _take(self, source: Path, asked: Taken, *, has_sizes: bool) -> None:
        answer = asked
        try:
            found = take_in(source, asked.folder)
            answer = replace(answer, found=found)
            if has_sizes:
                answer = replace(answer, found=found.having(*make_renditions(found, asked.folder)))
        except CommuniqueError as error:
            answer = replace(answer, trouble=error.sentence)
        self.taken.emit(answer)

    def _make(self, pictures: tuple[Picture, ...], folder: Path) -> None:
        found: list[tuple[Picture, tuple[Rendition, ...]]] = []
        trouble = None
        for picture in pictures:
            try:
                found.append((picture, make_renditions(picture, folder)))
            except CommuniqueError as error:
                trouble = error.sentence
        self.made.emit(Made(folder, tuple(found), trouble))


def view_of(image: Image, folder: Path | None) -> View:
    """Look at a picture's file: whether it is there and unchanged, and what it shows."""
    try:
        data = read_picture(image, folder)
    except Unreadable as error:
        return View(error.reason, QImage())
    shown = None if image.width * image.height > MOST_PIXELS else decoded(data, PREVIEW)
    if shown is None:
        return View(say("It has too many pixels to be shown here; it is published all the same."), QImage())
    return View(say("It cannot be shown here; perhaps it is damaged.") if shown.isNull() else None, shown)
