"""What a key costs in the whole window, as a ratio to a bare text editor of the same text, paired in one process.

`python tests/benchmarks/keystrokes.py [ROWS …]` (60, 1,000 and 3,000 without arguments) prints CPU milliseconds a key
that the window's thread takes, from the key to an idle event loop with everything painted, levelled, marked and spelt,
the findings shown after a pause included; the wait in the middle and at the 95th percentile; and what opening, resizing
and memory come to. Nothing here passes or fails.
"""

import os
import random
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from editor.app import build
from editor.gui.panes import levels
from editor.gui.settings import SettingsStore
from editor.gui.style import Theme, make_look
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.rows import Row

# Invented sentences; only their lengths matter.
ENGLISH = (
    "the harbour office and its partners agreed today to repair every lighthouse on the northern coast before winter"
)
FRENCH = "l’office du port et ses partenaires sont convenus aujourd’hui de réparer chaque phare avant l’hiver"
ROUNDS, KEYS = 12, 25


def a_communique(count):
    dice = random.Random(7)  # noqa: S311 (no secret)

    def passage(words):
        text = " ".join(dice.choice(words.split()) for _ in range(dice.randint(20, 70))).capitalize() + "."
        marks = [
            Mark(start, start + 20, kind, target)
            for start, (kind, target) in zip(
                (3, 40, 70), [(MarkKind.QUOTE, "q1"), (MarkKind.PERSON, "p1"), (MarkKind.BOLD, "")], strict=True
            )
        ]
        return Passage(text, tuple(mark for mark in marks if mark.end < len(text)))

    rows = tuple(
        Row(
            f"r{n}",
            Bilingual(
                tuple(passage(ENGLISH) for _ in range(2 if dice.random() < 0.08 else 1)),
                () if dice.random() < 0.05 else (passage(FRENCH),),
            ),
        )
        for n in range(1, count + 1)
    )
    return Communique(rows, (Participant("p1"),), (Quote("q1"),), counter=count)


def idle(app):
    for _ in range(4):
        app.processEvents()


def wait(app, until, most=60.0):
    end = time.monotonic() + most
    while not until() and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.002)


class Waiter:
    """Remembers whether it was called."""

    is_called = False

    def __call__(self, *_):
        self.is_called = True


def rest(app):
    """Let half a second pass, looking seldom: looking costs as well."""
    for _ in range(4):
        time.sleep(0.12)
        app.processEvents()


def bare_editor(doc, look):
    """Build a text editor with the English of the document, laid out whole."""
    editor = QTextEdit()
    editor.setFont(look.fonts.text)
    editor.setUndoRedoEnabled(False)
    editor.resize(480, 700)
    editor.setPlainText("\n".join(passage.text for row in doc.rows for passage in row[Language.EN]))
    cursor = QTextCursor(editor.document())
    cursor.select(QTextCursor.SelectionType.Document)
    shape = QTextBlockFormat()
    shape.setLineHeight(levels.LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setBottomMargin(levels.ROW_GAP)
    cursor.mergeBlockFormat(shape)
    editor.show()
    editor.document().documentLayout().blockBoundingRect(editor.document().lastBlock())
    return editor


def to_middle(editor):
    editor.setFocus()
    cursor = QTextCursor(editor.document().findBlockByNumber(editor.document().blockCount() // 2))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, 55)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def type_keys(app, editor, text):
    """Return CPU seconds of the window's thread for all, and the wall seconds of each."""
    walls = []
    start = time.thread_time()
    for letter in text:
        began = time.perf_counter()
        key = ord(letter.upper())
        app.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))
        app.sendEvent(editor, QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier, letter))
        idle(app)
        walls.append(time.perf_counter() - began)
    return time.thread_time() - start, walls


def measure(app, count):
    """Print what the pages of a document of so many rows cost; answers the CPU milliseconds of a key."""
    doc, look = a_communique(count), make_look(Theme.LIGHT)
    settings = SettingsStore(Path(tempfile.mkdtemp()) / "settings.ini")
    window = build(settings)
    session, spelling, pane = window._parts.session, window._parts.spelling, window.rows
    window.resize(1280, 800)
    window.show()
    idle(app)
    began, cpu = time.perf_counter(), time.process_time()
    session.open(doc, None, is_saved=True)
    app.processEvents()
    first = time.perf_counter() - began
    worst = 0.0
    while pane._loading.is_under_way:
        turn = time.perf_counter()
        app.processEvents()
        worst = max(worst, time.perf_counter() - turn)
    idle(app)
    print(
        f"{count} rows: first view {first * 1e3:.0f} ms, worst turn {worst * 1e3:.0f} ms, "
        f"whole {(time.perf_counter() - began) * 1e3:.0f} ms (CPU {(time.process_time() - cpu) * 1e3:.0f})"
    )
    wait(app, lambda: spelling.is_ready)
    wait(app, lambda: not pane._proofreader._waiting)
    window._parts.checking.found.connect(found := Waiter())
    window._parts.checking.run_soon()
    wait(app, lambda: found.is_called)
    bare = bare_editor(doc, look)
    page = pane.pages[Language.EN]
    ratios, bares, panes, walls = [], [], [], []
    text = ("harbour lighthouse " * 20)[:KEYS]
    for _ in range(ROUNDS):
        costs = []
        for editor in (bare, page):
            editor.activateWindow()
            to_middle(editor)
            idle(app)
            cost, each = type_keys(app, editor, text)
            costs.append(cost / KEYS * 1e3)
            if editor is page:
                walls += each
                start, whole = time.thread_time(), time.process_time()
                rest(app)
                after = (time.thread_time() - start) / KEYS * 1e3
                rest(app)
                checks = (time.process_time() - whole) * 1e3
                costs[1] += after
        bares.append(costs[0])
        panes.append(costs[1])
        ratios.append(costs[1] / costs[0])
    print(
        f"   key: bare {statistics.median(bares):.2f} ms CPU, pages {statistics.median(panes):.2f} "
        f"(of that after a pause {after:.2f}), ratio {statistics.median(ratios):.2f} "
        f"({min(ratios):.2f}–{max(ratios):.2f}); wall p50 {statistics.median(walls) * 1e3:.1f} ms, "
        f"p95 {statistics.quantiles(walls, n=20)[-1] * 1e3:.1f}; all threads after a pause {checks:.0f} ms CPU"
    )
    more(app, session, window, page)
    session.mark_saved(session.doc, Path("left"))
    window.close()
    bare.close()
    return statistics.median(panes)


def more(app, session, window, page):
    """Enter, undo, redo and resizing."""

    def cpu(do):
        start = time.process_time()
        do()
        idle(app)
        return (time.process_time() - start) * 1e3

    def enter():
        app.sendEvent(page, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r"))

    def scroll():
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + 60)

    entered, undone = cpu(enter), cpu(session.undo)
    widths = [cpu(lambda width=width: window.resize(width, 800)) for width in (1180, 1280)]
    steps = statistics.median(cpu(scroll) for _ in range(10))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"   Enter {entered:.1f} ms, undo {undone:.1f}, resize {statistics.mean(widths):.0f}, scroll {steps:.1f}; "
        f"peak memory {memory:.0f} MB"
    )


def main():
    app = QApplication(sys.argv[:1])
    # As the program does, so that a key need not wait for the checks in their thread.
    sys.setswitchinterval(0.0003)
    for count in [int(one) for one in sys.argv[1:]] or [60, 1000, 3000]:
        measure(app, count)


if __name__ == "__main__":
    main()
