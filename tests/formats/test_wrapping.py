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
def test_no_letter_is_lost(lines):
    found = unwrapped(lines)
    assert letters("".join(found.lines)) == letters("".join(lines))


def letters(text):
    return [sign for sign in text if sign in "abé•"]


def test_a_margin_is_no_part_of_the_text():
    margin = [f"    {line}" if line else "" for line in wrapped(68)]
    assert unwrapped(margin).lines == PARAGRAPHS


def test_a_line_that_stands_in_belongs_to_its_item():
    items = [
        "    - Un bénéfice net de 155 millions au deuxième trimestre de 2007, contre",
        "      à peine 152 millions.",
        "    - Une perte de 12 millions.",
    ]
    found = unwrapped([*wrapped(72), "", *items])
    assert found.lines[-2:] == (
        "    - Un bénéfice net de 155 millions au deuxième trimestre de 2007, contre à peine 152 millions.",
        "    - Une perte de 12 millions.",
    )


PAGE = """\
Commission approves a new scheme to support the production
of batteries on the lake
Brussels, 14 February 2024
The Commission has approved, under the rules of the Union, a new scheme to
support the production of the equipment necessary for a long-
term change. The scheme will run until 31 December 2025, and aid will take the form of direct
grants. The infor-
mation is on the web.
In particular, the aid:
• will encourage the production of relevant equipment for the transition
towards a clean lake;
• will be granted no later than 31 December 2025, whatever the weather and whoever
asks for it.
2/3

Ann Lee, in charge of competition, said that it “helps the region to accelerate its
investments in batteries”.
Press contact
Ann Lee
press@lake.example"""


def test_a_page_copied_from_a_pdf_becomes_paragraphs():
    found = unwrapped(PAGE.split("\n"))
    assert found.lines == (
        "Commission approves a new scheme to support the production of batteries on the lake",
        "Brussels, 14 February 2024",
        (
            "The Commission has approved, under the rules of the Union, a new scheme to support the production of the "
            "equipment necessary for a long-term change. The scheme will run until 31 December 2025, and aid will take "
            "the form of direct grants. The information is on the web."
        ),
        "In particular, the aid:",
        "• will encourage the production of relevant equipment for the transition towards a clean lake;",
        "• will be granted no later than 31 December 2025, whatever the weather and whoever asks for it.",
        (
            "Ann Lee, in charge of competition, said that it “helps the region to accelerate its investments in "
            "batteries”."
        ),
        "Press contact",
        "Ann Lee",
        "press@lake.example",
    )
    assert found.pages == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The infor-\nmation came late.", "information"),
        ("A high-\nlevel group met.", "high-level"),
        ("Le gouverne-\nment se réunit.", "gouvernement"),
        ("La vice-\nprésidente est là.", "vice-présidente"),
        ("Le Moyen-\nOrient.", "Moyen-Orient"),
        ("A soft\u00adened hyp\u00ad\nhen went.", "hyphen"),
    ],
)
def test_the_hyphen_of_a_line_goes_and_that_of_a_word_stays(text, wanted):
    joined = " ".join(unwrapped([*wrapped(72), "", *("x" * 66 + " " + text).split("\n")]).lines)
    assert wanted in joined


def test_a_page_number_between_two_halves_of_a_sentence_goes():
    lines = PAGE.replace("long-\n", "long-\n\n- 2 -\n\n").split("\n")
    assert "a long-term change" in " ".join(unwrapped(lines).lines)
