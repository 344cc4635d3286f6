"""Wayfinding: brings a place into view, in the texts or among the fields, and follows the caret with the cards."""

from PySide6.QtCore import QObject

from editor.gui.details import DetailsPane
from editor.gui.panes.rows import RowsPane
from editor.gui.session import Session
from editor.model.address import Address, Part
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.rows import RowKind

_HEADLINE = "headline."


class Wayfinding(QObject):
    """Goes where the session wishes the caret, and shows the card of whom or what the caret stands in."""

    def __init__(self, session: Session, rows: RowsPane, details: DetailsPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = rows
        self._details = details
        session.caret_wished.connect(self.go)
        rows.caret_moved.connect(self.follow)

    def go(self, where: Address) -> None:
        """Show a place: the rows show their own; a field is brought into view with its tab."""
        if where.part is Part.ROW:
            self._rows.go_to(where)
        elif where.field.startswith(_HEADLINE):
            self._go_to_headline(Language(where.field.removeprefix(_HEADLINE)))
        else:
            self._details.go_to(where)

    def follow(self, where: Address) -> None:
        """Bring the card of the quote or person at the caret into view, without taking the caret away.

        Where the caret stands in none, no card is the one at the caret.
        """
        row = self._session.doc.row(where.id)
        if row is None or where.language is None or where.passage is None or where.start is None:
            return
        side = row[where.language]
        marks = side[where.passage].marks if where.passage < len(side) else ()
        here = {mark.kind: mark.target for mark in marks if mark.start <= where.start <= mark.end}
        self._details.show_cards(here.get(MarkKind.QUOTE, ""), here.get(MarkKind.PERSON, ""))

    def _go_to_headline(self, language: Language) -> None:
        row = next((row for row in self._session.doc.rows if row.kind is RowKind.HEADLINE), None)
        if row is not None:
            self._rows.go_to(row.address(language, 0, 0, 0))
