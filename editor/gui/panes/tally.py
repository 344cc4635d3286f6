"""Tally: how many rows of a release are in which state, counted anew only where rows changed. No Qt."""

from collections import Counter

from editor.gui.fields.blocks import Rows, changed_rows
from editor.model.language import Language
from editor.model.rows import PairState, Row
from editor.words import Sentence, say

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

    @property
    def states(self) -> Counter[PairState]:
        """How many rows are in each state; those that say nothing in either language are no work, and not counted."""
        found: Counter[PairState] = Counter()
        for (state, has_text), count in self._counts.items():
            if count and has_text:
                found[state] += count
        return found

    @property
    def told(self) -> Sentence:
        """How far the release is, as it is told wherever it is told."""
        states = self.states
        if not states:
            return say("Nothing is written yet")
        return say("{done} of {total} rows done", done=done_of(states), total=states.total())


def done_of(states: Counter[PairState]) -> int:
    """Return how many rows need no more work: confirmed, or in one language on purpose."""
    return states[PairState.CONFIRMED] + states[PairState.ONE_LANGUAGE]


def _sort(row: Row) -> _Sort:
    state = row.state
    # A draft has both sides.
    return state, state is PairState.DRAFT or any(map(row.has_text, Language))
