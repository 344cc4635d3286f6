"""States in both languages."""

import pytest

from editor.model.language import Language
from editor.text.countries import country_in, state
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
