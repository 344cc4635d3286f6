from dataclasses import replace

import pytest
from editing import insert
from generated import NOON

from editor.edits import rows
from editor.edits.kinship import are_kin, origin_of
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.people import Participant
from editor.model.release import Action, Publication, Release
from editor.model.rows import Row

EN, FR = Language.EN, Language.FR


def a_doc(*pairs, **facts):
    def side(text):
        return (Passage(text),) if text else ()

    made = tuple(Row(f"r{n}", Bilingual(side(en), side(fr))) for n, (en, fr) in enumerate(pairs, 1))
    return Communique(made, release=Release(**facts), counter=len(made))


FERRY = a_doc(
    ("The ferry returns", "Le bac revient"),
    ("The minister opened the line in Port-Lanval.", "Le ministre a ouvert la ligne à Port-Lanval."),
    ("It costs 40 euros.", "Elle coûte 40 euros."),
    ("About the ministry: it runs all ferries.", "Le ministère exploite tous les bacs."),
)
BRIDGE = a_doc(
    ("A bridge closes", "Un pont ferme"),
    ("Engineers have found cracks under the northern arch.", "Des fissures ont été trouvées sous l’arche nord."),
    ("Lorries must turn back.", "Les camions doivent faire demi-tour."),
    ("Work begins in May.", "Les travaux commencent en mai."),
    ("About the ministry: it runs all ferries.", "Le ministère exploite tous les bacs."),
)


def rewritten(doc, language, text):
    for row in doc.rows:
        doc = doc.having_row(row.having(language, (Passage(f"{text} {row.id}"),)))
    return doc


@pytest.mark.parametrize(
    "copy",
    [
        FERRY,
        Communique(),
        rewritten(FERRY, EN, "All of the English was written anew"),
        rewritten(FERRY, FR, "Tout le français a été récrit"),
        rows.remove("r1").apply(rows.remove("r3").apply(FERRY)),
        insert(0).apply(FERRY),
        replace(FERRY, release=Release(reference="2026(9)")),
    ],
)
def test_whatever_was_done_to_a_copy_it_stays_one(copy):
    assert are_kin(FERRY, copy)
    assert are_kin(copy, FERRY)


def test_another_release_is_no_copy_though_a_block_of_the_house_is_the_same():
    assert not are_kin(FERRY, BRIDGE)
    assert not are_kin(BRIDGE, FERRY)


def test_of_a_row_or_two_nothing_can_be_told():
    assert are_kin(a_doc(("One", "Un")), a_doc(("Two", "Deux")))


def test_a_release_begun_from_one_that_was_published_is_another():
    out = (Publication(1, Action.NEW, NOON, "bilingual"),)
    published = replace(FERRY, release=Release(reference="2026(1)", publications=out))
    assert not are_kin(published, replace(FERRY, release=Release(reference="2026(2)")))
    assert are_kin(published, replace(FERRY, release=Release()))
    assert are_kin(published, replace(published, rows=FERRY.rows[1:]))


def test_releases_in_one_language_alone_are_not_kin_for_what_both_lack():
    ferry, bridge = (a_doc(*((row.text(EN), "") for row in doc.rows[:-1])) for doc in (FERRY, BRIDGE))
    assert are_kin(ferry, ferry)
    assert not are_kin(ferry, bridge)


@pytest.mark.parametrize(
    ("first", "kin"),
    [
        ("one two red blue", True),
        ("one green red blue", False),
        ("one", False),
        ("one two three four five six seven eight nine", False),
    ],
)
def test_one_row_in_four_of_which_half_the_words_stayed_makes_kin(first, kin):
    one = a_doc(("one two three four", ""), ("five", ""), ("six", ""), ("seven", ""))
    other = a_doc((first, ""), ("cinq", ""), ("six?", ""), ("sept", ""))
    assert are_kin(one, other) is kin
    assert are_kin(other, one) is kin


def wrote(doc, row_id, language, text):
    return doc.having_row(doc.row(row_id).having(language, (Passage(text),)))


SECOND = wrote(FERRY, "r2", EN, "The minister reopened the line in Port-Lanval.")
THIRD = wrote(SECOND, "r3", EN, "It now costs 40 euros.")
STATES = (THIRD, SECOND, FERRY)
"""The latest first, as they are kept."""


@pytest.mark.parametrize("place", range(3))
def test_a_copy_was_made_from_the_state_from_which_it_differs_least(place):
    assert origin_of(wrote(STATES[place], "r4", FR, "Le ministère exploite les bacs."), STATES) == place


@pytest.mark.parametrize("place", range(3))
def test_a_copy_in_which_nothing_was_changed_yet_was_made_from_the_state_it_equals(place):
    assert origin_of(STATES[place], STATES) == place


def test_where_both_changed_one_row_the_copy_is_still_told_to_come_from_the_state_before():
    mine = wrote(FERRY, "r2", EN, "The minister closed the old line in Port-Lanval for good.")
    theirs = wrote(FERRY, "r2", EN, "The minister opened the line at Port-Lanval.")
    assert origin_of(theirs, (mine, FERRY)) == 1


def test_of_states_from_which_a_copy_differs_alike_the_earliest_is_taken_so_that_no_change_goes_unseen():
    mine, theirs = (wrote(FERRY, "r3", EN, f"It costs {price} euros.") for price in (50, 60))
    assert origin_of(theirs, (mine, FERRY)) == 1


def test_fields_and_people_tell_states_apart_as_words_do():
    dated = replace(FERRY, release=Release(reference="2026(9)", country="BE"))
    named = replace(dated, participants=(Participant("p5", Bilingual("Ada Lovell", "Ada Lovell")),))
    states = (named, dated, FERRY)
    assert [origin_of(wrote(state, "r1", EN, "The ferry is back"), states) for state in states] == [0, 1, 2]
