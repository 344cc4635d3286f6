"""Levels: keeps the rows of two pages at the same height, by the margin below the shorter side's last block.

All top margins are 0. Never inside a change of Qt's text, where the layout is not up to date: what may have changed is
collected and levelled when the event loop turns.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCursor

from editor.gui.fields.ornaments import INDENT
from editor.gui.fields.page import Page
from editor.gui.style import Look
from editor.model.rows import Row, RowKind

ROW_GAP = 14.0
"""Pixels between two rows."""
_HEADLINE_GAP = 26.0
"""Pixels below a headline."""
PASSAGE_GAP = 6.0
"""Pixels between two passages of one row."""
LINE_HEIGHT = 119.0
"""Per cent of what the font asks for; with the fonts preferred here 1.7 times the size of the letters."""
_HEADLINE_HEIGHT = 107.0
_CAPTION_INDENT = 70.0
_FAR = 12
"""Blocks; margins further apart are set one by one, or Qt would lay out again all that lies between."""
_PROPORTIONAL = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
_MINIMUM = int(QTextBlockFormat.LineHeightTypes.MinimumHeight.value)

Shape = tuple[float, float, int]
"""Left margin, line height and type of line height."""


class Levels(QObject):
    """Levels two pages that show the same rows; `levelled` is called when a margin changed."""

    def __init__(
        self, pages: tuple[Page, Page], look: Look, levelled: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._look = look
        self._levelled = levelled
        self._first: int | None = None
        self._behind = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.level)
        self._alone: Page | None = None
        for page in pages:
            page.reflowed.connect(self.mark)

    def set_look(self, look: Look) -> None:
        """Take over fonts, and level all rows."""
        self._look = look
        self.mark(0, 0)

    def set_alone(self, page: Page | None) -> None:
        """Say that only one page is seen, whose rows then need no padding; None for both."""
        self._alone = page
        self.mark(0, 0)

    def mark(self, first: int, behind: int) -> None:
        """Have rows looked at: from the first to the one with so many behind it. Counts compose over changes."""
        if self._first is None:
            self._first, self._behind = first, behind
        else:
            self._first, self._behind = min(self._first, first), min(self._behind, behind)
        self._timer.start()

    def level(self) -> None:
        """Level the rows that were marked, and one neighbour on each side."""
        self._timer.stop()
        if self._first is None:
            return
        if any(page.sheet.is_pending for page in self._pages):
            self._timer.start()
            return
        count = min(len(page.sheet.places.rows) for page in self._pages)
        first, last = max(self._first - 1, 0), min(count - self._behind, count - 1)
        self._first = None
        if first > last:
            return
        for page in self._pages:
            self._dress(page, first, last)
        seen = self._pages if self._alone is None else (self._alone,)
        heights = [self._heights(page, first, last) for page in seen]
        tallest = [max(pair) for pair in zip(*heights, strict=True)]
        changed = False
        for page, natural in zip(seen, heights, strict=True):
            changed |= self._pad(page, first, natural, tallest)
        if changed:
            self._levelled()

    def _dress(self, page: Page, first: int, last: int) -> None:
        """Give blocks the indent and line height of their kind of row; Enter and joins leave them foreign ones."""
        places = page.sheet.places
        wanted = []
        for index in range(first, last + 1):
            row = places.rows[index]
            for number in places.blocks(index):
                block = page.sheet.block(number)
                shape = _shape(row, block, self._look)
                now = block.blockFormat()
                if (now.leftMargin(), now.lineHeight(), now.lineHeightType()) != shape:
                    now.setLeftMargin(shape[0])
                    now.setLineHeight(shape[1], shape[2])
                    wanted.append((number, now))
        _set_formats(page, wanted)

    @staticmethod
    def _heights(page: Page, first: int, last: int) -> list[float]:
        """Return how high each row would be without padding. The very last row of a page has no row to push."""
        places, sheet = page.sheet.places, page.sheet
        end = places.start(last + 1)
        edge = sheet.block(min(end, places.count - 1))
        page.document().documentLayout().blockBoundingRect(edge)
        heights = []
        block = sheet.block(places.start(first))
        top = block.layout().position().y()
        for index in range(first, last + 1):
            size = len(places.blocks(index))
            margins = 0.0
            for _ in range(size):
                margins += block.blockFormat().bottomMargin()
                block = block.next()
            if not block.isValid():
                heights.append(0.0)
                break
            bottom = block.layout().position().y()
            heights.append(bottom - top - margins + PASSAGE_GAP * (size - 1))
            top = bottom
        return heights

    @staticmethod
    def _pad(page: Page, first: int, natural: list[float], tallest: list[float]) -> bool:
        places = page.sheet.places
        wanted = []
        for offset, (own, most) in enumerate(zip(natural, tallest, strict=True)):
            blocks = places.blocks(first + offset)
            gap = _HEADLINE_GAP if places.rows[first + offset].kind is RowKind.HEADLINE else ROW_GAP
            for number in blocks:
                below = gap + most - own if number == blocks[-1] else PASSAGE_GAP
                now = page.sheet.block(number).blockFormat()
                if now.bottomMargin() != below:
                    now.setBottomMargin(below)
                    wanted.append((number, now))
        _set_formats(page, wanted)
        return bool(wanted)


def _shape(row: Row, block: QTextBlock, look: Look) -> Shape:
    """Return left margin, line height and its type for a block of a row."""
    left = 0.0
    if row.kind is RowKind.CAPTION:
        left = _CAPTION_INDENT
    elif row.kind is RowKind.LIST_ITEM:
        left = float(INDENT * max(row.level, 1))
    if row.kind is RowKind.HEADLINE:
        if block.length() > 1:
            return left, _HEADLINE_HEIGHT, _PROPORTIONAL
        # An empty block has no characters to be large: keep the room its hint and its first letter will take.
        return left, QFontMetricsF(look.fonts.headline).height() * _HEADLINE_HEIGHT / 100, _MINIMUM
    return left, LINE_HEIGHT, _PROPORTIONAL


def _set_formats(page: Page, wanted: list[tuple[int, QTextBlockFormat]]) -> None:
    sheet = page.sheet
    if not wanted:
        return
    sheet.is_writing = True
    cursor = QTextCursor(page.document())
    last: int | None = None
    for number, shape in wanted:
        if last is None or number - last > _FAR:
            if last is not None:
                cursor.endEditBlock()
            cursor.beginEditBlock()
        last = number
        cursor.setPosition(sheet.block(number).position())
        cursor.setBlockFormat(shape)
    cursor.endEditBlock()
    sheet.is_writing = False
