"""Bottom panel: the tabs below the texts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from editor.gui.panes.awaited import place_of
from editor.gui.teller import Teller
from editor.words import Sentence, say

_TALL = 280
"""Pixels that a pane in which one reads wants, until somebody has chosen another height."""
_BESIDE = 16
"""Pixels between the tabs and what stands at their right."""


class BottomPanel(QWidget):
    """Panes under quiet tabs; a tab may carry a count, and a pane have something at the right of the tabs.

    Panes of lines to choose from share one height, those in which one reads another.
    """

    height_wished = Signal(int)
    """Pixels that the pane in front wants."""

    def __init__(self, teller: Teller) -> None:
        super().__init__()
        self._teller = teller
        self._titles: list[Sentence] = []
        self._counts: list[int] = []
        self._are_tall: list[bool] = []
        self._heights = {False: 0, True: _TALL}
        self._is_tall = False
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        # What stands at the right gives way: no tab is cut, or hidden behind arrows.
        self._tabs.setUsesScrollButtons(False)
        self._stack = QStackedWidget()
        self._tabs.currentChanged.connect(self._turn_to)
        self._corners: list[QWidget | None] = []
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 16, 0)
        self._line.setSpacing(_BESIDE)
        # All the room there is: a tab in front is bolder, and wider, than the bar reckons with.
        self._line.addWidget(self._tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addWidget(self._stack, 1)
        teller.changed.connect(self._show)

    def add(self, pane: QWidget, title: Sentence, corner: QWidget | None = None, *, is_tall: bool = False) -> int:
        """Add a pane, or its place, under a tab of its own, with what stands at the right of the tabs.

        `is_tall`: one reads in it. Answers its number.
        """
        self._are_tall.append(is_tall)
        self._corners.append(corner)
        if corner is not None:
            self._line.addWidget(corner)
            corner.setVisible(len(self._corners) == 1)
        self._titles.append(title)
        self._counts.append(0)
        self._stack.addWidget(pane)
        tab = self._tabs.addTab("")
        self._show()
        return tab

    def show_pane(self, pane: QWidget) -> None:
        """Bring a pane to the front."""
        self.show()
        self._tabs.setCurrentIndex(place_of(self._stack, pane))

    def rest(self) -> None:
        """Bring the first pane to the front, and with it the height that lasts."""
        self._tabs.setCurrentIndex(0)

    def tell_count(self, tab: int, count: int) -> None:
        """Show a number beside a tab's title."""
        if count != self._counts[tab]:
            self._counts[tab] = count
            self._show()

    def _turn_to(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        if self._are_tall[tab] is not self._is_tall:
            self._heights[self._is_tall] = self.height()
            self._is_tall = not self._is_tall
            wanted = self._heights[self._is_tall]
            self.height_wished.emit(max(wanted, self.height()) if self._is_tall else wanted)
        for place, corner in enumerate(self._corners):
            if corner is not None:
                corner.setVisible(place == tab)

    def _show(self) -> None:
        self._tabs.setAccessibleName(self._teller(say("Panels below the texts")))
        for tab, (title, count) in enumerate(zip(self._titles, self._counts, strict=True)):
            told = self._teller(title)
            text = self._teller(say("{title} {count}", title=told, count=count)) if count else told
            self._tabs.setTabText(tab, text)
