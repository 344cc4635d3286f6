"""What a passage is made of, for comparison with its translation: numbers by value, names, words and marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from editor.text.alignment.lexicon import Lexicon, Side, fold


class Sort(IntEnum):
    """What kind of thing a token is; each kind has its own likelihood of being found again in a translation."""

    NUMBER = 0
    NAME = 1
    KNOWN = 2
    WORD = 3
    MARK = 4
    PHRASE = 5
    SHAPE = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """One side of the text as tokens: the vocabulary, and what each unit holds (places in the vocabulary)."""

    forms: tuple[str, ...]
    sorts: tuple[Sort, ...]
    roots: tuple[str, ...]
    """The stem of each form in the lexicon's sense, empty where there is none."""
    units: tuple[tuple[int, ...], ...]


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
_HEADING_LENGTH = 80


def read(texts: Sequence[str], side: Side, lexicon: Lexicon) -> Reading:
    """Break the texts of one side into tokens."""
    places: dict[str, int] = {}
    sorts: list[Sort] = []
    roots: list[str] = []
    units = []
    for text in texts:
        held = []
        for form, sort, root in _tokens(text, side, lexicon):
            place = places.setdefault(form, len(places))
            if place == len(sorts):
                sorts.append(sort)
                roots.append(root)
            elif sort is Sort.NAME:
                # The first word of a sentence does not show whether it is a name; a later place may.
                sorts[place] = sort
            held.append(place)
        units.append(tuple(held))
    return Reading(tuple(places), tuple(sorts), tuple(roots), tuple(units))


def _tokens(text: str, side: Side, lexicon: Lexicon) -> Iterator[tuple[str, Sort, str]]:
    flat = _PER_CENT.sub("%", _SPACES.sub(" ", fold(text)).strip())
    if side == "en":
        flat = _CLOCK.sub(_twenty_four_hours, flat)
    low = flat.lower()
    yield from _shapes(flat)
    if whole := lexicon.phrases[side].get(low.rstrip(" :.")):
        yield "=" + whole, Sort.PHRASE, ""
    yield from _words(flat, low, side, lexicon)


def _words(flat: str, low: str, side: Side, lexicon: Lexicon) -> Iterator[tuple[str, Sort, str]]:
    counted: list[int] = []
    counted_to = 0
    for found in _TOKEN[side].finditer(flat):
        word, start = found[0], found.start()
        lower = word.lower()
        if counted and (lower not in lexicon.numbers[side] or flat[counted_to:start] not in _INSIDE_NUMBERS):
            yield _number(str(_sum(counted)))
            counted = []
        if lower in lexicon.numbers[side]:
            counted.append(lexicon.numbers[side][lower])
            counted_to = found.end()
        elif word[0].isalpha():
            if meaning := lexicon.phrase(low, start, lower, side):
                yield "~" + meaning, Sort.PHRASE, ""
            if lower not in lexicon.function_words[side]:
                yield _word(word, lower, start, side, lexicon)
        elif word[0].isdigit():
            yield _number(_value(word, side))
        else:
            yield _MARKS.get(word, word), Sort.MARK, ""
    if counted:
        yield _number(str(_sum(counted)))


def _shapes(flat: str) -> Iterator[tuple[str, Sort, str]]:
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


def _number(value: str) -> tuple[str, Sort, str]:
    return "#" + value, Sort.NUMBER, ""


def _word(word: str, lower: str, start: int, side: Side, lexicon: Lexicon) -> tuple[str, Sort, str]:
    root = lexicon.root(lower, side)
    if lexicon.knows(root, side):
        return lower, Sort.KNOWN, root
    return lower, Sort.NAME if start and not word.islower() else Sort.WORD, root


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
