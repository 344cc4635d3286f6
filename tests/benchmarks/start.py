"""Start to first paint, ours beside a bare Qt window with two editors; printed as a ratio, in turn, never asserted.

Then what is resident once both dictionaries are loaded and the checks have answered, with nothing aligned yet.

Run: python tests/benchmarks/start.py [RUNS]
"""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
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
        print(time.time() - float(sys.argv[1]), time.process_time(), int(memory) / 1024, flush=True)
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
    """
from editor.__main__ import load_window
"""
    + _FIRST_PAINT
    + """
build = load_window().build
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


_AT_REST = """
from editor.__main__ import load_window
build = load_window().build
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from editor.gui.settings import SettingsStore
app = QApplication([])
window = build(SettingsStore(Path(sys.argv[2])))
window.show()
answers = []
window._parts.checking.proved.connect(answers.append)

def tell():
    if not (answers and window._parts.spelling.is_ready):
        return
    memory = next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]
    print(0, 0, int(memory) / 1024, flush=True)
    import os
    os._exit(0)

timer = QTimer(interval=200)
timer.timeout.connect(tell)
timer.start()
app.exec()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from spawning to the first paint, seconds of processor time until then, and the megabytes resident."""

    wall: float
    cpu: float
    memory: float


def first_paint(program: str, settings: str) -> Start:
    """Start a program, with its byte code at hand as an installed one has it, and measure to its first paint."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", program, repr(time.time()), settings]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return Start(*map(float, told.stdout.split()))


def main() -> None:
    """Start both in turn and print medians and the ratios; processor time is what a busy machine leaves comparable."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    settings = "/nonexistent/settings.ini"
    pairs = [(first_paint(_BARE, settings), first_paint(_OURS, settings)) for _ in range(runs + 1)][1:]
    for name, figures in zip(("bare", "ours"), zip(*pairs, strict=True), strict=True):
        wall, cpu = ([getattr(one, kind) * 1000 for one in figures] for kind in ("wall", "cpu"))
        print(
            f"{name}: first paint {statistics.median(wall):.0f} ms ({min(wall):.0f}–{max(wall):.0f}), "
            f"CPU {statistics.median(cpu):.0f} ms ({min(cpu):.0f}–{max(cpu):.0f}), {figures[-1].memory:.0f} MB"
        )
    for kind in ("wall", "cpu"):
        ratio = statistics.median(getattr(ours, kind) / getattr(bare, kind) for bare, ours in pairs)
        print(f"ratio, pair by pair, {kind}: {ratio:.2f} (goal 2.00)")
    memory = first_paint(_AT_REST, settings).memory
    print(f"ours with both dictionaries, checked, nothing aligned: {memory:.0f} MB (goal 120)")


if __name__ == "__main__":
    main()
