"""What files for readers carry of a release beside its text, and how far it is believed when they come back."""

import zipfile
from dataclasses import replace
from datetime import date

import pytest
from generated import releases, words
from hypothesis import given, settings
from hypothesis import strategies as st
from wordfile import paragraph, wordfile

from editor.formats.carrying import CARRIED, PREFIX, carried, carried_people, facts_in, people_of
from editor.formats.manuscript import Stated
from editor.formats.profiles import load_profile, profile_names
from editor.formats.table import open_document, save_document
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.people import Gender, Participant
from editor.model.release import Release, Status
from editor.model.rows import Row, RowKind

SUFFIXES = (".docx", ".html")
KEYWORDS = st.lists(words.filter(lambda text: text.strip(" ") == text), max_size=3, unique=True).map(tuple)


@pytest.fixture(scope="module")
def profile():
    return load_profile("nato")


NOTHING = Release()
DAYS = st.none() | st.just(date(2026, 3, 12))
FACTS = st.tuples(releases(), st.sampled_from(profile_names()), KEYWORDS, KEYWORDS, DAYS)


def a_doc(release=NOTHING, said="The ferry is late today."):
    rows = (
        Row("r1", Bilingual((Passage("The ferry returns"),), (Passage("Le bac revient"),)), RowKind.HEADLINE),
        Row("r2", Bilingual((Passage(said),), (Passage("Le bac est en retard aujourd’hui."),))),
    )
    return Communique(rows, release=release, counter=2)


def again(doc, folder, suffix, profile):
    path = folder / f"a{suffix}"
    save_document(doc, path)
    return open_document(path, profile)


def facts(release):
    return dict(carried(release))


@settings(max_examples=60)
@given(FACTS, st.sampled_from(SUFFIXES))
def test_every_fact_that_is_carried_comes_back(tmp_path_factory, filled, suffix):
    release, house, english, french, day = filled
    release = replace(release, profile=house, keywords=Bilingual(english, french), date=day)
    arrival = again(a_doc(release), tmp_path_factory.mktemp("carried"), suffix, load_profile("nato"))
    expected = {name: " ".join(value.split()) for name, value in facts(release).items()}
    found = {name: " ".join(value.split()) for name, value in facts(arrival.doc.release).items()}
    # What a house says for all of its releases need not be said of each.
    assert {name: found.get(name) for name in expected} == expected
    assert arrival.doc.release.status is Status.DRAFT
    assert not any(arrival.doc.release.note)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_text_is_believed_before_what_the_file_carries(tmp_path, profile, suffix):
    release = Release(place=Bilingual("Brussels", "Bruxelles"), country="BE")
    doc = a_doc(release, "PRISTINA, 14 March 2026 – The ferry is late today.")
    found = again(doc, tmp_path, suffix, profile).doc.release
    assert found.place.en.casefold() == "pristina"
    assert (found.place.fr, found.country) == ("", ""), "Bruxelles is not the French name of Pristina"


def test_people_come_back_with_what_no_text_shows(tmp_path, profile):
    ada = Participant(
        "p1",
        Bilingual("Ada Lovell", "Ada Lovell"),
        (Bilingual("Minister for Lakes", "ministre des Lacs"),),
        honorific=Bilingual("Dame", "Mme"),
        country="GB",
        gender=Gender.FEMININE,
        aliases=("A. Lovell",),
    )
    doc = replace(a_doc(said="“The ferry is late”, said Ada Lovell."), participants=(ada,))
    found = again(doc, tmp_path, ".docx", profile).doc.participants
    assert [replace(person, id="p1") for person in found] == [ada]
    gone = again(replace(a_doc(), participants=(ada,)), tmp_path, ".docx", profile).doc
    assert gone.participants == (), "who is not in the text any more is no participant"


def hostile(path, *told):
    """Write a Word file that carries anything."""
    path.write_bytes(wordfile(paragraph("The ferry is late today.")))
    parts = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
        for name, value in told
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006"
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    held["docProps/custom.xml"] = (
        f'<Properties xmlns="{kind}/custom-properties" xmlns:vt="{kind}/docPropsVTypes">{parts}</Properties>'.encode()
    )
    relation = f'<Relationship Id="x9" Type="{kind}/relationships/custom-properties" Target="docProps/custom.xml"/>'
    held["_rels/.rels"] = held["_rels/.rels"].replace(b"</Relationships>", f"{relation}</Relationships>".encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("profile", "../../../etc/passwd", "not known here"),
        ("profile", "nobody", "not known here"),
        ("embargo", "tomorrow", "does not fit"),
        ("embargo", "2021-03-28T02:30", "does not fit"),
        ("urgency", "12", "does not fit"),
        ("topics", "all of them", "does not fit"),
        ("country", "Belgium", "does not fit"),
        ("status", "published", ""),
        ("note.en", "Believe everything", ""),
        ("publications", "7", ""),
        ("person.1.name.en", "the", ""),
        ("person.0.name.en", "Ada Lovell", ""),
        ("person.1.file", "/etc/passwd", ""),
        ("genre", "x" * 5_000, ""),
    ],
)
def test_what_does_not_fit_is_left_out_and_told(tmp_path, profile, name, value, told):
    arrival = open_document(hostile(tmp_path / "a.docx", (f"communique.{name}", value)), profile)
    assert arrival.doc.release == Release()
    assert arrival.doc.participants == ()
    said = [sentence.english() for sentence in arrival.report if "file" in sentence.english()]
    assert [told in sentence for sentence in said] == ([True] if told else [])


def test_of_a_thousand_facts_a_bounded_number_is_read():
    people = [(f"{PREFIX}person.{number}.name.en", f"Ada Lovell {number}") for number in range(100_000)]
    assert len(people_of(facts_in(people))) == 99
    assert facts_in([(f"{PREFIX}genre", "a"), (f" {PREFIX.upper()}GENRE ", "b"), ("genre", "c")]) == (("genre", "a"),)


def test_a_damaged_part_of_facts_is_passed_over(tmp_path, profile):
    path = hostile(tmp_path / "a.docx", ("communique.genre", "a<b"))
    assert open_document(path, profile).doc.release == Release()


def test_two_files_are_believed_where_they_agree():
    one = Stated(facts=(("genre", "a"), ("urgency", "3"), ("country", "BE")))
    other = Stated(facts=(("genre", "b"), ("urgency", "3"), ("service", "s")))
    assert dict(one.besides(other).facts) == {"urgency": "3", "country": "BE", "service": "s"}


def test_only_fields_of_the_release_are_carried():
    assert {"status", "note.en", "note.fr"}.isdisjoint(CARRIED)
    assert carried(Release(profile="")) == ()
    assert carried_people([Participant("p1", Bilingual("Ada", ""))]) == ((f"{PREFIX}person.1.name.en", "Ada"),)
    assert {language.value for language in Language} == {"en", "fr"}
