"""Entry form: one entry of the office's directory as fields; what was written is told when a field is left."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from editor.errors import Unfit
from editor.gui.fields.card import QuietLabel
from editor.gui.fields.line import ChoiceField, Hint, LineField
from editor.gui.fields.suggestions import Suggestions
from editor.gui.teller import Teller
from editor.model.directory import Block, BlockKind, Entry, Organisation, columns_of, entry_of
from editor.model.language import Language
from editor.model.people import Gender, Participant
from editor.text.countries import all_states, state, state_named
from editor.text.titles import titles
from editor.words import Sentence, say

_PARTED = {"function_en": "; ", "function_fr": "; ", "aliases": ", "}
"""What parts in a line what a column keeps in lines of its own."""
_PERSON: tuple[tuple[Sentence, tuple[str, ...]], ...] = (
    (say("Name"), ("name_en", "name_fr")),
    (say("Function"), ("function_en", "function_fr")),
    (say("Organisation"), ("organisation_en", "organisation_fr")),
    (say("Courtesy"), ("honorific_en", "honorific_fr")),
    (say("Gender"), ("gender",)),
    (say("Country"), ("country",)),
    (say("Other names"), ("aliases",)),
)
_ORGANISATION: tuple[tuple[Sentence, tuple[str, ...]], ...] = (
    (say("Name"), ("name_en", "name_fr")),
    (say("Acronym"), ("acronym_en", "acronym_fr")),
)
_BLOCK: tuple[tuple[Sentence, tuple[str, ...]], ...] = (
    (say("Kind"), ("kind",)),
    (say("Name"), ("name_en", "name_fr")),
    (say("Text"), ("text_en", "text_fr")),
)
_LANGUAGES = {"en": say("English"), "fr": say("French")}
_CHOICES: dict[str, tuple[tuple[str, Sentence], ...]] = {
    "gender": (
        ("", say("not said yet")),
        (Gender.MASCULINE.value, say("Mr · M.")),
        (Gender.FEMININE.value, say("Ms · Mme")),
    ),
    "kind": ((BlockKind.BOILERPLATE.value, say("Boilerplate")), (BlockKind.CONTACT.value, say("Contact"))),
}


class EntryForm(QWidget):
    """The fields of one entry, English on the left. What makes no entry stays in its field, with a hint below."""

    entered = Signal(object)
    """The Entry as it is now."""

    def __init__(self, entry: Entry, teller: Teller) -> None:
        super().__init__()
        self._teller = teller
        self._entry = entry
        self.fields: dict[str, LineField | ChoiceField | TextField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        lines = _PERSON if isinstance(entry, Participant) else _ORGANISATION
        for title, columns in _BLOCK if isinstance(entry, Block) else lines:
            row = grid.rowCount()
            label = QuietLabel(teller(title))
            label.setContentsMargins(0, 6, 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            for place, column in enumerate(columns):
                field = self._field(column, title)
                grid.addWidget(field, row, 1 + place, 1, 3 - len(columns))
        self._hint = Hint()
        row = grid.rowCount()
        grid.addWidget(self._hint, row, 1, 1, 2)
        grid.setRowStretch(row + 1, 1)
        self._show()

    def focus_first(self) -> None:
        """Put the caret into the name."""
        self.fields["name_en"].setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Tell what is written, where that makes another entry."""
        columns = {name: _read(name, field) for name, field in self.fields.items()}
        columns.setdefault("kind", columns_of(self._entry)["kind"])
        columns["code"] = columns_of(self._entry).get("code", "")
        found = state_named(columns.get("country", ""))
        if found is not None:
            columns["country"] = found.code
        try:
            entry = entry_of(columns, self._entry.id)
        except Unfit as error:
            self._hint.tell(self._teller(error.sentence))
            return
        self._hint.tell("")
        if entry != self._entry:
            self._entry = entry
            self.entered.emit(entry)

    def _field(self, column: str, title: Sentence) -> "LineField | ChoiceField | TextField":
        side = _LANGUAGES.get(column[-2:]) if column[-3:-2] == "_" else None
        name = self._teller(say("{field}, {language}", field=title, language=side) if side else title)
        field: LineField | ChoiceField | TextField
        if column in _CHOICES:
            field = ChoiceField(name)
            field.set_choices([(value, self._teller(said)) for value, said in _CHOICES[column]])
            field.entered.connect(self.commit)
        elif column.startswith("text_"):
            field = TextField(name, self.commit)
        else:
            field = LineField(name)
            field.setPlaceholderText(self._teller(side) if side else "")
            field.finished.connect(self.commit)
            self._suggest(column, field)
        self.fields[column] = field
        return field

    def _suggest(self, column: str, line: LineField) -> None:
        tongue = Language(self._teller.tongue)
        words = {
            "country": lambda: [each.name(tongue) for each in all_states(tongue)],
            "function_en": lambda: [title.english for title in titles()],
            "function_fr": lambda: sorted({form for each in titles() for form in (each.masculine, each.feminine)}),
        }.get(column)
        if words is not None:
            Suggestions(line).offer(words())

    def _show(self) -> None:
        columns = columns_of(self._entry)
        for name, field in self.fields.items():
            value = columns.get(name, "")
            if name == "country" and (found := state(value)) is not None:
                value = found.name(Language(self._teller.tongue))
            field.show_value(_PARTED.get(name, "\n").join(value.split("\n")))


class TextField(QPlainTextEdit):
    """A text of some paragraphs."""

    def __init__(self, name: str, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave
        self.setAccessibleName(name)
        self.setProperty("field", True)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(120)

    def show_value(self, text: str) -> None:
        """Show a text."""
        self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Have it known that writing has ended."""
        super().focusOutEvent(event)
        self._leave()


def _read(name: str, field: "LineField | ChoiceField | TextField") -> str:
    if isinstance(field, ChoiceField):
        return str(field.currentData())
    if isinstance(field, TextField):
        return field.document().toRawText().replace("\u2029", "\n")
    parting = _PARTED.get(name, "").strip()
    return field.text().replace(parting, "\n") if parting else field.text()


def new_entry(kind: type[Entry]) -> Entry:
    """Return an entry with nothing in it yet."""
    return Participant("") if kind is Participant else Organisation() if kind is Organisation else Block()
