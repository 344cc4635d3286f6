"""Measures, in the real window, what it takes to see that a confirmed pair changed; prints, never asserts.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/staleness.py [ROWS]

Of a confirmed release one word is changed in each language in turn. Printed is the processor's time from the key to
the strip that shows the change word by word, without the pause after which it follows the caret.
"""

import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor import app as program
from editor.edits.rows import confirm
from editor.gui.settings import SettingsStore
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import PairState, Row

TEXTS = (
    "The line {n} opens on 3 May and costs 40 million euros a year. " * 4,
    "La ligne {n} ouvre le 3 mai et coûte. " * 6,
)


def main(count: int) -> None:
    app = QApplication(sys.argv[:1])
    folder = Path(tempfile.mkdtemp())
    store = SettingsStore(folder / "settings.ini")
    store.change(lambda now: replace(now, tongue="en", is_signed=True, name="A", role=""))
    window = program.build(store)
    sides = [Bilingual(*((Passage(text.format(n=n).strip()),) for text in TEXTS)) for n in range(count)]
    doc = Communique(tuple(Row(f"r{n}", side) for n, side in enumerate(sides)), counter=count)
    doc = confirm(tuple(row.id for row in doc.rows), "A", datetime(2026, 5, 3, tzinfo=UTC)).apply(doc)
    window._parts.session.open(doc, None, is_saved=False)
    window.show()
    QTest.qWait(1500)
    for language in Language:
        times = []
        for n in range(0, count, max(count // 20, 1)):
            window.rows.go_to(doc.rows[n].address(language, 0, 4, 4))
            QTest.qWait(200)
            before = time.process_time()
            QTest.keyClick(window.rows.pages[language], "x")
            now = window._parts.session.doc
            window.rows.stale.show_row(now.rows[n])
            app.processEvents()
            times.append(time.process_time() - before)
        stale = sum(row.state is PairState.STALE for row in window._parts.session.doc.rows)
        print(f"{language.value}: {len(times)} keys, {stale} pairs stale, median {1000 * median(times):.1f} ms")
    window._parts.session.mark_saved(window._parts.session.doc, folder / "a.communique")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 60)
