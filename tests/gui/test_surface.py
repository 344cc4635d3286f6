"""Commands of the writing surface, by their keys in the whole window."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from windows import signed_window

from editor.formats import profiles
from editor.formats.profiles import load_profile
from editor.gui.attaching import AttachDialog
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row

__all__ = ["signed_window"]
EN, FR = Language.EN, Language.FR
CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier
MARKS = (Mark(4, 8, MarkKind.LINK, "https://example.org"), Mark(0, 3, MarkKind.QUOTE, "q1"))


@pytest.fixture
def window(signed_window):
    row = Row("r1", Bilingual((Passage("See here, please."),), ()))
    linked = Row("r2", Bilingual((), (Passage("Oui page.", MARKS),)))
    session = signed_window._parts.session
    session.open(Communique((row, linked), counter=2), None, is_saved=True)
    return signed_window


def row(window, index=0):
    return window._parts.session.doc.rows[index]


def go(window, where):
    window.rows.go_to(where)
    return window.rows.pages[where.language]


def press(qtbot, window, key, modifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def answer(do, kind=AttachDialog):
    """Have `do` answer the dialog that comes next; it is closed whatever happens, and must have been answered."""

    def look():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(5, look)
            return
        try:
            do(dialog)
            assert not dialog.isVisible()
        finally:
            dialog.done(dialog.result())

    QTimer.singleShot(0, look)


def test_words_are_linked_by_keys_alone(qtbot, window):
    def give(dialog):
        qtbot.keyClicks(dialog.line, "example.org/news")
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)

    go(window, row(window).address(EN, 0, 4, 8))
    answer(give)
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    assert row(window)[EN][0].marks == (Mark(4, 8, MarkKind.LINK, "https://example.org/news"),)
    window._parts.session.undo()
    assert row(window)[EN][0].marks == ()


def test_a_wrong_address_is_told_and_asked_for_again(qtbot, window):
    def give(dialog):
        qtbot.keyClicks(dialog.line, "the news")
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert "https://example.org/news" in dialog._trouble.text()
        qtbot.keyClick(dialog.line, Qt.Key.Key_Escape)

    go(window, row(window).address(EN, 0, 4, 8))
    answer(give)
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    assert row(window)[EN][0].marks == ()


def test_the_address_at_the_caret_is_shown_copied_and_removed(qtbot, window):
    def remove(dialog):
        assert dialog.line.text() == "https://example.org"
        buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
        qtbot.mouseClick(buttons["Copy the address"], Qt.MouseButton.LeftButton)
        qtbot.mouseClick(buttons["Remove link"], Qt.MouseButton.LeftButton)

    go(window, row(window, 1).address(FR, 0, 5, 5))
    answer(remove)
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    assert QApplication.clipboard().text() == "https://example.org"
    assert row(window, 1)[FR][0].marks == (MARKS[1],)


def test_a_note_is_given_to_a_word(qtbot, window):
    def give(dialog):
        qtbot.keyClicks(dialog.note, "As of Monday.")
        qtbot.keyClick(dialog.note, Qt.Key.Key_Return)

    go(window, row(window).address(EN, 0, 5, 5))
    answer(give)
    press(qtbot, window, Qt.Key.Key_F, BOTH)
    assert row(window)[EN][0].marks == (Mark(4, 8, MarkKind.FOOTNOTE, "As of Monday."),)


def test_the_source_fills_the_empty_side_and_the_caret_goes_there(qtbot, window):
    go(window, row(window, 1).address(EN, 0, 0, 0))
    press(qtbot, window, Qt.Key.Key_Y, BOTH)
    assert row(window, 1)[EN] == row(window, 1)[FR]
    assert window.rows.caret() == row(window, 1).address(EN, 0, 0, 0)
    press(qtbot, window, Qt.Key.Key_Y, BOTH)
    assert "already" in window.status.currentMessage()


def test_spaces_and_marks_are_shown_by_keys_and_remembered(qtbot, window):
    page = go(window, row(window).address(EN, 0, 0, 0))
    bare = page.grab().toImage()
    press(qtbot, window, Qt.Key.Key_8, BOTH)
    assert page.grab().toImage() != bare
    assert window._parts.settings.value.shows_marks
    assert window.actions_["show_marks"].isChecked()
    press(qtbot, window, Qt.Key.Key_8, BOTH)
    assert not window._parts.settings.value.shows_marks


def test_a_house_profile_is_copied_where_its_owner_may_change_it(window, tmp_path, monkeypatch):
    monkeypatch.setattr(profiles, "user_data", lambda: tmp_path)
    first = window._parts.session.profile
    told = []
    answer(lambda box: (told.append(box.text()), box.accept()), QMessageBox)
    window.actions_["copy_profile"].trigger()
    assert str(tmp_path / "profiles" / f"{first.name}-1.toml") in told[0]
    copied = load_profile(f"{first.name}-1")
    assert copied.title.en == f"{first.title.en} (1)"
    assert copied.spacing == first.spacing
    profiles.copy_profile(copied.name)
    assert load_profile(f"{first.name}-2").title.en == f"{first.title.en} (2)"
