from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import quotes, writing
from editor.edits.details import set_speaker
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Confidence, Participant, Quote
from editor.model.rows import Row

AT = datetime(2021, 5, 17, 12, 0, tzinfo=UTC)
SPACES = " \u00a0\u202f\u2009"


def passage(*parts):
    """A passage of plain words and (words, quote) pairs."""
    text, marks = "", []
    for part in parts:
        words, quote = part if isinstance(part, tuple) else (part, "")
        if quote:
            marks.append(Mark(len(text), len(text) + len(words), MarkKind.QUOTE, quote))
        text += words
    return Passage(text, tuple(marks))


def doc(*rows, people=("p1", "p2")):
    targets = dict.fromkeys(
        mark.target for english, french in rows for side in (english, french) for each in side for mark in each.marks
    )
    return Communique(
        tuple(Row(f"r{number}", Bilingual(*sides)) for number, sides in enumerate(rows, 1)),
        tuple(Participant(name) for name in people),
        tuple(Quote(target, people[0]) for target in targets),
    )


ONE = doc(
    ((passage("“", ("We agree on it", "q1"), ",” she said."),), (passage("«\u00a0", ("Nous sommes d’accord", "q1")),)),
)
CUT = doc(
    (
        (passage(("First part", "q1"), ", he said. ", ("Second part", "q2")),),
        (passage(("Première partie. Deuxième partie", "q1")),),
    )
)


def words(after):
    return {quote: tuple(words) for quote, words in after.wordings().items()}


def test_an_approval_remembers_the_words_of_both_languages():
    after = quotes.approve(("q1",), "Ada Lovell", AT).apply(ONE)
    signed = after.quote("q1").sign_off
    assert (signed.by, signed.at, tuple(signed.wording)) == (
        "Ada Lovell",
        AT,
        ("We agree on it", "Nous sommes d’accord"),
    )
    assert signed.holds_for(after.wording("q1"))
    assert quotes.withdraw("q1").apply(after) == ONE


@given(st.data())
def test_an_approval_is_void_once_a_character_changes_and_not_for_the_width_of_a_space(data):
    after = quotes.approve(("q1",), "Ada Lovell", AT).apply(ONE)
    language = data.draw(st.sampled_from(Language))
    (side,) = after.rows[0][language]
    (mark,) = side.marks
    place = data.draw(st.integers(mark.start + 1, mark.end - 1))
    old = side.text[place]
    new = data.draw(st.sampled_from(SPACES if old in SPACES else "xÉ’-"))
    changed = writing.replace(after.rows[0].address(language, 0, place, place + 1), new).apply(after)
    assert changed.quote("q1").sign_off.holds_for(changed.wording("q1")) is (old in SPACES)


def test_a_quote_without_words_in_one_language_is_not_approved():
    lonely = doc(((passage(("Only here", "q1")),), (passage("Rien."),)))
    with pytest.raises(Unfit, match="q1"):
        quotes.approve(("q1",), "Ada Lovell", AT).apply(lonely)


def test_quotes_cut_differently_are_joined_into_one_and_parted_again():
    joined = quotes.join("q1", "q2").apply(CUT)
    assert words(joined) == {"q1": ("First part Second part", "Première partie. Deuxième partie")}
    second = list(joined.stretches(MarkKind.QUOTE, "q1"))[1]
    parted = quotes.split("q1", second).apply(joined)
    assert [tuple(each) for each in parted.wordings().values()] == [
        ("First part", "Première partie. Deuxième partie"),
        ("Second part", ""),
    ]
    assert [quote.speaker for quote in parted.quotes] == ["p1", "p1"]
    with pytest.raises(Unfit, match="first"):
        quotes.split("q1", next(joined.stretches(MarkKind.QUOTE, "q1"))).apply(joined)


def test_joining_keeps_the_speaker_of_whichever_has_one():
    after = quotes.join("q1", "q2").apply(CUT)
    assert [quote.id for quote in after.quotes] == ["q1"]
    silent = quotes.join("q2", "q1").apply(
        Communique(CUT.rows, CUT.participants, (Quote("q1", "p2", original=Language.FR), Quote("q2")))
    )
    assert silent.quotes == (Quote("q2", "p2", original=Language.FR),)


def test_words_are_attached_to_a_quote_and_leave_the_one_they_were_in():
    place = CUT.rows[0].address(Language.EN, 0, 21, 32)
    after = quotes.attach((place,), "q1").apply(CUT)
    assert words(after) == {"q1": ("First part Second part", "Première partie. Deuxième partie")}
    assert [quote.id for quote in after.quotes] == ["q1"]
    part = quotes.attach((CUT.rows[0].address(Language.EN, 0, 21, 27),), "q1").apply(CUT)
    assert words(part)["q1"][0] == "First part Second"


def test_a_new_quote_belongs_to_the_one_of_its_row_that_lacks_this_language():
    row = (
        (passage(("One", "q1"), " and two and ", ("three", "q3")),),
        (passage(("Un", "q1"), " et ", ("deux", "q2"), " et ", ("trois", "q3")),),
    )
    found = quotes.counterpart(doc(row), (Row("r1").address(Language.EN, 0, 8, 11),))
    assert found == "q2"
    assert quotes.counterpart(ONE, (ONE.rows[0].address(Language.EN, 0, 0, 1),)) == ""


def test_the_original_language_is_said_and_unsaid():
    after = quotes.set_original("q1", Language.FR).apply(ONE)
    assert after.quote("q1").original is Language.FR
    assert quotes.set_original("q1", None).apply(after) == ONE


def test_the_quote_before_is_the_one_before_in_the_text():
    assert [quote.id for quote in quotes.in_text_order(CUT)] == ["q1", "q2"]
    assert quotes.neighbour(CUT, "q2") == "q1"
    assert quotes.neighbour(CUT, "q1") == ""


FLOWING = doc(
    ((passage(("One", "q1")),), (passage(("Un", "q1"), " et ", ("encore", "q1")),)),
    ((passage(("Two", "q1")),), (passage(("Deux", "q1")),)),
)


def test_a_quote_is_parted_in_both_languages_at_the_same_row():
    second = list(FLOWING.stretches(MarkKind.QUOTE, "q1"))[3]
    assert second.words == "Two"
    assert [tuple(each) for each in quotes.split("q1", second).apply(FLOWING).wordings().values()] == [
        ("One", "Un encore"),
        ("Two", "Deux"),
    ]


def test_a_quote_of_as_many_stretches_in_both_languages_is_parted_one_to_one():
    whole = doc(
        ((passage(("One", "q1")),), (passage(("Un", "q1"), " et ", ("deux", "q1")),)),
        ((passage(("Two", "q1")),), ()),
    )
    second = list(whole.stretches(MarkKind.QUOTE, "q1"))[-1]
    assert [tuple(each) for each in quotes.split("q1", second).apply(whole).wordings().values()] == [
        ("One", "Un"),
        ("Two", "deux"),
    ]


def test_a_speaker_who_was_guessed_stays_a_guess_when_quotes_are_joined():
    guessed = Quote("q1", "p2", confidence=Confidence.GUESS)
    silent = Communique(CUT.rows, CUT.participants, (guessed, Quote("q2")))
    assert quotes.join("q2", "q1").apply(silent).quotes == (Quote("q2", "p2", confidence=Confidence.GUESS),)
    known = Communique(CUT.rows, CUT.participants, (guessed, Quote("q2", "p1")))
    assert quotes.join("q2", "q1").apply(known).quotes == (Quote("q2", "p1"),)


def test_words_attached_to_a_quote_leave_the_quote_beside_them_whole():
    beside = doc(((passage(("One two", "q1"), ("three", "q2")), passage(("Un", "q3"))), ()))
    after = quotes.attach((beside.rows[0].address(Language.EN, 0, 4, 7),), "q3").apply(beside)
    assert words(after) == {"q1": ("One", ""), "q2": ("three", ""), "q3": ("two Un", "")}


def test_the_first_quote_of_a_side_answers_to_the_first_of_the_other_wherever_it_stands():
    french = passage(("Un", "q1"), " ", ("Deux", "q2"), " ", ("Trois", "q3"))
    row = doc(((passage("Much later they said: one."),), (french,)))
    assert quotes.counterpart(row, (row.rows[0].address(Language.EN, 0, 22, 25),)) == "q1"
    assert quotes.counterpart(row, (row.rows[0].address(Language.EN, 0, 0, 4),)) == "q1"


def test_an_approval_of_words_does_not_hold_for_them_in_the_mouth_of_somebody_else():
    approved = quotes.approve(("q1",), "Ada Lovell", AT).apply(ONE)
    assert set_speaker("q1", "p1").apply(approved).quote("q1").sign_off is not None
    assert set_speaker("q1", "p2").apply(approved).quote("q1").sign_off is None


TWO_SENTENCES = doc(
    (
        (passage("“", ("We agree. He does not", "q1"), ",” she said."),),
        (passage("«\u00a0", ("Nous sommes d’accord. Lui non", "q1"), "\u00a0»"),),
    )
)


def first_stretch(of, language=Language.EN):
    return next(each for each in of.stretches(MarkKind.QUOTE, "q1") if each.language is language)


def test_a_quote_is_parted_inside_a_stretch_in_both_languages():
    stretch = first_stretch(TWO_SENTENCES)
    french = TWO_SENTENCES.rows[0].text(Language.FR)
    after = quotes.cut(stretch, stretch.mark.start + len("We agree. H"), (0, french.index("Lui"))).apply(TWO_SENTENCES)
    assert [tuple(each) for each in after.wordings().values()] == [
        ("We agree.", "Nous sommes d’accord."),
        ("He does not", "Lui non"),
    ]
    assert [quote.speaker for quote in after.quotes] == ["p1", "p1"]


def test_what_the_other_language_says_stays_where_it_has_no_place_to_be_parted():
    stretch = first_stretch(TWO_SENTENCES)
    after = quotes.cut(stretch, stretch.mark.start + 10, (0, 0)).apply(TWO_SENTENCES)
    assert [tuple(each) for each in after.wordings().values()] == [
        ("We agree.", "Nous sommes d’accord. Lui non"),
        ("He does not", ""),
    ]


@pytest.mark.parametrize("place", [0, 1, 2, 99])
def test_a_quote_is_not_parted_before_its_first_word_or_behind_its_last(place):
    with pytest.raises(Unfit):
        quotes.cut(first_stretch(TWO_SENTENCES), place, (0, 0)).apply(TWO_SENTENCES)


@pytest.mark.parametrize(
    ("selected", "spanned"),
    [("We agree", "We agree"), ("“We agree. He does not,”", "We agree. He does not,"), ("does not,” she", None)],
)
def test_a_quote_is_made_to_span_fewer_words_or_more(selected, spanned):
    row = TWO_SENTENCES.rows[0]
    start = row.text(Language.EN).index(selected)
    place = row.address(Language.EN, 0, start, start + len(selected))
    assert quotes.respanned(TWO_SENTENCES, (place,)) == "q1"
    after = quotes.respan(place, "q1").apply(TWO_SENTENCES)
    assert tuple(after.wordings()["q1"]) == (spanned or selected, "Nous sommes d’accord. Lui non")
    assert len(list(after.stretches(MarkKind.QUOTE, "q1"))) == 2


def test_words_that_are_the_quote_already_or_are_of_two_span_nothing_else():
    stretch = first_stretch(TWO_SENTENCES)
    whole = stretch.row.address(Language.EN, 0, stretch.mark.start - 1, stretch.mark.end)
    assert quotes.respanned(TWO_SENTENCES, (whole,)) == ""
    both = CUT.rows[0].address(Language.EN, 0, 0, len(CUT.rows[0].text(Language.EN)))
    assert quotes.respanned(CUT, (both,)) == ""
