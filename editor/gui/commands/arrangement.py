"""Arrangement: what of the window is in sight: both languages or one, either on the left, or the texts alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from editor.gui.panes.rows import RowsPane
from editor.gui.settings import Settings, SettingsStore
from editor.model.language import Language


class Arrangement(QObject):
    """Shows and hides. The choice of languages is kept as a setting; looking at the texts alone is for now only."""

    def __init__(self, owner: QWidget, rows: RowsPane, settings: SettingsStore, around: Sequence[QWidget]) -> None:
        super().__init__(owner)
        self._rows = rows
        self._settings = settings
        self._around = around
        self._hidden: list[QWidget] = []
        self._leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), owner, self.leave_texts)
        self._leave.setEnabled(False)
        rows.hidden_wished.connect(lambda language: self._choose(shown=language.value))
        settings.changed.connect(self.follow)
        self.follow(settings.value)

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "focus_mode": self.look_at_texts,
            "one_page": self.turn_to_one_page,
            "swap_columns": lambda: self._settings.change(lambda now: replace(now, french_first=not now.french_first)),
            "show_both": lambda: self._choose(shown=""),
            "show_english": lambda: self._choose(shown="en"),
            "show_french": lambda: self._choose(shown="fr"),
        }

    def look_at_texts(self) -> None:
        """Show the texts alone, or everything again."""
        if self._hidden:
            self.leave_texts()
            return
        self._hidden = [widget for widget in self._around if widget.isVisible()]
        for widget in self._hidden:
            widget.hide()
        self._leave.setEnabled(True)
        self._rows.focus_text()

    def leave_texts(self) -> None:
        """Show again what stood around the texts."""
        for widget in self._hidden:
            widget.show()
        self._hidden = []
        self._leave.setEnabled(False)

    def turn_to_one_page(self) -> None:
        """Show the language one writes in alone, or both again."""
        caret = self._rows.caret()
        here = caret.language if caret is not None and caret.language is not None else Language.EN
        self._choose(shown="" if self._settings.value.shown else here.value)

    def follow(self, settings: Settings) -> None:
        """Show the languages as the settings say."""
        left = Language.FR if settings.french_first else Language.EN
        self._rows.arrange((Language(settings.shown),) if settings.shown else (left, left.other))

    def _choose(self, *, shown: str) -> None:
        self._settings.change(lambda now: replace(now, shown=shown))
