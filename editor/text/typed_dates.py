"""Dates as people type them into a field: short figures, days counted from today, names of days, in either language.

Ambiguous figures are read day first, as both languages' houses write them, or month first where the house does.
"""

import re
from datetime import date, time, timedelta

from editor.model.language import Language
from editor.text.dates import find_dates
from editor.text.letters import folded
from editor.text.lexicon import table

_NEAR = {
    "today": 0, "tod": 0, "aujourd'hui": 0, "auj": 0, "tomorrow": 1, "tom": 1, "demain": 1, "yesterday": -1, "hier": -1,
    "apres-demain": 2, "avant-hier": -2,
}  # fmt: skip
_COUNTED = re.compile(r"(?P<word>[a-z'-]*)\s*(?P<sign>[+-])\s*(?P<count>\d{1,3})(?P<unit>\s*[a-z]+)?")
_WEEKS = frozenset({"w", "week", "weeks", "sem", "semaine", "semaines", "s"})
_DAYS = frozenset({"", "d", "day", "days", "j", "jour", "jours"})
_FIGURES = re.compile(r"(?P<first>\d{1,2})(?P<sign>[/. -])(?P<second>\d{1,2})(?:(?P=sign)(?P<year>\d{4}|\d{2}))?\.?")
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})|(\d{4})(\d\d)(\d\d)"
)
_CLOCK = re.compile(
    r"(?:^|[\s,t])(?:(?:at|a) )?(?P<hour>\d{1,2})(?:(?:[:.]| ?h ?)(?P<minute>\d{2})| ?h| ?(?=[ap]\.? ?m))"
    r" ?(?P<half>[ap])?(?(half)\.? ?m\.?|)$"
)
_NOON = {"noon": time(12), "midi": time(12), "midnight": time(0), "minuit": time(0)}
_CENTURY = 2000


def typed_day(text: str, today: date, *, month_first: bool = False) -> date | None:
    """Return the day that was typed; None for what is none."""
    wanted = " ".join(folded(text).split()).strip(" ,")
    return (
        _near(wanted, today)
        or _in_figures(wanted, today, month_first=month_first)
        or _written(text.strip(), today)
        or _weekday(wanted, today)
    )


def typed_moment(text: str, today: date, *, month_first: bool = False) -> tuple[date, time] | None:
    """Return the day and the time of day that were typed; None where either is missing."""
    wanted = " ".join(folded(text).split())
    for word, at in _NOON.items():
        if wanted.endswith(word):
            day = typed_day(wanted.removesuffix(word), today, month_first=month_first)
            return (day, at) if day else None
    clock = _CLOCK.search(wanted)
    if clock is None:
        return None
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    if clock["half"]:
        hour = hour % 12 + 12 * (clock["half"] == "p")
    if hour > 23 or minute > 59:
        return None
    day = typed_day(wanted[: clock.start()], today, month_first=month_first)
    return (day, time(hour, minute)) if day else None


def _near(wanted: str, today: date) -> date | None:
    if wanted in _NEAR:
        return today + timedelta(days=_NEAR[wanted])
    counted = _COUNTED.fullmatch(wanted)
    if counted is None or counted["word"] not in {"", *_NEAR}:
        return None
    unit = (counted["unit"] or "").strip()
    if unit not in _DAYS | _WEEKS:
        return None
    count = int(counted["count"]) * (7 if unit in _WEEKS else 1) * (1 if counted["sign"] == "+" else -1)
    return today + timedelta(days=_NEAR.get(counted["word"], 0) + count)


def _written(text: str, today: date) -> date | None:
    """Read a date in words, alone: “17 May 2021”, « lundi 17 mai », “May 17, 2021”."""
    for language in Language:
        for found in find_dates(text, language, today.year):
            if not text[: found.start].strip(" ,.") and not text[found.end :].strip(" ,.") and found.last_day is None:
                return found.day
    return None


def _in_figures(wanted: str, today: date, *, month_first: bool) -> date | None:
    iso = _YEAR_FIRST.fullmatch(wanted)
    if iso:
        parts = [int(part) for part in iso.groups() if part and part.isdecimal()]
        return _day(*parts)
    figures = _FIGURES.fullmatch(wanted)
    if figures is None:
        return None
    first, second = int(figures["first"]), int(figures["second"])
    year = int(figures["year"]) if figures["year"] else today.year
    year += _CENTURY if figures["year"] and len(figures["year"]) == 2 else 0
    day, month = (second, first) if month_first else (first, second)
    # What cannot be a month is the day: 5/17 is read rightly by either habit.
    return _day(year, month, day) or _day(year, day, month)


def _weekday(wanted: str, today: date) -> date | None:
    """Return the next such day of the week, today's own being a week away."""
    names = table("dates")["weekdays"]
    for listed in (names["en"], names["fr"], names["en_short"]):
        if wanted in listed:
            return today + timedelta(days=(listed.index(wanted) - today.weekday() - 1) % 7 + 1)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
