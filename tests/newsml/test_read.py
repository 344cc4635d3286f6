"""The law of reading: what is published reads back as the cargo of its shape, word for word."""

import re
from datetime import UTC
from pathlib import Path

import pytest
from cargo import carried
from complete import AT, complete_communiques
from generated import communiques
from hypothesis import given
from hypothesis import strategies as st
from mutants import sample

from editor.errors import Unfit
from editor.formats import native
from editor.formats.profiles import load_profile
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.release import Action, Status
from editor.newsml.build import Body, Shape, build
from editor.newsml.edition import prepare
from editor.newsml.read import read, read_participants

NATO = load_profile("nato")
bodies, actions = st.sampled_from(Body), st.sampled_from(Action)


def read_back(doc, **how):
    """What is read of a document that is published, and what was to be carried."""
    found = read(build(doc, NATO, AT, **how), NATO)
    assert found.notes == ()
    return found.doc, carried(prepare(doc, NATO, AT, **how))


@given(communiques(), bodies, actions)
def test_a_bilingual_message_reads_back_equal(doc, body, action):
    found, wanted = read_back(doc, body=body, action=action)
    assert found == wanted


@given(communiques(), bodies, actions, st.sampled_from([Shape.EN, Shape.FR, Shape.ITEM_EN, Shape.ITEM_FR]))
def test_a_shape_of_one_language_reads_back_equal(doc, body, action, shape):
    found, wanted = read_back(doc, body=body, action=action, shape=shape)
    assert found == wanted


@given(complete_communiques(), bodies)
def test_nothing_of_a_complete_release_is_lost_but_how_pairs_were_confirmed(doc, body):
    found, _ = read_back(doc, body=body)
    assert [row.sides.each(lambda side: [p.text for p in side]) for row in found.rows] == [
        row.sides.each(lambda side: [p.text for p in side]) for row in doc.rows
    ]
    assert [(row.id, row.kind, row.level, row.number) for row in found.rows] == [
        (row.id, row.kind, row.level, row.number) for row in doc.rows
    ]
    assert [person.name for person in found.participants] == [person.name for person in doc.participants]
    speakers = {person.id: person.name for person in doc.participants}
    again = {person.id: person.name for person in found.participants}
    assert {q.id: again.get(q.speaker) for q in found.quotes} == {q.id: speakers.get(q.speaker) for q in doc.quotes}
    assert all(found.wording(quote.id) == doc.wording(quote.id) for quote in doc.quotes)
    for name in ("reference", "date", "updated", "place", "country", "topics", "keywords"):
        if name not in {"country", "place"} or any(doc.release.place):
            assert getattr(found.release, name) == getattr(doc.release, name)
    assert found.release.urgency == (doc.release.urgency or NATO.house.urgency)


def test_the_sample_reads_back_with_its_marks_and_states():
    found, _ = read_back(sample(), action=Action.CORRECTION)
    assert found.release.status is Status.PUBLISHED
    assert found.release.version == 2
    assert found.release.publications[-1].action is Action.CORRECTION
    assert found.release.publications[-1].note.fr == "Paragraphe 2."
    kinds = {mark.kind for row in found.rows for side in row.sides for passage in side for mark in passage.marks}
    assert kinds == {MarkKind.QUOTE, MarkKind.PERSON, MarkKind.LINK, MarkKind.FOOTNOTE}
    assert found.pictures[0].file == f"{'pr-cp-2021-078'}-x{found.pictures[0].file[16:26]}.pic8.jpg"
    assert found.foreign == sample().foreign


def test_what_was_read_can_be_published_again_as_the_next_version():
    found, _ = read_back(sample(), action=Action.UPDATE)
    again = read(build(found, NATO, AT.astimezone(UTC), action=Action.UPDATE), NATO).doc
    assert again.release.version == found.release.version + 1
    assert again.release.publications[-1].identifier == found.release.publications[-1].identifier
    assert again.rows == found.rows


def test_a_file_laid_out_anew_by_another_tool_still_reads():
    data = (
        build(sample(), NATO, AT)
        .decode()
        .replace("<p id", "\n\n<p id")
        .replace("Ferry is late", "Ferry is\n      late")
    )
    rows = read(data.encode(), NATO).doc.rows
    assert rows[2].text(Language.EN) == "“ Ferry is late ”Ada Lovell so"


def test_quotes_are_found_by_their_words_where_the_offset_is_wrong():
    data = build(sample(), NATO, AT).replace(b'rel="cmqprop:offset" value="2"', b'rel="cmqprop:offset" value="5"')
    doc = read(data, NATO).doc
    assert doc.wording("q1").en == "Ferry is lat"


def test_a_quote_whose_words_are_gone_is_reported():
    data = build(sample(), NATO, AT).replace(b">Ferry is lat<", b">Something else<")
    assert "The words of a quote do not stand" in read(data, NATO).notes[0].english()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"Dear all,", "not well-formed"),
        (b"<a/>", "begins with"),
        (b"<NewsML/>", "NewsML 1"),
        (b'<!DOCTYPE NewsML SYSTEM "x.dtd"><NewsML/>', "NewsML 1"),
        (b"<nitf/>", "NITF"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "web page"),
        (b"<contentSet/>", "fragment (contentSet)"),
        (b"<newsItem/>", "namespace"),
        (b'<itemSet xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "fragment (itemSet)"),
        (b'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "holds no items"),
        (b'<knowledgeItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "vocabulary"),
        (b'<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "participant"),
    ],
)
def test_what_is_no_release_is_refused_by_saying_what_it_is(data, said):
    with pytest.raises(Unfit) as refusal:
        read(data)
    assert said in refusal.value.sentence.english()


def test_a_person_described_by_a_concept_becomes_a_participant():
    data = b"""<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en"><concept>
      <conceptId qcode="p:1"/><type qcode="cpnat:person"/><name xml:lang="en">Ada Lovell</name>
      <name xml:lang="fr">Ada Lovell</name><definition xml:lang="fr">directrice</definition></concept></conceptItem>"""
    (person,) = read_participants(data)
    assert person.name.fr == "Ada Lovell"
    assert person.function.fr == "directrice"


def test_a_file_that_describes_nobody_gives_no_participants():
    with pytest.raises(Unfit):
        read_participants(b'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"/>')


@given(communiques())
def test_carrying_what_was_carried_loses_nothing_more(doc):
    once = carried(prepare(doc, NATO, AT))
    twice = carried(prepare(once, NATO, AT))
    assert (twice.rows, twice.participants, twice.quotes) == (once.rows, once.participants, once.quotes)


def test_ids_longer_than_a_file_of_ours_may_hold_are_made_fit_and_stay_different():
    long = "n" * 150
    data = build(sample(), NATO, AT).decode()
    for name in ("row", "quoteid"):
        data = re.sub(rf'(rel="cmqprop:{name}" value=")', rf"\g<1>{long}", data)
    doc = read(re.sub(':pic([0-9]+)"', f':{long}\\g<1>"', data).encode(), NATO).doc
    assert all(len(part.id) <= 100 for part in (*doc.rows, *doc.quotes, *doc.pictures))
    assert (len(doc.rows), len(doc.quotes)) == (len(sample().rows), len(sample().quotes))
    assert doc.pictures[0].caption in {row.id for row in doc.rows}
    assert native.read(native.write(doc), Path("a.communique")) == doc


def test_a_picture_without_a_name_of_its_own_is_given_one():
    data = re.sub(':pic[0-9]+"', ':"', build(sample(), NATO, AT).decode())
    doc = read(data.encode(), NATO).doc
    assert native.read(native.write(doc), Path("a.communique")) == doc
