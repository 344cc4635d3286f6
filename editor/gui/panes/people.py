"""People pane: one card a participant; an open card holds the fields."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from editor.checks.renaming import misnamed
from editor.edits.details import add_participant, enter, move_participant, remove_participant
from editor.edits.edit import all_of
from editor.edits.people import join_cards
from editor.errors import CommuniqueError
from editor.gui.fields.person import PersonCard, Standing
from editor.gui.fields.subject import set_subject
from editor.gui.panes.cards import CardsPane
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import MarkKind
from editor.model.people import Participant
from editor.text.countries import state_named
from editor.words import say, say_count

if TYPE_CHECKING:
    from editor.gui.fields.chooser import Choice, Chooser


class PeoplePane(CardsPane[PersonCard]):
    """The participants of the release, in their order.

    `is_kept` answers whether the directory holds somebody so, `acronyms` those it has in both languages.
    """

    keep_wished = Signal(object)
    """A tuple of Participants that are to be saved to the directory."""

    def __init__(
        self,
        session: Session,
        teller: Teller,
        look: Look,
        is_kept: Callable[[Participant], bool] = lambda _person: True,
        acronyms: Callable[[], tuple[Bilingual[str], ...]] = tuple,
    ) -> None:
        super().__init__(session, teller, look)
        self._is_kept = is_kept
        self.chooser: Chooser | None = None
        self._acronyms = acronyms
        self._add = QPushButton()
        self._add.clicked.connect(self._add_person)
        self._keep = QPushButton()
        self._keep.clicked.connect(lambda: self.keep_wished.emit(self._unkept()))
        for button in (self._add, self._keep):
            self.column.insertWidget(self.column.count() - 1, button, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()
        session.changed.connect(self._changed)

    def focus_field(self, person_id: str, field: str) -> None:
        """Open a person's card at a field."""
        card = self.cards.get(person_id)
        if card is not None:
            self._open_only(person_id)
            card.focus_field(field or "name.en")
            self.ensureWidgetVisible(card)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.empty.setText(
            self.teller(say("Nobody yet. People named in the text are found when you import or recognise it."))
        )
        self._add.setText(self.teller(say("Add a person")))
        super().retranslate()
        self._offer_keeping()

    def make_cards(self) -> Iterator[tuple[str, PersonCard]]:
        """Return a card for each participant; those that were open stay open."""
        opened = {person_id for person_id, card in self.cards.items() if card.is_open}
        for person in self.session.doc.participants:
            card = PersonCard(self.teller, self.look)
            self._bind(card, person.id)
            card.show_person(person, self._standing(person))
            card.set_open(person.id in opened)
            yield person.id, card

    def _changed(self, before: Communique, after: Communique) -> None:
        if before.participants is after.participants:
            if before.rows is not after.rows:
                # What the texts call people is looked at when the typing pauses.
                self.late.start()
            return
        if [person.id for person in after.participants] != list(self.cards):
            self.rebuild()
        self.show_all()

    def follow(self) -> None:
        """Show what the texts call people."""
        self.show_all()

    def show_all(self) -> None:
        """Show every card as things stand now."""
        for person in self.session.doc.participants:
            self.cards[person.id].show_person(person, self._standing(person))
        self._offer_keeping()

    def _unkept(self) -> tuple[Participant, ...]:
        """Return those who have a name and whom the directory does not hold just so."""
        return tuple(each for each in self.session.doc.participants if any(each.name) and not self._is_kept(each))

    def _offer_keeping(self) -> None:
        """Offer to save everybody at once, where a card alone would not do."""
        count = len(self._unkept())
        self._keep.setText(
            self.teller(
                say_count("Save {count} person to the directory", "Save {count} people to the directory", count)
            )
        )
        self._keep.setVisible(count > 0)

    def _standing(self, person: Participant) -> Standing:
        profile = self.session.profile
        acronyms = (*profile.acronyms, *self._acronyms())
        is_alone = len(self.session.doc.participants) < 2
        return Standing(profile, misnamed(self.session.doc, person), self._is_kept(person), acronyms, is_alone)

    def _bind(self, card: PersonCard, person_id: str) -> None:
        for name, field in card.fields.items():
            set_subject(field, Address(Part.PARTICIPANT, person_id, field=name))
        card.opened.connect(lambda: self._open(person_id))
        card.entered.connect(lambda field, text: self._enter(person_id, field, text))
        card.proposed.connect(lambda fields: self._enter_all(person_id, fields))
        card.rename_wished.connect(lambda: self._rename(person_id))
        card.join_wished.connect(lambda: self._offer_joining(person_id))
        card.keep_wished.connect(lambda: self._keep_one(person_id))
        card.removed.connect(lambda: self.session.do(remove_participant(person_id)))
        card.moved.connect(lambda by: self.session.do(move_participant(person_id, by)))

    def _keep_one(self, person_id: str) -> None:
        person = self.session.doc.participant(person_id)
        if person is not None:
            self.keep_wished.emit((person,))

    def _open(self, person_id: str) -> None:
        card = self.cards[person_id]
        if card.is_open:
            card.set_open(False)
            return
        self._open_only(person_id)
        first = next(self.session.doc.stretches(MarkKind.PERSON, person_id), None)
        if first is not None:
            self.session.jump(first.row.address(first.language, first.passage, first.mark.start, first.mark.end))
        card.focus_field("name.en")

    def _open_only(self, person_id: str) -> None:
        for other_id, card in self.cards.items():
            card.set_open(other_id == person_id)

    def _field(self, person_id: str, field: str) -> str:
        """Return the name of a person's field on the command line."""
        places = {person.id: index for index, person in enumerate(self.session.doc.participants, 1)}
        return f"person.{places[person_id]}.{field}"

    def _enter(self, person_id: str, field: str, text: str) -> None:
        found = state_named(text) if field == "country" else None
        try:
            edit = enter(self._field(person_id, field), found.code if found else text, self.session.profile.zone)
            self.session.do(edit)
        except CommuniqueError as error:
            self.cards[person_id].tell_misfit(error.sentence)
        else:
            self.cards[person_id].show_person(*self._shown(person_id))

    def _enter_all(self, person_id: str, fields: Mapping[str, str]) -> None:
        zone = self.session.profile.zone
        edits = [replace(enter(self._field(person_id, field), text, zone), run="") for field, text in fields.items()]
        self.session.do(all_of(edits[0].label, edits))

    def _shown(self, person_id: str) -> tuple[Participant, Standing]:
        person = self.session.doc.participant(person_id) or Participant("")
        return person, self._standing(person)

    def _rename(self, person_id: str) -> None:
        from editor.gui.dialogs.renaming import RenameDialog

        person = self.session.doc.participant(person_id)
        if person is None:
            return
        former = tuple(dict.fromkeys((*misnamed(self.session.doc, person), *filter(None, person.name))))
        dialog = RenameDialog(self.window(), self.session, person, former, self.teller)
        if dialog.exec():
            self.session.do(dialog.edit)

    def _offer_joining(self, person_id: str) -> None:
        """Ask which other card is of the same person."""
        from editor.gui.fields.chooser import Chooser

        choices: list[Choice] = [
            (each.listed, partial(self.session.do, join_cards(person_id, each.id)))
            for each in self.session.doc.participants
            if each.id != person_id
        ]
        hint = self.teller(say("Type to find, Enter to choose"))
        self.chooser = Chooser(self.window(), self.teller(say("Same person as…")), hint, choices)
        card = self.cards[person_id]
        self.chooser.open_at(card.mapToGlobal(card.rect().topLeft()))

    def _add_person(self) -> None:
        self.session.do(add_participant(Participant("")))
        self.focus_field(self.session.doc.participants[-1].id, "name.en")
