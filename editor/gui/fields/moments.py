"""Moments in fields: read as people write them in either language, shown as the house writes them in both."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from editor.model.language import Language
from editor.model.moments import seen_in
from editor.model.profile import Profile, TimeForm
from editor.words import Either

if TYPE_CHECKING:
    from editor.text.dates import WrittenDate


def read_day(text: str, profile: Profile) -> str:
    """Return a date as people type it (“17 May 2021”, « 1er juin », “17/5/21”, “today+2”) as 2021-05-17.

    What is no date is returned as it is, for the field to refuse.
    """
    from editor.text.typed_dates import typed_day

    day = typed_day(text, today_in(profile), month_first=profile.month_first)
    return day.isoformat() if day is not None else text


def read_moment(text: str, profile: Profile) -> str:
    """Return a date with a time of day as people type it as 2021-05-18T13:52, with its zone if one is given."""
    from editor.text.typed_dates import typed_moment

    found = _whole(text)
    if found is not None and found.day is not None and found.at is not None:
        offset = found.zone if found.zone.startswith(("+", "-")) else ""
        return f"{found.day.isoformat()}T{found.at:%H:%M}{offset}"
    typed = typed_moment(text, today_in(profile), month_first=profile.month_first)
    return f"{typed[0].isoformat()}T{typed[1]:%H:%M}" if typed is not None else text


def today_in(profile: Profile) -> date:
    """Return the day it is in the house's zone."""
    return seen_in(datetime.now(UTC), profile.zone).date()


def write_day(day: date, profile: Profile) -> str:
    """Return a date as both texts write it: “17 May 2021 · 17 mai 2021”."""
    from editor.text.date_writing import write_day as written

    return " · ".join(written(day, language, month_first=profile.month_first) for language in Language)


def write_moment(moment: datetime, profile: Profile, tongue: str) -> str:
    """Return a moment as the window's language writes it, with the place whose clock is meant."""
    from editor.text.date_writing import write_moment as written

    return written(moment, profile, Language(tongue))


def told_time(moment: datetime) -> Either:
    """Return a time of day for a sentence of the window, told by the clock of this machine: 9:05, 9 h 05."""
    from editor.text.date_writing import write_time

    here = moment.astimezone().time()
    return Either(write_time(here, TimeForm.COLON), write_time(here, TimeForm.FRENCH))


def _whole(text: str) -> "WrittenDate | None":
    from editor.text.dates import find_dates

    wanted = text.strip()
    for language in Language:
        for found in find_dates(wanted, language):
            if found.start == 0 and found.end == len(wanted):
                return found
    return None
