"""Dates in the forms of both languages, in either text."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.language import Language
from editor.model.profile import NO_BREAK
from editor.text.date_writing import day_number, month_name, weekday_name, write_day
from editor.text.dates import find_dates

EN, FR = Language.EN, Language.FR

WRITTEN = [
    (EN, "on 17 May 2021 in Oslo", "17 May 2021", date(2021, 5, 17)),
    (EN, "May 17, 2021", "May 17, 2021", date(2021, 5, 17)),
    (EN, "May 17th, 2021", "May 17th, 2021", date(2021, 5, 17)),
    (EN, "the 3rd of May 2021", "3rd of May 2021", date(2021, 5, 3)),
    (EN, "Monday, 14 June 2021", "Monday, 14 June 2021", date(2021, 6, 14)),
    (EN, "Mon 14 June 2021", "Mon 14 June 2021", date(2021, 6, 14)),
    (EN, "20 October, 2005", "20 October, 2005", date(2005, 10, 20)),
    (EN, "06 Sep. 2021", "06 Sep. 2021", date(2021, 9, 6)),
    (EN, "18 DECEMBER 2014: The project", "18 DECEMBER 2014", date(2014, 12, 18)),
    (EN, "2021-05-17", "2021-05-17", date(2021, 5, 17)),
    (EN, "2021/05/17", "2021/05/17", date(2021, 5, 17)),
    (EN, "12/05/2021", "12/05/2021", date(2021, 5, 12)),
    (EN, "05/17/2021", "05/17/2021", date(2021, 5, 17)),
    (EN, "22.06.2021", "22.06.2021", date(2021, 6, 22)),
    (EN, "Sept. 9, 1999", "Sept. 9, 1999", date(1999, 9, 9)),
    (EN, "le 17 mai 2021", "17 mai 2021", date(2021, 5, 17)),
    (FR, "• 17 May. 2021 -", "17 May. 2021", date(2021, 5, 17)),
    (FR, "Aujourd’hui (17 mai 2021), le", "17 mai 2021", date(2021, 5, 17)),
    (FR, "le 1er juin 2022", "1er juin 2022", date(2022, 6, 1)),
    (FR, "le lundi 14 juin 2021", "lundi 14 juin 2021", date(2021, 6, 14)),
    (FR, "Mercredi 25 Septembre 2024", "Mercredi 25 Septembre 2024", date(2024, 9, 25)),
    (FR, "le 7 févr. 2020", "7 févr. 2020", date(2020, 2, 7)),
    (FR, "le 7 août 2020", "7 août 2020", date(2020, 8, 7)),
    (FR, "Publié le 12/05/2021", "12/05/2021", date(2021, 5, 12)),
    (FR, "le 29\u00a0février\u00a02024", "29\u00a0février\u00a02024", date(2024, 2, 29)),
    (EN, "Daily News 24 / 09 / 2019", "24 / 09 / 2019", date(2019, 9, 24)),
    (FR, "Août 17, 2005", "Août 17, 2005", date(2005, 8, 17)),
    (EN, "Février 3rd, 2011", "Février 3rd, 2011", date(2011, 2, 3)),
    (EN, "[08 NOV 00] News of the lake", "08 NOV 00", date(2000, 11, 8)),
    (EN, "(3 May 98)", "3 May 98", date(1998, 5, 3)),
    (EN, "2004 01 22   12:30 p.m.", "2004 01 22   12:30 p.m.", date(2004, 1, 22)),
    (FR, "du 13 DÉCEMBRE 2014", "13 DÉCEMBRE 2014", date(2014, 12, 13)),
]


@pytest.mark.parametrize(("language", "text", "words", "day"), WRITTEN)
def test_a_date_is_found_with_its_words(language: Language, text: str, words: str, day: date) -> None:
    (found,) = find_dates(text, language)
    assert text[found.start : found.end] == words
    assert found.day == day
    assert found.last_day is None


RANGES = [
    (FR, "Les 30 juin et 1er juillet 2022", date(2022, 6, 30), date(2022, 7, 1)),
    (FR, "du 3 au 5 mai 2021", date(2021, 5, 3), date(2021, 5, 5)),
    (FR, "du 28 décembre 2021 au 2 janvier 2022", date(2021, 12, 28), date(2022, 1, 2)),
    (FR, "les 14, 15 et 16 juin 2021", date(2021, 6, 14), date(2021, 6, 16)),
    (EN, "3-5 May 2021", date(2021, 5, 3), date(2021, 5, 5)),
    (EN, "from 28 June to 2 July 2022", date(2022, 6, 28), date(2022, 7, 2)),
    (EN, "May 3–5, 2021", date(2021, 5, 3), date(2021, 5, 5)),
    (EN, "April 30 to May 2, 2022", date(2022, 4, 30), date(2022, 5, 2)),
    (EN, "on 20 and 21 May 2021", date(2021, 5, 20), date(2021, 5, 21)),
]


@pytest.mark.parametrize(("language", "text", "first", "last"), RANGES)
def test_a_range_gives_both_its_days(language: Language, text: str, first: date, last: date) -> None:
    (found,) = find_dates(text, language)
    assert (found.day, found.last_day) == (first, last)


def test_days_joined_by_and_that_do_not_touch_are_two_dates() -> None:
    first, second = find_dates("on 3 and 17 May 2021", EN)
    assert (first.day, second.day) == (date(2021, 5, 3), date(2021, 5, 17))
    assert first.end <= second.start


def test_a_yearless_date_takes_the_year_of_its_context() -> None:
    (found,) = find_dates("on 20-21 May in Riga", EN, year=2022)
    assert (found.day, found.last_day, found.has_year) == (date(2022, 5, 20), date(2022, 5, 21), False)


def test_without_any_year_the_day_stays_open() -> None:
    (found,) = find_dates("le 20 mai à Riga", FR)
    assert (found.day, found.last_day, found.month, found.number) == (None, None, 5, 20)


TIMES = [
    (FR, "Mis à jour le: 18 May. 2021 13:52", time(13, 52), ""),
    (FR, "le 3 mai 2021 à 13 h 52 (heure de Bruxelles)", time(13, 52), "Europe/Brussels"),
    (FR, "le 3 mai 2021 à 13\u00a0h\u00a052", time(13, 52), ""),
    (FR, "le lundi 14 juin 2021 à midi", time(12), ""),
    (FR, "jusqu’au 15 mars 2024 à 17 h (heure de Paris)", time(17), "Europe/Paris"),
    (EN, "on May 3, 2021 at 1:30 p.m. CET", time(13, 30), "+01:00"),
    (EN, "at 2 p.m. on Monday, 14 June 2021", time(14), ""),
    (EN, "00:01 on 3 May 2022", time(0, 1), ""),
    (EN, "12:30 p.m. on 3 May 2022", time(12, 30), ""),
    (EN, "12 a.m. on 3 May 2022", time(0), ""),
    (EN, "2021-05-17T13:52+02:00", time(13, 52), "+02:00"),
    (EN, "3 January 2022 09:30 GMT", time(9, 30), "+00:00"),
    (EN, "3 January 2022, 0930 hrs", time(9, 30), ""),
]


@pytest.mark.parametrize(("language", "text", "at", "zone"), TIMES)
def test_a_time_beside_a_date_belongs_to_it(language: Language, text: str, at: time, zone: str) -> None:
    (found,) = find_dates(text, language)
    assert (found.at, found.zone) == (at, zone)


@pytest.mark.parametrize(
    "text",
    [
        "they may 5 times",
        "31 April 2021",
        "29 février 2021",
        "Version 9.4.1",
        "1979-2006: Accords",
        "sept 12 personnes",
        "March on",
        "le second mars",
        "Article 5",
        "10/10",
        "3.5.1",
        "Je, we, sa",
        "99/99/2021",
        "https://example.org/2021/05",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    for language in Language:
        assert find_dates(text, language) == ()


def test_a_number_after_a_year_is_no_part_of_the_date() -> None:
    (found,) = find_dates("le 17 mai 2021 3 500 militaires", FR)
    assert (found.end, found.day, found.at) == (14, date(2021, 5, 17), None)


def test_the_weekday_is_kept_as_written_true_or_not() -> None:
    (found,) = find_dates("le mardi 14 juin 2021", FR)
    assert found.day is not None
    assert (found.weekday, found.day.weekday()) == (1, 0)


@given(
    st.dates(date(1900, 1, 1), date(2999, 12, 31)),
    st.sampled_from(list(Language)),
    st.booleans(),
    st.booleans(),
    st.sampled_from([" ", NO_BREAK]),
)
def test_what_is_written_is_read_again(
    day: date, language: Language, month_first: bool, weekday: bool, space: str
) -> None:
    written = write_day(day, language, month_first=month_first).replace(" ", space)
    name = f"{weekday_name(day.weekday(), language)}{',' if language is EN else ''} " if weekday else ""
    (found,) = find_dates(f"x ({name}{written}) y", language)
    assert found.day == day
    assert found.weekday == (day.weekday() if weekday else None)


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.sampled_from(list(Language)))
def test_a_date_in_figures_is_read_again(day: date, language: Language) -> None:
    (found,) = find_dates(f"x ({day.isoformat()}) y", language)
    assert found.day == day


def written_range(first: date, last: date, language: Language) -> str:
    """Return “3–5 May 2021”, « du 28 juin au 2 juillet 2022 »: month and year once where both days share them."""
    begin = day_number(first.day, language)
    if (first.year, first.month) != (last.year, last.month):
        begin = f"{begin} {month_name(first.month, language)}" + (f" {first.year}" if first.year != last.year else "")
    if language is FR:
        return f"du {begin} au {write_day(last, language)}"
    return f"{begin}{'–' if begin.isdigit() else ' to '}{write_day(last, language)}"


@given(st.dates(date(1900, 1, 1), date(2990, 1, 1)), st.integers(1, 800), st.sampled_from(list(Language)))
def test_a_written_range_is_read_again(first: date, days: int, language: Language) -> None:
    last = date.fromordinal(first.toordinal() + days)
    (found,) = find_dates(written_range(first, last, language), language)
    assert (found.day, found.last_day) == (first, last)


@given(st.text(max_size=80), st.sampled_from(list(Language)))
def test_any_text_is_read_and_dates_stay_inside_it(text: str, language: Language) -> None:
    for found in find_dates(text, language, 2020):
        assert 0 <= found.start < found.end <= len(text)
