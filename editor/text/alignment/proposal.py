"""Proposes the beads of two texts: cuts them at confirmed pairs, and finds the best way through each part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from editor.errors import Unfit
from editor.text.alignment.beads import Bead, Pair, Unit
from editor.text.alignment.evidence import SHAPES, Evidence, Half, Weights, known_links
from editor.text.alignment.lexicon import lexicon
from editor.text.alignment.programme import Lattice, best_path, confidences
from editor.text.alignment.tokens import read
from editor.words import say

MOST_UNITS = 20_000


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of both texts between confirmed pairs, as ranges of units."""

    en: tuple[int, int]
    fr: tuple[int, int]


def propose(
    en: Sequence[Unit], fr: Sequence[Unit], anchors: Sequence[Pair], rejected: Sequence[Pair]
) -> tuple[Bead, ...]:
    """Pair the units of two texts: see `editor.text.alignment.align`."""
    if max(len(en), len(fr)) > MOST_UNITS:
        raise Unfit(
            say(
                "These texts are too long to be aligned: {count} units, and the most is {most}.",
                count=max(len(en), len(fr)),
                most=MOST_UNITS,
            )
        )
    weights = Weights()
    words = lexicon()
    en_read = read([unit.text for unit in en], "en", words)
    fr_read = read([unit.text for unit in fr], "fr", words)
    evidence = Evidence(
        Half(en_read, [len(unit.text) for unit in en], weights),
        Half(fr_read, [len(unit.text) for unit in fr], weights),
        known_links(en_read, fr_read, words, weights),
        weights,
    )
    beads: list[Bead] = []
    for part in _parts(len(en), len(fr), anchors):
        if isinstance(part, Bead):
            beads.append(part)
        else:
            beads += _beads(evidence, part, weights)
    return tuple(beads)


def _parts(en_count: int, fr_count: int, anchors: Sequence[Pair]) -> Iterator[Part | Bead]:
    i = j = 0
    for en, fr in sorted(a for a in anchors if a[0] and a[1]):
        yield Part((i, en[0]), (j, fr[0]))
        yield Bead(en, fr)
        i, j = en[-1] + 1, fr[-1] + 1
    yield Part((i, en_count), (j, fr_count))


def _beads(evidence: Evidence, part: Part, weights: Weights) -> list[Bead]:
    (top, bottom), (left, right) = part.en, part.fr
    scores = evidence.block(part.en, part.fr)
    lattice = Lattice(
        tuple(scores[:, row, :] for row in range(bottom - top + 1)),
        (0,) * (bottom - top + 1),
        np.arange(right - left + 1) * weights.null,
    )
    steps = best_path(lattice)
    return [
        Bead(tuple(range(top + s.en[0], top + s.en[1])), tuple(range(left + s.fr[0], left + s.fr[1])), round(c, 4))
        for s, c in zip(steps, confidences(lattice, steps, weights.calm), strict=True)
    ]
