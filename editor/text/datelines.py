"""The place and date a release opens with, and the labels that are no place."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.dates import WrittenDate, find_dates
from editor.text.letters import CAPITAL, plain
from editor.text.lexicon import alternatives, table
from editor.text.patterns import pattern_of
from editor.values import frozen


@frozen
class Dateline:
    """Place and date that open a text (code points): “GENEVA, 3 May 2022 –”. `start` and `end` enclose the place."""

    start: int
    end: int
    place: str
    stop: int


@lru_cache(maxsize=2048)
def find_dateline(paragraph: str, language: Language) -> Dateline | None:
    """Return the dateline a paragraph opens with, or None."""
    flat = plain(paragraph)
    dated = find_dates(paragraph, language, 2000)
    match = _opening().match(flat)
    if match is not None and not _is_no_place(match["place"]):
        inside = [each for each in dated if each.start < match.end()]
        shouted = match["place"].isupper()
        wired = match["agency"] is not None or "(" in match.group()
        if inside or shouted or wired or all(is_seat(part) for part in match["place"].split("/")):
            return _dateline(paragraph, match, _past_date(flat, dated, match.end()))
    for each in dated[:1]:
        dashed = _place_dashed().fullmatch(flat, 0, each.start)
        closing = _CLOSING_DASH.match(flat, each.end)
        if dashed is not None and closing is not None and not _is_no_place(dashed["place"]):
            return _dateline(paragraph, dashed, closing.end())
        after = _place_after().match(flat, each.end)
        if after is not None and len(flat) <= 140 and not flat[: each.start].strip(" •LleTth"):
            return _dateline(paragraph, after, after.end())
        before = _place_before().fullmatch(flat, 0, each.start)
        if (
            before is not None
            and not _is_no_place(before["place"])
            and (len(flat) <= each.end + 60 or flat.startswith(". ", each.end))
        ):
            return _dateline(paragraph, before, each.end)
    return None


def opens_with_agency(paragraph: str, language: Language) -> bool:
    """Tell whether a paragraph opens with a dateline that names the agency: “HALIFAX, NS, May 5, 2022 /CNW/ - ”."""
    found = find_dateline(paragraph, language)
    return found is not None and _AGENCY.search(plain(paragraph), found.end, found.stop) is not None


_AGENCY = pattern_of(r"/[^/\n]{2,40}/|\([^()\d]{2,40}\)")


def is_seat(words: str) -> bool:
    """Tell whether words are nothing but a town where press offices sit: “Brussels”, « Ottawa (Ontario) »."""
    return bool(seat_of(words))


def seat_of(words: str) -> str:
    """Return the town that words name and nothing else, its region apart; "" where they say more."""
    flat = plain(words)
    whole = flat.strip(" .•")
    if whole.casefold() in listed("seats"):
        return whole
    match = _SEAT.fullmatch(flat)
    return match["town"] if match is not None and match["town"].casefold() in listed("seats") else ""


_SEAT = pattern_of(r"[ •]*(?P<town>[^,()•]{2,30}?)(?:, [A-Z][\w. -]{1,30}?| \([A-Z][\w. -]{1,30}\))?[ .]*")


def _past_date(flat: str, dated: Sequence[WrittenDate], stop: int) -> int:
    """Return where a dateline ends whose date stands behind its first dash: “PALO VERDE, CA - July 19, 2001 - ”."""
    for each in dated[:1]:
        closing = _CLOSING_DASH.match(flat, each.end)
        if (
            each.start >= stop
            and flat[stop : each.start].strip(" (").lower() in {"", "le", "the", "on"}
            and closing is not None
        ):
            return closing.end()
    return stop


_NEAR_DAYS = frozenset({"yesterday", "tomorrow", "hier", "demain", "avant-hier", "après-demain"})


def _is_no_place(words: str) -> bool:
    """Tell whether capitals before a date are a label, a month or a weekday: “Published”, “May 5”, “Tuesday”."""
    first = words.split(maxsplit=1)[0].lower().rstrip(".")
    dates = table("dates")
    rows = (*dates["months"]["en"], *dates["months"]["fr"])
    months = {form for forms in rows for form in forms}
    days = {*dates["weekdays"]["en"], *dates["weekdays"]["fr"], "today", "aujourd'hui", *_NEAR_DAYS}
    return (
        words.lower() in {"le", "the", "on", "la"}
        or re.search(r"\.[a-z]{2,}", words) is not None
        or words in _openers()
        or first in months | days
        or header_labels().fullmatch(words) is not None
        or first in _first_labels()
    )


@cache
def _openers() -> frozenset[str]:
    """Return words that open a sentence and are no towns: “But”, « Mais »."""
    return frozenset(table("titles")["openers"]) | {
        "Mais",
        "But",
        "Dès",
        "Depuis",
        "Since",
        "From",
        "Until",
        "Or",
        "Car",
    }


@cache
def _first_labels() -> frozenset[str]:
    roles = table("dates")["roles"]
    labels = [
        *listed("header_words"),
        *listed("kickers"),
        *listed("delivery"),
        *roles["updated"],
        *roles["published"],
    ]
    return frozenset(label.split(" ")[0] for label in labels)


def _dateline(paragraph: str, match: re.Match[str], stop: int) -> Dateline:
    return Dateline(
        match.start("place"), match.end("place"), paragraph[match.start("place") : match.end("place")], stop
    )


def opens_with_dateline(text: str) -> bool:
    """Tell whether a plain text opens with place, date and dash, or, a long one, with a place: no headline then."""
    opening = _opening().match(text)
    if opening is None:
        return False
    return len(text) > 160 or (
        re.search(r"\d{4}", opening["date"] or "") is not None and opening.end() < len(text) - 20
    )


_LINK = "(?:(?:of|de|du|la|le|les|lès|the|sur|am|an der|upon|den|en|in) )?"
"""Small words inside the name of a place: “Frankfurt am Main”, « Chalon-sur-Saône » without its hyphens."""


@cache
def _opening() -> re.Pattern[str]:
    word = rf"{CAPITAL}[\w.'-]*"
    # A word takes its hyphens in: were they between words as well, a chain of them could be read in too many ways.
    place = rf"(?P<place>{word}(?:[ /]{_LINK}{word}){{0,3}})"
    region = rf"(?:(?:, ?| \(|/)(?P<region>{word}(?: {word}){{0,2}}|[A-Z]\.[A-Z]\.)\)?)?"
    dash = r"(?: ?[—–]|\ ?-{1,2}(?=\s)| //|:(?=\s))"
    return re.compile(
        rf"[\s•]*(?:\(?{place}{region}"
        rf"(?P<date>,? \(?(?:(?:le|the|on|this) )?(?:\w+day,? |[a-z]+di,? )?"
        rf"(?:\d[^—–:()\n]{{3,40}}|{word}\.? \d[^—–:()\n]{{2,30}})\)?)?"
        rf"\)?(?P<agency> ?\([^)]{{2,40}}\)| ?/[^/\n]{{2,40}}/)?){dash}",
    )


_CLOSING_DASH = pattern_of(r"\)? ?(?:[—–]|-{1,2}(?=\s)|//|:)|\)[.:]?(?= )")


@cache
def _place_dashed() -> re.Pattern[str]:
    """Match the place and the dash before a date that a dash follows: « Lyon, France – le 28 mars 2023 – »."""
    word = rf"{CAPITAL}[\w.'-]*"
    return re.compile(
        rf"[\s•(]*(?P<place>{word}(?:[ /]{_LINK}{word}){{0,3}})"
        rf"(?:, ?(?:{word})(?: {word}){{0,2}}| \([^)]{{2,30}}\))? ?(?:[—–|-]{{1,2}} ?|\()(?:(?:le|the|on|this) )?"
    )


@cache
def _place_after() -> re.Pattern[str]:
    """Match the place behind the date: “May 5, 2021 – Port Renwick, Nunavut – Northern Roads Agency”."""
    word = rf"{CAPITAL}[\w.'-]*"
    return re.compile(rf"\ ?[-–—|]\ ?(?P<place>{word}(?: {_LINK}{word}){{0,3}})(?=,| \(| ?[-–—|]|$)")


@cache
def _place_before() -> re.Pattern[str]:
    word = rf"{CAPITAL}[\w.'-]*"
    return re.compile(
        rf"[\s•]*(?P<place>{word}(?:[ /]{_LINK}{word}){{0,3}})"
        rf"(?:, ?{word}(?: {word})?|\s\([^)]{{2,30}}\))?,? (?:(?:le|the|on|this) )?(?:\w+,? )?"
    )


@cache
def listed(key: str) -> frozenset[str]:
    """Return one list of the words that tell the parts of a release."""
    return frozenset(table("structure")[key])


@cache
def header_labels() -> re.Pattern[str]:
    """Match the labels of header lines: “Published”, « Mis à jour », “Press release”."""
    roles = table("dates")["roles"]
    labels = {
        *listed("header_words"),
        *listed("kickers"),
        *listed("delivery"),
        *roles["updated"],
        *roles["published"],
        "le",
        "on",
        "the",
        "at",
        "à",
    }
    return re.compile(rf"(?<![\w])(?:{alternatives(labels)})(?!\w)", re.IGNORECASE)
