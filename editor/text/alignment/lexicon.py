"""The bilingual lexicon: our own word lists and, where it is installed, the free English–French dictionary of dictd."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal
from unicodedata import normalize

from editor.assets import resource
from editor.text.alignment.dictd import dictd_pairs
from editor.values import frozen

Side = Literal["en", "fr"]
"""The language of a text, as its tag."""

_ACCENTS = re.compile("[\u0300-\u036f]+")
_LETTERS = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "’": "'", "ʼ": "'", "\u00ad": None})

# Endings are changed so that the forms of one word meet, not so that the rest is a grammatical stem: first the plural,
# then feminines and verbs.
_PLURALS: Mapping[Side, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (re.compile(r"ies$"), "y"),
        (re.compile(r"(?<=ss|ch|sh)es$|(?<=x)es$|(?<![sui])s$"), ""),
    ),
    "fr": ((re.compile(r"(?<!e)aux$"), "al"), (re.compile(r"[sx]$"), "")),
}
_ENDINGS: Mapping[Side, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (re.compile(r"ied$"), "y"),
        (re.compile(r"eed$"), "ee"),
        (re.compile(r"(?:ing|ed)(?:ly)?$|ly$"), ""),
        (re.compile(r"(?<!e)e$"), ""),
    ),
    "fr": (
        (re.compile(r"euse$"), "eu"),
        (re.compile(r"(?:eau|elle)$"), "el"),
        (re.compile(r"ienne$"), "ien"),
        (
            re.compile(
                r"iss(?:ement|ai(?:en)?t|ante?|ent)$|er(?:ai(?:en)?t|on|ont|a|ent)$|e?ment$|ai(?:en)?t$|(?:an|en)te?$"
            ),
            "",
        ),
        (re.compile(r"(?:ee|ive|if|ale|al|ez|er|oir|ir|it|e|a)$"), ""),
        (re.compile(r"i$"), ""),
    ),
}
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_STEM = 3
_SHORTEST_PART = 4


def fold(text: str) -> str:
    """Take away accents, ligatures, soft hyphens and curly apostrophes; case is kept."""
    if text.isascii():
        return text
    return _ACCENTS.sub("", normalize("NFD", text.translate(_LETTERS)))


def stem(word: str, side: Side) -> str:
    """Cut the ending of a folded, lower-case word so that its inflected forms meet."""
    for pattern, ending in (*_PLURALS[side], *_ENDINGS[side]):
        found = pattern.search(word, _SHORTEST_STEM - len(ending))
        if found:
            word = word[: found.start()] + ending
    # "stopped", "bonnes": the doubled letter belongs to the ending.
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


@frozen
class Lexicon:
    """What is known of both languages before a text is read; words are folded and in lower case."""

    translations: Mapping[str, frozenset[str]]
    """English stem to the French stems that may translate it."""
    french: frozenset[str]
    """Every French stem that translates something."""
    irregular: Mapping[Side, Mapping[str, str]]
    """Irregular form to its base."""
    function_words: Mapping[Side, frozenset[str]]
    numbers: Mapping[Side, Mapping[str, int]]
    """Number word to what it counts."""
    headings: Mapping[Side, Mapping[str, str]]
    """What may stand as a whole unit, to the name of the meaning that both languages share."""
    phrases: Mapping[Side, Mapping[str, str]]
    """Standing phrase inside a text to the name of the meaning that both languages share."""
    openings: Mapping[Side, Mapping[str, tuple[str, ...]]]
    """First word of standing phrases to those phrases, the longest first."""

    def root(self, word: str, side: Side) -> str:
        """Return the stem under which `word` is looked up."""
        return _root(word, side, self.irregular[side])

    def knows(self, root: str, side: Side) -> bool:
        """Tell whether a stem has a translation here."""
        return root in (self.translations if side == "en" else self.french)

    def phrase(self, text: str, start: int, word: str, side: Side) -> str:
        """Return the meaning of the longest standing phrase that begins in `text` at `start` with `word`, if any."""
        for phrase in self.openings[side].get(word, ()):
            end = start + len(phrase)
            if text.startswith(phrase, start) and not text[end : end + 1].isalpha():
                return self.phrases[side][phrase]
        return ""


def _root(word: str, side: Side, irregular: Mapping[str, str]) -> str:
    # "prises" is a form of "prise", which is a form of "prendre".
    return stem(irregular.get(word) or irregular.get(word.removesuffix("s")) or word, side)


@cache
def lexicon() -> Lexicon:
    """Read the word lists that come with the program, and dictd's where it is installed; done once."""
    irregular: dict[Side, Mapping[str, str]] = {"en": _irregular("en"), "fr": _irregular("fr")}
    translations: dict[str, set[str]] = {}
    for name in ("general", "institutions", "places", "calendar"):
        _add(translations, _lists(name), irregular)
    _add(translations, ((fold(word), [fold(sense) for sense in senses]) for word, senses in dictd_pairs()), irregular)
    function_words = dict(_lists("function-words"))
    phrases, headings = _phrases("phrases"), _phrases("headings")
    return Lexicon(
        translations={english: frozenset(french) for english, french in translations.items()},
        french=frozenset(word for french in translations.values() for word in french),
        irregular=irregular,
        function_words={"en": frozenset(function_words["en"]), "fr": frozenset(function_words["fr"])},
        numbers=_numbers(),
        headings={"en": {**phrases["en"], **headings["en"]}, "fr": {**phrases["fr"], **headings["fr"]}},
        phrases=phrases,
        openings={"en": _openings(phrases["en"]), "fr": _openings(phrases["fr"])},
    )


def _entries(name: str) -> Iterator[tuple[str, str]]:
    """Yield the two halves of each line of a bundled list, folded and in lower case."""
    for line in fold(resource(f"lexicon/{name}.txt").read_text(encoding="utf-8")).lower().splitlines():
        if line and not line.startswith("#"):
            left, _, right = line.partition(" =")
            yield left.strip(), right.strip()


def _lists(name: str) -> Iterator[tuple[str, list[str]]]:
    for left, right in _entries(name):
        yield left, [word.strip() for word in right.split(",")]


def _irregular(side: Side) -> dict[str, str]:
    return {form: base for base, forms in _lists(f"irregular-{side}") for form in forms}


def _add(
    translations: dict[str, set[str]],
    entries: Iterable[tuple[str, list[str]]],
    irregular: Mapping[Side, Mapping[str, str]],
) -> None:
    """Put single words under their stems; a hyphenated word counts for each of its longer parts."""
    for english, french in entries:
        roots = {
            _root(part, "fr", irregular["fr"])
            for word in french
            for part in ([word] if "-" not in word else [p for p in word.split("-") if len(p) >= _SHORTEST_PART])
        }
        # "found" is a form of "find", but "founded" is not.
        for root in {stem(english, "en"), _root(english, "en", irregular["en"])}:
            translations.setdefault(root, set()).update(roots)


def _numbers() -> dict[Side, Mapping[str, int]]:
    english: dict[str, int] = {}
    french: dict[str, int] = {}
    for value, words in _entries("numbers"):
        for side, half in zip((english, french), words.split("|"), strict=True):
            side.update((word.strip(), int(value)) for word in half.split(",") if word.strip())
    return {"en": english, "fr": french}


def _phrases(name: str) -> dict[Side, Mapping[str, str]]:
    english: dict[str, str] = {}
    french: dict[str, str] = {}
    for left, right in _entries(name):
        meanings = [phrase.strip() for phrase in left.split("|")]
        english.update((phrase, meanings[0]) for phrase in meanings)
        french.update((phrase.strip(), meanings[0]) for phrase in right.split("|"))
    return {"en": english, "fr": french}


def _openings(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    openings: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        if word := _FIRST_WORD.match(phrase):
            openings.setdefault(word[0], []).append(phrase)
    return {word: tuple(found) for word, found in openings.items()}
