from dataclasses import replace

import pytest
from editing import write
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import habits, rows
from editor.edits.edit import Edit
from editor.edits.numbering import renumbered
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row, RowKind

EN, FR = Language.EN, Language.FR
ITEM = RowKind.LIST_ITEM


def an_item(name, text="", level=1, number=None, kind=ITEM):
    return Row(name, Bilingual((Passage(text),), ()), kind, level, number)


def numbers(doc):
    return [row.number for row in doc.rows]


def typed(text, *above):
    """Return the row in which the first space of `text` was just typed, and the place behind that space."""
    row = Row("r9", Bilingual((Passage(text),), ()))
    place = text.index(" ") + 1
    return Communique((*above, row), counter=9), row.address(EN, 0, place, place)


@pytest.mark.parametrize(
    ("text", "kind", "level", "number"),
    [
        ("- ", ITEM, 1, None),
        ("* ", ITEM, 1, None),
        ("• ", ITEM, 1, None),
        ("– ", ITEM, 1, None),
        ("- already there", ITEM, 1, None),
        ("1. ", ITEM, 1, 1),
        ("1) ", ITEM, 1, 1),
        ("# ", RowKind.SUBHEADING, 1, None),
        ("## ", RowKind.SUBHEADING, 2, None),
    ],
)
def test_a_sign_and_a_space_begin_what_writers_mean_by_them(text, kind, level, number):
    doc, place = typed(text)
    edit = habits.begun(doc, place)
    row = edit.apply(doc).rows[0]
    assert (row.kind, row.level, row.number) == (kind, level, number)
    assert row.text(EN) == text[text.index(" ") + 1 :]
    assert edit.caret.start == 0


@pytest.mark.parametrize("text", ["a ", "-- ", "2. ", "2021. ", "### ", "-a ", "— ", "1: "])
def test_other_words_begin_nothing(text):
    assert habits.begun(*typed(text)) is None


def test_a_number_goes_on_with_the_list_above():
    doc, place = typed("4. ", an_item("r1", "Three", number=3))
    assert numbers(habits.begun(doc, place).apply(doc)) == [3, 4]


def test_only_a_plain_paragraph_becomes_an_item():
    row = Row("r1", Bilingual((Passage("- "),), ()), RowKind.HEADLINE)
    assert habits.begun(Communique((row,)), row.address(EN, 0, 2, 2)) is None
    row = Row("r1", Bilingual((Passage("One"), Passage("- ")), ()))
    assert habits.begun(Communique((row,)), row.address(EN, 1, 2, 2)) is None


def test_enter_in_an_empty_item_leaves_the_list_a_level_at_a_time():
    doc = Communique((an_item("r1", "One"), Row("r2", kind=ITEM, level=2)))
    place = doc.rows[1].address(FR, 0, 0, 0)
    doc = habits.ended(doc, place).apply(doc)
    assert (doc.rows[1].kind, doc.rows[1].level) == (ITEM, 1)
    doc = habits.ended(doc, place).apply(doc)
    assert (doc.rows[1].kind, doc.rows[1].level) == (RowKind.PARAGRAPH, 0)
    assert habits.ended(doc, place) is None


def test_enter_in_an_item_that_says_something_in_the_other_language_ends_nothing():
    doc = Communique((an_item("r1", "One"),))
    assert habits.ended(doc, doc.rows[0].address(FR, 0, 0, 0)) is None


def test_backspace_at_the_start_of_an_item_makes_it_a_paragraph():
    doc = Communique((an_item("r1", "One", number=1), an_item("r2", "Two", number=2), an_item("r3", number=3)))
    edit = habits.left(doc, doc.rows[0].address(EN, 0, 0, 0))
    after = edit.apply(doc)
    assert after.rows[0].kind is RowKind.PARAGRAPH
    assert numbers(after) == [None, 1, 2]
    assert habits.left(doc, doc.rows[0].address(EN, 0, 1, 1)) is None
    assert habits.left(after, doc.rows[0].address(EN, 0, 0, 0)) is None


def test_an_item_goes_one_level_below_the_one_above_and_back():
    doc = Communique((an_item("r1", "One"), an_item("r2", "Two")))
    place = doc.rows[1].address(EN, 0, 0, 0)
    doc = habits.levelled(doc, place, 1).apply(doc)
    assert doc.rows[1].level == 2
    assert habits.levelled(doc, place, 1) is None
    assert habits.levelled(doc, doc.rows[0].address(EN, 0, 0, 0), 1) is None
    assert habits.levelled(doc, place, -1).apply(doc).rows[1].level == 1
    assert habits.levelled(doc, doc.rows[1].address(EN, 0, 2, 2), -1) is None


def test_a_numbered_item_counts_on_at_its_level():
    doc = Communique(tuple(an_item(f"r{n}", "Item", number=n) for n in (1, 2, 3, 4)))
    doc = habits.levelled(doc, doc.rows[1].address(EN, 0, 0, 0), 1).apply(doc)
    assert numbers(doc) == [1, 1, 2, 3]
    doc = habits.levelled(doc, doc.rows[2].address(EN, 0, 0, 0), 1).apply(doc)
    assert numbers(doc) == [1, 1, 2, 2]


def three():
    return Communique(tuple(an_item(f"r{n}", "Item", number=n) for n in (1, 2, 3)), counter=3)


def enter_after_first(doc):
    place = doc.rows[0].address(EN, 0, 4, 4)
    return write(EN, place, place, ("", ""))


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (enter_after_first(three()), [1, 2, 3, 4]),
        (rows.remove("r1"), [1, 2]),
        (rows.remove("r2"), [1, 2]),
        (rows.move("r1", 1), [1, 2, 3]),
        (rows.move("r3", -2), [1, 2, 3]),
        (rows.join("r1"), [1, 2]),
        (rows.split("r1", Bilingual((0, 2), (0, 0))), [1, 2, 3, 4]),
        (rows.set_kind("r2", RowKind.PARAGRAPH), [1, None, 1]),
    ],
)
def test_the_items_below_count_on(edit, after):
    assert numbers(edit.apply(three())) == after


def test_a_list_that_begins_with_another_number_keeps_it_and_gaps_stay():
    doc = Communique(tuple(an_item(f"r{n}", "Item", number=n) for n in (5, 6, 9, 10)))
    assert numbers(rows.remove("r5").apply(doc)) == [5, 9, 10]


ROWS = st.lists(
    st.tuples(st.sampled_from([ITEM, ITEM, RowKind.PARAGRAPH]), st.integers(1, 3), st.none() | st.integers(1, 9)),
    max_size=8,
).map(lambda made: tuple(an_item(f"r{n}", "x", level, no, kind) for n, (kind, level, no) in enumerate(made)))


@given(ROWS)
def test_rows_that_did_not_change_keep_their_numbers(made):
    assert renumbered(made, made) is made
    assert Edit("", lambda doc: doc).apply(Communique(made)).rows is made


def a_doc(*rows_):
    made = []
    for number, (en, fr, kind) in enumerate(rows_, 1):
        sides = Bilingual(*((Passage(text),) if text else () for text in (en, fr)))
        made.append(Row(f"r{number}", sides, kind))
    return Communique(tuple(made), counter=len(made))


TEXT, HEAD, END = RowKind.PARAGRAPH, RowKind.HEADLINE, RowKind.BOILERPLATE


@pytest.mark.parametrize(
    ("first", "second", "goes_on"),
    [
        (("Title", "", HEAD), ("", "", TEXT), True),
        (("One", "Un", TEXT), ("", "Deux", TEXT), True),
        (("One", "Un", TEXT), ("", "Deux", END), True),
        (("One", "", TEXT), ("", "", END), False),
        (("One", "Un", TEXT), ("Two", "", TEXT), False),
        (("One", "", ITEM), ("", "", TEXT), False),
        (("", "", TEXT), ("", "", TEXT), False),
    ],
)
def test_enter_at_the_end_of_a_row_goes_on_to_a_side_that_waits_to_be_written(first, second, goes_on):
    doc = a_doc(first, second)
    end = len(first[0])
    onward = habits.side_to_fill(doc, doc.rows[0].address(EN, 0, end, end))
    assert onward == (doc.rows[1].address(EN, 0, 0, 0) if goes_on else None)


def test_enter_inside_a_row_or_in_the_last_one_goes_nowhere():
    doc = a_doc(("One", "Un", TEXT), ("", "Deux", TEXT))
    assert habits.side_to_fill(doc, doc.rows[0].address(EN, 0, 1, 1)) is None
    assert habits.side_to_fill(doc, doc.rows[1].address(FR, 0, 4, 4)) is None


def test_a_side_that_is_empty_on_purpose_is_left_so():
    doc = a_doc(("One", "Un", TEXT), ("", "Deux", TEXT))
    doc = doc.having_row(replace(doc.rows[1], on_purpose=True))
    assert habits.side_to_fill(doc, doc.rows[0].address(EN, 0, 3, 3)) is None


def test_an_item_that_came_too_deep_can_always_go_back_a_level():
    rows = (Row("r1", kind=RowKind.LIST_ITEM, level=1), Row("r2", kind=RowKind.LIST_ITEM, level=9))
    doc = Communique(rows)
    place = rows[1].address(EN, 0, 0, 0)
    assert habits.levelled(doc, place, -1).apply(doc).rows[1].level == 8
    assert habits.levelled(doc, place, 1) is None
