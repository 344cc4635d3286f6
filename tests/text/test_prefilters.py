import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from editor.model.language import Language
from editor.text import dates, ranks, times, verbatim
from editor.text.letters import plain
from editor.text.lexicon import first_words, matches

PIECES = (
    "17", "2021", "1er", "21st", "May", "mai", "Sept.", "sept", "Monday", "lundi", "first", "premier", "noon", "midi",
    "13:30", "13 h 30", "3 p.m.", "17/05/2021", "2021-05-17", "T", "Gen.", "Lt Gen", "vice-amiral", "Général", "Roe",
    "www.lake.example", "a@b.example", "#tag", "a_b", "&amp;", "::", ":-)", "<b>", "`x y`", "tel:112", "//x", "€",
)  # fmt: skip
GAPS = (" ", "", ", ", "-", "\u00a0", " to ", "(", ")", ".", "/", " of ", "\n", "’")
TEXTS = some.lists(some.sampled_from((*PIECES, *GAPS, *GAPS)), max_size=16).map("".join)
PATTERNS = (
    (dates._grammar(), dates._firsts()),
    (times._time(), times._firsts()),
    *((ranks._ranked(language), ranks._firsts(language)) for language in Language),
)


@pytest.mark.parametrize(("pattern", "firsts"), PATTERNS)
@given(text=TEXTS)
@example(text="Monday, 17 May 2021 at 13:30 to 18 May; Lt Gen Roe, le vice-amiral Roe, midi")
def test_trying_a_pattern_where_its_words_stand_finds_what_trying_it_everywhere_finds(pattern, firsts, text):
    flat = plain(text)
    assert [each.span() for each in matches(pattern, flat, firsts)] == [each.span() for each in pattern.finditer(flat)]


@given(TEXTS)
@example("see www.lake.example, a@b.example (13:30) and #tag")
def test_addresses_are_found_word_by_word_as_in_the_whole(text):
    found = [each.span() for each in verbatim._matches(text)]
    assert found == [each.span() for each in verbatim._VERBATIM.finditer(text)]


def test_the_first_words_of_phrases_are_small():
    assert first_words(("Lt. Gen.", "vice-amiral", "", "…")) == {"lt", "vice"}
