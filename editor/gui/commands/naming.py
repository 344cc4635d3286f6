"""Naming: whom the words selected name: a participant, somebody of the directory, or somebody who gets a card now."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.edits.edit import Edit
from editor.edits.people import make_card
from editor.errors import Unfit
from editor.gui.commands.quoting import Texts
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.people import Participant
from editor.words import say

if TYPE_CHECKING:
    from editor.gui.fields.chooser import Choice, Chooser


class Naming(QObject):
    """Asks whom words name. `known` answers the people of the directory, `name` marks words as a participant's."""

    told = Signal(object)
    """A Sentence: why it cannot be done here."""

    def __init__(
        self,
        owner: QWidget,
        session: Session,
        texts: Texts,
        name: Callable[[str], object],
        *,
        known: Callable[[], Sequence[Participant]],
        teller: Teller,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session
        self._texts = texts
        self._name = name
        self._known = known
        self._teller = teller
        self.chooser: Chooser | None = None

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"person": self.ask}

    def ask(self) -> None:
        """Offer a new card for the words selected, the participants, and the people of the directory."""
        from editor.gui.fields.chooser import Chooser

        self._session.flush()
        place = next(iter(self._texts.selected()), None)
        words = _words(self._session.doc, place)
        if place is None or not words:
            self.told.emit(say("Select the name in the text first."))
            return
        choices: list[Choice] = []
        names = {name for person in self._session.doc.participants for name in person.name}
        if words not in names:
            new = Participant("", Bilingual(words, words))
            title = self._teller(say("New card: “{name}”", name=words))
            choices.append((title, partial(self._try, make_card(place, new))))
        choices += [(_title(each), partial(self._name, each.id)) for each in self._session.doc.participants]
        for each in self._known():
            if not names & set(filter(None, each.name)):
                card = make_card(place, replace(each, id=""))
                note = self._teller(say("from the directory"))
                choices.append((f"{_title(each)} ({note})", partial(self._try, card)))
        hint = self._teller(say("Type to find, Enter to choose"))
        self.chooser = Chooser(self._owner, self._teller(say("Whom do these words name?")), hint, choices)
        self.chooser.open_at(self._texts.point())

    def _try(self, edit: Edit) -> None:
        try:
            self._session.do(edit, self._texts.caret())
        except Unfit as error:
            self.told.emit(error.sentence)


def _words(doc: Communique, place: Address | None) -> str:
    row = doc.row(place.id) if place is not None else None
    if place is None or row is None or place.language is None:
        return ""
    side, index = row[place.language], place.passage or 0
    return side[index].text[place.start : place.end].strip() if index < len(side) else ""


def _title(person: Participant) -> str:
    function = person.function.en or person.function.fr
    name = person.name.en or person.name.fr
    return f"{name}, {function}" if function else name
