"""Tell which language a text is in, by small tables of function words: the same answer on every machine."""

import re
from functools import cache

from editor.model.language import Language
from editor.text.letters import plain
from editor.text.lexicon import table

FEWEST_WORDS = 5
"""Texts of fewer words are not judged."""

_WORDS = re.compile(r"[^\W\d_]+'?")
_SCANNED = 4000
"""A text is known by its first characters; the rest would not change the answer."""


def language_of(text: str) -> Language | None:
    """Return the language of `text`, or None where it has fewer than five words or the signs do not agree."""
    flat = plain(text[:_SCANNED]).lower()
    found = _WORDS.findall(flat)
    if len(found) < FEWEST_WORDS:
        return None
    english, french = _function_words()
    points_en = sum(word.rstrip("'") in english for word in found)
    points_fr = sum(word in french or word.rstrip("'") in french for word in found)
    if not points_en:
        points_fr += min(3, sum(map(_french_letters().__contains__, flat)))
    return _verdict(points_en, points_fr, len(found))


def leaning_of(text: str) -> Language | None:
    """Return the language that a line too short to be judged rather is in: by one word, letter or space of it alone."""
    known = language_of(text)
    if known is not None:
        return known
    flat = plain(text[:_SCANNED]).lower()
    english, french = _function_words()
    labels = table("language")["labels"]
    found = [word.rstrip("'") for word in _WORDS.findall(flat)]
    points_en = sum(word in english or word in labels["en"] for word in found)
    points_fr = sum(word in french or word in labels["fr"] for word in found)
    points_fr += any(map(_french_letters().__contains__, flat)) + bool(_FRENCH_COLON.search(flat))
    if points_en == points_fr:
        return None
    return Language.EN if points_en > points_fr else Language.FR


_FRENCH_COLON = re.compile(r"\w [:;!?](?= |$)")


def _verdict(english: int, french: int, count: int) -> Language | None:
    """Weigh the signs: one language must show at least two of them and outweigh the other three to one."""
    best, other = max(english, french), min(english, french)
    if best < 2 or best < other * 3 or best * 12 < count:
        return None
    return Language.EN if english > french else Language.FR


@cache
def _function_words() -> tuple[frozenset[str], frozenset[str]]:
    words = table("language")
    return frozenset(words["en"]), frozenset(words["fr"])


@cache
def _french_letters() -> frozenset[str]:
    return frozenset(table("language")["letters"]["fr"])
