"""Thesaurus: the tree of IPTC media topics, and the search in it in both languages at once."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from editor.newsml.topics import Topic, media_topics

_WORD = re.compile(r"[^\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


@cache
def narrower() -> Mapping[str, tuple[str, ...]]:
    """Return the codes below each code, in IPTC's order; those at the top stand below the empty code."""
    below: dict[str, list[str]] = {}
    for topic in media_topics().values():
        below.setdefault(topic.broader, []).append(topic.code)
    return {code: tuple(codes) for code, codes in below.items()}


def line_of(code: str) -> tuple[Topic, ...]:
    """Return a topic and all above it, the broadest first; nothing for a code that is unknown."""
    found: list[Topic] = []
    topic = media_topics().get(code)
    while topic is not None:
        found.append(topic)
        topic = media_topics().get(topic.broader)
    return tuple(reversed(found))


def find_topics(query: str) -> tuple[str, ...]:
    """Return the topics in whose English or French name, or code, every word of a query begins a word.

    Case and accents are ignored. Where no name has such words, those are taken that hold them anywhere. The order is
    IPTC's; an empty query finds nothing.
    """
    wanted = _words(query)
    if not wanted:
        return ()
    begun = tuple(code for code, names in _index().items() if any(_begins(wanted, words) for words in names))
    if begun:
        return begun
    return tuple(code for code, names in _index().items() if any(_holds(wanted, words) for words in names))


@cache
def _index() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return {
        code: (_words(topic.name.en), _words(topic.name.fr), (code,), (topic.subject,))
        for code, topic in media_topics().items()
    }


def _begins(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _holds(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return all(any(each in word for word in words) for each in wanted)


def _words(text: str) -> tuple[str, ...]:
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return tuple(_WORD.findall("".join(letter for letter in letters if not unicodedata.combining(letter))))
