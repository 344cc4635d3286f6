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
