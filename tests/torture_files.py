"""Files, tortured: a real window killed while somebody types, every step of the disk made to fail, and damaged files.

`python tests/torture_files.py [KILLS [DAMAGED]]` (300 and 500 where nothing is said) prints the counts; the test suite
runs a short form. What must hold: the document on disk is always a whole one, at most two seconds of typing are lost,
nothing is shown but sentences.
"""

import errno
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from damage import damaged

from editor.errors import CommuniqueError, Unreadable, Unwritable
from editor.formats import native
from editor.formats.files import DISK, backup_of, replacing
from editor.formats.journal import SUFFIX, Journal, Origin, read_journal
from editor.formats.lock import Lock, holder_of, lock_path
from editor.library.directory import FILE, DirectoryStore
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.people import Participant
from editor.model.rows import Row

MOST_LOST = 2.0
"""Seconds of typing that may be lost."""
FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES)
STEPS = ("create", "open", "write", "fsync", "rename", "link")


# -- killed while somebody types ---------------------------------------------------------------------------------------


@dataclass
class Kill:
    """What one killed run left: seconds of typing lost, words typed, and everything that was wrong."""

    lost: float
    typed: int
    saves: int
    faults: list


def typist(folder, seed):
    """Open the document of a folder in a window and type numbered words for ever; what runs in the child."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 (the parent has no window)
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from editor import app as program  # noqa: PLC0415
    from editor.gui.settings import SettingsStore  # noqa: PLC0415

    chance = random.Random(seed)  # noqa: S311 (repeatable, no secrets)
    app = QApplication(["typist", "-style", "Fusion"])
    store = SettingsStore(folder / "settings.ini")
    store.change(lambda now: replace(now, tongue="en", is_signed=True, typesets=False))
    window = program.build(store)
    window.show()
    window.activateWindow()
    window.documents.open(folder / "a.communique")
    page = window.rows.pages[Language.EN]
    page.setFocus()
    number = 0

    def type_word():
        nonlocal number
        QTest.keyClicks(page, f"w{number:05} ")
        print("typed", number, time.monotonic(), flush=True)
        number += 1
        if chance.random() < 0.02:
            window.documents.save()
            print("saved", number - 1, time.monotonic(), flush=True)
        if chance.random() < 0.02:
            store.change(lambda now: now.zoomed(1.01))
        timer.start(chance.randrange(5, 60))

    timer = QTimer(singleShot=True)
    timer.timeout.connect(type_word)
    timer.start(0)
    app.exec()


def killed(seed):
    """Let a typist type, kill it, and say what is left."""
    chance = random.Random(seed)  # noqa: S311 (repeatable, no secrets)
    folder = Path(tempfile.mkdtemp(prefix="killed-"))
    try:
        document = folder / "a.communique"
        with replacing(document) as sheet:
            sheet.write(native.write(_release()))
        env = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_DATA_HOME": str(folder / "data"),
        }
        command = [sys.executable, __file__, "--typist", str(folder), str(seed)]
        with (
            (folder / "errors").open("wb") as errors,
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=env, text=True) as child,
        ):
            lines = [child.stdout.readline()]
            rest = ThreadPoolExecutor(1)
            reading = rest.submit(lambda: lines.extend(child.stdout))
            time.sleep(chance.uniform(0.05, 5))
            at = time.monotonic()
            child.kill()
            child.wait()
            reading.result()
            rest.shutdown()
        return _left(folder, lines, at)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _left(folder, lines, at):
    events = [line.split() for line in lines if line.endswith("\n") and line.strip()]
    typed = [(int(number), float(when)) for what, number, when in events if what == "typed"]
    saves = sum(event[0] == "saved" for event in events)
    faults = []
    document = folder / "a.communique"
    texts = []
    try:
        texts.append(_text(native.read(document.read_bytes(), document)))
    except CommuniqueError as error:
        faults.append(f"document damaged: {error}")
    for journal in (folder / "state" / "communique" / "journals").glob(f"*{SUFFIX}"):
        try:
            texts.append(_text(read_journal(journal).doc))
        except Unreadable as error:
            faults.append(f"journal: {error}")
    best = max((text for text in texts), key=lambda text: text.count(" w"), default="")
    missing = [when for number, when in typed if f"w{number:05}" not in best]
    lost = at - missing[0] if missing else 0.0
    if lost > MOST_LOST:
        faults.append(f"{lost:.2f} s lost")
    told = (folder / "errors").read_text(errors="replace")
    if "Traceback" in told or "Error" in told:
        faults.append(told[-2000:])
    if not typed:
        faults.append("nothing was typed: " + told[-2000:])
    if holder_of(document) is not None:
        faults.append("the lock of a dead program holds")
    return Kill(lost, len(typed), saves, faults)


def _release():
    rows = (Row("r1"), *(Row(f"r{n}", Bilingual((Passage(f"English {n}. " * 40),), ())) for n in range(2, 40)))
    return Communique(rows, counter=40)


def _text(doc):
    return " " + " ".join(row.text(Language.EN) for row in doc.rows)


def kill_many(times, *, at_once=2):
    """Kill so many typists; returns what each left."""
    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(killed, range(times)))


# -- every step made to fail -------------------------------------------------------------------------------------------


class Faulty:
    """A disk of which one step, the `nth` of all, fails; counts the steps."""

    def __init__(self, nth, number):
        self.steps, self._nth, self._number = 0, nth, number
        self.disk = replace(DISK, **{name: self._wrapped(getattr(DISK, name)) for name in STEPS})

    def _wrapped(self, real):
        def step(*args):
            self.steps += 1
            if self.steps == self._nth:
                raise OSError(self._number, os.strerror(self._number))
            return real(*args)

        return step


def work(folder, disk):
    """Save twice, keep a journal and a lock, as a window does; answers what must be whole, and counts sentences."""
    document = folder / "a.communique"
    docs = [_release(), replace(_release(), counter=77), replace(_release(), counter=78)]
    told = 0
    done = docs[0]
    lock = Lock(document, "Ada", disk)
    journal = Journal(folder, Origin(str(document)), disk)
    written = None
    for doc in docs[1:]:
        for state in (replace(doc, rejected=(Bilingual("a", "b"),)), doc):
            try:
                journal.write(state)
                written = state
            except Unwritable:
                told += 1
        try:
            with replacing(document, backup=True, disk=disk) as sheet:
                sheet.write(native.write(doc))
            done = doc
        except Unwritable:
            told += 1
    lock.refresh()
    lock.release()
    return docs, done, journal.path, written, told


def fail_every_step():
    """Make each step fail once with each fault; returns how many were tried and what was wrong."""
    tried, told, faults = 0, 0, []
    for number in FAULTS:
        nth = 0
        while True:
            nth += 1
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                document = folder / "a.communique"
                document.write_bytes(native.write(_release()))
                faulty = Faulty(nth, number)
                docs, done, journal, written, sentences = work(folder, faulty.disk)
                if faulty.steps < nth:
                    break
                tried, told = tried + 1, told + sentences
                found = native.read(document.read_bytes(), document)
                if found not in (done, docs[docs.index(done) + 1] if done != docs[-1] else done):
                    faults.append(f"step {nth}, {errno.errorcode[number]}: another document")
                if written is not None and read_journal(journal).doc.counter < written.counter:
                    faults.append(f"step {nth}, {errno.errorcode[number]}: the journal is behind")
                left = {path.name for path in folder.iterdir()} - {document.name, backup_of(document).name}
                if left - {journal.name}:
                    faults.append(f"step {nth}, {errno.errorcode[number]}: left behind {left}")
    return tried, told, faults


def fill_a_disk():
    """Work on a real disk that is full; None where this machine does not let one be made."""
    folder = Path(tempfile.mkdtemp(prefix="full-"))
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", folder], capture_output=True, check=False
    )
    if made.returncode:
        folder.rmdir()
        return None
    try:
        document = folder / "a.communique"
        raw = native.write(_release())
        document.write_bytes(raw)
        journal = Journal(folder / "journals", Origin(str(document)))
        with suppress(Unwritable):
            journal.write(_release())
        before = read_journal(journal.path).doc
        with suppress(OSError):
            (folder / "filler").write_bytes(b"x" * 200_000)
        told = 0
        changed = replace(_release(), foreign=tuple(os.urandom(20_000).hex() for _ in range(4)))
        try:
            with replacing(document) as sheet:
                sheet.write(native.write(changed))
        except Unwritable:
            told += 1
        try:
            journal.write(changed)
        except Unwritable:
            told += 1
        try:
            with closing(DirectoryStore(folder / "data")) as store:
                store.keep(Participant("", Bilingual("Ada", "Ada")))
        except CommuniqueError:
            told += 1
        if document.read_bytes() != raw:
            raise AssertionError("a full disk damaged the document")
        if read_journal(journal.path).doc != before:
            raise AssertionError("a full disk damaged the journal")
        return told
    finally:
        subprocess.run(["umount", folder], check=False)
        folder.rmdir()


# -- damaged files -----------------------------------------------------------------------------------------------------


def read_damaged(times):
    """Read so many damaged files of each kind in turn; returns how many were refused, and how many read."""
    refused = read = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(times):
            chance = random.Random(number)  # noqa: S311 (repeatable, no secrets)
            kind = KINDS[number % len(KINDS)]
            if kind(folder / str(number), chance):
                read += 1
            else:
                refused += 1
    return refused, read


def _damaged_document(folder, chance):
    try:
        native.read(damaged(native.write(_release()), chance), folder)
    except Unreadable as error:
        return _is_told(error)
    return True


def _damaged_journal(folder, chance):
    journal = Journal(folder, Origin())
    journal.write(_release())
    journal.write(replace(_release(), counter=99))
    journal.path.write_bytes(damaged(journal.path.read_bytes(), chance))
    try:
        doc = read_journal(journal.path).doc
    except Unreadable as error:
        return _is_told(error)
    if doc not in (_release(), replace(_release(), counter=99)):
        raise AssertionError("a damaged journal gave what nobody wrote")
    return True


def _damaged_settings(folder, chance):
    from editor.gui.settings import SettingsStore  # noqa: PLC0415 (Qt)

    folder.mkdir()
    file = folder / "settings.ini"
    SettingsStore(file).change(lambda now: replace(now, name="Ada", zoom=1.5, recent=("/a", "/b")))
    file.write_bytes(damaged(file.read_bytes(), chance))
    value = SettingsStore(file).value
    return 0.5 <= value.zoom <= 3


def _damaged_directory(folder, chance):
    people = [Participant("", Bilingual(f"Person {n}", f"Personne {n}")) for n in range(40)]
    with closing(DirectoryStore(folder)) as store:
        store.take_in(people)
    file = folder / FILE
    for beside in folder.glob(f"{FILE}-*"):
        beside.unlink()
    file.write_bytes(damaged(file.read_bytes(), chance))
    try:
        with closing(DirectoryStore(folder)) as store:
            store.read()
            store.keep(people[0])
            return not store.notes
    except CommuniqueError as error:
        return _is_told(error)


def _damaged_lock(folder, chance):
    folder.mkdir()
    document = folder / "a.communique"
    Lock(document, "Ada")
    path = lock_path(document)
    path.write_bytes(damaged(path.read_bytes(), chance))
    holder = holder_of(document)
    return holder is None or "\n" not in holder.sentence.told("fr")


def _is_told(error):
    """Answer False, a refusal, where it is one sentence in either language."""
    for tongue in ("en", "fr"):
        if not error.sentence.told(tongue) or "Traceback" in error.sentence.told(tongue):
            raise AssertionError(error)
    return False


KINDS = (_damaged_document, _damaged_journal, _damaged_settings, _damaged_directory, _damaged_lock)


def main(kills, damages):
    tried, told, faults = fail_every_step()
    print(f"{tried} steps of the disk made to fail once: {told} sentences, {len(faults)} faults {faults[:3]}")
    full = fill_a_disk()
    print("a real full disk: not allowed here" if full is None else f"a real full disk: {full} sentences, all whole")
    refused, read = read_damaged(damages)
    print(f"{damages} damaged files: {refused} refused with a sentence, {read} read or passed over")
    began = time.monotonic()
    left = kill_many(kills)
    lost = sorted(kill.lost for kill in left)
    wrong = [fault for kill in left for fault in kill.faults]
    print(
        f"{kills} typists killed in {time.monotonic() - began:.0f} s: {sum(kill.typed for kill in left)} words typed, "
        f"{sum(kill.saves for kill in left)} saves, seconds lost: median {lost[len(lost) // 2]:.2f}, "
        f"most {lost[-1]:.2f}; {len(wrong)} faults"
    )
    for fault in wrong[:10]:
        print(fault)
    return 1 if wrong or faults else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--typist"]:
        typist(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        numbers = [int(word) for word in sys.argv[1:]]
        sys.exit(main(*numbers, *(300, 500)[len(numbers) :]))
