"""Surface: commands of the writing surface: marks shown, links and notes, the source or a house profile copied."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.edits import rows as row_edits
from editor.edits.attaching import attach, attached
from editor.edits.edit import Edit
from editor.errors import CommuniqueError, Unfit
from editor.gui.panes.rows import RowsPane
from editor.gui.parts import Parts
from editor.gui.settings import Settings
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.passage import MarkKind
from editor.words import say


class Surface(QObject):
    """Does what these commands do in the texts of one window. What came of it is told quietly, in a Sentence."""

    told = Signal(object)

    def __init__(self, owner: QWidget, parts: Parts, texts: RowsPane) -> None:
        super().__init__(owner)
        self._owner = owner
        self._parts = parts
        self._texts = texts
        parts.settings.changed.connect(self.follow)
        self.follow(parts.settings.value)

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "copy_source": self.copy_source,
            "link": lambda: self._attach(MarkKind.LINK),
            "footnote": lambda: self._attach(MarkKind.FOOTNOTE),
            "copy_profile": self.copy_profile,
        }

    def follow(self, settings: Settings) -> None:
        """Show spaces and marks, or not, as the settings say."""
        for page in self._texts.pages.values():
            page.decor.show_invisibles(settings.shows_marks)

    def copy_source(self) -> None:
        """Fill the empty side of the row with the words of the other, and go there to put them into its language."""
        self._parts.session.flush()
        caret, doc = self._texts.caret(), self._parts.session.doc
        row = doc.row(caret.id) if caret is not None else None
        if caret is None or row is None or caret.language is None:
            return
        source = caret.language if row.has_text(caret.language) else caret.language.other
        if self._do(row_edits.copy_across(row.id, source), caret):
            self._texts.go_to(row.address(source.other, 0, 0, 0))

    def copy_profile(self) -> None:
        """Copy the house profile of this release into the user's folder, and say where it lies."""
        from editor.formats.profiles import copy_profile
        from editor.gui.dialogs.questions import tell_trouble

        try:
            copied = copy_profile(self._parts.session.profile.name)
        except CommuniqueError as trouble:
            self.told.emit(trouble.sentence)
            return
        where = say("The copy lies in {path}: change it there, then choose it among the profiles.", path=str(copied))
        tell_trouble(self._owner, self._parts.teller, where)

    def _attach(self, kind: MarkKind) -> None:
        from editor.gui.dialogs.attaching import AttachDialog

        session = self._parts.session
        session.flush()
        there = attached(session.doc, self._texts.selected() or _at(self._texts.caret()), kind)
        words = _words(session.doc, there.places)
        if not words:
            self.told.emit(say("There are no words here to mark."))
            return
        dialog = AttachDialog(self._owner, self._parts.teller, kind, words, there.target)
        if dialog.exec():
            self._do(attach(there.places, kind, dialog.target), self._texts.caret())
        self._texts.focus_text()

    def _do(self, edit: Edit, caret: Address | None) -> bool:
        try:
            return self._parts.session.do(edit, caret)
        except Unfit as trouble:
            self.told.emit(trouble.sentence)
            return False


def _at(caret: Address | None) -> tuple[Address, ...]:
    return (caret,) if caret is not None else ()


def _words(doc: Communique, places: tuple[Address, ...]) -> str:
    found = []
    for place in places:
        row, index = doc.row(place.id), place.passage or 0
        if row is not None and place.language is not None and index < len(row[place.language]):
            found.append(row[place.language][index].text[place.start or 0 : place.end or 0])
    return " … ".join(found).strip()
