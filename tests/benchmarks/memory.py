"""What the translation memory costs at 5,000 releases: filling, proposals, words looked up; and what it costs a key.

`QT_QPA_PLATFORM=offscreen python tests/benchmarks/memory.py [RELEASES]`. The words are made up, and some of them as
much commoner than others as in real texts (Zipf).
"""

import os
import random
import statistics
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path

RELEASES = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
ROWS, SENTENCES = 12, 3
KEYS = 200
NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)


class Speech:
    """Sentences of made-up words, the n-th of which comes 1/n as often as the first, as in any language."""

    def __init__(self):
        self.chance = random.Random(1)  # noqa: S311 (repeatable)
        syllables = [f"{a}{b}" for a in ("b", "d", "f", "gr", "l", "m", "p", "r", "s", "tr", "v") for b in "aeiou"]
        self.words = [_word(number, syllables) for number in range(30_000)]
        self.weights = [*accumulate(1 / rank for rank in range(1, len(self.words) + 1))]

    def sentence(self):
        words = self.chance.choices(self.words, cum_weights=self.weights, k=self.chance.randint(6, 26))
        if self.chance.random() < 0.3:
            words[-1:] = [str(self.chance.randint(2, 999)), words[-1]]
        return f"{words[0].capitalize()} {' '.join(words[1:])}."


def _word(number, syllables):
    """Make a word of a number, another one of every number."""
    word = syllables[number % len(syllables)]
    while number := number // len(syllables):
        word += syllables[number % len(syllables)]
    return word


def fill(path):
    """Make a memory of so many releases, each row a paragraph of three sentences; answers some of its texts."""
    from editor.library.memory import Said, TranslationMemory, _add  # noqa: PLC0415
    from editor.model.language import Bilingual  # noqa: PLC0415
    from editor.model.memory import Told  # noqa: PLC0415

    speech, texts = Speech(), []
    with closing(TranslationMemory(path)) as memory:
        began = time.perf_counter()
        for number in range(0, RELEASES, 50):
            with memory._store.change() as database:
                for each in range(number, min(number + 50, RELEASES)):
                    day = (date(2015, 1, 1) + timedelta(days=each % 4000)).isoformat()
                    made = database.execute(
                        "INSERT INTO documents (path, reference, day, version) VALUES (?, ?, ?, 0)",
                        (f"/office/{each}.communique", f"{day[:4]}-{each}", day),
                    )
                    for row in range(ROWS):
                        parts = [Bilingual(speech.sentence(), speech.sentence()) for _ in range(SENTENCES)]
                        whole = Bilingual(*(" ".join(part[side] for part in parts) for side in _languages()))
                        told = Told(whole, tuple(parts), is_covered=True)
                        _add(database, int(made.lastrowid), Said(f"r{row}", told, "Ada", NOON.isoformat()))
                    texts.append((whole.en, parts[0].en))
        took = time.perf_counter() - began
        print(f"{RELEASES} releases, {memory.count} pairs, {path.stat().st_size / 1e6:.0f} MB, filled in {took:.0f} s "
              "(aligning left out)")  # fmt: skip
    began = time.perf_counter()
    with closing(TranslationMemory(path)):
        print(f"opened in {1000 * (time.perf_counter() - began):.0f} ms")
    return speech.chance.sample(texts, 40)


def _languages():
    from editor.model.language import Language  # noqa: PLC0415

    return tuple(Language)


def ask(path, texts):
    """Ask for texts that are known, known but for a word or a figure, and for words."""
    from editor.library.concordance import concordance  # noqa: PLC0415
    from editor.library.memory import TranslationMemory  # noqa: PLC0415
    from editor.library.proposals import Wish, proposals  # noqa: PLC0415
    from editor.model.language import Language  # noqa: PLC0415

    with closing(TranslationMemory(path)) as memory:
        for title, change in (("as it stands", 0), ("one word changed", 1), ("a fifth of the words changed", 5)):
            for place, what in ((0, "paragraph"), (1, "sentence")):
                spent, found = [], 0
                for pair in texts:
                    sought = changed(pair[place], change)
                    spent.append(timed(partial(memory.matches, sought, Language.EN)))
                    known = spent[-1][2]
                    found += bool(known) and known[0].wording.en == pair[place]
                tell(f"{what} {title}", spent, f"{found} of {len(texts)} found")
        spent = []
        for whole, _ in texts:
            wish = Wish(Language.EN, changed(whole, 5), tuple(f"{part}." for part in whole.split(". ")), 0)
            spent.append(timed(partial(proposals, memory, wish)))
        tell("all a row is shown (the paragraph and its sentences)", spent, "")
        common = Speech().words
        for title, words in (
            ("the commonest word", common[0]),
            ("a common word", common[20]),
            ("a rare word", common[9000]),
            ("two words together", " ".join(texts[0][1].split()[1:3])),
            ("the beginning of a word", common[200][:3]),
            ("words nobody wrote", "zzz qqq"),
        ):
            spent = []
            for _ in range(7):
                spent.append(timed(partial(concordance, memory, words)))
            tell(f"concordance: {title}", spent, f"{len(spent[0][2])} lines")


def changed(text, step):
    """Exchange a word in the middle (1), or every fifth one."""
    words = text.split()
    for place in range(2, len(words), 5) if step > 1 else [len(words) // 2] * step:
        words[place] = "otherwise"
    return " ".join(words)


def timed(do):
    """Do something; answers the milliseconds it took on the clock and of the processor, and what came of it."""
    began, used = time.perf_counter(), time.thread_time()
    result = do()
    return 1000 * (time.perf_counter() - began), 1000 * (time.thread_time() - used), result


def tell(title, spent, more):
    """Print what something took."""
    wall, cpu = (sorted(each[column] for each in spent) for column in (0, 1))
    p95 = int(len(wall) * 0.95)
    print(
        f"{title}: median {statistics.median(wall):.1f}, p95 {wall[p95]:.1f} ms; of the processor "
        f"{statistics.median(cpu):.1f} and {cpu[p95]:.1f} ms {more}".rstrip()
    )


def measure_keys(folder):
    """Type the translation with the memory shown, in turn with another pane shown: what it costs a key."""
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from editor import app as program  # noqa: PLC0415
    from editor.gui.settings import SettingsStore  # noqa: PLC0415
    from editor.model.communique import Communique  # noqa: PLC0415
    from editor.model.language import Bilingual, Language  # noqa: PLC0415
    from editor.model.passage import Passage  # noqa: PLC0415
    from editor.model.rows import Row  # noqa: PLC0415

    app = QApplication.instance() or QApplication(["bench", "-style", "Fusion"])
    window = program.build(SettingsStore(folder / "settings.ini"))
    window.show()
    speech = Speech()
    rows = [Row(f"r{n}", Bilingual((Passage(" ".join(speech.sentence() for _ in range(3))),), ())) for n in range(60)]
    session = window._parts.session
    session.open(Communique(tuple(rows)), None, is_saved=True)
    window.rows.go_to(rows[5].address(Language.FR, 0, 0, 0))
    page = window.rows.pages[Language.FR]
    QTest.qWait(4000)
    panes = {True: window.translating.pane, False: window.versions}
    times, cpu = {True: [], False: []}, {True: 0.0, False: 0.0}
    for turn in range(24):
        is_on = turn % 2 == 0
        window.bottom.show_pane(panes[is_on])
        QTest.qWait(600)
        for _ in range(KEYS // 12):
            began, used = time.perf_counter(), time.process_time()
            QTest.keyClicks(page, "a")
            app.processEvents()
            times[is_on].append(time.perf_counter() - began)
            cpu[is_on] += time.process_time() - used
            QTest.qWait(15)
    for is_on, title in ((False, "another pane"), (True, "the memory")):
        ms = sorted(1000 * each for each in times[is_on])
        print(f"key with {title} shown: median {statistics.median(ms):.2f}, p95 {ms[int(len(ms) * 0.95)]:.2f} ms")
    ratio = statistics.median(times[True]) / statistics.median(times[False])
    print(f"ratio of medians {ratio:.2f}, of CPU {cpu[True] / cpu[False]:.2f}")
    session.mark_saved(session.doc, folder / "a.communique")
    window.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("XDG_STATE_HOME", "XDG_DATA_HOME"):
        os.environ[name] = tempfile.mkdtemp()
    from editor.assets import user_data
    from editor.library.memory import MEMORY

    user_data().mkdir(parents=True, exist_ok=True)
    ask(user_data() / MEMORY, fill(user_data() / MEMORY))
    measure_keys(Path(tempfile.mkdtemp()))
