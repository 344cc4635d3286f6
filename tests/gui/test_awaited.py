import pytest
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from editor.gui.panes.awaited import Awaited, place_of


class Pane(QWidget):
    made = 0

    def __init__(self):
        super().__init__()
        Pane.made += 1
        self.painted = []

    def paintEvent(self, _event):  # noqa: N802
        self.painted.append(self.size())


class Place(Awaited):
    """Tells whether it was ever painted while nothing stood in it."""

    def paintEvent(self, _event):  # noqa: N802
        assert Pane.made


@pytest.fixture
def stack(qtbot):
    Pane.made = 0
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(QLabel("in front"))
    stack.addWidget(Place(Pane))
    stack.resize(300, 200)
    return stack


def test_a_pane_is_made_when_its_place_comes_into_sight_and_only_once(stack, qtbot):
    stack.show()
    qtbot.waitExposed(stack)
    assert Pane.made == 0
    for front in (1, 0, 1):
        stack.setCurrentIndex(front)
    assert Pane.made == 1


def test_it_fills_its_place_at_the_first_paint(stack, qtbot):
    stack.show()
    stack.setCurrentIndex(1)
    pane = stack.widget(1).pane
    assert pane.isVisible()
    assert pane.size() == stack.size()
    qtbot.waitUntil(lambda: bool(pane.painted))
    assert set(pane.painted) == {stack.size()}


def test_it_is_made_for_whoever_asks_and_is_seen_when_its_place_is(stack):
    pane = stack.widget(1).pane
    assert (Pane.made, pane.isVisible()) == (1, False)
    stack.show()
    stack.setCurrentIndex(1)
    assert pane.isVisible()
    assert stack.widget(1).pane is pane


def test_what_is_done_to_it_waits_for_nobody(stack):
    done = []
    stack.widget(1).if_made(done.append)
    pane = stack.widget(1).pane
    assert (done, Pane.made) == ([], 1)
    stack.widget(1).if_made(done.append)
    assert done == [pane]


def test_a_pane_that_hid_itself_is_there_again_with_its_place(stack):
    stack.show()
    stack.setCurrentIndex(1)
    stack.widget(1).pane.hide()
    stack.setCurrentIndex(0)
    stack.setCurrentIndex(1)
    assert stack.widget(1).pane.isVisible()


def test_the_place_of_a_pane_is_found_by_the_pane(stack):
    assert place_of(stack, stack.widget(0)) == 0
    assert place_of(stack, stack.widget(1).pane) == 1


def test_it_takes_what_room_a_layout_gives(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    place = Awaited(lambda: QLabel("all of it"))
    column.addWidget(place)
    window.resize(120, 80)
    window.show()
    assert place.pane.size() == window.size()
