"""Edits of quotes as objects: which stretches are one quote, in which language it was said, and who approved it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from editor.edits.edit import Edit
from editor.edits.writing import Places, mark, retargeted, unmark, words_to_mark
from editor.errors import Unfit
from editor.model.address import Address
from editor.model.communique import Communique, Stretch
from editor.model.language import Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Quote, SignOff
from editor.words import say


def approve(quote_ids: Sequence[str], by: str, at: datetime) -> Edit:
    """Sign off quotes as they stand now, in both languages; `at` has a zone.

    Raises Unfit when applied where one is not there, or has no words in one of the languages.
    """

    def change(doc: Communique) -> Communique:
        wordings = doc.wordings()
        for quote_id in quote_ids:
            quote, wording = _known(doc, quote_id), wordings.get(quote_id)
            if wording is None or not (wording.en.strip() and wording.fr.strip()):
                raise Unfit(say("The quote {quote} has no words in one of the languages.", quote=quote_id))
            doc = _having(doc, replace(quote, sign_off=SignOff(wording, by, at)))
        return doc

    return Edit(say("Approve quote"), change)


def to_approve(doc: Communique) -> tuple[str, ...]:
    """Return the quotes, in the order of the text, that have words in both languages and no approval that holds."""
    wordings = doc.wordings()
    return tuple(
        quote.id
        for quote in in_text_order(doc)
        if (words := wordings.get(quote.id)) is not None
        if words.en.strip() and words.fr.strip()
        if quote.sign_off is None or not quote.sign_off.holds_for(words)
    )


def withdraw(quote_id: str) -> Edit:
    """Take back that a quote is approved."""
    return Edit(say("Take back the approval"), lambda doc: _having(doc, replace(_known(doc, quote_id), sign_off=None)))


def set_original(quote_id: str, language: Language | None) -> Edit:
    """Say in which language a quote was said; None where it is not known."""
    return Edit(
        say("Set the original language"),
        lambda doc: _having(doc, replace(_known(doc, quote_id), original=language)),
    )


def join(first_id: str, second_id: str) -> Edit:
    """Make two quotes one: the first takes over the words of the second, and its speaker where it has none."""

    def change(doc: Communique) -> Communique:
        first, second = _known(doc, first_id), _known(doc, second_id)
        if first_id == second_id:
            return doc
        whole = replace(
            first,
            speaker=first.speaker or second.speaker,
            confidence=first.confidence if first.speaker else second.confidence,
            is_attributed=first.is_attributed or second.is_attributed,
            original=first.original or second.original,
        )
        doc = _having(doc, whole)
        doc = replace(doc, rows=tuple(retargeted(row, MarkKind.QUOTE, {second_id: first_id}) for row in doc.rows))
        return replace(doc, quotes=tuple(quote for quote in doc.quotes if quote.id != second_id))

    return Edit(say("Join quotes"), change)


def split(quote_id: str, stretch: Stretch) -> Edit:
    """Part a quote: this stretch of it and those after it, in this language, are a quote of the same speaker.

    In the other language as many go with them where there are as many stretches in all, else those from the same place
    in the same row on.
    """

    def change(doc: Communique) -> Communique:
        quote = _known(doc, quote_id)
        found = list(doc.stretches(MarkKind.QUOTE, quote_id))
        mine = [each for each in found if each.language is stretch.language]
        theirs = [each for each in found if each.language is not stretch.language]
        place = next((index for index, each in enumerate(mine) if _is_same(each, stretch)), 0)
        if not place:
            raise Unfit(say("A quote is parted at a stretch after its first one."))
        (new_id,), doc = doc.fresh("q")
        doc = replace(doc, quotes=(*doc.quotes, replace(quote, id=new_id, sign_off=None)))
        stays = place if len(mine) == len(theirs) else _before(doc, theirs, mine[:place], stretch.row.id)
        for each in (*mine[place:], *theirs[stays:]):
            doc = _retargeted(doc, each, new_id)
        return doc

    return Edit(say("Split quote"), change)


def cut(stretch: Stretch, place: int, answer: tuple[int, int]) -> Edit:
    """Part a quote inside a stretch, before the word at `place`: what follows is a quote of the same speaker.

    The other language is parted at `answer`, a passage of the row's other side and a character in it, where words of
    the quote stand there. Raises Unfit where no words of the stretch stand before the place, or none behind it.
    """

    def change(doc: Communique) -> Communique:
        quote_id = stretch.mark.target
        divided = _divided(doc, stretch, place)
        if divided is doc:
            raise Unfit(say("A quote is parted between two of its words."))
        for other in doc.stretches(MarkKind.QUOTE, quote_id):
            if (other.row.id, other.language, other.passage) == (stretch.row.id, stretch.language.other, answer[0]):
                divided = _divided(divided, other, answer[1])
        behind = next(
            each
            for each in divided.stretches(MarkKind.QUOTE, quote_id)
            if (each.row.id, each.language, each.passage) == (stretch.row.id, stretch.language, stretch.passage)
            if each.mark.start > stretch.mark.start
        )
        return split(quote_id, behind).change(divided)

    return Edit(say("Split quote"), change)


def before_word(stretch: Stretch, place: int) -> int:
    """Return where the word at a place of a stretch begins."""
    text = stretch.row[stretch.language][stretch.passage].text
    while stretch.mark.start < place < stretch.mark.end and not text[place - 1].isspace():
        place -= 1
    return place


def respan(place: Address, quote_id: str) -> Edit:
    """Have a quote span just these words, in the place of its stretches that they touch: fewer words, or more."""

    def change(doc: Communique) -> Communique:
        _known(doc, quote_id)
        for each in list(doc.stretches(MarkKind.QUOTE, quote_id)):
            if is_touched(each, place):
                doc = _exchanged(doc, each, ())
        return mark((place,), MarkKind.QUOTE, quote_id).change(doc)

    return Edit(say("Change what a quote spans"), change, caret=place)


def respanned(doc: Communique, places: Places) -> str:
    """Return the quote that these words make shorter or longer; "" where they touch none or several, or are one."""
    if len(places) != 1:
        return ""
    place = places[0]
    touched = [each for each in doc.stretches(MarkKind.QUOTE) if is_touched(each, place)]
    if len({each.mark.target for each in touched}) != 1:
        return ""
    text = touched[0].row[touched[0].language][touched[0].passage].text
    words = words_to_mark(text, place.start or 0, place.end or 0, MarkKind.QUOTE)
    return "" if [(each.mark.start, each.mark.end) for each in touched] == [words] else touched[0].mark.target


def attach(places: Places, quote_id: str) -> Edit:
    """Make these words part of a quote, whatever quote they were part of before."""

    def change(doc: Communique) -> Communique:
        _known(doc, quote_id)
        # First as words of the quote: one whose only words are given away is forgotten, and this one must stay.
        doc = mark(places, MarkKind.QUOTE, quote_id).change(doc)
        others = {
            found.mark.target
            for place in places
            for found in doc.stretches(MarkKind.QUOTE)
            if found.mark.target != quote_id and is_touched(found, place)
        }
        for other in others:
            doc = unmark(places, MarkKind.QUOTE, other, is_partly=True).change(doc)
        return doc

    return Edit(say("Attach to quote"), change, caret=places[-1] if places else None)


def counterpart(doc: Communique, places: Places) -> str:
    """Return the quote whose words in the other language stand in this row and lack these; "" where there is none.

    The n-th quote of one side belongs to the n-th of the other; where that one is complete, to the first that is not.
    """
    if not places or places[0].language is None:
        return ""
    place, language = places[0], places[0].language
    stretches = list(doc.stretches(MarkKind.QUOTE))
    spoken = {each.mark.target for each in stretches if each.language is language}
    here = [each for each in stretches if each.row.id == place.id]
    theirs = list(dict.fromkeys(each.mark.target for each in here if each.language is not language))
    before = {
        each.mark.target
        for each in here
        if each.language is language and (each.passage, each.mark.start) < (place.passage or 0, place.start or 0)
    }
    fitting = [target for target in theirs if target not in spoken]
    wanted = theirs[len(before)] if len(before) < len(theirs) else ""
    return wanted if wanted in fitting else next(iter(fitting), "")


def neighbour(doc: Communique, quote_id: str) -> str:
    """Return the quote that stands before this one in the text; "" where it is the first."""
    order = in_text_order(doc)
    place = next((index for index, quote in enumerate(order) if quote.id == quote_id), 0)
    return order[place - 1].id if place else ""


def in_text_order(doc: Communique) -> list[Quote]:
    """Return the quotes in the order in which they first stand in the rows; those without words come last."""
    places: dict[str, int] = {}
    for place, stretch in enumerate(doc.stretches(MarkKind.QUOTE)):
        places.setdefault(stretch.mark.target, place)
    return sorted(doc.quotes, key=lambda quote: places.get(quote.id, len(places)))


def _known(doc: Communique, quote_id: str) -> Quote:
    quote = doc.quote(quote_id)
    if quote is None:
        raise Unfit(say("This quote no longer exists."))
    return quote


def _having(doc: Communique, quote: Quote) -> Communique:
    return replace(doc, quotes=tuple(quote if each.id == quote.id else each for each in doc.quotes))


def _before(doc: Communique, theirs: Sequence[Stretch], mine: Sequence[Stretch], row_id: str) -> int:
    """Return how many stretches stand in rows before this one, or in it and answer to one of `mine`, one to one."""
    order = {row.id: index for index, row in enumerate(doc.rows)}
    above = sum(order[each.row.id] < order[row_id] for each in theirs)
    here, answered = (sum(each.row.id == row_id for each in side) for side in (theirs, mine))
    return above + min(here, answered)


def _retargeted(doc: Communique, stretch: Stretch, quote_id: str) -> Communique:
    moved = Mark(stretch.mark.start, stretch.mark.end, MarkKind.QUOTE, quote_id)
    return _exchanged(doc, stretch, (moved,))


def _divided(doc: Communique, stretch: Stretch, place: int) -> Communique:
    """Return the communiqué with a stretch made two before the word at a place; the same one where that cannot be."""
    text, start, end = stretch.row[stretch.language][stretch.passage].text, stretch.mark.start, stretch.mark.end
    place = before_word(stretch, place)
    if not start < place < end or not text[start:place].strip() or not text[place:end].strip():
        return doc
    before = start + len(text[start:place].rstrip())
    behind = end - len(text[place:end].lstrip())
    halves = (replace(stretch.mark, end=before), replace(stretch.mark, start=behind))
    return _exchanged(doc, stretch, halves)


def _exchanged(doc: Communique, stretch: Stretch, instead: tuple[Mark, ...]) -> Communique:
    """Return the communiqué with other marks in the place of the one of a stretch."""
    row = doc.rows[doc.row_index(stretch.row.id)]
    side = row[stretch.language]
    passage = side[stretch.passage]
    marks = (*(each for each in passage.marks if each != stretch.mark), *instead)
    exchanged = (*side[: stretch.passage], Passage(passage.text, marks), *side[stretch.passage + 1 :])
    return doc.having_row(row.having(stretch.language, exchanged))


def is_touched(stretch: Stretch, place: Address) -> bool:
    """Whether a place holds some of the words of a stretch."""
    here = (stretch.row.id, stretch.language, stretch.passage) == (place.id, place.language, place.passage or 0)
    return here and stretch.mark.start < (place.end or 0) and (place.start or 0) < stretch.mark.end


def _is_same(one: Stretch, other: Stretch) -> bool:
    return (one.row.id, one.language, one.passage, one.mark) == (
        other.row.id,
        other.language,
        other.passage,
        other.mark,
    )
