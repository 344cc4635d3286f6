"""The editable tables of `resources/recognition/`, read once, at the first text that needs them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from editor.assets import resource_json
from editor.model.language import Language


@cache
def table(name: str) -> dict[str, Any]:
    """Return one table of words, for example `table("dates")`; raises OSError where the file is missing."""
    content: dict[str, Any] = resource_json(f"recognition/{name}.json")
    return content


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return one list of a table as a set."""
    return frozenset(table(name)[key])


def verbs(language: Language) -> dict[str, Any]:
    """Return the verbs of saying of one language."""
    return table(f"verbs_{language.value}")


def alternatives(phrases: Iterable[str]) -> str:
    """Return a regular expression that matches any of the phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


_WORD = re.compile(r"\w+")


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words that phrases begin with, in small letters."""
    return frozenset(word.group().lower() for phrase in phrases if (word := _WORD.search(phrase)))


def matches(pattern: re.Pattern[str], text: str, firsts: frozenset[str]) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer(text)` finds, for a pattern that begins with a word of `firsts` or with a digit.

    It is tried at those places alone: a pattern of many words is slow to tell that none of them stands somewhere.
    """
    end = 0
    for start, first in _words_of(text):
        if start >= end and (first in firsts or first == _DIGIT):
            match = pattern.match(text, start)
            if match is not None:
                end = match.end()
                yield match


_DIGIT = "0"


@lru_cache(maxsize=256)
def _words_of(text: str) -> tuple[tuple[int, str], ...]:
    """Return where each word begins, and the word in small letters; one digit for all that begin with one."""
    words = ((word.start(), word.group().lower()) for word in _WORD.finditer(text))
    return tuple((start, _DIGIT if word[0].isdecimal() else word) for start, word in words)
