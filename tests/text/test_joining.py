from hypothesis import given
from hypothesis import strategies as st

from editor.model.passage import Mark, MarkKind, Passage
from editor.text.joining import joined, reworded, reworded_by_both

SOME = st.lists(st.sampled_from(["the", "lake", "opens", ",", " ", "4", "5", "’", "\n"]), max_size=12).map("".join)


@given(SOME, SOME)
def test_what_one_alone_changed_is_taken_whole(base, x):
    assert joined(base, base, x) == joined(base, x, base) == joined(base, x, x) == x


@given(SOME, SOME, SOME)
def test_no_word_of_either_is_lost(base, first, second):
    for word in ("the", "lake", "opens"):
        new = max(first.count(word), second.count(word)) - base.count(word)
        assert new <= 0 or joined(base, first, second).count(word) >= new


def test_changes_at_different_places_come_together():
    base = "The ferry sails at noon from the old pier."
    first, second = base.replace("noon", "one"), base.replace("old", "new")
    assert joined(base, first, second) == "The ferry sails at one from the new pier."


def test_words_of_both_at_one_place_stand_one_after_the_other():
    base = "It costs 40 euros."
    assert joined(base, "It costs 45 euros.", "It costs 50 euros.") == "It costs 45 50 euros."


LINE = SOME.map(lambda text: text.replace("\n", ""))


@given(LINE, LINE)
def test_a_passage_says_its_new_words(before, after):
    assert reworded(Passage(before), after).text == after


def test_marks_stay_on_words_that_stay():
    passage = Passage("The old ferry sails.", (Mark(8, 13, MarkKind.BOLD, ""), Mark(14, 19, MarkKind.ITALIC, "")))
    after = reworded(passage, "Our new ferry sails.")
    assert [(after.words_of(mark), mark.kind) for mark in after.marks] == [
        ("ferry", MarkKind.BOLD),
        ("sails", MarkKind.ITALIC),
    ]


BASE = Passage("The ferry sails at noon.", (Mark(4, 9, MarkKind.BOLD),))


def marked(text, *words):
    """Return a passage with words in bold or naming p1."""
    return Passage(text, tuple(Mark(text.index(w), text.index(w) + len(w), kind, target) for w, kind, target in words))


def words_marked(passage):
    return [(passage.words_of(mark), mark.kind) for mark in passage.marks]


def test_words_taken_over_from_the_other_copy_bring_their_marks():
    first = Passage("The ferry sails at one.", BASE.marks)
    text = "The ferry sails at noon with Ada Lovell."
    second = marked(text, ("ferry", MarkKind.BOLD, ""), ("Ada Lovell", MarkKind.PERSON, "p1"))
    both = reworded_by_both("The ferry sails at one with Ada Lovell.", BASE, first, second)
    assert words_marked(both) == [("ferry", MarkKind.BOLD), ("Ada Lovell", MarkKind.PERSON)]


def test_a_mark_that_one_copy_took_away_does_not_come_back_with_the_other():
    first = Passage("The ferry sails at one.")
    second = Passage("The ferry sails at noon daily.", BASE.marks)
    assert reworded_by_both("The ferry sails at one daily.", BASE, first, second).marks == ()


def test_of_a_mark_whose_words_did_not_all_come_nothing_comes():
    second = marked("The ferry of Ada Lovell sails at noon.", ("Ada Lovell", MarkKind.PERSON, "p1"))
    both = reworded_by_both("The ferry of Ada sails at noon.", BASE, BASE, second)
    assert words_marked(both) == [("ferry", MarkKind.BOLD)]


@given(LINE, LINE, LINE)
def test_two_copies_joined_say_the_words_given(base, first, second):
    text = joined(base, first, second)
    assert reworded_by_both(text, Passage(base), Passage(first), Passage(second)) == Passage(text)
