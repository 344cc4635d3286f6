"""Proposes the beads of two texts: cuts them at confirmed pairs, and finds the best way through each part."""

from collections.abc import Iterator, Sequence
from itertools import islice

from editor.errors import Unfit
from editor.text.alignment.band import lattice_between
from editor.text.alignment.beads import Bead, Pair, Unit
from editor.text.alignment.constraints import Constraints, constraints_of
from editor.text.alignment.evidence import Evidence, Range, half
from editor.text.alignment.lexicon import Lexicon, lexicon
from editor.text.alignment.links import known_links, learn_links
from editor.text.alignment.programme import best_path, confidences
from editor.text.alignment.tokens import read, seems_swapped
from editor.text.alignment.weights import Weights
from editor.words import say

MOST_UNITS = 20_000
"""The most units a side may have."""

_ENOUGH_TO_LEARN = 250
"""Units of both sides together from which the text itself teaches more about its words than it misleads."""


def propose(
    en: Sequence[Unit], fr: Sequence[Unit], anchors: Sequence[Pair], rejected: Sequence[Pair]
) -> tuple[Bead, ...]:
    """Pair the units of two texts: see `editor.text.alignment.align`."""
    count = max(len(en), len(fr))
    if count > MOST_UNITS:
        raise Unfit(
            say(
                "These texts are too long to be aligned: {count} units, and the most is {most}.",
                count=count,
                most=MOST_UNITS,
            )
        )
    words = lexicon()
    if seems_swapped(en, fr, words):
        beads = _propose(fr, en, [(b, a) for a, b in anchors], [(b, a) for a, b in rejected], words)
        return tuple(Bead(bead.fr, bead.en, bead.confidence) for bead in beads)
    return _propose(en, fr, anchors, rejected, words)


def _propose(
    en: Sequence[Unit], fr: Sequence[Unit], anchors: Sequence[Pair], rejected: Sequence[Pair], words: Lexicon
) -> tuple[Bead, ...]:
    weights = Weights()
    constraints = constraints_of(len(en), len(fr), anchors, rejected)
    # A kind that one side alone knows says nothing: a text from plain text has paragraphs only.
    kinds = frozenset(unit.kind for unit in en if unit.kind) & frozenset(unit.kind for unit in fr)
    en_read, fr_read = read(en, "en", words, kinds), read(fr, "fr", words, kinds)
    halves = half(en_read, weights), half(fr_read, weights)
    known = known_links(en_read, fr_read, words, weights)
    beads = _beads(Evidence(*halves, known, weights), constraints)
    if len(en) + len(fr) >= _ENOUGH_TO_LEARN:
        learned = learn_links(known, en_read, fr_read, beads, weights)
        beads = _beads(Evidence(*halves, learned, weights), constraints)
    return beads


def _beads(evidence: Evidence, constraints: Constraints) -> tuple[Bead, ...]:
    """Return the confirmed pairs and what is proposed around them."""
    counts = len(evidence.en.lengths), len(evidence.fr.lengths)
    beads: list[Bead] = []
    confirmed = (Bead(tuple(range(*en)), tuple(range(*fr))) for en, fr in constraints.pairs)
    for en, fr in constraints.parts(*counts):
        beads += _part(evidence, constraints, en, fr)
        beads += islice(confirmed, 1)
    return tuple(beads)


def _part(evidence: Evidence, constraints: Constraints, en: Range, fr: Range) -> Iterator[Bead]:
    """Yield the beads of what lies between two confirmed pairs."""
    lattice = lattice_between(evidence, constraints, en, fr)
    steps = best_path(lattice)
    for step, confidence in zip(steps, confidences(lattice, steps), strict=True):
        yield Bead(
            tuple(range(en[0] + step.en[0], en[0] + step.en[1])),
            tuple(range(fr[0] + step.fr[0], fr[0] + step.fr[1])),
            round(confidence, 4),
        )
