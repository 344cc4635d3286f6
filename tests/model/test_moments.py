from datetime import UTC, datetime, timedelta

import pytest
from generated import times
from hypothesis import given
from hypothesis import strategies as st

from editor.model.moments import in_zone, is_on_every_clock, now_in, seen_in

ZONES = ["UTC", "Europe/Brussels", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Kiritimati"]


@given(times, st.sampled_from(ZONES))
def test_a_clock_elsewhere_shows_the_same_instant(moment, zone):
    assert seen_in(moment, zone) == moment
    assert in_zone(seen_in(moment, zone), zone) == moment


@pytest.mark.parametrize(
    ("local", "offset"),
    [("2021-01-18T13:52:07.5", 1), ("2021-07-18T13:52:07", 2), ("2021-10-31T02:30:00", 2), ("2021-10-31T03:00:00", 1)],
)
def test_a_time_without_offset_has_that_of_the_zone_on_that_day_the_first_where_it_comes_twice(local, offset):
    moment = in_zone(datetime.fromisoformat(local), "Europe/Brussels")
    assert moment.utcoffset() == timedelta(hours=offset)
    assert moment.replace(tzinfo=None) == datetime.fromisoformat(local).replace(microsecond=0)


@pytest.mark.parametrize("local", ["2021-03-28T02:00:00", "2021-03-28T02:59:59"])
def test_an_hour_that_is_left_out_is_refused(local):
    with pytest.raises(ValueError, match="does not occur"):
        in_zone(datetime.fromisoformat(local), "Europe/Brussels")
    assert in_zone(datetime.fromisoformat("2021-03-28T03:00:00"), "Europe/Brussels").utcoffset() == timedelta(hours=2)


def test_an_offset_that_is_told_is_kept():
    moment = datetime.fromisoformat("2021-05-18T13:52:00.7+05:30")
    assert in_zone(moment, "Europe/Brussels").isoformat() == "2021-05-18T13:52:00+05:30"


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [("0001-01-02T23:59", False), ("0001-01-03T00:00", True), ("9999-12-29T23:59", True), ("9999-12-30T00:00", False)],
)
def test_the_ends_of_the_calendar_are_not_on_every_clock(text, is_shown):
    moment = datetime.fromisoformat(text)
    assert is_on_every_clock(moment) is is_shown
    if is_shown:
        for hours in (-23, 23):
            told = moment.replace(tzinfo=UTC).astimezone(in_zone(datetime(2021, 1, 1, tzinfo=UTC), "UTC").tzinfo)
            assert told + timedelta(hours=hours)
    else:
        with pytest.raises(ValueError, match="calendar"):
            in_zone(moment, "UTC")


@pytest.mark.parametrize("zone", ZONES)
def test_the_present_is_told_to_the_second_with_its_offset(zone):
    now = now_in(zone)
    assert abs(datetime.now(UTC) - now) < timedelta(seconds=30)
    assert (now.microsecond, now.utcoffset()) == (0, seen_in(now, zone).utcoffset())
