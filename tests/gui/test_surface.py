"""Commands of the writing surface, by their keys in the whole window."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from windows import signed_window

from editor.formats import profiles
from editor.formats.profiles import load_profile
from editor.gui.dialogs.attaching import AttachDialog
from editor.gui.dialogs.frame import Question
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
    answer(lambda box: (told.append(box.said[0].text()), box.accept()), Question)
    window.actions_["copy_profile"].trigger()
    assert str(tmp_path / "profiles" / f"{first.name}-1.toml") in told[0]
    copied = load_profile(f"{first.name}-1")
    assert copied.title.en == f"{first.title.en} (1)"
    assert copied.spacing == first.spacing
    profiles.copy_profile(copied.name)
    assert load_profile(f"{first.name}-2").title.en == f"{first.title.en} (2)"


LISTED = (
    "<p>Voici&nbsp;:</p><ol><li><p style='color:red'>un <b>mot</b></p></li><li>deux<ul><li>dedans</li></ul></li></ol>"
    "<p>Fin.</p>"
)


def shapes(window):
    return [(row.kind.value, row.level, row.number, row.text(FR)) for row in window._parts.session.doc.rows]


PASTED = [
    ("paragraph", 0, None, "Voici\u00a0:"),
    ("listItem", 1, 1, "un mot"),
    ("listItem", 1, 2, "deux"),
    ("listItem", 2, None, "dedans"),
    ("paragraph", 0, None, "Fin."),
]


def test_a_pasted_list_is_a_list_and_what_was_left_out_is_told_in_the_status_line(window, qtbot):
    window._parts.session.open(Communique((Row("r1"),), counter=1), None, is_saved=True)
    mime = QMimeData()
    mime.setHtml(LISTED)
    QApplication.clipboard().setMimeData(mime)
    page = go(window, row(window).address(FR, 0, 0, 0))
    press(qtbot, window, Qt.Key.Key_V, CONTROL)
    assert shapes(window) == PASTED
    assert window._parts.session.doc.rows[1][FR][0].marks == (Mark(3, 6, MarkKind.BOLD),)
    assert window.status.currentMessage() == "Pasted as text; left out: fonts and colours."
    assert window.rows.caret() == row(window, 4).address(FR, 0, 4, 4)
    press(qtbot, window, Qt.Key.Key_A, CONTROL)
    press(qtbot, window, Qt.Key.Key_X, CONTROL)
    assert [text for *_, text in shapes(window)] == [""]
    press(qtbot, window, Qt.Key.Key_V, CONTROL)
    assert shapes(window) == PASTED
    window._parts.session.undo()
    window._parts.session.undo()
    assert shapes(window) == PASTED
    assert page.hasFocus()


def test_a_list_pasted_beside_words_of_the_other_language_makes_rows_of_its_own(window, qtbot):
    mime = QMimeData()
    mime.setHtml("<ul><li>un</li><li>deux</li></ul>")
    QApplication.clipboard().setMimeData(mime)
    go(window, row(window, 1).address(FR, 0, 9, 9))
    qtbot.keyClick(window.rows.pages[FR], Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_V, CONTROL)
    assert shapes(window)[2:] == [("listItem", 1, None, "un"), ("listItem", 1, None, "deux")]
