import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from editor.gui.panes.people import PeoplePane, PersonCard
from editor.gui.panes.quotes import QuoteCard, QuotesPane
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Confidence, Participant, Quote
from editor.model.rows import Row


def doc():
    english = (
        Passage(
            "“We agree,” said Ada Lovell.", (Mark(1, 10, MarkKind.QUOTE, "q1"), Mark(17, 27, MarkKind.PERSON, "p1"))
        ),
    )
    french = (Passage("«\u00a0Oui\u00a0», a dit Ada Lovell.", (Mark(2, 5, MarkKind.QUOTE, "q1"),)),)
    return Communique(
        (Row("r1", Bilingual(english, french)),),
        (
            Participant("p1", Bilingual("Ada Lovell", "Ada Lovell"), (Bilingual("Minister", "ministre"),)),
            Participant("p2", Bilingual("Bo Karr", "Bo Karr")),
        ),
        (Quote("q1", "p1"), Quote("q2", confidence=Confidence.GUESS)),
    )


@pytest.fixture
def session(open_session):
    return open_session(doc())


@pytest.fixture
def people(qtbot, session, teller, look):
    pane = PeoplePane(session, teller, look)
    qtbot.addWidget(pane)
    pane.resize(330, 700)
    pane.show()
    return pane


@pytest.fixture
def quotes(qtbot, session, teller, look):
    pane = QuotesPane(session, teller, look)
    qtbot.addWidget(pane)
    pane.resize(330, 700)
    pane.show()
    return pane


def test_a_card_opens_by_a_click_and_goes_to_the_name_in_the_text(qtbot, people, session):
    wished = []
    session.caret_wished.connect(wished.append)
    card = next(card for card in people.findChildren(PersonCard) if card.accessibleName() == "Ada Lovell")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert card.is_open
    assert [(place.start, place.end) for place in wished] == [(17, 27)]


def test_a_function_is_entered_in_french_by_keys_and_undone(qtbot, people, session, type_text):
    card = next(card for card in people.findChildren(PersonCard) if card.accessibleName() == "Bo Karr")
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    line = next(line for line in card.findChildren(QLineEdit) if line.accessibleName() == "Function, French")
    line.setFocus()
    type_text(line, "préfet")
    assert session.doc.participants[1].function == Bilingual("", "préfet")
    session.undo()
    assert session.doc.participants[1].functions == ()


def test_a_person_is_added_and_removed(qtbot, people, session):
    add = next(button for button in people.findChildren(QPushButton) if button.text() == "Add a person")
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    assert len(session.doc.participants) == 3
    new = people.cards[session.doc.participants[-1].id]
    remove = next(button for button in new.findChildren(QPushButton) if button.text() == "Remove")
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert [person.id for person in session.doc.participants] == ["p1", "p2"]


def test_a_country_that_is_none_is_refused_beside_the_field(qtbot, people, session):
    people.focus_field("p1", "country")
    line = next(line for line in people.cards["p1"].findChildren(QLineEdit) if line.accessibleName() == "Country")
    qtbot.keyClicks(line, "Belgium")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session.doc.participants[0].country == ""
    assert "two letters" in people.cards["p1"]._country_frame.hint.text()


def test_a_quote_shows_its_words_in_both_languages_and_what_is_missing(quotes):
    said = {card.accessibleName(): card.accessibleDescription() for card in quotes.findChildren(QuoteCard)}
    assert said["Ada Lovell: We agree,"] == "In both languages"
    assert any(state == "No English words yet" for state in said.values())


def test_the_speaker_of_a_quote_is_chosen_by_keys(qtbot, quotes, session):
    quotes.focus_field("q2")
    chosen = quotes.cards["q2"].speaker
    qtbot.keyClick(chosen, Qt.Key.Key_End)
    qtbot.keyClick(chosen, Qt.Key.Key_Return)
    chosen.activated.emit(chosen.currentIndex())
    assert session.doc.quote("q2").speaker == "p2"
    assert session.doc.quote("q2").confidence is Confidence.CERTAIN


def test_a_quote_s_card_goes_to_its_words(qtbot, quotes, session):
    wished = []
    session.caret_wished.connect(wished.append)
    card = quotes.cards["q1"]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert [(place.start, place.end) for place in wished] == [(1, 10)]


def test_an_empty_pane_says_how_people_come_here(qtbot, open_session, teller, look):
    pane = PeoplePane(open_session(), teller, look)
    qtbot.addWidget(pane)
    pane.show()
    assert pane.empty.isVisible()
