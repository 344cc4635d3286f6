import io
from pathlib import Path

import pytest
from generated import communiques
from hypothesis import given, settings
from papers import on_paper

from editor.formats import docx
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row, RowKind

PATH = Path("release.docx")


def row(place, en="", fr="", kind=RowKind.PARAGRAPH, **more):
    return Row(f"r{place}", Bilingual((Passage(en),), (Passage(fr),)), kind, **more)


def read_back(doc):
    return docx.read(docx.write(on_paper(doc)), PATH).scripts


def test_one_language_reads_back_with_kinds_levels_and_numbers():
    shapes = [
        ("Titre", RowKind.HEADLINE, 0, None),
        ("Chapeau", RowKind.SUBHEADLINE, 0, None),
        ("Un.", RowKind.PARAGRAPH, 0, None),
        ("Suite", RowKind.SUBHEADING, 1, None),
        ("Plus bas", RowKind.SUBHEADING, 2, None),
        ("a", RowKind.LIST_ITEM, 1, None),
        ("b", RowKind.LIST_ITEM, 2, None),
        ("c", RowKind.LIST_ITEM, 1, 4),
        ("d", RowKind.LIST_ITEM, 1, 5),
        ("e", RowKind.LIST_ITEM, 1, 1),
        ("Le bac", RowKind.CAPTION, 0, None),
    ]
    rows = (row(n, fr=text, kind=kind, level=level, number=no) for n, (text, kind, level, no) in enumerate(shapes))
    (script,) = read_back(Communique(tuple(rows)))
    found = [(block.text, block.kind or RowKind.PARAGRAPH, block.level, block.number) for block in script.blocks]
    assert found == shapes


def test_marks_spaces_and_special_characters_read_back():
    text = "« Un\u00a0bac\u202f»  part\tà\u2028midi\u2011pile\u00a0"
    marks = (
        Mark(0, 8, MarkKind.BOLD),
        Mark(5, 16, MarkKind.ITALIC),
        Mark(18, 22, MarkKind.LINK, "https://a.example/?a&b"),
    )
    passage = Passage(
        text,
        (
            *marks,
            Mark(18, 22, MarkKind.FOOTNOTE, "L’heure d’« été »."),
        ),
    )
    (script,) = read_back(Communique((Row("r1", Bilingual((), (passage,))),)))
    assert script.blocks[0].passage.text == text
    assert script.blocks[0].passage.stretches(MarkKind.ITALIC) == passage.stretches(MarkKind.ITALIC)
    assert script.blocks[0].passage.stretches(MarkKind.LINK) == passage.stretches(MarkKind.LINK)
    assert script.blocks[0].passage.stretches(MarkKind.BOLD) == passage.stretches(MarkKind.BOLD)


def test_a_footnote_reads_back_on_its_word():
    passage = Passage("Le bac part.", (Mark(3, 6, MarkKind.FOOTNOTE, "La note & suite."),))
    (script,) = read_back(Communique((Row("r1", Bilingual((), (passage,))),)))
    assert script.blocks[0].passage == passage


def test_both_languages_read_back_beside_each_other():
    doc = Communique(
        (
            row(1, "The ferry sails at noon", "Le bac part à midi", RowKind.HEADLINE),
            row(2, "", "Nous sommes tous très contents de ce bac."),
            row(3, "All of us are very glad of it.", "Nous en sommes tous heureux."),
        )
    )
    english, french = read_back(doc)
    assert (english.language, french.language) == (Language.EN, Language.FR)
    assert [(block.text, block.kind) for block in english.blocks] == [
        ("The ferry sails at noon", RowKind.HEADLINE),
        ("All of us are very glad of it.", None),
    ]
    paired = {block.cells for block in english.blocks} & {block.cells for block in french.blocks}
    assert len(paired) == 2


def test_equal_texts_give_equal_files():
    doc = Communique((row(1, "A", "B"),))
    assert docx.write(on_paper(doc)) == docx.write(on_paper(doc))


def test_another_reader_of_word_files_reads_the_text():
    python_docx = pytest.importorskip("docx", reason="python-docx, an independent reader, is not installed")
    doc = Communique(
        (row(1, fr="Titre", kind=RowKind.HEADLINE), row(2, fr="Un.\u00a0"), row(3, fr="a", kind=RowKind.LIST_ITEM))
    )
    found = python_docx.Document(io.BytesIO(docx.write(on_paper(doc))))
    assert [(each.text, each.style.name) for each in found.paragraphs] == [
        ("Titre", "Title"),
        ("Un.\u00a0", "Normal"),
        ("a", "List Paragraph"),
    ]


@settings(max_examples=40)
@given(communiques(max_rows=4))
def test_any_communique_is_a_word_file_that_holds_all_its_words(doc):
    raw = docx.write(on_paper(doc))
    told = [language for language in Language if any(each.has_text(language) for each in doc.rows)]
    if not told:
        return
    found = "\n".join(block.text for script in docx.read(raw, PATH).scripts for block in script.blocks)
    for each in doc.rows:
        for language in told:
            for passage in each[language]:
                assert passage.text in found or not passage.text.strip()
