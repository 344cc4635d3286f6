"""The index of a paragraph: where each of its words begins, made once for all who look for words in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from editor.text.letters import folded

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


def matches(pattern: re.Pattern[str], flat: str, index: Index, firsts: AbstractSet[str]) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer(flat)` finds, for a pattern that begins with one of the words `firsts`.

    `index` is that of the paragraph which `flat` is in plain or small letters. The pattern is tried at those words
    alone: a pattern of many words is slow to tell that none of them stands somewhere.
    """
    found = index.keys() & firsts
    end = 0
    for start in sorted(start for word in found for start in index[word]) if found else ():
        if start >= end:
            match = pattern.match(flat, start)
            if match is not None:
                end = match.end()
                yield match
