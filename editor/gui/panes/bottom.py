"""Bottom panel: the tabs below the texts."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from editor.gui.teller import Teller
from editor.words import Sentence, say


class BottomPanel(QWidget):
    """Panes under quiet tabs; a tab may carry a count."""

    def __init__(self, teller: Teller) -> None:
        super().__init__()
        self._teller = teller
        self._titles: list[Sentence] = []
        self._counts: list[int] = []
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._stack = QStackedWidget()
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        teller.changed.connect(self._show)

    def add(self, pane: QWidget, title: Sentence) -> int:
        """Add a pane under a tab of its own; answers its number."""
        self._titles.append(title)
        self._counts.append(0)
        self._stack.addWidget(pane)
        tab = self._tabs.addTab("")
        self._show()
        return tab

    def show_pane(self, pane: QWidget) -> None:
        """Bring a pane to the front."""
        self.show()
        self._tabs.setCurrentIndex(self._stack.indexOf(pane))

    def tell_count(self, tab: int, count: int) -> None:
        """Show a number beside a tab's title."""
        self._counts[tab] = count
        self._show()

    def _show(self) -> None:
        self._tabs.setAccessibleName(self._teller(say("Panels below the texts")))
        for tab, (title, count) in enumerate(zip(self._titles, self._counts, strict=True)):
            told = self._teller(title)
            text = self._teller(say("{title} {count}", title=told, count=count)) if count else told
            self._tabs.setTabText(tab, text)
