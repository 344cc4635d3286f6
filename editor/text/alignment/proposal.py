"""Proposes the beads of two texts: cuts them at confirmed pairs, and finds the best way through each part."""

from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from editor.errors import Unfit
from editor.text.alignment.band import lattice_between
from editor.text.alignment.beads import Bead, Pair, Unit
from editor.text.alignment.constraints import Constraints, constraints_of
from editor.text.alignment.evidence import Evidence, half
from editor.text.alignment.lexicon import Lexicon, lexicon
from editor.text.alignment.links import known_links, learn_links
from editor.text.alignment.programme import Way, best_path, confidences
from editor.text.alignment.tokens import read, seems_swapped
from editor.text.alignment.weights import Weights
from editor.words import say

MOST_UNITS = 10_000
"""The most units a side may have; a long novel has half as many paragraphs."""

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
    beads, ways = _beads(Evidence(*halves, known, weights), constraints)
    if len(en) + len(fr) >= _ENOUGH_TO_LEARN:
        learned = learn_links(known, en_read, fr_read, beads, weights)
        beads, _ = _beads(Evidence(*halves, learned, weights), constraints, ways)
    return beads


def _beads(
    evidence: Evidence, constraints: Constraints, rough: Sequence[Way] = ()
) -> tuple[tuple[Bead, ...], tuple[Way, ...]]:
    """Return the confirmed pairs and what is proposed around them, and the way found through each part.

    `rough`: such ways found before, near which better ones are looked for.
    """
    beads: list[Bead] = []
    ways: list[Way] = []
    confirmed = (Bead(tuple(range(*en)), tuple(range(*fr))) for en, fr in constraints.pairs)
    parts = constraints.parts(len(evidence.en.lengths), len(evidence.fr.lengths))
    for (en, fr), near in zip_longest(parts, rough):
        lattice = lattice_between(evidence, constraints, en, fr, near)
        way = best_path(lattice)
        beads += _placed(way, confidences(lattice, way), en[0], fr[0])
        beads += islice(confirmed, 1)
        ways.append(way)
    return tuple(beads), tuple(ways)


def _placed(way: Way, sure: Sequence[float], en: int, fr: int) -> Iterator[Bead]:
    """Yield the beads of a part that begins at the given units."""
    for step, confidence in zip(way, sure, strict=True):
        yield Bead(
            tuple(range(en + step.en[0], en + step.en[1])),
            tuple(range(fr + step.fr[0], fr + step.fr[1])),
            round(confidence, 4),
        )
