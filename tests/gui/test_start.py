import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
FOR_LATER = {
    "lxml", "enchant", "numpy", "regex", "sqlite3", "concurrent.futures", "hashlib", "html", "asyncio", "markdown_it",
    "editor.cli.command", "editor.checks.run", "editor.gui.find", "editor.gui.welcome", "editor.gui.dialogs.preview",
    "editor.gui.panes.comments", "editor.gui.panes.memory", "editor.gui.panes.newsml",
    "editor.gui.panes.people", "editor.gui.panes.pictures", "editor.gui.panes.versions", "editor.text.changes",
}  # fmt: skip
"""What the first paint does not need."""
STARTED = """
from editor.__main__ import load_window
build = load_window().build
import builtins, linecache, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from editor.gui.settings import SettingsStore
app = QApplication([])
window = build(SettingsStore(Path(sys.argv[1])))
window.show()
window.repaint()
"""


def told(path, command):
    """What a fresh process prints that has started the window and painted it."""
    ran = subprocess.run(
        (sys.executable, "-c", STARTED + command, str(path / "settings.ini")),
        cwd=CHECKOUT,
        env={**os.environ, "XDG_DATA_HOME": str(path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.split()


def test_a_start_loads_nothing_that_the_first_paint_does_not_need(tmp_path):
    assert FOR_LATER & set(told(tmp_path, "print(*sys.modules)")) == set()


def test_nobody_reads_the_source_of_what_is_loaded(tmp_path):
    read = told(tmp_path, "print(*(name for name in linecache.cache if 'editor' in name))")
    assert read == []


def test_the_first_paint_uses_nothing_of_qt_that_takes_long_to_load(tmp_path):
    # Each has hundreds of named values, made into Python's at the first mention of the class: two to six milliseconds.
    known = told(tmp_path, "import PySide6\nprint(*vars(PySide6.QtWidgets), *vars(PySide6.QtGui))")
    assert "QPainter" in known
    assert {"QStyle", "QGradient"} & set(known) == set()


def test_the_first_checks_load_no_megabytes_that_an_empty_release_does_not_need(tmp_path):
    checked = """
from PySide6.QtCore import QTimer
window._parts.checking.found.connect(lambda _found: QTimer.singleShot(0, app.quit))
QTimer.singleShot(60_000, app.quit)
app.exec()
print(*sys.modules)
"""
    loaded = set(told(tmp_path, checked))
    assert {"editor.checks.run", "editor.publishing.proof"} <= loaded
    assert {"hashlib", "sqlite3", "numpy", "regex"} & loaded == set()
