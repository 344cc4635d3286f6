import pytest
from editing import write
from generated import NOON, communiques
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import commenting, rows, writing
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind, Passage
from editor.model.rows import Row

EN, FR = Language.EN, Language.FR


def a_doc(*pairs):
    made = tuple(Row(f"r{n}", Bilingual((Passage(en),), (Passage(fr),))) for n, (en, fr) in enumerate(pairs, 1))
    return Communique(made, counter=len(made))


DOC = a_doc(("One lake", "Un lac"), ("Two lakes", "Deux lacs"))


def said(doc, place, text="Really?"):
    return commenting.add((place,), text, "Ada", NOON).apply(doc)


def words(doc):
    return [stretch.words for stretch in doc.stretches(MarkKind.COMMENT)]


def test_a_comment_moves_with_its_words():
    doc = said(DOC, DOC.rows[0].address(EN, 0, 4, 8))
    assert words(doc) == ["lake"]
    place = DOC.rows[0].address(EN, 0, 0, 0)
    doc = write(EN, place, place, ("Perhaps ",)).apply(doc)
    assert words(doc) == ["lake"]
    doc = rows.move("r1", 1).apply(doc)
    assert words(doc) == ["lake"]
    doc = rows.join("r2").apply(doc)
    assert words(doc) == ["lake"]


def test_a_comment_on_no_words_is_on_the_row_and_goes_where_it_is_joined():
    doc = said(DOC, DOC.rows[1].address(FR, 0, 4, 4))
    assert doc.rows[1].comments == (doc.comments[0].id,)
    assert rows.join("r1").apply(doc).rows[0].comments == (doc.comments[0].id,)


def test_a_comment_whose_words_are_deleted_stays_in_the_document():
    doc = said(DOC, DOC.rows[0].address(EN, 0, 4, 8))
    doc = writing.replace(DOC.rows[0].address(EN, 0, 0, 8), "").apply(doc)
    assert words(doc) == []
    assert len(doc.comments) == 1


def test_it_is_answered_settled_and_opened_again():
    doc = said(DOC, DOC.rows[0].address(EN, 0, 4, 8))
    name = doc.comments[0].id
    doc = commenting.resolve(name).apply(doc)
    assert doc.comments[0].is_resolved
    doc = commenting.reply(name, " Yes. ", "Zoe", NOON).apply(doc)
    assert [answer.text for answer in doc.comments[0].replies] == ["Yes."]
    assert not doc.comments[0].is_resolved
    assert commenting.resolve(name, is_resolved=False).apply(doc) is doc


def test_nothing_is_said_by_spaces_or_of_what_is_gone():
    for edit in (
        commenting.add((DOC.rows[0].address(EN, 0, 0, 3),), "  ", "Ada", NOON),
        commenting.add((Row("r9").address(EN, 0, 0, 3),), "Really?", "Ada", NOON),
        commenting.reply("c9", "Yes", "Ada", NOON),
    ):
        with pytest.raises(Unfit):
            edit.apply(DOC)


@given(communiques().filter(lambda doc: doc.rows), st.data())
def test_adding_and_deleting_a_comment_leaves_the_document_as_it_was(doc, data):
    row = data.draw(st.sampled_from(doc.rows))
    language = data.draw(st.sampled_from(Language))
    start, end = sorted((data.draw(st.integers(0, 9)), data.draw(st.integers(0, 9))))
    after = said(doc, row.address(language, 0, start, end))
    assert [each.wording for each in after.rows] == [each.wording for each in doc.rows]
    back = commenting.remove(after.comments[-1].id).apply(after)
    assert (back.rows, back.comments) == (doc.rows, doc.comments)
