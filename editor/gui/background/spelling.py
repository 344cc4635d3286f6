"""Spelling in the window: dictionaries loaded in a thread, passages looked at in slices, suggestions when asked."""

import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QObject, QTimer, Signal

from editor.errors import Unreadable
from editor.gui.background.worker import Worker
from editor.gui.fields.page import Page
from editor.gui.session import Session
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.rows import Row
from editor.text.spelling import Ranges, Spelling, Words, doubted_words, known_words, shared_names, variants_of
from editor.words import Sentence

_SLICE = 0.004
"""Seconds of looking at passages between two turns of the event loop."""
_PAUSE = 250
"""Milliseconds after the last key before the words just written are looked at."""
_BEFORE_LOOKING = 200
"""Milliseconds after the last key before names that both languages have now are known, which is asked seldom."""
_FEW = 8
"""Passages between two looks at the clock."""

Ignored = tuple[Language, str, str]
"""A word left as it is in one row: its language, the row's id, the word."""
Passage = tuple[Language, str, int]
"""A passage to look at: its language, its row's id and its number."""


class SpellingService(QObject):
    """The speller of the open communiqué: its variants, its names, its words. Nothing here waits for a dictionary."""

    ready = Signal()
    """The dictionaries are loaded, or other words are known."""
    missing = Signal(object)
    """A Sentence that says, once, what this system lacks."""
    _loaded = Signal(object)
    _suggested = Signal(object, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._variants = variants_of(session.doc, session.profile)
        self._spelling = Spelling(self._variants)
        self._known: tuple[Words, Words] | None = None
        self._complaint: Sentence | None = None
        self._worker = Worker("spelling")
        self._has_started = False
        self._ignored: set[Ignored] = set()
        self._house: Words = Bilingual(frozenset(), frozenset())
        self._office: Words = Bilingual(frozenset(), frozenset())
        self._told: Sentence | None = None
        self._read = session.doc
        self._names = QTimer(self, singleShot=True, interval=_BEFORE_LOOKING)
        self._names.timeout.connect(self._know_names)
        self.is_ready = False
        self._loaded.connect(self._tell_ready)
        self._suggested.connect(_hand_over)
        session.changed.connect(self._follow)

    def start(self) -> None:
        """Load the dictionaries, once the window is there to be seen."""
        if not self._has_started:
            self._has_started = True
            self._read_house()
            self._know()
            self._worker.do(partial(self._load, self._spelling))

    def stop(self) -> None:
        """End the thread; nothing is looked at afterwards."""
        self._names.stop()
        self._worker.stop()

    def misspelt(self, text: str, language: Language, row_id: str = "") -> Ranges:
        """Return the misspelt stretches but those ignored in this row; none before the dictionaries are loaded."""
        found = self._spelling.misspelt(text, language) if self.is_ready else ()
        if not self._ignored:
            return found
        return tuple((start, end) for start, end in found if (language, row_id, text[start:end]) not in self._ignored)

    def ignore(self, language: Language, row_id: str, word: str) -> None:
        """Leave a word as it is in one row, until the document is opened again."""
        self._ignored.add((language, row_id, word))
        self.ready.emit()

    def know_in_house(self, language: Language, word: str) -> None:
        """Keep a word in the list of the house. Raises CommuniqueError where that cannot be."""
        from editor.formats.word_lists import add_house_word, word_list_of

        add_house_word(word_list_of(self._session.profile.name), language, word)
        self._read_house()
        self._know()

    def know_office(self, words: Words) -> None:
        """Take the words of the office's directory as right."""
        self._office = words
        self._know()

    def suggest(self, word: str, language: Language, take: Callable[[tuple[str, ...]], None]) -> None:
        """Have `take` called, later and in the window's thread, with the words that may be meant."""
        self._worker.do(partial(self._suggest, word, language, take))

    def _load(self, spelling: Spelling) -> None:
        spelling.load()
        self._loaded.emit(spelling)

    def _suggest(self, word: str, language: Language, take: Callable[[tuple[str, ...]], None]) -> None:
        self._suggested.emit(take, self._spelling.suggest(word, language))

    def _tell_ready(self, spelling: Spelling) -> None:
        if spelling is not self._spelling:
            return
        self.is_ready = True
        if spelling.complaint is not None and spelling.complaint != self._complaint:
            self._complaint = spelling.complaint
            self.missing.emit(spelling.complaint)
        self.ready.emit()

    def _follow(self, before: Communique, after: Communique) -> None:
        if before.release is after.release and before.participants is after.participants:
            self._names.start()
            return
        if before.release.profile != after.release.profile:
            self._read_house()
        variants = variants_of(after, self._session.profile)
        if variants != self._variants:
            self._variants = variants
            self._spelling = Spelling(variants)
            self._known = None
            self.is_ready = False
            if self._has_started:
                self._worker.do(partial(self._load, self._spelling))
        self._know()

    def _know_names(self) -> None:
        if _names_changed(self._read, self._session.doc):
            self._know()
        self._read = self._session.doc

    def _know(self) -> None:
        self._read = self._session.doc
        house = Bilingual(self._house.en | self._office.en, self._house.fr | self._office.fr)
        words = known_words(self._session.doc, self._session.profile, house), doubted_words(self._session.doc)
        if words != self._known:
            self._known = words
            self._spelling.know(*words)
            if self.is_ready:
                self.ready.emit()

    def _read_house(self) -> None:
        """Read the words of the house; a list that is broken is told once, and nothing of it is taken."""
        if not self._has_started:
            return
        from editor.formats.word_lists import house_words, word_list_of

        try:
            self._house = house_words(word_list_of(self._session.profile.name))
        except Unreadable as trouble:
            self._house = Bilingual(frozenset(), frozenset())
            if trouble.sentence != self._told:
                self._told = trouble.sentence
                self.missing.emit(trouble.sentence)


class Proofreader(QObject):
    """Looks at the passages of two pages, a few at a time, and has misspelt words underlined."""

    def __init__(self, service: SpellingService, pages: dict[Language, Page], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._pages = pages
        self._waiting: dict[Passage, None] = {}
        self._typed: tuple[Passage, int] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        service.ready.connect(self.look_at_all)

    def look_at(self, rows: Iterable[Row], former: Iterable[Row] = (), *, soon: bool = False) -> None:
        """Look at rows after a pause in the typing, or as soon as nothing else is to be done.

        Sides that are those of the `former` row in the same place have been looked at.
        """
        for row, was in zip_longest(rows, former):
            if row is None:
                break
            for language in Language:
                if was is None or was.id != row.id or was[language] is not row[language]:
                    for index in range(len(row[language])):
                        self._waiting[language, row.id, index] = None
        if self._waiting and self._service.is_ready:
            self._timer.start(0 if soon else _PAUSE)

    def look_at_all(self) -> None:
        """Look at everything anew: dictionaries came, or words became known."""
        self.look_at(self._pages[Language.EN].sheet.places.rows, soon=True)

    def follow_caret(self) -> None:
        """Look again at the word that was left out because it was being written."""
        if self._typed is not None and self._caret_word() != self._typed:
            self._waiting[self._typed[0]] = None
            self._typed = None
            self._timer.start(_PAUSE)

    def _look(self) -> None:
        if not self._service.is_ready:
            return
        rows = {row.id: row for row in self._pages[Language.EN].sheet.places.rows}
        written = self._caret_word()
        end = time.perf_counter() + _SLICE
        looked = 0
        while self._waiting:
            passage = next(iter(self._waiting))
            del self._waiting[passage]
            self._look_at_passage(passage, rows.get(passage[1]), written)
            looked += 1
            if looked % _FEW == 0 and time.perf_counter() > end:
                break
        if self._waiting:
            self._timer.start(0)

    def _look_at_passage(self, passage: Passage, row: Row | None, written: tuple[Passage, int] | None) -> None:
        language, row_id, index = passage
        if row is None or index >= len(row[language]):
            return
        found = self._service.misspelt(row[language][index].text, language, row_id)
        if written is not None and written[0] == passage:
            place = written[1]
            kept = tuple((start, end) for start, end in found if not start <= place <= end)
            if kept != found:
                self._typed = written
            found = kept
        self._pages[language].sheet.show_spelling((row_id, index), found)

    def _caret_word(self) -> tuple[Passage, int] | None:
        for language, page in self._pages.items():
            if page.hasFocus():
                where = page.caret()
                return (language, where.id, where.passage or 0), where.start or 0
        return None


def _names_changed(before: Communique, after: Communique) -> bool:
    """Whether the rows that changed have other names in common; rows that are the same objects are not looked at."""
    if before.rows is after.rows:
        return False
    if len(before.rows) == len(after.rows):
        # As after a key, which changes one row.
        changed = [rows for rows in zip(before.rows, after.rows, strict=True) if rows[0] is not rows[1]]
        if len(changed) == 1:
            former, row = changed[0]
            return former.id != row.id or shared_names(former) != shared_names(row)
    return True


def _hand_over(take: Callable[[tuple[str, ...]], None], words: tuple[str, ...]) -> None:
    take(words)
