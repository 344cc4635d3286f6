"""The signs of English: quotation marks, apostrophes, and what French leaves behind."""

import re
from collections.abc import Iterator

from editor.checks.characters import apostrophes
from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, spots
from editor.model.language import Language
from editor.model.profile import NARROW_NO_BREAK, NO_BREAK
from editor.model.rows import Row
from editor.text.marks import Family, Marked, find_marked
from editor.text.typography import SPACES
from editor.text.verbatim import is_verbatim
from editor.words import Sentence, say, say_count

_S = f"[{SPACES}]"
_LEVELS = {"“": (("“", "”"), ("‘", "’")), "‘": (("‘", "’"), ("“", "”"))}
"""The marks of the first and second level, by the opening mark the house begins with."""


def curly_quotes(row: Row, desk: Desk) -> Iterator[Finding]:
    """E01: quotation marks are “ ”, inside them ‘ ’ (or as the house has them); inches are let be."""
    for spot in spots(row, Language.EN):
        for stretch in find_marked(spot.text):
            if _has(spot.text, stretch, "\"'") and not is_verbatim(spot.text, stretch.outer):
                why = say_count("Straight quotation marks.", "Straight quotation marks at {count} places.", 1)
                yield _curled(spot, stretch, why, desk.profile.style.quotes)


def guillemets(row: Row, desk: Desk) -> Iterator[Finding]:
    """E02: no guillemets in English; the spaces that French puts inside them go too."""
    for spot in spots(row, Language.EN):
        for stretch in find_marked(spot.text):
            if _has(spot.text, stretch, "«»"):
                why = say_count("Guillemets in English.", "Guillemets in English at {count} places.", 1)
                yield _curled(spot, stretch, why, desk.profile.style.quotes)


def _has(text: str, stretch: Marked, signs: str) -> bool:
    """Tell whether one of the marks there are is one of these signs."""
    opening = stretch.opened and text[stretch.outer] in signs
    return opening or (stretch.closed and text[stretch.outer_end - 1] in signs)


def _curled(spot: Spot, stretch: Marked, why: Sentence, first: str) -> Finding:
    is_inner = stretch.depth > 0 or (stretch.family is Family.SINGLE and first == "“")
    opening, closing = _LEVELS[first][is_inner]
    changes = []
    if stretch.opened:
        changes.append((stretch.outer, stretch.start, opening))
    if stretch.closed:
        changes.append((stretch.end, stretch.outer_end, closing))
    where = spot.at(changes[0][0], changes[-1][1])
    return Finding(where, why, spot.put_all(say("Put “ ”") if opening == "“" else say("Put ‘ ’"), tuple(changes)))


_BEFORE_SIGN = re.compile(rf"(?<=[\w»”’)\]%]){_S}+(?=[;:!?](?!\w)|%)")
_INSIDE_MARKS = re.compile(
    rf"(?<=[“‘])[{NO_BREAK}{NARROW_NO_BREAK}]+|[{NO_BREAK}{NARROW_NO_BREAK}]+(?=[”,.)])|(?<=\()[{NO_BREAK}{NARROW_NO_BREAK}]+"
)


def french_spaces(row: Row, _desk: Desk) -> Iterator[Finding]:
    """E03: no space before ; : ! ? %, and no no-break space that French left inside marks."""
    for spot in spots(row, Language.EN):
        for match in (*_BEFORE_SIGN.finditer(spot.text), *_INSIDE_MARKS.finditer(spot.text)):
            if is_verbatim(spot.text, match.start(), match.end() + 1):
                continue
            why = say_count(
                "English puts no space before this sign.", "Spaces before signs where English puts none: {count}.", 1
            )
            mend = spot.put(say("Take out the space"), match.start(), match.end(), "")
            yield Finding(spot.at(match.start(), match.end()), why, mend)


_DECADE = re.compile(r"(?<![\w.,])(?:1[5-9]|20)\d0(?P<mark>[’'])s(?!\w)")
_PLURAL = re.compile(
    r"(?<!\w)(?:many|several|few|these|those|all|both|some|two|three|four|five|six|seven|eight|nine|ten|\d+) "
    r"(?:\w+ ){0,2}?[A-Z]{2,}(?P<mark>[’'])s(?= (?:are|were|have|and|or|will|in|on|from|that|which)\b|[.,;:!?)]|$)"
)
_ITS = re.compile(
    r"(?<!\w)(?P<its>it[’']s)(?= (?:own|members?|partners?|borders?|citizens|territory)\b)"
    r"|(?<!\w)its(?= (?:a|an|the|been|not|going|important|clear|time to|why|how|what|very)\b)",
    re.IGNORECASE,
)


def english_apostrophes(row: Row, _desk: Desk) -> Iterator[Finding]:
    """E04: the apostrophe is U+2019; its and it’s; no apostrophe in the plural of acronyms and decades."""
    yield from apostrophes(row, Language.EN)
    for spot in spots(row, Language.EN):
        for match in (*_DECADE.finditer(spot.text), *_PLURAL.finditer(spot.text)):
            start, end = match.span("mark")
            mend = spot.put(say("Take out the apostrophe"), start, end, "")
            yield Finding(spot.at(start, end), say("A plural takes no apostrophe."), mend)
        yield from _its(spot)


def _its(spot: Spot) -> Iterator[Finding]:
    for match in _ITS.finditer(spot.text):
        written = match.group()
        wanted = written[:2] + "s" if match["its"] else f"{written[:2]}’s"
        why = say("“its” shows possession, “it’s” means “it is”.")
        mend = spot.put(say("Write “{text}”", text=wanted), match.start(), match.end(), wanted)
        yield Finding(spot.at(match.start(), match.end()), why, mend)


RULES = (
    Rule("E01", Level.WARNING, say("English quotation marks"), on_row=curly_quotes),
    Rule("E02", Level.ERROR, say("Guillemets in English"), on_row=guillemets, silences=("E03",)),
    Rule("E03", Level.ERROR, say("French spaces in English"), on_row=french_spaces),
    Rule("E04", Level.WARNING, say("English apostrophes"), on_row=english_apostrophes),
)
