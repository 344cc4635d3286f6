"""Houses that speak: their full names from what the text says of them."""

import pytest

from editor.model.language import Language
from editor.text.houses import Houses, document_of, houses_in, is_house, kind_of

EN, FR = Language.EN, Language.FR


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (FR, "L'ONG Port Ouvert (PO) a écrit aux ministres.", ["Port Ouvert"]),
        (FR, "La Fédération romande de voile salue la décision.", ["Fédération romande de voile"]),
        (
            FR,
            "La Chambre de commerce du Gor occidental tient à féliciter les lauréats.",
            ["Chambre de commerce du Gor occidental"],
        ),
        (FR, "Rives Libres, une association de riverains, a saisi le tribunal.", ["Rives Libres"]),
        (FR, "À propos de la Fondation Lacombe", ["Fondation Lacombe"]),
        (EN, "The charity Open Harbour wrote to ministers.", ["Open Harbour"]),
        (EN, "The Lake Valley Trust and the Council of Lakes agree.", ["Lake Valley Trust", "Council of Lakes"]),
        (EN, "Harbour Watch International (HWI) has counted the ships.", ["Harbour Watch International"]),
        (EN, "About Roads Ltd", ["Roads Ltd"]),
    ],
)
def test_houses_are_named_in_a_paragraph(language: Language, text: str, names: list[str]) -> None:
    assert [house.name for house in houses_in(text, language)][: len(names)] == names


@pytest.mark.parametrize(
    "text",
    [
        "L'organisation a nommé Luc Bel à sa tête.",
        "Le gouvernement du Mali a signé.",
        "La Commission a tranché.",
    ],
)
def test_a_kind_alone_a_person_and_a_state_name_no_house(text: str) -> None:
    assert houses_in(text, FR) == ()


def test_a_house_is_known_by_its_kind() -> None:
    assert kind_of("l’association") == "association"
    assert is_house("the charity")
    assert not is_house("the charming harbour")


def test_a_paper_speaks_for_whoever_wrote_it() -> None:
    assert document_of("le communiqué d’Ouestrail") == "Ouestrail"
    assert document_of("the statement from Roads Ltd") == "Roads Ltd"
    assert document_of("the roads") == ""


def test_the_kind_means_the_house_of_that_kind_named_nearest_before() -> None:
    paragraphs = ["Titre", "L'association Rives Libres a écrit.", "Texte.", "La fondation Deux-Lacs a payé."]
    houses = Houses(paragraphs, FR, ())

    assert houses.called("l’association", 2) == "Rives Libres"
    assert houses.called("la fondation", 3) == "Deux-Lacs"
    assert houses.called("l’ONG", 1) == "Rives Libres"
    assert houses.called("le tribunal", 3) == ""


def test_a_short_form_is_told_in_full() -> None:
    houses = Houses(["Title", "Harbour Watch International (HWI) has counted the ships."], EN, ())

    assert houses.called("HWI", 1) == "Harbour Watch International"


def test_a_firm_named_in_the_headline_alone_is_meant_by_its_kind() -> None:
    houses = Houses(["Dorval : recul des ventes", "L'entreprise a constaté une baisse."], FR, ())

    assert houses.called("l’entreprise", 1) == "Dorval"
    assert houses.called("le gouvernement", 1) == ""


def test_a_person_is_no_house() -> None:
    houses = Houses(["Titre", "L'opérateur Luc Roy a répondu."], FR, {"Luc Roy"})

    assert houses.called("l’opérateur", 1) == ""
