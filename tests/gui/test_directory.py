"""The office's directory in the window, by keys and clicks."""

from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from windows import answering, choosing

from editor.edits.details import add_participant, enter
from editor.gui.dialogs.arriving import ImportDialog
from editor.gui.dialogs.directory import DirectoryDialog
from editor.gui.dialogs.publishing import PublishDialog
from editor.library.directory import DirectoryStore
from editor.model.communique import Communique
from editor.model.directory import Block, BlockKind, Organisation
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.people import Gender, Participant
from editor.model.rows import Row, RowKind

VUKIC = Participant(
    "",
    Bilingual("Ana Vukić", "Ana Vukić"),
    (Bilingual("Minister", "ministre"),),
    Bilingual("Ministry of Health", "ministère de la Santé"),
    gender=Gender.FEMININE,
)
NATO = Organisation("", Bilingual("", ""), Bilingual("NATO", "OTAN"))
ABOUT = Block("", BlockKind.BOILERPLATE, Bilingual("About us", "À propos"), Bilingual("We are.\nHere.", "Nous sommes."))


@pytest.fixture
def store(own_data):
    with closing(DirectoryStore(own_data)) as opened:
        for entry in (ABOUT, NATO, VUKIC):
            opened.keep(entry)
        yield opened


@pytest.fixture
def session(open_session):
    return open_session()


@pytest.fixture
def dialog(qtbot, store, session, teller):
    shown = DirectoryDialog(None, store, session.do, teller)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def listed(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def press(qtbot, dialog, title):
    found = next(each for each in dialog.findChildren(QPushButton) if each.text() == title and each.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def field(dialog, name):
    return next(each for each in dialog._form.fields.values() if each.accessibleName() == name)


def test_everything_is_found_without_accents_by_any_word(dialog, type_text):
    assert listed(dialog) == ["Ana Vukić", "NATO / OTAN", "About us"]
    dialog.search.setFocus()
    type_text(dialog.search, "sante vukic")
    assert listed(dialog) == ["Ana Vukić"]
    dialog.search.selectAll()
    type_text(dialog.search, "otan")
    assert listed(dialog) == ["NATO / OTAN"]


def test_what_is_written_is_kept_when_the_field_is_left(qtbot, dialog, store, type_text):
    line = field(dialog, "Function, French")
    line.setFocus()
    line.selectAll()
    type_text(line, "ministre de la Santé; vice-première ministre")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    (person,) = store.read().people
    assert [function.fr for function in person.functions] == ["ministre de la Santé", "vice-première ministre"]
    name = field(dialog, "Name, English")
    for each in (name, field(dialog, "Name, French")):
        each.setFocus()
        each.clear()
        qtbot.keyClick(each, Qt.Key.Key_Tab)
    assert store.read().people[0].name == Bilingual("", "Ana Vukić")


def test_a_new_person_is_kept_as_soon_as_there_is_a_name(qtbot, dialog, store, type_text):
    press(qtbot, dialog, "New person")
    line = QApplication.focusWidget()
    assert line.accessibleName() == "Name, English"
    type_text(line, "Bo Karr")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [person.name.en for person in store.read().people] == ["Ana Vukić", "Bo Karr"]
    assert dialog.list.currentItem().text() == "Bo Karr"


def test_what_is_removed_can_be_put_back(qtbot, dialog, store):
    before = store.read()
    press(qtbot, dialog, "Remove")
    assert listed(dialog) == ["NATO / OTAN", "About us"]
    press(qtbot, dialog, "Put back")
    assert store.read() == before
    assert listed(dialog) == ["Ana Vukić", "NATO / OTAN", "About us"]


def test_people_and_texts_go_into_the_release_and_undo_takes_them_out(qtbot, dialog, session):
    press(qtbot, dialog, "Add to the release")
    assert [person.name.en for person in session.doc.participants] == ["Ana Vukić"]
    dialog.list.setFocus()
    dialog.list.setCurrentRow(2)
    press(qtbot, dialog, "Insert into the release")
    row = session.doc.rows[-1]
    assert row.kind is RowKind.BOILERPLATE
    assert [passage.text for passage in row[Language.EN]] == ["We are.", "Here."]
    session.undo()
    session.undo()
    assert session.doc.participants == ()


def test_whoever_takes_part_already_gets_no_second_card_from_the_directory(qtbot, dialog, session):
    press(qtbot, dialog, "Add to the release")
    press(qtbot, dialog, "Add to the release")
    assert [person.name.en for person in session.doc.participants] == ["Ana Vukić"]


def test_a_list_comes_in_and_a_bad_one_changes_nothing(qtbot, dialog, store, tmp_path, monkeypatch):
    path = tmp_path / "people.csv"
    choosing(monkeypatch, path)
    path.write_text("name;country\nBo Karr;Belgium\n;FR\n", encoding="utf-8")
    before = store.read()
    press(qtbot, dialog, "Import a list…")
    assert "line 3: There is no name." in dialog.told.text()
    assert store.read() == before
    path.write_text("name;country\nBo Karr;Belgium\n", encoding="utf-8")
    press(qtbot, dialog, "Import a list…")
    assert dialog.told.text() == "1 entry added, 0 changed."
    assert [person.name.en for person in store.read().people] == ["Ana Vukić", "Bo Karr"]


def test_what_is_exported_and_imported_again_is_the_same(qtbot, dialog, store, tmp_path, monkeypatch):
    path = tmp_path / "all.csv"
    choosing(monkeypatch, path)
    before = store.read()
    press(qtbot, dialog, "Export…")
    press(qtbot, dialog, "Import a list…")
    assert dialog.told.text() == "0 entries added, 0 changed."
    assert store.read() == before


def test_the_window_saves_a_card_completes_from_it_and_spells_it_rightly(qtbot, signed_window, type_text):
    window, session = signed_window, signed_window._parts.session
    qtbot.waitUntil(lambda: window.office._completing is not None)
    window.details.turn_to(window.details.people)
    people = window.details.people
    press(qtbot, people, "Add a person")
    card = next(iter(people.cards.values()))
    qtbot.waitUntil(card.isVisible)
    type_text(card.fields["name.en"], "Ana Vukić")
    press(qtbot, card, "Save to the directory")
    assert [person.name.en for person in window.office.known_people()] == ["Ana Vukić"]
    assert window._parts.spelling._office.fr >= {"Ana Vukić"}
    press(qtbot, card, "Remove")
    row = session.doc.rows[1]
    window.rows.go_to(row.address(Language.EN, 0, 0, 0))
    page = window.rows.pages[Language.EN]
    type_text(page, "Vu")
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert session.doc.rows[1].text(Language.EN) == "Ana Vukić"
    assert [person.name.en for person in session.doc.participants] == ["Ana Vukić"]


def test_the_command_opens_the_directory_of_the_office(qtbot, signed_window):
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        seen.append(dialog.windowTitle())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, look)
    signed_window.actions_["directory"].trigger()
    assert seen == ["Directory"]


def test_recognition_takes_what_the_texts_do_not_tell_from_the_directory(qtbot, own_data, signed_window, type_text):
    with closing(DirectoryStore(own_data)) as store:
        store.keep(VUKIC)
    window, session = signed_window, signed_window._parts.session
    window.rows.go_to(session.doc.rows[1].address(Language.EN, 0, 0, 0))
    type_text(window.rows.pages[Language.EN], "“We agree on the lake,” said Vukic. ")
    window.actions_["recognise"].trigger()
    (person,) = session.doc.participants
    assert (person.name.en, person.function.fr, person.gender) == ("Ana Vukić", "ministre", Gender.FEMININE)
    assert session.doc.quotes[0].speaker == person.id


@pytest.fixture
def board(own_data):
    """An organisation the directory holds before the window opens."""
    with closing(DirectoryStore(own_data)) as store:
        store.keep(Organisation("", Bilingual("Lake Protection Board", ""), Bilingual("LPB", "CPL")))


def test_the_checks_know_the_acronyms_of_the_directory(qtbot, board, signed_window, tmp_path):
    checking = signed_window._parts.checking
    sides = Bilingual((Passage("The LPB met."),), (Passage("Le LPB s’est réuni."),))
    doc = Communique((Row("r1", sides),), counter=9)
    signed_window._parts.session.open(doc, tmp_path / "a.communique", is_saved=True)
    qtbot.waitUntil(lambda: "X20" in {finding.rule for finding in checking.findings})


def test_an_acronym_known_only_from_the_directory_hinders_a_publication(
    qtbot, board, signed_window, monkeypatch, tmp_path
):
    sides = Bilingual((Passage("The LPB met."),), (Passage("Le LPB s’est réuni."),))
    doc = Communique((Row("r1", sides),), counter=9)
    signed_window._parts.session.open(doc, tmp_path / "a.communique", is_saved=True)
    listed = answering(qtbot, monkeypatch, PublishDialog, lambda dialog: texts_of(dialog._list))
    signed_window.actions_["publish"].trigger()
    assert any("“LPB” is the English form of “CPL”" in line for line in listed[0])


def texts_of(shown):
    return [shown.item(row).text() for row in range(shown.count())]


def test_everybody_who_takes_part_is_saved_at_once(qtbot, signed_window):
    window, session = signed_window, signed_window._parts.session
    for name in ("Ana Vukić", "", "Ada Lovell"):
        session.do(add_participant(Participant("", Bilingual(name, name))))
    window.details.turn_to(window.details.people)
    qtbot.waitUntil(window.details.people.isVisible)
    press(qtbot, window.details.people, "Save 2 people to the directory")
    assert [person.name.en for person in window.office.known_people()] == ["Ana Vukić", "Ada Lovell"]
    assert window.status.currentMessage() == "2 people are in the directory now."
    assert not window.details.people._keep.isVisible()


def test_a_name_put_right_in_one_language_keeps_its_place_in_the_directory(own_data, signed_window):
    session = signed_window._parts.session
    session.do(add_participant(VUKIC))
    signed_window.actions_["keep_people"].trigger()
    session.do(enter("person.1.name.fr", "Anna Vukić", "UTC"))
    signed_window.actions_["keep_people"].trigger()
    with closing(DirectoryStore(own_data)) as store:
        assert [tuple(person.name) for person in store.read().people] == [("Ana Vukić", "Anna Vukić")]


def test_saving_everybody_is_a_command_that_tells_where_nobody_is_new(own_data, signed_window):
    with closing(DirectoryStore(own_data)) as store:
        store.keep(VUKIC)
    session = signed_window._parts.session
    session.do(add_participant(replace(VUKIC, aliases=("Vukić",))))
    signed_window.actions_["keep_people"].trigger()
    (person,) = signed_window.office.known_people()
    assert person.aliases == ("Vukić",)
    signed_window.actions_["keep_people"].trigger()
    assert signed_window.status.currentMessage().startswith("Everybody who takes part is in the directory already.")


def test_an_import_saves_new_people_where_that_is_wished(qtbot, own_data, signed_window, monkeypatch, tmp_path):
    session = signed_window._parts.session
    with closing(DirectoryStore(own_data)) as store:
        store.keep(VUKIC)

    def act(dialog):
        assert not dialog._keep.isVisible()
        dialog.sides[Language.EN].text.setPlainText(
            "A lake\n\n“We agree,” said the Minister, Ana Vukić. “So do we,” said the Director, Ada Lovell.\n"
        )
        dialog.read()
        press(qtbot, dialog, "Import")
        return dialog._keep.text()

    answering(qtbot, monkeypatch, ImportDialog, act)
    signed_window.actions_["import"].trigger()
    assert len(signed_window.office.known_people()) == 1
    session.mark_saved(session.doc, tmp_path / "lake.communique")

    def wish(dialog):
        dialog.sides[Language.EN].text.setPlainText("A quay\n\n“We agree,” said the Director, Ada Lovell.\n")
        dialog.read()
        qtbot.mouseClick(dialog._keep, Qt.MouseButton.LeftButton)
        press(qtbot, dialog, "Import")

    answering(qtbot, monkeypatch, ImportDialog, wish)
    signed_window.actions_["import"].trigger()
    assert [person.name.en for person in signed_window.office.known_people()] == ["Ana Vukić", "Ada Lovell"]


def test_a_function_is_proposed_with_the_acronyms_of_the_directory(qtbot, own_data, signed_window):
    with closing(DirectoryStore(own_data)) as store:
        store.keep(Organisation("", Bilingual("Lake Protection Board", ""), Bilingual("LPB", "OPL")))
    window, session = signed_window, signed_window._parts.session
    session.do(add_participant(Participant("", Bilingual("Ana Vukić", ""), (Bilingual("Director of the LPB", ""),))))
    window.details.turn_to(window.details.people)
    (card,) = window.details.people.cards.values()
    qtbot.waitUntil(card.isVisible)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    offers = [each.text() for each in card.findChildren(QPushButton) if each.isVisible()]
    assert [each for each in offers if "de l’OPL" in each]
