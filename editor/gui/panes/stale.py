"""Stale strip: what changed, word by word, in the pair the caret is in, and the two ways out of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from editor.gui.fields.elided import Elided
from editor.gui.fields.moments import write_moment
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.language import Bilingual, Language
from editor.model.rows import Row
from editor.words import Sentence, say

if TYPE_CHECKING:
    from editor.text.changes import Pieces


class StaleStrip(QFrame):
    """What changed in the row it is told to show; hidden for a row in which nothing did."""

    def __init__(self, session: Session, look: Look, teller: Teller) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._teller = teller
        self._row: Row | None = None
        self.pieces: Bilingual[Pieces] = Bilingual((), ())
        self._title = Elided(Qt.TextElideMode.ElideRight)
        self._title.setProperty("quiet", True)
        self._texts = {language: QLabel() for language in Language}
        self._again = QPushButton()
        self._back = QPushButton()
        self._place()
        self.hide()
        teller.changed.connect(self._tell)

    def set_look(self, look: Look) -> None:
        """Take over colours."""
        self._look = look
        self._tell()

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Take the commands that confirm again and that take back."""
        for name, button in (("confirm", self._again), ("restore", self._back)):
            if name in actions:
                button.clicked.connect(actions[name].trigger)

    def show_row(self, row: Row | None) -> None:
        """Show what changed in a row since somebody confirmed it."""
        if row is self._row:
            return
        self._row = row
        changed = row.changed_sides if row is not None else ()
        if row is not None and row.confirmation is not None and changed:
            from editor.text.changes import compared

            then, now = row.confirmation.wording, row.wording
            none: Bilingual[Pieces] = Bilingual((), ())
            self.pieces = none
            for language in changed:
                self.pieces = self.pieces.having(language, compared(then[language], now[language]))
            self._tell()
        self.setVisible(bool(changed))

    def _place(self) -> None:
        for label in self._texts.values():
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._again.setProperty("flat", True)
        self._back.setProperty("flat", True)
        for button in (self._again, self._back):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._again)
        top.addWidget(self._back)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        for label in self._texts.values():
            sides.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 6, 14, 8)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(sides)
        self.setProperty("strip", True)

    def _tell(self) -> None:
        self._again.setText(self._teller(say("Confirm again")))
        self._back.setText(self._teller(say("Take back")))
        if self._row is None or self._row.confirmation is None:
            return
        from editor.gui.fields.wording import rich, spoken

        seal = self._row.confirmation
        when = write_moment(seal.at, self._session.profile, self._teller.tongue)
        changed = self._row.changed_sides
        told = say("{what} · {name}, {when}", what=_what(changed), name=seal.by, when=when)
        self._title.show_text(self._teller(told))
        for language, label in self._texts.items():
            label.setVisible(language in changed)
            label.setText(rich(self.pieces[language], self._look.palette))
            label.setAccessibleName(spoken(self.pieces[language]))


def _what(changed: tuple[Language, ...]) -> Sentence:
    if len(changed) == 2:
        return say("Both sides changed since they were confirmed")
    if Language.EN in changed:
        return say("The English changed since the pair was confirmed")
    return say("The French changed since the pair was confirmed")
