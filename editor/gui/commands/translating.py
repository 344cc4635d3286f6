"""Translating: what a window offers of earlier translations: proposals, words looked up, and whole rows at once."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.errors import CommuniqueError
from editor.gui.background.remembering import Memory, Remembering
from editor.gui.panes.awaited import Awaited
from editor.gui.panes.bottom import BottomPanel
from editor.gui.panes.rows import RowsPane
from editor.gui.parts import Parts
from editor.gui.style import Look
from editor.words import Sentence, say

if TYPE_CHECKING:
    from editor.gui.panes.memory import MemoryPane
    from editor.model.language import Bilingual, Language
    from editor.model.memory import Pair
    from editor.model.rows import Row


class Translating(QObject):
    """The memory pane of one window and its commands. What came of them is told in a Sentence."""

    told = Signal(object)

    def __init__(self, owner: QWidget, parts: Parts, rows: RowsPane, remembering: Remembering, look: Look) -> None:
        super().__init__(owner)
        self._owner, self._parts, self._rows, self._remembering = owner, parts, rows, remembering
        self._look = look
        self._bottom: BottomPanel | None = None
        self._tab = 0
        self._place = Awaited(self._make)
        parts.settings.changed.connect(lambda _now: self._place.if_made(self._arrange))

    @property
    def pane(self) -> "MemoryPane":
        """The proposals."""
        return self._place.pane

    def place(self, bottom: BottomPanel) -> None:
        """Put the pane under a tab below the texts."""
        self._bottom = bottom
        self._tab = bottom.add(self._place, say("Memory"), Awaited(lambda: self.pane.field), is_tall=True)

    def set_look(self, look: Look) -> None:
        """Take over colours and fonts."""
        self._look = look
        self._place.if_made(lambda pane: pane.set_look(look))

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "memory": self.show,
            "insert_match": self.insert,
            "next_match": self.choose_next,
            "concordance": self.seek,
            "translate_exact": self.translate_exact,
            "memory_import": self.import_file,
            "memory_export": self.export_all,
            "pairs_export": self.export_pairs,
        }

    def show(self) -> None:
        """Bring the pane to the front."""
        if self._bottom is not None:
            self._bottom.show_pane(self.pane)

    def insert(self) -> None:
        """Write the proposal chosen into the text; where the pane is not seen, show it first."""
        if self._place.isVisible():
            self.pane.insert_chosen()
        else:
            self.show()

    def choose_next(self) -> None:
        """Choose the next proposal."""
        if self._place.isVisible():
            self.pane.choose_next()
        else:
            self.show()

    def seek(self) -> None:
        """Look up how the words selected, or the word at the caret, were translated before."""
        self._parts.session.flush()
        self.show()
        self.pane.seek(self._words())

    def translate_exact(self) -> None:
        """Look for rows that the memory knows word for word, and offer to write their empty sides."""
        self._parts.session.flush()
        doc = self._parts.session.doc

        def work(memory: Memory) -> "tuple[tuple[Row, Language, str], ...]":
            from editor.library.proposals import exact_translations

            return exact_translations(memory.translations, doc)

        self._remembering.ask(work, self._preview)

    def import_file(self) -> None:
        """Ask for a TMX file, and take its pairs into the memory: all of them, or none where it is broken."""
        from editor.gui.dialogs.files import ask_file

        title = self._parts.teller(say("Import a translation memory"))
        path = ask_file(self._owner, title, self._folder(), "TMX (*.tmx)")
        if path is not None:
            self.told.emit(say("{file} is being read…", file=path.name))
            self._remembering.ask(partial(_imported, path), self._tell)

    def export_all(self) -> None:
        """Ask for a name, and write the whole memory as a TMX file."""
        path = self._ask_target(self._parts.teller(say("translation memory")))
        if path is not None:
            self._remembering.ask(partial(_exported, path, self._parts.session.profile.variants), self._tell)

    def export_pairs(self) -> None:
        """Ask for a name, and write the confirmed pairs of this release as a TMX file."""
        from editor.formats.table import save_document

        self._parts.session.flush()
        doc = self._parts.session.doc
        path = self._ask_target(doc.release.reference.replace("/", "-") or self._parts.teller(say("Release")))
        if path is None:
            return
        try:
            save_document(doc, path)
        except CommuniqueError as trouble:
            self._tell(trouble)
        else:
            self._tell(say("Written: {file}", file=path.name))

    def forget(self) -> None:
        """Forget all that the memory holds, once somebody has said so."""
        from editor.gui.dialogs.frame import ask

        question = say("Every pair of the translation memory goes for good, those of imported files too.")
        if ask(self._owner, self._parts.teller, question, (say("Forget everything"), say("Keep it")), usual=1) == 0:
            self._remembering.ask(_forgotten, self._tell)

    def _tell(self, told: "Sentence | CommuniqueError | None") -> None:
        """Say what came of it, if anything did: trouble so that nobody can overlook it."""
        from editor.gui.dialogs.questions import tell_trouble

        if isinstance(told, CommuniqueError):
            tell_trouble(self._owner, self._parts.teller, told.sentence)
        elif told is not None:
            self.told.emit(told)
        self._place.if_made(lambda pane: pane.look_again())

    def _ask_target(self, name: str) -> Path | None:
        from editor.gui.dialogs.questions import ask_export

        return ask_export(self._owner, self._parts.teller, f"{self._folder()}/{name}.tmx", (".tmx",))

    def _folder(self) -> str:
        path = self._parts.session.path
        return str(path.parent if path else Path.home())

    def _preview(self, found: "tuple[tuple[Row, Language, str], ...]") -> None:
        from editor.edits.proposing import write_sides
        from editor.gui.dialogs.preview import PreviewDialog
        from editor.text.carrying import translated

        doc = self._parts.session.doc
        changes = tuple((row.address(language), "", text) for row, language, text in found if doc.row(row.id) is row)
        if not changes:
            self.told.emit(say("The memory knows no row word for word whose other side is empty."))
            return
        title = say("Translate from the memory")
        dialog = PreviewDialog(self._owner, self._parts.teller, title, doc, changes)
        if dialog.exec():
            sides = {row.id: (row, language, text) for row, language, text in found}
            chosen = [sides[where.id] for where, _, _ in dialog.chosen]
            written = [(row.id, language, translated(doc, row, language, text)) for row, language, text in chosen]
            self._parts.session.do(write_sides(written), self._rows.caret())

    def _words(self) -> str:
        """Return the words selected, or the word at the caret."""
        selected = self._rows.selected_text()
        if selected:
            return selected
        places = self._rows.selected()
        row = self._parts.session.doc.row(places[0].id) if places else None
        if row is None or places[0].language is None:
            return ""
        return row[places[0].language][places[0].passage or 0].text[places[0].start : places[0].end]

    def _make(self) -> "MemoryPane":
        from editor.gui.panes.memory import MemoryPane

        pane = MemoryPane(self._parts.session, self._remembering, self._rows.caret, self._parts.teller, self._look)
        pane.told.connect(self.told)
        pane.left.connect(self._rows.focus_text)
        pane.counted.connect(self._tell_count)
        pane.waits.connect(self._follow_waiting)
        self._rows.caret_moved.connect(pane.follow)
        self._arrange(pane)
        return pane

    def _follow_waiting(self, waits: bool) -> None:
        """Let the checks stand back while somebody waits for the memory: the first run after a start takes long."""
        if waits:
            self._parts.checking.stand_back()
        else:
            self._parts.checking.go_on()

    def _tell_count(self, count: int) -> None:
        if self._bottom is not None:
            self._bottom.tell_count(self._tab, count)

    def _arrange(self, pane: "MemoryPane") -> None:
        pane.set_french_first(self._parts.settings.value.french_first)


class _GivenUpError(Exception):
    """The window was closed meanwhile: nothing of a file is to be taken in."""


def _imported(path: Path, memory: Memory) -> "Sentence | CommuniqueError | None":
    from editor.formats.tmx import TmxFile, said_left_out
    from editor.library.memory import said_added

    file = TmxFile(path)

    def pairs() -> "Iterator[Pair]":
        for pair in file:
            if memory.has_stopped:
                raise _GivenUpError
            yield pair

    try:
        added = said_added(memory.translations.take_pairs(pairs(), path))
    except CommuniqueError as trouble:
        return trouble
    except _GivenUpError:
        return None
    return say("{added} {left_out}", added=added, left_out=said_left_out(file.left_out)) if file.left_out else added


def _exported(path: Path, variants: "Bilingual[str]", memory: Memory) -> "Sentence | CommuniqueError":
    from editor.formats.files import replacing
    from editor.formats.tmx import write_tmx

    try:
        with replacing(path) as sheet:
            write_tmx(memory.translations.pairs(), sheet, datetime.now(UTC), variants)
    except CommuniqueError as trouble:
        return trouble
    return say("Written: {file}", file=path.name)


def _forgotten(memory: Memory) -> Sentence:
    memory.translations.forget(memory.versions)
    return say("The translation memory is empty.")
