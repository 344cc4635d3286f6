"""What the user has settled: pairs confirmed, and pairs rejected."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from editor.errors import Unfit
from editor.text.alignment.beads import Pair
from editor.text.alignment.evidence import Range
from editor.text.alignment.links import Floats
from editor.text.alignment.weights import SHAPES
from editor.values import frozen
from editor.words import say


@frozen
class Constraints:
    """Confirmed pairs in the order of the texts, units confirmed to stand alone, and pairs not to be proposed."""

    pairs: tuple[tuple[Range, Range], ...] = ()
    en_alone: frozenset[int] = frozenset()
    fr_alone: frozenset[int] = frozenset()
    rejected: frozenset[tuple[Range, Range]] = frozenset()

    def parts(self, en_count: int, fr_count: int) -> tuple[tuple[Range, Range], ...]:
        """Return what lies before, between and after the confirmed pairs: one part more than there are pairs."""
        ends = [(0, 0), *((en[1], fr[1]) for en, fr in self.pairs)]
        begins = [*((en[0], fr[0]) for en, fr in self.pairs), (en_count, fr_count)]
        return tuple(((i, next_i), (j, next_j)) for (i, j), (next_i, next_j) in zip(ends, begins, strict=True))

    def forbid(self, scores: Floats, en: Range, fr: Range) -> None:
        """Make impossible, in the scores of two stretches (`Evidence.scores`), the beads that are ruled out."""
        for shape, (a, b) in enumerate(SHAPES[: len(scores)]):
            if not b:
                continue
            for place in self.en_alone:
                if en[0] <= place < en[1]:
                    scores[shape, place - en[0] + 1 : place - en[0] + a + 1] = -np.inf
            for place in self.fr_alone:
                if fr[0] <= place < fr[1]:
                    scores[shape, :, place - fr[0] + 1 : place - fr[0] + b + 1] = -np.inf
        for one, other in self.rejected:
            shape = SHAPES.index((one[1] - one[0], other[1] - other[0]))
            inside = en[0] <= one[0] and one[1] <= en[1] and fr[0] <= other[0] and other[1] <= fr[1]
            if inside and shape < len(scores):
                scores[shape, one[1] - en[0], other[1] - fr[0]] = -np.inf


def constraints_of(en_count: int, fr_count: int, anchors: Iterable[Pair], rejected: Iterable[Pair]) -> Constraints:
    """Read confirmed and rejected pairs. Raises Unfit for anchors that do not fit the texts or each other.

    Rejected pairs that are never proposed anyway (with gaps, or an empty side) are passed over.
    """
    pairs: list[tuple[Range, Range]] = []
    en_alone: set[int] = set()
    fr_alone: set[int] = set()
    used: tuple[set[int], set[int]] = (set(), set())
    for anchor in anchors:
        _use(anchor, (en_count, fr_count), used)
        if anchor[0] and anchor[1]:
            pairs.append((_range(anchor, 0), _range(anchor, 1)))
        else:
            en_alone.update(anchor[0])
            fr_alone.update(anchor[1])
    pairs.sort()
    for (_, before), (en, after) in pairwise(pairs):
        if after[0] < before[1]:
            raise _misfit((tuple(range(*en)), tuple(range(*after))))
    return Constraints(tuple(pairs), frozenset(en_alone), frozenset(fr_alone), _proposable(rejected))


def _use(anchor: Pair, counts: Sequence[int], used: tuple[set[int], set[int]]) -> None:
    """Note the units of an anchor as used; each must exist and be used once."""
    for places, count, taken in zip(anchor, counts, used, strict=True):
        for place in places:
            if not 0 <= place < count or place in taken:
                raise _misfit(anchor)
            taken.add(place)


def _range(anchor: Pair, side: int) -> Range:
    places = anchor[side]
    if places != tuple(range(places[0], places[0] + len(places))):
        raise _misfit(anchor)
    return places[0], places[-1] + 1


def _misfit(anchor: Pair) -> Unfit:
    pair = ":".join(",".join(map(str, places)) for places in anchor)
    return Unfit(say("The confirmed pair {pair} does not fit the texts or crosses another one.", pair=pair))


def _proposable(rejected: Iterable[Pair]) -> frozenset[tuple[Range, Range]]:
    """Return the rejected pairs that have a shape which is proposed at all, as ranges."""
    found = set()
    for en, fr in rejected:
        whole = all(tuple(sorted(side)) == tuple(range(min(side), max(side) + 1)) for side in (en, fr) if side)
        if en and fr and whole and (len(en), len(fr)) in SHAPES:
            found.add(((min(en), max(en) + 1), (min(fr), max(fr) + 1)))
    return frozenset(found)
