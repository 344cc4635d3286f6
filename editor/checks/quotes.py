"""Quotes: as many on both sides, each with a speaker who has a card."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, filled, spots
from editor.edits.details import set_speaker
from editor.edits.edit import Edit
from editor.edits.quotes import counterpart, is_touched
from editor.edits.writing import mark
from editor.model.address import Address, Part
from editor.model.communique import Communique, Stretch
from editor.model.language import Language
from editor.model.passage import MarkKind, evenly_spaced
from editor.model.people import Confidence, Quote
from editor.model.rows import Row, RowKind
from editor.text.lexicon import alternatives, table
from editor.text.marks import Family, find_marked
from editor.text.saying import find_sayings
from editor.text.speech import announces
from editor.values import frozen
from editor.words import say

_FEWEST_WORDS = 2
_LONGEST_TERM = 6
"""Words up to which marks may stand around a term or title that the other language leaves bare."""
_QUIET = (RowKind.BOILERPLATE, RowKind.CONTACT, RowKind.DELIVERY, RowKind.END_MARK)
_FAIR_RATIO = (0.55, 2.4)
"""French characters per English one in quotes that say the same; short fragments vary most."""


@frozen
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
        if not self.quote and announces(self.spot.text[: self.start].rstrip("«“\"'‘ \u00a0\u202f"), self.spot.language):
            return False
        long = [word for word in words if len(word) > 3]
        is_short = not self.quote or len(words) <= _LONGEST_TERM
        if long and is_short and all(word[:1].isupper() for word in long):
            return False
        if self.quote or not words:
            return bool(self.quote)
        follower = self.spot.text[self.end :].lstrip(' \u00a0\u202f”»"')[:1]
        is_turn = self.text[-1] in ",.!?…" or follower == ","
        return len(words) > _LONGEST_TERM or (self.introduced and (is_turn or len(words) > _FEWEST_WORDS))


def uneven_quotes(row: Row, desk: Desk) -> Iterator[Finding]:
    """X32: a quote on one side has no counterpart; one that is only cut differently is none of this rule's business."""
    for more, counts, is_told in _uneven(row, desk):
        if not is_told:
            told = filled(_COUNTS, english=counts[0], french=counts[1])
            yield Finding(_of(more), told, other=row.address(more.spot.language.other))


def paraphrased_quotes(row: Row, desk: Desk) -> Iterator[Finding]:
    """X33: what one side quotes the other tells in its own words."""
    for more, _, is_told in _uneven(row, desk):
        if is_told:
            language = more.spot.language.other
            yield Finding(_of(more), _TOLD[language], other=row.address(language))


def cut_quotes(row: Row, desk: Desk) -> Iterator[Finding]:
    """X35: the same quote stands in more pieces on one side than on the other."""
    if row.kind in _QUIET or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    english, french = ([each for each in _segments(row, tongue) if each.quote] for tongue in Language)
    if english and french and len(english) != len(french) and not list(_uneven(row, desk)):
        more = english if len(english) > len(french) else french
        why = say("The quote is cut differently: {english} pieces in English, {french} in French.",
                  english=len(english), french=len(french))  # fmt: skip
        yield Finding(_of(more[0]), why, other=row.address(more[0].spot.language.other))


_COUNTS = say("Quotes here: {english} in English, {french} in French.")
_TOLD = {
    Language.EN: say("These words are quoted in French and only reported in English."),
    Language.FR: say("These words are quoted in English and only reported in French."),
}


def _of(segment: _Segment) -> Address:
    return segment.spot.at(segment.start, segment.end)


def _uneven(row: Row, desk: Desk) -> Iterator[tuple[_Segment, tuple[int, int], bool]]:
    """Yield the quote that one side has too many, the quotes of each side, and whether the other side reports it."""
    if row.kind in _QUIET or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    english, french = (_segments(row, language) for language in Language)
    if len(english) == len(french) or (_joined(english, desk) == _joined(french, desk) and _fair(english, french)):
        return
    english, french = (tuple(each for each in side if each.is_speech) for side in (english, french))
    counts = (_joined(english, desk), _joined(french, desk))
    if len(english) == len(french) or (counts[0] == counts[1] and _fair(english, french)):
        return
    more = english if (counts[0], len(english)) > (counts[1], len(french)) else french
    fewer = french if more is english else english
    other = Language.FR if more is english else Language.EN
    is_told = not fewer and any(find_sayings(spot.text, other) for spot in spots(row, other))
    yield more[min(len(fewer), len(more) - 1)], counts, is_told


_WORD = re.compile(r"[\w’'-]+")


@lru_cache(maxsize=256)
def _segments(row: Row, language: Language) -> tuple[_Segment, ...]:
    """Return the outermost stretches of two words or more between marks; a single word is a scare quote."""
    found = []
    for spot in spots(row, language):
        marks = spot.passage.stretches(MarkKind.QUOTE)
        marked = find_marked(spot.text)
        sayings = [(each.start, each.end) for each in find_sayings(spot.text, language)] if marked else []
        for each in marked:
            if each.depth or (each.family is Family.SINGLE and language is Language.FR):
                continue
            if len(_WORD.findall(spot.text[each.start : each.end])) < _FEWEST_WORDS:
                continue
            quote = next((mark.target for mark in marks if mark.start < each.end and each.start < mark.end), "")
            near = any(end >= each.outer - 40 and start <= each.outer_end + 40 for start, end in sayings)
            found.append(_Segment(spot, each.start, each.end, quote, near))
    return tuple(found)


def _joined(segments: Sequence[_Segment], desk: Desk) -> int:
    """Count the quotes once the segments of one speaker are joined; a segment whose quote is not known joins any."""
    count, last = 0, ""
    for segment in segments:
        who = desk.speaker(segment.quote) or segment.quote
        if not count or (who and last and who != last):
            count += 1
        last = who or last
    return count


def _fair(english: Sequence[_Segment], french: Sequence[_Segment]) -> bool:
    """Tell whether the quoted words of both sides can be the same: neither side lacks a good part of them."""
    mine, theirs = (sum(len(each.text) for each in side) for side in (english, french))
    if not mine or not theirs:
        return mine == theirs
    return len(english) == len(french) or _FAIR_RATIO[0] <= theirs / mine <= _FAIR_RATIO[1]


def unmarked_speech(row: Row, desk: Desk) -> Iterator[Finding]:
    """R35: words between quotation marks beside a verb of saying are marked as no quote, and nobody refused them."""
    if row.kind in _QUIET:
        return
    refused = {each.words for each in desk.doc.refused if each.kind is MarkKind.QUOTE}
    for language in Language:
        for each in _segments(row, language):
            if each.quote or not each.introduced or not each.is_speech or evenly_spaced(each.text) in refused:
                continue
            yield Finding(
                _of(each), say("Somebody says this, and it is marked as no quote."), _taken_as_quote(_of(each), desk)
            )


def _taken_as_quote(place: Address, desk: Desk) -> Edit:
    """Return the edit that takes words for a quote, as recognition does, or else as they stand."""

    def change(doc: Communique) -> Communique:
        # Reading a text as an import does is wanted for a repair alone.
        from editor.formats.arrival.again import recognise_again

        doc = recognise_again(desk.profile, desk.office.people).change(doc)
        if any(is_touched(each, place) for each in doc.stretches(MarkKind.QUOTE)):
            return doc
        return mark((place,), MarkKind.QUOTE, counterpart(doc, (place,))).change(doc)

    return Edit(say("Take it for a quote"), change)


def speakers(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R13: every quote has a speaker with a card who is no guess, and is told or goes on speaking."""
    stretches: dict[str, list[Stretch]] = {}
    for stretch in doc.stretches(MarkKind.QUOTE):
        stretches.setdefault(stretch.mark.target, []).append(stretch)
    for quote in doc.quotes:
        places = stretches.get(quote.id, [])
        if not places:
            continue
        where = _place(places[0])
        speaker = doc.participant(quote.speaker)
        if speaker is None:
            if not all(map(_is_cited, places)):
                yield Finding(where, say("This quote has no speaker."))
        elif quote.confidence is Confidence.GUESS:
            name = speaker.name.en or speaker.name.fr
            why = say("It is a guess that {name} says this.", name=name)
            sure = replace(set_speaker(quote.id, speaker.id), label=say("Yes: {name}", name=name))
            yield Finding(where, why, sure, level=Level.WARNING)
        elif not quote.is_attributed and not _inherits(doc, quote, places[0]):
            yield Finding(where, say("Nothing in the text says who speaks here."), level=Level.WARNING)


def _is_cited(stretch: Stretch) -> bool:
    """Tell whether a document says these words, and nobody: an article of a treaty, a report, a site."""
    text = stretch.row[stretch.language][stretch.passage].text[: stretch.mark.start]
    return _documents(stretch.language).search(text) is not None


@cache
def _documents(language: Language) -> re.Pattern[str]:
    names, verbs = (alternatives(table("attributions")["documents"][language.value][key]) for key in ("names", "verbs"))
    according = (
        "according to|as stated in|under" if language is Language.EN else "selon|d[’']après|aux termes d|suivant"
    )
    marks = r"[\s,:«“\"‘'\u00a0\u202f]*$"
    return re.compile(
        rf"(?<!\w)(?:(?:{names})(?!\w)[^.!?«»“”]{{0,80}}?\b(?:{verbs})(?!\w)(?: que| qu[’']| that)?{marks}"
        rf"|(?:{according})[^.!?«»“”]{{0,60}}?\b(?:{names})(?!\w)[^.!?«»“”]{{0,30}}{marks})",
        re.IGNORECASE,
    )


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


_MOST_WORDS, _MOST_QUOTES = 80, 5
"""Words of a quote, and quotes of a release, that newsrooms still take over whole."""


def lengthy_quotes(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R16: a quote is very long, or the release quotes more often than anybody will use."""
    first: dict[tuple[str, Language], Stretch] = {}
    lengths: dict[tuple[str, Language], int] = {}
    for stretch in doc.stretches(MarkKind.QUOTE):
        key = (stretch.mark.target, stretch.language)
        first.setdefault(key, stretch)
        lengths[key] = lengths.get(key, 0) + len(stretch.words.split())
    for key, count in lengths.items():
        if count > _MOST_WORDS:
            why = say("This quote has {count} words; {most} are the most.", count=count, most=_MOST_WORDS)
            yield Finding(_place(first[key]), why)
    quotes = list(dict.fromkeys(quote_id for quote_id, _ in lengths))
    if len(quotes) > _MOST_QUOTES:
        sixth = next(stretch for (quote_id, _), stretch in first.items() if quote_id == quotes[_MOST_QUOTES])
        yield Finding(_place(sixth), say("The release has {count} quotes.", count=len(quotes)))


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
    Rule("X33", Level.ERROR, say("Quoted here, reported there"), on_row=paraphrased_quotes),
    Rule("X35", Level.HINT, say("Quotes cut differently"), on_row=cut_quotes),
    Rule("R35", Level.WARNING, say("Speech that is no quote"), on_row=unmarked_speech, proposes=True),
    Rule("R15", Level.ERROR, say("Sign-off of quotes"), on_document=signed_off_quotes),
    Rule("R16", Level.HINT, say("Length and number of quotes"), on_document=lengthy_quotes),
    Rule("R13", Level.ERROR, say("Speakers of quotes"), on_document=speakers, proposes=True),
)
