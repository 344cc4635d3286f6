"""Numbering: items of a numbered list count on when others come, go or change places before them."""

from collections.abc import Iterator
from dataclasses import replace

from editor.model.rows import Row, RowKind

Rows = tuple[Row, ...]
_Above = list[tuple[int, int] | None]
"""For each level that is open the number last given, and the one its count began with."""


def renumbered(before: Rows, after: Rows) -> Rows:
    """Return the rows after a change, with every item that counted on with those above it counting on still.

    What begins a list begins it with the number that the list began with; an item whose number was set apart keeps
    it. The same object is returned where nothing is to be changed.
    """
    if not any(row.number is not None for row in after):
        return after
    known = {row.id for row in before}
    counting = {
        row.id: last[1] if last else row.number
        for row, last in _with_above(before)
        if row.number is not None and (last is None or row.number == last[0] + 1)
    }
    rows, changed = list(after), False
    above: _Above = []
    for index, row in enumerate(after):
        last = _opened(above, row)
        if row.kind is not RowKind.LIST_ITEM:
            continue
        number, start = row.number, counting.get(row.id)
        if number is not None and (start is not None or row.id not in known):
            number = last[0] + 1 if last else start or number
        if number != row.number:
            rows[index] = replace(row, number=number)
            changed = True
        above[-1] = _counted(number, last)
    return tuple(rows) if changed else after


def number_at(rows: Rows, index: int, level: int) -> int | None:
    """Return the number that an item of this level would have at `index`, going on with the list there; None: none."""
    above: _Above = []
    for _ in _with_above(rows[:index], above):
        pass
    last = _opened(above, Row("", kind=RowKind.LIST_ITEM, level=level)) if above else None
    return last[0] + 1 if last else None


def _with_above(rows: Rows, above: _Above | None = None) -> Iterator[tuple[Row, tuple[int, int] | None]]:
    """Go through the items of lists, each with what was counted last at its level."""
    above = [] if above is None else above
    for row in rows:
        last = _opened(above, row)
        if row.kind is RowKind.LIST_ITEM:
            yield row, last
            above[-1] = _counted(row.number, last)


def _opened(above: _Above, row: Row) -> tuple[int, int] | None:
    """Open the level of an item, end the deeper ones, and return what was counted there; other rows end all."""
    if row.kind is not RowKind.LIST_ITEM:
        above.clear()
        return None
    level = max(row.level, 1)
    del above[level:]
    above.extend([None] * (level - len(above)))
    return above[-1]


def _counted(number: int | None, last: tuple[int, int] | None) -> tuple[int, int] | None:
    if number is None:
        return None
    return (number, last[1]) if last is not None and number == last[0] + 1 else (number, number)
