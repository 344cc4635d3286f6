"""What is published: valid, equal for equal input, whole for every receiver."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from cargo import carried
from complete import AT, complete_communiques, life
from generated import communiques
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from mutants import sample

from editor.assets import resource
from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant
from editor.model.pictures import Picture
from editor.model.release import Action, Publication, Release, Status
from editor.model.rows import Row, RowKind
from editor.newsml.build import Body, Shape, build
from editor.newsml.edition import person_codes, prepare
from editor.newsml.validate import validate

NATO = load_profile("nato")
NAR = "{http://iptc.org/std/nar/2006-10-01/}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HTML = "{http://www.w3.org/1999/xhtml}"
shapes, bodies, actions = st.sampled_from(Shape), st.sampled_from(Body), st.sampled_from(Action)


@pytest.fixture(scope="module")
def official(shared):
    """Return the XML Schema of NewsML-G2 2.35."""
    return etree.XMLSchema(etree.parse(shared / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"))


@pytest.fixture(scope="module")
def grammar():
    """Return our own grammar."""
    return etree.RelaxNG(etree.parse(resource("newsml/communique.rng")))


def publish(doc=None, at=AT, **how):
    return etree.fromstring(build(doc or sample(), NATO, at, **how))


def items(root):
    return root.findall(f"{NAR}itemSet/{NAR}*") or [root]


def text_of(root, tag):
    """The item of one language."""
    found = [item for item in items(root) if item.get("guid").endswith(f":{tag}")]
    return found[0]


@given(communiques(), shapes, bodies, actions)
def test_whatever_is_published_follows_the_grammar_and_leads_nowhere_empty(grammar, doc, shape, body, action):
    data = build(doc, NATO, AT, shape=shape, body=body, action=action)
    root = etree.fromstring(data)
    assert grammar.validate(root), grammar.error_log.last_error
    ids = {e.get(XML_ID) for e in root.iter()} | {e.get("id") for e in root.iter(f"{NAR}group")}
    for element in root.iter(f"{NAR}*"):
        for name in ("contentrefs", "idref", "root"):
            assert set(element.get(name, "").split()) <= ids
    assert data == build(doc, NATO, AT, shape=shape, body=body, action=action), "equal input gives equal bytes"
    assert data.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<news"), "no byte order mark"
    assert b"<!--" not in data
    assert data.count(b"<?") == 1


@given(communiques(), shapes, bodies, actions)
def test_whatever_is_published_is_valid_against_the_official_schema(official, doc, shape, body, action):
    root = publish(doc, shape=shape, body=body, action=action)
    assert official.validate(root), official.error_log.last_error


@given(complete_communiques(), shapes, bodies, actions)
def test_a_complete_release_leaves_a_validator_nothing_to_say(doc, shape, body, action):
    doc, action = life(doc, action)
    data = build(doc, NATO, AT, shape=shape, body=body, action=action)
    assert validate(data, ours=True, at=AT, profile_of=lambda _name: NATO) == ()


@given(communiques())
def test_a_portable_body_is_flat_and_holds_every_word(doc):
    root = publish(doc)
    for language in ("en", "fr"):
        body = text_of(root, language).find(f".//{HTML}body")
        assert not body.attrib
        assert all(child.tag == f"{HTML}p" and not len(child) for child in body)
        printed = [child.text for child in body]
        elsewhere = "\n".join(text_of(root, language).xpath(".//*[local-name()='description']/text()"))
        for row in doc.rows:
            for passage in row.sides.en if language == "en" else row.sides.fr:
                if passage.text.strip():
                    assert any(text.endswith(passage.text) for text in printed) or passage.text in elsewhere


@given(communiques())
def test_a_rich_body_says_the_same_words_as_the_passages(doc):
    root = publish(doc, body=Body.RICH)
    body = text_of(root, "en").find(f".//{HTML}body")
    said = {"".join(each.itertext()) for each in body.iter() if each.get("id")}
    for row in doc.rows:
        for passage in row.sides.en:
            lifted = row.kind in {RowKind.HEADLINE, RowKind.SUBHEADLINE, RowKind.CAPTION}
            assert lifted or not passage.text.strip() or passage.text in said


def test_a_message_holds_the_package_then_french_then_english_then_pictures():
    root = publish()
    kinds = [
        (item.tag.removeprefix(NAR), item.get("{http://www.w3.org/XML/1998/namespace}lang")) for item in items(root)
    ]
    assert kinds == [("packageItem", "fr"), ("newsItem", "fr"), ("newsItem", "en"), ("newsItem", "fr")]


@pytest.mark.parametrize(("shape", "count"), [(Shape.EN, 2), (Shape.FR, 2), (Shape.ITEM_EN, 1), (Shape.ITEM_FR, 1)])
def test_a_shape_of_one_language_holds_that_text_and_in_a_message_its_pictures(shape, count):
    root = publish(shape=shape)
    found = items(root)
    assert len(found) == count
    assert found[0].get("{http://www.w3.org/XML/1998/namespace}lang") == shape.value[-2:]
    assert not found[0].findall(f"{NAR}itemMeta/{NAR}link[@rel='cmqrel:translation']")


def test_what_a_quote_is_and_who_says_it_stands_beside_the_body():
    part = text_of(publish(), "en").find(f"{NAR}partMeta")
    assert part.find(f"{NAR}role").get("qcode") == "cmqpart:quotation"
    assert part.find(f"{NAR}creator").get("qcode") == "cmqpers:ada-lovell"
    assert part.findtext(f"{NAR}description") == "Ferry is lat"
    block = part.get("contentrefs")
    paragraph = text_of(publish(), "en").find(f".//{HTML}p[@id='{block}']")
    assert "Ferry is lat" in paragraph.text


def test_a_caption_without_a_picture_is_published_as_a_paragraph_at_its_place():
    doc = replace(sample(), pictures=())
    item = text_of(publish(doc), "en")
    assert [p.text for p in item.findall(f".//{HTML}p")][-1] == "A boat"
    kinds = [
        entry.get("value") for entry in item.iter(f"{NAR}partMetaExtProperty") if entry.get("rel") == "cmqprop:kind"
    ]
    assert "caption" in kinds


def test_a_numbered_item_prints_its_number_in_a_flat_body():
    assert "1. One" in [p.text for p in text_of(publish(), "en").iter(f"{HTML}p")]


def test_rich_lists_headings_links_and_quotes_are_marked_up():
    body = text_of(publish(body=Body.RICH), "en").find(f".//{HTML}body")
    assert body.find(f"{HTML}h2").text == "What now"
    assert body.find(f"{HTML}ol/{HTML}li").get("value") == "1"
    assert body.find(f"{HTML}ol/{HTML}li/{HTML}ul/{HTML}li/{HTML}p").text == "Two"
    assert body.find(f".//{HTML}a").get("href") == "https://press.example.int/a"
    assert body.find(f".//{HTML}q").text == "Ferry is lat"


def test_a_paragraph_that_is_one_quote_becomes_a_block_quotation_in_a_rich_body():
    said = Passage("“It is late.”", (Mark(1, 12, MarkKind.QUOTE, "q1"),))
    doc = replace(sample(), rows=(Row("r1", Bilingual((said,), (said,))),))
    assert text_of(publish(doc, body=Body.RICH), "en").find(f".//{HTML}blockquote/{HTML}p") is not None


def test_footnotes_are_printed_below_the_text():
    item = text_of(publish(), "fr")
    assert [p.text for p in item.iter(f"{HTML}p")][-1].endswith("A note.")


def test_a_link_that_runs_is_not_published():
    trap = Passage("click", (Mark(0, 5, MarkKind.LINK, "java\tscript:alert(1)"),))
    doc = replace(sample(), rows=(Row("r1", Bilingual((trap,), (trap,))),))
    for body in Body:
        assert b"alert" not in build(doc, NATO, AT, body=body)


def test_an_embargo_stands_on_every_item_and_in_words_in_both_languages():
    root = publish(action=Action.UPDATE)
    assert all(item.findtext(f"{NAR}itemMeta/{NAR}embargoed") == "2021-05-18T22:52:00+02:00" for item in items(root))
    notes = text_of(root, "en").findall(f"{NAR}itemMeta/{NAR}edNote[@role='cmqnote:embargo']")
    english = "EMBARGO: not for publication before 18 May 2021, 22:52 (Europe/Brussels), {}."
    french = "EMBARGO\u00a0: ne pas publier avant le 18 mai 2021 à 22\u00a0h\u00a052 (Europe/Brussels), {}."
    assert [note.text for note in notes] == [text.format("2021-05-18 20:52 UTC") for text in (english, french)]


def test_a_cancellation_cancels_both_languages_and_spares_or_takes_the_pictures():
    for keeps, picture in ((True, "stat:usable"), (False, "stat:canceled")):
        root = publish(action=Action.CANCEL, keeps_pictures=keeps)
        states = [item.find(f"{NAR}itemMeta/{NAR}pubStatus").get("qcode") for item in items(root)]
        assert states == ["stat:canceled"] * 3 + [picture]
        assert text_of(root, "en").find(f"{NAR}itemMeta/{NAR}embargoed") is None
        assert text_of(root, "en").find(f".//{HTML}p") is not None


def test_an_update_of_what_is_withheld_stays_withheld_until_it_is_released():
    doc = replace(sample(), release=replace(sample().release, status=Status.WITHHELD))
    for action, status in ((Action.UPDATE, "stat:withheld"), (Action.RELEASE, "stat:usable")):
        root = publish(doc, action=action)
        assert {item.find(f"{NAR}itemMeta/{NAR}pubStatus").get("qcode") for item in items(root)} == {status}


def test_a_later_version_keeps_identifier_and_first_time_and_says_what_it_is():
    history = (Publication(1, Action.NEW, AT - timedelta(days=400), "bilingual", identifier="tag:old.example,2020:x"),)
    doc = replace(sample(), release=replace(sample().release, publications=history, reference="changed"))
    root = publish(doc, action=Action.CORRECTION)
    assert [item.get("version") for item in items(root)] == ["2"] * 4
    assert text_of(root, "fr").get("guid") == "tag:old.example,2020:x:fr"
    assert text_of(root, "fr").findtext(f"{NAR}itemMeta/{NAR}firstCreated") == "2020-04-13T13:52:00+02:00"
    assert text_of(root, "fr").find(f"{NAR}itemMeta/{NAR}signal").get("qcode") == "sig:correction"
    notes = {note.get("role"): note.text for note in text_of(root, "fr").iter(f"{NAR}edNote")}
    assert notes["cmqnote:correction"] in {"Paragraphe 2.", "Paragraph 2."}


def test_times_are_written_as_the_office_s_clock_shows_them_on_that_day():
    winter = datetime(2021, 1, 18, 12, 0, tzinfo=timezone(timedelta(hours=-5)))
    doc = replace(sample(), release=Release(reference="1"))
    assert publish(doc, winter).findtext(f"{NAR}header/{NAR}sent") == "2021-01-18T18:00:00+01:00"


def test_a_later_tag_year_is_never_claimed():
    doc = replace(sample(), release=Release(reference="1", date=datetime(2030, 1, 1, tzinfo=UTC).date()))
    assert items(publish(doc))[0].get("guid") == "tag:press.example.int,2021:communique:1"


def test_people_without_a_code_get_one_from_their_name_each_a_different_one():
    people = [
        Participant("p1", Bilingual("Aleksandar Vučić", "")),
        Participant("p2", Bilingual("Aleksandar Vucic", "")),
        Participant("p3", Bilingual("", "Élodie Œuvrard")),
        Participant("p4", Bilingual("", "")),
        Participant("p5", Bilingual("x", "x"), code="given"),
        Participant("p6", Bilingual("Вера", "")),
        Participant("p7", Bilingual("given", "")),
    ]
    codes = person_codes(people)
    assert codes["p1"] == "aleksandar-vucic"
    assert codes["p3"] == "elodie-oeuvrard"
    assert codes["p5"] == "given"
    assert len(set(codes.values())) == len(people)


def test_house_identifiers_come_from_the_profile_alone():
    house = replace(
        NATO.house, domain="lake.example", uri="https://lake.example/", codes="https://codes.lake.example", sender="l"
    )
    data = build(sample(), replace(NATO, house=house), AT)
    assert b"press.example.int/about" not in data
    assert b'uri="https://codes.lake.example/person/"' in data
    assert b'guid="tag:lake.example,2021:' in data


def test_a_topic_comes_with_its_name_in_the_language_and_its_mapped_subject_code():
    subjects = {
        each.get("qcode"): each.findtext(f"{NAR}name") for each in text_of(publish(), "fr").iter(f"{NAR}subject")
    }
    assert subjects["medtop:20000639"] == "Diplomatie"
    assert subjects["subj:11002000"] == "Diplomatie"


def test_an_embargo_in_the_hour_that_occurs_twice_reads_back_as_the_same_moment():
    twice = datetime(2021, 10, 31, 0, 30, tzinfo=UTC)
    doc = replace(sample(), release=replace(sample().release, embargo=twice))
    root = publish(doc, action=Action.UPDATE)
    assert items(root)[0].findtext(f"{NAR}itemMeta/{NAR}embargoed") == "2021-10-31T02:30:00+02:00"
    assert carried(prepare(doc, NATO, AT)).release.embargo == twice


def pictured(picture, rows=(), people=()):
    """The item of a picture of a release."""
    return items(publish(Communique(rows, people, pictures=(picture,))))[-1]


@pytest.mark.parametrize(
    ("credit", "author"),
    [
        ("Photo: Jan Nový", "Jan Nový"),
        ("Photo\u00a0: Jan Nový", "Jan Nový"),
        ("© Lake Office / Jan Nový", "Lake Office / Jan Nový"),
        ("Crédit photo : Jan", "Jan"),
        ("Photographs by Jan", "Jan"),
        ("Photographers’ Union", "Photographers’ Union"),
        ("Photo", "Photo"),
        ("OTAN", "OTAN"),
    ],
)
def test_whoever_made_a_picture_is_named_without_the_words_of_the_credit_line(credit, author):
    item = pictured(Picture("i1", "a.jpg", credit=Bilingual(credit, credit)))
    assert item.findtext(f"{NAR}contentMeta/{NAR}creator/{NAR}name") == author
    assert item.findtext(f"{NAR}contentMeta/{NAR}creditline") == credit


def test_a_picture_is_about_those_whom_its_caption_or_its_alternative_text_names():
    people = tuple(Participant(f"p{n}", Bilingual(name, name)) for n, name in enumerate(("Ada", "Eva", "Ida", "Zoë")))
    caption = Row(
        "r1", Bilingual((Passage("She", (Mark(0, 3, MarkKind.PERSON, "p1"),)),), (Passage("Ada"),)), RowKind.CAPTION
    )
    item = pictured(Picture("i1", "a.jpg", "r1", alternative=Bilingual("Zoë and a boat", "")), (caption,), people)
    assert [each.get("qcode") for each in item.iter(f"{NAR}subject")] == ["cmqpers:ada", "cmqpers:eva", "cmqpers:zoe"]


def test_a_topic_without_a_french_name_is_not_said_to_have_one():
    doc = Communique(release=Release(topics=("20001362", "20000343")))
    names = [(each.text, each.get(LANG)) for each in text_of(publish(doc), "fr").iterfind(f".//{NAR}subject/{NAR}name")]
    assert names[:2] == [("public transport", None), ("Transport fluvial et maritime", "fr")]
