"""The index of a paragraph: where each of its words begins, made once for all who look for words in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from editor.text.letters import folded
from editor.values import frozen

FIGURE = "0"
"""What stands in an index, and among first words, for every word that begins with a digit."""
_WORD = re.compile(r"\w+")

Index = Mapping[str, list[int]]
"""Where each word begins (code points), by the word in small letters without accents."""


@lru_cache(maxsize=512)
def index_of(text: str) -> Index:
    """Return the index of one paragraph; nobody may change it. Words that begin with a digit stand under FIGURE too."""
    index: dict[str, list[int]] = {}
    for word in _WORD.finditer(folded(text)):
        index.setdefault(word[0], []).append(word.start())
    figures = [start for word, starts in index.items() if word[0].isdecimal() for start in starts]
    if figures:
        index[FIGURE] = sorted(figures)
    return index


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words that phrases begin with, as an index has them."""
    return frozenset(word[0] for phrase in phrases if (word := _WORD.search(folded(phrase))))


@frozen
class Led:
    """A pattern that begins with one of some words, given as an index has them.

    It is tried at those words alone: a pattern of many words is slow to tell that none of them stands somewhere.
    """

    pattern: re.Pattern[str]
    firsts: frozenset[str]

    def finditer(self, flat: str, index: Index) -> Iterator[re.Match[str]]:
        """Yield what the pattern finds in a paragraph as written, plain or in small letters, given with its index."""
        found = index.keys() & self.firsts
        end = 0
        for start in sorted(start for word in found for start in index[word]) if found else ():
            if start >= end:
                match = self.pattern.match(flat, start)
                if match is not None:
                    end = match.end()
                    yield match
