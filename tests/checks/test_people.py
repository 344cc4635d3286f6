"""Persons: named in both texts, spelled alike, with their own titles and functions."""

from dataclasses import replace

import pytest
from checking import NATO, english, findings, french, release, repaired, row, words

from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind
from editor.model.people import Gender, Participant
from editor.model.refusals import Refusal


def both(name):
    return Bilingual(name, name)


ADA = Participant(
    "p1",
    both("Ada Lovell"),
    (Bilingual("Director of the Lake Office", "directrice de l’Office du lac"),),
    gender=Gender.FEMININE,
)
BOGDAN = Participant("p2", both("Bogdan Petrić"), (Bilingual("President of Marvia", "président de la Marvie"),))
EVA = Participant("p3", both("Eva von der Lahn"))
PEOPLE = (ADA, BOGDAN, EVA)


def doc_of(*pairs, people=(ADA, BOGDAN)):
    return release(*pairs, participants=people)


@pytest.mark.parametrize(
    ("en", "fr", "wanted"),
    [
        ("Bogdan Petric came.", "Bogdan Petrić est venu.", "Bogdan Petrić came."),
        ("Mr Petric came.", "M. Petrić est venu.", "Mr Petrić came."),
        ("PETRIC came, Mr PETRIĆ too.", "Petrić", "PETRIĆ came, Mr PETRIĆ too."),
    ],
)
def test_a_name_without_its_accents_is_mended(en, fr, wanted):
    after = repaired("X22", doc_of((en, fr)))
    assert after.rows[0].text(Language.EN) == wanted
    assert findings("X22", after) == ()


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("Bogdan Petrić came.", "M. Petrić est venu.", 0),
        ("Bogdan Petrić came.", "Il est venu.", 0),
        ("Bogdan Petrić came.", "Le président de la Marvie est venu.", 0),
        ("Bogdan Petrić came with Ada Lovell.", "Ada Lovell est venue.", 1),
        ("Bogdan Petrić came.", "", 0),
    ],
)
def test_a_person_named_on_one_side_alone(en, fr, count):
    assert len(findings("X22", doc_of((en, fr)))) == count


def test_one_spelling_of_a_participant_is_told_of_once_and_that_of_anybody_else_still_is():
    pair = ("Bogdan Petrić came.", "Bogdan Petrić est venu.")
    doc = doc_of(pair, ("Bogdan Petric spoke.", "Bogdan Petrić a parlé."))
    assert len(findings("X22", doc)) == 1
    assert findings("X23", doc) == ()
    unknown = doc_of(pair, ("Bogdan Petric spoke.", "Bogdan Petrić a parlé."), people=(ADA,))
    assert len(findings("X23", unknown)) == 1


def test_names_with_particles_are_found_by_the_family_name():
    doc = doc_of(
        ("Eva von der Lahn came. Ms von der Lahn left.", "Eva von der Lahn est venue. Mme von der Lahn."), people=(EVA,)
    )
    assert findings("X22", doc) == ()
    assert findings("X27", doc) == ()


@pytest.mark.parametrize(
    ("pairs", "count"),
    [
        ([("Ada Lovell met Bogdan Petrić.", "Ada Lovell a reçu Bogdan Petrić.")], 0),
        ([("Ada Lovell met Bogdan Petrić.", "Ada Lovell est venue.")], 1),
        ([("Ada Lovell met Bogdan Petrić.", "")], 0),
        ([("Lovell Brandt met Ada Lovell and Bogdan Petrić.", "Lovell Brandt a reçu Ada Lovell et Bogdan Petrić.")], 0),
        ([("Lovell Brandt met Bogdan Petrić.", "Ada Lovell a reçu Bogdan Petrić.")], 1),
        ([("Ms Lovell met Bogdan Petrić. Ada Lovell left.", "Ada Lovell a reçu Bogdan Petrić.")], 1),
    ],
)
def test_participants_occur_in_both_texts_in_full_first(pairs, count):
    assert len(findings("X27", doc_of(*pairs))) == count


def test_a_missing_participant_is_told_at_the_card():
    found = findings("X27", doc_of(("Ada Lovell met Bogdan Petrić.", "Ada Lovell est venue.")))[0]
    assert (found.where.id, found.where.field, found.level.name) == ("p2", "name.fr", "ERROR")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mr Petrić et Mrs Lovell", "M.\u00a0Petrić et Mme\u00a0Lovell"),
        ("Mr. Petrić, Mme. Lovell", "M.\u00a0Petrić, Mme\u00a0Lovell"),
        ("M. Petrić", "M.\u00a0Petrić"),
        ("M. le ministre", "Monsieur le ministre"),
    ],
)
def test_french_titles(text, wanted):
    assert french("F22", text) == wanted


@pytest.mark.parametrize(
    "text", ["M.\u00a0Petrić, Mme\u202fLovell, MM.\u00a0Petrić et Roe", "avec Louis M. Gardin", "Monsieur le Président"]
)
def test_right_french_titles_stay(text):
    assert findings("F22", row(fr=text)) == ()


UNDECIDED = replace(NATO, style=replace(NATO.style, title_points=None))
"""A house that says nothing of points: most of the text decides."""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("M. Petrić met Mme Lovell.", "Mr Petrić met Ms Lovell."),
        ("Mr. Roe, M. Petrić and Mr. Poe", "Mr. Roe, Mr. Petrić and Mr. Poe"),
        ("Mr. Roe, Mr. Poe and Ms Lovell", "Mr. Roe, Mr. Poe and Ms. Lovell"),
    ],
)
def test_english_titles(text, wanted):
    assert english("E14", text, UNDECIDED) == wanted


@pytest.mark.parametrize(
    ("has_points", "wanted"), [(True, "Mr. Roe, Mr. Petrić and Ms. Poe"), (False, "Mr Roe, Mr Petrić and Ms Poe")]
)
def test_the_house_decides_on_points_where_it_says(has_points, wanted):
    house = replace(NATO, style=replace(NATO.style, title_points=has_points))
    assert english("E14", "Mr. Roe, M. Petrić and Ms Poe", house) == wanted


@pytest.mark.parametrize("text", ["Mr Roe and Ms Lovell", "Mr. Roe and Ms. Lovell", "by Bradley M. Roe"])
def test_right_english_titles_stay(text):
    assert findings("E14", row(en=text), UNDECIDED) == ()


@pytest.mark.parametrize(
    ("en", "fr", "side", "wanted"),
    [
        ("Mr Lovell came.", "Mme Lovell est venue.", Language.EN, "Ms Lovell came."),
        ("Ms Lovell came.", "M. Lovell est venu.", Language.FR, "Mme Lovell est venu."),
        ("Mr Petrić came.", "Mme Petrić est venue.", Language.FR, "M. Petrić est venue."),
        ("Ms Lovell came.", "Mlle Lovell est venue.", Language.FR, "Mme Lovell est venue."),
    ],
)
def test_honorifics_fit_the_card_or_the_other_side(en, fr, side, wanted):
    doc = doc_of((en, fr))
    assert len(findings("X25", doc)) == 1
    assert repaired("X25", doc).rows[0].text(side) == wanted


@pytest.mark.parametrize(
    ("en", "fr"),
    [
        ("Ms Lovell and Mr Petrić", "Mme Lovell et M. Petrić"),
        ("Mrs Lovell", "Madame Lovell"),
        ("Mr President, I thank you.", "Monsieur le Président, merci."),
    ],
)
def test_fitting_honorifics_stay(en, fr):
    assert findings("X25", doc_of((en, fr))) == ()


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("the President of Marvia, Ada Lovell, met them", "la directrice, Ada Lovell, les a reçus", 1),
        ("the Director of the Lake Office, Ada Lovell", "le président de la Marvie, Ada Lovell", 1),
        ("the President of Marvia, Bogdan Petrić", "le président de la Marvie, Bogdan Petrić", 0),
        ("the President, Bogdan Petrić", "le président Bogdan Petrić", 0),
        ("the President of Ada Lovell", "le président d’Ada Lovell", 0),
        ("the Deputy Prime Minister, Bogdan Petrić", "le vice-premier ministre, Bogdan Petrić", 0),
    ],
)
def test_functions_belong_to_their_person(en, fr, count):
    found = findings("X24", doc_of((en, fr)))
    assert len([each for each in found if each.level.name == "ERROR"]) == count


def test_titles_that_do_not_pair_are_a_doubt():
    person = Participant("p9", both("Jo Roe"))
    doc = doc_of(
        ("the Foreign Minister, Jo Roe, came", "le ministre de la Défense, Jo Roe, est venu"), people=(person,)
    )
    (found,) = findings("X24", doc)
    assert found.level.name == "WARNING"


def test_a_person_with_title_or_function_wants_a_card():
    doc = doc_of(("The Director of the Lake Office, Jo Marten, said so.", "Mme Lovell l’a dit."))
    (found,) = findings("R11", doc)
    assert words([found], doc) == ["Jo Marten"]
    assert [person.name.en for person in found.mend.apply(doc).participants][-1] == "Jo Marten"
    assert findings("R11", found.mend.apply(doc)) == ()


def test_a_name_that_was_said_to_be_nobodys_wants_no_card_but_its_namesakes_do():
    english = "The Director of the Lake Office, Jo Marten, said so. The Director of the Mill, Ida Marten, agreed."
    doc = doc_of((english, "Mme Lovell l’a dit."))
    refused = replace(doc, refused=(Refusal(MarkKind.PERSON, "Jo Marten"),))
    assert words(findings("R11", refused), refused) == ["Ida Marten"]


def test_a_release_has_participants():
    assert len(findings("R10", release(("a", "b")))) == 1
    assert findings("R10", doc_of(("a", "b"))) == ()
    assert NATO.acronyms
