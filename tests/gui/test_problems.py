import pytest
from PySide6.QtCore import QPoint, Qt
from windows import answer_next

from editor.checks.proof import Proof
from editor.checks.run import check
from editor.edits.details import enter
from editor.edits.writing import replace
from editor.formats.profiles import load_profile
from editor.gui.background.checking import Checking
from editor.gui.background.reckoning import Reckoning
from editor.gui.commands.resolving import Resolving
from editor.gui.dialogs.preview import PreviewDialog
from editor.gui.dialogs.reason import ReasonDialog
from editor.gui.panes.problem_lines import ProblemsView
from editor.gui.panes.problems import ProblemsPane
from editor.model.beginning import empty_release
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row, RowKind
from editor.publishing.proof import prove


@pytest.fixture
def pane(qtbot, open_session, teller, look):
    rows = (
        Row("r1", Bilingual((Passage("A headline"),), (Passage("Un titre"),)), RowKind.HEADLINE),
        Row("r2", Bilingual((), (Passage("« Oui », « non » et « peut-être »."),))),
    )
    session = open_session(Communique(rows))
    checking = Checking(session, check)
    pane = ProblemsPane(session, checking, teller, look)
    pane.session, pane.checking = session, checking
    qtbot.addWidget(pane)
    pane.resize(1200, 200)
    pane.show()
    with qtbot.waitSignal(checking.found):
        checking.run_soon()
    yield pane
    checking.stop()


def lines(pane):
    return [pane._lines.index(row).data() for row in range(pane._lines.rowCount())]


def test_findings_are_told_worst_first_with_their_row(pane):
    assert any(line.startswith("Row 2 · ") for line in lines(pane))
    levels = [group.level for group in pane.groups]
    assert levels == sorted(levels, reverse=True)


@pytest.fixture
def resolving(pane, teller):
    reckoning = Reckoning(pane, pane.session)
    yield Resolving(pane, pane.session, pane, lambda: "A. Duval, press officer", reckoning, teller=teller)
    reckoning.stop()


def choose(pane, rule):
    row = next(index for index, group in enumerate(pane.groups) if group.rule == rule)
    pane.findChild(ProblemsView).setCurrentIndex(pane._lines.index(row))
    return row


def test_equal_findings_are_one_line_and_their_repairs_are_shown_then_done_as_one_undo(qtbot, pane, resolving):
    row = choose(pane, "F02")
    assert pane.groups[row].count == 6
    before = pane.session.doc
    view = pane.findChild(ProblemsView)
    rect = view.visualRect(pane._lines.index(row))
    shown = []

    def accept(dialog):
        shown.extend(dialog._list.topLevelItem(index).text(1) for index in range(dialog._list.topLevelItemCount()))
        qtbot.keyClick(dialog._list, Qt.Key.Key_Return)

    answer_next(PreviewDialog, accept)
    with qtbot.waitSignal(pane.checking.found):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topRight() + QPoint(-30, 10))
    assert len(shown) == 6
    assert "«[plain space]Oui" in shown[0]
    assert not any(group.rule == "F02" for group in pane.groups)
    pane.session.undo()
    assert pane.session.doc == before


def test_a_place_unticked_in_the_preview_stays_as_it_is(qtbot, pane, resolving):
    choose(pane, "F02")

    def accept(dialog):
        qtbot.keyClick(dialog._list, Qt.Key.Key_Space)
        qtbot.mouseClick(dialog._accept, Qt.MouseButton.LeftButton)

    answer_next(PreviewDialog, accept)
    with qtbot.waitSignal(pane.checking.found):
        pane.preview_current()
    assert pane.session.doc.rows[1].sides.fr[0].text.startswith("« Oui\u00a0»")


def test_a_finding_is_dismissed_with_a_reason_listed_and_taken_back_by_keys(qtbot, pane, resolving):
    choose(pane, "F02")
    before = pane.session.doc
    view = pane.findChild(ProblemsView)

    def answer(dialog):
        assert not dialog._keep.isEnabled()
        qtbot.keyClicks(dialog.choice.lineEdit(), "House style")
        qtbot.keyClick(dialog.choice.lineEdit(), Qt.Key.Key_Return)

    answer_next(ReasonDialog, answer)
    with qtbot.waitSignal(pane.checking.found):
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert {each.reason for each in pane.session.doc.dismissals} == {"House style"}
    assert {each.by for each in pane.session.doc.dismissals} == {"A. Duval, press officer"}
    assert not any(group.rule == "F02" for group in pane.groups)
    pane.filter.open()
    qtbot.keyClick(pane.filter.dismissed, Qt.Key.Key_Space)
    assert len(lines(pane)) == 6
    assert "House style" in lines(pane)[0]
    rect = view.visualRect(pane._lines.index(0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topRight() + QPoint(-30, 10))
    assert len(pane.session.doc.dismissals) == 5
    pane.session.undo()
    pane.session.undo()
    assert pane.session.doc == before


def test_errors_cannot_be_dismissed(qtbot, pane, resolving):
    asked = []
    pane.dismiss_wished.connect(asked.append)
    row = next(index for index, group in enumerate(pane.groups) if group.level.name == "ERROR")
    pane.findChild(ProblemsView).setCurrentIndex(pane._lines.index(row))
    pane.dismiss_current()
    assert asked == []


def test_problems_are_filtered_by_level_language_kind_and_words(qtbot, pane):
    everything = len(pane.groups)
    pane.filter.open()
    for box, keys, rules in (
        (pane.filter.level, 1, None),
        (pane.filter.language, 2, None),
        (pane.filter.kind, 1, "FE"),
    ):
        for _ in range(keys):
            qtbot.keyClick(box, Qt.Key.Key_Down)
        assert 0 <= len(pane.groups) <= everything
        if rules:
            assert all(group.rule[0] in rules for group in pane.groups)
        box.setCurrentIndex(0)
    assert len(pane.groups) == everything
    qtbot.keyClicks(pane.filter.words, "F02")
    assert [group.rule for group in pane.groups] == ["F02"]
    qtbot.keyClicks(pane.filter.words, "xyz")
    assert pane.groups == ()
    assert "not of the kind" in pane._empty.text()


def test_the_line_of_the_filter_is_there_when_wanted_and_filters_nothing_when_closed(qtbot, pane):
    everything = len(pane.groups)
    assert not pane.filter.isVisible()
    qtbot.keyClick(pane.filter.opener, Qt.Key.Key_Space)
    assert pane.filter.isVisible()
    qtbot.keyClicks(pane.filter.words, "F02")
    assert len(pane.groups) == 1
    qtbot.keyClick(pane.filter.words, Qt.Key.Key_Escape)
    assert not pane.filter.isVisible()
    assert len(pane.groups) == everything


def test_previous_problem_goes_the_other_way(pane):
    wished = []
    pane.session.caret_wished.connect(wished.append)
    pane.go_to_next()
    pane.go_to_next()
    pane.go_to_previous()
    assert wished[0] == wished[2] != wished[1]


def test_the_picture_of_the_release_says_in_words_what_it_shows(pane):
    told = pane.filter.picture.accessibleName()
    assert told.startswith("0 of 2 rows done · 1 draft · 1 untranslated · English: ")
    assert "French: " in told


def test_lines_that_say_what_they_said_are_not_made_anew(qtbot, pane):
    resets = []
    pane._lines.modelReset.connect(lambda: resets.append(lines(pane)))
    row = pane.session.doc.rows[1]
    with qtbot.waitSignal(pane.checking.found):
        # Everything found stands five signs further to the right.
        pane.session.do(replace(row.address(Language.FR, 0, 0, 0), "Bien "))
    assert resets == []
    assert pane.groups[0].findings[0].where in {each.where for each in pane.checking.findings}
    with qtbot.waitSignal(pane.checking.found):
        pane.session.do(replace(row.address(Language.FR, 0, 0, 0), "« "))
    assert resets == [lines(pane)]


def test_enter_goes_to_the_place(qtbot, pane):
    wished = []
    pane.session.caret_wished.connect(wished.append)
    view = pane.findChild(ProblemsView)
    view.setCurrentIndex(pane._lines.index(0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert wished == [pane.groups[0].findings[0].where]


def test_next_problem_walks_through_all_and_begins_again(pane):
    wished = []
    pane.session.caret_wished.connect(wished.append)
    for _ in range(len(pane.groups) + 1):
        pane.go_to_next()
    assert wished[0] == wished[-1]


def test_the_next_problem_after_a_mended_one_is_the_one_that_followed_it(pane):
    wished = []
    pane.session.caret_wished.connect(wished.append)
    pane.go_to_next()
    second = pane.groups[1]
    pane.show_findings(tuple(finding for group in pane.groups[1:] for finding in group.findings))
    pane.go_to_next()
    assert wished[-1] == second.findings[0].where


def test_an_answer_about_a_former_value_is_dropped(qtbot, pane):
    former = pane.session.doc
    pane.session.do(enter("reference", "2021-078", "UTC"))
    pane.checking._take(Proof(former), ())
    assert pane.groups


def test_lines_are_told_to_screen_readers_with_level_and_repair(pane):
    told = pane._lines.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Error: ")


def test_faults_of_the_xml_stand_among_the_findings_at_the_field_that_causes_them(qtbot, open_session, teller, look):
    session = open_session(empty_release(load_profile("sample")))
    checking = Checking(session, check, prove)
    pane = ProblemsPane(session, checking, teller, look)
    qtbot.addWidget(pane)
    with qtbot.waitSignal(checking.found):
        session.do(enter("topics", "99999999", "UTC"))
    assert [line for line in lines(pane) if line.startswith("Topics · The media topic 99999999")]
    assert not [group.rule for group in pane.groups if group.rule.startswith("N") and group.rule != "N05"]
    with qtbot.waitSignal(checking.found):
        session.do(enter("topics", "20000343", "UTC"))
    assert not [group.rule for group in pane.groups if group.rule.startswith("N")]
    checking.stop()


def test_what_the_checks_found_is_told_even_where_no_proof_can_be_made(qtbot, open_session, caplog):
    def fail(_doc, _profile, _found):
        raise LookupError

    session = open_session()
    checking = Checking(session, check, fail)
    with qtbot.waitSignal(checking.found) as told:
        checking.run_soon()
    assert told.args[0]
    checking.stop()
    assert "LookupError" in caplog.text


def test_mending_everything_is_worked_out_beside_the_window_then_shown_and_done_as_one_undo(qtbot, pane, resolving):
    before, told, shown = pane.session.doc, [], []
    resolving.told.connect(told.append)

    def accept(dialog):
        shown.append(dialog._list.topLevelItemCount())
        qtbot.keyClick(dialog._list, Qt.Key.Key_Return)

    answer_next(PreviewDialog, accept)
    resolving.mend_everything()
    assert (pane.session.doc is before, len(told)) == (True, 1)
    qtbot.waitUntil(lambda: pane.session.doc is not before)
    assert shown[0] > 1
    assert told[-1].english() == f"{shown[0]} places are mended."
    pane.session.undo()
    assert pane.session.doc == before


def test_where_the_list_is_out_of_sight_the_problem_gone_to_is_told(signed_window, qtbot):
    checking = signed_window._parts.checking
    with qtbot.waitSignal(checking.found, timeout=20_000):
        checking.run_soon()
    signed_window.bottom.hide()
    signed_window.actions_["next_problem"].trigger()
    assert signed_window.status.currentMessage() == signed_window.problems.current_line != ""
