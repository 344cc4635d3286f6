"""Find and replace, by keys in the whole window."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidget

from editor.gui.dialogs.preview import PreviewDialog, lines
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row


def row(number, english, french):
    return Row(f"r{number}", Bilingual((Passage(english),), (Passage(french),)))


DOC = Communique(
    (
        row(1, "Ferry talks open in Orvane", "Ouverture des discussions sur le bac à Orvane"),
        row(2, "The ferry sails at ten.", "Le bac part à dix heures : le bac est à quai."),
        row(3, "Nothing here.", "Rien ici."),
        row(4, "A second ferry is planned.", "Un second bac est prévu."),
    ),
    counter=4,
)


@pytest.fixture
def window(signed_window):
    signed_window._parts.session.open(DOC, None, is_saved=True)
    return signed_window


def text(window, number, language):
    return window._parts.session.doc.rows[number].text(language)


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def begin(window, qtbot, words, replacement=None):
    window.activateWindow()
    press(qtbot, Qt.Key.Key_H if replacement is not None else Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), words)
    if replacement is not None:
        press(qtbot, Qt.Key.Key_Tab)
        while QApplication.focusWidget().accessibleName() != "Replace by":
            press(qtbot, Qt.Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), replacement)


def accept_preview(untick=()):
    """Have the preview, when it comes, accepted by its button; answers what it listed."""
    seen = []

    def act():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PreviewDialog)
        tree = dialog.findChild(QTreeWidget)
        for index in range(tree.topLevelItemCount()):
            item = tree.topLevelItem(index)
            seen.append([item.text(column) for column in range(3)])
            if index in untick:
                item.setCheckState(0, Qt.CheckState.Unchecked)
        next(button for button in dialog.findChildren(QPushButton) if button.isDefault()).click()

    QTimer.singleShot(0, act)
    return seen


def button(window, name):
    return next(one for one in window.searching.bar.findChildren(QPushButton) if one.text() == name)


def test_enter_goes_from_place_to_place_in_reading_order_and_round(window, qtbot):
    begin(window, qtbot, "bac")
    seen = []
    for _ in range(5):
        press(qtbot, Qt.Key.Key_Return)
        caret = window.rows.caret()
        seen.append((caret.id, caret.language))
    assert seen == [("r1", Language.FR), ("r2", Language.FR), ("r2", Language.FR), ("r4", Language.FR), seen[0]]
    assert QApplication.focusWidget().accessibleName() == "Find"


def test_all_places_are_lit_and_dark_again_when_the_bar_closes(window, qtbot):
    begin(window, qtbot, "bac")
    page = window.rows.pages[Language.FR]
    qtbot.waitUntil(lambda: len(page.extraSelections()) == 4)
    assert {selection.cursor.selectedText() for selection in page.extraSelections()} == {"bac"}
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.extraSelections()
    assert page.hasFocus() or window.rows.pages[Language.EN].hasFocus()


def test_enter_in_the_second_line_replaces_one_place_after_the_other(window, qtbot):
    begin(window, qtbot, "ferry", "boat")
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Return)
    assert text(window, 0, Language.EN) == "boat talks open in Orvane"
    assert text(window, 1, Language.EN) == "The boat sails at ten."
    assert text(window, 3, Language.EN) == "A second ferry is planned."
    window._parts.session.undo()
    assert text(window, 1, Language.EN) == "The ferry sails at ten."
    assert text(window, 0, Language.EN) == "boat talks open in Orvane"


def test_replace_all_is_shown_first_leaves_out_what_is_unticked_and_is_one_step(window, qtbot):
    begin(window, qtbot, "bac", "traversier")
    seen = accept_preview(untick=(1,))
    button(window, "Replace all…").click()
    assert [line[0] for line in seen] == ["Row 1 · FR", "Row 2 · FR", "Row 2 · FR", "Row 4 · FR"]
    assert seen[1][1:] == [
        "Le [bac] part à dix heures : le bac …",
        "Le [traversier] part à dix heures : le bac …",
    ]
    assert text(window, 1, Language.FR) == "Le bac part à dix heures : le traversier est à quai."
    assert text(window, 3, Language.FR) == "Un second traversier est prévu."
    window._parts.session.undo()
    assert window._parts.session.doc == DOC


def test_spaces_that_look_alike_are_found_by_token_and_spelt_out_in_the_preview(window, qtbot):
    begin(window, qtbot, "{space}:", "{nbsp}:")
    seen = accept_preview()
    button(window, "Replace all…").click()
    assert seen == [["Row 2 · FR", "Le bac part à dix heures[{space}:] le bac est à quai.",
                     "Le bac part à dix heures[{nbsp}:] le bac est à quai."]]  # fmt: skip
    assert text(window, 1, Language.FR) == "Le bac part à dix heures\u00a0: le bac est à quai."


def test_a_pattern_at_fault_is_said_beside_the_line(window, qtbot):
    begin(window, qtbot, "(bac")
    options = button(window, "Options").menu()
    next(action for action in options.actions() if action.text() == "Regular expression").trigger()
    label = window.searching.bar._count
    qtbot.waitUntil(lambda: "cannot be read" in label.text())
    assert button(window, "Options (Regular expression)")


def test_marks_stay_on_their_words_when_other_words_are_replaced(window, qtbot):
    marked = Passage("The ferry sails, says Ada.", (Mark(22, 25, MarkKind.PERSON, "p1"),))
    doc = Communique((Row("r1", Bilingual((marked,), ())),), participants=())
    window._parts.session.open(doc, None, is_saved=True)
    begin(window, qtbot, "ferry", "boat")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    (passage,) = window._parts.session.doc.rows[0][Language.EN]
    assert [passage.words_of(mark) for mark in passage.marks] == ["Ada"]


def test_the_same_thing_is_found_in_the_other_language(window, qtbot):
    window.rows.go_to(DOC.rows[1].address(Language.EN, 0, 19, 22))
    press(qtbot, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    page = window.rows.pages[Language.FR]
    assert page.hasFocus()
    assert "dix" in page.textCursor().selectedText()


def test_a_change_is_told_with_the_words_around_it():
    where = DOC.rows[1].address(Language.EN, 0, 4, 9)
    (line,) = lines(DOC, [(where, "ferry", "boat")], Teller("en"))
    assert (line.place, line.before, line.after) == (
        "Row 2 · EN",
        "The [ferry] sails at ten.",
        "The [boat] sails at ten.",
    )
