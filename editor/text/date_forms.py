"""The forms in which dates and times of day are met in a text, right or wrong ones. Offsets are code points."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.date_writing import day_number, month_name, write_date
from editor.text.index import FIGURE, Index, Led, first_words, index_of
from editor.text.letters import folded, plain
from editor.text.lexicon import alternatives, table
from editor.text.times import find_times
from editor.text.verbatim import verbatim
from editor.values import frozen


def exists(day: int, month: int, year: int | None) -> bool:
    """Tell whether the calendar has this day; without a year 29 February does exist."""
    return 1 <= day <= monthrange(year if year and 1 <= year <= 9999 else 2000, month)[1]


@frozen
class DateForm:
    """A date in words as it stands in a text: where, what it says, and how it is written.

    `first` is the day a range begins with, 0 where there is none, `link` the sign or word between the two days.
    `language` is that of the month's name, None where both languages share it.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    first: int
    link: str
    month_word: str
    language: Language | None
    is_abbreviated: bool
    is_month_first: bool

    def written(self, language: Language, *, month_first: bool = False) -> str:
        """Return the date in the form of a language."""
        if not self.first:
            return write_date(self.day, self.month, self.year, language, month_first=month_first)
        year = f" {self.year}" if self.year else ""
        link = _LINKS[language].get(self.link, self.link)
        return f"{day_number(self.first, language)}{link}{self.day} {month_name(self.month, language)}{year}"


_LINKS = {Language.EN: {" au ": " to ", " et ": " and "}, Language.FR: {" to ": " au ", " and ": " et "}}


@lru_cache(maxsize=2048)
def date_forms(text: str) -> tuple[DateForm, ...]:
    """Return the dates in words of one paragraph, right or wrong, existing or not, in the order of the text."""
    flat, index = plain(text), index_of(text)
    if FIGURE not in index:
        return ()
    found = [*_forms(flat, index, _day_first()), *_forms(flat, index, _month_first())]
    found.sort(key=lambda form: (form.start, -form.end))
    kept: list[DateForm] = []
    for form in found:
        if not kept or form.start >= kept[-1].end:
            kept.append(form)
    return tuple(kept)


def _forms(flat: str, index: Index, led: Led) -> Iterator[DateForm]:
    is_month_first = led is _month_first()
    for match in led.finditer(flat, index):
        word = match["month"]
        month, language, is_abbreviated = _known_months()[folded(word)]
        small = language is Language.FR and match["year"] is not None  # « juin 25, 2008 », in the order of an original
        if is_month_first and not ((word[0].isupper() and (match["year"] or _is_framed(flat, match))) or small):
            continue
        first, start = int(match["first"] or 0), match.start()
        if first > _LONGEST_MONTH:
            # « Nº 81 - Le 24 février »: the figure before the date is none of its days.
            first, start = 0, match.start("day")
        yield DateForm(
            start,
            match.end(),
            int(match["day"]),
            month,
            int(match["year"]) if match["year"] else None,
            first,
            match["link"] if first else "",
            word,
            language,
            is_abbreviated,
            is_month_first,
        )


_LONGEST_MONTH = 31
"""Days."""


def _is_framed(flat: str, match: re.Match[str]) -> bool:
    """Tell whether “May 10” is a date: behind a preposition or before a sign, not in “in May 10 countries …”."""
    before, after = flat[max(match.start() - 8, 0) : match.start()], flat[match.end() : match.end() + 1]
    return bool(_PREPOSITION.search(before)) or not after or after in ".,;:)("


_PREPOSITION = re.compile(r"\b(?:on|by|until|till|before|after|of|to|for|this|next|last)\s$", re.IGNORECASE)


@cache
def _known_months() -> dict[str, tuple[int, Language | None, bool]]:
    """Every name of a month without accents: its number, its language (None: both), whether it is shortened."""
    known: dict[str, tuple[int, Language | None, bool]] = {}
    for language in Language:
        for number, names in enumerate(table("dates")["months"][language.value], 1):
            full = folded(month_name(number, language))
            for name in map(folded, names):
                shared = name in known and known[name][1] is not language
                known[name] = (number, None if shared else language, name != full)
    return known


@cache
def _names() -> str:
    return alternatives(name for names in table("dates")["months"].values() for forms in names for name in forms)


@cache
def _month_words() -> frozenset[str]:
    return first_words(name for names in table("dates")["months"].values() for forms in names for name in forms)


_ORDINAL = "(?:st|nd|rd|th|er|ère|ème|eme|e)"


@cache
def _day_first() -> Led:
    first = rf"(?:(?P<first>\d{{1,2}}){_ORDINAL}?(?P<link> ?[-–—] ?| (?:to|and|au|et) )(?:the |le )?)?"
    day = rf"(?P<day>\d{{1,2}})(?:{_ORDINAL}(?!\w))?"
    pattern = re.compile(
        rf"(?<![\w.,/:-])(?:the (?=\d{{1,2}}(?:st|nd|rd|th)))?{first}{day}(?:,? | (?:of|de) |(?=[^\W\d_]))"
        rf"(?P<month>{_names()})(?!\w)"
        rf"(?:(?P<dot>\.)(?= ?\d{{4}}))?(?:(?:,? ?|\. ?| of | de )(?P<year>[12]\d{{3}})(?![\d:]| ?h\b))?",
        re.IGNORECASE,
    )
    return Led(pattern, frozenset({FIGURE, "the"}))


@cache
def _month_first() -> Led:
    english = alternatives(name for forms in table("dates")["months"]["en"] for name in forms)
    first = r"(?:(?P<first>\d{1,2})(?:st|nd|rd|th)?(?P<link> ?[-–—] ?| (?:to|and) ))?"
    pattern = re.compile(
        rf"(?<![\w-])(?P<month>{english})\.? (?:the )?{first}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:%]|[.,]\d| ?%)"
        rf"(?:,? (?P<year>[12]\d{{3}})(?!\d))?",
        re.IGNORECASE,
    )
    return Led(pattern, _month_words())


@frozen
class MonthForm:
    """A month with its year and no day, “May 2021”: where it stands, where its name ends, and what it says."""

    start: int
    name_end: int
    end: int
    month: int
    year: int


@lru_cache(maxsize=2048)
def month_forms(text: str) -> tuple[MonthForm, ...]:
    """Return the months of one paragraph that have a year and are not part of a date."""
    return tuple(
        MonthForm(match.start(), match.end("month"), match.end(), _month(match["month"]), int(match["year"]))
        for match in _month_and_year().finditer(plain(text), index_of(text))
        if not any(form.start <= match.start() < form.end for form in date_forms(text))
    )


def _month(name: str) -> int:
    return _known_months()[folded(name)][0]


@cache
def _month_and_year() -> Led:
    pattern = re.compile(
        rf"(?<![\w-])(?P<month>{_names()})\.?,? (?:of |de )?(?P<year>[12]\d{{3}})(?![\d:])", re.IGNORECASE
    )
    return Led(pattern, _month_words())


_FIGURES = re.compile(
    r"(?<![\w./:-])(?:(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>[12]\d{3})|"
    r"(?P<iy>[12]\d{3})-(?P<im>\d{2})-(?P<id>\d{2}))(?![\w/:-]|\.\d)"
)


def figure_dates(text: str, language: Language) -> Iterator[tuple[int, int, date | None]]:
    """Yield dates in figures alone: where, and the day meant; None where day and month could change places.

    French puts the day first; English does on one side of the ocean only.
    """
    for match in _FIGURES.finditer(text):
        if any(
            start < match.start() or end > match.end() for start, end in verbatim(text) if start <= match.start() < end
        ):
            continue
        year, first, second = (match["y"], match["a"], match["b"]) if match["y"] else (match["iy"], "", "")
        if match["iy"]:
            yield match.start(), match.end(), _day(int(year), int(match["im"]), int(match["id"]))
            continue
        day, month = int(first), int(second)
        if language is Language.EN and (day <= 12 and month <= 12) and day != month:
            yield match.start(), match.end(), None
        elif language is Language.EN and month > 12:
            yield match.start(), match.end(), _day(int(year), day, month)
        else:
            yield match.start(), match.end(), _day(int(year), month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_CLOCK = re.compile(
    r"\d{1,2}(?:(?::|\.)\d{2}(?: ?[ap]\.?m\.?(?!\w))?| ?h(?: ?\d{2})?(?!\w)| ?[ap]\.?m\.?(?!\w))", re.IGNORECASE
)


@frozen
class ClockTime:
    """A time of day in figures: where its hours and minutes stand (without its zone), and the time."""

    start: int
    end: int
    at: time


def clock_times(text: str) -> Iterator[ClockTime]:
    """Yield the times of day written in figures, in any form."""
    flat = plain(text)
    for found in find_times(text):
        match = _CLOCK.match(flat, found.start)
        if found.start and flat[found.start - 1] in "+−–":
            continue  # the offset of a zone: UTC +08h00
        if match and match.end() <= found.end:
            end = match.end()
            # The point of “p.m.” at a sentence's end closes the sentence as well.
            yield ClockTime(found.start, end, found.at)
