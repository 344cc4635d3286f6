"""The dialog that publishes, by real keys: what Enter does, and what is mended there and then."""

import pytest
from generated import NOON
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListWidget, QPushButton
from windows import answering, press

from editor.assets import resource
from editor.edits import quotes
from editor.edits.details import enter
from editor.edits.writing import replace
from editor.gui.dialogs.archive import ArchiveDialog
from editor.gui.dialogs.publishing import PublishDialog
from editor.gui.fields.line import ChoiceField
from editor.model.language import Language
from editor.model.release import Action, Status
from editor.text.date_writing import write_day

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


def test_what_stops_nothing_is_told_before_it_is_published_and_leads_to_its_place(window, qtbot, monkeypatch, tmp_path):
    session = window._parts.session
    session.do(enter("topics", "", "UTC"))
    session.do(enter("keywords.en", "", "UTC"))
    session.do(enter("keywords.fr", "", "UTC"))
    waiting = quotes.to_approve(session.doc)
    assert len(waiting) > 1
    session.do(quotes.approve(waiting[1:], "A. Duval", NOON))
    lines = []

    def act(dialog):
        lines.extend(said(dialog))
        shown = dialog.findChild(QListWidget)
        item = next(shown.item(place) for place, line in enumerate(lines) if "not approved" in line)
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualItemRect(item).center())
        return publish_button(dialog).isEnabled()

    assert answering(qtbot, monkeypatch, PublishDialog, act) == []
    window.actions_["publish"].trigger()
    assert "1 quote is not approved." in lines
    assert "One warning stands; it stops nothing." in lines or any("warnings stand" in line for line in lines)
    assert not list(tmp_path.glob("*.xml"))
    assert window.details.quotes.isVisible()


def publish_button(dialog):
    return next(button for button in dialog.findChildren(QPushButton) if button.property("primary"))


def said(dialog):
    lines = dialog.findChild(QListWidget)
    return [lines.item(place).text() for place in range(lines.count())]


def choose(dialog, title):
    """Choose what the publication does by the keys of a list that drops down."""
    box = dialog.findChild(QComboBox)
    box.setFocus()
    while box.currentText() != title:
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() < box.count()


def note(dialog, qtbot):
    """Write why, in both languages; the caret comes there from the line that asks for it."""
    for place, text in ((1, "Sent in error."), (0, "Fausse alerte.")):
        lines = dialog.findChild(QListWidget)
        asking = next(
            lines.item(row)
            for row in range(lines.count())
            if ("English", "French")[1 - place] in lines.item(row).text()
        )
        point = lines.visualItemRect(asking).center()
        QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert dialog.isVisible(), "what is asked for is written in the dialog itself"
        QTest.keyClicks(dialog.focusWidget(), text)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)


class TestCancelling:
    @pytest.fixture
    def cancelled(self, window, qtbot, monkeypatch):
        """Have the release published, then cancelled; answer the window and what was seen on the way."""
        with monkeypatch.context() as patch:
            answering(qtbot, patch, PublishDialog, press_enter)
            window.actions_["publish"].trigger()
        seen = {}

        def cancel(dialog):
            choose(dialog, "Cancellation")
            seen["boxes"] = [box.text() for box in dialog.findChildren(QCheckBox) if box.isVisible()]
            note(dialog, qtbot)
            seen["button"], seen["said"] = publish_button(dialog).text(), said(dialog)
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
            seen["after Enter"] = window._parts.session.doc.release.version
            publish_button(dialog).setFocus()
            QTest.keyClick(publish_button(dialog), Qt.Key.Key_Space)

        with monkeypatch.context() as patch:
            answering(qtbot, patch, PublishDialog, cancel)
            window.actions_["publish"].trigger()
        return window, seen

    def test_it_is_named_and_takes_a_key_that_is_meant_for_it(self, cancelled):
        window, seen = cancelled
        assert seen["button"] == "Publish the cancellation, version 2"
        assert any("Nothing can follow a cancellation" in line for line in seen["said"])
        assert seen["after Enter"] == 1, "Enter in a note withdraws nothing"
        release = window._parts.session.doc.release
        assert (release.status, release.publications[-1].action) == (Status.CANCELED, Action.CANCEL)
        assert "cancellation is published as version 2" in window.status.currentMessage()

    def test_among_the_versions_kept_it_is_called_what_it_is(self, cancelled, qtbot):
        window, _ = cancelled
        window.bottom.show_pane(window.versions)
        lines = window.versions.list
        wanted = {"Published, version 1", "Cancelled, version 2"}
        qtbot.waitUntil(
            lambda: wanted <= {lines.topLevelItem(place).text(1) for place in range(lines.topLevelItemCount())}
        )

    @pytest.mark.parametrize(
        ("tongue", "wanted"),
        [("en", ["Cancelled, version 2", "Published, version 1"]), ("fr", ["Annulé, version 2", "Publié, version 1"])],
    )
    def test_the_archive_calls_it_what_it_is_and_writes_its_day_in_words(
        self, cancelled, qtbot, monkeypatch, tongue, wanted
    ):
        window, _ = cancelled
        window.teller.speak(tongue)
        seen = []

        def look(dialog):
            lines = dialog.list
            qtbot.waitUntil(lambda: lines.topLevelItemCount() > 2)
            found = [[lines.topLevelItem(n).text(c) for c in (0, 4)] for n in range(lines.topLevelItemCount())]
            seen.extend(found)

        with monkeypatch.context() as patch:
            answering(qtbot, patch, ArchiveDialog, look)
            window.actions_["archive"].trigger()
        assert [state for _, state in seen if "version" in state] == wanted
        day = write_day(window._parts.session.doc.release.date, Language(tongue))
        assert {written for written, _ in seen} == {day}

    def test_pictures_are_spoken_of_where_there_are_any(self, cancelled):
        window, seen = cancelled
        assert bool(seen["boxes"]) is bool(window._parts.session.doc.pictures)

    def test_nothing_can_follow_but_a_new_release_which_is_begun_there_and_then(self, cancelled, qtbot, monkeypatch):
        window, _ = cancelled
        session = window._parts.session
        text = session.doc.rows[1].text(Language.EN)
        seen = {}

        def begin(dialog):
            seen["said"] = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
            seen["lists"] = [each for each in dialog.findChildren(QListWidget) if each.isVisible()]
            seen["buttons"] = [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()]
            press(dialog, "Start a new release from this one")

        with monkeypatch.context() as patch:
            answering(qtbot, patch, PublishDialog, begin)
            window.actions_["publish"].trigger()
        (sentence,) = seen["said"]
        assert "no version can follow" in sentence
        assert "new release" in sentence
        assert seen["lists"] == []
        assert seen["buttons"] == ["Close", "Start a new release from this one"]
        release = session.doc.release
        assert (session.path, release.reference, release.publications, release.status) == (None, "", (), Status.DRAFT)
        assert session.doc.rows[1].text(Language.EN) == text

    def test_what_is_cancelled_has_no_other_status_and_no_embargo(self, cancelled):
        window, _ = cancelled
        status = next(box for box in window.details.findChildren(ChoiceField) if box.accessibleName() == "Status")
        assert [status.itemText(place) for place in range(status.count())] == ["Cancelled"]
        session = window._parts.session
        session.do(enter("embargo", "2999-11-28T18:00+01:00", "UTC"))
        assert not any("Embargoed" in label.text() for label in window.header.findChildren(QLabel))


def test_a_correction_under_embargo_says_both(window, qtbot, monkeypatch):
    answering(qtbot, monkeypatch, PublishDialog, press_enter)
    window.actions_["publish"].trigger()
    session = window._parts.session
    session.do(enter("embargo", "2999-11-28T18:00+01:00", "UTC"))
    for name in ("note.en", "note.fr"):
        session.do(enter(name, "Corrects a name", "UTC"))
    seen = []

    def correct(dialog):
        choose(dialog, "Correction")
        QTest.mouseClick(mend_button(dialog), Qt.MouseButton.LeftButton)
        seen.extend([publish_button(dialog).text(), *said(dialog)])
        QTest.mouseClick(publish_button(dialog), Qt.MouseButton.LeftButton)

    answering(qtbot, monkeypatch, PublishDialog, correct)
    window.actions_["publish"].trigger()
    assert window._parts.session.doc.release.version == 2
    assert "The correction is published as version 2" in window.status.currentMessage()
    assert seen[0] == "Publish the correction, version 2"
    assert "marked as a correction, not to be used before 28 November 2999" in seen[1]
