"""Person card: one participant on a sheet: who, in which words the texts name them, and opened, every field."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.edits.fields import PERSON_FIELDS
from editor.gui.fields.card import Card, Excerpt, QuietLabel
from editor.gui.fields.elided import Elided, ElidedButton
from editor.gui.fields.line import ChoiceField, LineField, ReadField, WithHint
from editor.gui.fields.suggestions import Suggestions
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.language import Bilingual, Language
from editor.model.people import Gender, Participant
from editor.model.profile import Profile
from editor.text.countries import all_states, state
from editor.text.naming import Mention, gender_told, naming
from editor.text.titles import in_gender, proposals, titles
from editor.values import frozen
from editor.words import Sentence, say, say_count

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
    (say("Also"), ("aliases",)),
)
_GENDERS = {Gender.MASCULINE: say("Mr · M."), Gender.FEMININE: say("Ms · Mme")}


@frozen
class Standing:
    """What a card shows beside the person: how the house writes, and how texts and directory stand to it.

    `misnamed` are words marked as this person that the card does not know; `is_kept` says that the directory holds
    the person just so; `acronyms` are those the house and the directory have in both languages; `is_alone` says that
    nobody else takes part.
    """

    profile: Profile
    misnamed: tuple[str, ...] = ()
    is_kept: bool = True
    acronyms: tuple[Bilingual[str], ...] = ()
    is_alone: bool = True


class PersonCard(Card):
    """One participant: name and functions; opened, every field. Tells wishes by field name."""

    entered = Signal(str, str)
    """(field, text)"""
    proposed = Signal(object)
    """A mapping of fields to texts that are to be entered in one step."""
    removed = Signal()
    moved = Signal(int)
    rename_wished = Signal()
    join_wished = Signal()
    """Another card is of this person too."""
    keep_wished = Signal()

    def __init__(self, teller: Teller, look: Look) -> None:
        super().__init__()
        self._teller = teller
        self._lines: dict[str, LineField] = {}
        self._name = Elided(Qt.TextElideMode.ElideRight)
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
        self._otherwise = _flat(self.rename_wished.emit)
        self._otherwise.hide()
        self.column.addWidget(self._otherwise, 0, Qt.AlignmentFlag.AlignLeft)
        self._form = self._build_form(look)
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

    def show_person(self, person: Participant, standing: Standing) -> None:
        """Show the present value."""
        name = person.name.en or person.name.fr or self._teller(say("Nameless"))
        self._name.show_text(name)
        for language, excerpt in zip(Language, self._functions, strict=True):
            text = ", ".join(function[language] for function in person.functions if function[language])
            excerpt.show_text(text or self._teller(say("no function yet")))
        self.setAccessibleName(name)
        for name, line in self._lines.items():
            field = PERSON_FIELDS[name]
            # What is being written may say the same in other words: “Minister;” before the second function comes.
            if not line.hasFocus() or field.enter(person, line.text().strip(), "UTC") != person:
                line.show_value(field.read(person, "UTC"))
        self._show_country(person)
        self._gender.show_value(person.gender.value if person.gender else "")
        self._show_functions(person, standing.acronyms)
        self._show_forms(person, standing.profile)
        self._show_standing(person, standing)

    def tell_misfit(self, sentence: Sentence) -> None:
        """Say what is wrong with the country."""
        self._country_frame.hint.tell(self._teller(sentence))
        self._country.set_unfit(True)

    def _show_country(self, person: Participant) -> None:
        tongue, found = Language(self._teller.tongue), state(person.country)
        self._country.show_value(found.name(tongue) if found else person.country, person.country)
        told = (
            f"{found.in_sentence(Language.FR)} · {found.inside(Language.FR)} · {found.of(Language.FR)}" if found else ""
        )
        self._country_frame.hint.tell(told)

    def _show_functions(self, person: Participant, acronyms: tuple[Bilingual[str], ...]) -> None:
        """Offer what a function is called in the other language, and its form in the gender of the title."""
        told = gender_told(person)
        for language in Language:
            own, other = person.function[language], person.function[language.other]
            offers: dict[str, dict[str, str]] = {}
            if other and not own:
                for text, gender in proposals(other, language.other, told, acronyms):
                    offers[text] = {f"function.{language.value}": text}
                    if gender is not None and told is None:
                        offers[text]["gender"] = gender.value
            elif own and language is Language.FR and told is not None:
                agreed = in_gender(own, told)
                if agreed != own:
                    offers[agreed] = {"function.fr": self._lines["function.fr"].text().replace(own, agreed, 1)}
            self._offers[language].show_offers(
                [(self._teller(say("Write “{text}”", text=text)), wish) for text, wish in offers.items()]
            )

    def _show_forms(self, person: Participant, profile: Profile) -> None:
        def told(mention: Mention) -> str:
            return " · ".join(
                naming(person, language, mention, profile.variants[language]).text for language in Language
            )

        is_named = bool(person.name.en or person.name.fr)
        self._first.setText(told(Mention.FIRST) if is_named else "—")
        self._later.setText(told(Mention.LATER) if is_named else "—")
        can_be_addressed = person.gender is not None or any(person.honorific)
        self._asked.tell("" if can_be_addressed else self._teller(say("Mr or Ms? It is asked once and never guessed.")))

    def _show_standing(self, person: Participant, standing: Standing) -> None:
        words = ", ".join(self._teller(say("“{name}”", name=each)) for each in standing.misnamed)
        count = len(standing.misnamed)
        self._otherwise.setText(
            self._teller(
                say_count("The texts say {words}: mend it…", "The texts say {words}: mend them…", count, words=words)
            )
        )
        self._otherwise.setVisible(bool(standing.misnamed))
        self._join.setVisible(not standing.is_alone)
        self._keep.setVisible(not standing.is_kept and bool(person.name.en or person.name.fr))

    def _build_form(self, look: Look) -> QWidget:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        self._offers = Bilingual(_Offers(self.proposed.emit), _Offers(self.proposed.emit))
        for title, names in _LINES:
            row = grid.rowCount()
            grid.addWidget(QuietLabel(self._teller(title)), row, 0)
            for column, name in enumerate(names):
                grid.addWidget(self._line(name), row, 1 + column, 1, 3 - len(names))
            if names[0].startswith("function."):
                grid.addWidget(self._offers[Language(names[0][-2:])], row + 1, 1, 1, 2)
        self._build_choices(grid, look)
        self._build_mentions(grid, look)
        grid.addLayout(self._buttons(), grid.rowCount(), 0, 1, 3)
        self._suggest_functions()
        return form

    def _build_choices(self, grid: QGridLayout, look: Look) -> None:
        """Place the country and how somebody is addressed."""
        tongue = Language(self._teller.tongue)
        self._country = ReadField(self._teller(say("Country")))
        self._country.setPlaceholderText(self._teller(say("Belgium, BE …")))
        self._country.setMinimumWidth(_NARROWEST)
        self._country.entered.connect(lambda text: self.entered.emit("country", text))
        names = Suggestions(self._country)
        names.offer(each.name(tongue) for each in all_states(tongue))
        names.activated.connect(lambda text: self.entered.emit("country", text))
        self._country_frame = WithHint(self._country)
        self._country_frame.hint.setFont(look.fonts.small)
        self._gender = ChoiceField(self._teller(say("Gender of the title")))
        choices = [("", self._teller(say("not said yet")))]
        choices += [(each.value, self._teller(title)) for each, title in _GENDERS.items()]
        self._gender.set_choices(choices)
        self._gender.setMinimumWidth(_NARROWEST)
        self._gender.entered.connect(lambda value: self.entered.emit("gender", value))
        asked = WithHint(self._gender)
        self._asked = asked.hint
        for title, field in ((say("Gender"), asked), (say("Country"), self._country_frame)):
            row = grid.rowCount()
            label = QuietLabel(self._teller(title))
            label.setContentsMargins(0, 6, 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1, 1, 2)

    def _build_mentions(self, grid: QGridLayout, look: Look) -> None:
        """Place the words by which texts name the person first, and later."""
        self._first, self._later = QuietLabel(), QuietLabel()
        for title, label in ((say("At first"), self._first), (say("Later"), self._later)):
            row = grid.rowCount()
            label.setWordWrap(True)
            label.setFont(look.fonts.small)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            quiet = QuietLabel(self._teller(title))
            quiet.setBuddy(label)
            grid.addWidget(quiet, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1, 1, 2)

    def _suggest_functions(self) -> None:
        english, french = (Suggestions(self._lines[f"function.{tongue.value}"]) for tongue in Language)
        english.offer(title.english for title in titles())
        french.offer(sorted({form for title in titles() for form in (title.masculine, title.feminine)}))
        for name, words in (("function.en", english), ("function.fr", french)):
            words.activated.connect(lambda text, name=name: self.entered.emit(name, text))

    def _line(self, name: str) -> LineField:
        line = LineField(self._teller(PERSON_FIELDS[name].title))
        line.setPlaceholderText(self._teller(PERSON_FIELDS[name].title))
        line.setToolTip(line.placeholderText())
        line.setMinimumWidth(_NARROWEST)
        line.entered.connect(lambda text: self.entered.emit(name, text))
        self._lines[name] = line
        return line

    def _buttons(self) -> QVBoxLayout:
        both = QVBoxLayout()
        both.setSpacing(2)
        self._keep = _flat(self.keep_wished.emit)
        self._keep.setText(self._teller(say("Save to the directory")))
        both.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        self._join = _flat(self.join_wished.emit)
        self._join.setText(self._teller(say("Same person as…")))
        both.addWidget(self._join, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout()
        for title, tell in (
            (say("Rename…"), self.rename_wished.emit),
            (say("Up"), lambda: self.moved.emit(-1)),
            (say("Down"), lambda: self.moved.emit(1)),
            (say("Remove"), self.removed.emit),
        ):
            button = _flat(tell)
            button.setText(self._teller(title))
            line.addWidget(button)
        line.addStretch(1)
        both.addLayout(line)
        return both


class _Offers(QWidget):
    """Quiet buttons below a field, each of which enters something; nothing where there is nothing to offer."""

    def __init__(self, wish: Callable[[Mapping[str, str]], None]) -> None:
        super().__init__()
        self._wish = wish
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: list[tuple[str, Mapping[str, str]]] = []
        self.hide()

    def show_offers(self, offers: list[tuple[str, dict[str, str]]]) -> None:
        """Show (title, fields) pairs."""
        if offers == self._shown:
            return
        self._shown = list(offers)
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for title, fields in offers:
            button = _flat(partial(self._wish, fields))
            button.setText(title)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(offers))


def _flat(do: Callable[[], None]) -> QPushButton:
    button = ElidedButton()
    button.setProperty("flat", True)
    button.clicked.connect(lambda _checked=False: do())
    return button
