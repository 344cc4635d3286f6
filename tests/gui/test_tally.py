from collections import Counter

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
        before = tally.states(empty=True), tally.states(empty=False)
        differs = tally.follow(rows)
        said = [row for row in rows if any(map(row.has_text, Language))]
        assert tally.states(empty=True) == Counter(row.state for row in rows)
        assert tally.states(empty=False) == Counter(row.state for row in said)
        assert differs or before == (tally.states(empty=True), tally.states(empty=False))
