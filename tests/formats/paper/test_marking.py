from generated import passages
from hypothesis import given
from hypothesis import strategies as st

from editor.formats.paper import Change, Strip, strips, strips_of_side
from editor.model.passage import Mark, MarkKind, Passage


def told(side, former):
    """The strips of a side as text: what was added in plus signs, what was taken out in minus signs."""
    signs = {Change.NONE: "{}", Change.ADDED: "+{}+", Change.REMOVED: "-{}-"}
    marked = strips_of_side(tuple(map(Passage, side)), former)
    return ["".join(signs[strip.change].format(strip.text) for strip in words) for words in marked]


def test_words_are_marked_where_they_were_added_and_taken_out():
    assert told(["The region now pays 70%."], "The region pays 62%.") == ["The region +now +pays -62-+70+%."]


def test_a_narrow_space_that_changed_is_a_change():
    assert told(["62\u202f%"], "62\u00a0%") == ["62-\u00a0-+\u202f+%"]


def test_a_paragraph_that_was_parted_keeps_its_words():
    assert told(["One.", "Two."], "One. Two.") == ["One.- -", "Two."]


def test_a_paragraph_that_was_added_is_new_as_a_whole():
    assert told(["One.", "Two."], "One.") == ["One.", "+Two.+"]


def test_a_side_that_is_empty_now_shows_what_stood_there():
    assert told([], "One.\nTwo.") == ["-One. ¶ Two.-"]


def test_without_a_former_copy_nothing_is_marked():
    assert told(["One."], None) == ["One."]


def test_marks_and_changes_cross_each_other():
    passage = Passage("a bold word", (Mark(2, 11, MarkKind.BOLD), Mark(2, 6, MarkKind.FOOTNOTE, "why")))
    (words,) = strips_of_side((passage,), "a bold")
    assert words == (
        Strip("a "),
        Strip("bold", bold=True, notes=("why",)),
        Strip(" word", bold=True, change=Change.ADDED),
    )


@given(passages())
def test_the_strips_of_any_passage_are_its_text(passage):
    assert "".join(strip.text for strip in strips(passage)) == passage.text


@given(st.lists(passages(), min_size=1, max_size=3), st.lists(passages(), max_size=3))
def test_what_was_not_taken_out_is_the_text_and_what_was_not_added_the_former_one(now, then):
    former = "\n".join(passage.text for passage in then)
    marked = strips_of_side(tuple(now), former)
    kept = ["".join(strip.text for strip in words if strip.change is not Change.REMOVED) for words in marked]
    assert kept == [passage.text for passage in now]
    old = "".join(strip.text for words in marked for strip in words if strip.change is not Change.ADDED)
    assert old.replace(" ¶ ", "").replace("\n", "") == former.replace("\n", "")
