"""Teller: puts sentences into the language of the window, and says when that language changes."""

from PySide6.QtCore import QLocale, QObject, Signal

from editor.words import Sentence, Tongue


class Teller(QObject):
    """Called with a sentence, answers it in the window's language. Panes tell theirs anew on `changed`."""

    changed = Signal()

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue

    def __call__(self, sentence: Sentence) -> str:
        """Return the sentence in the window's language."""
        return sentence.told(self._tongue)

    @property
    def tongue(self) -> Tongue:
        """The window's language."""
        return self._tongue

    def speak(self, tongue: Tongue) -> None:
        """Change the window's language."""
        if tongue != self._tongue:
            self._tongue = tongue
            self.changed.emit()


def system_tongue() -> Tongue:
    """Return the language of the desktop where the window speaks it, else English."""
    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"
