"""Actions: every menu entry, shortcut and button of the window, in one table."""

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from editor.gui.teller import Teller
from editor.values import frozen
from editor.words import Sentence, say

Keys = QKeySequence.StandardKey | str


class Menu(Enum):
    """The menus, in their order."""

    FILE = "file"
    EDIT = "edit"
    ROW = "row"
    WORDS = "words"
    OFFICE = "office"
    PROBLEMS = "problems"
    VIEW = "view"
    HELP = "help"


MENU_TITLES: Mapping[Menu, Sentence] = {
    Menu.FILE: say("&File"),
    Menu.EDIT: say("&Edit"),
    Menu.ROW: say("&Row"),
    Menu.WORDS: say("&Words"),
    Menu.OFFICE: say("&Office"),
    Menu.PROBLEMS: say("&Problems"),
    Menu.VIEW: say("&View"),
    Menu.HELP: say("&Help"),
}


@frozen
class Command:
    """One thing that can be done: its name, its title, its menu and its keys. `starts_group` draws a line above."""

    name: str
    title: Sentence
    menu: Menu
    keys: tuple[Keys, ...] = ()
    starts_group: bool = False


_Key = QKeySequence.StandardKey

COMMANDS: tuple[Command, ...] = (
    Command("new", say("New"), Menu.FILE, (_Key.New,)),
    Command("welcome", say("Welcome page"), Menu.FILE),
    Command("open", say("Open…"), Menu.FILE, (_Key.Open,)),
    Command("recent", say("Open recent"), Menu.FILE),
    Command("import", say("Import texts…"), Menu.FILE, ("Ctrl+Shift+I",)),
    Command("add_picture", say("Add a picture…"), Menu.FILE, ("Ctrl+Shift+A",)),
    Command("picture_sizes", say("Make web sizes and thumbnails of the pictures"), Menu.FILE, ("Alt+Shift+S",)),
    Command("save", say("Save"), Menu.FILE, (_Key.Save,), starts_group=True),
    Command("save_as", say("Save as…"), Menu.FILE, ("Ctrl+Shift+S",)),
    Command("archive", say("Archive…"), Menu.FILE, ("Ctrl+Shift+O",)),
    Command("recover", say("Unsaved work…"), Menu.FILE),
    Command("preview", say("Preview"), Menu.FILE, ("Alt+Shift+P",), starts_group=True),
    Command("export", say("Export…"), Menu.FILE, ("Alt+Shift+E",)),
    Command("review_copy", say("Review copy…"), Menu.FILE),
    Command("print", say("Print…"), Menu.FILE, (_Key.Print,)),
    Command("merge_copy", say("Merge another copy…"), Menu.FILE),
    Command("publish", say("Publish…"), Menu.FILE, ("F12",), starts_group=True),
    Command("quit", say("Quit"), Menu.FILE, (_Key.Quit, "Ctrl+Q"), starts_group=True),
    Command("undo", say("Undo"), Menu.EDIT, (_Key.Undo,)),
    Command("redo", say("Redo"), Menu.EDIT, (_Key.Redo, "Ctrl+Y", "Ctrl+Shift+Z")),
    Command("cut", say("Cut"), Menu.EDIT, (_Key.Cut,), starts_group=True),
    Command("copy", say("Copy"), Menu.EDIT, (_Key.Copy,)),
    Command("paste", say("Paste"), Menu.EDIT, (_Key.Paste,)),
    Command("select_all", say("Select all"), Menu.EDIT, (_Key.SelectAll,)),
    Command("find", say("Find…"), Menu.EDIT, (_Key.Find,), starts_group=True),
    Command("replace", say("Replace…"), Menu.EDIT, ("Ctrl+H",)),
    Command("find_next", say("Find next"), Menu.EDIT, (_Key.FindNext, "F3")),
    Command("find_previous", say("Find previous"), Menu.EDIT, (_Key.FindPrevious, "Shift+F3")),
    Command("find_other", say("Find this in the other language"), Menu.EDIT, ("Shift+F6",)),
    Command("confirm", say("Confirm this row"), Menu.ROW, ("Ctrl+Return",)),
    Command("unconfirm", say("Take back the confirmation"), Menu.ROW),
    Command("restore", say("Take back to the confirmed wording"), Menu.ROW, ("Ctrl+Shift+Backspace",)),
    Command("one_language", say("One language only, on purpose"), Menu.ROW, ("Alt+Shift+O",)),
    Command("other_side", say("Go to the other language"), Menu.ROW, ("F6",), starts_group=True),
    Command("next_row", say("Next row that needs work"), Menu.ROW, ("Ctrl+J",)),
    Command("split_row", say("Split the row on both sides"), Menu.ROW, ("Ctrl+Shift+Return",), starts_group=True),
    Command("join_rows", say("Join with the row below"), Menu.ROW, ("Ctrl+Shift+J",)),
    Command("move_up", say("Move the row up"), Menu.ROW, ("Alt+Up",)),
    Command("move_down", say("Move the row down"), Menu.ROW, ("Alt+Down",)),
    Command("copy_source", say("Copy the source to the empty side"), Menu.ROW, ("Alt+Insert", "Ctrl+Shift+Y")),
    Command("move_across", say("Move to the other side"), Menu.ROW),
    Command("unpair", say("Part the two sides"), Menu.ROW),
    Command("side_up", say("Move this side up"), Menu.ROW, ("Alt+Shift+Up",), starts_group=True),
    Command("side_down", say("Move this side down"), Menu.ROW, ("Alt+Shift+Down",)),
    Command("exchange", say("Exchange this side with the row below"), Menu.ROW, ("Alt+Shift+X",)),
    Command("align_again", say("Align again what is not confirmed"), Menu.ROW, ("Alt+Shift+A",)),
    Command("next_doubtful", say("Next doubtful pair"), Menu.ROW, ("Alt+Shift+J",)),
    Command("kind", say("Kind of row"), Menu.ROW, starts_group=True),
    Command("bold", say("Bold"), Menu.WORDS, (_Key.Bold,)),
    Command("italic", say("Italic"), Menu.WORDS, (_Key.Italic,)),
    Command("link", say("Link…"), Menu.WORDS, ("Ctrl+K",)),
    Command("footnote", say("Footnote…"), Menu.WORDS, ("Ctrl+Shift+F",)),
    Command("quote", say("These words are a quote"), Menu.WORDS, ("Ctrl+Shift+Q",), starts_group=True),
    Command("person", say("These words name a person"), Menu.WORDS, ("Ctrl+Shift+N",)),
    Command("speaker", say("Speaker of this quote…"), Menu.WORDS, ("Alt+Shift+Q",)),
    Command("not_quote", say("Not a quote"), Menu.WORDS),
    Command("attribute", say("Say who speaks…"), Menu.WORDS, ("Ctrl+Shift+W",)),
    Command("approve_quote", say("Approve this quote"), Menu.WORDS),
    Command("approve_quotes", say("Approve all quotes"), Menu.WORDS),
    Command("join_quote", say("Join with the quote before"), Menu.WORDS),
    Command("split_quote", say("Part the quote here"), Menu.WORDS),
    Command("pair_quote", say("Pair with a quote of the other language…"), Menu.WORDS),
    Command("attach_quote", say("Add these words to a quote…"), Menu.WORDS),
    Command("recognise", say("Recognise people, quotes and dates"), Menu.WORDS, ("Ctrl+Shift+R",)),
    Command("dateline", say("Write place and date into both texts"), Menu.WORDS),
    Command("insert_match", say("Insert the earlier translation chosen"), Menu.WORDS, ("Ctrl+T",), starts_group=True),
    Command("next_match", say("Choose the next earlier translation"), Menu.WORDS, ("Ctrl+Shift+T",)),
    Command("translate_exact", say("Translate what is known word for word…"), Menu.WORDS),
    Command("concordance", say("How was this translated?"), Menu.WORDS, ("Alt+Shift+K",)),
    Command("typeset", say("Typography while typing"), Menu.WORDS, starts_group=True),
    Command("comment", say("Comment on this…"), Menu.WORDS, ("Alt+Shift+M",)),
    Command("directory", say("Directory…"), Menu.OFFICE, ("Ctrl+Shift+K",)),
    Command("keep_people", say("Save the people to the directory"), Menu.OFFICE),
    Command("terms", say("Terminology…"), Menu.OFFICE),
    Command("memory_import", say("Import a translation memory…"), Menu.OFFICE, starts_group=True),
    Command("memory_export", say("Export the translation memory…"), Menu.OFFICE),
    Command("pairs_export", say("Export the confirmed pairs…"), Menu.OFFICE),
    Command("copy_profile", say("Copy the house profile, to change it"), Menu.OFFICE, starts_group=True),
    Command("variant_en", say("English spelling"), Menu.OFFICE),
    Command("variant_fr", say("French spelling"), Menu.OFFICE),
    Command("next_problem", say("Next problem"), Menu.PROBLEMS, ("F8",)),
    Command("previous_problem", say("Previous problem"), Menu.PROBLEMS, ("Shift+F8",)),
    Command("filter_problems", say("Filter the problems"), Menu.PROBLEMS, ("Alt+Shift+F",)),
    Command("mend_problem", say("Mend this problem"), Menu.PROBLEMS, ("Ctrl+.",), starts_group=True),
    Command("mend_alike", say("Mend all of this kind…"), Menu.PROBLEMS, ("Ctrl+Shift+F8",)),
    Command("mend_everything", say("Mend everything that can be mended…"), Menu.PROBLEMS, ("Alt+Shift+F8",)),
    Command("dismiss_problem", say("Dismiss this problem…"), Menu.PROBLEMS, ("Ctrl+F8",)),
    Command("hints", say("Hints among the problems"), Menu.PROBLEMS, starts_group=True),
    Command("search_commands", say("Search commands…"), Menu.VIEW, ("Ctrl+Shift+P",)),
    Command("problems", say("Show or hide problems"), Menu.VIEW, ("Ctrl+Shift+M",)),
    Command("newsml", say("Show the NewsML-G2"), Menu.VIEW, ("Ctrl+Shift+X",)),
    Command("comments", say("Show the comments"), Menu.VIEW),
    Command("changes", say("Show the changes"), Menu.VIEW, ("Alt+Shift+C",)),
    Command("memory", say("Show the translation memory"), Menu.VIEW, ("Alt+Shift+T",)),
    Command("details", say("Show or hide the fields"), Menu.VIEW, ("Ctrl+Shift+D",)),
    Command("show_marks", say("Show spaces and marks"), Menu.VIEW, ("Ctrl+Shift+8", "Ctrl+*")),
    Command("focus_mode", say("Only the texts"), Menu.VIEW, ("F11",), starts_group=True),
    Command("one_page", say("This language alone, or both"), Menu.VIEW, ("F9",)),
    Command("show_both", say("Both languages side by side"), Menu.VIEW),
    Command("show_english", say("The English alone"), Menu.VIEW),
    Command("show_french", say("The French alone"), Menu.VIEW),
    Command("swap_columns", say("Exchange the columns"), Menu.VIEW),
    Command("zoom_in", say("Larger texts"), Menu.VIEW, (_Key.ZoomIn, "Ctrl+="), starts_group=True),
    Command("zoom_out", say("Smaller texts"), Menu.VIEW, (_Key.ZoomOut,)),
    Command("zoom_usual", say("Usual size"), Menu.VIEW, ("Ctrl+0",)),
    Command("theme", say("Light or dark"), Menu.VIEW, starts_group=True),
    Command("tongue", say("Language of the window"), Menu.VIEW),
    Command("preferences", say("Preferences…"), Menu.VIEW, ("Ctrl+,",)),
    Command("sign", say("Your name and role…"), Menu.VIEW),
    Command("help", say("Help"), Menu.HELP, (_Key.HelpContents,)),
    Command("help_problem", say("What this problem means"), Menu.HELP, ("Shift+F1",)),
    Command("shortcuts", say("Keyboard shortcuts"), Menu.HELP, ("Ctrl+F1",)),
    Command("about", say("About Communiqué"), Menu.HELP),
)


class Actions:
    """The commands as Qt actions, each bound to what it does, with its menu."""

    def __init__(self, owner: QWidget, teller: Teller, doings: Mapping[str, Callable[[], object]]) -> None:
        self._teller = teller
        self._menus: dict[Menu, QMenu] = {}
        self.actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(owner)
            action.setShortcuts(_sequences(command.keys))
            if command.name in doings:
                action.triggered.connect(_forgetting_checked(doings[command.name]))
            owner.addAction(action)
            self.actions[command.name] = action
        self.retell()

    def fill(self, bar: QMenuBar) -> None:
        """Place every command in its menu."""
        for menu in Menu:
            shown = bar.addMenu(self._teller(MENU_TITLES[menu]))
            self._menus[menu] = shown
            for command in COMMANDS:
                if command.menu is menu:
                    if command.starts_group:
                        shown.addSeparator()
                    shown.addAction(self.actions[command.name])

    def retell(self) -> None:
        """Say every title in the window's language."""
        for command in COMMANDS:
            self.actions[command.name].setText(self._teller(command.title))
        for menu, shown in self._menus.items():
            shown.setTitle(self._teller(MENU_TITLES[menu]))

    def __getitem__(self, name: str) -> QAction:
        return self.actions[name]


def _forgetting_checked(do: Callable[[], object]) -> Callable[[bool], None]:
    def triggered(_checked: bool) -> None:
        do()

    return triggered


def _sequences(keys: tuple[Keys, ...]) -> list[QKeySequence]:
    sequences: list[QKeySequence] = []
    for key in keys:
        wanted = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        sequences += [sequence for sequence in wanted if sequence not in sequences]
    return sequences
