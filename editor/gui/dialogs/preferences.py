"""Preferences: what the user chose once and for all, in one dialog; every choice applies at once."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.formats.profiles import all_profiles
from editor.gui.fields.line import ChoiceField, LineField
from editor.gui.settings import Settings, SettingsStore
from editor.gui.style import Theme
from editor.gui.teller import Teller
from editor.model.language import Language
from editor.words import Sentence, say

_SWITCHES: tuple[tuple[str, Sentence], ...] = (
    ("typesets", say("Typography follows the keys: quotation marks, apostrophes, spaces")),
    ("hints", say("Hints are listed among the problems")),
    ("french_first", say("The French stands on the left")),
    ("versions_beside", say("Versions are kept beside each document, not in your own folder")),
    ("remembers", say("What is confirmed and published goes into the translation memory")),
    ("welcomes", say("The welcome page is shown at the start")),
)
_THEMES = ((Theme.SYSTEM, say("As the desktop")), (Theme.LIGHT, say("Light")), (Theme.DARK, say("Dark")))
_SMALLEST, _LARGEST, _STEP = 60, 300, 10
_INSIDE = 8
"""Pixels before and behind a number in its field: a style sheet’s padding does not reach the line inside."""


class Preferences(QDialog):
    """The settings as fields. There is nothing to confirm: what is chosen is kept, and shown by the window."""

    def __init__(self, parent: QWidget, settings: SettingsStore, teller: Teller) -> None:
        super().__init__(parent)
        self._settings = settings
        self._teller = teller
        self._form = QFormLayout()
        self._labels: list[tuple[QLabel, Sentence]] = []
        now = settings.value
        self._tongue = self._choice(say("Language of the window"), now.tongue, "tongue")
        self._theme = ChoiceField()
        self._add(say("Appearance"), self._theme)
        self._theme.entered.connect(lambda value: self._keep(theme=Theme(value)))
        self._profile = self._choice(say("House of new releases"), now.profile, "profile")
        self._zoom = QSpinBox()
        self._zoom.setRange(_SMALLEST, _LARGEST)
        self._zoom.setSingleStep(_STEP)
        self._zoom.setSuffix("\u00a0%")
        self._zoom.lineEdit().setTextMargins(_INSIDE, 0, _INSIDE, 0)
        self._zoom.setValue(round(now.zoom * 100))
        self._zoom.valueChanged.connect(lambda value: self._keep(zoom=value / 100))
        self._smaller, self._larger = QPushButton("−"), QPushButton("+")
        self._add(say("Size of the texts"), self._zoom, self._smaller, self._larger)
        self._smaller.clicked.connect(self._zoom.stepDown)
        self._larger.clicked.connect(self._zoom.stepUp)
        self._name = self._line(say("Your name"), now.name, "name")
        self._role = self._line(say("Your role"), now.role, "role")
        self._switches: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(self._form)
        for name, _ in _SWITCHES:
            box = QCheckBox()
            box.setChecked(bool(getattr(now, name)))
            box.toggled.connect(lambda is_on, name=name: self._keep(**{name: is_on}))
            self._switches[name] = box
            column.addWidget(box)
        self._where = QLabel()
        self._where.setProperty("quiet", True)
        self._where.setWordWrap(True)
        column.addWidget(self._where)
        buttons = QDialogButtonBox()
        self.forget = buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self.forget.setProperty("flat", True)
        self._close = buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setMinimumWidth(460)
        teller.changed.connect(self._retranslate)
        self._retranslate()

    def _add(self, title: Sentence, field: QWidget, *steps: QPushButton) -> None:
        """Add a field with its label; a number may have two buttons, the first of which makes it smaller."""
        label = QLabel()
        label.setBuddy(field)
        self._labels.append((label, title))
        line = QHBoxLayout()
        line.addWidget(field, 1)
        for step in steps:
            step.setAutoDefault(False)
            line.addWidget(step)
        self._form.addRow(label, line)

    def _choice(self, title: Sentence, value: str, name: str) -> ChoiceField:
        field = ChoiceField()
        field.set_choices([(value, value)])
        field.entered.connect(lambda chosen: self._keep(**{name: chosen}))
        self._add(title, field)
        return field

    def _line(self, title: Sentence, value: str, name: str) -> LineField:
        field = LineField()
        field.show_value(value)
        field.entered.connect(lambda text: self._keep(**{name: text.strip()}))
        self._add(title, field)
        return field

    def _keep(self, **values: object) -> None:
        def change(now: Settings) -> Settings:
            return replace(now, **values)  # type: ignore[arg-type]

        self._settings.change(change)

    def _retranslate(self) -> None:
        teller, now = self._teller, self._settings.value
        self.setWindowTitle(teller(say("Preferences")))
        for label, title in self._labels:
            label.setText(teller(title))
            label.buddy().setAccessibleName(teller(title))
        self._smaller.setAccessibleName(teller(say("Smaller")))
        self._larger.setAccessibleName(teller(say("Larger")))
        self._tongue.set_choices([("", teller(say("As the desktop"))), ("en", "English"), ("fr", "Français")])
        self._tongue.show_value(now.tongue)
        self._theme.set_choices([(theme.value, teller(title)) for theme, title in _THEMES])
        self._theme.show_value(now.theme.value)
        tongue = Language(teller.tongue)
        houses = [(profile.name, profile.title[tongue] or profile.name) for profile in all_profiles()]
        self._profile.set_choices(houses)
        self._profile.show_value(now.profile)
        for name, sentence in _SWITCHES:
            self._switches[name].setText(teller(sentence))
        self._where.setText(teller(say("All of it is kept on this machine and applies at once.")))
        self.forget.setText(teller(say("Forget the translation memory…")))
        self._close.setText(teller(say("Close")))
