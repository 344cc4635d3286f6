"""The line above the texts: where the release is in its life."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from editor.edits.details import enter
from editor.gui.panes.header import Header
from editor.model.communique import Communique
from editor.model.release import Action, Publication, Release, Status

SENT = (Publication(1, Action.NEW, datetime(2026, 3, 12, 9, tzinfo=UTC), "package"),)


@pytest.fixture
def open_header(qtbot, open_session, teller, look):
    """Return a function that opens the header of a release; it answers what can be read there, and the session."""

    def open_(release):
        session = open_session(Communique(release=release))
        header = Header(session, teller, look)
        qtbot.addWidget(header)
        return header, lambda: {label.text() for label in header.findChildren(QLabel)}, session

    return open_


@pytest.mark.parametrize(
    ("status", "sent", "line"),
    [
        (Status.DRAFT, (), "Draft · version 1"),
        (Status.PUBLISHED, SENT, "Published · version 1"),
        (Status.CANCELED, SENT, "Cancelled · version 1"),
        (Status.DRAFT, SENT, "Draft · version 2"),
    ],
)
def test_the_version_is_the_one_published_or_the_one_on_its_way(open_header, status, sent, line):
    _, shown, session = open_header(Release(status=status, publications=sent))
    assert line in shown()
    session.do(enter("reference", "2026-020", "UTC"))
    assert line in shown(), "what is written after a publication has not been published"


def test_an_embargo_is_told_until_it_ends(open_header, teller):
    _, shown, session = open_header(Release(profile="nato"))
    session.do(enter("embargo", "2999-11-28T18:00+01:00", "UTC"))
    assert "Embargoed until 28 November 2999, 18:00 (Brussels)" in shown()
    teller.speak("fr")
    assert any(line.startswith("Sous embargo jusqu’au 28 novembre 2999, 18\u00a0h") for line in shown())
    teller.speak("en")
    past = (datetime.now(UTC) - timedelta(hours=1)).isoformat(timespec="minutes")
    session.do(enter("embargo", past, "UTC"))
    assert not any("mbargo" in line for line in shown())


def test_a_long_embargo_makes_the_window_no_wider(open_header):
    header, _, session = open_header(Release(profile="nato"))
    before = header.minimumSizeHint().width()
    session.do(enter("embargo", "2999-11-28T18:00+01:00", "UTC"))
    assert header.minimumSizeHint().width() <= before + 40


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_where_there_is_little_room_the_embargo_keeps_its_time_before_the_last_save_is_told(
    open_header, teller, tongue, tmp_path
):
    teller.speak(tongue)
    header, _, session = open_header(Release(profile="nato", reference="2026-020"))
    session.mark_saved(session.doc, tmp_path / "one.communique")
    header.tell_saved(datetime.now(UTC))
    header.resize(1280, 50)
    header.show()
    saved = next(label for label in header.findChildren(QLabel) if "Saved" in label.text() or "Enreg" in label.text())
    session.do(enter("embargo", "2999-11-28T18:30+01:00", "UTC"))
    assert saved.isVisible()
    header.resize(800, 50)
    QApplication.processEvents()
    assert saved.isHidden()
    embargo = next(label for label in header.findChildren(QLabel) if "2999" in label.text())
    assert embargo.text().rstrip(" )").endswith(("(Brussels", "(Bruxelles"))
    assert "30" in embargo.text()
    session.do(enter("embargo", "", "UTC"))
    assert saved.isVisible()
    teller.speak("en")


def test_the_time_of_the_last_save_is_written_as_the_window_speaks(open_header, teller, tmp_path):
    header, shown, session = open_header(Release())
    session.mark_saved(session.doc, tmp_path / "one.communique")
    header.tell_saved(datetime(2026, 3, 12, 9, 5).astimezone())
    assert "Saved 09:05" in shown() or "Saved 9:05" in shown()
    teller.speak("fr")
    assert "Enregistré à 9\u00a0h\u00a005" in shown()
    teller.speak("en")
