"""The Pictures pane: by keys, clicks and drops, with image files that Qt itself wrote."""

import hashlib
import struct

import pytest
from image_bytes import png
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton

from editor.formats.native import write
from editor.gui.dialogs.frame import Question
from editor.gui.fields.subject import subject_of
from editor.gui.panes.pictures import PicturesPane
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.pictures import Picture, Use
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
        said.append(dialog.said[0].text())
        press(qtbot, dialog, "Save the document…")

    answer(Question, agree)
    add(qtbot, pane, photo())
    assert "beside the document" in said[0]
    assert (tmp_path / "release" / "bridge.png").exists()


def test_who_does_not_want_to_save_now_gets_no_picture(qtbot, open_pane, photo):
    pane = open_pane(is_saved=False)
    answer(Question, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
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


def choose_file(path):
    """Choose a file in the dialog that is about to come up."""

    def choose(dialog):
        dialog.selectFile(str(path))
        dialog.accept()

    answer(QFileDialog, choose)


def from_menu(button, title):
    """Choose an entry of a button's menu."""
    next(action for action in button.menu().actions() if action.text() == title).trigger()


def renditions(pane, number=0):
    return {each.use: each for each in pictures(pane)[number].renditions}


def make(qtbot, pane, title="Make web size and thumbnail"):
    press(qtbot, next(iter(pane.cards.values())), title)
    qtbot.waitUntil(lambda: len(renditions(pane)) == 2)


def test_one_button_makes_a_web_size_and_a_thumbnail_beside_the_original(qtbot, pane, photo, tmp_path):
    add(qtbot, pane, photo("lake.jpg", 3000, 2000))
    make(qtbot, pane)
    web, thumbnail = renditions(pane)[Use.WEB], renditions(pane)[Use.THUMBNAIL]
    assert (web.file, web.width, web.height, web.media_type) == ("lake-web.jpg", 1200, 800, "image/jpeg")
    assert (thumbnail.file, thumbnail.width, thumbnail.height) == ("lake-thumbnail.jpg", 320, 213)
    for made in (web, thumbnail):
        data = (tmp_path / "release" / made.file).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (made.size, made.fingerprint)
        image = QImage.fromData(data)
        assert (image.width(), image.height()) == (made.width, made.height)
        assert abs(image.pixelColor(9, 9).blue() - 0x99) < 8
    pane.session.undo()
    assert renditions(pane) == {}
    assert (tmp_path / "release" / "lake-web.jpg").exists()


def test_making_them_again_gives_the_same_files(qtbot, pane, photo, tmp_path):
    add(qtbot, pane, photo("lake.jpg", 3000, 2000))
    make(qtbot, pane)
    before = renditions(pane)
    (tmp_path / "release" / "lake-web.jpg").unlink()
    make(qtbot, pane, "Make web size and thumbnail again")
    qtbot.waitUntil((tmp_path / "release" / "lake-web.jpg").exists)
    assert renditions(pane) == before
    assert len(list((tmp_path / "release").iterdir())) == 3


def test_a_drawing_stays_a_drawing_and_what_shines_through_stays_so(qtbot, pane, tmp_path):
    image = QImage(800, 400, QImage.Format.Format_ARGB32)
    image.fill(QColor(200, 30, 30, 100))
    image.save(str(tmp_path / "logo.png"))
    add(qtbot, pane, tmp_path / "logo.png")
    press(qtbot, next(iter(pane.cards.values())), "Make web size and thumbnail")
    qtbot.waitUntil(lambda: bool(renditions(pane)))
    (thumbnail,) = renditions(pane).values()
    assert (thumbnail.use, thumbnail.media_type, thumbnail.width) == (Use.THUMBNAIL, "image/png", 320)
    assert QImage(str(tmp_path / "release" / thumbnail.file)).pixelColor(5, 5).alpha() == 100


def test_a_turn_that_the_camera_noted_is_carried_out(qtbot, pane, photo, tmp_path):
    path = photo("portrait.jpg", 2000, 1000)
    path.write_bytes(turned(path.read_bytes()))
    add(qtbot, pane, path)
    make(qtbot, pane)
    assert (renditions(pane)[Use.WEB].width, renditions(pane)[Use.WEB].height) == (600, 1200)


def turned(data):
    """A JPEG whose camera was held upright: Exif with orientation 6 behind its first marker."""
    exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0" + struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0) + bytes(4)
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:]


def test_a_scan_in_tiff_gets_a_web_file_that_browsers_show_however_small_it_is(qtbot, pane, photo):
    add(qtbot, pane, photo("scan.tif", 300, 200))
    make(qtbot, pane)
    assert [(each.media_type, each.width) for each in renditions(pane).values()] == [("image/jpeg", 300)] * 2


def test_a_small_picture_needs_no_smaller_files_and_that_is_said(qtbot, pane, photo):
    add(qtbot, pane, photo("small.jpg", 300, 200))
    press(qtbot, next(iter(pane.cards.values())), "Make web size and thumbnail")
    qtbot.waitUntil(lambda: "small enough" in pane._hint.text())
    assert renditions(pane) == {}


@pytest.mark.parametrize(
    ("data", "why"),
    [(png(3000, 2000)[:-30] + png(3, 3)[-30:], "perhaps it is damaged"), (b"", "was changed since it was chosen")],
)
def test_an_original_that_cannot_be_used_is_said(qtbot, open_pane, tmp_path, data, why):
    fingerprint = hashlib.sha256(data or b"another").hexdigest()
    picture = Picture("i3", "a.png", media_type="image/png", width=3000, height=2000, fingerprint=fingerprint)
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "a.png").write_bytes(data)
    pane = open_pane(Communique(DOC.rows, pictures=(picture,), counter=3))
    press(qtbot, pane.cards["i3"], "Make web size and thumbnail")
    qtbot.waitUntil(lambda: why in pane._hint.text())
    assert renditions(pane) == {}


def test_a_picture_of_billions_of_pixels_gets_no_smaller_files(qtbot, pane, tmp_path):
    (tmp_path / "bomb.png").write_bytes(png_header(50_000, 50_000))
    assert drop(pane.viewport(), tmp_path / "bomb.png")
    qtbot.waitUntil(lambda: len(pictures(pane)) == 1)
    press(qtbot, next(iter(pane.cards.values())), "Make web size and thumbnail")
    qtbot.waitUntil(lambda: "too many pixels for smaller files" in pane._hint.text())


def test_a_smaller_file_that_cannot_be_written_is_said_and_nothing_is_noted(qtbot, pane, photo, tmp_path):
    add(qtbot, pane, photo("lake.jpg", 3000, 2000))
    folder = tmp_path / "release"
    for number in ("", *(f"-{number}" for number in range(2, 1001))):
        (folder / f"lake-thumbnail{number}.jpg").write_bytes(b"")
    press(qtbot, next(iter(pane.cards.values())), "Make web size and thumbnail")
    qtbot.waitUntil(lambda: "too many pictures of this name" in pane._hint.text())
    assert renditions(pane) == {}


def test_another_original_gets_its_own_smaller_files_in_one_step(qtbot, pane, photo):
    add(qtbot, pane, photo("lake.jpg", 3000, 2000))
    make(qtbot, pane)
    before = pictures(pane)[0]
    choose_file(photo("harbour.jpg", 2400, 2400))
    press(qtbot, pane.cards[before.id], "Another file…")
    qtbot.waitUntil(lambda: pictures(pane)[0].file == "harbour.jpg")
    assert [(each.file, each.width) for each in pictures(pane)[0].renditions] == [
        ("harbour-web.jpg", 1200),
        ("harbour-thumbnail.jpg", 320),
    ]
    pane.session.undo()
    assert pictures(pane)[0] == before


def test_a_file_is_chosen_for_a_use_exchanged_and_removed_by_the_menus(qtbot, pane, photo):
    add(qtbot, pane, photo("lake.jpg", 3000, 2000))
    card = next(iter(pane.cards.values()))
    more = next(each for each in card.findChildren(QPushButton) if each.text() == "Add a file for…")
    choose_file(photo("wide.jpg", 2000, 900))
    from_menu(more, "For print")
    qtbot.waitUntil(lambda: Use.PRINT in renditions(pane))
    assert "For print" not in [action.text() for action in more.menu().actions()]
    choose_file(photo("wider.jpg", 2000, 800))
    from_menu(card.fields["print"], "Another file…")
    qtbot.waitUntil(lambda: renditions(pane)[Use.PRINT].file == "wider.jpg")
    assert "2000 × 800" in card.fields["print"].text()
    from_menu(card.fields["print"], "Remove")
    assert renditions(pane) == {}
    assert "print" not in card.fields


def test_a_rendition_whose_file_is_gone_says_so_below_its_line(qtbot, pane, photo, tmp_path):
    add(qtbot, pane, photo("lake.jpg", 3000, 2000))
    make(qtbot, pane)
    (tmp_path / "release" / "lake-thumbnail.jpg").write_bytes(b"another")
    pane._look_at_all()
    card = next(iter(pane.cards.values()))
    qtbot.waitUntil(lambda: "was changed since" in card.fields["thumbnail"].accessibleDescription())
    assert card.fields["web"].accessibleDescription() == ""
    assert trouble(pane) == ""


def test_sizes_of_all_pictures_are_made_at_once_in_one_step(qtbot, pane, photo):
    add(qtbot, pane, photo("a.jpg", 2000, 1000), photo("b.jpg", 100, 100), photo("c.jpg", 1000, 2000))
    before = pane.session.doc
    pane.make_sizes()
    qtbot.waitUntil(lambda: all(renditions(pane, number) for number in (0, 2)))
    assert [len(picture.renditions) for picture in pictures(pane)] == [2, 0, 2]
    pane.session.undo()
    assert pane.session.doc == before


def test_the_uses_are_said_in_french(qtbot, pane, photo):
    add(qtbot, pane, photo("lake.jpg", 3000, 2000))
    make(qtbot, pane)
    pane.teller.speak("fr")
    fields = next(iter(pane.cards.values())).fields
    assert fields["web"].accessibleName() == "Pour le web, lake-web.jpg"
    assert "ko" in fields["web"].text()


def test_what_another_producer_said_of_a_picture_is_shown_on_its_card(qtbot, open_pane):
    piece = '<creator xmlns="http://iptc.org/std/nar/2006-10-01/" literal="jn"><name>Jan Nový</name></creator>'
    pictures_ = (Picture("i3", "gone.png", foreign=(piece,)), Picture("i4", "gone.png"))
    pane = open_pane(Communique(DOC.rows, pictures=pictures_, counter=4))
    shown = [
        [
            each.isVisible()
            for each in pane.cards[name].findChildren(QLabel)
            if each.text() == "Author (creator): Jan Nový · jn"
        ]
        for name in ("i3", "i4")
    ]
    assert shown == [[True], []]
