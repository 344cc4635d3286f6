"""Lists and subheadings by the keys that writers are used to, on a page."""

import pytest
from PySide6.QtCore import Qt

from editor.gui.background.spelling import SpellingService
from editor.gui.panes.rows import RowsPane
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import Row, RowKind

EN, FR = Language.EN, Language.FR


@pytest.fixture
def pane(qtbot, open_session, teller, look):
    session = open_session(Communique((Row("r1"),), counter=1))
    spelling = SpellingService(session)
    pane = RowsPane(session, look, spelling, teller)
    session.caret_wished.connect(pane.go_to)
    pane.session = session
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    pane.show()
    pane.go_to(session.doc.rows[0].address(FR, 0, 0, 0))
    yield pane
    spelling.stop()


def shapes(pane):
    return [(row.kind, row.level, row.number, row.text(FR)) for row in pane.session.doc.rows]


ITEM = RowKind.LIST_ITEM


def test_a_list_is_written_with_nothing_but_keys(pane, qtbot, type_text):
    page = pane.pages[FR]
    type_text(page, "- Un")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    type_text(page, "dedans")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_Backtab)
    type_text(page, "Deux")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    type_text(page, "Suite")
    assert shapes(pane) == [
        (ITEM, 1, None, "Un"),
        (ITEM, 2, None, "dedans"),
        (ITEM, 1, None, "Deux"),
        (RowKind.PARAGRAPH, 0, None, "Suite"),
    ]


def test_a_numbered_list_counts_on(pane, qtbot, type_text):
    page = pane.pages[FR]
    type_text(page, "1. Un")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    type_text(page, "Deux")
    assert shapes(pane) == [(ITEM, 1, 1, "Un"), (ITEM, 1, 2, "Deux")]


def test_backspace_takes_back_what_the_sign_made_and_undo_knows_it_as_a_step(pane, qtbot, type_text):
    page = pane.pages[FR]
    type_text(page, "# ")
    assert shapes(pane) == [(RowKind.SUBHEADING, 1, None, "")]
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert shapes(pane) == [(RowKind.PARAGRAPH, 0, None, "# ")]
    type_text(page, "x")
    assert shapes(pane) == [(RowKind.PARAGRAPH, 0, None, "# x")]
    pane.session.undo()
    pane.session.undo()
    assert shapes(pane) == [(RowKind.PARAGRAPH, 0, None, "")]


def test_backspace_at_the_start_of_an_item_leaves_the_list_and_then_joins(pane, qtbot, type_text):
    page = pane.pages[FR]
    type_text(page, "Avant")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    type_text(page, "- Un")
    qtbot.keyClick(page, Qt.Key.Key_Home)
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert shapes(pane)[1] == (RowKind.PARAGRAPH, 0, None, "Un")
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert [shape[3] for shape in shapes(pane)] == ["AvantUn"]


def test_tab_leaves_the_page_where_there_is_no_level_to_change(pane, qtbot, type_text):
    pane.activateWindow()
    qtbot.waitUntil(pane.pages[FR].hasFocus)
    type_text(pane.pages[FR], "Un")
    qtbot.keyClick(pane.pages[FR], Qt.Key.Key_Tab)
    assert not pane.pages[FR].hasFocus()
    assert shapes(pane) == [(RowKind.PARAGRAPH, 0, None, "Un")]


def test_rows_stay_level_when_one_becomes_an_item(pane, type_text, qapp):
    type_text(pane.pages[FR], "- Un")
    qapp.processEvents()
    tops = [
        [page.document().findBlockByNumber(n).layout().position() for n in page.sheet.places.starts]
        for page in pane.pages.values()
    ]
    assert tops[0] == tops[1]


def test_signs_stay_signs_where_nothing_follows_the_keys(pane, type_text):
    pane.set_typesetting(False)
    type_text(pane.pages[FR], "- Un")
    assert shapes(pane) == [(RowKind.PARAGRAPH, 0, None, "- Un")]
