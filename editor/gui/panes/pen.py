"""Pen: makes edits of what was done on the pages, and does them: runs of typing, pasted marks, places of the caret."""

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.edits import writing
from editor.edits.edit import Edit, all_of
from editor.edits.flow import Splice, flow
from editor.edits.habits import begun
from editor.gui.session import Session
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.passage import Mark, MarkKind, Passage
from editor.words import say

if TYPE_CHECKING:
    from editor.text.typography import Rewriting


class Pen:
    """Remembers where the caret stood, and which run of typing the next key may go on with."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._caret: Address | None = None
        self._run = ("", 0)
        self._run_end: Address | None = None
        self._automatic: Communique | None = None

    def lift(self, caret: Address | None = None) -> None:
        """Note that the caret was moved, by a person or by us: the next key begins a run of its own."""
        self._caret, self._run_end = caret, None

    def write(self, splices: tuple[Splice, ...], *, typed: bool = True) -> tuple[bool, Address | None]:
        """Do one thing, the last splice in the text first. What was not typed is no run of typing.

        Answers whether the value changed, and where the caret has to be put (None: it stands there already).
        Raises Unfit where a place is no longer in the text.
        """
        splices = tuple(self._with_known_marks(splice) for splice in splices)
        before = self._caret or splices[-1].end
        edit = self._edit(splices, typed=typed)
        if edit.run:
            self._caret = self._run_end = edit.caret
        done = self._session.do(edit, before)
        return done, None if edit.run else edit.caret

    def follow(self, splice: Splice) -> Address | None:
        """Do what habit or typography makes of the character just typed, as a step of its own.

        Answers where the caret has to be put, or None where nothing is to be done: the splice typed no single
        character, or it stands in a link.
        """
        return self._begin(splice) or self._typeset(splice)

    def end(self, place: Address) -> Address | None:
        """Do what typography makes of the end of a paragraph; answers where the caret has to be put, or None."""
        from editor.text.composing import completed

        row, language, house = self._session.doc.row(place.id), place.language, self._session.profile
        if row is None or language is None or (place.passage or 0) >= len(row[language]):
            return None
        passage, caret = row[language][place.passage or 0], place.start or 0
        if any(mark.start < caret <= mark.end for mark in passage.stretches(MarkKind.LINK)):
            return None
        change = completed(passage.text, caret, language, house.spacing, house.style)
        return self._rewrite(place, change, caret) if change is not None else None

    def take_back(self) -> bool:
        """Take back what was made of the last key, where nothing has been done since; answers whether it was."""
        if self._automatic is None or self._automatic is not self._session.doc:
            return False
        self._automatic = None
        self._session.undo()
        return True

    def _begin(self, splice: Splice) -> Address | None:
        if not _types_one_character(splice) or splice.pieces[0].text != " ":
            return None
        place = replace(splice.start, start=(splice.start.start or 0) + 1, end=(splice.start.start or 0) + 1)
        edit = begun(self._session.doc, place)
        return None if edit is None else self._make(edit, place)

    def _make(self, edit: Edit, typed: Address) -> Address | None:
        if not self._session.do(edit, typed):
            return None
        self._automatic = self._session.doc
        self.lift(edit.caret)
        return edit.caret

    def _typeset(self, splice: Splice) -> Address | None:
        from editor.text.composing import composed

        place = splice.start
        row = self._session.doc.row(place.id)
        if row is None or not _types_one_character(splice) or (place.passage or 0) >= len(row[splice.language]):
            return None
        passage, caret = row[splice.language][place.passage or 0], (place.start or 0) + 1
        if any(mark.start < caret <= mark.end for mark in passage.stretches(MarkKind.LINK)):
            return None
        house = self._session.profile
        change = composed(passage.text, caret, splice.language, house.spacing, house.style)
        return self._rewrite(place, change, caret) if change is not None else None

    def _rewrite(self, place: Address, change: "Rewriting", caret: int) -> Address | None:
        written = replace(place, start=change.start, end=change.end)
        after = replace(place, start=change.start + len(change.text), end=change.start + len(change.text))
        edit = replace(writing.replace(written, change.text), label=say("Typography"), caret=after)
        return self._make(edit, replace(place, start=caret, end=caret))

    def _edit(self, splices: tuple[Splice, ...], *, typed: bool) -> Edit:
        edits = [writing.splice_in(one) for one in splices]
        first, edit = splices[0], edits[0]
        if typed and len(splices) == 1 and edit.run:
            return replace(edit, run=self._run_name(edit, first))
        doc, caret = self._session.doc, None
        for splice in splices:
            doc, landed = flow(doc, splice)
            if caret is None or any(piece.text for piece in splice.pieces):
                caret = landed
        if len(splices) > 1:
            edit = all_of(edit.label, edits)
        return replace(edit, run="", caret=caret)

    def _run_name(self, edit: Edit, splice: Splice) -> str:
        """Name the run an edit belongs to: another one where the caret was moved in between."""
        name, serial = self._run
        goes_on = self._run_end is not None and _point(self._run_end) in (_point(splice.start), _point(splice.end))
        self._run = (edit.run, serial if goes_on and edit.run == name else serial + 1)
        return f"{edit.run} {self._run[1]}"

    def _with_known_marks(self, splice: Splice) -> Splice:
        """Leave out marks of what is not here, and of quotes and comments whose words stand elsewhere already."""
        if not any(piece.marks for piece in splice.pieces):
            return splice
        doc = self._session.doc
        spoken = {
            stretch.mark.target for stretch in doc.stretches(MarkKind.QUOTE) if stretch.language is splice.language
        }

        discussed = {stretch.mark.target for stretch in doc.stretches(MarkKind.COMMENT)}

        def is_known(mark: Mark) -> bool:
            if mark.kind is MarkKind.PERSON:
                return doc.participant(mark.target) is not None
            if mark.kind is MarkKind.QUOTE:
                return doc.quote(mark.target) is not None and mark.target not in spoken
            if mark.kind is MarkKind.COMMENT:
                return doc.comment(mark.target) is not None and mark.target not in discussed
            return True

        pieces = tuple(Passage(piece.text, tuple(filter(is_known, piece.marks))) for piece in splice.pieces)
        return replace(splice, pieces=pieces)


def _types_one_character(splice: Splice) -> bool:
    return (
        _point(splice.start) == _point(splice.end)
        and len(splice.pieces) == 1
        and len(splice.pieces[0].text) == 1
        and not splice.pieces[0].marks
    )


def _point(place: Address) -> tuple[str, int, int]:
    return place.id, place.passage or 0, place.start or 0
