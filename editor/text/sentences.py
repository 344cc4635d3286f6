"""Sentence ends in English and French; a full stop after an abbreviation or an initial does not end one."""

import re
from functools import cache, lru_cache

from editor.text.letters import plain
from editor.text.lexicon import table
from editor.text.patterns import pattern_of

_CLOSERS = "\"'”’»›)\\]"
_END = pattern_of(rf"(?:[.!?…]+|[.!?…]+ ?(?=[»”\"]))(?:[{_CLOSERS}]| (?=[»”]))*(?:(?<=[{_CLOSERS}])\.)?(?=\s|$)")
_OPENERS = "«“\"‘'„([‹–—-"
_WORD = pattern_of(r"[^\W\d_]+")
_LAST_WORD = pattern_of(r"(?:[\w'&-]+\.)*[\w'&-]+$")


@lru_cache(maxsize=2048)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each sentence, outer spaces left out; marks of quotation stay with their sentence."""
    flat = plain(text)
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(flat):
        if match.start() >= start and _ends_sentence(flat, match):
            start = _keep(found, flat, start, match.end())
    _keep(found, flat, start, len(flat))
    return tuple(found)


def _keep(found: list[tuple[int, int]], flat: str, start: int, end: int) -> int:
    """Add the stretch without its outer spaces, if anything is left, and return where the next one begins."""
    stretch = flat[start:end]
    inner = stretch.strip()
    if inner:
        begin = start + len(stretch) - len(stretch.lstrip())
        found.append((begin, begin + len(inner)))
    return end


def _ends_sentence(flat: str, match: re.Match[str]) -> bool:
    """Tell whether this full stop (or ! ? …) ends a sentence rather than an abbreviation, an initial or an aside."""
    follower = _follower(flat, match.end())
    if not follower:
        return True
    if match.group()[0] == "." and not match.group().startswith(".."):
        word = _LAST_WORD.search(flat, max(0, match.start() - 24), match.start())
        shortened = word.group().rsplit("'", 1)[-1] if word else ""
        if shortened in _before_names() or _is_initial(shortened, flat, match.start()):
            return False
        if shortened in _inner():
            if flat[match.end() : match.end() + 2] == " (":
                # What follows in brackets belongs to the same sentence: “11:30 a.m. (ET), at …”.
                return False
            return follower.isupper() and (not shortened.isupper() or _opens_sentence(flat, match.end()))
    return not follower.islower()


def _follower(flat: str, offset: int) -> str:
    """Return the first character of the next word, marks and brackets left out; "" at the end of the text."""
    for character in flat[offset : offset + 12]:
        if not character.isspace() and character not in _OPENERS:
            return character
    return ""


def _opens_sentence(flat: str, offset: int) -> bool:
    """Tell whether the next word is one that opens sentences: “in the U.S. The talks”, unlike “the U.S. Army”."""
    word = _WORD.search(flat, offset)
    return word is None or word.group().lower() in _openers()


def _is_initial(word: str, flat: str, end: int) -> bool:
    """Tell whether a word is a bare initial, as in “J. Stoltenberg” or “J.-P. Martin”, but not “plan B.”."""
    if not re.fullmatch(r"(?:[^\W\d_]\.-?)*-?[^\W\d_]", word) or not word[-1].isupper():
        return False
    before = flat[: end - len(word)].rstrip()
    follows_name = not before or before[-1] in '.,;:(«“"' or _word_before(before)[:1].isupper()
    return follows_name or before.endswith((" by", " par", " de", " with", " avec", " and", " et", " said"))


def _word_before(text: str) -> str:
    return text[max(0, len(text) - 30) :].rsplit(" ", 1)[-1]


@cache
def _before_names() -> frozenset[str]:
    return frozenset(table("abbreviations")["before_name"])


@cache
def _inner() -> frozenset[str]:
    return frozenset(table("abbreviations")["inner"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(table("language")["openers"])
