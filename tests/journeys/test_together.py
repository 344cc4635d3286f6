"""Two people and one release, in the window: comments, what changed since, and two copies made one."""

import pytest
from editing import insert
from generated import NOON
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QRadioButton

from editor.edits import rows
from editor.formats import native
from editor.gui.dialogs.merging import MergeDialog
from editor.gui.fields.comparison import ComparisonView
from editor.gui.panes.gutter import WIDTH
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind, Passage
from editor.model.rows import PairState, Row

EN, FR = Language.EN, Language.FR
Key, Mod = Qt.Key, Qt.KeyboardModifier


def a_doc(*pairs):
    made = tuple(Row(f"r{n}", Bilingual((Passage(en),), (Passage(fr),))) for n, (en, fr) in enumerate(pairs, 1))
    return Communique(made, counter=len(made))


BASE = a_doc(("The lake opens", "Le lac ouvre"), ("It costs 40 euros.", "Cela coûte 40 euros."), ("The end", "La fin"))


def wrote(doc, row_id, language, text):
    return doc.having_row(doc.row(row_id).having(language, (Passage(text),)))


class Desk:
    def __init__(self, window, qtbot, path):
        self.window, self.bot, self.path = window, qtbot, path
        self.session = window._parts.session
        self.session.open(BASE, path, is_saved=True)
        QApplication.processEvents()

    @property
    def doc(self):
        return self.session.doc

    def select(self, row, language, start, end):
        self.window.rows.go_to(self.doc.rows[row].address(language, 0, start, end))

    def press(self, key, modifiers=Mod.NoModifier):
        self.bot.keyClick(QApplication.focusWidget(), key, modifiers)

    def type(self, text):
        self.bot.keyClicks(QApplication.focusWidget(), text)

    def comment(self, text):
        self.press(Key.Key_M, Mod.AltModifier | Mod.ShiftModifier)
        self.type(text)
        self.press(Key.Key_Return)

    def button(self, pane, title):
        found = next(each for each in pane.findChildren(QPushButton) if each.text() == title)
        self.bot.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(signed_window, qtbot, tmp_path):
    path = tmp_path / "release.communique"
    path.write_bytes(native.write(BASE))
    return Desk(signed_window, qtbot, path)


def test_words_are_commented_on_answered_and_settled_by_keys(desk):
    pane = desk.window.together.comments
    desk.select(1, EN, 9, 11)
    desk.comment("Is it still 40?")
    (comment,) = desk.doc.comments
    assert (comment.text, comment.by) == ("Is it still 40?", "A. Duval, press officer")
    assert [stretch.words for stretch in desk.doc.stretches(MarkKind.COMMENT)] == ["40"]
    assert QApplication.focusWidget() is desk.window.rows.pages[EN], "one goes on writing"
    assert "Row 2, “40”" in pane.list.item(0).text()
    pane.list.setFocus()
    desk.press(Key.Key_Down)
    pane.line.setFocus()
    desk.type("Yes.")
    desk.press(Key.Key_Return)
    assert [answer.text for answer in desk.doc.comments[0].replies] == ["Yes."]
    assert "↳" in pane.list.item(0).text()
    pane.list.setCurrentRow(0)
    desk.button(pane, "Settle")
    assert desk.doc.comments[0].is_resolved
    assert pane.list.count() == 0
    for _ in range(3):
        desk.session.undo()
    assert desk.doc == BASE, "each of them is one step"


def test_ctrl_return_in_the_line_writes_the_comment_and_confirms_nothing(desk):
    desk.select(1, EN, 9, 11)
    states = [row.state for row in desk.doc.rows]
    desk.window.actions_["comment"].trigger()
    desk.type("Is it still 40?")
    desk.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [comment.text for comment in desk.doc.comments] == ["Is it still 40?"]
    assert [row.state for row in desk.doc.rows] == states


def test_a_comment_is_kept_in_the_document_and_shown_beside_its_row(desk):
    desk.select(2, FR, 0, 0)
    desk.window.rows.go_to(desk.doc.rows[2].address(FR, 0, 2, 2))
    desk.comment("Too short?")
    saved = native.read(native.write(desk.doc), desk.path)
    assert saved.comments == desk.doc.comments
    gutter = desk.window.rows.gutter
    desk.window.bottom.show_pane(desk.window.problems)
    desk.bot.mouseClick(
        gutter.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(WIDTH // 2, round(gutter.sign_at(2).y()) + 18)
    )
    assert desk.window.together.comments.isVisible()
    assert desk.window.together.comments.list.currentRow() == 0


def test_whoever_settles_one_comment_goes_on_with_the_next_and_after_the_last_with_the_texts(desk):
    desk.select(1, EN, 9, 11)
    desk.comment("Is it still 40?")
    desk.select(0, EN, 0, 3)
    desk.comment("Which lake?")
    pane = desk.window.together.comments
    pane.list.setFocus()
    desk.press(Key.Key_Home)
    desk.button(pane, "Settle")
    assert QApplication.focusWidget() is pane.list
    assert "40" in pane.list.currentItem().text()
    desk.button(pane, "Delete")
    assert QApplication.focusWidget() is desk.window.rows.pages[EN]
    assert [comment.is_resolved for comment in desk.doc.comments] == [True]


def test_the_first_comment_makes_the_panel_no_higher(desk):
    desk.window.resize(1280, 800)
    desk.window.bottom.show_pane(desk.window.together.comments)
    QApplication.processEvents()
    before = desk.window._down.sizes()
    desk.select(1, EN, 9, 11)
    desk.comment("Is it still 40?")
    QApplication.processEvents()
    assert desk.window._down.sizes() == before


@pytest.mark.parametrize("language", [EN, FR])
def test_the_next_row_that_needs_work_is_gone_to_on_the_side_one_writes_in(desk, language):
    desk.select(0, language, 0, 0)
    desk.press(Key.Key_J, Mod.ControlModifier)
    assert QApplication.focusWidget() is desk.window.rows.pages[language]
    assert desk.window.rows.caret().id == "r2"


def test_escape_leaves_a_comment_unwritten(desk):
    desk.select(0, EN, 0, 3)
    desk.press(Key.Key_M, Mod.AltModifier | Mod.ShiftModifier)
    desk.type("Perhaps")
    desk.press(Key.Key_Escape)
    assert desk.doc == BASE
    assert QApplication.focusWidget() is desk.window.rows.pages[EN]


def test_what_changed_since_the_last_save_is_shown_and_exported(desk, tmp_path):
    pane = desk.window.versions
    desk.select(1, EN, 9, 11)
    desk.type("45")
    desk.press(Key.Key_C, Mod.AltModifier | Mod.ShiftModifier)
    desk.bot.waitUntil(lambda: "45" in pane.view.toPlainText())
    assert "40" in pane.view.toPlainText()
    assert "The lake" not in pane.view.toPlainText()
    pane.export_to(tmp_path / "changes.html")
    assert "<ins>" in (tmp_path / "changes.html").read_text(encoding="utf-8")
    pane.compare_with(desk.path)
    assert "45" in pane.view.toPlainText()
    missing = tmp_path / "none.communique"
    with desk.bot.waitSignal(pane.told):
        pane.compare_with(missing)


def test_what_changed_since_the_confirmations_is_a_choice_of_its_own(desk):
    pane = desk.window.versions
    desk.session.do(rows.confirm(("r2",), "Ada", NOON))
    desk.select(1, FR, 11, 13)
    desk.type("45")
    assert desk.doc.rows[1].state is PairState.STALE
    desk.press(Key.Key_C, Mod.AltModifier | Mod.ShiftModifier)
    desk.select(0, EN, 0, 3)
    desk.type("A")
    desk.bot.waitUntil(lambda: "Row 1" in pane.view.toPlainText())
    pane.list.setFocus()
    desk.press(Key.Key_Down)
    desk.bot.waitUntil(lambda: "Row 1" not in pane.view.toPlainText())
    assert "Row 2" in pane.view.toPlainText()


def merge_by_hand(desk, other, press, act=lambda _dialog: None):
    """Bring another copy in; answers what `act` saw, for an assertion in it would leave the dialog open."""
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, MergeDialog):
            QTimer.singleShot(20, look)
            return
        dialog.take("other", other)
        desk.bot.waitUntil(lambda: not dialog.is_looking)
        seen.append(act(dialog))
        button = next(each for each in dialog.findChild(QDialogButtonBox).buttons() if each.text() == press)
        desk.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, look)
    desk.window.actions_["merge_copy"].trigger()
    return seen[0]


def test_a_file_of_another_document_is_told_before_it_is_taken_in(desk, tmp_path):
    other = tmp_path / "another.communique"
    other.write_bytes(native.write(a_doc(("A bridge", "Un pont"), ("Lorries turn", "Les camions"), ("So", "Alors"))))

    def look(dialog):
        return [label.text() for label in dialog.findChildren(QLabel) if "different documents" in label.text()]

    assert merge_by_hand(desk, other, "Cancel", look)
    other.write_bytes(native.write(BASE))
    assert not merge_by_hand(desk, other, "Cancel", look)
    assert desk.session.doc.rows == BASE.rows


def test_the_translators_copy_is_taken_in_and_clashes_are_decided(desk, tmp_path):
    other = tmp_path / "translator.communique"
    other.write_bytes(native.write(wrote(wrote(BASE, "r2", FR, "Cela coûte 45 euros."), "r3", FR, "C’est la fin")))
    desk.session.do(insert(3))
    desk.select(2, FR, 0, 6)
    desk.type("Fin")

    def decide(dialog):
        accept = next(each for each in dialog.findChild(QDialogButtonBox).buttons() if each.text() == "Take in")
        was_enabled = accept.isEnabled()
        theirs = [each for each in dialog.findChildren(QRadioButton) if each.text() == "The other copy"]
        for choice in theirs:
            desk.bot.keyClick(choice, Key.Key_Space)
        return was_enabled, len(theirs)

    before = desk.doc
    assert merge_by_hand(desk, other, "Take in", decide) == (False, 1), "the clash is to be decided first"
    assert [row.text(FR) for row in desk.doc.rows] == ["Le lac ouvre", "Cela coûte 45 euros.", "C’est la fin", ""]
    desk.session.undo()
    assert desk.doc == before


def test_what_was_saved_since_the_copy_was_made_still_counts_as_ones_own(desk, tmp_path):
    desk.press(Key.Key_S, Mod.ControlModifier)
    other = tmp_path / "translator.communique"
    other.write_bytes(native.write(wrote(wrote(BASE, "r2", EN, "It now costs 40 euros."), "r3", FR, "C’est la fin")))
    desk.select(1, EN, 9, 11)
    desk.type("45")
    desk.press(Key.Key_S, Mod.ControlModifier)

    def look(dialog):
        clashes = [each for each in dialog.findChildren(QRadioButton) if each.text() == "The other copy"]
        return len(clashes), dialog.fields["base"].placeholderText(), dialog.findChild(ComparisonView).toPlainText()

    clashes, base, coming = merge_by_hand(desk, other, "Cancel", look)
    assert clashes == 1, "both changed the price since the copy was made, though one of them has been saved"
    assert base.startswith("the version kept on ")
    assert "La fin" in coming or "C’est" in coming


def test_both_wordings_of_one_place_are_joined_and_written_over(desk, tmp_path):
    other = tmp_path / "translator.communique"
    other.write_bytes(native.write(wrote(BASE, "r2", EN, "It now costs 40 euros.")))
    desk.select(1, EN, 9, 11)
    desk.type("45")

    def decide(dialog):
        (own,) = dialog.findChildren(QPlainTextEdit)
        proposed = own.toPlainText()
        both = next(each for each in dialog.findChildren(QRadioButton) if each.text().startswith("Both joined"))
        desk.bot.keyClick(both, Key.Key_Space)
        own.setFocus()
        own.moveCursor(QTextCursor.MoveOperation.End)
        desk.bot.keyClick(own, Key.Key_Backspace)
        desk.bot.keyClicks(own, " a day.")
        return proposed

    assert merge_by_hand(desk, other, "Take in", decide) == "It now costs 45 euros."
    assert desk.doc.rows[1].text(EN) == "It now costs 45 euros a day."


def test_what_comes_in_is_shown_before_it_is_taken(desk, tmp_path):
    other = tmp_path / "translator.communique"
    other.write_bytes(native.write(wrote(BASE, "r2", EN, "It now costs 40 euros.")))

    def look(dialog):
        return dialog.findChild(ComparisonView).toPlainText()

    assert "40" in merge_by_hand(desk, other, "Cancel", look)
    assert desk.doc == BASE


def test_one_begins_by_choosing_the_file_and_sees_a_clash_of_long_paragraphs_whole(desk, tmp_path):
    long = "The harbour office and its partners agreed to repair every lighthouse on the coast before winter. " * 5
    base = a_doc(("The lake opens", "Le lac ouvre"), (long, long), ("The end", "La fin"))
    desk.session.open(base, desk.path, is_saved=True)
    other = tmp_path / "translator.communique"
    other.write_bytes(native.write(wrote(base, "r2", EN, long.replace("every", "each", 1))))
    desk.select(1, EN, 0, 3)
    desk.type("Our")
    button = []

    def look(dialog):
        button.append(QApplication.focusWidget().text())
        (own,) = dialog.findChildren(QPlainTextEdit)
        QApplication.processEvents()
        card = own.parentWidget()
        return not card.visibleRegion().isEmpty() and card.visibleRegion().boundingRect().height() == card.height()

    desk.window.resize(1280, 780)
    assert merge_by_hand(desk, other, "Cancel", look)
    assert button == ["Choose a file…"]


def test_a_copy_that_cannot_be_read_is_told_and_changes_nothing(desk, tmp_path):
    bad = tmp_path / "bad.communique"
    bad.write_text("no document", encoding="utf-8")
    merge_by_hand(desk, bad, "Cancel")
    assert desk.doc == BASE
