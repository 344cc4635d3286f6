from dataclasses import replace
from datetime import timedelta

from editing import insert
from generated import NOON, communiques
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import commenting, details, rows, writing
from editor.edits.merging import Copy, Made, merge
from editor.edits.pictures import add_picture
from editor.model.comments import Comment, Reply
from editor.model.communique import Communique
from editor.model.dismissals import Dismissal
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.pictures import Picture, Rendition, Use
from editor.model.rows import PairState, Row, RowKind

EN, FR = Language.EN, Language.FR


def a_doc(*pairs, **more):
    def side(text):
        return (Passage(text),) if text else ()

    made = tuple(Row(f"r{n}", Bilingual(side(en), side(fr))) for n, (en, fr) in enumerate(pairs, 1))
    return Communique(made, counter=len(made), **more)


BASE = a_doc(("One", "Un"), ("Two", "Deux"), ("Three", "Trois"))


def wrote(doc, row_id, language, text):
    return doc.having_row(doc.row(row_id).having(language, (Passage(text),)))


def texts(doc):
    return [tuple(row.wording) for row in doc.rows]


@given(communiques(), communiques())
def test_what_one_copy_alone_changed_is_taken_whole(base, x):
    for first, second in ((base, x), (x, base), (x, x)):
        merged = merge(base, first, second)
        assert replace(merged.doc, counter=0) == replace(x, counter=0)
        assert merged.clashes == ()


@given(communiques(max_rows=4), communiques(max_rows=4), communiques(max_rows=4))
def test_exchanging_the_copies_exchanges_the_clashes(base, x, y):
    one, other = merge(base, x, y).clashes, merge(base, y, x).clashes
    known = {*base.ids(), "rows", "quotes", "participants", "pictures", "comments"}
    shared = [
        {clash.name for clash in found if clash.name.split(".")[0] in known or clash.where is None}
        for found in (one, other)
    ]
    assert shared[0] == shared[1]


@given(communiques(max_rows=4), communiques(max_rows=4), communiques(max_rows=4), st.sampled_from(Copy))
def test_a_choice_decides_every_clash_and_nothing_else(base, x, y, copy):
    found = merge(base, x, y)
    decided = merge(base, x, y, {clash.name: copy for clash in found.clashes})
    assert [clash.name for clash in decided.clashes] == [clash.name for clash in found.clashes]
    if copy is Copy.FIRST:
        assert decided.doc == found.doc


def test_the_officers_english_and_the_translators_french_come_together():
    officer = wrote(BASE, "r1", EN, "One lake")
    translator = wrote(wrote(BASE, "r1", FR, "Un lac"), "r3", FR, "Trois lacs")
    merged = merge(BASE, officer, translator)
    assert texts(merged.doc) == [("One lake", "Un lac"), ("Two", "Deux"), ("Three", "Trois lacs")]
    assert merged.clashes == ()


def test_one_side_changed_by_both_is_shown_with_both_wordings_and_decided():
    one, other = wrote(BASE, "r2", FR, "Deux lacs"), wrote(BASE, "r2", FR, "Deux étangs")
    (clash,) = merge(BASE, one, other).clashes
    assert clash.name == "r2.fr"
    assert clash.where == BASE.rows[1].address(FR)
    assert (clash.first[0].text, clash.second[0].text) == ("Deux lacs", "Deux étangs")
    assert texts(merge(BASE, one, other, {"r2.fr": Copy.SECOND}).doc)[1] == ("Two", "Deux étangs")


def test_a_row_deleted_in_one_copy_and_written_in_the_other_clashes():
    gone, written = rows.remove("r2").apply(BASE), wrote(BASE, "r2", EN, "Two lakes")
    (clash,) = merge(BASE, gone, written).clashes
    assert (clash.name, clash.first) == ("r2", None)
    assert len(merge(BASE, gone, written).doc.rows) == 2
    assert len(merge(BASE, gone, written, {"r2": Copy.SECOND}).doc.rows) == 3
    assert merge(BASE, gone, BASE).clashes == ()


def added(doc, index, text):
    after = insert(index).apply(doc)
    return wrote(after, after.rows[index].id, EN, text)


def test_rows_added_by_both_are_both_kept_with_ids_of_their_own():
    merged = merge(BASE, added(BASE, 1, "A"), added(BASE, 3, "B"))
    assert [row.text(EN) for row in merged.doc.rows] == ["One", "A", "Two", "Three", "B"]
    assert merged.clashes == ()
    merged = merge(BASE, added(BASE, 1, "A"), added(BASE, 1, "B"))
    assert [row.text(EN) for row in merged.doc.rows] == ["One", "A", "B", "Two", "Three"]
    merged = merge(BASE, added(BASE, 1, "A"), added(rows.move("r3", -2).apply(BASE), 2, "B"))
    assert [row.text(EN) for row in merged.doc.rows] == ["Three", "One", "A", "B", "Two"]


def test_people_added_under_one_id_stay_two_and_so_do_their_names_in_the_text():
    def with_person(doc, row, name):
        doc = wrote(doc, row, EN, name)
        passage = Passage(name, (Mark(0, len(name), MarkKind.PERSON, "p9"),))
        doc = doc.having_row(doc.row(row).having(EN, (passage,)))
        return replace(doc, participants=(Participant("p9", Bilingual(name, name)),), counter=9)

    doc = merge(BASE, with_person(BASE, "r1", "Ada"), with_person(BASE, "r2", "Zoe")).doc
    names = {person.id: person.name.en for person in doc.participants}
    assert sorted(names.values()) == ["Ada", "Zoe"]
    assert [names[stretch.mark.target] for stretch in doc.stretches(MarkKind.PERSON)] == ["Ada", "Zoe"]


def test_a_move_in_one_copy_goes_with_the_words_of_the_other():
    merged = merge(BASE, rows.move("r3", -2).apply(BASE), wrote(BASE, "r3", FR, "Trois lacs"))
    assert [row.text(FR) for row in merged.doc.rows] == ["Trois lacs", "Un", "Deux"]
    both = merge(BASE, rows.move("r3", -2).apply(BASE), rows.move("r1", 1).apply(BASE))
    assert [clash.name for clash in both.clashes] == ["rows"]


def test_what_one_confirmed_and_the_other_changed_is_stale():
    confirmed = rows.confirm(("r1",), "Ada", NOON).apply(BASE)
    merged = merge(BASE, confirmed, wrote(BASE, "r1", EN, "One lake"))
    assert merged.doc.rows[0].state is PairState.STALE
    assert merged.doc.rows[0].changed_sides == (EN,)


def test_what_both_confirmed_is_confirmed_with_the_words_it_has():
    one = rows.confirm(("r1",), "Ada", NOON + timedelta(hours=1)).apply(BASE)
    other = rows.confirm(("r1",), "Zoe", NOON).apply(wrote(BASE, "r1", FR, "Un lac"))
    merged = merge(BASE, one, other)
    assert merged.doc.rows[0].state is PairState.CONFIRMED
    assert merged.doc.rows[0].confirmation.by == "Zoe"


def test_answers_of_both_to_one_comment_are_both_kept():
    said = Comment("c1", "Really?", "Ada", NOON)
    base = replace(BASE, comments=(said,))
    one = replace(base, comments=(replace(said, replies=(Reply("Yes", "Ada", NOON),)),))
    other = replace(base, comments=(replace(said, replies=(Reply("No", "Zoe", NOON),), is_resolved=True),))
    (comment,) = merge(base, one, other).doc.comments
    assert [reply.text for reply in comment.replies] == ["Yes", "No"]
    assert comment.is_resolved


def test_files_of_a_picture_are_merged_by_their_uses():
    def doc(*files, foreign=()):
        made = (Rendition(use, f"{use.value}{number}.jpg") for use, number in files)
        return Communique(pictures=(Picture("i1", "a.jpg", foreign=foreign).having(*made),))

    base = doc((Use.WEB, 1), (Use.THUMBNAIL, 1), (Use.PRINT, 1), foreign=("a",))
    first = doc((Use.WEB, 2), (Use.THUMBNAIL, 1), (Use.PRINT, 1), foreign=("a", "b"))
    second = doc((Use.WEB, 3), (Use.THUMBNAIL, 2), foreign=("a", "c"))
    merged = merge(base, first, second)
    assert merged.clashes == ()
    assert merged.doc == doc((Use.WEB, 2), (Use.THUMBNAIL, 2), foreign=("a", "b", "c"))


def test_something_made_of_both_can_stand_where_they_clash():
    one, other = wrote(BASE, "r2", FR, "Deux lacs"), wrote(BASE, "r2", FR, "Deux étangs")
    made = Made((Passage("Deux lacs et deux étangs"),))
    assert texts(merge(BASE, one, other, {"r2.fr": made}).doc)[1] == ("Two", "Deux lacs et deux étangs")


def quoted(doc, index, length):
    return writing.mark((doc.rows[index].address(EN, 0, 0, length),), MarkKind.QUOTE).apply(doc)


def test_quotes_that_both_marked_at_different_places_stay_two():
    doc = merge(BASE, quoted(BASE, 0, 3), quoted(BASE, 1, 3)).doc
    assert sorted(words.en for words in doc.wordings().values()) == ["One", "Two"]
    assert doc.wordings().keys() == {quote.id for quote in doc.quotes}
    new = [quoted(added(BASE, 3, text), 3, 3) for text in ("Yes", "Not")]
    assert sorted(words.en for words in merge(BASE, *new).doc.wordings().values()) == ["Not", "Yes"]


def test_a_quote_that_both_have_from_a_third_copy_stays_one_though_both_wrote_on():
    third = quoted(BASE, 0, 3)
    for other in (wrote(third, "r3", EN, "Three!"), replace(third, counter=40)):
        merged = merge(BASE, third, other).doc
        assert [quote.id for quote in merged.quotes] == [third.quotes[0].id]


def test_pictures_that_both_added_have_captions_of_their_own():
    one, other = (add_picture(Picture("", file)).apply(BASE) for file in ("a.jpg", "b.jpg"))
    doc = merge(BASE, one, other).doc
    assert [picture.file for picture in doc.pictures] == ["a.jpg", "b.jpg"]
    assert len({picture.caption for picture in doc.pictures}) == 2
    assert all(doc.row(picture.caption).kind is RowKind.CAPTION for picture in doc.pictures)


def test_the_review_copy_printed_last_is_remembered_whole():
    earlier, later = BASE.review_copy(NOON), BASE.review_copy(NOON + timedelta(hours=1))
    once = replace(BASE, review=BASE.review_copy(NOON - timedelta(hours=1)))
    for base in (BASE, once):
        for copies in ((earlier, later), (later, earlier)):
            merged = merge(base, *(replace(base, review=copy) for copy in copies))
            assert merged.doc.review == later
            assert merged.clashes == ()
    at_once = replace(later, wordings=(("r1", Bilingual("Other", "")),))
    assert merge(BASE, replace(BASE, review=later), replace(BASE, review=at_once)).doc.review == later


def test_what_one_deleted_and_words_of_the_other_still_name_stays():
    person, remark = Participant("p4", Bilingual("Ada", "Ada")), Comment("c6", "Sure?", "Zoe", NOON)
    marks = (
        Mark(0, 3, MarkKind.QUOTE, "q5"),
        Mark(0, 3, MarkKind.PERSON, "p4"),
        Mark(0, 3, MarkKind.COMMENT, "c6"),
    )
    base = replace(BASE, participants=(person,), quotes=(Quote("q5"),), comments=(remark,), counter=6)
    base = base.having_row(base.rows[0].having(EN, (Passage("One", marks),)))
    gone = base
    for edit in (details.remove_quote("q5"), details.remove_participant("p4"), commenting.remove("c6")):
        gone = edit.apply(gone)
    told = writing.replace(base.rows[0].address(EN, 0, 1, 2), "ö").apply(base)
    assert merge(base, gone, told).doc.quotes == ()
    doc = merge(base, gone, told, {"r1.en": Copy.SECOND}).doc
    assert (doc.quotes, doc.participants, doc.comments) == (base.quotes, base.participants, base.comments)
    spoken = replace(base, quotes=(Quote("q5", "p4"),))
    left = merge(base, details.remove_participant("p4").apply(base), spoken).doc
    assert left.participants == (person,)


@given(communiques(max_rows=4), communiques(max_rows=4), communiques(max_rows=4), st.sampled_from(Copy))
def test_words_name_nothing_that_is_gone(base, x, y, copy):
    found = merge(base, x, y)
    doc = merge(base, x, y, {clash.name: copy for clash in found.clashes}).doc
    for kind, parts in (
        (MarkKind.QUOTE, doc.quotes),
        (MarkKind.PERSON, doc.participants),
        (MarkKind.COMMENT, doc.comments),
    ):
        assert {stretch.mark.target for stretch in doc.stretches(kind)} <= {part.id for part in parts}
    assert {quote.speaker for quote in doc.quotes} <= {"", *(person.id for person in doc.participants)}


@given(communiques(max_rows=4), communiques(max_rows=4), communiques(max_rows=4))
def test_copies_that_do_not_clash_may_be_merged_in_either_order(base, x, y):
    one, other = merge(base, x, y), merge(base, y, x)
    if not one.clashes:
        assert other.clashes == ()
        assert sorted(map(repr, one.doc.rows)) == sorted(map(repr, other.doc.rows))


def test_a_finding_dismissed_in_a_row_that_gets_another_name_stays_dismissed():
    def dismissed(text):
        doc = added(BASE, 3, text)
        where = doc.rows[3].address(EN, 0, 0, 1)
        return replace(doc, dismissals=(Dismissal("X1", where, text, "So be it", "Ada", NOON),))

    doc = merge(BASE, dismissed("A"), dismissed("B")).doc
    named = {each.fingerprint: doc.row(each.where.id).text(EN) for each in doc.dismissals}
    assert named == {"A": "A", "B": "B"}
