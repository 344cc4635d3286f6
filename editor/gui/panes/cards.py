"""A pane of cards: one a part of the release, each known by the id of its part."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from editor.gui.background.later import Later
from editor.gui.fields.card import Card, EmptyPanel
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller

C = TypeVar("C", bound=Card)


class CardsPane(QScrollArea, Generic[C]):
    """Cards below each other. Who extends it says what cards there are (`make_cards`) and what an empty pane says."""

    def __init__(self, session: Session, teller: Teller, look: Look) -> None:
        super().__init__()
        self.session = session
        self.teller = teller
        self.look = look
        self.cards: dict[str, C] = {}
        self.late = Later(self, self.follow)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(10)
        self.empty = EmptyPanel()
        self.column.addWidget(self.empty)
        self.column.addStretch(1)
        self.setWidget(content)
        teller.changed.connect(self.retranslate)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was written while the pane could not be seen."""
        super().showEvent(event)
        self.late.catch_up()

    def show_card(self, part_id: str) -> None:
        """Bring the card of a part into view and mark it as the one at the caret."""
        for other_id, card in self.cards.items():
            card.set_current(other_id == part_id)
        if part_id in self.cards:
            self.ensureWidgetVisible(self.cards[part_id])

    def set_look(self, look: Look) -> None:
        """Use other fonts and colours."""
        self.look = look
        self.rebuild()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.rebuild()

    def rebuild(self) -> None:
        """Make all cards anew."""
        for card in self.cards.values():
            self.column.removeWidget(card)
            card.deleteLater()
        self.cards = dict(self.make_cards())
        for index, card in enumerate(self.cards.values()):
            self.column.insertWidget(index, card)
        self.empty.setVisible(not self.cards)

    def follow(self) -> None:
        """Show what the cards say of the texts: called after `late.start()`, when the typing pauses."""
        raise NotImplementedError

    def make_cards(self) -> Iterable[tuple[str, C]]:
        """Return a card for each part, with its id, in their order."""
        raise NotImplementedError
