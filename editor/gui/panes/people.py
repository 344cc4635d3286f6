"""People pane: one card a participant; an open card holds the fields."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from editor.edits.details import add_participant, enter, move_participant, remove_participant
from editor.edits.fields import PERSON_FIELDS
from editor.errors import CommuniqueError
from editor.gui.fields.card import Card, Excerpt, QuietLabel
from editor.gui.fields.line import ChoiceField, LineField, ReadField, WithHint
from editor.gui.fields.subject import set_subject
from editor.gui.panes.cards import CardsPane
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.people import Participant
from editor.words import Sentence, say

_NARROWEST = 48
"""Pixels; a field may be as narrow as this before the card grows wider than its pane."""
_LINES: tuple[tuple[Sentence, tuple[str, ...]], ...] = (
    (say("Name EN"), ("name.en",)),
    (say("Name FR"), ("name.fr",)),
    (say("Function EN"), ("function.en",)),
    (say("Function FR"), ("function.fr",)),
    (say("Body EN"), ("organisation.en",)),
    (say("Body FR"), ("organisation.fr",)),
    (say("Courtesy"), ("honorific.en", "honorific.fr")),
)


class PersonCard(Card):
    """One participant: name and functions; opened, every field. Tells wishes by field name."""

    entered = Signal(str, str)
    """(field, text)"""
    removed = Signal()
    moved = Signal(int)

    def __init__(self, teller: Teller, look: Look) -> None:
        super().__init__()
        self._teller = teller
        self._lines: dict[str, LineField] = {}
        self._name = QLabel()
        self._name.setFont(look.fonts.strong)
        self._functions = (Excerpt(lines=1), Excerpt(lines=1))
        self.column.addWidget(self._name)
        for code, excerpt in zip(("EN", "FR"), self._functions, strict=True):
            line = QHBoxLayout()
            label = QuietLabel(code)
            label.setFont(look.fonts.small)
            label.setFixedWidth(22)
            line.addWidget(label)
            line.addWidget(excerpt, 1)
            self.column.addLayout(line)
        self._form = self._build_form()
        self._form.hide()
        self.column.addWidget(self._form)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self._form.isVisibleTo(self)

    def set_open(self, is_open: bool) -> None:
        """Show or hide the fields."""
        self._form.setVisible(is_open)

    @property
    def fields(self) -> Mapping[str, QWidget]:
        """The fields by their names."""
        return {**self._lines, "country": self._country, "gender": self._gender}

    def focus_field(self, field: str) -> None:
        """Put the caret into a field of the open card."""
        self.set_open(True)
        self.fields.get(field, self._lines["name.en"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_person(self, person: Participant) -> None:
        """Show the present value."""
        self._name.setText(person.name.en or person.name.fr or self._teller(say("Nameless")))
        for language, excerpt in zip(Language, self._functions, strict=True):
            text = ", ".join(function[language] for function in person.functions if function[language])
            excerpt.show_text(text or self._teller(say("no function yet")))
        self.setAccessibleName(self._name.text())
        for name, line in self._lines.items():
            value = PERSON_FIELDS[name].read(person, "UTC")
            if line.text().strip() != value.strip() or not line.hasFocus():
                line.show_value(value)
        self._country.show_value(person.country, person.country)
        self._country_frame.hint.tell("")
        self._gender.show_value(person.gender.value if person.gender else "")

    def tell_misfit(self, sentence: Sentence) -> None:
        """Say what is wrong with the country."""
        self._country_frame.hint.tell(self._teller(sentence))
        self._country.set_unfit(True)

    def _build_form(self) -> QWidget:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        for row, (title, names) in enumerate(_LINES):
            grid.addWidget(QuietLabel(self._teller(title)), row, 0)
            for column, name in enumerate(names):
                grid.addWidget(self._line(name), row, 1 + column, 1, 3 - len(names))
        row = len(_LINES)
        self._country = ReadField(self._teller(say("Country")))
        self._country.setPlaceholderText(self._teller(say("FR, BE …")))
        self._country.entered.connect(lambda text: self.entered.emit("country", text))
        self._country_frame = WithHint(self._country)
        self._gender = ChoiceField(self._teller(say("Gender of the title")))
        self._gender.set_choices(
            [
                ("", self._teller(say("title?"))),
                ("m", self._teller(say("masculine"))),
                ("f", self._teller(say("feminine"))),
            ]
        )
        self._gender.setMinimumWidth(_NARROWEST)
        self._country.setMinimumWidth(_NARROWEST)
        self._gender.entered.connect(lambda value: self.entered.emit("gender", value))
        grid.addWidget(QuietLabel(self._teller(say("Country"))), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._country_frame, row, 1)
        grid.addWidget(self._gender, row, 2, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._buttons(), row + 1, 0, 1, 3)
        return form

    def _line(self, name: str) -> LineField:
        line = LineField(self._teller(PERSON_FIELDS[name].title))
        line.setPlaceholderText(self._teller(PERSON_FIELDS[name].title))
        line.setToolTip(line.placeholderText())
        line.setMinimumWidth(_NARROWEST)
        line.entered.connect(lambda text: self.entered.emit(name, text))
        self._lines[name] = line
        return line

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        for title, tell in (
            (say("Up"), lambda: self.moved.emit(-1)),
            (say("Down"), lambda: self.moved.emit(1)),
            (say("Remove"), self.removed.emit),
        ):
            button = QPushButton(self._teller(title))
            button.setProperty("flat", True)
            button.clicked.connect(lambda _checked=False, tell=tell: tell())
            line.addWidget(button)
        line.addStretch(1)
        return line


class PeoplePane(CardsPane[PersonCard]):
    """The participants of the release, in their order."""

    def __init__(self, session: Session, teller: Teller, look: Look) -> None:
        super().__init__(session, teller, look)
        self._add = QPushButton()
        self._add.clicked.connect(self._add_person)
        self.column.insertWidget(self.column.count() - 1, self._add, 0, Qt.AlignmentFlag.AlignLeft)
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

    def make_cards(self) -> Iterator[tuple[str, PersonCard]]:
        """Return a card for each participant; those that were open stay open."""
        opened = {person_id for person_id, card in self.cards.items() if card.is_open}
        for person in self.session.doc.participants:
            card = PersonCard(self.teller, self.look)
            self._bind(card, person.id)
            card.show_person(person)
            card.set_open(person.id in opened)
            yield person.id, card

    def _changed(self, before: Communique, after: Communique) -> None:
        if before.participants is after.participants:
            return
        if [person.id for person in after.participants] != list(self.cards):
            self.rebuild()
        for person in after.participants:
            self.cards[person.id].show_person(person)

    def _bind(self, card: PersonCard, person_id: str) -> None:
        for name, field in card.fields.items():
            set_subject(field, Address(Part.PARTICIPANT, person_id, field=name))
        card.opened.connect(lambda: self._open(person_id))
        card.entered.connect(lambda field, text: self._enter(person_id, field, text))
        card.removed.connect(lambda: self.session.do(remove_participant(person_id)))
        card.moved.connect(lambda by: self.session.do(move_participant(person_id, by)))

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

    def _enter(self, person_id: str, field: str, text: str) -> None:
        places = {person.id: index for index, person in enumerate(self.session.doc.participants, 1)}
        try:
            self.session.do(enter(f"person.{places[person_id]}.{field}", text, self.session.profile.zone))
        except CommuniqueError as error:
            self.cards[person_id].tell_misfit(error.sentence)

    def _add_person(self) -> None:
        self.session.do(add_participant(Participant("")))
        self.focus_field(self.session.doc.participants[-1].id, "name.en")
