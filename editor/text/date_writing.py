"""Dates, ranges, times and datelines written the way a house writes them in English or French."""

from collections.abc import Sequence
from datetime import date, time
from enum import Enum

from editor.model.language import Language
from editor.text.lexicon import table

_NBSP = "\u00a0"


class DateForm(Enum):
    """The order of a written date: 17 May 2021, May 17, 2021 (English only), 2021-05-17."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    FIGURES = "figures"


class TimeForm(Enum):
    """How a time is written: 13:52, 1:52 p.m. (English only), 13 h 52, 13.52."""

    COLON = "13:52"
    HALVES = "1:52 p.m."
    HOURS = "13 h 52"
    POINT = "13.52"


def write_date(
    day: date, language: Language, form: DateForm = DateForm.DAY_FIRST, *, year: bool = True, weekday: bool = False
) -> str:
    """Write a date: “17 May 2021”, « 1er juin 2021 »; French never puts the month first.

    The day and its month never part at a line's end (EU Interinstitutional Style Guide 6.4).
    """
    if form is DateForm.FIGURES:
        return day.isoformat()
    if form is DateForm.MONTH_FIRST and language is Language.EN:
        written = f"{_month(day, language)}{_NBSP}{day.day}" + (f", {day.year}" if year else "")
        return f"{_weekday(day, language)}, {written}" if weekday else written
    written = f"{_number(day, language)}{_NBSP}{_month(day, language)}" + (f" {day.year}" if year else "")
    if not weekday:
        return written
    return f"{_weekday(day, language)}{',' if language is Language.EN else ''} {written}"


def write_date_range(first: date, last: date, language: Language, form: DateForm = DateForm.DAY_FIRST) -> str:
    """Write first and last day, saying month and year only once where they are the same.

    “3–5 May 2021”, “May 3–5, 2021”, « du 3 au 5 mai 2021 », « du 28 juin au 2 juillet 2022 ». A range of one day is
    that day; raises ValueError where the last day comes first.
    """
    if last < first:
        message = "the last day comes before the first"
        raise ValueError(message)
    if first == last:
        return write_date(first, language, form)
    if form is DateForm.FIGURES:
        return f"{first.isoformat()}/{last.isoformat()}"
    if language is Language.FR:
        return f"du {_shorter(first, last, language)} au {write_date(last, language)}"
    if form is DateForm.MONTH_FIRST:
        return _month_first_range(first, last)
    joint = "–" if (first.year, first.month) == (last.year, last.month) else " to "
    return f"{_shorter(first, last, language)}{joint}{write_date(last, language)}"


def _shorter(first: date, last: date, language: Language) -> str:
    """Write the first day of a range without what the last day says again."""
    if (first.year, first.month) == (last.year, last.month):
        return _number(first, language)
    return write_date(first, language, year=first.year != last.year)


def _month_first_range(first: date, last: date) -> str:
    start = write_date(first, Language.EN, DateForm.MONTH_FIRST, year=first.year != last.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{start}–{last.day}, {last.year}"
    return f"{start} to {write_date(last, Language.EN, DateForm.MONTH_FIRST)}"


def write_time(at: time, language: Language, form: TimeForm | None = None, zone: str = "") -> str:
    """Write a time of day; without a form 13:52 in English and « 13 h 52 » in French. `zone` is written as given."""
    chosen = form or (TimeForm.COLON if language is Language.EN else TimeForm.HOURS)
    if chosen is TimeForm.HALVES and language is Language.FR:
        chosen = TimeForm.HOURS
    written = _WRITERS[chosen](at)
    if not zone:
        return written
    return f"{written} ({zone})" if " " in zone else f"{written} {zone}"


def _halves(at: time) -> str:
    half = "a.m." if at.hour < 12 else "p.m."
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{_NBSP}{half}"


def _hours(at: time) -> str:
    return f"{at.hour}{_NBSP}h" + (f"{_NBSP}{at.minute:02d}" if at.minute else "")


_WRITERS = {
    TimeForm.COLON: lambda at: f"{at.hour:02d}:{at.minute:02d}",
    TimeForm.POINT: lambda at: f"{at.hour:02d}.{at.minute:02d}",
    TimeForm.HALVES: _halves,
    TimeForm.HOURS: _hours,
}


def write_date_and_time(
    day: date,
    at: time,
    language: Language,
    forms: tuple[DateForm, TimeForm | None] = (DateForm.DAY_FIRST, None),
    zone: str = "",
) -> str:
    """Write a moment: “17 May 2021 at 13:52”, « 17 mai 2021 à 13 h 52 »."""
    joint = "at" if language is Language.EN else "à"
    return f"{write_date(day, language, forms[0])} {joint} {write_time(at, language, forms[1], zone)}"


class DatelineForm(Enum):
    """How a dateline is written: “Brussels, 17 May 2021”, “BRUSSELS, 17 May 2021 –”, “BRUSSELS –”."""

    PLACE_AND_DATE = "place and date"
    SHOUTED = "place in capitals, date, dash"
    PLACE_ONLY = "place in capitals, dash"


def write_dateline(
    place: str,
    day: date,
    language: Language,
    form: DatelineForm = DatelineForm.PLACE_AND_DATE,
    date_form: DateForm = DateForm.DAY_FIRST,
) -> str:
    """Write a dateline; French puts « le » before the date: « Bruxelles, le 17 mai 2021 »."""
    article = "le " if language is Language.FR and date_form is not DateForm.FIGURES else ""
    written = f"{article}{write_date(day, language, date_form)}"
    if form is DatelineForm.PLACE_AND_DATE:
        return f"{place}, {written}"
    if form is DatelineForm.SHOUTED:
        return f"{place.upper()}, {written}{_NBSP}–"
    return f"{place.upper()}{_NBSP}–"


def write_list_of_days(days: Sequence[date], language: Language) -> str:
    """Write days of one month one after the other: “14, 15 and 17 June 2021”, « les 14, 15 et 17 juin 2021 »."""
    if len(days) < 2:
        return write_date(days[0], language) if days else ""
    joint = " and " if language is Language.EN else " et "
    head = ", ".join(_number(day, language) for day in days[:-1])
    article = "les " if language is Language.FR else ""
    return f"{article}{head}{joint}{write_date(days[-1], language)}"


def _number(day: date, language: Language) -> str:
    return "1er" if day.day == 1 and language is Language.FR else str(day.day)


def _month(day: date, language: Language) -> str:
    name: str = table("dates")["months"][language.value][day.month - 1][0]
    return name.capitalize() if language is Language.EN else name


def _weekday(day: date, language: Language) -> str:
    name: str = table("dates")["weekdays"][language.value][day.weekday()]
    return name.capitalize() if language is Language.EN else name
