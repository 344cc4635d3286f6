"""Blocks: which block of a page is which passage of which row. Pure numbers, no Qt.

A side shows as many blocks as it has passages, and one, empty, where it has none.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, compress, count
from operator import is_not

from editor.model.language import Language
from editor.model.passage import Passage
from editor.model.rows import Row, Side
from editor.values import frozen

Rows = tuple[Row, ...]
_EMPTY: Side = (Passage(),)


@frozen
class Span:
    """Rows [first, old_stop) of the former value became rows [first, new_stop) of the present one."""

    first: int
    old_stop: int
    new_stop: int


def changed_rows(old: Rows, new: Rows) -> Span | None:
    """Return the rows that are not the same objects, or None where all are."""
    if old is new:
        return None
    shorter = min(len(old), len(new))
    first = next(compress(count(), map(is_not, old, new)), shorter)
    if first == len(old) == len(new):
        return None
    same = next(compress(count(), map(is_not, reversed(old), reversed(new))), shorter)
    same = min(same, shorter - first)
    return Span(first, len(old) - same, len(new) - same)


def blocks_of(row: Row, language: Language) -> Side:
    """Return the passages a side shows."""
    return row[language] or _EMPTY


def texts_of(rows: Iterable[Row], language: Language) -> list[str]:
    """Return the text of each block of these rows."""
    return [passage.text for row in rows for passage in row[language] or _EMPTY]


class Places:
    """The rows a page shows and the first block of each."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.rows: Rows = ()
        self.starts: list[int] = []
        self.count = 0

    def show(self, rows: Rows, span: Span) -> None:
        """Take over other rows, of which only `span` differs."""
        before, after = self.rows[span.first : span.old_stop], rows[span.first : span.new_stop]
        self.rows = rows
        if len(before) == len(after) and all(map(self._alike, before, after)):
            return
        sizes = accumulate((len(row[self.language]) or 1 for row in rows), initial=0)
        *self.starts, self.count = sizes

    def row_of(self, block: int) -> int:
        """Return the row a block belongs to."""
        return bisect_right(self.starts, block) - 1

    def blocks(self, row: int) -> range:
        """Return the blocks of a row."""
        start = self.starts[row]
        return range(start, self.starts[row + 1] if row + 1 < len(self.starts) else self.count)

    def start(self, row: int) -> int:
        """Return the first block of a row; behind the last row the number of blocks."""
        return self.starts[row] if row < len(self.starts) else self.count

    def passage(self, block: int) -> tuple[Row, int, Passage]:
        """Return the row, the number and the value of the passage a block shows."""
        row = self.row_of(block)
        index = block - self.starts[row]
        return self.rows[row], index, blocks_of(self.rows[row], self.language)[index]

    def _alike(self, one: Row, other: Row) -> bool:
        return (len(one[self.language]) or 1) == (len(other[self.language]) or 1)
