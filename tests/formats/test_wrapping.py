import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.formats.wrapping import unwrapped

PARAGRAPHS = (
    "L’autorité portuaire ouvre un deuxième quai",
    (
        "MIRABEL, le 3 mars 2026 – La directrice de l’Autorité portuaire a ouvert aujourd’hui un deuxième quai, "
        "en présence du président de l’Union des ports et des pêcheurs de la côte."
    ),
    (
        "«\u00a0Ce quai protège nos côtes\u00a0», a-t-elle déclaré. «\u00a0Nous en avions besoin, nous l’avons attendu "
        "neuf ans, et le voilà enfin\u00a0», a-t-elle ajouté devant les marins."
    ),
)


def wrapped(width):
    return "\n\n".join(textwrap.fill(each, width, break_on_hyphens=False) for each in PARAGRAPHS).split("\n")


@pytest.mark.parametrize("width", [60, 65, 72, 76, 80])
def test_a_wrapped_text_is_joined_to_its_paragraphs(width):
    found = unwrapped(wrapped(width))
    assert found.lines == PARAGRAPHS
    assert found.joined > 2


def test_a_text_with_a_paragraph_a_line_stays_as_it_is():
    lines = ("Titre", "", *PARAGRAPHS, "", "  • un", "  • deux")
    assert unwrapped(lines).lines == lines


def test_the_lines_of_an_address_stay_lines():
    address = ["Contact", "Odile Tarrant", "Autorité portuaire", "press@port.example"]
    assert unwrapped([*wrapped(72), "", *address]).lines[-4:] == tuple(address)


def test_items_of_a_list_are_joined_each_by_itself():
    items = [f"  • un point de la liste numéro {n}, assez long pour occuper deux lignes du texte" for n in range(4)]
    lines = [line for item in items for line in textwrap.wrap(item, 60, subsequent_indent="    ")]
    assert unwrapped(lines).lines == tuple(items)


def test_short_lines_are_verses_and_not_wrapped():
    lines = ("Un bac", "part à midi", "sans bruit", "vers Mirabel") * 3
    assert unwrapped(lines).lines == lines


@given(st.lists(st.text("ab é\u00a0-•1.", max_size=120), max_size=12))
def test_no_character_but_spaces_is_lost(lines):
    found = unwrapped(lines)
    assert "".join("".join(found.lines).split(" ")) == "".join("".join(lines).split(" "))
