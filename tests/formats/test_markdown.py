"""Texts in Markdown, by their name or by their looks."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.formats import markdown, plain
from editor.formats.table import read_manuscript
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.rows import RowKind

PATH = Path("release.md")
ITEM = RowKind.LIST_ITEM


def read(text):
    (script,) = markdown.manuscript(text).scripts
    return [(block.text, block.kind, block.level, block.number) for block in script.blocks]


def marks(text):
    (script,) = markdown.manuscript(text).scripts
    return [
        (mark.kind, block.passage.words_of(mark), mark.target)
        for block in script.blocks
        for mark in block.passage.marks
    ]


def test_headings_paragraphs_quotes_and_lists_are_told_apart():
    text = (
        "# Le lac rouvre #\n\nLe bac part\nà midi.  \nEt le soir.\n## Tarifs\n> Un mot\n> du maire.\n\n"
        "- un\n- deux\n  encore\n  - trois\n\n4. quatre\n5) cinq\n\n### Détail\n\n---\n\n# Autre\n\n- 30 -\n"
    )
    assert read(text) == [
        ("Le lac rouvre", RowKind.HEADLINE, 0, None),
        ("Le bac part à midi.\u2028Et le soir.", None, 0, None),
        ("Tarifs", RowKind.SUBHEADING, 1, None),
        ("Un mot du maire.", None, 0, None),
        ("un", ITEM, 1, None),
        ("deux encore", ITEM, 1, None),
        ("trois", ITEM, 2, None),
        ("quatre", ITEM, 1, 4),
        ("cinq", ITEM, 1, 5),
        ("Détail", RowKind.SUBHEADING, 2, None),
        ("Autre", RowKind.SUBHEADING, 1, None),
        ("- 30 -", None, 0, None),
    ]


def test_marks_links_and_footnotes_stand_on_their_words():
    text = (
        "Un **mot *fort***, un _doux_, [le __lac__](https://lac.example/a_b 'T') et <mailto:a@b.example>, 2 * 3 * 4, "
        "a_b_c, \\*rien\\*, `code`.[^1] ![bac](bac.png)\n\n[^1]: Le seul.\n"
    ).replace("'T'", '"T"')
    assert read(text)[0][0] == ("Un mot fort, un doux, le lac et a@b.example, 2 * 3 * 4, a_b_c, *rien*, code. ")
    assert marks(text) == [
        (MarkKind.BOLD, "mot fort", ""),
        (MarkKind.ITALIC, "fort", ""),
        (MarkKind.ITALIC, "doux", ""),
        (MarkKind.LINK, "le lac", "https://lac.example/a_b"),
        (MarkKind.BOLD, "lac", ""),
        (MarkKind.LINK, "a@b.example", "mailto:a@b.example"),
        (MarkKind.FOOTNOTE, "code.", "Le seul."),
    ]
    assert "1 picture was left out" in markdown.manuscript(text).notes[0].english()


def test_titles_underlined_quoted_lists_code_and_the_end_mark_are_read_as_written():
    text = (
        "---\ntitle: Lac\nlang: fr\n---\nLe lac\nrouvre\n===\n\nTarifs\n------\n> - un\n>\n>   suite\n> - deux\n\n"
        "    Un *alinéa* en retrait.\n\n```\n* bac *\n\nlac\n```\nDepuis\n1986. AT&amp;T <b>fort</b>\n- 30 -\n"
        "\n# # #\n\n###\n"
    )
    assert read(text) == [
        ("title: Lac lang: fr", None, 0, None),
        ("Le lac rouvre", RowKind.HEADLINE, 0, None),
        ("Tarifs", RowKind.SUBHEADING, 1, None),
        ("un", ITEM, 1, None),
        ("suite", None, 0, None),
        ("deux", ITEM, 1, None),
        ("Un alinéa en retrait.", None, 0, None),
        ("* bac *\u2028\u2028lac", None, 0, None),
        ("Depuis 1986. AT&T <b>fort</b>", None, 0, None),
        ("- 30 -", None, 0, None),
        ("# # #", None, 0, None),
        ("###", None, 0, None),
    ]


def test_addresses_stay_as_written_and_notes_stand_where_they_are_called_for():
    text = (
        "Le [lac][1] rouvre[^a] ce soir^[Vers *20 h*\\!].[^b] Rien[^c].\n\n[1]: https://lac.example/été\n"
        "[^a]: Le **seul**  \n    lac.\n\n    Ou presque.\n[^b]:\n\n[^d]: Sans appel.\n\n<a@b.example>\n"
    )
    assert [line[0] for line in read(text)] == ["Le lac rouvre ce soir. Rien[^c].", "Sans appel.", "a@b.example"]
    assert marks(text) == [
        (MarkKind.LINK, "lac", "https://lac.example/été"),
        (MarkKind.FOOTNOTE, "rouvre", "Le seul lac. Ou presque."),
        (MarkKind.FOOTNOTE, "soir", "Vers 20 h!"),
        (MarkKind.LINK, "a@b.example", "mailto:a@b.example"),
    ]


def test_lists_nested_without_end_lose_no_words():
    nested = "".join(f"{'  ' * depth}- mot{depth}\n" for depth in range(12))
    lines = read(nested)
    assert [text.strip() for text, *_ in lines] == [f"- mot{depth}" for depth in range(12)]
    assert read(nested.partition("- mot9")[0])[-1] == ("mot8", ITEM, 9, None)


def test_a_paragraph_that_is_too_long_for_marks_keeps_its_words():
    text = "*mot*\n" * 4_000
    assert read(text) == [(" ".join(["*mot*"] * 4_000), None, 0, None)]


@given(st.text(st.sampled_from("ab \n\t-*_#>[]()^:!`|\\<&;1.é\u00a0\u2028"), max_size=60))
def test_any_text_is_read(text):
    markdown.manuscript(text)


def test_plain_text_is_read_without_the_parser():
    command = (
        "import sys; from editor.formats import plain; plain.manuscript('Le lac');"
        "assert 'markdown_it' not in sys.modules; plain.manuscript('# Le lac'); assert 'markdown_it' in sys.modules"
    )
    subprocess.run((sys.executable, "-c", command), cwd=Path(__file__).parents[2], check=True)


def test_a_table_of_two_languages_is_two_texts():
    text = (
        "| English | Français |\n|:---|---:|\n| The ferry sails at noon today. | Le bac part à midi ce jour. |\n"
        "| All of us are very glad. | Nous sommes tous très contents. |\n"
    )
    english, french = markdown.manuscript(text).scripts
    assert (english.language, french.language) == (Language.EN, Language.FR)
    assert [block.text for block in french.blocks] == ["Le bac part à midi ce jour.", "Nous sommes tous très contents."]


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("# Le lac\n\nUn mot.", True),
        ("Un mot.\n\n## Tarifs\n\nDeux.\n\n## Lieux\n", True),
        ("Un mot.\n\n# Un seul\n", False),
        ("# 2024-17\n\nLe lac rouvre", False),
        ("Le lac **rouvre**\n\n###\n", False),
        ("#lac #bac\n\nLe lac", False),
        ("", False),
    ],
)
def test_a_text_that_looks_like_it_is_read_as_markdown(text, is_it):
    assert markdown.is_markdown(text) is is_it
    assert any("#" in block.text for script in plain.manuscript(text).scripts for block in script.blocks) is (
        not is_it and "#" in text
    )


def test_a_file_of_its_name_is_read(tmp_path):
    path = tmp_path / "release.md"
    path.write_bytes("Le **lac** rouvre".encode("cp1252"))
    assert read_manuscript(path).scripts[0].blocks[0].text == "Le lac rouvre"


@pytest.mark.parametrize(
    "text",
    [
        "*" * 50_000,
        "[" * 50_000,
        "**a " * 20_000,
        "| " * 20_000 + "|",
        "> " * 20_000,
        "![" * 20_000,
        "- " * 9_999,
        "[^" * 9_999 + "\n\n[^a]: b",
        "1. " * 6_000 + "a",
        "[a]: b\n" * 30_000,
        "> " * 18 + "a\n" + "b\n" * 5_000,
    ],
)
def test_hostile_text_is_read_soon(text):
    markdown.manuscript(f"# Le lac\n\n{text}")


@pytest.mark.parametrize("line", ["[Objet]: bac", "[Date]: 12/05/2026", "[Date]: 12.05.2026"])
def test_a_line_with_a_label_in_brackets_is_no_definition_of_a_link(line):
    assert read(f"# Le lac\n\n{line}\n\nLe bac part.")[1][0] == line


@pytest.mark.parametrize("address", ["https://lac.example", "bac.html", "/bac", "#bac", "mailto:a@lac.example"])
def test_a_definition_of_a_link_is_one(address):
    text = f"# Le lac\n\n[Le bac][1] part.\n\n[1]: {address}\n"
    assert [words for words, *_ in read(text)] == ["Le lac", "Le bac part."]
