import hashlib
import os
import sys

import pytest
from image_bytes import jpeg, png

from editor.errors import Unreadable, Unwritable
from editor.formats.images import LARGEST, carry, described, is_image, keep_rendition, look_at, read_picture, take_in
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.pictures import Picture, Rendition, Use


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "bridge.jpg"
    path.write_bytes(jpeg(40, 30))
    return path


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "release"


def test_a_picture_is_copied_beside_the_document_with_what_it_says_of_itself(source, folder):
    found = take_in(source, folder)
    data = jpeg(40, 30)
    assert found == Picture(
        "",
        "bridge.jpg",
        media_type="image/jpeg",
        size=len(data),
        width=40,
        height=30,
        fingerprint=hashlib.sha256(data).hexdigest(),
    )
    assert (folder / "bridge.jpg").read_bytes() == data
    assert source.read_bytes() == data
    assert look_at(source) == found


def test_the_same_picture_twice_lies_there_once_and_another_of_its_name_gets_its_own(source, folder):
    take_in(source, folder)
    assert take_in(source, folder).file == "bridge.jpg"
    source.write_bytes(jpeg(50, 30))
    assert take_in(source, folder).file == "bridge-2.jpg"
    assert (folder / "bridge.jpg").read_bytes() == jpeg(40, 30)
    assert sorted(path.name for path in folder.iterdir()) == ["bridge-2.jpg", "bridge.jpg"]


def test_a_picture_that_lies_in_the_folder_already_stays_as_it_is(folder):
    folder.mkdir()
    (folder / "lake.png").write_bytes(png(4, 3))
    assert take_in(folder / "lake.png", folder).file == "lake.png"
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Lac d’Été 1.JPG", "Lac-d’Été-1.jpg"),
        ("photo.png", "photo.jpg"),
        ("photo", "photo.jpg"),
        (".jpg", "jpg.jpg"),
        ("photo.jpeg", "photo.jpeg"),
        ("é" * 120 + ".jpg", "é" * 60 + ".jpg"),
    ],
)
def test_a_name_is_made_fit_and_its_suffix_that_of_the_image(tmp_path, folder, name, wanted):
    source = tmp_path / name
    source.write_bytes(jpeg(4, 3))
    assert take_in(source, folder).file == wanted


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "This file is empty"),
        (b"<svg/>", "not an image in JPEG"),
        (jpeg(40, 30)[:-2], "damaged or was cut short"),
        (png(40, 30)[:40], "damaged or was cut short"),
    ],
)
def test_what_is_no_fit_image_is_refused_and_nothing_is_copied(source, folder, data, why):
    source.write_bytes(data)
    with pytest.raises(Unreadable, match=why):
        take_in(source, folder)
    assert not folder.exists()


def test_a_missing_and_a_huge_file_are_refused(tmp_path, source, folder):
    with pytest.raises(Unreadable, match="no such file"):
        take_in(tmp_path / "gone.jpg", folder)
    os.truncate(source, LARGEST + 1)
    with pytest.raises(Unreadable, match="larger than 50 MB"):
        take_in(source, folder)


def test_a_file_in_the_place_of_the_folder_is_said(source, folder):
    folder.write_text("a text")
    with pytest.raises(Unwritable, match="name of the folder"):
        take_in(source, folder)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_folder_that_cannot_be_made_is_said(source, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(Unwritable, match="cannot be made"):
        take_in(source, closed / "release")


def test_a_picture_is_read_back_and_what_happened_to_its_file_is_said(source, folder):
    picture = take_in(source, folder)
    assert read_picture(picture, folder) == jpeg(40, 30)
    (folder / "bridge.jpg").write_bytes(jpeg(40, 31))
    with pytest.raises(Unreadable, match="was changed since"):
        read_picture(picture, folder)
    (folder / "bridge.jpg").unlink()
    with pytest.raises(Unreadable, match="is missing"):
        read_picture(picture, folder)
    with pytest.raises(Unreadable, match="is missing"):
        read_picture(picture, None)


@pytest.mark.parametrize("name", ["", "..", "../bridge.jpg", "/etc/hostname", "C:bridge.jpg", "a\\b.jpg"])
def test_no_picture_is_read_from_outside_its_folder(source, folder, name):
    folder.mkdir()
    with pytest.raises(Unreadable, match="is missing"):
        read_picture(Picture("i1", name), folder)


def test_a_file_named_but_never_looked_at_is_described(source, folder):
    facts = take_in(source, folder)
    named = Picture("i1", "bridge.jpg", "r2", Bilingual("A", "B"), Bilingual("C", "D"))
    doc = Communique(pictures=(named, Picture("i2", "gone.jpg")))
    after = described(doc, folder)
    assert after.pictures[0] == named.with_file_of(facts)
    assert after.pictures[1] == doc.pictures[1]
    assert described(after, folder) is after


def test_the_pictures_go_along_to_another_folder_and_nothing_there_is_replaced(source, folder, tmp_path):
    first = take_in(source, folder)
    source.write_bytes(jpeg(50, 30))
    second = take_in(source, folder)
    doc = Communique(pictures=(first_with_id(first, "i1"), first_with_id(second, "i2"), Picture("i3", "gone.jpg")))
    other = tmp_path / "copy"
    other.mkdir()
    (other / "bridge-2.jpg").write_bytes(b"mine")
    carry(doc, folder, other)
    assert (other / "bridge.jpg").read_bytes() == jpeg(40, 30)
    assert (other / "bridge-2.jpg").read_bytes() == b"mine"


def test_renditions_are_read_described_and_go_along_as_the_picture_does(source, folder, tmp_path):
    picture = first_with_id(take_in(source, folder), "i1")
    web = keep_rendition(jpeg(20, 15), picture, Use.WEB, folder)
    thumbnail = Rendition(Use.THUMBNAIL, "small.png")
    (folder / "small.png").write_bytes(png(4, 3))
    doc = Communique(pictures=(picture.having(thumbnail, web),))
    (after,) = described(doc, folder).pictures
    assert [(each.use, each.width, each.media_type) for each in after.renditions] == [
        (Use.WEB, 20, "image/jpeg"),
        (Use.THUMBNAIL, 4, "image/png"),
    ]
    assert after.with_file_of(picture) == picture
    other = tmp_path / "copy"
    carry(doc, folder, other)
    assert sorted(path.name for path in other.iterdir()) == ["bridge-web.jpg", "bridge.jpg", "small.png"]
    (folder / "bridge-web.jpg").write_bytes(jpeg(21, 15))
    with pytest.raises(Unreadable, match="was changed since"):
        read_picture(after.renditions[0], folder)


def test_a_rendition_keeps_the_facts_of_its_picture_when_the_picture_is_described(source, folder):
    take_in(source, folder)
    web = Rendition(Use.WEB, "gone.jpg")
    (after,) = described(Communique(pictures=(Picture("i1", "bridge.jpg", renditions=(web,)),)), folder).pictures
    assert (after.width, after.renditions) == (40, (web,))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("lake.jpg", "lake-web.jpg"),
        ("scan.tiff", "scan-web.jpg"),
        ("a.b.jpg", "a.b-web.jpg"),
        ("é" * 60 + ".jpg", "é" * 56 + "-web.jpg"),
    ],
)
def test_a_rendition_is_named_for_its_picture_and_its_use(folder, name, wanted):
    assert keep_rendition(jpeg(4, 3), Picture("i1", name), Use.WEB, folder).file == wanted


def test_a_rendition_made_anew_never_replaces_a_former_one(folder):
    picture = Picture("i1", "lake.jpg")
    files = [keep_rendition(jpeg(width, 3), picture, Use.WEB, folder).file for width in (4, 5, 4)]
    assert files == ["lake-web.jpg", "lake-web-2.jpg", "lake-web.jpg"]


def first_with_id(picture, picture_id):
    return Picture(picture_id).with_file_of(picture)


def test_a_file_is_meant_as_a_picture_by_its_name(tmp_path):
    assert is_image(tmp_path / "A.JPG")
    assert not is_image(tmp_path / "a.docx")
