"""Spaces, apostrophes and ellipses of each language, found by place with what belongs there.

Offsets are code points. The spaces of French follow the house profile (“Lexique des règles typographiques en usage à
l'Imprimerie nationale” and the EU Interinstitutional Style Guide 6.4 differ, so nothing is fixed here).
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from editor.model.language import Language
from editor.model.profile import NO_BREAK, Spacing
from editor.text.figures import unit_signs
from editor.text.lexicon import alternatives, table
from editor.text.verbatim import is_verbatim
from editor.values import frozen

SPACES = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Every horizontal space; the line separator is not one."""
NO_BREAKS = "\u00a0\u202f\u2007"
_S = f"[{SPACES}]"


class Sign(Enum):
    """What a space stands beside."""

    OPENING = "«"
    CLOSING = "»"
    HIGH = ";!?"
    COLON = ":"
    UNIT = "%"
    COUNTED = "euros"
    REFERENCE = "§"
    TITLE = "M."
    TIME = "h"
    THOUSANDS = "000"


@frozen
class SpaceDue:
    """A place where French has a rule about the space: [start, end) holds the present one, perhaps nothing."""

    start: int
    end: int
    sign: Sign
    present: str
    due: str

    @property
    def is_right(self) -> bool:
        """Whether exactly the due space stands there."""
        return self.present == self.due

    @property
    def is_plain(self) -> bool:
        """Whether a line could break where it must not."""
        return bool(self.present) and bool(self.due) and any(space not in NO_BREAKS for space in self.present)

    @property
    def is_width(self) -> bool:
        """Whether a no-break space stands there, only of the other width."""
        return len(self.present) == 1 and self.present in NO_BREAKS and len(self.due) == 1


_HIGH = re.compile(rf"(?P<space>{_S}*)[;!?]+")
_COLON = re.compile(rf"(?P<space>{_S}*):")
_OPENING = re.compile(rf"«(?P<space>{_S}*)")
_CLOSING = re.compile(rf"(?P<space>{_S}*)»")
_TICKER = re.compile(r"\([A-Z]{2,8}$")
_REFERENCE = re.compile(rf"(?:§+|\b[nN](?:°|º|os?(?={_S}\d))|\b(?:p|pp|art)\.)(?P<space>{_S}*)(?=\d)")
_TITLE = re.compile(rf"(?<![\w.])(?:MM?\.|Mmes?|Mgr|Dr|Pr|Me)(?P<space>{_S}+)(?=[A-ZÀ-ÖØ-Þ])")
_FORENAME = re.compile(r"(?<=[\w,)’] )[A-ZÀ-ÖØ-Þ][\w’-]* $")
"""A capitalised word inside a sentence: the “M.” after it is an initial."""
_TIME = re.compile(rf"(?<![\d,.:])(?:[01]?\d|2[0-4])(?P<space>{_S}*)h(?P<after>(?P<second>{_S}*)[0-5]\d)?(?![\w’'])")
_THOUSANDS = re.compile(r"(?<![\d,.\w])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d.])")
_GROUP_SPACE = re.compile(r"[ \u00a0\u2009\u202f]")
_OPENERS = "([{«“‘¿¡"


@lru_cache(maxsize=1024)
def spaces_due(text: str, spacing: Spacing) -> tuple[SpaceDue, ...]:
    """Return every place of a French text where the house wants a certain space, or none."""
    found = (
        *_inside_guillemets(text, spacing.inside_guillemets),
        *_before_high_signs(text, spacing.before_high_signs),
        *_before_colons(text, spacing.before_colon),
        *_beside_units(text, spacing.before_units),
        *_after_titles(text),
        *_in_times(text),
        *_in_numbers(text, spacing.thousands),
    )
    return tuple(sorted(found, key=lambda place: (place.start, place.end)))


def _place(match: re.Match[str], group: str, sign: Sign, due: str) -> SpaceDue:
    return SpaceDue(match.start(group), match.end(group), sign, match[group], due)


def _inside_guillemets(text: str, due: str) -> Iterator[SpaceDue]:
    for match in _OPENING.finditer(text):
        if match.end() < len(text) and not is_verbatim(text, match.start()):
            yield _place(match, "space", Sign.OPENING, due)
    for match in _CLOSING.finditer(text):
        if match.start() > 0 and text[match.start() - 1] != "«" and not is_verbatim(text, match.end() - 1):
            yield _place(match, "space", Sign.CLOSING, due)


def _before_high_signs(text: str, due: str) -> Iterator[SpaceDue]:
    """Yield the places before ; ! ?: a run as “?!” has one space, a sign alone in brackets has none."""
    for match in _HIGH.finditer(text):
        sign, before = match.end("space"), match.start() - 1
        if before < 0 or _opens(text, before) or text[before] in ";!?" or is_verbatim(text, sign):
            continue
        if match.end() < len(text) and text[match.end()].isalnum() and not match["space"]:
            continue
        yield _place(match, "space", Sign.HIGH, due)


def _opens(text: str, place: int) -> bool:
    """Tell whether the sign there opens something: a bracket, an opening mark, a straight one behind a space."""
    return text[place] in _OPENERS or (text[place] == '"' and (place == 0 or text[place - 1].isspace()))


def _before_colons(text: str, due: str) -> Iterator[SpaceDue]:
    """Yield the places before colons; one between two letters is a code (nato:press), one in a ratio no colon."""
    for match in _COLON.finditer(text):
        sign, before = match.end("space"), match.start() - 1
        if before < 0 or _opens(text, before) or text[before] == ":" or is_verbatim(text, sign):
            continue
        is_code = match.end() < len(text) and text[match.end()].isalnum()
        if not match["space"] and (is_code or _TICKER.search(text, 0, sign)):
            continue
        yield _place(match, "space", Sign.COLON, due)


def _beside_units(text: str, due: str) -> Iterator[SpaceDue]:
    """Yield the places before units: signs (%), letters (km), and whole words, money and powers of ten among them."""
    for match in _unit_pattern().finditer(text):
        closed_up = not match["space"]
        if is_verbatim(text, match.start(), match.end()) or (closed_up and not match["sign"]):
            continue
        yield _place(match, "space", Sign.COUNTED if match["name"] else Sign.UNIT, due)
    for match in _REFERENCE.finditer(text):
        yield _place(match, "space", Sign.REFERENCE, due or NO_BREAK)


@lru_cache(maxsize=1)
def _unit_pattern() -> re.Pattern[str]:
    signs, words = unit_signs()
    names = alternatives(table("figures")["unit_names"])
    return re.compile(
        rf"(?<=\d)(?P<space>{_S}*)"
        rf"(?:(?P<sign>{signs})(?!\w)|(?:(?P<word>{words})|(?P<name>{names}))(?![\w’'/-]|\.\w))"
    )


def _after_titles(text: str) -> Iterator[SpaceDue]:
    for match in _TITLE.finditer(text):
        if match.group().startswith("M.") and _FORENAME.search(text, 0, match.start()):
            continue
        yield _place(match, "space", Sign.TITLE, NO_BREAK)


def _in_times(text: str) -> Iterator[SpaceDue]:
    for match in _TIME.finditer(text):
        if is_verbatim(text, match.start(), match.end()):
            continue
        yield _place(match, "space", Sign.TIME, NO_BREAK)
        if match["after"]:
            yield _place(match, "second", Sign.TIME, NO_BREAK)


def _in_numbers(text: str, due: str) -> Iterator[SpaceDue]:
    """Yield the spaces between thousands; of either width, only a plain one lets the line break."""
    for match in _THOUSANDS.finditer(text):
        for space in _GROUP_SPACE.finditer(text, match.start(), match.end()):
            present = space.group()
            yield SpaceDue(space.start(), space.end(), Sign.THOUSANDS, present, due if present == " " else present)


_LETTER = r"[^\W\d_]"
_FRENCH_APOSTROPHE = re.compile(rf"(?<={_LETTER})(?:['´`‘ʼ′](?=[\w«“\"])|['´`‘ʼ′](?={_S}?«))")
_ENGLISH_APOSTROPHE = re.compile(
    rf"(?<=[\w.])['´`‘ʼ′](?={_LETTER})|(?<={_LETTER})['´`ʼ′](?=[\s.,;:!?)\]—–-]|$)|(?<![\w'’])['‘](?=\d0s\b)"
)
_OPEN_SINGLE = re.compile(r"(?<![\w'])'(?=\w)")


def straight_apostrophes(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield where another sign stands for the apostrophe U+2019; feet and code are left alone.

    An English straight mark at a word's end counts only while no single quotation mark is open before it.
    """
    pattern = _FRENCH_APOSTROPHE if language is Language.FR else _ENGLISH_APOSTROPHE
    for match in pattern.finditer(text):
        if is_verbatim(text, match.start()):
            continue
        ends_word = match.end() >= len(text) or not text[match.end()].isalnum()
        if language is Language.EN and ends_word and _OPEN_SINGLE.search(text, 0, match.start()):
            continue
        yield match.span()


_ELLIPSIS = re.compile(
    rf"(?P<cut>[(\[]{_S}*(?:…|\.{{3,}}){_S}*[)\]])|(?P<before>(?<!{_S}){_S}+)?(?P<dots>\.{{3,}}|…)(?P<after>\.*)"
)


@frozen
class Rewriting:
    """Characters [start, end) and what belongs there instead."""

    start: int
    end: int
    text: str


def ellipses_amiss(text: str) -> Iterator[Rewriting]:
    """Yield French ellipses that are not one closed-up “…” with a space after, and cuts that are not “[…]”."""
    for match in _ELLIPSIS.finditer(text):
        if is_verbatim(text, match.start(), match.end()):
            continue
        wanted = "[…]" if match["cut"] else _closed_up(text, match)
        if wanted != match.group():
            yield Rewriting(match.start(), match.end(), wanted)


def _closed_up(text: str, match: re.Match[str]) -> str:
    before, follower = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    opens = not before or before in f"{_OPENERS}—–:"
    keeps_space = match["before"] and (opens or before in ".,;!?»”")
    space_after = " " if follower.isalpha() and not opens and not keeps_space else ""
    if match["before"] and follower.isalpha():
        return match["before"] + "…"
    return (match["before"] if keeps_space else "") + "…" + space_after
