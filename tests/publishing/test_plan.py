import hashlib
import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from bridge import DOC
from generated import NOON
from image_bytes import jpeg, png

from editor.errors import Refused
from editor.formats.profiles import load_profile
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.pictures import Picture, Rendition, Use
from editor.model.release import Action, Publication, Status
from editor.model.rows import Row
from editor.publishing import Order, Shape, Sources, deliver, pictures_folder, plan

PROFILE = load_profile("sample")
ORDER = Order(NOON)
UNCHECKED = Sources(findings=())
IMAGE = b"\xff\xd8\xff\xe0 a picture"

PICTURE = Picture(
    "i4",
    "bridge.jpg",
    "r3",
    Bilingual("OLC", "CLO"),
    Bilingual("A bridge", "Un pont"),
    "image/jpeg",
    len(IMAGE),
    40,
    30,
    hashlib.sha256(IMAGE).hexdigest(),
)
PICTURED = replace(DOC, pictures=(PICTURE,))


def test_a_plan_holds_every_byte_that_will_be_written_and_what_will_be_remembered():
    found = plan(DOC, PROFILE, ORDER, UNCHECKED)
    assert found.is_ready, [(fault.rule, fault.message.english()) for fault in found.errors]
    (parcel,) = found.parcels
    assert parcel.name == "2026-014.v1.xml"
    assert b"Un nouveau pont ouvre" in parcel.data
    record = found.record
    assert record.files == ((parcel.name, hashlib.sha256(parcel.data).hexdigest()),)
    assert (record.version, record.action, record.shape) == (1, Action.NEW, "bilingual")
    assert record.at == NOON
    assert record.identifier == "tag:orvane.example,2021:communique:2026-014"


def test_equal_documents_and_times_give_equal_bytes():
    elsewhere = Order(NOON.astimezone(timezone(timedelta(hours=-5))))
    assert plan(DOC, PROFILE, ORDER, UNCHECKED).parcels == plan(DOC, PROFILE, elsewhere, UNCHECKED).parcels


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_has_a_file_of_its_own_name(shape):
    found = plan(DOC, PROFILE, Order(NOON, shape), UNCHECKED)
    assert found.is_ready, [(fault.rule, fault.message.english()) for fault in found.errors]
    middle = "" if shape is Shape.BILINGUAL else f".{shape.value}"
    assert [parcel.name for parcel in found.parcels] == [f"2026-014.v1{middle}.xml"]


def test_an_error_in_the_document_hinders_and_nothing_is_built():
    lonely = replace(DOC, rows=(*DOC.rows[:2], Row("r9", Bilingual((Passage("More to come."),), ()))))
    found = plan(lonely, PROFILE, ORDER)
    assert not found.is_ready
    assert "X01" in {finding.rule for finding in found.hindrances}
    assert (found.parcels, found.record) == ((), None)


def test_an_error_in_the_xml_hinders_too():
    found = plan(replace(DOC, rows=DOC.rows[1:]), PROFILE, ORDER, UNCHECKED)
    assert found.errors
    assert not found.is_ready
    assert found.parcels == ()


def test_picture_files_go_with_the_message_under_names_of_their_own(tmp_path):
    document = tmp_path / "bridge.communique"
    folder = pictures_folder(document)
    folder.mkdir()
    (folder / "bridge.jpg").write_bytes(IMAGE)
    found = plan(PICTURED, PROFILE, ORDER, Sources(folder, findings=()))
    assert found.is_ready, [(fault.rule, fault.message.english()) for fault in found.errors]
    picture, message = found.parcels
    assert (picture.name, picture.data) == ("2026-014.pic4.jpg", IMAGE)
    assert b'href="2026-014.pic4.jpg"' in message.data


def test_renditions_are_published_beside_the_original_and_missed_at_their_own_field(tmp_path):
    web = Rendition(Use.WEB, "bridge-web.jpg")
    doc = replace(PICTURED, pictures=(PICTURE.having(web, Rendition(Use.THUMBNAIL, "t.png")),))
    (tmp_path / "bridge.jpg").write_bytes(IMAGE)
    (tmp_path / "bridge-web.jpg").write_bytes(jpeg(20, 15))
    found = plan(doc, PROFILE, ORDER, Sources(tmp_path, findings=()))
    assert [(each.rule, each.where.id, each.where.field) for each in found.hindrances] == [("R19", "i4", "thumbnail")]
    (tmp_path / "t.png").write_bytes(png(4, 3))
    found = plan(doc, PROFILE, ORDER, Sources(tmp_path, findings=()))
    assert found.is_ready, [(fault.rule, fault.message.english()) for fault in found.errors]
    assert [parcel.name for parcel in found.parcels] == [
        "2026-014.pic4.jpg",
        "2026-014.pic4.web.jpg",
        "2026-014.pic4.thumbnail.png",
        "2026-014.v1.xml",
    ]
    xml = found.parcels[-1].data.decode()
    told = re.findall('rendition="([^"]+)" href="([^"]+)" contenttype="([^"]+)" size="[0-9]+" width="([0-9]+)"', xml)
    assert told[1:] == [
        ("rnd:web", "2026-014.pic4.web.jpg", "image/jpeg", "20"),
        ("rnd:thumbnail", "2026-014.pic4.thumbnail.png", "image/png", "4"),
    ]
    assert xml.count('hashtype="cmqhash:sha-256"') == 3


@pytest.mark.parametrize("there", [b"another picture", None])
def test_a_picture_that_is_missing_or_was_changed_hinders_at_the_picture(tmp_path, there):
    if there is not None:
        (tmp_path / "bridge.jpg").write_bytes(there)
    found = plan(PICTURED, PROFILE, ORDER, Sources(tmp_path, findings=()))
    assert [(each.rule, each.where.id, each.where.field) for each in found.hindrances] == [("R19", "i4", "file")]


@pytest.mark.parametrize("name", ["", "../bridge.jpg", "/etc/hostname"])
def test_no_picture_is_taken_from_outside_its_folder(tmp_path, name):
    (tmp_path.parent / "bridge.jpg").write_bytes(IMAGE)
    doc = replace(DOC, pictures=(replace(PICTURE, file=name),))
    found = plan(doc, PROFILE, ORDER, Sources(tmp_path, findings=()))
    assert [each.where.id for each in found.hindrances] == ["i4"]


def test_a_document_never_saved_has_no_picture_files_yet():
    assert plan(PICTURED, PROFILE, ORDER, UNCHECKED).hindrances


def test_one_item_alone_goes_without_pictures():
    assert plan(PICTURED, PROFILE, Order(NOON, Shape.ITEM_FR), UNCHECKED).is_ready


@pytest.mark.parametrize("status", [Status.PUBLISHING, Status.WITHHELD, Status.CANCELED])
def test_a_release_in_another_state_is_not_published_for_the_first_time(status):
    with pytest.raises(Refused):
        plan(replace(DOC, release=replace(DOC.release, status=status)), PROFILE, ORDER, UNCHECKED)


def test_a_published_release_is_not_published_as_new_again():
    former = Publication(3, Action.UPDATE, NOON, "bilingual")
    doc = replace(DOC, release=replace(DOC.release, publications=(former,)))
    with pytest.raises(Refused, match="version 3"):
        plan(doc, PROFILE, ORDER, UNCHECKED)


def test_the_document_published_is_the_one_that_was_checked(tmp_path):
    done = deliver(plan(DOC, PROFILE, ORDER, UNCHECKED), tmp_path, lambda _doc: None)
    assert (done.rows, done.participants) == (DOC.rows, DOC.participants)
    assert done.release.version == 1


def test_an_embargo_is_remembered_with_the_publication():
    embargo = datetime(2021, 5, 18, 6, 0, tzinfo=timezone(timedelta(hours=2)))
    doc = replace(DOC, release=replace(DOC.release, embargo=embargo))
    assert plan(doc, PROFILE, ORDER, UNCHECKED).record.embargo == embargo
