"""What the rules know from the office's directory: approved texts, and organisations by their acronyms."""

import pytest
from checking import NATO, PLAIN, findings, row, words

from editor.checks.run import Checker, mended
from editor.model.communique import Communique
from editor.model.directory import Block, BlockKind, Directory, Organisation
from editor.model.language import Bilingual, Language
from editor.model.rows import RowKind

ABOUT = Bilingual(
    "The Lake Office was founded in 1962.\nIt looks after the shores of the lake.",
    "L’Office du lac a été fondé en 1962.\nIl veille sur les rives du lac.",
)
DESK = Bilingual("Press desk: press@lake.example", "Service de presse : press@lake.example")
OFFICE = Directory(
    (
        Organisation("1", Bilingual("Lake Protection Board", "Conseil de protection du lac"), Bilingual("LPB", "CPL")),
        Organisation("2", Bilingual("Lake Force", "Force du lac"), Bilingual("LFOR", "LFOR")),
        Organisation("3", Bilingual("Shore Watch", ""), Bilingual("SHW", "")),
        Block("4", BlockKind.BOILERPLATE, Bilingual("About us", "À propos"), ABOUT),
        Block("5", BlockKind.CONTACT, Bilingual("Press", "Presse"), DESK),
        Block("6", BlockKind.CONTACT, Bilingual("Desk", ""), Bilingual("Press desk: desk@lake.example", "")),
    )
)


def about(rule, en, fr, kind=RowKind.BOILERPLATE):
    return findings(rule, row(en, fr, kind), PLAIN, OFFICE)


def test_acronyms_of_the_directory_have_a_form_in_each_language():
    doc = row("The LPB, LFOR and SHW met.", "Le LPB, la LFOR et le SHW se sont réunis.")
    assert words(findings("X20", doc, PLAIN, OFFICE), doc) == ["LPB"]
    assert findings("X20", row("The LPB met.", "Le CPL s’est réuni."), PLAIN, OFFICE) == ()
    assert findings("X20", doc, PLAIN) == ()


@pytest.mark.parametrize(
    ("en", "fr"),
    [
        (ABOUT.en, ABOUT.fr),
        (ABOUT.en.split("\n")[0], ABOUT.fr.split("\n")[0]),
        ("Anybody may come and see the new bridge.", "Chacun peut venir voir le nouveau pont."),
    ],
)
def test_approved_texts_and_others_are_left_alone(en, fr):
    assert about("R09", en, fr) == about("X50", en, fr) == ()


def test_an_approved_text_changed_in_one_language_is_told_and_mended():
    doc = row(ABOUT.en.replace("1962", "1963"), ABOUT.fr, RowKind.BOILERPLATE)
    (found,) = findings("X50", doc, PLAIN, OFFICE)
    assert found.where.language is Language.EN
    assert found.mend.apply(Communique((doc,), counter=9)).rows[0].text(Language.EN) == ABOUT.en
    (found,) = about("X50", DESK.en, DESK.fr.replace("press@", "presse@"), RowKind.CONTACT)
    assert found.where.language is Language.FR


def test_an_approved_text_changed_in_both_languages_is_told():
    assert len(about("R09", ABOUT.en.replace("1962", "1963"), ABOUT.fr.replace("1962", "1963"))) == 1


def test_nothing_of_the_directory_must_stand_in_a_release():
    assert findings("R09", row("They met.", "Ils se sont vus."), PLAIN, OFFICE) == ()


def test_rows_are_read_again_when_the_directory_changes():
    doc, checker = Communique((row("The LPB met.", "Le LPB s’est réuni."),), counter=9), Checker()
    assert not [each for each in checker.check(doc, NATO) if each.rule == "X20"]
    assert [each for each in checker.check(doc, NATO, office=OFFICE) if each.rule == "X20"]
    after, _ = mended(doc, NATO, frozenset({"X20"}), OFFICE)
    assert after.rows[0].text(Language.FR) == "Le CPL s’est réuni."


def test_an_acronym_of_the_directory_needs_no_explanation():
    doc = row("The SHW met. The SHW left.")
    assert findings("R17", doc, PLAIN)
    assert findings("R17", doc, PLAIN, OFFICE) == ()
