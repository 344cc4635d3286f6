"""The dialogs that ask for files, where the desktop has none of its own: what they show, and what they answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTreeView, QWidget
from windows import answer_next

from editor.gui.dialogs.files import ask_file, ask_files, ask_folder, ask_target

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def owner(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "b.txt", "a release with a name of some length.communique"):
        (tmp_path / name).write_text("text", encoding="utf-8")
    return tmp_path


def accepting(names):
    def act(dialog):
        dialog.findChild(QLineEdit, "fileNameEdit").setText(names)
        dialog.accept()

    return act


def test_every_column_is_seen_to_its_end(owner, folder):
    seen = []

    def look(dialog):
        tree = dialog.findChild(QTreeView, "treeView")
        QApplication.processEvents()
        seen.append((tree.header().length(), tree.viewport().width(), tree.header().count()))
        dialog.reject()

    answer_next(QFileDialog, look)
    assert ask_file(owner, "Open", str(folder)) is None
    ((needed, room, columns),) = seen
    assert needed <= room
    assert columns == 4


def test_one_file_or_several_are_chosen(owner, folder):
    answer_next(QFileDialog, accepting("a.txt"))
    assert ask_file(owner, "Open", str(folder), "Texts (*.txt)") == folder / "a.txt"
    answer_next(QFileDialog, accepting('"a.txt" "b.txt"'))
    assert sorted(ask_files(owner, "Open", str(folder), "Texts (*.txt)")) == [folder / "a.txt", folder / "b.txt"]


def test_a_name_is_proposed_and_enter_takes_it(owner, folder):
    answer_next(QFileDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    assert ask_target(owner, "Save as", str(folder / "2026-014.communique"), "Documents (*.communique)") == (
        folder / "2026-014.communique"
    )


def test_a_folder_is_chosen(owner, folder):
    (folder / "outbox").mkdir()
    answer_next(QFileDialog, accepting("outbox"))
    assert ask_folder(owner, "Folder", str(folder)) == folder / "outbox"
