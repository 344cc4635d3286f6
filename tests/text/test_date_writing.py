"""Dates and times as languages and houses write them."""

from datetime import UTC, date, datetime, time

import pytest

from editor.formats.profiles import load_profile
from editor.model.language import Language
from editor.model.profile import TimeForm
from editor.text.date_writing import month_name, told_day, told_moment, weekday_name, write_date, write_day, write_time
from editor.words import say

EN, FR = Language.EN, Language.FR
DAY = date(2021, 5, 17)


def test_the_day_comes_first_unless_the_house_writes_otherwise() -> None:
    assert write_day(DAY, EN) == "17 May 2021"
    assert write_day(DAY, FR) == "17 mai 2021"
    assert write_day(DAY, EN, month_first=True) == "May 17, 2021"


def test_french_never_puts_the_month_first() -> None:
    assert write_day(DAY, FR, month_first=True) == "17 mai 2021"


def test_the_first_of_a_month_is_ordinal_in_french_only() -> None:
    assert write_day(date(2022, 6, 1), FR) == "1er juin 2022"
    assert write_day(date(2022, 6, 1), EN) == "1 June 2022"
    assert write_day(date(2022, 6, 21), FR) == "21 juin 2022"


def test_a_date_may_be_written_without_its_year() -> None:
    assert write_date(17, 5, None, EN) == "17 May"
    assert write_date(17, 5, None, EN, month_first=True) == "May 17"
    assert write_date(1, 8, None, FR) == "1er août"


def test_months_and_weekdays_begin_small_in_french() -> None:
    assert [month_name(month, EN) for month in (1, 12)] == ["January", "December"]
    assert [month_name(month, FR) for month in (1, 12)] == ["janvier", "décembre"]
    assert [weekday_name(day, EN) for day in (0, 6)] == ["Monday", "Sunday"]
    assert [weekday_name(day, FR) for day in (0, 6)] == ["lundi", "dimanche"]


@pytest.mark.parametrize(
    ("at", "form", "written"),
    [
        (time(13, 52), TimeForm.COLON, "13:52"),
        (time(13, 52), TimeForm.FRENCH, "13\u00a0h\u00a052"),
        (time(13), TimeForm.FRENCH, "13\u00a0h"),
        (time(9, 5), TimeForm.FRENCH, "9\u00a0h\u00a005"),
        (time(13, 52), TimeForm.TWELVE_HOURS, "1:52\u00a0p.m."),
        (time(0, 0), TimeForm.TWELVE_HOURS, "12\u00a0a.m."),
        (time(13, 52), TimeForm.POINT, "13.52"),
    ],
)
def test_times_are_written_as_the_house_writes_them(at: time, form: TimeForm, written: str) -> None:
    assert write_time(at, form) == written


def test_a_sentence_of_the_window_writes_a_day_in_the_language_it_is_told_in() -> None:
    sentence = say("The release is dated {date}.", date=told_day(date(2022, 6, 1)))
    assert sentence.told("en") == "The release is dated 1 June 2022."
    assert sentence.told("fr").endswith(" 1er juin 2022.")


def test_a_moment_in_a_sentence_is_told_by_the_clock_of_the_house() -> None:
    told = told_moment(datetime(2021, 5, 18, 11, 52, tzinfo=UTC), load_profile("nato"))
    assert (told.en, told.fr) == ("18 May 2021, 13:52 (Brussels)", "18 mai 2021, 13\u00a0h\u00a052 (Bruxelles)")
