from dataclasses import replace

import pytest
from generated import NOON, communiques
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.edits import pairing, rows
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import PairState, Row, RowKind


def row(row_id, en, fr, **more):
    sides = Bilingual(tuple(map(Passage, en)), tuple(map(Passage, fr)))
    return Row(row_id, sides, **more)


def texts_of(doc, language):
    return "".join(passage.text for row in doc.rows for passage in row[language])


@st.composite
def cuts(draw):
    doc = draw(communiques().filter(lambda doc: doc.rows))
    row = draw(st.sampled_from(doc.rows))

    def cut(side):
        passage = draw(st.integers(0, max(len(side) - 1, 0)))
        length = len(side[passage].text) if side else 0
        return passage, draw(st.integers(0, length))

    return doc, row.id, row.sides.each(cut)


@given(cuts())
def test_splitting_a_row_loses_no_character_and_joining_gives_the_texts_back(case):
    doc, row_id, cut = case
    parted = rows.split(row_id, cut).apply(doc)
    assert len(parted.rows) == len(doc.rows) + 1
    whole = rows.join(row_id).apply(parted)
    for language in Language:
        assert texts_of(parted, language) == texts_of(doc, language)
        assert texts_of(whole, language) == texts_of(doc, language)
    assert len(whole.rows) == len(doc.rows)


def test_between_sentences_the_space_goes_with_the_cut_and_joining_finds_the_confirmed_words_again():
    sides = Bilingual((Passage("It opens. It is free."),), (Passage("Il ouvre. C’est gratuit."),))
    doc = rows.confirm(("r1",), "Ada", NOON).apply(Communique((Row("r1", sides),), counter=1))
    parted = rows.split_sentences("r1", Bilingual((0, 9), (0, 10))).apply(doc)
    assert [row.wording for row in parted.rows] == [
        Bilingual("It opens.", "Il ouvre."),
        Bilingual("It is free.", "C’est gratuit."),
    ]
    assert rows.join("r1").apply(parted).rows[0].state is PairState.CONFIRMED


@given(communiques(), st.integers(-9, 9), st.data())
def test_moving_a_row_keeps_all_rows(doc, by, data):
    if not doc.rows:
        return
    moved = rows.move(data.draw(st.sampled_from(doc.rows)).id, by).apply(doc)
    assert sorted(row.id for row in moved.rows) == sorted(row.id for row in doc.rows)


def test_a_confirmed_pair_turns_stale_on_the_side_that_changes_and_back():
    doc = Communique((row("r1", ["One."], ["Un."]),))
    doc = rows.confirm(("r1",), "Ada", NOON).apply(doc)
    assert doc.rows[0].state is PairState.CONFIRMED
    changed = doc.having_row(doc.rows[0].having(Language.EN, (Passage("Two."),)))
    assert changed.rows[0].state is PairState.STALE
    assert changed.rows[0].changed_sides == (Language.EN,)
    assert changed.having_row(changed.rows[0].having(Language.EN, (Passage("One."),))).rows[0].state is (
        PairState.CONFIRMED
    )


def test_the_width_of_a_space_does_not_make_a_pair_stale():
    doc = rows.confirm(("r1",), "Ada", NOON).apply(Communique((row("r1", ["Yes: one!"], ["Oui : un !"]),)))
    changed = doc.rows[0].having(Language.FR, (Passage("Oui\u00a0: un\u202f!"),))
    assert changed.state is PairState.CONFIRMED


def test_only_pairs_with_both_sides_can_be_confirmed():
    doc = rows.confirm(("r1",), "Ada", NOON).apply(Communique((row("r1", ["One."], []),)))
    assert doc.rows[0].state is PairState.UNTRANSLATED


def test_one_language_on_purpose_ends_when_the_other_side_is_written():
    lonely = rows.leave_one_sided("r1").apply(Communique((row("r1", ["One."], []),))).rows[0]
    assert lonely.state is PairState.ONE_LANGUAGE
    assert lonely.having(Language.FR, (Passage("Un."),)).state is PairState.DRAFT


def test_joining_confirmed_rows_keeps_the_confirmation_and_joining_a_draft_makes_it_stale():
    doc = Communique((row("r1", ["One."], ["Un."]), row("r2", ["Two."], ["Deux."])))
    both = rows.confirm(("r1", "r2"), "Ada", NOON).apply(doc)
    assert rows.join("r1").apply(both).rows[0].state is PairState.CONFIRMED
    one = rows.confirm(("r1",), "Ada", NOON).apply(doc)
    assert rows.join("r1").apply(one).rows[0].state is PairState.STALE


def test_moving_across_empties_one_side_and_fills_the_other():
    doc = rows.move_across("r1", Language.FR).apply(Communique((row("r1", [], ["A caption"], kind=RowKind.CAPTION),)))
    assert doc.rows[0] == row("r1", ["A caption"], [], kind=RowKind.CAPTION)


def test_joining_the_halves_of_a_pair_that_was_parted_gives_the_pair_back():
    doc = Communique((row("r1", ["One."], ["Un."]),), counter=1)
    apart = rows.unpair("r1").apply(doc)
    assert [part.text(Language.EN) + part.text(Language.FR) for part in apart.rows] == ["One.", "Un."]
    assert apart.rejected == (Bilingual("One.", "Un."),)
    assert rows.join("r1").apply(apart).rows == doc.rows


def test_splitting_a_headline_leaves_one_headline():
    doc = Communique((row("r1", ["Title and text"], [], kind=RowKind.HEADLINE),))
    after = rows.split("r1", Bilingual((0, 5), (0, 0))).apply(doc)
    assert [part.kind for part in after.rows] == [RowKind.HEADLINE, RowKind.PARAGRAPH]


def test_joining_the_last_row_changes_nothing():
    doc = Communique((row("r1", ["One."], []),))
    assert rows.join("r1").apply(doc) is doc


def test_two_rows_never_share_an_id():
    with pytest.raises(ValueError, match="share an id"):
        Communique((row("r1", [], []), row("r1", [], [])))
    assert replace(Communique(), counter=4).fresh("r", 2)[0] == ("r5", "r6")


def test_a_side_is_copied_to_the_empty_one_with_its_quotes_and_people_and_never_over_words():
    marks = (Mark(0, 3, MarkKind.QUOTE, "q1"), Mark(0, 3, MarkKind.PERSON, "p1"), Mark(0, 3, MarkKind.COMMENT, "c1"))
    row = Row("r1", Bilingual((), (Passage("Oui", marks),)), on_purpose=True)
    after = rows.copy_across("r1", Language.FR).apply(Communique((row,))).rows[0]
    assert after[Language.EN] == (Passage("Oui", marks[:2]),)
    assert after[Language.FR] == row[Language.FR]
    assert not after.on_purpose
    with pytest.raises(Unfit):
        rows.copy_across("r1", Language.FR).apply(Communique((after,)))
    with pytest.raises(Unfit):
        rows.copy_across("r1", Language.EN).apply(Communique((row,)))


def test_a_cut_at_the_end_of_a_passage_is_one_at_the_start_of_the_next():
    doc = rows.confirm(("r1",), "Ada", NOON).apply(Communique((row("r1", ["One.", "Two."], ["Un.", "Deux."]),)))
    after = rows.split("r1", Bilingual((0, 4), (1, 0))).apply(doc)
    assert [tuple(part.wording) for part in after.rows] == [("One.", "Un."), ("Two.", "Deux.")]
    assert [part.state for part in after.rows] == [PairState.CONFIRMED, PairState.CONFIRMED]


@given(cuts())
def test_a_row_cut_between_its_passages_and_joined_again_is_as_it_was(case):
    doc, row_id, cut = case
    assume(all(passage.text for side in doc.row(row_id).sides for passage in side))
    between = cut.each(lambda place: (place[0], 0))
    whole = rows.join(row_id).apply(rows.split(row_id, between).apply(doc))
    assert whole.row(row_id).sides == doc.row(row_id).sides


def test_both_halves_of_a_row_in_one_language_on_purpose_are_so():
    doc = rows.leave_one_sided("r1").apply(Communique((row("r1", ["One. Two."], []),)))
    after = rows.split("r1", Bilingual((0, 5), (0, 0))).apply(doc)
    assert [part.state for part in after.rows] == [PairState.ONE_LANGUAGE, PairState.ONE_LANGUAGE]


def test_a_row_that_becomes_something_else_has_the_level_told_or_none():
    doc = Communique((row("r1", ["One."], [], kind=RowKind.LIST_ITEM, level=2, number=3),))
    plain = rows.set_kind("r1", RowKind.PARAGRAPH).apply(doc).rows[0]
    assert (plain.kind, plain.level, plain.number) == (RowKind.PARAGRAPH, 0, None)
    item = rows.set_kind("r1", RowKind.LIST_ITEM, 3, 1).apply(Communique((row("r1", ["One."], []),))).rows[0]
    assert (item.kind, item.level, item.number) == (RowKind.LIST_ITEM, 3, 1)


@pytest.mark.parametrize(("en", "fr"), [(["One."], []), ([], ["Un."]), ([], [])])
def test_a_row_of_one_side_cannot_be_parted(en, fr):
    doc = Communique((row("r1", en, fr),))
    assert rows.unpair("r1").apply(doc) is doc


def test_a_text_of_the_office_goes_to_the_end_and_before_an_end_mark():
    edit = rows.add_texts(RowKind.BOILERPLATE, Bilingual("About us.\nMore.", ""))
    first, end = row("r1", ["One."], []), row("r2", ["END"], ["FIN"], kind=RowKind.END_MARK)
    for before, place in (((), 0), ((first,), 1), ((first, end), 1), ((end,), 0), ((end, first), 2)):
        after = edit.apply(Communique(before, counter=2)).rows
        assert after[place] == row("r3", ["About us.", "More."], [], kind=RowKind.BOILERPLATE)
        assert (*after[:place], *after[place + 1 :]) == before


@pytest.mark.parametrize(
    "edit",
    [
        rows.split("r9", Bilingual((0, 0), (0, 0))),
        rows.join("r9"),
        rows.set_kind("r9", RowKind.NOTE),
        rows.leave_one_sided("r9"),
        rows.unconfirm("r9"),
        rows.restore("r9", Language.EN),
        rows.move_across("r9", Language.EN),
        rows.copy_across("r9", Language.EN),
        rows.unpair("r9"),
        pairing.move_side("r9", Language.EN, 0, down=True),
        pairing.exchange("r9", Language.EN),
    ],
)
def test_a_row_that_is_gone_is_told(edit):
    with pytest.raises(Unfit, match="no longer in the text"):
        edit.apply(Communique((row("r1", ["One."], []),)))


def test_a_row_that_is_gone_is_moved_and_removed_by_changing_nothing():
    doc = Communique((row("r1", ["One."], []),))
    for edit in (rows.move("r9", 1), rows.remove("r9"), rows.confirm(("r9",), "Ada", NOON)):
        assert edit.apply(doc) is doc
