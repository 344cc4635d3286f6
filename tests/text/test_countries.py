"""States in both languages."""

import pytest

from editor.model.language import Language
from editor.text.countries import all_states, country_in, state, state_named
from editor.text.lexicon import table


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        (Language.EN, "President of the Republic of Serbia", "RS"),
        (Language.EN, "the United States’ review", "US"),
        (Language.EN, "French Foreign Minister", "FR"),
        (Language.EN, "Bosnia and Herzegovina", "BA"),
        (Language.EN, "a U.S. envoy", "US"),
        (Language.FR, "ministre des Affaires étrangères de Côte d’Ivoire", "CI"),
        (Language.FR, "le général tchèque", "CZ"),
        (Language.FR, "la Macédoine du Nord", "MK"),
        (Language.FR, "la Corée du Sud", "KR"),
        (Language.EN, "the council", ""),
    ],
)
def test_a_state_is_known_by_name_or_adjective(language: Language, text: str, code: str) -> None:
    assert country_in(text, language) == code


def test_every_state_has_both_names() -> None:
    rows = table("countries")["states"]
    assert len(rows) >= 193
    assert len({row["code"] for row in rows}) == len(rows)
    for row in rows:
        found = state(row["code"])
        assert found is not None
        assert found.name(Language.EN)
        assert found.name(Language.FR)


def test_a_code_no_state_has_gives_none() -> None:
    assert state("ZZ") is None


@pytest.mark.parametrize(
    ("code", "sentence", "of", "inside"),
    [
        ("RS", "la Serbie", "de la Serbie", "en Serbie"),
        ("XK", "le Kosovo", "du Kosovo", "au Kosovo"),
        ("US", "les États-Unis", "des États-Unis", "aux États-Unis"),
        ("AL", "l’Albanie", "de l’Albanie", "en Albanie"),
        ("CY", "Chypre", "de Chypre", "à Chypre"),
        ("IL", "Israël", "d’Israël", "en Israël"),
        ("GB", "le Royaume-Uni", "du Royaume-Uni", "au Royaume-Uni"),
        ("MX", "le Mexique", "du Mexique", "au Mexique"),
        ("NL", "les Pays-Bas", "des Pays-Bas", "aux Pays-Bas"),
        ("HU", "la Hongrie", "de la Hongrie", "en Hongrie"),
        ("CI", "la Côte d’Ivoire", "de la Côte d’Ivoire", "en Côte d’Ivoire"),
        ("IQ", "l’Iraq", "de l’Iraq", "en Iraq"),
    ],
)
def test_french_puts_article_and_preposition_before_a_state(code, sentence, of, inside):
    found = state(code)
    assert (found.in_sentence(Language.FR), found.of(Language.FR), found.inside(Language.FR)) == (sentence, of, inside)


def test_english_puts_the_before_some_states():
    assert state("NL").of(Language.EN) == "of the Netherlands"
    assert state("RS").inside(Language.EN) == "in Serbia"


@pytest.mark.parametrize("typed", ["be", "BE", "Belgium", "belgique", "la Belgique"])
def test_a_state_is_found_by_code_and_name_in_either_language(typed):
    assert state_named(typed).code == "BE"


def test_states_stand_in_the_order_of_the_alphabet_accents_aside():
    names = [each.french for each in all_states(Language.FR)]
    assert names.index("Égypte") < names.index("Émirats arabes unis") < names.index("Équateur") < names.index("Espagne")
    assert state_named("") is None
    assert state_named("Atlantis") is None
