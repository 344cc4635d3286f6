from contextlib import closing
from dataclasses import replace

import pytest
from directories import directories
from hypothesis import given

from editor.library.directory import FILE, DirectoryStore, read_directory
from editor.model.directory import Directory, Organisation
from editor.model.language import Bilingual
from editor.model.people import Participant

ADA = Participant("", Bilingual("Ada Lovell", "Ada Lovell"), (Bilingual("Minister", "ministre"),))
LAKE = Organisation("", Bilingual("Lake Authority", "Office du lac"))


def bare(directory):
    return tuple(replace(entry, id="") for entry in directory.entries)


@pytest.fixture
def store(tmp_path):
    with closing(DirectoryStore(tmp_path)) as opened:
        yield opened


def test_entries_are_kept_changed_and_forgotten(store, tmp_path):
    ada, lake = store.keep(ADA), store.keep(LAKE)
    assert store.read() == read_directory(tmp_path, [].append) == Directory((ada, lake))
    minister = store.keep(replace(ada, country="BE"))
    assert store.read().people == (minister,)
    store.remove(ada.id)
    assert store.read() == Directory((lake,))
    store.keep(minister)
    assert store.read() == Directory((minister, lake))


def test_asking_for_a_directory_makes_none(tmp_path):
    assert read_directory(tmp_path / "nowhere", [].append) == Directory()
    assert list(tmp_path.iterdir()) == []


@given(directories)
def test_a_list_taken_in_is_the_directory_and_taken_in_again_changes_nothing(tmp_path_factory, directory):
    with closing(DirectoryStore(tmp_path_factory.mktemp("office"))) as store:
        assert store.take_in(directory.entries) == (len(directory.entries), 0)
        kept = store.read()
        assert bare(kept) == directory.entries
        assert store.take_in(directory.entries) == (0, 0)
        assert store.read() == kept


def test_a_list_tells_known_entries_anew_and_leaves_the_others(store):
    ada, lake = store.keep(ADA), store.keep(LAKE)
    told = replace(ADA, country="BE")
    assert store.take_in([told, Participant("", Bilingual("Bo Karr", ""))]) == (1, 1)
    first, second, third = store.read().entries
    assert (first, second) == (replace(told, id=ada.id), lake)
    assert third.name.en == "Bo Karr"


def test_a_list_that_fails_on_the_way_changes_nothing(store):
    store.keep(ADA)
    before = store.read()
    with pytest.raises(AttributeError):
        store.take_in([replace(LAKE, name=Bilingual("Other", "")), None])
    assert store.read() == before


def test_a_damaged_directory_is_set_aside_and_told(tmp_path):
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    with closing(DirectoryStore(tmp_path)) as store:
        assert "damaged" in store.notes[0].english()
        assert store.read() == Directory()
