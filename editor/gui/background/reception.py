"""Reception: a second start hands its files to the program that runs already, by a note in a folder of the user's.

Nothing goes over a network, not even within the machine: a note is a small file, taken and removed by the program that
runs. A lock that dies with its program tells whether one does.
"""

import json
import logging
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject

_log = logging.getLogger(__name__)
_LARGEST = 65_536
"""Bytes of a note."""
_PATIENCE = 2.0
"""Seconds in which a program that runs and is not stuck takes a note."""
_LOOK = 0.02
_OLD = 60.0
"""Seconds after which a note is nobody's wish any more."""


class Reception(QObject):
    """The one program that runs, if this is it. `welcome` is called with the files of every later start."""

    def __init__(self, folder: Path, welcome: Callable[[tuple[Path, ...]], None]) -> None:
        super().__init__()
        self._folder = folder
        self._welcome = welcome
        self._watcher: QFileSystemWatcher | None = None
        self._lock: QLockFile | None = None

    def is_first(self) -> bool:
        """Take the place of the program that runs; answers whether it was free."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            # Without a folder nobody can be told of anybody: every start is the first.
            _log.warning("no folder for notes: %s", error.strerror)
            return True
        lock = QLockFile(str(self._folder / "running.lock"))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            return lock.error() is not QLockFile.LockError.LockFailedError
        self._lock = lock
        self._watcher = QFileSystemWatcher([str(self._folder)])
        self._watcher.directoryChanged.connect(self._take_notes)
        return True

    def hand_over(self, files: Sequence[Path], clock: Callable[[], float] = time.monotonic) -> bool:
        """Leave a note for the program that runs; answers whether it was taken."""
        note = self._folder / f"{os.urandom(8).hex()}.note"
        unfinished = note.with_suffix(".new")
        try:
            unfinished.write_text(json.dumps([str(path.absolute()) for path in files]), encoding="utf-8")
            unfinished.rename(note)
        except OSError:
            return False
        end = clock() + _PATIENCE
        while note.exists():
            if clock() > end:
                with suppress(OSError):
                    note.unlink()
                return False
            time.sleep(_LOOK)
        return True

    def close(self) -> None:
        """Leave the place to the next start."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _take_notes(self) -> None:
        for note in sorted(self._folder.glob("*.note")):
            files = _read(note)
            with suppress(OSError):
                note.unlink()
            if files is not None:
                self._welcome(files)


def _read(note: Path) -> tuple[Path, ...] | None:
    """Return the files a note names; None for one that is old or no note of ours."""
    try:
        if time.time() - note.stat().st_mtime > _OLD:
            return None
        with note.open("rb") as file:
            names = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) and name and "\0" not in name for name in names):
        return None
    return tuple(path for path in map(Path, names) if path.is_absolute())
