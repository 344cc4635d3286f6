"""Selection: the ground behind the line of a list that is chosen, the same in every list that paints its own lines."""

from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from editor.gui.style import Look


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look) -> None:
    """Paint the ground of one line where it is chosen: stronger while the list has the keys."""
    # Named by its module and only here: Qt's largest class takes its time to come up.
    flags = QtWidgets.QStyle.StateFlag
    if option.state & flags.State_Selected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.palette.selection if option.state & flags.State_Active else look.palette.line)
        painter.drawRoundedRect(option.rect.adjusted(12, 0, -12, 0), 4, 4)
