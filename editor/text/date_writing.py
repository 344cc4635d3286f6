"""Dates and times of day written the way each language and each house writes them.

English: “17 May 2021” (EU web guide, “Dates”); French: “17 mai 2021”, “1er juin” (usage of the Imprimerie nationale).
Times follow the house profile.
"""

from datetime import date, datetime, time

from editor.model.language import Language
from editor.model.moments import seen_in
from editor.model.profile import NO_BREAK, Profile, TimeForm
from editor.text.lexicon import table
from editor.words import Either


def month_name(month: int, language: Language) -> str:
    """Return the name of a month, 1 to 12."""
    name: str = table("dates")["months"][language.value][month - 1][0]
    return name.capitalize() if language is Language.EN else name


def weekday_name(weekday: int, language: Language) -> str:
    """Return the name of a day of the week, counted from Monday, 0."""
    name: str = table("dates")["weekdays"][language.value][weekday]
    return name.capitalize() if language is Language.EN else name


def write_date(day: int, month: int, year: int | None, language: Language, *, month_first: bool = False) -> str:
    """Write a date in words; without a year where there is none."""
    if language is Language.EN and month_first:
        return f"{month_name(month, language)} {day}" + (f", {year}" if year else "")
    return f"{day_number(day, language)} {month_name(month, language)}" + (f" {year}" if year else "")


def day_number(day: int, language: Language) -> str:
    """Write the day of a month: “1” in English, « 1er » in French, figures alone from the second on."""
    return "1er" if day == 1 and language is Language.FR else str(day)


def write_day(day: date, language: Language, *, month_first: bool = False) -> str:
    """Write a whole date in words."""
    return write_date(day.day, day.month, day.year, language, month_first=month_first)


def write_moment(moment: datetime, profile: Profile, language: Language) -> str:
    """Write a moment the way the house does, with the place whose clock is meant."""
    here = seen_in(moment, profile.zone)
    day = write_day(here.date(), language, month_first=profile.month_first)
    place = profile.place[language] or profile.zone.rpartition("/")[2].replace("_", " ")
    return f"{day}, {write_time(here.time(), profile.time_form[language])} ({place})"


def told_day(day: date) -> Either:
    """Return a date for a sentence of the window."""
    return Either(*(write_day(day, language) for language in Language))


def told_moment(moment: datetime, profile: Profile) -> Either:
    """Return a moment for a sentence of the window, told by the clock of the house."""
    return Either(*(write_moment(moment, profile, language) for language in Language))


def told_here(moment: datetime) -> Either:
    """Return a moment for a sentence of the window, told by the clock of this machine."""
    here = moment.astimezone()
    forms = {Language.EN: TimeForm.COLON, Language.FR: TimeForm.FRENCH}
    return Either(*(f"{write_day(here.date(), each)}, {write_time(here.time(), forms[each])}" for each in Language))


def write_time(at: time, form: TimeForm) -> str:
    """Write a time of day in the form of the house: 13:52, 13 h 52, 1:52 p.m. or 13.52."""
    if form is TimeForm.FRENCH:
        return f"{at.hour}{NO_BREAK}h" + (f"{NO_BREAK}{at.minute:02d}" if at.minute else "")
    if form is TimeForm.TWELVE_HOURS:
        minutes = f":{at.minute:02d}" if at.minute else ""
        return f"{at.hour % 12 or 12}{minutes}{NO_BREAK}{'a' if at.hour < 12 else 'p'}.m."
    return f"{at.hour}{'.' if form is TimeForm.POINT else ':'}{at.minute:02d}"
