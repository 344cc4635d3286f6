"""Weights: how much every element of a page says, how much of it in links, and how much of it in whole sentences."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from editor.formats.html.parts import BLOCKS, HEADINGS, Element, is_unread, tag_of

_SENTENCE: Final = 60
"""Letters from which a paragraph counts as prose; entries of menus have some 20."""
_HALF: Final = 0.5
_PARAGRAPH: Final = 400
"""Letters of a paragraph; a block that holds more was written with breaks of lines between its paragraphs."""
_ENTRY: Final = 60
"""Letters up to which a paragraph that is all links reads as entries of a menu."""
_ALL: Final = 0.8
_REACHED: Final = re.compile(r"\s*(?:mailto:(?!\?)|tel:|#)", re.IGNORECASE)
"""Links by which somebody is written or telephoned to, and those inside the page: text, and no way elsewhere."""


@dataclass(slots=True)
class Weight:
    """What an element holds, in letters: all, those in links, of prose; and its paragraphs and entries of menus."""

    letters: int = 0
    linked: int = 0
    prose: int = 0
    paragraphs: int = 0
    entries: int = 0

    def take(self, other: "Weight", times: int = 1) -> None:
        """Add what another element holds, or with `times` -1 take it away again."""
        self.letters += other.letters * times
        self.linked += other.linked * times
        self.prose += other.prose * times
        self.paragraphs += other.paragraphs * times
        self.entries += other.entries * times

    @property
    def is_linked(self) -> bool:
        """Whether nearly all of it is in links."""
        return self.letters > 0 and self.linked >= self.letters * _ALL


@dataclass(slots=True)
class _Own:
    """What stands in a block itself and in no block inside it."""

    letters: int = 0
    linked: int = 0
    links: int = 0


Weights = Mapping[Element, Weight]
NOTHING: Final = Weight()


def weigh(root: Element) -> Weights:
    """Return the weight of every element that a reader of the page sees, in one walk over it."""
    scale = _Scale()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if not tag_of(element) or is_unread(element):
                walk.skip_subtree()
                scale.open.append(None)
            else:
                scale.start(element)
        else:
            scale.end(element)
            if element is not root:
                scale.add(element.tail)
    return scale.found


class _Scale:
    def __init__(self) -> None:
        self.found: dict[Element, Weight] = {}
        self.open: list[Weight | None] = []
        self._own = [_Own()]
        self._links = 0

    def start(self, element: Element) -> None:
        weight = self.found[element] = Weight()
        self.open.append(weight)
        if tag_of(element) in BLOCKS:
            self._own.append(_Own())
        if _is_link(element):
            self._links += 1
            self._own[-1].links += 1
        self.add(element.text)

    def add(self, text: str | None) -> None:
        if not text:
            return
        letters = sum(map(len, text.split()))
        self._own[-1].letters += letters
        self._own[-1].linked += letters if self._links else 0
        weight = next((each for each in reversed(self.open) if each is not None), None)
        if weight is not None:
            weight.letters += letters
            weight.linked += letters if self._links else 0

    def end(self, element: Element) -> None:
        weight = self.open.pop()
        if weight is None:
            return
        if _is_link(element):
            self._links -= 1
        if tag_of(element) in BLOCKS:
            self._settle(weight, self._own.pop(), element)
        above = next((each for each in reversed(self.open) if each is not None), None)
        if above is not None:
            above.take(weight)

    def _settle(self, weight: Weight, own: _Own, element: Element) -> None:
        if own.letters >= _SENTENCE and own.linked < own.letters * _HALF and tag_of(element) not in HEADINGS:
            weight.prose += own.letters
            weight.paragraphs += 1 + own.letters // _PARAGRAPH
        elif own.letters and own.linked >= own.letters * _ALL and own.letters < _ENTRY * max(1, own.links):
            weight.entries += own.links


def _is_link(element: Element) -> bool:
    return tag_of(element) == "a" and not _REACHED.match(element.get("href", "#"))
