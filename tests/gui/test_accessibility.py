"""What a screen reader is told: every control of every pane and dialog has a name and a role, in both languages."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPushButton, QTabBar, QWidget

from editor import app as program
from editor.assets import resource
from editor.gui.actions import COMMANDS
from editor.gui.panes.gutter import tell_row
from editor.gui.settings import SettingsStore

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NEEDING = {
    QAccessible.Role.Button,
    QAccessible.Role.PushButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.List,
    QAccessible.Role.Tree,
    QAccessible.Role.Table,
    QAccessible.Role.PageTabList,
    QAccessible.Role.Slider,
}
"""Roles of what can be used; a name is all that tells one from another."""

BY_SYSTEM = {"open", "save", "save_as", "quit", "add_picture"}
"""Commands that leave the window or ask for a file in the desktop's own dialog."""


def labels(box):
    """Return what a screen reader calls a choice on Linux, where its name is the value chosen."""
    face = QAccessible.queryAccessibleInterface(box)
    return [label.text(QAccessible.Text.Name) for label, _ in face.relations(QAccessible.RelationFlag.Label)]


def nameless(root):
    """Yield every control in sight below a widget that has no name: its class, its role, where it is."""
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if face is None:
            continue
        inside = widget.parentWidget()
        # The list and the line inside a choice or a number speak with its own voice.
        if inside is not None and (inside.inherits("QComboBox") or inside.inherits("QAbstractSpinBox")):
            continue
        if isinstance(widget, QComboBox) and not any(labels(widget)):
            yield type(widget).__name__, "no label", type(inside).__name__ if inside else ""
        takes_keys = bool(widget.focusPolicy().value & 1)
        if (face.role() in NEEDING or takes_keys) and not face.text(QAccessible.Text.Name).strip():
            yield type(widget).__name__, face.role().name, type(inside).__name__ if inside else ""


def enter_misleads(dialog):
    """Return the button that Enter presses in a dialog as it opens, where another one is painted as the usual one."""
    buttons = dialog.findChildren(QPushButton)
    primary = [button for button in buttons if button.property("primary") and button.isVisible()]
    held = [button for button in buttons if button.hasFocus() and button.autoDefault()]
    pressed = held or [button for button in buttons if button.isDefault()]
    return "" if not primary or pressed == primary else f"Enter presses {[button.text() for button in pressed]}"


@pytest.fixture(params=["en", "fr"])
def window(request, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    store = SettingsStore(tmp_path / "settings.ini")
    store.change(lambda now: replace(now, tongue=request.param, is_signed=True, name="A. Duval"))
    window = program.build(store)
    session = window._parts.session
    qtbot.addWidget(window, before_close_func=lambda _: session.mark_saved(session.doc, tmp_path / "left.communique"))
    window.show()
    path = tmp_path / "ferry.communique"
    path.write_bytes(resource("examples/lake-ferry.communique").read_bytes())
    assert window.documents.open(path)
    yield window
    window.teller.speak("en")  # the words of Qt itself are one for the whole process


def test_every_control_of_the_window_has_a_name_whatever_tab_is_in_front(window):
    window.problems.filter.open()
    found = list(nameless(window))
    for bar in window.findChildren(QTabBar):
        for index in range(bar.count()):
            bar.setCurrentIndex(index)
            QApplication.processEvents()
            found += nameless(window)
    assert found == []


def test_every_control_of_every_dialog_a_command_opens_has_a_name(window, tmp_path):
    found, opened = {}, []

    def look():
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                opened.append(type(dialog).__name__)
                if faults := list(nameless(dialog)):
                    found[type(dialog).__name__] = faults
                if not dialog.windowTitle().strip():
                    found.setdefault(type(dialog).__name__, []).append("no title")
                if fault := enter_misleads(dialog):
                    found.setdefault(type(dialog).__name__, []).append(fault)
                dialog.close()

    for command in COMMANDS:
        action = window.actions_[command.name]
        if command.name in BY_SYSTEM or action.menu() is not None or not action.isEnabled():
            continue
        QTimer.singleShot(0, look)
        action.trigger()
        QApplication.processEvents()
        look()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        if not window.header.isVisible():
            window.threshold.cross()
            window.arrangement.leave_texts()
        session = window._parts.session
        session.mark_saved(session.doc, session.path or tmp_path / "new.communique")
    assert found == {}
    assert len(set(opened)) >= 5


def test_a_text_put_into_a_field_by_a_screen_reader_reaches_the_release(signed_window):
    """It comes without keys: Qt tells it like a text that the program has put there."""
    fields = {line.accessibleName(): line for line in signed_window.details.release.findChildren(QLineEdit)}
    fields["Reference"].setText("2026-020")
    fields["Date"].setText("17 May 2021")
    release = signed_window._parts.session.doc.release
    assert (release.reference, str(release.date)) == ("2026-020", "2021-05-17")


def test_the_texts_come_before_the_fields_and_the_fields_before_the_problems(signed_window):
    order = []

    def walk(interface):
        order.append(interface.text(QAccessible.Text.Name))
        for index in range(interface.childCount()):
            walk(interface.child(index))

    walk(QAccessible.queryAccessibleInterface(signed_window))
    wanted = ["English text", "French text", "Reference", "Problems"]
    places = [order.index(name) for name in wanted[:3]] + [len(order) - 1 - order[::-1].index(wanted[3])]
    assert places == sorted(places)


def test_the_rows_are_a_list_whose_items_say_how_far_each_is(window):
    window.rows.gutter.refresh()
    face = QAccessible.queryAccessibleInterface(window.rows.gutter)
    doc = window._parts.session.doc
    assert face.role() is QAccessible.Role.List
    assert face.childCount() == len(doc.rows)
    for number, row in enumerate(doc.rows):
        item = face.child(number)
        assert item.role() is QAccessible.Role.ListItem
        assert item.text(QAccessible.Text.Name) == window.teller(tell_row(number, row))
