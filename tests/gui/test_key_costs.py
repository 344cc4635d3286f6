"""What a key costs, in calls counted, not in time: nothing that grows with the text, nothing for what is hidden."""

import sys
from datetime import UTC, datetime

import pytest

from editor.model.comments import Comment
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.pictures import Picture
from editor.model.rows import Row, RowKind

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

EN = Language.EN
KEYS = "oarlock stern "
SAID = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def release(count):
    """Return a release in which every part is there: people, a quote, a comment, a picture with its caption."""
    words = Passage("Boats were built here for a long time, and are still.", (Mark(0, 5, MarkKind.PERSON, "p1"),))
    spoken = Passage(words.text, (Mark(6, 20, MarkKind.QUOTE, "q1"), Mark(22, 30, MarkKind.COMMENT, "c1")))
    rows = [Row(f"r{n}", Bilingual((words,), (words,))) for n in range(count)]
    rows[1] = Row("r1", Bilingual((spoken,), (Passage(spoken.text, spoken.marks[:1]),)))
    rows[-1] = Row("r" + str(count), Bilingual((Passage("A boat."),), (Passage("Un bateau."),)), RowKind.CAPTION)
    return Communique(
        tuple(rows),
        (Participant("p1", Bilingual("Ada Oar", "Ada Oar")),),
        (Quote("q1", "p1"),),
        pictures=(Picture("i1", caption=rows[-1].id),),
        comments=(Comment("c1", "Really?", "A. Duval", SAID),),
        counter=count,
    )


def calls_of(keys):
    """Return how many functions of Python are called (or gone on with, as generators are) while `keys` is done."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        keys()
    finally:
        sys.setprofile(None)
    return count


def calls_of_typing(window, qtbot, type_text, rows):
    """Return the calls of typing some words into the middle of so many rows, every tab having been looked at once."""
    session, page = window._parts.session, window.rows.pages[EN]
    session.open(release(rows), None, is_saved=True)
    qtbot.waitUntil(lambda: not window.rows._loading.is_under_way)
    details = window.details
    for pane in (details.people, details.quotes, details.pictures, details.topics, details.release):
        details.turn_to(pane)
    # The offscreen plugin leaves no window active once a list that opened has closed.
    window.activateWindow()
    window.rows.go_to(session.doc.rows[2].address(EN, 0, 9, 9))
    qtbot.waitUntil(page.hasFocus)
    type_text(page, "x")
    return calls_of(lambda: type_text(page, KEYS))


def test_a_key_costs_no_more_in_a_long_text_than_in_a_short_one(qtbot, signed_window, type_text):
    short = calls_of_typing(signed_window, qtbot, type_text, 20)
    long = calls_of_typing(signed_window, qtbot, type_text, 420)
    # One call a key for each of the 400 rows that are more would be twice as much.
    assert long - short < 200 * len(KEYS)


def test_what_cannot_be_seen_follows_when_it_is_shown(qtbot, signed_window, type_text):
    window, details = signed_window, signed_window.details
    calls_of_typing(window, qtbot, type_text, 20)
    window.rows.go_to(window._parts.session.doc.rows[1].address(EN, 0, 12, 12))
    type_text(window.rows.pages[EN], "ZZ")
    card = details.quotes.cards["q1"]
    assert "ZZ" not in card.accessibleName()
    details.turn_to(details.quotes)
    assert "ZZ" in card.accessibleName()
