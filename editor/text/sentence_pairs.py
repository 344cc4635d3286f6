"""Sentence pairs: which sentences of the other language say what a sentence of a row says.

By length, after Gale and Church, “A Program for Aligning Sentences in Bilingual Corpora” (1993), with the figures that
both name; in plain Python, for the few sentences of one row: it may run whenever the caret comes to rest.
"""

import re
from functools import lru_cache
from math import sqrt

from editor.model.language import Language
from editor.model.rows import Row
from editor.text.sentences import sentences

Stretch = tuple[int, int, int]
"""A passage (0-based), and the start and end of a sentence in it (code points)."""

_FRENCH_A_CHARACTER = 1.1
"""Characters of French for one of English, and their variance (Gale and Church, for French and English)."""
_VARIANCE = 6.8
_SHAPES = {(1, 1): 0.0, (1, 2): 4.5, (2, 1): 4.5, (2, 2): 7.5, (1, 0): 9.0, (0, 1): 9.0}
"""How many sentences of each language belong together, and what it costs."""
_SHARED = 3.0
"""What a figure that both name makes up for."""
_MOST = 40
"""Sentences of one side; beyond that nothing is paired."""
_NUMBER = re.compile(r"\d+")


def counterpart_sentences(row: Row, language: Language, passage: int, point: int) -> tuple[Stretch, ...]:
    """Return the sentences of the other language that answer to the one at a point; none where the whole row does."""
    here, there = _stretches(row, language), _stretches(row, language.other)
    if len(here) < 2 or len(there) < 2 or max(len(here), len(there)) > _MOST:
        return ()
    at = max((place for place, stretch in enumerate(here) if stretch[:2] <= (passage, point)), default=0)
    texts = {language: _texts(row, language, here), language.other: _texts(row, language.other, there)}
    for english, french in _pairs(texts[Language.EN], texts[Language.FR]):
        own, other = (english, french) if language is Language.EN else (french, english)
        if at in own:
            return tuple(there[place] for place in other)
    return ()


def _stretches(row: Row, language: Language) -> list[Stretch]:
    return [(index, *ends) for index, passage in enumerate(row[language]) for ends in sentences(passage.text)]


def _texts(row: Row, language: Language, stretches: list[Stretch]) -> tuple[str, ...]:
    return tuple(row[language][passage].text[start:end] for passage, start, end in stretches)


@lru_cache(maxsize=64)
def _pairs(english: tuple[str, ...], french: tuple[str, ...]) -> tuple[tuple[range, range], ...]:
    """Return the cheapest way to put the sentences of both languages together, in their order."""
    best: dict[tuple[int, int], tuple[float, tuple[tuple[range, range], ...]]] = {(0, 0): (0.0, ())}
    for one in range(len(english) + 1):
        for other in range(len(french) + 1):
            if (one, other) not in best:
                continue
            spent, way = best[one, other]
            for (count, other_count), shape in _SHAPES.items():
                end = one + count, other + other_count
                if end[0] > len(english) or end[1] > len(french):
                    continue
                pair = range(one, end[0]), range(other, end[1])
                cost = spent + shape + _cost("".join(english[one : end[0]]), "".join(french[other : end[1]]))
                if end not in best or cost < best[end][0]:
                    best[end] = cost, (*way, pair)
    return best[len(english), len(french)][1]


def _cost(english: str, french: str) -> float:
    """Return how unlikely it is that these say the same, less for every figure in both."""
    if not english or not french:
        return 0.0
    mean = (len(english) + len(french) / _FRENCH_A_CHARACTER) / 2
    off = (len(french) - len(english) * _FRENCH_A_CHARACTER) / sqrt(mean * _VARIANCE)
    shared = set(_NUMBER.findall(english)) & set(_NUMBER.findall(french))
    return off * off / 2 - _SHARED * len(shared)
