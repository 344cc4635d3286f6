"""The shape of both sides: sentences, brackets, final signs, links, emphasis and footnotes stand as often in each.

Where one side has more sentences or paragraphs they are aligned, to tell which one the other side lacks or has turned
round.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, filled, spots, turn_round
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.rows import Row, RowKind
from editor.text.alignment import Bead, Unit, align
from editor.text.letters import plain
from editor.text.marks import find_marked
from editor.text.sentences import sentences
from editor.words import Sentence, say

_PROSE = (RowKind.PARAGRAPH, RowKind.LIST_ITEM, RowKind.BOILERPLATE, RowKind.NOTE)
_MOST_APART = 1
"""Sentences by which the sides of a row may differ: translators join and part them."""


def _is_pair(row: Row) -> bool:
    return row.has_text(Language.EN) and row.has_text(Language.FR)


def uneven_sentences(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X40: a sentence has no counterpart, or one side has fewer by two or more; less than half of them is a warning."""
    if row.kind not in _PROSE or not _is_pair(row):
        return
    stretches = {
        language: [(spot, *ends) for spot in spots(row, language) for ends in sentences(spot.text)]
        for language in Language
    }
    english, french = (len(each) for each in stretches.values())
    if english == french or max(english, french) > _MOST_ALIGNED:
        return
    texts = (tuple(spot.text[start:end] for spot, start, end in stretches[language]) for language in Language)
    is_half = min(english, french) * 2 < max(english, french)
    beads = () if is_half else _aligned(*texts)
    lonely = [bead for bead in beads if not (bead.en and bead.fr) and bead.confidence >= _SURE]
    for bead in lonely:
        language = Language.EN if bead.en else Language.FR
        for place in bead.en or bead.fr:
            spot, start, end = stretches[language][place]
            sentence = spot.text[start:end]
            if any(" " in sentence[each.start : each.end] for each in find_marked(sentence)):
                continue  # a quote that the other side lacks is X32's to tell of
            other = row.address(language.other)
            yield Finding(spot.at(start, end), _LONELY[language.other], other=other, level=Level.WARNING)
    if lonely or abs(english - french) <= _MOST_APART:
        return
    fewer = Language.EN if english < french else Language.FR
    level = Level.WARNING if is_half else None
    why = say("The English has {english} sentences here, the French {french}.", english=english, french=french)
    yield Finding(row.address(fewer), why, other=row.address(fewer.other), level=level)


_MOST_ALIGNED = 40
"""Sentences of one side beyond which nobody compares them one by one."""
_SURE = 0.85
"""Confidence from which a sentence has no counterpart: of 1,584 left out of real releases 1,546 were found so."""
_LONELY = {
    Language.EN: say("This sentence has no counterpart in the English."),
    Language.FR: say("This sentence has no counterpart in the French."),
}


@lru_cache(maxsize=256)
def _aligned(english: tuple[str, ...], french: tuple[str, ...]) -> tuple[Bead, ...]:
    return align([Unit(text) for text in english], [Unit(text) for text in french])


def turned_paragraphs(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X55: two paragraphs that stand in one row, since neither faces its own, stand the other way round in French."""
    if row.kind is not RowKind.PARAGRAPH or len(row[Language.EN]) != 2 or len(row[Language.FR]) != 2:
        return
    english, french = (tuple(passage.text for passage in row[language]) for language in Language)
    if not all((*english, *french)):
        return
    crossed = [bead for bead in _aligned(english, french[::-1]) if len(bead.en) == len(bead.fr) == 1]
    straight = [bead for bead in _aligned(english, french) if len(bead.en) == len(bead.fr) == 1]
    if len(crossed) == 2 and not straight and min(bead.confidence for bead in crossed) >= _SURE:
        why = say("These paragraphs stand the other way round than in the English.")
        yield Finding(row.address(Language.FR), why, turn_round(row, Language.FR), row.address(Language.EN))


_EMPHASIS: tuple[tuple[MarkKind, Sentence], ...] = (
    (MarkKind.LINK, say("The English has {english} links here, the French {french}.")),
    (MarkKind.BOLD, say("The English has {english} stretches in bold here, the French {french}.")),
    (MarkKind.ITALIC, say("The English has {english} stretches in italics here, the French {french}.")),
)


def uneven_marks(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X43: links, bold and italic stretches stand as often on each side."""
    if not _is_pair(row):
        return
    for kind, why in _EMPHASIS:
        left, right = ([(spot, mark) for spot in spots(row, tongue) for mark in spot.passage.stretches(kind)]
                       for tongue in Language)  # fmt: skip
        if len(left) != len(right):
            more, fewer = (left, right) if len(left) > len(right) else (right, left)
            spot, mark = more[min(len(fewer), len(more) - 1)]
            told = filled(why, english=len(left), french=len(right))
            yield Finding(spot.at(mark.start, mark.end), told, other=row.address(spot.language.other))


def uneven_footnotes(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X46: footnotes stand as often on each side, in the same order."""
    if not _is_pair(row):
        return
    counts = [sum(len(spot.passage.stretches(MarkKind.FOOTNOTE)) for spot in spots(row, each)) for each in Language]
    if counts[0] != counts[1]:
        fewer = Language.EN if counts[0] < counts[1] else Language.FR
        why = say("The English has {english} footnotes here, the French {french}.", english=counts[0], french=counts[1])
        yield Finding(row.address(fewer), why, other=row.address(fewer.other))
        return
    left, right = (list(_footnotes(row, language)) for language in Language)
    for (english, mine), (french, theirs) in zip(left, right, strict=True):
        if mine and theirs and mine != theirs:
            why = say("Footnote {english} of the English stands against {french} of the French.",
                      english=mine, french=theirs)  # fmt: skip
            yield Finding(french.whole, why, other=english.whole)


_NOTE_SIGN = re.compile(r"^\W*(\d{1,3}|\*+|[a-z])[\s.):]")


def _footnotes(row: Row, language: Language) -> Iterator[tuple[Spot, str]]:
    """Yield each footnote with the sign its text begins with, where it has one."""
    for spot in spots(row, language):
        for mark in spot.passage.stretches(MarkKind.FOOTNOTE):
            sign = _NOTE_SIGN.match(mark.target)
            yield spot, sign[1] if sign else ""


_CUT = re.compile(r"\[ ?(?:\.\.\.|…) ?\]|\( ?(?:\.\.\.|…) ?\)")
_NUMBERING = re.compile(r"(?<![\w)])\((?:[ivx]{1,5}|[a-z]|\d{1,2})\)(?=\s)", re.IGNORECASE)
"""The number of an item inside a sentence: “(i)” stands for « i) »."""
_SQUARE = re.compile(r"\[[^\[\]]*\]")


def uneven_brackets(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X44: cuts […] and square brackets stand as often on each side; round ones are doubted where they open alone.

    English and French put round brackets for different things (“Whitehorse, Yukon”, « Whitehorse (Yukon) »), so that
    only a side with two more of them is told of, as a hint.
    """
    if not _is_pair(row):
        return
    left, right = (" ".join(spot.text for spot in spots(row, language)) for language in Language)
    for pattern, why in (
        (_CUT, say("The English has {english} cuts […] here, the French {french}.")),
        (_SQUARE, say("The English has {english} square brackets here, the French {french}.")),
    ):
        english, french = len(pattern.findall(left)), len(pattern.findall(right))
        if english != french:
            fewer = Language.EN if english < french else Language.FR
            told = filled(why, english=english, french=french)
            yield Finding(row.address(fewer), told, other=row.address(fewer.other))
            return
    english, french = (_NUMBERING.sub("", side).count("(") for side in (left, right))
    if abs(english - french) > 1:
        fewer = Language.EN if english < french else Language.FR
        why = say("The English has {english} brackets here, the French {french}.", english=english, french=french)
        yield Finding(row.address(fewer), why, other=row.address(fewer.other), level=Level.HINT)


_CLASSES = {"?": "?", "!": "!", ":": ":", ".": ".", "…": "…", ";": ";", ",": ","}
_CLOSING = " \"'”’»)]"


def uneven_ends(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X45: both sides end with the same sign; French items of a list may end with ; or nothing."""
    if row.kind in (RowKind.CONTACT, RowKind.END_MARK) or not _is_pair(row):
        return
    if len(row[Language.EN]) != len(row[Language.FR]):
        return
    for english, french in zip(spots(row, Language.EN), spots(row, Language.FR), strict=False):
        mine, theirs = (_end(spot.text) for spot in (english, french))
        if mine == theirs or (theirs == ";" and mine in _ENDS_OF_ITEMS):
            continue
        if {mine, theirs} <= {"", "."} and "?" not in (mine, theirs) and len(english.text) < _SHORT_LINE:
            continue
        why = say("The English ends with “{english}”, the French with “{french}”.",
                  english=mine or "—", french=theirs or "—")  # fmt: skip
        where = french.at(max(0, len(french.text.rstrip()) - 1), len(french.text.rstrip()))
        yield Finding(where, why, other=english.at(max(0, len(english.text.rstrip()) - 1), len(english.text.rstrip())))


_ENDS_OF_ITEMS = ("", ".", ",")
_SHORT_LINE = 60
"""Characters up to which a line may be a heading, with or without a full stop."""


def _end(text: str) -> str:
    bare = plain(text).rstrip(_CLOSING)
    return "…" if bare.endswith("...") else _CLASSES.get(bare[-1:], "")


RULES = (
    Rule("X55", Level.WARNING, say("Order of paragraphs"), on_row=turned_paragraphs),
    Rule("X40", Level.HINT, say("Number of sentences"), on_row=uneven_sentences),
    Rule("X43", Level.WARNING, say("Links and emphasis"), on_row=uneven_marks),
    Rule("X44", Level.WARNING, say("Brackets and cuts"), on_row=uneven_brackets),
    Rule("X45", Level.HINT, say("Final signs"), on_row=uneven_ends),
    Rule("X46", Level.ERROR, say("Footnotes"), on_row=uneven_footnotes),
)
