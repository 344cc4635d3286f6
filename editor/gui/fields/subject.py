"""Subject: what of the communiqué a widget is about, so that others can follow the focus without knowing its pane."""

from PySide6.QtCore import QObject

from editor.model.address import Address

_NAME = "subject"


def set_subject(widget: QObject, where: Address) -> None:
    """Remember that a widget, and all in it, is about a place."""
    widget.setProperty(_NAME, where)


def subject_of(widget: QObject | None) -> Address | None:
    """Return what a widget is about, or what the nearest one around it is about."""
    while widget is not None:
        where = widget.property(_NAME)
        if isinstance(where, Address):
            return where
        widget = widget.parent()
    return None
