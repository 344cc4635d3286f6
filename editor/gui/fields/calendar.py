"""Calendar: a month that opens below a field of a date, by its button or Alt+Down, and writes the day chosen."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPainter, QPixmap, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout

from editor.assets import resource
from editor.gui.teller import Teller
from editor.words import say

_MONTH = QSize(300, 240)
_ICON, _CHEVRON = 16, 10
"""Pixels; the sign is as small as in the fields that drop down."""


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
        is_dark = self._field.palette().base().color().lightness() < 128
        chevron = QIcon(str(resource(f"icons/chevron-{'dark' if is_dark else 'light'}.svg"))).pixmap(_CHEVRON, _CHEVRON)
        icon = QPixmap(_ICON, _ICON)
        icon.fill(Qt.GlobalColor.transparent)
        painter = QPainter(icon)
        painter.drawPixmap((_ICON - _CHEVRON) // 2, (_ICON - _CHEVRON) // 2, chevron)
        painter.end()
        self._action.setIcon(QIcon(icon))

    def open(self) -> None:
        """Show the month of the present day, with the focus on it."""
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


class CalendarSheet(QFrame):
    """A month over the window; Escape closes it, Enter or a click chooses a day."""

    def __init__(self, field: QLineEdit, teller: Teller) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("pill", True)
        self.month = QCalendarWidget()
        self.month.setAccessibleName(teller(say("Calendar")))
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        french, english = QLocale(QLocale.Language.French), QLocale("en_GB")
        self.month.setLocale(french if teller.tongue == "fr" else english)
        weekend = QTextCharFormat()
        weekend.setForeground(self.palette().placeholderText())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, weekend)
        self.month.setMinimumSize(_MONTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.month)
        self.setFocusProxy(self.month)

    def show_below(self, field: QLineEdit) -> None:
        """Stand below a field, inside the screen."""
        self.adjustSize()
        screen = field.screen().availableGeometry()
        corner = field.mapToGlobal(QPoint(0, field.height() + 2))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        if corner.y() + self.height() > screen.bottom():
            corner.setY(field.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        self.move(corner)
        self.show()
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)
