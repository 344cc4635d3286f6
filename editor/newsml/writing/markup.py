"""Markup: the rich body, for receivers known to keep it.

The quotation marks typed stay beside `q`, though readers of XHTML may put some of their own: a receiver that drops the
markup after all must find every sign of the text, and the two languages set theirs each in its way.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from lxml import etree

from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import RowKind
from editor.newsml.edition import Edition
from editor.newsml.layout import Layout, Place, published_marks
from editor.newsml.vocabulary import XML_ID, xhtml

_ORDER = (MarkKind.LINK, MarkKind.FOOTNOTE, MarkKind.QUOTE, MarkKind.BOLD, MarkKind.ITALIC)
"""Outer to inner."""
_TAGS = {
    MarkKind.LINK: "a",
    MarkKind.FOOTNOTE: "a",
    MarkKind.QUOTE: "q",
    MarkKind.BOLD: "strong",
    MarkKind.ITALIC: "em",
}
_NOT_WORDS = re.compile(r"[\s“”„‟«»‘’\"'‹›.,;:!?…–—-]*")

Layer = tuple[str, str]
"""A tag and the address it leads to, empty for all but links."""


def add_rich_blocks(body: etree._Element, edition: Edition, layout: Layout) -> None:
    """Append headings, paragraphs, lists and block quotations, and the footnotes below them."""
    notes = {(note.place.part, note.mark): note.block for note in layout.footnotes}
    rows = groupby((place for place in layout.places if place.block), key=lambda place: place.row.id)
    lists: list[tuple[etree._Element, int, bool]] = []
    for _, group in rows:
        places = list(group)
        if places[0].row.kind is RowKind.LIST_ITEM:
            _add_item(_open_list(body, lists, places[0]), edition, places, notes)
            continue
        lists.clear()
        for place in places:
            _fill(_start_block(body, edition, place), place, _layers(edition, place, notes))
    for note in layout.footnotes:
        _identified(etree.SubElement(body, xhtml("p")), note.block).text = note.text


def _open_list(body: etree._Element, lists: list[tuple[etree._Element, int, bool]], place: Place) -> etree._Element:
    """Return the list a list item goes into; `lists` are those open: element, level, whether numbered."""
    level, numbered = max(place.row.level, 1), place.row.number is not None
    while lists and (lists[-1][1] > level or (lists[-1][1] == level and lists[-1][2] != numbered)):
        lists.pop()
    if not lists or lists[-1][1] < level:
        parent = lists[-1][0][-1] if lists else body
        lists.append((etree.SubElement(parent, xhtml("ol" if numbered else "ul")), level, numbered))
    return lists[-1][0]


def _add_item(
    parent: etree._Element, edition: Edition, places: Sequence[Place], notes: dict[tuple[str, Mark], str]
) -> None:
    item = etree.SubElement(parent, xhtml("li"))
    if places[0].row.number is not None:
        item.set("value", str(places[0].row.number))
    for place in places:
        _fill(_identified(etree.SubElement(item, xhtml("p")), place.block), place, _layers(edition, place, notes))


def _start_block(body: etree._Element, edition: Edition, place: Place) -> etree._Element:
    kind = place.row.kind
    if kind is RowKind.SUBHEADING:
        return _identified(etree.SubElement(body, xhtml(f"h{min(max(place.row.level, 1) + 1, 6)}")), place.block)
    parent = body
    if kind is RowKind.PARAGRAPH and _is_block_quote(edition, place):
        parent = etree.SubElement(body, xhtml("blockquote"))
    return _identified(etree.SubElement(parent, xhtml("p")), place.block)


def _identified(element: etree._Element, block: str) -> etree._Element:
    element.set("id", block)
    element.set(XML_ID, block)
    return element


def _is_block_quote(edition: Edition, place: Place) -> bool:
    """Whether a paragraph says nothing but one stretch of a quote."""
    passage = place.passage or Passage()
    said = [mark for mark in published_marks(edition.doc, passage) if mark.kind is MarkKind.QUOTE]
    if len(said) != 1:
        return False
    outside = passage.text[: said[0].start] + passage.text[said[0].end :]
    return _NOT_WORDS.fullmatch(outside) is not None


def _layers(edition: Edition, place: Place, notes: dict[tuple[str, Mark], str]) -> list[tuple[int, int, MarkKind, str]]:
    layers = []
    for mark in published_marks(edition.doc, place.passage or Passage()):
        note = notes.get((place.part, mark), "")
        if mark.kind is MarkKind.FOOTNOTE and not note:
            continue
        if mark.kind in _TAGS:
            target = f"#{note}" if note else mark.target if mark.kind is MarkKind.LINK else ""
            layers.append((mark.start, mark.end, mark.kind, target))
    return layers


def _fill(element: etree._Element, place: Place, layers: list[tuple[int, int, MarkKind, str]]) -> None:
    text = place.passage.text if place.passage else ""
    edges = sorted({0, len(text), *(edge for start, end, _, _ in layers for edge in (start, end))})
    runs = [(text[low:high], _stack(layers, low, high)) for low, high in pairwise(edges)]
    _nest(element, runs)


def _stack(layers: list[tuple[int, int, MarkKind, str]], low: int, high: int) -> tuple[Layer, ...]:
    """Return the tags around characters [low, high), outer first; one link at most, as XHTML wants."""
    found: list[Layer] = []
    for kind in _ORDER:
        for start, end, mark_kind, target in layers:
            if mark_kind is kind and start <= low and high <= end:
                layer = (_TAGS[kind], target)
                if layer[0] not in {tag for tag, _ in found}:
                    found.append(layer)
    return tuple(found)


def _nest(parent: etree._Element, runs: list[tuple[str, tuple[Layer, ...]]]) -> None:
    for outer, group in groupby(runs, key=lambda run: run[1][:1]):
        inside = [(text, layers[1:]) for text, layers in group]
        if not outer:
            _append_text(parent, "".join(text for text, _ in inside))
            continue
        child = etree.SubElement(parent, xhtml(outer[0][0]))
        if outer[0][1]:
            child.set("href", outer[0][1])
        _nest(child, inside)


def _append_text(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
