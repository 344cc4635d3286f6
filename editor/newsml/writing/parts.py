"""Parts: the rows and the quotes of a text, said beside its body so that the body can stay plain."""

from lxml import etree

from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Quote
from editor.model.rows import Row
from editor.newsml.edition import Edition
from editor.newsml.layout import Footnote, Layout, Place, published_marks
from editor.newsml.wording import one_line
from editor.newsml.writing.elements import add
from editor.newsml.writing.people import add_speaker


def add_parts(item: etree._Element, edition: Edition, layout: Layout) -> None:
    """Append a partMeta for each stretch of a quote, each passage, each row without one, and each footnote.

    NewsML-G2 2.35, partMeta: metadata about “the part of the content” named by contentrefs; what it says of its
    own, its creator for one, stands in place of the item's.
    """
    parts = _Parts(item, edition, layout)
    for place in layout.places:
        passage = place.passage or Passage()
        for mark in published_marks(edition.doc, passage):
            if mark.kind is MarkKind.QUOTE:
                parts.add_quote(place, mark, passage.words_of(mark))
    for place in layout.places:
        parts.add_passage(place)
    for footnote in layout.footnotes:
        parts.add_footnote(footnote)


class _Parts:
    """The parts of one item as they are added, counted in one sequence."""

    def __init__(self, item: etree._Element, edition: Edition, layout: Layout) -> None:
        self._item = item
        self._edition = edition
        self._tag = layout.language.value
        self._count = 0

    def add_quote(self, place: Place, mark: Mark, words: str) -> None:
        quote = self._quote(mark.target)
        part = self._start("quotation", "", place.block)
        if quote is not None and quote.speaker:
            add_speaker(part, self._edition, quote.speaker)
        add(part, "language", tag=self._tag)
        add(part, "description", words, role="cmqdrol:quotetext", lang=self._tag)
        _say(part, "quoteid", mark.target)
        if place.block:
            _say(part, "blockid", place.block)
        # Where the words begin in the passage, in code points: they may occur in it twice.
        _say(part, "passage", place.part)
        _say(part, "offset", str(mark.start))
        if quote is not None and not quote.is_attributed:
            _say(part, "attributed", "no")
        if quote is not None and quote.original is not None:
            _say(part, "original", quote.original.value)

    def _quote(self, name: str) -> Quote | None:
        return next((quote for quote in self._edition.doc.quotes if one_line(quote.id) == name), None)

    def add_passage(self, place: Place) -> None:
        row = place.row
        part = self._start("passage", place.part, place.block)
        if place.passage is not None and not place.block:
            add(part, "description", place.passage.text, role="cmqdrol:passage", lang=self._tag)
        _say(part, "row", one_line(row.id))
        _say(part, "kind", _kind(row))
        if row.number is not None:
            _say(part, "number", str(row.number))
        if place.passage is None:
            _say(part, "none", "onPurpose" if row.on_purpose else "missing")
            return
        for mark in published_marks(self._edition.doc, place.passage):
            if mark.kind is not MarkKind.QUOTE:
                _say(part, "mark", self._marked(mark))

    def add_footnote(self, footnote: Footnote) -> None:
        part = self._start("footnote", footnote.part, footnote.block)
        _say(part, "passage", footnote.place.part)
        _say(part, "offset", str(footnote.mark.start))

    def _start(self, role: str, part_id: str, block: str) -> etree._Element:
        self._count += 1
        part_id = part_id or f"{self._tag}-q{self._count}"
        part = add(self._item, "partMeta", partid=part_id, seq=str(self._count), contentrefs=block, lang=self._tag)
        add(part, "role", qcode=f"cmqpart:{role}")
        return part

    def _marked(self, mark: Mark) -> str:
        target = mark.target
        if mark.kind is MarkKind.PERSON:
            target = self._edition.people[mark.target]
        return f"{mark.kind.value} {mark.start} {mark.end} {target}".rstrip(" ")


def _kind(row: Row) -> str:
    return f"{row.kind.value}:{row.level}" if row.level else row.kind.value


def _say(part: etree._Element, property_: str, value: str) -> None:
    add(part, "partMetaExtProperty", rel=f"cmqprop:{property_}", value=value)
