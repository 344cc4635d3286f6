"""A new user at the keyboard: from two texts on the clipboard to a release that may be published, every key counted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton

from editor.gui.dialogs.arriving import ImportDialog
from editor.gui.dialogs.publishing import PublishDialog
from editor.model.language import Language
from editor.model.rows import RowKind

DATA = Path(__file__).parent / "data"
MOST_KEYS = 19
"""Keys pressed from the empty window to the publish dialog that has nothing to object, pasted texts aside."""
FEWER_KEYS = 16
"""The same from the welcome page, with both texts pasted into the pages of a template."""
REFERENCE = "2021-078"
CAPTION = "Jens Stoltenberg, secrétaire général de l’OTAN, et Aleksandar Vučić, président de la République de Serbie"


class Keyboard:
    """Presses keys where the caret is, as one who has no mouse, and counts them."""

    def __init__(self, window, qtbot):
        self.window = window
        self.bot = qtbot
        self.count = 0

    def press(self, *keys):
        for key in keys:
            (pressed,) = QKeySequence(key)
            self.count += 1
            self.bot.keyClick(QApplication.focusWidget(), pressed.key(), pressed.keyboardModifiers())

    def paste(self, text):
        QApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    def in_dialog(self, key, kind, act):
        """Press the key that opens a dialog, and act in it."""
        answered = []

        def look():
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, kind):
                QTimer.singleShot(20, look)
                return
            dialog.activateWindow()
            self.bot.waitUntil(dialog.isActiveWindow)
            answered.append(act(dialog))

        QTimer.singleShot(0, look)
        self.press(key)
        assert answered, "the dialog never came up"
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow)
        return answered[0]

    def wait_for_findings(self):
        checking = self.window._parts.checking
        with self.bot.waitSignal(checking.found, timeout=20_000):
            checking.run_soon()


def bring_in(keyboard, english, french):
    def act(dialog):
        keyboard.paste(english)
        keyboard.press("Tab")
        keyboard.paste(french)
        keyboard.bot.waitUntil(lambda: dialog.arrival is not None and len(dialog.arrival.doc.quotes) > 0)
        keyboard.press("Ctrl+Return")

    keyboard.in_dialog("Ctrl+Shift+I", ImportDialog, act)


def what_blocks(dialog):
    """Return whether the dialog would publish, and leave it."""
    publish = next(each for each in dialog.findChildren(QPushButton) if each.text().startswith("Publish version"))
    ready = publish.isEnabled()
    dialog.reject()
    return ready


@pytest.mark.display
def test_a_pasted_release_can_be_published_after_few_keys(signed_window, qtbot, shared):
    keyboard = Keyboard(signed_window, qtbot)
    english = (DATA / "seed-en.txt").read_text(encoding="utf-8")
    bring_in(keyboard, english, (shared / "communiques" / "nato-seed-fr.txt").read_text(encoding="utf-8"))
    session = signed_window._parts.session
    assert len(session.doc.quotes) == 7

    keyboard.wait_for_findings()
    keyboard.press("F8", "Ctrl+.")
    assert (session.doc.release.place.en, session.doc.release.place.fr) == ("Brussels", "Bruxelles")
    keyboard.wait_for_findings()
    keyboard.press("F8", *REFERENCE)
    assert session.doc.release.reference == REFERENCE
    keyboard.wait_for_findings()
    keyboard.press("F8")
    keyboard.paste(CAPTION)
    (caption,) = (row for row in session.doc.rows if row.kind is RowKind.CAPTION)
    assert caption.text(Language.FR) == CAPTION
    keyboard.wait_for_findings()
    assert keyboard.in_dialog("F12", PublishDialog, what_blocks)
    assert keyboard.count <= MOST_KEYS


@pytest.mark.display
def test_two_texts_pasted_into_the_pages_of_a_template_can_be_published_after_fewer_keys(signed_window, qtbot, shared):
    signed_window.actions_["welcome"].trigger()
    keyboard, session = Keyboard(signed_window, qtbot), signed_window._parts.session
    keyboard.press("Return")
    for language, path in (
        (Language.EN, DATA / "seed-en.txt"),
        (Language.FR, shared / "communiques" / "nato-seed-fr.txt"),
    ):
        keyboard.paste(path.read_text(encoding="utf-8"))
        qtbot.waitUntil(lambda language=language: _is_read(session.doc, language), timeout=20_000)
        if language is Language.EN:
            keyboard.press("F6")
    assert len(session.doc.quotes) == 7
    assert all(wording.en and wording.fr for wording in session.doc.wordings().values())

    keyboard.wait_for_findings()
    keyboard.press("F8", *REFERENCE)
    keyboard.wait_for_findings()
    keyboard.press("F8")
    keyboard.paste(CAPTION)
    keyboard.wait_for_findings()
    assert keyboard.in_dialog("F12", PublishDialog, what_blocks)
    assert keyboard.count <= FEWER_KEYS


def _is_read(doc, language):
    return bool(doc.quotes) and all(wording[language] for wording in doc.wordings().values())
