"""The terms of the house: shown, searched by keys, taken in from a file."""

import pytest
from PySide6.QtCore import Qt

from editor.gui.dialogs.terms import TermsDialog


@pytest.fixture
def dialog(qtbot, open_session, teller):
    made = TermsDialog(None, open_session(), teller)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(dialog):
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def test_a_search_leaves_the_terms_that_hold_every_word_in_either_language(qtbot, dialog):
    assert len(shown(dialog)) > 50
    qtbot.keyClicks(dialog.search, "etat droit")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert shown(dialog) == ["rule of law"]
    assert dialog.told.text() == "1 term"


def test_terms_of_a_file_are_taken_in_and_watched_at_once(dialog, tmp_path):
    file = tmp_path / "terms.csv"
    file.write_text("en,fr\nlake ferry,bac du lac\n", encoding="utf-8")
    dialog.take(file)
    assert dialog.told.text() == "1 new term, 0 exchanged."
    assert shown(dialog)[0] == "lake ferry"


def test_a_broken_file_is_told_of_and_changes_nothing(dialog, tmp_path, own_data):
    file = tmp_path / "terms.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    dialog.take(file)
    assert dialog.told.text() == f"{file}: Line 1: the heading names no columns “en” and “fr”."
    assert not (own_data / "terms").exists()
