"""The office's directory on the command line."""

import json
from contextlib import closing

import pytest

from editor.library.directory import FILE, DirectoryStore
from editor.model.directory import Organisation
from editor.model.language import Bilingual, Language
from editor.model.people import Participant

TEXT = "A quay\n\nTarrant said: “This quay protects our coast and all who live on it.”\n"
TARRANT = Participant(
    "", Bilingual("Odile Tarrant", "Odile Tarrant"), (Bilingual("Director", "directrice"),), country="BE"
)


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "quay.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def office(tmp_path):
    folder = tmp_path / "home" / "communique"
    with closing(DirectoryStore(folder)) as store:
        store.keep(TARRANT)
    return folder


def people(ran):
    return [person["name"] for person in json.loads(ran.out)["participants"]]


def test_recognition_knows_the_people_of_the_directory(run, text, office):
    assert people(run("recognise", text, "--lang", "en", "--json")) == ["Odile Tarrant"]


def test_recognition_knows_an_exported_list(run, text, tmp_path):
    (tmp_path / "people.csv").write_text("name;function\nOdile Tarrant;Director\n", encoding="utf-8")
    ran = run("recognise", text, "--lang", "en", "--people", "people.csv", "--json")
    assert people(ran) == ["Odile Tarrant"]
    (tmp_path / "people.csv").write_text("name;gender\nOdile;x\n", encoding="utf-8")
    ran = run("recognise", text, "--lang", "en", "--people", "people.csv", "--json")
    assert (ran.code, len(ran.said)) == (2, 1)
    assert "line 2" in ran.said[0]


def test_conversion_fills_cards_from_the_directory(run, text, office, opened):
    assert run("convert", text, "-o", "quay.communique").code == 0
    (person,) = opened("quay.communique").participants
    assert (person.functions, person.country) == ((Bilingual("Director", "directrice"),), "BE")


def test_a_directory_that_cannot_be_read_is_told_and_stops_nothing(run, text, tmp_path):
    (tmp_path / "home" / "communique" / FILE).mkdir(parents=True)
    assert run("recognise", text, "--lang", "en", "--json").code == 0
    (tmp_path / "home" / "communique" / FILE).rmdir()
    (tmp_path / "home" / "communique" / FILE).write_bytes(b"damaged" * 999)
    ran = run("recognise", text, "--lang", "en", "--json")
    assert people(ran) == []
    assert "was damaged and is kept as" in ran.said[0]


def test_checks_and_repairs_know_the_acronyms_of_the_directory(run, tmp_path, office, opened):
    with closing(DirectoryStore(office)) as store:
        store.keep(Organisation("", Bilingual("Lake Protection Board", ""), Bilingual("LPB", "CPL")))
    (tmp_path / "en.txt").write_text("The LPB met at the quay yesterday.\n", encoding="utf-8")
    (tmp_path / "fr.txt").write_text("Le LPB s’est réuni hier sur le quai.\n", encoding="utf-8")
    assert run("convert", "--en", "en.txt", "--fr", "fr.txt", "-o", "quay.communique").code == 0
    found = json.loads(run("check", "quay.communique", "--json").out)
    assert [each["text"] for each in found if each["rule"] == "X20"] == ["LPB"]
    run("fix", "quay.communique", "--rule", "X20")
    assert opened("quay.communique").rows[0].text(Language.FR).startswith("Le CPL ")


def test_an_acronym_known_only_from_the_directory_hinders_a_publication(run, tmp_path, office):
    with closing(DirectoryStore(office)) as store:
        store.keep(Organisation("", Bilingual("Lake Protection Board", ""), Bilingual("LPB", "CPL")))
    (tmp_path / "en.txt").write_text("The LPB met at the quay yesterday.\n", encoding="utf-8")
    (tmp_path / "fr.txt").write_text("Le LPB s’est réuni hier sur le quai.\n", encoding="utf-8")
    run("convert", "--en", "en.txt", "--fr", "fr.txt", "-o", "quay.communique")
    ran = run("publish", "quay.communique", "-o", ".", "--dry-run")
    assert ran.code == 1
    assert "X20" in ran.out + " ".join(ran.said)
