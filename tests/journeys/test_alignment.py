"""A translator's hour in the window: two texts that do not match are paired, confirmed, changed and mended, by keys."""

from itertools import zip_longest

import pytest
from generated import NOON
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from editor.edits.rows import confirm
from editor.gui.dialogs.arriving import ImportDialog
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import PairState, Row

EN, FR = Language.EN, Language.FR
Key, Mod = Qt.Key, Qt.KeyboardModifier
ENGLISH = """Lake authority opens the new ferry line

Morvel, 3 May 2026. The Lake Authority opened a ferry line between Morvel and Sandkai on Sunday.

The line carries 1,200 passengers a day, 300 of whom bring a bicycle.

“This is a great day for both shores,” said Ines Vega, chair of the authority.

The two ships were built in Norway. They run on electricity from the valley's own power station.

Tickets cost 4 euros; children under six travel free.

The authority was founded in 1962.
"""
FRENCH = """L’Office du lac ouvre la nouvelle ligne de bac

Morvel, le 3 mai 2026. L’Office du lac a ouvert dimanche une ligne de bac entre Morvel et Sandkai.

« C’est un grand jour pour les deux rives », a déclaré Inès Vega, présidente de l’office.

Les deux navires ont été construits en Norvège.

Ils fonctionnent à l’électricité de la centrale de la vallée.

Le billet coûte 4 euros ; les enfants de moins de six ans voyagent gratuitement.

La réservation n’est pas nécessaire en hiver.

L’office a été fondé en 1962.
"""


class Typist:
    """Somebody at the keyboard whose keys are counted."""

    def __init__(self, window, qtbot):
        self.window = window
        self.bot = qtbot
        self.keys = 0

    @property
    def doc(self):
        return self.window._parts.session.doc

    @property
    def caret(self):
        return self.window.rows.caret()

    def row(self):
        return self.doc.row(self.caret.id)

    def press(self, key, modifiers=Mod.NoModifier):
        self.keys += 1
        self.bot.keyClick(self.window.focusWidget(), key, modifiers)

    def type(self, text):
        for character in text:
            self.keys += 1
            self.bot.keyClicks(self.window.focusWidget(), character)

    def start_at(self, row, language):
        self.window.rows.go_to(self.doc.rows[row].address(language, 0, 0, 0))

    def shown(self):
        return [tuple(row.text(language)[:14] for language in Language) for row in self.doc.rows]

    def states(self):
        return [row.state for row in self.doc.rows]


@pytest.fixture
def typist(signed_window, qtbot):
    return Typist(signed_window, qtbot)


def bring_in(typist, english, french):
    """Import two texts through the dialog."""

    def act():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ImportDialog):
            QTimer.singleShot(20, act)
            return
        dialog.sides[EN].take_file(english)
        dialog.sides[FR].take_file(french)
        dialog.read()
        accept = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Import")
        typist.bot.mouseClick(accept, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, act)
    typist.press(Key.Key_I, Mod.ControlModifier | Mod.ShiftModifier)
    typist.window.activateWindow()
    typist.bot.waitUntil(typist.window.isActiveWindow)
    typist.window.rows.focus_text()


def test_a_translators_hour(typist, tmp_path):
    english, french = tmp_path / "en.txt", tmp_path / "fr.txt"
    english.write_text(ENGLISH, encoding="utf-8")
    french.write_text(FRENCH, encoding="utf-8")
    bring_in(typist, english, french)
    assert len(typist.doc.rows) == 8
    assert typist.states().count(PairState.UNTRANSLATED) == 2

    # What has no counterpart is found, looked at, and left so on purpose.
    typist.start_at(0, EN)
    for lonely in ("The line carries", "La réservation n"):
        typist.press(Key.Key_J, Mod.AltModifier | Mod.ShiftModifier)
        assert typist.row().text(typist.caret.language).startswith(lonely)
        typist.press(Key.Key_O, Mod.AltModifier | Mod.ShiftModifier)
    assert typist.states().count(PairState.ONE_LANGUAGE) == 2

    # One key a row confirms it and goes to the next.
    typist.start_at(0, EN)
    for _ in range(6):
        typist.press(Key.Key_Return, Mod.ControlModifier)
    assert typist.states().count(PairState.CONFIRMED) == 6
    assert typist.keys <= 1 + 4 + 6

    # The source changes: one pair is stale, and says what changed and where.
    row = next(n for n, row in enumerate(typist.doc.rows) if "4 euros" in row.text(EN))
    typist.window.rows.go_to(typist.doc.rows[row].address(EN, 0, 13, 14))
    typist.type("5")
    assert typist.states().count(PairState.STALE) == 1
    assert typist.row().changed_sides == (EN,)
    typist.bot.waitUntil(typist.window.rows.stale.isVisible)
    told = [(piece.fate.value, piece.text) for piece in typist.window.rows.stale.pieces[EN]]
    assert told == [
        ("kept", "Tickets cost "),
        ("gone", "4"),
        ("new", "5"),
        ("kept", " euros; children under six travel free."),
    ]

    # The translation follows, and one key confirms the pair again.
    typist.press(Key.Key_F6)
    place = typist.row().text(FR).index("4 euros")
    typist.window.rows.go_to(typist.row().address(FR, 0, place, place + 1))
    typist.type("5")
    typist.press(Key.Key_Return, Mod.ControlModifier)
    assert typist.states().count(PairState.CONFIRMED) == 6
    typist.bot.waitUntil(typist.window.rows.stale.isHidden)

    # What was changed by mistake is taken back by one.
    typist.start_at(1, FR)
    typist.type("X")
    typist.press(Key.Key_Backspace, Mod.ControlModifier | Mod.ShiftModifier)
    assert typist.states().count(PairState.CONFIRMED) == 6
    assert typist.keys <= 18


def test_pairs_made_by_number_are_put_right_by_keys(typist):
    left, right = ENGLISH.strip().split("\n\n"), FRENCH.strip().split("\n\n")
    rows = [
        Row(f"r{n}", Bilingual(*((Passage(text),) if text else () for text in pair)))
        for n, pair in enumerate(zip_longest(left, right, fillvalue=""), 1)
    ]
    typist.window._parts.session.open(Communique(tuple(rows), counter=len(rows)), None, is_saved=False)
    right_pairs = [
        "Lake a|L’Offi",
        "Morvel|Morvel",
        "The li|",
        "“This |« C’es",
        "The tw|Les de",
        "Ticket|Le bil",
        "|La rés",
    ]
    # By hand: the French of the third row goes one down with all that follows; what it pushed is joined and closed up.
    typist.start_at(2, FR)
    typist.press(Key.Key_Down, Mod.AltModifier | Mod.ShiftModifier)
    assert typist.row().text(FR).startswith("« C’est"), "the caret goes along"
    typist.start_at(5, FR)
    typist.press(Key.Key_Up, Mod.AltModifier | Mod.ShiftModifier)
    typist.start_at(6, FR)
    typist.press(Key.Key_Up, Mod.AltModifier | Mod.ShiftModifier)
    typist.start_at(6, FR)
    typist.press(Key.Key_Down, Mod.AltModifier | Mod.ShiftModifier)
    shown = ["|".join(row.text(language)[:6] for language in Language) for row in typist.doc.rows]
    assert shown[:6] == right_pairs[:6]
    for _ in range(4):
        typist.press(Key.Key_Z, Mod.ControlModifier)
    assert typist.doc.rows == tuple(rows), "each of them is one step back"
    # Or by one key, what is confirmed standing firm.
    typist.start_at(0, EN)
    typist.press(Key.Key_Return, Mod.ControlModifier)
    typist.press(Key.Key_A, Mod.AltModifier | Mod.ShiftModifier)
    typist.bot.waitUntil(lambda: typist.doc.rows[1:] != tuple(rows)[1:])
    shown = ["|".join(row.text(language)[:6] for language in Language) for row in typist.doc.rows]
    assert shown[:7] == right_pairs
    assert typist.states()[0] is PairState.CONFIRMED
    typist.press(Key.Key_Z, Mod.ControlModifier)
    assert typist.doc.rows[1:] == tuple(rows)[1:], "aligning again is one step"


@pytest.mark.parametrize("place", [0, -1])
def test_real_texts_that_do_not_match_are_paired_and_settled_in_two_keys_a_row_at_most(typist, shared, tmp_path, place):
    folder = shared / "alignment" / "dev" / "pr-para-edit"
    gold = sorted(folder.glob("*.gold"))[place]
    for language in ("en", "fr"):
        units = gold.with_suffix(f".{language}").read_text(encoding="utf-8").splitlines()
        (tmp_path / f"{language}.txt").write_text("\n\n".join(units) + "\n", encoding="utf-8")
    bring_in(typist, tmp_path / "en.txt", tmp_path / "fr.txt")
    lonely = typist.states().count(PairState.UNTRANSLATED)
    typist.start_at(0, EN)
    for _ in range(lonely):
        typist.press(Key.Key_J, Mod.AltModifier | Mod.ShiftModifier)
        while typist.row().state is not PairState.UNTRANSLATED:
            typist.press(Key.Key_J, Mod.AltModifier | Mod.ShiftModifier)
        typist.press(Key.Key_O, Mod.AltModifier | Mod.ShiftModifier)
    typist.start_at(0, EN)
    for _ in range(typist.states().count(PairState.DRAFT)):
        typist.press(Key.Key_Return, Mod.ControlModifier)
    assert set(typist.states()) <= {PairState.CONFIRMED, PairState.ONE_LANGUAGE}
    assert typist.keys <= 1 + 2 * len(typist.doc.rows)


@pytest.mark.parametrize("language", Language)
def test_one_word_changed_in_a_confirmed_release_makes_one_pair_stale_and_shows_it(typist, language):
    pairs = [(f"Line {n} costs {n} euros.", f"La ligne {n} coûte {n} euros.") for n in range(60)]
    rows = tuple(Row(f"r{n}", Bilingual((Passage(en),), (Passage(fr),))) for n, (en, fr) in enumerate(pairs))
    doc = confirm(tuple(row.id for row in rows), "Ada", NOON).apply(Communique(rows, counter=60))
    typist.window._parts.session.open(doc, None, is_saved=False)
    typist.start_at(30, language)
    typist.type("x")
    stale = [row.id for row in typist.doc.rows if row.state is PairState.STALE]
    assert stale == ["r30"]
    assert typist.row().changed_sides == (language,)
    typist.bot.waitUntil(typist.window.rows.stale.isVisible)
    told = {piece.fate.value for piece in typist.window.rows.stale.pieces[language]}
    assert {"gone", "new"} <= told
    assert typist.window.rows.stale.pieces[language.other] == ()
    typist.press(Key.Key_Backspace, Mod.ControlModifier | Mod.ShiftModifier)
    assert typist.states() == [PairState.CONFIRMED] * 60
