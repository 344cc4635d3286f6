"""Moments in fields: read as people write them in either language, shown as the house writes them in both."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from editor.model.language import Language
from editor.model.moments import seen_in
from editor.model.profile import Profile

if TYPE_CHECKING:
    from editor.text.dates import WrittenDate


def read_day(text: str, _profile: Profile) -> str:
    """Return a date typed in either language (“17 May 2021”, “1er juin 2021”) as 2021-05-17.

    What is no date is returned as it is, for the field to refuse.
    """
    found = _whole(text)
    return found.day.isoformat() if found is not None and found.day is not None else text


def read_moment(text: str, _profile: Profile) -> str:
    """Return a date with a time of day typed in either language as 2021-05-18T13:52, with its zone if one is given."""
    found = _whole(text)
    if found is None or found.day is None or found.at is None:
        return text
    offset = found.zone if found.zone.startswith(("+", "-")) else ""
    return f"{found.day.isoformat()}T{found.at:%H:%M}{offset}"


def write_day(day: date, profile: Profile) -> str:
    """Return a date as both texts write it: “17 May 2021 · 17 mai 2021”."""
    from editor.text.date_writing import write_day as written

    return " · ".join(written(day, language, month_first=profile.month_first) for language in Language)


def write_moment(moment: datetime, profile: Profile, tongue: str) -> str:
    """Return a moment as the window's language writes it, with the place whose clock is meant."""
    from editor.text import date_writing

    here, language = seen_in(moment, profile.zone), Language(tongue)
    day = date_writing.write_day(here.date(), language, month_first=profile.month_first)
    clock = date_writing.write_time(here.time(), profile.time_form[language])
    place = profile.place[language] or profile.zone.rpartition("/")[2].replace("_", " ")
    return f"{day}, {clock} ({place})"


def _whole(text: str) -> "WrittenDate | None":
    from editor.text.dates import find_dates

    wanted = text.strip()
    for language in Language:
        for found in find_dates(wanted, language):
            if found.start == 0 and found.end == len(wanted):
                return found
    return None
