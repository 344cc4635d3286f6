"""Sheet: the Qt document of a page: shows the value in it, touching only what differs, and reads what was typed.

Qt's own word on what was removed is not to be trusted (setting a text tells of characters that never were), so only
the number of untouched blocks at either end is noted, and the blocks in between are compared with what they held.
"""

from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor.gui.fields.blocks import Places, Rows, Span, texts_of
from editor.gui.fields.differences import Difference, Point, difference, differences, utf16
from editor.gui.fields.highlight import Formats, Range, Style, ranges_of, shifted
from editor.gui.style import Look
from editor.model.language import Language
from editor.model.passage import Passage, fit_text
from editor.model.rows import RowKind

_FAR = 12
"""Blocks; changes further apart are made one by one, or Qt would lay out again all that lies between."""
_FOREIGN = "\0"
"""Stands for a block whose text is not what a passage may hold: it equals no passage, so the block is written anew."""
_KEEP = QTextCursor.MoveMode.KeepAnchor

Key = tuple[str, int]
"""A passage of this language: its row's id and its number."""
Stretches = tuple[Range, ...]
Move = tuple[int, int, int]
"""A change of Qt's text: position, units removed, units added."""


class Sheet:
    """One language's rows in a Qt document. Positions in the document are UTF-16 units, in texts code points."""

    def __init__(self, document: QTextDocument, language: Language, look: Look) -> None:
        self.places = Places(language)
        self.texts: list[str] = [""]
        self.ornate: list[int] = []
        """Blocks with something painted beside or instead of their text: empty ones, and items of lists."""
        self.is_writing = False
        """Whether what happens to the document is our own doing."""
        self.holds_foreign_text = False
        """Whether a block holds what no passage may, so that it has to be written anew."""
        self._is_exchanging = False
        self._document = document
        self._language = language
        self._formats = Formats(look)
        self._painted: list[Stretches | None] = [()]
        self._spelling: dict[Key, Stretches] = {}
        self._findings: dict[Key, Stretches] = {}
        self._settled: frozenset[str] = frozenset()
        self._head: int | None = None
        self._tail = 0
        self._is_reshaped = False
        """Whether blocks came or went since the last time, and the formats with them."""
        self._has_bare_blocks = False
        self._near = 0
        """The block found last at a height: the next paint is nearly always of the same place."""
        document.contentsChange.connect(self._note)

    # --- value to page ---

    def show(self, rows: Rows, span: Span) -> tuple[list[Move], bool]:
        """Show rows of which only `span` differs; answers what was written, and whether anything looks different."""
        old = self.places
        if not rows:
            # Another document may follow, whose rows have the same names.
            self._spelling, self._findings = {}, {}
        before = old.count or 1
        low = old.start(span.first)
        tail = before - (old.start(span.old_stop) if old.rows else before)
        kinds = [(row.kind, row.level) for row in old.rows[span.first : span.old_stop]]
        wanted = texts_of(rows[span.first : span.new_stop], self._language) if rows else [""]
        high = len(self.texts) - tail
        if self.texts[low:high] == wanted and self._looks_the_same(rows, span):
            # The page of the other language, at every key.
            old.show(rows, span)
            self.paint_bare_blocks()
            return [], False
        # Blocks that come are laid out once, with their formats.
        together = QTextCursor(self._document) if high - low != len(wanted) else None
        if together is not None:
            together.beginEditBlock()
        moves = self._write(low, high, wanted)
        old.show(rows, span)
        other_kinds = kinds != [(row.kind, row.level) for row in rows[span.first : span.new_stop]]
        if moves or other_kinds or old.count != before:
            self._find_ornaments()
        painted = self._paint(range(low, low + len(wanted)), lays_out=together is None)
        if together is not None:
            self.is_writing = True
            together.endEditBlock()
            self.is_writing = False
        self.paint_bare_blocks()
        return moves, bool(moves) or other_kinds or painted

    def _looks_the_same(self, rows: Rows, span: Span) -> bool:
        """Whether the rows of a span are the former ones as far as this language goes."""
        before, after = self.places.rows[span.first : span.old_stop], rows[span.first : span.new_stop]
        return len(before) == len(after) and all(
            was[self._language] is now[self._language]
            and (was.id, was.kind, was.level, was.number) == (now.id, now.kind, now.level, now.number)
            for was, now in zip(before, after, strict=True)
        )

    def show_again(self) -> list[Move]:
        """Write whatever differs from the rows shown."""
        self.holds_foreign_text = False
        moves = self._write(0, len(self.texts), texts_of(self.places.rows, self._language) or [""])
        self._find_ornaments()
        self._paint(range(len(self.texts)))
        return moves

    # --- page to value ---

    @property
    def is_pending(self) -> bool:
        """Whether the document holds changes not taken yet."""
        return self._head is not None

    def take(self, caret: tuple[int, int]) -> tuple[range, tuple[Difference, ...]]:
        """Return the blocks touched since the last time and what changed in them, the caret at (block, units)."""
        if self._head is None:
            return range(0), ()
        head, tail = self._head, self._tail
        self._head = None
        stop = len(self.texts) - tail
        old = self.texts[head:stop]
        block = self._document.findBlockByNumber(head)
        new, shown = [], []
        for _ in range(head, self._document.blockCount() - tail):
            text = block.text()
            fit = fit_text(text)
            new.append(fit)
            shown.append(fit if fit == text and _is_whole(block, text) else _FOREIGN)
            block = block.next()
        self.texts[head:stop] = shown
        self.holds_foreign_text |= _FOREIGN in shown
        if self._is_reshaped or len(new) != 1 or len(old) != 1:
            self._painted[head:stop] = [None] * len(new)
            self._has_bare_blocks = True
        self._is_reshaped = False
        touched = range(head, head + len(new))
        place = self._point(caret, head, new)
        found = differences(old, new, place)
        self._shift_extras(head, found)
        if "" in old or "" in new or len(old) != len(new):
            self._find_ornaments()
        return touched, tuple(
            Difference((one.start[0] + head, one.start[1]), (one.end[0] + head, one.end[1]), one.pieces)
            for one in found
        )

    @staticmethod
    def _point(caret: tuple[int, int], head: int, new: list[str]) -> Point | None:
        block, units = caret[0] - head, caret[1]
        if not 0 <= block < len(new):
            return None
        text = new[block]
        if text.isascii() or max(text) <= "\uffff":
            return block, units
        return block, len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore"))

    def _note(self, position: int, removed: int, added: int) -> None:
        document = self._document
        block = document.findBlock(position)
        count = document.blockCount()
        if count == len(self.texts) and (self._is_exchanging or not self.is_writing):
            self._shift(block, position, removed, added)
        if self.is_writing:
            return
        self._is_reshaped |= count != len(self.texts)
        end = document.findBlock(position + added)
        head = max(block.blockNumber(), 0)
        tail = max(count - 1 - end.blockNumber(), 0) if end.isValid() else 0
        if self._head is None:
            self._head, self._tail = head, tail
        else:
            self._head, self._tail = min(self._head, head), min(self._tail, tail)

    # --- looks ---

    def set_look(self, look: Look) -> None:
        """Take over colours and fonts."""
        self._formats = Formats(look)
        self._paint_everything()

    def show_spelling(self, key: Key, stretches: Iterable[tuple[int, int]]) -> None:
        """Underline misspelt words of one passage."""
        found = tuple((start, end, Style.MISSPELT) for start, end in stretches)
        if found != self._spelling.get(key, ()):
            self._spelling[key] = found
            self._repaint((key,))

    def misspelt_at(self, key: Key, place: int) -> tuple[int, int] | None:
        """Return the misspelt word of a passage at a character."""
        return next(((start, end) for start, end, _ in self._spelling.get(key, ()) if start <= place <= end), None)

    def show_findings(self, findings: dict[Key, Stretches]) -> None:
        """Underline what is wrong; what is not named any more is right again."""
        before = self._findings
        self._findings = findings
        self._repaint(key for key in {*findings, *before} if findings.get(key, ()) != before.get(key, ()))

    def show_comments(self, settled: frozenset[str]) -> None:
        """Say which comments, by their ids, are settled, and not shown in the text any more."""
        if settled != self._settled:
            self._settled = settled
            self._paint_everything()

    def _paint_everything(self) -> None:
        """Dress all blocks anew, once blocks and rows agree."""
        self._painted = [None] * len(self._painted)
        self._has_bare_blocks = True
        if not self.is_pending:
            self.paint_bare_blocks()

    def paint_bare_blocks(self) -> None:
        """Dress blocks that came or went, and that the value, when it was shown, had no reason to touch."""
        if self._has_bare_blocks:
            self._has_bare_blocks = False
            self._paint([number for number, painted in enumerate(self._painted) if painted is None])

    def repaint_block(self, number: int) -> None:
        """Put the formats of a block back after Qt took them away, as composing text does."""
        if number < len(self._painted):
            block = self._document.findBlockByNumber(number)
            composed = block.layout().formats() if block.layout().preeditAreaText() else []
            ranges = self._wanted(number)
            self._painted[number] = ranges
            place, length = block.layout().preeditAreaPosition(), len(block.layout().preeditAreaText())
            if length:
                ranges = shifted(ranges, place, 0, length)
            block.layout().setFormats([*self._formats.of(ranges), *composed])
            self._lay_out([block])

    def _repaint(self, keys: Iterable[Key]) -> None:
        wanted = set(keys)
        if wanted and self.is_pending:
            self._paint_everything()
            return
        rows = {row_id for row_id, _ in wanted}
        for index, row in enumerate(self.places.rows if wanted else ()):
            if row.id in rows:
                self._paint(self.places.blocks(index))

    def _wanted(self, number: int) -> Stretches:
        if not self.places.rows:
            return ()
        row, index, passage = self.places.passage(number)
        key = (row.id, index)
        more = (*self._findings.get(key, ()), *self._spelling.get(key, ()))
        length = len(passage.text)
        if self._settled and passage.marks:
            passage = Passage(passage.text, tuple(mark for mark in passage.marks if mark.target not in self._settled))
        return ranges_of(row, passage, [stretch for stretch in more if stretch[1] <= length])

    def _paint(self, numbers: Iterable[int], *, lays_out: bool = True) -> bool:
        """Give blocks the formats they lack, and have them laid out again, near ones together."""
        changed: list[QTextBlock] = []
        for number in numbers:
            wanted = self._wanted(number)
            if self._painted[number] == wanted:
                continue
            self._painted[number] = wanted
            block = self.block(number)
            block.layout().setFormats(self._formats.of(wanted))
            if lays_out and changed and number - changed[-1].blockNumber() > _FAR:
                self._lay_out(changed)
                changed.clear()
            changed.append(block)
        if lays_out and changed:
            self._lay_out(changed)
        return bool(changed)

    def _lay_out(self, blocks: list[QTextBlock]) -> None:
        start, last = blocks[0].position(), blocks[-1]
        self._document.markContentsDirty(start, last.position() + last.length() - start)

    def _shift(self, block: QTextBlock, position: int, removed: int, added: int) -> None:
        """Move the formats of one block with its text, before Qt lays it out."""
        number, start = block.blockNumber(), position - block.position()
        painted = self._painted[number] if 0 <= number < len(self._painted) else None
        if not painted:
            return
        if start + added < block.length():
            self._painted[number] = moved = shifted(painted, start, removed, added)
            block.layout().setFormats(self._formats.of(moved))
        else:
            self._painted[number] = None
            self._has_bare_blocks = True

    def _shift_extras(self, head: int, found: tuple[Difference, ...]) -> None:
        """Move underlines of spelling and findings with the words, until they are looked at anew."""
        for one in found:
            if one.start[0] != one.end[0] or len(one.pieces) != 1 or not self.places.rows:
                continue
            number = one.start[0] + head
            if number >= self.places.count:
                continue
            row, index, _ = self.places.passage(number)
            key = (row.id, index)
            length = one.end[1] - one.start[1]
            for extras in (self._spelling, self._findings):
                if key in extras:
                    extras[key] = shifted(extras[key], one.start[1], length, len(one.pieces[0]))

    def block(self, number: int) -> QTextBlock:
        """Return a block of the document."""
        return self._document.findBlockByNumber(number)

    def first_block_below(self, y: float) -> int:
        """Return the block at a height of the document (pixels from its top)."""
        low, high = 0, self._document.blockCount() - 1
        near = min(self._near, high)
        if self._top(near) <= y and (near == high or y < self._top(near + 1)):
            return near
        while low < high:
            middle = (low + high + 1) // 2
            if self._top(middle) <= y:
                low = middle
            else:
                high = middle - 1
        self._near = low
        return low

    def _top(self, number: int) -> float:
        return self.block(number).layout().position().y()

    # --- writing into Qt's document ---

    def _write(self, low: int, high: int, wanted: list[str]) -> list[Move]:
        """Make blocks [low, high) hold `wanted`, from the end backwards; answers the changes in that order."""
        held = self.texts[low:high]
        if held == wanted:
            return []
        self.is_writing = self._is_exchanging = True
        moves: list[Move] = []
        cursor = QTextCursor(self._document)
        if len(held) == len(wanted):
            self._exchange_texts(cursor, low, wanted, moves)
        else:
            for start, stop, other, other_stop in reversed(_steps(held, wanted)):
                self._exchange_blocks(cursor, (low + start, low + stop), wanted[other:other_stop], moves)
        self.is_writing = self._is_exchanging = False
        return moves

    def _exchange_texts(self, cursor: QTextCursor, low: int, wanted: list[str], moves: list[Move]) -> None:
        last = None
        for number in range(low + len(wanted) - 1, low - 1, -1):
            text = wanted[number - low]
            if self.texts[number] == text:
                continue
            if last is None or last - number > _FAR:
                if last is not None:
                    cursor.endEditBlock()
                cursor.beginEditBlock()
            last = number
            self._exchange_text(cursor, number, text, moves)
        if last is not None:
            cursor.endEditBlock()

    def _exchange_text(self, cursor: QTextCursor, number: int, text: str, moves: list[Move]) -> None:
        block, held = self._document.findBlockByNumber(number), self.texts[number]
        start, end, piece = difference(held, text) if held != _FOREIGN else (0, 0, text)
        if held == _FOREIGN:
            low, high = 0, block.length() - 1
        else:
            low, high = utf16(held, start), utf16(held, end)
        cursor.setPosition(block.position() + low)
        cursor.setPosition(block.position() + high, _KEEP)
        cursor.insertText(piece)
        moves.append((block.position() + low, high - low, utf16(piece, len(piece))))
        self.texts[number] = text

    def _exchange_blocks(self, cursor: QTextCursor, old: tuple[int, int], wanted: list[str], moves: list[Move]) -> None:
        low, high = old
        same = min(high - low, len(wanted))
        cursor.beginEditBlock()
        if len(wanted) > same:
            place = self._end_of(high - 1)
            cursor.setPosition(place)
            text = "".join(f"\u2029{piece}" for piece in wanted[same:])
            if not high:
                place = 0
                cursor.setPosition(place)
                text = "".join(f"{piece}\u2029" for piece in wanted)
            cursor.insertText(text)
            # A caret at the very top goes down with its paragraph.
            moves.append((place if high else -1, 0, utf16(text, len(text))))
        elif high - low > same:
            # From the end of the block before, or the next block would take the format of a removed one.
            first = low + same
            start = self._end_of(first - 1) if first else 0
            end = self._end_of(high - 1) if first else self._document.findBlockByNumber(high).position()
            cursor.setPosition(start)
            cursor.setPosition(end, _KEEP)
            cursor.removeSelectedText()
            moves.append((start, end - start, 0))
        self.texts[low + same : high] = wanted[same:]
        self._painted[low + same : high] = [None] * (len(wanted) - same)
        # Where blocks come or go, Qt may keep the layout of either neighbour for the text of the other.
        for number in (low + same - 1, low + len(wanted)):
            if 0 <= number < len(self._painted):
                self._painted[number] = None
                self._has_bare_blocks = True
        for number in range(low + same - 1, low - 1, -1):
            if self.texts[number] != wanted[number - low]:
                self._exchange_text(cursor, number, wanted[number - low], moves)
        cursor.endEditBlock()

    def _end_of(self, number: int) -> int:
        block = self._document.findBlockByNumber(max(number, 0))
        return block.position() + block.length() - 1

    def _find_ornaments(self) -> None:
        numbers = {number for number, text in enumerate(self.texts) if not text}
        for index, row in enumerate(self.places.rows):
            if row.kind is RowKind.LIST_ITEM:
                numbers.add(self.places.starts[index])
        self.ornate = sorted(numbers)


def _is_whole(block: QTextBlock, text: str) -> bool:
    """Whether Qt told all of a block: PySide leaves lone surrogates out without a word."""
    units = block.length() - 1
    return len(text) == units or utf16(text, len(text)) == units


def _steps(held: list[str], wanted: list[str]) -> list[tuple[int, int, int, int]]:
    """Return which stretches of `held` are to be exchanged for which of `wanted`: the least that has to be touched."""
    shorter = min(len(held), len(wanted))
    head = next((index for index in range(shorter) if held[index] != wanted[index]), shorter)
    tail = next((index for index in range(shorter - head) if held[-1 - index] != wanted[-1 - index]), shorter - head)
    if head + tail == shorter:
        # Blocks came or went at one place, as nearly always.
        return [(head, len(held) - tail, head, len(wanted) - tail)]
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, held, wanted, autojunk=False)
    return [(low, high, other, stop) for tag, low, high, other, stop in matcher.get_opcodes() if tag != "equal"]
