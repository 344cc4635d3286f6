"""`publish`: whole, or refused with the reason and nothing written."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from editor.model.release import Status

EXAMPLES = Path(__file__).parents[2] / "resources" / "examples"
AT = ("--at", "2026-03-12T11:00+01:00")


@pytest.fixture
def ferry(run, tmp_path):
    """The example release, complete and confirmed."""
    return shutil.copy(EXAMPLES / "lake-ferry.communique", tmp_path / "a.communique")


def written(folder):
    return sorted(path.name for path in folder.iterdir() if path.suffix == ".xml")


@pytest.mark.parametrize("shape", ["bilingual", "en", "fr", "item-en", "item-fr"])
@pytest.mark.parametrize("body", ["portable", "rich"])
def test_every_shape_and_body_is_without_fault(run, ferry, tmp_path, shape, body):
    ran = run("publish", ferry, "-o", tmp_path, "--shape", shape, "--body", body, *AT)
    assert (ran.code, ran.err) == (0, "")
    assert run("validate", ran.out.strip()).code == 0


@pytest.mark.parametrize("body", ["portable", "rich"])
def test_what_was_published_reads_back_equal(run, ferry, opened, body):
    run("publish", ferry, "-o", ".", "--body", body, *AT)
    assert run("convert", "2026-014.v1.xml", "-o", "back.communique").code == 0
    back, before = opened("back.communique"), opened(ferry)
    assert [(row.kind, row.sides) for row in back.rows] == [(row.kind, row.sides) for row in before.rows]
    assert [person.name for person in back.participants] == [person.name for person in before.participants]
    assert [back.wording(quote.id) for quote in back.quotes] == [before.wording(quote.id) for quote in before.quotes]
    assert (back.release.date, back.release.reference) == (before.release.date, before.release.reference)
    assert run("check", "2026-014.v1.xml", "--level", "error").code == 0


def test_no_newsml_is_written_by_converting(run, ferry, tmp_path):
    ran = run("convert", ferry, "-o", "a.xml")
    assert (ran.code, len(ran.said)) == (2, 1)
    assert not (tmp_path / "a.xml").exists()


def test_the_document_is_stamped_with_what_was_written(run, ferry, tmp_path, opened):
    ran = run("publish", ferry, "-o", ".", *AT)
    assert ran.out == "2026-014.v1.xml\n"
    release = opened(ferry).release
    assert (release.status, release.version) == (Status.PUBLISHED, 1)
    assert [name for name, _ in release.publications[0].files] == ["2026-014.v1.xml"]


def test_a_release_with_an_error_is_refused_and_the_error_told(run, ferry, tmp_path):
    run("set", ferry, "reference=")
    before = Path(ferry).read_bytes()
    ran = run("publish", ferry, "-o", ".")
    assert (ran.code, ran.out) == (1, "")
    assert "error R34" in ran.err
    assert ran.said[-1].endswith("1 error stands in the way.")
    assert written(tmp_path) == []
    assert Path(ferry).read_bytes() == before


def test_one_language_is_published_while_the_other_is_still_wrong(run, tmp_path):
    pair = ("--en", EXAMPLES / "lake-ferry.en.txt", "--fr", EXAMPLES / "lake-ferry.fr.txt")
    run("convert", *pair, "--profile", "sample", "-o", "b.communique")
    run("fix", "b.communique")
    run("set", "b.communique", "reference=2026-014", "r3.en=")
    assert run("publish", "b.communique", "-o", ".").code == 1
    ran = run("publish", "b.communique", "-o", ".", "--shape", "fr")
    assert (ran.code, ran.out) == (0, "2026-014.v1.fr.xml\n")
    assert "X01" in ran.err


def test_a_pair_changed_after_it_was_confirmed_is_published_in_no_shape(run, ferry, tmp_path):
    run("set", ferry, "r2.en=SAINT-ORVAN, 12 March 2026 – Something else was said.")
    for shape in ("bilingual", "en", "fr", "item-en", "item-fr"):
        ran = run("publish", ferry, "-o", ".", "--shape", shape)
        assert ran.code == 1
        assert "X37" in ran.err
    assert written(tmp_path) == []


def test_one_refused_does_not_keep_the_others(run, ferry, tmp_path):
    for name, reference in (("b", ""), ("c", "2026-015")):
        shutil.copy(ferry, f"{name}.communique")
        run("set", f"{name}.communique", f"reference={reference}")
    ran = run("publish", ferry, "b.communique", "c.communique", "-o", ".")
    assert (ran.code, ran.out.split()) == (1, ["2026-014.v1.xml", "2026-015.v1.xml"])
    assert "b.communique: 1 error stands in the way." in ran.said


def test_where_one_cannot_be_read_nothing_is_written(run, ferry, tmp_path, opened):
    (tmp_path / "broken.communique").write_text("{")
    ran = run("publish", ferry, "broken.communique", "-o", ".")
    assert (ran.code, ran.out, written(tmp_path)) == (2, "", [])
    assert opened(ferry).release.version == 0


def test_a_rehearsal_writes_nothing_and_names_the_files(run, ferry, tmp_path):
    before = Path(ferry).read_bytes()
    ran = run("publish", ferry, "-o", ".", "--dry-run")
    assert (ran.code, ran.out) == (0, "2026-014.v1.xml\n")
    assert written(tmp_path) == []
    assert Path(ferry).read_bytes() == before


@pytest.mark.parametrize("out", ["missing", "a.communique", "shut"])
def test_without_a_folder_to_write_into_nothing_is_written_or_stamped(run, ferry, tmp_path, out):
    if out == "shut":
        if os.name == "nt" or os.geteuid() == 0:
            pytest.skip("this account may write everywhere")
        (tmp_path / "shut").mkdir(mode=0o500)
    before = Path(ferry).read_bytes()
    ran = run("publish", ferry, "-o", out)
    assert (ran.code, ran.out, len(ran.said)) == (2, "", 1)
    assert Path(ferry).read_bytes() == before


@pytest.mark.parametrize("time", ["today", "2026-03-12", "2026-03-29T02:30"])
def test_a_time_that_is_none_stamps_nothing(run, ferry, tmp_path, opened, time):
    ran = run("publish", ferry, "-o", ".", "--at", time)
    assert (ran.code, ran.out, len(ran.said)) == (2, "", 1)
    assert opened(ferry).release.version == 0


def test_a_time_before_the_day_of_the_release_stamps_nothing_unless_it_is_embargoed(run, ferry, tmp_path, opened):
    at = ("--at", "2026-03-10T11:00+01:00")
    ran = run("publish", ferry, "-o", ".", *at)
    assert (ran.code, ran.out) == (2, "")
    assert ran.said == [
        (
            "2026-03-10T11:00:00+01:00 is before the date of the release, 2026-03-12; "
            "before that day it needs an embargo."
        )
    ]
    assert opened(ferry).release.version == 0
    assert list(tmp_path.glob("*.xml")) == []
    run("set", ferry, "embargo=2026-03-12T11:00")
    run("fix", ferry)
    assert run("publish", ferry, "-o", ".", *at).code == 0
    assert "<embargoed>2026-03-12T11:00:00+01:00</embargoed>" in (tmp_path / "2026-014.v1.xml").read_text("utf-8")


def test_a_time_without_a_zone_is_of_the_house(run, ferry, tmp_path):
    ran = run("publish", ferry, "-o", ".", "--at", "2026-03-12T11:00")
    assert ran.said == ["2026-03-12T11:00 is read as 2026-03-12T11:00:00+01:00 (Europe/Paris)."]
    assert "<sent>2026-03-12T11:00:00+01:00</sent>" in (tmp_path / "2026-014.v1.xml").read_text(encoding="utf-8")


def test_a_file_of_other_content_is_never_replaced(run, ferry, tmp_path, opened):
    (tmp_path / "2026-014.v1.xml").write_text("mine")
    ran = run("publish", ferry, "-o", ".")
    assert ran.code == 1
    assert "other content" in ran.err
    assert (tmp_path / "2026-014.v1.xml").read_text() == "mine"
    assert opened(ferry).release.version == 0


def test_an_interrupted_publication_is_finished_by_asking_again(run, ferry, tmp_path, opened, saved):
    run("publish", ferry, "-o", ".", *AT)
    done = opened(ferry)
    saved(interrupted(done, tmp_path), ferry)
    ran = run("publish", ferry, "-o", ".")
    assert (ran.code, ran.out) == (0, f"{tmp_path / '2026-014.v1.xml'}\n")
    assert "finished" in ran.err
    assert opened(ferry) == done


def test_an_interrupted_publication_that_lost_its_file_is_taken_back_and_done_again(
    run, ferry, tmp_path, opened, saved
):
    run("publish", ferry, "-o", ".", *AT)
    saved(interrupted(opened(ferry), tmp_path), ferry)
    (tmp_path / "2026-014.v1.xml").unlink()
    ran = run("publish", ferry, "-o", ".", *AT)
    assert (ran.code, ran.out) == (0, "2026-014.v1.xml\n")
    assert "taken back" in ran.err
    assert opened(ferry).release.version == 1


def test_an_interrupted_publication_can_be_taken_back(run, ferry, tmp_path, opened, saved):
    run("publish", ferry, "-o", ".", *AT)
    saved(interrupted(opened(ferry), tmp_path), ferry)
    assert run("publish", ferry, "-o", ".", "--dry-run").code == 1
    assert run("publish", ferry, "-o", ".", "--take-back").code == 0
    assert (opened(ferry).release.version, written(tmp_path)) == (0, [])
    assert run("publish", ferry, "-o", ".", "--take-back").code == 1


def test_an_embargo_is_lifted_when_it_is_asked_for(run, ferry, tmp_path, opened):
    run("set", ferry, "embargo=2026-04-01T06:00")
    run("fix", ferry)
    run("publish", ferry, "-o", ".", *AT)
    assert "<embargoed>" in (tmp_path / "2026-014.v1.xml").read_text(encoding="utf-8")
    notes = ("--note-en", "No embargo any more.", "--note-fr", "L’embargo est levé.")
    later = ("--as", "update", "--lift-embargo", "--at", "2026-03-13T11:00+01:00")
    assert run("publish", ferry, "-o", ".", *later, *notes).code == 0
    assert "<embargoed>" not in (tmp_path / "2026-014.v2.xml").read_text(encoding="utf-8")
    assert opened(ferry).release.embargo is None


def interrupted(doc, folder):
    """The document as it is while the files take their names."""
    record = doc.release.publications[-1]
    record = replace(record, files=tuple((str(folder / name), mark) for name, mark in record.files))
    return replace(doc, release=replace(doc.release, status=Status.PUBLISHING, publications=(record,)))
