"""Together: what a window offers to two people who work on one release: comments, changes, and copies made one."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.commands.gestures import Texts
from editor.gui.panes.bottom import BottomPanel
from editor.gui.panes.changes import ChangesPane
from editor.gui.panes.comments import CommentsPane
from editor.gui.parts import Parts
from editor.gui.style import Look
from editor.words import say


class Together(QObject):
    """The panes and commands of one window for working in two. What came of them is told in a Sentence."""

    told = Signal(object)
    left = Signal()
    """The person is done in one of the panes, and goes back to the texts."""

    def __init__(
        self, owner: QWidget, parts: Parts, texts: Texts, look: Look, signer: Callable[[], str | None]
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._parts = parts
        self._texts = texts
        self._bottom: BottomPanel | None = None
        self.comments = CommentsPane(parts.session, parts.teller, signer)
        self.changes = ChangesPane(parts.session, parts.teller, look)
        for pane in (self.comments, self.changes):
            pane.told.connect(self.told)
            pane.left.connect(self.left)

    def place(self, bottom: BottomPanel) -> None:
        """Put the panes under the tabs below the texts."""
        self._bottom = bottom
        tab = bottom.add(self.comments, say("Comments"))
        bottom.add(self.changes, say("Changes"))
        self.comments.counted.connect(lambda count: bottom.tell_count(tab, count))
        bottom.tell_count(tab, sum(not comment.is_resolved for comment in self._parts.session.doc.comments))

    def set_look(self, look: Look) -> None:
        """Take over colours."""
        self.changes.set_look(look)

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "comment": self.comment,
            "comments": lambda: self._show(self.comments),
            "changes": lambda: self._show(self.changes),
            "merge_copy": self.merge_copy,
        }

    def comment(self) -> None:
        """Have a comment written about the words selected, the word at the caret, or its row."""
        self._parts.session.flush()
        caret = self._texts.caret()
        places = self._texts.selected() or ((caret,) if caret is not None else ())
        if places:
            self._show(self.comments)
            self.comments.begin(places)

    def show_comments(self, row_id: str) -> None:
        """Show what is said about a row."""
        self._show(self.comments)
        self.comments.show_row(row_id)

    def merge_copy(self) -> None:
        """Ask for another copy of this document, and take over what was changed there."""
        from editor.gui.dialogs.merging import MergeDialog

        self._parts.session.flush()
        dialog = MergeDialog(self._owner, self._parts.session, self._parts.teller)
        if dialog.exec() and dialog.edit is not None:
            if self._parts.session.do(dialog.edit):
                self.told.emit(say("The other copy is taken in; one Undo takes all of it back."))
            else:
                self.told.emit(say("The other copy holds nothing that is not here already."))

    def _show(self, pane: QWidget) -> None:
        if self._bottom is not None:
            self._bottom.show_pane(pane)
