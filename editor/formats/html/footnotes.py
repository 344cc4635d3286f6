"""Footnotes of a page: a small sign that links to a note further down, as word processors and publishers write them."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from editor.formats.html.office import is_note_sign
from editor.formats.html.parts import Element, tag_of, words_in
from editor.values import frozen

_SIGN: Final = re.compile(r"[\[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡§]{1,3})[\])]?\.?")
_NOTED: Final = frozenset(("li", "p", "div", "aside", "section", "dd", "td"))
_BACK: Final = re.compile(r"\A(?:\[?\d{1,3}\]?[.)]?|[*†‡§]{1,3}|\^|↑)\s+|\s*[↩↑⤴^]\ufe0e?\s*\Z")
_LONGEST: Final = 3000


@frozen
class Footnotes:
    """The notes of a page by the link that calls for each, and the elements that hold them."""

    texts: Mapping[Element, str]
    holders: frozenset[Element]


def footnotes_of(root: Element) -> Footnotes:
    """Find every link that reads as a footnote sign and leads to a note in the same page."""
    places = {name: element for element in root.iter() for name in _anchors(element)}
    texts: dict[Element, str] = {}
    holders: set[Element] = set()
    for link, name in _signs(root):
        holder = _holder(places.get(name))
        if holder is None or link in _ancestors_and_self(holder) or _lies_in(link, holders):
            continue
        text = _BACK.sub("", _BACK.sub("", words_in(holder)))
        if text and len(text) <= _LONGEST:
            texts[link] = text
            holders.add(holder)
    return Footnotes(texts, frozenset(holders))


def _signs(root: Element) -> Iterator[tuple[Element, str]]:
    for link in root.iter("a"):
        href = link.get("href", "")
        if href.startswith("#") and len(href) > 1 and _is_sign(link):
            yield link, href[1:]


def _is_sign(link: Element) -> bool:
    if link.get("role") == "doc-noteref":
        return True
    parent = link.getparent()
    raised = (parent is not None and tag_of(parent) == "sup") or any(tag_of(inner) == "sup" for inner in link.iter())
    return (raised or is_note_sign(link)) and bool(_SIGN.fullmatch(words_in(link).lower()))


def _anchors(element: Element) -> tuple[str, ...]:
    names = (element.get("id"), element.get("name") if element.tag == "a" else None)
    return tuple(name for name in names if name)


def _holder(element: Element | None) -> Element | None:
    """Return the paragraph or list item that a link leads into."""
    while element is not None and tag_of(element) not in _NOTED:
        element = element.getparent()
    return element


def _ancestors_and_self(element: Element) -> tuple[Element, ...]:
    return (element, *element.iterdescendants("a"))


def _lies_in(link: Element, holders: set[Element]) -> bool:
    return any(above in holders for above in link.iterancestors())
