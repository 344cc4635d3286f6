"""The Pictures pane: by keys, clicks and drops, with image files that Qt itself wrote."""

import struct

import pytest
from image_bytes import png
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QMessageBox, QPushButton

from editor.formats.native import write
from editor.gui.fields.subject import subject_of
from editor.gui.panes.pictures import PicturesPane
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.pictures import Picture
from editor.model.rows import Row, RowKind
from editor.words import say


def row(row_id, english="", french="", kind=RowKind.PARAGRAPH):
    return Row(row_id, Bilingual((Passage(english),), (Passage(french),)), kind)


DOC = Communique((row("r1", "A bridge", "Un pont", RowKind.HEADLINE), row("r2", "It opens.", "Il ouvre.")), counter=2)


@pytest.fixture
def photo(tmp_path, qapp):
    """Return a function that writes an image file."""

    def make(name="bridge.png", width=320, height=240):
        path = tmp_path / "camera" / name
        path.parent.mkdir(exist_ok=True)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0x336699)
        assert image.save(str(path))
        return path

    return make


@pytest.fixture
def open_pane(qtbot, open_session, teller, look, tmp_path):
    """Return a function that shows the pane on a document, saved unless told otherwise."""
    panes = []

    def open_(doc=DOC, *, is_saved=True, save=lambda: False):
        session = open_session(doc)
        if is_saved:
            session.path = tmp_path / "release.communique"
            session.path.write_bytes(write(doc))
        pane = PicturesPane(session, teller, look, save)
        qtbot.addWidget(pane)
        pane.resize(330, 700)
        pane.show()
        panes.append(pane)
        return pane

    yield open_
    for pane in panes:
        pane.stop()


@pytest.fixture
def pane(open_pane):
    return open_pane()


def pictures(pane):
    return pane.session.doc.pictures


def press(qtbot, owner, text):
    button = next(each for each in owner.findChildren(QPushButton) if each.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def line(card, name):
    return next(each for each in card.findChildren(QLineEdit) if each.accessibleName() == name)


def drop(widget, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    facts = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(20, 200), *facts)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(20, 200), *facts))
    return enter.isAccepted()


def add(qtbot, pane, *paths):
    """Drop files on the pane and wait for their cards and small images."""
    wanted = len(pictures(pane)) + len(paths)
    assert drop(pane.viewport(), *paths)
    qtbot.waitUntil(lambda: len(pictures(pane)) == wanted)
    qtbot.waitUntil(lambda: all(not card.thumbnail.image.isNull() for card in pane.cards.values()))


def trouble(pane, number=0):
    return list(pane.cards.values())[number].accessibleDescription()


def answer(kind, act):
    """Act in the dialog that is about to come up."""

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_an_empty_pane_says_how_pictures_come_here(pane):
    assert pane.empty.isVisible()
    assert "Drop an image file" in pane.empty.text()


def test_a_dropped_file_is_copied_shown_and_given_a_caption_row(qtbot, pane, photo, tmp_path):
    path = photo()
    add(qtbot, pane, path)
    (picture,) = pictures(pane)
    assert (tmp_path / "release" / "bridge.png").read_bytes() == path.read_bytes()
    assert (picture.width, picture.height, picture.media_type) == (320, 240, "image/png")
    assert pane.session.doc.row(picture.caption).kind is RowKind.CAPTION
    card = pane.cards[picture.id]
    assert card.thumbnail.image.width() <= 176
    assert card.accessibleName() == "bridge.png"
    assert card.accessibleDescription() == ""
    assert line(card, "Credit, English").hasFocus() or not pane.isActiveWindow()
    pane.session.undo()
    assert pictures(pane) == ()
    assert pane.session.doc.rows == DOC.rows
    assert (tmp_path / "release" / "bridge.png").exists()


def test_several_files_are_dropped_at_once_and_moved_by_clicks(qtbot, pane, photo):
    add(qtbot, pane, photo("a.png"), photo("b.png"), photo("c.jpg"))
    assert [picture.file for picture in pictures(pane)] == ["a.png", "b.png", "c.jpg"]
    press(qtbot, list(pane.cards.values())[2], "Up")
    assert [picture.file for picture in pictures(pane)] == ["a.png", "c.jpg", "b.png"]
    press(qtbot, next(iter(pane.cards.values())), "Down")
    assert [picture.file for picture in pictures(pane)] == ["c.jpg", "a.png", "b.png"]
    press(qtbot, next(iter(pane.cards.values())), "Up")
    assert [picture.file for picture in pictures(pane)] == ["c.jpg", "a.png", "b.png"]
    rows = pane.session.doc.rows
    press(qtbot, list(pane.cards.values())[1], "Remove")
    assert [picture.file for picture in pictures(pane)] == ["c.jpg", "b.png"]
    assert pane.session.doc.rows == rows


def test_credit_and_alternative_text_are_typed_in_both_languages_and_undone(qtbot, pane, photo, type_text):
    add(qtbot, pane, photo())
    card = next(iter(pane.cards.values()))
    for name, text in (
        ("Credit, English", "Photo: O. Karr"),
        ("Credit, French", "Photo : O. Karr"),
        ("Alternative text, English", "A bridge over a lake"),
        ("Alternative text, French", "Un pont sur un lac"),
    ):
        line(card, name).setFocus()
        type_text(line(card, name), text)
    (picture,) = pictures(pane)
    assert picture.credit == Bilingual("Photo: O. Karr", "Photo : O. Karr")
    assert picture.alternative == Bilingual("A bridge over a lake", "Un pont sur un lac")
    pane.session.undo()
    assert pictures(pane)[0].alternative.fr == ""
    assert line(card, "Alternative text, French").text() == ""


def test_the_link_goes_to_the_caption_row_and_tells_its_first_words(qtbot, pane, photo):
    add(qtbot, pane, photo())
    wished = []
    pane.session.caret_wished.connect(wished.append)
    card = next(iter(pane.cards.values()))
    assert card.caption.toolTip() == "Caption still to be written"
    qtbot.mouseClick(card.caption, Qt.MouseButton.LeftButton)
    assert [(place.id, place.language) for place in wished] == [(pictures(pane)[0].caption, Language.EN)]


def test_a_picture_without_a_caption_gets_one_by_a_click(qtbot, open_pane):
    pane = open_pane(Communique(DOC.rows, pictures=(Picture("i3", "gone.png"),), counter=3))
    press(qtbot, pane.cards["i3"], "Make a caption row")
    assert pane.session.doc.row(pictures(pane)[0].caption).kind is RowKind.CAPTION


def test_another_row_is_chosen_as_caption_by_keys(qtbot, open_pane):
    rows = (row("r1", "One", "Un", RowKind.CAPTION), row("r2", "Two", "Deux", RowKind.CAPTION))
    pane = open_pane(Communique(rows, pictures=(Picture("i3", "gone.png", "r1"),), counter=3))
    choice = next(each for each in pane.cards["i3"].findChildren(QComboBox) if each.isVisible())
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    choice.activated.emit(choice.currentIndex())
    assert pictures(pane)[0].caption == "r2"
    assert pane.cards["i3"].caption.toolTip() == "Two"


def test_a_missing_file_is_said_on_its_card(qtbot, open_pane):
    pane = open_pane(Communique(DOC.rows, pictures=(Picture("i3", "gone.png"),), counter=3))
    qtbot.waitUntil(lambda: trouble(pane) == "The file of this picture is missing.")
    assert pane.cards["i3"].thumbnail.image.isNull()


def test_an_image_of_billions_of_pixels_is_taken_but_never_unfolded(qtbot, pane, tmp_path):
    (tmp_path / "bomb.png").write_bytes(png_header(50_000, 50_000))
    assert drop(pane.viewport(), tmp_path / "bomb.png")
    qtbot.waitUntil(lambda: len(pictures(pane)) == 1)
    qtbot.waitUntil(lambda: "too many pixels" in trouble(pane))
    assert pictures(pane)[0].width == 50_000


def png_header(width, height):
    """An image that says it is large and holds nothing."""
    start = png(1, 1)
    return start[:16] + struct.pack(">II", width, height) + start[24:]


def test_a_file_changed_by_another_program_is_said_when_the_user_comes_back(qtbot, pane, photo, tmp_path):
    add(qtbot, pane, photo())
    (tmp_path / "release" / "bridge.png").write_bytes(photo("other.png", 50, 50).read_bytes())
    other = PicturesPane(pane.session, pane.teller, pane.look, lambda: False)
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    pane.activateWindow()
    qtbot.waitUntil(lambda: "was changed since" in trouble(pane))
    other.stop()


@pytest.mark.parametrize(
    ("data", "why"), [(b"notes", "not an image"), (b"\x89PNG\r\n\x1a\n", "damaged"), (b"", "empty")]
)
def test_a_file_that_is_no_fit_image_is_refused_with_the_reason(qtbot, pane, tmp_path, data, why):
    (tmp_path / "photo.png").write_bytes(data)
    assert drop(pane.viewport(), tmp_path / "photo.png")
    qtbot.waitUntil(lambda: why in pane._hint.text())
    assert pictures(pane) == ()
    assert not (tmp_path / "release").exists()


def test_another_file_is_chosen_for_a_picture_and_its_words_stay(qtbot, pane, photo):
    add(qtbot, pane, photo())
    before = pictures(pane)[0]
    path = photo("lake.jpg", 400, 100)

    def choose(dialog):
        dialog.selectFile(str(path))
        dialog.accept()

    answer(QFileDialog, choose)
    press(qtbot, pane.cards[before.id], "Another file…")
    qtbot.waitUntil(lambda: pictures(pane)[0].file == "lake.jpg")
    after = pictures(pane)[0]
    assert (after.id, after.caption, after.width) == (before.id, before.caption, 400)


def test_pictures_are_chosen_by_the_button(qtbot, pane, photo):
    path = photo()

    def choose(dialog):
        dialog.selectFile(str(path))
        dialog.accept()

    answer(QFileDialog, choose)
    press(qtbot, pane, "Add a picture…")
    qtbot.waitUntil(lambda: len(pictures(pane)) == 1)


def test_a_document_never_saved_is_saved_first_and_then_takes_the_picture(qtbot, open_pane, photo, tmp_path):
    def save():
        session.mark_saved(session.doc, tmp_path / "release.communique")
        return True

    pane = open_pane(is_saved=False, save=save)
    session = pane.session
    said = []

    def agree(dialog):
        said.append(dialog.text())
        qtbot.mouseClick(dialog.buttons()[0], Qt.MouseButton.LeftButton)

    answer(QMessageBox, agree)
    add(qtbot, pane, photo())
    assert "beside the document" in said[0]
    assert (tmp_path / "release" / "bridge.png").exists()


def test_who_does_not_want_to_save_now_gets_no_picture(qtbot, open_pane, photo):
    pane = open_pane(is_saved=False)
    answer(QMessageBox, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    drop(pane.viewport(), photo())
    assert pictures(pane) == ()


def test_saving_keeps_the_caret_in_the_field(qtbot, pane, photo, tmp_path):
    add(qtbot, pane, photo())
    card = next(iter(pane.cards.values()))
    pane.session.mark_saved(pane.session.doc, tmp_path / "release.communique")
    assert next(iter(pane.cards.values())) is card


def test_every_word_of_the_pane_is_said_in_french(qtbot, pane, photo):
    add(qtbot, pane, photo())
    pane.teller.speak("fr")
    said = {button.text() for button in pane.findChildren(QPushButton)}
    assert {"Ajouter une photo…", "Monter", "Descendre", "Retirer", "Légende à écrire"} <= said
    assert say("Credit, French").told("fr") in {each.accessibleName() for each in pane.findChildren(QLineEdit)}


def test_the_fields_say_which_picture_they_are_about(qtbot, pane, photo):
    add(qtbot, pane, photo())
    (picture,) = pictures(pane)
    about = subject_of(line(pane.cards[picture.id], "Credit, French"))
    assert about == Address(Part.PICTURE, picture.id, field="credit.fr")
