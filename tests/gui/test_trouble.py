"""What is told when something unexpected happened."""

import logging
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from editor import app
from editor.gui.dialogs.trouble import TroubleDialog, details, keep_log

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
DRAFT = "the minister will resign"


def failure():
    def deep(text):
        raise ValueError(text)

    try:
        deep(DRAFT)
    except ValueError as error:
        return error


def test_the_details_say_where_it_was_and_nothing_that_was_written():
    told = details(failure())
    assert "ValueError" in told
    assert "test_trouble.py" in told
    assert "deep" in told
    assert DRAFT not in told


def test_an_unexpected_error_is_told_its_details_can_be_copied_and_work_goes_on(signed_window, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", app._crash_door(lambda: signed_window))
    seen = []

    def act():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TroubleDialog)
        seen.append(dialog.findChild(QPlainTextEdit).toPlainText())
        buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
        buttons["Copy the details"].click()
        buttons["Go on"].click()

    QTimer.singleShot(0, act)
    error = failure()
    sys.excepthook(type(error), error, error.__traceback__)
    assert QApplication.clipboard().text() == seen[0]
    assert DRAFT not in seen[0]
    assert signed_window.isVisible()


def test_the_log_holds_warnings_and_never_grows_large(tmp_path):
    path = tmp_path / "log" / "window.log"
    before = list(logging.getLogger().handlers)
    keep_log(path)
    (handler,) = [one for one in logging.getLogger().handlers if one not in before]
    try:
        logging.getLogger("editor.somewhere").warning("a warning")
        handler.maxBytes = 2000
        for _ in range(100):
            logging.getLogger("editor.somewhere").warning("x" * 100)
        handler.flush()
        assert sum(file.stat().st_size for file in path.parent.iterdir()) < 5000
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()


def test_without_a_folder_for_it_there_is_no_log_and_no_error(tmp_path):
    (tmp_path / "log").write_text("in the way", encoding="utf-8")
    keep_log(tmp_path / "log" / "window.log")
