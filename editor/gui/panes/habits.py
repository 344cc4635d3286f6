"""Habits: keys that do something else than write where one stands: end a list, change a level, take back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from editor.edits import habits
from editor.edits.edit import Edit
from editor.gui.panes.pen import Pen
from editor.gui.session import Session
from editor.model.address import Address
from editor.model.communique import Communique

_Habit = Callable[[Communique, Address], Edit | None]
_HABITS: Mapping[Qt.Key, _Habit] = {
    Qt.Key.Key_Backspace: habits.left,
    Qt.Key.Key_Return: habits.ended,
    Qt.Key.Key_Enter: habits.ended,
    Qt.Key.Key_Tab: lambda doc, place: habits.levelled(doc, place, 1),
    Qt.Key.Key_Backtab: lambda doc, place: habits.levelled(doc, place, -1),
}


class Habits:
    """Answers for each key pressed on a page, nothing being selected, whether it was such a one, and does it."""

    def __init__(self, session: Session, pen: Pen, caret: Callable[[], Address | None]) -> None:
        self._session = session
        self._pen = pen
        self._caret = caret

    def press(self, key: Qt.Key) -> bool:
        """Do what the key does by habit where the caret stands; answers whether it does anything."""
        if key is Qt.Key.Key_Backspace and self._pen.take_back():
            return True
        # What was typed on the other page may take this row away.
        self._session.flush()
        habit, caret = _HABITS.get(key), self._caret()
        edit = habit(self._session.doc, caret) if habit is not None and caret is not None else None
        return edit is not None and self._session.do(edit, caret)
