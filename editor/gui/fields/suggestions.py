"""Suggestions: the words a line may be filled with, found accent-blind by any part of them while one types."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from editor.text.letters import folded

_FOLDED = Qt.ItemDataRole.UserRole + 1
_MOST = 9


class Suggestions(QCompleter):
    """A list below a line. A word chosen is told by the line's own signals as if it had been typed and finished."""

    def __init__(self, line: QLineEdit) -> None:
        self._words = QStandardItemModel()
        super().__init__(self._words, line)
        self._words.setParent(self)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST)
        line.setCompleter(self)

    def offer(self, words: Iterable[str]) -> None:
        """Offer these words, in this order."""
        self._words.clear()
        for word in words:
            item = QStandardItem(word)
            item.setData(folded(word), _FOLDED)
            self._words.appendRow(item)

    def splitPath(self, path: str) -> list[str]:
        """Look for what was typed without its accents and capitals."""
        return [folded(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Put the word itself into the line."""
        return str(index.data())
