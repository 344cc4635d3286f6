import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from windows import answering, press

from editor.edits.details import enter
from editor.formats.journal import Origin, Recovered
from editor.formats.lock import Lock, holder_of, lock_path
from editor.formats.processes import present_process
from editor.formats.table import open_document, save_document
from editor.gui.dialogs.conflicts import ConflictDialog
from editor.gui.dialogs.frame import Question
from editor.gui.dialogs.merging import MergeDialog
from editor.model.communique import Communique
from editor.model.language import Language


@pytest.fixture
def document(signed_window, tmp_path):
    """A saved document, open in the window."""
    page = signed_window.rows.pages[Language.EN]
    QTest.keyClicks(page, "A ferry")
    path = tmp_path / "ferry.communique"
    save_document(signed_window._parts.session.doc, path)
    signed_window._parts.session.open(signed_window._parts.session.doc, None, is_saved=True)
    assert signed_window.documents.open(path)
    return path


def held_by_ada(path):
    """Let another machine have the file open."""
    lock = Lock(path, "Ada Lovell")
    told = json.loads(lock_path(path).read_text()) | {"process": {"host": "harbour", "number": 7, "began": ""}}
    lock.release()
    lock_path(path).write_text(json.dumps(told))


def change_by_somebody(path, session, reference="2026-9"):
    doc = open_document(path, session.profile).doc
    save_document(enter("reference", reference, "UTC").apply(doc), path)


def pressing(qtbot, monkeypatch, kind, title):
    """Press the button of this title in the next dialog of a kind; returns the dialogs there were."""

    def act(dialog):
        press(dialog, title)
        return dialog

    return answering(qtbot, monkeypatch, kind, act)


def test_an_open_document_is_locked_and_a_closed_one_is_not(signed_window, document, qtbot):
    assert lock_path(document).exists()
    signed_window.documents.new()
    qtbot.waitUntil(lambda: not lock_path(document).exists())


@pytest.mark.parametrize("title", ["Open it to read", "Open a copy", "Cancel"])
def test_a_file_that_is_open_elsewhere_is_opened_as_somebody_chooses(
    signed_window, document, qtbot, monkeypatch, title
):
    signed_window.documents.new()
    qtbot.waitUntil(lambda: not lock_path(document).exists())
    held_by_ada(document)
    seen = pressing(qtbot, monkeypatch, Question, title)
    opened = signed_window.documents.open(document)
    assert "Ada Lovell has had it open on harbour" in seen[0].said[1].text()
    assert opened is (title != "Cancel")
    session = signed_window._parts.session
    assert session.path == (document if title == "Open it to read" else None)
    elsewhere = document.parent / "elsewhere.communique"
    monkeypatch.setattr("editor.gui.dialogs.questions.ask_save", lambda *_: elsewhere)
    if opened:
        QTest.keyClicks(signed_window.rows.pages[Language.EN], "X")
        assert signed_window.documents.save()
        assert elsewhere.exists(), "what is open to read is saved under another name"
        assert "X" not in document.read_text()
        assert session.path == elsewhere
    assert holder_of(document).name == "Ada Lovell"


def test_saving_over_what_somebody_changed_joins_both_when_asked_to(signed_window, document, qtbot, monkeypatch):
    session = signed_window._parts.session
    QTest.keyClicks(signed_window.rows.pages[Language.EN], "Early: ")
    change_by_somebody(document, session)
    seen = pressing(qtbot, monkeypatch, ConflictDialog, "Join both")
    assert not signed_window.documents.save()
    assert "changed different places" in seen[0]._about.text()
    assert session.doc.release.reference == "2026-9"
    assert any("Early: " in row.text(Language.EN) for row in session.doc.rows)
    assert signed_window.documents.save()
    assert open_document(document, session.profile).doc == session.doc
    assert not session.is_modified
    session.undo()
    assert session.doc.release.reference == ""


def test_where_both_changed_one_place_it_is_decided_before_they_are_joined(signed_window, document, qtbot, monkeypatch):
    session = signed_window._parts.session
    session.do(enter("reference", "2026-8", "UTC"))
    change_by_somebody(document, session)
    pressing(qtbot, monkeypatch, ConflictDialog, "Join both")

    def decide(dialog):
        theirs = next(each for each in dialog.findChildren(QRadioButton) if each.text() == "The other copy")
        QTest.keyClick(theirs, Qt.Key.Key_Space)
        press(dialog, "Take in")

    answering(qtbot, monkeypatch, MergeDialog, decide)
    assert not signed_window.documents.save()
    assert session.doc.release.reference == "2026-9"
    assert signed_window.documents.save()
    session.undo()
    assert session.doc.release.reference == "2026-8"


def test_theirs_can_be_loaded_or_overwritten_and_nothing_is_done_unasked(signed_window, document, qtbot, monkeypatch):
    session = signed_window._parts.session
    QTest.keyClicks(signed_window.rows.pages[Language.EN], "Mine: ")
    change_by_somebody(document, session)
    theirs = document.read_bytes()
    pressing(qtbot, monkeypatch, ConflictDialog, "Go on writing")
    assert not signed_window.documents.save()
    assert document.read_bytes() == theirs
    pressing(qtbot, monkeypatch, ConflictDialog, "Overwrite theirs")
    assert signed_window.documents.save()
    assert open_document(document, session.profile).doc == session.doc
    change_by_somebody(document, session, "2026-10")
    QTest.keyClicks(signed_window.rows.pages[Language.EN], "Again: ")
    pressing(qtbot, monkeypatch, ConflictDialog, "Load theirs")
    assert not signed_window.documents.save()
    assert session.doc.release.reference == "2026-10"
    assert not session.is_modified


def test_coming_back_to_the_window_tells_once_that_the_file_was_changed(signed_window, document, qtbot, monkeypatch):
    session = signed_window._parts.session
    change_by_somebody(document, session)
    seen = pressing(qtbot, monkeypatch, ConflictDialog, "Go on writing")
    signed_window.guard.look()
    signed_window.guard.look()
    assert len(seen) == 1
    change_by_somebody(document, session, "2026-11")
    pressing(qtbot, monkeypatch, ConflictDialog, "Load theirs")
    signed_window.guard.look()
    assert session.doc.release.reference == "2026-11"


def test_a_file_saved_again_by_others_with_the_same_words_asks_nothing(signed_window, document):
    session = signed_window._parts.session
    save_document(replace(session.doc), document)
    assert signed_window.documents.save()


def test_work_brought_back_that_lies_nowhere_lets_go_of_the_file_that_was_open(signed_window, document, qtbot):
    journal = document.with_name("gone.journal")
    kept = Recovered(journal, Origin(), present_process(), Communique(counter=3), datetime.now(UTC))
    assert signed_window.documents.recover(kept)
    qtbot.waitUntil(lambda: not lock_path(document).exists())
