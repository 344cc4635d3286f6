from pathlib import Path

import pytest
from directories import directories
from hypothesis import given

from editor.errors import Unreadable
from editor.formats.lists import LIMIT, list_of, read_list, write_list
from editor.model.directory import Block, BlockKind, Directory, Organisation
from editor.model.language import Bilingual
from editor.model.people import Gender, Participant

PATH = Path("people.csv")


def read(text, encoding="utf-8"):
    return list_of(text.encode(encoding), PATH).entries


def fault(text, encoding="utf-8"):
    with pytest.raises(Unreadable) as caught:
        list_of(text.encode(encoding) if isinstance(text, str) else text, PATH)
    return caught.value.sentence.english().removeprefix("people.csv: ")


@given(directories)
def test_what_is_written_is_read_back_equal(directory):
    assert list_of(write_list(directory), PATH) == directory


VUKIC = Participant(
    "", Bilingual("Ana Vukić", "Ana Vukić"), (Bilingual("Minister", "ministre"),), country="RS", gender=Gender.FEMININE
)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_encoding_delimiter_and_line_ends_are_found_by_looking(delimiter, encoding, ending):
    lines = (
        ["name_en", "name_fr", "function_en", "function_fr", "country", "gender"],
        ["Ana Vukić", "Ana Vukić", "Minister", "ministre", "RS", "f"],
    )
    assert read(ending.join(delimiter.join(line) for line in lines), encoding) == (VUKIC,)


def test_a_list_of_a_french_spreadsheet_is_read():
    table = "sep=;\r\nNom;Fonction;Pays;Genre\r\nÉloïse Brès;préfète;France;féminin\r\n"
    (person,) = read(table, "cp1252")
    assert person.name == Bilingual("Éloïse Brès", "Éloïse Brès")
    assert person.functions == (Bilingual("", "préfète"),)
    assert (person.country, person.gender) == ("FR", Gender.FEMININE)


def test_organisations_and_approved_texts_stand_in_the_same_list():
    table = (
        "kind,name_en,name_fr,acronym_en,acronym_fr,text_en,text_fr\n"
        "organisation,North Atlantic Treaty Organization,,NATO,OTAN,,\n"
        "acronym,,,KFOR,KFOR,,\n"
        'contact,Press,Presse,,,"Ring us.\nAny time.","Appelez-nous.\nÀ toute heure."\n'
    )
    nato, kfor, press = read(table)
    assert nato == Organisation("", Bilingual("North Atlantic Treaty Organization", ""), Bilingual("NATO", "OTAN"))
    assert kfor.acronym.fr == "KFOR"
    assert press == Block(
        "",
        BlockKind.CONTACT,
        Bilingual("Press", "Presse"),
        Bilingual("Ring us.\nAny time.", "Appelez-nous.\nÀ toute heure."),
    )
    assert list_of(write_list(Directory((nato, kfor, press))), PATH).acronyms == (
        Bilingual("NATO", "OTAN"),
        Bilingual("KFOR", "KFOR"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one,two\nAda,Lovell\n", "Line 1 does not name the columns, as name_en, name_fr, function_en."),
        ("name,country\nAda,BE\n,FR\n", "Nothing was taken over; line 3: There is no name."),
        ("name,country\nAda,Atlantis\n", "Nothing was taken over; line 2: “Atlantis” is no code"),
        ("name,gender\nAda,x\n", "Nothing was taken over; line 2: “x” is no gender"),
        ("name,kind\nAda,robot\n", "Nothing was taken over; line 2: “robot” is no kind"),
        ("name\nAda,B,C\n", "Nothing was taken over; line 2: there are more cells than the 1 column."),
        ('name,code\n"Ada\nBo,1\n', "Nothing was taken over; line 2: a quotation mark"),
        ('name,code\nAda,1\n"Bo"x,2\n', "Nothing was taken over; line 3: a quotation mark"),
        ("name,code\n", "There is nothing in this list but the names of its columns."),
        ("", "This file is empty."),
        (b"PK\x03\x04rest", "This is a ZIP archive or an Office file, not a text."),
        (b"\x89PNG\r\n\x1a\n", "This is a PNG picture, not a text."),
        (b"name\x00\x00\x00\n\x00", "This is not a text"),
        ("name\n" + "x" * 30_000, "Nothing was taken over; line 2: A text is longer than 20000 characters."),
        ("name\n" + "," * 5 + "x\n", "Nothing was taken over; line 2: there are more cells"),
    ],
)  # fmt: skip
def test_a_list_at_fault_is_refused_in_one_sentence_with_the_line(text, said):
    assert fault(text).startswith(said)


def test_every_bad_line_is_counted_and_the_first_are_named():
    told = fault("name,gender\n" + "Ada,x\n" * 8)
    assert [f"line {number}:" in told for number in range(2, 9)] == [True] * 5 + [False] * 2
    assert told.endswith("and 3 more lines.")


def test_what_a_spreadsheet_would_take_for_a_formula_is_written_as_text():
    raw = write_list(Directory((Participant("", Bilingual("=cmd", "+32")),))).decode("utf-8-sig")
    assert ";'=cmd;'+32;" in raw


def test_a_list_too_large_to_be_one_is_not_read(tmp_path):
    path = tmp_path / "people.csv"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(Unreadable):
        read_list(path)
    with pytest.raises(Unreadable):
        read_list(tmp_path / "missing.csv")
