"""Labels: what a screen reader calls a choice that has no label in sight."""

from PySide6.QtWidgets import QComboBox, QLabel

_UNSEEN = "unseen label"


def name_choice(box: QComboBox, name: str) -> None:
    """Name a choice that stands in its place already; a label that is in sight stays as it is.

    On Linux the accessible name of a choice is the value chosen; what it chooses is told by a label that points to it.
    """
    box.setAccessibleName(name)
    inside = box.parentWidget()
    if inside is None:
        return
    label = next((each for each in inside.findChildren(QLabel) if each.buddy() is box), None)
    if label is None:
        label = QLabel(inside)
        label.setObjectName(_UNSEEN)
        label.setBuddy(box)
        label.hide()
    if label.objectName() == _UNSEEN:
        label.setText(name)
