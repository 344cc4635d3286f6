"""Typography that types itself, by real keys on a page."""

import pytest
from PySide6.QtCore import Qt

from editor.gui.background.spelling import SpellingService
from editor.gui.panes.rows import RowsPane
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row

KEYS = (
    '" L\'OTAN oeuvre pour la paix et la stabilité depuis des décennies, et nous allons continuer à le faire ", a fait '
    'observer le secrétaire général. " Pourquoi ? "'
)
PAGE = (
    "«\u00a0L’OTAN œuvre pour la paix et la stabilité depuis des décennies, et nous allons continuer à le "
    "faire\u00a0», a fait observer le secrétaire général. «\u00a0Pourquoi\u202f?\u00a0»"
)


@pytest.fixture
def pane(qtbot, open_session, teller, look):
    session = open_session(Communique((Row("r1"),), counter=1))
    spelling = SpellingService(session)
    pane = RowsPane(session, look, spelling, teller)
    pane.session = session
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    pane.show()
    pane.go_to(session.doc.rows[0].address(Language.FR, 0, 0, 0))
    yield pane
    spelling.stop()


def french(pane):
    return pane.session.doc.rows[0].text(Language.FR)


def test_plain_keys_become_the_page_the_house_prints(pane, type_text):
    type_text(pane.pages[Language.FR], KEYS)
    assert french(pane) == PAGE
    assert pane.pages[Language.FR].document().firstBlock().text() == PAGE


def test_backspace_takes_the_automatic_change_back_and_it_is_not_done_again(qtbot, pane, type_text):
    page = pane.pages[Language.FR]
    type_text(page, '"')
    assert french(pane) == "«\u00a0"
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert french(pane) == '"'
    type_text(page, "Oui")
    assert french(pane) == '"Oui'
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert french(pane) == '"Ou'


def test_each_automatic_change_is_an_undo_step_of_its_own(pane, type_text):
    type_text(pane.pages[Language.FR], "Oui !")
    assert french(pane) == "Oui\u202f!"
    pane.session.undo()
    assert french(pane) == "Oui !"
    pane.session.redo()
    assert french(pane) == "Oui\u202f!"


def test_typing_goes_on_behind_the_change(pane, type_text):
    type_text(pane.pages[Language.FR], "l'État : oui")
    assert french(pane) == "l’État\u00a0: oui"
    assert pane.caret().start == len("l’État\u00a0: oui")


@pytest.mark.parametrize(
    ("keys", "ended"),
    [
        ("Trois choses:", "Trois choses\u00a0:"),
        ("au coeur", "au cœur"),
        ("il est 10:30", "il est 10:30"),
        ("Oui", "Oui"),
    ],
)
def test_what_waits_for_a_space_is_done_at_the_end_of_a_paragraph_too(qtbot, pane, type_text, keys, ended):
    page = pane.pages[Language.FR]
    type_text(page, keys)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    type_text(page, "x")
    assert [row.text(Language.FR) for row in pane.session.doc.rows] == [ended, "x"]


def test_at_the_end_of_a_paragraph_nothing_is_done_where_typography_does_not_follow_the_keys(qtbot, pane, type_text):
    pane.set_typesetting(False)
    type_text(pane.pages[Language.FR], "Trois choses:")
    qtbot.keyClick(pane.pages[Language.FR], Qt.Key.Key_Return)
    assert french(pane) == "Trois choses:"


def test_nothing_is_changed_inside_a_link(qtbot, open_session, teller, look, type_text):
    linked = Passage("voir ici", (Mark(5, 8, MarkKind.LINK, "https://press.example"),))
    session = open_session(Communique((Row("r1", Bilingual((), (linked,))),), counter=1))
    spelling = SpellingService(session)
    pane = RowsPane(session, look, spelling, teller)
    qtbot.addWidget(pane)
    pane.show()
    pane.go_to(session.doc.rows[0].address(Language.FR, 0, 7, 7))
    type_text(pane.pages[Language.FR], '"')
    assert session.doc.rows[0].text(Language.FR) == 'voir ic"i'
    spelling.stop()


def test_it_can_be_turned_off(pane, type_text):
    pane.set_typesetting(False)
    type_text(pane.pages[Language.FR], '"Oui !"')
    assert french(pane) == '"Oui !"'
