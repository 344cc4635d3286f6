from dataclasses import replace

import pytest
from generated import NOON
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QDropEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from torture_pages import Torture

from editor.checks.finding import Finding, Level
from editor.edits import rows, writing
from editor.edits.details import add_participant
from editor.edits.edit import Edit, all_of
from editor.gui.background.spelling import SpellingService
from editor.gui.fields.page import MARGIN
from editor.gui.panes.gutter import tell_state
from editor.gui.panes.loading import SLICE
from editor.gui.panes.rows import RowsPane
from editor.gui.style import Theme, make_look
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.release import Release
from editor.model.rows import Row, RowKind
from editor.words import say

EN, FR = Language.EN, Language.FR
CONTROL = Qt.KeyboardModifier.ControlModifier


def a_doc(*pairs, **more):
    def side(text):
        return tuple(Passage(part) for part in text.split("|")) if text else ()

    made = tuple(Row(f"r{n}", Bilingual(side(en), side(fr))) for n, (en, fr) in enumerate(pairs, 1))
    return Communique(made, counter=len(made), **more)


# The offscreen plugin says for every menu and tip that it can neither raise it nor grab keys for it.
POPPING_UP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LONG = "The harbour office and its partners agreed to repair every lighthouse on the northern coast before winter. "


@pytest.fixture
def open_pane(qtbot, open_session, look, teller):
    services = []

    def open_(doc, size=(700, 400)):
        session = open_session(doc)
        spelling = SpellingService(session)
        services.append(spelling)
        pane = RowsPane(session, look, spelling, teller)
        session.caret_wished.connect(pane.go_to)
        qtbot.addWidget(pane)
        pane.resize(*size)
        pane.show()
        QApplication.processEvents()
        pane.session_of_test = session
        return pane

    yield open_
    for service in services:
        service.stop()


def doc_of(pane):
    return pane.session_of_test.doc


def blocks(pane, language):
    document = pane.pages[language].document()
    return [document.findBlockByNumber(n).text() for n in range(document.blockCount())]


def tops(pane, language):
    page = pane.pages[language]
    page.document().documentLayout().blockBoundingRect(page.document().lastBlock())
    return [page.document().findBlockByNumber(n).layout().position().y() for n in page.sheet.places.starts]


def settle():
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("seed", range(1, 8))
def test_pages_value_and_levels_agree_through_random_gestures(qapp, seed):
    torture = Torture(seed, count=(12, 0, 1, 3, 230)[seed % 5])
    try:
        torture.run(40)
    finally:
        torture.close()


def test_rows_start_at_the_same_height_however_long_their_sides(open_pane):
    pane = open_pane(a_doc((LONG * 3, "Court."), ("One|Two|Three", LONG * 2), ("", LONG), ("End", "Fin")))
    assert tops(pane, EN) == tops(pane, FR)


def test_rows_stay_level_when_a_key_breaks_a_line(open_pane, qtbot):
    pane = open_pane(a_doc((LONG, "Court."), ("Two", "Deux")))
    before = tops(pane, FR)
    pane.go_to(doc_of(pane).rows[0].address(EN, 0, len(LONG), len(LONG)))
    qtbot.keyClicks(pane.pages[EN], "and so it was for many a year after")
    settle()
    assert tops(pane, EN) == tops(pane, FR)
    assert tops(pane, FR)[1] > before[1]


def test_rows_stay_level_at_another_width_and_zoom(open_pane):
    pane = open_pane(a_doc((LONG * 2, "Court."), ("Two", LONG), ("", "Fin")))
    pane.resize(1000, 300)
    settle()
    assert tops(pane, EN) == tops(pane, FR)
    pane.set_look(make_look(Theme.DARK, 2.0))
    settle()
    assert tops(pane, EN) == tops(pane, FR)


def test_both_pages_scroll_together(open_pane):
    pane = open_pane(a_doc(*[(LONG, LONG * 2)] * 20))
    pane.pages[EN].verticalScrollBar().setValue(200)
    assert pane.pages[FR].verticalScrollBar().value() == 200
    pane.bar.setValue(pane.bar.maximum())
    assert (
        pane.pages[EN].verticalScrollBar().value() == pane.pages[FR].verticalScrollBar().value() == pane.bar.maximum()
    )


def test_typing_is_one_step_until_the_sentence_ends(open_pane, type_text):
    pane = open_pane(a_doc(("One", "Un")))
    session = pane.session_of_test
    first = session.doc
    pane.go_to(first.rows[0].address(FR, 0, 2, 2))
    type_text(pane.pages[FR], " phare. Deux")
    assert doc_of(pane).rows[0].text(FR) == "Un phare. Deux"
    session.undo()
    assert doc_of(pane).rows[0].text(FR) == "Un phare."
    session.undo()
    assert session.doc is first
    assert blocks(pane, FR) == ["Un"]
    session.redo()
    session.redo()
    assert blocks(pane, FR) == ["Un phare. Deux"]
    assert pane.caret() == doc_of(pane).rows[0].address(FR, 0, 14, 14)


def test_typing_in_another_place_is_another_step(open_pane, qtbot):
    pane = open_pane(a_doc(("One two", "Un")))
    session = pane.session_of_test
    for place in (0, 5):
        pane.go_to(doc_of(pane).rows[0].address(EN, 0, place, place))
        qtbot.keyClicks(pane.pages[EN], "ab")
    session.undo()
    assert doc_of(pane).rows[0].text(EN) == "abOne two"
    assert pane.caret().start == 5


def test_undo_goes_to_the_page_and_place_where_it_was_done(open_pane, qtbot):
    pane = open_pane(a_doc(("One", "Un")))
    pane.go_to(doc_of(pane).rows[0].address(FR, 0, 2, 2))
    qtbot.keyClicks(pane.pages[FR], "e")
    pane.go_to(doc_of(pane).rows[0].address(EN, 0, 0, 0))
    pane.session_of_test.undo()
    assert pane.caret() == doc_of(pane).rows[0].address(FR, 0, 2, 2)


def test_enter_at_the_end_of_a_row_opens_a_row_with_the_caret_in_it(open_pane, qtbot):
    pane = open_pane(a_doc(("One", "Un"), ("Two", "Deux")))
    pane.go_to(doc_of(pane).rows[0].address(EN, 0, 3, 3))
    qtbot.keyClick(pane.pages[EN], Qt.Key.Key_Return)
    qtbot.keyClicks(pane.pages[EN], "New")
    settle()
    assert [row.text(EN) for row in doc_of(pane).rows] == ["One", "New", "Two"]
    assert blocks(pane, FR) == ["Un", "", "Deux"]
    assert tops(pane, EN) == tops(pane, FR)


def test_cut_of_rows_and_paste_gives_the_rows_again(open_pane):
    pane = open_pane(a_doc(("One", "Un"), ("Two", "Deux"), ("Three", "Trois")))
    before = doc_of(pane).rows
    pane.go_to(before[0].address(EN, 0, 0, 0))
    pane.select_all()
    pane.cut()
    assert blocks(pane, EN) == ["", "", ""]
    pane.paste()
    assert doc_of(pane).rows == before
    assert pane.caret().id == "r3"


def test_a_cut_quote_keeps_its_mark_and_a_copied_one_stays_one(open_pane):
    quoted = Row("r1", Bilingual((Passage("We agree here", (Mark(0, 8, MarkKind.QUOTE, "q1"),)),), ()))
    pane = open_pane(Communique((quoted, Row("r2")), quotes=(Quote("q1"),), counter=2))
    pane.go_to(quoted.address(EN, 0, 0, 8))
    pane.copy()
    pane.go_to(doc_of(pane).rows[1].address(EN, 0, 0, 0))
    pane.paste()
    assert doc_of(pane).wording("q1").en == "We agree"
    pane.session_of_test.undo()
    pane.go_to(quoted.address(EN, 0, 0, 8))
    pane.cut()
    pane.go_to(doc_of(pane).rows[1].address(EN, 0, 0, 0))
    pane.paste()
    assert doc_of(pane).wording("q1").en == "We agree"
    assert doc_of(pane).rows[1].text(EN) == "We agree"


def drop(page, giver, point):
    mime = giver.createMimeDataFromSelection()
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    return event


def test_words_dropped_are_inserted_where_they_fall(open_pane):
    pane = open_pane(a_doc(("One two", "Un")))
    pane.go_to(doc_of(pane).rows[0].address(EN, 0, 0, 3))
    page = pane.pages[FR]
    drop(page, pane.pages[EN], page.cursorRect().center())
    assert doc_of(pane).rows[0].text(FR) == "OneUn"


def test_a_wish_that_cannot_be_granted_leaves_the_pages_as_the_value_is(open_pane, qtbot):
    pane = open_pane(a_doc(("One", "Un"), ("", "Deux")))
    pane.go_to(doc_of(pane).rows[1].address(EN, 0, 0, 0))
    qtbot.keyClick(pane.pages[EN], Qt.Key.Key_Backspace)
    assert blocks(pane, EN) == ["One", ""]
    assert pane.caret().id == "r1"


def test_an_edit_from_elsewhere_shows_in_both_pages_at_once(open_pane):
    pane = open_pane(a_doc(("One", "Un"), ("Two", "Deux"), ("Three", "Trois")))
    pane.session_of_test.do(rows.move("r1", 2))
    assert blocks(pane, EN) == ["Two", "Three", "One"]
    assert blocks(pane, FR) == ["Deux", "Trois", "Un"]


def test_a_long_text_opens_in_slices_and_can_be_written_in_meanwhile(open_pane, qtbot):
    pane = open_pane(a_doc(*[("One", "Un")] * (SLICE * 4 + 3)))
    pane.go_to(doc_of(pane).rows[0].address(EN, 0, 3, 3))
    qtbot.keyClicks(pane.pages[EN], "x")
    qtbot.waitUntil(lambda: len(blocks(pane, FR)) == SLICE * 4 + 3)
    assert blocks(pane, EN)[0] == "Onex"
    assert tops(pane, EN) == tops(pane, FR)


def test_going_to_a_row_not_shown_yet_shows_it(open_session, qtbot, look, teller):
    session = open_session(a_doc(*[("One", "Un")] * 400))
    spelling = SpellingService(session)
    pane = RowsPane(session, look, spelling, teller)
    qtbot.addWidget(pane)
    pane.go_to(session.doc.rows[399].address(FR, 0, 1, 1))
    assert pane.caret() == session.doc.rows[399].address(FR, 0, 1, 1)
    spelling.stop()


def test_opening_another_document_shows_that_alone(open_pane):
    pane = open_pane(a_doc(("One", "Un"), ("Two", "Deux")))
    pane.session_of_test.open(a_doc(("Other", "Autre")), None, is_saved=True)
    assert blocks(pane, EN) == ["Other"]
    pane.session_of_test.open(a_doc(*[("One", "Un")] * 300), None, is_saved=True)
    settle()
    assert blocks(pane, FR)[:2] == ["Un", "Un"]
    pane.session_of_test.open(Communique(), None, is_saved=True)
    settle()
    assert blocks(pane, EN) == [""]


def test_findings_are_underlined_and_vanish_when_mended(open_pane):
    pane = open_pane(a_doc(("One two", "Un")))
    where = doc_of(pane).rows[0].address(EN, 0, 4, 7)
    pane.show_findings((Finding(where, say("Delete"), level=Level.WARNING),))
    layout = pane.pages[EN].document().firstBlock().layout()
    assert [(one.start, one.length) for one in layout.formats()] == [(4, 3)]
    pane.show_findings(())
    assert layout.formats() == []


def test_misspelt_words_are_underlined_but_not_the_one_being_written(open_pane, qtbot):
    pane = open_pane(a_doc(("We recieve", "Un"), ("adress", "Deux")))
    pane.activateWindow()
    pane.go_to(doc_of(pane).rows[0].address(EN, 0, 10, 10))
    qtbot.waitUntil(lambda: pane._spelling.is_ready, timeout=20_000)
    sheet = pane.pages[EN].sheet
    qtbot.waitUntil(lambda: sheet.misspelt_at(("r2", 0), 2) == (0, 6), timeout=20_000)
    qtbot.waitUntil(pane.pages[EN].hasFocus)
    pane._proofreader.look_at_all()
    qtbot.waitUntil(lambda: sheet.misspelt_at(("r1", 0), 5) is None)
    pane.go_to(doc_of(pane).rows[1].address(EN, 0, 0, 0))
    qtbot.waitUntil(lambda: sheet.misspelt_at(("r1", 0), 5) == (3, 10), timeout=20_000)


def test_the_name_of_a_participant_is_no_mistake_once_it_is_one(open_pane, qtbot):
    pane = open_pane(a_doc(("Zdenka Vrbć", "Un")))
    sheet = pane.pages[EN].sheet
    qtbot.waitUntil(lambda: sheet.misspelt_at(("r1", 0), 8) is not None, timeout=20_000)
    pane.session_of_test.do(add_participant(Participant("p", Bilingual("Zdenka Vrbć", "Zdenka Vrbć"))))
    qtbot.waitUntil(lambda: sheet.misspelt_at(("r1", 0), 8) is None, timeout=20_000)


def open_menus():
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMenu) and widget.isVisible()]


@POPPING_UP
def test_the_menu_of_a_misspelt_word_offers_words_and_takes_one(open_pane, qtbot):
    pane = open_pane(a_doc(("We recieve", "Un")))
    page = pane.pages[EN]
    pane.set_actions({"copy": QAction("Copy", pane)})
    qtbot.waitUntil(lambda: page.sheet.misspelt_at(("r1", 0), 5) is not None, timeout=20_000)
    pane.go_to(doc_of(pane).rows[0].address(EN, 0, 5, 5))
    point = page.cursorRect().center()
    QApplication.sendEvent(
        page.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, page.viewport().mapToGlobal(point))
    )
    (menu,) = open_menus()
    assert [action.text() for action in menu.actions() if action.text()][-1] == "Copy"
    qtbot.waitUntil(lambda: any(action.text() == "receive" for action in menu.actions()), timeout=20_000)
    next(action for action in menu.actions() if action.text() == "receive").trigger()
    menu.close()
    assert doc_of(pane).rows[0].text(EN) == "We receive"


@POPPING_UP
def test_a_word_can_be_known_from_its_menu(open_pane, qtbot):
    pane = open_pane(a_doc(("We recieve", "Un")))
    page = pane.pages[EN]
    qtbot.waitUntil(lambda: page.sheet.misspelt_at(("r1", 0), 5) is not None, timeout=20_000)
    page.menu_wished.emit(QPoint(5, 5), doc_of(pane).rows[0].address(EN, 0, 5, 5))
    (menu,) = open_menus()
    next(action for action in menu.actions() if "recieve" in action.text()).trigger()
    menu.close()
    assert doc_of(pane).release == Release(known_words=Bilingual(("recieve",), ()))
    qtbot.waitUntil(lambda: page.sheet.misspelt_at(("r1", 0), 5) is None)


class TestGutter:
    def click(self, pane, row, button=Qt.MouseButton.LeftButton):
        QTest.mouseClick(
            pane.gutter.viewport(), button, Qt.KeyboardModifier.NoModifier, pane.gutter.sign_at(row).toPoint()
        )

    def test_a_click_on_a_draft_wishes_it_confirmed(self, open_pane, qtbot):
        pane = open_pane(a_doc(("One", "Un"), ("Two", "Deux")))
        with qtbot.waitSignal(pane.confirm_wished) as wish:
            self.click(pane, 1)
        assert wish.args == ["r2"]

    @POPPING_UP
    def test_a_click_on_a_row_with_an_empty_side_offers_what_can_be_done(self, open_pane):
        pane = open_pane(a_doc(("One", "Un"), ("Two", "")))
        pane.set_actions({"one_language": QAction("One language only", pane)})
        self.click(pane, 1)
        (menu,) = open_menus()
        assert [action.text() for action in menu.actions()] == ["One language only"]
        menu.close()
        assert pane.caret().id == "r2"

    @pytest.mark.parametrize(
        ("row", "told"),
        [
            (Row("r1", Bilingual((Passage("a"),), (Passage("b"),))), "Draft, not confirmed yet"),
            (Row("r1", Bilingual((Passage("a"),), ())), "French is empty"),
            (Row("r1", Bilingual((), (Passage("b"),))), "English is empty"),
            (Row("r1"), "Both sides are empty"),
            (Row("r1", Bilingual((Passage("a"),), ()), on_purpose=True), "One language only, on purpose"),
        ],
    )
    def test_each_state_is_told_in_words(self, row, told):
        assert tell_state(row).english() == told

    def test_the_side_that_changed_is_told(self, open_pane, qtbot):
        pane = open_pane(rows.confirm(("r1",), "A. Reader", NOON).apply(a_doc(("One", "Un"), ("Two", "Deux"))))
        assert tell_state(doc_of(pane).rows[0]).english() == "Confirmed"
        pane.go_to(doc_of(pane).rows[0].address(FR, 0, 0, 0))
        qtbot.keyClicks(pane.pages[FR], "x")
        assert tell_state(doc_of(pane).rows[0]).english() == "The French changed since the pair was confirmed"
        pane.go_to(doc_of(pane).rows[0].address(EN, 0, 0, 0))
        qtbot.keyClicks(pane.pages[EN], "x")
        assert tell_state(doc_of(pane).rows[0]).english() == "Both sides changed since they were confirmed"

    @POPPING_UP
    def test_the_row_under_the_pointer_is_told_in_a_tip(self, open_pane, qtbot):
        pane = open_pane(a_doc(("One", "Un"), ("Two", "")))
        point = pane.gutter.sign_at(1).toPoint()
        QApplication.sendEvent(
            pane.gutter.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, pane.gutter.mapToGlobal(point))
        )
        assert QToolTip.text() == "Row 2 · French is empty"

    def test_it_is_walked_and_used_by_keys_and_named_for_a_screen_reader(self, open_pane, qtbot):
        pane = open_pane(a_doc(("One", "Un"), ("Two", "")))
        pane.activateWindow()
        pane.gutter.setFocus()
        qtbot.keyClick(pane.gutter, Qt.Key.Key_Down)
        face = QAccessible.queryAccessibleInterface(pane.gutter)
        assert face.role() is QAccessible.Role.List
        assert face.focusChild().text(QAccessible.Text.Name) == "Row 2 · French is empty"
        qtbot.keyClick(pane.gutter, Qt.Key.Key_Return)
        assert pane.caret().id == "r2"

    def test_every_state_is_painted_differently(self, open_pane):
        confirmed = rows.confirm(("r1",), "A. Reader", NOON).apply(a_doc(("One", "Un")))
        stale = Communique((confirmed.rows[0].having(EN, (Passage("Other"),)),))
        alone = Communique((Row("r1", Bilingual((Passage("One"),), ()), on_purpose=True),))
        docs = (confirmed, stale, alone, a_doc(("One", "Un")), a_doc(("One", "")))
        pictures = []
        for doc in docs:
            picture = open_pane(doc, (300, 80)).gutter.grab().toImage()
            assert picture not in pictures
            pictures.append(picture)


class TestHeadings:
    def test_words_are_counted_in_the_language_of_the_page(self, open_pane, qtbot):
        pane = open_pane(a_doc(("One two", "Un mot\u00a0: deux"), ("Three", "")))
        qtbot.waitUntil(lambda: pane.headings[EN]._words.text() == "3 words")
        assert pane.headings[FR]._words.text() == "3 mots"
        qtbot.keyClicks(pane.pages[EN], "More ")
        qtbot.waitUntil(lambda: pane.headings[EN]._words.text() == "4 words")


def test_the_light_behind_a_headline_is_as_high_before_its_first_letter_as_after(open_pane, qtbot):
    headline = Row("r1", Bilingual((), (Passage("Un titre"),)), RowKind.HEADLINE)
    pane = open_pane(Communique((headline, Row("r2", Bilingual((Passage("One"),), (Passage("Un"),)))), counter=2))
    empty, full = (pane.pages[language].decor.rectangle(0) for language in (EN, FR))
    assert abs(empty.top() - full.top()) <= 1
    assert abs(empty.bottom() - full.bottom()) <= 2


def test_of_an_empty_side_gone_to_the_whole_of_the_other_side_is_seen(open_pane):
    pane = open_pane(a_doc(*((LONG * 2, "") for _ in range(9))), (700, 420))
    pane.go_to(doc_of(pane).rows[5].address(FR, 0, 0, 0))
    source = pane.pages[EN].decor.rectangle(5)
    assert source.top() >= 0
    assert source.bottom() <= pane.pages[EN].viewport().height() - 28


@pytest.mark.parametrize(
    "named", ["A. Reader", "Maximiliane Featherstonehaugh-Delacroix, deputy head of the press office"]
)
def test_what_is_said_of_a_stale_row_takes_no_room_from_its_neighbours_and_leaves_the_row_in_view(
    open_pane, qtbot, named
):
    doc = a_doc(*((LONG, LONG) for _ in range(9)))
    doc = rows.confirm(tuple(row.id for row in doc.rows), named, NOON).apply(doc)
    stale = doc.having_row(doc.rows[4].having(EN, (Passage("Other words. " + LONG),)))
    pane = open_pane(stale, (560, 360))
    least = pane.minimumSizeHint().width()
    pane.go_to(stale.rows[4].address(FR, 0, 0, 0))
    qtbot.waitUntil(pane.stale.isVisible)
    assert pane.minimumSizeHint().width() == least
    for page in pane.pages.values():
        lit = page.decor.rectangle(4)
        assert lit.top() >= 0
        assert lit.bottom() < page.viewport().height()


def test_the_other_side_is_reached_and_its_row_lit(open_pane, qtbot):
    pane = open_pane(a_doc(("One", "Un"), ("Two", "Deux")))
    pane.go_to(doc_of(pane).rows[1].address(EN, 0, 1, 1))
    pane.go_to_other_side()
    assert pane.caret() == doc_of(pane).rows[1].address(FR, 0, 0, 0)
    with qtbot.waitSignal(pane.caret_moved) as moved:
        pane.go_to(doc_of(pane).rows[0].address(FR, 0, 1, 1))
    assert moved.args == [doc_of(pane).rows[0].address(FR, 0, 1, 1)]
    assert pane.pages[EN].decor.lit == 0
    assert pane.pages[FR].decor.lit is None


def test_the_word_at_the_caret_stands_for_a_selection(open_pane):
    pane = open_pane(a_doc(("One two three", "Un")))
    pane.go_to(doc_of(pane).rows[0].address(EN, 0, 5, 5))
    assert pane.selected() == (doc_of(pane).rows[0].address(EN, 0, 4, 7),)
    pane.go_to(doc_of(pane).rows[0].address(EN, 0, 0, 7))
    assert pane.selected_text() == "One two"


def test_pages_have_names_and_hints_in_the_language_of_the_window(open_pane, teller):
    pane = open_pane(a_doc(("One", "")))
    assert pane.pages[FR].accessibleName() == "French text"
    teller.speak("fr")
    assert pane.pages[FR].accessibleName() == "Texte français"
    assert pane.pages[FR].decor.hint_of(doc_of(pane).rows[0]) == "Écrivez le français ici"
    assert pane.pages[FR].decor.hint_of(Row("r9", kind=RowKind.HEADLINE)) == "Titre en français"
    assert pane.pages[FR].decor.hint_of(Row("r9", Bilingual((Passage("a"),), ()), on_purpose=True)) == ""


def test_what_is_wrong_at_a_word_is_told_in_its_menu_and_mended_from_there(open_pane):
    pane = open_pane(a_doc(("One two", "Un")))
    where = doc_of(pane).rows[0].address(EN, 0, 4, 7)
    pane.show_findings((Finding(where, say("Delete"), writing.replace(where, "three"), level=Level.WARNING),))
    (offer,) = pane.offering.remarks.offers(where, pane._teller, lambda edit: pane.offering.mend(edit, where))
    assert pane.pages[EN].tip_of(where) == offer.why == "Delete"
    offer.take()
    assert blocks(pane, EN) == ["One three"]


def test_a_long_passage_named_whole_has_a_sign_in_the_margin_and_keeps_its_lines_clean(open_pane):
    pane = open_pane(a_doc((LONG, "Un")))
    where = doc_of(pane).rows[0].address(EN, 0, 0, len(LONG))
    page = pane.pages[EN]
    bare = page.grab().toImage()
    pane.show_findings((Finding(where, say("Delete"), level=Level.WARNING),))
    assert page.document().firstBlock().layout().formats() == []
    told = page.grab().toImage()
    changed = [x for x in range(told.width()) for y in range(told.height()) if told.pixel(x, y) != bare.pixel(x, y)]
    assert changed
    assert max(changed) < MARGIN
    assert page.tip_of(replace(where, start=None)) == "Delete"


def test_the_caret_stands_behind_a_word_pasted_and_undo_takes_only_the_word(open_pane, qapp, type_text):
    pane = open_pane(a_doc(("One two", "Un")))
    pane.go_to(doc_of(pane).rows[0].address(EN, 0, 3, 3))
    type_text(pane.pages[EN], "s")
    qapp.clipboard().setText(" 🚢 and")
    pane.paste()
    assert blocks(pane, EN) == ["Ones 🚢 and two"]
    assert pane.caret().start == len("Ones 🚢 and")
    type_text(pane.pages[EN], "!")
    assert blocks(pane, EN) == ["Ones 🚢 and! two"]
    pane.session_of_test.undo()
    pane.session_of_test.undo()
    assert blocks(pane, EN) == ["Ones two"]


def mass_fix(pane):
    doc = doc_of(pane)
    edits = [writing.replace(row.address(FR, 0, 0, 2), "Deux") for row in doc.rows]
    pane.session_of_test.do(all_of(say("Mend"), edits), pane.caret())


def test_a_fix_in_every_row_leaves_the_caret_and_the_scrolling_where_they_are(open_pane):
    pane = open_pane(a_doc(*[("One", "Un")] * (SLICE * 4)))
    pane.go_to(doc_of(pane).rows[150].address(EN, 0, 2, 2))
    settle()
    caret, scrolled = pane.caret(), pane.bar.value()
    mass_fix(pane)
    settle()
    assert (pane.caret(), pane.bar.value()) == (caret, scrolled)
    assert set(blocks(pane, FR)) == {"Deux"}


def test_fixes_and_undo_while_a_long_text_is_coming_touch_what_is_there_and_what_is_not(open_session, qtbot, open_pane):
    pane = open_pane(a_doc(("One", "Un")))
    session = pane.session_of_test
    session.open(a_doc(*[("One", "Un")] * (SLICE * 4)), None, is_saved=True)
    assert len(blocks(pane, FR)) == SLICE
    mass_fix(pane)
    assert blocks(pane, FR) == ["Deux"] * SLICE
    session.do(rows.remove("r1"))
    session.undo()
    session.undo()
    assert blocks(pane, FR) == ["Un"] * SLICE
    session.do(rows.move(session.doc.rows[-1].id, -SLICE * 4))
    session.do(Edit(say("Delete"), lambda doc: replace(doc, rows=doc.rows[:3])))
    assert blocks(pane, FR) == ["Un"] * 3
    session.undo()
    session.redo()
    session.undo()
    qtbot.waitUntil(lambda: len(blocks(pane, FR)) == SLICE * 4)
    assert tops(pane, EN) == tops(pane, FR)


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_End])
def test_what_is_done_to_the_whole_text_waits_for_all_of_it(open_pane, qtbot, key):
    pane = open_pane(a_doc(("One", "Un")))
    pane.session_of_test.open(a_doc(*[("One", "Un")] * (SLICE * 4)), None, is_saved=True)
    assert len(blocks(pane, EN)) == SLICE
    qtbot.keyClick(pane.pages[EN], key, CONTROL)
    assert len(blocks(pane, EN)) == SLICE * 4
    assert pane.caret().id == f"r{SLICE * 4}"
    assert tops(pane, EN) == tops(pane, FR)


def lit(page):
    return [selection.cursor.selectedText() for selection in page.extraSelections()]


def test_the_sentence_that_answers_to_the_one_being_written_is_lit_on_the_other_page(open_pane, qtbot):
    pane = open_pane(
        a_doc(("A ferry opens. It is new.", "Un bac ouvre. Il est neuf."), ("One sentence.", "Une phrase."))
    )
    pane.go_to(doc_of(pane).rows[0].address(EN, 0, 16, 16))
    qtbot.waitUntil(lambda: lit(pane.pages[FR]) == ["Il est neuf."])
    assert lit(pane.pages[EN]) == []
    pane.light((doc_of(pane).rows[0].address(FR, 0, 0, 2),))
    assert lit(pane.pages[FR]) == ["Il est neuf.", "Un"], "what is searched for is lit besides"
    pane.light(())
    pane.go_to(doc_of(pane).rows[0].address(FR, 0, 0, 0))
    qtbot.waitUntil(lambda: lit(pane.pages[EN]) == ["A ferry opens."])
    assert lit(pane.pages[FR]) == []
    pane.go_to(doc_of(pane).rows[1].address(FR, 0, 0, 0))
    qtbot.waitUntil(lambda: lit(pane.pages[EN]) == [])
