"""Command search: type a few letters of any command and do it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from editor.gui.actions import COMMANDS, MENU_TITLES, Actions, Command
from editor.gui.fields.line import LineField
from editor.gui.teller import Teller
from editor.text.letters import searchable
from editor.words import TONGUES, Sentence, say

ALSO: Mapping[str, Sentence] = {
    "mend_problem": say("repair, fix, correct, replace"),
    "mend_everything": say("repair, fix, correct, clean"),
    "publish": say("send, release, issue, cancel, withdraw, update, correction"),
    "export": say("pdf, docx, word, html, web, mail"),
    "preview": say("pdf, print, page, read"),
    "print": say("paper, pdf"),
    "review_copy": say("sign, proof, numbered, paper"),
    "import": say("paste, docx, word, html, open"),
    "merge_copy": say("join, compare, colleague, combine"),
    "archive": say("earlier, old, search, history"),
    "recover": say("crash, restore, lost"),
    "confirm": say("validate, approve, done"),
    "comment": say("note, remark, annotate"),
    "directory": say("people, contacts, address book, organisations"),
    "terms": say("glossary, vocabulary, dictionary"),
    "approve_quote": say("sign, validate"),
    "approve_quotes": say("sign, validate"),
    "changes": say("versions, history, compare, restore"),
    "memory": say("translation, earlier, proposals, tmx"),
    "focus_mode": say("full screen, distraction"),
    "preferences": say("settings, options, dark, light, appearance, theme, language, house, text size, name"),
    "zoom_in": say("zoom, bigger, font"),
    "zoom_out": say("zoom, font"),
    "show_marks": say("invisible, no-break, pilcrow"),
    "split_row": say("divide, cut"),
    "align_again": say("pair, match"),
    "help_problem": say("explain, why"),
    "other_side": say("switch, French, English"),
}
"""Other words by which somebody may look for a command, by its name."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


class CommandSearch(QDialog):
    """A line and the commands that hold all the words typed, accents and case ignored.

    They are looked for in the names of commands and menus and among other words for them, in the language of the window
    and in the other one.
    """

    def __init__(self, parent: QWidget, actions: Actions, teller: Teller) -> None:
        super().__init__(parent)
        self._actions = actions
        self._teller = teller
        self.setWindowTitle(teller(say("Search commands")))
        self.resize(600, 420)
        self._line = LineField(teller(say("Command")))
        self._line.setPlaceholderText(teller(say("What would you like to do?")))
        self._list = QTreeWidget()
        self._list.setAccessibleName(teller(say("Commands")))
        self._list.setRootIsDecorated(False)
        self._list.setHeaderHidden(True)
        self._list.setColumnCount(3)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.addWidget(self._line)
        column.addWidget(self._list)
        self._line.textChanged.connect(self._show)
        self._line.returnPressed.connect(self._do)
        self._list.itemActivated.connect(self._do)
        self._list.itemClicked.connect(self._do)
        self._line.installEventFilter(self)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the line has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._line:
            step, count = _STEPS.get(Qt.Key(event.key()), 0), self._list.topLevelItemCount()
            if step and count:
                now = self._list.currentIndex().row() + step
                self._go_to(now % count if abs(step) == 1 else min(max(now, 0), count - 1))
                return True
        return super().eventFilter(watched, event)

    def _go_to(self, place: int) -> None:
        item = self._list.topLevelItem(place)
        if item is not None:
            self._list.setCurrentItem(item)

    def _show(self) -> None:
        words = searchable(self._line.text())[0].split()
        found = [command for command in COMMANDS if self._can(command) and _holds(command, words)]
        # What is called so goes before what may be meant.
        found.sort(key=lambda command: not _is_in(self._teller(command.title), words))
        self._list.clear()
        quiet = QBrush(self.palette().placeholderText())
        for command in found:
            action = self._actions[command.name]
            menu = self._teller(MENU_TITLES[command.menu]).replace("&", "")
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            item = QTreeWidgetItem([self._teller(command.title), menu, keys])
            item.setData(0, Qt.ItemDataRole.UserRole, command.name)
            for place in (1, 2):
                item.setForeground(place, quiet)
            self._list.addTopLevelItem(item)
        if not found:
            nothing = QTreeWidgetItem([self._teller(say("No command is called so. The menus hold all of them."))])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addTopLevelItem(nothing)
            self._list.setFirstColumnSpanned(0, self._list.rootIndex(), True)
        self._go_to(0)

    def _can(self, command: Command) -> bool:
        action = self._actions[command.name]
        return action.isEnabled() and action.menu() is None

    def _do(self) -> None:
        item = self._list.currentItem()
        name = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        if name:
            self.accept()
            self._actions[name].trigger()


def _holds(command: Command, words: list[str]) -> bool:
    said = (command.title, MENU_TITLES[command.menu], ALSO.get(command.name, command.title))
    return _is_in(" ".join(sentence.told(tongue).replace("&", "") for tongue in TONGUES for sentence in said), words)


def _is_in(text: str, words: list[str]) -> bool:
    plain, _ = searchable(text)
    return all(word in plain for word in words)
