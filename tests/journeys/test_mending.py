"""Mending in the window by keys: everything at once, shown first and taken back; and the problem at the caret."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from windows import answer_next

from editor.checks.run import check, mended
from editor.formats.native import write
from editor.formats.table import open_document
from editor.gui.dialogs.preview import PreviewDialog
from editor.model.beginning import empty_release
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row, RowKind

# The offscreen plugin says that it cannot raise a window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SEED = Path(__file__).parents[3] / "shared" / "communiques" / "nato-seed-fr.txt"
BATCH = {*(f"F{number:02}" for number in (*range(1, 8), *range(10, 18), 22, *range(34, 39)))}
CTRL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def put(window, qtbot, doc, path=None):
    session, checking = window._parts.session, window._parts.checking
    with qtbot.waitSignal(checking.found, timeout=20_000):
        session.open(doc, path, is_saved=True)
    return session


@pytest.mark.skipif(not SEED.is_file(), reason="the real release is not here")
def test_everything_in_a_real_release_is_mended_by_keys_and_one_undo_gives_it_back(qtbot, signed_window, tmp_path):
    window = signed_window
    doc = open_document(SEED, window._parts.session.profile, Language.FR).doc
    session = put(window, qtbot, doc)
    window.rows.go_to(doc.rows[1].address(Language.FR, 0, 0, 0))
    profile = session.profile
    shown = []

    def accept(dialog):
        shown.append(len(dialog._changes))
        qtbot.keyClick(dialog._list, Qt.Key.Key_Return)

    answer_next(PreviewDialog, accept)
    qtbot.keyClick(window.rows.pages[Language.FR], Qt.Key.Key_F8, ALT_SHIFT)
    # What can be mended is worked out beside the window.
    qtbot.waitUntil(lambda: session.doc != doc, timeout=20_000)
    assert shown[0] >= 16
    assert session.doc == mended(doc, profile)[0]
    assert [each.rule for each in check(session.doc, profile) if each.rule in BATCH] == []
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert session.doc == doc
    assert not session.is_modified
    kept, written = tmp_path / "kept.communique", tmp_path / "kept.txt"
    kept.write_bytes(write(session.doc))
    command = [sys.executable, "-m", "editor", "convert", str(kept), "-o", str(written)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    lines = written.read_bytes().split(b"\n")
    original = [line for line in SEED.read_bytes().split(b"\n") if line.strip(b" \n")]
    # The lines of the stamp became fields of the release.
    assert [line for line in original if line not in lines and not line.startswith("  • ".encode())] == []


def test_a_place_unticked_by_the_space_bar_is_left_alone(qtbot, signed_window):
    rows = (Row("r1", Bilingual((), (Passage("Il l'a dit : « oui »."),))),)
    session = put(signed_window, qtbot, replace(empty_release(signed_window._parts.session.profile), rows=rows))

    def accept(dialog):
        qtbot.keyClick(dialog._list, Qt.Key.Key_Space)
        qtbot.keyClick(dialog._list, Qt.Key.Key_Return)

    answer_next(PreviewDialog, accept)
    qtbot.keyClick(signed_window.rows.pages[Language.FR], Qt.Key.Key_F8, ALT_SHIFT)
    mended_but_one = "Il l'a dit\u00a0: «\u00a0oui\u00a0»."
    qtbot.waitUntil(lambda: session.doc.rows[0].sides.fr[0].text == mended_but_one, timeout=20_000)


def test_the_problem_at_the_caret_is_mended_before_the_line_chosen(qtbot, signed_window):
    rows = (
        Row("r1", Bilingual((Passage("A title"),), (Passage("Un titre"),)), RowKind.HEADLINE),
        Row("r2", Bilingual((), (Passage("Il l'a dit ! Elle l'a dit ! Nous verrons."),))),
    )
    session = put(signed_window, qtbot, replace(empty_release(signed_window._parts.session.profile), rows=rows))
    page = signed_window.rows.pages[Language.FR]
    signed_window.rows.go_to(rows[1].address(Language.FR, 0, 20, 20))
    qtbot.keyClick(page, Qt.Key.Key_Period, CTRL)
    assert session.doc.rows[1].sides.fr[0].text == "Il l'a dit ! Elle l’a dit ! Nous verrons."
    signed_window.rows.go_to(rows[1].address(Language.FR, 0, 11, 11))
    # The checks have not yet read the text as it is now: the wish waits for them.
    qtbot.keyClick(page, Qt.Key.Key_Period, CTRL)
    mended_there = "Il l'a dit\u202f! Elle l’a dit ! Nous verrons."
    qtbot.waitUntil(lambda: session.doc.rows[1].sides.fr[0].text == mended_there)
