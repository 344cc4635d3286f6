"""Spelling in the whole window: words of the house, words left as they are, variants."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from editor.edits.rows import join
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row, RowKind
from editor.text.spelling import Spelling

EN, FR = Language.EN, Language.FR
DOC = Communique(
    (
        Row("r1", Bilingual((Passage("We recieve the colour."),), (Passage("Un mot."),))),
        Row("r2", Bilingual((Passage("They recieve it too."),), ())),
    ),
    counter=2,
)


@pytest.fixture
def window(signed_window, qtbot, tmp_path, monkeypatch):
    speller = Spelling(Bilingual("en-GB", "fr-FR"))
    speller.load()
    if speller.complaint is not None:
        pytest.skip(speller.complaint.english())
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    signed_window._parts.session.open(DOC, None, is_saved=True)
    qtbot.waitUntil(lambda: is_marked(signed_window, "r1") and is_marked(signed_window, "r2"), timeout=20_000)
    return signed_window


def is_marked(window, row_id, place=5):
    return window.rows.pages[EN].sheet.misspelt_at((row_id, 0), place) is not None


def choose(window, words):
    """Open the menu of the misspelt word in the first row and choose an entry."""
    window.rows.pages[EN].menu_wished.emit(QPoint(5, 5), DOC.rows[0].address(EN, 0, 5, 5))
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if words in action.text()).trigger()
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
class TestWords:
    def test_a_word_kept_for_the_house_is_right_everywhere_and_in_the_next_release(self, window, qtbot, tmp_path):
        choose(window, "in every release of the house")
        qtbot.waitUntil(lambda: not is_marked(window, "r1") and not is_marked(window, "r2"))
        assert window._parts.session.doc == DOC
        (kept,) = (tmp_path / "data").rglob("words/*.txt")
        assert kept.read_text(encoding="utf-8") == "en: recieve\n"

    def test_a_word_left_in_one_row_is_still_wrong_in_another(self, window, qtbot):
        choose(window, "Leave it here")
        qtbot.waitUntil(lambda: not is_marked(window, "r1"))
        assert is_marked(window, "r2")
        window._parts.session.do(join("r1"))
        assert window._parts.session.doc != DOC

    def test_only_the_side_that_was_written_in_is_looked_at_again(self, window, qtbot, type_text, monkeypatch):
        looked = []
        service, misspelt = window._parts.spelling, window._parts.spelling.misspelt
        monkeypatch.setattr(service, "misspelt", lambda *asked: looked.append(asked[1:]) or misspelt(*asked))
        window.rows.go_to(DOC.rows[0].address(EN, 0, 0, 0))
        type_text(window.rows.pages[EN], "x")
        qtbot.waitUntil(lambda: bool(looked))
        assert set(looked) == {(EN, "r1")}

    def test_a_broken_list_is_said_and_nothing_is_written_over(self, window, qtbot, tmp_path):
        path = tmp_path / "data" / "communique" / "words" / f"{window._parts.session.profile.name}.txt"
        path.parent.mkdir(parents=True)
        path.write_bytes(b"good\n\xff\n")
        choose(window, "in every release of the house")
        assert "Line 2: it is not written in UTF-8." in window.status.toolTip()
        assert path.read_bytes() == b"good\n\xff\n"


def test_another_variant_is_chosen_from_the_heading_and_followed_at_once(window, qtbot):
    menu = window.rows.headings[EN]._variant.menu()
    menu.aboutToShow.emit()
    american = next((action for action in menu.actions() if action.text() == "English (US)"), None)
    if american is None or not american.isEnabled():
        pytest.skip("no American dictionary is installed here")
    american.trigger()
    assert window._parts.session.doc.release.variants.en == "en-US"
    assert window.rows.headings[EN]._variant.text() == "en-US"
    qtbot.waitUntil(lambda: is_marked(window, "r1", 18), timeout=20_000)
    window._parts.session.undo()
    qtbot.waitUntil(lambda: not is_marked(window, "r1", 18), timeout=20_000)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_slip_in_an_organisation_that_is_recognised_is_still_one(window, qtbot):
    session, sheet = window._parts.session, window.rows.pages[FR].sheet
    text = "La présidente de la Rpublique de Serbie, Mme Ana Brebić, a visité le port lundi."
    headline = Row("r0", Bilingual((), (Passage("Un port est prêt"),)), RowKind.HEADLINE)
    written = Row("r1", Bilingual((), (Passage(text),)))
    session.open(Communique((headline, written), counter=1), None, is_saved=True)
    place = text.index("Rpublique") + 3

    def marked():
        return sheet.misspelt_at(("r1", 0), place) is not None

    qtbot.waitUntil(marked)
    window.actions_["recognise"].trigger()
    (person,) = session.doc.participants
    assert "Rpublique" in person.organisation.fr
    qtbot.waitUntil(lambda: sheet.misspelt_at(("r1", 0), text.index("Brebić") + 2) is None)
    assert marked()
