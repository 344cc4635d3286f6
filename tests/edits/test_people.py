from dataclasses import replace

import pytest

from editor.edits import people
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.rows import Row

EN, FR = Language.EN, Language.FR
ADA = Participant("p1", Bilingual("Ada Lovell", "Ada Lovell"))


def a_doc(text, *marks, people_=()):
    return Communique((Row("r1", Bilingual((Passage(text, marks),) if text else (), ())),), people_, counter=1)


def at(start, end, language=EN):
    return Row("r1").address(language, 0, start, end)


def test_a_name_is_written_marked_and_given_a_card():
    doc = people.insert_name(at(5, 8), replace(ADA, id=""), people.Words("Ms Ada Lovell", 3, 13)).apply(
        a_doc("Said @Ad.")
    )
    assert doc.rows[0][EN] == (Passage("Said Ms Ada Lovell.", (Mark(8, 18, MarkKind.PERSON, "p2"),)),)
    assert doc.participants == (replace(ADA, id="p2"),)


def test_somebody_who_has_a_card_gets_no_other():
    edit = people.insert_name(at(5, 8), ADA, people.Words("Ada Lovell", 0, 10))
    doc = edit.apply(a_doc("Said @Ad.", people_=(ADA,)))
    assert doc.participants == (ADA,)
    assert doc.rows[0][EN][0].marks == (Mark(5, 15, MarkKind.PERSON, "p1"),)
    assert edit.caret == at(15, 15)


def test_words_that_name_nobody_bear_no_mark():
    doc = people.insert_name(at(0, 0), ADA, people.Words("she", 0, 0)).apply(a_doc("", people_=(ADA,)))
    assert doc.rows[0][EN] == (Passage("she"),)


def test_a_name_written_into_a_quote_is_part_of_it():
    quote = Mark(0, 9, MarkKind.QUOTE, "q1")
    doc = people.insert_name(at(5, 8), ADA, people.Words("Ada", 0, 3)).apply(a_doc("With @Ad.", quote, people_=(ADA,)))
    assert doc.rows[0][EN][0].marks == (quote, Mark(5, 8, MarkKind.PERSON, "p1"))


@pytest.mark.parametrize("place", [at(5, 99), at(9, 5), replace(at(0, 1), id="r9"), replace(at(0, 1), language=None)])
def test_a_place_that_is_gone_is_told(place):
    with pytest.raises(Unfit, match="no longer"):
        people.insert_name(place, ADA, people.Words("Ada", 0, 3)).apply(a_doc("Said @Ad."))


def test_words_become_the_name_of_a_new_participant():
    doc = people.make_card(at(0, 3), replace(ADA, id="")).apply(a_doc("Ada spoke."))
    assert doc.rows[0][EN][0].marks == (Mark(0, 3, MarkKind.PERSON, "p2"),)
    assert people.make_card(None, replace(ADA, id="p9")).apply(a_doc("Ada")).participants == (replace(ADA, id="p2"),)


def test_a_person_is_renamed_on_the_card_and_at_every_place_and_marks_stay_on_the_name():
    marks = (Mark(0, 3, MarkKind.PERSON, "p1"), Mark(10, 13, MarkKind.PERSON, "p1"))
    doc = a_doc("Ada spoke. Ada left.".replace(". A", ".A"), *marks, people_=(ADA, replace(ADA, id="p5")))
    places = [(at(0, 3), "Adèle"), (at(10, 13), "Adèle")]
    name = Bilingual("Adèle", "Adèle")
    for order in (places, places[::-1]):
        after = people.rename("p1", name, order).apply(doc)
        passage = after.rows[0][EN][0]
        assert passage.text == "Adèle spoke.Adèle left."
        assert [passage.words_of(mark) for mark in passage.marks] == ["Adèle", "Adèle"]
        assert [person.name.en for person in after.participants] == ["Adèle", "Ada Lovell"]
    with pytest.raises(Unfit, match="no longer among"):
        people.rename("p7", name, ()).apply(doc)


def two_cards():
    """One person in two spellings: the English text has the first card, the French the second."""
    row = Row(
        "r1",
        Bilingual(
            (
                Passage(
                    "“No,” said Ivo Petrenko.", (Mark(1, 4, MarkKind.QUOTE, "q1"), Mark(11, 23, MarkKind.PERSON, "p1"))
                ),
            ),
            (Passage("«\u00a0Non\u00a0», dit Yvo Petrénko.", (Mark(13, 25, MarkKind.PERSON, "p2"),)),),
        ),
    )
    ivo = Participant("p1", Bilingual("Ivo Petrenko", "Ivo Petrenko"), (Bilingual("Minister", ""),))
    yvo = Participant("p2", Bilingual("Yvo Petrénko", "Yvo Petrénko"), (Bilingual("", "ministre"),), country="UA")
    return Communique((row,), (ivo, yvo), (Quote("q1", "p2"),), counter=9)


def test_two_cards_of_one_person_become_one_that_has_all_that_both_knew():
    doc = people.join_cards("p1", "p2").apply(two_cards())
    (whole,) = doc.participants
    assert whole == Participant(
        "p1", Bilingual("Ivo Petrenko", "Yvo Petrénko"), (Bilingual("Minister", "ministre"),), country="UA"
    )
    assert doc.quote("q1").speaker == "p1"
    assert [(each.words, each.mark.target) for each in doc.stretches(MarkKind.PERSON)] == [
        ("Ivo Petrenko", "p1"),
        ("Yvo Petrénko", "p1"),
    ]
    assert doc.refused == ()


def test_a_card_is_not_made_one_with_somebody_who_is_gone():
    with pytest.raises(Unfit):
        people.join_cards("p1", "p7").apply(two_cards())
    assert people.join_cards("p1", "p1").apply(two_cards()) == two_cards()
