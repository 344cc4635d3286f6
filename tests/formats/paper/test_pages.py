from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.formats.paper.pages import Band, paginated


@dataclass(frozen=True)
class Row:
    name: str
    height: float = 10


def band(name, *counts, **more):
    """A band of columns with so many lines each, named a0.0, a0.1 …"""
    columns = tuple(tuple(Row(f"{name}{n}.{line}") for line in range(count)) for n, count in enumerate(counts))
    return Band(columns, **more)


def shown(pages):
    return [[len(column) for piece in page for column in piece.columns] for page in pages]


def test_bands_follow_each_other_with_the_space_above_them():
    (page,) = paginated([band("a", 2, 1, above=5), band("b", 1, 3, above=5)], 200)
    assert [(piece.top, piece.height) for piece in page] == [(0, 20), (25, 30)]


def test_a_long_band_goes_on_on_the_next_page_in_all_its_columns():
    assert shown(paginated([band("a", 14, 12)], 100)) == [[10, 10], [4, 2]]


def test_no_single_line_stands_at_the_head_of_a_page():
    assert shown(paginated([band("a", 11)], 100)) == [[9], [2]]


def test_a_short_band_is_not_cut():
    assert shown(paginated([band("a", 9), band("b", 2)], 100)) == [[9], [2]]


def test_a_heading_goes_with_what_follows():
    bands = [band("a", 8), band("h", 1, keeps=True), band("b", 2)]
    assert shown(paginated(bands, 100)) == [[8], [1, 2]]


def test_a_band_that_opens_a_page_opens_one():
    assert shown(paginated([band("a", 1), band("b", 1, opens=True)], 100)) == [[1], [1]]


def test_there_is_a_page_where_there_is_nothing():
    assert paginated([], 100) == ((),)


def test_a_last_line_alone_is_taken_in_where_bands_can_move_closer():
    tight = [band(name, 2, above=4) for name in "abcd"] + [band("e", 1, above=4)]
    assert shown(paginated(tight, 103)) == [[2, 2, 2, 2, 1]]
    (page,) = paginated(tight, 103)
    spaces = [under.top - over.top - over.height for over, under in pairwise(page)]
    assert all(space == pytest.approx(2.8) for space in spaces)


def test_bands_keep_their_spaces_where_no_page_would_be_saved_or_much_stands_on_the_last():
    wide = [band(name, 2, above=4) for name in "abcd"] + [band("e", 1, above=4)]
    assert [piece.top for piece in paginated(wide, 95)[0]] == [0, 24, 48, 72]
    much = [band("a", 8), band("b", 2, above=4)]
    assert shown(paginated(much, 103)) == [[8], [2]]


def test_each_text_closes_up_for_itself():
    first = [band(name, 2, above=4) for name in "abcd"] + [band("e", 1, above=4)]
    pages = paginated([*first, band("f", 1, opens=True), band("g", 1, above=4)], 103)
    assert shown(pages) == [[2, 2, 2, 2, 1], [1, 1]]
    assert pages[1][1].top == 14


lines = st.lists(st.floats(1, 150).map(lambda height: Row("x", height)), max_size=12).map(tuple)
bands = st.builds(
    lambda columns, above, keeps, opens, is_whole: Band(tuple(columns), above, keeps, opens, is_whole),
    st.lists(lines, min_size=1, max_size=3).filter(any),
    st.floats(0, 20),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(bands, max_size=8))
def test_every_line_stands_on_a_page_once_in_its_order_and_within_the_page(given_bands):
    pages = paginated(given_bands, 100)
    found = [
        [line for page in pages for piece in page if piece.band is each for line in piece.columns[n]]
        for each in given_bands
        for n in range(len(each.columns))
    ]
    assert found == [list(column) for each in given_bands for column in each.columns]
    for page in pages:
        for piece in page:
            tallest = max(line.height for column in piece.columns for line in column)
            assert piece.top + piece.height <= max(100, piece.top + tallest) + 1e-6
        for above, below in pairwise(page):
            assert below.top >= above.top + above.height - 1e-6
