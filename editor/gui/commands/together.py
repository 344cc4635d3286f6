"""Together: what a window offers to two people who work on one release: comments, and copies made one."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.commands.gestures import Texts
from editor.gui.panes.awaited import Awaited
from editor.gui.panes.bottom import BottomPanel
from editor.gui.parts import Parts
from editor.gui.style import Look
from editor.words import say

if TYPE_CHECKING:
    from editor.gui.dialogs.merging import FindOrigin
    from editor.gui.panes.comments import CommentsPane


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
        self._look = look
        self._signer = signer
        self._bottom: BottomPanel | None = None
        self.find_origin: FindOrigin | None = None
        """Finds the version that another copy was made from, among those kept."""
        self._comments = Awaited(self._make_comments)

    @property
    def comments(self) -> "CommentsPane":
        """What is said about rows and words."""
        return self._comments.pane

    def place(self, bottom: BottomPanel) -> None:
        """Put the panes under the tabs below the texts."""
        self._bottom = bottom
        tab = bottom.add(self._comments, say("Comments"))

        def count() -> None:
            comments = self._parts.session.doc.comments
            bottom.tell_count(tab, sum(not comment.is_resolved for comment in comments))

        self._parts.session.opened.connect(count)
        self._parts.session.changed.connect(
            lambda before, after: count() if before.comments is not after.comments else None
        )
        count()

    def set_look(self, look: Look) -> None:
        """Take over colours."""
        self._look = look

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "comment": self.comment,
            "comments": lambda: self._show(self.comments),
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
        dialog = MergeDialog(self._owner, self._parts.session, self._parts.teller, self._look.palette)
        dialog.find_origin = self.find_origin
        if dialog.exec() and dialog.edit is not None:
            if self._parts.session.do(dialog.edit):
                self.told.emit(say("The other copy is taken in; one Undo takes all of it back."))
            else:
                self.told.emit(say("The other copy holds nothing that is not here already."))

    def _make_comments(self) -> "CommentsPane":
        from editor.gui.panes.comments import CommentsPane

        pane = CommentsPane(self._parts.session, self._parts.teller, self._signer)
        pane.told.connect(self.told)
        pane.left.connect(self.left)
        return pane

    def _show(self, pane: QWidget) -> None:
        if self._bottom is not None:
            self._bottom.show_pane(pane)
