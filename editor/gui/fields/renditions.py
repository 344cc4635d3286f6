"""Renditions: the further files of one picture, each a line with a menu, and the ways to more of them."""

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QWidget

from editor.edits.fields import USE_TITLES
from editor.gui.fields.card import QuietLabel
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.pictures import Image, Picture, Rendition, Use
from editor.words import Sentence, say

_KINDS = {"image/webp": "WebP"}
FLAT = "padding-left: 0; padding-right: 0; text-align: left;"
"""The words of a flat button stand level with the words above it."""
_WITH_MENU = "padding-left: 0; padding-right: 16px; text-align: left;"
"""Room for the sign of the menu."""


class RenditionList(QWidget):
    """The further files of a picture. Tells wishes."""

    made = Signal()
    """Make the smaller files from the original."""
    chosen = Signal(object)
    """Choose a file for a Use."""
    removed = Signal(object)
    """Take the file for a Use out."""

    def __init__(self, teller: Teller, look: Look) -> None:
        super().__init__()
        self._teller = teller
        self._look = look
        self._renditions: tuple[Rendition, ...] | None = None
        self._lines: dict[Use, QPushButton] = {}
        self._troubles: dict[Use, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._make, self._more = _flat(), _flat()
        # Here from the start: a button shown before it stands anywhere would be a window of its own for a moment.
        for button in (self._make, self._more):
            button.setParent(self)
        self._more.setStyleSheet(_WITH_MENU)
        self._make.clicked.connect(self.made)

    def show_picture(self, picture: Picture) -> None:
        """Show the present files."""
        self._make.setEnabled(bool(picture.file))
        if picture.renditions == self._renditions:
            return
        had_focus = any(each.hasFocus() for each in (self._make, self._more, *self._lines.values()))
        self._renditions = picture.renditions
        self._empty()
        for row, rendition in enumerate(picture.renditions):
            self._add_line(row, rendition)
        self._add_ways(2 * len(picture.renditions), picture)
        if had_focus:
            self._make.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, use: Use, trouble: Sentence | None) -> None:
        """Say below its line what is wrong with a file."""
        label, line = self._troubles.get(use), self._lines.get(use)
        if label is not None and line is not None:
            told = self._teller(trouble) if trouble else ""
            label.setText(f"▲ {told}" if told else "")
            label.setVisible(bool(told))
            line.setAccessibleDescription(told)

    @property
    def fields(self) -> Mapping[str, QWidget]:
        """The lines by the names of their fields."""
        return {use.value.lower(): line for use, line in self._lines.items()}

    def _add_line(self, row: int, rendition: Rendition) -> None:
        title = self._teller(USE_TITLES[rendition.use])
        line = _flat()
        line.setText(self._teller(facts(rendition)) if rendition.size else rendition.file)
        line.setToolTip(rendition.file)
        line.setAccessibleName(f"{title}, {rendition.file}")
        menu = QMenu(line)
        menu.addAction(self._teller(say("Another file…")), lambda: self.chosen.emit(rendition.use))
        menu.addAction(self._teller(say("Remove")), lambda: self.removed.emit(rendition.use))
        line.setStyleSheet(_WITH_MENU)
        line.setMenu(menu)
        trouble = QLabel()
        trouble.setFont(self._look.fonts.small)
        trouble.setWordWrap(True)
        trouble.setStyleSheet(f"color: {self._look.palette.wrong.name()};")
        trouble.hide()
        self._grid.addWidget(QuietLabel(title), 2 * row, 0)
        self._grid.addWidget(line, 2 * row, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(trouble, 2 * row + 1, 0, 1, 2)
        self._lines[rendition.use], self._troubles[rendition.use] = line, trouble

    def _add_ways(self, row: int, picture: Picture) -> None:
        has_made = picture.rendition(Use.WEB) or picture.rendition(Use.THUMBNAIL)
        again, first = say("Make web size and thumbnail again"), say("Make web size and thumbnail")
        self._make.setText(self._teller(again if has_made else first))
        self._more.setText(self._teller(say("Add a file for…")))
        menu = QMenu(self._more)
        for use in _missing(picture):
            menu.addAction(self._teller(USE_TITLES[use]), partial(self.chosen.emit, use))
        self._more.setMenu(menu)
        self._grid.addWidget(self._make, row, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(self._more, row + 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        # Only now that it has a place: shown before, it would be a window of its own for a moment.
        self._more.setVisible(not menu.isEmpty())

    def _empty(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in (self._make, self._more):
                widget.hide()
                widget.deleteLater()
        self._lines, self._troubles = {}, {}


def facts(image: Image) -> Sentence:
    """Return what kind of image a file is, how many pixels it has, and how large it is."""
    kind = _KINDS.get(image.media_type, image.media_type.rpartition("/")[2].upper())
    pixels = f"{image.width} × {image.height}"
    if image.size < 999_500:
        return say("{kind} · {pixels} · {size} kB", kind=kind, pixels=pixels, size=max(1, round(image.size / 1000)))
    return say("{kind} · {pixels} · {size} MB", kind=kind, pixels=pixels, size=round(image.size / 1_000_000))


def _missing(picture: Picture) -> Iterator[Use]:
    return (use for use in Use if picture.rendition(use) is None)


def _flat() -> QPushButton:
    button = QPushButton()
    button.setProperty("flat", True)
    button.setStyleSheet(FLAT)
    return button
