"""Office: what the window offers of the people the house knows: names completed while writing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from editor.gui.panes.rows import RowsPane
from editor.gui.parts import Parts
from editor.gui.style import Look
from editor.model.people import Participant

if TYPE_CHECKING:
    from editor.gui.completing import Completing

_AFTER_PAINT = 250
"""Milliseconds after which what the first paint does not need is loaded."""


class Office(QObject):
    """Follows the keys of the two pages, once the window can be seen."""

    def __init__(self, owner: QObject, parts: Parts, rows: RowsPane, look: Look) -> None:
        super().__init__(owner)
        self._parts = parts
        self._rows = rows
        self._look = look
        self._completing: Completing | None = None

    def begin(self) -> None:
        """Load, a while after the first paint, what follows the keys."""
        QTimer.singleShot(_AFTER_PAINT, self, self._follow_keys)

    def set_look(self, look: Look) -> None:
        """Use other colours and fonts."""
        self._look = look
        if self._completing is not None:
            self._completing.set_look(look)

    def known_people(self) -> Sequence[Participant]:
        """Return the people of the directory."""
        return ()

    def _follow_keys(self) -> None:
        from editor.gui.completing import Completing

        if self._completing is None:
            parts = self._parts
            self._completing = Completing(parts.session, self._rows.pages, self.known_people, parts.teller, self._look)
            self._completing.setParent(self)
