"""Dates and times written as the language and the house write them, and dates the calendar does not have."""

import re
from collections.abc import Iterator
from functools import cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, spots
from editor.model.language import Language
from editor.model.profile import Profile, TimeForm
from editor.model.rows import Row
from editor.text.date_forms import DateForm, clock_times, date_forms, exists, figure_dates
from editor.text.date_writing import month_name, write_day, write_time
from editor.text.letters import plain
from editor.text.lexicon import table
from editor.words import say, say_count


def french_dates(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F17: “17 mai 2021”, “1er juin”: small letters, French month, no comma, no ordinal but the first, no full stop."""
    for spot in spots(row, Language.FR):
        for form in date_forms(spot.text):
            wanted = form.written(Language.FR)
            present = plain(spot.text[form.start : form.end])
            if _is_feast(present) or not _differs(form, present, wanted, Language.FR):
                continue
            yield _form_finding(spot, form, wanted)


def english_dates(row: Row, desk: Desk) -> Iterator[Finding]:
    """E07: “17 May 2021”: no comma, no “the”, no ordinal; the month first only where the house wants it."""
    month_first = desk.profile.month_first
    for spot in spots(row, Language.EN):
        for form in date_forms(spot.text):
            if form.is_month_first and month_first and form.first:
                continue
            wanted = form.written(Language.EN, month_first=month_first and form.is_month_first)
            present = plain(spot.text[form.start : form.end])
            if _differs(form, present, wanted, Language.EN):
                yield _form_finding(spot, form, wanted)


def _differs(form: DateForm, present: str, wanted: str, language: Language) -> bool:
    """Tell whether a date is not as it should be; a short month in the text's language and capitals throughout pass."""
    if not exists(form.day, form.month, form.year) or present == wanted:
        return False
    if form.month_word.isupper() and form.language in (None, language):
        return False
    if form.is_abbreviated and form.language in (None, language) and _is_fair(form.month_word, language):
        name = month_name(form.month, language)
        return plain(wanted).replace(name, form.month_word) != present.replace(".", "", 1)
    return True


def _is_fair(word: str, language: Language) -> bool:
    return word[0].isupper() is (language is Language.EN)


def _form_finding(spot: Spot, form: DateForm, wanted: str) -> Finding:
    why = say_count("This date is not in the usual form.", "{count} dates are not in the usual form.", 1)
    mend = spot.put(say("Write “{text}”", text=wanted), form.start, form.end, wanted)
    return Finding(spot.at(form.start, form.end), why, mend)


def _is_feast(present: str) -> bool:
    """Tell whether a French day is a feast or street of its own: le 14 Juillet, le 11 Novembre."""
    return present in _feasts()


@cache
def _feasts() -> frozenset[str]:
    return frozenset(table("checks")["feasts"])


def missing_days(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F18: a date in the French that the calendar does not have."""
    yield from _missing_days(row, Language.FR)


def english_days(row: Row, _desk: Desk) -> Iterator[Finding]:
    """E08: a date in the English that the calendar does not have, or one in figures alone."""
    yield from _missing_days(row, Language.EN)
    yield from _figure_dates(row, Language.EN)


def _missing_days(row: Row, language: Language) -> Iterator[Finding]:
    for spot in spots(row, language):
        for form in date_forms(spot.text):
            if not exists(form.day, form.month, form.year):
                words = spot.text[form.start : form.end]
                yield Finding(spot.at(form.start, form.end), say("There is no {date}.", date=words))
        for start, end, day in figure_dates(spot.text, language):
            if day is None and language is Language.FR:
                yield Finding(spot.at(start, end), say("There is no {date}.", date=spot.text[start:end]))


def french_figure_dates(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F19: a date in figures alone in running text."""
    yield from _figure_dates(row, Language.FR)


_CITED = re.compile(r"\b(?:OJ|JO)\s[A-Z]{1,2}\s?\d[\d/]*(?:\s?[A-Z])?,?\s(?:du\s)?$")
"""What stands before the date of an Official Journal: OJ L 266, 26.9.2006 (Interinstitutional Style Guide 3.1)."""


def _figure_dates(row: Row, language: Language) -> Iterator[Finding]:
    for spot in spots(row, language):
        for start, end, day in figure_dates(spot.text, language):
            if (day is None and language is Language.FR) or _CITED.search(spot.text[:start]):
                continue
            why = say("A date in figures alone can be read in two ways.")
            text = write_day(day, language) if day else ""
            mend = spot.put(say("Write “{text}”", text=text), start, end, text) if day else None
            yield Finding(spot.at(start, end), why, mend, level=Level.WARNING)


def french_times(row: Row, desk: Desk) -> Iterator[Finding]:
    """F21: times of day in the form of the house, with no-break spaces."""
    yield from _times(row, Language.FR, desk.profile)


def english_times(row: Row, desk: Desk) -> Iterator[Finding]:
    """E09: times of day in the one form of the house."""
    yield from _times(row, Language.EN, desk.profile)


def _times(row: Row, language: Language, profile: Profile) -> Iterator[Finding]:
    form = profile.time_form[language]
    for spot in spots(row, language):
        for clock in clock_times(spot.text):
            present = spot.text[clock.start : clock.end]
            wanted = write_time(clock.at, form)
            if _same_time(present, wanted, form) or _is_duration(spot.text, clock.start, clock.end):
                continue
            end = clock.end
            if present.endswith(".") and _ends_sentence(spot.text, end) and not wanted.endswith("."):
                end -= 1
            if plain(present) == plain(wanted):
                why = say_count("The line may break inside this time.", "The line may break inside {count} times.", 1)
                label = say("Put the no-break space")
            else:
                why = say_count(
                    "This time is not in the house’s form.", "{count} times are not in the house’s form.", 1
                )
                label = say("Write “{text}”", text=wanted)
            yield Finding(spot.at(clock.start, end), why, spot.put(label, clock.start, end, wanted))


def _is_duration(text: str, start: int, end: int) -> bool:
    """Tell whether minutes and seconds stand alone in brackets: the length of a film, “(3:47)”."""
    return ":" in text[start:end] and text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def _same_time(present: str, wanted: str, form: TimeForm) -> bool:
    """Compare a time with its due form; widths of no-break spaces, a leading 0 and “24 h” are let be.

    English publishers put a plain space before p.m. as well as a no-break one.
    """
    if form is TimeForm.TWELVE_HOURS:
        return plain(present) == plain(wanted)
    mine = present.replace("\u202f", "\u00a0").removeprefix("0")
    return mine in (wanted, wanted.removeprefix("0")) or mine.startswith("24")


def _ends_sentence(text: str, end: int) -> bool:
    rest = text[end:].lstrip(' \u00a0»”"')
    word = rest.split(maxsplit=1)[0] if rest else ""
    return not rest or (text[end : end + 1].isspace() and rest[0].isupper() and not (word.isupper() and len(word) > 1))


RULES = (
    Rule("F17", Level.ERROR, say("French dates"), on_row=french_dates),
    Rule("F18", Level.ERROR, say("Dates that do not exist"), on_row=missing_days),
    Rule("F19", Level.WARNING, say("Dates in figures"), on_row=french_figure_dates),
    Rule("F21", Level.WARNING, say("French times"), on_row=french_times, silences=("F05",)),
    Rule("E07", Level.ERROR, say("English dates"), on_row=english_dates),
    Rule("E08", Level.ERROR, say("Dates that do not exist, or in figures"), on_row=english_days),
    Rule("E09", Level.WARNING, say("English times"), on_row=english_times),
)
