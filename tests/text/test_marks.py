"""Marks of quotation paired."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.marks import find_marked


def inner(text: str) -> list[tuple[str, int]]:
    return [(text[each.start : each.end], each.depth) for each in find_marked(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("« a b », dit-il", [("a b", 0)]),
        ("«\u00a0a b\u202f»", [("a b", 0)]),
        ("“a b,” he said, “c d”", [("a b,", 0), ("c d", 0)]),
        ('"a b," he said, "c d"', [("a b,", 0), ("c d", 0)]),
        ("‘don’t go,’ he said", [("don’t go,", 0)]),
        ("« a “b” c »", [("a “b” c", 0), ("b", 1)]),
        ("« a « b » c »", [("a « b » c", 0), ("b", 1)]),
        ("“a “b!” c” says", [("a “b!” c", 0), ("b!", 1)]),
        ("''a b,'' says", [("a b,", 0)]),
        ("<< a b >>", [("a b", 0)]),
        ("”a b,” he said", [("a b,", 0)]),
        ("«a b” est", [("a b", 0)]),
        ("„a b“ sagt", [("a b", 0)]),
        ("l’eau d’ici, aujourd’hui", []),
        ("5'10\" tall", []),
        ("the Allies’ resolve", []),
        ("« »", []),
    ],
)
def test_marks_are_paired_as_a_reader_pairs_them(text: str, found: list[tuple[str, int]]) -> None:
    assert inner(text) == found


def test_lost_marks_are_told() -> None:
    (unclosed,) = find_marked("“a b c")
    assert (unclosed.opened, unclosed.closed, unclosed.regular) == (True, False, False)
    (unopened,) = find_marked("a b c,” said X")
    assert (unopened.start, unopened.opened, unopened.regular) == (0, False, False)


@given(st.text(st.sampled_from("ab «»“”\"'’‘.,"), max_size=60))
def test_stretches_lie_inside_the_text_and_inside_each_other(text: str) -> None:
    found = find_marked(text)
    for each in found:
        assert 0 <= each.outer <= each.start < each.end <= each.outer_end <= len(text)
        assert not text[each.start].isspace()
    for one in found:
        for other in found:
            apart = one.outer_end <= other.outer or other.outer_end <= one.outer
            inside = one.outer <= other.outer <= other.outer_end <= one.outer_end
            around = other.outer <= one.outer <= one.outer_end <= other.outer_end
            assert apart or inside or around
