"""What is found between marks: quotes with who says them, and marked words that are none."""

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from editor.text.memory import Confidence
from editor.text.people import Place
from editor.text.stretches import Stretch
from editor.values import frozen


@frozen
class FoundQuote:
    """Words said by somebody: from (`paragraph`, `start`) to (`end_paragraph`, `end`) in code points of the paragraphs.

    Marks and the spaces inside them are left out. `attribution` is where the words stand that attribute it, `shape`
    one of post, post-name, post-pron, post-role, pre, pre-name, ind, selon, label, dash, block, unmarked, frag, cont.
    """

    paragraph: int
    start: int
    end_paragraph: int
    end: int
    speaker: str | None
    attribution: Place | None
    verb: str | None
    shape: str
    confidence: Confidence
    method: str
    regular: bool = True


class Reason(Enum):
    """Why marked words are no quote."""

    TITLE = "title"
    TERM = "term"
    NESTED = "nested"


@frozen
class NonQuote:
    """Marked words nobody says here, placed like a quote."""

    paragraph: int
    start: int
    end_paragraph: int
    end: int
    reason: Reason


def words_of(paragraphs: Sequence[str], place: "FoundQuote | NonQuote | Stretch") -> str:
    """Return the words of a quote or stretch, those of several paragraphs joined by spaces."""
    if place.paragraph == place.end_paragraph:
        return paragraphs[place.paragraph][place.start : place.end]
    first = paragraphs[place.paragraph][place.start :]
    middle = paragraphs[place.paragraph + 1 : place.end_paragraph]
    return " ".join([first, *middle, paragraphs[place.end_paragraph][: place.end]])


@lru_cache(maxsize=512)
def bare(words: str) -> str:
    """Return words in small letters without any signs, for comparing."""
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()
