"""Remembering: has every save and publication kept and indexed, in a thread; answers what panes ask of them."""

from collections import deque
from collections.abc import Callable
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from editor.assets import user_data
from editor.errors import CommuniqueError
from editor.gui.background.worker import Worker
from editor.gui.settings import SettingsStore
from editor.model.communique import Communique
from editor.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.library.archive import Archive
    from editor.library.memory import Kept as TakenIn
    from editor.library.memory import TranslationMemory
    from editor.library.versions import Versions
    from editor.words import Sentence

T = TypeVar("T")
_SLICE = 4
"""States the translation memory takes in at once; what is asked meanwhile need not wait for more."""


@frozen
class Kept:
    """What is told of a state that is kept: where the document lies and lay, by whom, and the version published or 0.

    `is_beside`: its versions are to lie beside it.
    """

    path: Path
    former: Path | None
    person: str
    published: int
    is_beside: bool


class Memory:
    """What is remembered, opened by the thread that uses it when it is first wanted."""

    def __init__(self, folder: Path, tell: "Callable[[Sentence], object]") -> None:
        self.folder = folder
        self.tell = tell
        self.opened: Versions | None = None
        self.index: Archive | None = None
        self.pairs: TranslationMemory | None = None
        self.waiting: deque[TakenIn] | None = None
        """States that the translation memory is to take in, as far as that has been looked up."""
        self.has_stopped = False
        """Whether the window is being closed: long work that can be given up is."""

    @property
    def versions(self) -> "Versions":
        """The states kept in the user's data folder."""
        from editor.library.versions import VERSIONS

        if self.opened is None:
            self.opened = _opened(self.folder / VERSIONS)
        return self.opened

    @property
    def archive(self) -> "Archive":
        """The index, made anew from the states kept where it was lost."""
        from editor.library.archive import INDEX, Archive

        if self.index is None:
            self.index = Archive(self.folder / INDEX)
            if self.index.is_empty:
                self.index.rebuild(self.versions)
        return self.index

    @property
    def translations(self) -> "TranslationMemory":
        """The translation memory; where it had to be set aside, that is told."""
        from editor.library.memory import MEMORY, TranslationMemory

        if self.pairs is None:
            self.pairs = TranslationMemory(self.folder / MEMORY, is_urgent=True)
            for note in self.pairs.notes:
                self.tell(note)
        return self.pairs

    def look_through(self) -> None:
        """Look through a translation memory that was opened in a hurry; one that is damaged is opened anew."""
        if self.pairs is not None and not self.pairs.is_looked_through and not self.pairs.is_whole():
            from editor.library.memory import MEMORY, TranslationMemory

            self.pairs.close()
            self.pairs = TranslationMemory(self.folder / MEMORY)
            for note in self.pairs.notes:
                self.tell(note)

    @contextmanager
    def of(self, path: Path) -> "Iterator[Versions]":
        """Give the states kept of one document: beside it where they lie there, else in the user's data folder."""
        from editor.library.versions import beside

        if self.is_beside(path):
            with closing(_opened(beside(path))) as versions:
                yield versions
        else:
            yield self.versions

    def is_beside(self, path: Path) -> bool:
        """Whether the versions of a document lie beside it."""
        from editor.library.versions import beside

        return beside(path).exists()

    def begin_beside(self, path: Path) -> None:
        """Have the versions of a document lie beside it from now on."""
        from editor.library.versions import beside

        _opened(beside(path)).close()

    def close(self) -> None:
        """Close what was opened."""
        for opened in (self.opened, self.index, self.pairs):
            if opened is not None:
                opened.close()


def _opened(file: Path) -> "Versions":
    from editor.formats import native
    from editor.library.versions import Form, Versions

    return Versions(file, Form(native.write, native.read, native.LIMIT))


class Remembering(QObject):
    """Keeps what is saved and published in one window."""

    told = Signal(object)
    """A Sentence: what could not be kept."""
    kept = Signal()
    """Another state is kept."""
    filled = Signal()
    """The translation memory holds all that was kept."""
    _answered = Signal(object)

    def __init__(self, parent: QObject, settings: SettingsStore) -> None:
        super().__init__(parent)
        self._settings = settings
        self._memory: Memory | None = None
        self._worker = Worker("versions")
        self._is_filling = False
        self._answered.connect(lambda answer: answer())

    def keep(self, doc: Communique, path: Path, former: Path | None, published: int) -> None:
        """Keep a state of the document at `path`, which may have lain at `former` before; `published`: 0 if saved."""
        now = self._settings.value
        person = f"{now.name}, {now.role}" if now.role else now.name
        kept = Kept(path, former, person, published, now.versions_beside)
        self.ask(partial(_kept, doc, kept), self._tell_kept)
        if now.remembers:
            self.ask(partial(_taken_in, doc, kept), lambda _done: self.fill())

    def fill(self) -> None:
        """Have the translation memory take in what was kept and is not in it yet, a few states at a time."""
        if self._settings.value.remembers and not self._is_filling:
            self._is_filling = True
            self._go_on_filling()

    def ask(
        self, work: Callable[[Memory], T], answer: Callable[[T], object], failed: Callable[[], object] = lambda: None
    ) -> None:
        """Have `work` done in the thread and `answer` called here with what came of it.

        Trouble is told, and `failed` called.
        """
        self._worker.do(partial(self._do, work, answer, failed))

    def stop(self) -> None:
        """End the thread when all that was to be kept is."""
        if self._memory is not None:
            self._memory.has_stopped = True
        self._worker.do(self._close)
        self._worker.finish()

    def _go_on_filling(self) -> None:
        self.ask(_filled, self._follow_filling, self._give_filling_up)

    def _follow_filling(self, left: int) -> None:
        self._is_filling = left > 0 and self._settings.value.remembers
        if self._is_filling:
            QTimer.singleShot(0, self, self._go_on_filling)
        else:
            self.filled.emit()

    def _give_filling_up(self) -> None:
        """Leave what waits to the next time something is kept."""
        self._is_filling = False

    def _tell_kept(self, _is_new: bool) -> None:
        self.kept.emit()

    def _do(self, work: Callable[[Memory], T], answer: Callable[[T], object], failed: Callable[[], object]) -> None:
        if self._memory is None:
            self._memory = Memory(user_data(), self.told.emit)
        try:
            result = work(self._memory)
        except CommuniqueError as trouble:
            # Who is told of it may ask again at once.
            self._answered.emit(failed)
            self.told.emit(trouble.sentence)
        else:
            self._answered.emit(partial(answer, result))
        pairs = self._memory.pairs
        if pairs is not None and not pairs.is_looked_through:
            self._worker.do(partial(self._look_through, self._memory))

    def _look_through(self, memory: Memory) -> None:
        try:
            memory.look_through()
        except CommuniqueError as trouble:
            self.told.emit(trouble.sentence)

    def _close(self) -> None:
        if self._memory is not None:
            self._memory.close()


def _kept(doc: Communique, kept: Kept, memory: Memory) -> bool:
    """Keep a state and index it; answers whether it says something new."""
    from editor.library.archive import State, remember

    if kept.is_beside and not memory.is_beside(kept.path):
        memory.begin_beside(kept.path)
    state = State(kept.person, datetime.now(UTC), kept.published, kept.former)
    with memory.of(kept.path) as versions:
        return remember(doc, kept.path, state, versions, lambda: memory.archive)


def _taken_in(doc: Communique, kept: Kept, memory: Memory) -> None:
    """Have the translation memory take in what was just kept, before anything that waits to be taken in."""
    if memory.is_beside(kept.path):
        memory.translations.take_in(doc, kept.path, is_published=kept.published > 0)
    else:
        for state in memory.translations.missing(memory.versions, kept.path.absolute()):
            memory.translations.take_kept(memory.versions, state)


def _filled(memory: Memory) -> int:
    """Have the translation memory take in a few states; answers how many are left."""
    if not memory.waiting:
        memory.waiting = deque(memory.translations.missing(memory.versions))
    for _ in range(min(_SLICE, len(memory.waiting))):
        memory.translations.take_kept(memory.versions, memory.waiting[0])
        memory.waiting.popleft()
    return len(memory.waiting)
