"""Reason: asks why findings may stay as they are."""

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from editor.gui.dialogs.frame import Framed
from editor.gui.fields.labels import name_choice
from editor.gui.teller import Teller
from editor.words import say, say_count

_REASONS = (
    say("So in the original"),
    say("A name, or words of somebody else"),
    say("The style of the house"),
    say("Right in this place"),
)


class ReasonDialog(Framed):
    """Asks why findings may stay: one of the usual reasons, or words of one's own."""

    def __init__(self, parent: QWidget, teller: Teller, count: int) -> None:
        super().__init__(parent, teller, say_count("Dismiss a finding", "Dismiss {count} findings", count))
        self.choice = QComboBox()
        self.choice.setEditable(True)
        for reason in _REASONS:
            self.choice.addItem(teller(reason))
        self.choice.setCurrentIndex(-1)
        self.choice.setEditText("")
        why = QLabel(teller(say("Why may this stay? The reason is kept in the document and never published.")))
        why.setWordWrap(True)
        after = QLabel(teller(say("The finding comes back when its words change.")))
        after.setProperty("quiet", True)
        for widget in (why, self.choice, after):
            self.column.addWidget(widget)
        name_choice(self.choice, teller(say("Reason")))
        self._keep = self.close_with(say("Dismiss"))
        self.setMinimumWidth(440)
        self.choice.editTextChanged.connect(self._allow)
        self._allow()

    @property
    def reason(self) -> str:
        """The reason given."""
        return self.choice.currentText().strip()

    def _allow(self) -> None:
        self._keep.setEnabled(bool(self.reason))
