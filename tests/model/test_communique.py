from dataclasses import replace

import pytest
from generated import communiques
from hypothesis import assume, given

from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.rows import Row, RowKind


@given(communiques())
def test_a_row_exchanged_in_its_place_is_what_an_exchange_of_all_rows_gives(doc):
    assume(doc.rows)
    row = replace(doc.rows[-1], sides=Bilingual((Passage("Other"),), ()))
    wanted = replace(doc, rows=(*doc.rows[:-1], row))
    assert doc.having_row_at(len(doc.rows) - 1, row) == wanted
    assert doc.having_row(row) == wanted
    assert doc != wanted or doc.rows[-1] == row


def test_two_rows_never_share_an_id():
    doc = Communique((Row("r1"), Row("r2")))
    with pytest.raises(ValueError, match="r1"):
        doc.having_row_at(1, Row("r1"))
    with pytest.raises(ValueError, match="share an id"):
        Communique((Row("r1"), Row("r1")))


def test_a_number_of_an_id_that_no_counter_reaches_is_not_counted_on():
    assert Communique((Row("r7"), Row("r99999999999999999999"), Row("x"))).fresh("r")[0] == ("r8",)


def test_a_level_deeper_than_any_text_goes_is_the_deepest():
    assert Row("r1", kind=RowKind.LIST_ITEM, level=10**12, number=1).level == 99


def test_the_headline_is_that_of_the_first_headline_row_and_its_first_passage():
    sides = Bilingual((Passage("A"), Passage("B")), ())
    rows = (
        Row("r1", Bilingual((Passage("No"),), ())),
        Row("r2", sides, RowKind.HEADLINE),
        Row("r3", sides.each(tuple)),
    )
    assert Communique(rows).headline == Bilingual(Passage("A"), Passage())
    assert Communique(rows[:1]).headline == Bilingual(Passage(), Passage())
