"""Times of day in English and French forms, with their zone."""

import re
from datetime import time
from functools import cache, lru_cache

from editor.text.index import FIGURE, Led, first_words, index_of
from editor.text.letters import plain
from editor.text.lexicon import alternatives, table
from editor.text.patterns import pattern_of
from editor.values import frozen


@frozen
class WrittenTime:
    """A time of day as it stands in a text: where (code points), the time, its zone ("" where none is given)."""

    start: int
    end: int
    at: time
    zone: str = ""


@lru_cache(maxsize=2048)
def find_times(text: str) -> tuple[WrittenTime, ...]:
    """Return every time of day of one paragraph, in the order of the text."""
    found = (_read(match) for match in _time().finditer(plain(text), index_of(text)))
    return tuple(each for each in found if each is not None)


def match_time_after(flat: str, offset: int) -> WrittenTime | None:
    """Return the time that follows a date ending at `offset` of a plain text: “17 May 2021 at 13:52 (CEST)”."""
    match = _after().match(flat, offset)
    return _read(match) if match else None


def match_time_before(flat: str, offset: int) -> WrittenTime | None:
    """Return the time that stands before a date starting at `offset` of a plain text: “at 2 p.m. CET on 17 May”."""
    begin = max(0, offset - 60)
    for match in _time().pattern.finditer(flat, begin, offset):
        if _BETWEEN.fullmatch(flat, match.end(), offset):
            return _read(match)
    return None


_BETWEEN = pattern_of(r"(?:,? (?:on|of|le|this|ce|de ce|the)|,)? ?(?:\w+day,? )?", re.IGNORECASE)


def _read(match: re.Match[str]) -> WrittenTime | None:
    parts = match.groupdict()
    zone = _zone(parts["zone"] or parts["iso_zone"])
    start = match.start("time")
    if parts["word"]:
        hour = 12 if parts["word"].lower() in table("dates")["noon"] else 0
        return WrittenTime(start, match.end(), time(hour), zone)
    hour = int(parts["h"] or parts["h_only"] or parts["h_half"] or parts["h_four"])
    minute = int(parts["min"] or parts["m_half"] or parts["m_four"] or 0)
    half = (parts["half"] or parts["half_only"] or parts["half_bare"] or "").lower().replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour == 24 and minute == 0:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    return WrittenTime(start, match.end(), time(hour, minute), zone)


def _zone(written: str | None) -> str:
    """Return an IANA name or an offset for a zone as written; "" where it only says “local time”."""
    if not written:
        return ""
    zone = written.strip(" ()")
    names: dict[str, str] = table("dates")["zones"]
    phrases: dict[str, str] = table("dates")["zone_phrases"]
    offset = re.fullmatch(r"(?:UTC|GMT)? ?([+-−–])(\d{1,2}):?(\d\d)?", zone)
    if offset:
        sign = "+" if offset[1] == "+" else "-"
        return f"{sign}{int(offset[2]):02d}:{offset[3] or '00'}"
    known = {**names, **phrases}
    return known.get(zone) or {name.lower(): value for name, value in known.items()}.get(zone.lower(), "")


@cache
def _pattern() -> str:
    dates = table("dates")
    named = alternatives([*dates["zones"], *dates["local_time"]])
    phrases = alternatives([*dates["zone_phrases"], *dates["local_time"]])
    zone = rf"(?:,?[ ]?\(?(?P<zone>(?:UTC|GMT)[ ]?[+−–-]\d\d?(?::?\d\d)?|(?-i:{named})(?!\w)|(?:{phrases})(?!\w))\)?)?"
    words = alternatives([*dates["noon"], *dates["midnight"]])
    half = r"(?:a\.?m\.?|p\.?m\.?)(?!\w)"
    return rf"""
        (?P<time>
          (?P<h>\d\d?)(?::|\ ?h\ ?|\ heures?\ )(?P<min>[0-5]\d)(?!\d|[.,]\d)
            (?::[0-5]\d(?:\.\d+)?)?(?:\ ?(?P<half>{half}))?
        | (?P<h_half>\d\d?)\.(?P<m_half>[0-5]\d)(?:\ ?(?P<half_only>{half})|(?=\ ?\(?(?:CET|CEST|GMT|UTC|BST|hrs|h\b)))
        | (?P<h_four>[01]\d|2[0-3])(?P<m_four>[0-5]\d)\ ?(?:hrs|hours|h\b)
        | (?P<h_only>\d\d?)(?:\ ?(?P<half_bare>{half})|\ ?h(?!\w)|\ heures?(?!\w))
        | (?P<word>{words})(?!\w)
        )
        (?P<iso_zone>(?<=\d)(?:Z|[+-]\d\d:?\d\d))?
        (?:\ ?(?:hrs|hours)(?!\w))?{zone}"""


@cache
def _time() -> Led:
    begin = r"(?<![\w.,:/-])(?!24\ ?(?:h|heures)\ ?(?:sur|/)\ ?24)"
    dates = table("dates")
    firsts = first_words([*dates["noon"], *dates["midnight"], FIGURE])
    return Led(re.compile(f"{begin}{_pattern()}", re.IGNORECASE | re.VERBOSE), firsts)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"(?:T|[\s,(]*(?:(?:at|à|from|de|dès|until|till|before|by|[-–—|@/])[ ]?)?){_pattern()}",
        re.IGNORECASE | re.VERBOSE,
    )
