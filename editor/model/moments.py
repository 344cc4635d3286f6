"""Moments: times of day with the zone they are meant in."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

_FIRST, _LAST = date.min + timedelta(days=2), date.max - timedelta(days=2)
"""Two days from the ends of the calendar: two clocks are never further apart."""


def in_zone(moment: datetime, zone: str) -> datetime:
    """Return a moment with the UTC offset that holds in `zone` (IANA name) on that day.

    A moment that has an offset keeps it. Of an hour that occurs twice (the end of summer time) the first is meant.
    Raises ValueError for an hour that does not occur (the start of summer time), and for the first and last days of
    the calendar, which clocks elsewhere cannot show.
    """
    if not is_on_every_clock(moment):
        raise ValueError("the calendar ends here")
    if moment.tzinfo is not None:
        offset = moment.utcoffset() or timedelta()
        return moment.replace(tzinfo=timezone(offset), microsecond=0)
    local = moment.replace(tzinfo=_clock(zone), microsecond=0)
    there = local.astimezone(UTC).astimezone(_clock(zone))
    if there.replace(tzinfo=None) != moment.replace(microsecond=0):
        raise ValueError(f"{moment:%H:%M} does not occur in {zone} on {moment:%Y-%m-%d}")
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))


def is_on_every_clock(moment: datetime) -> bool:
    """Whether clocks everywhere can show a moment: those of the first and last days of the calendar they cannot."""
    return _FIRST <= moment.date() <= _LAST


def now_in(zone: str) -> datetime:
    """Return the present second with the UTC offset that holds now in `zone`."""
    return in_zone(seen_in(datetime.now(UTC), zone), zone)


def seen_in(moment: datetime, zone: str) -> datetime:
    """Return the same instant as a clock in `zone` shows it."""
    return moment.astimezone(_clock(zone))


def _clock(zone: str) -> tzinfo:
    # Only here: a start asks no clock, and this library looks where the system keeps its zones when it is loaded.
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    return ZoneInfo(zone)
