"""Stems: the words of a text without the endings of number and gender, so that a term is found in all its forms."""

import re
from functools import lru_cache

from editor.model.language import Language
from editor.text.letters import folded
from editor.values import frozen

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 4
"""Letters from which a word may have an ending; shorter ones stand as they are."""
_ENDINGS = {
    Language.EN: (("news", "news"), ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"),
                  ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", "")),
    Language.FR: (("eaux", "eau"), ("aux", "al"), ("elles", "el"), ("elle", "el"), ("ives", "if"), ("ive", "if"),
                  ("euses", "eux"), ("euse", "eux"), ("ees", "e"), ("ee", "e"), ("es", ""), ("s", ""), ("x", ""),
                  ("e", "")),
}  # fmt: skip


@frozen
class Stemmed:
    """A word of a text: where it stands (code points) and its stem."""

    start: int
    end: int
    stem: str


@lru_cache(maxsize=1024)
def stems(text: str, language: Language) -> tuple[Stemmed, ...]:
    """Return the words of a text in order; a word in capitals keeps them, so that “WHO” is not “who”."""
    low = folded(text)
    found = []
    for match in _WORD.finditer(low):
        written = text[match.start() : match.end()]
        is_acronym = written.isupper() and len(written) > 1
        found.append(Stemmed(match.start(), match.end(), written if is_acronym else stem(match.group(), language)))
    return tuple(found)


def stem(word: str, language: Language) -> str:
    """Return a word in small letters without the ending of number and gender."""
    if len(word) < _SHORTEST:
        return word
    for ending, left in _ENDINGS[language]:
        if word.endswith(ending):
            return word.removesuffix(ending) + left
    return word
