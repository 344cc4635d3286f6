"""Where long texts are worth looking at closely: a band around a way found roughly.

A first pass allows single units only, paired or left alone, anywhere (or, in very long texts, in a corridor along the
diagonal); the second looks at every shape of bead near the way so found.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from editor.text.alignment.constraints import Constraints
from editor.text.alignment.evidence import Evidence, Range
from editor.text.alignment.programme import LONGEST, Lattice, Way, best_path
from editor.text.alignment.weights import PLAIN_SHAPES, SHAPES

SHORT = 300
"""Texts up to so many units are looked at whole."""

_REACH = 40
"""Units to either side of the rough way that are looked at closely."""
_MOST_NODES = 6_000_000
_BLOCK_ROWS = 96
_BLOCK_COLUMNS = 256

Columns = Sequence[Range]
"""For each row of nodes the first one looked at, and the one after the last."""


def lattice_between(
    evidence: Evidence, constraints: Constraints, en: Range, fr: Range, near: Way | None = None
) -> Lattice:
    """Return the scores of the beads worth looking at between two stretches of text, near a way if one is given."""
    rows, columns = en[1] - en[0] + 1, fr[1] - fr[0] + 1
    nodes: Columns = [(0, columns)] * rows
    if max(rows, columns) > SHORT + 1:
        if near is None:
            near = best_path(_lattice(evidence, constraints, (en, fr), _corridor(rows, columns), PLAIN_SHAPES))
        nodes = _around(near, rows, columns)
    return _lattice(evidence, constraints, (en, fr), nodes, len(SHAPES))


def _corridor(rows: int, columns: int) -> Columns:
    """Return all nodes, or as many along the diagonal as memory allows."""
    reach = max(_MOST_NODES // rows // 2, 1)
    if 2 * reach >= 2 * columns:
        return [(0, columns)] * rows
    steep = (columns - 1) / max(rows - 1, 1)
    # Each row must touch the next, however steep the diagonal.
    reach = max(reach, int(steep) + 1)
    return [(max(0, int(row * steep) - reach), min(columns, int(row * steep) + reach + 1)) for row in range(rows)]


def _around(way: Way, rows: int, columns: int) -> Columns:
    """Return the nodes near a path."""
    first, last = np.full(rows, columns - 1), np.zeros(rows, dtype=np.intp)
    first[0] = 0
    for step in way:
        first[step.en[1]] = min(first[step.en[1]], step.fr[1])
        last[step.en[1]] = step.fr[1]
    # Rows in the middle of a bead are not on the way: they take after their neighbours.
    first, last = np.minimum.accumulate(first[::-1])[::-1], np.maximum.accumulate(last)
    return [
        (
            max(0, min(int(first[max(0, row - _REACH)]), int(first[row]) - _REACH)),
            min(columns, 1 + max(int(last[min(rows - 1, row + _REACH)]), int(last[row]) + _REACH)),
        )
        for row in range(rows)
    ]


def _lattice(
    evidence: Evidence, constraints: Constraints, part: tuple[Range, Range], nodes: Columns, shapes: int
) -> Lattice:
    """Score the beads that end at the given nodes, block by block."""
    (left, right) = part[1]
    table = [np.empty((shapes, end - begin), dtype=np.float32) for begin, end in nodes]
    for rows, columns in _blocks(nodes):
        # Beads that end in the block may begin before it.
        origin = max(0, rows[0] - LONGEST), max(0, columns[0] - LONGEST)
        en = part[0][0] + origin[0], part[0][0] + rows[1] - 1
        fr = left + origin[1], left + columns[1] - 1
        scores = evidence.scores(en, fr, shapes)
        constraints.forbid(scores, en, fr)
        for row in range(*rows):
            begin, end = max(columns[0], nodes[row][0]), min(columns[1], nodes[row][1])
            if begin < end:
                found = scores[:, row - origin[0], begin - origin[1] : end - origin[1]]
                table[row][:, begin - nodes[row][0] : end - nodes[row][0]] = found
    skips = np.arange(right - left + 1, dtype=np.float64) * evidence.weights.alone
    return Lattice(tuple(table), tuple(begin for begin, _ in nodes), skips)


def _blocks(nodes: Columns) -> Iterator[tuple[Range, Range]]:
    """Yield rows and columns of nodes that together cover all the given ones."""
    for first in range(0, len(nodes), _BLOCK_ROWS):
        rows = first, min(first + _BLOCK_ROWS, len(nodes))
        begin = min(begin for begin, _ in nodes[slice(*rows)])
        end = max(end for _, end in nodes[slice(*rows)])
        for column in range(begin, end, _BLOCK_COLUMNS):
            yield rows, (column, min(column + _BLOCK_COLUMNS, end))
