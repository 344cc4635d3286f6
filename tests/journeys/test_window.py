"""A whole story in the window, by keys and clicks: two texts come in, are mended and completed, and go out as XML."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton
from windows import answer_next

from editor.assets import resource
from editor.formats.native import read as read_native
from editor.gui.dialogs.arriving import ImportDialog
from editor.gui.dialogs.preview import PreviewDialog
from editor.gui.dialogs.publishing import PublishDialog
from editor.gui.fields.line import ChoiceField
from editor.gui.panes.problem_lines import ProblemsView
from editor.model.language import Language
from editor.model.release import Action, Status
from editor.model.rows import PairState, RowKind
from editor.newsml.validate import validate

DATA = Path(__file__).parent / "data"
MISSING = (
    "“NATO has worked for peace and stability in the Western Balkans for decades, and we will go on doing so,” the "
    "NATO Secretary General noted. “KFOR creates a safe and secure environment for all communities in Kosovo,” he "
    "stressed."
)
CAPTION = "Jens Stoltenberg, secrétaire général de l’OTAN, et Aleksandar Vučić, président de la République de Serbie"


class Hand:
    """Somebody at the keyboard: types, presses, clicks, and answers the dialogs that come up."""

    def __init__(self, window, qtbot):
        self.window = window
        self.bot = qtbot

    @property
    def doc(self):
        return self.window._parts.session.doc

    def type(self, text):
        for character in text:
            target = QApplication.focusWidget()
            assert target is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self.bot.keyClick(QApplication.focusWidget(), key, modifiers)

    def command(self, name):
        self.window.actions_[name].trigger()

    def page(self, language):
        return self.window.rows.pages[language]

    def go(self, row, language, start=0, end=0):
        self.window.rows.go_to(self.doc.rows[row].address(language, 0, start, end))

    def fill(self, name, text, pane):
        line = next(each for each in pane.findChildren(QLineEdit) if each.accessibleName() == name)
        line.setFocus()
        line.selectAll()
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def in_dialog(self, kind, begin, act):
        """Begin what opens a dialog, and act in it."""
        answered = []

        def look():
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                answered.append(act(dialog))
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(0, look)
        begin()
        assert answered, "the dialog never came up"
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow)
        return answered[0]

    def findings(self):
        """Return the rules that speak of the present value."""
        checking = self.window._parts.checking
        with self.bot.waitSignal(checking.found, timeout=20_000):
            checking.run_soon()
        return [finding.rule for finding in checking.findings]


@pytest.fixture
def hand(signed_window, qtbot):
    return Hand(signed_window, qtbot)


def bring_in(hand, english, french):
    def act(dialog):
        dialog.sides[Language.EN].take_file(english)
        dialog.sides[Language.FR].take_file(french)
        dialog.read()
        told = [dialog.findChild(QListWidget).item(n).text() for n in range(dialog.findChild(QListWidget).count())]
        accept = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Import")
        hand.bot.mouseClick(accept, Qt.MouseButton.LeftButton)
        return told

    return hand.in_dialog(ImportDialog, lambda: hand.command("import"), act)


def try_to_publish(hand, action=None, notes=()):
    """Return what the publish dialog lists, and whether it would publish."""

    def act(dialog):
        if action is not None:
            kind = next(each for each in dialog.findChildren(ChoiceField) if each.accessibleName() == "What it does")
            kind.setCurrentIndex(kind.findData(action.value))
            kind.activated.emit(kind.currentIndex())
        for name, note in notes:
            line = next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)
            line.setFocus()
            hand.bot.keyClicks(line, note)
        listed = [dialog.findChild(QListWidget).item(n).text() for n in range(dialog.findChild(QListWidget).count())]
        button = next(each for each in dialog.findChildren(QPushButton) if each.property("primary"))
        ready = button.isEnabled()
        if ready:
            hand.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            dialog.reject()
        return listed, ready

    return hand.in_dialog(PublishDialog, lambda: hand.command("publish"), act)


@pytest.mark.display
def test_a_release_comes_in_is_completed_and_goes_out(hand, shared, tmp_path):
    told = bring_in(hand, DATA / "seed-en-gap.txt", shared / "communiques" / "nato-seed-fr.txt")
    assert any("17 May 2021" in line for line in told)
    assert any("18 May 2021, 13:52" in line for line in told)
    doc = hand.doc
    assert [person.name.fr for person in doc.participants] == ["Jens Stoltenberg", "Aleksandar Vučić"]
    assert len(doc.quotes) == 7
    assert [row.state for row in doc.rows].count(PairState.UNTRANSLATED) == 1
    assert "\u00a0" in doc.rows[3].text(Language.FR)

    complete(hand)
    publish(hand, tmp_path, shared / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd")


def complete(hand):
    """Mend, type, undo and fill as somebody does who has ten minutes."""
    hand.go(0, Language.EN, 0, 0)
    hand.type("NATO ")
    assert hand.doc.headline.en.text.startswith("NATO Secretary General reaffirms")

    lonely = next(index for index, row in enumerate(hand.doc.rows) if row.state is PairState.UNTRANSLATED)
    hand.go(lonely, Language.EN)
    hand.type(MISSING)
    assert hand.doc.rows[lonely].text(Language.EN) == MISSING
    hand.command("recognise")
    quotes = hand.doc.wordings()
    assert len(hand.doc.quotes) == 7
    assert all(words.en and words.fr for words in quotes.values())

    vucic = hand.doc.participants[1]
    hand.window.details.people.focus_field(vucic.id, "function.en")
    line = QApplication.focusWidget()
    line.selectAll()
    hand.type("President of the Republic of Serbia")
    assert hand.doc.participants[1].function.en == "President of the Republic of Serbia"

    before = hand.doc
    hand.go(lonely, Language.FR, 0, 0)
    hand.type("X")
    hand.go(lonely, Language.EN, 0, 0)
    hand.type("Y")
    hand.fill("Reference", "2021-078", hand.window.details.release)
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hand.doc.release.reference == ""
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    is_as_before = hand.doc == before
    assert is_as_before

    caption = next(index for index, row in enumerate(hand.doc.rows) if row.kind is RowKind.CAPTION)
    hand.go(caption, Language.FR, 0, len(hand.doc.rows[caption].text(Language.FR)))
    hand.type(CAPTION)
    assert hand.doc.rows[caption].text(Language.FR) == CAPTION


def publish(hand, tmp_path, xsd):
    """Be refused, mend what stands in the way, and publish."""
    assert "F02" in hand.findings()
    pane = hand.window.problems
    row = next(index for index, group in enumerate(pane.groups) if group.rule == "F02")
    view = pane.findChild(ProblemsView)
    view.scrollTo(pane._lines.index(row))
    place = view.visualRect(pane._lines.index(row)).topRight() + QPoint(-30, 10)
    answer_next(PreviewDialog, lambda dialog: hand.bot.keyClick(dialog, Qt.Key.Key_Return))
    hand.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "F02" not in hand.findings()

    listed, ready = try_to_publish(hand)
    assert not ready
    assert any("reference" in line.lower() for line in listed)
    hand.fill("Reference", "2021-078", hand.window.details.release)
    hand.fill("Place, English", "Brussels", hand.window.details.release)
    hand.fill("Place, French", "Bruxelles", hand.window.details.release)
    assert hand.window.documents._save_to(tmp_path / "release.communique")
    listed, ready = try_to_publish(hand)
    assert ready, listed

    assert hand.doc.release.status is Status.PUBLISHED
    (published,) = tmp_path.glob("*.xml")
    faults = validate(published.read_bytes(), xsd=xsd, ours=True)
    assert [fault for fault in faults if fault.is_error] == []
    path = tmp_path / "release.communique"
    is_saved_whole = read_native(path.read_bytes(), path) == hand.doc
    assert is_saved_whole


NOTES = (("Editor’s note, English", "A fare was wrong."), ("Editor’s note, French", "Un tarif etait faux."))


@pytest.mark.display
def test_a_published_release_is_corrected_and_cancelled(hand, tmp_path):
    path = tmp_path / "ferry.communique"
    shutil.copy(resource("examples/lake-ferry.communique"), path)
    hand.window.documents.open(path)
    assert try_to_publish(hand)[1]
    listed, ready = try_to_publish(hand, Action.CORRECTION)
    assert not ready
    assert sum("note" in line for line in listed) == 2
    listed, ready = try_to_publish(hand, Action.CORRECTION, NOTES)
    assert ready, listed
    assert any("version 2" in line and "correction" in line for line in listed)
    assert hand.doc.release.publications[-1].note.en == "A fare was wrong."
    assert hand.doc == read_native(path.read_bytes(), path)
    listed, ready = try_to_publish(hand, Action.CANCEL, NOTES)
    assert ready, listed
    assert hand.doc.release.status is Status.CANCELED
    for published in tmp_path.glob("*.xml"):
        assert not [fault for fault in validate(published.read_bytes(), ours=True) if fault.is_error]
    assert len(list(tmp_path.glob("*.xml"))) == 3


@pytest.mark.display
def test_the_example_is_changed_and_published(hand, tmp_path):
    path = tmp_path / "ferry.communique"
    shutil.copy(resource("examples/lake-ferry.communique"), path)
    hand.window.documents.open(path)
    hand.go(1, Language.FR, 0, 0)
    hand.type("é œ\u202f")
    assert hand.doc.rows[1].text(Language.FR).startswith("é œ\u202f")
    assert hand.doc.rows[1].state is PairState.STALE
    assert "X37" in hand.findings()
    listed, ready = try_to_publish(hand)
    assert not ready
    hand.command("undo")
    assert hand.doc.rows[1].state is PairState.CONFIRMED
    listed, ready = try_to_publish(hand)
    assert ready, listed
    (published,) = tmp_path.glob("*.xml")
    assert not [fault for fault in validate(published.read_bytes(), ours=True) if fault.is_error]
