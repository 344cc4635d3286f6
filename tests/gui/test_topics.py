import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from editor.edits.details import enter
from editor.gui.fields.subject import subject_of
from editor.gui.fields.topics import TopicsField
from editor.gui.panes.topics import TopicCard, TopicsPane
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.release import Release
from editor.newsml.topics import media_topics

POLITICS, FERRIES = "11000000", "20000343"
RETIRED = next(topic for topic in media_topics().values() if topic.retired)


@pytest.fixture
def pane(qtbot, open_session, teller, look):
    session = open_session(Communique(release=Release(topics=(FERRIES,))))
    pane = TopicsPane(session, teller, look)
    pane.session, pane.teller = session, teller
    qtbot.addWidget(pane)
    pane.resize(340, 700)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    return pane


def tree(pane):
    return pane.findChild(TopicsField)


def cards(pane):
    return pane.findChildren(TopicCard)


def shown(pane):
    """Return the names seen in the tree, from the top."""
    view = tree(pane).view
    index, names = view.model().index(0, 0), []
    while index.isValid():
        names.append(index.data())
        index = view.indexBelow(index)
    return names


@pytest.mark.parametrize("query", ["Géographie", "geography", "geographie"])
def test_a_topic_is_found_in_either_language_and_without_accents(qtbot, pane, type_text, query):
    type_text(tree(pane).search, query)
    assert "geography" in shown(pane)
    assert len(shown(pane)) < 20


def test_a_topic_found_stands_below_all_that_is_broader(qtbot, pane):
    qtbot.keyClicks(tree(pane).search, "ballet")
    assert shown(pane) == ["arts, culture, entertainment and media", "arts and entertainment", "dance", "ballet"]


def test_enter_in_the_search_line_takes_the_first_topic_found_and_undo_takes_it_back(qtbot, pane):
    qtbot.keyClicks(tree(pane).search, "ballet")
    qtbot.keyClick(tree(pane).search, Qt.Key.Key_Return)
    assert pane.session.doc.release.topics == (FERRIES, "20000008")
    assert [card.accessibleName() for card in cards(pane)][1] == "ballet · Danse classique"
    pane.session.undo()
    assert pane.session.doc.release.topics == (FERRIES,)


def test_two_ticks_in_a_row_are_two_steps(qtbot, pane):
    for query in ("ballet", "cinema"):
        tree(pane).search.clear()
        qtbot.keyClicks(tree(pane).search, query)
        qtbot.keyClick(tree(pane).search, Qt.Key.Key_Return)
    pane.session.undo()
    assert pane.session.doc.release.topics == (FERRIES, "20000008")


def test_the_tree_is_walked_and_ticked_by_keys_alone(qtbot, pane):
    qtbot.keyClicks(tree(pane).search, "ballet")
    qtbot.keyClick(tree(pane).search, Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert pane.session.doc.release.topics == (FERRIES, "20000007")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert pane.session.doc.release.topics == (FERRIES,)


def test_a_click_on_the_box_ticks_and_the_tree_shows_what_another_did(qtbot, pane):
    qtbot.keyClicks(tree(pane).search, "ballet")
    view = tree(pane).view
    place = tree(pane).tree.index_of("20000008")
    spot = view.visualRect(place)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot.topLeft() + QPoint(9, spot.height() // 2))
    assert "20000008" in pane.session.doc.release.topics
    pane.session.do(enter("topics", "", "UTC"))
    assert place.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    assert cards(pane) == []


def test_a_card_is_taken_away_by_its_button_and_by_the_delete_key(qtbot, pane):
    qtbot.mouseClick(cards(pane)[0].remove, Qt.MouseButton.LeftButton)
    assert pane.session.doc.release.topics == ()
    pane.session.undo()
    (card,) = cards(pane)
    qtbot.waitUntil(card.isVisible)
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert pane.session.doc.release.topics == ()


def test_a_card_shows_its_place_in_the_whole_tree(qtbot, pane):
    qtbot.keyClicks(tree(pane).search, "ballet")
    qtbot.mouseClick(cards(pane)[0], Qt.MouseButton.LeftButton, pos=cards(pane)[0].rect().bottomLeft())
    assert tree(pane).search.text() == ""
    assert tree(pane).view.currentIndex() == tree(pane).tree.index_of(FERRIES)


def test_the_language_of_the_window_comes_first(qtbot, pane):
    qtbot.keyClicks(tree(pane).search, "ballet")
    pane.teller.speak("fr")
    assert shown(pane)[-1] == "Danse classique"
    assert cards(pane)[0].accessibleName().startswith(media_topics()[FERRIES].name.fr)


def test_retired_and_unknown_topics_say_so(qtbot, pane):
    pane.session.do(enter("topics", f"{RETIRED.code}, 99999999", "UTC"))
    retired, unknown = (card.accessibleName() for card in cards(pane))
    assert retired.endswith(f"retired on {RETIRED.retired}")
    assert unknown == "99999999 · not among the topics of this edition"


def test_a_word_that_no_topic_has_is_answered_with_a_sentence(qtbot, pane):
    qtbot.keyClicks(tree(pane).search, "qqqq")
    assert shown(pane) == []
    assert tree(pane)._hint.isVisible()


def test_keywords_are_taken_as_they_are_typed_and_a_comma_may_come_before_its_word(qtbot, pane):
    pane.focus_field("keywords.fr")
    qtbot.keyClicks(QApplication.focusWidget(), "bac, lac d, ")
    assert QApplication.focusWidget().text() == "bac, lac d, "
    assert pane.session.doc.release.keywords.fr == ("bac", "lac d")
    pane.session.do(enter("keywords.fr", "bac", "UTC"))
    assert QApplication.focusWidget().text() == "bac"


def test_urgency_is_chosen_by_keys(qtbot, pane):
    pane.focus_field("urgency")
    choice = QApplication.focusWidget()
    assert (choice.currentText(), pane.session.doc.release.urgency) == ("House: 5, usual", None)
    qtbot.keyClick(choice, Qt.Key.Key_4)
    assert pane.session.doc.release.urgency == 4
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    assert (choice.currentText(), pane.session.doc.release.urgency) == ("House: 5, usual", None)


@pytest.mark.parametrize("name", ["topics", "keywords.en", "urgency"])
def test_a_finding_about_a_field_of_the_topics_leads_to_their_tab(signed_window, name):
    details = signed_window.details
    details.go_to(Address(Part.RELEASE, field=name))
    assert details.topics.isVisible()
    assert subject_of(QApplication.focusWidget()) == Address(Part.RELEASE, field=name)
