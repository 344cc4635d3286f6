"""Months and weekdays that stand alone, without the day they belong to: the same ones on both sides."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from editor.checks.spot import Spot, spots
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.date_forms import date_forms, month_forms
from editor.text.date_writing import month_name, weekday_name
from editor.text.dates import find_dates
from editor.text.index import Led, first_words, index_of
from editor.text.lexicon import alternatives
from editor.values import frozen


@frozen
class CalendarName:
    """The name of a month (1 to 12) or of a weekday (0 to 6) where it stands."""

    spot: Spot
    start: int
    end: int
    number: int

    @property
    def words(self) -> str:
        """The name as written."""
        return self.spot.text[self.start : self.end]


def other_months(row: Row) -> Iterator[tuple[CalendarName, CalendarName]]:
    """Yield an English and a French month without day or year that the other side names nowhere."""
    yield from _apart(row, _months)


def other_weekdays(row: Row) -> Iterator[tuple[CalendarName, CalendarName]]:
    """Yield an English and a French weekday without its date that the other side names nowhere."""
    yield from _apart(row, _weekdays)


def _apart(
    row: Row, read: Callable[[str, Language], tuple[tuple[int, int, int], ...]]
) -> Iterator[tuple[CalendarName, CalendarName]]:
    named = {
        language: [CalendarName(spot, *found) for spot in spots(row, language) for found in read(spot.text, language)]
        for language in Language
    }
    if not all(named.values()):
        return
    left, right = (
        [each for each in named[language] if each.number not in _all_named(row, language.other, read)]
        for language in Language
    )
    # A month that one side alone names is told in other words there: “last month”; two of them are one mistaken.
    if len(left) == len(right):
        yield from zip(left, right, strict=True)


def _all_named(
    row: Row, language: Language, read: Callable[[str, Language], tuple[tuple[int, int, int], ...]]
) -> set[int]:
    """Return every month or weekday of a side, those of its dates among them."""
    named: set[int] = set()
    for spot in spots(row, language):
        named.update(number for _, _, number in read(spot.text, language))
        for date in find_dates(spot.text, language):
            days = [day for day in (date.day, date.last_day) if day]
            if read is _months:
                named.update((date.month, *(day.month for day in days)))
            else:
                named.update(day.weekday() for day in days)
                if date.weekday is not None:
                    named.add(date.weekday)
        if read is _months:
            named.update(form.month for form in month_forms(spot.text))
    return named


@lru_cache(maxsize=2048)
def _months(text: str, language: Language) -> tuple[tuple[int, int, int], ...]:
    """Return where months stand that have neither a day nor a year."""
    found = [
        (*match.span(), match.group())
        for match in _month(language).finditer(text, index_of(text))
        if match.group() not in _DOUBTFUL[language] or _BEFORE[language].search(text, 0, match.start())
    ]
    if not found:
        return ()
    taken = [(form.start, form.end) for form in date_forms(text)]
    taken += [(form.start, form.end) for form in month_forms(text)]
    taken += [(date.start, date.end) for date in find_dates(text, language)]
    numbers = {month_name(number, language): number for number in range(1, 13)}
    return tuple(
        (start, end, numbers[name])
        for start, end, name in found
        if all(end <= first or start >= last for first, last in taken)
    )


@lru_cache(maxsize=2048)
def _weekdays(text: str, language: Language) -> tuple[tuple[int, int, int], ...]:
    """Return where weekdays stand that are no part of a date."""
    found = [(*match.span(), match.group()) for match in _weekday(language).finditer(text, index_of(text))]
    if not found:
        return ()
    taken = [(date.start, date.end) for date in find_dates(text, language)]
    numbers = {weekday_name(number, language): number for number in range(7)}
    return tuple(
        (start, end, numbers[name])
        for start, end, name in found
        if all(end <= first or start >= last for first, last in taken)
    )


_DOUBTFUL = {Language.EN: ("May", "March"), Language.FR: ("mars",)}
"""Months that are words of their own; they count behind what stands before months alone."""
_BEFORE = {
    Language.EN: re.compile(
        r"\b(?:in|of|since|last|this|next|early|late|mid-?|by|until|till|from|to|through|between|during) ?$"
    ),
    Language.FR: re.compile(r"\b(?:en|de|depuis|fin|début|courant|dès|mi-|à|au mois de|jusqu[’']en)[ \u00a0]?$"),
}


@cache
def _month(language: Language) -> Led:
    names = [month_name(number, language) for number in range(1, 13)]
    return Led(re.compile(rf"(?<!\w)(?:{alternatives(names)})(?![\w-])"), first_words(names))


@cache
def _weekday(language: Language) -> Led:
    names = [weekday_name(number, language) for number in range(7)]
    return Led(re.compile(rf"(?<![\w-])(?:{alternatives(names)})(?![\w-])"), first_words(names))
