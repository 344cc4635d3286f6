"""The dynamic programme: the best way through a band of bead scores, and how sure each step of it is.

A node (i, j) stands after the first i English and the first j French units; a bead is a step between two nodes.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from editor.text.alignment.links import Floats
from editor.text.alignment.weights import SHAPES
from editor.values import frozen

Sums = NDArray[np.float64]

LONGEST = max(english for english, _ in SHAPES)
_NONE: Sums = np.empty(0)


@frozen
class Lattice:
    """Scores of every bead in a band: one table (shape of bead × node) for each row of nodes."""

    scores: tuple[Floats, ...]
    """For each i, the scores of the beads that end at its nodes, one line for each of SHAPES."""
    starts: tuple[int, ...]
    """For each i, the j of its first node."""
    skips: Sums
    """For each j, the score of leaving the first j French units alone."""

    def width(self, row: int) -> int:
        """Return how many nodes a row has."""
        return int(self.scores[row].shape[1])

    def row_skips(self, row: int) -> Sums:
        """Return the part of `skips` that belongs to the nodes of a row."""
        start = self.starts[row]
        return self.skips[start : start + self.width(row)]


@frozen
class Step:
    """A bead as ranges: English units `en[0]` to before `en[1]`, French `fr[0]` to before `fr[1]`."""

    en: tuple[int, int]
    fr: tuple[int, int]


Way = tuple[Step, ...]
"""Steps from the beginning of both texts to the end."""


def best_path(lattice: Lattice) -> Way:
    """Return the steps of the path with the highest sum of scores."""
    values: list[Sums] = []
    choices: list[NDArray[np.int8]] = []
    for row in range(len(lattice.scores)):
        arrivals = _arrivals(lattice, row, values)
        skips = lattice.row_skips(row)
        level = arrivals.max(axis=0) - skips
        best = np.maximum.accumulate(level)
        values.append(best + skips)
        choices.append(np.where(level >= best, arrivals.argmax(axis=0), -1).astype(np.int8))
        if row >= LONGEST:
            # No bead reaches back so far: in long texts this is most of the memory.
            values[row - LONGEST] = _NONE
    return _walk_back(lattice, choices)


def _walk_back(lattice: Lattice, choices: Sequence[NDArray[np.int8]]) -> Way:
    row = len(lattice.scores) - 1
    column = lattice.starts[row] + lattice.width(row) - 1
    steps = []
    while row or column:
        choice = int(choices[row][column - lattice.starts[row]])
        english, french = (0, 1) if choice < 0 else SHAPES[choice]
        steps.append(Step((row - english, row), (column - french, column)))
        row, column = row - english, column - french
    return tuple(reversed(steps))


def confidences(lattice: Lattice, steps: Way) -> tuple[float, ...]:
    """Return for each step the share of all paths that take it, each path weighing exp(score).

    For one-sided steps: the share of paths that leave the unit alone, wherever they do.
    """
    before, after = _sums_before(lattice), _sums_after(lattice)
    whole = float(before[-1][-1])
    alone = _left_alone(lattice, before, after, whole)
    shares = []
    for step in steps:
        (top, row), (left, column) = step.en, step.fr
        if top == row:
            share = float(alone[left])
        elif left == column:
            share = _dropped(lattice, row, before, after, whole)
        else:
            come = before[top][left - lattice.starts[top]]
            score = lattice.scores[row][SHAPES.index((row - top, column - left)), column - lattice.starts[row]]
            share = float(np.exp(come + score + after[row][column - lattice.starts[row]] - whole))
        shares.append(min(1.0, max(0.0, share)))
    return tuple(shares)


def _dropped(lattice: Lattice, row: int, before: Sequence[Sums], after: Sequence[Sums], whole: float) -> float:
    """Return the share of paths that leave the English unit before node row `row` alone."""
    first = max(lattice.starts[row - 1], lattice.starts[row])
    last = min(lattice.starts[row - 1] + lattice.width(row - 1), lattice.starts[row] + lattice.width(row))
    come = before[row - 1][first - lattice.starts[row - 1] : last - lattice.starts[row - 1]]
    here = slice(first - lattice.starts[row], last - lattice.starts[row])
    return float(np.exp(come + lattice.scores[row][0, here] + after[row][here] - whole).sum())


def _left_alone(lattice: Lattice, before: Sequence[Sums], after: Sequence[Sums], whole: float) -> Sums:
    """Return for each French unit the share of paths that leave it alone."""
    alone = np.zeros(len(lattice.skips), dtype=np.float64)
    for row, start in enumerate(lattice.starts):
        steps = np.diff(lattice.row_skips(row))
        alone[start : start + len(steps)] += np.exp(before[row][:-1] + steps + after[row][1:] - whole)
    return alone


def _sums_before(lattice: Lattice) -> list[Sums]:
    """Return for each node the logarithm of the summed weights of all paths from the beginning."""
    sums: list[Sums] = []
    for row in range(len(lattice.scores)):
        arrivals = np.logaddexp.reduce(_arrivals(lattice, row, sums), axis=0)
        skips = lattice.row_skips(row)
        sums.append(np.logaddexp.accumulate(arrivals - skips) + skips)
    return sums


def _sums_after(lattice: Lattice) -> list[Sums]:
    """Return for each node the logarithm of the summed weights of all paths to the end."""
    last = len(lattice.scores) - 1
    sums: list[Sums] = [_NONE] * (last + 1)
    for row in range(last, -1, -1):
        departures = np.logaddexp.reduce(_departures(lattice, row, sums), axis=0)
        skips = lattice.row_skips(row)
        sums[row] = np.logaddexp.accumulate((departures + skips)[::-1])[::-1] - skips
    return sums


def _arrivals(lattice: Lattice, row: int, values: Sequence[Sums]) -> Sums:
    """Return for each shape of bead and node of `row` the value of coming to it by such a bead."""
    start, width = lattice.starts[row], lattice.width(row)
    shapes = len(lattice.scores[row])
    reached = np.full((shapes, width), -np.inf)
    if row == 0:
        reached[0, 0] = 0.0
    for shape, (english, french) in enumerate(SHAPES[:shapes]):
        origin = row - english
        if origin < 0:
            continue
        shift = lattice.starts[origin] + french
        first, last = max(start, shift), min(start + width, shift + lattice.width(origin))
        if first < last:
            here = slice(first - start, last - start)
            np.add(
                values[origin][first - shift : last - shift], lattice.scores[row][shape, here], out=reached[shape, here]
            )
    return reached


def _departures(lattice: Lattice, row: int, values: Sequence[Sums]) -> Sums:
    """Return for each shape of bead and node of `row` the value of going on from it by such a bead."""
    start, width = lattice.starts[row], lattice.width(row)
    left = np.full((len(SHAPES), width), -np.inf)
    if row == len(lattice.scores) - 1:
        left[0, -1] = 0.0
    for shape, (english, french) in enumerate(SHAPES):
        goal = row + english
        if goal >= len(lattice.scores):
            continue
        shift = lattice.starts[goal] - french
        first, last = max(start, shift), min(start + width, shift + lattice.width(goal))
        if first < last:
            there = slice(first - shift, last - shift)
            here = slice(first - start, last - start)
            np.add(values[goal][there], lattice.scores[goal][shape, there], out=left[shape, here])
    return left
