"""Terminology: watched in confirmed pairs, in all forms of number and gender, the longest name first."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from checking import NATO, findings, repaired, row

from editor.checks.finding import Level
from editor.formats.profiles import load_profile
from editor.model.language import Bilingual, Language
from editor.model.rows import Confirmation
from editor.model.terms import Term, Termbase


def term(en, fr, en_forbidden="", fr_forbidden=""):
    cells = (tuple(cell.split("|")) if cell else () for cell in (en, fr, en_forbidden, fr_forbidden))
    a, b, c, d = cells
    return Term(Bilingual(a, b), Bilingual(c, d))


HOUSE = replace(
    NATO,
    terms=Termbase(
        lambda: (
            (
                term("lake ferry|ferry boat", "bac du lac|bac", "", "traversier"),
                term("council", "conseil"),
                term("Lake Council", "Autorité lacustre"),
                term("member state", "État membre"),
                term("WHO", "OMS"),
            ),
            (),
        )
    ),
)


def pair(en, fr):
    return row(en, fr, confirmation=Confirmation(Bilingual(en, fr), "A", datetime(2021, 5, 17, tzinfo=UTC)))


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("Two lake ferries left.", "Deux bacs du lac sont partis.", 0),
        ("Two ferry boats left.", "Deux bacs sont partis.", 0),
        ("Two lake ferries left.", "Deux bateaux sont partis.", 1),
        ("The boats left.", "Les bacs du lac sont partis.", 1),
        ("The Lake Council met.", "L’Autorité lacustre s’est réunie.", 0),
        ("The Lake Council met.", "Le Conseil s’est réuni.", 1),
        ("All Member States agreed.", "Tous les États membres sont d’accord.", 0),
        ("Those who came", "Ceux qui sont venus", 0),
        ("The WHO came", "Elle est venue", 1),
        ("See https://lake.example/council today", "Voir https://lake.example aujourd’hui", 0),
    ],
)
def test_a_term_stands_on_the_other_side(en, fr, count):
    found = findings("X31", pair(en, fr), HOUSE)
    assert [each.level for each in found] == [Level.WARNING] * count
    assert all(each.other for each in found)


def test_a_forbidden_name_is_an_error_and_is_written_as_the_house_does():
    doc = pair("The lake ferry left.", "Le traversier est parti.")
    assert Level.ERROR in [each.level for each in findings("X31", doc, HOUSE)]
    assert repaired("X31", doc, HOUSE).rows[0].text(Language.FR) == "Le bac du lac est parti."


def test_drafts_and_houses_that_do_not_watch_their_terms_are_let_be():
    en, fr = "Two lake ferries left.", "Deux bateaux sont partis."
    assert findings("X31", row(en, fr), HOUSE) == ()
    assert findings("X31", pair(en, fr), replace(HOUSE, checks_terms=False)) == ()


@pytest.mark.parametrize("name", ["nato", "eu", "canada", "france"])
def test_every_house_begins_with_institutional_terms_that_agree_with_themselves(name):
    profile = load_profile(name)
    assert len(profile.terms.terms) > 80
    for each in profile.terms.terms:
        for en in each.names.en:
            for fr in each.names.fr:
                assert findings("X31", pair(f"They spoke of {en} there.", f"Ils ont parlé de {fr}."), profile) == ()
