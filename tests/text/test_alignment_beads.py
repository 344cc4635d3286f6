"""The plain-text format of beads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import Unfit
from editor.text.alignment import Bead, read_beads, write_beads


def test_beads_are_written_one_a_line():
    beads = [Bead((0,), (0,)), Bead((1, 2), (1,)), Bead((3,), ()), Bead((), (2,))]
    assert write_beads(beads) == "0:0\n1,2:1\n3:\n:2\n"


def test_comments_blank_lines_and_spaces_are_passed_over():
    assert read_beads("# made by hand\n\n 1 , 0 : 0 # joined\n", 2, 1) == (Bead((0, 1), (0,)),)


def test_one_sided_beads_are_cut_to_single_units():
    assert read_beads("0,1:\n:0,1", 2, 2) == (Bead((0,), ()), Bead((1,), ()), Bead((), (0,)), Bead((), (1,)))


def test_units_in_no_bead_stand_alone():
    assert read_beads("0:1\n", 2, 2) == (Bead((0,), (1,)), Bead((1,), ()), Bead((), (0,)))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("0:0\n1-1\n", "Line 2: a bead has exactly one colon"),
        ("0:0:1", "Line 1: a bead has exactly one colon"),
        ("zero:0", "Line 1: “zero” is not the number of a unit"),
        ("-1:0", "Line 1: “-1” is not the number of a unit"),
        ("²:0", "Line 1: “²” is not the number of a unit"),
        ("2:0", "Line 1: unit 2 does not exist or is used twice"),
        ("0:0\n0:1", "Line 2: unit 0 does not exist or is used twice"),
        ("0:0,0", "Line 1: unit 0 does not exist or is used twice"),
        ("9" * 6000 + ":0", "does not exist or is used twice"),
    ],
)
def test_a_malformed_line_is_named(text, sentence):
    with pytest.raises(Unfit, match=sentence):
        read_beads(text, 2, 2)


@st.composite
def monotone_beads(draw):
    beads, i, j = [], 0, 0
    for a, b in draw(st.lists(st.sampled_from([(1, 0), (0, 1), (1, 1), (2, 1), (1, 3), (3, 2)]), max_size=20)):
        beads.append(Bead(tuple(range(i, i + a)), tuple(range(j, j + b))))
        i, j = i + a, j + b
    return tuple(beads), i, j


@given(monotone_beads())
def test_beads_written_and_read_are_the_same(case):
    beads, en_count, fr_count = case
    assert read_beads(write_beads(beads), en_count, fr_count) == beads
