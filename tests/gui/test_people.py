import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from editor.edits.details import enter, set_speaker
from editor.gui.fields.person import PersonCard
from editor.gui.panes.people import PeoplePane
from editor.gui.panes.quotes import QuoteCard, QuotesPane
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Confidence, Gender, Participant, Quote
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
    qtbot.keyClicks(line, "Atlantis")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session.doc.participants[0].country == ""
    assert "two letters" in people.cards["p1"]._country_frame.hint.text()


def test_a_quote_shows_its_words_in_both_languages_and_what_is_missing(quotes):
    said = {card.accessibleName(): card.accessibleDescription() for card in quotes.findChildren(QuoteCard)}
    assert said["Ada Lovell: We agree"] == "In both languages"
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


def button(parent, title):
    return next(each for each in parent.findChildren(QPushButton) if each.text() == title and each.isVisibleTo(parent))


def line_of(card, name):
    return next(line for line in card.findChildren(QLineEdit) if line.accessibleName() == name)


def test_a_function_chosen_in_one_language_proposes_the_other_and_asks_for_the_gender_once(
    qtbot, people, session, type_text
):
    people.focus_field("p2", "function.en")
    card = people.cards["p2"]
    type_text(line_of(card, "Function, English"), "President of Serbia")
    assert "Mr or Ms?" in card._asked.text()
    qtbot.mouseClick(button(card, "Write “présidente de la Serbie”"), Qt.MouseButton.LeftButton)
    person = session.doc.participants[1]
    assert person.functions == (Bilingual("President of Serbia", "présidente de la Serbie"),)
    assert person.gender is Gender.FEMININE
    assert card._asked.text() == ""
    assert card._first.text() == "Bo Karr, President of Serbia · Bo Karr, présidente de la Serbie"
    assert card._later.text() == "Ms Karr · Mme\u00a0Karr"
    session.undo()
    assert session.doc.participants[1].gender is None


def test_no_offer_makes_a_card_wider_than_its_pane(people, session):
    session.do(enter("person.2.function.fr", "secrétaire général délégué de l’OTAN", "UTC"))
    session.do(enter("person.2.name.en", "Bo Karr-Lindqvist of the Northern Isles and of Lower Marvia", "UTC"))
    people.resize(300, 500)
    people.focus_field("p2", "function.en")
    QApplication.processEvents()
    assert people.widget().width() <= people.viewport().width()
    offer = button(people.cards["p2"], "Write “Deputy Secretary General of NATO”")
    assert offer.toolTip() == offer.text()


def test_two_cards_of_one_person_are_made_one_from_either(qtbot, people, session):
    session.do(set_speaker(session.doc.quotes[0].id, "p2"))
    people.focus_field("p1", "name.en")
    qtbot.mouseClick(button(people.cards["p1"], "Same person as…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(people.chooser.isVisible)
    qtbot.keyClick(people.chooser.line, Qt.Key.Key_Return)
    assert [person.id for person in session.doc.participants] == ["p1"]
    assert session.doc.quotes[0].speaker == "p1"
    session.undo()
    assert [person.id for person in session.doc.participants] == ["p1", "p2"]


def test_a_gender_said_later_proposes_the_function_that_agrees(qtbot, people, session, type_text):
    people.focus_field("p2", "function.fr")
    card = people.cards["p2"]
    type_text(line_of(card, "Function, French"), "directeur général")
    qtbot.mouseClick(button(card, "Write “Director-General”"), Qt.MouseButton.LeftButton)
    card._gender.setFocus()
    qtbot.keyClick(card._gender, Qt.Key.Key_End)
    card._gender.activated.emit(card._gender.currentIndex())
    qtbot.mouseClick(button(card, "Write “directrice générale”"), Qt.MouseButton.LeftButton)
    assert session.doc.participants[1].function == Bilingual("Director-General", "directrice générale")


def test_a_country_is_entered_by_its_name_and_told_with_article_and_preposition(qtbot, people, session):
    people.focus_field("p1", "country")
    card = people.cards["p1"]
    qtbot.keyClicks(line_of(card, "Country"), "kosovo")
    qtbot.keyClick(line_of(card, "Country"), Qt.Key.Key_Return)
    assert session.doc.participants[0].country == "XK"
    assert card._country_frame.hint.text() == "le Kosovo · au Kosovo · du Kosovo"


def test_a_country_is_found_by_a_part_of_its_name_without_accents(qtbot, people, session):
    people.focus_field("p1", "country")
    line = line_of(people.cards["p1"], "Country")
    qtbot.keyClicks(line, "turkiye")
    popup = line.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert session.doc.participants[0].country == "TR"


def test_other_names_are_a_list(people, session, type_text):
    people.focus_field("p1", "aliases")
    type_text(line_of(people.cards["p1"], "Other names"), "the Minister, Lovell")
    assert session.doc.participants[0].aliases == ("the Minister", "Lovell")


def rename(people, act):
    def look():
        dialog = QApplication.activeModalWidget()
        act(dialog)

    QTimer.singleShot(0, look)
    return look


def test_renaming_shows_the_places_and_mends_those_left_ticked_in_one_step(qtbot, people, session, type_text):
    before = session.doc
    people.focus_field("p1", "name.en")
    seen = []

    def act(dialog):
        dialog.names.en.selectAll()
        dialog.names.en.setFocus()
        type_text(dialog.names.en, "Ada Lowell")
        dialog.names.fr.selectAll()
        type_text(dialog.names.fr, "Ada Lowell")
        seen.extend(dialog.places.item(row).text() for row in range(dialog.places.count()))
        dialog.places.setFocus()
        dialog.places.setCurrentRow(1)
        qtbot.keyClick(dialog.places, Qt.Key.Key_Space)
        qtbot.mouseClick(button(dialog, "Rename in 1 place"), Qt.MouseButton.LeftButton)

    rename(people, act)
    qtbot.mouseClick(button(people.cards["p1"], "Rename…"), Qt.MouseButton.LeftButton)
    assert seen == [
        "EN, row 1: “We agree,” said [Ada Lovell → Ada Lowell].",
        "FR, row 1: «\u00a0Oui\u00a0», a dit [Ada Lovell → Ada Lowell].",
    ]
    assert session.doc.rows[0].text(Language.EN) == "“We agree,” said Ada Lowell."
    assert session.doc.rows[0].text(Language.FR) == "«\u00a0Oui\u00a0», a dit Ada Lovell."
    assert session.doc.participants[0].name == Bilingual("Ada Lowell", "Ada Lowell")
    assert [each.words for each in session.doc.stretches(MarkKind.PERSON, "p1")] == ["Ada Lowell"]
    session.undo()
    assert session.doc == before


def test_a_name_changed_on_the_card_says_that_the_texts_say_it_otherwise(qtbot, people, session, type_text):
    people.focus_field("p1", "name.en")
    card = people.cards["p1"]
    for name in ("Name, English", "Name, French"):
        line_of(card, name).setFocus()
        line_of(card, name).selectAll()
        type_text(line_of(card, name), "Ada Lowell")
    rename(people, lambda dialog: dialog.accept())
    qtbot.mouseClick(button(card, "The texts say “Ada Lovell”: mend it…"), Qt.MouseButton.LeftButton)
    assert session.doc.rows[0].text(Language.EN) == "“We agree,” said Ada Lowell."
    assert session.doc.rows[0].text(Language.FR) == "«\u00a0Oui\u00a0», a dit Ada Lowell."
    qtbot.waitUntil(lambda: not card._otherwise.isVisible())
