import pytest
from editing import write
from generated import NOON, communiques, passages, texts
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import writing
from editor.edits.flow import Splice, flow
from editor.edits.history import History
from editor.edits.rows import confirm, leave_one_sided
from editor.errors import Unfit
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.pictures import Picture
from editor.model.rows import PairState, Row, RowKind

EN, FR = Language.EN, Language.FR


def blocks(doc, language):
    """What the page of one language shows: an empty side shows one empty paragraph."""
    return [passage.text for row in doc.rows for passage in row[language] or (Passage(),)]


def words(doc, language):
    """The paragraphs of one language that say anything, in order."""
    return [passage for row in doc.rows for passage in row[language] if passage.text]


def at(row_id, passage, character, language=EN):
    return Address(Part.ROW, row_id, language, passage, character, character)


def table(*pairs, **more):
    """Build a communiqué from ("English|more English", "French") pairs, rows r1, r2 …"""

    def side(text):
        return tuple(Passage(part) for part in text.split("|")) if text else ()

    rows = tuple(Row(f"r{n}", Bilingual(side(en), side(fr))) for n, (en, fr) in enumerate(pairs, 1))
    return Communique(rows, counter=len(rows), **more)


def shown(doc):
    return [(row.id, "|".join(p.text for p in row[EN]), "|".join(p.text for p in row[FR])) for row in doc.rows]


def written(doc, start, end, *pieces):
    return write(EN, start, end, pieces).apply(doc)


@st.composite
def splices(draw):
    doc = draw(communiques(max_rows=4).filter(lambda doc: doc.rows))
    language = draw(st.sampled_from(Language))

    def spot():
        index = draw(st.integers(0, len(doc.rows) - 1))
        side = doc.rows[index][language] or (Passage(),)
        passage = draw(st.integers(0, len(side) - 1))
        return index, passage, draw(st.integers(0, len(side[passage].text)))

    first, second = sorted((spot(), spot()))
    if draw(st.booleans()):
        second = first
    places = [at(doc.rows[row].id, passage, character, language) for row, passage, character in (first, second)]
    pieces = draw(st.lists(passages(targets=()) | texts.map(Passage), min_size=1, max_size=5))
    if draw(st.booleans()):
        pieces = [Passage()] * draw(st.integers(1, 3))
    return doc, language, *places, tuple(pieces)


def flat(doc, language, place):
    """Where a place stands among all paragraphs of a language."""
    number = 0
    for row in doc.rows:
        if row.id == place.id:
            return number + (place.passage or 0)
        number += len(row[language]) or 1
    raise AssertionError


@given(splices())
def test_the_language_written_in_reads_as_any_editor_would_leave_it(splice):
    doc, language, start, end, pieces = splice
    before = blocks(doc, language)
    first, last = flat(doc, language, start), flat(doc, language, end)
    texts_ = [piece.text for piece in pieces]
    texts_[0] = before[first][: start.start] + texts_[0]
    texts_[-1] += before[last][end.start :]
    expected = before[:first] + texts_ + before[last + 1 :]
    after = write(language, start, end, pieces).apply(doc)
    assert [text for text in blocks(after, language) if text] == [text for text in expected if text]


@given(splices())
def test_writing_in_one_language_loses_nothing_of_the_other(splice):
    doc, language, start, end, pieces = splice
    after = write(language, start, end, pieces).apply(doc)
    assert words(after, language.other) == words(doc, language.other)


@given(splices())
def test_rows_keep_their_ids_and_new_ones_are_never_used_twice(splice):
    doc, language, start, end, pieces = splice
    after = write(language, start, end, pieces).apply(doc)
    before_ids, after_ids = {row.id for row in doc.rows}, [row.id for row in after.rows]
    new = [row_id for row_id in after_ids if row_id not in before_ids]
    assert len(set(after_ids)) == len(after_ids)
    assert all(doc.counter < int(row_id[1:]) <= after.counter for row_id in new)
    assert after.rows


@given(splices())
def test_the_caret_lands_behind_what_was_written(splice):
    doc, language, start, end, pieces = splice
    after, caret = flow(doc, Splice(language, start, end, pieces))
    side = after.row(caret.id)[language] or (Passage(),)
    text = side[caret.passage].text
    tail = blocks(doc, language)[flat(doc, language, end)][end.start :]
    assert text[caret.start :] == tail
    if len(pieces) > 1 or start.passage == end.passage:
        assert text[: caret.start].endswith(pieces[-1].text)


@given(splices())
def test_undo_gives_back_the_very_value_and_redo_the_next(splice):
    doc, language, start, end, pieces = splice
    history = History(doc)
    changed = history.do(write(language, start, end, pieces), 0.0)
    after = history.present
    if changed:
        history.undo()
        assert history.present is doc
        history.redo()
        assert history.present is after


@given(splices())
def test_marks_outside_a_splice_keep_their_words(splice):
    doc, language, start, end, pieces = splice

    def quoted(value):
        return [
            (stretch.mark.target, stretch.words)
            for stretch in value.stretches(MarkKind.QUOTE)
            if stretch.language is language.other
        ]

    assert quoted(write(language, start, end, pieces).apply(doc)) == quoted(doc)


class TestEnter:
    def test_inside_a_passage_parts_it_in_its_row(self):
        doc = written(table(("one two", "un deux")), at("r1", 0, 3), at("r1", 0, 3), "", "")
        assert shown(doc) == [("r1", "one| two", "un deux")]

    def test_inside_a_passage_without_counterpart_makes_two_rows(self):
        doc = written(table(("one two", "")), at("r1", 0, 3), at("r1", 0, 3), "", "")
        assert shown(doc) == [("r1", "one", ""), ("r2", " two", "")]

    def test_at_the_end_of_a_row_opens_a_row(self):
        doc = table(("one", "un"), ("", "deux"))
        edit = write(EN, at("r1", 0, 3), at("r1", 0, 3), ("", ""))
        assert shown(edit.apply(doc)) == [("r1", "one", "un"), ("r3", "", ""), ("r2", "", "deux")]
        _, landing = flow(doc, Splice(EN, at("r1", 0, 3), at("r1", 0, 3), (Passage(), Passage())))
        assert (landing.id, landing.passage, landing.start) == ("r3", 0, 0)

    def test_before_a_row_opens_an_empty_row_above_and_stays_with_the_text(self):
        doc = table(("one", "un"))
        after = written(doc, at("r1", 0, 0), at("r1", 0, 0), "", "")
        assert shown(after) == [("r2", "", ""), ("r1", "one", "un")]

    def test_behind_a_headline_opens_a_paragraph_and_behind_an_item_the_next(self):
        rows = (
            Row("r1", Bilingual((Passage("Head"),), ()), RowKind.HEADLINE),
            Row("r2", Bilingual((Passage("Item"),), ()), RowKind.LIST_ITEM, 1, 4),
        )
        doc = Communique(rows, counter=2)
        doc = written(doc, at("r1", 0, 4), at("r1", 0, 4), "", "")
        doc = written(doc, at("r2", 0, 4), at("r2", 0, 4), "", "")
        assert [(row.kind, row.level, row.number) for row in doc.rows] == [
            (RowKind.HEADLINE, 0, None),
            (RowKind.PARAGRAPH, 0, None),
            (RowKind.LIST_ITEM, 1, 4),
            (RowKind.LIST_ITEM, 1, 5),
        ]

    def test_before_a_subheading_opens_a_plain_paragraph_and_before_an_item_the_next(self):
        heading = Row("r1", Bilingual((Passage("Head"),), ()), RowKind.SUBHEADING, 2)
        item = Row("r2", Bilingual((Passage("Item"),), ()), RowKind.LIST_ITEM, 2, 1)
        doc = Communique((heading, item), counter=2)
        doc = written(doc, at("r1", 0, 0), at("r1", 0, 0), "", "")
        doc = written(doc, at("r2", 0, 0), at("r2", 0, 0), "", "")
        assert [(row.kind, row.level, row.number) for row in doc.rows] == [
            (RowKind.PARAGRAPH, 0, None),
            (RowKind.SUBHEADING, 2, None),
            (RowKind.LIST_ITEM, 2, 1),
            (RowKind.LIST_ITEM, 2, 2),
        ]

    def test_behind_a_row_in_one_language_on_purpose_opens_one_that_waits_for_both(self):
        doc = leave_one_sided("r1").apply(table(("one", "")))
        after = written(doc, at("r1", 0, 3), at("r1", 0, 3), "", "")
        assert [row.state for row in after.rows] == [PairState.ONE_LANGUAGE, PairState.UNTRANSLATED]

    def test_over_a_selection_replaces_it(self):
        doc = written(table(("one two", "un")), at("r1", 0, 1), at("r1", 0, 5), "", "")
        assert shown(doc) == [("r1", "o|wo", "un")]


class TestBackspace:
    def test_across_the_edge_of_two_rows_merges_them(self):
        doc = written(table(("one", "un"), ("two", "deux")), at("r1", 0, 3), at("r2", 0, 0), "")
        assert shown(doc) == [("r1", "onetwo", "un|deux")]

    def test_across_an_empty_row_takes_it_away_and_leaves_the_other_as_it_was(self):
        doc = table(("", ""), ("two", "deux"))
        after = written(doc, at("r1", 0, 0), at("r2", 0, 0), "")
        assert after.rows == (doc.rows[1],)
        below = table(("one", "un"), ("", ""))
        assert written(below, at("r1", 0, 3), at("r2", 0, 0), "").rows == (below.rows[0],)

    def test_at_the_start_of_an_empty_side_changes_nothing_and_moves_up(self):
        doc = table(("one", "un"), ("", "deux"))
        start, end = at("r1", 0, 3), at("r2", 0, 0)
        assert written(doc, start, end, "") is doc
        assert flow(doc, Splice(EN, start, end, (Passage(),)))[1] == at("r1", 0, 3)

    def test_below_an_empty_side_pulls_the_text_up_to_its_counterpart(self):
        doc = written(table(("", "un"), ("one", "")), at("r1", 0, 0), at("r2", 0, 0), "")
        assert shown(doc) == [("r1", "one", "un")]

    def test_two_confirmed_rows_merged_want_reading_again(self):
        doc = table(("one", "un"), ("two", "deux"))
        doc = confirm(("r1", "r2"), "A. Reader", NOON).apply(doc)
        after = written(doc, at("r1", 0, 3), at("r2", 0, 0), "")
        assert after.rows[0].state is PairState.STALE
        assert after.rows[0].changed_sides == (EN,)


class TestDeletingOverRows:
    def test_rows_whose_other_side_speaks_keep_their_place(self):
        doc = table(("one", "un"), ("two", "deux"), ("three", ""), ("four", "quatre"))
        after = written(doc, at("r1", 0, 2), at("r4", 0, 2), "")
        assert shown(after) == [("r1", "onur", "un"), ("r2", "", "deux"), ("r4", "", "quatre")]

    def test_what_is_left_of_the_last_row_stays_with_its_counterpart(self):
        doc = table(("one", "un"), ("two", "deux"), ("three", "trois"))
        after = written(doc, at("r1", 0, 0), at("r3", 0, 2), "")
        assert shown(after) == [("r1", "", "un"), ("r2", "", "deux"), ("r3", "ree", "trois")]

    def test_everything_leaves_one_row_to_write_in(self):
        doc = table(("one", ""), ("two", ""))
        assert shown(written(doc, at("r1", 0, 0), at("r2", 0, 3), "")) == [("r1", "", "")]

    def test_the_caption_of_a_picture_keeps_its_row(self):
        rows = (Row("r1", Bilingual((Passage("a"),), ())), Row("r2", Bilingual((Passage("b"),), ()), RowKind.CAPTION))
        doc = Communique(rows, pictures=(Picture("i1", caption="r2"),), counter=2)
        assert [row.id for row in written(doc, at("r1", 0, 0), at("r2", 0, 1), "").rows] == ["r1", "r2"]


class TestPaste:
    def test_cut_and_paste_of_four_rows_gives_the_four_rows_again(self):
        doc = table(("one", "un"), ("two", "deux"), ("three", "trois"), ("four", "quatre"))
        cut = written(doc, at("r1", 0, 0), at("r4", 0, 4), "")
        assert shown(cut) == [("r1", "", "un"), ("r2", "", "deux"), ("r3", "", "trois"), ("r4", "", "quatre")]
        assert written(cut, at("r1", 0, 0), at("r1", 0, 0), "one", "two", "three", "four").rows == doc.rows

    def test_what_finds_no_empty_side_stays_in_the_last_row_filled(self):
        doc = table(("one", "un"), ("", "deux"), ("three", "trois"))
        after = written(doc, at("r1", 0, 3), at("r1", 0, 3), "", "a", "b", "c")
        assert shown(after) == [("r1", "one", "un"), ("r2", "a|b|c", "deux"), ("r3", "three", "trois")]

    def test_that_ends_with_a_line_end_loses_none_of_its_paragraphs(self):
        doc = written(table(("one", "un")), at("r1", 0, 3), at("r1", 0, 3), "", "a", "b", "")
        assert shown(doc) == [("r1", "one|a|b", "un"), ("r2", "", "")]

    def test_what_finds_no_room_below_is_like_the_last_row_filled(self):
        item = Row("r1", Bilingual((Passage("Item"),), ()), RowKind.LIST_ITEM, 1, 1)
        doc = Communique((item, Row("r2")), counter=2)
        after = written(doc, at("r1", 0, 4), at("r1", 0, 4), "", "a", "b")
        assert [(row.kind, row.text(EN)) for row in after.rows] == [
            (RowKind.LIST_ITEM, "Item"),
            (RowKind.PARAGRAPH, "a"),
            (RowKind.PARAGRAPH, "b"),
        ]

    def test_of_a_list_makes_items_of_what_comes_and_leaves_what_stood_there(self):
        item = (RowKind.LIST_ITEM, 1, None)
        doc = table(("one", ""), ("", ""), ("", "deux"))
        place = at("r1", 0, 3)
        pieces = tuple(map(Passage, (" and", "a", "b", "c")))
        after = writing.splice_in(Splice(EN, place, place, pieces, (item, item, item, item))).apply(doc)
        assert [(row.kind, row.text(EN), row.text(FR)) for row in after.rows] == [
            (RowKind.PARAGRAPH, "one and", ""),
            (RowKind.LIST_ITEM, "a", ""),
            (RowKind.PARAGRAPH, "b", "deux"),
            (RowKind.LIST_ITEM, "c", ""),
        ]

    def test_into_an_empty_document_makes_a_row_for_each_paragraph(self):
        after = written(table(("", "")), at("r1", 0, 0), at("r1", 0, 0), "a", "b", "c")
        assert shown(after) == [("r1", "a", ""), ("r2", "b", ""), ("r3", "c", "")]

    def test_leaves_a_blank_row_for_the_contact_to_the_contact(self):
        rows = (Row("r1", kind=RowKind.HEADLINE), Row("r2"), Row("r3", kind=RowKind.CONTACT))
        after = written(Communique(rows, counter=3), at("r1", 0, 0), at("r1", 0, 0), "a", "b", "c")
        assert [(row.text(EN), row.kind) for row in after.rows] == [
            ("a", RowKind.HEADLINE),
            ("b", RowKind.PARAGRAPH),
            ("c", RowKind.PARAGRAPH),
            ("", RowKind.CONTACT),
        ]

    def test_fills_the_other_side_of_a_contact_that_is_written(self):
        contact = Row("r2", Bilingual((), (Passage("Presse"),)), RowKind.CONTACT)
        doc = Communique((Row("r1", Bilingual((), (Passage("un"),))), contact), counter=2)
        after = written(doc, at("r1", 0, 0), at("r1", 0, 0), "a", "Press")
        assert shown(after) == [("r1", "a", "un"), ("r2", "Press", "Presse")]

    def test_of_as_many_paragraphs_as_are_selected_goes_one_to_one(self):
        doc = table(("one|uno", "un"), ("two", "deux"))
        after = written(doc, at("r1", 0, 0), at("r2", 0, 3), "a", "b", "c")
        assert shown(after) == [("r1", "a|b", "un"), ("r2", "c", "deux")]

    def test_over_more_rows_than_paragraphs_leaves_the_rest_empty(self):
        doc = table(("one", "un"), ("two", "deux"), ("three", "trois"))
        after = written(doc, at("r1", 0, 0), at("r3", 0, 5), "a", "b")
        assert shown(after) == [("r1", "a", "un"), ("r2", "b", "deux"), ("r3", "", "trois")]

    def test_over_rows_keeps_both_remainders_with_their_counterparts(self):
        doc = table(("one", "un"), ("two", "deux"), ("three", "trois"))
        after = written(doc, at("r1", 0, 1), at("r3", 0, 3), "A", "b", "c", "C")
        assert shown(after) == [("r1", "oA", "un"), ("r2", "b|c", "deux"), ("r3", "Cee", "trois")]

    def test_carries_the_marks_of_its_pieces(self):
        piece = Passage("bold", (Mark(0, 4, MarkKind.BOLD),))
        after = write(EN, at("r1", 0, 1), at("r1", 0, 1), (piece,)).apply(table(("ab", "")))
        assert after.rows[0][EN][0].marks == (Mark(1, 5, MarkKind.BOLD),)

    def test_leaves_out_what_no_passage_may_hold(self):
        edit = writing.replace(Address(Part.ROW, "r1", EN, 0, 0, 0), "a\0\ufffcb")
        assert edit.apply(table(("", ""))).rows[0].text(EN) == "ab"


class TestReplace:
    def test_mends_a_stretch_and_says_where_the_caret_goes(self):
        edit = writing.replace(Address(Part.ROW, "r1", FR, 0, 3, 5), "\u202f!")
        doc = edit.apply(table(("Yes!", "Oui !")))
        assert doc.rows[0].text(FR) == "Oui\u202f!"
        assert edit.caret == Address(Part.ROW, "r1", FR, 0, 5, 5)

    def test_of_a_whole_side_makes_as_many_passages_as_there_are_lines(self):
        doc = writing.replace(Address(Part.ROW, "r1", EN), "a\nb").apply(table(("one|two", "un")))
        assert shown(doc) == [("r1", "a|b", "un")]

    @pytest.mark.parametrize("where", [("r9", 0, 0), ("r1", 3, 0), ("r1", 0, 99)])
    def test_says_so_where_the_place_is_gone(self, where):
        with pytest.raises(Unfit, match="no longer in the text"):
            written(table(("one", "un")), at(*where), at(*where), "x")
        row, passage, character = where
        with pytest.raises(Unfit, match="no longer in the text"):
            writing.replace(Address(Part.ROW, row, EN, passage, character, character + 1), "x").apply(
                table(("one", ""))
            )


@pytest.mark.parametrize(
    ("start", "end", "pieces", "label"),
    [
        (3, 3, ("x",), "Typing"),
        (1, 3, ("",), "Delete"),
        (1, 3, ("x",), "Replace text"),
        (1, 3, ("x", ""), "Replace text"),
        (3, 3, ("", ""), "New paragraph"),
        (3, 3, ("x", ""), "Insert text"),
        (3, 3, ("", "", ""), "Insert text"),
    ],
)
def test_what_was_done_is_named(start, end, pieces, label):
    edit = write(EN, at("r1", 1, start), at("r1", 1, end), pieces)
    assert edit.label.english() == label
    assert edit.apply(table(("one|two", ""))).rows


class TestRuns:
    def test_typing_and_rubbing_out_are_runs_and_replacing_is_none(self):
        typed = write(EN, at("r1", 0, 1), at("r1", 0, 1), ("x",))
        rubbed = write(EN, at("r1", 0, 1), at("r1", 0, 2), ("",))
        replaced = write(EN, at("r1", 0, 1), at("r1", 0, 2), ("y",))
        entered = write(EN, at("r1", 0, 1), at("r1", 0, 1), ("", ""))
        assert typed.run
        assert rubbed.run
        assert typed.run != rubbed.run
        assert not replaced.run
        assert not entered.run

    def test_typing_folds_into_one_step_until_the_sentence_ends(self):
        history = History(table(("", "")))
        for place, character in enumerate("One. Two"):
            history.do(write(EN, at("r1", 0, place), at("r1", 0, place), (character,)), place / 10)
        history.undo()
        assert history.present.rows[0].text(EN) == "One."
        history.undo()
        assert history.present.rows[0].text(EN) == ""


class TestMarks:
    def stretch(self, start, end, language=EN, row="r1"):
        return Address(Part.ROW, row, language, 0, start, end)

    def test_a_quote_stands_on_the_words_without_their_quotation_marks(self):
        doc = table(("He said: “We agree.” Then", "Il a dit : «\u00a0Oui.\u00a0»"))
        doc = writing.mark((self.stretch(8, 20), self.stretch(10, 18, FR)), MarkKind.QUOTE).apply(doc)
        (quote,) = doc.quotes
        assert doc.wording(quote.id) == Bilingual("We agree.", "Oui.")

    def test_an_apostrophe_at_the_end_of_a_quote_stays(self):
        doc = writing.mark((self.stretch(0, 11),), MarkKind.QUOTE).apply(table(("the Allies’", "")))
        assert doc.wording(doc.quotes[0].id).en == "the Allies’"

    def test_lifting_a_quote_lifts_it_whole_and_forgets_it(self):
        doc = writing.mark((self.stretch(0, 7),), MarkKind.QUOTE).apply(table(("one two", "")))
        doc = writing.unmark((self.stretch(4, 4),), MarkKind.QUOTE).apply(doc)
        assert doc.quotes == ()
        assert doc.rows[0][EN][0].marks == ()

    def test_another_quote_without_words_is_left_alone(self):
        doc = table(("one two", ""), quotes=(Quote("q8"),))
        doc = writing.mark((self.stretch(0, 3),), MarkKind.QUOTE).apply(doc)
        doc = writing.unmark((self.stretch(0, 3),), MarkKind.QUOTE).apply(doc)
        assert doc.quotes == (Quote("q8"),)

    def test_a_person_must_be_known(self):
        doc = table(("Ada Lovell", ""), participants=(Participant("p1"),))
        after = writing.mark((self.stretch(0, 10),), MarkKind.PERSON, "p1").apply(doc)
        assert [stretch.words for stretch in after.stretches(MarkKind.PERSON, "p1")] == ["Ada Lovell"]
        with pytest.raises(Unfit, match="person"):
            writing.mark((self.stretch(0, 3),), MarkKind.PERSON, "p9").apply(doc)

    def test_spaces_alone_cannot_be_marked(self):
        with pytest.raises(Unfit, match="no words"):
            writing.mark((self.stretch(3, 4),), MarkKind.BOLD).apply(table(("one two", "")))

    def test_bold_again_is_not_bold(self):
        doc = table(("one two", ""))
        bold = writing.toggle(doc, (self.stretch(0, 4),), MarkKind.BOLD).apply(doc)
        assert bold.rows[0][EN][0].marks == (Mark(0, 3, MarkKind.BOLD),)
        assert writing.toggle(bold, (self.stretch(0, 3),), MarkKind.BOLD).apply(bold) == doc
