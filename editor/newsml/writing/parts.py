"""Parts: the rows and the quotes of a text, said beside its body so that the body can stay plain."""

from lxml import etree

from editor.model.language import Language
from editor.model.passage import Mark, MarkKind, fit_text
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
    sequence = 0
    for place in layout.places:
        for mark in published_marks(edition.doc, place.passage) if place.passage else ():
            if mark.kind is MarkKind.QUOTE:
                sequence += 1
                _add_quote(item, edition, layout.language, place, mark, sequence)
    for place in layout.places:
        sequence += 1
        _add_passage(item, edition, layout, place, sequence)
    for footnote in layout.footnotes:
        sequence += 1
        _add_footnote(item, layout.language, footnote, sequence)


def _start(
    item: etree._Element, part_id: str, block: str, sequence: int, role: str, language: Language
) -> etree._Element:
    part = add(item, "partMeta", partid=part_id, seq=str(sequence), contentrefs=block, lang=language.value)
    add(part, "role", qcode=f"cmqpart:{role}")
    return part


def _add_quote(
    item: etree._Element, edition: Edition, language: Language, place: Place, mark: Mark, sequence: int
) -> None:
    quote = edition.doc.quote(mark.target)
    part = _start(item, f"{language.value}-q{sequence}", place.block, sequence, "quotation", language)
    if quote is not None and quote.speaker:
        add_speaker(part, edition, quote.speaker)
    add(part, "language", tag=language.value)
    words = place.passage.words_of(mark) if place.passage else ""
    add(part, "description", words, role="cmqdrol:quotetext", lang=language.value)
    _say(part, "quoteid", fit_text(mark.target))
    if place.block:
        _say(part, "blockid", place.block)
    # Where the words begin in the passage, in code points: they may occur in it twice.
    _say(part, "passage", place.part)
    _say(part, "offset", str(mark.start))
    if quote is not None and not quote.is_attributed:
        _say(part, "attributed", "no")
    if quote is not None and quote.original is not None:
        _say(part, "original", quote.original.value)


def _add_passage(item: etree._Element, edition: Edition, layout: Layout, place: Place, sequence: int) -> None:
    language, row = layout.language, place.row
    part = _start(item, place.part, place.block, sequence, "passage", language)
    add(part, "language", tag=language.value)
    if place.passage is not None and not place.block:
        add(part, "description", place.passage.text, role="cmqdrol:passage", lang=language.value)
    _say(part, "row", fit_text(row.id))
    _say(part, "kind", _kind(row))
    if row.number is not None:
        _say(part, "number", str(row.number))
    if place.passage is None:
        _say(part, "none", "onPurpose" if row.on_purpose else "missing")
        return
    for mark in published_marks(edition.doc, place.passage):
        if mark.kind is not MarkKind.QUOTE:
            _say(part, "mark", _mark(edition, mark))


def _add_footnote(item: etree._Element, language: Language, footnote: Footnote, sequence: int) -> None:
    part = _start(item, footnote.part, footnote.block, sequence, "footnote", language)
    add(part, "language", tag=language.value)
    _say(part, "passage", footnote.place.part)
    _say(part, "offset", str(footnote.mark.start))


def _kind(row: Row) -> str:
    return f"{row.kind.value}:{row.level}" if row.level else row.kind.value


def _mark(edition: Edition, mark: Mark) -> str:
    target = mark.target
    if mark.kind is MarkKind.PERSON:
        target = edition.people[mark.target]
    elif mark.kind is MarkKind.FOOTNOTE:
        target = one_line(mark.target)
    return f"{mark.kind.value} {mark.start} {mark.end} {fit_text(target)}".rstrip(" ")


def _say(part: etree._Element, property_: str, value: str) -> None:
    add(part, "partMetaExtProperty", rel=f"cmqprop:{property_}", value=value)
