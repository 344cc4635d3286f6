"""HTML as programs put it on the clipboard: what becomes of it, and what is said of the rest."""

from pathlib import Path

import pytest

from editor.formats.html import paste
from editor.model.passage import MarkKind
from editor.model.rows import RowKind

ITEM = RowKind.LIST_ITEM

CLIPBOARD = Path(__file__).parent / "clipboard"
"""Made-up words in the form that programs give them on the clipboard."""
WORD, DOCS, OUTLOOK, GMAIL, LIBRE = (
    (CLIPBOARD / f"{name}.html").read_text(encoding="utf-8")
    for name in ("word", "google-docs", "outlook", "gmail", "libreoffice")
)


def read(text):
    return [(block.text, block.kind, block.level, block.number) for block in paste(text).blocks]


def marked(text, kind):
    return [block.passage.words_of(mark) for block in paste(text).blocks for mark in block.passage.stretches(kind)]


def test_word_writes_lists_as_paragraphs_and_they_are_lists_again():
    assert read(WORD) == [
        ("Le lac reste ouvert, dit la ville.", None, 0, None),
        ("le quai nord\u00a0;", ITEM, 1, None),
        ("son phare.", ITEM, 2, None),
        ("Premier point", ITEM, 1, 1),
        ("Voir l’avis", ITEM, 1, 2),
    ]
    assert marked(WORD, MarkKind.BOLD) == ["reste ouvert"]
    assert marked(WORD, MarkKind.ITALIC) == ["la ville"]
    assert marked(WORD, MarkKind.LINK) == ["l’avis"]


def test_google_docs_wraps_all_in_what_looks_bold_and_is_not():
    assert read(DOCS) == [
        ("The lake stays open, for now", None, 0, None),
        ("North quay", ITEM, 1, None),
        ("lighthouse", ITEM, 2, None),
        ("First", ITEM, 1, 1),
        ("Second", ITEM, 1, 2),
    ]
    assert marked(DOCS, MarkKind.BOLD) == ["stays open"]
    assert marked(DOCS, MarkKind.ITALIC) == [", for now"]
    assert marked(DOCS, MarkKind.LINK) == ["Second"]


def test_mail_is_read_for_its_paragraphs():
    assert [text for text, *_ in read(OUTLOOK)][:2] == ["Dear all,", "The lake stays shut open."]
    assert [text for text, *_ in read(GMAIL)] == ["The lake stays open.", "Ask us."]
    assert marked(GMAIL, MarkKind.LINK) == ["us"]


def test_libreoffice_gives_lists_as_lists():
    assert read(LIBRE) == [("Le lac reste ouvert.", None, 0, None), ("Un", ITEM, 1, 1), ("Deux", ITEM, 1, 2)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GMAIL, None),
        ("<p>Plain", None),
        ('<p><a href="https://a.example" style="text-decoration:underline">a</a> link', None),
        (DOCS, "Pasted as text; left out: fonts and colours."),
        (OUTLOOK, "Pasted as text; left out: fonts and colours, underlines, the form of tables, pictures."),
        (
            "<p>E=mc<sup>2</sup> <ins>new</ins></p>",
            "Pasted as text; left out: raised and lowered letters, tracked changes.",
        ),
    ],
)
def test_what_is_left_out_is_told(text, told):
    left_out = paste(text).left_out
    assert (left_out and left_out.english()) == told


@pytest.mark.parametrize("text", ["", "<b>" * 1000, "\0", "<p> </p>", "<style>p{}</style>"])
def test_what_holds_no_text_gives_nothing(text):
    assert paste(text).blocks == ()


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("<p>Le lac<span class='Apple-converted-space'>&nbsp;</span>rouvre", ["Le lac rouvre"]),
        ("<p>Un.<span style='mso-spacerun:yes'>&nbsp; </span>Deux&nbsp;: oui", ["Un. Deux\u00a0: oui"]),
        ("<p>Un<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>deux", ["Un deux"]),
        ("<p><span>The lake</span><span class='EOP'>&nbsp;</span></p>", ["The lake"]),
        ("Version:0.9\r\nStartHTML:0097\r\nEndHTML:0200\r\n<html><!--StartFragment--><p>Le lac", ["Le lac"]),
        ("<p>Prix\u202f: 10&nbsp;%&#8239;; «&nbsp;oui&nbsp;»", ["Prix\u202f: 10\u00a0%\u202f; «\u00a0oui\u00a0»"]),
    ],
)
def test_spaces_are_those_that_were_meant(text, read_as):
    assert [words for words, *_ in read(text)] == read_as


def test_a_footnote_of_word_is_one_again():
    text = (
        "<p>Le bac<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a> part.</p>"
        "<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href='#_ftnref1' name='_ftn1'>[1]</a> Le seul.</p>"
    )
    assert read(text) == [("Le bac part.", None, 0, None)]
    assert [mark.target for mark in paste(text).blocks[0].passage.stretches(MarkKind.FOOTNOTE)] == ["Le seul."]
