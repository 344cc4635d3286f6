"""Memory pane: how a passage, or words of it, were translated before, to be inserted where they fit."""

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from editor.edits import proposing
from editor.errors import Unfit
from editor.gui.background.remembering import Memory, Remembering
from editor.gui.fields.card import EmptyPanel
from editor.gui.fields.line import LineField
from editor.gui.fields.wording import rich, spoken
from editor.gui.panes.memory_lines import Line, MemoryLine, MemoryLines, MemoryView
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Address
from editor.model.language import Bilingual, Language
from editor.model.memory import Origin
from editor.model.passage import Passage, split_text
from editor.model.rows import Row
from editor.text.date_writing import write_day
from editor.words import Sentence, say

if TYPE_CHECKING:
    from editor.library.concordance import Found
    from editor.library.proposals import Proposal, Wish

_PAUSE = 120
"""Milliseconds without a key or a step of the caret after which the memory is asked."""
_FIELD_WIDTH = 260


class MemoryPane(QWidget):
    """Proposals for the row at the caret; while words are sought, how those were translated. Nothing by itself."""

    told = Signal(object)
    """A Sentence that says what could not be done."""
    left = Signal()
    """The person is done here, and goes back to the texts."""
    counted = Signal(int)
    """How many proposals there are."""
    waits = Signal(bool)
    """Whether somebody waits for an answer of the memory."""

    def __init__(
        self,
        session: Session,
        remembering: Remembering,
        caret: Callable[[], Address | None],
        teller: Teller,
        look: Look,
    ) -> None:
        super().__init__()
        self._session, self._remembering, self._caret = session, remembering, caret
        self._teller, self._look = teller, look
        self._wish: Wish | None = None
        self._proposals: tuple[Proposal, ...] = ()
        self._found: tuple[Found, ...] = ()
        self._asked = self._answered = 0
        self._is_behind = True
        self._lines = MemoryLines()
        self._delegate = MemoryLine(look)
        self.view = MemoryView(self._lines, self._delegate)
        self.field = LineField()
        self._empty = EmptyPanel()
        self._stack = QStackedLayout(self)
        self._timer = QTimer(self, singleShot=True)
        self._place()
        self._connect()
        self.retranslate()

    def follow(self, _where: Address | None) -> None:
        """Ask the memory about another place of the caret, if anybody looks."""
        if self.isVisible():
            self._timer.start(_PAUSE)

    def look_again(self) -> None:
        """Ask anew, for the memory holds something else now."""
        self._is_behind = True
        self.follow(None)

    def set_look(self, look: Look) -> None:
        """Use other colours and fonts."""
        self._look = self._delegate.look = look
        self._show()

    def set_french_first(self, french_first: bool) -> None:
        """Show the languages in the order of the texts."""
        if french_first != self._delegate.french_first:
            self._delegate.french_first = french_first
            self._show()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.view.setAccessibleName(self._teller(say("Earlier translations")))
        self.field.setAccessibleName(self._teller(say("Words to look up in the memory")))
        self.field.setPlaceholderText(self._teller(say("How was it translated?")))
        self._show()

    def seek(self, words: str) -> None:
        """Show how words were translated before."""
        self.field.setText(" ".join(words.split()))
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._timer.start(0)

    def choose_next(self) -> None:
        """Choose the line below, or the first one again."""
        count = len(self._lines.lines)
        if count:
            self.view.setCurrentIndex(self._lines.index((self.view.currentIndex().row() + 1) % count))

    def insert_chosen(self) -> None:
        """Write the line that is chosen into the text."""
        self._insert(self.view.currentIndex().row())

    def showEvent(self, event: QShowEvent) -> None:
        """Ask about the place of the caret, and then look at what is kept and not in the memory yet."""
        super().showEvent(event)
        self._timer.start(0)
        QTimer.singleShot(_PAUSE, self, self._remembering.fill)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field to the lines by Enter or the arrow, and leave it by Escape, its words gone."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and self._lines.lines:
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.field.setClearButtonEnabled(True)
        self.field.setFixedWidth(_FIELD_WIDTH)
        self._empty.setContentsMargins(20, 6, 20, 6)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.field.entered.connect(lambda _text: self._timer.start(_PAUSE))
        self.view.taken.connect(self._insert)
        self.view.left.connect(self._leave)
        self._timer.timeout.connect(self._ask)
        self._session.changed.connect(lambda _before, _after: self.follow(None))
        self._session.opened.connect(self._forget_words)
        self._remembering.kept.connect(self.look_again)
        self._remembering.filled.connect(self.look_again)
        self._teller.changed.connect(self.retranslate)

    def _leave(self) -> None:
        self._forget_words()
        self.left.emit()

    def _forget_words(self) -> None:
        self.field.clear()
        self.follow(None)

    def _ask(self) -> None:
        """Ask the memory, in its thread; an answer that comes when something else has been asked is dropped."""
        words = self.field.text().strip()
        wish = None if words else self._wish_here()
        if wish is not None and wish == self._wish and self._answered == self._asked and not self._is_behind:
            return
        self._is_behind = False
        self._asked += 1
        number = self._asked
        self.waits.emit(True)
        if words:

            def seek(memory: Memory) -> "tuple[Found, ...]":
                from editor.library.concordance import concordance

                return concordance(memory.translations, words)

            self._remembering.ask(seek, lambda found: self._take_found(number, found))
            return
        if wish is None:
            self._take_proposals(number, None, ())
            return
        if wish != self._wish and (self._wish is None or wish.whole != self._wish.whole):
            # What is shown is of another row, and must not be taken for one of this.
            self._proposals, self._found = (), ()
            self._show()

        def look(memory: Memory) -> "tuple[Proposal, ...]":
            from editor.library.proposals import proposals

            return proposals(memory.translations, wish)

        self._remembering.ask(look, lambda found: self._take_proposals(number, wish, found))

    def _wish_here(self) -> "Wish | None":
        from editor.library.proposals import wish_of

        caret, row = self._here()
        if caret is None or row is None or caret.language is None:
            return None
        return wish_of(row, caret.language, caret.passage or 0, caret.start or 0)

    def _here(self) -> tuple[Address | None, Row | None]:
        caret = self._caret()
        return caret, self._session.doc.row(caret.id) if caret is not None else None

    def _take_proposals(self, number: int, wish: "Wish | None", found: "tuple[Proposal, ...]") -> None:
        if number != self._asked:
            return
        self._answered = number
        self.waits.emit(False)
        if (wish, found) == (self._wish, self._proposals) and found:
            return
        self._wish, self._proposals, self._found = wish, found, ()
        self.counted.emit(len(found))
        self._show()

    def _take_found(self, number: int, found: "tuple[Found, ...]") -> None:
        if number != self._asked:
            return
        self._answered = number
        self.waits.emit(False)
        self._wish, self._proposals, self._found = None, (), found
        self.counted.emit(0)
        self._show()

    def _show(self) -> None:
        lines = [self._proposed(each) for each in self._proposals] or [self._sought(each) for each in self._found]
        self._lines.show_lines(lines)
        self._stack.setCurrentIndex(1 if lines else 0)
        self._empty.setText(self._teller(self._nothing()))
        if lines:
            self.view.setCurrentIndex(self._lines.index(0))

    def _nothing(self) -> Sentence:
        if self._answered < self._asked:
            return say("Looking in the memory…")
        if self.field.text().strip():
            return say("These words are not in the memory.")
        if self._wish is None:
            return say("Earlier translations appear here for a row that nobody has confirmed yet.")
        return say("The memory holds nothing like this passage. It learns from what you confirm and publish.")

    def _proposed(self, proposal: "Proposal") -> Line:
        from editor.text.changes import compared

        known, source = proposal.known, self._wish.source if self._wish is not None else Language.EN
        pieces = compared(known.wording[source], proposal.sought)
        texts = Bilingual("", "").having(source, rich(pieces, self._look.palette, whole=True))
        put_in = compared(known.wording[source.other], proposal.text)
        texts = texts.having(source.other, rich(put_in, self._look.palette, whole=True))
        percent = self._teller(say("{percent}\u00a0%", percent=proposal.percent))
        title = self._teller(
            say("{percent}, the whole row", percent=percent)
            if proposal.is_whole
            else say("{percent}, a sentence", percent=percent)
        )
        return self._line(title, known.origin, texts, (spoken(pieces), spoken(put_in)))

    def _sought(self, found: "Found") -> Line:
        wording = found.known.wording
        texts = Bilingual(*(_lit(wording[language], found.lit[language], self._look) for language in Language))
        return self._line("", found.known.origin, texts, tuple(wording))

    def _line(self, title: str, origin: Origin, sides: Bilingual[str], said: tuple[str, ...]) -> Line:
        day = write_day(origin.day, Language(self._teller.tongue)) if origin.day else ""
        facts = tuple(filter(None, (origin.reference, day or origin.person)))
        if not title and facts:
            title, facts = facts[0], facts[1:]
        return Line(title, facts, sides, ". ".join(filter(None, (title, *facts, *said))), origin.person)

    def _insert(self, line: int) -> None:
        """Write a line into the text: a whole row's in the place of its side, all else where the caret stands."""
        from editor.text.carrying import translated, translated_sentence

        self._session.flush()
        caret, row = self._here()
        doc = self._session.doc
        if caret is None or row is None or caret.language is None:
            return
        if 0 <= line < len(self._proposals) and self._wish is not None:
            here = self._wish_here()
            if here is None or here.whole != self._wish.whole:
                return
            proposal, target = self._proposals[line], self._wish.source.other
            if proposal.is_whole:
                percent = None if proposal.is_sure else proposal.percent
                edit = proposing.write_side(row.id, target, translated(doc, row, target, proposal.text), percent)
            else:
                where = caret if caret.language is target else proposing.end_of(row, target)
                sentence = translated_sentence(doc, row, target, proposal.sought, proposal.text)
                edit = proposing.write_sentence(row, where, sentence)
        elif 0 <= line < len(self._found):
            words = self._found[line].known.wording[caret.language]
            edit = proposing.write_sentence(row, caret, tuple(map(Passage, split_text(words))))
        else:
            return
        try:
            self._session.do(edit, caret)
        except Unfit as trouble:
            self.told.emit(trouble.sentence)


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _lit(text: str, stretches: tuple[tuple[int, int], ...], look: Look) -> str:
    """Return a wording as rich text, some of its words lit and underlined."""
    parts, place = [], 0
    for start, end in stretches:
        colour = look.palette.found.name()
        parts += [_escaped(text[place:start]), f'<b style="background: {colour}">{_escaped(text[start:end])}</b>']
        place = end
    return "".join((*parts, _escaped(text[place:])))
