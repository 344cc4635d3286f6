"""Dates and times: the same on both sides, true in the calendar, written as each language and the house write them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from editor.checks.calendar_names import CalendarName, other_months, other_weekdays
from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.matching import match
from editor.checks.spot import Spot, filled, spots
from editor.edits.edit import Edit
from editor.model.address import Address
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.date_forms import MonthForm, date_forms, month_forms
from editor.text.date_writing import month_name, weekday_name, write_date, write_day
from editor.text.dates import WrittenDate, find_dates
from editor.text.figures import figures
from editor.text.letters import folded
from editor.text.lexicon import alternatives
from editor.values import frozen
from editor.words import say

_DIFFER = say("The English says “{english}”, the French “{french}”.")
_MISSING = {
    Language.EN: say("“{words}” has no counterpart in the English."),
    Language.FR: say("“{words}” has no counterpart in the French."),
}


@frozen
class _Dated:
    """A date and the passage it stands in."""

    spot: Spot
    date: WrittenDate

    @property
    def words(self) -> str:
        """The date as written."""
        return self.spot.text[self.date.start : self.date.end]


def differing_dates(row: Row, desk: Desk) -> Iterator[Finding]:
    """X10: dates differ by value; one without a year equals the same day with the year on the other side."""
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    yield from differing_months(row)
    yield from (_name_finding(*names) for names in other_months(row))
    left, right = (_dated(row, language, _ANY_YEAR) for language in Language)
    match(left, right, _same_day)
    _match_ends(left, right)
    _match_ends(right, left)
    match(left, right, _share_an_end)
    for english, french in match(left, right, lambda _one, _other: True):
        wrong, right_one = (english, french) if row.changed_sides == (Language.FR,) else (french, english)
        why = filled(_DIFFER, english=english.words, french=french.words)
        yield Finding(_place(wrong), why, _mend(wrong, right_one.date, desk), _place(right_one))
    for alone in (*left, *right):
        other = alone.spot.language.other
        if not _is_said_otherwise(alone, row, other):
            yield Finding(_place(alone), filled(_MISSING[other], words=alone.words), other=row.address(other))


def differing_months(row: Row) -> Iterator[Finding]:
    """Compare the months that stand with a year alone: “in May 2021”, « en mai 2021 »."""
    left, right = (_months(row, language) for language in Language)
    match(left, right, lambda one, other: (one[1].month, one[1].year) == (other[1].month, other[1].year))
    for (english, mine), (french, theirs) in match(left, right, lambda one, other: one[1].year == other[1].year):
        why = filled(
            _DIFFER,
            english=english.text[mine.start : mine.end],
            french=french.text[theirs.start : theirs.end],
        )
        text = month_name(mine.month, Language.FR)
        mend = french.put(say("Write “{text}”", text=text), theirs.start, theirs.name_end, text)
        yield Finding(french.at(theirs.start, theirs.end), why, mend, english.at(mine.start, mine.end))


def _name_finding(english: CalendarName, french: CalendarName) -> Finding:
    why = filled(_DIFFER, english=english.words, french=french.words)
    place = english.spot.at(english.start, english.end)
    return Finding(french.spot.at(french.start, french.end), why, other=place)


def _months(row: Row, language: Language) -> list[tuple[Spot, MonthForm]]:
    return [(spot, form) for spot in spots(row, language) for form in month_forms(spot.text)]


def _dated(row: Row, language: Language, year: int | None = None) -> list[_Dated]:
    return [_Dated(spot, found) for spot in spots(row, language) for found in find_dates(spot.text, language, year)]


_ANY_YEAR = 2000
"""A leap year, on which days without a year are compared."""


def _same_day(one: _Dated, other: _Dated) -> bool:
    mine, theirs = one.date, other.date
    if (mine.month, mine.number) != (theirs.month, theirs.number):
        return False
    if mine.has_year and theirs.has_year and mine.day != theirs.day:
        return False
    ends = [each.last_day for each in (mine, theirs)]
    if all(ends):
        return _day_of_year(ends[0]) == _day_of_year(ends[1])
    return not any(ends)


def half_ranges(row: Row) -> Iterator[Finding]:
    """Yield what X14 says of dates: one side gives a range, the other one of its ends."""
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    left, right = (_dated(row, language, _ANY_YEAR) for language in Language)
    match(left, right, _same_day)
    _match_ends(left, right)
    _match_ends(right, left)
    for english, french in match(left, right, _share_an_end):
        why = filled(_DIFFER, english=english.words, french=french.words)
        yield Finding(_place(french), why, other=_place(english))


def _share_an_end(one: _Dated, other: _Dated) -> bool:
    """Tell whether one is a range and the other the day with which it begins or ends."""
    mine, theirs = one.date, other.date
    if bool(mine.last_day) is bool(theirs.last_day):
        return False
    whole, day = (mine, theirs) if mine.last_day else (theirs, mine)
    return (day.month, day.number) in ((whole.month, whole.number), _day_of_year(whole.last_day))


def _match_ends(ranges: list[_Dated], days: list[_Dated]) -> None:
    """Take out a range whose two ends the other side gives as two dates: “open on 1 June and close on 9 July”."""
    for whole in tuple(ranges):
        ends = [(whole.date.month, whole.date.number), _day_of_year(whole.date.last_day)]
        found = [next((day for day in days if (day.date.month, day.date.number) == end), None) for end in ends]
        if whole.date.last_day and all(found) and found[0] is not found[1]:
            ranges.remove(whole)
            for day in found:
                if day is not None:
                    days.remove(day)


def _day_of_year(day: date | None) -> tuple[int, int]:
    return (day.month, day.day) if day else (0, 0)


def _place(dated: _Dated) -> Address:
    return dated.spot.at(dated.date.start, dated.date.end)


def _mend(wrong: _Dated, right: WrittenDate, desk: Desk) -> Edit | None:
    """Write the other side's date over this one, where both are single days in words."""
    form = next(
        (form for form in date_forms(wrong.spot.text) if wrong.date.start <= form.start and form.end <= wrong.date.end),
        None,
    )
    if form is None or form.first or wrong.date.last_day or right.last_day:
        return None
    year = right.day.year if right.day and right.has_year and form.year else form.year
    language = wrong.spot.language
    text = write_date(right.number, right.month, year, language, month_first=desk.profile.month_first)
    return wrong.spot.put(say("Write “{text}”", text=text), form.start, form.end, text)


def _is_said_otherwise(alone: _Dated, row: Row, other: Language) -> bool:
    """Tell whether the other side gives the day without its month (“le 14”), as figures of its own."""
    day = alone.date.number
    return any(
        not figure.is_spelled and figure.value == day
        for spot in spots(row, other)
        for figure in figures(spot.text, other)
    )


def untrue_weekdays(row: Row, desk: Desk) -> Iterator[Finding]:
    """X11: a weekday that is not the date's own, or another one than on the other side."""
    if row.has_text(Language.EN) and row.has_text(Language.FR):
        yield from (_name_finding(*names) for names in other_weekdays(row))
    seen: dict[tuple[int, int], _Dated] = {}
    for language in Language:
        for dated in map(_with_weekday, _dated(row, language)):
            found = dated.date
            if found.weekday is None:
                continue
            yield from _last_weekday(dated)
            day = _likely_day(found, desk.doc.release.date)
            other = seen.setdefault((found.month, found.number), dated)
            if day and day.weekday() != found.weekday:
                yield _weekday_finding(dated, day, other)
            elif not day and other.date.weekday != found.weekday:
                why = filled(_DIFFER, english=other.words, french=dated.words)
                yield Finding(_place(dated), why, other=_place(other))


def _last_weekday(dated: _Dated) -> Iterator[Finding]:
    """Look at the weekday before the last day of a range: “Thursday 11 and Saturday 12 January 2024”."""
    day, spot = dated.date.last_day, dated.spot
    if day is None:
        return
    for name in _weekday_names().finditer(spot.text, dated.date.start + 1, dated.date.end):
        number = [folded(each) for each in _weekdays()].index(folded(name.group())) % 7
        if re.match(rf"\W+{day.day}(?!\d)", spot.text[name.end() :]) and number != day.weekday():
            yield _wrong_weekday(spot, name.span(), day, None)


def _with_weekday(dated: _Dated) -> _Dated:
    """Return a date in brackets with the weekday that stands before them: “on Wednesday (3 April 2019)”."""
    found = dated.date
    before = None if found.weekday is not None else _before_brackets().search(dated.spot.text, 0, found.start)
    if before is None:
        return dated
    weekday = [folded(name) for name in _weekdays()].index(folded(before["word"])) % 7
    return replace(dated, date=replace(found, start=before.start("word"), weekday=weekday))


@cache
def _weekdays() -> tuple[str, ...]:
    return tuple(weekday_name(number, language) for language in Language for number in range(7))


@cache
def _weekday_names() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_weekdays())})(?!\w)", re.IGNORECASE)


@cache
def _before_brackets() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<word>{alternatives(_weekdays())})[ \u00a0]\((?:(?:the|le|on) )?$", re.IGNORECASE)


def _weekday_finding(dated: _Dated, day: date, other: _Dated) -> Finding:
    wrong = folded(weekday_name(dated.date.weekday or 0, dated.spot.language))
    start = folded(dated.spot.text).find(wrong, dated.date.start, dated.date.end)
    place = (start, start + len(wrong)) if start >= 0 else (dated.date.start, dated.date.end)
    return _wrong_weekday(dated.spot, place, day, _place(other) if other is not dated else None)


def _wrong_weekday(spot: Spot, place: tuple[int, int], day: date, other: Address | None) -> Finding:
    words, right = spot.text[slice(*place)], weekday_name(day.weekday(), spot.language)
    why = say("{date} is a {right}, not a {wrong}.", date=write_day(day, spot.language), right=right, wrong=words)
    if len(words.split()) > 1:
        return Finding(spot.at(*place), why, other=other)
    text = right.capitalize() if words[0].isupper() else right
    return Finding(spot.at(*place), why, spot.put(say("Write “{text}”", text=text), *place, text), other)


def _likely_day(found: WrittenDate, release: date | None) -> date | None:
    """Return the day meant: of the year given, else of the year that brings it nearest to the release."""
    if found.day or not release:
        return found.day
    days = []
    for year in (release.year - 1, release.year, release.year + 1):
        try:
            days.append(date(year, found.month, found.number))
        except ValueError:
            continue
    return min(days, key=lambda day: abs((day - release).days), default=None)


RULES = (
    Rule("X10", Level.ERROR, say("Dates"), on_row=differing_dates, silences=("X04",)),
    Rule("X11", Level.ERROR, say("Weekdays"), on_row=untrue_weekdays),
)
