"""Questions of the window: what Enter and Escape answer, by real keys."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.gui.dialogs.frame import Question
from editor.gui.dialogs.questions import Unsaved, ask_forget, ask_unsaved
from editor.gui.teller import Teller

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def press_in_question(qtbot, key):
    """Press a key in the question that comes next, where its focus is."""

    def look():
        question = next((each for each in QApplication.topLevelWidgets() if isinstance(each, Question)), None)
        if question is None or not question.isActiveWindow():
            QTimer.singleShot(20, look)
        else:
            QTest.keyClick(QApplication.focusWidget() or question, key)

    QTimer.singleShot(0, look)


@pytest.fixture
def owner(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, Unsaved.SAVE), (Qt.Key.Key_Escape, Unsaved.STAY)])
def test_enter_saves_what_is_unsaved_and_escape_goes_on_writing(owner, qtbot, key, answer):
    press_in_question(qtbot, key)
    assert ask_unsaved(owner, Teller("en"), "ferry.communique") is answer


def test_enter_keeps_the_versions_where_keeping_them_is_the_usual_answer(owner, qtbot):
    press_in_question(qtbot, Qt.Key.Key_Return)
    assert not ask_forget(owner, Teller("en"), "ferry.communique")
