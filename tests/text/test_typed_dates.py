from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.language import Language
from editor.model.profile import TimeForm
from editor.text.date_writing import write_day, write_time
from editor.text.typed_dates import typed_day, typed_moment

MONDAY = date(2021, 5, 17)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2021-05-17", date(2021, 5, 17)),
        ("20210517", date(2021, 5, 17)),
        ("17 May 2021", date(2021, 5, 17)),
        ("17 mai 2021", date(2021, 5, 17)),
        ("lundi 17 mai", date(2021, 5, 17)),
        ("1er juin", date(2021, 6, 1)),
        ("May 17, 2021", date(2021, 5, 17)),
        ("17/5/21", date(2021, 5, 17)),
        ("17.05.2021", date(2021, 5, 17)),
        ("3/6", date(2021, 6, 3)),
        ("5/17/2021", date(2021, 5, 17)),
        ("today", MONDAY),
        ("Today + 2", date(2021, 5, 19)),
        ("aujourd’hui+2", date(2021, 5, 19)),
        ("demain", date(2021, 5, 18)),
        ("hier", date(2021, 5, 16)),
        ("+10", date(2021, 5, 27)),
        ("+2w", date(2021, 5, 31)),
        ("-1", date(2021, 5, 16)),
        ("Friday", date(2021, 5, 21)),
        ("vendredi", date(2021, 5, 21)),
        ("lundi", date(2021, 5, 24)),
        ("mon", date(2021, 5, 24)),
        ("31/4/2021", None),
        ("31 April 2021", None),
        ("soon", None),
        ("", None),
        ("17", None),
        ("+", None),
        ("today+2x", None),
        ("12 May 2021 to 14 May 2021", None),
    ],
)
def test_a_day_is_read_as_people_type_it(typed, day):
    assert typed_day(typed, MONDAY) == day


def test_a_house_that_writes_the_month_first_reads_it_first():
    assert typed_day("5/6/21", MONDAY) == date(2021, 6, 5)
    assert typed_day("5/6/21", MONDAY, month_first=True) == date(2021, 5, 6)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("18 May 2021 13:52", (date(2021, 5, 18), time(13, 52))),
        ("18/5/21 13h52", (date(2021, 5, 18), time(13, 52))),
        ("18 mai, 13 h 52", (date(2021, 5, 18), time(13, 52))),
        ("demain 9 h", (date(2021, 5, 18), time(9))),
        ("tomorrow at 1:52 p.m.", (date(2021, 5, 18), time(13, 52))),
        ("today 12 am", (MONDAY, time(0))),
        ("today+2 noon", (date(2021, 5, 19), time(12))),
        ("2021-05-18 13:52", (date(2021, 5, 18), time(13, 52))),
        ("2021-05-18T13:52", (date(2021, 5, 18), time(13, 52))),
        ("today", None),
        ("13:52", None),
        ("today 25:00", None),
        ("today 12:61", None),
    ],
)
def test_a_moment_is_read_as_people_type_it(typed, moment):
    assert typed_moment(typed, MONDAY) == moment


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(Language), st.booleans())
def test_what_the_house_writes_is_read_back(day, language, month_first):
    assert typed_day(write_day(day, language, month_first=month_first), MONDAY, month_first=month_first) == day


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.sampled_from(TimeForm))
def test_every_form_of_a_time_is_read_back(at, form):
    assert typed_moment(f"17 May 2021 {write_time(at, form)}", MONDAY) == (date(2021, 5, 17), at)
