"""The nouns of functions: gender, number, and which of two say the same."""

import pytest

from editor.model.language import Language
from editor.text.offices import article_gender, gender_of, in_singular, is_head, is_plural, role_key

EN, FR = Language.EN, Language.FR


@pytest.mark.parametrize("word", ["ministres", "vice-présidente", "co-autrice", "l’élue".replace("’", "'"), "PDG"])
def test_nouns_of_functions_are_known_in_their_forms(word: str) -> None:
    assert is_head(word, FR)


@pytest.mark.parametrize(
    ("text", "gender"), [("la ministre", "f"), ("le ministre", "m"), ("l'architecte", ""), ("une porte-parole", "f")]
)
def test_an_article_tells_the_gender_a_noun_does_not(text: str, gender: str) -> None:
    start = max(text.rfind(" "), text.rfind("'")) + 1
    assert article_gender(text, start, FR) == gender
    assert article_gender(text, start, EN) == ""


def test_a_form_tells_the_gender_of_a_function() -> None:
    assert gender_of("directrice générale", FR) == "f"
    assert gender_of("directeur général", FR) == "m"
    assert gender_of("ministre", FR) == ""


def test_what_several_are_is_said_of_one() -> None:
    assert is_plural("les deux ministres", FR)
    assert in_singular("députés de Gap", FR) == "député de Gap"


def test_both_genders_and_short_forms_are_one_function() -> None:
    assert role_key("directrice générale") == role_key("directeur général")
    assert role_key("PDG") == role_key("président directeur général")
