"""The welcome page, templates and preferences, by keys and clicks in the whole window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from editor.gui.dialogs.preferences import Preferences
from editor.gui.fields.line import ChoiceField, LineField
from editor.gui.style import Theme, make_look
from editor.gui.welcome import Choice
from editor.model.language import Language
from editor.model.rows import RowKind

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(signed_window):
    signed_window.actions_["welcome"].trigger()
    return signed_window.threshold._page


def choice(page, title):
    return next(one for one in page.findChildren(Choice) if title in one.accessibleName())


def test_the_page_stands_in_the_place_of_the_texts_until_something_is_begun(signed_window, page, qtbot):
    assert not signed_window.rows.isVisible()
    assert not signed_window.header.isVisible()
    focused = QApplication.focusWidget()
    assert isinstance(focused, Choice)
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert signed_window.rows.isVisible()
    doc = signed_window._parts.session.doc
    assert [row.kind for row in doc.rows][:2] == [RowKind.DELIVERY, RowKind.HEADLINE]
    assert doc.rows[0].text(Language.FR) == "Pour diffusion immédiate"
    assert not signed_window._parts.session.is_modified
    assert signed_window.rows.pages[Language.EN].hasFocus()


def test_every_choice_is_reached_by_tab_and_has_a_name(signed_window, page, qtbot):
    seen = []
    for _ in range(40):
        here = QApplication.focusWidget()
        if here in seen:
            break
        seen.append(here)
        signed_window.focusNextPrevChild(True)
    choices = [one for one in seen if isinstance(one, Choice)]
    assert choices == page.findChildren(Choice)
    assert all(one.accessibleName() for one in choices)


def test_escape_leaves_the_page(signed_window, page, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert signed_window.rows.isVisible()


def test_files_opened_lately_are_listed_where_they_are_still_there(signed_window, qtbot, tmp_path):
    there, gone = tmp_path / "there.communique", tmp_path / "gone.communique"
    signed_window.documents.open_copy(_example())
    assert signed_window.documents._save_to(there)
    signed_window._parts.settings.change(lambda now: now.opened(gone))
    signed_window.actions_["welcome"].trigger()
    page = signed_window.threshold._page
    names = [one.accessibleName() for one in page.findChildren(Choice)]
    assert "there.communique" in names
    assert "gone.communique" not in names
    qtbot.mouseClick(choice(page, "there.communique"), Qt.MouseButton.LeftButton)
    assert signed_window._parts.session.path == there
    assert signed_window.rows.isVisible()


def test_the_example_is_a_copy(signed_window, page, qtbot):
    qtbot.mouseClick(choice(page, "The example"), Qt.MouseButton.LeftButton)
    session = signed_window._parts.session
    assert session.path is None
    assert "ferry" in session.doc.headline.en.text
    assert signed_window.documents.is_untouched


def _example():
    from editor.assets import resource  # noqa: PLC0415 (one test)

    return resource("examples/lake-ferry.communique")


def test_a_preference_applies_at_once_and_is_kept(signed_window, qtbot):
    store = signed_window._parts.settings
    dialog = Preferences(signed_window, store, signed_window.teller)
    qtbot.addWidget(dialog)
    dialog.show()
    fields = {field.accessibleName(): field for field in dialog.findChildren(ChoiceField)}
    tongue = fields["Language of the window"]
    tongue.setCurrentIndex(tongue.findData("fr"))
    tongue.activated.emit(tongue.currentIndex())
    assert signed_window.header.publish.text() == "Publier…"
    assert dialog.windowTitle() == "Préférences"
    theme = fields["Appearance"]
    theme.setCurrentIndex(theme.findData(Theme.DARK.value))
    theme.activated.emit(theme.currentIndex())
    assert store.value.theme is Theme.DARK
    name = next(field for field in dialog.findChildren(LineField) if field.accessibleName() == "Votre nom")
    name.selectAll()
    qtbot.keyClicks(name, "Z. Martin")
    assert store.value.name == "Z. Martin"
    box = next(box for box in dialog.findChildren(QCheckBox) if "gauche" in box.text())
    box.click()
    assert store.value.french_first
    assert all(widget.accessibleName() or widget.text() for widget in dialog.findChildren(QPushButton))


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.LIGHT])
def test_the_pages_take_over_the_appearance_at_once(signed_window, qtbot, theme):
    store = signed_window._parts.settings
    store.change(lambda now: replace(now, theme=Theme.LIGHT if theme is Theme.DARK else Theme.DARK))
    dialog = Preferences(signed_window, store, signed_window.teller)
    qtbot.addWidget(dialog)
    field = next(field for field in dialog.findChildren(ChoiceField) if field.accessibleName() == "Appearance")
    field.setCurrentIndex(field.findData(theme.value))
    field.activated.emit(field.currentIndex())
    for page in signed_window.rows.pages.values():
        painted = page.viewport().grab().toImage()
        ground = painted.pixelColor(painted.width() - 3, painted.height() - 3)
        assert ground == make_look(theme).palette.page


def test_new_releases_are_of_the_house_chosen(signed_window, qtbot, tmp_path):
    from editor import app  # noqa: PLC0415 (one test)

    store = signed_window._parts.settings
    store.change(lambda now: replace(now, profile="canada"))
    window = app.build(store)
    qtbot.addWidget(window)
    assert window._parts.session.profile.name == "canada"
    store.change(lambda now: replace(now, profile="no-such-house"))
    other = app.build(store)
    qtbot.addWidget(other)
    assert other._parts.session.profile.name == "nato"


def test_who_has_the_window_in_french_begins_a_release_in_french(signed_window, qtbot):
    signed_window.teller.speak("fr")
    signed_window.actions_["welcome"].trigger()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert signed_window.rows.pages[Language.FR].hasFocus()
    caret = signed_window.rows.caret()
    assert signed_window._parts.session.doc.row(caret.id).kind is RowKind.HEADLINE


def test_a_release_begins_in_its_first_blank_row_wherever_the_caret_was_before(signed_window, page, qtbot):
    session = signed_window._parts.session
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    for _ in range(2):
        caret = signed_window.rows.caret()
        assert session.doc.row(caret.id).kind is RowKind.HEADLINE
        signed_window.rows.go_to(session.doc.rows[-1].address(Language.FR, 0, 0, 0))
        signed_window.actions_["welcome"].trigger()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_saving_leaves_the_caret_where_it_is_written(signed_window, tmp_path):
    session = signed_window._parts.session
    where = session.doc.rows[1].address(Language.FR, 0, 0, 0)
    signed_window.rows.go_to(where)
    session.mark_saved(session.doc, tmp_path / "a.communique")
    assert signed_window.rows.caret() == where
