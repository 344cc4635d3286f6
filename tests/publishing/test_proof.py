from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from complete import complete_communiques
from generated import communiques
from hypothesis import given

from editor.checks.run import check
from editor.formats.profiles import load_profile
from editor.model.address import Address, Part
from editor.model.beginning import empty_release
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.pictures import Picture
from editor.model.release import Action, Publication, Release, Status
from editor.model.rows import Row, RowKind
from editor.publishing.proof import prove

PROFILE = load_profile("sample")
NOW = datetime(2026, 5, 18, 11, 52, 40, tzinfo=UTC)
FACTS = Release("sample", "7", NOW.date(), place=Bilingual("Orvane", "Orvane"), country="FR")
DOC = Communique(
    (
        Row("r1", Bilingual((Passage("A ferry"),), (Passage("Un bac"),)), RowKind.HEADLINE),
        Row(
            "r2",
            Bilingual(
                (Passage("“Aboard,” Ada Lovell said.", (Mark(1, 8, MarkKind.QUOTE, "q1"),)),),
                (Passage("« À bord », a dit Ada Lovell.", (Mark(2, 8, MarkKind.QUOTE, "q1"),)),),
            ),
        ),
    ),
    (Participant("p1", Bilingual("Ada Lovell", "Ada Lovell"), (Bilingual("Director", "directrice"),)),),
    (Quote("q1", "p1"),),
    release=FACTS,
)


def proof_of(doc, now=NOW):
    profile = load_profile(doc.release.profile)
    return prove(doc, profile, check(doc, profile), now)


def rules(doc):
    return {finding.rule for finding in proof_of(doc).findings}


def released(**facts):
    return replace(DOC, release=replace(FACTS, **facts))


def test_nothing_is_added_to_a_release_that_is_fit():
    proof = proof_of(DOC)
    assert proof.findings == ()
    assert proof.text.startswith("<?xml")


@pytest.mark.parametrize(
    "doc",
    [
        empty_release(PROFILE),
        Communique(),
        released(reference=""),
        released(date=None),
        released(place=Bilingual("", "")),
        released(embargo=NOW - timedelta(days=1)),
        replace(DOC, quotes=(Quote("q1"),)),
        replace(DOC, rows=(DOC.rows[0], replace(DOC.rows[1], sides=Bilingual((), DOC.rows[1][Language.FR])))),
        replace(DOC, rows=(replace(DOC.rows[0], sides=Bilingual(DOC.rows[0][Language.EN], ())), DOC.rows[1])),
    ],
)
def test_a_draft_is_not_told_twice_what_it_still_lacks(doc):
    proof = proof_of(doc)
    assert proof.findings == ()
    assert proof.hindrances
    assert proof.text


def test_a_fault_of_the_xml_alone_is_told_at_the_field_that_causes_it():
    (finding,) = proof_of(released(topics=("99999999",))).findings
    assert finding.rule == "N05"
    assert finding.where == Address(Part.RELEASE, field="topics")
    (finding,) = proof_of(released(urgency=9)).findings
    assert finding.where.field == "urgency"


def test_of_a_picture_without_words_only_its_file_is_still_to_be_told():
    doc = replace(DOC, pictures=(Picture("i1", "quay.jpg", "image/jpeg"),))
    for finding in proof_of(doc).findings:
        assert finding.where == Address(Part.PICTURE, "i1", field="file")


def test_a_paragraph_and_its_elements_find_each_other():
    proof = proof_of(DOC)
    lines = proof.text.split("\n")
    where = DOC.rows[1].address(Language.FR, 0)
    shortest, *others = proof.sites_of(where)
    assert shortest.first == shortest.last
    assert lines[shortest.first - 1].lstrip().startswith("<p id=")
    assert others
    assert all(proof.site_at(site.first) == proof.site_at(site.last) == site for site in (shortest, *others))


def test_a_field_of_both_languages_finds_the_elements_of_each():
    proof = proof_of(DOC)
    both = proof.sites_of(Address(Part.RELEASE, field="place"))
    assert set(proof.sites_of(Address(Part.RELEASE, field="place.fr"))) < set(both)
    person = proof.sites_of(Address(Part.PARTICIPANT, "p1", field="function.fr"))
    assert all("directrice" in proof.text.split("\n")[site.first - 1] for site in person)


def test_within_a_minute_the_text_changes_only_with_the_release():
    assert proof_of(DOC).text == proof_of(DOC, NOW + timedelta(seconds=15)).text


def test_what_was_published_this_minute_is_followed_by_a_later_version():
    first = Publication(1, Action.NEW, NOW, "bilingual", identifier="tag:orvane.example,2026:communique:7")
    proof = proof_of(released(publications=(first,), status=Status.PUBLISHED))
    assert 'version="2"' in proof.text
    assert proof.findings == ()


def test_a_cancelled_release_says_that_nothing_follows():
    first = Publication(1, Action.NEW, NOW - timedelta(days=2), "bilingual")
    last = Publication(2, Action.CANCEL, NOW - timedelta(days=1), "bilingual")
    proof = proof_of(released(publications=(first, last), status=Status.CANCELED))
    assert proof.hindrances[0].english() == "This release is canceled; nothing can follow."


@given(communiques())
def test_every_communique_has_a_proof(doc):
    proof = prove(doc, PROFILE, (), NOW)
    assert proof.text or proof.hindrances
    rows = {row.id for row in doc.rows}
    assert all(finding.where.part is not Part.ROW or finding.where.id in rows for finding in proof.findings)


@given(complete_communiques())
def test_every_line_that_has_a_place_is_among_the_lines_of_that_place(doc):
    proof = prove(doc, load_profile(doc.release.profile), (), NOW)
    for number in range(1, proof.text.count("\n") + 2):
        site = proof.site_at(number)
        if site is not None:
            assert site in proof.sites_of(site.where)


def test_a_proof_made_in_the_minute_of_the_last_publication_bears_a_later_time():
    last = Publication(1, Action.NEW, NOW, "bilingual", identifier="tag:orvane.example,2026:7")
    proof = proof_of(released(publications=(last,), status=Status.PUBLISHED, note=Bilingual("More", "Plus")), now=NOW)
    assert not any("time of a publication" in why.english() for why in proof.hindrances)
