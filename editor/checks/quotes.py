"""Quotes: as many on both sides, each with a speaker who has a card."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, spots
from editor.model.address import Address, Part
from editor.model.communique import Communique, Stretch
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.people import Quote
from editor.model.rows import Row, RowKind
from editor.text.marks import Family, find_marked
from editor.text.saying import find_sayings
from editor.words import say

_FEWEST_WORDS = 2
_LONGEST_TERM = 6
"""Words up to which marks may stand around a term or title that the other language leaves bare."""
_QUIET = (RowKind.BOILERPLATE, RowKind.CONTACT, RowKind.DELIVERY, RowKind.END_MARK)
_FAIR_RATIO = (0.55, 2.4)
"""French characters per English one in quotes that say the same; short fragments vary most."""


@dataclass(frozen=True, slots=True)
class _Segment:
    """Words between quotation marks: where, how many characters and words, whose quote the mark says they are."""

    spot: Spot
    start: int
    end: int
    quote: str
    introduced: bool

    @property
    def text(self) -> str:
        """The words."""
        return self.spot.text[self.start : self.end]

    @property
    def is_speech(self) -> bool:
        """Whether this is speech beyond doubt: marked as a quote, long, or beside a verb of saying and no name."""
        words = self.text.split()
        if self.quote or not words:
            return bool(self.quote)
        long = [word for word in words if len(word) > 3]
        if long and all(word[:1].isupper() for word in long):
            return False
        follower = self.spot.text[self.end :].lstrip(' \u00a0\u202f”»"')[:1]
        is_turn = self.text[-1] in ",.!?…" or follower == ","
        return len(words) > _LONGEST_TERM or (self.introduced and (is_turn or len(words) > _FEWEST_WORDS))


def uneven_quotes(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X32: a quote on one side has no counterpart; one that is only cut differently is none of this rule's business."""
    if row.kind in _QUIET or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    english, french = (_segments(row, language) for language in Language)
    if _joined(english) == _joined(french) and _fair(english, french):
        return
    if len(english) == len(french):
        return
    english, french = ([each for each in side if each.is_speech] for side in (english, french))
    counts = (_joined(english), _joined(french))
    if len(english) == len(french) or (counts[0] == counts[1] and _fair(english, french)):
        return
    more = english if (counts[0], len(english)) > (counts[1], len(french)) else french
    fewer = french if more is english else english
    place = more[min(len(fewer), len(more) - 1)]
    if fewer is french:
        why = say(
            "The English has {english} quotes here, the French {french}.", english=len(english), french=len(french)
        )
    else:
        why = say(
            "The French has {french} quotes here, the English {english}.", english=len(english), french=len(french)
        )
    yield Finding(place.spot.at(place.start, place.end), why, other=row.address(place.spot.language.other))


def _segments(row: Row, language: Language) -> list[_Segment]:
    """Return the outermost stretches of two words or more between marks; a single word is a scare quote."""
    found = []
    for spot in spots(row, language):
        marks = spot.passage.stretches(MarkKind.QUOTE)
        marked = find_marked(spot.text)
        sayings = [(each.start, each.end) for each in find_sayings(spot.text, language)] if marked else []
        for each in marked:
            if each.depth or (each.family is Family.SINGLE and language is Language.FR):
                continue
            if len(spot.text[each.start : each.end].split()) < _FEWEST_WORDS:
                continue
            quote = next((mark.target for mark in marks if mark.start < each.end and each.start < mark.end), "")
            near = any(end >= each.outer - 40 and start <= each.outer_end + 40 for start, end in sayings)
            found.append(_Segment(spot, each.start, each.end, quote, near))
    return found


def _joined(segments: list[_Segment]) -> int:
    """Count the quotes once the segments of one speaker are joined; a segment whose quote is not known joins any."""
    count, last = 0, ""
    for segment in segments:
        if not count or (segment.quote and last and segment.quote != last):
            count += 1
        last = segment.quote or last
    return count


def _fair(english: list[_Segment], french: list[_Segment]) -> bool:
    """Tell whether the quoted words of both sides can be the same: neither side lacks a good part of them."""
    mine, theirs = (sum(len(each.text) for each in side) for side in (english, french))
    if not mine or not theirs:
        return mine == theirs
    return len(english) == len(french) or _FAIR_RATIO[0] <= theirs / mine <= _FAIR_RATIO[1]


def speakers(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R13: every quote has a speaker with a card; one the text attributes to nobody must follow the speaker's own."""
    stretches: dict[str, list[Stretch]] = {}
    for stretch in doc.stretches(MarkKind.QUOTE):
        stretches.setdefault(stretch.mark.target, []).append(stretch)
    for quote in doc.quotes:
        places = stretches.get(quote.id, [])
        if not places:
            continue
        where = _place(places[0])
        if doc.participant(quote.speaker) is None:
            yield Finding(where, say("This quote has no speaker."))
        elif not quote.is_attributed and not _inherits(doc, quote, places[0]):
            yield Finding(where, say("Nothing in the text says who speaks here."), level=Level.WARNING)


def _place(stretch: Stretch) -> Address:
    return stretch.row.address(stretch.language, stretch.passage, stretch.mark.start, stretch.mark.end)


def _inherits(doc: Communique, quote: Quote, first: Stretch) -> bool:
    """Tell whether a quote of the same speaker stands before this one in its row or the row above."""
    index = doc.row_index(first.row.id)
    near = {row.id for row in doc.rows[max(0, index - 1) : index + 1]}
    others = {other.id for other in doc.quotes if other.speaker == quote.speaker and other.id != quote.id}
    for stretch in doc.stretches(MarkKind.QUOTE):
        if stretch.row.id == first.row.id and _order(stretch) >= _order(first):
            continue
        if stretch.row.id in near and stretch.language is first.language and stretch.mark.target in others:
            return True
    return False


def _order(stretch: Stretch) -> tuple[int, int]:
    return (stretch.passage, stretch.mark.start)


def signed_off_quotes(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """R15: a quote nobody has signed off; an error where the house demands it."""
    level = Level.ERROR if desk.profile.wants_sign_off else Level.HINT
    for quote in doc.quotes:
        wording = doc.wording(quote.id)
        if quote.sign_off is None and (wording.en or wording.fr):
            yield Finding(
                Address(Part.QUOTE, quote.id, field="sign_off"), say("This quote is not signed off."), level=level
            )


RULES = (
    Rule("X32", Level.ERROR, say("Number of quotes"), on_row=uneven_quotes),
    Rule("R15", Level.ERROR, say("Sign-off of quotes"), on_document=signed_off_quotes),
    Rule("R13", Level.ERROR, say("Speakers of quotes"), on_document=speakers),
)
