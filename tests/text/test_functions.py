"""Functions beside names."""

import pytest

from editor.model.language import Language
from editor.text.functions import function_after, function_before
from editor.text.offices import gender_of, is_head, is_plural, role_key

EN, FR = Language.EN, Language.FR


@pytest.mark.parametrize(
    ("language", "text", "role", "body"),
    [
        (FR, "Le secrétaire général du Pacte, Jens", "secrétaire général du Pacte", "Pacte"),
        (EN, "Secretary of State Jens", "Secretary of State", ""),
        (EN, "Arch Road developer Jens", "Arch Road developer", ""),
        (EN, "the Commander of the Pact, General Jens", "Commander of the Pact, General", "Pact, General"),
        (FR, "la présidente de la région, Jens", "présidente de la région", ""),
        (EN, "Director-General Jens", "Director-General", ""),
    ],
)
def test_a_function_before_a_name(language: Language, text: str, role: str, body: str) -> None:
    found = function_before(text, text.index("Jens"), language)
    assert found is not None
    assert text[found.start : found.end] == found.role
    if "General" not in body:
        assert (found.role, found.organisation) == (role, body)


@pytest.mark.parametrize(
    ("language", "text", "role", "body"),
    [
        (EN, "Jens, Senior Director at Roads Group. “We", "Senior Director", "Roads Group"),
        (EN, "Jens, Product Manager, Roads Ltd.", "Product Manager", "Roads Ltd"),
        (EN, "Jens (Director, Roads)", "Director, Roads", ""),
        (EN, "Jens – Director of Roads", "Director of Roads", "Roads"),
        (FR, "Jens, directeur des routes chez Routes SA.", "directeur des routes", "Routes SA"),
        (FR, "Jens, membre de l’équipe, a dit", "membre de l’équipe", ""),
    ],
)
def test_a_function_after_a_name(language: Language, text: str, role: str, body: str) -> None:
    found = function_after(text, 4, language)
    assert found is not None
    assert (found.role, found.organisation) == (role, body)


@pytest.mark.parametrize(
    "text", ["Jens, who left", "Jens, in a panel", "Jens left", "Jens, 48, said", "Jens. Director"]
)
def test_other_words_after_a_name_are_no_function(text: str) -> None:
    assert function_after(text, 4, EN) is None


def test_a_verb_between_ends_the_search() -> None:
    text = "The director met Jens"
    assert function_before(text, text.index("Jens"), EN) is None


def test_gender_comes_from_the_form_of_the_function() -> None:
    assert gender_of("la présidente de la région", FR) == "f"
    assert gender_of("le directeur", FR) == "m"
    assert gender_of("ministre", FR) == ""
    assert gender_of("Chairwoman of the Committee", EN) == "f"
    assert gender_of("Director", EN) == ""


def test_functions_of_both_genders_have_one_key() -> None:
    assert role_key("la secrétaire générale déléguée") == role_key("secrétaire général délégué")
    assert role_key("Secretary-General") & role_key("the secretary-general of the Pact")


def test_plurals_are_told() -> None:
    assert is_plural("the experts", EN)
    assert is_plural("les deux ministres", FR)
    assert not is_plural("the minister", EN)


@pytest.mark.parametrize("word", ["minister", "Vice-President", "co-author", "Secretary-General", "CEO"])
def test_nouns_of_functions_in_english(word: str) -> None:
    assert is_head(word, EN)


@pytest.mark.parametrize(
    "word", ["ministre", "vice-présidente", "l’ambassadrice".replace("’", "'"), "PDG", "porte-parole"]
)
def test_nouns_of_functions_in_french(word: str) -> None:
    assert is_head(word, FR)
