import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits.replacing import replace_all
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row


def doc_of(text, marks=()):
    return Communique((Row("r1", Bilingual((Passage(text, marks),), ())), Row("r2")))


def changes(doc, *stretches):
    row = doc.rows[0]
    text = row.text(Language.EN)
    return [(row.address(Language.EN, 0, start, end), text[start:end], new) for start, end, new in stretches]


def test_stretches_are_exchanged_in_one_step_whatever_their_order_and_lengths():
    doc = doc_of("one two three")
    edit = replace_all(changes(doc, (8, 13, "3"), (0, 3, "first")))
    assert edit.apply(doc).rows[0].text(Language.EN) == "first two 3"
    assert edit.label.english() == "Replace in 2 places"


def test_marks_stay_on_their_words():
    doc = doc_of("one two three", (Mark(4, 7, MarkKind.BOLD),))
    (passage,) = replace_all(changes(doc, (0, 3, "a longer start"))).apply(doc).rows[0][Language.EN]
    assert [passage.words_of(mark) for mark in passage.marks] == ["two"]


def test_rows_that_are_not_meant_are_the_same_objects():
    doc = doc_of("one")
    assert replace_all(changes(doc, (0, 1, "O"))).apply(doc).rows[1] is doc.rows[1]


def test_nothing_is_replaced_where_other_words_stand_now():
    doc = doc_of("one two")
    edit = replace_all(changes(doc, (0, 3, "1")))
    for other in (doc_of("ONE two"), doc_of(""), Communique((Row("r2"),))):
        with pytest.raises(Unfit):
            edit.apply(other)


def test_line_ends_part_nothing():
    doc = doc_of("one two")
    assert replace_all(changes(doc, (0, 3, "a\nb"))).apply(doc).rows[0].text(Language.EN) == "ab two"


@given(st.text("ab ", max_size=20), st.text("cd", max_size=3))
def test_replacing_is_what_python_does(text, new):
    doc = doc_of(text)
    stretches = [(at, at + 1, new) for at, letter in enumerate(text) if letter == "a"]
    assert replace_all(changes(doc, *stretches)).apply(doc).rows[0].text(Language.EN) == text.replace("a", new)
