import itertools
from dataclasses import replace

import pytest
from generated import NOON
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QStyleOptionTab, QTabBar
from windows import answer_next

from editor import app as program
from editor.assets import resource
from editor.checks.finding import Level
from editor.edits import rows as rows_
from editor.edits import writing
from editor.edits.edit import Edit
from editor.formats.table import open_document
from editor.gui.dialogs.preview import PreviewDialog
from editor.gui.dialogs.publishing import PublishDialog
from editor.gui.panes.problem_lines import ProblemsView
from editor.gui.settings import SettingsStore
from editor.model.beginning import empty_release
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import PairState, Row, RowKind
from editor.words import say

# The offscreen plugin says that it cannot raise a window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def open_window(qtbot, tmp_path):
    def open_():
        store = SettingsStore(tmp_path / "settings.ini")
        store.change(lambda now: replace(now, tongue="en", is_signed=True, name="A. Duval"))
        window = program.build(store)
        session = window._parts.session
        qtbot.addWidget(window, before_close_func=lambda _: session.mark_saved(session.doc, tmp_path / "left"))
        window.show()
        window.activateWindow()
        return window

    return open_


def put(window, qtbot, *rows):
    session, checking = window._parts.session, window._parts.checking
    with qtbot.waitSignal(checking.found, timeout=20_000):
        session.open(replace(empty_release(session.profile), rows=rows), None, is_saved=True)
    return session


def replace_release(**facts):
    return Edit(say("Type"), lambda doc: replace(doc, release=replace(doc.release, **facts)))


def click_repair(window, qtbot, rule):
    view = window.problems.findChild(ProblemsView)
    row = next(index for index, group in enumerate(window.problems.groups) if group.rule == rule)
    view.scrollTo(view.model().index(row, 0))
    place = view.visualRect(view.model().index(row, 0)).topRight() + QPoint(-30, 10)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_new_window_fits_the_screen_with_its_frame(open_window):
    window = open_window()
    there = window.screen().availableGeometry().size()
    assert window.width() < there.width()
    assert window.height() < there.height()


def test_the_size_of_the_problems_lasts_from_start_to_start(open_window):
    window = open_window()
    window.resize(780, 560)
    window._down.setSizes([200, 230])
    wanted = window._down.sizes()
    window.close()
    again = open_window()
    assert again._down.sizes() == wanted


@pytest.mark.parametrize("command", ["changes", "newsml", "memory"])
def test_what_one_reads_in_is_given_height_and_the_texts_get_it_back(open_window, qtbot, command):
    window = open_window()
    window.resize(1280, 800)
    QApplication.processEvents()
    before = window._down.sizes()
    window.actions_[command].trigger()
    texts, panel = window._down.sizes()
    assert panel >= 240
    assert texts > panel
    window._down.setSizes([texts - 30, panel + 30])
    chosen = window._down.sizes()
    window.bottom.show_pane(window.problems)
    assert window._down.sizes() == before
    window.actions_[command].trigger()
    assert window._down.sizes() == chosen, "a height that somebody chose lasts"
    window.close()
    assert open_window()._down.sizes()[1] == before[1]


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_in_a_narrow_window_every_tab_below_the_texts_is_seen_whole(open_window, tongue):
    window = open_window()
    window.teller.speak(tongue)
    window.resize(840, 500)
    QApplication.processEvents()
    assert window.width() == 840
    tabs = window.bottom.findChild(QTabBar)
    last = tabs.tabRect(tabs.count() - 1)
    assert last.right() <= tabs.width()
    corner = window.problems.filter.corner
    assert corner.geometry().left() >= tabs.geometry().left() + last.right()
    assert corner.geometry().right() <= window.bottom.width()
    window.teller.speak("en")


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_in_a_narrow_window_the_titles_of_the_fields_are_written_whole(open_window, tongue):
    window = open_window()
    window.teller.speak(tongue)
    window.resize(853, 500)
    window._across.setSizes([527, 326])
    QApplication.processEvents()
    assert window.details.width() <= 330
    tabs = window.details.findChild(QTabBar)
    for front in range(tabs.count()):
        tabs.setCurrentIndex(front)
        QApplication.processEvents()
        for tab in range(tabs.count()):
            shown = QStyleOptionTab()
            tabs.initStyleOption(shown, tab)
            assert shown.text == tabs.tabText(tab)
        assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()
    window.teller.speak("en")


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_whatever_is_shown_the_window_fits_what_large_fonts_leave_of_a_small_screen(open_window, qtbot, tongue):
    window = open_window()
    window.teller.speak(tongue)
    example = open_document(resource("examples/lake-ferry.communique"), window._parts.session.profile).doc
    session = put(window, qtbot, *example.rows)
    everybody = tuple(row.id for row in session.doc.rows)
    session.do(rows_.confirm(everybody, "Maximiliane Delacroix, deputy head of the press office", NOON))
    row = session.doc.rows[1]
    session.do(writing.replace(row.address(Language.EN, 0, 0, 0), "Other words. "))
    session.do(writing.replace(row.address(Language.FR, 0, 0, 0), "D’autres mots. "))
    session.do(replace_release(reference="2026-014", embargo=NOON.replace(year=2999)))
    window.rows.go_to(row.address(Language.EN, 0, 0, 0))
    qtbot.waitUntil(window.rows.stale.isVisible)
    # What fonts half as large again leave of 1280 × 800 pixels, below the bar of the title.
    room = QSize(853, 533 - 24)
    seen = [window.minimumSizeHint()]
    for pane in (window.newsml, window.together.comments, window.translating.pane, window.versions, window.problems):
        window.bottom.show_pane(pane)
        QApplication.processEvents()
        seen.append(window.minimumSizeHint())
    details = window.details
    for pane in (details.people, details.quotes, details.pictures, details.topics, details.release):
        details.turn_to(pane)
        QApplication.processEvents()
        seen.append(window.minimumSizeHint())
    window.teller.speak("en")
    assert [size for size in seen if size.boundedTo(room) != size] == []


def test_the_row_written_in_stays_in_view_when_the_texts_become_lower(open_window, qtbot):
    window = open_window()
    window.resize(1280, 800)
    long = "The harbour office agreed to repair every lighthouse on the northern coast. " * 3
    made = [Row(f"r{n}", Bilingual((Passage(long),), (Passage(long),))) for n in range(1, 12)]
    put(window, qtbot, *made)
    page = window.rows.pages[Language.EN]
    window.rows.go_to(made[5].address(Language.EN, 0, 0, 0))
    QApplication.processEvents()
    room = page.viewport().height()
    place = room - page.decor.rectangle(5).height()
    page.verticalScrollBar().setValue(page.verticalScrollBar().value() + page.decor.rectangle(5).top() - place)
    assert page.decor.rectangle(5).top() == place
    window.actions_["changes"].trigger()
    qtbot.waitUntil(lambda: page.viewport().height() < room)
    qtbot.waitUntil(lambda: page.decor.rectangle(5).bottom() < page.viewport().height())


def test_a_missing_dictionary_is_said_before_what_is_being_said(open_window):
    window = open_window()
    report = say("Nothing opened yet")
    window.documents.arrived.emit((report,) * 40)
    window._parts.spelling.missing.emit(say("French spelling is not checked: no French dictionary is installed."))
    said = window.status.currentMessage()
    assert "no French dictionary" in said
    assert window.status.fontMetrics().horizontalAdvance(said) < window.status.width()
    assert window.status.toolTip().count("Nothing opened yet") == 40
    window.status.clearMessage()
    assert window.status.toolTip() == ""


def test_what_is_under_way_gives_way_to_what_came_of_it(open_window):
    window = open_window()
    window.resolving.told.emit(say("What can be mended is being worked out…"))
    window.resolving.told.emit(say("One place is mended."))
    assert window.status.currentMessage() == "One place is mended."


def test_hints_are_listed_on_demand(open_window, qtbot):
    window = open_window()
    long = "The harbour office agreed to repair it. " * 40
    put(window, qtbot, Row("r1", Bilingual((Passage(long),), (Passage("Oui."),))))
    assert all(group.level > Level.HINT for group in window.problems.groups)
    hints = [one for one in window._parts.checking.findings if (one.level or Level.HINT) is Level.HINT]
    window.actions_["hints"].trigger()
    assert window.actions_["hints"].isChecked()
    assert sum(group.count for group in window.problems.groups if group.level is Level.HINT) == len(hints) > 0
    window.actions_["hints"].trigger()
    assert all(group.level > Level.HINT for group in window.problems.groups)


def test_a_repair_chosen_leaves_the_caret_where_it_was(open_window, qtbot):
    window = open_window()
    headline = Row("r1", Bilingual((Passage("A title"),), (Passage("Un titre"),)), RowKind.HEADLINE)
    session = put(window, qtbot, headline, Row("r2", Bilingual((Passage("Yes."),), (Passage("« Oui »."),))))
    where = headline.address(Language.EN, 0, 3, 3)
    window.rows.go_to(where)
    qtbot.waitUntil(window.rows.pages[Language.EN].hasFocus)
    answer_next(PreviewDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    click_repair(window, qtbot, "F02")
    assert "\u00a0" in session.doc.rows[1][Language.FR][0].text or "\u202f" in session.doc.rows[1][Language.FR][0].text
    window.activateWindow()
    qtbot.waitUntil(window.rows.pages[Language.EN].hasFocus)
    assert window.rows.caret() == where


def test_a_repair_chosen_right_after_a_key_is_done_once_its_place_is_known_again(open_window, qtbot):
    window = open_window()
    row = Row("r1", Bilingual((Passage("Yes."),), (Passage("« Oui »."),)))
    session = put(window, qtbot, row)
    window.rows.go_to(row.address(Language.FR, 0, 0, 0))
    qtbot.waitUntil(window.rows.pages[Language.FR].hasFocus)
    qtbot.keyClick(window.rows.pages[Language.FR], "A")
    answer_next(PreviewDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    with qtbot.waitSignal(session.changed, timeout=20_000):
        click_repair(window, qtbot, "F02")
    qtbot.waitUntil(lambda: " Oui" not in session.doc.rows[0][Language.FR][0].text, timeout=20_000)
    assert session.doc.rows[0][Language.FR][0].text.startswith("A«")


def test_who_will_not_sign_confirms_nothing(open_window, qtbot, monkeypatch):
    window = open_window()
    window._parts.settings.change(lambda now: replace(now, is_signed=False))
    monkeypatch.setattr("editor.gui.dialogs.questions.SignDialog.exec", lambda _self: 0)
    row = Row("r1", Bilingual((Passage("Yes."),), (Passage("Oui."),)))
    session = put(window, qtbot, row)
    window.rows.go_to(row.address(Language.EN, 0, 0, 0))
    window.actions_["confirm"].trigger()
    assert session.doc.rows[0].state is PairState.DRAFT


def test_the_tab_key_reads_the_window_and_every_stop_has_a_name(open_window, qtbot, qapp):
    window = open_window()
    qtbot.waitUntil(window.isActiveWindow)
    window.documents.open(resource("examples/lake-ferry.communique"))
    details = window.details
    for tab in range(details._tabs.count()):
        details._tabs.setCurrentIndex(tab)
        window.rows.focus_text()
        pages = window.rows.pages
        stops = [qapp.focusWidget()]
        while window.focusNextPrevChild(True) and qapp.focusWidget() is not pages[Language.EN]:
            stops.append(qapp.focusWidget())
        assert stops[:3] == [pages[Language.EN], window.rows.gutter, pages[Language.FR]]
        kinds = ["details" if details.isAncestorOf(stop) else "bottom" for stop in stops[3:-1]]
        assert kinds == sorted(kinds, reverse=True)
        assert kinds.count("details") > 1
        heights = [stop.mapTo(details, QPoint()).y() for stop in stops if details._stack.isAncestorOf(stop)]
        assert all(below > above - 20 for above, below in itertools.pairwise(heights))
        assert stops[-1] is window.header.publish
        assert not any(isinstance(stop, QScrollArea) for stop in stops)
        nameless = [stop for stop in stops if not (stop.accessibleName() or getattr(stop, "text", str)())]
        assert [(type(stop).__name__, type(stop.parent()).__name__) for stop in nameless] == []
        assert window.focusNextPrevChild(False)
        assert qapp.focusWidget() is stops[-1]


def test_a_publication_is_told_and_counts_as_saved(open_window, qtbot, tmp_path, monkeypatch):
    window = open_window()
    path = tmp_path / "a.communique"
    path.write_bytes(resource("examples/lake-ferry.communique").read_bytes())
    window.documents.open(path)
    window.header.tell_saved(None)
    monkeypatch.setattr(PublishDialog, "exec", lambda dialog: (dialog._publish.click(), dialog.result())[1])
    window.actions_["publish"].trigger()
    assert list(tmp_path.glob("*.xml"))
    assert "Version 1 is published" in window.status.currentMessage()
    assert window.header._saved_at is not None
    assert window._parts.session.doc == open_document(path, window._parts.session.profile).doc
