"""Calendar: a month that opens below a field of a date, by its button or Alt+Down, and writes the day chosen."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit

from editor.gui.teller import Teller
from editor.words import say

if TYPE_CHECKING:
    from editor.gui.fields.month import CalendarSheet

_ICON = 16
"""Pixels."""
_FINE = 3
"""Dots that each of them is drawn with, for screens that have as many."""


class CalendarButton(QObject):
    """A button at the end of a field. `present` answers the day shown first, `take` is given the day chosen."""

    def __init__(
        self, field: QLineEdit, present: Callable[[], date | None], take: Callable[[date], None], teller: Teller
    ) -> None:
        super().__init__(field)
        self._field = field
        self._present = present
        self._take = take
        self._teller = teller
        self.sheet: CalendarSheet | None = None
        self._action = QAction(QIcon(), "", self)
        self._action.triggered.connect(self.open)
        field.addAction(self._action, QLineEdit.ActionPosition.TrailingPosition)
        field.installEventFilter(self)
        teller.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say what the button does in the window's language, and draw it in the colours of the theme."""
        self._action.setText(self._teller(say("Choose in the calendar")))
        self._action.setToolTip(self._teller(say("Choose in the calendar (Alt+Down)")))
        self._action.setIcon(_chevron(self._field.palette().placeholderText().color().rgb()))

    def open(self) -> None:
        """Show the month of the present day, with the focus on it."""
        from editor.gui.fields.month import CalendarSheet

        sheet = self.sheet = CalendarSheet(self._field, self._teller)
        day = self._present() or date.today()  # noqa: DTZ011 (the day on the wall of who writes)
        sheet.month.setSelectedDate(QDate(day.year, day.month, day.day))
        sheet.month.activated.connect(self._choose)
        sheet.month.clicked.connect(self._choose)
        sheet.show_below(self._field)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Open on Alt+Down, as lists that drop down do; in the texts the same keys move a row."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                return False
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.open()
                return True
        elif event.type() is QEvent.Type.PaletteChange:
            self.retranslate()
        return False

    def _choose(self, chosen: QDate) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.close()
            self._field.setFocus(Qt.FocusReason.PopupFocusReason)
            self._take(date(chosen.year(), chosen.month(), chosen.day()))


@cache
def _chevron(colour: int) -> QIcon:
    """Draw the sign of the button in a colour, given as its RGB value."""
    icon = QPixmap(_ICON * _FINE, _ICON * _FINE)
    icon.setDevicePixelRatio(_FINE)
    icon.fill(Qt.GlobalColor.transparent)
    painter = QPainter(icon)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgb(colour), 1.2))
    painter.drawPolyline([QPointF(4.5, 6.5), QPointF(8, 10), QPointF(11.5, 6.5)])
    painter.end()
    return QIcon(icon)
