"""Times of day and words of the day: the same on both sides, true for the release."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.matching import match
from editor.checks.spot import Spot, filled, spots
from editor.edits.edit import Edit
from editor.model.address import Address
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.date_forms import clock_times
from editor.text.date_writing import told_day, write_day, write_time
from editor.text.dates import find_dates
from editor.text.figures import figures
from editor.text.marks import find_marked
from editor.text.times import WrittenTime, find_times
from editor.values import frozen
from editor.words import say

_DIFFER = say("The English says “{english}”, the French “{french}”.")
_MISSING = {
    Language.EN: say("“{words}” has no counterpart in the English."),
    Language.FR: say("“{words}” has no counterpart in the French."),
}


@frozen
class _Timed:
    """A time of day and the passage it stands in."""

    spot: Spot
    time: WrittenTime

    @property
    def words(self) -> str:
        """The time as written."""
        return self.spot.text[self.time.start : self.time.end]

    @property
    def place(self) -> Address:
        """Where it stands."""
        return self.spot.at(self.time.start, self.time.end)


def differing_times(row: Row, desk: Desk) -> Iterator[Finding]:
    """X13: times of day by value and zone: 1:30 p.m. is 13 h 30, noon is midi."""
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    left, right = (_times(row, language) for language in Language)
    for english, french in match(left, right, lambda one, other: one.time.at == other.time.at):
        if not _same_zone(english.time.zone, french.time.zone):
            why = filled(_DIFFER, english=english.words, french=french.words)
            yield Finding(french.place, why, other=english.place)
    for english, french in match(left, right, lambda _one, _other: True):
        wrong, right_one = (english, french) if row.changed_sides == (Language.FR,) else (french, english)
        why = filled(_DIFFER, english=english.words, french=french.words)
        yield Finding(wrong.place, why, _mend(wrong, right_one, desk), right_one.place)
    for alone in (*left, *right):
        other = alone.spot.language.other
        if not _is_counted(alone, row, other):
            yield Finding(alone.place, filled(_MISSING[other], words=alone.words), other=row.address(other))


def _times(row: Row, language: Language) -> list[_Timed]:
    return [
        _Timed(spot, found)
        for spot in spots(row, language)
        for found in find_times(spot.text)
        if spot.text[max(0, found.start - 1) : found.start] not in ("+", "−")
    ]


def _mend(wrong: _Timed, right: _Timed, desk: Desk) -> Edit | None:
    clock = next((each for each in clock_times(wrong.spot.text) if each.start == wrong.time.start), None)
    if clock is None:
        return None
    text = write_time(right.time.at, desk.profile.time_form[wrong.spot.language])
    return wrong.spot.put(say("Write “{text}”", text=text), clock.start, clock.end, text)


def _same_zone(one: str, other: str) -> bool:
    """Tell whether two zones, as names or offsets, can be one; a zone that is not given fits any."""
    if not one or not other:
        return True
    mine, theirs = _offsets(one), _offsets(other)
    # Two named zones are one where they agree all year round; an offset is that of a zone in summer or in winter.
    return mine == theirs if one[0] not in "+-" and other[0] not in "+-" else bool(mine & theirs)


@lru_cache(maxsize=256)
def _offsets(zone: str) -> frozenset[timedelta | None]:
    found = re.fullmatch(r"([+-])(\d\d):(\d\d)", zone)
    if found:
        offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
        return frozenset((offset if found[1] == "+" else -offset,))
    try:
        there = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return frozenset((None,))
    return frozenset(datetime(2021, month, 1, tzinfo=there).utcoffset() for month in (1, 7))


def _is_counted(alone: _Timed, row: Row, other: Language) -> bool:
    """Tell whether the other side has the hours as a plain figure: « 24 h » for “24 hours”, “day and night”."""
    hours = {alone.time.at.hour, alone.time.at.hour % 12 or 12, alone.time.at.hour or 24}
    return any(figure.value in hours for spot in spots(row, other) for figure in figures(spot.text, other))


_DAYS = {
    Language.EN: {"today": 0, "yesterday": -1, "tomorrow": 1},
    Language.FR: {"aujourd’hui": 0, "aujourd'hui": 0, "hier": -1, "demain": 1},
}
_WORDS = {
    Language.EN: re.compile(r"(?<![\w’'-])(?:today|yesterday|tomorrow)(?![\w’'-])", re.IGNORECASE),
    Language.FR: re.compile(r"(?<![\w’'-])(?:aujourd[’']hui|hier|demain)(?![\w-])", re.IGNORECASE),
}
_FIGURATIVE = re.compile(r"(?:\b(?:of|for|the|a|de|d[’']|du|le|la|les|un|tout|après|après-|avant-)\s?)$", re.IGNORECASE)


@frozen
class _DayWord:
    """A word for a day as seen from the release: 0 today, -1 yesterday, 1 tomorrow; `dated`: a date in brackets."""

    spot: Spot
    start: int
    end: int
    shift: int
    opens: bool


def day_words(row: Row, desk: Desk) -> Iterator[Finding]:
    """X12: today, yesterday, tomorrow stand on both sides; a date in brackets behind one is the one it means."""
    words = {language: list(_day_words(row, language)) for language in Language}
    for language in Language:
        for word in words[language]:
            yield from _wrong_date(word, desk.doc.release.date)
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    left, right = list(words[Language.EN]), list(words[Language.FR])
    match(left, right, lambda one, other: one.shift == other.shift)
    for english, french in match(left, right, lambda _one, _other: True):
        why = filled(
            _DIFFER,
            english=english.spot.text[english.start : english.end],
            french=french.spot.text[french.start : french.end],
        )
        place = english.spot.at(english.start, english.end)
        yield Finding(french.spot.at(french.start, french.end), why, other=place)
    for alone in (*left, *right):
        other = alone.spot.language.other
        # “Today” within a sentence is often only “nowadays”; at its head it dates the news.
        if (alone.shift or alone.opens) and not _is_dated(row, other):
            text = alone.spot.text[alone.start : alone.end]
            why = filled(_MISSING[other], words=text)
            yield Finding(alone.spot.at(alone.start, alone.end), why, other=row.address(other))


def _day_words(row: Row, language: Language) -> Iterator[_DayWord]:
    """Yield the words of narration; what is said inside quotation marks is the speaker's day."""
    for spot in spots(row, language):
        inside = [(each.start, each.end) for each in find_marked(spot.text)]
        for found in _WORDS[language].finditer(spot.text):
            if any(start <= found.start() < end for start, end in inside) or _FIGURATIVE.search(
                spot.text[: found.start()]
            ):
                continue
            opens = not spot.text[: found.start()].strip() or spot.text[found.end() :].lstrip().startswith("(")
            yield _DayWord(spot, found.start(), found.end(), _DAYS[language][found.group().lower()], opens)


def _wrong_date(word: _DayWord, release: date | None) -> Iterator[Finding]:
    if release is None:
        return
    for found in find_dates(word.spot.text, word.spot.language, release.year):
        between = word.spot.text[word.end : found.start]
        if found.start < word.end or not re.fullmatch(r"[\s,]*\(?\s*(?:le |on )?", between) or "(" not in between:
            continue
        meant = release + timedelta(days=word.shift)
        if found.day and found.day != meant and not found.last_day:
            text = write_day(meant, word.spot.language)
            why = say("The release is dated {date}.", date=told_day(release))
            mend = word.spot.put(say("Write “{text}”", text=text), found.start, found.end, text)
            yield Finding(word.spot.at(found.start, found.end), why, mend)
        return


_DAY_NAMES = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_THIS_DAY = re.compile(
    rf"\b(?:this (?:morning|afternoon|evening|week)|last (?:night|evening)|the (?:day|evening|night) before|"
    rf"ce (?:jour|matin|soir)|cet après-midi|la (?:nuit|soirée) dernière|la veille|{_DAY_NAMES})\b",
    re.IGNORECASE,
)


def _is_dated(row: Row, language: Language) -> bool:
    return any(find_dates(spot.text, language) or _THIS_DAY.search(spot.text) for spot in spots(row, language))


RULES = (
    Rule("X12", Level.ERROR, say("Words of the day"), on_row=day_words),
    Rule("X13", Level.ERROR, say("Times of day"), on_row=differing_times, silences=("X04",)),
)
