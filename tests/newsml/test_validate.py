"""Each rule finds its fault, at its place, and keeps quiet about a file without it."""

# ruff: noqa: E501 (a table is read by its rows)
import re

import pytest
from complete import AT
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from mutants import mutated, sample, samples

from editor.errors import Unreadable
from editor.formats.profiles import load_profile
from editor.model.language import Language
from editor.model.release import Action
from editor.newsml.build import Body, Shape, build
from editor.newsml.validate import Level, validate

NATO = load_profile("nato")
DATA = build(sample(), NATO, AT, action=Action.CORRECTION).decode()
STEM = "pr-cp-2021-078-x"


def faults(text, **how):
    return validate(text.encode(), at=AT, **how)


def rules(text, **how):
    return {(fault.rule, fault.level.value) for fault in faults(text, **how)}


# What the sample is reminded of anyway: its quote stands between spaces, and its French quotes in English signs.
USUAL = rules(DATA)


def swapped(*pairs):
    """The sample with texts exchanged; each must be there."""
    text = DATA
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


def once(old, new):
    """The sample with the first occurrence of a text exchanged."""
    assert old in DATA, old
    return DATA.replace(old, new, 1)


FILE = re.search("<remoteContent.*?</remoteContent>", DATA, re.DOTALL)[0]

CASES = {
    "an alias nobody declared": (once('role="cpprole:originfo"', 'role="nobody:originfo"'), "N01", "error"),
    "an alias declared for two schemes": (
        once('<scheme alias="cmqpers" uri="', '<scheme alias="medtop" uri="http://a.example/"/><scheme alias="cmqpers" uri="'),
        "N02",
        "error",
    ),
    "a scheme address without an end": (once('person/"', 'person"'), "N02", "warning"),
    "a retired scheme": (once('role="cpprole:originfo"', 'role="isrol:originfo"'), "N03", "warning"),
    "a retired topic": (swapped(("medtop:20000639", "medtop:20000030")), "N03", "warning"),
    "a status there is not": (once("stat:usable", "stat:fine"), "N04", "error"),
    "a topic nobody knows": (swapped(("medtop:20000639", "medtop:99999999")), "N05", "warning"),
    "a second colon": (once('qcode="subj:11002000"', 'qcode="subj:11:002000"'), "N06", "warning"),
    "a class that does not fit": (once('qcode="ninat:composite"', 'qcode="ninat:text"'), "N07", "error"),
    "no status": (once('<pubStatus qcode="stat:usable"/>', ""), "N08", "error"),
    "an identifier that is none": (once('guid="tag:', 'guid="'), "N09", "error"),
    "an identifier with white space": (once('guid="tag:press', 'guid="tag:pr ess'), "N09", "error"),
    "an identifier of a year to come": (swapped(("example.int,2021:", "example.int,2031:")), "N09", "error"),
    "one identifier for two items": (once(':fr" version="2" xml:lang="fr"', ':en" version="2" xml:lang="fr"'), "N09", "error"),
    "a version in the identifier": (swapped((f"communique:{STEM}", f"communique:v2:{STEM}"), (':fr"', ':fr:v2"')), "N09", "error"),
    "no version": (once(' version="2" xml:lang', " xml:lang"), "N10", "error"),
    "a text behind its package": (once(':fr" version="2" xml:lang="fr"', ':fr" version="1" xml:lang="fr"'), "N11", "warning"),
    "another standard": (once('standard="NewsML-G2"', 'standard="NewsML"'), "N12", "error"),
    "another version of the standard": (once('standardversion="2.35"', 'standardversion="2.34"'), "N12", "error"),
    "core conformance with parts": (swapped(('conformance="power"', 'conformance="core"')), "N12", "error"),
    "a time without zone": (once("+02:00</versionCreated>", "</versionCreated>"), "N13", "error"),
    "a version older than the first": (once("<versionCreated>2021", "<versionCreated>2020"), "N14", "error"),
    "a change after the issue": (once("<contentModified>2021", "<contentModified>2022"), "N14", "error"),
    "an issue to come": (swapped(("<versionCreated>2021", "<versionCreated>2022"), ("<sent>2021", "<sent>2022")), "N14", "warning"),
    "an empty embargo": (swapped(("<embargoed>2021-05-18T22:52:00+02:00</embargoed>", "<embargoed/>")), "N15", "error"),
    "an embargo that is over": (swapped(("<embargoed>2021", "<embargoed>2020")), "N16", "warning"),
    "two embargoes": (once("<embargoed>2021-05-18", "<embargoed>2021-05-19"), "N17", "error"),
    "an embargo on what is withheld": (swapped(("stat:usable", "stat:withheld")), "N17", "error"),
    "an embargo nobody says in words": (swapped(("EMBARGO", "STOP")), "N17", "warning"),
    "one item cancelled": (once("stat:usable", "stat:canceled"), "N18", "warning"),
    "a later version without signal": (swapped(('<signal qcode="sig:correction"/>', "")), "N19", "warning"),
    "a tag that is no language": (once('xml:lang="en">Director', 'xml:lang="e n">Director'), "N20", "error"),
    "another language in the body": (once('lang="en" xml:lang="en">\n            <head', 'lang="de" xml:lang="de">\n            <head'), "N20", "error"),
    "no headline": (once('<headline xml:lang="en">A ferry</headline>\n        <headline', "<headline"), "N22", "error"),
    "two headlines": (once('<headline xml:lang="fr">Un bac</headline>', '<headline xml:lang="fr">Un bac</headline>' * 2), "N22", "error"),
    "a headline with spaces around": (once(">Un bac</headline>", "> Un bac</headline>"), "N22", "error"),
    "the same name twice": (once('<name xml:lang="fr">OTAN</name>', '<name xml:lang="fr">OTAN</name><name xml:lang="fr">O</name>'), "N23", "warning"),
    "a genre without English": (swapped(('<name xml:lang="en">Press release</name>', "")), "N24", "warning"),
    "an id twice": (once('xml:id="fr-p2"', 'xml:id="fr-p1"'), "N25", "error"),
    "a plain id alone": (once(' xml:id="fr-p1"', ""), "N25", "error"),
    "no root group": (once('root="g-root"', 'root="g-lost"'), "N26", "error"),
    "a group that leads to itself": (once('idref="g-lang"', 'idref="g-root"'), "N26", "error"),
    "a reference to another version": (once(':en" version="2" contenttype', ':en" version="1" contenttype'), "N27", "error"),
    "a reference to what is not there": (once(':en" version="2" contenttype', ':de" version="2" contenttype'), "N27", "warning"),
    "a translation that does not point back": (once('link rel="cmqrel:translation"', 'link rel="irel:seeAlso"'), "N28", "error"),
    "a script": (once("</body>", "<script>x</script></body>"), "N29", "error"),
    "a handler": (once("<p id=", '<p onclick="x" id='), "N29", "error"),
    "a link that runs": (once("Ferry is late", '<a href=" JaVa&#10;script:x">Ferry</a> is late'), "N29", "error"),
    "no title": (once("<title>Un bac</title>", ""), "N29", "error"),
    "a quote element in a flat body": (once("Ferry is late", "<q>Ferry is late</q>"), "N30", "error"),
    "a heading in a flat body": (once("</body>", "<h2>x</h2></body>"), "N30", "error"),
    "a class on the body": (once("<body>", '<body class="x">'), "N31", "error"),
    "a comment in the body": (once("<body>", "<body><!-- x -->"), "N31", "error"),
    "an instruction in the item": (once("<contentSet>", "<?x y?><contentSet>"), "N31", "error"),
    "a wrong count": (once('wordcount="', 'wordcount="9'), "N32", "warning"),
    "a quote of other words": (once(">Ferry is lat<", ">Ferry was lat<"), "N33", "error"),
    "a speaker who is nobody": (once('<creator qcode="cmqpers:ada-lovell"', '<creator qcode="cmqpers:eva"'), "N33", "error"),
    "a quote in one language": (once('"cmqprop:quoteid" value="q1"', '"cmqprop:quoteid" value="q2"'), "N33", "warning"),
    "a subject in one language": (once('qcode="medtop:20000639"', 'qcode="medtop:20000644"'), "N34", "warning"),
    "a row in one language": (once('"cmqprop:row" value="r5"', '"cmqprop:row" value="r9"'), "N34", "warning"),
    "a picture without caption": (swapped(('xml:lang="fr" role="drol:caption"', 'xml:lang="fr" role="drol:summary"')), "N35", "error"),
    "a picture without alternative": (swapped(('xml:lang="fr" role="cmqdrol:alttext"', 'xml:lang="fr" role="drol:summary"')), "N35", "warning"),
    "two files for one rendition": (once(FILE, FILE + FILE), "N35", "warning"),
    "a picture without file": (once('.pic8.jpg"', '/../pic8.jpg"'), "N35", "error"),
    "no copyright": (re.sub("<copyrightNotice.*</copyrightNotice>", "", DATA), "N36", "warning"),
    "a message sent too early": (once("<sent>2021", "<sent>2020"), "N37", "error"),
    "a message without identifier": (re.sub("<transmitId>.*</transmitId>", "", DATA), "N37", "warning"),
    "an urgency of nine": (once("<urgency>5", "<urgency>9"), "N38", "warning"),
    "a damaged character": (once("Ferry is late", "Ferry is \ufffdlate"), "N39", "error"),
    "a control character": (once("Ferry is late", "Ferry is \x80late"), "N39", "error"),
    "a loose accent": (once("Ferry is late", "Ferry is late e\u0301"), "N39", "warning"),
    "a turned direction": (once("Ferry is late", "Ferry \u202eis late"), "N39", "warning"),
    "two spaces": (once("Ferry is late", "Ferry  is late"), "N39", "warning"),
    "a French space that breaks": (once(">Et alors<", ">Et alors ?<"), "N39", "warning"),
    "a concept with two names": (once('qcode="cmqorg:nato"', 'qcode="cmqorg:nato" uri="http://a.example/x"'), "N40", "error"),
    "a catalogue from elsewhere": (once("catalog.IPTC-G2-Standards_41", "catalog.Other_1"), "N41", "warning"),
    "a schema location of one part": (
        once("<itemSet>", '<itemSet xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">').replace(
            "<packageItem ", '<packageItem xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x" '
        ),
        "N42",
        "warning",
    ),
    "a document type": ("<!DOCTYPE a>" + DATA.split("?>\n")[1], "N43", "error"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_rule_finds_its_fault(name):
    text, rule, level = CASES[name]
    assert (rule, level) not in USUAL
    assert (rule, level) in rules(text)


def test_every_rule_is_tried():
    tried = {rule for _, rule, _ in CASES.values()}
    assert {f"N{n:02}" for n in range(1, 44)} - tried == {"N21"}


def test_a_text_in_another_language_than_it_names_is_found():
    found = faults(DATA, language_of=lambda text: Language.EN if "late" in text else None)
    assert [fault.rule for fault in found].count("N21") == 1


def test_an_offset_that_is_not_the_office_s_is_found_where_the_profile_is_known():
    text = once("13:52:00+02:00</versionCreated>", "12:52:00+01:00</versionCreated>")
    assert ("N13", "warning") in rules(text, profile_of=lambda _name: NATO)
    assert ("N13", "warning") not in rules(DATA, profile_of=lambda _name: NATO)


def test_a_version_that_was_published_already_is_found():
    guid = etree.fromstring(DATA.encode()).find(".//{*}packageItem").get("guid")
    assert ("N10", "error") in rules(DATA, published={guid: 2})
    assert ("N10", "error") not in rules(DATA, published={guid: 1})


def test_the_sample_has_no_fault_of_level_error():
    assert {level for _, level in USUAL} <= {"warning"}


def test_a_rich_body_is_not_flat_and_that_is_right():
    data = build(sample(), NATO, AT, body=Body.RICH)
    assert not [fault for fault in validate(data, at=AT) if fault.rule == "N30"]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('xml:lang="fr">Un bac</headline>', 'xml:lang="fr"> Un bac</headline>', "headline.fr"),
        ("<urgency>5", "<urgency>9", "urgency"),
        ("<contentModified>2021", "<contentModified>2022", "updated"),
        ("medtop:20000639", "medtop:99999999", "topics"),
        ("<name>Ada Lovell</name>", "<name>Ada\tLovell</name>", "person.1.name.fr"),
        ('xml:lang="fr">directrice', 'xml:lang="f r">directrice', "person.1.function"),
        ("<embargoed>2021", "<embargoed>2020", "embargo"),
        ('qcode="genre:Press_Release"', 'qcode="genre:Press:Release"', "genre"),
        ("cmqsvc:pressrelease", "cmqsvc:press:release", "service"),
        ('xml:lang="en">Brussels<', 'xml:lang="e n">Brussels<', "place"),
    ],
)
def test_a_fault_of_ours_names_the_field_that_causes_it(old, new, field):
    assert field in {fault.field for fault in faults(once(old, new), ours=True)}


def test_a_fault_in_the_text_names_its_row_and_language():
    found = [fault for fault in faults(once(">Et alors<", ">Et alors\ufffd<"), ours=True) if fault.rule == "N39"]
    assert [(fault.row, fault.language) for fault in found] == [("r4", Language.FR)]


def test_a_release_without_a_reference_is_told_at_its_field():
    doc = sample()
    bare = type(doc)(doc.rows)
    assert "reference" in {fault.field for fault in validate(build(bare, NATO, AT), ours=True, at=AT)}


def test_faults_say_line_and_path():
    (fault,) = [each for each in faults(once('qcode="subj:11002000"', 'qcode="subj:11:002000"')) if each.rule == "N06"]
    assert (
        'qcode="subj:11:002000"' in once('qcode="subj:11002000"', 'qcode="subj:11:002000"').splitlines()[fault.line - 1]
    )
    assert fault.path == "newsMessage/itemSet/newsItem[1]/contentMeta/subject[2]"


def test_every_sentence_is_there_in_both_languages():
    for text, _, _ in CASES.values():
        for fault in faults(text, ours=True):
            assert fault.message.told("en") != fault.message.told("fr")


@given(st.randoms(use_true_random=False), st.sampled_from(samples()))
def test_a_validator_never_raises_whatever_was_changed(chance, data):
    _, _, root = mutated(data, chance)
    validate(etree.tostring(root), ours=True, at=AT)


@given(st.binary(max_size=300))
def test_a_validator_never_raises_for_bytes(data):
    assert all(fault.level in Level for fault in validate(data))


def test_a_schema_that_is_none_is_refused(tmp_path):
    path = tmp_path / "a.xsd"
    path.write_text("<a/>")
    for wrong in (path, tmp_path / "missing.xsd"):
        with pytest.raises(Unreadable):
            validate(DATA.encode(), xsd=wrong)


@pytest.mark.parametrize("shape", Shape)
def test_the_official_schema_is_used_where_it_is_given(shared, shape):
    schema = shared / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"
    data = build(sample(), NATO, AT, shape=shape)
    assert not [fault for fault in validate(data, xsd=schema, at=AT) if fault.rule == "XSD"]
    broken = data.replace(b"<urgency>5", b"<urgency>x")
    found = validate(broken, xsd=schema, at=AT, ours=True)
    assert {fault.field for fault in found if fault.rule == "XSD"} == {"urgency"}


EXAMPLES = ["bilingual", "embargoed", "correction", "canceled", "en-newsitem", "fr-newsitem"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_worked_examples_are_accepted(shared, name):
    folder = shared / "newsml-g2"
    found = validate(
        (folder / f"example-{name}.xml").read_bytes(),
        xsd=folder / "NewsML-G2_2.35-spec-All-Power.xsd",
        profile_of=lambda _name: NATO,
    )
    assert not [fault for fault in found if fault.level is Level.ERROR]


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("N25", lambda text: text.replace(' xml:id="en-p2"', "").replace(' xml:id="fr-p2"', "")),
        ("N15", lambda text: text.replace("</firstCreated>", "</firstCreated><embargoed/>", 1)),
        ("N31", lambda text: text.replace("<body>", "<body><!-- x -->", 1)),
        ("N31", lambda text: text.replace("<body>", '<body class="x">', 1)),
        ("N30", lambda text: text.replace("</p>", "<q>x</q></p>", 1)),
        ("N06", lambda text: text.replace('qcode="subj:11002000"', 'qcode="subj:11:002000"', 1)),
        (
            "N08",
            lambda text: text.replace('<pubStatus qcode="stat:usable"/>', "").replace(
                '<pubStatus qcode="stat:canceled"/>', ""
            ),
        ),
    ],
)
def test_each_named_fault_in_a_worked_example_is_flagged(shared, name, rule, change):
    before = (shared / "newsml-g2" / f"example-{name}.xml").read_text("utf-8")
    after = change(before)
    assert after != before
    old = [fault.rule for fault in validate(before.encode())].count(rule)
    assert [fault.rule for fault in validate(after.encode())].count(rule) > old


LONG = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en" guid="urn:a" version="1"><contentSet><inlineXML>'
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html></inlineXML></contentSet>'
    "</newsItem>"
)


def test_of_faults_without_number_the_first_are_told_and_an_error_behind_them_is_not_lost():
    warnings = "<p>two  spaces</p>" * 2_000
    data = LONG.format(warnings + "<p>\ufffd</p>" + warnings).encode()
    told = [fault for fault in validate(data) if fault.rule == "N39"]
    assert len(told) == 502
    assert [fault.level.value for fault in told].count("error") == 1
    assert sum("There are more faults" in fault.message.english() for fault in told) == 1


@pytest.mark.parametrize("time", ["0001-01-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "9999-12-31"])
@pytest.mark.parametrize("name", ["contentCreated", "contentModified", "versionCreated", "firstCreated", "sent"])
def test_a_time_at_the_ends_of_the_calendar_is_no_trouble(name, time):
    text = re.sub(f"(<{name}[^>]*>)[^<]*", rf"\g<1>{time}", DATA)
    assert text != DATA
    assert all(fault.message.english() for fault in faults(text, profile_of=lambda _name: NATO))


DIGITS = "9" * 5000
"""More digits than Python makes a number of."""


def test_numbers_of_thousands_of_digits_are_no_trouble():
    text = re.sub('( version|standardversion)="[^"]*"', rf'\g<1>="{DIGITS}"', DATA).replace(
        "Standards_41", f"Standards_{DIGITS}"
    )
    assert {"N12", "N41"} <= {rule for rule, _ in rules(text)}
