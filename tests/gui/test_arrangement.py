"""What of the window is in sight, by keys in the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QTreeWidget

from editor.gui.actions import COMMANDS
from editor.gui.dialogs.shortcuts import ShortcutSheet
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row

LONG = "A long English paragraph that takes several lines, whatever the width of the window is. " * 6
DOC = Communique(
    (
        Row("r1", Bilingual((Passage("Ferry talks"),), (Passage("Le bac"),))),
        Row("r2", Bilingual((Passage(LONG),), (Passage("Un court paragraphe."),))),
        Row("r3", Bilingual((Passage("The end."),), (Passage("Fin."),))),
    ),
    counter=3,
)


@pytest.fixture
def window(signed_window):
    signed_window._parts.session.open(DOC, None, is_saved=True)
    return signed_window


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def tops(window, language):
    page = window.rows.pages[language]
    return [
        page.document().documentLayout().blockBoundingRect(page.sheet.block(start)).top()
        for start in page.sheet.places.starts
    ]


def test_only_the_texts_are_left_and_everything_comes_back(window, qtbot):
    around = (window.header, window.details, window.bottom, window.status, window.menuBar())
    press(qtbot, Qt.Key.Key_F11)
    assert not any(widget.isVisible() for widget in around)
    assert window.rows.pages[Language.EN].isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert all(widget.isVisible() for widget in around)


def test_what_was_hidden_before_stays_hidden(window, qtbot):
    window.actions_["details"].trigger()
    press(qtbot, Qt.Key.Key_F11)
    press(qtbot, Qt.Key.Key_F11)
    assert not window.details.isVisible()
    assert window.bottom.isVisible()


def test_one_language_alone_needs_no_padding_and_both_are_level_again(window, qtbot):
    qtbot.waitUntil(lambda: tops(window, Language.EN) == tops(window, Language.FR))
    window.rows.go_to(DOC.rows[1].address(Language.FR, 0, 0, 0))
    press(qtbot, Qt.Key.Key_F9)
    assert not window.rows.pages[Language.EN].isVisible()
    assert not window.rows.headings[Language.EN].isVisible()
    first, second, third = 0, 1, 2
    qtbot.waitUntil(lambda: (t := tops(window, Language.FR))[third] - t[second] < 2.5 * (t[second] - t[first]))
    press(qtbot, Qt.Key.Key_F9)
    assert window.rows.pages[Language.EN].isVisible()
    qtbot.waitUntil(lambda: tops(window, Language.EN) == tops(window, Language.FR))


def test_going_to_the_language_that_is_hidden_shows_that_one(window, qtbot):
    window.rows.go_to(DOC.rows[1].address(Language.FR, 0, 3, 3))
    press(qtbot, Qt.Key.Key_F9)
    press(qtbot, Qt.Key.Key_F6)
    assert window.rows.pages[Language.EN].hasFocus()
    assert not window.rows.pages[Language.FR].isVisible()
    caret = window.rows.caret()
    assert (caret.id, caret.language) == ("r2", Language.EN)


def test_either_language_can_stand_on_the_left_and_the_choice_is_kept(window, qtbot):
    left, right = (window.rows.pages[language] for language in Language)
    window.actions_["swap_columns"].trigger()
    qtbot.waitUntil(lambda: right.x() < window.rows.gutter.x() < left.x())
    assert window._parts.settings.value.french_first
    qtbot.waitUntil(lambda: tops(window, Language.EN) == tops(window, Language.FR))
    window.actions_["swap_columns"].trigger()
    qtbot.waitUntil(lambda: left.x() < window.rows.gutter.x() < right.x())


def test_what_is_selected_is_counted(window, qtbot):
    window.rows.go_to(DOC.rows[1].address(Language.FR, 0, 0, 8))
    qtbot.waitUntil(lambda: "Selected: 2 words, 8 characters" in window.status._left.text())
    window.rows.go_to(DOC.rows[1].address(Language.FR, 0, 0, 0))
    qtbot.waitUntil(lambda: "Selected" not in window.status._left.text())


def sequences():
    for command in COMMANDS:
        for keys in command.keys:
            wanted = [QKeySequence(keys)] if isinstance(keys, str) else QKeySequence.keyBindings(keys)
            for sequence in wanted:
                yield command.name, sequence


def test_no_two_commands_have_the_same_keys(qapp):
    seen = {}
    for name, sequence in sequences():
        assert seen.setdefault(sequence.toString(), name) == name


def test_no_keys_of_a_command_type_a_character_on_english_or_french_keyboards(qapp):
    """AltGr is Ctrl+Alt on Windows; # { [ | \\ @ ] } € stand there on AZERTY, accents on the international QWERTY."""
    for name, sequence in sequences():
        for index in range(sequence.count()):
            keys = sequence[index]
            modifiers = keys.keyboardModifiers()
            types = keys.key().value < 0x01000000
            control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
            assert not (types and modifiers & control and modifiers & alt), name
            assert not types or modifiers & (control | alt), name


def test_every_command_stands_in_the_sheet_and_can_be_done_from_there(window, qtbot):
    sheet = ShortcutSheet(window, window.actions_, window.teller)
    qtbot.addWidget(sheet)
    tree = sheet.findChild(QTreeWidget)
    listed = [
        tree.topLevelItem(group).child(index).data(0, Qt.ItemDataRole.UserRole)
        for group in range(tree.topLevelItemCount())
        for index in range(tree.topLevelItem(group).childCount())
    ]
    assert [name for name in listed if name] == [command.name for command in sorted(
        COMMANDS, key=lambda command: list(type(command.menu)).index(command.menu)
    )]  # fmt: skip
    sheet.show()
    qtbot.keyClicks(sheet._line, "only the texts")
    assert tree.topLevelItemCount() == 1
    tree.setCurrentItem(tree.topLevelItem(0).child(0))
    tree.itemActivated.emit(tree.currentItem(), 0)
    assert not window.header.isVisible()
