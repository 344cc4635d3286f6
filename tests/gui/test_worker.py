import logging
from threading import Event, get_ident

from editor.gui.background.worker import Worker

PATIENCE = 30
"""Seconds after which a thread that has not answered is taken for dead."""


def wait_for(worker):
    """Wait until all that was asked so far is done."""
    reached = Event()
    worker.do(reached.set)
    assert reached.wait(PATIENCE)


def test_work_is_done_in_the_order_asked_and_beside_the_window():
    worker = Worker("trial")
    done = []
    for number in range(20):
        worker.do(lambda number=number: done.append((number, get_ident())))
    wait_for(worker)
    worker.stop()
    assert [number for number, _ in done] == list(range(20))
    assert get_ident() not in {thread for _, thread in done}


def test_work_that_fails_is_told_to_the_log_and_what_follows_is_done(caplog):
    worker = Worker("trial")
    done = []
    with caplog.at_level(logging.ERROR, "editor.gui.background.worker"):
        worker.do(lambda: 1 / 0)
        worker.do(lambda: done.append("next"))
        wait_for(worker)
    worker.stop()
    assert done == ["next"]
    assert "trial" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_a_worker_that_has_stopped_does_nothing_more():
    worker = Worker("trial")
    done = []
    worker.stop()
    worker.do(lambda: done.append("late"))
    worker.stop()
    assert done == []
