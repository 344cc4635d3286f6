"""Names completed while writing, by real keys on the pages."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from editor.gui.background.spelling import SpellingService
from editor.gui.completing import Completing
from editor.gui.panes.rows import RowsPane
from editor.model.communique import Communique
from editor.model.directory import Directory, Organisation
from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind, Passage
from editor.model.people import Gender, Participant
from editor.model.rows import Row, RowKind

EN, FR = Language.EN, Language.FR
KEY = Qt.Key

LYKKE = Participant(
    "p1",
    Bilingual("Jens Lykke", "Jens Lykke"),
    (Bilingual("Secretary General", "secrétaire général"),),
    gender=Gender.MASCULINE,
)
LOVELL = Participant("p2", Bilingual("Ada Lovell", "Ada Lovell"))
VUKIC = Participant(
    "",
    Bilingual("Ana Vukić", "Ana Vukić"),
    (Bilingual("Minister of Health", "ministre de la Santé"),),
    gender=Gender.FEMININE,
)

BOARD = Organisation("", Bilingual("Lake Protection Board", "Conseil de protection du lac"), Bilingual("LPB", "CPL"))


def side(text):
    return (Passage(text),) if text else ()


def doc(*rows):
    return Communique(
        tuple(Row(f"r{n}", Bilingual(side(en), side(fr)), kind) for n, (en, fr, kind) in enumerate(rows, 1)),
        (LYKKE, LOVELL),
        counter=9,
    )


@pytest.fixture
def desk(qtbot, open_session, teller, look):
    """Return a function that opens rows and puts the caret at the end of one of them."""
    made = []

    def open_(*rows, at=0, language=EN):
        session = open_session(doc(*(rows or (("", "", RowKind.PARAGRAPH),))))
        spelling = SpellingService(session)
        pane = RowsPane(session, look, spelling, teller)
        pane.session, pane.spelling = session, spelling
        pane.completing = Completing(session, pane.pages, lambda: Directory((VUKIC, BOARD)), teller, look)
        qtbot.addWidget(pane)
        pane.resize(900, 500)
        pane.show()
        pane.activateWindow()
        qtbot.waitUntil(pane.isActiveWindow)
        row = session.doc.rows[at]
        end = len(row.text(language))
        pane.go_to(row.address(language, 0, end, end))
        made.append(spelling)
        return pane

    yield open_
    for spelling in made:
        spelling.stop()


def text(pane, row=0, language=EN):
    return pane.session.doc.rows[row].text(language)


def marks(pane, row=0, language=EN):
    (passage,) = pane.session.doc.rows[row][language]
    return [(passage.words_of(mark), mark.target) for mark in passage.stretches(MarkKind.PERSON)]


def offered(pane):
    shown = pane.completing.list
    return [shown.item(row).text() for row in range(shown.count())] if shown.isVisible() else []


@pytest.mark.parametrize("keys", ["@j", "Je", "@l", "Ly"])
def test_a_participant_is_written_in_three_keys(qtbot, desk, type_text, keys):
    pane = desk()
    type_text(pane.pages[EN], keys)
    qtbot.keyClick(pane.pages[EN], KEY.Key_Tab)
    assert text(pane) == "Secretary General Jens Lykke"
    assert marks(pane) == [("Jens Lykke", "p1")]


@pytest.mark.parametrize(
    ("language", "both"),
    [
        (EN, "Secretary General Jens Lykke … Mr Lykke"),
        (FR, "Jens Lykke, secrétaire général … M.\u00a0Lykke"),
    ],
)
def test_the_first_mention_is_in_full_and_the_next_by_title_and_family_name(qtbot, desk, type_text, language, both):
    pane = desk(("", "", RowKind.PARAGRAPH), language=language)
    page = pane.pages[language]
    type_text(page, "@j")
    qtbot.keyClick(page, KEY.Key_Tab)
    type_text(page, " … @j")
    qtbot.keyClick(page, KEY.Key_Return)
    assert text(pane, language=language) == both
    assert marks(pane, language=language) == [("Jens Lykke", "p1"), ("Lykke", "p1")]


def test_a_headline_names_people_by_their_names_and_leaves_the_first_mention_to_the_text(qtbot, desk, type_text):
    pane = desk(("Lake talks: ", "", RowKind.HEADLINE), ("", "", RowKind.PARAGRAPH))
    type_text(pane.pages[EN], "@j")
    qtbot.keyClick(pane.pages[EN], KEY.Key_Tab)
    assert text(pane) == "Lake talks: Jens Lykke"
    pane.go_to(pane.session.doc.rows[1].address(EN, 0, 0, 0))
    type_text(pane.pages[EN], "@j")
    qtbot.keyClick(pane.pages[EN], KEY.Key_Tab)
    assert text(pane, 1) == "Secretary General Jens Lykke"


def test_what_is_written_before_the_name_is_not_written_twice(qtbot, desk, type_text):
    pane = desk(
        ("Jens Lykke arrived. Then Mr ", "Puis le secrétaire général, ", RowKind.PARAGRAPH),
    )
    type_text(pane.pages[EN], "Ly")
    qtbot.keyClick(pane.pages[EN], KEY.Key_Tab)
    assert text(pane) == "Jens Lykke arrived. Then Mr Lykke"
    pane.go_to(pane.session.doc.rows[0].address(FR, 0, 28, 28))
    type_text(pane.pages[FR], "Je")
    qtbot.keyClick(pane.pages[FR], KEY.Key_Tab)
    assert text(pane, language=FR) == "Puis le secrétaire général, Jens Lykke"


def test_somebody_of_the_directory_is_given_a_card_in_the_same_step(qtbot, desk, type_text):
    pane = desk()
    type_text(pane.pages[EN], "@vuk")
    qtbot.keyClick(pane.pages[EN], KEY.Key_Tab)
    assert text(pane) == "Ana Vukić, Minister of Health"
    new = pane.session.doc.participants[-1]
    assert (new.name.en, marks(pane)) == ("Ana Vukić", [("Ana Vukić", new.id)])
    pane.session.undo()
    assert len(pane.session.doc.participants) == 2
    assert text(pane) == "@vuk"


def test_without_title_or_gender_nobody_is_addressed_by_a_guess(qtbot, desk, type_text):
    pane = desk(("Ada Lovell spoke. ", "", RowKind.PARAGRAPH))
    type_text(pane.pages[EN], "@a")
    qtbot.keyClick(pane.pages[EN], KEY.Key_Tab)
    assert text(pane) == "Ada Lovell spoke. Ada Lovell"


def test_arrow_keys_choose_another_name_or_another_form(qtbot, desk, type_text):
    pane = desk()
    page = pane.pages[EN]
    type_text(page, "@")
    assert offered_soon(qtbot, pane) == ["Secretary General Jens Lykke", "Ada Lovell", "Ana Vukić, Minister of Health"]
    qtbot.keyClick(page, KEY.Key_Down)
    qtbot.keyClick(page, KEY.Key_Tab)
    assert text(pane) == "Ada Lovell"
    type_text(page, " @jens")
    assert offered_soon(qtbot, pane) == ["Secretary General Jens Lykke", "Mr Lykke", "Jens Lykke"]
    qtbot.keyClick(page, KEY.Key_Up)
    qtbot.keyClick(page, KEY.Key_Tab)
    assert text(pane) == "Ada Lovell Jens Lykke"


def offered_soon(qtbot, pane):
    qtbot.waitUntil(lambda: bool(offered(pane)))
    return offered(pane)


def test_escape_sends_the_list_away_until_another_word_is_begun(qtbot, desk, type_text):
    pane = desk()
    page = pane.pages[EN]
    type_text(page, "Je")
    offered_soon(qtbot, pane)
    qtbot.keyClick(page, KEY.Key_Escape)
    type_text(page, "n")
    qtbot.keyClick(page, KEY.Key_Return)
    assert [passage.text for passage in pane.session.doc.rows[0][EN]] + [
        row.text(EN) for row in pane.session.doc.rows[1:]
    ] == ["Jen", ""]
    type_text(page, "Ly")
    assert offered_soon(qtbot, pane)[0] == "Secretary General Jens Lykke"


@pytest.mark.parametrize(
    "words", ["The lake is deep. ", "Jensen said so. ", "mail@lykke.int ", "je ly ", "Jens Lykke "]
)
def test_typing_is_never_taken_away(desk, type_text, words):
    pane = desk()
    type_text(pane.pages[EN], words)
    assert text(pane) == words


def test_a_whole_name_and_a_return_are_a_name_and_a_new_paragraph(qtbot, desk, type_text):
    pane = desk()
    type_text(pane.pages[EN], "We thank Jens Lykke")
    qtbot.keyClick(pane.pages[EN], KEY.Key_Return)
    assert [row.text(EN) for row in pane.session.doc.rows] == ["We thank Jens Lykke", ""]


def test_a_click_takes_an_offer_and_leaves_the_caret_in_the_text(qtbot, desk, type_text):
    pane = desk()
    page = pane.pages[EN]
    type_text(page, "@")
    offered_soon(qtbot, pane)
    shown = pane.completing.list
    place = shown.visualItemRect(shown.item(1)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert text(pane) == "Ada Lovell"
    assert page.hasFocus()


def test_undo_brings_back_what_was_typed_and_offers_nothing(qtbot, desk, type_text):
    pane = desk()
    type_text(pane.pages[EN], "@j")
    qtbot.keyClick(pane.pages[EN], KEY.Key_Tab)
    pane.session.undo()
    assert text(pane) == "@j"
    assert offered(pane) == []
    pane.session.redo()
    assert text(pane) == "Secretary General Jens Lykke"


def test_the_list_stays_inside_the_window(qtbot, desk, type_text):
    pane = desk(*[("A line.", "Une ligne.", RowKind.PARAGRAPH)] * 12, at=11)
    type_text(pane.pages[EN], " @")
    offered_soon(qtbot, pane)
    assert pane.rect().contains(pane.completing.list.geometry())


@pytest.mark.parametrize("keys", ["@lpb", "LP", "Lak"])
def test_an_organisation_of_the_directory_is_written_in_full_first(desk, type_text, keys):
    told = ("Lake Protection Board (LPB)", "Conseil de protection du lac (CPL)")
    for language, words in zip(Language, told, strict=True):
        pane = desk(language=language)
        type_text(pane.pages[language], keys)
        QTest.keyClick(pane.pages[language], KEY.Key_Tab)
        assert text(pane, language=language) == words
    assert len(pane.session.doc.participants) == 2


def test_an_organisation_told_before_is_written_by_its_acronym(qtbot, desk, type_text):
    pane = desk(("The Lake Protection Board (LPB) met.", "", RowKind.PARAGRAPH), ("The ", "", RowKind.PARAGRAPH), at=1)
    type_text(pane.pages[EN], "LP")
    assert offered_soon(qtbot, pane) == ["LPB", "Lake Protection Board", "Lake Protection Board (LPB)"]
    qtbot.keyClick(pane.pages[EN], KEY.Key_Tab)
    assert text(pane, 1) == "The LPB"


def test_an_acronym_of_the_house_is_offered_in_the_form_of_the_language(qtbot, desk, type_text):
    pane = desk(language=FR)
    (pair, *_) = [pair for pair in pane.session.profile.acronyms if pair.en != pair.fr]
    type_text(pane.pages[FR], pair.en)
    assert offered_soon(qtbot, pane) == [pair.fr]


def test_an_acronym_that_stands_there_and_a_return_are_an_acronym_and_a_new_paragraph(qtbot, desk, type_text):
    pane = desk()
    type_text(pane.pages[EN], "We thank the LPB")
    qtbot.keyClick(pane.pages[EN], KEY.Key_Return)
    assert [row.text(EN) for row in pane.session.doc.rows] == ["We thank the LPB", ""]
