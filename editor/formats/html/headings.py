"""Headings: which element of a page holds its headline, and the lines round it that may tell the day."""

import re
from collections.abc import Iterator
from typing import Final

from editor.formats.html.metadata import site_named_in, titles_in
from editor.formats.html.parts import BLOCKS, HEADINGS, Element, tag_of, words_in
from editor.formats.html.weights import NOTHING, Weights

_WORDS: Final = re.compile(r"\w+")
_SHORTEST: Final = 12
_LONGEST: Final = 300
_SIMILAR: Final = 0.75
_FEWEST_WORDS: Final = 4
"""Characters of a headline, and the share of its words, of how many, that a title of the page must say as well."""
_STAND_INS: Final = frozenset(("div", "p", "span", "strong", "b", "td", "font", "center"))
"""Elements that hold the headline on pages that make no heading of it."""
_NAMED: Final = ("title", "headline", "titre")
_SITE: Final = re.compile(r"\s+[|–—·:»«-]\s+|\s*\|\s*")
_MOST_BELOW: Final = 60
_MOST_ABOVE: Final = 12
_LONGEST_LINE: Final = 160
"""How far from the headline, in elements, and in how long a line the day is looked for."""


class Headings:
    """What may be the headline of one page, weighed by how much of the title of the page it says."""

    def __init__(self, root: Element, weights: Weights) -> None:
        self._root, self._weights = root, weights
        self._titles = [_words(title) for title in titles_in(root)]
        self._places = {element: place for place, element in enumerate(root.iter())}
        self._found = self._likenesses()

    def headline(self, main: Element | None = None) -> Element | None:
        """Return the element that holds the headline: what the page gives as its title, or else its main heading.

        Of several that say the same it is the one in the main part, or the last one before it.
        """
        likest = max((likeness for likeness, _ in self._found), default=0.0)
        if likest:
            return self._nearest([element for likeness, element in self._found if likeness == likest], main)
        first = [element for _, element in self._found if tag_of(element) == "h1"]
        return self._nearest(first, main) if len(first) == 1 or main is not None else None

    @property
    def is_told(self) -> bool:
        """Whether an element says what the page gives as its title."""
        return any(likeness for likeness, _ in self._found)

    @property
    def title(self) -> str:
        """The title that a page gives itself, without the name of its site; "" where it gives none."""
        site = site_named_in(self._root)
        title = next(iter(titles_in(self._root)), "")
        parts = [part.strip() for part in _SITE.split(title) if part.strip() != site]
        longest = max(parts, key=len, default="")
        return longest if len(longest) >= _SHORTEST else ""

    def beside(self, headline: Element | None) -> Iterator[str]:
        """Yield the short lines between the headline and the first paragraph, and those just above it."""
        if headline is None:
            return
        place = self._places[headline]
        lines = [each for each in self._weights if tag_of(each) in BLOCKS]
        below = [each for each in lines if self._places[each] > place][:_MOST_BELOW]
        above = [each for each in lines if self._places[each] < place][-_MOST_ABOVE:]
        end = next((number for number, each in enumerate(below) if _is_leaf(each) and self._weights[each].prose), None)
        for each in (*below[:end], *reversed(above)):
            if _is_leaf(each) and 0 < len(text := words_in(each)) <= _LONGEST_LINE:
                yield text

    def _likenesses(self) -> list[tuple[float, Element]]:
        """Return the headings, or where none says the title what stands for one, each with how much of it it says."""
        site = _words(site_named_in(self._root))
        headings = [(words, each) for each in self._short(HEADINGS) if (words := _words(words_in(each))) != site]
        found = [(self._likeness(words, is_heading=True), each) for words, each in headings]
        if any(likeness for likeness, _ in found):
            return found
        others = [each for each in self._short(_STAND_INS) if not self._is_wrapper(each)]
        return found + [(self._likeness(_words(words_in(each)), is_heading=_is_named(each)), each) for each in others]

    def _short(self, tags: frozenset[str]) -> Iterator[Element]:
        for element, weight in self._weights.items():
            if 0 < weight.letters <= _LONGEST and tag_of(element) in tags:
                yield element

    def _is_wrapper(self, element: Element) -> bool:
        """Whether all that an element says is said by one inside it."""
        letters = self._weights[element].letters
        return any(self._weights.get(inner, NOTHING).letters == letters for inner in element)

    def _likeness(self, words: list[str], *, is_heading: bool) -> float:
        said = " ".join(words)
        if len(said) < _SHORTEST:
            return 0.0
        if any(f" {said} " in f" {' '.join(title)} " for title in self._titles):
            return len(words)
        common = max((len(set(words) & set(title)) for title in self._titles), default=0)
        is_similar = is_heading and len(words) >= _FEWEST_WORDS and common >= len(set(words)) * _SIMILAR
        return common * _SIMILAR if is_similar else 0.0

    def _nearest(self, elements: list[Element], main: Element | None) -> Element | None:
        if main is None or not elements:
            return elements[0] if elements else None
        start = self._places[main]
        end = start + sum(1 for _ in main.iter())
        inside = [each for each in elements if start <= self._places[each] < end]
        before = [each for each in elements if self._places[each] < start]
        return next(iter(inside[:1] or before[-1:]), None)


def _is_leaf(element: Element) -> bool:
    return not any(tag_of(inner) in BLOCKS for inner in element.iterdescendants())


def _is_named(element: Element) -> bool:
    """Whether a site calls an element the title."""
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}".lower()
    return any(name in names for name in _NAMED)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.lower())
