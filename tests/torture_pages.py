"""Two pages, tortured: random gestures of every kind, and after each the pages, the value and the levels must agree.

`python tests/torture_pages.py [DOCUMENTS [OPERATIONS [SEED]]]` runs for long; the test suite runs a short form.
"""

import random
import sys
from dataclasses import replace

from editing import insert
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.edits import rows, writing
from editor.edits.edit import Edit, all_of
from editor.formats.profiles import load_profile
from editor.gui.background.spelling import SpellingService
from editor.gui.fields.blocks import texts_of
from editor.gui.panes.rows import RowsPane
from editor.gui.session import Session
from editor.gui.style import Theme, make_look
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.rows import Row, RowKind
from editor.words import say

SENTENCE = (
    "harbour lighthouse « Nous\u00a0sommes prêts\u00a0» l’État 1\u202f000 😀 👩‍🚀 e\u0301tat “We agree” naïve œuvre "
    "a\u2028b commitment engagement sécurité Vukić allies alliés the of de la"
)
WORDS = SENTENCE.split(" ")
KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
CLIPBOARDS = ("", "two words", "\n\n".join(f"Paragraph {n} of a long text." for n in range(240)))
"""What some other program may have left there; the last comes to more rows than are levelled while dragging."""
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def a_communique(dice, count):
    """Make a communiqué: rows of every kind, 1:1, 1:2, one-sided, with marks."""

    def passage():
        text = " ".join(dice.choice(WORDS) for _ in range(dice.randint(1, 40)))
        marks = []
        for _ in range(dice.randint(0, 3)):
            start = dice.randrange(len(text))
            end = dice.randint(start + 1, len(text))
            kind, target = dice.choice(
                [(MarkKind.QUOTE, "q1"), (MarkKind.PERSON, "p1"), (MarkKind.BOLD, ""), (MarkKind.ITALIC, "")]
            )
            marks.append(Mark(start, end, kind, target))
        return Passage(text, tuple(marks))

    def side():
        return tuple(passage() for _ in range(dice.choice([1] * 16 + [2, 3, 0, 0])))

    made = tuple(
        Row(
            f"r{n}",
            Bilingual(side(), side()),
            RowKind.HEADLINE if n == 1 else dice.choice([RowKind.PARAGRAPH] * 5 + list(RowKind)),
            dice.randint(0, 2),
        )
        for n in range(1, count + 1)
    )
    return Communique(made, (Participant("p1"),), (Quote("q1"),), counter=count)


class Torture:
    """One window's worth of texts, and the gestures done to it."""

    def __init__(self, seed, count=12):
        self.dice = random.Random(seed)  # noqa: S311 (no secret)
        self.log = []
        self.first = a_communique(self.dice, count)
        self.now = 0.0
        self.session = Session(self.first, load_profile, clock=self.clock)
        self.spelling = SpellingService(self.session)
        self.pane = RowsPane(self.session, make_look(Theme.LIGHT), self.spelling, Teller("en"))
        self.session.caret_wished.connect(self.pane.go_to)
        self.pane.resize(800, 500)
        self.pane.show()
        QApplication.clipboard().setText(self.dice.choice(CLIPBOARDS))
        if self.dice.random() < 0.5:
            self.settle()

    def clock(self):
        self.now += self.dice.choice([0.1, 0.1, 0.1, 3.0])
        return self.now

    def settle(self):
        for _ in range(6):
            QApplication.processEvents()
        while self.pane._resizing.isActive():
            QApplication.processEvents()

    def close(self):
        self.spelling.stop()
        self.pane.close()
        self.pane.deleteLater()
        self.settle()

    def run(self, operations):
        for _ in range(operations):
            for _ in range(self.dice.choice([1, 1, 1, 2, 3])):
                name = self.dice.choice(OPERATIONS)
                self.log.append(name)
                getattr(self, name)()
            if self.dice.random() < 0.8:
                self.settle()
                self.check()
        self.settle()
        self.check()
        self.unwind()

    def unwind(self):
        self.session.flush()
        while self.session.redo_label:
            self.session.redo()
        last = self.session.doc
        while self.session.undo_label:
            self.session.undo()
        self.settle()
        assert self.session.doc is self.first
        self.check()
        while self.session.redo_label:
            self.session.redo()
        self.settle()
        assert self.session.doc is last
        self.check()

    # --- what must hold ---

    def check(self):
        doc = self.session.doc
        # A long text may still be on its way to the pages.
        shown = doc.rows[: self.pane._loading.shown]
        for language, page in self.pane.pages.items():
            document = page.document()
            blocks = [document.findBlockByNumber(n).text() for n in range(document.blockCount())]
            wanted = texts_of(shown, language) or [""]
            assert blocks == wanted, (language, blocks, wanted)
            assert page.sheet.texts == wanted
            assert page.sheet.places.rows == shown
            assert all(
                document.findBlockByNumber(n).length() - 1 == len(t.encode("utf-16-le")) // 2
                for n, t in enumerate(wanted)
            )
            assert page.sheet.places.count == len(wanted) or not doc.rows
            self.check_formats(page)
        assert len({row.id for row in doc.rows}) == len(doc.rows)
        for one, other in zip(*(self.tops(page) for page in self.pane.pages.values()), strict=True):
            assert abs(one - other) < 1e-9, (one, other)
        bars = [page.verticalScrollBar() for page in self.pane.pages.values()]
        assert bars[0].value() == bars[1].value()
        assert bars[0].maximum() == bars[1].maximum()

    def check_formats(self, page):
        document = page.document()
        for number in range(document.blockCount() if page.sheet.places.rows else 0):
            layout = document.findBlockByNumber(number).layout()
            if layout.preeditAreaText():
                continue
            shown = [(one.start, one.start + one.length) for one in layout.formats()]
            wanted = [(start, end) for start, end, _ in page.sheet._wanted(number)]
            assert shown == wanted, (number, shown, wanted)

    def tops(self, page):
        document = page.document()
        document.documentLayout().blockBoundingRect(document.lastBlock())
        return [document.findBlockByNumber(n).layout().position().y() for n in page.sheet.places.starts]

    # --- gestures ---

    def page(self):
        page = self.pane.pages[self.dice.choice(list(Language))]
        page.setFocus()
        return page

    def place(self, page, select=False):
        cursor = page.textCursor()
        last = page.document().characterCount() - 1
        cursor.setPosition(self.dice.randint(0, last))
        if select:
            reach = self.dice.choice([3, 30, 300, 3000])
            position = min(max(cursor.position() + self.dice.randint(-reach, reach), 0), last)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        elif self.dice.random() < 0.4:
            move = self.dice.choice([QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveOperation.EndOfBlock])
            cursor.movePosition(move)
        page.setTextCursor(cursor)
        return page

    def press(self, key, modifier=NONE, select=0.2):
        page = self.page()
        if self.dice.random() < 0.7:
            self.place(page, self.dice.random() < select)
        QTest.keyClick(page, key, modifier)

    def type(self):
        page = self.page()
        if self.dice.random() < 0.7:
            self.place(page, self.dice.random() < 0.2)
        for _ in range(self.dice.randint(1, 8)):
            QTest.keyClicks(page, self.dice.choice("abcl. ,l"))

    def enter(self):
        self.press(Qt.Key.Key_Return)

    def line(self):
        self.press(Qt.Key.Key_Return, SHIFT)

    def backspace(self):
        self.press(Qt.Key.Key_Backspace)

    def delete(self):
        self.press(Qt.Key.Key_Delete)

    def backspace_word(self):
        self.press(Qt.Key.Key_Backspace, CONTROL)

    def delete_word(self):
        self.press(Qt.Key.Key_Delete, CONTROL)

    def begin_list(self):
        page = self.page()
        self.place(page)
        QTest.keyClick(page, Qt.Key.Key_Home)
        QTest.keyClicks(page, self.dice.choice(["- ", "1. ", "# ", "2) "]))
        QTest.keyClick(page, self.dice.choice([Qt.Key.Key_Backspace, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_A]))

    def wander(self):
        self.press(self.dice.choice(KEYS), self.dice.choice([NONE, SHIFT, CONTROL]))

    def cut_and_paste(self):
        page = self.place(self.page(), select=True)
        page.cut()
        page.flush()
        if self.dice.random() < 0.5:
            page = self.place(self.page(), self.dice.random() < 0.3)
        page.paste()

    def paste_text(self):
        mime = QMimeData()
        mime.setText(self.dice.choice(["a", "a\nb", "a\n\nb\nc\n", "x\0y\u2029z", "é\u00a0\u202f😀", "", "\n"]))
        self.place(self.page(), self.dice.random() < 0.4).insertFromMimeData(mime)

    def insert_by_cursor(self):
        """As assistive technology writes: no event comes with it."""
        cursor = self.page().textCursor()
        cursor.insertText(self.dice.choice(["plain", "L’État\u202f!", "two\nlines", "\u2028"]))

    def erase_by_cursor(self):
        page = self.place(self.page(), select=True)
        page.textCursor().removeSelectedText()

    def clear(self):
        if self.dice.random() < 0.05:
            self.page().clear()

    def select_all_and_type(self):
        if self.dice.random() < 0.1:
            page = self.page()
            page.selectAll()
            QTest.keyClicks(page, "z")

    def compose(self):
        page = self.place(self.page(), self.dice.random() < 0.2)
        QApplication.sendEvent(page, QInputMethodEvent("ni", []))
        if self.dice.random() < 0.5:
            self.settle()
        if self.dice.random() < 0.3:
            self.dice.choice([self.undo, self.fix_far_apart, self.insert_row])()
        event = QInputMethodEvent("", [])
        event.setCommitString(self.dice.choice(["", "你好", "ê", "😀"]))
        QApplication.sendEvent(page, event)

    def replace_half_a_character(self):
        page = self.place(self.page())
        event = QInputMethodEvent("", [])
        event.setCommitString("x", -1, 1)
        if page.textCursor().positionInBlock():
            QApplication.sendEvent(page, event)

    def drop(self):
        page = self.place(self.page(), select=True)
        source = self.pane.pages[self.dice.choice(list(Language))]
        mime = source.createMimeDataFromSelection()
        actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        point = QPointF(self.dice.randint(5, 300), self.dice.randint(5, 400))
        event = QDropEvent(point, actions, mime, Qt.MouseButton.LeftButton, NONE)
        page.dropEvent(event)

    def undo(self):
        for _ in range(self.dice.choice([1, 1, 2, 5])):
            self.session.undo()

    def redo(self):
        for _ in range(self.dice.choice([1, 1, 2, 5])):
            self.session.redo()

    def do(self, edit):
        self.session.do(edit, self.pane.caret())

    def a_row(self):
        self.session.flush()
        return self.dice.choice(self.session.doc.rows) if self.session.doc.rows else None

    def insert_row(self):
        self.session.flush()
        self.do(insert(self.dice.randint(0, len(self.session.doc.rows))))

    def remove_row(self):
        row = self.a_row()
        if row and len(self.session.doc.rows) > 3:
            self.do(rows.remove(row.id))

    def move_row(self):
        if row := self.a_row():
            self.do(rows.move(row.id, self.dice.choice([-3, -1, 1, 5])))

    def join_rows(self):
        if row := self.a_row():
            self.do(rows.join(row.id))

    def unpair(self):
        if row := self.a_row():
            self.do(rows.unpair(row.id))

    def move_across(self):
        if row := self.a_row():
            self.do(rows.move_across(row.id, self.dice.choice(list(Language))))

    def set_kind(self):
        if row := self.a_row():
            self.do(rows.set_kind(row.id, self.dice.choice(list(RowKind)), 1))

    def mark(self):
        places = self.place(self.page(), select=True).selected()
        self.session.flush()
        if places:
            kind, target = self.dice.choice([(MarkKind.BOLD, ""), (MarkKind.PERSON, "p1"), (MarkKind.QUOTE, "q1")])
            try:
                self.do(writing.toggle(self.session.doc, places, kind, target))
            except writing.Unfit:
                self.log.append("(no words)")

    def fix_far_apart(self):
        """One letter changed in many passages, as a repair of all findings of one kind."""
        self.session.flush()
        edits = []
        for row in self.session.doc.rows:
            for language in Language:
                for index, passage in enumerate(row[language]):
                    if passage.text and self.dice.random() < 0.3:
                        at = self.dice.randrange(len(passage.text))
                        edits.append(writing.replace(row.address(language, index, at, at + 1), "ß"))
        self.do(all_of(say("Mend"), edits))

    def swap_everything(self):
        if self.dice.random() < 0.1:
            self.session.flush()
            self.do(Edit(say("Mend"), lambda doc: replace(doc, rows=tuple(reversed(doc.rows)))))

    def write_in_two_pages(self):
        """Both pages hold typing when the event loop turns."""
        for page in self.pane.pages.values():
            self.place(page).textCursor().insertText("both")

    def resize(self):
        self.pane.resize(self.dice.randint(500, 1100), self.dice.randint(200, 700))

    def zoom(self):
        self.pane.set_look(make_look(self.dice.choice([Theme.LIGHT, Theme.DARK]), self.dice.choice([0.8, 1.0, 1.5])))

    def underline(self):
        page = self.page()
        if page.sheet.places.rows:
            row = self.dice.choice(page.sheet.places.rows)
            if row[page.language] and not page.sheet.is_pending:
                length = len(row[page.language][0].text)
                page.sheet.show_spelling((row.id, 0), [(0, min(3, length))] if length else [])


OPERATIONS = [
    name
    for name in vars(Torture)
    if not name.startswith("_")
    and name
    not in {
        "a_row",
        "check",
        "check_formats",
        "clock",
        "close",
        "do",
        "page",
        "place",
        "press",
        "run",
        "settle",
        "tops",
        "unwind",
    }
]


def main(documents=20, operations=100, seed=1):
    app = QApplication.instance() or QApplication(sys.argv[:1])
    for number in range(seed, seed + documents):
        torture = Torture(number, count=(12, 0, 1, 3, 60, 230)[number % 6])
        try:
            torture.run(operations)
        except BaseException:
            print("seed", number, torture.log[-12:])
            raise
        torture.close()
        print(f"document {number}: {len(torture.log)} gestures, good", flush=True)
    app.clipboard().clear()
    return app


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
