"""Units of text, the beads that pair them, and the plain-text format beads are exchanged in.

The format: one bead a line, `EN:FR`, each side a comma-separated list of unit numbers from 0; a side may be empty;
`#` starts a comment; units named in no bead are untranslated.
"""

from collections.abc import Iterable, Sequence

from editor.errors import Unfit
from editor.values import frozen
from editor.words import say

Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""Units of the English side and of the French side, as places from 0."""


@frozen
class Unit:
    """A paragraph or sentence to be paired; `kind` is its kind of row where that is known, and only a hint."""

    text: str
    kind: str = ""


@frozen
class Bead:
    """Units that say the same thing; one side is empty for a unit without a counterpart."""

    en: tuple[int, ...]
    fr: tuple[int, ...]
    confidence: float = 1.0
    """How likely exactly this bead is, 0 to 1; 1 for a confirmed one."""


def write_beads(beads: Iterable[Bead]) -> str:
    """Write beads one a line, in their order."""
    return "".join(f"{_listed(bead.en)}:{_listed(bead.fr)}\n" for bead in beads)


def read_beads(text: str, en_count: int, fr_count: int) -> tuple[Bead, ...]:
    """Read beads of two texts of so many units; one-sided beads are cut to single units, missing ones added at the end.

    Raises Unfit naming the first malformed line, or unit that is out of range or named twice.
    """
    beads: list[Bead] = []
    free = (set(range(en_count)), set(range(fr_count)))
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.partition("#")[0].strip()
        if line:
            beads += _split(_bead(line, number, free))
    beads += [Bead((place,), ()) for place in sorted(free[0])]
    beads += [Bead((), (place,)) for place in sorted(free[1])]
    return tuple(beads)


def _listed(places: Sequence[int]) -> str:
    return ",".join(map(str, places))


def _bead(line: str, number: int, free: tuple[set[int], set[int]]) -> Bead:
    sides = line.split(":")
    if len(sides) != 2:
        raise Unfit(say("Line {number}: a bead has exactly one colon, “{line}” has not.", number=number, line=line))
    en, fr = (_places(side, number, left) for side, left in zip(sides, free, strict=True))
    return Bead(en, fr)


def _places(listed: str, number: int, free: set[int]) -> tuple[int, ...]:
    places = []
    for item in filter(None, map(str.strip, listed.split(","))):
        if not (item.isascii() and item.isdigit()):
            raise Unfit(say("Line {number}: “{item}” is not the number of a unit.", number=number, item=item))
        # No text has a million million units, and longer digits would be slow to read.
        place = int(item[:12])
        if place not in free:
            raise Unfit(say("Line {number}: unit {item} does not exist or is used twice.", number=number, item=item))
        free.remove(place)
        places.append(place)
    return tuple(sorted(places))


def _split(bead: Bead) -> list[Bead]:
    if bead.en and bead.fr:
        return [bead]
    return [Bead((place,), ()) for place in bead.en] + [Bead((), (place,)) for place in bead.fr]
