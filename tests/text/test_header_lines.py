import pytest

from editor.model.language import Language
from editor.text.header_lines import is_header_line

FR = Language.FR


@pytest.mark.parametrize(
    "line",
    [
        "  • 17 May. 2021 -",
        "  • |",
        "  • Mis à jour le: 18 May. 2021 13:52",
        "📅 04 Septembre 2024",
        "12 mai 2011",
        "Press Release (2021) 078",
        "Français",
        "English | Français",
        "EN / FR",
        "(English follows)",
        "VERSION FRANÇAISE",
        "Publié le 02/06/2023 à 09h15 – Mis à jour le 03/06/2023 à 18 h 40",
    ],
)
def test_dates_bars_and_references_are_header_lines(line: str) -> None:
    assert is_header_line(line, FR)


@pytest.mark.parametrize("line", ["La séance du 12 mai 2011 a été levée.", "Paris", "Une date : le 3 mai, à retenir"])
def test_a_sentence_with_a_date_is_no_header_line(line: str) -> None:
    assert not is_header_line(line, FR)
