"""Dates, ranges of dates and times of day, recognised in the forms of both languages in either text."""

import re
from dataclasses import replace
from datetime import date, time
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.index import FIGURE, Led, first_words, index_of
from editor.text.letters import plain
from editor.text.lexicon import alternatives, table
from editor.text.times import match_time_after, match_time_before
from editor.values import frozen

_EARLIEST, _LATEST = 1000, 2999


@frozen
class WrittenDate:
    """A date as it stands in a text: where (code points), the day, the last day of a range, the time, the zone.

    `day` is None where the text gives no year and none was handed in; `month` and `number` are always known.
    `zone` is an IANA name or an offset such as “+02:00”, "" where none stands there. `weekday` counts from Monday, 0.
    """

    start: int
    end: int
    month: int
    number: int
    day: date | None
    last_day: date | None = None
    at: time | None = None
    zone: str = ""
    weekday: int | None = None
    has_year: bool = True


def find_dates(text: str, language: Language, year: int | None = None) -> tuple[WrittenDate, ...]:
    """Return the dates of one paragraph in the order of the text; `year` completes those that name none."""
    found = _find(text, language)
    if all(each.has_year for each in found):
        return found
    return tuple(each if each.has_year else _in_year(each, year) for each in found)


def _in_year(found: WrittenDate, year: int | None) -> WrittenDate:
    """Complete a date that names no year; without one to go by, its day stays open (2000 is only the drawing board)."""
    last = found.last_day
    if year is None:
        return replace(found, day=None, last_day=None)
    return WrittenDate(
        found.start,
        found.end,
        found.month,
        found.number,
        _day(year, found.month, found.number),
        _day(year, last.month, last.day) if last else None,
        found.at,
        found.zone,
        found.weekday,
        has_year=False,
    )


@lru_cache(maxsize=2048)
def _find(text: str, language: Language) -> tuple[WrittenDate, ...]:
    flat, index = plain(text), index_of(text)
    if index.keys().isdisjoint(_month_words()) and not (FIGURE in index and _JOINED.search(flat)):
        return ()
    found: list[WrittenDate] = []
    for match in _grammar().finditer(flat, index):
        found.extend(_read(match, language))
    return tuple(_with_time(flat, each) for each in found)


def _read(match: re.Match[str], language: Language) -> list[WrittenDate]:
    parts = match.groupdict()
    if parts["iso_y"]:
        return _single(match, int(parts["iso_y"]), int(parts["iso_m"]), int(parts["iso_d"]))
    if parts["fig_y"]:
        return _figures(match, parts, language)
    if parts["mf"]:
        return _month_first(match, parts)
    return _day_first(match, parts)


def _single(match: re.Match[str], year: int | None, month: int, number: int) -> list[WrittenDate]:
    day = _day(year or 2000, month, number)
    if day is None:
        return []
    weekday = _weekdays().get((match["wd"] or match["wd_short"] or "").lower().rstrip("."))
    return [
        WrittenDate(
            match.start(),
            match.end(),
            month,
            number,
            day if year else None,
            weekday=weekday,
            has_year=year is not None,
        )
    ]


def _figures(match: re.Match[str], parts: dict[str, str | None], language: Language) -> list[WrittenDate]:
    """Read 17/05/2021: day first, unless only the order of the United States makes a date of it."""
    first, second, year = int(parts["fig_a"] or 0), int(parts["fig_b"] or 0), int(parts["fig_y"] or 0)
    year += 2000 if year < 100 else 0
    if language is Language.EN and second > 12:
        first, second = second, first
    return _single(match, year, second, first)


def _day_first(match: re.Match[str], parts: dict[str, str | None]) -> list[WrittenDate]:
    month = _months()[_name(parts["df_m"])]
    year = _year(parts["df_y"])
    last = _number(parts["df_d"])
    spelt = not (parts["df_d"] or "")[:1].isdigit()
    if spelt and (parts["df_d"] or "").lower() != "premier" and " of " not in match.group().lower():
        return []
    if not parts["df_first"]:
        return _single(match, year, month, last)
    first_month = _months()[_name(parts["df_fm"])] if parts["df_fm"] else month
    first_year = _year(parts["df_fy"]) or year
    earlier = (first_year, first_month, _number(parts["df_first"]))
    return _span(match, earlier, (year, month, last), _joins(parts["df_link"]), match.start("df_d"))


def _month_first(match: re.Match[str], parts: dict[str, str | None]) -> list[WrittenDate]:
    if (parts["mf"] or "")[:1].islower() or not (parts["mf_y"] or _name(parts["mf"]) in _english_months()):
        # English puts the month first; French only in headers set like English ones: « Août 17, 2005 ».
        return []
    month, year = _months()[_name(parts["mf"])], _year(parts["mf_y"])
    first = _number(parts["mf_d"])
    if not parts["mf_last"]:
        return _single(match, year, month, first)
    last_month = _months()[_name(parts["mf_lm"])] if parts["mf_lm"] else month
    later = (year, last_month, _number(parts["mf_last"]))
    return _span(match, (year, month, first), later, _joins(parts["mf_link"]), match.start("mf_last"))


_Parts = tuple[int | None, int, int]


def _span(match: re.Match[str], first: _Parts, last: _Parts, joins: bool, second_start: int) -> list[WrittenDate]:
    """Return one range, or two dates where “and” stands between days that do not touch."""
    begin, end = _day(first[0] or 2000, *first[1:]), _day(last[0] or first[0] or 2000, *last[1:])
    if end is None:
        return []
    if begin is not None and begin > end and joins and first[0] is last[0] is None:
        end = _day(end.year + 1, end.month, end.day) or end
    has_year = last[0] is not None or first[0] is not None
    weekday = _weekdays().get((match["wd"] or match["wd_short"] or "").lower().rstrip("."))
    if begin is None or begin >= end:
        return [_written(second_start, match.end(), end, has_year)]
    if joins or (end - begin).days == 1 or _listed(match, begin, end):
        whole = _written(match.start(), match.end(), begin, has_year)
        return [
            WrittenDate(
                whole.start,
                whole.end,
                whole.month,
                whole.number,
                whole.day,
                end,
                weekday=weekday,
                has_year=has_year,
            )
        ]
    link = match.start("df_link") if match["df_link"] else match.start("mf_link")
    return [
        _written(match.start(), len(match.string[:link].rstrip()), begin, has_year),
        _written(second_start, match.end(), end, has_year),
    ]


def _listed(match: re.Match[str], begin: date, end: date) -> bool:
    """Tell whether every day between stands there too: 14, 15 and 16 June."""
    between = re.findall(r"\d+", match["df_more"] or "")
    return bool(between) and len(between) == (end - begin).days - 1


def _written(start: int, end: int, day: date, has_year: bool) -> WrittenDate:
    return WrittenDate(start, end, day.month, day.day, day if has_year else None, has_year=has_year)


def _with_time(flat: str, found: WrittenDate) -> WrittenDate:
    """Add the time of day that stands right after or right before the date."""
    near = match_time_after(flat, found.end) or match_time_before(flat, found.start)
    if near is None:
        return found
    return WrittenDate(
        min(found.start, near.start),
        max(found.end, near.end),
        found.month,
        found.number,
        found.day,
        found.last_day,
        near.at,
        near.zone,
        found.weekday,
        found.has_year,
    )


def _day(year: int, month: int, number: int) -> date | None:
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


_TURN = 70
"""Years of two digits below this are of our century: 08 NOV 00 is 2000, 08 NOV 98 is 1998."""


def _year(text: str | None) -> int | None:
    if not text:
        return None
    year = int(text.lstrip("'"))
    return year if year > 99 else year + (2000 if year < _TURN else 1900)


def _number(text: str | None) -> int:
    digits = re.match(r"\d+", text or "")
    if digits:
        return int(digits.group())
    return _ordinals().get((text or "").lower(), 0)


def _name(text: str | None) -> str:
    return (text or "").lower().rstrip(".")


def _joins(link: str | None) -> bool:
    """Tell whether a link word makes a range of two days: a dash or “to”, not “and”."""
    return (link or "").strip().lower() not in {"and", "et", "&", "or", "ou", ","}


@cache
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for names in table("dates")["months"].values():
        for index, forms in enumerate(names):
            found.update(dict.fromkeys(forms, index + 1))
    return found


@cache
def _english_months() -> frozenset[str]:
    return frozenset(form for forms in table("dates")["months"]["en"] for form in forms)


@cache
def _weekdays() -> dict[str, int]:
    rows = table("dates")["weekdays"].values()
    return {name: index for names in rows for index, name in enumerate(names)}


@cache
def _ordinals() -> dict[str, int]:
    rows: list[dict[str, int]] = list(table("dates")["ordinals"].values())
    return {name: number for row in rows for name, number in row.items()}


@cache
def _month_words() -> frozenset[str]:
    """Return what a date without a month's name has not, so that paragraphs without a date cost next to nothing."""
    return first_words(_months())


_JOINED = re.compile(r"\d\s*[-/.]\s*\d|^\d{4} \d\d \d")
"""What every date without the name of a month has."""


@cache
def _grammar() -> Led:
    days = table("dates")["weekdays"]
    weekday = alternatives([*days["en"], *days["fr"]])
    short = alternatives(days["en_short"])
    month = alternatives(_months())
    number = rf"(?:\d{{1,2}}(?:st|nd|rd|th|ers?|e|ème)?|{alternatives(_ordinals())})(?!\w)"
    figure = r"\d{1,2}(?:st|nd|rd|th|er)?(?!\w)"
    year = r"(?:\d{4}(?!\d)(?![.,]\d)|'?\d\d(?=\]|\)|$)(?<![.,]\d\d))"
    link = r" ?[-–—] ?| (?:to|through|until|till|au|and|et|&|or|ou|and to|jusqu'au) (?:the |le )?|, ?".replace(
        " ", "[ ]"
    )
    weekday_inside = rf"(?:(?:{weekday}),?[ ](?:the[ ]|le[ ])?)?"
    pattern = re.compile(
        rf"""
        (?<![\w/.-])
        (?:(?:(?P<wd>{weekday})|(?P<wd_short>{short})\.?)(?:,\ ?|\ )(?:the\ |le\ )?)?
        (?:
          (?P<iso_y>[12]\d{{3}})(?P<iso_sep>[-/.]|(?<=^\d{{4}})\ (?=\d\d\ \d\d(?!\d)))(?P<iso_m>\d\d?)(?P=iso_sep)
          (?P<iso_d>\d\d?)(?=T\d|(?![\w/-]))
        | (?P<fig_a>\d\d?)(?P<fig_sep>\ ?/\ ?|[-.])(?P<fig_b>\d\d?)(?P=fig_sep)(?P<fig_y>[12]\d{{3}}|\d\d(?<=/\d\d))
          (?![\w/-])(?!\.\d)
        | (?:(?P<df_first>{number})(?:(?:\ of)?\ (?P<df_fm>{month})\.?(?:,?\ (?P<df_fy>{year}))?)?
            (?P<df_more>(?:,\ ?\d\d?(?!\w))*)(?P<df_link>{link}){weekday_inside})?
          (?P<df_d>{number})(?:\ of|\ day\ of|-)?[ ]?(?P<df_m>{month})(?!\w)\.?(?:(?:,\ |\ |\ of\ |-)(?P<df_y>{year}))?
        | (?P<mf>{month})\.?\ (?:the\ )?(?P<mf_d>{figure})
          (?:(?P<mf_link>{link}){weekday_inside}(?:(?P<mf_lm>{month})\.?\ )?(?P<mf_last>{figure}))?
          (?!\d|[.,:]\d|\s?[%€$£])(?:,?\ (?P<mf_y>{year}))?
        )
        """,
        re.IGNORECASE | re.VERBOSE,
    )
    return Led(pattern, first_words([*days["en"], *days["fr"], *days["en_short"], *_months(), *_ordinals(), FIGURE]))
