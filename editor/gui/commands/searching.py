"""Searching: the commands that find and replace, and the bar below the texts, which is built when first wanted."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.gui.panes.rows import RowsPane
from editor.gui.parts import Parts
from editor.words import say

if TYPE_CHECKING:
    from editor.edits.replacing import Change
    from editor.gui.find import FindBar

_DONE_BY_THE_BAR = ("find", "replace", "find_next", "find_previous", "find_other")


class Searching(QObject):
    """Finds and replaces in the texts of one window; `column` holds them, and then the bar below them."""

    def __init__(self, owner: QWidget, parts: Parts, rows: RowsPane, column: QVBoxLayout) -> None:
        super().__init__(owner)
        self._owner, self._parts, self._rows, self._column = owner, parts, rows, column

    @cached_property
    def bar(self) -> "FindBar":
        """The bar, closed at first."""
        from editor.gui.find import FindBar, Texts

        rows = self._rows
        bar = FindBar(self._parts.session, self._parts.teller, Texts(rows.selected_text, rows.selected, rows.light))
        bar.closed.connect(rows.focus_text)
        bar.preview_wished.connect(self._preview)
        self._column.addWidget(bar)
        return bar

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {name: partial(self._do, name) for name in _DONE_BY_THE_BAR}

    def _do(self, name: str) -> None:
        self.bar.table()[name]()

    def _preview(self, changes: "tuple[Change, ...]") -> None:
        from editor.gui.dialogs.preview import PreviewDialog

        dialog = PreviewDialog(self._owner, self._parts.teller, say("Replace all"), self._parts.session.doc, changes)
        if dialog.exec():
            self.bar.replace_all(dialog.chosen)
