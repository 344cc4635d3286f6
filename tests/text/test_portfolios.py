import pytest

from editor.model.language import Language
from editor.text.portfolios import more_offices, next_portfolio

EN, FR = Language.EN, Language.FR


@pytest.mark.parametrize(
    ("words", "language", "last"),
    [
        ("Minister of Fisheries, Oceans and the Coast Guard, spoke", EN, "Coast Guard"),
        ("ministre de l'Eau, de la Pêche et des Ports, a parlé", FR, "Ports"),
    ],
)
def test_a_function_goes_on_behind_a_comma_inside_its_portfolio(words, language, last):
    end = more_offices(words, words.index(","), language)
    assert end == words.index(last) + len(last)


def test_two_capitals_of_no_institution_are_rather_somebody():
    words = "Minister of Fisheries, Ann Bell and Carl Dorn"
    assert more_offices(words, words.index(","), EN) is None


def test_a_minister_may_hold_a_further_office_behind_a_comma():
    words = "vice-premier ministre, ministre des Lacs"
    assert next_portfolio(words, 0, words.index(","), FR) == len("vice-premier ministre, ministre")


@pytest.mark.parametrize("words", ["directeur du port, ministre des Lacs", "premier ministre, qui dirige"])
def test_only_ministers_hold_further_offices_so(words):
    assert next_portfolio(words, 0, words.index(","), FR) is None
