"""Edits of text: type, rub out, replace, paste; mark a quote or a person."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace as having

from editor.edits.edit import Edit
from editor.edits.flow import Splice, flow
from editor.edits.refusing import refusing
from editor.errors import Unfit
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import Mark, MarkKind, Passage, split_text
from editor.model.people import Quote
from editor.model.rows import Row
from editor.words import Sentence, say

_SPACES = " \t\u00a0\u2002\u2003\u2007\u2009\u200a\u2028\u202f"
_QUOTATION_MARKS = '«»“”„‟‹›"'
_SINGLE_QUOTATION_MARKS = "‘’'‚‛"

Places = tuple[Address, ...]
"""Stretches of passages, each within one passage: what a selection over several passages comes to."""


def replace(address: Address, text: str) -> Edit:
    """Replace the characters of a stretch (or a whole passage, or a whole side) by `text`.

    Line ends in `text` make paragraphs. Raises Unfit when applied where the place is gone.
    """
    return put(address, tuple(Passage(piece) for piece in split_text(text)))


def put(address: Address, pieces: tuple[Passage, ...]) -> Edit:
    """Replace the characters of a stretch (or a whole passage, or a whole side) by paragraphs with their marks.

    Raises Unfit when applied where the place is gone.
    """

    def change(doc: Communique) -> Communique:
        return flow(doc, _whole(doc, address, pieces))[0]

    caret = None
    if address.is_stretch and len(pieces) == 1:
        end = (address.start or 0) + len(pieces[0].text)
        caret = having(address, start=end, end=end)
    return Edit(say("Replace text"), change, caret=caret)


def splice_in(splice: Splice) -> Edit:
    """Do what a splice says; rows follow as `editor.edits.flow` says.

    Raises Unfit when applied where its places are not, or no longer, in the text.
    """

    def change(doc: Communique) -> Communique:
        return flow(doc, splice)[0]

    if not splice.is_inside_a_passage:
        return Edit(_label(splice), change)
    text = splice.pieces[0].text
    place = (splice.start.start or 0) + len(text)
    caret = having(splice.start, language=splice.language, passage=splice.start.passage or 0, start=place, end=place)
    return Edit(_label(splice), change, _run(splice), caret, text)


def mark(places: Places, kind: MarkKind, target: str = "") -> Edit:
    """Mark stretches as one thing. A quote without a target is a new quote; a person needs one.

    Marks stand on words: outer spaces are left out, and so are the quotation marks around a quote. Words name one
    person: whoever they were taken for before gives way.
    Raises Unfit where there are no words, the place is gone, or the target is unknown.
    """

    def change(doc: Communique) -> Communique:
        doc, name = _known_target(doc, kind, target)
        marked = 0
        for row, index, passage, place in _stretches(doc, places):
            start, end = words_to_mark(passage.text, place.start or 0, place.end or 0, kind)
            if start < end:
                free = _without_names(passage, start, end) if kind is MarkKind.PERSON else passage
                doc = _exchanged(doc, row, place, index, free.marked(start, end, kind, name))
                marked += 1
        if not marked:
            raise Unfit(say("There are no words here to mark."))
        return doc

    return Edit(_MARKING[kind], change, caret=places[-1] if places else None)


def unmark(places: Places, kind: MarkKind, target: str | None = None, *, is_partly: bool = False) -> Edit:
    """Lift marks of one kind (and one target, where given) from stretches; the words stay.

    Bold and italic are lifted from the stretches alone, anything else whole where a stretch touches it, unless
    `is_partly`. A quote without any words left is forgotten. What is lifted whole from a quote or a name is remembered
    as being none.
    """

    def change(doc: Communique) -> Communique:
        spoken = _spoken(doc)
        for row, index, passage, place in _stretches(doc, places):
            lifted = _lifted(passage, place, kind, target, is_partly=is_partly)
            if kind in _RECOGNISED and not is_partly:
                gone = set(passage.stretches(kind)) - set(lifted.stretches(kind))
                doc = refusing(doc, kind, map(passage.words_of, gone))
            doc = _exchanged(doc, row, place, index, lifted)
        silenced = spoken - _spoken(doc)
        return having(doc, quotes=tuple(quote for quote in doc.quotes if quote.id not in silenced))

    return Edit(_LIFTING[kind], change, caret=places[-1] if places else None)


def toggle(doc: Communique, places: Places, kind: MarkKind, target: str = "") -> Edit:
    """Mark these stretches, or lift the mark where all of their words carry it already."""
    covered = all(
        any(found.start <= start and end <= found.end for found in passage.stretches(kind))
        for _, _, passage, place in _stretches(doc, places)
        for start, end in [words_to_mark(passage.text, place.start or 0, place.end or 0, kind)]
        if start < end
    )
    return unmark(places, kind) if covered else mark(places, kind, target)


def retargeted(row: Row, kind: MarkKind, names: Mapping[str, str]) -> Row:
    """Return a row in which the marks of some quotes, or persons, are those of others."""

    def moved(mark: Mark) -> Mark:
        return having(mark, target=names.get(mark.target, mark.target)) if mark.kind is kind else mark

    sides = row.sides.each(lambda side: tuple(Passage(each.text, tuple(map(moved, each.marks))) for each in side))
    return row if sides == row.sides else having(row, sides=sides)


def know(language: Language, word: str) -> Edit:
    """Take a word as rightly spelt in this release."""

    def change(doc: Communique) -> Communique:
        known = doc.release.known_words
        if word in known[language]:
            return doc
        words = known.having(language, (*known[language], word))
        return having(doc, release=having(doc.release, known_words=words))

    return Edit(say("Know a word"), change)


def words_to_mark(text: str, start: int, end: int, kind: MarkKind) -> tuple[int, int]:
    """Return the stretch without outer spaces, and without one pair of quotation marks around a quote."""
    start, end = _trimmed(text, start, end, _SPACES)
    if kind is not MarkKind.QUOTE:
        return start, end
    for signs in (_QUOTATION_MARKS, _SINGLE_QUOTATION_MARKS):
        opened = start < end and text[start] in signs
        closed = start < end - 1 and text[end - 1] in signs
        # A single mark at one end alone may be an apostrophe: ’tis, the Allies’.
        if (opened and closed) if signs is _SINGLE_QUOTATION_MARKS else (opened or closed):
            return _trimmed(text, start + opened, end - closed, _SPACES)
    return start, end


_RECOGNISED = (MarkKind.QUOTE, MarkKind.PERSON)
_LIFTED_WHOLE = (MarkKind.QUOTE, MarkKind.PERSON, MarkKind.LINK, MarkKind.FOOTNOTE)
_MARKING: dict[MarkKind, Sentence] = {
    MarkKind.QUOTE: say("Mark as quote"),
    MarkKind.PERSON: say("Mark as person"),
    MarkKind.BOLD: say("Bold"),
    MarkKind.ITALIC: say("Italic"),
    MarkKind.LINK: say("Link"),
    MarkKind.FOOTNOTE: say("Footnote"),
}
_LIFTING: dict[MarkKind, Sentence] = {
    MarkKind.QUOTE: say("Unmark quote"),
    MarkKind.PERSON: say("Unmark person"),
    MarkKind.BOLD: say("Not bold"),
    MarkKind.ITALIC: say("Not italic"),
    MarkKind.LINK: say("Remove link"),
    MarkKind.FOOTNOTE: say("Remove footnote"),
}


def _label(splice: Splice) -> Sentence:
    removes = _point(splice.start) != _point(splice.end)
    writes = len(splice.pieces) > 1 or bool(splice.pieces[0].text)
    if removes:
        return say("Replace text") if writes else say("Delete")
    if len(splice.pieces) == 2 and not any(piece.text for piece in splice.pieces):
        return say("New paragraph")
    return say("Insert text") if len(splice.pieces) > 1 else say("Typing")


def _point(place: Address) -> tuple[str, int, int]:
    return place.id, place.passage or 0, place.start or 0


def _run(splice: Splice) -> str:
    """Name the run a change inside one passage belongs to; what replaces text, or brings marks, is no run."""
    length = (splice.end.start or 0) - (splice.start.start or 0)
    text = splice.pieces[0].text
    where = f"{splice.start.id} {splice.language.value} {splice.start.passage or 0}"
    if splice.pieces[0].marks or (length and text):
        return ""
    return f"typing {where}" if text else f"rubbing out {where}"


def _whole(doc: Communique, address: Address, pieces: tuple[Passage, ...]) -> Splice:
    """Return the splice for an address that may leave out the characters or the passage."""
    row = doc.row(address.id)
    if row is None or address.language is None:
        raise Unfit(say("This place is no longer in the text."))
    side = row[address.language]
    first = address.passage or 0
    last = max(len(side) - 1, 0) if address.passage is None else first
    start = address.start or 0
    end = address.end
    if end is None:
        end = len(side[last].text) if last < len(side) else 0
    places = (row.address(address.language, first, start, start), row.address(address.language, last, end, end))
    return Splice(address.language, *places, pieces)


def _stretches(doc: Communique, places: Places) -> Iterable[tuple[Row, int, Passage, Address]]:
    rows = {row.id: row for row in doc.rows}
    for place in places:
        row, index = rows.get(place.id), place.passage or 0
        if row is None or place.language is None or index >= len(row[place.language]):
            raise Unfit(say("This place is no longer in the text."))
        passage = row[place.language][index]
        if not 0 <= (place.start or 0) <= (place.end or 0) <= len(passage.text):
            raise Unfit(say("This place is no longer in the text."))
        yield row, index, passage, place


def _lifted(passage: Passage, place: Address, kind: MarkKind, target: str | None, *, is_partly: bool) -> Passage:
    low, high = start, end = place.start or 0, place.end or 0
    if is_partly:
        low, high = _with_spaces(passage.text, start, end)
    for found in passage.stretches(kind):
        if target in (None, found.target) and found.is_touched(start, end):
            is_whole = kind in _LIFTED_WHOLE and not is_partly
            stretch = (found.start, found.end) if is_whole else (low, high)
            passage = passage.unmarked(*stretch, kind, found.target)
    return passage


def _without_names(passage: Passage, start: int, end: int) -> Passage:
    for found in passage.stretches(MarkKind.PERSON):
        if found.start < end and start < found.end:
            passage = passage.unmarked(found.start, found.end, MarkKind.PERSON, found.target)
    return passage


def _with_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the spaces around it: what stays marked beside it neither ends nor begins with one."""
    while start and text[start - 1] in _SPACES:
        start -= 1
    while end < len(text) and text[end] in _SPACES:
        end += 1
    return start, end


def _exchanged(doc: Communique, row: Row, place: Address, index: int, passage: Passage) -> Communique:
    language = place.language or Language.EN
    present = doc.rows[doc.row_index(row.id)]
    side = present[language]
    return doc.having_row(present.having(language, (*side[:index], passage, *side[index + 1 :])))


def _known_target(doc: Communique, kind: MarkKind, target: str) -> tuple[Communique, str]:
    known: Callable[[str], object] | None = {
        MarkKind.QUOTE: doc.quote,
        MarkKind.PERSON: doc.participant,
    }.get(kind)
    if kind is MarkKind.QUOTE and not target:
        (new_id,), doc = doc.fresh("q")
        return having(doc, quotes=(*doc.quotes, Quote(new_id))), new_id
    if known is not None and known(target) is None:
        raise Unfit(say("Choose a person first.") if kind is MarkKind.PERSON else say("This quote no longer exists."))
    return doc, target


def _trimmed(text: str, start: int, end: int, signs: str) -> tuple[int, int]:
    while start < end and text[start] in signs:
        start += 1
    while end > start and text[end - 1] in signs:
        end -= 1
    return start, end


def _spoken(doc: Communique) -> frozenset[str]:
    return frozenset(stretch.mark.target for stretch in doc.stretches(MarkKind.QUOTE))
