import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import on_paper

from editor.formats import plain
from editor.formats.arrival import arrive
from editor.formats.flattened import with_footnotes
from editor.formats.manuscript import Block, Manuscript, Script
from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage, evenly_spaced
from editor.model.rows import Row, RowKind


def read(*lines):
    """Return the paragraphs left, the words that bear notes, and the notes."""
    blocks, count = with_footnotes(tuple(Block(Passage(line)) for line in lines))
    marks = [
        (block.passage.words_of(mark), mark.target)
        for block in blocks
        for mark in block.passage.stretches(MarkKind.FOOTNOTE)
    ]
    assert len(marks) == count
    return [block.text for block in blocks], marks


@pytest.mark.parametrize(
    ("line", "note", "left", "word"),
    [
        ("The council met1 today.", "1 In Lanval.", "The council met today.", "met"),
        ("The council met.1", "1. In Lanval.", "The council met.", "met."),
        ("The council “met”1 today", "1) In Lanval.", "The council “met” today", "“met”"),
        ("The council met¹ today.", "¹ In Lanval.", "The council met today.", "met"),
        ("The council met¹ today.", "1 In Lanval.", "The council met today.", "met"),
        ("The council met¹ today.", "[1] In Lanval.", "The council met today.", "met"),
        ("The council met[1] today.", "[1] In Lanval.", "The council met today.", "met"),
        ("The council met [1] today.", "[1]\tIn Lanval.", "The council met today.", "met"),
        ("The council met(1) today.", "(1) In Lanval.", "The council met today.", "met"),
        ("Le conseil «\u00a0s’est réuni\u00a0»1.", "1 À Lanval.", "Le conseil «\u00a0s’est réuni\u00a0».", "»"),
    ],
)
def test_a_figure_at_a_word_and_a_numbered_line_at_the_end_are_a_footnote(line, note, left, word):
    place = "À" if "À" in note else "In"
    for rest in ((), ("It is late.",)):
        found = read(line, *rest, note)
        assert found == ([left, *rest], [(word, note[note.index(place) :])])


def test_several_notes_are_called_for_in_their_order_and_a_rule_or_heading_before_them_goes():
    body = ("The council met[1] in March[2][3].", "Nobody spoke.[4]")
    notes = ("[1] One.", "[2] Two.", "[3] Three.", "[4] Four.")
    for above in ((), ("_____",), ("Footnotes",), ("Notes de bas de page\u00a0:",)):
        left, marks = read(*body, *above, *notes)
        assert left == ["The council met in March.", "Nobody spoke."]
        assert {note for _, note in marks} == {"One.", "Two.", "Three.", "Four."}
        assert {word for word, _ in marks} == {"met", "March", "spoke."}


@pytest.mark.parametrize(
    "lines",
    [
        ("The council met.", "1. In Lanval.", "2. In March."),
        ("The council met1 today.", "2 In Lanval."),
        ("The council met1 and spoke1 today.", "1 In Lanval."),
        ("The council met2 and spoke1.", "1 In Lanval.", "2 In March."),
        ("The council met1 today.", "1 In Lanval.", "It is late."),
        ("The council met1 today.", "1 In Lanval.", "3 In March."),
        ("The council met1 today.", "[1] In Lanval.", "2 In March."),
        ("The G7 and CO1 and No.1 and Formula F1 and covid-1.", "1 In Lanval."),
        ("See https://example.org/page1 and press1@example.org today.", "1 In Lanval."),
        ("It cost 1.1 and 2021 and 3,1.", "1 In Lanval."),
        ("It decided1 on these:", "1. In Lanval."),
        ("The council met[1].", "Notes to editors", "[1] In Lanval."),
        ("Le conseil s’est réuni[1].", "Notes aux rédactions", "[1] À Lanval."),
        ("The council met1 today.",),
        ("1 In Lanval.",),
        (),
    ],
)
def test_where_it_is_not_certain_nothing_is_touched(lines):
    assert read(*lines) == (list(lines), [])


def test_what_the_file_itself_calls_a_list_stays_one():
    blocks = (Block(Passage("The council met1.")), Block(Passage("1. In Lanval."), RowKind.LIST_ITEM, 1, 1))
    assert with_footnotes(blocks) == (blocks, 0)


def test_marks_stay_on_their_words():
    passage = Passage("The council met1 in March.", (Mark(12, 16, MarkKind.BOLD), Mark(20, 25, MarkKind.ITALIC)))
    (block,), _ = with_footnotes((Block(passage), Block(Passage("1 In Lanval."))))
    words = {mark.kind: block.passage.words_of(mark) for mark in block.passage.marks}
    assert words == {MarkKind.BOLD: "met", MarkKind.ITALIC: "March", MarkKind.FOOTNOTE: "met"}


@pytest.mark.parametrize("text", ["a" + "¹" * 1_000_000, "a" * 1_000_000 + " b", "word.1 " * 200_000, "«" * 1_000_000])
def test_a_text_of_any_length_is_read_in_a_bearable_time(text):
    assert with_footnotes((Block(Passage(text)), Block(Passage("1 In Lanval."))))[1] == 0


def test_both_languages_have_notes_of_their_own_and_the_import_says_so():
    scripts = (
        Script((Block(Passage("The council met1 today.")), Block(Passage("1 In Lanval."))), Language.EN),
        Script((Block(Passage("Le conseil s’est réuni1.")), Block(Passage("1 À Lanval."))), Language.FR),
    )
    arrival = arrive(Manuscript(scripts), load_profile("nato"))
    assert [mark.mark.target for mark in arrival.doc.stretches(MarkKind.FOOTNOTE)] == ["In Lanval.", "À Lanval."]
    assert "2 numbered lines at the end were read as footnotes." in [each.english() for each in arrival.report]


def a_doc():
    link = Mark(12, 15, MarkKind.LINK, "https://press.example.int/a?b=1")
    shown = Mark(19, 35, MarkKind.LINK, "https://example.int/")
    note = Mark(12, 15, MarkKind.FOOTNOTE, "In\u00a0Lanval.")
    bold = Mark(12, 14, MarkKind.BOLD)
    english = Passage("The council met. See example.int/ too", (link, note, bold, replace(shown, start=21, end=33)))
    french = Passage("Le conseil s’est réuni", (Mark(17, 22, MarkKind.FOOTNOTE, "À Lanval."),))
    return Communique((Row("r1", Bilingual((english,), (french,))),), counter=1)


@pytest.mark.parametrize("width", [0, 60])
def test_text_for_mail_says_where_links_lead_and_what_notes_say(width):
    text = plain.write(replace(on_paper(a_doc()), width=width)).decode()
    assert "The council met<https://press.example.int/a?b=1>[1]. See" in text.replace("\n", " ")
    assert "See example.int/ too" in text.replace("\n", " "), "an address that can be read is not said twice"
    assert "\n\n[1] In Lanval.\n" in text
    assert text.endswith("s’est réuni[1]\n\n[1] À Lanval.\n")


def test_text_for_mail_reads_back_with_its_links_and_notes():
    raw = plain.write(on_paper(a_doc()))
    doc = arrive(plain.manuscript(raw.decode()), load_profile("nato")).doc
    (row,) = doc.rows
    assert tuple(row.wording) == tuple(a_doc().rows[0].wording)
    english, french = (passage for language in Language for passage in row[language])
    assert {(mark.kind, english.words_of(mark), mark.target) for mark in english.marks} == {
        (MarkKind.LINK, "met", "https://press.example.int/a?b=1"),
        (MarkKind.FOOTNOTE, "met", "In Lanval."),
    }
    assert [(french.words_of(mark), mark.target) for mark in french.marks] == [("réuni", "À Lanval.")]


@pytest.mark.parametrize("text", ["see <https://example.int>", "<https://example.int>", "a<b>c", "a <javascript:b>"])
def test_addresses_that_are_part_of_the_text_stay_in_it(text):
    (script,) = plain.manuscript(text).scripts
    assert script.blocks == (Block(Passage(text)),)


SAID = st.text(st.sampled_from("abcé ’,.«»“”"), min_size=3, max_size=30).filter(
    lambda text: any(map(str.isalpha, text))
)


@settings(max_examples=60)
@given(st.lists(SAID, min_size=1, max_size=9), st.data())
def test_whatever_notes_a_text_has_mail_brings_them_back(lines, data):
    sides = []
    for line in lines:
        words = [found.span() for found in re.finditer(r"\S+", line)]
        chosen = data.draw(st.lists(st.sampled_from(words), max_size=2, unique=True))
        sides.append(Passage(line, tuple(Mark(*word, MarkKind.FOOTNOTE, data.draw(NOTES)) for word in chosen)))
    rows = tuple(Row(f"r{n}", Bilingual((side,), ())) for n, side in enumerate(sides))
    raw = plain.write(on_paper(Communique(rows)))
    (script,) = plain.manuscript(raw.decode()).scripts
    blocks, count = with_footnotes(script.blocks)
    assert [block.passage for block in blocks] == sides
    assert count == sum(len(side.marks) for side in sides)


NOTES = SAID.map(evenly_spaced)
