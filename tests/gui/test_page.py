import pytest
from editing import write
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from editor.edits import writing
from editor.edits.edit import all_of
from editor.gui.fields.clipboard import Found
from editor.gui.fields.page import Page
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row, RowKind
from editor.words import say

EN, FR = Language.EN, Language.FR


class Desk:
    """A page over a value of its own: what it wishes is done, and shown to it again."""

    def __init__(self, qtbot, look, doc, language=FR):
        self.doc = doc
        self.told = []
        self.page = Page(language, look)
        qtbot.addWidget(self.page)
        self.page.resize(400, 300)
        self.page.show_rows(doc.rows)
        self.page.wished.connect(self.do)
        self.page.given.connect(self.do)
        self.page.show()

    def do(self, splices):
        self.told.append(splices)
        edits = [write(one.language, one.start, one.end, one.pieces) for one in splices]
        after = all_of(say("Typing"), edits).apply(self.doc)
        if after is self.doc:
            self.page.show_again()
        self.doc = after
        self.page.show_rows(after.rows)

    def caret(self, block, character, end=None):
        position = self.page.document().findBlockByNumber(block).position()
        cursor = self.page.textCursor()
        cursor.setPosition(position + character)
        if end is not None:
            cursor.setPosition(position + end, QTextCursor.MoveMode.KeepAnchor)
        self.page.setTextCursor(cursor)

    @property
    def blocks(self):
        document = self.page.document()
        return [document.findBlockByNumber(n).text() for n in range(document.blockCount())]

    @property
    def sides(self):
        return [[passage.text for passage in row[self.page.language]] for row in self.doc.rows]

    def formats(self, block):
        found = self.page.document().findBlockByNumber(block).layout().formats()
        return [(one.start, one.start + one.length) for one in found]


@pytest.fixture
def desk(qtbot, look):
    def open_(*french, marks=(), language=FR, kind=RowKind.PARAGRAPH):
        rows = tuple(
            Row(f"r{n}", Bilingual((Passage(f"English {n}"),), (Passage(text, marks),) if text else ()), kind)
            for n, text in enumerate(french, 1)
        )
        return Desk(qtbot, look, Communique(rows, counter=len(rows)), language)

    return open_


def test_a_hundred_thousand_calls_do_not_end_the_process(qapp):
    """PySide6 6.12.0 loses a reference to None at each call that returns nothing, and aborts on CPython 3.11."""
    document = QTextDocument("abc")
    cursor = QTextCursor(document)
    for place in range(100_000):
        cursor.setPosition(place % 3)
    assert cursor.position() == 99_999 % 3


def test_each_side_shows_its_passages_and_an_empty_side_one_empty_block(desk):
    assert desk("Un", "", "Trois").blocks == ["Un", "", "Trois"]


def test_a_key_is_told_at_once_with_its_place(desk, qtbot):
    shown = desk("Un phare", "Deux")
    shown.caret(0, 2)
    qtbot.keyClicks(shown.page, "e")
    (splice,) = shown.told[0]
    assert (splice.start.id, splice.start.passage, splice.start.start, splice.end.start) == ("r1", 0, 2, 2)
    assert shown.sides == [["Une phare"], ["Deux"]]


def test_no_break_spaces_line_separators_and_emoji_survive_typing_beside_them(desk, type_text):
    text = "«\u00a0Oui\u202f!\u00a0» 1\u202f000\u20282 😀 e\u0301"
    shown = desk(text)
    shown.caret(0, 0)
    type_text(shown.page, "é\u202f")
    assert shown.sides == [["é\u202f" + text]]
    assert shown.blocks == shown.sides[0]


def test_the_place_behind_an_emoji_is_counted_in_characters(desk, qtbot):
    shown = desk("👩‍🚀 phare", marks=(Mark(4, 9, MarkKind.PERSON, "p1"),))
    shown.caret(0, 6)
    qtbot.keyClicks(shown.page, "x")
    assert shown.told[0][0].start.start == 4
    assert shown.doc.rows[0][FR][0].words_of(shown.doc.rows[0][FR][0].marks[0]) == "phare"


def test_one_of_two_equal_letters_is_the_one_that_was_typed(desk, qtbot):
    shown = desk("aller", marks=(Mark(0, 2, MarkKind.QUOTE, "q1"),))
    shown.caret(0, 2)
    qtbot.keyClicks(shown.page, "l")
    assert shown.doc.rows[0][FR][0].marks == (Mark(0, 2, MarkKind.QUOTE, "q1"),)


def test_enter_parts_a_passage_and_shift_enter_a_line(desk, qtbot):
    shown = desk("Un deux")
    shown.caret(0, 3)
    qtbot.keyClick(shown.page, Qt.Key.Key_Return)
    assert shown.sides == [["Un ", "deux"]]
    qtbot.keyClick(shown.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert shown.sides == [["Un ", "\u2028deux"]]
    assert shown.blocks == shown.sides[0]


def test_backspace_at_the_edge_of_rows_is_told_over_the_edge(desk, qtbot):
    shown = desk("Un", "Deux")
    shown.caret(1, 0)
    qtbot.keyClick(shown.page, Qt.Key.Key_Backspace)
    assert shown.sides == [["UnDeux"]]
    assert shown.doc.rows[0].text(EN) == "English 1\nEnglish 2"


def test_backspace_in_an_empty_side_leaves_the_rows_alone(desk, qtbot):
    shown = desk("Un", "", "Trois")
    shown.caret(1, 0)
    qtbot.keyClick(shown.page, Qt.Key.Key_Backspace)
    assert shown.blocks == ["Un", "", "Trois"]
    assert len(shown.doc.rows) == 3


def test_clearing_everything_and_setting_text_from_outside_reach_the_value(desk, qtbot):
    shown = desk("Un", "Deux")
    shown.page.clear()
    qtbot.waitUntil(lambda: shown.sides == [[], []])
    cursor = shown.page.textCursor()
    cursor.setPosition(0)
    cursor.insertText("L’État\u202f!")
    qtbot.waitUntil(lambda: shown.sides == [["L’État\u202f!"], []])


def test_half_a_character_left_by_an_input_method_is_mended(desk, qapp):
    shown = desk("a😀b")
    shown.caret(0, 3)
    event = QInputMethodEvent("", [])
    event.setCommitString("x", -1, 1)
    qapp.sendEvent(shown.page, event)
    block = shown.page.document().firstBlock()
    assert shown.sides[0] == [block.text()]
    assert block.length() - 1 == len(block.text().encode("utf-16-le")) // 2


def test_characters_no_passage_may_hold_are_taken_out_again(desk, qtbot):
    shown = desk("ab")
    shown.caret(0, 1)
    shown.page.textCursor().insertText("\0x\ufffc")
    qtbot.waitUntil(lambda: shown.sides == [["axb"]])
    assert shown.blocks == ["axb"]


def test_text_being_composed_is_not_told_before_it_is_committed(desk, qapp):
    shown = desk("ab")
    shown.caret(0, 1)
    qapp.sendEvent(shown.page, QInputMethodEvent("^", []))
    assert shown.told == []
    event = QInputMethodEvent("", [])
    event.setCommitString("ê")
    qapp.sendEvent(shown.page, event)
    assert shown.sides == [["aêb"]]


def test_marks_stay_painted_while_text_is_composed_and_after(desk, qapp):
    shown = desk("ab cd", marks=(Mark(3, 5, MarkKind.BOLD),))
    shown.caret(0, 1)
    qapp.sendEvent(shown.page, QInputMethodEvent("ni", []))
    assert (5, 7) in shown.formats(0)
    event = QInputMethodEvent("", [])
    event.setCommitString("你")
    qapp.sendEvent(shown.page, event)
    assert shown.formats(0) == [(4, 6)]


class TestClipboard:
    def test_copying_keeps_no_break_spaces_and_parts_paragraphs(self, desk, qapp):
        shown = desk("«\u00a0Oui\u202f!\u00a0»", "Deux")
        shown.page.selectAll()
        shown.page.copy()
        assert QApplication.clipboard().mimeData().text() == "«\u00a0Oui\u202f!\u00a0»\n\nDeux"
        assert '<p lang="fr">«\u00a0Oui\u202f!\u00a0»</p>' in QApplication.clipboard().mimeData().html()

    def test_cut_and_paste_brings_the_marks_along(self, desk, qapp):
        shown = desk("Un phare", marks=(Mark(3, 8, MarkKind.BOLD),))
        shown.caret(0, 2, 8)
        shown.page.cut()
        shown.page.flush()
        assert shown.sides == [["Un"]]
        shown.caret(0, 0)
        shown.page.paste()
        assert shown.doc.rows[0][FR][0] == Passage(" phareUn", (Mark(1, 6, MarkKind.BOLD),))

    def test_outside_text_is_cleaned_and_its_empty_lines_only_part(self, desk):
        shown = desk("")
        mime = QMimeData()
        mime.setText("a\0b\r\n\r\nc\u2028d\n")
        shown.page.insertFromMimeData(mime)
        assert [text for side in shown.sides for text in side] == ["ab", "c\u2028d"]

    def test_html_is_read_by_the_reader_given(self, desk):
        shown = desk("")
        mime = QMimeData()
        mime.setHtml("<b>gras</b>")
        mime.setText("plain")
        shown.page.read_html = lambda _html: Found((Passage("gras", (Mark(0, 4, MarkKind.BOLD),)),))
        shown.page.insertFromMimeData(mime)
        assert shown.doc.rows[0][FR][0].marks == (Mark(0, 4, MarkKind.BOLD),)

    def test_without_a_reader_html_comes_as_plain_text(self, desk):
        shown = desk("")
        mime = QMimeData()
        mime.setHtml("<b>gras</b>")
        mime.setText("gras")
        shown.page.insertFromMimeData(mime)
        assert shown.sides == [["gras"]]

    @pytest.mark.parametrize("damaged", [b"", b"{", b"[[1, 2]]", b'[["a", [[0, 9, "bold", ""]]]]', b'[["a\\n", []]]'])
    def test_a_damaged_own_format_counts_as_nothing(self, desk, damaged):
        shown = desk("")
        mime = QMimeData()
        mime.setData("application/x-communique-passages+json", damaged)
        mime.setText("plain")
        shown.page.insertFromMimeData(mime)
        assert shown.sides == [["plain"]]

    def test_files_are_not_text(self, desk):
        mime = QMimeData()
        mime.setText("file:///tmp/picture.jpg")
        mime.setUrls(["file:///tmp/picture.jpg"])
        assert not desk("").page.canInsertFromMimeData(mime)


class TestShowing:
    def test_marks_and_underlines_move_with_their_words_at_the_key(self, desk, qtbot):
        shown = desk("Un phare rouge", marks=(Mark(3, 8, MarkKind.PERSON, "p1"),))
        shown.page.sheet.show_spelling(("r1", 0), [(9, 14)])
        shown.caret(0, 0)
        qtbot.keyClicks(shown.page, "xy")
        assert shown.formats(0) == [(5, 10), (11, 16)]

    def test_a_quote_is_tinted_with_its_quotation_marks(self, desk):
        shown = desk("Il dit «\u00a0oui\u00a0», puis", marks=(Mark(9, 12, MarkKind.QUOTE, "q1"),))
        assert shown.formats(0) == [(7, 14)]

    def test_showing_does_not_modify_the_document_nor_change_what_is_typed(self, desk, qtbot):
        shown = desk("Un", marks=(Mark(0, 2, MarkKind.BOLD),))
        cursor = shown.page.textCursor()
        assert not cursor.charFormat().fontWeight() > 400
        assert shown.page.document().toRawText() == "Un"

    def test_a_change_elsewhere_keeps_caret_and_selection_with_their_words(self, desk):
        shown = desk("Un deux trois", "Quatre")
        shown.caret(0, 3, 7)
        place = shown.doc.rows[0].address(FR, 0, 0, 2)
        shown.doc = writing.replace(place, "Premier").apply(shown.doc)
        shown.page.show_rows(shown.doc.rows)
        assert shown.page.textCursor().selectedText() == "deux"

    def test_text_put_in_at_the_caret_does_not_push_it(self, desk):
        shown = desk("Un", "Deux")
        shown.caret(0, 2)
        place = shown.doc.rows[0].address(FR, 0, 2, 2)
        shown.doc = writing.replace(place, "\u202f!").apply(shown.doc)
        shown.page.show_rows(shown.doc.rows)
        assert shown.page.caret().start == 2

    def test_a_place_can_be_gone_to_and_selected(self, desk):
        shown = desk("😀 Un deux", "Trois")
        assert shown.page.go_to(shown.doc.rows[0].address(FR, 0, 2, 4))
        assert shown.page.textCursor().selectedText() == "Un"
        assert shown.page.selected() == (shown.doc.rows[0].address(FR, 0, 2, 4),)
        assert not shown.page.go_to(Row("r99").address(FR, 0, 0, 0))

    def test_a_selection_over_passages_is_a_stretch_of_each(self, desk):
        shown = desk("Un", "Deux", "Trois")
        shown.page.selectAll()
        assert [(one.id, one.start, one.end) for one in shown.page.selected()] == [
            ("r1", 0, 2),
            ("r2", 0, 4),
            ("r3", 0, 5),
        ]

    def test_hints_and_numbers_are_painted_but_are_no_text(self, desk):
        shown = desk("", "Deux", kind=RowKind.LIST_ITEM)
        shown.page.decor.hint_of = lambda row: f"hint of {row.id}"
        picture = shown.page.grab().toImage()
        shown.page.decor.hint_of = lambda _row: ""
        assert shown.page.grab().toImage() != picture
        assert shown.blocks == ["", "Deux"]


def test_a_row_gone_to_from_afar_is_seen_whole(qtbot, look):
    rows = tuple(Row(f"r{n}", Bilingual((), (Passage("Un paragraphe de quelques lignes. " * 6),))) for n in range(9))
    desk = Desk(qtbot, look, Communique(rows))
    desk.page.resize(400, 420)
    QApplication.processEvents()
    for index in (6, 2):
        assert desk.page.go_to(rows[index].address(FR, 0, 0, 0))
        lit = desk.page.decor.rectangle(index)
        assert lit.top() >= 0
        assert lit.bottom() < desk.page.viewport().height()


@pytest.mark.parametrize("index", [6, 2])
def test_around_a_row_gone_to_something_of_its_neighbours_is_seen(qtbot, look, index):
    rows = tuple(Row(f"r{n}", Bilingual((), (Passage("Un paragraphe de quelques lignes. " * 4),))) for n in range(9))
    desk = Desk(qtbot, look, Communique(rows))
    desk.page.resize(400, 420)
    QApplication.processEvents()
    desk.page.go_to(rows[8 if index < 4 else 0].address(FR, 0, 0, 0))
    desk.page.go_to(rows[index].address(FR, 0, 0, 0))
    lit = desk.page.decor.rectangle(index)
    assert lit.top() >= 28
    assert lit.bottom() <= desk.page.viewport().height() - 28


def test_a_row_that_begins_in_view_and_ends_below_it_is_brought_into_view_when_it_is_gone_to(qtbot, look):
    rows = tuple(Row(f"r{n}", Bilingual((), (Passage("Un paragraphe de quelques lignes. " * 6),))) for n in range(9))
    desk = Desk(qtbot, look, Communique(rows))
    desk.page.resize(400, 420)
    QApplication.processEvents()
    bar = desk.page.verticalScrollBar()
    bar.setValue(desk.page.decor.rectangle(3).top() - 380)
    assert desk.page.go_to(rows[3].address(FR, 0, 0, 0))
    assert desk.page.decor.rectangle(3).bottom() < desk.page.viewport().height()


def test_the_key_to_the_beginning_shows_the_page_from_its_very_top(qtbot, look):
    rows = tuple(Row(f"r{n}", Bilingual((), (Passage("Un paragraphe de quelques lignes. " * 6),))) for n in range(9))
    desk = Desk(qtbot, look, Communique(rows))
    desk.page.resize(400, 420)
    QApplication.processEvents()
    desk.page.go_to(rows[8].address(FR, 0, 5, 5))
    qtbot.keyClick(desk.page, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert (desk.page.caret().id, desk.page.verticalScrollBar().value()) == ("r0", 0)
    desk.page.go_to(rows[1].address(FR, 0, 2, 2))
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(desk.page, Qt.Key.Key_Home, keys)
    assert [one.id for one in desk.page.selected()] == ["r0", "r1"]


def test_going_to_a_place_in_view_moves_nothing(qtbot, look):
    rows = tuple(Row(f"r{n}", Bilingual((), (Passage("Un paragraphe de quelques lignes. " * 6),))) for n in range(9))
    desk = Desk(qtbot, look, Communique(rows))
    desk.page.resize(400, 420)
    QApplication.processEvents()
    bar = desk.page.verticalScrollBar()
    bar.setValue(desk.page.decor.rectangle(3).top() - 150)
    before = bar.value()
    assert desk.page.go_to(rows[3].address(FR, 0, 0, 0))
    assert bar.value() == before


def test_undo_and_redo_are_wishes_to_whoever_keeps_the_history(qtbot, look):
    desk = Desk(qtbot, look, Communique((Row("r1", Bilingual((), (Passage("Un mot."),))),)))
    wishes = []
    desk.page.history_wished.connect(wishes.append)
    for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
        qtbot.keySequence(desk.page, QKeySequence(key))
    assert wishes == ["undo", "redo"]
    assert desk.blocks == ["Un mot."]


def test_a_click_and_another_focus_leave_the_caret(qtbot, look):
    desk = Desk(qtbot, look, Communique((Row("r1", Bilingual((), (Passage("Un mot."),))),)))
    with qtbot.waitSignal(desk.page.left):
        qtbot.mouseClick(desk.page.viewport(), Qt.MouseButton.LeftButton)
    desk.page.activateWindow()
    desk.page.setFocus()
    qtbot.waitUntil(desk.page.hasFocus)
    with qtbot.waitSignal(desk.page.left):
        desk.page.clearFocus()
