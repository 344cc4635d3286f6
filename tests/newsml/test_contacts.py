"""Whom newsrooms may ask: of the release, else of the house, in both languages, at the issuing office."""

import re
from dataclasses import replace

import pytest
from complete import AT, CONTACT
from lxml import etree
from mutants import sample

from editor.edits.details import enter, read_field
from editor.errors import Unreadable
from editor.formats.profiles import load_profile, read_profile
from editor.model.contact import Contact
from editor.model.language import Bilingual
from editor.newsml.build import Shape, build
from editor.newsml.read import read

NATO = load_profile("nato")
HOUSE = replace(
    NATO,
    house=replace(
        NATO.house,
        contact=Contact(Bilingual("Duty desk", "Permanence"), Bilingual("+32 2 1", "+32 2 2")),
        genre="Background",
        service="alerts",
    ),
)
OFFICE = "{*}contentMeta/{*}creator[@role='cpprole:mediaOffice']/{*}organisationDetails/{*}contactInfo/{*}*"


def reached(doc, profile, shape=Shape.ITEM_FR):
    root = etree.fromstring(build(doc, profile, AT, shape=shape))
    return {etree.QName(each).localname: each.text for each in root.findall(OFFICE)}


def without_contact():
    return replace(sample(), release=replace(sample().release, contact=Contact()))


def test_the_contact_of_a_release_is_published_in_the_language_of_the_item():
    french, english = reached(sample(), NATO), reached(sample(), NATO, Shape.ITEM_EN)
    assert list(french.values()) == [CONTACT.name.fr, CONTACT.telephone.fr, CONTACT.email.fr]
    assert list(english.values()) == [CONTACT.name.en, CONTACT.telephone.en, CONTACT.email.en]


def test_what_a_release_leaves_empty_is_what_the_house_says():
    assert reached(without_contact(), HOUSE) == {"note": "Permanence", "phone": "+32 2 2"}
    own = enter("telephone.fr", "+32 2 9", "UTC").apply(without_contact())
    assert reached(own, HOUSE) == {"note": "Permanence", "phone": "+32 2 9"}
    found = read(build(own, HOUSE, AT), HOUSE).doc.release
    assert found.contact.telephone == Bilingual("+32 2 1", "+32 2 9")
    assert (found.genre, found.service) == ("Background", "alerts")


def test_without_any_contact_the_office_is_only_named():
    assert reached(without_contact(), NATO) == {}


def test_a_contact_is_entered_a_language_at_a_time():
    doc = enter("email.en", "press@lake.example", "UTC").apply(without_contact())
    assert doc.release.contact.email == Bilingual("press@lake.example", "")
    assert read_field(doc, "email.en", "UTC") == "press@lake.example"


def test_a_release_without_an_urgency_of_its_own_has_that_of_its_house():
    house = replace(NATO, house=replace(NATO.house, urgency=3))
    doc = enter("urgency", "", "UTC").apply(without_contact())
    assert doc.release.urgency is None
    xml = build(doc, house, AT).decode()
    assert set(re.findall("<urgency>([^<]+)<", xml)) == {"3"}
    own = enter("urgency", "2", "UTC").apply(doc)
    assert set(re.findall("<urgency>([^<]+)<", build(own, house, AT).decode())) == {"2"}


@pytest.mark.parametrize("value", ["0", "10", "5.0", "true", '"5"'])
def test_an_urgency_of_the_house_that_there_is_not_is_said(tmp_path, value):
    path = tmp_path / "house.toml"
    path.write_text(f"[house]\nurgency = {value}\n", encoding="utf-8")
    with pytest.raises(Unreadable, match=r"house\.toml.*urgency.*1 \(most urgent\) to 9 is wanted"):
        read_profile(path)


def test_a_house_profile_says_what_its_releases_say_when_they_say_nothing(tmp_path):
    path = tmp_path / "house.toml"
    path.write_text(
        '[house]\ngenre = "Background"\nservice = "alerts"\nurgency = 3\n'
        '[house.contact]\nname = { en = "Desk", fr = "Permanence" }\n'
        'telephone = { en = "+1", fr = "+2" }\nemail = { en = "a@b.example", fr = "c@b.example" }\n',
        encoding="utf-8",
    )
    house = read_profile(path).house
    assert (house.genre, house.service, house.urgency) == ("Background", "alerts", 3)
    assert house.contact == Contact(
        Bilingual("Desk", "Permanence"), Bilingual("+1", "+2"), Bilingual("a@b.example", "c@b.example")
    )
