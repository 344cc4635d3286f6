from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as some

from editor.gui.panes.tally import Tally
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row

SIDES = some.sampled_from(["", " ", "boat", "bateau"]).map(lambda text: (Passage(text),))
ROWS = some.lists(some.builds(Bilingual, SIDES, SIDES), max_size=6)


@given(some.lists(ROWS, min_size=1, max_size=4))
def test_a_tally_that_follows_counts_as_one_that_begins_anew(texts):
    tally = Tally()
    for sides in texts:
        rows = tuple(Row(f"r{n}", each) for n, each in enumerate(sides))
        before = tally.states
        differs = tally.follow(rows)
        said = [row for row in rows if any(map(row.has_text, Language))]
        assert tally.states == Counter(row.state for row in said)
        assert differs or before == tally.states


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((Row("r1"), Row("r2")), "Nothing is written yet"),
        ((Row("r1", Bilingual((Passage("boat"),), ())), Row("r2")), "0 of 1 rows done"),
        ((Row("r1", Bilingual((Passage("boat"),), ()), on_purpose=True),), "1 of 1 rows done"),
    ],
)
def test_rows_that_say_nothing_are_no_work_and_one_language_on_purpose_is_done(rows, told):
    tally = Tally()
    tally.follow(rows)
    assert tally.told.english() == told
