"""The shapes beads may have, and what each kind of evidence for them weighs.

The weights are round guesses at likelihoods, and results do not turn on them: fitted to half of a set of hand-aligned
texts (maximum conditional likelihood), they did no better on the other half.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import IntEnum
from types import MappingProxyType

from editor.values import frozen

SHAPES: tuple[tuple[int, int], ...] = (
    (1, 0), (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (1, 4), (4, 1), (2, 3), (3, 2),
)  # fmt: skip
"""English and French units of a bead. (0, 1) is not among them: leaving French units alone is a step within a row."""

PLAIN_SHAPES = 2
"""How many of SHAPES, from the first, suffice to find the way roughly."""


class Sort(IntEnum):
    """What kind of thing a token is; each kind has its own likelihood of being found again in a translation."""

    NUMBER = 0
    NAME = 1
    KNOWN = 2
    """A word the lexicon has."""
    WORD = 3
    MARK = 4
    PHRASE = 5
    SHAPE = 6
    """How a unit looks: how it ends, heading, list item, quotation."""
    KIND = 7
    """The kind of row, where it is known."""


@frozen
class Weights:
    """What each kind of evidence weighs; logarithms are natural."""

    found: tuple[float, ...] = (0.9, 0.8, 0.6, 0.4, 0.3, 0.6, 0.4, 0.9)
    """For each Sort, how often such a token has a counterpart in the translation."""
    same: tuple[float, ...] = (0.9, 0.9, 0.6, 0.6, 0.6, 0.8, 0.6, 0.9)
    """For each Sort, how likely the same form is that counterpart."""
    listed: float = 0.5
    """How likely a translation from the lexicon is."""
    cognate: float = 0.4
    """How likely a word that begins alike is, times the share of letters in common."""
    learned: float = 0.6
    """How far translations learned from the text itself are trusted."""
    smoothing: float = 0.5
    """How often a form is taken to be met by chance beyond what the text shows."""
    padding: float = 200.0
    """How many tokens of other text chance frequencies are reckoned with, so that short texts do not mislead."""
    words: float = 0.4
    """What the tokens weigh: less than 1, for they are not independent."""
    length: float = 1.0
    """What the lengths weigh."""
    length_cap: float = 8.0
    """The most that lengths may count against a bead, before weighing."""
    spread: float = 6.8
    """Variance of the length of a translation, for each character (Gale and Church 1993)."""
    ratio: float = 1.12
    """Characters of French for one of English."""
    alone: float = -3.0
    """The score of leaving a unit without counterpart."""
    joined: Mapping[tuple[int, int], float] = field(
        default_factory=lambda: MappingProxyType(
            {(1, 1): 0.0, (1, 2): -2.0, (2, 2): -4.0, (1, 3): -4.0, (1, 4): -5.0, (2, 3): -5.0}
        )
    )
    """The score of each shape of bead as such, the smaller side first."""

    def prior(self, shape: tuple[int, int]) -> float:
        """Return the score of a shape of bead as such."""
        return self.alone if 0 in shape else self.joined[min(shape), max(shape)]
