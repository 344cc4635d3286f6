"""Trouble: what is told when something unexpected happened, with the details to copy; never any text of a release."""

import logging
import platform
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from editor import __version__
from editor.errors import whereabouts
from editor.gui.teller import Teller
from editor.words import say

_LARGEST = 500_000
"""Bytes of a log file; one former one is kept."""


def keep_log(path: Path) -> None:
    """Write warnings and errors into a file that never grows large; without a folder for it, nowhere."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", errors="backslashreplace", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def details(error: BaseException) -> str:
    """Return what a developer needs: versions, and where in the program it happened; nothing of what was written."""
    system = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"Communiqué {__version__}\n{system}\n{whereabouts(error)}"


class TroubleDialog(QDialog):
    """Says that something unexpected happened, that the text is safe, and offers the details."""

    def __init__(self, parent: QWidget, teller: Teller, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(teller(say("Something unexpected happened")))
        self.setMinimumWidth(520)
        why = QLabel(
            teller(
                say(
                    "Something unexpected happened. Your text is safe and work can go on; please save it. "
                    "The details below say where in the program it was; they hold nothing of what you wrote."
                )
            )
        )
        why.setWordWrap(True)
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setProperty("field", True)
        shown.setAccessibleName(teller(say("Details")))
        copy = QPushButton(teller(say("Copy the details")))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        close = QPushButton(teller(say("Go on")))
        close.setProperty("primary", True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(why)
        column.addWidget(shown, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column.addLayout(buttons)
