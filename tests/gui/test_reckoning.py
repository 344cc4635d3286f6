from threading import Event

import pytest

from editor.edits.writing import replace as put
from editor.errors import Unfit
from editor.gui.background.reckoning import Reckoning
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row
from editor.words import say

DOC = Communique((Row("r1", Bilingual((Passage("One"),), (Passage("Un"),))),))
AT = DOC.rows[0].address(Language.EN, 0, 0, 0)
_PATIENCE = 10
"""Seconds, of which a test that passes waits none."""


class Held:
    """Work that tells what it was given, and waits there until it is let go."""

    def __init__(self):
        self.begun, self.go, self.given = Event(), Event(), []

    def __call__(self, doc):
        self.given.append(doc.rows[0].text(Language.EN))
        self.begun.set()
        assert self.go.wait(_PATIENCE)
        return self.given[-1]


@pytest.fixture
def session(open_session):
    return open_session(DOC)


@pytest.fixture
def reckoning(session, qtbot):
    reckoning = Reckoning(session, session)
    yield reckoning
    reckoning.stop()


def test_the_answer_comes_with_the_value_it_is_about(qtbot, session, reckoning):
    answers = []
    reckoning.ask(lambda doc: len(doc.rows), lambda doc, count: answers.append((doc, count)))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(session.doc, 1)]


def test_where_somebody_wrote_meanwhile_it_is_worked_out_anew(qtbot, session, reckoning):
    work, answers = Held(), []
    reckoning.ask(work, lambda doc, text: answers.append((doc is session.doc, text)))
    assert work.begun.wait(_PATIENCE)
    session.do(put(AT, "Twenty-"))
    work.go.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert (work.given, answers) == (["One", "Twenty-One"], [(True, "Twenty-One")])


def test_nobody_is_answered_about_a_document_that_was_left(qtbot, session, reckoning):
    work, answers = Held(), []
    reckoning.ask(work, lambda _doc, text: answers.append(text))
    assert work.begun.wait(_PATIENCE)
    session.open(put(AT, "Another ").apply(DOC), None, is_saved=True)
    work.go.set()
    reckoning.ask(lambda _doc: "asked of the other", lambda _doc, text: answers.append(text))
    qtbot.waitUntil(lambda: bool(answers))
    assert (work.given, answers) == (["One"], ["asked of the other"])


def test_of_several_questions_the_last_is_answered(qtbot, reckoning):
    work, answers = Held(), []
    for name in ("first", "second", "last"):
        reckoning.ask(work, lambda _doc, _text, name=name: answers.append(name))
    work.go.set()
    qtbot.waitUntil(lambda: bool(answers))
    reckoning.stop()
    qtbot.wait(0)
    assert answers == ["last"]
    assert len(work.given) <= 2


def test_what_cannot_be_worked_out_is_told(qtbot, reckoning):
    def work(_doc):
        raise Unfit(say("No."))

    with qtbot.waitSignal(reckoning.told) as told:
        reckoning.ask(work, lambda _doc, _found: pytest.fail("an answer"))
    assert told.args == [say("No.")]


def test_a_window_that_closes_is_not_answered(qtbot, session, reckoning):
    work = Held()
    reckoning.ask(work, lambda _doc, _found: pytest.fail("an answer"))
    assert work.begun.wait(_PATIENCE)
    work.go.set()
    reckoning.stop()
    qtbot.wait(0)
