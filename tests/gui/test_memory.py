import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import answering, choosing, press

from editor.assets import user_data
from editor.edits import writing
from editor.formats.tmx import TmxFile
from editor.gui.dialogs.frame import Question
from editor.gui.dialogs.preferences import Preferences
from editor.gui.dialogs.preview import PreviewDialog
from editor.gui.panes.memory_lines import Role
from editor.library.memory import MEMORY, TranslationMemory
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind, Passage
from editor.model.release import Release
from editor.model.rows import Confirmation, PairState, Row

EN, FR = Language.EN, Language.FR
FERRY = ("The ferry will run again on Monday. Tickets cost more.", "Le bac circulera lundi. Le billet coûte plus cher.")
PRESS = ("Please contact the press office.", "S’adresser au service de presse.")
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def row(row_id, english, french="", *, confirmed=False):
    made = Row(row_id, Bilingual(*((Passage(text),) if text else () for text in (english, french))))
    seal = Confirmation(made.wording, "B. Lovell", datetime(2025, 3, 1, tzinfo=UTC)) if confirmed else None
    return replace(made, confirmation=seal)


@pytest.fixture
def window(signed_window, qtbot):
    """The window on a release of three rows to translate, two of them known from another release."""
    old = Communique(
        (row("r1", *FERRY, confirmed=True), row("r2", *PRESS, confirmed=True)),
        release=Release(reference="2025-14", date=date(2025, 3, 1)),
    )
    user_data().mkdir(parents=True, exist_ok=True)
    with closing(TranslationMemory(user_data() / MEMORY)) as memory:
        memory.take_in(old, Path("/old/2025-14.communique"))
    new = (
        row("r1", "The ferry will run again on Tuesday. Tickets cost more."),
        row("r2", PRESS[0]),
        row("r3", "Something nobody ever said."),
    )
    signed_window._parts.session.open(Communique(new), None, is_saved=True)
    return signed_window


def go(window, row_id, language, character=0):
    window.rows.go_to(window._parts.session.doc.row(row_id).address(language, 0, character, character))


def shown(window):
    return [line.title.replace("\u00a0", " ") for line in window.translating.pane._lines.lines]


def wait_for(qtbot, window, *titles):
    qtbot.waitUntil(lambda: shown(window) == list(titles), timeout=10_000)


def key(window, language, *keys):
    QTest.keyClick(window.rows.pages[language], *keys)


def text(window, row_id, language=FR):
    return window._parts.session.doc.row(row_id).text(language)


def test_the_memory_shows_what_it_knows_of_the_row_and_its_sentences(window, qtbot):
    go(window, "r1", FR)
    key(window, FR, Qt.Key.Key_T, ALT | SHIFT)
    wait_for(qtbot, window, "90 %, the whole row", "86 %, a sentence", "100 %, a sentence")
    line = window.translating.pane._lines.index(0).data(Role.LINE)
    assert line.facts == ("2025-14", "1 March 2025")
    assert "<s>Monday</s>" in line.sides.en
    assert "<u>Tuesday</u>" in line.sides.en
    assert "[−Monday−]" in line.spoken
    go(window, "r3", FR)
    wait_for(qtbot, window)


def test_a_proposal_is_inserted_by_a_key_as_one_step_and_stays_a_draft(window, qtbot):
    go(window, "r2", FR)
    key(window, FR, Qt.Key.Key_T, CTRL)  # shows the memory first
    wait_for(qtbot, window, "100 %, the whole row")
    assert text(window, "r2") == ""
    key(window, FR, Qt.Key.Key_T, CTRL)
    assert text(window, "r2") == PRESS[1]
    assert window._parts.session.doc.row("r2").state is PairState.DRAFT
    assert window.rows.caret().start == len(PRESS[1])
    key(window, FR, Qt.Key.Key_Z, CTRL)
    assert text(window, "r2") == ""


def test_a_proposal_brings_the_marks_that_are_certain(window, qtbot):
    session = window._parts.session
    session.do(writing.mark((session.doc.row("r2").address(EN, 0, 0, len(PRESS[0])),), MarkKind.BOLD))
    go(window, "r2", FR)
    window.translating.show()
    wait_for(qtbot, window, "100 %, the whole row")
    key(window, FR, Qt.Key.Key_T, CTRL)
    (passage,) = session.doc.row("r2")[FR]
    assert [(passage.words_of(mark), mark.kind) for mark in passage.marks] == [(PRESS[1], MarkKind.BOLD)]


def test_a_sentence_goes_where_the_caret_is_and_the_next_one_is_proposed_then(window, qtbot):
    go(window, "r1", FR)
    window.translating.show()
    wait_for(qtbot, window, "90 %, the whole row", "86 %, a sentence", "100 %, a sentence")
    key(window, FR, Qt.Key.Key_T, CTRL | SHIFT)
    key(window, FR, Qt.Key.Key_T, CTRL)
    assert text(window, "r1") == "Le bac circulera lundi."
    wait_for(qtbot, window, "90 %, the whole row", "100 %, a sentence", "86 %, a sentence")
    key(window, FR, Qt.Key.Key_T, CTRL | SHIFT)
    key(window, FR, Qt.Key.Key_T, CTRL)
    assert text(window, "r1") == FERRY[1]


def test_a_double_click_and_enter_insert_too(window, qtbot):
    go(window, "r2", EN)
    window.translating.show()
    wait_for(qtbot, window, "100 %, the whole row")
    view = window.translating.pane.view
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert text(window, "r2") == PRESS[1]
    window._parts.session.undo()
    wait_for(qtbot, window, "100 %, the whole row")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert text(window, "r2") == PRESS[1]


def test_words_are_looked_up_and_lit_in_both_languages(window, qtbot):
    go(window, "r1", EN, 5)
    key(window, EN, Qt.Key.Key_K, ALT | SHIFT)
    field = window.translating.pane.field
    qtbot.waitUntil(lambda: field.text() == "ferry" and shown(window) == ["2025-14"], timeout=10_000)
    line = window.translating.pane._lines.lines[0]
    assert ">ferry</b>" in line.sides.en
    field.selectAll()
    QTest.keyClicks(field, "COUTE")
    qtbot.waitUntil(lambda: any(">coûte</b>" in line.sides.fr for line in window.translating.pane._lines.lines))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), window.rows.pages[EN].hasFocus()) == ("", True)


def test_words_nobody_ever_wrote_are_said_not_to_be_there(window, qtbot):
    window.translating.show()
    QTest.keyClicks(window.translating.pane.field, "zeppelin")
    qtbot.waitUntil(lambda: window.translating.pane._empty.text() == "These words are not in the memory.")


def test_all_that_is_known_word_for_word_is_translated_at_once_what_is_unticked_left_out(window, qtbot, monkeypatch):
    seen = answering(qtbot, monkeypatch, PreviewDialog, lambda dialog: press(dialog, "Change one place"))
    go(window, "r1", EN)
    window.actions_["translate_exact"].trigger()
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=10_000)
    assert [text(window, row_id) for row_id in ("r1", "r2", "r3")] == ["", PRESS[1], ""]
    window._parts.session.undo()
    assert text(window, "r2") == ""


def test_what_is_confirmed_and_saved_is_proposed_in_the_next_release(window, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("editor.gui.dialogs.questions.ask_save", lambda *_: tmp_path / "new.communique")
    go(window, "r3", FR)
    QTest.keyClicks(window.rows.pages[FR], "Jamais dit.")
    key(window, FR, Qt.Key.Key_Return, CTRL)
    with qtbot.waitSignal(window.keeping.remembering.filled, timeout=10_000):
        key(window, FR, Qt.Key.Key_S, CTRL)
    window._parts.session.open(Communique((row("r9", "Something nobody ever said."),)), None, is_saved=True)
    go(window, "r9", FR)
    window.translating.show()
    wait_for(qtbot, window, "100 %, the whole row")


def test_a_large_memory_answers_before_it_is_looked_through_and_a_damaged_one_is_begun_anew(window, qtbot, monkeypatch):
    monkeypatch.setattr("editor.library.store._LARGE", 0)
    path = user_data() / MEMORY
    raw = bytearray(path.read_bytes())
    raw[-4096:] = b"\x07" * 4096
    path.write_bytes(raw)
    told = []
    window.keeping.remembering.told.connect(lambda sentence: told.append(sentence.english()))
    window.keeping.remembering.ask(lambda memory: memory.translations.is_looked_through, told.append)
    qtbot.waitUntil(lambda: len(told) > 1)
    assert told[0] is False
    assert "was damaged and is kept as" in told[1]
    window.keeping.remembering.ask(lambda memory: memory.translations.is_looked_through, told.append)
    qtbot.waitUntil(lambda: told[-1] is True)


def test_nothing_goes_in_where_somebody_does_not_want_it(window, qtbot, monkeypatch, tmp_path):
    window._parts.settings.change(lambda now: replace(now, remembers=False))
    monkeypatch.setattr("editor.gui.dialogs.questions.ask_save", lambda *_: tmp_path / "new.communique")
    go(window, "r3", FR)
    QTest.keyClicks(window.rows.pages[FR], "Personne.")
    key(window, FR, Qt.Key.Key_Return, CTRL)
    with qtbot.waitSignal(window.keeping.remembering.kept):
        key(window, FR, Qt.Key.Key_S, CTRL)
    counts = []
    window.keeping.remembering.ask(lambda memory: memory.translations.concordance("nobody"), counts.append)
    qtbot.waitUntil(lambda: counts == [()])


def wordings(window, qtbot):
    """What the memory of the window holds now."""
    found = []
    window.keeping.remembering.ask(lambda memory: [*memory.translations.pairs()], found.append)
    qtbot.waitUntil(lambda: len(found) == 1, timeout=10_000)
    return [tuple(pair.wording) for pair in found[0]]


def test_the_memory_goes_out_and_comes_in_as_a_file(window, qtbot, monkeypatch, tmp_path):
    file = tmp_path / "office.tmx"
    before = wordings(window, qtbot)
    monkeypatch.setattr("editor.gui.dialogs.questions.ask_export", lambda *_: file)
    with qtbot.waitSignal(window.translating.told):
        window.actions_["memory_export"].trigger()
    assert [tuple(pair.wording) for pair in TmxFile(file)] == before
    file.write_text(file.read_text(encoding="utf-8").replace("Please contact", "Kindly contact"), encoding="utf-8")
    choosing(monkeypatch, file)
    window.actions_["memory_import"].trigger()
    assert ("Kindly contact the press office.", PRESS[1]) in wordings(window, qtbot)


def test_a_broken_file_is_told_and_takes_nothing_in(window, qtbot, monkeypatch, tmp_path):
    (tmp_path / "half.tmx").write_text("<tmx><body>", encoding="utf-8")
    choosing(monkeypatch, tmp_path / "half.tmx")
    seen = answering(qtbot, monkeypatch, Question, lambda box: (box.said[0].text(), press(box, "Close"))[0])
    before = wordings(window, qtbot)
    window.actions_["memory_import"].trigger()
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=10_000)
    assert "half.tmx: Line 1" in seen[0]
    assert wordings(window, qtbot) == before


def test_the_confirmed_pairs_of_a_release_go_out_alone_or_are_said_not_to_be_there(
    window, qtbot, monkeypatch, tmp_path
):
    file = tmp_path / "pairs.tmx"
    monkeypatch.setattr("editor.gui.dialogs.questions.ask_export", lambda *_: file)
    seen = answering(qtbot, monkeypatch, Question, lambda box: (box.said[0].text(), press(box, "Close"))[0])
    window.actions_["pairs_export"].trigger()
    assert "confirmed" in seen[0]
    assert not file.exists()
    go(window, "r3", FR)
    QTest.keyClicks(window.rows.pages[FR], "Jamais dit.")
    key(window, FR, Qt.Key.Key_Return, CTRL)
    window.actions_["pairs_export"].trigger()
    assert [tuple(pair.wording) for pair in TmxFile(file)] == [("Something nobody ever said.", "Jamais dit.")]


def test_everything_is_forgotten_from_the_preferences_once_somebody_has_said_so(window, qtbot, monkeypatch):
    answering(qtbot, monkeypatch, Preferences, lambda dialog: press(dialog, "Forget the translation memory…"))
    answering(qtbot, monkeypatch, Question, lambda box: press(box, "Keep it"))
    window.actions_["preferences"].trigger()
    assert wordings(window, qtbot)
    answering(qtbot, monkeypatch, Question, lambda box: press(box, "Forget everything"))
    window.actions_["preferences"].trigger()
    assert wordings(window, qtbot) == []


def test_what_is_shown_for_one_row_is_never_written_into_another(window, qtbot):
    go(window, "r2", FR)
    window.translating.show()
    wait_for(qtbot, window, "100 %, the whole row")
    go(window, "r3", FR)
    key(window, FR, Qt.Key.Key_T, CTRL)
    assert text(window, "r3") == ""


def test_a_window_that_is_closed_does_not_wait_for_a_large_file_and_takes_none_of_it_in(
    window, qtbot, monkeypatch, tmp_path
):
    before = wordings(window, qtbot)
    unit = "<tu><tuv xml:lang='en'><seg>Unit {0}</seg></tuv><tuv xml:lang='fr'><seg>Unité {0}</seg></tuv></tu>"
    body = "".join(unit.format(number) for number in range(60_000))
    (tmp_path / "large.tmx").write_text(f"<tmx><header/><body>{body}</body></tmx>", encoding="utf-8")
    choosing(monkeypatch, tmp_path / "large.tmx")
    window.actions_["memory_import"].trigger()
    window.keeping.remembering.stop()
    with closing(TranslationMemory(user_data() / MEMORY)) as memory:
        assert [tuple(pair.wording) for pair in memory.pairs()] == before


def test_the_memory_goes_on_filling_itself_after_it_could_not_be_written(window, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("editor.library.store._PATIENCE", 0.01)
    monkeypatch.setattr("editor.gui.dialogs.questions.ask_save", lambda *_: tmp_path / "new.communique")
    remembering = window.keeping.remembering
    with closing(sqlite3.connect(user_data() / MEMORY, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        with qtbot.waitSignals([remembering.told, remembering.kept], timeout=10_000):
            window.documents.save()
        with qtbot.waitSignal(remembering.told, timeout=10_000):
            remembering.fill()
        another.execute("ROLLBACK")
    with qtbot.waitSignal(remembering.filled, timeout=10_000):
        remembering.fill()
