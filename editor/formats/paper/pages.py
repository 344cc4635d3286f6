"""Pages: bands of lines, side by side in columns, laid on pages of one height. Pure arithmetic, in any unit."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, Generic, Protocol, TypeVar

from editor.values import frozen


class Line(Protocol):
    """A line of a column: all that matters here is how high it is."""

    @property
    def height(self) -> float:
        """How high the line is, the space above it included."""


L = TypeVar("L", bound=Line)
Columns = tuple[tuple[L, ...], ...]

_FEWEST: Final = 2
"""Lines of a paragraph that stand together at least, at the foot of a page and at the head of the next."""
_WHOLE: Final = 0.25
"""Share of a page up to which a band is not cut, but goes to the next page whole."""
_LITTLE: Final = 0.12
"""Share of a page under which what stands on a last one looks forlorn."""
_CLOSER: Final = (0.85, 0.7)
"""Shares of the spaces between bands that still part them well."""


@frozen
class Band(Generic[L]):
    """What stands side by side: the lines of each column.

    `above` is the space before it (none at the head of a page), `keeps` says that what follows stays with it,
    `opens` that it begins a page, `look` is for whoever paints it.
    """

    columns: Columns[L]
    above: float = 0
    keeps: bool = False
    opens: bool = False
    is_whole: bool = False
    look: object = None

    @property
    def height(self) -> float:
        """How high the highest column is."""
        return max((sum(line.height for line in column) for column in self.columns), default=0)


@frozen
class Piece(Generic[L]):
    """What of a band stands on one page, and where: `top` from the head of the page."""

    band: Band[L]
    columns: Columns[L]
    top: float

    @property
    def height(self) -> float:
        """How high the highest column is."""
        return max((sum(line.height for line in column) for column in self.columns), default=0)


def paginated(bands: Sequence[Band[L]], height: float) -> tuple[tuple[Piece[L], ...], ...]:
    """Lay bands on pages, and return what stands on each. There is always one page.

    Where little would stand alone on a last page, the bands move closer to each other if that saves the page.
    """
    starts = [0, *(index for index, band in enumerate(bands) if band.opens and index), len(bands)]
    sections = (bands[start:end] for start, end in pairwise(starts))
    pages = tuple(page for section in sections for page in _closed_up(section, height))
    return tuple(filter(None, pages)) or ((),)


def _closed_up(bands: Sequence[Band[L]], height: float) -> tuple[tuple[Piece[L], ...], ...]:
    pages = _laid(bands, height)
    if len(pages) > 1 and pages[-1][-1].top + pages[-1][-1].height < height * _LITTLE:
        for share in _CLOSER:
            closer = _laid([replace(band, above=band.above * share) for band in bands], height)
            if len(closer) < len(pages):
                return closer
    return pages


def _laid(bands: Sequence[Band[L]], height: float) -> tuple[tuple[Piece[L], ...], ...]:
    pages: list[list[Piece[L]]] = [[]]
    y = 0.0
    for index, band in enumerate(bands):
        lead = band.above if pages[-1] else 0
        if pages[-1] and (band.opens or y + lead + _least(bands, index, height) > height):
            pages.append([])
            y = lead = 0
        rest = band.columns
        while True:
            taken, rest = _cut(rest, height - y - lead, at_head=not pages[-1])
            if any(taken):
                pages[-1].append(Piece(band, taken, y + lead))
                y = pages[-1][-1].top + pages[-1][-1].height
            if not any(rest):
                break
            pages.append([])
            y = lead = 0
    return tuple(map(tuple, pages))


def _least(bands: Sequence[Band[L]], index: int, height: float) -> float:
    """Return what of a band, and of those that stay with it, must have room on one page."""
    band = bands[index]
    whole = band.height
    if band.keeps and index + 1 < len(bands) and not bands[index + 1].opens:
        return whole + bands[index + 1].above + _least(bands, index + 1, height)
    if band.is_whole or whole <= height * _WHOLE:
        return min(whole, height)
    return max(sum(line.height for line in column[:_FEWEST]) for column in band.columns)


def _cut(columns: Columns[L], room: float, *, at_head: bool) -> tuple[Columns[L], Columns[L]]:
    """Return what of each column has room, and the rest; of a page that is empty, one line is always taken."""
    counts = [_fitting(column, room) for column in columns]
    if at_head and not any(counts):
        counts = [min(1, len(column)) for column in columns]
    taken = tuple(column[:count] for column, count in zip(columns, counts, strict=True))
    rest = tuple(column[count:] for column, count in zip(columns, counts, strict=True))
    return taken, rest


def _fitting(column: Sequence[L], room: float) -> int:
    used = 0.0
    for count, line in enumerate(column):
        used += line.height
        if used > room:
            # No single line at the head of the next page, none at the foot of this one.
            kept = min(count, len(column) - _FEWEST) if len(column) > _FEWEST else 0
            return kept if kept >= _FEWEST else 0
    return len(column)
