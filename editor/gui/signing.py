"""Signing: the name that signs confirmations, asked for the first time it is wanted."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from editor.gui.settings import SettingsStore
from editor.gui.teller import Teller


class Signing:
    """Knows who signs, and asks where nobody has said so yet."""

    def __init__(self, owner: QWidget, settings: SettingsStore, teller: Teller) -> None:
        self._owner = owner
        self._settings = settings
        self._teller = teller

    def ask(self) -> None:
        """Ask for the name and the role."""
        from editor.gui.dialogs.questions import SignDialog

        now = self._settings.value
        dialog = SignDialog(self._owner, self._teller, now.name, now.role)
        if dialog.exec():
            name, role = dialog.name.text().strip(), dialog.role.text().strip()
            self._settings.change(lambda now: replace(now, name=name, role=role, is_signed=True))

    def name(self) -> str | None:
        """Return the name that signs, asking for it the first time it is wanted; None where nobody wants to sign."""
        if not self._settings.value.is_signed:
            self.ask()
        now = self._settings.value
        if not now.is_signed:
            return None
        return f"{now.name}, {now.role}" if now.role else now.name
