"""Command search: type a few letters of any command and do it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.gui.actions import COMMANDS, MENU_TITLES, Actions
from editor.gui.fields.line import LineField
from editor.gui.teller import Teller
from editor.text.letters import searchable
from editor.words import say


class CommandSearch(QDialog):
    """A line and the commands whose names hold all the words typed, accents and case ignored."""

    def __init__(self, parent: QWidget, actions: Actions, teller: Teller) -> None:
        super().__init__(parent)
        self._actions = actions
        self._teller = teller
        self.setWindowTitle(teller(say("Search commands")))
        self.resize(480, 360)
        self._line = LineField(teller(say("Command")))
        self._line.setPlaceholderText(teller(say("What would you like to do?")))
        self._list = QListWidget()
        self._list.setAccessibleName(teller(say("Commands")))
        column = QVBoxLayout(self)
        column.addWidget(self._line)
        column.addWidget(self._list)
        self._line.textChanged.connect(self._show)
        self._line.returnPressed.connect(self._do)
        self._list.itemActivated.connect(self._do)
        self._line.installEventFilter(self)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the line has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._line:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self._list.count():
                self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        words = searchable(self._line.text())[0].split()
        self._list.clear()
        for command in COMMANDS:
            action = self._actions[command.name]
            title = self._teller(command.title)
            plain, _ = searchable(title)
            if not action.isEnabled() or action.menu() is not None or not all(word in plain for word in words):
                continue
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            menu = self._teller(MENU_TITLES[command.menu]).replace("&", "")
            item = QListWidgetItem(f"{title}   {keys}" if keys else title)
            item.setToolTip(menu)
            item.setData(Qt.ItemDataRole.UserRole, action)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _do(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            action: QAction = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            action.trigger()
