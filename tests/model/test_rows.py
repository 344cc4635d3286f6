from dataclasses import replace
from datetime import timedelta

import pytest
from generated import NOON

from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Confirmation, PairState, Proposal, Row

EN, FR = Language.EN, Language.FR


def row(en="", fr="", **more):
    def side(text):
        return tuple(map(Passage, text.split("|"))) if text else ()

    return Row("r1", Bilingual(side(en), side(fr)), **more)


@pytest.mark.parametrize("language", Language)
def test_a_side_never_holds_one_empty_passage(language):
    whole = row("One|Two", "Un|Deux")
    emptied = whole.having(language, (Passage(),))
    assert emptied[language] == ()
    assert emptied[language.other] == whole[language.other]
    assert len(whole.having(language, (Passage(), Passage()))[language]) == 2
    assert Row("r1", whole.sides.having(language, (Passage(),))) == emptied


def test_nothing_is_known_of_how_well_a_side_fits_to_an_empty_one():
    assert row("One", "Un", certainty=0.4).certainty == 0.4
    assert row("One", certainty=0.4).certainty is None
    assert row(fr="Un", certainty=0.4).certainty is None


@pytest.mark.parametrize(
    ("certainty", "doubtful"), [(None, False), (0.0, True), (0.89, True), (0.9, False), (1.0, False)]
)
def test_a_pair_is_doubtful_where_the_aligner_was_not_sure_and_nobody_has_confirmed_it(certainty, doubtful):
    made = row("One", "Un", certainty=certainty)
    assert made.is_doubtful is doubtful
    assert not replace(made, confirmation=Confirmation(made.wording, "Ada", NOON)).is_doubtful


def test_what_the_memory_wrote_is_remembered_until_a_letter_of_it_changes():
    proposed = row("One", "Un|Deux", proposal=Proposal(FR, "Un\nDeux", 84))
    assert proposed.proposal is not None
    assert proposed.having(EN, (Passage("Two"),)).proposal is not None
    assert proposed.having(FR, (Passage("Un"),)).proposal is None


@pytest.mark.parametrize(
    ("made", "state"),
    [
        (row(), PairState.UNTRANSLATED),
        (row("One"), PairState.UNTRANSLATED),
        (row("One", " "), PairState.UNTRANSLATED),
        (row(fr="Un", on_purpose=True), PairState.ONE_LANGUAGE),
        (row("One", "Un", on_purpose=True), PairState.DRAFT),
        (row("One", "Un", confirmation=Confirmation(Bilingual("One", "Un"), "Ada", NOON)), PairState.CONFIRMED),
        (row("One!", "Un", confirmation=Confirmation(Bilingual("One", "Un"), "Ada", NOON)), PairState.STALE),
        (row("One", confirmation=Confirmation(Bilingual("One", "Un"), "Ada", NOON)), PairState.STALE),
    ],
)
def test_how_far_a_pair_is(made, state):
    assert made.state is state


def test_the_sides_that_changed_are_those_whose_words_did():
    seal = Confirmation(Bilingual("One: two", "Un : deux"), "Ada", NOON - timedelta(days=1))
    assert row("One: two", "Un\u00a0: deux", confirmation=seal).changed_sides == ()
    assert row("One: 2", "Un\u00a0: deux", confirmation=seal).changed_sides == (EN,)
    assert row("One: 2", "Un\u00a0: 2", confirmation=seal).changed_sides == (EN, FR)
    assert row("One", "Un").changed_sides == ()
