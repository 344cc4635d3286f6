from hypothesis import given
from hypothesis import strategies as st

from editor.gui.fields.differences import code_points, difference, differences, utf16

letters = st.text(st.sampled_from("ab é😀\u202f"), max_size=12)
paragraphs = st.lists(letters, min_size=1, max_size=5)


def applied(old, found):
    """Do the differences to the paragraphs, in the order given."""
    texts = list(old)
    for one in found:
        (first, start), (last, end) = one.start, one.end
        pieces = list(one.pieces)
        pieces[0] = texts[first][:start] + pieces[0]
        pieces[-1] += texts[last][end:]
        texts[first : last + 1] = pieces
    return texts


@given(paragraphs, paragraphs, st.data())
def test_doing_the_differences_gives_the_new_paragraphs_wherever_the_caret_is(old, new, data):
    block = data.draw(st.integers(0, len(new) - 1))
    caret = data.draw(st.none() | st.tuples(st.just(block), st.integers(0, len(new[block]))))
    assert applied(old, differences(old, new, caret)) == new


@given(letters, letters, letters)
def test_what_was_written_ends_at_the_caret(before, written, after):
    start, end, text = difference(before + after, before + written + after, len(before + written))
    assert (before + after)[:start] + text + (before + after)[end:] == before + written + after
    assert start + len(text) == len(before + written)


def test_of_two_equal_letters_the_one_before_the_caret_is_new():
    assert difference("al", "all", 3) == (2, 2, "l")
    assert difference("al", "all", 2) == (1, 1, "l")


def test_paragraphs_that_are_exchanged_one_for_one_are_told_one_by_one_from_the_end():
    found = differences(["one", "same", "two"], ["One", "same", "Two"])
    assert [(one.start, one.end, one.pieces) for one in found] == [((2, 0), (2, 1), ("T",)), ((0, 0), (0, 1), ("O",))]


@given(letters, st.data())
def test_units_and_code_points_are_counted_both_ways(text, data):
    count = data.draw(st.integers(0, len(text)))
    assert code_points(text, utf16(text, count)) == count
    assert utf16(text, len(text)) == len(text.encode("utf-16-le")) // 2
