"""Every rule of agreement on pairs kept as data: what is planted is found by its rule, what is right raises nothing."""

import json
from datetime import date
from pathlib import Path

import pytest
from checking import NATO, release

from editor.checks.finding import Level
from editor.checks.run import check
from editor.model.language import Bilingual
from editor.model.people import Gender, Participant
from editor.model.release import Release

DATA = {
    rule: cases
    for rule, cases in json.loads((Path(__file__).parent / "agreement.json").read_text(encoding="utf-8")).items()
    if rule != "note"
}
PEOPLE = (
    Participant(
        "p1",
        Bilingual("Ada Lovell", "Ada Lovell"),
        (Bilingual("Director of the Lake Office", "directrice de l’Office du lac"),),
        gender=Gender.FEMININE,
    ),
    Participant(
        "p2",
        Bilingual("Bogdan Petrić", "Bogdan Petrić"),
        (Bilingual("President of Marvia", "président de la Marvie"),),
        gender=Gender.MASCULINE,
    ),
)
WHOLE = {"X27", "X47", "X48", "X50"}
"""Rules about a whole release, which one pair cannot satisfy."""


def spoken(en, fr):
    """The rules of agreement that speak of a pair, hints aside."""
    doc = release((en, fr), participants=PEOPLE, release=Release(date=date(2021, 5, 17)))
    found = check(doc, NATO)
    return [
        each.rule for each in found if each.rule[0] == "X" and each.level is not Level.HINT and each.rule not in WHOLE
    ]


def cases(kind):
    return [(rule, en, fr) for rule, each in DATA.items() for en, fr in each[kind]]


@pytest.mark.parametrize(("rule", "en", "fr"), cases("planted"))
def test_what_is_planted_is_found_by_its_rule_alone(rule, en, fr):
    assert set(spoken(en, fr)) - {"X39"} | {rule} == {rule}
    assert rule in spoken(en, fr)


@pytest.mark.parametrize(("rule", "en", "fr"), cases("right"))
def test_what_is_right_raises_no_alarm(rule, en, fr):
    assert spoken(en, fr) == []


def test_every_rule_has_three_of_each():
    assert [rule for rule, each in DATA.items() if min(len(each["planted"]), len(each["right"])) < 3] == []
