"""The spaces of French: the house's no-break spaces before high signs, inside « », before units; no others astray."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from editor.checks.characters import spaces_beside_signs
from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, filled, spots
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.profile import NARROW_NO_BREAK, NO_BREAK, Profile
from editor.model.rows import Row
from editor.text.lexicon import alternatives, table
from editor.text.sentences import sentences
from editor.text.typography import NO_BREAKS, SPACES, Sign, SpaceDue, spaces_due
from editor.text.verbatim import is_verbatim
from editor.words import Sentence, say, say_count

_S = f"[{SPACES}]"
_PUT = {
    NO_BREAK: say("Put the no-break space"),
    NARROW_NO_BREAK: say("Put the narrow no-break space"),
    "": say("Take out the space"),
}
_PLACES = {
    Sign.OPENING: say("inside « »"),
    Sign.CLOSING: say("inside « »"),
    Sign.HIGH: say("before ; ! ?"),
    Sign.COLON: say("before a colon"),
    Sign.UNIT: say("before a unit"),
    Sign.COUNTED: say("before a unit"),
    Sign.REFERENCE: say("before a number"),
    Sign.TITLE: say("between title and name"),
    Sign.TIME: say("in a time of day"),
    Sign.THOUSANDS: say("between thousands"),
}


def guillemet_spaces(row: Row, desk: Desk) -> Iterator[Finding]:
    """F02: the house's space inside « »."""
    yield from _amiss(row, desk.profile, (Sign.OPENING, Sign.CLOSING))


def high_sign_spaces(row: Row, desk: Desk) -> Iterator[Finding]:
    """F03: the house's space before ; ! and ?."""
    yield from _amiss(row, desk.profile, (Sign.HIGH,))


def colon_spaces(row: Row, desk: Desk) -> Iterator[Finding]:
    """F04: the house's space before a colon."""
    yield from _amiss(row, desk.profile, (Sign.COLON,))


def unit_spaces(row: Row, desk: Desk) -> Iterator[Finding]:
    """F12: a no-break space before units and after § n° p. art.; other widths of it are as good.

    Before whole words (4,80 euros, 18,5 millions) it is good style, which few insist on: a hint.
    """
    yield from _amiss(row, desk.profile, (Sign.UNIT, Sign.REFERENCE), any_width=True)
    for finding in _amiss(row, desk.profile, (Sign.COUNTED,), any_width=True):
        yield replace(finding, level=Level.HINT)


def breaking_spaces(row: Row, desk: Desk) -> Iterator[Finding]:
    """F05: the line may break where a no-break space is due and no other rule has said so."""
    for spot in spots(row, Language.FR):
        for place in spaces_due(spot.text, desk.profile.spacing):
            if place.is_plain and place.sign is not Sign.COUNTED:
                yield _finding(spot, place, _BREAKS)


def _amiss(row: Row, profile: Profile, signs: tuple[Sign, ...], *, any_width: bool = False) -> Iterator[Finding]:
    for spot in spots(row, Language.FR):
        for place in spaces_due(spot.text, profile.spacing):
            if place.sign in signs and not place.is_right and not (any_width and place.is_width):
                yield _finding(spot, place, _fault(place))


_BREAKS = say_count("The line may break {place}.", "The line may break {place}, {count} times.", 1)
_NONE = say_count("This house puts no space {place}.", "This house puts no space {place}: {count} places.", 1)
_MISSING = say_count("A space is missing {place}.", "{count} spaces are missing {place}.", 1)
_PLAIN = say_count("A plain space stands {place}.", "{count} plain spaces stand {place}.", 1)
_SEVERAL = say_count("Several spaces stand {place}.", "Several spaces stand {place}, {count} times.", 1)
_WIDTH = say_count(
    "A no-break space of the wrong width stands {place}.",
    "{count} no-break spaces of the wrong width stand {place}.",
    1,
)


def _fault(place: SpaceDue) -> Sentence:
    """Say in one of five ways what stands where the due space should be."""
    if not place.due:
        return _NONE
    if not place.present:
        return _MISSING
    if place.is_width:
        return _WIDTH
    return _PLAIN if len(place.present) == 1 else _SEVERAL


def _finding(spot: Spot, place: SpaceDue, fault: Sentence) -> Finding:
    mend = spot.put(_PUT.get(place.due, say("Put the space of the house")), place.start, place.end, place.due)
    where = _PLACES[place.sign]
    return Finding(spot.at(place.start, place.end), filled(fault, place=where), mend, kind=where.template)


def name_spaces(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F23: a no-break space after initials and before the number of an article, a page, a king."""
    for spot in spots(row, Language.FR):
        for match in _numbered().finditer(spot.text):
            if any(end == match.start("gap") for _, end in sentences(spot.text)) or is_verbatim(
                spot.text, match.start(), match.end()
            ):
                continue
            why = say_count(
                "The line may break before a name or number.", "The line may break before {count} names or numbers.", 1
            )
            mend = spot.put(_PUT[NO_BREAK], *match.span("gap"), NO_BREAK)
            yield Finding(spot.at(*match.span("gap")), why, mend)


@cache
def _numbered() -> re.Pattern[str]:
    usage = table("usage")
    return re.compile(
        rf"(?:(?<![\w.-])[A-ZÀ-Ý]\.(?:-?[A-ZÀ-Ý]\.)?|\b(?:{alternatives(usage['seamless'])})(?= \d)"
        rf"|\b(?:{alternatives(usage['reigns'])})(?= [IVX]+\b))(?P<gap> )(?=[A-ZÀ-Ý][a-zà-ÿ]|[IVX]+\b|\d)"
    )


def mixed_widths(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """F35: no-break spaces of two widths beside one and the same kind of sign."""
    found: dict[Sign, list[tuple[Spot, SpaceDue]]] = {}
    for row in doc.rows:
        for spot in spots(row, Language.FR):
            for place in spaces_due(spot.text, desk.profile.spacing):
                if len(place.present) == 1 and place.present in NO_BREAKS and place.sign not in _STRICT:
                    found.setdefault(place.sign, []).append((spot, place))
    for sign, places in found.items():
        widths = Counter(place.present for _, place in places)
        if len(widths) < 2:
            continue
        due = desk.profile.spacing.thousands if sign is Sign.THOUSANDS else places[0][1].due
        wanted = due if due in widths else widths.most_common(1)[0][0]
        for spot, place in places:
            if place.present != wanted:
                mend = spot.put(_PUT.get(wanted, say("Put the space of the house")), place.start, place.end, wanted)
                where = _PLACES[sign]
                yield Finding(spot.at(place.start, place.end), filled(_MIXED, place=where), mend, kind=where.template)


_MIXED = say_count(
    "No-break spaces of two widths stand {place}.", "No-break spaces of two widths stand {place}: {count} places.", 1
)
_STRICT = (Sign.OPENING, Sign.CLOSING, Sign.HIGH, Sign.COLON)
"""Signs before which the house wants one width and no other: F02, F03 and F04 speak of them."""


def stray_spaces(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F06: no space before , . ) ] and one after; numbers, addresses and initials are let be."""
    yield from spaces_beside_signs(row, Language.FR)


RULES = (
    Rule("F02", Level.WARNING, say("Spaces inside « »"), on_row=guillemet_spaces, silences=("F05", "F34")),
    Rule("F03", Level.WARNING, say("Spaces before ; ! ?"), on_row=high_sign_spaces, silences=("F05", "F34")),
    Rule("F04", Level.WARNING, say("Spaces before colons"), on_row=colon_spaces, silences=("F05", "F34")),
    Rule("F05", Level.WARNING, say("Spaces where a line may break"), on_row=breaking_spaces),
    Rule("F06", Level.WARNING, say("Stray spaces"), on_row=stray_spaces),
    Rule("F23", Level.HINT, say("Spaces beside initials and numbers"), on_row=name_spaces),
    Rule("F35", Level.HINT, say("Widths of no-break spaces"), on_document=mixed_widths),
    Rule("F12", Level.WARNING, say("Spaces before units"), on_row=unit_spaces, silences=("F05", "F34")),
)
