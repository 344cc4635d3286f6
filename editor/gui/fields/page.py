"""Page: one language's text: a text editor whose blocks are the passages. It tells wishes and never knows the session.

What a person does to the text is read from the blocks at the end of the event that did it and told as splices of the
value. The value that comes back is shown again: the page that typed finds itself right and does nothing.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from editor.edits.flow import Splice
from editor.gui.fields import clipboard
from editor.gui.fields.blocks import Rows, Span, changed_rows
from editor.gui.fields.decor import Decor
from editor.gui.fields.pointing import Pointer
from editor.gui.fields.sheet import Move, Sheet
from editor.gui.style import Look
from editor.model.address import Address
from editor.model.language import Language
from editor.model.passage import Passage

MARGIN = 22
"""Pixels around the text of a page."""
_KEEP = QTextCursor.MoveMode.KeepAnchor
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_HABITUAL = (Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, *_TABS)
_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_HISTORY = {"undo": QKeySequence.StandardKey.Undo, "redo": QKeySequence.StandardKey.Redo}
_TO_THE_END = (
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
)
_TO_THE_START = {
    QKeySequence.StandardKey.MoveToStartOfDocument: QTextCursor.MoveMode.MoveAnchor,
    QKeySequence.StandardKey.SelectStartOfDocument: _KEEP,
}
_AROUND = 56
"""Pixels that are seen above and below a row that was gone to, where there is room for them."""


class Page(QTextEdit):
    """One language's text. `wished` carries splices, the last in the text first: one thing that was done."""

    wished = Signal(object)
    given = Signal(object)
    """The same for what was pasted or dropped: the text is not on the page yet, nor the caret behind it."""
    left_out = Signal(object)
    """A Sentence on what was not taken of something pasted or dropped."""
    moved = Signal()
    """The caret is elsewhere."""
    whole_wished = Signal()
    """What is about to be done concerns the text to its end, which may not be here yet."""
    focused = Signal()
    left = Signal()
    """The focus goes elsewhere, or the mouse does something."""
    history_wished = Signal(str)
    """"undo" or "redo" is wanted, of the one history there is."""
    composed = Signal(bool)
    """Something is being composed by an input method; whether any of it is written by that."""
    reflowed = Signal(int, int)
    """Rows whose height may have changed: the first, and how many lie behind the last."""
    menu_wished = Signal(QPoint, object)
    """A context menu is wanted at a global position, about an Address."""

    # Qt calls overridden methods from inside its own constructor, before ours has run.
    _sheet: Sheet | None = None
    _is_busy = False
    _has_grown = False

    def __init__(self, language: Language, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.tip_of: Callable[[Address], str] = _no_tip
        self.wants_first: Callable[[Page, QKeyEvent], bool] = _wants_nothing
        """Takes a key that is meant for what is shown beside the caret; answers whether it did."""
        self.habit: Callable[[Qt.Key], bool] = lambda _key: False
        self.read_html: clipboard.HtmlReader | None = None
        self._look = look
        self._touched = range(0)
        self._shown_before = 0
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.flush)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)
        self.sheet = Sheet(self.document(), language, look)
        self._sheet = self.sheet
        self._pointer = Pointer(self.document(), self.sheet, language)
        self.decor = Decor(self, self.sheet, self._pointer, look)
        self.document().contentsChange.connect(self._note_change)
        self.document().documentLayout().documentSizeChanged.connect(self._note_growth)
        self.cursorPositionChanged.connect(self.moved)
        self.set_look(look)

    # --- the value ---

    def set_look(self, look: Look) -> None:
        """Take over colours and fonts."""
        self._look = look
        self.setFont(look.fonts.text)
        self.document().setDefaultFont(look.fonts.text)
        palette = self.palette()
        for role, colour in (
            (palette.ColorRole.Base, look.palette.page),
            (palette.ColorRole.Text, look.palette.text),
            (palette.ColorRole.Highlight, look.palette.selection),
            (palette.ColorRole.HighlightedText, look.palette.text),
        ):
            palette.setColor(role, colour)
        # Once there is a style sheet the viewport, which is what is painted on, no longer takes over what changes.
        for widget in (self, self.viewport()):
            widget.setPalette(palette)
        self.decor.look = look
        self.sheet.set_look(look)

    def show_rows(self, rows: Rows, span: Span | None = None) -> None:
        """Show rows, touching only what differs from those shown. Typing not yet told must have been flushed."""
        span = span or changed_rows(self.sheet.places.rows, rows)
        if span is None:
            return
        if self.sheet.is_pending:
            raise AssertionError("typing that was not told yet would be lost")
        caret = self._caret_and_anchor()
        moves, looks_different = self.sheet.show(rows, span)
        if moves:
            self._restore(caret, moves)
        if looks_different:
            self.reflowed.emit(span.first, len(rows) - span.new_stop)

    def show_again(self) -> None:
        """Write whatever differs from the rows shown: after a wish that was not granted as typed."""
        caret = self._caret_and_anchor()
        self._restore(caret, self.sheet.show_again())
        self.reflowed.emit(0, 0)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        if self.sheet.is_pending:
            splices = self.read()
            if splices:
                self.wished.emit(splices)
            self.settle()

    def read(self) -> tuple[Splice, ...]:
        """Return what was typed and not told yet; whoever asks makes the edit, and then calls `settle`."""
        cursor = self.textCursor()
        self._shown_before = self.sheet.places.count
        self._touched, found = self.sheet.take((cursor.blockNumber(), cursor.positionInBlock()))
        return tuple(self._pointer.splice(one) for one in found)

    def settle(self) -> None:
        """Look after the blocks last read, now that the value has been shown: their formats and their heights."""
        touched, self._touched = self._touched, range(0)
        self.sheet.paint_bare_blocks()
        if self.sheet.holds_foreign_text:
            self.show_again()
        elif self._has_grown or len(touched) > 1 or self.sheet.places.count != self._shown_before:
            self._tell_reflow(touched)
        self._has_grown = False

    # --- places ---

    def caret(self) -> Address:
        """Return where the caret stands."""
        self.flush()
        cursor = self.textCursor()
        return self._pointer.address(cursor.blockNumber(), cursor.positionInBlock())

    def caret_row(self) -> int:
        """Return the row the caret is in."""
        self.flush()
        return self.sheet.places.row_of(self.textCursor().blockNumber())

    def address_at(self, point: QPoint) -> Address:
        """Return the place at a point of the viewport."""
        self.flush()
        cursor = self.cursorForPosition(point)
        return self._pointer.address(cursor.blockNumber(), cursor.positionInBlock())

    def selected(self) -> tuple[Address, ...]:
        """Return the stretches selected, one for each passage."""
        self.flush()
        cursor = self.textCursor()
        return self._pointer.stretches(cursor.selectionStart(), cursor.selectionEnd())

    def word_at_caret(self) -> tuple[Address, ...]:
        """Return the word the caret touches, if any."""
        self.flush()
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return self._pointer.stretches(cursor.selectionStart(), cursor.selectionEnd())

    def go_to(self, where: Address) -> bool:
        """Put the caret, or a selection, at a place of a row; answers whether the row is here."""
        self.flush()
        index = next((index for index, row in enumerate(self.sheet.places.rows) if row.id == where.id), None)
        cursor = self._cursor_at(index, where)
        if index is None or cursor is None:
            return False
        scrolled, former = self.verticalScrollBar().value(), self.caret_row()
        if (cursor.position(), cursor.anchor()) != self._caret_and_anchor():
            self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if index != former or self.verticalScrollBar().value() != scrolled:
            self.reveal_row()
        return True

    def reveal_row(self) -> None:
        """Scroll no further than needed for the row the caret is in to be seen whole, with something around it.

        Of a row that is too tall the top is seen, or the place of the caret.
        """
        reach, height, bar = self.decor.reach(self.caret_row()), self.viewport().height(), self.verticalScrollBar()
        around = max(min(_AROUND, (height - len(reach)) // 2), 0)
        down = min(max(reach.stop + around - height, 0), max(reach.start - around, 0))
        bar.setValue(bar.value() + (down or min(reach.start - around, 0)))
        self.ensureCursorVisible()

    # --- what a person does ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask who wants the key before the page, do what it does by habit, else let Qt edit, and tell.

        No other event is looked at before Qt does its part: a key has seven, most of them questions about the caret.
        """
        if self.wants_first(self, event) or self._does_by_habit(event, _HABITUAL):
            event.accept()
            return
        if event.key() in _TABS and not event.modifiers() & ~_HARMLESS:
            self._go_on(forward=event.key() == Qt.Key.Key_Tab)
            event.accept()
            return
        if event.modifiers() & ~_HARMLESS and self._does_with_modifiers(event):
            event.accept()
            return
        self._is_busy = True
        super().keyPressEvent(event)
        self._is_busy = False
        self.flush()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the caret is left."""
        super().focusOutEvent(event)
        self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell that the caret is left."""
        self.left.emit()
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Tell that the caret is left."""
        self.left.emit()
        super().wheelEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Let Qt compose and commit, then put back the formats it took away, and tell what was committed."""
        self.composed.emit(bool(event.commitString()))
        self._is_busy = True
        super().inputMethodEvent(event)
        self._is_busy = False
        if self._sheet is None:
            return
        self.flush()
        number = self.textCursor().blockNumber()
        self.sheet.repaint_block(number)
        # Text being composed changes heights without changing the text.
        self._tell_reflow(range(number, number + 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this page is being written in."""
        super().focusInEvent(event)
        self.focused.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the words under the pointer, or at the caret when asked by keyboard.

        The caret goes where the pointer is, unless that is in the selection: commands of the menu are about the caret.
        """
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            pointed, own = self.cursorForPosition(event.pos()), self.textCursor()
            if not own.selectionStart() <= pointed.position() <= own.selectionEnd():
                self.setTextCursor(pointed)
            where = self.address_at(event.pos())
            self.menu_wished.emit(event.globalPos(), where)
        else:
            rectangle = self.cursorRect()
            self.menu_wished.emit(self.viewport().mapToGlobal(rectangle.bottomLeft()), self.caret())
        event.accept()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text from anywhere, but no files and pictures."""
        return clipboard.can_read(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in the place of the selection what was copied or dropped, with the marks it has."""
        self.flush()
        cursor = self.textCursor()
        found = clipboard.read(source, self.read_html)
        splice = self._pointer.over(cursor.selectionStart(), cursor.selectionEnd(), found.pieces)
        self.given.emit((replace(splice, shapes=found.shapes),))
        if found.left_out is not None:
            self.left_out.emit(found.left_out)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy passages with their marks, and with no-break spaces as they are."""
        self.flush()
        selected = self.selected()
        return clipboard.mime_of(self._pointer.passages(selected), self._pointer.shapes(selected), self.language)

    def dropEvent(self, event: QDropEvent) -> None:
        """Insert what was dropped; words moved from a page leave their old place in the same step."""
        self.flush()
        mime, source = event.mimeData(), event.source()
        position = self.cursorForPosition(event.position().toPoint()).position()
        # Qt's own drop would take the words away twice; leaving ends its feedback.
        super().dragLeaveEvent(QDragLeaveEvent())
        if not clipboard.can_read(mime):
            return
        found = clipboard.read(mime, self.read_html)
        splices = [replace(self._pointer.over(position, position, found.pieces), shapes=found.shapes)]
        giver = source.parent() if isinstance(source, QWidget) and not isinstance(source, Page) else source
        if isinstance(giver, Page) and event.dropAction() is Qt.DropAction.MoveAction:
            giver.flush()
            old = giver.textCursor()
            if giver is self and old.selectionStart() <= position <= old.selectionEnd():
                return
            taken = giver._pointer.over(old.selectionStart(), old.selectionEnd(), (Passage(),))  # noqa: SLF001 (its own kind)
            splices.insert(0 if giver is self and old.selectionStart() > position else 1, taken)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.given.emit(tuple(splices))
        if found.left_out is not None:
            self.left_out.emit(found.left_out)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, the light behind a row, and what stands in empty sides and before items."""
        if self._sheet is None or self._sheet.is_pending:
            # Qt paints between a change and its event's end: blocks and rows do not agree yet.
            super().paintEvent(event)
            return
        self.decor.paint_behind()
        super().paintEvent(event)
        self.decor.paint_over(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tip what is said of the words, or of the passage, under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self.sheet.places.rows:
            where = self.address_at(event.pos())
            in_margin = event.pos().x() < MARGIN
            QToolTip.showText(event.globalPos(), self.tip_of(replace(where, start=None) if in_margin else where), self)
            return True
        return super().viewportEvent(event)

    # --- inside ---

    def _go_on(self, *, forward: bool) -> None:
        """Give the focus to what comes after or before the page, as the window has it."""
        window = self.window()
        if forward:
            window.focusNextChild()
        else:
            window.focusPreviousChild()

    def _does_with_modifiers(self, event: QKeyEvent) -> bool:
        """Do what Qt would do with a history of its own; answers whether that was it."""
        for wish, key in _HISTORY.items():
            if event.matches(key):
                self.history_wished.emit(wish)
                return True
        if any(map(event.matches, _TO_THE_END)):
            self.whole_wished.emit()
        for key, mode in _TO_THE_START.items():
            if event.matches(key):
                self.moveCursor(QTextCursor.MoveOperation.Start, mode)
                self.verticalScrollBar().setValue(0)
                return True
        return False

    def _does_by_habit(self, event: QKeyEvent, keys: tuple[Qt.Key, ...]) -> bool:
        key = Qt.Key(event.key()) if event.key() in keys else None
        if key is None or event.modifiers() & ~_HARMLESS or self.textCursor().hasSelection():
            return False
        if key not in _TABS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        self.flush()
        return self.habit(key)

    def _cursor_at(self, index: int | None, where: Address) -> QTextCursor | None:
        """Return a cursor that selects a place of the row with this index."""
        if index is None:
            return None
        cursor = self.textCursor()
        self._pointer.select(cursor, index, where)
        return cursor

    def _note_change(self) -> None:
        if not self._is_busy and self.sheet.is_pending:
            self._late.start()

    def _note_growth(self) -> None:
        self._has_grown = True

    def _tell_reflow(self, blocks: range) -> None:
        places = self.sheet.places
        if blocks and places.rows:
            last = places.row_of(min(blocks[-1], places.count - 1))
            self.reflowed.emit(places.row_of(min(blocks[0], places.count - 1)), len(places.rows) - last - 1)

    def _caret_and_anchor(self) -> tuple[int, int]:
        cursor = self.textCursor()
        return cursor.position(), cursor.anchor()

    def _restore(self, caret: tuple[int, int], moves: list[Move]) -> None:
        """Keep the caret with its words: Qt pushes a caret along that stands where text is inserted."""
        position, anchor = caret
        for move in moves:
            position, anchor = _carried(position, move), _carried(anchor, move)
        if self._caret_and_anchor() != (position, anchor):
            cursor = self.textCursor()
            last = self.document().characterCount() - 1
            cursor.setPosition(min(anchor, last))
            cursor.setPosition(min(position, last), _KEEP)
            scrolled = self.verticalScrollBar().value()
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(scrolled)


def _carried(position: int, move: Move) -> int:
    at, removed, added = move
    if position <= at:
        return position
    return position + added - removed if position >= at + removed else at + added


def _wants_nothing(_page: Page, _key: QKeyEvent) -> bool:
    return False


def _no_tip(_where: Address) -> str:
    return ""
