from dataclasses import replace

import pytest
from generated import NOON

from editor.checks.finding import Finding, Level
from editor.checks.run import check
from editor.formats.profiles import load_profile
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Confirmation, Row
from editor.publishing import Shape, hindrances
from editor.words import say

WHY = say("Something is wrong.")


def row(row_id, english="One.", french="Un."):
    return Row(row_id, Bilingual((Passage(english),), (Passage(french),)))


def found(rule, where, level=Level.ERROR):
    return Finding(where, WHY, rule=rule, level=level)


ENGLISH = found("E07", row("r1").address(Language.EN, 0, 0, 3))
FRENCH = found("F17", row("r1").address(Language.FR, 0, 0, 2))
BOTH = found("X01", row("r1").address(Language.EN))
FIELD = found("R34", Address(Part.RELEASE, field="reference"))
ENGLISH_FIELD = found("R34", Address(Part.RELEASE, field="headline.en"))
FRENCH_FIELD = found("R04", Address(Part.RELEASE, field="place.fr"))
ALL = (ENGLISH, FRENCH, BOTH, FIELD, ENGLISH_FIELD, FRENCH_FIELD)


def test_every_error_hinders_the_publication_of_both_languages():
    assert hindrances(ALL, Shape.BILINGUAL) == ALL


@pytest.mark.parametrize("level", [Level.WARNING, Level.HINT])
def test_what_is_no_error_hinders_nothing(level):
    assert hindrances([replace(each, level=level) for each in ALL], Shape.BILINGUAL) == ()


@pytest.mark.parametrize("shape", [Shape.EN, Shape.ITEM_EN])
def test_of_one_language_alone_neither_the_other_nor_the_comparison_hinders(shape):
    assert hindrances(ALL, shape) == (ENGLISH, FIELD, ENGLISH_FIELD)


@pytest.mark.parametrize("shape", [Shape.FR, Shape.ITEM_FR])
def test_french_alone_is_hindered_by_french_and_by_what_has_no_language(shape):
    assert hindrances(ALL, shape) == (FRENCH, FIELD, FRENCH_FIELD)


@pytest.mark.parametrize("shape", Shape)
def test_a_stale_pair_hinders_every_shape(shape):
    agreed = replace(row("r1"), confirmation=Confirmation(Bilingual("One.", "Un."), "Ada Lovell", NOON))
    stale = agreed.having(Language.FR, (Passage("Deux."),))
    found = check(Communique((stale,)), load_profile("nato"))
    assert stale.address(Language.FR) in {each.where for each in hindrances(found, shape)}
