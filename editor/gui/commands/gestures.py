"""Gestures: what the commands of the Row and Words menus do to the row and the words one is in."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from editor.edits import quotes, rows, writing
from editor.edits.edit import Edit
from editor.gui.session import Session
from editor.model.address import Address
from editor.model.language import Bilingual, Language
from editor.model.moments import now_in
from editor.model.passage import MarkKind
from editor.model.rows import PairState, Row, RowKind


class Texts(Protocol):
    """What the gestures ask of the two pages."""

    def caret(self) -> Address | None:
        """Return where the caret stands (start and end alike), or None where no page has it."""

    def selected(self) -> tuple[Address, ...]:
        """Return the stretches selected, one a passage; the word at the caret where nothing is."""

    def has_selection(self) -> bool:
        """Whether words are selected."""


class Gestures:
    """Turns commands into edits of the session. `signer` answers the name that signs confirmations, or None."""

    def __init__(self, session: Session, texts: Texts, signer: Callable[[], str | None]) -> None:
        self._session = session
        self._texts = texts
        self._signer = signer

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "confirm": self.confirm,
            "unconfirm": lambda: self._on_row(lambda row: rows.unconfirm(row.id)),
            "one_language": lambda: self._on_row(lambda row: rows.leave_one_sided(row.id, not row.on_purpose)),
            "next_row": self.go_to_next_row,
            "split_row": self.split,
            "join_rows": lambda: self._on_row(lambda row: rows.join(row.id)),
            "move_up": lambda: self._on_row(lambda row: rows.move(row.id, -1)),
            "move_down": lambda: self._on_row(lambda row: rows.move(row.id, 1)),
            "move_across": self.move_across,
            "unpair": lambda: self._on_row(lambda row: rows.unpair(row.id)),
            "bold": lambda: self._mark(MarkKind.BOLD),
            "italic": lambda: self._mark(MarkKind.ITALIC),
            "quote": self.mark_quote,
        }

    def confirm(self) -> None:
        """Confirm the row at the caret, and go to the next one that needs work, as translators are used to."""
        row = self._row()
        if row is None:
            return
        if self.confirm_row(row.id):
            self.go_to_next_row()

    def confirm_row(self, row_id: str) -> bool:
        """Confirm one row, wherever the caret is; answers whether somebody signed it."""
        name = self._signer()
        if name is None:
            return False
        self._session.do(rows.confirm((row_id,), name, now_in(self._session.profile.zone)))
        return True

    def go_to_next_row(self) -> None:
        """Put the caret into the next row that is not confirmed: on the side in need, else the same one."""
        caret = self._caret()
        doc = self._session.doc
        here = doc.row_index(caret.id) if caret is not None else -1
        side = caret.language if caret is not None and caret.language is not None else Language.FR
        for row in (*doc.rows[here + 1 :], *doc.rows[: here + 1]):
            if row.state in (PairState.UNTRANSLATED, PairState.DRAFT, PairState.STALE):
                self._session.jump(row.address(_side_in_need(row, side), 0, 0, 0))
                return

    def split(self) -> None:
        """Split the row at the caret; the other side is cut at the sentence that answers to what follows."""
        # The aligner brings numpy.
        from editor.text.cutting import counterpart

        caret, row = self._caret(), self._row()
        if caret is None or row is None or caret.language is None:
            return
        mine = (caret.passage or 0, caret.start or 0)
        theirs = counterpart(row, caret.language, mine)
        cut = Bilingual(theirs, theirs).having(caret.language, mine)
        self._session.do(rows.split_sentences(row.id, cut), caret)

    def move_across(self) -> None:
        """Move the caret's side of the row to the other language."""
        caret, row = self._caret(), self._row()
        if caret is not None and row is not None and caret.language is not None:
            self._session.do(rows.move_across(row.id, caret.language), caret)

    def set_kind(self, kind: RowKind, level: int = 0) -> None:
        """Say what the row at the caret is."""
        self._on_row(lambda row: rows.set_kind(row.id, kind, level))

    def mark_quote(self) -> None:
        """Mark the words selected as a quote: with the one of their row that lacks them, where there is one.

        Where they hold some of the words of one quote, and of no other, that quote spans what is selected.
        """
        places, doc = self._texts.selected(), self._session.doc
        spanned = quotes.respanned(doc, places) if self._texts.has_selection() else ""
        if spanned:
            self._session.do(quotes.respan(places[0], spanned), self._caret())
        else:
            self._mark(MarkKind.QUOTE, quotes.counterpart(doc, places))

    def _mark(self, kind: MarkKind, target: str = "") -> None:
        places = self._texts.selected()
        if places:
            edit = writing.toggle(self._session.doc, places, kind, target)
            self._session.do(replace(edit, caret=None), self._caret())

    def _on_row(self, make: Callable[[Row], Edit]) -> None:
        row = self._row()
        if row is not None:
            self._session.do(make(row), self._caret())

    def _caret(self) -> Address | None:
        self._session.flush()
        caret = self._texts.caret()
        return caret if caret is not None and self._session.doc.row(caret.id) is not None else None

    def _row(self) -> Row | None:
        caret = self._caret()
        return self._session.doc.row(caret.id) if caret is not None else None


def _side_in_need(row: Row, usual: Language) -> Language:
    """Return the side that lacks text, or that did not follow the other; `usual` where it is neither or both."""
    if not row.has_text(Language.EN):
        return Language.EN
    if not row.has_text(Language.FR):
        return Language.FR
    changed = row.changed_sides
    return changed[0].other if len(changed) == 1 else usual
