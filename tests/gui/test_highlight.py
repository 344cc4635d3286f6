import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.gui.fields.highlight import Style, ranges_of, shifted
from editor.model.language import Bilingual
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row, RowKind

PARAGRAPH = Row("r1")


@given(st.data())
def test_what_is_painted_moves_as_the_marks_do(data):
    text = "abcdefghij"
    start = data.draw(st.integers(0, 9))
    mark = Mark(start, data.draw(st.integers(start + 1, 10)), data.draw(st.sampled_from(MarkKind)))
    low = data.draw(st.integers(0, 10))
    high = data.draw(st.integers(low, 10))
    written = data.draw(st.text(st.sampled_from("xy"), max_size=4))
    after = Passage(text, (mark,)).splice(low, high, written)
    painted = shifted(((mark.start, mark.end, Style(mark.kind.value)),), low, high - low, len(written))
    assert painted == tuple((one.start, one.end, Style(one.kind.value)) for one in after.marks)


def test_places_are_counted_as_qt_counts_them():
    passage = Passage("😀 bold 😀", (Mark(2, 6, MarkKind.BOLD),))
    assert ranges_of(PARAGRAPH, passage) == ((3, 7, Style.BOLD),)


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("He said “We agree,” then", "We agree", "“We agree,”"),
        ("dit «\u00a0oui\u00a0», puis", "oui", "«\u00a0oui\u00a0»"),
        ("« oui »", "oui", "« oui »"),
        ("no marks here at all", "marks", "marks"),
        ("“One half", "One half", "“One half"),
    ],
)
def test_a_quote_is_shown_with_the_quotation_marks_that_are_there(text, words, shown):
    start = text.index(words)
    passage = Passage(text, (Mark(start, start + len(words), MarkKind.QUOTE, "q1"),))
    ((low, high, _),) = ranges_of(PARAGRAPH, passage)
    assert text[low:high] == shown


def test_the_kind_of_a_row_dresses_its_whole_text_however_long_it_grows():
    row = Row("r1", Bilingual((Passage("Head"),), ()), RowKind.HEADLINE)
    painted = ranges_of(row, Passage("Head"))
    assert [style for *_, style in painted] == [Style.HEADLINE]
    assert shifted(painted, 4, 0, 9) == painted


def test_findings_and_spelling_come_over_the_marks():
    passage = Passage("abcdef", (Mark(0, 6, MarkKind.PERSON, "p1"),))
    painted = ranges_of(PARAGRAPH, passage, [(0, 3, Style.MISSPELT), (2, 4, Style.ERROR)])
    assert [style for *_, style in painted] == [Style.PERSON, Style.ERROR, Style.MISSPELT]
