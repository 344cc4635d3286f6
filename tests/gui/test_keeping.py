from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from windows import answering, press

from editor.assets import user_state
from editor.edits.details import enter
from editor.formats.journal import Journal, Origin, read_journal
from editor.formats.processes import Process
from editor.formats.table import open_document, save_document
from editor.gui.dialogs.recovery import RecoveryDialog
from editor.model.language import Language


@pytest.fixture
def state(monkeypatch, tmp_path):
    """Give the test a folder of its own for unsaved work."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return user_state() / "journals"


def journals(state):
    return list(state.glob("*.journal")) if state.is_dir() else []


def kept(state):
    """The document of the one journal, or None while there is none."""
    found = journals(state)
    return read_journal(found[0]).doc if len(found) == 1 else None


def crashed(state, doc, monkeypatch, path="", at=None):
    """Leave a journal as a program does that was killed."""
    monkeypatch.setattr("editor.formats.journal.present_process", lambda: Process("elsewhere", 1))
    monkeypatch.setattr("editor.formats.journal._REST", datetime.now(UTC) - datetime.now(UTC))
    journal = Journal(state, Origin(path, "", "Ada"))
    journal.write(doc)
    return journal.path


def write(window, text):
    page = window.rows.pages[Language.EN]
    page.setFocus()
    QTest.keyClicks(page, text)


def test_what_is_typed_is_on_the_disk_soon_and_gone_from_the_journal_when_saved(state, signed_window, qtbot, tmp_path):
    write(signed_window, "Written just now")
    qtbot.waitUntil(lambda: kept(state) is not None and "Written just now" in kept(state).rows[0].text(Language.EN))
    write(signed_window, " and more")
    qtbot.waitUntil(lambda: "and more" in kept(state).rows[0].text(Language.EN))
    session = signed_window._parts.session
    save_document(session.doc, tmp_path / "a.communique")
    session.mark_saved(session.doc, tmp_path / "a.communique")
    qtbot.waitUntil(lambda: not journals(state))


def test_undoing_everything_leaves_no_journal(state, signed_window, qtbot):
    write(signed_window, "X")
    qtbot.waitUntil(lambda: kept(state) is not None)
    QTest.keyClick(signed_window.rows.pages[Language.EN], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not journals(state))


def test_a_crash_is_followed_by_an_offer_with_the_words_that_would_come_back(
    state, signed_window, qtbot, monkeypatch, tmp_path
):
    write(signed_window, "A ferry will run")
    doc = signed_window._parts.session.doc
    file = tmp_path / "ferry.communique"
    save_document(doc, file)
    write(signed_window, " again")
    later = signed_window._parts.session.doc
    signed_window._parts.session.mark_saved(later, file)
    signed_window._parts.session.open(doc, None, is_saved=True)
    left = crashed(state, later, monkeypatch, str(file))

    def look(dialog):
        names = dialog.findChild(QListWidget)
        shown = dialog.findChild(RecoveryDialog) or dialog
        text = shown._view.toPlainText()
        press(dialog, "Open it")
        return names.item(0).text(), text

    ((name, text),) = (answering(qtbot, monkeypatch, RecoveryDialog, look), signed_window.keeping.offer())[0]
    assert name.startswith("ferry.communique")
    assert "again" in text
    session = signed_window._parts.session
    assert session.doc == later
    assert session.is_modified
    assert session.path == file
    assert open_document(file, session.profile).doc == doc, "nothing is overwritten by itself"
    qtbot.waitUntil(lambda: not left.exists())
    assert kept(state) == later, "what was brought back is in a journal again"


@pytest.mark.parametrize(
    "told",
    [
        ("en", "3 June 2026", "4 June 2026, 9:30", "Switzerland", "Cleared"),
        ("fr", "3 juin 2026", "4 juin 2026, 9\u00a0h\u00a030", "Suisse", "Validé"),
    ],
)
def test_what_would_come_back_is_shown_texts_first_and_fields_as_one_reads_them(
    state, signed_window, qtbot, monkeypatch, told
):
    write(signed_window, "A ferry will run")
    session = signed_window._parts.session
    values = {"date": "2026-06-03", "embargo": "2026-06-04T09:30", "country": "CH", "status": "cleared"}
    for name, value in values.items():
        session.do(enter(name, value, session.profile.zone))
    doc = session.doc
    session.open(doc, None, is_saved=True)
    crashed(state, doc, monkeypatch)
    signed_window.teller.speak(told[0])
    seen = answering(qtbot, monkeypatch, RecoveryDialog, lambda dialog: dialog._view.document().toRawText())
    signed_window.keeping.offer()
    for words in told[1:]:
        assert seen[0].index(words) > seen[0].index("A ferry will run")
    assert "2026-06" not in seen[0]


def test_keeping_for_later_changes_nothing_and_discarding_takes_the_journal_away(
    state, signed_window, qtbot, monkeypatch
):
    write(signed_window, "Kept")
    doc = signed_window._parts.session.doc
    signed_window._parts.session.open(doc, None, is_saved=True)
    left = crashed(state, doc, monkeypatch)
    answering(qtbot, monkeypatch, RecoveryDialog, lambda dialog: press(dialog, "Keep for later"))
    signed_window.keeping.offer()
    assert left.exists()
    answering(qtbot, monkeypatch, RecoveryDialog, lambda dialog: press(dialog, "Discard"))
    signed_window.actions_["recover"].trigger()
    assert not left.exists()
    assert not QApplication.activeModalWidget()


def test_a_journal_that_cannot_be_written_is_told_once_and_typing_goes_on(state, signed_window, qtbot):
    state.parent.mkdir(parents=True)
    Path(state).write_text("a file where the folder should be")
    with qtbot.waitSignal(signed_window.keeping.told) as told:
        write(signed_window, "Still here")
    assert "not kept safe" in told.args[0].told("en")
    assert "Still here" in signed_window._parts.session.doc.rows[0].text(Language.EN)
