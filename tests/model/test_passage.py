from dataclasses import replace

import pytest
from generated import passages, texts
from hypothesis import given
from hypothesis import strategies as st

from editor.model.passage import Mark, MarkKind, Passage, fit_text, split_text


@st.composite
def splices(draw):
    passage = draw(passages(targets=(("q", "q1"), ("p", "p1"))))
    start = draw(st.integers(0, len(passage.text)))
    end = draw(st.integers(start, len(passage.text)))
    return passage, start, end, draw(texts)


@given(splices())
def test_a_splice_changes_the_text_as_it_says_and_keeps_marks_inside(splice):
    passage, start, end, text = splice
    after = passage.splice(start, end, text)
    assert after.text == passage.text[:start] + text + passage.text[end:]
    assert all(0 <= mark.start < mark.end <= len(after.text) for mark in after.marks)


@given(splices())
def test_marks_away_from_a_splice_keep_their_words(splice):
    passage, start, end, text = splice
    after = passage.splice(start, end, text)
    shift = len(after.text) - len(passage.text)
    for mark in passage.marks:
        if mark.end < start:
            assert mark in after.marks
        elif mark.start > end:
            assert replace(mark, start=mark.start + shift, end=mark.end + shift) in after.marks


@given(splices())
def test_rubbing_out_what_was_just_written_gives_the_passage_back(splice):
    passage, start, _, text = splice
    written = passage.splice(start, start, text)
    assert written.splice(start, start + len(text), "").text == passage.text
    if not any(mark.start <= start <= mark.end for mark in passage.marks):
        assert written.splice(start, start + len(text), "") == passage


@given(splices())
def test_cutting_in_two_and_adding_gives_the_passage_back(splice):
    passage, start, *_ = splice
    assert passage.cut(0, start) + passage.cut(start, len(passage.text)) == passage


@pytest.mark.parametrize(
    ("kind", "at", "grown"),
    [
        (MarkKind.BOLD, 5, (2, 6)),
        (MarkKind.LINK, 5, (2, 6)),
        (MarkKind.QUOTE, 5, (2, 5)),
        (MarkKind.PERSON, 5, (2, 5)),
        (MarkKind.BOLD, 2, (3, 6)),
        (MarkKind.QUOTE, 3, (2, 6)),
    ],
)
def test_typing_at_the_edge_of_a_mark_grows_bold_but_not_a_quote(kind, at, grown):
    after = Passage("abcdefgh", (Mark(2, 5, kind),)).splice(at, at, "x")
    assert [(mark.start, mark.end) for mark in after.marks] == [grown]


def test_correcting_a_whole_name_keeps_its_mark():
    passage = Passage("Mr Vucic said", (Mark(3, 8, MarkKind.PERSON, "p1"),))
    after = passage.splice(3, 8, "Vučić-Marin")
    assert [after.words_of(mark) for mark in after.marks] == ["Vučić-Marin"]


def test_erasing_the_words_of_a_mark_erases_the_mark():
    passage = Passage("Mr Vučić said", (Mark(3, 8, MarkKind.PERSON, "p1"),))
    assert passage.splice(3, 8, "").marks == ()
    assert passage.splice(2, 9, "x").marks == ()


def test_a_replacement_across_the_edge_of_a_mark_stays_outside_it():
    passage = Passage("abcdefgh", (Mark(2, 5, MarkKind.QUOTE, "q1"),))
    assert passage.splice(4, 7, "XYZ").marks == (Mark(2, 4, MarkKind.QUOTE, "q1"),)
    assert passage.splice(0, 3, "XYZ").marks == (Mark(3, 5, MarkKind.QUOTE, "q1"),)


@pytest.mark.parametrize("character", ["\n", "\r", "\0", "\u2029", "\ud800", "\ufdd0", "\ufffc"])
def test_a_passage_refuses_what_no_paragraph_may_hold(character):
    with pytest.raises(ValueError, match="passage holds no"):
        Passage(f"a{character}b")
    assert fit_text(f"a{character}b") == "ab"


def test_outside_text_is_parted_at_line_ends_but_not_at_line_separators():
    assert split_text("a\r\nb\rc\u2029d\u2028e\x0bf\0") == ["a", "b", "c", "d\u2028e", "f"]


def test_lifting_a_mark_from_its_middle_leaves_both_ends():
    passage = Passage("abcdefgh", (Mark(1, 7, MarkKind.BOLD),)).unmarked(3, 5, MarkKind.BOLD)
    assert [(mark.start, mark.end) for mark in passage.marks] == [(1, 3), (5, 7)]


@pytest.mark.parametrize(
    ("stretch", "touches"),
    [((0, 2), False), ((0, 3), True), ((4, 9), True), ((5, 9), False), ((2, 2), True), ((5, 5), True), ((6, 6), False)],
)
def test_a_stretch_touches_a_mark_by_a_character_and_a_place_at_its_ends(stretch, touches):
    assert Mark(2, 5, MarkKind.LINK).is_touched(*stretch) is touches


@pytest.mark.parametrize(
    ("text", "said", "at", "new"),
    [
        ("“We agree,” she said.", "We agree,", 10, " all of us,"),
        ("“We agree,” she said.", "We agree,", 1, "Yes: "),
        ("«\u00a0Oui\u00a0», dit-elle.", "Oui", 5, ", enfin"),
        ("«\u00a0Oui\u00a0», dit-elle.", "Oui", 2, "Mais "),
        ('"We agree", she said.', "We agree", 9, " now"),
        ('"We agree", she said.', "We agree", 1, "Now "),
    ],
)
def test_what_is_written_between_quoted_words_and_their_marks_is_quoted(text, said, at, new):
    start = text.index(said)
    passage = Passage(text, (Mark(start, start + len(said), MarkKind.QUOTE, "q1"),))
    after = passage.splice(at, at, new)
    assert after.words_of(after.marks[0]) == (said + new if at > start else new + said)
    assert after.splice(at, at + len(new), "") == passage


@pytest.mark.parametrize(
    ("text", "said", "at", "new"),
    [
        ("We agree, she said.", "We agree", 8, " now"),
        ('"We agree" "Now"', "Now", 11, "And "),
        ("“We agree” “Now”", "We agree", 9, "”, she said, “"),
        ("“We agree” “Now”", "We agree", 10, " now"),
    ],
)
def test_what_is_written_outside_the_marks_of_a_quote_or_brings_marks_is_not_quoted(text, said, at, new):
    start = text.index(said)
    passage = Passage(text, (Mark(start, start + len(said), MarkKind.QUOTE, "q1"),))
    after = passage.splice(at, at, new)
    assert after.words_of(after.marks[0]) == said
