"""Words that name somebody: marked as a participant's, or taken in with a card."""

from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from editor.library.directory import DirectoryStore
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant
from editor.model.rows import Row

EN = Language.EN
VUKIC = Participant("", Bilingual("Ana Vukić", "Ana Vukić"), (Bilingual("Minister", "ministre"),))
DOC = Communique(
    (Row("r1", Bilingual((Passage("Ada Lovell met Vukic."),), ())),),
    (Participant("p1", Bilingual("Bo Karr", "Bo Karr")),),
    counter=9,
)


@pytest.fixture
def window(own_data, signed_window, tmp_path):
    with closing(DirectoryStore(own_data)) as store:
        store.keep(VUKIC)
    signed_window._parts.session.open(DOC, tmp_path / "a.communique", is_saved=True)
    return signed_window


@pytest.fixture
def session(window):
    return window._parts.session


def ask(qtbot, window, start, end):
    window.rows.go_to(window._parts.session.doc.rows[0].address(EN, 0, start, end))
    window.actions_["person"].trigger()
    chooser = window.naming.chooser
    qtbot.waitUntil(chooser.isVisible)
    return chooser


def marked(session):
    return [(each.words, each.mark.target) for each in session.doc.stretches(MarkKind.PERSON)]


def test_a_name_without_a_card_is_given_one_by_enter(qtbot, window, session):
    chooser = ask(qtbot, window, 0, 10)
    assert [chooser.list.item(row).text() for row in range(chooser.list.count())] == [
        "New card: “Ada Lovell”",
        "Bo Karr",
        "Ana Vukić, Minister (from the directory)",
    ]
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    new = session.doc.participants[-1]
    assert (new.name.fr, marked(session)) == ("Ada Lovell", [("Ada Lovell", new.id)])
    session.undo()
    assert session.doc == DOC


def test_words_are_marked_as_a_participant_or_as_somebody_of_the_directory(qtbot, window, session):
    chooser = ask(qtbot, window, 15, 20)
    qtbot.keyClicks(chooser.line, "vukic direct")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    new = session.doc.participants[-1]
    assert (new.function.fr, marked(session)) == ("ministre", [("Vukic", new.id)])
    chooser = ask(qtbot, window, 0, 10)
    qtbot.keyClicks(chooser.line, "karr")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    assert marked(session)[0] == ("Ada Lovell", "p1")


def test_a_name_given_to_the_wrong_person_goes_over_to_the_right_one_with_the_caret_in_it(qtbot, window, session):
    marked_doc = replace(
        DOC,
        rows=(Row("r1", Bilingual((Passage("Ada Lovell met Vukic.", (Mark(0, 10, MarkKind.PERSON, "p1"),)),), ())),),
        participants=(*DOC.participants, Participant("p2", Bilingual("Ada Lovell", "Ada Lovell"))),
    )
    session.open(marked_doc, session.path, is_saved=True)
    chooser = ask(qtbot, window, 6, 6)
    titles = [chooser.list.item(row).text() for row in range(chooser.list.count())]
    assert titles == [
        "Open the card of Bo Karr",
        "Ada Lovell",
        "Nobody: these words are no name",
        "Ana Vukić, Minister (from the directory)",
    ]
    qtbot.keyClicks(chooser.line, "lovell")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    assert marked(session) == [("Ada Lovell", "p2")]
    chooser = ask(qtbot, window, 6, 6)
    qtbot.keyClicks(chooser.line, "nobody")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    assert marked(session) == []
    assert [each.words for each in session.doc.refused] == ["Ada Lovell"]


def test_the_card_of_whoever_is_named_is_opened_from_the_text(qtbot, window, session):
    row = Row("r1", Bilingual((Passage("Bo Karr came.", (Mark(0, 7, MarkKind.PERSON, "p1"),)),), ()))
    session.open(replace(DOC, rows=(row,)), session.path, is_saved=True)
    chooser = ask(qtbot, window, 2, 2)
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    assert window.details.people.cards["p1"].is_open


def test_without_words_the_command_says_so(window, session):
    told = []
    window.naming.told.connect(lambda sentence: told.append(sentence.english()))
    window.rows.go_to(session.doc.rows[0].address(Language.FR, 0, 0, 0))
    window.actions_["person"].trigger()
    assert told == ["Select the name in the text first."]
