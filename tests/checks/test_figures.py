"""The values of both sides: planted differences are found, the same value in another dress is not."""

from datetime import UTC, datetime

import pytest
from checking import english, findings, french, repaired, row, words

from editor.model.language import Bilingual, Language
from editor.model.rows import Confirmation


@pytest.mark.parametrize(
    ("rule", "en", "fr", "wanted"),
    [
        ("X04", "We saw 35 ships.", "Nous avons vu 36 navires.", "Nous avons vu 35 navires."),
        (
            "X04",
            "The 3,500 monitors left.",
            "Les 3 700 observateurs sont partis.",
            "Les 3\u202f500 observateurs sont partis.",
        ),
        ("X04", "In all, 1,000.5 tonnes.", "Au total, 1 000,8 tonne.", "Au total, 1\u202f000,5 tonne."),
        ("X05", "It costs 1.5 billion.", "Cela coûte 1,5 million.", "Cela coûte 1,5 milliard."),
        ("X05", "It costs 3 billion.", "Cela coûte 3 billions.", "Cela coûte 3 milliards."),
        ("X05", "Some 20 thousand came.", "Quelque 20 millions sont venus.", "Quelque 20 mille sont venus."),
        ("X06", "Up 12.5%.", "En hausse de 12,8 %.", "En hausse de 12,5 %."),
        ("X06", "Up 12.5 per cent.", "En hausse de 12,5.", "En hausse de 12,5\u00a0%."),
        ("X06", "Up 3 percentage points.", "En hausse de 3 %.", None),
        ("X07", "It costs €20 million.", "Cela coûte 25 millions d’euros.", "Cela coûte 20 millions d’euros."),
        ("X07", "It costs €20.", "Cela coûte 20 dollars.", None),
        ("X07", "It costs US$5.", "Cela coûte 5 $ CA.", None),
        ("X09", "In the 21st century.", "Au XXe siècle.", None),
        ("X09", "The 3rd meeting.", "La 4e réunion.", "La 3e réunion."),
    ],
)
def test_a_planted_difference_is_found_and_mended(rule, en, fr, wanted):
    doc = row(en, fr)
    assert len(findings(rule, doc)) == 1
    if wanted:
        after = repaired(rule, doc)
        assert after.rows[0].text(Language.FR) == wanted
        assert after.rows[0].text(Language.EN) == en
        assert findings(rule, after) == ()


RULES = ("X04", "X05", "X06", "X07", "X09")


@pytest.mark.parametrize(
    ("en", "fr"),
    [
        ("€1.5 billion for 3,500 people", "1,5 milliard d’euros pour 3 500 personnes"),
        ("1,500 million", "1,5 milliard"),
        ("5 of the 12 parties", "cinq des douze parties"),
        ("seventy languages", "70 langues"),
        ("the 21st century", "le XXIe siècle"),
        ("the 1st and the 2nd", "la 1re et la deuxième"),
        ("12.5% and 10 per cent", "12,5\u00a0% et 10 pour cent"),
        ("20 to 30 million", "de 20 à 30 millions"),
        ("between 20% and 30%", "entre 20 et 30 %"),
        ("€20 to €30 million", "de 20 à 30 millions d’euros"),
        ("On Monday, 14 June at 1:30 p.m.", "Le lundi 14 juin à 13 h 30"),
        ("on 17 May 2021, 3,500 men", "le 17 mai 2021, 3 500 hommes"),
        ("in 2021, 27 states", "en 2021, 27 pays"),
        ("the G7, the P5+1 and an F-35", "le G7, le P5+1 et un F-35"),
        ("DebConf16", "DebConf 16"),
        ("Resolution 1244 (1999)", "la résolution 1244 (1999)"),
        ("He met the president.", "Le De Ce Me"),
        ("1 of them", "l’un d’eux"),
        ("$5 in all", "5 dollars en tout"),
        ("a dozen ships", "12 navires"),
        ("3 percentage points", "3 points de pourcentage"),
        ("at noon, two ships", "à midi, deux navires"),
        ("US$1 billion", "un milliard de dollars américains"),
    ],
)
def test_the_same_value_in_another_dress_is_right(en, fr):
    doc = row(en, fr)
    assert [(rule, words(findings(rule, doc), doc)) for rule in RULES if findings(rule, doc)] == []


def test_values_are_compared_only_where_both_sides_say_something():
    assert findings("X04", row("We saw 35 ships.", "")) == ()


def test_one_fact_gives_one_finding():
    doc = row(
        "It costs €20 million, up 5%, on 14 June.", "Cela coûte 25 millions d’euros, en hausse de 6 %, le 15 juin."
    )
    assert [rule for rule in (*RULES, "X10") if findings(rule, doc)] == ["X06", "X07", "X10"]


def test_a_value_said_once_more_is_a_doubt_only():
    (found,) = findings("X04", row("Some 35 ships.", "Les 35 navires, tous les 35."))
    assert found.level.name == "WARNING"


def test_the_side_that_changed_is_the_one_to_mend():

    then = Bilingual("We saw 35 ships.", "Nous avons vu 35 navires.")
    doc = row(
        then.en, "Nous avons vu 36 navires.", confirmation=Confirmation(then, "A", datetime(2021, 5, 17, tzinfo=UTC))
    )
    assert repaired("X04", doc).rows[0].text(Language.EN) == "We saw 36 ships."


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("F13", "les 12500 hommes", "les 12\u202f500 hommes"),
        ("F13", "les 1.301 tonnes", "les 1\u202f301 tonnes"),
        ("F13", "un total de 4.015.138 euros", "un total de 4\u202f015\u202f138 euros"),
        ("F13", "les 1,000,000 habitants", "les 1\u202f000\u202f000 habitants"),
        ("F14", "une hausse de 3.5 %", "une hausse de 3,5 %"),
        ("F14", "près de 2.5 fois plus", "près de 2,5 fois plus"),
        ("F14", "Quelque 9.7 milliards", "Quelque 9,7 milliards"),
        ("F15", "un plan de €1,5 milliard", "un plan de 1,5 milliard d’euros"),
        ("F15", "un billet de €20", "un billet de 20\u00a0€"),
        ("F15", "un coût de US$5", "un coût de 5\u00a0$ US"),
        ("F16", "la 1ère et la 2ème fois", "la 1re et la 2e fois"),
        ("F16", "le 1ier, le XXIème siècle, la 2nde", "le 1er, le XXIe siècle, la 2de"),
        ("F45", "1,5 billion d’euros", "1,5 milliard d’euros"),
        ("F45", "trois billions", "trois milliards"),
    ],
)
def test_french_figures_are_written_as_in_french(rule, text, wanted):
    assert french(rule, text) == wanted


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("F13", "en 2021, 2500 hommes, 12\u202f500 femmes, 12 500 enfants"),
        ("F13", "STANAG 45690, n° 12500, 75001 Paris, RFC 12345"),
        ("F13", "1,375 milliard et 0,125 %"),
        ("F14", "la version 9.4 apporte, PostgreSQL 9.4 améliore, la section 3.5 précise"),
        ("F14", "Avec la 9.4, à 13.52, sur lake.example"),
        ("F15", "1,5 milliard d’euros, 20 €, 5 $ US"),
        ("F16", "la 1re, le 2e, le XXIe, la 2de, Le De Ce Me"),
        ("F45", "un milliard"),
    ],
)
def test_right_french_figures_stay(rule, text):
    assert findings(rule, row(fr=text)) == ()


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("E10", "a rise of 1,5 points", "a rise of 1.5 points"),
        ("E10", "the 12500 people", "the 12,500 people"),
        ("E10", "the 12 500 people", "the 12,500 people"),
        ("E10", "some 1.000.000 people", "some 1,000,000 people"),
        ("E13", "a cost of 20 €", "a cost of €20"),
        ("E13", "a cost of € 20", "a cost of €20"),
        ("E13", "a cost of €20m", "a cost of €20 million"),
    ],
)
def test_english_figures_are_written_as_in_english(rule, text, wanted):
    assert english(rule, text) == wanted


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("E10", "the 3,500 people, 1.5 points, on 14,15 and 16 June, ISO 27001, in 2021"),
        ("E10", "items 1,2 and 3"),
        ("E13", "€20, US$5, €1.5 billion, 20 euros"),
    ],
)
def test_right_english_figures_stay(rule, text):
    assert findings(rule, row(en=text)) == ()
