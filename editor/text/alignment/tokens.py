"""What a passage is made of, for comparison with its translation: numbers by value, names, words and marks."""

import re
from collections.abc import Iterator, Sequence

from editor.text.alignment.beads import Unit
from editor.text.alignment.lexicon import Lexicon, Side, fold
from editor.text.alignment.weights import Sort
from editor.values import frozen

Token = tuple[str, Sort, str]
"""A form, its kind, and its stem in the lexicon's sense (empty for what is no word)."""


@frozen
class Reading:
    """One side of the text as tokens: the vocabulary, and what each unit holds (places in the vocabulary)."""

    forms: tuple[str, ...]
    sorts: tuple[Sort, ...]
    roots: tuple[str, ...]
    """The stem of each form in the lexicon's sense, empty where there is none."""
    units: tuple[tuple[int, ...], ...]
    lengths: tuple[int, ...]
    """The characters (Unicode code points) of each unit."""


_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_PER_CENT = re.compile(r"\b(?:per ?cent|pour ?cent|percent)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b(\d{1,2})(?:[.:](\d\d))? ?([ap])\.? ?m\b\.?", re.IGNORECASE)
_REST = r"[^\W\d_]+|[%$€£?!:;(\[\"«»“”*•–—]|--"
_TOKEN = {
    "en": re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)*|" + _REST),
    "fr": re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)*|" + _REST),
}
_MARKS = {"«": '"', "»": '"', "“": '"', "”": '"', "[": "(", "--": "–", "—": "–"}
_INSIDE_NUMBERS = frozenset({" ", "-"})
_END = re.compile(r"([.?!:;…]|\.\.\.)[\"'»”’) ]*$")
_LIST_ITEM = re.compile(r"[-–—•*]|\(?\w{1,2}[.)] ")
_OPENING_QUOTE = re.compile(r"[\"«“]")
_WORD = re.compile(r"[^\W\d_]+")
_HEADING_LENGTH = 80
_SAMPLE_UNITS = 200
_SAMPLE_LENGTH = 10_000


def read(units: Sequence[Unit], side: Side, lexicon: Lexicon, kinds: frozenset[str] = frozenset()) -> Reading:
    """Break the units of one side into tokens; of the kinds of row, those in `kinds` count as one."""
    reader = _Reader(side, lexicon, kinds)
    places: dict[str, int] = {}
    sorts: list[Sort] = []
    roots: list[str] = []
    held_by = []
    for unit in units:
        held = []
        for form, sort, root in reader.tokens(unit):
            place = places.setdefault(form, len(places))
            if place == len(sorts):
                sorts.append(sort)
                roots.append(root)
            elif sort is Sort.NAME:
                # The first word of a sentence does not show whether it is a name; a later place may.
                sorts[place] = sort
            held.append(place)
        held_by.append(tuple(held))
    return Reading(tuple(places), tuple(sorts), tuple(roots), tuple(held_by), tuple(len(unit.text) for unit in units))


class _Reader:
    """Breaks units of one language into tokens, and remembers the words it has looked up."""

    def __init__(self, side: Side, lexicon: Lexicon, kinds: frozenset[str]) -> None:
        self._side = side
        self._lexicon = lexicon
        self._kinds = kinds
        self._met: dict[tuple[str, bool], Token | None] = {}

    def tokens(self, unit: Unit) -> Iterator[Token]:
        """Yield the tokens of a unit."""
        if unit.kind in self._kinds:
            yield "§kind " + unit.kind, Sort.KIND, ""
        flat = _PER_CENT.sub("%", _SPACES.sub(" ", fold(unit.text)).strip())
        if self._side == "en":
            flat = _CLOCK.sub(_twenty_four_hours, flat)
        low = flat.lower()
        yield from _shapes(flat)
        if meaning := self._lexicon.headings[self._side].get(low.rstrip(" :.")):
            yield "=" + meaning, Sort.PHRASE, ""
        yield from self._words(flat, low)

    def _words(self, flat: str, low: str) -> Iterator[Token]:
        numbers, openings = self._lexicon.numbers[self._side], self._lexicon.openings[self._side]
        counted: list[int] = []
        counted_to = 0
        for found in _TOKEN[self._side].finditer(flat):
            word, start = found[0], found.start()
            lower = word.lower()
            if counted and (lower not in numbers or flat[counted_to:start] not in _INSIDE_NUMBERS):
                yield _number(str(_sum(counted)))
                counted = []
            if lower in numbers:
                counted.append(numbers[lower])
                counted_to = found.end()
                continue
            if lower in openings and (meaning := self._lexicon.phrase(low, start, lower, self._side)):
                yield "~" + meaning, Sort.PHRASE, ""
            if token := self._token(word, lower, start > 0):
                yield token
        if counted:
            yield _number(str(_sum(counted)))

    def _token(self, word: str, lower: str, inside: bool) -> Token | None:
        """Return what a word, figure or mark says, if anything; `inside`: it does not begin its unit."""
        key = word, inside
        if key not in self._met:
            self._met[key] = self._looked_up(word, lower, inside)
        return self._met[key]

    def _looked_up(self, word: str, lower: str, inside: bool) -> Token | None:
        if word[0].isdigit():
            return _number(_value(word, self._side))
        if not word[0].isalpha():
            return _MARKS.get(word, word), Sort.MARK, ""
        if lower in self._lexicon.function_words[self._side]:
            return None
        root = self._lexicon.root(lower, self._side)
        if self._lexicon.knows(root, self._side):
            return lower, Sort.KNOWN, root
        return lower, Sort.NAME if inside and not word.islower() else Sort.WORD, root


def _shapes(flat: str) -> Iterator[Token]:
    """Tell how a unit looks: how it ends, and whether it reads as a heading, a list item or a quotation."""
    end = _END.search(flat)
    if end:
        yield "§" + end[1], Sort.SHAPE, ""
    elif len(flat) <= _HEADING_LENGTH:
        yield "§heading", Sort.SHAPE, ""
    if _LIST_ITEM.match(flat):
        yield "§item", Sort.SHAPE, ""
    elif _OPENING_QUOTE.match(flat):
        yield "§quotation", Sort.SHAPE, ""


def _number(value: str) -> Token:
    return "#" + value, Sort.NUMBER, ""


def _value(digits: str, side: Side) -> str:
    """Write a number as English does without grouping: "37 000" and "37,000" are "37000", "3,5" is "3.5"."""
    if side == "fr":
        return digits.replace(" ", "").replace(",", ".")
    return digits.replace(",", "")


def _twenty_four_hours(clock: re.Match[str]) -> str:
    hour = int(clock[1]) % 12 + (12 if clock[3].lower() == "p" else 0)
    return f"{hour} {clock[2] or ''} "


def _sum(numbers: Sequence[int]) -> int:
    """Add up the words of one number: "quatre-vingt-dix" is 4 × 20 + 10, "two hundred thousand" 2 × 100 × 1,000."""
    total = part = 0
    for number in numbers:
        if number >= 1000:
            total, part = total + max(part, 1) * number, 0
        elif part and part < number and (number == 100 or (part, number) == (4, 20)):
            part *= number
        else:
            part += number
    return total + part


def seems_swapped(en: Sequence[Unit], fr: Sequence[Unit], lexicon: Lexicon) -> bool:
    """Tell whether the English side reads as French and the French side as English, by their commonest words."""
    return _leaning(en, lexicon) < 0 < _leaning(fr, lexicon)


def _leaning(units: Sequence[Unit], lexicon: Lexicon) -> int:
    """Return how many more words are English alone than French alone, in a sample of the text."""
    english, french = lexicon.function_words["en"], lexicon.function_words["fr"]
    words = _WORD.findall(fold(" ".join(unit.text for unit in units[:_SAMPLE_UNITS])[:_SAMPLE_LENGTH]).lower())
    return sum((word in english) - (word in french) for word in words)
