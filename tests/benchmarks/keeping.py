"""What keeping costs: keys with and without a journal in one process, and searches of an archive of 5,000 releases.

`QT_QPA_PLATFORM=offscreen python tests/benchmarks/keeping.py`
"""

import os
import random
import statistics
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

KEYS = 400
RELEASES = 5000


def measure_keys():
    """Type into one window, in turn with its journal at work and at rest."""
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from editor import app as program  # noqa: PLC0415
    from editor.gui.settings import SettingsStore  # noqa: PLC0415
    from editor.model.communique import Communique  # noqa: PLC0415
    from editor.model.language import Bilingual, Language  # noqa: PLC0415
    from editor.model.passage import Passage  # noqa: PLC0415
    from editor.model.rows import Row  # noqa: PLC0415

    app = QApplication.instance() or QApplication(["bench", "-style", "Fusion"])
    folder = Path(tempfile.mkdtemp())
    window = program.build(SettingsStore(folder / "settings.ini"))
    window.show()
    side = (Passage("The authority said that the ferry will run again on Monday. " * 6),)
    session = window._parts.session
    session.open(Communique(tuple(Row(f"r{n}", Bilingual(side, side)) for n in range(60))), None, is_saved=True)
    page = window.rows.pages[Language.EN]
    page.setFocus()
    journaling = window.keeping._journaling
    times = {True: [], False: []}
    cpu = {True: 0.0, False: 0.0}
    for turn in range(20):
        is_on = turn % 2 == 0
        if is_on:
            session.changed.connect(journaling._start)
            journaling._start()
        else:
            session.changed.disconnect(journaling._start)
            journaling._timer.stop()
        for _ in range(KEYS // 10):
            began, used = time.perf_counter(), time.process_time()
            QTest.keyClicks(page, "a")
            app.processEvents()
            times[is_on].append(time.perf_counter() - began)
            cpu[is_on] += time.process_time() - used
        if not is_on:
            journaling._timer.stop()
    for is_on, title in ((False, "without"), (True, "with")):
        ms = sorted(1000 * each for each in times[is_on])
        per_key = 1000 * cpu[is_on] / len(ms)
        print(
            f"key {title} journal: median {statistics.median(ms):.2f} ms, p95 {ms[int(len(ms) * 0.95)]:.2f} ms, "
            f"CPU {per_key:.2f} ms (its thread included)"
        )
    session.mark_saved(session.doc, folder / "a.communique")
    window.close()


def measure_archive():
    """Fill an archive with releases and search it."""
    from editor.formats import native  # noqa: PLC0415
    from editor.library.archive import Archive, described  # noqa: PLC0415
    from editor.library.versions import Form, Version, Versions  # noqa: PLC0415
    from editor.model.language import Bilingual  # noqa: PLC0415

    chance = random.Random(1)  # noqa: S311 (repeatable)
    words = [
        f"{a}{b}{c}" for a in ("fer", "pon", "été", "har", "lun") for b in "aeiou" for c in ("ry", "té", "bour", "")
    ]
    folder = Path(tempfile.mkdtemp())
    noon = datetime(2020, 1, 1, 12, tzinfo=UTC)
    with (
        closing(Versions(folder / "versions.sqlite3", Form(native.write, native.read, native.LIMIT))) as versions,
        closing(Archive(folder / "archive.sqlite3")) as archive,
    ):
        batch = []
        for number in range(RELEASES):
            doc = _release(words, chance, number)
            version = Version(number, noon + timedelta(hours=number), "Ada", number % 2, Bilingual(1, 1), fields=False)
            batch.append((doc, described(doc, Path(f"/office/{number}.communique"), version)))
        began = time.perf_counter()
        archive._take_in(batch)
        print(f"{RELEASES} releases indexed in {time.perf_counter() - began:.1f} s")
        for words_ in ("", "2023-1", "ete ferary", "pon", "harebour lunité", "zzz"):
            spent = []
            for _ in range(9):
                began = time.perf_counter()
                found = archive.search(words_)
                spent.append(1000 * (time.perf_counter() - began))
            print(
                f"search “{words_}”: {len(found)} shown, "
                f"median {statistics.median(spent):.1f}, most {max(spent):.1f} ms"
            )
        doc = _release(words, chance, 0)
        began = time.perf_counter()
        for number in range(50):
            versions.keep(replace(doc, counter=number), Path("/office/a.communique"), "Ada", noon)
        print(f"a version kept in {20 * (time.perf_counter() - began):.1f} ms")


def _release(words, chance, number):
    from editor.model.communique import Communique  # noqa: PLC0415
    from editor.model.language import Bilingual  # noqa: PLC0415
    from editor.model.passage import Passage  # noqa: PLC0415
    from editor.model.release import Release  # noqa: PLC0415
    from editor.model.rows import Row, RowKind  # noqa: PLC0415

    def side():
        return (Passage(" ".join(chance.choices(words, k=60))),)

    rows = tuple(
        Row(f"r{n}", Bilingual(side(), side()), RowKind.PARAGRAPH if n else RowKind.HEADLINE) for n in range(10)
    )
    day = date(2019, 1, 1) + timedelta(days=number % 2500)
    return Communique(rows, release=Release(reference=f"{day.year}-{number}", date=day))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("XDG_STATE_HOME", "XDG_DATA_HOME"):
        os.environ[name] = tempfile.mkdtemp()
    measure_keys()
    measure_archive()
