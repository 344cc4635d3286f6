"""Marks on a translation: those that are certain, and no others."""

import pytest
from generated import passages
from hypothesis import given
from hypothesis import strategies as st

from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.rows import Row
from editor.text.carrying import Carriage, carried, translated, translated_sentence

EN, FR = Language.EN, Language.FR
ADA = Participant("p1", Bilingual("Ada Lovell", "Ada Lovell"))
SABA = Participant("p2", Bilingual("Saint Sava", "Saint-Sava"))


def marked(text, *stretches):
    """Return a passage with marks on words: (words, kind, target)."""
    return Passage(text, tuple(Mark(text.index(w), text.index(w) + len(w), kind, to) for w, kind, to in stretches))


def given_marks(source, text, former=(), people=(ADA, SABA), said=frozenset()):
    """Return the words marked in a translation of an English passage: (words, kind, target)."""
    (found,) = carried([text], former, Carriage([source], EN, people, said))
    return [(found.words_of(mark), mark.kind, mark.target) for mark in found.marks]


BOLD, LINK, PERSON, QUOTE = MarkKind.BOLD, MarkKind.LINK, MarkKind.PERSON, MarkKind.QUOTE


@pytest.mark.parametrize(
    ("source", "text", "wanted"),
    [
        (
            marked("Ada Lovell spoke.", ("Ada Lovell", PERSON, "p1")),
            "Ada Lovell s’est exprimée.",
            [("Ada Lovell", PERSON, "p1")],
        ),
        (
            marked("Mr Lovell left.", ("Lovell", PERSON, "p1")),
            "M. Lovell est parti, Lovelland non.",
            [("Lovell", PERSON, "p1")],
        ),
        (marked("At Saint Sava.", ("Saint Sava", PERSON, "p2")), "À Saint-Sava.", [("Saint-Sava", PERSON, "p2")]),
        (marked("Somebody spoke.", ("Somebody", PERSON, "p9")), "Somebody parle.", []),
        (marked("See OLC for it.", ("OLC", LINK, "https://a.example")), "Voir OLC.", [("OLC", LINK, "https://a.example")]),
        (marked("See OLC or OLC.", ("OLC", BOLD, "")), "Voir OLC.", []),
        (marked("See OLC.", ("OLC", BOLD, "")), "Voir OLC ou OLC.", []),
        (marked("It costs 18.5 million.", ("18.5", BOLD, "")), "Il coûte 18,5 millions.", [("18,5", BOLD, "")]),
        (marked("On 1 June 2026.", ("1 June 2026", BOLD, "")), "Le 1er juin 2026.", [("1er juin 2026", BOLD, "")]),
        (marked("All of it.", ("All of it.", BOLD, "")), "Tout cela.", [("Tout cela.", BOLD, "")]),
        (marked("An idea of the lake.", ("idea", BOLD, "")), "Une idée du lac.", []),
        (
            marked("“We sail,” she said. “Soon.”", ("“We sail,”", QUOTE, "q1"), ("“Soon.”", QUOTE, "q2")),
            "« Nous partons », a-t-elle dit. « Bientôt. »",
            [("« Nous partons »", QUOTE, "q1"), ("« Bientôt. »", QUOTE, "q2")],
        ),
        (marked("“Sail,” she said.", ("Sail,", QUOTE, "q1")), "« Partons », dit-elle.", [("Partons", QUOTE, "q1")]),
        (marked("“We sail,” she said.", ("“We sail,”", QUOTE, "q1")), "« Un » et « deux ».", []),
    ],
)  # fmt: skip
def test_a_mark_goes_to_the_words_that_answer_for_certain(source, text, wanted):
    assert given_marks(source, text) == wanted


def test_a_quote_that_is_said_elsewhere_already_is_not_said_twice():
    source = marked("“We sail.”", ("“We sail.”", QUOTE, "q1"))
    assert given_marks(source, "« Partons. »", said=frozenset({"q1"})) == []


def test_what_the_translation_had_goes_before_what_the_source_gives():
    source = marked("The OLC sails.", ("OLC", BOLD, ""))
    former = marked("La CLO part.", ("CLO", MarkKind.ITALIC, ""))
    assert given_marks(source, "La CLO navigue.", [former]) == [("CLO", MarkKind.ITALIC, "")]
    assert given_marks(source, "La commission navigue.", [former]) == []


def test_a_name_is_marked_as_often_as_the_source_has_it():
    source = Passage("Lovell and Lovell.", (Mark(0, 6, PERSON, "p1"), Mark(11, 17, PERSON, "p1")))
    assert len(given_marks(source, "Lovell, Lovell et Lovell.")) == 2


def test_a_side_of_a_row_and_a_sentence_of_it_are_translated_with_their_marks():
    source = marked("Nothing here. Ada Lovell said “yes”.", ("Ada Lovell", PERSON, "p1"), ("“yes”", QUOTE, "q1"))
    row = Row("r1", Bilingual((source,), ()))
    doc = Communique((row,), (ADA,), (Quote("q1", "p1"),))
    (whole,) = translated(doc, row, FR, "Rien ici. Ada Lovell a dit « oui ».")
    assert {mark.kind for mark in whole.marks} == {PERSON, QUOTE}
    (part,) = translated_sentence(doc, row, FR, "Nothing here.", "Rien ici.")
    assert part.marks == ()
    (part,) = translated_sentence(doc, row, FR, "Ada Lovell said “yes”.", "Ada Lovell a dit « oui ».")
    assert {mark.kind for mark in part.marks} == {PERSON, QUOTE}
    assert translated_sentence(doc, row, FR, "Not there.", "Absent.") == (Passage("Absent."),)


@given(st.lists(passages(), min_size=1, max_size=2), st.lists(passages(), min_size=1, max_size=2))
def test_the_words_of_a_translation_are_never_changed(source, target):
    texts = [each.text for each in target]
    found = carried(texts, target, Carriage(source, EN, (ADA,)))
    assert [each.text for each in found] == texts
