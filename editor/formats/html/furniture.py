"""Furniture: the elements of a page that are part of the site and not of its text.

Told by the roles that standards give them, by the names that sites give them, by their being mostly links, and by what
they say: “Share this”, « À lire aussi ». The names and sayings are a table, `resources/recognition/pages.json`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import inf
from typing import Final

from editor.formats.html.office import is_around_text
from editor.formats.html.parts import BLOCKS, HEADINGS, Element, tag_of, words_in
from editor.formats.html.weights import NOTHING, Weight, Weights
from editor.text.letters import plain
from editor.text.lexicon import table, words

_PLACES: Final = frozenset(("footer", "dialog", "menu", "aside"))
_ROLES: Final = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu", "menubar", "toolbar")
)
_NAME_PARTS: Final = re.compile(r"[^\W_]+")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LISTS: Final = frozenset(("ul", "ol", "dl", "table"))
_HALF: Final = 0.5
_SOME: Final = 0.4
_FEW: Final = 0.1
_TEXT: Final = 800
"""Letters of prose from which an element is text, though it be called a tool or a promotion."""
_FEWEST_ENTRIES: Final = 3
_LONGEST_ENTRY: Final = 40
_LONGEST_LABEL: Final = 60
_LONGEST_CALL: Final = 160
"""Letters of a line that calls for something: to follow, to subscribe, to read another page."""
_LONGEST_HIDDEN: Final = 400
_LONGEST_TEASER: Final = 500
_SHORTEST_TITLE: Final = 12
_COUNTED: Final = re.compile(
    r"(?:[\d.,\s]*k?\s*)?(?:comments?|commentaires?|shares?|partages?|réactions?|likes?|vues|views|min read)\W*\d*"
)
_EDGES: Final = re.compile(r"\A[\W_]+|[\W_]+\Z")


class Furniture:
    """Judges the elements of one page by their weights; `headline` is never in furniture."""

    def __init__(self, weights: Weights, whole: Weight, headline: Element | None) -> None:
        self._weights = weights
        self._most = whole.prose * _SOME
        self._above = set() if headline is None else {headline, *headline.iterancestors()}

    def is_furniture(self, element: Element, *, in_text: bool) -> bool:
        """Whether an element with everything in it is no part of the text.

        `in_text` says that it stands in the part that the page itself calls its text: there a footer may hold the
        contact and a box the note to editors, so that only what is mostly links is furniture.
        """
        tag = tag_of(element)
        if tag in ("body", "html", "main", "article") or element in self._above:
            return False
        weight = self._weights.get(element, NOTHING)
        if _is_unseen(element, weight):
            return True
        if is_worded(element, self._weights):
            return False
        if tag == "nav" or _is_control(element, weight):
            return True
        if tag in _LISTS:
            return _is_menu(element, weight)
        names = _names_of(element)
        if is_around_text(element) or (tag == "div" and element.get("title") in ("header", "footer")):
            return True
        if not names.isdisjoint(words("pages", "comments")):
            return True
        if weight.prose > self._most or _is_text(weight):
            return False
        if _is_called_furniture(names) or _is_byline(element, names, weight) or (tag == "form" and _asks(element)):
            return True
        is_place = tag in _PLACES or element.get("role", "").strip().lower() in _ROLES
        is_place = is_place or not names.isdisjoint(words("pages", "places"))
        return is_place and (not in_text or weight.linked >= weight.letters * _HALF)

    def around(self, element: Element) -> Iterator[Element]:
        """Yield the parts directly in an element that present other pages: teasers, and what “À lire aussi” heads."""
        parts = [part for part in element if part in self._weights]
        yield from self._teasers(parts)
        for place in range(len(parts)):
            yield from self._called(parts, place)

    def _teasers(self, parts: list[Element]) -> Iterator[Element]:
        shapes = Counter((tag_of(part), part.get("class")) for part in parts)
        alike = [part for part in parts if shapes[tag_of(part), part.get("class")] >= _FEWEST_ENTRIES]
        teasers = [part for part in alike if self._is_teaser(part)]
        if len(teasers) >= _FEWEST_ENTRIES:
            yield from teasers

    def _is_teaser(self, part: Element) -> bool:
        """Whether a part is a title that leads to another page, with a few words below it."""
        weight = self._weights[part]
        if part in self._above or not 0 < weight.letters <= _LONGEST_TEASER or tag_of(part) in HEADINGS:
            return False
        if weight.is_linked and weight.letters > _SHORTEST_TITLE:
            return tag_of(part) not in ("p", "li") and any(tag_of(inner) in BLOCKS for inner in part.iter())
        titles = (heading for heading in part.iter() if tag_of(heading) in HEADINGS)
        return any(self._weights.get(title, NOTHING).is_linked for title in titles)

    def _called(self, parts: Sequence[Element], place: int) -> Iterator[Element]:
        part = parts[place]
        weight = self._weights[part]
        if part in self._above or not 0 < weight.letters <= _LONGEST_CALL or tag_of(part) not in BLOCKS:
            return
        said = _said(part)
        if _is_label(said, weight) or _is_call(said):
            yield part
        elif said in words("pages", "see_also") or (tag_of(part) in HEADINGS and said.startswith(_see_also())):
            led = list(self._led_to(parts, place + 1))
            if led or place + 1 == len(parts) or weight.is_linked:
                yield from (part, *led)
        elif said.startswith(_see_also()) and weight.linked >= min(weight.letters * _SOME, _letters_behind_colon(said)):
            yield part

    def _led_to(self, parts: Sequence[Element], place: int) -> Iterator[Element]:
        """Yield the links that follow a heading that announces links, from a place on."""
        for number in range(place, len(parts)):
            weight = self._weights[parts[number]]
            if parts[number] in self._above or (weight.letters and weight.linked < weight.letters * _HALF):
                return
            yield parts[number]


def is_worded(element: Element, weights: Weights) -> bool:
    """Whether an element inside a paragraph is some of its words, whatever it is called and wherever it leads."""
    if tag_of(element) in BLOCKS:
        return False
    block = next((each for each in element.iterancestors() if tag_of(each) in BLOCKS), None)
    weight = NOTHING if block is None else weights.get(block, NOTHING)
    return weight.prose > 0 or (tag_of(element) == "a" and not weight.is_linked)


def _is_text(weight: Weight) -> bool:
    """Whether an element holds paragraphs and hardly a link, whatever a site may call it."""
    return weight.prose >= _TEXT and weight.linked < weight.prose * _FEW


def _asks(form: Element) -> bool:
    """Whether a form has something to be filled in; old systems set whole pages in a form that asks nothing."""
    return any(
        field.get("type", "text").lower() in ("text", "email", "search") for field in form.iter("input", "textarea")
    )


def _is_unseen(element: Element, weight: Weight) -> bool:
    """Whether a style sheet hides an element, by the names that everybody uses for that."""
    names = element.get("class", "").lower().split()
    return weight.letters <= _LONGEST_HIDDEN and not words("pages", "unseen").isdisjoint(names)


def _is_control(element: Element, weight: Weight) -> bool:
    """Whether all that an element holds is a link to a program, as the way back and the button to print often are."""
    if tag_of(element) not in BLOCKS or not 0 < weight.letters == weight.linked:
        return False
    links = list(islice(element.iter("a"), _FEWEST_ENTRIES))
    return bool(links) and all(map(_is_program, links))


def _is_program(link: Element) -> bool:
    return link.get("href", "").strip().lower().startswith("javascript:")


def _is_byline(element: Element, names: frozenset[str], weight: Weight) -> bool:
    """Whether an element names who put a page online, and no day."""
    is_short = 0 < weight.letters <= _LONGEST_LABEL and not names.isdisjoint(words("pages", "bylines"))
    return is_short and not any(letter.isdigit() for letter in words_in(element))


def _is_menu(element: Element, weight: Weight) -> bool:
    links = list(element.iter("a"))
    if len(links) < _FEWEST_ENTRIES or not weight.is_linked:
        return False
    return all(len(words_in(link)) < _LONGEST_ENTRY for link in links)


def _names_of(element: Element) -> frozenset[str]:
    """Return the words of the names that a site gives an element: “share” and “bar” of `shareBar` and `share-bar`."""
    given = f"{element.get('class', '')} {element.get('id', '')}"
    return frozenset(_NAME_PARTS.findall(_HUMP.sub(" ", given).lower())) | frozenset(given.lower().split())


def _is_called_furniture(names: frozenset[str]) -> bool:
    return not (names.isdisjoint(words("pages", "furniture")) and names.isdisjoint(words("pages", "whole_names")))


def _said(part: Element) -> str:
    """Return what a short part says, in small letters, without signs around it."""
    return _EDGES.sub("", plain(words_in(part)).lower())


def _letters_behind_colon(said: str) -> float:
    """Return the letters of what an opening such as “Tags: ” introduces, most of which are links."""
    behind = said.partition(":")[2]
    return sum(map(len, behind.split())) * _HALF if behind else inf


def _is_label(said: str, weight: Weight) -> bool:
    return weight.letters <= _LONGEST_LABEL and (
        said in words("pages", "labels") or _COUNTED.fullmatch(said) is not None
    )


def _is_call(said: str) -> bool:
    return said.startswith(tuple(table("pages")["openings"]))


def _see_also() -> tuple[str, ...]:
    return tuple(table("pages")["see_also"])
