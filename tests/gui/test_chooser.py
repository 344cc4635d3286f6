"""A list that opens over the window: as high as its choices, and no higher than it may be."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from editor.gui.fields.chooser import Chooser


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def opened(qtbot, parent, count):
    chooser = Chooser(parent, "Who says this?", "Type to find", [(f"Person {n}", lambda: None) for n in range(count)])
    chooser.open_at(QPoint(100, 100))
    qtbot.waitExposed(chooser)
    return chooser


def last_row_is_whole(chooser):
    last = chooser.list.visualItemRect(chooser.list.item(chooser.list.count() - 1))
    return chooser.list.viewport().rect().contains(last)


def test_a_few_choices_stand_whole_in_a_low_list(qtbot, parent):
    few, more = opened(qtbot, parent, 2), opened(qtbot, parent, 4)
    assert last_row_is_whole(few)
    assert last_row_is_whole(more)
    assert few.height() < more.height() < 220
    few.close()
    more.close()


def test_many_choices_scroll_in_a_list_that_grows_no_higher(qtbot, parent):
    many = opened(qtbot, parent, 60)
    assert many.height() == 280
    assert not last_row_is_whole(many)
    many.close()
