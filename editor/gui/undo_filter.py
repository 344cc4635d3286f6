"""Undo filter: lets Ctrl+Z and Ctrl+Y reach the one history of the communiqué from every field.

Text fields, spin boxes and editable lists claim these keys for an undo of their own before any shortcut sees them.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoFilter(QObject):
    """Given the program, it watches only the widget with the focus: watching all would cost every event a call.

    Widgets of the class `but` see to it themselves.
    """

    def __init__(self, app: QApplication | None = None, but: type[QWidget] | None = None) -> None:
        super().__init__(app)
        self._but = but
        if app is not None:
            app.focusChanged.connect(self._follow)
            self._follow(None, app.focusWidget())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the shortcuts of the window."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not any(event.matches(key) for key in _KEYS):
            return False
        event.ignore()
        return True

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and (self._but is None or not isinstance(new, self._but)):
            new.installEventFilter(self)
