"""Month: a calendar over the window, in the window's language and colours."""

from PySide6.QtCore import QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout

from editor.gui.teller import Teller
from editor.words import say

_MONTH = QSize(300, 240)


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
