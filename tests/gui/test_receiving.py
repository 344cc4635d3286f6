"""A whole release pasted into a page of the window by Ctrl+V."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from editor.assets import resource
from editor.model.language import Language
from editor.model.rows import RowKind

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(signed_window, qtbot):
    """Return the window with a release begun from the first template."""
    signed_window.actions_["welcome"].trigger()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    return signed_window


def paste(window, qtbot, text):
    QApplication.clipboard().setText(text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CONTROL)


def example(language):
    return resource(f"examples/lake-ferry.{language.value}.txt").read_text(encoding="utf-8")


def test_it_is_read_as_one_and_undo_gives_the_plain_paragraphs_back(window, qtbot):
    session = window._parts.session
    paste(window, qtbot, example(Language.EN))
    assert session.doc.quotes == ()
    plain = session.doc
    qtbot.waitUntil(lambda: len(session.doc.quotes) > 3)
    assert window.status.currentMessage().startswith("Read as a whole release: 2 people, ")
    assert session.doc.headline.en.text == "Lake Orvane’s first electric ferry enters service in June"
    session.undo()
    assert session.doc == plain
    session.undo()
    assert not any(row.has_text(Language.EN) for row in session.doc.rows if row.kind is RowKind.PARAGRAPH)


def test_the_other_language_is_pasted_beside_it(window, qtbot):
    session = window._parts.session
    paste(window, qtbot, example(Language.EN))
    qtbot.waitUntil(lambda: len(session.doc.quotes) > 3)
    count = len(session.doc.quotes)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    paste(window, qtbot, example(Language.FR))
    qtbot.waitUntil(lambda: all(wording.fr for wording in session.doc.wordings().values()), timeout=20_000)
    assert len(session.doc.quotes) == count
    assert all(row.is_complete for row in session.doc.rows if row.kind is RowKind.PARAGRAPH)


def test_who_goes_on_writing_keeps_what_was_pasted(window, qtbot):
    session = window._parts.session
    paste(window, qtbot, example(Language.EN))
    qtbot.keyClick(QApplication.focusWidget(), "x")
    told = []
    window.receiving.told.connect(told.append)
    window.reckoning.ask(lambda doc: doc, lambda doc, found: told.append("worked out"))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["worked out"]
    assert session.doc.quotes == ()


def test_a_paragraph_or_two_are_only_pasted(window, qtbot):
    session = window._parts.session
    paste(window, qtbot, "\n\n".join(example(Language.EN).split("\n\n")[:2]))
    told = []
    window.reckoning.ask(lambda doc: doc, lambda doc, found: told.append("worked out"))
    qtbot.waitUntil(lambda: bool(told))
    assert session.doc.participants == ()
