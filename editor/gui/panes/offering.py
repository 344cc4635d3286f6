"""Offering: the menus over the texts and the gutter, with the repair of what is wrong or misspelt at a place."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.edits import writing
from editor.edits.edit import Edit
from editor.errors import CommuniqueError, Unfit
from editor.gui.background.spelling import SpellingService
from editor.gui.fields.page import Page
from editor.gui.panes.menus import Correction, fill_row_menu, fill_text_menu
from editor.gui.panes.remarks import Remarks
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.address import Address
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.words import say


class Offering(QObject):
    """Opens the menus of one pane, over its pages; `owner` is the pane."""

    refused = Signal(object)
    """A Sentence that says why something chosen could not be done."""

    def __init__(
        self,
        owner: QWidget,
        session: Session,
        pages: Mapping[Language, Page],
        spelling: SpellingService,
        teller: Teller,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session
        self._pages = pages
        self._spelling = spelling
        self._teller = teller
        self.actions_: Mapping[str, QAction] = {}
        self.remarks = Remarks()

    def open_row_menu(self, where: QPoint) -> None:
        """Offer what can be done with the row of the caret."""
        menu = QMenu(self._owner)
        fill_row_menu(menu, self.actions_)
        self._open(menu, where)

    def open_text_menu(self, where: QPoint, about: Address) -> None:
        """Offer what can be done with the words at a place."""
        menu = QMenu(self._owner)

        def mend(edit: Edit) -> None:
            self.mend(edit, about)

        offers = self.remarks.offers(about, self._teller, mend)
        fill_text_menu(menu, self.actions_, self._correction(about), offers, is_quoted=self._is_quoted(about))
        self._open(menu, where)

    def mend(self, edit: Edit, caret: Address) -> None:
        """Do a repair that was chosen."""
        try:
            self._session.do(edit, caret)
        except Unfit as trouble:
            self.refused.emit(trouble.sentence)

    def _open(self, menu: QMenu, where: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _is_quoted(self, about: Address) -> bool:
        row, index, place = self._session.doc.row(about.id), about.passage or 0, about.start or 0
        side = row[about.language] if row is not None and about.language is not None else ()
        return index < len(side) and any(
            mark.is_touched(place, place) for mark in side[index].stretches(MarkKind.QUOTE)
        )

    def _correction(self, about: Address) -> Correction | None:
        """Return what to offer for a misspelt word at a place."""
        row, language = self._session.doc.row(about.id), about.language
        if row is None or language is None or (about.passage or 0) >= len(row[language]):
            return None
        found = self._pages[language].sheet.misspelt_at((row.id, about.passage or 0), about.start or 0)
        if found is None:
            return None
        word = row[language][about.passage or 0].text[found[0] : found[1]]
        place = row.address(language, about.passage or 0, *found)
        return Correction(
            self._teller(say("Looking for words…")),
            self._teller(say("No word found that may be meant")),
            self._teller(say("Know “{word}” in this release", word=word)),
            self._teller(say("Know “{word}” in every release of the house", word=word)),
            self._teller(say("Leave it here")),
            lambda take: self._spelling.suggest(word, language, take),
            lambda chosen: self.mend(writing.replace(place, chosen), about),
            lambda: self.mend(writing.know(language, word), about),
            lambda: self._learn_in_house(language, word),
            lambda: self._spelling.ignore(language, row.id, word),
        )

    def _learn_in_house(self, language: Language, word: str) -> None:
        try:
            self._spelling.know_in_house(language, word)
        except CommuniqueError as trouble:
            self.refused.emit(trouble.sentence)
