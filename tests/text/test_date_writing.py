"""Dates as a house writes them."""

from datetime import date, time

import pytest

from editor.model.language import Language
from editor.text.date_writing import (
    DateForm,
    DatelineForm,
    TimeForm,
    write_date,
    write_date_and_time,
    write_date_range,
    write_dateline,
    write_list_of_days,
    write_time,
)

EN, FR = Language.EN, Language.FR
DAY = date(2021, 5, 17)


def test_the_day_comes_first_unless_asked_otherwise() -> None:
    assert write_date(DAY, EN) == "17\u00a0May 2021"
    assert write_date(DAY, FR) == "17\u00a0mai 2021"
    assert write_date(DAY, EN, DateForm.MONTH_FIRST) == "May\u00a017, 2021"
    assert write_date(DAY, FR, DateForm.FIGURES) == "2021-05-17"


def test_french_never_puts_the_month_first() -> None:
    assert write_date(DAY, FR, DateForm.MONTH_FIRST) == "17\u00a0mai 2021"


def test_the_first_of_a_month_is_ordinal_in_french_only() -> None:
    assert write_date(date(2022, 6, 1), FR) == "1er\u00a0juin 2022"
    assert write_date(date(2022, 6, 1), EN) == "1\u00a0June 2022"


def test_weekday_and_year_are_optional() -> None:
    assert write_date(DAY, EN, weekday=True) == "Monday, 17\u00a0May 2021"
    assert write_date(DAY, FR, weekday=True, year=False) == "lundi 17\u00a0mai"
    assert write_date(DAY, EN, DateForm.MONTH_FIRST, weekday=True) == "Monday, May\u00a017, 2021"


def test_a_range_says_month_and_year_once() -> None:
    assert write_date_range(date(2021, 5, 3), date(2021, 5, 5), FR) == "du 3 au 5\u00a0mai 2021"
    assert write_date_range(date(2021, 5, 1), date(2021, 5, 5), FR) == "du 1er au 5\u00a0mai 2021"
    assert write_date_range(date(2021, 5, 3), date(2021, 5, 5), EN) == "3–5\u00a0May 2021"
    assert write_date_range(date(2022, 6, 28), date(2022, 7, 2), EN) == "28\u00a0June to 2\u00a0July 2022"
    assert write_date_range(date(2021, 5, 3), date(2021, 5, 5), EN, DateForm.MONTH_FIRST) == "May\u00a03–5, 2021"
    assert write_date_range(DAY, DAY, FR) == "17\u00a0mai 2021"


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="last day"):
        write_date_range(date(2021, 5, 5), date(2021, 5, 3), EN)


def test_times_follow_language_and_house() -> None:
    at = time(13, 52)
    assert write_time(at, EN) == "13:52"
    assert write_time(at, FR) == "13\u00a0h\u00a052"
    assert write_time(time(13), FR) == "13\u00a0h"
    assert write_time(time(9, 5), FR) == "9\u00a0h\u00a005"
    assert write_time(at, EN, TimeForm.HALVES) == "1:52\u00a0p.m."
    assert write_time(time(0, 0), EN, TimeForm.HALVES) == "12\u00a0a.m."
    assert write_time(at, FR, TimeForm.HALVES) == "13\u00a0h\u00a052"
    assert write_time(at, EN, TimeForm.POINT, "CEST") == "13.52 CEST"
    assert write_time(at, FR, zone="heure de Bruxelles") == "13\u00a0h\u00a052 (heure de Bruxelles)"


def test_a_moment_joins_date_and_time() -> None:
    assert write_date_and_time(DAY, time(13, 52), FR) == "17\u00a0mai 2021 à 13\u00a0h\u00a052"
    assert write_date_and_time(DAY, time(13, 52), EN) == "17\u00a0May 2021 at 13:52"


def test_datelines_follow_language_and_house() -> None:
    assert write_dateline("Brussels", DAY, EN) == "Brussels, 17\u00a0May 2021"
    assert write_dateline("Bruxelles", DAY, FR) == "Bruxelles, le 17\u00a0mai 2021"
    assert write_dateline("Genève", DAY, FR, DatelineForm.SHOUTED) == "GENÈVE, le 17\u00a0mai 2021\u00a0–"
    assert write_dateline("Geneva", DAY, EN, DatelineForm.PLACE_ONLY) == "GENEVA\u00a0–"


def test_days_of_a_list_share_their_month() -> None:
    days = [date(2021, 6, 14), date(2021, 6, 15), date(2021, 6, 17)]
    assert write_list_of_days(days, EN) == "14, 15 and 17\u00a0June 2021"
    assert write_list_of_days(days, FR) == "les 14, 15 et 17\u00a0juin 2021"
    assert write_list_of_days(days[:1], FR) == "14\u00a0juin 2021"
    assert write_list_of_days([], FR) == ""
