"""The line above the texts: where the release is in its life."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel

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
