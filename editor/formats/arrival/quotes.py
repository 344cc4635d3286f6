"""Quotes of the two texts made one: those of one row belong together, in their order."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product, zip_longest
from typing import Final

from editor.formats.arrival.people import Person, speaker_in
from editor.formats.arrival.texts import Text
from editor.model.language import Bilingual, Language
from editor.model.people import Confidence, Quote
from editor.text.recognition import FoundQuote
from editor.values import frozen

_USUAL_RATIO: Final = 1.22
"""French characters for one English character; measured over pairs of real releases."""
_ALONE: Final = 1.2
_JOINED: Final = 0.4
_MOST_CHOICES: Final = 10_000
"""Pairs of quotes of one row up to which joins and gaps are weighed."""
_REOPENED: Final = " \t\u00a0\u202f\u2009«»“”\"'‘’"
"""What stands before the words of a later paragraph of one quote: its marks are set again."""


@frozen
class Stretch:
    """Words of a quote: the place among the kept blocks of the text, and characters of that block (code points)."""

    place: int
    start: int
    end: int


@frozen
class Said:
    """A quote of one text: what was found, its words, and who says them as a place among the persons."""

    found: FoundQuote
    stretches: tuple[Stretch, ...]
    speaker: int | None

    @property
    def length(self) -> int:
        """Characters of all its words."""
        return sum(each.end - each.start for each in self.stretches)


@frozen
class BothSaid:
    """One quote: what each text has of it, in the order of the text."""

    sides: Bilingual[tuple[Said, ...]]


def quotes_in(text: Text, people: Sequence[Person]) -> tuple[Said, ...]:
    """Return the quotes of a text that stand in blocks which stay."""
    said = (
        Said(found, tuple(_stretches(text, found)), speaker_in(people, found.speaker, text.language))
        for found in text.found.quotes
    )
    return tuple(each for each in said if each.stretches)


def joined(said: Bilingual[tuple[Said, ...]], rows: Bilingual[Mapping[int, int]]) -> tuple[BothSaid, ...]:
    """Pair the quotes of the two texts; `rows` tells the row of each kept block."""
    by_row: dict[int, Bilingual[list[Said]]] = defaultdict(lambda: Bilingual([], []))
    for language in Language:
        for each in said[language]:
            by_row[rows[language][each.stretches[0].place]][language].append(each)
    return tuple(pair for row in sorted(by_row) for pair in _paired(by_row[row]))


def quote_of(pair: BothSaid, id_: str, ids: Sequence[str]) -> Quote:
    """Return the quote of a pair; the surer of the two texts says who speaks. `ids` are those of the persons."""
    sides = [each for side in pair.sides for each in side]
    sure = list(Confidence)
    best = min(sides, key=lambda each: (each.speaker is None, sure.index(Confidence(each.found.confidence.value))))
    return Quote(
        id=id_,
        speaker="" if best.speaker is None else ids[best.speaker],
        is_attributed=any(each.found.attribution is not None for each in sides),
        confidence=Confidence(best.found.confidence.value),
    )


def _stretches(text: Text, found: FoundQuote) -> Iterator[Stretch]:
    for paragraph in range(found.paragraph, found.end_paragraph + 1):
        place = text.kept_at(paragraph)
        if place is None:
            continue
        kept = text.kept[place]
        words = kept.block.text
        start = found.start if paragraph == found.paragraph else len(words) - len(words.lstrip(_REOPENED))
        end = found.end if paragraph == found.end_paragraph else len(words.rstrip())
        start, end = max(start, kept.sign) - kept.sign, end - kept.sign
        if start < end:
            yield Stretch(place, start, end)


def _paired(row: Bilingual[list[Said]]) -> Iterator[BothSaid]:
    """Pair the quotes of one row: in their order where they are as many, else by the likeliest joins and gaps."""
    if len(row.en) == len(row.fr) or len(row.en) * len(row.fr) > _MOST_CHOICES:
        pairs = zip_longest(row.en, row.fr)
        yield from (BothSaid(Bilingual(*((each,) if each else () for each in pair))) for pair in pairs)
        return
    for (top, bottom), (left, right) in _best_path(row.en, row.fr):
        yield BothSaid(Bilingual(tuple(row.en[top:bottom]), tuple(row.fr[left:right])))


_STEPS: Final = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
_Place = tuple[int, int]


def _best_path(english: Sequence[Said], french: Sequence[Said]) -> list[tuple[_Place, _Place]]:
    """Return the cheapest way through both lists, as ranges of quotes that are one."""
    end = (len(english), len(french))
    best: dict[_Place, float] = {(0, 0): 0.0}
    came: dict[_Place, _Place] = {}
    for place in product(range(end[0] + 1), range(end[1] + 1)):
        for down, across in _STEPS:
            before = (place[0] - down, place[1] - across)
            if before not in best:
                continue
            cost = best[before] + _cost(english[before[0] : place[0]], french[before[1] : place[1]])
            if cost < best.get(place, math.inf):
                best[place], came[place] = cost, before
    path: list[tuple[_Place, _Place]] = []
    while end in came:
        before = came[end]
        path.append(((before[0], end[0]), (before[1], end[1])))
        end = before
    return path[::-1]


def _cost(english: Sequence[Said], french: Sequence[Said]) -> float:
    if not english or not french:
        return _ALONE
    if any(len({each.speaker for each in side}) > 1 for side in (english, french)):
        return math.inf
    lengths = (max(1, sum(each.length for each in side)) for side in (english, french))
    ratio = math.log(next(lengths) * _USUAL_RATIO / next(lengths))
    return abs(ratio) + (_JOINED if len(english) + len(french) > 2 else 0.0)
