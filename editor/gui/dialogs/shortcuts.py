"""Shortcut sheet: every command with its keys, menu by menu, and what the keys of the texts do besides."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from editor.gui.actions import COMMANDS, MENU_TITLES, Actions, Menu
from editor.gui.fields.line import LineField
from editor.gui.teller import Teller
from editor.text.letters import searchable
from editor.words import Sentence, say

_USUAL = re.compile(r"F\d|F1[0-2]|.*\+.*")
"""Keys that every keyboard has: those for offices and media are left out."""
_IN_THE_TEXTS: tuple[tuple[str, Sentence], ...] = (
    ("Return", say("New paragraph; at the end of a row, a new row")),
    ("Shift+Return", say("New line in the same paragraph")),
    ("Backspace", say("At the start: join with what stands before; after automatic typography: take it back")),
    ("Tab", say("Go to the next field")),
    ("Menu", say("What can be done with the word or the row")),
)


class ShortcutSheet(QDialog):
    """A list to read and to search; Enter on a command does it."""

    def __init__(self, parent: QWidget, actions: Actions, teller: Teller) -> None:
        super().__init__(parent)
        self._actions = actions
        self._teller = teller
        self.setWindowTitle(teller(say("Keyboard shortcuts")))
        self.resize(620, 560)
        self._line = LineField(teller(say("Search")))
        self._line.setPlaceholderText(teller(say("Search commands and keys")))
        self._list = QTreeWidget()
        self._list.setRootIsDecorated(False)
        self._list.setIndentation(12)
        self._list.setAccessibleName(teller(say("Keyboard shortcuts")))
        self._list.setHeaderLabels([teller(say("Command")), teller(say("Keys"))])
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.itemActivated.connect(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        self._line.entered.connect(self._show)
        self._show("")

    def _show(self, sought: str) -> None:
        words = searchable(sought)[0].split()
        self._list.clear()
        for title, entries in self._groups():
            kept = [
                one for one in entries if all(word in searchable(f"{title} {one[0]} {one[1]}")[0] for word in words)
            ]
            if not kept:
                continue
            group = QTreeWidgetItem([title, ""])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = self._list.font()
            font.setBold(True)
            group.setFont(0, font)
            self._list.addTopLevelItem(group)
            for name, keys, command in kept:
                item = QTreeWidgetItem([name, keys])
                item.setData(0, Qt.ItemDataRole.UserRole, command)
                group.addChild(item)
        self._list.expandAll()

    def _groups(self) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
        """Yield each menu with its commands: title, keys, and the name of the command."""
        for menu in Menu:
            yield (
                self._teller(MENU_TITLES[menu]).replace("&", ""),
                [
                    (self._teller(command.title), _keys(self._actions[command.name].shortcuts()), command.name)
                    for command in COMMANDS
                    if command.menu is menu
                ],
            )
        yield (
            self._teller(say("In the texts")),
            [(self._teller(sentence), _keys([QKeySequence(keys)]), "") for keys, sentence in _IN_THE_TEXTS],
        )

    def _do(self, item: QTreeWidgetItem) -> None:
        name = item.data(0, Qt.ItemDataRole.UserRole)
        if name and self._actions[name].menu() is None:
            self.accept()
            self._actions[name].trigger()


def _keys(sequences: list[QKeySequence]) -> str:
    """Return shortcuts as the desktop writes them, the usual one first."""
    usual = [sequence for sequence in sequences if len(sequences) == 1 or _USUAL.fullmatch(sequence.toString())]
    return "   ".join(sequence.toString(QKeySequence.SequenceFormat.NativeText) for sequence in usual)
