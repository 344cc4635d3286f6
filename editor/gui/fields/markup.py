"""Markup: XML to read, in colours, some lines of it lit. Nothing can be typed; a click or Enter tells the line."""

import re
from collections.abc import Iterator
from enum import Enum

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit

from editor.gui.fields.differences import difference, utf16
from editor.gui.style import Look, Palette

_EDGE = 3
"""Pixels of the bar beside what is lit."""


class Ink(Enum):
    """What a stretch of XML is."""

    SIGN = "sign"
    NAME = "name"
    ATTRIBUTE = "attribute"
    VALUE = "value"


Stretch = tuple[int, int, Ink]
"""Start, end (exclusive) in code points, and what it is."""
_TAG = re.compile(r"<[?/]?([\w:.-]*)([^<>]*)>")
_PAIR = re.compile(r"([\w:.-]+)=(\"[^\"]*\"|'[^']*')")


def inked(line: str) -> Iterator[Stretch]:
    """Yield what is no plain text in a line of serialised XML, where every tag stands on one line."""
    for tag in _TAG.finditer(line):
        name_start, name_end = tag.span(1)
        yield tag.start(), name_start, Ink.SIGN
        yield name_start, name_end, Ink.NAME
        for pair in _PAIR.finditer(line, name_end, tag.end(2)):
            yield *pair.span(1), Ink.ATTRIBUTE
            yield *pair.span(2), Ink.VALUE
        closing = tag.end() - (2 if line[tag.end() - 2] in "/?" else 1)
        yield closing, tag.end(), Ink.SIGN


class _Colours(QSyntaxHighlighter):
    """Puts the colours on the lines."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[Ink, QTextCharFormat] = {}

    def set_palette(self, palette: Palette) -> None:
        """Use other colours."""
        colours = {
            Ink.SIGN: palette.quiet,
            Ink.NAME: palette.accent,
            Ink.ATTRIBUTE: palette.quiet,
            Ink.VALUE: palette.good,
        }
        for ink, colour in colours.items():
            self._formats[ink] = QTextCharFormat()
            self._formats[ink].setForeground(colour)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line; Qt counts in UTF-16 units."""
        for start, end, ink in inked(text):
            if end > start:
                first = utf16(text, start)
                self.setFormat(first, utf16(text, end) - first, self._formats[ink])


class MarkupView(QPlainTextEdit):
    """XML to read."""

    chosen = Signal(int)
    """A line was clicked, or Enter pressed in it; counted from 1."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lit: tuple[tuple[int, int], ...] = ()
        self._shown = ""
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(8)
        self._colours = _Colours(self.document())
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other fonts and colours."""
        self._look = look
        self.setFont(look.fonts.mono)
        self._colours.set_palette(look.palette)
        self.viewport().update()

    def show_markup(self, text: str) -> None:
        """Show another text: only what differs is laid out again, and what is in view stays there."""
        if text == self._shown:
            return
        start, end, piece = difference(self._shown, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16(self._shown, start))
        cursor.setPosition(utf16(self._shown, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(piece)
        self._shown = text

    def light(self, lines: tuple[tuple[int, int], ...]) -> None:
        """Light these lines, (first, last) counted from 1."""
        if lines != self._lit:
            self._lit = lines
            self.viewport().update()

    @property
    def lit(self) -> tuple[tuple[int, int], ...]:
        """The lines that are lit."""
        return self._lit

    def is_in_view(self, line: int) -> bool:
        """Tell whether a line is seen."""
        block = self.document().findBlockByNumber(line - 1)
        box = self.blockBoundingGeometry(block).translated(self.contentOffset())
        return block.isValid() and box.top() >= 0 and box.bottom() <= self.viewport().height()

    def bring_into_view(self, line: int) -> None:
        """Scroll so that a line stands near the top."""
        bar = self.verticalScrollBar()
        bar.setValue(self.document().findBlockByNumber(max(line - 2, 0)).firstLineNumber())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the lines that are lit, a bar beside it, then the text."""
        painter = QPainter(self.viewport())
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > event.rect().bottom():
                break
            if any(first <= block.blockNumber() + 1 <= last for first, last in self._lit):
                ground = QRectF(0, box.top(), self.viewport().width(), box.height())
                painter.fillRect(ground, self._look.palette.quote_tint)
                painter.fillRect(QRectF(0, box.top(), _EDGE, box.height()), self._look.palette.accent)
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the line of a plain click; a drag selects."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.chosen.emit(self.cursorForPosition(event.position().toPoint()).blockNumber() + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the line of the caret on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.textCursor().blockNumber() + 1)
            event.accept()
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected as it is: Qt would put ordinary spaces in the place of no-break ones."""
        copied = QMimeData()
        copied.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return copied
