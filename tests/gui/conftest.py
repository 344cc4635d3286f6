"""What tests of the window may ask for."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from windows import signed_window

from editor.formats.profiles import load_profile
from editor.gui.session import Session
from editor.gui.style import Theme, make_look
from editor.gui.teller import Teller
from editor.model.communique import Communique

__all__ = ["signed_window"]


@pytest.fixture(autouse=True)
def clipboard(qapp):
    """Give every test an empty clipboard, and leave none behind: Python's own words on it outlive Python at the end."""
    qapp.clipboard().clear()
    yield qapp.clipboard()
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def own_data(monkeypatch, tmp_path):
    """Give every test an empty data folder of its own, and answer it."""
    folder = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder / "communique"


@pytest.fixture
def teller():
    return Teller("en")


@pytest.fixture
def look(qapp):
    return make_look(Theme.LIGHT)


@pytest.fixture
def open_session(qapp):
    """Return a function that opens a session on a communiqué."""

    def open_(doc=None):
        return Session(doc or Communique(), load_profile)

    return open_


@pytest.fixture
def type_text(qapp):
    """Return a function that types any text: Qt's own test keys know ASCII alone."""

    def type_(widget, text):
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                qapp.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))

    return type_
