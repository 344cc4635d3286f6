"""Menus that are filled when they are opened or when the language changes: recent files, kinds of row, appearance."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from editor.gui.actions import Actions
from editor.gui.settings import Settings, SettingsStore
from editor.gui.style import Theme
from editor.gui.teller import Teller
from editor.model.rows import RowKind
from editor.words import Sentence, say

KINDS: tuple[tuple[RowKind, int, Sentence], ...] = (
    (RowKind.HEADLINE, 0, say("Headline")),
    (RowKind.SUBHEADLINE, 0, say("Subheadline")),
    (RowKind.DATELINE, 0, say("Dateline")),
    (RowKind.PARAGRAPH, 0, say("Paragraph")),
    (RowKind.SUBHEADING, 1, say("Subheading")),
    (RowKind.LIST_ITEM, 1, say("List item")),
    (RowKind.CAPTION, 0, say("Caption")),
    (RowKind.DELIVERY, 0, say("Delivery line")),
    (RowKind.BOILERPLATE, 0, say("Boilerplate")),
    (RowKind.CONTACT, 0, say("Contact")),
    (RowKind.NOTE, 0, say("Note to editors")),
    (RowKind.END_MARK, 0, say("End mark")),
)
_THEMES = ((Theme.SYSTEM, say("As the desktop")), (Theme.LIGHT, say("Light")), (Theme.DARK, say("Dark")))


class Submenus:
    """The menus under single commands."""

    def __init__(self, owner: QWidget, actions: Actions, settings: SettingsStore, teller: Teller) -> None:
        self._settings = settings
        self._teller = teller
        self._menus = {name: QMenu(owner) for name in ("recent", "kind", "theme", "tongue")}
        for name, menu in self._menus.items():
            actions[name].setMenu(menu)

    def fill(self, open_file: Callable[[Path], object], set_kind: Callable[[RowKind, int], object]) -> None:
        """Fill the menus in the window's language."""
        for menu in self._menus.values():
            menu.clear()
        self._fill_recent(open_file)
        kinds = self._menus["kind"]
        for number, (kind, level, title) in enumerate(KINDS, 1):
            action = kinds.addAction(self._teller(title))
            if number <= 9:
                action.setShortcut(f"Alt+{number}")
            action.triggered.connect(lambda _checked=False, kind=kind, level=level: set_kind(kind, level))
        self._fill_choices()

    def _fill_recent(self, open_file: Callable[[Path], object]) -> None:
        menu = self._menus["recent"]
        for name in self._settings.value.recent:
            action = menu.addAction(name)
            action.triggered.connect(lambda _checked=False, name=name: open_file(Path(name)))
        if not self._settings.value.recent:
            menu.addAction(self._teller(say("Nothing opened yet"))).setEnabled(False)

    def _fill_choices(self) -> None:
        now = self._settings.value
        for theme, title in _THEMES:
            self._choice("theme", self._teller(title), theme is now.theme, _having_theme(theme))
        for tongue, name in (("", self._teller(say("As the desktop"))), ("en", "English"), ("fr", "Français")):
            self._choice("tongue", name, tongue == now.tongue, _having_tongue(tongue))

    def _choice(self, menu: str, title: str, is_chosen: bool, change: Callable[[Settings], Settings]) -> None:
        shown = self._menus[menu]
        group = shown.findChild(QActionGroup) or QActionGroup(shown)
        action = QAction(title, group, checkable=True, checked=is_chosen)
        action.triggered.connect(lambda _checked=False: self._settings.change(change))
        shown.addAction(action)


def _having_theme(theme: Theme) -> Callable[[Settings], Settings]:
    return lambda now: replace(now, theme=theme)


def _having_tongue(tongue: str) -> Callable[[Settings], Settings]:
    return lambda now: replace(now, tongue=tongue)
