"""Naming: whom the words selected name: a participant, somebody of the directory, or somebody who gets a card now."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.edits.edit import Edit
from editor.edits.people import make_card
from editor.edits.writing import mark, unmark
from editor.errors import Unfit
from editor.gui.commands.quoting import Texts, strangers
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.model.communique import Communique, Stretch
from editor.model.language import Bilingual
from editor.model.passage import MarkKind
from editor.model.people import Participant
from editor.words import say

if TYPE_CHECKING:
    from editor.gui.fields.chooser import Choice, Chooser


class Naming(QObject):
    """Asks whom words name. `known` answers the people of the directory."""

    told = Signal(object)
    """A Sentence: why it cannot be done here."""

    def __init__(
        self,
        owner: QWidget,
        session: Session,
        texts: Texts,
        *,
        known: Callable[[], Sequence[Participant]],
        teller: Teller,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session
        self._texts = texts
        self._known = known
        self._teller = teller
        self.chooser: Chooser | None = None

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"person": self.ask}

    def ask(self) -> None:
        """Offer a new card for the words selected, the participants, and the people of the directory.

        Of words that name somebody already the card is offered first, and before the directory that they name nobody.
        """
        from editor.gui.fields.chooser import Chooser

        self._session.flush()
        doc = self._session.doc
        place = next(iter(self._texts.selected()), None)
        named = _named(doc, place)
        if named is not None:
            place = named.row.address(named.language, named.passage, named.mark.start, named.mark.end)
        words = _words(doc, place)
        if place is None or not words:
            self.told.emit(say("Select the name in the text first."))
            return
        choices = list(self._participants(place, words, named))
        if named is not None:
            nobody = self._teller(say("Nobody: these words are no name"))
            choices.append((nobody, partial(self._try, unmark((place,), MarkKind.PERSON, named.mark.target))))
        choices += self._from_directory(place)
        hint = self._teller(say("Type to find, Enter to choose"))
        self.chooser = Chooser(self._owner, self._teller(say("Whom do these words name?")), hint, choices)
        self.chooser.open_at(self._texts.point())

    def _participants(self, place: Address, words: str, named: Stretch | None) -> "Iterator[Choice]":
        doc = self._session.doc
        own = doc.participant(named.mark.target) if named is not None else None
        if own is not None:
            card = Address(Part.PARTICIPANT, own.id, field="name.en")
            title = self._teller(say("Open the card of {name}", name=own.name.en or own.name.fr))
            yield title, partial(self._session.jump, card)
        if all(words not in person.name for person in doc.participants):
            new = Participant("", Bilingual(words, words))
            yield self._teller(say("New card: “{name}”", name=words)), partial(self._try, make_card(place, new))
        for each in doc.participants:
            if each is not own:
                yield each.listed, partial(self._try, mark((place,), MarkKind.PERSON, each.id))

    def _from_directory(self, place: Address) -> "Iterator[Choice]":
        for each, title in strangers(self._session.doc, self._known(), self._teller):
            yield title, partial(self._try, make_card(place, replace(each, id="")))

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


def _named(doc: Communique, place: Address | None) -> Stretch | None:
    """Return the name that a place lies in."""
    if place is None:
        return None
    start, end, where = place.start or 0, place.end or 0, (place.id, place.language, place.passage or 0)
    return next(
        (
            each
            for each in doc.stretches(MarkKind.PERSON)
            if (each.row.id, each.language, each.passage) == where and each.mark.start <= start and end <= each.mark.end
        ),
        None,
    )
