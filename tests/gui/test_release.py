from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView

from editor.formats.profiles import load_profile
from editor.gui.fields.moments import today_in
from editor.gui.fields.month import CalendarSheet
from editor.gui.panes.release import ReleasePane
from editor.model.communique import Communique
from editor.model.language import Bilingual


@pytest.fixture
def pane(qtbot, open_session, teller):
    session = open_session()
    pane = ReleasePane(session, teller, lambda: (load_profile("nato"),))
    pane.session = session
    qtbot.addWidget(pane)
    pane.resize(340, 600)
    pane.show()
    return pane


def field(pane, name):
    return next(line for line in pane.findChildren(QLineEdit) if line.accessibleName() == name)


def type_into(qtbot, line, text, key=Qt.Key.Key_Return):
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, key)


@pytest.mark.parametrize("typed", ["17 May 2021", "17 mai 2021", "2021-05-17"])
def test_a_date_is_read_as_people_write_it_and_shown_in_both_languages(qtbot, pane, typed):
    line = field(pane, "Date")
    type_into(qtbot, line, typed)
    assert pane.session.doc.release.date == date(2021, 5, 17)
    line.clearFocus()
    assert line.text() == "17 May 2021 · 17 mai 2021"


def test_a_date_that_is_none_stays_to_be_mended_with_one_sentence_and_escape_brings_the_value_back(qtbot, pane):
    line = field(pane, "Date")
    type_into(qtbot, line, "2021-05-17")
    type_into(qtbot, line, "31 April 2021")
    assert pane.session.doc.release.date == date(2021, 5, 17)
    assert line.text() == "31 April 2021"
    hints = [label.text() for label in pane.findChildren(type(pane._reads["date"][1].hint)) if label.isVisible()]
    assert any("a date is wanted" in hint for hint in hints)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "2021-05-17"


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_in_a_narrow_field_the_end_of_a_date_is_never_cut(qtbot, pane, teller, tongue):
    type_into(qtbot, field(pane, "Date"), "28 September 2026")
    type_into(qtbot, field(pane, "Embargo"), "28 September 2026 09:30")
    day, moment = field(pane, "Date"), field(pane, "Embargo")
    teller.speak(tongue)
    for width in (420, 340, 300, 260):
        pane.resize(width, 600)
        QApplication.processEvents()
        for line in (day, moment):
            line.clearFocus()
            icon = 24
            assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width() - icon, (width, line.text())
            assert "2026" in line.text()
        assert "30" in moment.text()
    teller.speak("en")


def test_where_half_a_line_cuts_a_place_its_two_names_stand_one_below_the_other(pane):
    pane.resize(340, 600)
    english, french = field(pane, "Place, English"), field(pane, "Place, French")
    english.setText("Geneva")
    french.setText("Genève")
    QApplication.processEvents()
    assert english.y() == french.y()
    english.setText("Saint-Orvan-on-the-Lake")
    QApplication.processEvents()
    for line in (english, french):
        assert line.fontMetrics().horizontalAdvance(line.text()) + 24 <= line.width()
    assert english.mapTo(pane, QPoint()).y() < french.mapTo(pane, QPoint()).y()


def test_a_time_without_zone_is_the_house_s(qtbot, pane):
    type_into(qtbot, field(pane, "Updated"), "18 May 2021 13:52")
    assert pane.session.doc.release.updated.isoformat() == "2021-05-18T13:52:00+02:00"


def test_reference_and_place_are_taken_as_typed_and_undone_as_one_step(qtbot, pane):
    line = field(pane, "Place, French")
    line.setFocus()
    qtbot.keyClicks(line, "Bruxelles")
    assert pane.session.doc.release.place.fr == "Bruxelles"
    pane.session.undo()
    assert pane.session.doc.release.place.fr == ""
    assert line.text() == ""


def test_a_space_at_the_end_of_a_field_stays_while_one_types(qtbot, pane):
    line = field(pane, "Place, English")
    line.setFocus()
    qtbot.keyClicks(line, "New ")
    assert line.text() == "New "
    qtbot.keyClicks(line, "York")
    assert pane.session.doc.release.place.en == "New York"


def test_undo_from_elsewhere_shows_in_a_field_that_has_the_focus(qtbot, pane):
    line = field(pane, "Reference")
    line.setFocus()
    qtbot.keyClicks(line, "2021-078")
    pane.session.undo()
    assert line.text() == ""


def test_every_field_has_a_name_for_screen_readers(pane):
    fields = [line for line in pane.findChildren(QLineEdit) if line.isVisible()]
    assert len(fields) >= 6
    assert all(line.accessibleName() for line in fields)


def test_the_pane_speaks_french_when_the_window_does(pane, teller):
    teller.speak("fr")
    assert field(pane, "Référence").isVisible()


def test_a_country_is_typed_as_its_code_and_shown_by_name(qtbot, pane):
    line = field(pane, "Country")
    type_into(qtbot, line, "be")
    assert pane.session.doc.release.country == "BE"
    line.clearFocus()
    assert line.text() == "Belgium (BE)"
    type_into(qtbot, line, "Atlantis")
    assert pane.session.doc.release.country == "BE"
    assert "two letters" in pane._reads["country"][1].hint.text()


def test_genre_and_service_show_what_is_published_where_nothing_is_entered(qtbot, pane):
    assert field(pane, "Genre").placeholderText() == "Press release"
    assert field(pane, "Service").placeholderText() == "Press releases"
    type_into(qtbot, field(pane, "Genre"), "Background")
    assert pane.session.doc.release.genre == "Background"
    pane.session.undo()
    assert field(pane, "Genre").text() == ""


def test_the_rights_of_the_house_are_shown_with_the_year_of_the_release(qtbot, pane):
    type_into(qtbot, field(pane, "Date"), "2021-05-17")
    assert pane._rights.text() == "© 2021 NATO\nReproduction authorised with credit."


def test_days_are_counted_from_today_and_written_in_figures(qtbot, pane):
    line = field(pane, "Date")
    type_into(qtbot, line, "17/5/21")
    assert pane.session.doc.release.date == date(2021, 5, 17)
    type_into(qtbot, line, "today+2")
    assert (pane.session.doc.release.date - today_in(pane.session.profile)).days == 2


def calendar_of(qtbot, line):
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    sheet = line.findChild(CalendarSheet)
    qtbot.waitUntil(sheet.isVisible)
    return sheet.month


def test_a_day_is_chosen_in_the_calendar_by_keys(qtbot, pane):
    line = field(pane, "Date")
    type_into(qtbot, line, "2021-05-17")
    month = calendar_of(qtbot, line)
    assert month.accessibleName() == "Calendar"
    view = month.findChild(QTableView)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert pane.session.doc.release.date == date(2021, 5, 18)
    pane.session.undo()
    assert pane.session.doc.release.date == date(2021, 5, 17)


def inked(picture):
    """Return over how many columns of pixels something is drawn."""
    ground = picture.pixel(0, 0)
    columns = [x for x in range(picture.width()) if any(picture.pixel(x, y) != ground for y in range(picture.height()))]
    return columns[-1] - columns[0] + 1


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_the_days_of_the_week_are_named_whole_in_the_calendar(qtbot, signed_window, tongue):
    signed_window.teller.speak(tongue)
    view = calendar_of(qtbot, field(signed_window, "Date")).findChild(QTableView)
    QApplication.processEvents()
    for column in range(7):
        index = view.model().index(0, column)
        cell = view.viewport().grab(view.visualRect(index).adjusted(2, 2, -2, -2)).toImage()
        name = view.fontMetrics().horizontalAdvance(str(index.data()))
        assert inked(cell) > name * 0.8, index.data()


def test_a_moment_keeps_its_time_of_day_when_another_day_is_chosen(qtbot, pane):
    line = field(pane, "Updated")
    type_into(qtbot, line, "18 May 2021 13:52")
    view = calendar_of(qtbot, line).findChild(QTableView)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert pane.session.doc.release.updated.isoformat() == "2021-05-25T13:52:00+02:00"


def test_a_moment_that_has_no_time_yet_waits_for_it(qtbot, pane):
    line = field(pane, "Embargo")
    month = calendar_of(qtbot, line)
    chosen = month.selectedDate().toString("yyyy-MM-dd")
    qtbot.keyClick(month.findChild(QTableView), Qt.Key.Key_Return)
    assert line.text() == f"{chosen} "
    qtbot.keyClicks(line, "9h30")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert pane.session.doc.release.embargo.isoformat().startswith(f"{chosen}T09:30")


def test_the_country_of_the_place_is_entered_by_its_name(qtbot, pane):
    type_into(qtbot, field(pane, "Country"), "belgique")
    assert pane.session.doc.release.country == "BE"


def test_alt_and_down_open_the_calendar_in_a_field_and_move_no_row(qtbot, signed_window):
    window, session = signed_window, signed_window._parts.session
    line = window.details.release._reads["date"][0]
    before = session.doc
    calendar_of(qtbot, line)
    assert session.doc == before


def test_whom_newsrooms_may_ask_is_entered_a_language_at_a_time(qtbot, pane):
    line = field(pane, "Telephone, French")
    assert line.placeholderText() == "French"
    type_into(qtbot, line, "+32 2 555")
    assert pane.session.doc.release.contact.telephone == Bilingual("", "+32 2 555")
    assert field(pane, "Telephone, English").text() == ""


def test_what_was_kept_of_another_file_is_shown_and_nothing_where_nothing_was(qtbot, open_session, teller):
    piece = '<subject xmlns="http://iptc.org/std/nar/2006-10-01/" uri="http://a.example/b"><name>Boats</name></subject>'
    for foreign, shown in (((piece,), True), ((), False)):
        pane = ReleasePane(open_session(Communique(foreign=foreign)), teller, tuple)
        qtbot.addWidget(pane)
        pane.show()
        lines = [
            each for each in pane.findChildren(QLabel) if each.text() == "Subject (subject): Boats · http://a.example/b"
        ]
        assert [each.isVisible() for each in lines] == [True] * shown


def test_a_moment_that_finds_no_room_leaves_out_whose_clock_is_meant_and_a_tip_tells_it(qtbot, pane):
    line = field(pane, "Embargo")
    type_into(qtbot, line, "2026-11-28 18:00")
    field(pane, "Reference").setFocus()
    whole = "28 November 2026, 18:00 (Brussels)"
    pane.resize(900, 600)
    qtbot.waitUntil(lambda: line.text() == whole)
    assert line.toolTip() == ""
    pane.resize(340, 600)
    qtbot.waitUntil(lambda: line.text() == "28 November 2026, 18:00")
    pane.resize(290, 600)
    qtbot.waitUntil(lambda: line.text() == "2026-11-28 18:00")
    assert line.toolTip() == whole
