from dataclasses import replace

import pytest
from checking import NATO, release
from hypothesis import given
from hypothesis import strategies as st

from editor.checks.mending import Mending, mend_everything
from editor.checks.run import mended
from editor.errors import Unfit
from editor.model.language import Language
from editor.model.passage import MarkKind

FAULTY = release(
    ('He said : "It\'s  here" , on 17 May. 2021.', "M. Vučić l'a dit : \" C'est ici \" ! Le 1ère mai, 25000 euros..."),
    ("A  second paragraph.", "Un  second paragraphe ; 12 %  de tout.\u00a0"),
)
MENDING = mend_everything(FAULTY, NATO)


def spliced(doc, changes):
    """The texts of a communiqué with these changes made one by one, from the end."""
    texts = {
        (row.id, language, index): passage.text
        for row in doc.rows
        for language in Language
        for index, passage in enumerate(row[language])
    }
    for where, held, new in sorted(changes, key=lambda change: -(change[0].start or 0)):
        key = (where.id, where.language, where.passage)
        assert texts[key][where.start : where.end] == held
        texts[key] = texts[key][: where.start] + new + texts[key][where.end :]
    return texts


def test_all_changes_together_are_what_the_command_line_does():
    after, done = mended(FAULTY, NATO)
    assert len(MENDING.changes) > 8
    assert len(done) >= len(MENDING.changes) // 2
    assert MENDING.edit(MENDING.changes).apply(FAULTY) == after
    assert mend_everything(after, NATO).changes == ()


@given(st.sets(st.sampled_from(MENDING.changes)))
def test_what_is_left_out_stays_as_it_was_and_all_else_is_mended(chosen):
    after = MENDING.edit(chosen).apply(FAULTY)
    assert spliced(after, ()) == spliced(FAULTY, chosen)
    if not chosen:
        assert after is FAULTY


def test_marks_stay_on_their_words_when_a_neighbour_is_left_out():
    row = FAULTY.rows[1]
    text = row.sides.fr[0].text
    start = text.index("12 %")
    marked = row.sides.fr[0].marked(start, start + 4, MarkKind.BOLD)
    doc = FAULTY.having_row(row.having(Language.FR, (marked,)))
    mending = mend_everything(doc, NATO)
    for left_out in mending.changes:
        after = mending.edit([change for change in mending.changes if change != left_out]).apply(doc)
        passage = after.rows[1].sides.fr[0]
        assert [passage.words_of(mark).replace("\u00a0", " ") for mark in passage.marks] == ["12 %"]


def test_a_row_that_comes_anew_and_the_fields_can_each_be_left_out():
    new = replace(FAULTY.rows[1], id="r9")
    after = replace(FAULTY, rows=(new, *FAULTY.rows), release=replace(FAULTY.release, reference="2021-078"))
    mending = Mending(FAULTY, after)
    row, fields = mending.changes
    assert (row[0].id, fields[2]) == ("r9", "2021-078")
    assert mending.edit([row]).apply(FAULTY) == replace(after, release=FAULTY.release)
    assert mending.edit([fields]).apply(FAULTY) == replace(after, rows=FAULTY.rows)


def test_another_text_than_the_one_shown_is_not_touched():
    with pytest.raises(Unfit):
        MENDING.edit(MENDING.changes).apply(release(("Else", "Autre")))
