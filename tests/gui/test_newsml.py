from dataclasses import replace
from itertools import pairwise

import pytest
from generated import texts
from hypothesis import given
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QSplitter

from editor import app as program
from editor.checks.run import check
from editor.edits.details import enter
from editor.formats.profiles import load_profile
from editor.gui.background.checking import Checking
from editor.gui.fields.markup import Ink, MarkupView, inked
from editor.gui.fields.subject import subject_of
from editor.gui.panes.newsml import NewsmlPane
from editor.gui.panes.people import PeoplePane
from editor.gui.panes.release import ReleasePane
from editor.gui.settings import SettingsStore
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.people import Participant
from editor.model.release import Release
from editor.model.rows import Row, RowKind
from editor.publishing.proof import prove

ROWS = (
    Row("r1", Bilingual((Passage("A ferry"),), (Passage("Un bac"),)), RowKind.HEADLINE),
    Row("r2", Bilingual((Passage("It sails at ten."),), (Passage("Il part à dix heures\u202f!"),))),
    *(Row(f"r{n}", Bilingual((Passage(f"Line {n}."),), (Passage(f"Ligne {n}."),))) for n in range(3, 60)),
)
DOC = Communique(
    ROWS,
    (Participant("p1", Bilingual("Ada Lovell", "Ada Lovell"), (Bilingual("Director", "directrice"),)),),
    release=Release("sample", "7", place=Bilingual("Orvane", "Orvane-le-Lac")),
)


@pytest.fixture
def pane(qtbot, open_session, teller, look):
    session = open_session(DOC)
    checking = Checking(session, check, prove)
    pane = NewsmlPane(session, checking, teller, look)
    pane.session, pane.checking = session, checking
    qtbot.addWidget(pane)
    pane.resize(1100, 300)
    pane.show()
    with qtbot.waitSignal(checking.proved):
        checking.run_soon()
    yield pane
    checking.stop()


def line_of(pane, words):
    return next(number for number, line in enumerate(pane.view.toPlainText().split("\n"), 1) if words in line)


def lit(pane):
    lines = pane.view.toPlainText().split("\n")
    return ["\n".join(lines[first - 1 : last]) for first, last in pane.view.lit]


def click(qtbot, pane, line):
    pane.view.bring_into_view(line)
    cursor = QTextCursor(pane.view.document().findBlockByNumber(line - 1))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    spot = pane.view.cursorRect(cursor).center()
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_the_element_of_the_paragraph_at_the_caret_is_lit_and_in_view(pane):
    pane.follow(DOC.rows[40].address(Language.FR, 0, 3, 3))
    assert "<p id" in lit(pane)[0]
    assert "Ligne 41." in lit(pane)[0]
    assert pane.view.is_in_view(pane.view.lit[0][0])


def test_a_click_on_an_element_goes_to_its_paragraph_or_field(qtbot, pane):
    for words, where in (
        (">It sails", DOC.rows[1].address(Language.EN, 0)),
        ("<altId", Address(Part.RELEASE, field="reference")),
        (">directrice<", Address(Part.PARTICIPANT, "p1", field="function.fr")),
    ):
        with qtbot.waitSignal(pane.session.caret_wished) as wished:
            click(qtbot, pane, line_of(pane, words))
        assert wished.args == [where]


def test_what_was_clicked_stays_where_it_is_when_the_caret_has_gone_there(qtbot, pane):
    line = line_of(pane, 'cmqprop:row" value="r50"')
    click(qtbot, pane, line)
    before = pane.view.verticalScrollBar().value()
    pane.follow(DOC.rows[49].address(Language.FR, 0, 0, 0))
    assert pane.view.verticalScrollBar().value() == before
    assert any(first <= line <= last for first, last in pane.view.lit)


def test_enter_goes_where_the_caret_of_the_panel_stands(qtbot, pane):
    pane.view.setTextCursor(QTextCursor(pane.view.document().findBlockByNumber(line_of(pane, "<altId") - 2)))
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.session.caret_wished) as wished:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert wished.args[0].field == "reference"


def test_the_field_with_the_focus_is_lit_whatever_pane_it_is_in(qtbot, pane, teller, look):
    release = ReleasePane(pane.session, teller, lambda: (load_profile("sample"),))
    people = PeoplePane(pane.session, teller, look)
    whole = QSplitter()
    qtbot.addWidget(whole)
    for part in (release, people, pane):
        whole.addWidget(part)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    release.focus_field("place.fr")
    assert any("Orvane-le-Lac" in piece for piece in lit(pane))
    people.focus_field("p1", "function.fr")
    assert all("directrice" in piece for piece in lit(pane))
    pane.setParent(None)


def test_the_text_follows_what_is_typed_and_nobody_can_type_in_it(qtbot, pane):
    with qtbot.waitSignal(pane.checking.proved):
        pane.session.do(enter("reference", "2026-99", "UTC"))
    assert "2026-99</altId>" in pane.view.toPlainText()
    before = pane.view.toPlainText()
    qtbot.keyClicks(pane.view, "typed")
    assert pane.view.toPlainText() == before
    etree.fromstring(before.encode())


def test_the_pane_says_kindly_what_keeps_the_release_from_being_published(qtbot, pane):
    (state,) = (label for label in pane.findChildren(QLabel) if label.isVisible())
    assert state.text().startswith("Version 1 as it stands. ")
    assert "The release has no date." in state.text()


def test_while_nobody_looks_nothing_is_laid_out(qtbot, pane):
    pane.hide()
    before = pane.view.toPlainText()
    with qtbot.waitSignal(pane.checking.proved):
        pane.session.do(enter("reference", "2026-99", "UTC"))
    assert pane.view.toPlainText() == before
    pane.show()
    assert "2026-99" in pane.view.toPlainText()


def test_spaces_are_copied_as_they_are(qtbot, pane):
    pane.view.setFocus()
    pane.view.selectAll()
    qtbot.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "heures\u202f!</p>" in QApplication.clipboard().text()


@given(texts)
def test_words_and_tags_are_told_apart_in_every_line(text):
    element = etree.Element("p", {"id": text, "lang": "fr"})
    element.text = text
    line = etree.tostring(element, encoding="unicode")
    if "\n" in line:
        return
    stretches = list(inked(line))
    assert [line[start:end] for start, end, ink in stretches if ink is Ink.NAME] in (["p"], ["p", "p"])
    assert [line[start:end] for start, end, ink in stretches if ink is Ink.ATTRIBUTE] == ["id", "lang"]
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(stretches))


def test_a_change_leaves_the_lines_above_it_untouched(qtbot, look):
    view = MarkupView(look)
    qtbot.addWidget(view)
    view.show_markup("<a>\n<b>😀</b>\n<c/>\n</a>")
    first = view.document().findBlockByNumber(0)
    revision = first.revision()
    view.show_markup("<a>\n<b>😀😁</b>\n<c/>\n</a>")
    assert view.toPlainText() == "<a>\n<b>😀😁</b>\n<c/>\n</a>"
    assert first.revision() == revision


def test_in_the_window_what_is_typed_is_lit_and_a_click_leads_to_a_field(qtbot, qapp, tmp_path, type_text):
    store = SettingsStore(tmp_path / "settings.ini")
    store.change(lambda now: replace(now, tongue="en", is_signed=True, name="A. Duval"))
    window = program.build(store)
    session = window._parts.session
    qtbot.addWidget(window, before_close_func=lambda _: session.mark_saved(session.doc, tmp_path / "left"))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.actions_["newsml"].trigger()
    window.rows.focus_text()
    with qtbot.waitSignal(window._parts.checking.proved, timeout=20_000):
        type_text(qapp.focusWidget(), "A ferry for the lake")
        session.flush()
    pane = window.newsml
    qtbot.waitUntil(lambda: any("A ferry for the lake" in piece for piece in lit(pane)))
    with qtbot.waitSignal(window._parts.checking.proved, timeout=20_000):
        session.do(enter("topics", "20000343", "UTC"))
    click(qtbot, pane, line_of(pane, "medtop:20000343"))
    assert subject_of(qapp.focusWidget()) == Address(Part.RELEASE, field="topics")
