"""The dialog that publishes, by real keys: what Enter does, and what is mended there and then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from windows import answering

from editor.assets import resource
from editor.edits.details import enter
from editor.edits.writing import replace
from editor.gui.dialogs.publishing import PublishDialog
from editor.model.language import Language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(signed_window, tmp_path):
    """Return the window with the example, which may be published."""
    path = tmp_path / "ferry.communique"
    path.write_bytes(resource("examples/lake-ferry.communique").read_bytes())
    assert signed_window.documents.open(path)
    return signed_window


def press_enter(dialog):
    """Press Enter in the first field, where the focus is when the dialog opens."""
    QTest.keyClick(dialog.findChild(QComboBox), Qt.Key.Key_Return)


def mend_button(dialog):
    buttons = (button for button in dialog.findChildren(QPushButton) if button.isVisible())
    return next((button for button in buttons if button.text().startswith("Mend")), None)


def test_enter_publishes_where_nothing_stands_in_the_way(window, qtbot, monkeypatch, tmp_path):
    seen = answering(qtbot, monkeypatch, PublishDialog, press_enter)
    window.actions_["publish"].trigger()
    assert seen
    assert [path.name for path in tmp_path.glob("*.xml")] == ["2026-014.v1.xml"]


def test_what_can_be_mended_for_sure_is_mended_in_one_step_and_then_enter_publishes(
    window, qtbot, monkeypatch, tmp_path
):
    session = window._parts.session
    session.do(enter("embargo", "2999-11-28T18:00+01:00", "UTC"))
    before = session.doc

    def act(dialog):
        button = mend_button(dialog)
        assert button.text() == "Mend 2 of them"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not button.isVisible()
        session.undo()
        assert session.doc == before
        session.redo()
        press_enter(dialog)

    answering(qtbot, monkeypatch, PublishDialog, act)
    window.actions_["publish"].trigger()
    assert list(tmp_path.glob("*.xml"))


def test_what_only_a_person_can_mend_is_left_to_one(window, qtbot, monkeypatch, tmp_path):
    session = window._parts.session
    row = session.doc.rows[10]
    session.do(replace(row.address(Language.FR), ""))
    seen = answering(qtbot, monkeypatch, PublishDialog, lambda dialog: mend_button(dialog) is None)
    window.actions_["publish"].trigger()
    assert seen == [True]
    assert not list(tmp_path.glob("*.xml"))
