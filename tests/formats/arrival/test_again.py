from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editor.edits.details import add_participant, enter, remove_participant, remove_quote, set_speaker
from editor.edits.writing import mark, unmark
from editor.edits.writing import replace as replace_text
from editor.formats import native, plain
from editor.formats.arrival import arrive
from editor.formats.arrival.again import recognise_again
from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind, Passage
from editor.model.people import Participant
from editor.model.rows import Row, RowKind

FRENCH = """La ministre salue l’accord

Mirabeau, le 3 mars 2026 – La ministre de la Pêche, Odile Tarrant, a reçu le président de l’Union, Bram Hollis.

« Cet accord protège nos côtes », a déclaré Mme Tarrant. « Nous en avions besoin », a-t-elle ajouté.
"""


@pytest.fixture
def profile():
    return load_profile("nato")


def typed(*rows):
    """Return a document as somebody would have typed it: words alone."""
    return Communique(
        tuple(
            Row(f"r{n}", Bilingual((Passage(en),) if en else (), (Passage(fr),) if fr else ()), kind)
            for n, (kind, en, fr) in enumerate(rows)
        )
    )


def test_what_was_typed_gets_its_people_and_quotes(profile):
    doc = typed(
        (RowKind.HEADLINE, "", "La ministre salue l’accord"),
        (
            RowKind.PARAGRAPH,
            "",
            "La ministre de la Pêche, Odile Tarrant, a reçu Bram Hollis, président de l’Union des ports.",
        ),
        (RowKind.PARAGRAPH, "", "« Cet accord protège nos côtes », a déclaré Mme Tarrant."),
    )
    after = recognise_again(profile).apply(doc)
    assert "Odile Tarrant" in [person.name.fr for person in after.participants]
    assert [words.fr for words in after.wordings().values()] == ["Cet accord protège nos côtes"]
    assert after.participant(after.quotes[0].speaker).name.fr == "Odile Tarrant"
    assert [row.text(Language.FR) for row in after.rows] == [row.text(Language.FR) for row in doc.rows]


def test_a_person_translated_later_is_given_the_function_of_that_language_and_keeps_what_somebody_typed(profile):
    head = (RowKind.HEADLINE, "The minister welcomes the agreement", "La ministre salue l’accord")
    told = (
        RowKind.PARAGRAPH,
        "The Minister for Fisheries, Odile Tarrant, received the President of the Union, Bram Hollis.",
        "La ministre de la Pêche, Odile Tarrant, a reçu le président de l’Union, Bram Hollis.",
    )
    french = recognise_again(profile).apply(typed((head[0], "", head[2]), (told[0], "", told[2])))
    people = {person.name.fr: person for person in french.participants}
    assert people["Odile Tarrant"].function == Bilingual("", "ministre de la Pêche")
    both = zip(french.rows, typed(head, told).rows, strict=True)
    later = replace(french, rows=tuple(now.having(Language.EN, new.sides.en) for now, new in both))
    after = {person.name.fr: person for person in recognise_again(profile).apply(later).participants}
    assert len(after) == len(people)
    assert after["Odile Tarrant"].function == Bilingual("Minister for Fisheries", "ministre de la Pêche")
    typed_in = replace(people["Odile Tarrant"], functions=(Bilingual("Minister for Fisheries", "ministre"),))
    kept = replace(later, participants=(typed_in, people["Bram Hollis"]))
    person = recognise_again(profile).apply(kept).participant(typed_in.id)
    assert person.functions == typed_in.functions


def test_recognising_twice_adds_nothing(profile):
    doc = arrive(plain.manuscript(FRENCH), profile, Language.FR).doc
    once = recognise_again(profile).apply(doc)
    assert recognise_again(profile).apply(once) is once


def test_a_quote_translated_later_is_the_same_quote_in_both_languages(profile):
    doc = arrive(plain.manuscript(FRENCH), profile, Language.FR).doc
    row = next(row for row in doc.rows if "Cet accord" in row.text(Language.FR))
    english = "“This agreement protects our coasts,” said Ms Tarrant. “We needed it,” she added."
    after = recognise_again(profile).apply(doc.having_row(row.having(Language.EN, (Passage(english),))))
    assert len(after.quotes) == len(doc.quotes) == 2
    assert [words.en for words in after.wordings().values()] == ["This agreement protects our coasts,", "We needed it,"]


def test_what_a_person_has_said_is_kept(profile):
    doc = arrive(plain.manuscript(FRENCH), profile, Language.FR).doc
    other = next(person.id for person in doc.participants if person.name.fr == "Bram Hollis")
    doc = set_speaker(doc.quotes[0].id, other).apply(doc)
    doc = replace(doc, release=replace(doc.release, place=Bilingual("Elsewhere", "Ailleurs")))
    after = recognise_again(profile).apply(doc)
    assert after.quotes[0].speaker == other
    assert after.release.place.en == "Elsewhere"


def begun(profile, *rows):
    """Return a document with the place of the house, as every new one begins."""
    doc = typed(*rows)
    return replace(doc, release=replace(doc.release, place=profile.place, country=profile.country))


def test_the_dateline_knows_better_than_a_place_nobody_typed(profile):
    assert profile.place.fr
    doc = begun(profile, (RowKind.PARAGRAPH, "", "Mirabeau, le 3 mars 2026 – La ministre a ouvert le port de pêche."))
    after = recognise_again(profile).apply(doc)
    assert after.release.place == Bilingual("", "Mirabeau")
    assert after.release.country == ""


def test_the_place_of_the_house_stays_where_no_dateline_names_another(profile):
    named = f"{profile.place.fr}, le 3 mars 2026 – La ministre a ouvert le port de pêche."
    for text in ("La ministre a ouvert le port de pêche.", named):
        after = recognise_again(profile).apply(begun(profile, (RowKind.PARAGRAPH, "", text)))
        assert (after.release.place, after.release.country) == (profile.place, profile.country)


def test_a_place_somebody_typed_stays(profile):
    doc = begun(profile, (RowKind.PARAGRAPH, "", "Mirabeau, le 3 mars 2026 – La ministre a ouvert le port de pêche."))
    doc = replace(doc, release=replace(doc.release, place=Bilingual("Geneva", "Genève"), country="CH"))
    assert recognise_again(profile).apply(doc).release.place == Bilingual("Geneva", "Genève")


TOLD = (
    (RowKind.HEADLINE, "The minister welcomes the agreement", "La ministre salue l’accord"),
    (
        RowKind.PARAGRAPH,
        "“This agreement protects our coasts and those who live there,” said the minister, Odile Tarrant.",
        "« Cet accord protège nos côtes et ceux qui y vivent », a déclaré la ministre, Odile Tarrant.",
    ),
    (
        RowKind.PARAGRAPH,
        "“We had waited for it for nine years,” added Bram Hollis, President of the Union of Ports.",
        "« Nous l’attendions depuis neuf ans », a ajouté Bram Hollis, président de l’Union des ports.",
    ),
)


def spoken(doc):
    return sorted(words.en for words in doc.wordings().values())


def test_what_somebody_said_is_no_quote_is_not_found_again(profile):
    doc = recognise_again(profile).apply(typed(*TOLD))
    assert len(doc.quotes) == 2
    gone = remove_quote(doc.quotes[0].id).apply(doc)
    again = recognise_again(profile).apply(gone)
    assert spoken(again) == spoken(gone) == ["We had waited for it for nine years,"]


@pytest.mark.parametrize("language", Language)
def test_words_taken_out_of_a_quote_in_one_language_stay_out(language, profile):
    doc = recognise_again(profile).apply(typed(*TOLD))
    stretch = next(each for each in doc.stretches(MarkKind.QUOTE) if each.language is language)
    place = stretch.row.address(language, 0, stretch.mark.start, stretch.mark.end)
    lifted = unmark((place,), MarkKind.QUOTE).apply(doc)
    assert recognise_again(profile).apply(lifted).wordings() == lifted.wordings()


def test_a_refusal_outlasts_saving_and_small_changes_of_the_words(profile):
    doc = recognise_again(profile).apply(typed(*TOLD))
    gone = remove_quote(doc.quotes[0].id).apply(doc)
    path = Path("a.communique")
    opened = native.read(native.write(gone), path)
    row = opened.rows[1]
    place = row.address(Language.EN, 0, row.text(Language.EN).index("This"), row.text(Language.EN).index(" agreement"))
    changed = replace_text(place, "The").apply(opened)
    assert spoken(recognise_again(profile).apply(changed)) == ["We had waited for it for nine years,"]


def test_words_refused_and_marked_as_a_quote_after_all_are_found_in_the_other_language_again(profile):
    doc = recognise_again(profile).apply(typed(*TOLD))
    gone = remove_quote(doc.quotes[0].id).apply(doc)
    row = gone.rows[1]
    start = row.text(Language.FR).index("Cet")
    end = row.text(Language.FR).index(" »")
    kept = mark((row.address(Language.FR, 0, start, end),), MarkKind.QUOTE).apply(gone)
    again = recognise_again(profile).apply(kept)
    assert [tuple(map(bool, words)) for words in again.wordings().values()] == [(False, True), (True, True)]


def test_whoever_was_taken_out_of_the_people_does_not_come_back(profile):
    doc = recognise_again(profile).apply(typed(*TOLD))
    gone = remove_participant(person_named(doc, "Bram Hollis").id).apply(doc)
    again = recognise_again(profile).apply(gone)
    assert [person.name.en for person in again.participants] == ["Odile Tarrant"]
    assert list(again.stretches(MarkKind.PERSON)) == list(gone.stretches(MarkKind.PERSON))
    back = add_participant(Participant("", Bilingual("Bram Hollis", "Bram Hollis"))).apply(again)
    named = [stretch.words for stretch in recognise_again(profile).apply(back).stretches(MarkKind.PERSON)]
    assert named.count("Bram Hollis") == 2


def test_a_name_put_right_on_the_card_alone_brings_no_second_card(profile):
    doc = recognise_again(profile).apply(typed(*TOLD))
    right = enter("person.1.name.en", "Odile Tarrant-Vey", "UTC").apply(doc)
    right = enter("person.1.name.fr", "Odile Tarrant-Vey", "UTC").apply(right)
    assert recognise_again(profile).apply(right).participants == right.participants


def test_a_name_that_the_card_gives_as_another_name_brings_no_second_card(profile):
    card = Participant("p1", Bilingual("Odile Vey", "Odile Vey"), aliases=("Odile Tarrant",))
    doc = replace(typed(*TOLD), participants=(card,), counter=1)
    again = recognise_again(profile).apply(doc)
    assert [person.name.en for person in again.participants] == ["Odile Vey", "Bram Hollis"]


def test_a_field_emptied_by_hand_stays_empty_until_it_is_filled_by_hand(profile):
    head = (
        RowKind.PARAGRAPH,
        "",
        "Mirabeau, le 3 mars 2026 – La ministre de la Pêche, Odile Tarrant, a reçu Bram Hollis.",
    )
    doc = recognise_again(profile).apply(typed(head))
    assert (doc.release.date, doc.participants[0].function.fr) == (date(2026, 3, 3), "ministre de la Pêche")
    empty = enter("person.1.function.fr", "", "UTC").apply(enter("date", "", "UTC").apply(doc))
    again = recognise_again(profile).apply(native.read(native.write(empty), Path("a.communique")))
    assert (again.release.date, again.participants[0].function.fr) == (None, "")
    assert again.release.place == doc.release.place
    filled = enter("person.1.function.fr", "ministre", "UTC").apply(enter("date", "2026-03-04", "UTC").apply(again))
    assert filled.emptied == ()


def person_named(doc, name):
    return next(person for person in doc.participants if person.name.en == name)
