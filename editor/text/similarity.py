"""Similarity of two wordings of one language, in percent of their words: what a translation memory ranks by.

A figure or a date is one word, whatever its value: two sentences that differ in nothing else are nearly the same.
The only file that knows the `rapidfuzz` package, which compares rows of words at the speed of C.
"""

import re
from functools import lru_cache

from editor.model.language import Language
from editor.model.passage import evenly_spaced
from editor.text.letters import folded, plain
from editor.text.values import slots
from editor.values import frozen

Stretch = tuple[int, int]

EXACT = 100
"""Percent of wordings that differ in nothing but the widths of their spaces."""
NEAREST = 99
"""Percent of wordings that differ, however little."""
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_VALUE = "0"
"""What stands for a figure or a date of any value; digits that are no figure (G7) keep their letter."""
_OF_WORDS = 0.8
"""The share of the words, case and accents aside; the rest is that of everything as written, signs included."""


@frozen
class Wording:
    """A wording read to be compared.

    `even` is it evenly spaced, `words` its words in small letters without accents, `signs` words and punctuation as
    written; `values` are where its figures and dates stand (code points of `even`).
    """

    even: str
    words: tuple[str, ...]
    signs: tuple[str, ...]
    values: tuple[Stretch, ...]

    @property
    def bare(self) -> str:
        """The wording without its figures and dates."""
        ends = [0, *(place for stretch in self.values for place in stretch), len(self.even)]
        return " ".join(self.even[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))


@lru_cache(maxsize=4096)
def read(text: str, language: Language) -> Wording:
    """Read a wording to be compared."""
    even = evenly_spaced(text)
    values = tuple((slot.start, slot.end) for slot in slots(even, language))
    signs: list[str] = []
    place = 0
    flat = plain(even)
    for start, end in (*values, (len(flat), len(flat))):
        signs += _TOKEN.findall(flat, place, start)
        if start < end:
            signs.append(_VALUE)
        place = end
    words = tuple(folded(sign) for sign in signs if sign[0].isalnum())
    return Wording(even, words, tuple(signs), values)


def similarity(one: Wording, other: Wording, least: int = 0) -> int:
    """Return how alike two wordings are, 0 to 100; 0 for anything below `least`. The order does not count.

    100 only where they differ in nothing but the widths of spaces. Of what is compared, four fifths are the words and
    one fifth is everything as it is written: edits of words (Levenshtein) over the words of the longer one.
    """
    if one.even == other.even:
        return EXACT
    longest = max(len(one.words), len(other.words))
    # What lengths alone forbid need not be compared.
    if not longest or min(len(one.words), len(other.words)) / longest * _OF_WORDS + (1 - _OF_WORDS) < least / 100:
        return 0
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 (loaded with the first comparison, not at the start)

    words = Levenshtein.normalized_similarity(one.words, other.words)
    signs = Levenshtein.normalized_similarity(one.signs, other.signs)
    percent = min(NEAREST, int(100 * (_OF_WORDS * words + (1 - _OF_WORDS) * signs) + _ROUNDING))
    return percent if percent >= least else 0


_ROUNDING = 1e-9
"""So that sums of binary fractions reach the percent they are meant to be."""
