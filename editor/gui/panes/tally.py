"""Tally: how many rows of a release are in which state, counted anew only where rows changed. No Qt."""

from collections import Counter

from editor.gui.fields.blocks import Rows, changed_rows
from editor.model.language import Language
from editor.model.rows import PairState, Row

_Sort = tuple[PairState, bool]
"""The state of a row, and whether either of its sides says anything."""


class Tally:
    """The rows followed last, by state. A key costs one row looked at, however many there are."""

    def __init__(self) -> None:
        self._rows: Rows = ()
        self._counts: Counter[_Sort] = Counter()

    def follow(self, rows: Rows) -> bool:
        """Take over other rows; answers whether any count differs."""
        span = changed_rows(self._rows, rows)
        if span is None:
            return False
        gone, come = self._rows[span.first : span.old_stop], rows[span.first : span.new_stop]
        self._rows = rows
        lost, won = list(map(_sort, gone)), list(map(_sort, come))
        if lost == won:
            return False
        self._counts.update(won)
        self._counts.subtract(lost)
        return True

    def states(self, *, empty: bool) -> Counter[PairState]:
        """Return how many rows are in each state, those that say nothing in either language among them or not."""
        found: Counter[PairState] = Counter()
        for (state, has_text), count in self._counts.items():
            if count and (has_text or empty):
                found[state] += count
        return found


def _sort(row: Row) -> _Sort:
    state = row.state
    # A draft has both sides.
    return state, state is PairState.DRAFT or any(map(row.has_text, Language))
