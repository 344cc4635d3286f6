"""Lines: which lines of one of our published documents say what of the communiqué."""

from lxml import etree

from editor.newsml.paper import Context, open_paper
from editor.newsml.places import Origin, Origins
from editor.values import frozen

_FIRST = 2
"""The line of the root, below the XML declaration."""


@frozen
class Span:
    """The lines of an element, counted from 1, its first and its last, and what the element was made from."""

    first: int
    last: int
    origin: Origin


def spans(root: etree._Element) -> tuple[Span, ...]:
    """Return the lines of everything that was made from a field or a passage, in the order of the document.

    `root` is what `build` wrote, parsed. An element of which only a part has an origin of its own stands before that
    part, so the last span around a line says most about it.
    """
    return tuple(_spans(root, _FIRST, Origin(), Origins(open_paper(root, Context(ours=True))))[0])


def _spans(element: etree._Element, line: int, around: Origin, origins: Origins) -> tuple[list[Span], int]:
    """Return the spans of an element that begins on a line, and the line it ends on."""
    origin = origins.within(element, around)
    last = line + (element.text or "").count("\n")
    inner: list[Span] = []
    for child in element:
        found, last = _spans(child, last, origin, origins)
        inner += found
        last += (child.tail or "").count("\n")
    own = [Span(line, last, origin)] if origin not in (around, Origin()) else []
    return own + inner, last
