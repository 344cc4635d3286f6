from dataclasses import replace

import pytest
from editing import insert
from generated import NOON

from editor.edits import pairing, rows
from editor.errors import Unfit
from editor.formats.arrival.realigning import align_again
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.pictures import Picture
from editor.model.rows import PairState, Row, RowKind

EN, FR = Language.EN, Language.FR


def a_doc(*pairs):
    def side(text):
        return tuple(Passage(part) for part in text.split("|")) if text else ()

    made = tuple(Row(f"r{n}", Bilingual(side(en), side(fr))) for n, (en, fr) in enumerate(pairs, 1))
    return Communique(made, counter=len(made))


def shown(doc):
    return [tuple("|".join(passage.text for passage in row[language]) for language in Language) for row in doc.rows]


def confirmed(doc, *row_ids):
    return rows.confirm(row_ids, "Ada", NOON).apply(doc)


def moved(doc, row_id, language, passage=0, *, down):
    return pairing.move_side(row_id, language, passage, down=down).apply(doc)


def test_a_side_pushed_down_pushes_what_follows_to_the_next_gap():
    doc = a_doc(("A", "b"), ("B", "c"), ("C", ""), ("D", "d"))
    assert shown(moved(doc, "r1", FR, down=True)) == [("A", ""), ("B", "b"), ("C", "c"), ("D", "d")]


def test_a_side_pushed_down_without_a_gap_makes_a_row_at_the_end():
    doc = a_doc(("A", "b"), ("B", "c"))
    assert shown(moved(doc, "r1", FR, down=True)) == [("A", ""), ("B", "b"), ("", "c")]


def test_what_is_pushed_against_a_settled_row_stops_before_it():
    doc = confirmed(a_doc(("A", "b"), ("B", "c"), ("D", "d")), "r3")
    assert shown(moved(doc, "r1", FR, down=True)) == [("A", ""), ("B", "b"), ("", "c"), ("D", "d")]
    lonely = rows.leave_one_sided("r2").apply(a_doc(("A", "b"), ("B", ""), ("C", "c")))
    assert shown(moved(lonely, "r1", FR, down=True)) == [("A", ""), ("", "b"), ("B", ""), ("C", "c")]


def test_a_side_goes_up_into_the_gap_with_what_follows():
    doc = a_doc(("A", "a"), ("B", ""), ("C", "b"), ("D", "c"), ("", "d"))
    assert shown(moved(doc, "r3", FR, down=False)) == [("A", "a"), ("B", "b"), ("C", "c"), ("D", "d")]


def test_a_side_goes_up_to_the_next_gap_or_settled_row_alone():
    doc = a_doc(("A", ""), ("B", "a"), ("C", ""), ("D", "d"))
    assert shown(moved(doc, "r2", FR, down=False)) == [("A", "a"), ("B", ""), ("C", ""), ("D", "d")]
    doc = confirmed(a_doc(("A", ""), ("B", "a"), ("D", "d")), "r3")
    assert shown(moved(doc, "r2", FR, down=False)) == [("A", "a"), ("B", ""), ("D", "d")]


def test_a_side_goes_up_beside_what_stands_there():
    doc = a_doc(("A", "a1"), ("B", "a2"))
    assert shown(moved(doc, "r2", FR, down=False)) == [("A", "a1|a2"), ("B", "")]


def test_some_passages_of_a_side_go_to_the_neighbouring_row():
    doc = a_doc(("A", "a|b1"), ("B", "b2|c"), ("C", ""))
    after = moved(doc, "r1", FR, 1, down=True)
    assert shown(after) == [("A", "a"), ("B", "b1|b2|c"), ("C", "")]
    assert shown(moved(after, "r2", FR, 2, down=True)) == [("A", "a"), ("B", "b1|b2"), ("C", "c")]
    assert shown(moved(doc, "r2", FR, 0, down=False)) == [("A", "a|b1|b2"), ("B", "c"), ("C", "")]


def test_no_way_up_from_the_first_row_or_into_a_settled_one():
    doc = confirmed(a_doc(("A", "a"), ("B", "b")), "r1")
    for row_id in ("r1", "r2"):
        with pytest.raises(Unfit):
            moved(doc, row_id, FR, down=False)
    with pytest.raises(Unfit):
        moved(a_doc(("A", "a")), "r1", EN, down=False)


def test_two_sides_are_exchanged_with_the_row_below_and_nothing_else_moves():
    doc = a_doc(("A", "b"), ("B", "a"), ("C", "c"))
    after = pairing.exchange("r1", FR).apply(doc)
    assert shown(after) == [("A", "a"), ("B", "b"), ("C", "c")]
    for bad in ("r3", "r2"):
        with pytest.raises(Unfit):
            pairing.exchange(bad, FR).apply(confirmed(doc, "r3"))


def test_a_pair_that_was_parted_is_remembered_and_not_proposed_again():
    doc = a_doc(
        ("The budget is 40 million euros.", "Le budget est de 40 millions d’euros."),
        ("The lake is blue.", "Le lac est bleu."),
    )
    assert shown(align_again(doc).apply(doc)) == shown(doc)
    parted = moved(doc, "r1", FR, down=True)
    assert parted.rejected == (Bilingual("The budget is 40 million euros.", "Le budget est de 40 millions d’euros."),)
    again = align_again(parted).apply(parted)
    assert ("The budget is 40 million euros.", "Le budget est de 40 millions d’euros.") not in shown(again)


ENGLISH = (
    "The ministers met in Vienna on 3 May.",
    "They agreed on 40 million euros for the harbour.",
    "Norway and Denmark will send two ships.",
    "The next meeting takes place in Oslo in June.",
)
FRENCH = (
    "Les ministres se sont réunis à Vienne le 3 mai.",
    "Ils ont décidé 40 millions d’euros pour le port.",
    "La Norvège et le Danemark enverront deux navires.",
    "La prochaine réunion se tiendra à Oslo en juin.",
)


def test_aligning_again_keeps_what_is_settled_and_pairs_the_rest():
    doc = a_doc(
        (ENGLISH[0], FRENCH[0]),
        (ENGLISH[1], ""),
        (ENGLISH[2], FRENCH[1]),
        (ENGLISH[3], f"{FRENCH[2]}|{FRENCH[3]}"),
    )
    doc = confirmed(doc, "r1")
    after = align_again(doc).apply(doc)
    assert shown(after) == list(zip(ENGLISH, FRENCH, strict=True))
    assert after.rows[0] is doc.rows[0]
    assert all(row.certainty is not None and row.certainty > 0.7 for row in after.rows[1:])


def test_a_wrong_pair_that_was_confirmed_is_an_anchor_all_the_same():
    doc = confirmed(a_doc((ENGLISH[0], ""), (ENGLISH[1], FRENCH[0]), (ENGLISH[2], FRENCH[2])), "r2")
    after = align_again(doc).apply(doc)
    assert shown(after) == shown(doc)


def test_aligning_again_keeps_empty_rows_captions_and_comments():
    doc = a_doc((ENGLISH[0], ""), ("", FRENCH[0]), ("A boat", "Un bateau"), ("", ""))
    marked = [replace(doc.rows[0], comments=("c1",)), replace(doc.rows[1], comments=("c2",))]
    caption = replace(doc.rows[2], kind=RowKind.CAPTION)
    doc = replace(doc, rows=(*marked, caption, doc.rows[3]), pictures=(Picture("i1", "a.jpg", "r3"),))
    after = align_again(doc).apply(doc)
    assert shown(after) == [(ENGLISH[0], FRENCH[0]), ("A boat", "Un bateau"), ("", "")]
    assert after.rows[0].comments == ("c1", "c2")
    assert after.rows[1] is caption


def test_aligning_again_is_no_change_to_what_was_written_meanwhile():
    doc = a_doc((ENGLISH[0], ""), ("", FRENCH[0]))
    edit = align_again(doc)
    later = insert(0).apply(doc)
    assert edit.apply(later) is later


def test_a_confirmed_row_is_sure_and_an_emptied_side_is_not():
    doc = a_doc(("A", "a"))
    sure = replace(doc, rows=(replace(doc.rows[0], certainty=0.4),))
    assert confirmed(sure, "r1").rows[0].certainty is None
    assert sure.rows[0].having(FR, ()).certainty is None
    assert sure.rows[0].state is PairState.DRAFT
