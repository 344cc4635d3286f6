"""Every store, tortured by the system itself: each call that writes, flushes, names or removes is made to fail once.

`python tests/torture_disk.py [--most CALLS] [WORK…]` (as root, or where strace may attach) tries them all, or so many
calls of each kind, and prints the counts; the test suite runs one of each kind. A child does one piece of work while
strace turns the n-th call of one kind into ENOSPC, EIO or EACCES, whoever makes it: Python, SQLite or Qt. What must
hold: the work is done, or told in a sentence; and what is on the disk afterwards is whole, the new state or the former.
"""

import errno
import io
import logging
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from image_bytes import png

from editor import cli
from editor.errors import CommuniqueError
from editor.formats import native
from editor.formats.files import backup_of, replacing
from editor.formats.images import take_in
from editor.formats.journal import Journal, Origin, read_journal
from editor.formats.lock import Lock, holder_of
from editor.formats.profiles import copy_profile, profile_names
from editor.formats.terms import import_terms, load_terms
from editor.formats.word_lists import add_house_word, house_words
from editor.library.archive import Archive, State, remember
from editor.library.directory import DirectoryStore
from editor.library.memory import TranslationMemory
from editor.library.versions import Form, Versions
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.people import Participant
from editor.model.rows import Confirmation, PairState, Row

FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES)
CALLS = (
    "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2", "link", "linkat",
    "openat", "mkdir", "unlink", "fchmod", "chmod", "fchown", "utimensat",
)  # fmt: skip
DONE, TOLD, WRONG = b"done", b"told", b"wrong"
EXAMPLE = Path(__file__).parents[1] / "resources" / "examples" / "lake-ferry.communique"
AT = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
FORM = Form(native.write, native.read, native.LIMIT)


@dataclass(frozen=True)
class Work:
    """A piece of work: the state it begins from, what it does, and how what is left is read.

    `look` answers what is on the disk; it raises where that is damaged. `may_pass` tells that a fault may go untold
    though the work was not done: nothing is lost that a person made, and the next time all is as it should be.
    """

    begin: Callable[[Path], None]
    do: Callable[[Path], None]
    look: Callable[[Path], object]
    may_pass: bool = False
    between: tuple = ()
    """States that are as good: those of work of several steps, each of which is told for itself."""


@dataclass
class Tally:
    """What came of all trials of one work."""

    tried: int = 0
    told: int = 0
    calls: Counter = field(default_factory=Counter)
    wrong: list = field(default_factory=list)


# -- the works ---------------------------------------------------------------------------------------------------------


def a_doc(number=0):
    """Return a small release whose rows are confirmed, so that the memory takes them in."""
    pair = Bilingual(
        (Passage(f"The ferry of the lake is late, {number}."),), (Passage(f"Le bac est en retard, {number}."),)
    )
    said = Bilingual(*(side[0].text for side in pair))
    row = Row("r1", pair, confirmation=Confirmation(said, "Ada", AT))
    if row.state is not PairState.CONFIRMED:
        raise AssertionError(row.state)
    return Communique((row,), counter=1)


def _document(folder):
    return folder / "a.communique"


def _save(folder, doc):
    with replacing(_document(folder), backup=True) as sheet:
        sheet.write(native.write(doc))


def _saved(folder):
    kept = [native.read(path.read_bytes(), path) for path in (_document(folder), backup_of(_document(folder)))
            if path == _document(folder) or path.exists()]  # fmt: skip
    return kept[0]


def _journal(folder, *docs):
    journal = Journal(folder, Origin("/a.communique"))
    for doc in docs:
        journal.write(doc)


def _journalled(folder):
    found = [read_journal(path).doc for path in folder.glob("*.journal")]
    return max((doc.counter for doc in found), default=0)


def _go_on(folder):
    """Add to a journal that is there already, as a window does at every second of typing."""
    journal = Journal(folder, Origin("/b.communique"))
    journal.write(replace(a_doc(), counter=2))
    journal.write(replace(a_doc(1), counter=3))


def _locked(folder):
    holder = holder_of(_document(folder))
    if holder is not None:
        raise AssertionError("the lock of a program that has ended holds")


def _lock(folder):
    lock = Lock(_document(folder), "Ada")
    lock.refresh()
    lock.release()


def _set(folder, name):
    from editor.gui.settings import SettingsStore  # noqa: PLC0415 (Qt)

    SettingsStore(folder / "settings.ini").change(lambda now: replace(now, name=name))


def _settings(folder):
    from editor.gui.settings import SettingsStore  # noqa: PLC0415 (Qt)

    store = SettingsStore(folder / "settings.ini")
    if store.notes:
        raise AssertionError(store.notes[0].english())
    return store.value.name


def _person(name):
    return Participant("", Bilingual(name, name))


def _keep_person(folder, name):
    with closing(DirectoryStore(folder)) as store:
        store.keep(_person(name))


def _people(folder):
    with closing(DirectoryStore(folder)) as store:
        if store.notes:
            raise AssertionError(store.notes[0].english())
        return tuple(person.name.en for person in store.read().people)


def _memorise(folder, number):
    with closing(TranslationMemory(folder / "memory.sqlite3")) as memory:
        memory.take_in(a_doc(number), folder / "a.communique", version=number)


def _memory(folder):
    with closing(TranslationMemory(folder / "memory.sqlite3")) as memory:
        pairs = tuple(pair.wording.en for pair in memory.pairs())
        found = memory.matches("The ferry of the lake is late, 1.", Language.EN)
        if pairs and not found:
            raise AssertionError("the index of the memory does not fit its pairs")
        return pairs


def _remember(folder, number):
    with (
        closing(Versions(folder / "versions.sqlite3", FORM)) as versions,
        closing(Archive(folder / "archive.sqlite3")) as archive,
    ):
        remember(a_doc(number), folder / "a.communique", State("Ada", AT), versions, lambda: archive)


def _remembered(folder):
    """Read the versions kept; the archive, an index of them, is made anew where it is empty or damaged."""
    with (
        closing(Versions(folder / "versions.sqlite3", FORM)) as versions,
        closing(Archive(folder / "archive.sqlite3")) as archive,
    ):
        archive.search("ferry")
        return tuple(versions.read(each.id).rows[0].text(Language.EN) for each in versions.of(folder / "a.communique"))


def _words(folder):
    return house_words(folder / "words" / "nato.txt").en


def _terms(folder):
    (folder / "new.csv").write_text("en,fr\nferry,bac\n", encoding="utf-8")


def _import_terms(folder):
    os.environ["XDG_DATA_HOME"] = str(folder / "home")
    import_terms(folder / "new.csv", "nato")


def _known_terms(folder):
    os.environ["XDG_DATA_HOME"] = str(folder / "home")
    terms, faults = load_terms("nato")
    if faults:
        raise AssertionError(faults[0].english())
    return any("ferry" in term.names.en for term in terms)


def _copy_profile(folder):
    os.environ["XDG_DATA_HOME"] = str(folder / "home")
    copy_profile("nato")


def _profiles(folder):
    os.environ["XDG_DATA_HOME"] = str(folder / "home")
    return profile_names()


def _a_picture(folder):
    (folder / "photo.png").write_bytes(png(40, 30))


def _pictures(folder):
    held = sorted((folder / "pictures").glob("*")) if (folder / "pictures").exists() else []
    if any(path.read_bytes() != png(40, 30) for path in held):
        raise AssertionError("half a picture")
    return len(held)


def _to_publish(folder):
    shutil.copy(EXAMPLE, _document(folder))
    (folder / "out").mkdir()
    _command(folder, "confirm", _document(folder))


def _publish(folder):
    _command(folder, "publish", _document(folder), "-o", folder / "out", "--at", "2026-03-12T12:00+01:00")


def _published(folder):
    """Go on where the fault was: whatever was interrupted is finished or taken back, and what is out is whole."""
    doc = native.read(_document(folder).read_bytes(), _document(folder))
    before = doc.release.version, sorted(path.name for path in (folder / "out").glob("*.xml"))
    if not doc.release.version:
        _publish(folder)
    elif before[1] != ["2026-014.v1.xml"]:
        # The document says so before the file is in its place: whoever publishes next is told, and settles it.
        _command(folder, "publish", _document(folder), "-o", folder / "out", "--at", "2026-03-12T12:00+01:00")
    _command(folder, "validate", folder / "out" / "2026-014.v1.xml")
    return before[0]


def _command(folder, *words):
    """Run the command line; a refusal or fault is raised as what was said."""
    os.environ["XDG_DATA_HOME"] = str(folder / "home")
    said = io.StringIO()
    with redirect_stdout(io.StringIO()), redirect_stderr(said):
        code = cli.main([str(word) for word in words])
    if "Traceback" in said.getvalue() or "unforeseen" in said.getvalue():
        raise AssertionError(said.getvalue())
    if code:
        raise Told(said.getvalue())


class Told(Exception):
    """What the command line said of a fault."""


WORKS = {
    "document": Work(lambda folder: _save(folder, a_doc()), lambda folder: _save(folder, a_doc(1)), _saved),
    "journal begun": Work(lambda _: None, lambda folder: _journal(folder, replace(a_doc(), counter=5)), _journalled),
    "journal": Work(lambda _: None, _go_on, _journalled, between=(2,)),
    "lock": Work(lambda folder: _save(folder, a_doc()), _lock, _locked, may_pass=True),
    "settings": Work(lambda folder: _set(folder, "Ada"), lambda folder: _set(folder, "Bea"), _settings, may_pass=True),
    "directory begun": Work(lambda _: None, lambda folder: _keep_person(folder, "Ada"), _people),
    "directory": Work(lambda folder: _keep_person(folder, "Ada"), lambda folder: _keep_person(folder, "Bea"), _people),
    "memory begun": Work(lambda _: None, lambda folder: _memorise(folder, 1), _memory),
    "memory": Work(lambda folder: _memorise(folder, 1), lambda folder: _memorise(folder, 2), _memory),
    "versions begun": Work(lambda _: None, lambda folder: _remember(folder, 1), _remembered),
    "versions": Work(lambda folder: _remember(folder, 1), lambda folder: _remember(folder, 2), _remembered),
    "word list": Work(
        lambda folder: add_house_word(folder / "words" / "nato.txt", Language.EN, "Lanval"),
        lambda folder: add_house_word(folder / "words" / "nato.txt", Language.EN, "Orvane"),
        _words,
    ),
    "word list begun": Work(
        lambda _: None, lambda folder: add_house_word(folder / "words" / "nato.txt", Language.EN, "Orvane"), _words
    ),
    "terms": Work(_terms, _import_terms, _known_terms),
    "profile": Work(lambda _: None, _copy_profile, _profiles),
    "picture": Work(_a_picture, lambda folder: take_in(folder / "photo.png", folder / "pictures"), _pictures),
    "publication": Work(_to_publish, _publish, _published),
}


# -- making calls fail -------------------------------------------------------------------------------------------------


def can_attach():
    """Whether strace is here and may attach to a child of ours."""
    if shutil.which("strace") is None:
        return False
    return _trial(Work(lambda _: None, lambda _: None, lambda _: None), "").outcome == DONE.decode()


@dataclass(frozen=True)
class Trial:
    """What one run of a work came to: its outcome, what was said or seen, the calls it made, and what it left."""

    outcome: str
    said: str
    calls: tuple
    state: object = None
    damage: str = ""


def _trial(work, fault):
    """Do a work in a child, one of whose calls fails (`fault` in strace's words, or ""), and look at what is left."""
    folder = Path(tempfile.mkdtemp(prefix="faulty-"))
    trace = folder.with_suffix(".trace")
    try:
        work.begin(folder)
        here, there = socket.socketpair()
        child = os.fork()
        if not child:
            _in_child(work, folder, here, there)
        there.close()
        words = ["strace", "-f", "-qq", "-o", str(trace), "-p", str(child), "-e", f"trace={','.join(CALLS)}"]
        with subprocess.Popen(
            [*words, *(["-e", f"inject={fault}"] if fault else [])], stderr=subprocess.PIPE
        ) as tracer:
            while "TracerPid:\t0" in Path(f"/proc/{child}/status").read_text("utf-8") and tracer.poll() is None:
                time.sleep(0.0005)
            here.send(b"go")
            outcome, _, said = here.recv(100_000).partition(b"\n")
            os.waitpid(child, 0)
            here.close()
        calls = tuple(_calls(trace.read_text("utf-8", "replace"), str(folder)))
        try:
            state, damage = work.look(folder), ""
        except (CommuniqueError, AssertionError, Told, OSError) as error:
            state, damage = None, f"{type(error).__name__}: {error}"
        return Trial(outcome.decode(), said.decode("utf-8", "replace"), calls, state, damage)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        trace.unlink(missing_ok=True)


def _calls(trace, folder):
    """Yield the calls to be made to fail, each with its number among those of its kind; reading elsewhere is none."""
    numbers = Counter()
    for line in trace.splitlines():
        if found := re.match(r"\d+ +(\w+)\((.*)", line):
            numbers[found[1]] += 1
            if found[1] != "openat" or folder in line or re.search(r"O_WRONLY|O_RDWR|O_CREAT", line):
                yield found[1], numbers[found[1]]


def _in_child(work, folder, here, there):
    """Wait for the tracer, do the work, say what came of it, and end."""
    here.close()
    logging.disable(logging.CRITICAL)
    there.recv(2)
    try:
        work.do(folder)
        answer = DONE
    except (CommuniqueError, Told) as error:
        answer = TOLD + b"\n" + str(error).encode("utf-8", "replace")
    except BaseException:  # noqa: BLE001 (whatever it is, it is what the trial is for)
        answer = WRONG + b"\n" + traceback.format_exc().encode("utf-8", "replace")
    there.send(answer)
    os._exit(0)


def torture(name, most=None):
    """Make each call of a work fail once with each fault; of each kind of call at most `most`."""
    work, tally = WORKS[name], Tally()
    folder = Path(tempfile.mkdtemp(prefix="warm-"))
    # Done once here, so that a child loads nothing more, and no fault hits what is loaded.
    work.begin(folder)
    before = work.look(folder)
    shutil.rmtree(folder)
    folder = Path(tempfile.mkdtemp(prefix="warm-"))
    work.begin(folder)
    work.do(folder)
    work.look(folder)
    shutil.rmtree(folder)
    usual = _trial(work, "")
    if usual.outcome != DONE.decode() or usual.damage:
        raise AssertionError((name, usual))
    for call, nth in usual.calls:
        if most is not None and tally.calls[call] >= most:
            continue
        tally.calls[call] += 1
        for number in FAULTS:
            fault = errno.errorcode[number]
            trial = _trial(work, f"{call}:error={fault}:when={nth}")
            tally.tried += 1
            tally.told += trial.outcome == TOLD.decode()
            tally.wrong += [f"{name}, {call} {nth}, {fault}: {why}" for why in _wrong(work, trial, before, usual.state)]
    return tally


def _wrong(work, trial, before, after):
    if trial.damage:
        yield f"damaged: {trial.damage} ({trial.said})"
    elif trial.state not in (before, after, *work.between):
        yield f"neither the new state nor the former: {trial.state}"
    elif trial.outcome == DONE.decode() and trial.state != after and not work.may_pass:
        yield "not done, and not told"
    if trial.outcome not in (DONE.decode(), TOLD.decode()):
        yield trial.said or "the program died"
    if trial.outcome == TOLD.decode() and "\n" in trial.said.strip():
        yield f"more than a sentence: {trial.said}"


def main(names, most=None):
    if not can_attach():
        print("strace cannot attach here")
        return 1
    wrong = 0
    for name in names or WORKS:
        began = time.monotonic()
        tally = torture(name, most)
        wrong += len(tally.wrong)
        calls = ", ".join(f"{call} {count}" for call, count in tally.calls.items())
        print(
            f"{name:16} {tally.tried:4} faults in {time.monotonic() - began:3.0f} s ({calls}): {tally.told} told, "
            f"{len(tally.wrong)} wrong",
            flush=True,
        )
        for why in tally.wrong[:12]:
            print("   ", why[:1500])
    return 1 if wrong else 0


if __name__ == "__main__":
    most = int(sys.argv[2]) if sys.argv[1:2] == ["--most"] else None
    sys.exit(main(sys.argv[3:] if most else sys.argv[1:], most))
