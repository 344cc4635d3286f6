"""Quotes as objects in the window, by commands and cards."""

from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QPushButton

from editor.gui.fields.card import Excerpt
from editor.library.directory import DirectoryStore
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Confidence, Gender, Participant, Quote
from editor.model.rows import Row

EN, FR = Language.EN, Language.FR


def passage(*parts):
    text, marks = "", []
    for part in parts:
        words, quote = part if isinstance(part, tuple) else (part, "")
        if quote:
            marks.append(Mark(len(text), len(text) + len(words), MarkKind.QUOTE, quote))
        text += words
    return Passage(text, tuple(marks))


DOC = Communique(
    (
        Row(
            "r1", Bilingual((passage("“", ("We agree,", "q1"), "”"),), (passage("«\u00a0", ("Oui", "q1"), "\u00a0»"),))
        ),
        Row(
            "r2",
            Bilingual(
                (passage("“", ("The lake", "q2"), "” … “", ("is deep", "q3"), "”"),),
                (passage("«\u00a0", ("Le lac est profond", "q4"), "\u00a0»"),),
            ),
        ),
        Row("r3", Bilingual((Passage("“It is time.”"),), (passage("«\u00a0", ("Il est temps", "q5"), "\u00a0»"),))),
    ),
    (Participant("p1", Bilingual("Ada Lovell", "Ada Lovell"), gender=Gender.FEMININE),),
    (Quote("q1", "p1"), Quote("q2", "p1"), Quote("q3"), Quote("q4"), Quote("q5", "p1")),
    counter=9,
)


KARR = Participant("", Bilingual("Bo Karr", "Bo Karr"), (Bilingual("Minister", "ministre"),))
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, own_data, signed_window, tmp_path):
    with closing(DirectoryStore(own_data)) as store:
        store.keep(KARR)
    signed_window._parts.session.open(DOC, tmp_path / "a.communique", is_saved=True)
    return signed_window


@pytest.fixture
def session(window):
    return window._parts.session


def go(window, row, language, start, end=None):
    window.rows.go_to(window._parts.session.doc.rows[row].address(language, 0, start, end or start))


def do(window, name):
    window.actions_[name].trigger()


def choose(qtbot, window, letters):
    chooser = window.quoting.chooser
    qtbot.waitUntil(chooser.isVisible)
    qtbot.keyClicks(chooser.line, letters)
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)


def test_a_quote_is_approved_where_the_caret_is_and_the_card_says_by_whom(qtbot, window, session):
    window.details.turn_to(window.details.quotes)
    go(window, 0, EN, 4)
    do(window, "approve_quote")
    assert session.doc.quote("q1").sign_off.by == "A. Duval, press officer"
    card = window.details.quotes.cards["q1"]
    assert card.accessibleDescription().startswith("Approved by A. Duval, press officer")
    session.undo()
    assert session.doc == DOC


def test_what_was_recognised_is_told_and_that_nothing_was(window, session, type_text):
    go(window, 2, EN, 0)
    type_text(window.rows.pages[EN], "Ada Lovell agreed. ")
    do(window, "recognise")
    assert window.status.currentMessage().startswith("Recognised: 0 more people, ")
    assert "marked in the texts" in window.status.currentMessage()
    do(window, "recognise")
    assert "Nothing is recognised that was not known already." in window.status.currentMessage()


def test_all_quotes_are_approved_in_one_step_but_those_that_lack_a_language(window, session):
    whole = {quote_id for quote_id, words in session.doc.wordings().items() if words.en and words.fr}
    assert 0 < len(whole) < len(session.doc.quotes)
    do(window, "approve_quotes")
    assert {quote.id for quote in session.doc.quotes if quote.sign_off is not None} == whole
    assert f"{len(whole)} quote" in window.status.currentMessage()
    do(window, "approve_quotes")
    assert "waits for approval" in window.status.currentMessage()
    session.undo()
    assert session.doc == DOC


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_on_a_narrow_card_no_button_is_cut(qtbot, window, session, tongue):
    window.teller.speak(tongue)
    go(window, 0, EN, 4)
    do(window, "approve_quote")
    pane = window.details.quotes
    window.details.turn_to(pane)
    window._across.setSizes([2000, 1])
    QApplication.processEvents()
    for card in pane.cards.values():
        for button in card.findChildren(QPushButton):
            if button.isVisible():
                right = button.mapTo(pane.viewport(), button.rect().topRight()).x()
                assert right < pane.viewport().width(), button.text()
                assert button.width() >= button.sizeHint().width()
    window.teller.speak("en")


def test_one_changed_letter_voids_the_approval_and_the_card_offers_it_anew(qtbot, window, session, type_text):
    window.details.turn_to(window.details.quotes)
    go(window, 0, FR, 4)
    do(window, "approve_quote")
    type_text(window.rows.pages[FR], "u")
    card = window.details.quotes.cards["q1"]
    told = "The words have changed since A. Duval, press officer approved them"
    qtbot.waitUntil(lambda: card.accessibleDescription() == told)
    approve = next(each for each in card.findChildren(QPushButton) if each.text() == "Approve")
    qtbot.mouseClick(approve, Qt.MouseButton.LeftButton)
    assert session.doc.quote("q1").sign_off.holds_for(session.doc.wording("q1"))
    back = next(each for each in card.findChildren(QPushButton) if each.text() == "Withdraw")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert session.doc.quote("q1").sign_off is None


@pytest.mark.parametrize("place", [1, 10])
def test_words_slipped_in_before_or_behind_approved_ones_inside_the_marks_void_the_approval(
    window, session, type_text, place
):
    go(window, 0, EN, 4)
    do(window, "approve_quote")
    approved = session.doc.quote("q1").sign_off
    go(window, 0, EN, place)
    type_text(window.rows.pages[EN], " perhaps ")
    assert not approved.holds_for(session.doc.wording("q1"))
    assert "perhaps" in session.doc.wording("q1").en


def test_quotes_cut_differently_become_one_by_joining_and_pairing(qtbot, window, session):
    go(window, 1, EN, 17)
    do(window, "join_quote")
    assert session.doc.wording("q2") == Bilingual("The lake is deep", "")
    do(window, "pair_quote")
    choose(qtbot, window, "lac")
    assert session.doc.wording("q2") == Bilingual("The lake is deep", "Le lac est profond")
    do(window, "split_quote")
    assert [tuple(each) for each in session.doc.wordings().values()][1:3] == [
        ("The lake", "Le lac est profond"),
        ("is deep", ""),
    ]
    session.undo()
    session.undo()
    session.undo()
    assert session.doc == DOC


def test_words_marked_as_a_quote_join_the_one_of_their_row_that_lacks_them(qtbot, window, session):
    go(window, 2, EN, 0, 13)
    do(window, "quote")
    assert session.doc.wording("q5") == Bilingual("It is time.", "Il est temps")


def test_a_quote_found_too_long_is_cut_by_selecting_what_it_is_and_parted_at_the_caret(window, session):
    text = passage("“", ("We agree. He does not. So be it", "q1"), "”")
    french = passage("«\u00a0", ("Nous sommes d’accord. Lui non. Soit", "q1"), "\u00a0»")
    doc = replace(DOC, rows=(Row("r1", Bilingual((text,), (french,))),), quotes=DOC.quotes[:1])
    session.open(doc, session.path, is_saved=True)
    go(window, 0, EN, 1, len("“We agree. He does not."))
    do(window, "quote")
    assert session.doc.wording("q1").en == "We agree. He does not."
    session.undo()
    go(window, 0, EN, len("“We agree. H"))
    do(window, "split_quote")
    assert [tuple(words) for words in session.doc.wordings().values()] == [
        ("We agree.", "Nous sommes d’accord."),
        ("He does not. So be it", "Lui non. Soit"),
    ]
    assert [quote.speaker for quote in session.doc.quotes] == ["p1", "p1"]


def test_words_are_added_to_a_quote_that_is_chosen(qtbot, window, session):
    go(window, 2, EN, 1, 12)
    do(window, "attach_quote")
    choose(qtbot, window, "we agree")
    assert session.doc.wording("q1").en == "We agree, It is time."


def test_who_speaks_is_written_behind_the_quote_and_marked(qtbot, window, session):
    go(window, 0, EN, 4)
    do(window, "attribute")
    choose(qtbot, window, "said Ada Lovell")
    assert session.doc.rows[0].text(EN) == "“We agree,” said Ada Lovell"
    assert [each.words for each in session.doc.stretches(MarkKind.PERSON)] == ["Ada Lovell"]
    go(window, 0, FR, 4)
    do(window, "attribute")
    choose(qtbot, window, "elle excl")
    assert session.doc.rows[0].text(FR) == "«\u00a0Oui\u00a0», s’est-elle exclamée"
    session.undo()
    session.undo()
    assert session.doc == DOC


def test_without_a_speaker_the_command_asks_who_it_is(qtbot, window, session):
    go(window, 1, FR, 5)
    do(window, "attribute")
    choose(qtbot, window, "Ada Lovell")
    assert session.doc.quote("q4").speaker == "p1"


def listed(qtbot, window):
    chooser = window.quoting.chooser
    qtbot.waitUntil(chooser.isVisible)
    return [chooser.list.item(row).text() for row in range(chooser.list.count())]


def test_a_guessed_speaker_is_confirmed_by_the_shortcut_and_enter(qtbot, window, session):
    guessed = replace(DOC.quotes[0], confidence=Confidence.GUESS)
    session.open(replace(DOC, quotes=(guessed, *DOC.quotes[1:])), session.path, is_saved=True)
    go(window, 0, EN, 4)
    qtbot.keyClick(window.rows.pages[EN], Qt.Key.Key_Q, ALT_SHIFT)
    assert listed(qtbot, window) == [
        "Yes: Ada Lovell",
        "Nobody yet",
        "Not a quote",
        "Bo Karr, Minister (from the directory)",
    ]
    choose(qtbot, window, "")
    assert session.doc.quote("q1") == DOC.quotes[0]


def test_another_speaker_is_chosen_without_leaving_the_text_even_from_the_directory(qtbot, window, session):
    go(window, 0, EN, 4)
    do(window, "speaker")
    choose(qtbot, window, "karr")
    said_by = session.doc.participant(session.doc.quote("q1").speaker)
    assert (said_by.name.en, said_by.function.fr) == ("Bo Karr", "ministre")
    session.undo()
    assert session.doc == DOC


def test_words_that_are_no_quote_are_let_go_of_in_both_languages(qtbot, window, session):
    go(window, 0, EN, 4)
    do(window, "speaker")
    choose(qtbot, window, "not a")
    assert session.doc.quote("q1") is None
    assert all(stretch.mark.target != "q1" for stretch in session.doc.stretches(MarkKind.QUOTE))
    session.undo()
    go(window, 0, FR, 4)
    do(window, "not_quote")
    assert session.doc.quote("q1") is None


def test_a_guess_is_said_on_the_card_whatever_is_missing_and_confirmed_there(qtbot, window, session):
    guessed = replace(DOC.quotes[1], confidence=Confidence.GUESS)
    session.open(replace(DOC, quotes=(DOC.quotes[0], guessed, *DOC.quotes[2:])), session.path, is_saved=True)
    window.details.turn_to(window.details.quotes)
    card = window.details.quotes.cards["q2"]
    assert card.accessibleDescription() == "The speaker is a guess"
    confirm = next(each for each in card.findChildren(QPushButton) if each.text() == "Confirm")
    qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    assert session.doc.quote("q2").confidence is Confidence.CERTAIN
    assert card.accessibleDescription() == "No French words yet"
    assert not confirm.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_quote_offers_what_is_done_with_quotes_at_the_place_pointed_at(qtbot, window, session):
    page = window.rows.pages[EN]
    go(window, 2, EN, 2)
    plain = menu_at(window, page, page.cursorRect().center())
    assert "Speaker of this quote…" not in plain
    go(window, 0, EN, 4)
    point = page.cursorRect().center()
    go(window, 2, EN, 2)
    assert "Speaker of this quote…" in menu_at(window, page, point)
    assert window.rows.caret().id == "r1"


def test_no_card_is_the_one_at_the_caret_once_the_caret_has_left_its_words(qtbot, window):
    cards = window.details.quotes.cards

    def at_the_caret():
        return [name for name, card in cards.items() if card.property("current")]

    go(window, 0, EN, 4)
    qtbot.waitUntil(lambda: at_the_caret() == ["q1"])
    go(window, 2, EN, 2)
    qtbot.waitUntil(lambda: at_the_caret() == [])


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_list_of_speakers_opens_below_its_field_with_everybody_in_sight(qtbot, window):
    window.details.turn_to(window.details.quotes)
    field = window.details.quotes.cards["q1"].speaker
    field.showPopup()
    listed = field.view()
    qtbot.waitUntil(listed.isVisible)
    rows = [listed.visualRect(listed.model().index(row, 0)) for row in range(field.count())]
    assert all(listed.viewport().rect().contains(row) for row in rows)
    assert listed.mapToGlobal(listed.rect().topLeft()).y() >= field.mapToGlobal(field.rect().bottomLeft()).y()
    field.hidePopup()


def menu_at(window, page, point):
    where = page.viewport().mapToGlobal(point)
    QApplication.sendEvent(page.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where))
    menu = QApplication.activePopupWidget()
    titles = [action.text() for action in menu.actions()]
    menu.close()
    return titles


@pytest.mark.parametrize(
    "name", ["approve_quote", "join_quote", "split_quote", "pair_quote", "attribute", "speaker", "not_quote"]
)
def test_outside_a_quote_the_commands_say_so_and_do_nothing(window, session, name):
    go(window, 2, EN, 5)
    told = []
    window.quoting.told.connect(lambda sentence: told.append(sentence.english()))
    do(window, name)
    assert told == ["The caret is in no quote."]
    assert session.doc == DOC


def test_the_original_language_is_chosen_on_the_card(qtbot, window, session):
    window.details.turn_to(window.details.quotes)
    field = window.details.quotes.cards["q1"].original
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    field.activated.emit(field.currentIndex())
    assert session.doc.quote("q1").original is FR


def test_the_list_is_walked_by_arrow_keys_and_closed_by_escape(qtbot, window, session):
    go(window, 2, EN, 1, 12)
    do(window, "attach_quote")
    chooser = window.quoting.chooser
    qtbot.waitUntil(chooser.isVisible)
    assert chooser.list.count() == 5
    qtbot.keyClick(chooser.line, Qt.Key.Key_Down)
    assert chooser.list.currentRow() == 1
    qtbot.keyClick(chooser.line, Qt.Key.Key_Escape)
    assert session.doc == DOC


def test_a_card_shows_words_without_the_comma_that_leads_back_into_their_sentence(window, session):
    sides = Bilingual((passage("“", ("We act, and soon,", "q1"), "” she said."),), ())
    session.open(Communique((Row("r1", sides),), (), (Quote("q1"),), counter=1), None, is_saved=True)
    window.details.turn_to(window.details.quotes)
    shown = [each.accessibleName() for each in window.details.quotes.findChildren(Excerpt)]
    assert shown == ["We act, and soon", "—"]
