"""Pairing: the commands that repair which passages of the two languages stand in one row."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from editor.edits import pairing, rows
from editor.edits.edit import Edit
from editor.errors import Unfit
from editor.gui.background.reckoning import Reckoning
from editor.gui.commands.gestures import Texts
from editor.gui.session import Session
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import Passage
from editor.model.rows import PairState, Row
from editor.words import say


class Pairing(QObject):
    """Turns the commands into edits of the session. What cannot be done, or is done, is told in a Sentence."""

    told = Signal(object)

    def __init__(self, session: Session, texts: Texts, reckoning: Reckoning, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._texts = texts
        self._reckoning = reckoning

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "side_up": lambda: self._move(down=False),
            "side_down": lambda: self._move(down=True),
            "exchange": self.exchange,
            "align_again": self.align_again,
            "next_doubtful": self.go_to_next_doubtful,
            "restore": self.restore,
        }

    def exchange(self) -> None:
        """Exchange the caret's side of the row with that of the row below."""
        place = self._place()
        if place is not None:
            row, language, _ = place
            self._do(pairing.exchange(row.id, language), language, row[language][:1])

    def align_again(self) -> None:
        """Pair anew all rows that nobody has settled."""
        self.told.emit(say("The rows are being aligned…"))
        self._reckoning.ask(_aligned_again, self._take_alignment)

    def _take_alignment(self, doc: Communique, edit: Edit) -> None:
        caret = self._texts.caret()
        after = edit.apply(doc)
        if after == doc:
            self.told.emit(say("The rows are aligned as well as they can be."))
            return
        held = _held(doc, caret)
        edit = replace(edit, caret=_found(after, caret, held) if caret is not None else None)
        self._session.do(edit, caret)
        left = sum(row.is_doubtful for row in self._session.doc.rows)
        self.told.emit(say("Aligned again. Doubtful pairs: {count}.", count=left))

    def go_to_next_doubtful(self) -> None:
        """Put the caret into the next row whose sides may not belong together, or that lost its counterpart."""
        self._session.flush()
        caret, doc = self._texts.caret(), self._session.doc
        was_aligned = any(row.certainty is not None for row in doc.rows)
        here = next((index for index, row in enumerate(doc.rows) if caret is not None and row.id == caret.id), -1)
        for row in (*doc.rows[here + 1 :], *doc.rows[: here + 1]):
            is_lonely = was_aligned and row.state is PairState.UNTRANSLATED and any(row.sides)
            if row.is_doubtful or is_lonely:
                language = Language.FR if row.has_text(Language.FR) else Language.EN
                self._session.jump(row.address(language, 0, 0, 0))
                return
        self.told.emit(say("No doubtful pair is left."))

    def restore(self) -> None:
        """Give the side that changed since the confirmation its confirmed wording again."""
        place = self._place()
        if place is None:
            return
        row, language, _ = place
        changed = row.changed_sides
        if not changed:
            self.told.emit(say("Nothing changed here since a confirmation."))
            return
        self._do(rows.restore(row.id, language if language in changed else changed[0]), language, ())

    def _move(self, *, down: bool) -> None:
        place = self._place()
        if place is None:
            return
        row, language, passage = place
        side = row[language]
        if not side:
            self.told.emit(say("This side is empty."))
            return
        # Downwards the passages from the caret's on go, upwards those up to it.
        held = side[passage : passage + 1]
        self._do(pairing.move_side(row.id, language, passage, down=down), language, held)

    def _do(self, edit: Edit, language: Language, held: tuple[Passage, ...]) -> None:
        """Do an edit, the caret going along with a passage."""
        caret = self._texts.caret()
        try:
            after = edit.apply(self._session.doc)
            if caret is not None:
                edit = replace(edit, caret=_found(after, replace(caret, language=language), held))
            self._session.do(edit, caret)
        except Unfit as trouble:
            self.told.emit(trouble.sentence)

    def _place(self) -> tuple[Row, Language, int] | None:
        """Return the row, language and passage the caret is in."""
        self._session.flush()
        caret = self._texts.caret()
        row = self._session.doc.row(caret.id) if caret is not None else None
        if caret is None or row is None or caret.language is None:
            return None
        return row, caret.language, caret.passage or 0


def _aligned_again(doc: Communique) -> Edit:
    # The aligner brings numpy.
    from editor.formats.arrival.realigning import align_again

    return align_again(doc)


def _held(doc: Communique, caret: Address | None) -> tuple[Passage, ...]:
    """Return the passage the caret is in."""
    row = doc.row(caret.id) if caret is not None else None
    if caret is None or row is None or caret.language is None:
        return ()
    return row[caret.language][caret.passage or 0 :][:1]


def _found(doc: Communique, caret: Address, held: tuple[Passage, ...]) -> Address | None:
    """Return where the caret is once the passage that held it has moved; where there was none, where its row is."""
    for address, passage in _passages(doc, caret.language or Language.EN):
        if any(passage is each for each in held):
            return replace(address, start=caret.start, end=caret.start)
    return replace(caret, passage=0, start=0, end=0) if doc.row(caret.id) is not None else None


def _passages(doc: Communique, language: Language) -> Iterator[tuple[Address, Passage]]:
    for row in doc.rows:
        for index, passage in enumerate(row[language]):
            yield row.address(language, index), passage
