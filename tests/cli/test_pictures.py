"""Pictures from the command line: a file is taken in, described, published beside the XML, and missed when gone."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from image_bytes import jpeg, png

from editor.model.rows import RowKind

EXAMPLES = Path(__file__).parents[2] / "resources" / "examples"
AT = ("--at", "2026-03-12T11:00+01:00")
DATA = jpeg(1200, 800)


@pytest.fixture
def ferry(run, tmp_path):
    """The example release, complete and confirmed."""
    return Path(shutil.copy(EXAMPLES / "lake-ferry.communique", tmp_path / "a.communique"))


@pytest.fixture
def photo(tmp_path):
    (tmp_path / "camera").mkdir()
    path = tmp_path / "camera" / "DSC 0042.JPG"
    path.write_bytes(DATA)
    return path


@pytest.fixture
def pictured(run, ferry, photo, opened):
    """The example with a picture in every field."""
    assert run("set", ferry, f"picture.1.file={photo}").code == 0
    caption = opened(ferry).pictures[0].caption
    ran = run(
        "set",
        ferry,
        f"{caption}.en=The new ferry leaves the harbour.",
        f"{caption}.fr=Le nouveau bac quitte le port.",
        "picture.1.credit.en=Photo: Lake Office",
        "picture.1.credit.fr=Photo : Office du lac",
        "picture.1.alternative.en=A white ferry on a lake",
        "picture.1.alternative.fr=Un bac blanc sur un lac",
    )
    assert (ran.code, ran.err) == (0, "")
    run("confirm", ferry)
    return ferry


def test_a_picture_is_copied_beside_the_document_and_looked_at(run, ferry, photo, opened, tmp_path):
    assert run("set", ferry, f"picture.1.file={photo}").code == 0
    (picture,) = opened(ferry).pictures
    assert (tmp_path / "a" / "DSC-0042.jpg").read_bytes() == DATA
    assert (picture.file, picture.media_type, picture.size) == ("DSC-0042.jpg", "image/jpeg", len(DATA))
    assert (picture.width, picture.height) == (1200, 800)
    assert picture.fingerprint == hashlib.sha256(DATA).hexdigest()
    assert opened(ferry).row(picture.caption).kind is RowKind.CAPTION


def test_a_picture_with_all_its_words_is_published_with_its_file(run, pictured, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    ran = run("publish", pictured, "-o", out, *AT)
    assert (ran.code, ran.err) == (0, "")
    xml = (out / "2026-014.v1.xml").read_text(encoding="utf-8")
    name = re.search(r'<remoteContent[^>]* href="([^"]+)"', xml)[1]
    assert (out / name).read_bytes() == DATA
    content = re.search("<remoteContent[^>]*>", xml)[0]
    for fact in ('contenttype="image/jpeg"', f'size="{len(DATA)}"', 'width="1200"', 'height="800"'):
        assert fact in content
    for words in ("The new ferry leaves", "Le nouveau bac quitte", "Photo: Lake Office", "Un bac blanc sur un lac"):
        assert words in xml
    validated = run("validate", out / "2026-014.v1.xml")
    assert (validated.code, validated.out) == (0, "")


def test_a_web_file_and_a_thumbnail_are_entered_published_and_read_back(run, pictured, tmp_path, opened):
    (tmp_path / "camera" / "web.jpg").write_bytes(jpeg(600, 400))
    (tmp_path / "camera" / "small.png").write_bytes(png(60, 40))
    camera = tmp_path / "camera"
    fields = (f"picture.1.web={camera / 'web.jpg'}", f"picture.1.thumbnail={camera / 'small.png'}")
    assert run("set", pictured, *fields).code == 0
    ran = run("publish", pictured, "-o", tmp_path, *AT)
    assert (ran.code, ran.err) == (0, "")
    assert [Path(line).name for line in ran.out.splitlines()] == [
        "2026-014.pic15.jpg",
        "2026-014.pic15.web.jpg",
        "2026-014.pic15.thumbnail.png",
        "2026-014.v1.xml",
    ]
    assert (tmp_path / "2026-014.pic15.web.jpg").read_bytes() == jpeg(600, 400)
    assert run("validate", tmp_path / "2026-014.v1.xml").code == 0
    assert run("convert", tmp_path / "2026-014.v1.xml", "-o", tmp_path / "back.communique").code == 0
    back, own = opened(tmp_path / "back.communique").pictures[0], opened(pictured).pictures[0]
    assert [(each.use, each.fingerprint, each.width) for each in back.renditions] == [
        (each.use, each.fingerprint, each.width) for each in own.renditions
    ]
    assert (tmp_path / "back" / "2026-014.pic15.thumbnail.png").read_bytes() == png(60, 40)


def test_what_is_not_true_of_a_published_file_is_told_by_validating(run, pictured, tmp_path):
    run("publish", pictured, "-o", tmp_path, *AT)
    message, shipped = tmp_path / "2026-014.v1.xml", tmp_path / "2026-014.pic15.jpg"
    assert run("validate", message).out == ""
    shipped.write_bytes(png(1200, 801))
    ran = run("validate", message)
    assert ran.code == 0
    assert "warning N35: Not true of the file 2026-014.pic15.jpg: size, height, contenttype, hash." in ran.out
    for unfit in (b"notes", None):
        shipped.write_bytes(unfit) if unfit else shipped.unlink()
        ran = run("validate", message)
        assert "warning N35: The file is not there, or is no image that can be read: 2026-014.pic15.jpg." in ran.out


def test_a_rendition_is_taken_out_and_another_picture_takes_its_renditions_along(
    run, pictured, photo, tmp_path, opened
):
    (tmp_path / "web.jpg").write_bytes(jpeg(600, 400))
    web = f"picture.1.web={tmp_path / 'web.jpg'}"
    run("set", pictured, web)
    assert run("set", pictured, "picture.1.web=").code == 0
    assert opened(pictured).pictures[0].renditions == ()
    run("set", pictured, web)
    photo.write_bytes(jpeg(900, 900))
    assert run("set", pictured, f"picture.1.file={photo}").code == 0
    assert opened(pictured).pictures[0].renditions == ()
    ran = run("set", pictured, "picture.1.web=gone.jpg")
    assert (ran.code, "no such file" in ran.err) == (2, True)


def test_a_release_whose_picture_file_is_gone_is_refused(run, pictured, tmp_path):
    (tmp_path / "a" / "DSC-0042.jpg").unlink()
    ran = run("publish", pictured, "-o", tmp_path, *AT)
    assert ran.code == 1
    assert "DSC-0042.jpg: The file of this picture is missing." in ran.out + ran.err
    assert not list(tmp_path.glob("*.xml"))


def test_a_release_whose_picture_file_was_changed_is_refused(run, pictured, tmp_path):
    (tmp_path / "a" / "DSC-0042.jpg").write_bytes(jpeg(10, 10))
    ran = run("publish", pictured, "-o", tmp_path, *AT)
    assert ran.code == 1
    assert "was changed since it was chosen" in ran.out + ran.err


def test_a_picture_without_words_is_refused_at_its_fields(run, ferry, photo, opened, tmp_path):
    run("set", ferry, f"picture.1.file={photo}")
    caption = opened(ferry).pictures[0].caption
    run("set", ferry, f"{caption}.en=", f"{caption}.fr=")
    ran = run("publish", ferry, "-o", tmp_path, *AT)
    assert ran.code == 1
    for why in ("This picture has no caption.", "This picture has no credit.", "This picture has no alternative text."):
        assert why in ran.out + ran.err


def test_what_is_no_image_is_refused_and_the_document_stays(run, ferry, tmp_path, opened):
    before = ferry.read_bytes()
    (tmp_path / "notes.jpg").write_text("notes")
    for name, why in (("notes.jpg", "not an image"), ("gone.jpg", "no such file")):
        ran = run("set", ferry, "reference=9", f"picture.1.file={name}")
        assert ran.code == 2
        assert why in ran.err
    assert ferry.read_bytes() == before


def test_a_file_put_into_the_folder_by_hand_is_named_and_another_picture_follows(run, ferry, photo, opened, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "map.png").write_bytes(png(30, 20))
    assert run("set", ferry, "picture.1.file=map.png", f"picture.2.file={photo}").code == 0
    assert [(each.file, each.width) for each in opened(ferry).pictures] == [("map.png", 30), ("DSC-0042.jpg", 1200)]
    assert run("set", ferry, "picture.1=").code == 0
    assert [each.file for each in opened(ferry).pictures] == ["DSC-0042.jpg"]
    assert run("set", ferry, f"picture.3.file={photo}").code == 2


def test_a_document_written_elsewhere_takes_its_pictures_along(run, pictured, tmp_path):
    (tmp_path / "other").mkdir()
    assert run("set", pictured, "reference=77", "-o", tmp_path / "other" / "b.communique").code == 0
    assert (tmp_path / "other" / "b" / "DSC-0042.jpg").read_bytes() == DATA


def test_converting_takes_the_pictures_along(run, pictured, opened, tmp_path):
    (tmp_path / "away").mkdir()
    copy = tmp_path / "away" / "b.communique"
    assert run("convert", pictured, "-o", copy).code == 0
    (picture,) = opened(copy).pictures
    assert (tmp_path / "away" / "b" / picture.file).read_bytes() == DATA


def test_a_published_release_comes_back_with_its_pictures(run, pictured, opened, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    run("publish", pictured, "-o", out, *AT)
    back = tmp_path / "back.communique"
    assert run("convert", out / "2026-014.v1.xml", "-o", back).code == 0
    (picture,) = opened(back).pictures
    assert (tmp_path / "back" / picture.file).read_bytes() == DATA
