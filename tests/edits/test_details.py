from datetime import datetime

import pytest
from generated import communiques, times
from hypothesis import example, given
from hypothesis import strategies as st

from editor.edits.details import (
    add_participant,
    enter,
    field_address,
    field_name,
    field_names,
    move_participant,
    read_field,
    remove_participant,
    remove_quote,
    set_speaker,
)
from editor.errors import Unfit
from editor.model.address import Part
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.pictures import Picture
from editor.model.release import Release, Status
from editor.model.rows import Row, RowKind

ZONE = "Europe/Brussels"


def entered(name, text, doc=None):
    return enter(name, text, ZONE).apply(doc or Communique())


@given(communiques(max_rows=3))
def test_entering_what_a_field_reads_changes_nothing(doc):
    for name in field_names(doc):
        if name in ("note.en", "note.fr", "headline.en", "headline.fr", "status"):
            continue
        text = read_field(doc, name, ZONE)
        assert read_field(enter(name, text, ZONE).apply(doc), name, ZONE) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("reference", "PR/CP(2021)078"),
        ("date", "2021-05-17"),
        ("updated", "2021-05-18T13:52"),
        ("place.fr", "Bruxelles"),
        ("urgency", "3"),
        ("topics", "20000639, 11000000"),
        ("keywords.fr", "OTAN, Serbie"),
        ("headline.en", "A headline"),
        ("person.1.name.en", "Ada Lovell"),
        ("person.1.function.fr", "ministre; députée"),
        ("status", "withheld"),
    ],
)
def test_a_field_reads_back_what_was_entered_and_an_empty_value_clears_it(name, text):
    doc = entered(name, text)
    assert read_field(doc, name, ZONE) == text
    cleared = read_field(enter(name, "", ZONE).apply(doc), name, ZONE)
    assert cleared == {"status": "draft"}.get(name, "")


def test_a_time_without_a_zone_gets_the_zone_of_the_house_on_that_day():
    assert entered("updated", "2021-05-18T13:52").release.updated.isoformat() == "2021-05-18T13:52:00+02:00"
    assert entered("updated", "2021-01-18T13:52").release.updated.isoformat() == "2021-01-18T13:52:00+01:00"
    assert entered("embargo", "2021-01-18T13:52:00Z").release.embargo.isoformat() == "2021-01-18T13:52:00+00:00"


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("date", "31 April", "a date is wanted"),
        ("date", "2021-02-29", "a date is wanted"),
        ("updated", "2021-05-18", "a date and a time"),
        ("updated", "2021-03-28T02:30", "does not occur"),
        ("urgency", "10", "1 \\(most urgent\\)"),
        ("topics", "sport", "not an IPTC media topic"),
        ("country", "Belgium", "two letters"),
        ("status", "published", "set by publishing"),
        ("status", "gone", "are possible"),
        ("person.1.gender", "x", "m or f"),
        ("person.3.name.en", "Ada", "the next would be 1"),
        ("reference", "x" * 20_000, "at most"),
        ("person.1", "", "not the name of a field"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_the_reason(name, text, why):
    with pytest.raises(Unfit, match=why):
        entered(name, text)


@pytest.mark.parametrize("name", ["", "colour", "person.0.name.en", "person.1.shoe", "place", "headline.de"])
def test_an_unknown_field_is_refused_at_once(name):
    with pytest.raises(Unfit, match="not the name of a field"):
        enter(name, "x", ZONE)


def with_person():
    side = (Passage("Ada said “yes”", (Mark(0, 3, MarkKind.PERSON, "p1"), Mark(10, 13, MarkKind.QUOTE, "q1"))),)
    return Communique(
        (Row("r1", Bilingual(side, ())),),
        (Participant("p1", Bilingual("Ada", "Ada")), Participant("p2")),
        (Quote("q1", "p1"),),
    )


def test_removing_a_person_keeps_the_words_and_leaves_the_quote_without_speaker():
    doc = remove_participant("p1").apply(with_person())
    assert doc.rows[0].text(Language.EN) == "Ada said “yes”"
    assert doc.quotes[0].speaker == ""
    assert [mark.kind for mark in doc.rows[0][Language.EN][0].marks] == [MarkKind.QUOTE]


def test_a_quote_taken_back_leaves_its_words():
    doc = remove_quote("q1").apply(with_person())
    assert doc.quotes == ()
    assert [mark.kind for mark in doc.rows[0][Language.EN][0].marks] == [MarkKind.PERSON]


def test_speaker_and_order_of_people_can_be_set():
    doc = set_speaker("q1", "p2").apply(with_person())
    assert doc.quote("q1").speaker == "p2"
    assert [person.id for person in move_participant("p2", -5).apply(doc).participants] == ["p2", "p1"]


def test_a_person_added_gets_an_id_of_its_own():
    doc = add_participant(Participant("", Bilingual("Bo", "Bo"))).apply(with_person())
    assert len({person.id for person in doc.participants}) == 3


def test_a_person_alone_is_removed_by_clearing():
    doc = enter("person.1", "", ZONE).apply(with_person())
    assert [person.id for person in doc.participants] == ["p2"]


def test_clearing_status_makes_a_draft():
    assert entered("status", "").release.status is Status.DRAFT


@given(communiques())
def test_the_place_of_every_field_gives_its_name_back(doc):
    for name in field_names(doc):
        where = field_address(doc, name)
        assert where.part is Part.ROW or field_name(doc, where) == name


@given(times, st.sampled_from(["Europe/Brussels", "America/New_York", "UTC", "Australia/Lord_Howe"]))
@example(datetime.fromisoformat("2021-10-31T02:30:00+01:00"), "Europe/Brussels")
@example(datetime.fromisoformat("2021-10-31T02:30:07+02:00"), "Europe/Brussels")
def test_a_time_is_the_same_instant_after_it_was_read_and_entered_again(moment, zone):
    doc = Communique(release=Release(embargo=moment))
    again = enter("embargo", read_field(doc, "embargo", zone), zone).apply(doc)
    assert again.release.embargo == moment


@pytest.mark.parametrize("text", ["0001-01-01T00:00", "9999-12-31T23:59", "9999-12-31T23:59-12:00"])
def test_a_time_that_clocks_elsewhere_cannot_show_is_refused(text):
    with pytest.raises(Unfit, match="embargo"):
        entered("embargo", text)


def test_the_fields_are_those_of_the_people_and_pictures_there_are():
    def numbered(doc):
        return {
            name.rpartition(".en")[0] or name for name in field_names(doc) if name.startswith(("person", "picture"))
        }

    assert numbered(Communique()) == set()
    one = Communique(participants=(Participant("p1"),), pictures=(Picture("i1"),))
    assert {name.split(".")[1] for name in numbered(one)} == {"1"}
    for name in field_names(one):
        read_field(one, name, "UTC")


def test_another_file_makes_a_picture_unknown_again():
    known = Picture("i1", "a.jpg", "", media_type="image/jpeg", size=7, width=3, height=2, fingerprint="ab")
    doc = Communique(pictures=(known,))
    assert entered("picture.1.file", "b.jpg", doc).pictures == (Picture("i1", "b.jpg"),)
    assert entered("picture.1.file", "a.jpg", doc) is doc


def test_a_headline_entered_anew_keeps_the_marks_of_the_words_that_stay():
    bold = Mark(2, 7, MarkKind.BOLD)
    doc = Communique((Row("r1", Bilingual((Passage("A ferry", (bold,)),), ()), RowKind.HEADLINE),))
    assert entered("headline.en", "A ferry", doc) is doc
    assert entered("headline.en", "A ferry again", doc).rows[0][Language.EN][0].marks[0].start == 2
