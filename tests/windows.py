"""The whole window, in front, for tests and stories that use it by keys and clicks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from editor import app as program
from editor.gui.settings import SettingsStore


@pytest.fixture
def signed_window(qtbot, qapp, tmp_path, monkeypatch):
    """Return the window in English, in front, of somebody who has given name and role."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    store = SettingsStore(tmp_path / "settings.ini")
    store.change(lambda now: replace(now, tongue="en", is_signed=True, name="A. Duval", role="press officer"))
    window = program.build(store)
    session = window._parts.session
    qtbot.addWidget(window, before_close_func=lambda _: session.mark_saved(session.doc, tmp_path / "left.communique"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.teller.speak("en")  # the words of Qt itself are one for the whole process


def answer_next(cls, answer):
    """Answer the next dialog of a class once it is there: dialogs wait inside the call that opens them."""

    def look():
        there = (each for each in QApplication.topLevelWidgets() if isinstance(each, cls) and each.isVisible())
        dialog = next(there, None)
        if dialog is None:
            QTimer.singleShot(20, look)
        else:
            answer(dialog)

    QTimer.singleShot(0, look)


def press(parent, name):
    """Click the one button of a dialog or pane that has this name."""
    (button,) = [button for button in parent.findChildren(QPushButton) if button.text() == name]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def answering(qtbot, monkeypatch, kind, act):
    """Have `act` done with the next dialog of a kind, as soon as it is open; answers what it answered."""
    seen = []

    def exec_(dialog):
        dialog.show()
        qtbot.waitExposed(dialog)
        seen.append(act(dialog))
        return dialog.result()

    monkeypatch.setattr(kind, "exec", exec_)
    return seen


def choosing(monkeypatch, path):
    """Have a file chosen whenever one is asked for, in the dialog of the desktop, which no test can click in."""
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(path)])
