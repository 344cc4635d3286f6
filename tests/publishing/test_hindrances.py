from dataclasses import replace

import pytest
from generated import NOON

from editor.checks.finding import Finding, Level
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


def stale_row():
    agreed = replace(row("r1"), confirmation=Confirmation(Bilingual("One.", "Un."), "Ada Lovell", NOON))
    return agreed.having(Language.FR, (Passage("Deux."),))


ENGLISH = found("E07", row("r1").address(Language.EN, 0, 0, 3))
FRENCH = found("F17", row("r1").address(Language.FR, 0, 0, 2))
BOTH = found("X01", row("r1").address(Language.EN))
FIELD = found("R34", Address(Part.RELEASE, field="reference"))
ENGLISH_FIELD = found("R34", Address(Part.RELEASE, field="headline.en"))
FRENCH_FIELD = found("R04", Address(Part.RELEASE, field="place.fr"))
ALL = (ENGLISH, FRENCH, BOTH, FIELD, ENGLISH_FIELD, FRENCH_FIELD)


def test_every_error_hinders_the_publication_of_both_languages():
    assert hindrances(Communique((row("r1"),)), ALL, Shape.BILINGUAL) == ALL


@pytest.mark.parametrize("level", [Level.WARNING, Level.HINT])
def test_what_is_no_error_hinders_nothing(level):
    assert hindrances(Communique((row("r1"),)), [replace(each, level=level) for each in ALL], Shape.BILINGUAL) == ()


@pytest.mark.parametrize("shape", [Shape.EN, Shape.ITEM_EN])
def test_of_one_language_alone_neither_the_other_nor_the_comparison_hinders(shape):
    assert hindrances(Communique((row("r1"),)), ALL, shape) == (ENGLISH, FIELD, ENGLISH_FIELD)


@pytest.mark.parametrize("shape", [Shape.FR, Shape.ITEM_FR])
def test_french_alone_is_hindered_by_french_and_by_what_has_no_language(shape):
    assert hindrances(Communique((row("r1"),)), ALL, shape) == (FRENCH, FIELD, FRENCH_FIELD)


@pytest.mark.parametrize("shape", Shape)
def test_a_stale_pair_hinders_every_shape(shape):
    (hindrance,) = hindrances(Communique((stale_row(),)), (), shape)
    assert (hindrance.rule, hindrance.level) == ("X37", Level.ERROR)
    assert hindrance.where == Address(Part.ROW, "r1", Language.FR)


def test_a_stale_pair_that_a_check_has_told_is_told_once():
    told = found("X37", stale_row().address(Language.FR))
    assert hindrances(Communique((stale_row(),)), (told,), Shape.EN) == (told,)
