"""Whether both languages of a row belong together: language, state, shape, length."""

import re
from collections.abc import Iterator
from math import log, sqrt

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, move_passage, spots
from editor.model.language import Language
from editor.model.rows import PairState, Row, RowKind
from editor.text.language import language_of
from editor.text.letters import folded
from editor.text.lexicon import table
from editor.text.names import find_candidates
from editor.text.verbatim import verbatim
from editor.words import say

_SHORTEST_COPY = 4
"""Words from which equal texts on both sides are no coincidence of names."""
_SHORTEST_COMPARED = 40
_FRENCH_A_CHARACTER = 1.17
"""Characters of French for one of English, over 698 paragraphs of real releases."""
_FIRM, _LOOSE = 0.0036, 2.6
"""Variance of the logarithm of that ratio in long paragraphs, and what each character less adds to it."""
_FARTHEST, _FARTHEST_ITEM = 2.75, 3.3
"""Standard deviations beyond which something is missing on one side; items of lists are translated most freely."""
_LARGEST_SIDE = 2

_WRONG = {
    Language.EN: say("This French text stands on the English side."),
    Language.FR: say("This English text stands on the French side."),
}
_CHANGED = {
    Language.EN: say("The English changed after the pair was confirmed."),
    Language.FR: say("The French changed after the pair was confirmed."),
}


def wrong_language(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X03: a passage of five words or more is in the language of the other side."""
    for spot in spots(row):
        if language_of(spot.text) is spot.language.other:
            yield Finding(spot.whole, _WRONG[spot.language], move_passage(spot), row.address(spot.language.other))


def copies(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X02: both sides say the same words in the same language."""
    lengths = [len(row.text(language)) for language in Language]
    if not all(lengths) or max(lengths) > min(lengths) * 1.2 + 10:
        return
    ours, theirs = (frozenset(folded(row.text(language)).split()) for language in Language)
    if 2 * len(ours & theirs) < max(len(ours), len(theirs)):
        return
    english, french = (_bare(row.text(language)) for language in Language)
    words = [
        folded(word) for word in re.findall(r"[^\W\d_]{2,}", _addressless(row.text(Language.EN))) if not word.isupper()
    ]
    if english != french or len(words) < _SHORTEST_COPY or row.kind is RowKind.END_MARK:
        return
    telling = frozenset((*table("language")["en"], *table("language")["fr"]))
    if row.kind in _NAMING and _is_name(row.text(Language.EN)):
        return
    if any(word in telling for word in words):
        why = say("Both sides have the same words.")
        copy = Language.EN if language_of(row.text(Language.EN)) is Language.FR else Language.FR
        yield Finding(row.address(copy), why, other=row.address(copy.other))


_NAMING = (RowKind.LIST_ITEM, RowKind.CONTACT)


def _is_name(text: str) -> bool:
    """Tell whether every longer word has a capital, as in the names of bodies: “Linux User Group of Slovenia”."""
    longer = re.findall(r"[^\W\d_]{4,}", text)
    return bool(longer) and all(not word[0].islower() for word in longer)


def _bare(text: str) -> str:
    """Return the words alone, without addresses, widths of spaces, marks and capitals."""
    return re.sub(r"[\s\"«»“”‘’']+", " ", folded(_addressless(text))).strip()


def _addressless(text: str) -> str:
    for start, end in reversed(verbatim(text)):
        text = text[:start] + text[end:]
    return text


def stale_pairs(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X37: one side changed since both were found to say the same, or both did."""
    if row.state is not PairState.STALE:
        return
    if len(row.changed_sides) > 1:
        yield Finding(row.address(), say("Both sides changed after the pair was confirmed."))
    else:
        for language in row.changed_sides:
            yield Finding(row.address(language), _CHANGED[language], other=row.address(language.other))


def unedited_proposals(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X54: somebody confirmed what the memory proposed for another source, and changed no letter of it."""
    if row.proposal is not None and row.state is PairState.CONFIRMED:
        language = row.proposal.language
        why = say(
            "Confirmed as the memory proposed it, though its source was like this one by {percent}\u00a0% only.",
            percent=row.proposal.percent,
        )
        yield Finding(row.address(language), why, other=row.address(language.other))


def large_groups(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X38: more paragraphs in one row than anybody can compare."""
    english, french = len(row[Language.EN]), len(row[Language.FR])
    if english and french and max(english, french) > _LARGEST_SIDE and row.kind is not RowKind.LIST_ITEM:
        why = say("This row holds {english} English and {french} French paragraphs.", english=english, french=french)
        yield Finding(row.address(), why)


def uneven_lengths(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X39: one side is much longer than a translation would be."""
    english, french = (len(row.text(language)) for language in Language)
    if row.kind in (RowKind.CONTACT, RowKind.DATELINE) or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    farthest = _FARTHEST_ITEM if row.kind is RowKind.LIST_ITEM else _FARTHEST
    if max(english, french) <= _SHORTEST_COMPARED or _is_usual(english, french, farthest):
        return
    if any(_has_wrong_language(row, language) for language in Language) or _is_signature(row):
        return
    if french > english:
        yield Finding(row.address(Language.EN), say("The English is much shorter than the French."))
    else:
        yield Finding(row.address(Language.FR), say("The French is much shorter than the English."))


def _is_usual(english: int, french: int, farthest: float) -> bool:
    """Tell whether translations have such lengths: short ones vary more than long ones."""
    off = log(french / english / _FRENCH_A_CHARACTER)
    size = (english + french / _FRENCH_A_CHARACTER) / 2
    return abs(off) <= farthest * sqrt(_FIRM + _LOOSE / size)


_LONGEST_SIGNATURE = 160


def _is_signature(row: Row) -> bool:
    """Tell whether both sides are one line with the same name, and no sentence: titles are as long as houses like."""
    names = []
    for language in Language:
        text = row.text(language).strip()
        if len(row[language]) != 1 or len(text) > _LONGEST_SIGNATURE or text.rstrip('»”"’ ')[-1:] in ".!?…":
            return False
        names.append(next((each.name for each in find_candidates(text, language) if each.is_full), ""))
    english, french = (frozenset(re.findall(r"\w+", folded(name))) for name in names)
    return len(english & french) > 1


def _has_wrong_language(row: Row, language: Language) -> bool:
    return any(language_of(passage.text) is language.other for passage in row[language])


_NUMBERED = re.compile(r"\s*(?:\(?(\d{1,3})[.)]|\(?([a-z])\))(?=\s)")


def uneven_items(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X41: a list item stands against several, or against one of another number."""
    if row.kind is not RowKind.LIST_ITEM or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    english, french = (len(row[language]) for language in Language)
    if english != french:
        why = say("{english} English list items stand against {french} French.", english=english, french=french)
        yield Finding(row.address(), why)
        return
    for left, right in zip(spots(row, Language.EN), spots(row, Language.FR), strict=False):
        yield from _other_number(left, right)


def _other_number(english: Spot, french: Spot) -> Iterator[Finding]:
    there, here = _NUMBERED.match(english.text), _NUMBERED.match(french.text)
    if not there or not here:
        return
    number, wanted = here[1] or here[2], there[1] or there[2]
    if number != wanted:
        group = 1 if here[1] else 2
        start, end = here.span(group)
        why = say("This item is number {number} in French and {wanted} in English.", number=number, wanted=wanted)
        mend = french.put(say("Write {text}", text=wanted), start, end, wanted)
        yield Finding(french.at(start, end), why, mend, english.at(there.start(), there.end()))


def uneven_headings(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X42: a heading stands against several."""
    english, french = (len(row[language]) for language in Language)
    headings = (RowKind.SUBHEADING, RowKind.HEADLINE, RowKind.SUBHEADLINE)
    if row.kind in headings and english and french and english != french:
        why = say("{english} English headings stand against {french} French.", english=english, french=french)
        yield Finding(row.address(), why)


RULES = (
    Rule("X03", Level.ERROR, say("Wrong language"), on_row=wrong_language, silences=("F", "E")),
    Rule("X02", Level.ERROR, say("Same words on both sides"), on_row=copies, silences=("X03",)),
    Rule("X37", Level.ERROR, say("Changed since confirmation"), on_row=stale_pairs),
    Rule("X54", Level.HINT, say("Proposals confirmed as they came"), on_row=unedited_proposals),
    Rule("X38", Level.WARNING, say("Too many paragraphs in one row"), on_row=large_groups),
    Rule("X39", Level.WARNING, say("Lengths of the two sides"), on_row=uneven_lengths),
    Rule("X41", Level.ERROR, say("Lists"), on_row=uneven_items),
    Rule("X42", Level.ERROR, say("Headings"), on_row=uneven_headings),
)
