"""A run of the checks ends where the value has moved on, and only the present value is answered for."""

from threading import Event

from editor.gui.background.checking import Checking


def test_a_change_while_the_checks_run_ends_the_run_and_checks_the_new_value(qtbot, open_session):
    started, changed = Event(), Event()
    answers = []

    def check(doc, _profile, is_wanted):
        if not started.is_set():
            started.set()
            assert changed.wait(10)
            answers.append(is_wanted())
            return None
        answers.append(is_wanted())
        return ()

    session = open_session()
    checking = Checking(session, check)
    checking.run_soon()
    qtbot.waitUntil(started.is_set)
    with qtbot.waitSignal(checking.found) as told:
        session.read_profile_again()
        changed.set()
    assert answers == [False, True]
    assert told.args == [()]
    checking.stop()


def test_a_run_stands_back_while_somebody_waits_for_something_else(qtbot, open_session):
    at_work, order = Event(), []

    def check(_doc, _profile, is_wanted):
        at_work.set()
        is_wanted()
        order.append("checked")
        return ()

    checking = Checking(open_session(), check)
    checking.stand_back()
    checking.run_soon()
    qtbot.waitUntil(at_work.is_set)
    order.append("answered")
    with qtbot.waitSignal(checking.found):
        checking.go_on()
    assert order == ["answered", "checked"]
    checking.stop()


def test_a_run_does_not_stand_back_for_ever(qtbot, open_session, monkeypatch):
    monkeypatch.setattr("editor.gui.background.checking._MOST_PATIENCE", 0.01)
    checking = Checking(open_session(), lambda _doc, _profile, is_wanted: () if is_wanted() else None)
    checking.stand_back()
    with qtbot.waitSignal(checking.found):
        checking.run_soon()
    checking.stop()
