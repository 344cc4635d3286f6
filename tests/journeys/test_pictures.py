"""A picture in the window: dropped on a release, described in both languages, published with it."""

import hashlib
import shutil

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from editor.assets import resource
from editor.gui.dialogs.publishing import PublishDialog
from editor.model.address import Address, Part
from editor.model.release import Status
from editor.newsml.validate import validate


@pytest.fixture
def window(signed_window, tmp_path):
    release = tmp_path / "ferry.communique"
    shutil.copy(resource("examples/lake-ferry.communique"), release)
    assert signed_window.documents.open(release)
    return signed_window


@pytest.fixture
def photo(tmp_path):
    image = QImage(1600, 1067, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    path = tmp_path / "camera" / "Ferry.jpg"
    path.parent.mkdir()
    assert image.save(str(path))
    return path


def drop(window, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    facts = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(300, 300), *facts)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), *facts))


def type_into(card, name, text):
    line = next(each for each in card.findChildren(QLineEdit) if each.accessibleName() == name)
    line.setFocus()
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))


def publish(window, qtbot, folder):
    """Publish into a folder and answer whether it could be; the dialog is left as it was where it could not."""
    answered = []

    def act():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, PublishDialog):
            QTimer.singleShot(20, act)
            return
        dialog._folder.setFocus()
        dialog._folder.selectAll()
        qtbot.keyClicks(dialog._folder, str(folder))
        button = next(each for each in dialog.findChildren(QPushButton) if each.text().startswith("Publish version"))
        answered.append(button.isEnabled())
        if button.isEnabled():
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            dialog.reject()

    QTimer.singleShot(0, act)
    window.actions_["publish"].trigger()
    return answered[0]


def test_a_picture_is_dropped_described_and_published(qtbot, window, photo, tmp_path):
    session = window._parts.session
    drop(window, photo)
    qtbot.waitUntil(lambda: len(session.doc.pictures) == 1)
    assert session.path == tmp_path / "ferry.communique"
    assert window.details.pictures.isVisible()
    (picture,) = session.doc.pictures
    card = window.details.pictures.cards[picture.id]
    type_into(card, "Credit, English", "Photo: Lake Office")
    type_into(card, "Credit, French", "Photo : Office du lac")
    type_into(card, "Alternative text, English", "A white ferry on a lake")
    type_into(card, "Alternative text, French", "Un bac blanc sur un lac")
    window.actions_["save"].trigger()
    out = tmp_path / "out"
    out.mkdir()
    assert publish(window, qtbot, out)
    assert session.doc.release.status is Status.PUBLISHED
    data = photo.read_bytes()
    shipped = next(path for path in out.iterdir() if path.suffix == ".jpg")
    assert shipped.read_bytes() == data
    xml = next(path for path in out.iterdir() if path.suffix == ".xml").read_bytes()
    assert not [fault.message.english() for fault in validate(xml)]
    for fact in (
        f'href="{shipped.name}"',
        f'size="{len(data)}" ',
        'width="1600"',
        'height="1067"',
        hashlib.sha256(data).hexdigest(),
        "Un bac blanc sur un lac",
    ):
        assert fact.encode() in xml


def test_without_its_file_a_picture_is_said_and_nothing_is_published(qtbot, window, photo, tmp_path):
    session = window._parts.session
    drop(window, photo)
    qtbot.waitUntil(lambda: len(session.doc.pictures) == 1)
    (tmp_path / "ferry" / "Ferry.jpg").unlink()
    assert not publish(window, qtbot, tmp_path)
    assert not list(tmp_path.glob("*.xml"))


def test_a_finding_about_a_picture_leads_to_its_field(qtbot, window, photo):
    session = window._parts.session
    drop(window, photo)
    qtbot.waitUntil(lambda: len(session.doc.pictures) == 1)
    window.details.turn_to(window.details.release)
    session.jump(Address(Part.PICTURE, session.doc.pictures[0].id, field="alternative.fr"))
    assert window.details.pictures.isVisible()
    assert QApplication.focusWidget().accessibleName() == "Alternative text, French"


def test_a_release_saved_elsewhere_takes_its_pictures_along(qtbot, window, photo, tmp_path):
    session = window._parts.session
    drop(window, photo)
    qtbot.waitUntil(lambda: len(session.doc.pictures) == 1)
    (tmp_path / "other").mkdir()
    assert window.documents._save_to(tmp_path / "other" / "copy.communique")
    assert (tmp_path / "other" / "copy" / "Ferry.jpg").read_bytes() == photo.read_bytes()
    card = next(iter(window.details.pictures.cards.values()))
    qtbot.waitUntil(lambda: not card.thumbnail.image.isNull())
    assert card.accessibleDescription() == ""


def test_a_release_dropped_on_the_window_is_opened_as_before(window, tmp_path):
    other = tmp_path / "other.communique"
    shutil.copy(resource("examples/lake-ferry.communique"), other)
    drop(window, other)
    assert window._parts.session.path == other


def test_a_published_release_opened_and_saved_has_its_pictures_again(qtbot, window, photo, tmp_path):
    session = window._parts.session
    drop(window, photo)
    qtbot.waitUntil(lambda: len(session.doc.pictures) == 1)
    card = window.details.pictures.cards[session.doc.pictures[0].id]
    for name in ("Credit, English", "Credit, French", "Alternative text, English", "Alternative text, French"):
        type_into(card, name, "Lake")
    window.actions_["save"].trigger()
    out = tmp_path / "out"
    out.mkdir()
    assert publish(window, qtbot, out)
    assert window.documents.open(next(out.glob("*.xml")))
    (picture,) = session.doc.pictures
    assert picture.fingerprint == hashlib.sha256(photo.read_bytes()).hexdigest()
    assert window.documents._save_to(tmp_path / "back.communique")
    assert (tmp_path / "back" / picture.file).read_bytes() == photo.read_bytes()
