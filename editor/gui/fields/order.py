"""Order field: what a publication does, in which shape, with which note. Tells a wish whenever something changes."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from editor.gui.fields.line import ChoiceField, LineField
from editor.gui.teller import Teller
from editor.model.language import Bilingual
from editor.model.release import Action
from editor.publishing import Body, Order, Shape
from editor.words import Sentence, say

_ACTIONS: dict[Action, Sentence] = {
    Action.NEW: say("First publication"),
    Action.UPDATE: say("Update"),
    Action.CORRECTION: say("Correction"),
    Action.CANCEL: say("Cancellation"),
    Action.WITHHOLD: say("Withhold until further notice"),
    Action.RELEASE: say("Release what was withheld"),
}
_WITHDRAWALS = (Action.CANCEL, Action.WITHHOLD)
_SHAPES: dict[Shape, Sentence] = {
    Shape.BILINGUAL: say("Both languages in one message"),
    Shape.EN: say("English alone, as a message"),
    Shape.FR: say("French alone, as a message"),
    Shape.ITEM_EN: say("English alone, as a bare item"),
    Shape.ITEM_FR: say("French alone, as a bare item"),
}
_BODIES: dict[Body, Sentence] = {
    Body.PORTABLE: say("Plain paragraphs, which every receiver keeps"),
    Body.RICH: say("With headings, lists and links"),
}


class OrderField(QWidget):
    """The choices of a publication; those that do not apply are not shown."""

    changed = Signal()
    noted = Signal(str, str)
    """(field, text): the editor's note was written."""

    def __init__(self, teller: Teller, actions: Iterable[Action], *, has_pictures: bool) -> None:
        super().__init__()
        self._teller = teller
        self._has_pictures = has_pictures
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._labels: dict[QWidget, QLabel] = {}
        self._action = self._choice(say("What it does"), [(each.value, _ACTIONS[each]) for each in actions])
        self._shape = self._choice(say("Shape"), [(each.value, _SHAPES[each]) for each in _SHAPES])
        self._body = self._choice(say("Text"), [(each.value, _BODIES[each]) for each in _BODIES])
        self._notes = {
            "note.en": self._line("note.en", say("Editor’s note, English")),
            "note.fr": self._line("note.fr", say("Editor’s note, French")),
        }
        self._pictures = QCheckBox(teller(say("Leave the pictures usable")))
        self._pictures.setChecked(True)
        self._pictures.toggled.connect(lambda _on: self.changed.emit())
        self._grid.addWidget(self._pictures, self._grid.rowCount(), 1)
        self._action.entered.connect(self._show_what_applies)
        self._show_what_applies()

    @property
    def action(self) -> Action:
        """What the publication is to do."""
        return Action(self._action.currentData())

    def order(self, at: datetime) -> Order:
        """Return what is wished, for a publication at this time (with zone)."""
        return Order(
            at,
            Shape(self._shape.currentData()),
            Body(self._body.currentData()),
            self.action,
            self._pictures.isChecked(),
        )

    def show_note(self, note: Bilingual[str]) -> None:
        """Show the editor's note of the release."""
        self._notes["note.en"].show_value(note.en)
        self._notes["note.fr"].show_value(note.fr)

    def focus_note(self, name: str) -> bool:
        """Put the caret into a part of the editor's note; answers whether it is such a part, and shown."""
        line = self._notes.get(name)
        if line is None or line.isHidden():
            return False
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show_what_applies(self) -> None:
        action = self.action
        wanted = say("Why, for newsrooms") if action in _WITHDRAWALS else say("What changed, for newsrooms")
        for line in self._notes.values():
            line.setPlaceholderText(self._teller(wanted))
            self._show_line(line, action is not Action.NEW)
        self._pictures.setVisible(action is Action.CANCEL and self._has_pictures)
        self._show_line(self._action, self._action.count() > 1)

    def _show_line(self, field: QWidget, is_shown: bool) -> None:
        field.setVisible(is_shown)
        self._labels[field].setVisible(is_shown)

    def _choice(self, title: Sentence, choices: list[tuple[str, Sentence]]) -> ChoiceField:
        field = ChoiceField(self._teller(title))
        field.set_choices([(value, self._teller(name)) for value, name in choices])
        field.entered.connect(lambda _value: self.changed.emit())
        self._add(title, field)
        return field

    def _line(self, name: str, title: Sentence) -> LineField:
        line = LineField(self._teller(title))
        line.entered.connect(lambda text: self.noted.emit(name, text))
        self._add(title, line)
        return line

    def _add(self, title: Sentence, field: QWidget) -> None:
        row = self._grid.rowCount()
        label = QLabel(self._teller(title))
        label.setProperty("quiet", True)
        label.setBuddy(field)
        self._labels[field] = label
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)
