"""The stops of the tour that `screenshots.py` makes: every pane, menu and dialog of the window, and the way to each.

A stop brings something to the screen; whatever stands over the window after that is closed again by the tour.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QTabBar

from editor.assets import resource, user_data
from editor.edits.details import enter
from editor.edits.edit import Edit
from editor.formats import native
from editor.formats.journal import Origin, Recovered
from editor.formats.lists import read_list
from editor.formats.processes import present_process
from editor.formats.table import read_manuscript, save_document
from editor.gui.dialogs.arriving import ImportDialog
from editor.gui.dialogs.conflicts import ConflictDialog, ask_admission
from editor.gui.dialogs.merging import MergeDialog
from editor.gui.dialogs.questions import ask_forget, ask_save_first, ask_unsaved
from editor.gui.dialogs.recovery import RecoveryDialog
from editor.gui.dialogs.renaming import RenameDialog
from editor.gui.dialogs.trouble import TroubleDialog
from editor.gui.style import make_look
from editor.gui.window import Window
from editor.library.directory import DirectoryStore
from editor.model.beginning import empty_release
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.words import say

EN, FR = Language.EN, Language.FR
COMMANDS = (
    "search_commands", "sign", "archive", "preview", "export", "print", "directory", "terms", "preferences", "help",
    "shortcuts", "about", "mend_everything", "save_as", "open", "add_picture", "import", "merge_copy", "recover",
    "next_problem", "dismiss_problem", "find", "replace", "filter_problems",
)  # fmt: skip
"""Commands that show something by themselves."""
SWITCHES = (("show_marks", "show_marks"), ("show_french", "show_both"), ("focus_mode", "focus_mode"))
"""Commands that change the window, and what changes it back."""
PEOPLE = """\
name_en,name_fr,function_en,function_fr,country
Marie Keller,Marie Keller,Director of the Lake Office,directrice de l’Office du lac,CH
Aleksandar Vučić,Aleksandar Vučić,President of Serbia,président de la Serbie,RS
"""


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing to look at, and what brings it to the screen and takes it away."""

    name: str
    show: Callable[[], object]
    after: Callable[[], object] = lambda: None


def example() -> Communique:
    """Return the release that comes with the program."""
    path = resource("examples/lake-ferry.communique")
    return native.read(path.read_bytes(), path)


def put(doc: Communique, row: int, language: Language, before: str, new: str) -> Communique:
    """Return a release with the words after `before` written over."""
    (passage,) = doc.rows[row][language]
    start = passage.text.index(before) + len(before)
    side = (passage.splice(start, start + len(new), new),)
    return doc.having_row(doc.rows[row].having(language, side))


def with_faults(doc: Communique) -> Communique:
    """Return the example with a figure changed after confirmation, plain spaces in a quote, and a missing paragraph."""
    doc = put(doc, 3, EN, "is paying ", "64")
    doc = put(doc, 9, FR, "avait «", " ")
    return doc.having_row(doc.rows[10].having(FR, ()))


class Tour:
    """Goes through one window; `folder` holds what its stops need on disk."""

    def __init__(self, window: Window, folder: Path) -> None:
        self._window, self._folder = window, folder
        self._session = window._parts.session
        self._settings = window._parts.settings
        self._teller = window.teller
        self._colours = make_look(window._parts.settings.value.theme).palette

    def prepare(self) -> None:
        """Put on disk what only days at work would, and open the example with its faults."""
        people = self._folder / "people.csv"
        people.write_text(PEOPLE, encoding="utf-8")
        store = DirectoryStore(user_data())
        store.take_in(read_list(people).entries)
        store.close()
        self._document = self._folder / "lake-ferry.communique"
        self._document.write_bytes(native.write(with_faults(example())))
        self._theirs = self._folder / "lake-ferry (Marie).communique"
        self._theirs.write_bytes(native.write(self._changed_by_marie()))
        self._window.documents.open(self._document)

    def stops(self) -> Iterator[Stop]:
        """Yield the stops, each when the one before has been looked at."""
        yield Stop("window", lambda: None)
        yield from self._tabs()
        yield from self._menus()
        yield from self._words()
        for name in COMMANDS:
            yield Stop(name, self._window.actions_[name].trigger)
        for name, back in SWITCHES:
            yield Stop(name, self._window.actions_[name].trigger, self._window.actions_[back].trigger)
        self._window.searching.bar.end()
        yield from self._dialogs()
        yield from self._publications()
        yield Stop("new", lambda: self._window.documents.begin(empty_release(self._session.profile)))
        yield Stop("welcome", self._window.threshold.show)

    def _changed_by_marie(self) -> Communique:
        doc = put(with_faults(example()), 3, EN, "is paying ", "71")
        doc = put(doc, 1, FR, "", "Hier, ")
        return enter("reference", "2026-099", "UTC").apply(doc)

    def _tabs(self) -> Iterator[Stop]:
        """Go through the tabs of every panel; each is put back to its first."""
        for number, bar in enumerate(self._window.findChildren(QTabBar)):
            for index in range(1, bar.count()):
                yield Stop(f"tab-{number}-{index}", partial(bar.setCurrentIndex, index))
            bar.setCurrentIndex(0)

    def _menus(self) -> Iterator[Stop]:
        """Open the menus of the menu bar."""
        bar = self._window.menuBar()
        for number, action in enumerate(bar.actions(), start=1):
            menu = action.menu()
            if isinstance(menu, QMenu):
                corner = bar.mapToGlobal(bar.actionGeometry(action).bottomLeft())
                yield Stop(f"menu-{number}", partial(menu.exec, corner))

    def _words(self) -> Iterator[Stop]:
        """Ask what can be said about words selected in the text."""
        row = self._session.doc.rows[3]
        text = row.sides.en[0].text
        name = next(person.name.en for person in self._session.doc.participants)
        self._window.rows.go_to(row.address(EN, 0, 0, min(24, len(text))))
        for command in ("link", "footnote", "person", "comment"):
            yield Stop(command, self._window.actions_[command].trigger)
        quote = next(self._session.doc.stretches(MarkKind.QUOTE))
        self._window.rows.go_to(quote.row.address(quote.language, quote.passage, quote.mark.start, quote.mark.end))
        for command in ("attribute", "pair_quote"):
            yield Stop(command, self._window.actions_[command].trigger)
        person = self._session.doc.participants[0]
        yield Stop("rename", lambda: RenameDialog(self._window, self._session, person, (name,), self._teller).exec())

    def _dialogs(self) -> Iterator[Stop]:
        """Open the dialogs that need something to have happened."""
        owner, teller, doc = self._window, self._teller, self._session.doc
        yield Stop("import-filled", self._import)
        yield Stop("merge", self._merge)
        yield Stop(
            "recovery", lambda: RecoveryDialog(owner, teller, self._left(), self._session.profile, self._colours).exec()
        )
        versions = (with_faults(example()), put(doc, 3, EN, "is paying ", "66"), self._changed_by_marie())
        yield Stop(
            "conflict",
            lambda: ConflictDialog(owner, teller, self._document, versions, self._colours, is_saving=True).exec(),
        )
        yield Stop(
            "trouble", lambda: TroubleDialog(owner, teller, "Communiqué 1.0\nPython 3.11\nfind.py:120 _found").exec()
        )
        yield Stop("unsaved", lambda: ask_unsaved(owner, teller, self._document.name))
        held = say(
            "{who} has had it open on {host} since {since}.", who="Ada Lovell", host="harbour", since="2026-05-17 09:12"
        )
        yield Stop("entry", lambda: ask_admission(owner, teller, self._document, held))
        yield Stop("forget", lambda: ask_forget(owner, teller, self._document.name))
        yield Stop("save-first", lambda: ask_save_first(owner, teller))

    def _publications(self) -> Iterator[Stop]:
        """Show what stands in the way of a publication, what it will write, and a correction of it."""
        publish = self._window.actions_["publish"].trigger
        yield Stop("publish-hindered", publish)
        self._session.mark_saved(self._session.doc, self._document)
        self._window.documents.open(self._copy("clean.communique", example()))
        yield Stop("publish-ready", publish)

    def _copy(self, name: str, doc: Communique) -> Path:
        path = self._folder / name
        save_document(doc, path)
        return path

    def _import(self) -> None:
        reading = (read_manuscript, "*.txt")
        dialog = ImportDialog(self._window, self._session.profile, reading, self._teller)
        dialog.take_files([resource(f"examples/lake-ferry.{language.value}.txt") for language in Language])
        dialog.exec()

    def _merge(self) -> None:
        self._session.do(Edit(say("Type"), lambda doc: put(doc, 3, EN, "is paying ", "66")))
        dialog = MergeDialog(self._window, self._session, self._teller, self._colours)
        dialog.take("other", self._theirs)
        dialog.exec()

    def _left(self) -> list[Recovered]:
        """Return what a crash might have left: the document with a word more, and one that was never saved."""
        at = datetime(2026, 5, 17, 9, 12, tzinfo=UTC)
        documents = ((str(self._document), put(self._session.doc, 1, EN, "", "Yesterday, ")), ("", example()))
        return [
            Recovered(self._folder / "none", Origin(path, "", ""), present_process(), doc, at)
            for path, doc in documents
        ]
