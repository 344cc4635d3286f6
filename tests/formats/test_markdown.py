"""Texts in Markdown, by their name or by their looks."""

from pathlib import Path

import pytest

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
    ["*" * 50_000, "[" * 50_000, "**a " * 20_000, "| " * 20_000 + "|", "> " * 20_000, "![" * 20_000, "- " * 9_999],
)
def test_hostile_text_is_read_soon(text):
    markdown.manuscript(f"# Le lac\n\n{text}")
