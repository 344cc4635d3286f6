"""Start to first paint, ours beside a bare Qt window with two editors; printed as a ratio, in turn, never asserted.

Run: python tests/benchmarks/start.py [RUNS]
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_FIRST_PAINT = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not hasattr(self, "done"):
            self.done = True
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        memory = next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]
        print(time.time() - float(sys.argv[1]), int(memory) / 1024, flush=True)
        import os
        os._exit(0)
"""

_BARE = (
    _FIRST_PAINT
    + """
from PySide6.QtWidgets import QMainWindow, QSplitter, QTextEdit
app = QApplication([])
paint = FirstPaint()
window = QMainWindow()
both = QSplitter()
editors = [QTextEdit(), QTextEdit()]
for editor in editors:
    both.addWidget(editor)
    editor.viewport().installEventFilter(paint)
window.setCentralWidget(both)
window.menuBar().addMenu("File")
window.statusBar()
window.resize(1280, 800)
window.show()
app.exec()
"""
)

_OURS = (
    _FIRST_PAINT
    + """
from editor.app import build
from editor.gui.settings import SettingsStore
from editor.model.language import Language
from pathlib import Path
app = QApplication([])
paint = FirstPaint()
window = build(SettingsStore(Path(sys.argv[2])))
window.rows.pages[Language.EN].viewport().installEventFilter(paint)
window.show()
app.exec()
"""
)


def first_paint(program: str, settings: str) -> tuple[float, float]:
    """Return seconds from spawning to the first paint, and the megabytes resident then."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, repr(time.time()), settings]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    seconds, memory = told.stdout.split()
    return float(seconds), float(memory)


def main() -> None:
    """Start both in turn and print medians and the ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    settings = "/nonexistent/settings.ini"
    bare, ours = [], []
    for _ in range(runs + 1):
        bare.append(first_paint(_BARE, settings))
        ours.append(first_paint(_OURS, settings))
    for name, figures in (("bare", bare[1:]), ("ours", ours[1:])):
        seconds = [one for one, _ in figures]
        print(
            f"{name}: first paint {statistics.median(seconds) * 1000:.0f} ms "
            f"({min(seconds) * 1000:.0f}–{max(seconds) * 1000:.0f}), {figures[-1][1]:.0f} MB"
        )
    ratio = statistics.median(o[0] / b[0] for o, b in zip(ours[1:], bare[1:], strict=True))
    print(f"ratio, pair by pair: {ratio:.2f} (goal 2.00)")


if __name__ == "__main__":
    main()
