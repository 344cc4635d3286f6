"""Moments: times of day with the zone they are meant in."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo


def in_zone(moment: datetime, zone: str) -> datetime:
    """Return a moment with the UTC offset that holds in `zone` (IANA name) on that day.

    A moment that has an offset keeps it. Of an hour that occurs twice (the end of summer time) the first is meant.
    Raises ValueError for an hour that does not occur (the start of summer time).
    """
    if moment.tzinfo is not None:
        offset = moment.utcoffset() or timedelta()
        return moment.replace(tzinfo=timezone(offset), microsecond=0)
    local = moment.replace(tzinfo=ZoneInfo(zone), microsecond=0)
    there = local.astimezone(UTC).astimezone(ZoneInfo(zone))
    if there.replace(tzinfo=None) != moment.replace(microsecond=0):
        raise ValueError(f"{moment:%H:%M} does not occur in {zone} on {moment:%Y-%m-%d}")
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))


def seen_in(moment: datetime, zone: str) -> datetime:
    """Return the same instant as a clock in `zone` shows it."""
    return moment.astimezone(ZoneInfo(zone))
