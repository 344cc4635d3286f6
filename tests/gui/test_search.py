"""The command search: what is found by which words, and done by keys or a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidget
from windows import answering

from editor.gui.dialogs.search import CommandSearch

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def keys(text):
    """Return keys as the desktop writes them."""
    return QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText)


def searching(qtbot, monkeypatch, window, words, *pressed):
    """Type words into the search and press keys; answers the lines listed before the keys were pressed."""

    def act(dialog):
        line = dialog.findChild(QLineEdit)
        line.setFocus()
        QTest.keyClicks(line, words)
        tree = dialog.findChild(QTreeWidget)
        listed = [
            [tree.topLevelItem(place).text(column) for column in range(3)] for place in range(tree.topLevelItemCount())
        ]
        for key in pressed:
            QTest.keyClick(line, key)
        dialog.close()
        return listed

    seen = answering(qtbot, monkeypatch, CommandSearch, act)
    window.actions_["search_commands"].trigger()
    return seen[0]


def test_a_command_is_found_by_its_name_its_menu_and_its_keys_beside_it(signed_window, qtbot, monkeypatch):
    assert searching(qtbot, monkeypatch, signed_window, "save as")[0] == ["Save as…", "File", keys("Ctrl+Shift+S")]
    assert ["Confirm this row", "Row", keys("Ctrl+Return")] in searching(qtbot, monkeypatch, signed_window, "row")


def test_what_is_called_so_goes_before_what_may_be_meant(signed_window, qtbot, monkeypatch):
    listed = [line[0] for line in searching(qtbot, monkeypatch, signed_window, "compare")]
    assert {"Merge another copy…", "Show the changes"} <= set(listed)
    listed = [line[0] for line in searching(qtbot, monkeypatch, signed_window, "problem")]
    assert listed.index("Next problem") < listed.index("Hints among the problems")


def test_a_command_is_found_by_other_words_and_in_the_other_language(signed_window, qtbot, monkeypatch):
    assert "Mend this problem" in [line[0] for line in searching(qtbot, monkeypatch, signed_window, "repair")]
    assert "Preview" in [line[0] for line in searching(qtbot, monkeypatch, signed_window, "apercu")]
    assert "Preferences…" in [line[0] for line in searching(qtbot, monkeypatch, signed_window, "dark")]
    signed_window.teller.speak("fr")
    assert "Préférences…" in [line[0] for line in searching(qtbot, monkeypatch, signed_window, "sombre")]
    assert "Corriger ce problème" in [line[0] for line in searching(qtbot, monkeypatch, signed_window, "reparer")]


def test_enter_does_the_command_that_the_arrows_chose(signed_window, qtbot, monkeypatch):
    signed_window.details.show()
    searching(qtbot, monkeypatch, signed_window, "show or hide", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert not signed_window.details.isVisible()


def test_words_that_find_nothing_are_answered_by_a_sentence_and_enter_does_nothing(signed_window, qtbot, monkeypatch):
    before = signed_window._parts.session.doc
    (line,) = searching(qtbot, monkeypatch, signed_window, "xyzzy", Qt.Key.Key_Return)
    assert line[0] == "No command is called so. The menus hold all of them."
    assert signed_window._parts.session.doc is before


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_no_menu_is_taller_than_a_small_screen(signed_window, tongue):
    """A menu that does not fit covers its own bar, and its last commands are out of sight."""
    signed_window.teller.speak(tongue)
    menus = [action.menu() for action in signed_window.menuBar().actions()]
    assert {menu.title(): menu.sizeHint().height() for menu in menus if menu.sizeHint().height() > 640} == {}
