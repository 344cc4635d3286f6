import pytest
from PySide6.QtCore import QPoint, Qt

from editor.checks.proof import Proof
from editor.checks.run import check
from editor.edits.details import enter
from editor.formats.profiles import load_profile
from editor.gui.checking import Checking
from editor.gui.panes.problems import ProblemsPane, ProblemsView
from editor.model.beginning import empty_release
from editor.model.communique import Communique
from editor.model.language import Bilingual
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


def test_equal_findings_are_one_line_and_one_repair_is_one_undo(qtbot, pane):
    row = next(index for index, group in enumerate(pane.groups) if group.rule == "F02")
    assert pane.groups[row].count == 6
    before = pane.session.doc
    view = pane.findChild(ProblemsView)
    rect = view.visualRect(pane._lines.index(row))
    with qtbot.waitSignal(pane.checking.found):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topRight() + QPoint(-30, 10))
    assert pane.session.doc is not before
    assert not any(group.rule == "F02" for group in pane.groups)
    pane.session.undo()
    assert pane.session.doc == before


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
