from pathlib import Path

import pytest

from editor.errors import Unreadable
from editor.formats import html
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.rows import RowKind

PATH = Path("page.html")
BODY = "Le bac de l’île d’Orfée partira désormais deux fois par jour, à midi et à six heures du soir. " * 3


def read(text):
    return html.read(text.encode(), PATH)


def blocks(text):
    (script,) = read(text).scripts
    return script.blocks


def texts(text):
    return [block.text for block in blocks(text)]


def marks(block, kind):
    return [(block.passage.words_of(mark), mark.target) for mark in block.passage.stretches(kind)]


def told(text):
    return " ".join(note.english() for note in read(text).notes)


def test_headings_paragraphs_and_lists_are_told_apart():
    page = "<h1>Titre</h1><p>Un.<p>Deux.<h2>Suite</h2><ul><li>a<li>b<ul><li>c</ul></ul><ol start=4><li>d<li>e</ol>"
    assert [(block.text, block.kind, block.level, block.number) for block in blocks(page)] == [
        ("Titre", RowKind.HEADLINE, 0, None),
        ("Un.", None, 0, None),
        ("Deux.", None, 0, None),
        ("Suite", RowKind.SUBHEADING, 1, None),
        ("a", RowKind.LIST_ITEM, 1, None),
        ("b", RowKind.LIST_ITEM, 1, None),
        ("c", RowKind.LIST_ITEM, 2, None),
        ("d", RowKind.LIST_ITEM, 1, 4),
        ("e", RowKind.LIST_ITEM, 1, 5),
    ]


def test_programs_styles_and_hidden_parts_are_not_text():
    page = (
        "<title>T</title><style>p{color:red}</style><script>document.write('<p>no</p>')</script><p>Oui</p>"
        "<template><p>no</p></template><noscript>no</noscript><p hidden>no</p><p style='display: none'>no</p>"
        "<iframe src='http://far.example/'>no</iframe><svg><text>no</text></svg><p onclick='evil()'>Non</p>"
    )
    assert texts(page) == ["Oui", "Non"]


def test_menus_and_footers_are_left_out_and_it_is_said():
    page = (
        "<header role=banner>Site</header><nav><a href=/>Accueil</a></nav><div class='site-breadcrumb'>Ici</div>"
        "<ul><li><a href=/a>A</a><li><a href=/b>B</a><li><a href=/c>C</a></ul>"
        f"<p>{BODY}</p><div id='cookies'>Miam</div><footer>Pied</footer>"
    )
    assert texts(page) == [BODY.strip()]
    assert "furniture of the page" in told(page)


def test_the_main_part_of_a_page_is_its_text_with_the_heading_above_it():
    page = f"<div>Autre</div><h1>Titre</h1><main><p>{BODY}</p></main><aside>À lire aussi</aside>"
    assert texts(page) == ["Titre", BODY.strip()]


def test_a_list_of_sentences_with_a_link_in_each_is_text():
    items = "".join(f"<li>Voir <a href='https://a.example/{n}'>la page</a> sur le sujet numéro {n}." for n in range(4))
    assert len(texts(f"<ul>{items}</ul>")) == 4


def test_styles_and_links_become_marks_on_their_words():
    (block,) = blocks(
        "<p>Un <b>mot</b>, <i>un</i> <a href='https://a.example/?x=1&amp;y=2'>lien</a> et "
        "<a href='javascript:evil()'>rien</a> <span style='font-weight:700'>fort</span></p>"
    )
    assert block.text == "Un mot, un lien et rien fort"
    assert marks(block, MarkKind.BOLD) == [("mot", ""), ("fort", "")]
    assert marks(block, MarkKind.ITALIC) == [("un", "")]
    assert marks(block, MarkKind.LINK) == [("lien", "https://a.example/?x=1&y=2")]


def test_what_office_programs_paste_is_not_bold_because_its_wrapper_says_it_is_not():
    (passage,) = (
        block.passage
        for block in html.paste(
            '<b style="font-weight:normal;"><p><span style="font-weight:400">Mot</span></p></b>'
        ).blocks
    )
    assert passage.marks == ()


def test_spaces_collapse_but_no_break_spaces_stay_everywhere():
    assert texts("<p>\n  «&nbsp;Oui\u202f!&nbsp;»  a   dit\n <b> Ada </b> .&nbsp;\n</p>") == [
        "«\u00a0Oui\u202f!\u00a0» a dit Ada .\u00a0"
    ]


def test_one_break_breaks_the_line_and_two_part_paragraphs():
    assert texts("<p>Un<br>deux<br>\n<br>trois<br></p>") == ["Un\u2028deux", "trois"]


def test_a_footnote_stands_on_its_word_and_not_among_the_paragraphs():
    page = (
        "<p>Le bac<sup><a href='#n1'>1</a></sup> part. Voir <a href='#n2'>plus bas</a>.</p><p id=n2>Plus bas.</p>"
        "<ol><li id='n1'>Le seul. <a href='#r1'>↩</a></li></ol>"
    )
    first, second = blocks(page)
    assert first.text == "Le bac part. Voir plus bas."
    assert marks(first, MarkKind.FOOTNOTE) == [("bac", "Le seul.")]
    assert second.text == "Plus bas."


def test_captions_are_told_and_pictures_are_not_fetched():
    page = "<figure><img src='http://far.example/a.png'><figcaption>Le bac</figcaption></figure><p class=caption>Là</p>"
    page += "<p class='photo-legende'>Ici</p>"
    assert [block.kind for block in blocks(page)] == [RowKind.CAPTION] * 3
    assert "1 picture was left out" in told(page)


def test_quoted_words_get_the_signs_of_their_language():
    assert texts("<p lang=fr><q>Un <q>deux</q></q>, dit-il") == ["«\u00a0Un “deux”\u00a0», dit-il"]
    assert texts("<p lang=en-GB><q>One <q>two</q></q>, he said") == ["“One ‘two’”, he said"]


def test_a_table_of_two_languages_is_two_texts_paired_row_by_row():
    page = (
        "<table><tr><th>English<th>Français<tr><td><p>The ferry sails at noon today.<td><p>Le bac part à midi ce jour."
        "<tr><td>All of us are very glad.<td><p>Nous sommes tous très contents.</p><p>Et vous aussi.</table>"
    )
    english, french = read(page).scripts
    assert (english.language, french.language) == (Language.EN, Language.FR)
    assert [(block.text, block.cells) for block in english.blocks] == [
        ("The ferry sails at noon today.", 0),
        ("All of us are very glad.", 1),
    ]
    assert [block.cells for block in french.blocks] == [0, 1, 1]


def test_a_cell_across_a_bilingual_table_goes_where_its_words_belong():
    page = (
        "<table><tr><td colspan=2>Le lac est ouvert à tous depuis ce matin.<tr><td>The ferry sails at noon today."
        "<td>Le bac part à midi ce jour.<tr><td>All of us are very glad.<td>Nous sommes tous très contents.</table>"
    )
    english, french = read(page).scripts
    assert len(english.blocks) == 2
    assert french.blocks[0].text == "Le lac est ouvert à tous depuis ce matin."


def test_a_table_of_figures_is_read_row_by_row():
    page = "<table><tr><th>Jour<th>Départs<tr><td>Lundi<td>2<tr><td>Mardi<td>3</table>"
    assert texts(page) == ["Jour\tDéparts", "Lundi\t2", "Mardi\t3"]


def test_preformatted_mail_is_unwrapped():
    page = f"<pre>{'Le bac partira désormais deux fois par jour, à midi'}\net le soir.\n\n-- \nFin</pre>"
    assert texts(page) == ["Le bac partira désormais deux fois par jour, à midi et le soir.", "--\u2028Fin"]


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-16", ""),
        ("cp1252", "<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>"),
        ("mac-roman", "<meta charset=macintosh>"),
        ("iso-8859-15", "<meta charset='iso-8859-15'>"),
    ],
)
def test_a_page_is_read_in_its_encoding(encoding, head):
    raw = f"<html><head>{head}</head><p>L'œuvre « été » à Orfée</p>".encode(encoding)
    (script,) = html.read(raw, PATH).scripts
    assert script.blocks[0].text == "L'œuvre « été » à Orfée"


def test_an_xml_declaration_does_no_harm():
    assert texts("<?xml version='1.0' encoding='ISO-8859-1'?><html><body><p>Été</p></body></html>") == ["Été"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", "empty"),
        ("<html><body></body></html>", "There is no text in this page"),
        ("<!-- <p>no</p> -->", "There is no text in this page"),
        ("<script>evil()</script>", "There is no text in this page"),
        ("<div>" * 10_000 + "x", "nested too deeply"),
        ("<b>" * 10_000 + "x", "nested too deeply"),
        ("<ul><li>" * 300 + "x", "nested too deeply"),
        ("\x00\x01\x02" * 100, "no text holds"),
    ],
)
def test_what_is_no_page_is_told_in_one_sentence(page, words):
    with pytest.raises(Unreadable, match=words):
        read(page)


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>A &a; b</p>",
        "<p>A <img src=x onerror=evil()> b</p>",
        "<p>A <![CDATA[x]]> b",
        "<p>A &#0;&#xD800;&#xFFFF;&#x110000; b",
        "<p>A <a href='data:text/html,<script>evil()</script>'>x</a> b",
        "<p>A <b <i c='\">' b",
        "<p>A" + " b" * 100_000,
        "<table><td>A<table><td>b",
        "</p></div></table>A b",
        "<li value=99999999999999999999>A b",
        "<ol start=-5><li>A b",
        "<a href='#a'><sup>1</sup></a> A b <p id=a><a href='#a'><sup>1</sup></a>",
    ],
)
def test_hostile_or_broken_mark_up_is_read_for_its_text(page):
    found = " ".join(texts(page))
    assert "A" in found
    assert "root:" not in found
    assert "evil" not in found


def test_pasted_html_gives_passages_and_nothing_where_there_is_none():
    first, second = (
        block.passage for block in html.paste("<meta charset=utf-8><p>Un <b>mot</b>&nbsp;</p><p>Deux").blocks
    )
    assert (first.text, second.text) == ("Un mot\u00a0", "Deux")
    assert html.paste("").blocks == ()
    assert html.paste("<b>" * 1000).blocks == ()


def test_a_box_or_footer_in_the_text_of_a_page_is_text_unless_it_is_links():
    page = (
        f"<article><h1>Titre</h1><p>{BODY}</p><footer class='article-footer'>Contact : Odile Tarrant, au port</footer>"
        "<div class='share-bar'><a href='/f'>Partager</a> <a href='/t'>Envoyer</a></div></article><footer>Pied</footer>"
    )
    assert texts(page) == ["Titre", BODY.strip(), "Contact : Odile Tarrant, au port"]


def test_a_banner_with_the_heading_of_the_page_is_text():
    assert texts(f"<div class=page-banner><h1>Titre</h1></div><p>{BODY}</p>") == ["Titre", BODY.strip()]
