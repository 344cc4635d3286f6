from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from editor.gui.fields.page import Page
from editor.gui.undo_filter import UndoFilter
from editor.model.language import Language

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_undo_reaches_the_window_from_a_page_and_from_a_field(qtbot, qapp, look):
    window = QMainWindow()
    qtbot.addWidget(window)
    undone = []
    undo = QAction("Undo", window)
    undo.setShortcuts(QKeySequence.keyBindings(QKeySequence.StandardKey.Undo))
    undo.triggered.connect(lambda: undone.append(QApplication.focusWidget()))
    window.addAction(undo)
    page, field = Page(Language.EN, look), QLineEdit()
    watch = UndoFilter(qapp)
    window.setCentralWidget(page)
    window.setMenuWidget(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for widget in (page, field):
        widget.setFocus()
        qtbot.keyClicks(widget, "x")
        qtbot.keyClick(widget, Qt.Key.Key_Z, CONTROL)
    assert undone == [page, field]
    watch.deleteLater()
