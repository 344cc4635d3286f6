"""Dates and times: equal on both sides, true, and in the form of language and house."""

from dataclasses import replace
from datetime import date

import pytest
from checking import NATO, english, findings, french, release, repaired, row

from editor.model.language import Bilingual, Language
from editor.model.profile import TimeForm
from editor.model.release import Release


@pytest.mark.parametrize(
    ("rule", "en", "fr", "wanted"),
    [
        ("X10", "They met on 14 June 2021.", "Ils se sont vus le 15 juin 2021.", "Ils se sont vus le 14 juin 2021."),
        ("X10", "They met on 1 July.", "Ils se sont vus le 1er juin.", "Ils se sont vus le 1er juillet."),
        ("X10", "Since 2 May 2019.", "Depuis le 2 mai 2018.", "Depuis le 2 mai 2019."),
        ("X10", "In May 2021 they met.", "En juin 2021, ils se sont vus.", "En mai 2021, ils se sont vus."),
        ("X11", "On Monday 17 May 2021.", "Le mardi 17 mai 2021.", "Le lundi 17 mai 2021."),
        ("X13", "It began at 1:30 p.m.", "Début à 13 h 45.", "Début à 13\u00a0h\u00a030."),
        ("X13", "It began at noon.", "Début à minuit.", None),
        ("X13", "It began at 13:00 CET.", "Début à 13 h 00 (heure de New York).", None),
    ],
)
def test_a_planted_difference_is_found_and_mended(rule, en, fr, wanted):
    doc = row(en, fr)
    assert len(findings(rule, doc)) == 1
    if wanted:
        after = repaired(rule, doc)
        assert after.rows[0].text(Language.FR) == wanted
        assert findings(rule, after) == ()


@pytest.mark.parametrize(
    ("en", "fr"),
    [
        ("On Monday, 14 June at 1:30 p.m.", "Le lundi 14 juin à 13 h 30"),
        ("on 17 May 2021", "le 17 mai"),
        ("from 1 to 10 June", "du 1er au 10 juin"),
        ("14 and 15 June", "les 14 et 15 juin"),
        ("at 12:30 p.m.", "à 12 h 30"),
        ("at 12:15 a.m.", "à 0 h 15"),
        ("at noon", "à midi"),
        ("at 13:00 CEST", "à 13 h (heure de Bruxelles)"),
        ("He may go in March.", "Il ira en mars."),
        ("on the 14th", "le 14 juin"),
        ("the second meeting of May", "la deuxième réunion de mai"),
        ("since May 2021, in October of 2014", "depuis mai 2021, en octobre 2014"),
        ("on 17 May 2021", "le 17 mai 2021, en mai 2021"),
    ],
)
def test_the_same_day_and_hour_in_another_dress_is_right(en, fr):
    assert [rule for rule in ("X10", "X11", "X13") if findings(rule, row(en, fr))] == []


def test_a_date_on_one_side_alone_is_found():
    (found,) = findings("X10", row("They met on 14 June.", "Ils se sont vus."))
    assert found.mend is None


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("F17", "le 17 May. 2021", "le 17 mai 2021"),
        ("F17", "le 17 Mai 2021", "le 17 mai 2021"),
        ("F17", "le 17 mai, 2021", "le 17 mai 2021"),
        ("F17", "le 17e mai 2021", "le 17 mai 2021"),
        ("F17", "le 1 juin", "le 1er juin"),
        ("F17", "May 17, 2021", "17 mai 2021"),
        ("F19", "le 17/05/2021", "le 17 mai 2021"),
        ("F19", "le 2021-05-17", "le 17 mai 2021"),
        ("F21", "à 13:52", "à 13\u00a0h\u00a052"),
        ("F21", "à 13h52", "à 13\u00a0h\u00a052"),
        ("F21", "à 1:52 p.m.", "à 13\u00a0h\u00a052."),
        ("F21", "à 9h", "à 9\u00a0h"),
    ],
)
def test_french_dates_and_times_take_their_form(rule, text, wanted):
    assert french(rule, text) == wanted


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("F17", "le 17 mai 2021, le 1er juin, 18 DÉCEMBRE 2014, le 14 Juillet, 6 sept. 2021"),
        ("F17", "du 1er au 10 juin, les 14 et 15 juin, le 31 avril"),
        ("F18", "le 29 février 2020, le 31 mai, le 29 février"),
        ("F19", "voir https://lake.example/2021-05-17/ et A/2021-05-17-01"),
        ("F21", "à 13\u00a0h\u00a052, pendant 48 heures"),
    ],
)
def test_right_french_dates_and_times_stay(rule, text):
    assert findings(rule, row(fr=text)) == ()


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("E07", "on the 17th of May 2021", "on 17 May 2021"),
        ("E07", "on May 17, 2021", "on 17 May 2021"),
        ("E07", "17 May, 2021", "17 May 2021"),
        ("E07", "17 May. 2021", "17 May 2021"),
        ("E07", "the 4th-5th February", "4-5 February"),
        ("E07", "le 17 mai 2021", "le 17 May 2021"),
        ("E09", "at 1:52 p.m. CET", "at 13:52 CET"),
        ("E09", "at 9 am", "at 9:00"),
        ("E09", "at 13h52", "at 13:52"),
    ],
)
def test_english_dates_and_times_take_their_form(rule, text, wanted):
    assert english(rule, text) == wanted


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("E07", "on 17 May 2021; in May 10 countries met; 18 DECEMBER 2014; from 1 to 10 June; 28 Feb 2021"),
        ("E08", "on 29 February 2020 and 31 May"),
        ("E09", "at 13:52, at 9:05, at noon (UTC +08h00)"),
    ],
)
def test_right_english_dates_and_times_stay(rule, text):
    assert findings(rule, row(en=text)) == ()


@pytest.mark.parametrize(
    ("rule", "texts"),
    [
        ("F18", ("", "le 31 avril 2021")),
        ("F18", ("", "le 29 février 2021")),
        ("E08", ("on 31 April 2021", "")),
        ("E08", ("on 04/05/2021", "")),
    ],
)
def test_days_the_calendar_does_not_have_are_found(rule, texts):
    (found,) = findings(rule, row(*texts))
    assert found.mend is None


def test_a_house_may_put_the_month_first():
    house = replace(NATO, month_first=True)
    assert findings("E07", row(en="on May 17, 2021"), house) == ()
    assert english("E07", "on May 17th, 2021", house) == "on May 17, 2021"


def test_a_house_may_write_twelve_hours():
    house = replace(NATO, time_form=Bilingual(TimeForm.TWELVE_HOURS, TimeForm.FRENCH))
    assert english("E09", "at 13:52", house) == "at 1:52\u00a0p.m."


DATED = Release(date=date(2021, 5, 17))


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("Today (17 May 2021), he came.", "Aujourd’hui (17 mai 2021), il est venu.", 0),
        ("Today (18 May 2021), he came.", "Aujourd’hui (17 mai 2021), il est venu.", 1),
        ("Yesterday (16 May 2021), he came.", "Hier (16 mai 2021), il est venu.", 0),
        ("Yesterday he came.", "Demain il viendra.", 1),
        ("Yesterday he came.", "Il est venu.", 1),
        ("Today, he came.", "Ce lundi, il est venu.", 0),
        ("The world of today needs it.", "Le monde actuel en a besoin.", 0),
        ("He is actually able.", "Il est aujourd’hui capable.", 0),
        ("He said: “I go tomorrow.”", "Il a dit\u00a0: «\u00a0J’y vais.\u00a0»", 0),
    ],
)
def test_words_of_the_day(en, fr, count):
    assert len(findings("X12", release((en, fr), release=DATED))) == count


def test_a_weekday_without_a_year_is_that_of_the_release():
    assert len(findings("X11", release(("", "Le mardi 17 mai"), release=DATED))) == 1
    assert findings("X11", release(("", "Le lundi 17 mai"), release=DATED)) == ()
