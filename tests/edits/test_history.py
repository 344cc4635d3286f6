from dataclasses import replace

from generated import communiques, words
from hypothesis import given
from hypothesis import strategies as st

from editor.edits.details import enter
from editor.edits.edit import Edit, all_of
from editor.edits.history import History
from editor.model.communique import Communique
from editor.model.rows import Row
from editor.words import say


def naming(reference, run="", typed=""):
    return Edit(
        say("Change {field}", field=say("Reference")),
        lambda doc: replace(doc, release=replace(doc.release, reference=reference)),
        run=run,
        typed=typed,
    )


@given(communiques(max_rows=2), st.lists(words, max_size=6))
def test_undoing_everything_gives_the_first_value_and_redoing_the_last(doc, references):
    history = History(doc)
    values = [doc]
    for second, reference in enumerate(references):
        if history.do(naming(reference), now=second * 10.0):
            values.append(history.present)
    last = history.present
    while history.undo():
        values.pop()
        assert history.present is values[-1]
    assert history.present is doc
    while history.redo():
        pass
    assert history.present is last


def test_an_edit_that_changes_nothing_is_no_step():
    history = History(Communique())
    assert not history.do(naming(""), now=0.0)
    assert history.undo() is None


def test_a_run_of_typing_is_one_step_until_a_pause():
    history = History(Communique())
    for second, reference in ((0.0, "a"), (1.0, "ab"), (2.0, "abc"), (9.0, "abcd")):
        history.do(naming(reference, run="typing", typed=reference[-1]), now=second)
    history.undo()
    assert history.present.release.reference == "abc"
    history.undo()
    assert history.present.release.reference == ""


def test_a_run_of_typing_ends_with_the_sentence():
    history = History(Communique())
    for second, reference in enumerate(("a", "a.", "a.b")):
        history.do(naming(reference, run="typing", typed=reference[-1]), now=second / 10)
    history.undo()
    assert history.present.release.reference == "a."


def test_a_long_run_of_typing_ends_at_a_space():
    history = History(Communique())
    text = ("word " * 30).strip()
    for index in range(1, len(text) + 1):
        history.do(naming(text[:index], run="typing", typed=text[index - 1]), now=index / 100)
    lengths = []
    while history.undo():
        lengths.append(len(history.present.release.reference))
    assert len(lengths) > 2
    assert all(text[length - 1] == " " for length in lengths if length)


def test_a_new_edit_forgets_the_future():
    history = History(Communique())
    history.do(naming("a"), now=0.0)
    history.undo()
    history.do(naming("b"), now=1.0)
    assert history.redo() is None


def test_saved_is_a_value_and_undo_can_come_back_to_it():
    history = History(Communique())
    history.do(naming("a"), now=0.0)
    history.mark_saved(history.present)
    assert not history.is_modified
    history.do(naming("b"), now=1.0)
    assert history.is_modified
    history.undo()
    assert not history.is_modified


def test_several_edits_made_one_are_one_step():
    history = History(Communique())
    history.do(all_of(say("Confirm"), [enter("reference", "x", "UTC"), enter("urgency", "3", "UTC")]), now=0.0)
    history.undo()
    assert history.present == Communique()


def test_undo_and_redo_are_named_for_the_step_they_would_take():
    history = History(Communique())
    history.do(enter("reference", "1", "UTC"), 0.0)
    history.do(enter("country", "BE", "UTC"), 9.0)
    labels = [edit.label for edit in (enter("reference", "1", "UTC"), enter("country", "BE", "UTC"))]
    assert (history.undo_label, history.redo_label) == (labels[1], None)
    history.undo()
    assert (history.undo_label, history.redo_label) == (labels[0], labels[1])
    history.undo()
    assert (history.undo_label, history.redo_label) == (None, labels[0])


def test_a_run_goes_on_through_early_spaces_and_through_long_words():
    history = History(Communique())
    text = "a word " + "x" * 60
    for index in range(1, len(text) + 1):
        history.do(naming(text[:index], run="typing", typed=text[index - 1]), now=index / 100)
    history.undo()
    assert history.undo_label is None


def test_two_edits_made_one_leave_the_caret_where_the_second_does_or_else_the_first():
    here, there = Row("r1").address(), Row("r2").address()
    plain = naming("a")
    assert replace(plain, caret=here).then(replace(plain, caret=there)).caret == there
    assert replace(plain, caret=here).then(plain).caret == here
    assert plain.then(plain).caret is None
