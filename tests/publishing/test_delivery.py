"""A publication is whole or it is not there, wherever it is interrupted."""

import errno
import hashlib
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from generated import NOON

from editor.errors import Refused, Unwritable
from editor.formats import native
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.release import Action, Publication, Release, Status
from editor.publishing import Order, Parcel, Plan, deliver, is_interrupted, paths_of, settle, take_back
from editor.words import say

NOTE = Bilingual("A note.", "Une note.")
PARCELS = (Parcel("2021-078.pic1.jpg", b"a picture"), Parcel("2021-078.v1.xml", b"<newsMessage/>"))
NAMES = [parcel.name for parcel in PARCELS]


def ready_plan(doc=None, parcels=PARCELS):
    doc = doc or Communique(release=Release(reference="2021-078", status=Status.CLEARED, note=NOTE))
    files = tuple((parcel.name, parcel.fingerprint) for parcel in parcels)
    record = Publication(1, Action.NEW, NOON, "bilingual", files, "tag:press.example.int,2021:communique:2021-078")
    return Plan(doc, Order(NOON), (), (), (), parcels, replace(record, note=doc.release.note))


class Drawer:
    """Keeps every document that was saved, as a file would."""

    def __init__(self, *faults):
        self.saved = []
        self._faults = list(faults)

    def __call__(self, doc):
        fault = self._faults.pop(0) if self._faults else None
        if fault:
            raise fault
        self.saved.append(doc)


def listing(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_files_lie_in_the_folder_and_the_document_remembers_them(tmp_path):
    drawer = Drawer()
    plan = ready_plan()
    done = deliver(plan, tmp_path, drawer)
    assert listing(tmp_path) == NAMES
    assert [(tmp_path / parcel.name).read_bytes() for parcel in PARCELS] == [parcel.data for parcel in PARCELS]
    assert [each.release.status for each in drawer.saved] == [Status.PUBLISHING, Status.PUBLISHED]
    assert drawer.saved[-1] == done
    assert done.release.publications == (plan.record,)
    assert (done.release.version, done.release.note) == (1, Bilingual("", ""))
    assert paths_of(plan.record, tmp_path) == tuple(tmp_path / name for name in NAMES)


@pytest.mark.parametrize(
    ("action", "status"),
    [(Action.CANCEL, Status.CANCELED), (Action.WITHHOLD, Status.WITHHELD), (Action.UPDATE, Status.PUBLISHED)],
)
def test_what_a_release_is_afterwards_follows_from_what_was_done(tmp_path, action, status):
    plan = ready_plan()
    plan = replace(plan, record=replace(plan.record, action=action))
    assert deliver(plan, tmp_path, Drawer()).release.status is status


def test_a_file_of_other_content_is_left_and_nothing_is_written(tmp_path):
    (tmp_path / NAMES[1]).write_bytes(b"somebody's own")
    drawer = Drawer()
    with pytest.raises(Refused, match="other content"):
        deliver(ready_plan(), tmp_path, drawer)
    assert listing(tmp_path) == [NAMES[1]]
    assert (tmp_path / NAMES[1]).read_bytes() == b"somebody's own"
    assert drawer.saved == []


def test_a_file_of_equal_content_is_not_in_the_way(tmp_path):
    (tmp_path / NAMES[1]).write_bytes(PARCELS[1].data)
    assert deliver(ready_plan(), tmp_path, Drawer()).release.status is Status.PUBLISHED


@pytest.mark.parametrize("link", ["nowhere", "."])
def test_a_link_of_the_same_name_is_in_the_way(tmp_path, link):
    (tmp_path / NAMES[1]).symlink_to(link)
    with pytest.raises(Refused):
        deliver(ready_plan(), tmp_path, Drawer())
    assert (tmp_path / NAMES[1]).is_symlink()


def test_without_a_folder_nothing_is_stamped(tmp_path):
    drawer = Drawer()
    with pytest.raises(Unwritable, match="no such folder"):
        deliver(ready_plan(), tmp_path / "missing", drawer)
    assert drawer.saved == []


def test_a_plan_with_something_in_its_way_is_not_carried_out(tmp_path):
    with pytest.raises(Refused):
        deliver(replace(ready_plan(), record=None), tmp_path, Drawer())
    assert listing(tmp_path) == []


@pytest.mark.parametrize("fault", [Unwritable("a.communique", say("The disk is full.")), KeyboardInterrupt()])
def test_where_the_document_cannot_be_stamped_nothing_is_left_in_the_folder(tmp_path, fault):
    with pytest.raises(type(fault)):
        deliver(ready_plan(), tmp_path, Drawer(fault))
    assert listing(tmp_path) == []


def test_where_another_file_takes_the_place_at_the_last_moment_it_stays_and_nothing_is_published(tmp_path):
    saved = []

    def save(doc):
        saved.append(doc)
        (tmp_path / NAMES[1]).write_bytes(b"somebody's own")

    plan = ready_plan()
    with pytest.raises(Refused, match="other content"):
        deliver(plan, tmp_path, save)
    assert listing(tmp_path) == [NAMES[1]]
    assert saved[-1] == plan.doc


def test_a_disk_without_second_names_gets_the_files_all_the_same(tmp_path):
    def link(_staged, _target):
        raise OSError(errno.EPERM, "no second names here")

    deliver(ready_plan(), tmp_path, Drawer(), link)
    assert listing(tmp_path) == NAMES


def test_a_disk_without_second_names_replaces_no_file_either(tmp_path):
    def link(_staged, target):
        target.write_bytes(b"somebody's own")
        raise OSError(errno.ENOTSUP, "no second names here")

    with pytest.raises(Refused, match="other content"):
        deliver(ready_plan(), tmp_path, Drawer(), link)
    assert (tmp_path / NAMES[0]).read_bytes() == b"somebody's own"


def test_a_failing_disk_leaves_nothing_published(tmp_path):
    def link(_staged, _target):
        raise OSError(errno.EIO, "the disk is broken")

    drawer = Drawer()
    plan = ready_plan()
    with pytest.raises(Unwritable, match="the disk is broken"):
        deliver(plan, tmp_path, drawer, link)
    assert listing(tmp_path) == []
    assert drawer.saved[-1] == plan.doc


def killed_while_delivering(plan, folder, document, after):
    """Deliver in a process that dies, as by a power cut, right after the document was saved for the nth time."""
    child = os.fork()
    if not child:
        count = 0

        def save(doc):
            nonlocal count
            document.write_bytes(native.write(doc))
            count += 1
            if count == after:
                os._exit(9)

        deliver(plan, folder, save)
        os._exit(0)
    os.waitpid(child, 0)
    return native.read(document.read_bytes(), document)


@pytest.fixture
def stamped(tmp_path):
    """A document whose publication died once it was stamped, and its folder."""
    if sys.platform == "win32":
        pytest.skip("this system has no fork")
    folder = tmp_path / "out"
    folder.mkdir()
    doc = killed_while_delivering(ready_plan(), folder, tmp_path / "a.communique", 1)
    assert is_interrupted(doc)
    return doc, folder


def waiting(folder):
    return sorted(path for path in folder.iterdir() if path.name.startswith("."))


def test_an_interrupted_publication_is_finished_from_the_files_that_wait(stamped):
    doc, folder = stamped
    assert len(waiting(folder)) == len(PARCELS)
    drawer = Drawer()
    settled = settle(doc, drawer)
    assert (settled.is_published, settled.paths) == (True, tuple(folder / name for name in NAMES))
    assert listing(folder) == NAMES
    assert drawer.saved == [settled.doc]
    assert settled.doc.release.status is Status.PUBLISHED
    assert settled.doc.release.publications == (ready_plan().record,)


def test_a_publication_interrupted_between_two_files_is_finished(stamped):
    doc, folder = stamped
    first = waiting(folder)[0]
    (folder / NAMES[0]).hardlink_to(first)
    first.unlink()
    assert settle(doc, Drawer()).is_published
    assert listing(folder) == NAMES


def test_a_publication_interrupted_before_the_last_save_is_finished(tmp_path):
    drawer = Drawer(None, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        deliver(ready_plan(), tmp_path, drawer)
    assert settle(drawer.saved[-1], drawer).is_published
    assert listing(tmp_path) == NAMES
    assert drawer.saved[-1].release.status is Status.PUBLISHED


def test_a_publication_that_lost_a_file_is_taken_back_whole(stamped):
    doc, folder = stamped
    first, second = waiting(folder)
    (folder / NAMES[0]).hardlink_to(first)
    second.unlink()
    drawer = Drawer()
    settled = settle(doc, drawer)
    assert not settled.is_published
    assert listing(folder) == []
    assert settled.doc.release.publications == ()
    assert (settled.doc.release.status, settled.doc.release.note) == (Status.DRAFT, NOTE)
    assert drawer.saved == [settled.doc]


def test_taking_back_leaves_what_is_not_of_this_publication(stamped):
    doc, folder = stamped
    (folder / NAMES[1]).write_bytes(b"somebody's own")
    (folder / "other.xml").write_bytes(b"<other/>")
    take_back(doc, Drawer())
    assert listing(folder) == sorted([NAMES[1], "other.xml"])


def test_a_document_that_names_files_of_others_takes_none_of_them_away(stamped, tmp_path):
    doc, _ = stamped
    theirs = tmp_path / "letter.txt"
    theirs.write_bytes(b"known to others")
    entry = (str(theirs), hashlib.sha256(b"known to others").hexdigest())
    (record,) = doc.release.publications
    forged = replace(record, files=(*record.files, entry))
    take_back(replace(doc, release=replace(doc.release, publications=(forged,))), Drawer())
    assert theirs.read_bytes() == b"known to others"


def test_where_another_file_took_the_place_meanwhile_it_stays_and_the_publication_is_taken_back(stamped):
    doc, folder = stamped
    (folder / NAMES[1]).write_bytes(b"somebody's own")
    assert not settle(doc, Drawer()).is_published
    assert listing(folder) == [NAMES[1]]
    assert (folder / NAMES[1]).read_bytes() == b"somebody's own"


def test_where_the_folder_cannot_be_reached_nothing_is_decided(stamped):
    doc, folder = stamped
    away = folder.rename(folder.with_name("away"))
    drawer = Drawer()
    with pytest.raises(Refused, match="cannot be reached"):
        settle(doc, drawer)
    assert drawer.saved == []
    assert not take_back(doc, drawer).is_published
    assert len(waiting(away)) == len(PARCELS)


def test_a_document_stamped_without_a_record_is_a_draft_again():
    doc = Communique(release=Release(status=Status.PUBLISHING))
    assert settle(doc, Drawer()).doc.release.status is Status.DRAFT


def test_a_later_publication_taken_back_leaves_the_former_one(tmp_path):
    former = ready_plan().record
    doc = Communique(release=Release(reference="2021-078", status=Status.PUBLISHED, publications=(former,)))
    plan = ready_plan(doc)
    plan = replace(plan, record=replace(plan.record, version=2, action=Action.UPDATE))
    drawer = Drawer(None, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        deliver(plan, tmp_path, drawer)
    assert take_back(drawer.saved[-1], drawer).doc == doc


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this account may write everywhere")
def test_a_folder_that_may_not_be_written_is_told_and_nothing_is_stamped(tmp_path):
    tmp_path.chmod(0o500)
    drawer = Drawer()
    with pytest.raises(Unwritable):
        deliver(ready_plan(), tmp_path, drawer)
    tmp_path.chmod(0o700)
    assert drawer.saved == []


def test_paths_of_the_record_are_whole_only_while_it_is_not_ended(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()
    drawer = Drawer()
    deliver(ready_plan(), Path("out"), drawer)
    begun, ended = (each.release.publications[-1].files for each in drawer.saved)
    assert [path for path, _ in begun] == [str(tmp_path / "out" / name) for name in NAMES]
    assert [path for path, _ in ended] == NAMES
