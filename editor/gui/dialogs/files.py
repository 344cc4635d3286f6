"""Files: asks for files and folders, in the dialog of the desktop or else in Qt’s, made wide enough to read."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView, QWidget

_SIZE = QSize(860, 540)
"""Of Qt's own dialog: its usual size cuts the date of each file short."""


def ask_file(parent: QWidget, title: str, start: str = "", kinds: str = "") -> Path | None:
    """Ask for one file that is there; `start` is a folder, `kinds` as Qt wants them: `Texts (*.txt);;All files (*)`."""
    return next(iter(_chosen(_dialog(parent, title, start, kinds))), None)


def ask_files(parent: QWidget, title: str, start: str = "", kinds: str = "") -> list[Path]:
    """Ask for any number of files that are there."""
    dialog = _dialog(parent, title, start, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def ask_target(parent: QWidget, title: str, start: str = "", kinds: str = "") -> Path | None:
    """Ask where to write; `start` ends with the name proposed. Whether a file may be replaced is asked here."""
    dialog = _dialog(parent, title, str(Path(start).parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(Path(start).name)
    return next(iter(_chosen(dialog)), None)


def ask_folder(parent: QWidget, title: str, start: str) -> Path | None:
    """Ask for a folder that is there."""
    dialog = _dialog(parent, title, start, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_chosen(dialog)), None)


def _dialog(parent: QWidget, title: str, folder: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.resize(_SIZE)
    tree = dialog.findChild(QTreeView, "treeView")
    if isinstance(tree, QTreeView):
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return dialog


def _chosen(dialog: QFileDialog) -> list[Path]:
    chosen = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
    dialog.deleteLater()
    return chosen
