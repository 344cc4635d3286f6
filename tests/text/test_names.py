"""Capitalised words that may be names of persons."""

import pytest

from editor.model.language import Language
from editor.text.names import find_candidates, proper_name


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("Fatou DIOUF", "Fatou Diouf"),
        ("MARIE-CLAIRE SUÁREZ-POTTS", "Marie-Claire Suárez-Potts"),
        ("J.R. Smith", "J.R. Smith"),
        ("Robin\u00a0H. Johnson", "Robin H. Johnson"),
        ("Ann Bell", "Ann Bell"),
        ("Macky SY", "Macky Sy"),
    ],
)
def test_loud_capitals_become_usual_ones(written: str, usual: str) -> None:
    assert proper_name(written) == usual


@pytest.mark.parametrize(
    ("language", "text", "name", "honorific", "gender"),
    [
        (Language.EN, "Mr. Anders Fogh Lykke", "Anders Fogh Lykke", "Mr.", "m"),
        (Language.FR, "Mme\u00a0Anne Bel", "Anne Bel", "Mme", "f"),
        (Language.FR, "M. Roy", "Roy", "M.", "m"),
        (Language.FR, "Dr Fatou DIOUF", "Fatou Diouf", "Dr", ""),
        (Language.EN, "the Rt Hon Gareth Pym MP", "Gareth Pym", "Rt", ""),
        (Language.EN, "Her Excellency Ann Bell", "Ann Bell", "Her Excellency", "f"),
        (Language.FR, "l’honorable Thérèse Oakley", "Thérèse Oakley", "l'honorable", ""),
    ],
)
def test_an_honorific_is_taken_apart_from_its_name(
    language: Language, text: str, name: str, honorific: str, gender: str
) -> None:
    (found,) = find_candidates(text, language)
    assert (found.name, found.honorific, found.gender) == (name, honorific, gender)
    assert found.outer <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (Language.EN, "National Cyber Director Chris Ingram", ["Chris Ingram"]),
        (Language.EN, "Ursula von der Heyde met Ali bin Saleh", ["Ursula von der Heyde", "Ali bin Saleh"]),
        (Language.FR, "L’OTAN et Jens Lykke", ["Jens Lykke"]),
        (Language.FR, "Peter Lund de SNT", ["Peter Lund"]),
        (Language.FR, "Stéphane Le Guen", ["Stéphane Le Guen"]),
        (Language.EN, "Canada’s Ann Bell", ["Ann Bell"]),
        (Language.EN, "the United Nations and the World Bank", []),
    ],
)
def test_titles_places_and_bodies_are_cut_off(language: Language, text: str, names: list[str]) -> None:
    assert [found.name for found in find_candidates(text, language)] == names


def test_a_name_with_capitals_after_it_is_marked() -> None:
    (found,) = find_candidates("the Jean Monnet Programme", Language.EN)
    assert found.trailing


def test_in_english_a_lone_m_is_an_initial() -> None:
    (found,) = find_candidates("M. Night Shyamalan", Language.EN)
    assert (found.name, found.honorific) == ("M. Night Shyamalan", "")
