"""Awaited: the place of a pane that is built when it is first wanted: a start does not wait for what few look at."""

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

Pane = TypeVar("Pane", bound=QWidget)


class Awaited(QWidget, Generic[Pane]):
    """Keeps a pane's place among others. The pane is made when its place comes into sight, or when it is asked for.

    What it missed meanwhile `make` must tell it: the colours of the moment, the last answer of a thread.
    """

    def __init__(self, make: Callable[[], Pane]) -> None:
        super().__init__()
        self._make = make
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def pane(self) -> Pane:
        """The pane, made now if nobody wanted it before."""
        pane = self._make()
        self._column.addWidget(pane)
        # At once and in its size: Qt would show it a turn later, after it has painted the place empty.
        pane.show()
        self._column.activate()
        return pane

    def if_made(self, do: Callable[[Pane], object]) -> None:
        """Do something to the pane if there is one; one that is made later knows of itself."""
        if "pane" in self.__dict__:
            do(self.pane)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the pane before the place is painted."""
        super().showEvent(event)
        self.pane.show()


def place_of(stack: QStackedWidget, pane: QWidget) -> int:
    """Return which part of a stack is a pane, or keeps its place."""
    places = enumerate(map(stack.widget, range(stack.count())))
    return next(number for number, place in places if pane is place or pane.parentWidget() is place)
