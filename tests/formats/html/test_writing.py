from dataclasses import replace
from pathlib import Path

from generated import communiques
from hypothesis import given
from lxml import etree
from lxml import html as lxml_html
from papers import on_paper

from editor.formats import html
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row, RowKind

PATH = Path("page.html")


def row(place, en="", fr="", kind=RowKind.PARAGRAPH, **more):
    return Row(f"r{place}", Bilingual((Passage(en),), (Passage(fr),)), kind, **more)


def read_back(doc):
    return html.read(html.write(on_paper(doc)), PATH).scripts


def test_a_text_in_one_language_is_a_page_in_that_language():
    doc = Communique((row(1, fr="Titre & <suite>", kind=RowKind.HEADLINE), row(2, fr="« Fin\u202f! »\u00a0")))
    page = lxml_html.document_fromstring(html.write(on_paper(doc)))
    assert page.get("lang") == "fr"
    assert page.findtext(".//title") == "Titre & <suite>"
    assert [(each.tag, each.text) for each in page.find(".//main")] == [
        ("h1", "Titre & <suite>"),
        ("p", "« Fin\u202f! »\u00a0"),
    ]


def test_both_languages_stand_beside_each_other_each_part_with_its_language():
    doc = Communique((row(1, "Title", "Titre", RowKind.HEADLINE), row(2, "", "Suite de la page en français")))
    page = lxml_html.document_fromstring(html.write(on_paper(doc)))
    cells = [[(cell.get("lang"), cell.text_content().strip()) for cell in line] for line in page.iter("tr")]
    assert cells == [
        [("en", "English"), ("fr", "Français")],
        [("en", "Title"), ("fr", "Titre")],
        [("en", ""), ("fr", "Suite de la page en français")],
    ]


def test_marks_that_overlap_are_well_formed_and_read_back():
    text = "Un bac part à midi"
    marks = (Mark(0, 6, MarkKind.BOLD), Mark(3, 11, MarkKind.ITALIC), Mark(7, 18, MarkKind.LINK, "https://a.example/"))
    passage = Passage(text, (*marks, Mark(14, 18, MarkKind.FOOTNOTE, "L’heure d’été & d’Orfée.")))
    doc = Communique((Row("r1", Bilingual((), (passage,))),))
    (script,) = read_back(doc)
    assert script.blocks[0].passage == passage


def test_lists_inside_lists_read_back_with_their_levels_and_numbers():
    items = [("a", 1, None), ("b", 2, None), ("c", 2, None), ("d", 1, None), ("e", 1, 7), ("f", 1, 8)]
    rows = (
        row(n, en=text, kind=RowKind.LIST_ITEM, level=level, number=no) for n, (text, level, no) in enumerate(items)
    )
    (script,) = read_back(Communique(tuple(rows)))
    assert [(block.text, block.level, block.number) for block in script.blocks] == items


def test_the_page_asks_for_nothing_from_elsewhere():
    page = html.write(on_paper(Communique((row(1, "A", "B"),))))
    for word in (b"src=", b"<link", b"@import", b"url("):
        assert word not in page
    # The only script is data, which no browser runs (HTML Living Standard, 4.12.1: a data block).
    assert page.count(b"<script") == page.count(b'<script type="application/ld+json">') == 1


def test_an_empty_communique_is_an_empty_page():
    assert b"<main>" in html.write(on_paper(Communique()))


@given(communiques())
def test_any_communique_is_a_page_that_holds_all_its_words(doc):
    doc = replace(doc, rows=doc.rows)
    page = etree.fromstring(html.write(on_paper(doc)), etree.HTMLParser(encoding="utf-8"))
    shown = "".join("".join(page.itertext()).split())
    for each in doc.rows:
        for language in Language:
            for passage in each[language]:
                if each.has_text(language) and not passage.stretches(MarkKind.FOOTNOTE):
                    assert "".join(passage.text.split()) in shown
