"""Directory dialog: the people, organisations and approved texts of the office, searched, written, taken in and out."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.edits.edit import Edit
from editor.edits.people import make_card
from editor.edits.rows import add_texts
from editor.errors import CommuniqueError
from editor.formats.files import replacing
from editor.formats.lists import read_list, write_list
from editor.gui.dialogs.files import ask_file, ask_target
from editor.gui.fields.card import EmptyPanel
from editor.gui.fields.entry import EntryForm, new_entry
from editor.gui.fields.line import Hint, LineField
from editor.gui.teller import Teller
from editor.library.directory import DirectoryStore
from editor.model.directory import Block, Entry, Organisation
from editor.model.people import Participant
from editor.text.letters import folded
from editor.words import Sentence, say, say_count

_LIST_WIDTH = 280
_NEW: tuple[tuple[Sentence, type[Entry]], ...] = (
    (say("New person"), Participant),
    (say("New organisation"), Organisation),
    (say("New text"), Block),
)


class DirectoryDialog(QDialog):
    """What the office knows. Everything written here is kept at once; `do` does an Edit in the open release."""

    def __init__(self, parent: QWidget, store: DirectoryStore, do: Callable[[Edit], object], teller: Teller) -> None:
        super().__init__(parent)
        self._store = store
        self._do = do
        self._teller = teller
        self._entries: list[Entry] = []
        self._removed: Entry | None = None
        self._form: EntryForm | None = None
        self.setWindowTitle(teller(say("Directory")))
        self.resize(860, 560)
        self.search = LineField(teller(say("Search")))
        self.search.setPlaceholderText(teller(say("Search names, functions, texts")))
        self.search.setClearButtonEnabled(True)
        self.search.entered.connect(lambda _text: self._show())
        self.list = QListWidget()
        self.list.setAccessibleName(teller(say("Entries")))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._open)
        self._stack = QStackedWidget()
        self._empty = EmptyPanel()
        self._empty.setText(
            teller(
                say("People, organisations and approved texts kept from release to release. Add one, or import a list.")
            )
        )
        self._stack.addWidget(self._empty)
        self.told = Hint()
        self._place()
        self._show()

    def reject(self) -> None:
        """Close; what is being written is kept."""
        self._commit()
        super().reject()

    def _place(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        right = QVBoxLayout()
        right.addWidget(self._stack, 1)
        right.addWidget(self.told)
        right.addLayout(self._entry_buttons())
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(both, 1)
        column.addLayout(self._buttons())

    def _entry_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._use = self._button("", self._use_entry)
        self._remove = self._button(self._teller(say("Remove")), self._remove_entry)
        self._back = self._button(self._teller(say("Put back")), self._put_back)
        for button in (self._use, self._remove, self._back):
            button.setProperty("flat", True)
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        for title, kind in _NEW:
            line.addWidget(self._button(self._teller(title), partial(self._add, kind)))
        line.addStretch(1)
        line.addWidget(self._button(self._teller(say("Import a list…")), self._import))
        self._export_button = self._button(self._teller(say("Export…")), self._export)
        line.addWidget(self._export_button)
        close = self._button(self._teller(say("Close")), self.reject)
        line.addWidget(close)
        return line

    def _button(self, title: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(title)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _show(self, chosen: str = "") -> None:
        """Show the entries that hold every word looked for, people first, and open one of them."""
        entries = self._store.read().entries
        wanted = folded(self.search.text()).split()
        found = [each for each in entries if all(word in _searched(each) for word in wanted)]
        order = {Participant: 0, Organisation: 1, Block: 2}
        self._entries = sorted(found, key=lambda each: (order[type(each)], folded(_title(each))))
        self.list.blockSignals(True)
        self.list.clear()
        for entry in self._entries:
            item = QListWidgetItem(_title(entry))
            item.setToolTip(_note(entry))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._export_button.setEnabled(bool(entries))
        row = next((row for row, each in enumerate(self._entries) if each.id == chosen), 0)
        if self._entries:
            self.list.setCurrentRow(row)
        else:
            self._open(-1)

    def _open(self, row: int) -> None:
        """Show the form of an entry."""
        self._commit()
        self._close_form()
        is_open = 0 <= row < len(self._entries)
        for button in (self._use, self._remove):
            button.setVisible(is_open)
        self._back.setVisible(self._removed is not None)
        if not is_open:
            return
        entry = self._entries[row]
        self._use.setText(
            self._teller(
                say("Add to the release") if isinstance(entry, Participant) else say("Insert into the release")
            )
        )
        self._use.setVisible(not isinstance(entry, Organisation))
        self._show_form(EntryForm(entry, self._teller))

    def _show_form(self, form: EntryForm) -> None:
        self._form = form
        form.entered.connect(self._keep)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)

    def _commit(self) -> None:
        if self._form is not None:
            self._form.commit()

    def _add(self, kind: type[Entry]) -> None:
        """Begin an entry; it is kept as soon as it has a name."""
        self._commit()
        self.list.setCurrentRow(-1)
        self._open(-1)
        form = EntryForm(new_entry(kind), self._teller)
        self._show_form(form)
        form.focus_first()

    def _keep(self, entry: Entry) -> None:
        def keep() -> None:
            kept = self._store.keep(entry)
            row = next((row for row, each in enumerate(self._entries) if each.id == kept.id), -1)
            if row >= 0:
                self._entries[row] = kept
                self.list.item(row).setText(_title(kept))
            else:
                # A new one: its form knows no id yet.
                self._close_form()
                self.search.show_value("")
                self._show(kept.id)

        self._trying(keep)

    def _use_entry(self) -> None:
        self._commit()
        entry = self._entries[self.list.currentRow()]
        if isinstance(entry, Participant):
            self._do(make_card(None, replace(entry, id="")))
            self._tell(say("{name} is a participant of the release now.", name=_title(entry)))
        elif isinstance(entry, Block):
            self._do(add_texts(entry.kind.row, entry.text))
            self._tell(say("“{name}” stands at the end of the release now.", name=_title(entry)))

    def _remove_entry(self) -> None:
        entry = self._entries[self.list.currentRow()]
        self._close_form()

        def remove() -> None:
            self._store.remove(entry.id)
            self._removed = entry
            self._show()
            self._tell(say("“{name}” is no longer in the directory.", name=_title(entry)))

        self._trying(remove)

    def _close_form(self) -> None:
        if self._form is not None:
            self._stack.removeWidget(self._form)
            self._form.deleteLater()
            self._form = None

    def _put_back(self) -> None:
        entry, self._removed = self._removed, None
        if entry is not None:
            self._trying(lambda: self._show(self._store.keep(entry).id))

    def _import(self) -> None:
        """Take in a list, all of it or nothing."""
        kinds = f"{self._teller(say('Lists'))} (*.csv *.tsv *.txt);;{self._teller(say('All files'))} (*)"
        path = ask_file(self, self._teller(say("Import a list")), "", kinds)
        if path is None:
            return
        self._commit()

        def take_in() -> None:
            added, changed = self._store.take_in(read_list(path).entries)
            self._show()
            more = say_count("{count} entry added", "{count} entries added", added)
            anew = say_count("{count} changed", "{count} changed", changed)
            self._tell(say("{added}, {changed}.", added=more, changed=anew))

        self._trying(take_in)

    def _export(self) -> None:
        self._commit()
        kinds = f"{self._teller(say('Lists'))} (*.csv)"
        chosen = ask_target(self, self._teller(say("Export the directory")), "directory.csv", kinds)
        if chosen is None:
            return
        path = chosen if chosen.suffix else chosen.with_suffix(".csv")

        def write() -> None:
            with replacing(path) as sheet:
                sheet.write(write_list(self._store.read()))
            self._tell(say("The directory is written to {file}.", file=path.name))

        self._trying(write)

    def _trying(self, do: Callable[[], None]) -> None:
        """Do something that may fail on the disk or in a list, and tell why it did."""
        try:
            do()
        except CommuniqueError as error:
            self._tell(error.sentence)

    def _tell(self, sentence: Sentence) -> None:
        self.told.tell(self._teller(sentence))


def _title(entry: Entry) -> str:
    own = entry.name.en or entry.name.fr
    if isinstance(entry, Organisation):
        short = " / ".join(dict.fromkeys(filter(None, entry.acronym)))
        return f"{own} ({short})" if own and short else own or short
    return own


def _note(entry: Entry) -> str:
    if isinstance(entry, Participant):
        return ", ".join(filter(None, (entry.function.en or entry.function.fr, entry.organisation.en)))
    return entry.text.en if isinstance(entry, Block) else entry.name.fr


def _searched(entry: Entry) -> str:
    """Return everything an entry says, for looking through without accents and capitals."""
    parts = [*entry.name]
    if isinstance(entry, Participant):
        parts += [text for function in entry.functions for text in function]
        parts += [*entry.organisation, *entry.aliases, entry.country]
    elif isinstance(entry, Organisation):
        parts += entry.acronym
    else:
        parts += entry.text
    return folded(" ".join(parts))
