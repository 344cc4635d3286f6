"""Translating: what a window offers of earlier translations: proposals, words looked up, and whole rows at once."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.background.remembering import Memory, Remembering
from editor.gui.panes.awaited import Awaited
from editor.gui.panes.bottom import BottomPanel
from editor.gui.panes.rows import RowsPane
from editor.gui.parts import Parts
from editor.gui.style import Look
from editor.words import say

if TYPE_CHECKING:
    from editor.gui.panes.memory import MemoryPane
    from editor.model.language import Language
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
        self._tab = bottom.add(self._place, say("Memory"), Awaited(lambda: self.pane.field))

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

    def _preview(self, found: "tuple[tuple[Row, Language, str], ...]") -> None:
        from editor.edits.proposing import write_sides
        from editor.gui.dialogs.preview import PreviewDialog

        doc = self._parts.session.doc
        changes = tuple((row.address(language), "", text) for row, language, text in found if doc.row(row.id) is row)
        if not changes:
            self.told.emit(say("The memory knows no row word for word whose other side is empty."))
            return
        title = say("Translate from the memory")
        dialog = PreviewDialog(self._owner, self._parts.teller, title, doc, changes)
        if dialog.exec():
            chosen = [
                (where.id, where.language, text) for where, _, text in dialog.chosen if where.language is not None
            ]
            self._parts.session.do(write_sides(chosen), self._rows.caret())

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
        self._rows.caret_moved.connect(pane.follow)
        self._arrange(pane)
        return pane

    def _tell_count(self, count: int) -> None:
        if self._bottom is not None:
            self._bottom.tell_count(self._tab, count)

    def _arrange(self, pane: "MemoryPane") -> None:
        pane.set_french_first(self._parts.settings.value.french_first)
