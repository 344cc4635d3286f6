from dataclasses import replace

from generated import communiques, texts
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import rows
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row
from editor.text.changes import Fate, RowFate, changes, compared

SOME = st.lists(st.sampled_from(["the", "lake", "opens", ",", " ", "  ", "4", "5", "’", "\n"]), max_size=12).map(
    "".join
)


def put(pieces, *fates):
    return "".join(piece.text for piece in pieces if piece.fate in fates)


@given(SOME | texts, SOME | texts)
def test_the_pieces_make_both_wordings(before, after):
    pieces = compared(before, after)
    assert put(pieces, Fate.KEPT, Fate.GONE) == before
    assert put(pieces, Fate.KEPT, Fate.NEW) == after
    assert all(piece.text for piece in pieces)
    assert (before == after) == all(piece.fate is Fate.KEPT for piece in pieces)


def test_whole_words_change_and_neighbours_are_one_change():
    pieces = compared("The 40 old ships sail at noon.", "The 45 new ships sail at noon.")
    assert [(piece.fate.value, piece.text) for piece in pieces] == [
        ("kept", "The "),
        ("gone", "40 old"),
        ("new", "45 new"),
        ("kept", " ships sail at noon."),
    ]


def test_wordings_without_end_are_told_as_one_change():
    pieces = compared("a b " * 3000, "c d " * 3000)
    assert [piece.fate for piece in pieces][:2] == [Fate.GONE, Fate.NEW]


def a_doc(*pairs):
    def side(text):
        return (Passage(text),) if text else ()

    made = tuple(Row(f"r{n}", Bilingual(side(en), side(fr))) for n, (en, fr) in enumerate(pairs, 1))
    return Communique(made, counter=len(made))


DOC = a_doc(("One lake", "Un lac"), ("Two lakes", "Deux lacs"), ("Three lakes", "Trois lacs"))


def told(found):
    return [(each.fate.value, each.row.text(Language.EN)) for each in found]


@given(communiques())
def test_nothing_changed_between_a_value_and_itself(doc):
    assert changes(doc, doc) == ()


@given(communiques(), communiques())
def test_every_word_of_either_version_that_is_not_in_both_is_told(before, after):
    found = changes(before, after)
    same = {tuple(row.wording) for row in before.rows} & {tuple(row.wording) for row in after.rows}
    for version, fates in ((before, (Fate.KEPT, Fate.GONE)), (after, (Fate.KEPT, Fate.NEW))):
        told = [tuple(put(side, *fates) for side in each.pieces) for each in found]
        for row in version.rows:
            assert tuple(row.wording) in (*told, *same, ("", ""))


def test_changed_new_gone_and_moved_rows_are_told_in_order():
    doc = DOC.having_row(DOC.rows[1].having(Language.FR, (Passage("Deux étangs"),)))
    assert told(changes(DOC, doc)) == [("changed", "Two lakes")]
    (change,) = changes(DOC, doc)
    assert put(change.pieces.fr, Fate.GONE) == "lacs"
    assert put(change.pieces.en, Fate.KEPT) == "Two lakes"
    assert told(changes(DOC, rows.remove("r2").apply(DOC))) == [("gone", "Two lakes")]
    assert told(changes(rows.remove("r2").apply(DOC), DOC)) == [("new", "Two lakes")]
    assert told(changes(DOC, rows.move("r1", 2).apply(DOC))) == [("moved", "One lake")]
    assert changes(DOC, rows.move("r1", 2).apply(DOC))[0].fate is RowFate.MOVED


def test_rows_of_another_document_are_known_by_their_words():
    other = replace(DOC, rows=tuple(replace(row, id=f"x{row.id}") for row in DOC.rows))
    assert changes(DOC, other) == ()
    changed = other.having_row(other.rows[1].having(Language.EN, (Passage("Many lakes"),)))
    assert told(changes(DOC, changed)) == [("changed", "Many lakes")]


def test_an_id_given_to_something_else_is_not_the_same_row():
    swapped = replace(DOC, rows=(replace(DOC.rows[2], id="r1"), DOC.rows[1], replace(DOC.rows[0], id="r3")))
    assert all(each.fate is RowFate.MOVED for each in changes(DOC, swapped))
