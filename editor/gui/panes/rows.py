"""Rows: the two pages side by side, level and scrolling together, with the gutter between them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.checks.finding import Finding
from editor.edits.flow import Splice
from editor.edits.habits import side_to_fill
from editor.errors import Unfit
from editor.gui.background.spelling import Proofreader, SpellingService
from editor.gui.fields.blocks import Rows, Span, changed_rows
from editor.gui.fields.clipboard import HtmlReader
from editor.gui.fields.page import Page
from editor.gui.panes.awaited import Awaited
from editor.gui.panes.gutter import Gutter
from editor.gui.panes.habits import Habits
from editor.gui.panes.headings import Heading
from editor.gui.panes.hints import hints_in
from editor.gui.panes.levels import Levels
from editor.gui.panes.loading import SLICE, Loading
from editor.gui.panes.offering import Offering
from editor.gui.panes.pen import Pen
from editor.gui.panes.remarks import Remarks
from editor.gui.panes.scrolling import Scrolling
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.spelling import variants_of
from editor.words import say

if TYPE_CHECKING:
    from editor.gui.panes.stale import StaleStrip

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CALM = 120
"""Milliseconds after which what follows the caret is brought up to date."""
_SOON = 4 * SLICE
"""Rows that are levelled while the window is being dragged larger; longer texts wait until the drag pauses."""
_DRAGGING = 80
"""Milliseconds."""
_AFTER_PAINT = 200
"""Milliseconds in which the first paint has the machine for itself."""


class RowsPane(QWidget):
    """Both languages of the open communiqué. `caret_moved` tells the Address when the caret has come to rest."""

    caret_moved = Signal(object)
    hidden_wished = Signal(object)
    """A place in the Language that is not shown is gone to."""
    selected_changed = Signal(str)
    """The words selected now, if any."""
    confirm_wished = Signal(str)
    pasted = Signal(object, object)
    """What a paste was made into, a Communique, and its Splice."""
    told = Signal(object)
    """A Sentence on what came of something done to the texts."""
    comments_wished = Signal(str)
    """What is said about a row, by its id, is to be shown."""
    refused = Signal(object)
    """A Sentence that says why what was written could not be taken."""

    def __init__(self, session: Session, look: Look, spelling: SpellingService, teller: Teller) -> None:
        super().__init__()
        self._session = session
        self._spelling = spelling
        self._teller = teller
        self._look = look
        self.pages = {language: Page(language, look) for language in Language}
        self.headings = {language: Heading(language, look) for language in Language}
        self.gutter = Gutter(self.pages, look, teller)
        self.levels = Levels((self.pages[Language.EN], self.pages[Language.FR]), look, self._levelled, self)
        self._proofreader = Proofreader(spelling, self.pages, self)
        self._scrolling = Scrolling(tuple(self.pages.values()), self.gutter.refresh, self)
        self.bar = self._scrolling.bar
        self._strip = Awaited(self._make_strip)
        self._strip.hide()
        self._top = QWidget()
        self._line = QWidget()
        self._order: tuple[Language, ...] = tuple(Language)
        self._current = self.pages[Language.EN]
        self._pen = Pen(session)
        self._habits = Habits(session, self._pen, self.caret)
        self.offering = Offering(self, session, self.pages, spelling, teller)
        self._typesets = True
        self._shown: Rows = ()
        self._width = 0
        self._room = 0
        self._loading = Loading(session.flush, self._show, self.levels.level, self)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._follow_caret)
        self._resizing = QTimer(self, singleShot=True, interval=0)
        self._resizing.timeout.connect(self._settle_size)
        self._place()
        self._connect()
        self.set_look(look)
        self.retranslate()
        self._show_comments()
        self._loading.begin(session.doc.rows)

    # --- what the window asks ---

    @property
    def stale(self) -> "StaleStrip":
        """What changed in the row of the caret."""
        return self._strip.pane

    def _make_strip(self) -> "StaleStrip":
        from editor.gui.panes.stale import StaleStrip

        strip = StaleStrip(self._session, self._look, self._teller)
        strip.set_actions(self.offering.actions_)
        return strip

    def set_look(self, look: Look) -> None:
        """Take over colours, fonts and zoom."""
        self._look = look
        colours = ((self, look.palette.page), (self._top, look.palette.window), (self._line, look.palette.line))
        for widget, colour in colours:
            palette = widget.palette()
            palette.setColor(palette.ColorRole.Window, colour)
            widget.setPalette(palette)
        for page in self.pages.values():
            page.set_look(look)
        for heading in self.headings.values():
            heading.set_look(look)
        self.gutter.set_look(look)
        self._strip.if_made(lambda strip: strip.set_look(look))
        self.levels.set_look(look)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Take the commands of the window, by name, for the menus of the texts and the gutter."""
        self.offering.actions_ = actions
        self._strip.if_made(lambda strip: strip.set_actions(actions))

    def arrange(self, order: tuple[Language, ...]) -> None:
        """Show these languages, from left to right: both, or one alone."""
        if order == self._order:
            return
        self._order = order
        english, french = self.pages[Language.EN], self.pages[Language.FR]
        for layout, columns in ((self._texts_line, self.pages), (self._top_line, self.headings)):
            left, right = (columns[language] for language in (order[0], order[0].other))
            layout.insertWidget(0, left, 1)
            layout.insertWidget(2, right, 1)
        for language in Language:
            self.pages[language].setVisible(language in order)
            self.headings[language].setVisible(language in order)
        self.gutter.set_order(order)
        QWidget.setTabOrder(self.pages[order[0]], self.gutter)
        QWidget.setTabOrder(self.gutter, french if order[0] is Language.EN else english)
        self.levels.set_alone(self.pages[order[0]] if len(order) == 1 else None)
        if self._current.language not in order or not self._current.hasFocus():
            self._current = self.pages[order[0]]
        self._width = 0
        self._resizing.start(0)

    def set_html_reader(self, read_html: HtmlReader) -> None:
        """Say how paragraphs are read out of pasted HTML; without it the plain text is taken."""
        for page in self.pages.values():
            page.read_html = read_html

    def set_typesetting(self, typesets: bool) -> None:
        """Say whether typography follows the keys (quotation marks, spaces), and lists begin by their signs."""
        self._typesets = typesets

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        names = {Language.EN: say("English text"), Language.FR: say("French text")}
        for language, page in self.pages.items():
            page.setAccessibleName(self._teller(names[language]))
            page.decor.hint_of = hints_in(language, self._teller)
            page.viewport().update()
        self.gutter.retranslate()
        self._name_variants()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Underline the words that findings name, and set a sign beside long passages they name whole."""
        remarks = self.offering.remarks = Remarks(findings, self._session.doc)
        for language, page in self.pages.items():
            page.sheet.show_findings(remarks.underlined(language))
            page.decor.show_signs(remarks.signs(language))

    def caret(self) -> Address | None:
        """Return where the caret stands on the page last written in."""
        return self._current.caret() if self._shown else None

    def caret_point(self) -> QPoint:
        """Return the point below the caret, on the screen."""
        return self._current.viewport().mapToGlobal(self._current.cursorRect().bottomLeft())

    def selected(self) -> tuple[Address, ...]:
        """Return the stretches selected, one a passage; the word at the caret where nothing is."""
        return self._current.selected() or self._current.word_at_caret()

    def has_selection(self) -> bool:
        """Whether words are selected on the page that has the caret."""
        return self._current.textCursor().hasSelection()

    def selected_text(self) -> str:
        """Return the words selected, paragraphs parted by line feeds."""
        return self._current.textCursor().selectedText().replace("\u2029", "\n")

    def light(self, places: Sequence[Address]) -> None:
        """Light stretches of the texts: what was searched for."""
        for language, page in self.pages.items():
            page.flush()
            page.decor.light_words([place for place in places if place.language is language])

    def go_to(self, where: Address) -> None:
        """Put the caret at a place of a row, and the focus on its page."""
        if where.part is not Part.ROW:
            return
        page = self.pages[where.language or self._current.language]
        if page.language not in self._order:
            self.hidden_wished.emit(page.language)
        if not page.go_to(where) and self._loading.is_under_way:
            self._loading.finish()
            page.go_to(where)
        self._current = page
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pen.lift(page.caret() if self._shown else None)

    def go_to_other_side(self) -> None:
        """Put the caret into the same row of the other language."""
        where = self.caret()
        if where is not None and where.language is not None:
            self.go_to(replace(where, language=where.language.other, start=0, end=0))

    def focus_text(self) -> None:
        """Give the focus to the page last written in."""
        self._current.setFocus(Qt.FocusReason.OtherFocusReason)

    def cut(self) -> None:
        """Cut the words selected."""
        self._current.cut()
        self._current.flush()

    def copy(self) -> None:
        """Copy the words selected."""
        self._current.copy()

    def paste(self) -> None:
        """Paste over the words selected."""
        self._current.paste()

    def select_all(self) -> None:
        """Select one language's whole text."""
        self._loading.finish()
        self._current.selectAll()

    # --- Qt ---

    def showEvent(self, event: QShowEvent) -> None:
        """Have the dictionaries loaded once the texts can be seen."""
        super().showEvent(event)
        QTimer.singleShot(_AFTER_PAINT, self._spelling.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Level everything after other line breaks."""
        super().resizeEvent(event)
        self._resizing.start(0 if len(self._shown) <= _SOON else _DRAGGING)

    # --- inside ---

    def _place(self) -> None:
        english, french = self.pages[Language.EN], self.pages[Language.FR]
        for widget in (self, self._top, self._line):
            widget.setAutoFillBackground(True)
        self._line.setFixedHeight(1)
        self._top_line = top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self.headings[Language.EN], 1)
        top.addSpacing(self.gutter.width())
        top.addWidget(self.headings[Language.FR], 1)
        top.addSpacing(self.bar.sizeHint().width())
        self._texts_line = texts = QHBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(english, 1)
        texts.addWidget(self.gutter)
        texts.addWidget(french, 1)
        texts.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._line)
        column.addLayout(texts, 1)
        column.addWidget(self._strip)
        QWidget.setTabOrder(english, self.gutter)
        QWidget.setTabOrder(self.gutter, french)

    def _connect(self) -> None:
        for page in self.pages.values():
            page.wished.connect(self._write)
            page.given.connect(self._take)
            page.left_out.connect(self.told)
            page.moved.connect(self._moved)
            page.selectionChanged.connect(self._calm.start)
            page.focused.connect(self._focused)
            page.whole_wished.connect(self._loading.finish)
            page.history_wished.connect(self._turn_history)
            page.menu_wished.connect(self.offering.open_text_menu)
            page.habit = self._press
            page.tip_of = lambda where: self.offering.remarks.tip(where, self._teller)
        self.gutter.menu_wished.connect(self._open_row_menu)
        self.gutter.confirm_wished.connect(self.confirm_wished)
        self.gutter.comments_wished.connect(self.comments_wished)
        self.gutter.row_wished.connect(lambda row_id: self.go_to(Address(Part.ROW, row_id)))
        self.offering.refused.connect(self.refused)
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self._opened)
        self._session.add_flush(self._flush)
        self._teller.changed.connect(self.retranslate)

    def _turn_history(self, wish: str) -> None:
        """Undo or redo what was done last, in whatever pane."""
        if wish in self.offering.actions_:
            self.offering.actions_[wish].trigger()

    def _press(self, key: Qt.Key) -> bool:
        """Do what a key does by habit; Enter gives the paragraph it ends its typography, and goes on to empty sides."""
        if key in _ENDS and self._typesets:
            self._session.flush()
            where = self.caret()
            caret = self._pen.end(where) if where is not None else None
            if caret is not None:
                self.go_to(caret)
        if self._habits.press(key):
            return True
        where = self.caret()
        onward = side_to_fill(self._session.doc, where) if key in _ENDS and where is not None else None
        if onward is not None:
            self.go_to(onward)
        return onward is not None

    def _name_variants(self) -> None:
        variants = variants_of(self._session.doc, self._session.profile)
        for language, heading in self.headings.items():
            heading.name_variant(variants[language])

    def _flush(self) -> None:
        for page in self.pages.values():
            page.flush()

    def _write(self, splices: tuple[Splice, ...], *, typed: bool = True) -> None:
        """Make the edit of what was done on a page, and do it."""
        # Two pages that hold typing at once are one step: neither may be shown anything before both are read.
        others = [page for page in self.pages.values() if page.sheet.is_pending]
        for page in others:
            splices = (*splices, *page.read())
        try:
            done, caret = self._pen.write(splices, typed=typed)
        except Unfit as trouble:
            done, caret = False, None
            self._pen.lift()
            self.refused.emit(trouble.sentence)
        if not done:
            for page in self.pages.values():
                page.show_again()
        if done and typed and self._typesets and len(splices) == 1:
            caret = self._pen.follow(splices[0]) or caret
        if caret is not None:
            self.go_to(caret)
        for page in others:
            page.settle()

    def _take(self, splices: tuple[Splice, ...]) -> None:
        """Write what was pasted or dropped, and tell of it."""
        before = self._session.doc
        self._write(splices, typed=False)
        if len(splices) == 1 and self._session.doc is not before:
            self.pasted.emit(before, splices[0])

    def _changed(self, before: Communique, after: Communique) -> None:
        if before.release is not after.release:
            self._name_variants()
        if before.comments is not after.comments:
            self._show_comments()
        if before.rows is not after.rows:
            self._flush()
            self._loading.take(self._session.doc.rows)

    def _show_comments(self) -> None:
        comments = self._session.doc.comments
        settled = frozenset(comment.id for comment in comments if comment.is_resolved)
        for page in self.pages.values():
            page.sheet.show_comments(settled)
        self.gutter.show_comments(frozenset(comment.id for comment in comments) - settled)

    def _opened(self) -> None:
        rows = self._session.doc.rows
        # A document that was saved is told as opened as well: the caret is where somebody writes.
        if not self._loading.begin(rows):
            return
        self._current = self.pages[self._first_to_write()]
        blank = next((row for row in rows[:SLICE] if not row.is_complete), None)
        first = blank if blank is not None and not any(blank.sides) else next(iter(rows), None)
        for language, page in self.pages.items():
            if first is not None:
                page.go_to(first.address(language, 0, 0, 0))

    def _first_to_write(self) -> Language:
        """Return the language to begin in: of a release that says as much in both, the one the window speaks."""
        own, rows = Language(self._teller.tongue), self._session.doc.rows
        says_as_much = all(row.has_text(Language.EN) == row.has_text(Language.FR) for row in rows)
        return own if own in self._order and says_as_much else self._order[0]

    def _show(self, rows: Rows, span: Span | None) -> None:
        span = span or changed_rows(self._shown, rows)
        if span is None:
            return
        before, self._shown = self._shown[span.first : span.old_stop], rows
        for page in self.pages.values():
            page.show_rows(rows, span)
        changed = rows[span.first : span.new_stop]
        self._proofreader.look_at(changed, before)
        for language, heading in self.headings.items():
            if [row[language] for row in before] != [row[language] for row in changed]:
                heading.count(rows)
        if list(map(_sign, before)) != list(map(_sign, changed)):
            self.gutter.refresh()
            self._calm.start()

    def _moved(self) -> None:
        page = self.sender()
        if isinstance(page, Page) and not page.sheet.is_pending:
            self._pen.lift()
        self._calm.start()

    def _focused(self) -> None:
        page = self.sender()
        if isinstance(page, Page):
            self._current = page
        self._calm.start()

    def _follow_caret(self) -> None:
        if not self._shown:
            return
        row = self._current.caret_row()
        for page in self.pages.values():
            page.decor.light_row(row if page is not self._current else None)
            page.decor.light_sentences(self._answers() if page is not self._current else ())
        self.gutter.set_row(row)
        shown = self._shown[row] if row < len(self._shown) else None
        self._show_changed(shown)
        self._proofreader.follow_caret()
        self.caret_moved.emit(self._current.caret())
        self.selected_changed.emit(self.selected_text())

    def _show_changed(self, row: Row | None) -> None:
        """Show in the strip what changed in a row, which stays in view above it."""
        if row is not None and row.changed_sides:
            self._strip.show()
        self._strip.if_made(lambda strip: strip.show_row(row))
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        """Where the pages have become lower, keep the row written in in view, if it was."""
        room, self._room = self._room, self._current.viewport().height()
        if self._shown and self._room < room and 0 <= self._current.cursorRect().top() < room:
            self._current.reveal_row()

    def _answers(self) -> tuple[Address, ...]:
        """Return the sentences of the other page that answer to the one the caret is in."""
        where = self._current.caret()
        row = self._session.doc.row(where.id)
        is_pending = any(page.sheet.is_pending for page in self.pages.values())
        if row is None or is_pending or len(self._order) == 1 or not all(map(row.has_text, Language)):
            return ()
        from editor.text.sentence_pairs import counterpart_sentences

        language, here = self._current.language, (where.passage or 0, where.start or 0)
        found = counterpart_sentences(row, language, *here)
        return tuple(row.address(language.other, *stretch) for stretch in found)

    def _levelled(self) -> None:
        self._scrolling.even()
        self.gutter.refresh()

    def _settle_size(self) -> None:
        if self.width() != self._width:
            self._width = self.width()
            self.levels.mark(0, 0)
            self.levels.level()
        self._scrolling.even()
        self._keep_in_view()

    def _open_row_menu(self, row_id: str, where: QPoint) -> None:
        self.go_to(Address(Part.ROW, row_id, self._current.language, 0, 0, 0))
        self.offering.open_row_menu(where)


def _sign(row: Row) -> object:
    """Return what the gutter shows of a row."""
    return row.state, row.changed_sides, row.certainty, row.comments, row.sides.each(len)
