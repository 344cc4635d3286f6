from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import answering, press

from editor.assets import user_data
from editor.gui.background.remembering import _opened
from editor.gui.dialogs.archive import ArchiveDialog
from editor.gui.dialogs.frame import Question
from editor.library.versions import beside
from editor.model.language import Language

KEPT = 2
"""Lines of the list above those of the versions kept."""


@pytest.fixture
def data(monkeypatch, tmp_path):
    """Give the test a data folder of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return user_data()


@pytest.fixture
def saved(data, signed_window, qtbot, monkeypatch, tmp_path):
    """A document saved twice by keys, with the Versions tab in front."""
    path = tmp_path / "ferry.communique"
    monkeypatch.setattr("editor.gui.dialogs.questions.ask_save", lambda *_: path)
    page = signed_window.rows.pages[Language.EN]
    for words in ("A ferry", " again"):
        QTest.keyClicks(page, words)
        with qtbot.waitSignal(signed_window.keeping.remembering.kept):
            QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    signed_window.bottom.show_pane(signed_window.versions)
    qtbot.waitUntil(lambda: signed_window.versions.list.topLevelItemCount() == 4)
    return path


def select(window, *places):
    window.versions.list.clearSelection()
    for place in places:
        window.versions.list.topLevelItem(KEPT + place).setSelected(True)


def test_each_save_is_listed_with_who_and_what_changed(signed_window, saved):
    items = [signed_window.versions.list.topLevelItem(KEPT + place) for place in (0, 1)]
    assert [[item.text(column) for column in (1, 2, 3)] for item in items] == [
        ["Saved", "A. Duval, press officer", "1 row in English"],
        ["Saved", "A. Duval, press officer", ""],
    ]


def test_when_what_and_who_are_shown_whole(signed_window, saved):
    shown = signed_window.versions.list
    for column in range(3):
        texts = [shown.topLevelItem(KEPT + place).text(column) for place in (0, 1)]
        room = shown.columnWidth(column)
        assert max(map(shown.fontMetrics().horizontalAdvance, texts)) + 12 <= room, texts


@pytest.mark.parametrize("places", [(1,), (0, 1)])
def test_versions_are_compared_word_by_word_with_now_or_with_each_other(signed_window, saved, qtbot, places):
    pane = signed_window.versions
    assert "Both say the same." in pane.view.toPlainText(), "nothing was written since the last save"
    select(signed_window, *places)
    qtbot.waitUntil(lambda: "again" in pane.view.toPlainText())
    QTest.keyClicks(signed_window.rows.pages[Language.EN], " today")
    qtbot.waitUntil(lambda: ("today" in pane.view.toPlainText()) == (len(places) == 1))


def test_changes_since_a_version_are_exported(signed_window, saved, qtbot, tmp_path):
    pane = signed_window.versions
    select(signed_window, 1)
    qtbot.waitUntil(lambda: "again" in pane.view.toPlainText())
    pane.export_to(tmp_path / "changes.html")
    assert "<ins>" in (tmp_path / "changes.html").read_text(encoding="utf-8")


def test_a_version_is_restored_as_one_edit(signed_window, saved, qtbot):
    session = signed_window._parts.session
    later = session.doc
    select(signed_window, 1)
    with qtbot.waitSignal(session.changed):
        press(signed_window.versions, "Restore")
    assert session.doc.rows[0].text(Language.EN) == "A ferry"
    assert session.is_modified
    session.undo()
    assert session.doc == later


def test_versions_are_forgotten_only_when_somebody_says_so(signed_window, saved, qtbot, monkeypatch):
    answering(qtbot, monkeypatch, Question, lambda box: press(box, "Keep them"))
    press(signed_window.versions, "Forget all…")
    assert signed_window.versions.list.topLevelItemCount() == KEPT + 2
    answering(qtbot, monkeypatch, Question, lambda box: press(box, "Forget all versions"))
    press(signed_window.versions, "Forget all…")
    qtbot.waitUntil(lambda: signed_window.versions.list.topLevelItemCount() == KEPT + 1)
    assert saved.exists()


def test_versions_can_lie_beside_the_document(data, signed_window, qtbot, monkeypatch, tmp_path):
    from dataclasses import replace  # noqa: PLC0415

    signed_window._parts.settings.change(lambda now: replace(now, versions_beside=True))
    path = tmp_path / "shared.communique"
    monkeypatch.setattr("editor.gui.dialogs.questions.ask_save", lambda *_: path)
    QTest.keyClicks(signed_window.rows.pages[Language.EN], "Beside")
    with qtbot.waitSignal(signed_window.keeping.remembering.kept):
        signed_window.actions_["save"].trigger()
    with closing(_opened(beside(path))) as versions:
        assert len(versions.of(path)) == 1


def find(qtbot, dialog, words, button):
    """Search the archive by keys and press a button."""
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1)
    QTest.keyClicks(dialog.line, words)
    qtbot.waitUntil(lambda: not dialog._pause.isActive() and dialog.list.topLevelItemCount() == 1)
    press(dialog, button)


def test_a_release_is_found_in_the_archive_and_opened(signed_window, saved, qtbot, monkeypatch):
    signed_window.documents.new()
    answering(qtbot, monkeypatch, ArchiveDialog, lambda dialog: find(qtbot, dialog, "ferry", "Open"))
    signed_window.actions_["archive"].trigger()
    assert signed_window._parts.session.path == saved


def test_a_new_release_begins_as_an_earlier_one(signed_window, saved, qtbot, monkeypatch):
    session = signed_window._parts.session
    answering(
        qtbot,
        monkeypatch,
        ArchiveDialog,
        lambda dialog: find(qtbot, dialog, "agai", "Start a new release from this one"),
    )
    with qtbot.waitSignal(session.opened):
        signed_window.actions_["archive"].trigger()
    assert session.path is None
    assert session.doc.rows[0].text(Language.EN) == "A ferry again"
    assert session.doc.release.date is None


def test_a_release_whose_file_is_gone_comes_from_the_versions(signed_window, saved, qtbot, monkeypatch):
    signed_window.documents.new()
    saved.unlink()
    session = signed_window._parts.session
    answering(qtbot, monkeypatch, ArchiveDialog, lambda dialog: find(qtbot, dialog, "ferry", "Open"))
    with qtbot.waitSignal(session.opened):
        signed_window.actions_["archive"].trigger()
    assert session.path is None
    assert session.is_modified
    assert session.doc.rows[0].text(Language.EN) == "A ferry again"


def test_the_next_version_can_be_published_from_the_archive(signed_window, saved, qtbot, monkeypatch):
    signed_window.documents.new()
    answering(
        qtbot, monkeypatch, ArchiveDialog, lambda dialog: find(qtbot, dialog, "ferry", "Publish its next version…")
    )
    monkeypatch.setattr("editor.gui.dialogs.publishing.PublishDialog.exec", lambda _dialog: 0)
    with qtbot.waitSignal(signed_window.keeping.publish_wished):
        signed_window.actions_["archive"].trigger()
    assert signed_window._parts.session.path == saved
