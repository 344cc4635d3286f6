import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from editor.errors import Unreadable
from editor.formats import native
from editor.library import versions as library
from editor.library.archive import _SCHEMA, Archive, described
from editor.library.versions import Form, Versions
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.people import Participant
from editor.model.release import Action, Publication, Release
from editor.model.rows import Row, RowKind

NOON = datetime(2026, 5, 17, 12, tzinfo=UTC)
PATH = Path("/office/ferry.communique")
FORM = Form(native.write, native.read, native.LIMIT)


def release(english="A ferry will run again", french="Le bac circulera à nouveau", **facts):
    rows = (
        Row("r1", Bilingual((Passage(english),), (Passage(french),)), RowKind.HEADLINE),
        Row("r2", Bilingual((Passage("It begins on Monday."),), (Passage("Début lundi."),))),
    )
    return Communique(rows, release=Release(**facts), counter=2)


@pytest.fixture
def versions(tmp_path):
    with closing(Versions(tmp_path / "versions.sqlite3", FORM)) as opened:
        yield opened


@pytest.fixture
def archive(tmp_path):
    with closing(Archive(tmp_path / "archive.sqlite3")) as opened:
        yield opened


def test_a_state_is_kept_once_with_who_when_and_what_changed(versions):
    first, second = release(), release(french="Le bac reprend", reference="2026-1")
    assert versions.keep(first, PATH, "Ada", NOON)
    assert not versions.keep(first, PATH, "Ada", NOON + timedelta(minutes=1))
    assert versions.keep(second, PATH, "Ben", NOON + timedelta(minutes=2))
    assert versions.keep(second, PATH, "Ben", NOON + timedelta(minutes=3), published=1)
    published, later, earlier = versions.of(PATH)
    assert (earlier.person, earlier.at, earlier.changed, earlier.fields) == ("Ada", NOON, Bilingual(0, 0), False)
    assert (later.person, later.changed, later.fields) == ("Ben", Bilingual(0, 1), True)
    assert (published.published, published.changed) == (1, Bilingual(0, 0))
    assert versions.read(earlier.id) == first
    assert versions.read(published.id) == second
    assert versions.of(Path("/office/other.communique")) == ()


def test_a_document_saved_under_another_name_or_moved_keeps_its_versions(versions, tmp_path):
    versions.keep(release(), PATH, "Ada", NOON)
    renamed = PATH.with_name("other.communique")
    versions.keep(release("New words"), renamed, "Ada", NOON + timedelta(hours=1), former=PATH)
    assert len(versions.of(renamed)) == 2
    assert len(versions.of(PATH)) == 1
    moved = tmp_path / "moved.communique"
    moved.write_bytes(native.write(release("New words")))
    assert len(versions.of(moved)) == 2


def test_old_saves_are_thinned_and_publications_never(versions):
    for minute in range(0, 60 * 24 * 20, 97):
        doc = release(f"Words {minute}")
        versions.keep(doc, PATH, "Ada", NOON + timedelta(minutes=minute), published=int(minute == 97 * 3))
    kept = versions.of(PATH)
    last = kept[0].at
    ages = [last - version.at for version in kept if not version.published]
    assert sum(age < timedelta(days=1) for age in ages) == 15
    assert sum(timedelta(days=8) <= age < timedelta(days=18) for age in ages) == 10
    assert [version.published for version in kept if version.published] == [1]
    assert len(kept) < 140


def test_the_number_and_the_size_are_bounded(versions, monkeypatch):
    monkeypatch.setattr(library, "_MOST", 5)
    for minute in range(9):
        versions.keep(release(f"Words {minute}"), PATH, "Ada", NOON + timedelta(minutes=minute))
    assert len(versions.of(PATH)) == 5
    monkeypatch.setattr(library, "_LARGEST", 1)
    other = PATH.with_name("other.communique")
    versions.keep(release("Other"), other, "Ada", NOON + timedelta(hours=1))
    assert len(versions.of(PATH)) == len(versions.of(other)) == 1, "the last of each document stays"


def test_forgotten_or_damaged_versions_are_a_sentence(versions):
    versions.keep(release(), PATH, "Ada", NOON)
    (version,) = versions.of(PATH)
    with versions._store.change() as database:
        database.execute("UPDATE versions SET data = x'00ff00'")
    with pytest.raises(Unreadable, match="damaged"):
        versions.read(version.id)
    assert versions.forget(PATH) == 1
    assert versions.of(PATH) == ()
    with pytest.raises(Unreadable, match="not kept any more"):
        versions.read(version.id)


def filled(versions, archive):
    people = (Participant("p1", Bilingual("Zoë Brontë", "Zoë Brontë"), (Bilingual("Minister", "ministre"),)),)
    docs = {
        "ferry": release(reference="2026-014", topics=("20000538",)),
        "bridge": replace(release("The bridge is closed", "Le pont est fermé"), participants=people),
        "harbour": release("A harbour for Évian", "L’État agrandit le port d’Évian"),
    }
    for hour, (name, doc) in enumerate(docs.items()):
        path = PATH.with_name(f"{name}.communique")
        versions.keep(doc, path, "Ada", NOON + timedelta(hours=hour), published=int(name == "harbour"))
        archive.take_in(doc, described(doc, path, versions.of(path)[0]))


def names(archive, words):
    return [found.path.stem for found in archive.search(words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2026-014", ["ferry"]),
        ("fermé", ["bridge"]),
        ("FERME", ["bridge"]),
        ("etat evian", ["harbour"]),
        ("bronte minis", ["bridge"]),
        ("nouveau ferry", ["ferry"]),
        ("ferry bridge", []),
        ('"OR NEAR(', []),
        ("", ["harbour", "bridge", "ferry"]),
        ("?!", []),
    ],
)
def test_releases_are_found_by_any_words_accents_folded(versions, archive, words, found):
    filled(versions, archive)
    assert names(archive, words) == found


def test_a_later_state_takes_the_place_of_the_former_in_the_archive(versions, archive):
    filled(versions, archive)
    path = PATH.with_name("ferry.communique")
    doc = release("A boat will run again")
    versions.keep(doc, path, "Ben", NOON + timedelta(days=1))
    archive.take_in(doc, described(doc, path, versions.of(path)[0]))
    assert names(archive, "ferry") == []
    assert archive.search("boat")[0].person == "Ben"
    archive.forget(path)
    assert names(archive, "boat") == []


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 99, None])
def test_a_lost_or_damaged_archive_is_rebuilt_from_the_versions(versions, tmp_path, damage):
    file = tmp_path / "archive.sqlite3"
    with closing(Archive(file)) as archive:
        filled(versions, archive)
        before = archive.search("")
    for beside in tmp_path.glob("archive.sqlite3*"):
        beside.unlink()
    if damage is not None:
        file.write_bytes(damage)
    with closing(Archive(file)) as archive:
        assert archive.is_empty
        assert archive.rebuild(versions) == 3
        assert archive.search("") == before
        assert names(archive, "ferme") == ["bridge"]


def test_an_index_made_before_it_told_what_was_done_is_made_anew(versions, tmp_path):
    file = tmp_path / "archive.sqlite3"
    past = (Publication(1, Action.NEW, NOON, "one"), Publication(2, Action.CANCEL, NOON, "one"))
    doc = release(publications=past)
    versions.keep(doc, PATH, "Ada", NOON, published=2)
    with closing(sqlite3.connect(file, isolation_level=None)) as former:
        for statement in _SCHEMA.steps[0]:
            former.execute(statement)
        former.execute("PRAGMA user_version = 1")
        former.execute(
            "INSERT INTO releases (path, published, version, at, person, reference, day, english, french) "
            "VALUES ('/office/ferry.communique', 2, 1, '', 'Ada', '', '', '', '')"
        )
    with closing(Archive(file)) as archive:
        assert archive.is_empty
        archive.rebuild(versions)
        assert [(found.published, found.action) for found in archive.search("ferry")] == [(2, Action.CANCEL)]
