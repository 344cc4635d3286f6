"""Questions of the window: what Enter and Escape answer, by real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from windows import answer_next

from editor.gui.dialogs.frame import Question
from editor.gui.dialogs.questions import Unsaved, ask_forget, ask_unsaved
from editor.gui.teller import Teller

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def press_in_question(key):
    """Press a key in the question that comes next, where its focus is once it is in front."""

    def answer(question):
        assert QTest.qWaitForWindowActive(question)
        QTest.keyClick(question.focusWidget() or question, key)

    answer_next(Question, answer)


@pytest.fixture
def owner(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, Unsaved.SAVE), (Qt.Key.Key_Escape, Unsaved.STAY)])
def test_enter_saves_what_is_unsaved_and_escape_goes_on_writing(owner, key, answer):
    press_in_question(key)
    assert ask_unsaved(owner, Teller("en"), "ferry.communique") is answer


def test_enter_keeps_the_versions_where_keeping_them_is_the_usual_answer(owner):
    press_in_question(Qt.Key.Key_Return)
    assert not ask_forget(owner, Teller("en"), "ferry.communique")
