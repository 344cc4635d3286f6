"""Numbers written in words: twenty-one, three hundred thousand, quatre-vingt-dix-sept, une douzaine, the third."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from editor.model.language import Language
from editor.text.index import Index, Led, first_words, index_of
from editor.text.letters import folded, plain
from editor.text.lexicon import alternatives, table

_Word = tuple[int, int, str]
"""A number word: where it starts and ends, and the word without accents."""


def spelled_numbers(text: str, language: Language) -> Iterator[tuple[int, int, Decimal, bool]]:
    """Yield start, end and value of each number in words, and whether it is an ordinal.

    “One”, “un” and “une” count inside a longer number or before a million only: they are articles and pronouns as well.
    """
    low, index = folded(text), index_of(text)
    if language is Language.FR and "pour cent" in low:
        # “pour cent” is a sign, not the number 100; a word of as many letters takes its place.
        low = re.sub(r"\bpour cent\b", "pour xxxx", low)
    for match in _ordinal(language).finditer(low, index):
        yield match.start(), match.end(), Decimal(_ordinals(language)[match.group().replace(" ", "-")]), True
    for match in _single(language).finditer(low, index):
        yield match.start(), match.end(), Decimal(1), False
    for run in _runs(low, plain(text), index, language):
        yield from _read(run, language)


def _runs(low: str, flat: str, index: Index, language: Language) -> Iterator[list[_Word]]:
    """Yield number words that follow each other, parted by a space, a hyphen, “and” or “et” alone."""
    run: list[_Word] = []
    for match in _number(language).finditer(low, index):
        if run and not _LINK[language].fullmatch(flat.lower(), run[-1][1], match.start()):
            yield run
            run = []
        run.append((match.start(), match.end(), match.group()))
    if run:
        yield run


_LINK = {Language.EN: re.compile(" |-| and |-and-"), Language.FR: re.compile(" |-| et |-et-")}


def _read(run: list[_Word], language: Language) -> Iterator[tuple[int, int, Decimal, bool]]:
    """Read a run of words from the left; where a word cannot follow, a new number begins."""
    start = 0
    while start < len(run):
        total, end = _longest(run, start, language)
        first, last = run[start], run[end - 1]
        is_article = end == start + 1 and _values(language).get(first[2]) == 1
        if not is_article:
            yield first[0], last[1], Decimal(total), False
        start = end


def _longest(run: list[_Word], start: int, language: Language) -> tuple[int, int]:
    """Return the value of the longest number that begins at `start`, and the index after its last word."""
    total = current = 0
    room = 1_000_000
    index = start
    while index < len(run):
        word = run[index][2]
        thousand, hundred = _scale(word, language)
        if thousand:
            if total:
                break
            total, current, room = max(1, current) * 1000, 0, 1000
        elif hundred:
            if current >= 100 or current > 9 or (room <= 100 and current == 0):
                break
            current, room = max(1, current) * 100, 100
        else:
            value = _values(language)[word]
            if value == 20 and current == 4 and language is Language.FR:
                current, room = 80, 20
            elif value < room:
                current += value
                room = _room(value, language)
            else:
                break
        index += 1
    return total + current, index


def _room(value: int, language: Language) -> int:
    """Return below which value the next word must stay: a unit after tens, up to 19 after soixante."""
    if value >= 20:
        return 20 if value == 60 and language is Language.FR else 10
    return 10 if value == 10 and language is Language.FR else 1


def _scale(word: str, language: Language) -> tuple[bool, bool]:
    names = table("figures")
    return word in names["thousands"][language.value], word in names["hundreds"][language.value]


@cache
def _values(language: Language) -> dict[str, int]:
    return {folded(word): value for word, value in table("figures")["numbers"][language.value].items()}


@cache
def _ordinals(language: Language) -> dict[str, int]:
    return {folded(word): value for word, value in table("figures")["ordinals"][language.value].items()}


_ARTICLES = {Language.EN: frozenset({"a", "an", "one"}), Language.FR: frozenset({"un", "une"})}


@cache
def _number(language: Language) -> Led:
    names = table("figures")
    forms = (*_values(language), *names["hundreds"][language.value], *names["thousands"][language.value])
    return Led(re.compile(rf"(?<!\w)(?:{alternatives(forms)})(?!\w)"), first_words(forms))


@cache
def _ordinal(language: Language) -> Led:
    return Led(re.compile(rf"(?<!\w)(?:{alternatives(_ordinals(language))})(?!\w)"), first_words(_ordinals(language)))


@cache
def _single(language: Language) -> Led:
    """Match the article that counts: a million, un milliard."""
    magnitudes = table("figures")["magnitudes"][language.value]
    words = alternatives(folded(word) for word, power in magnitudes.items() if power > 3)
    articles = _ARTICLES[language]
    return Led(re.compile(rf"(?<!\w)(?:{alternatives(articles)})(?= (?:{words})(?!\w))"), articles)
