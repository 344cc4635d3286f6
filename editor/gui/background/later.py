"""Later: what a pane shows of the texts follows when the typing pauses, and only while somebody can see it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

_PAUSE = 300
"""Milliseconds without a change."""


class Later(QObject):
    """Calls `show` once after the last `start`; for a pane that is hidden, when its `showEvent` calls `catch_up`."""

    def __init__(self, pane: QWidget, show: Callable[[], None]) -> None:
        super().__init__(pane)
        self._pane = pane
        self._show = show
        self._is_due = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.catch_up)

    def start(self) -> None:
        """Note that the pane is behind."""
        self._is_due = True
        if self._pane.isVisible():
            self._timer.start()

    def catch_up(self) -> None:
        """Show what is due, at once, where the pane can be seen."""
        if self._is_due and self._pane.isVisible():
            self._is_due = False
            self._show()
