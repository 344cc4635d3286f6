"""A disk that turns bits: SQLite's own check sees those in its pages, and none of those in what the pages hold."""

import random
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from editor.errors import CommuniqueError
from editor.formats import native
from editor.library.archive import INDEX, Archive, State, remember
from editor.library.directory import FILE, DirectoryStore
from editor.library.memory import MEMORY, TranslationMemory
from editor.library.store import read_moment, written_moment
from editor.library.versions import VERSIONS, Form, Versions
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.people import Participant
from editor.model.release import Release
from editor.model.rows import Confirmation, Row

NOON = datetime(2026, 5, 17, 12, tzinfo=UTC)
FORM = Form(native.write, native.read, native.LIMIT)
PATHS = [Path(f"/office/ferry-{number}.communique") for number in range(12)]


def release(number):
    pair = Bilingual(f"Ferry {number} leaves at noon.", f"Le bac {number} part à midi.")
    row = Row("r1", pair.each(lambda text: (Passage(text),)), confirmation=Confirmation(pair, "Ada", NOON))
    return Communique((row,), release=Release(reference=f"2026-{number}", date=date(2026, 5, 17)), counter=1)


def use_directory(folder):
    with closing(DirectoryStore(folder)) as store:
        store.read()
        store.keep(Participant("", Bilingual("Ada Lovell", "Ada Lovéll")))


def use_memory(folder):
    with closing(TranslationMemory(folder / MEMORY)) as memory:
        memory.matches("Le bac 3 part à midi.", Language.FR)
        memory.matches("Ferry 99 leaves at noon, they say.", Language.EN)
        memory.concordance("ferry")
        list(memory.pairs())
        memory.take_in(release(3), PATHS[3])


def use_versions(folder):
    with closing(Versions(folder / VERSIONS, FORM)) as versions:
        for _, version in versions.latest():
            versions.read(version.id)
        for path in PATHS:
            versions.of(path)
        versions.keep(release(77), PATHS[3], "Ada", NOON)


def use_archive(folder):
    with closing(Archive(folder / INDEX)) as archive:
        for words in ("", "ferry", "2026-3"):
            archive.search(words)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    with (
        closing(DirectoryStore(folder)) as directory,
        closing(TranslationMemory(folder / MEMORY)) as memory,
        closing(Versions(folder / VERSIONS, FORM)) as versions,
        closing(Archive(folder / INDEX)) as archive,
    ):
        for number, path in enumerate(PATHS):
            directory.keep(Participant("", Bilingual(f"Zoé Lacroix {number}", f"Zoé Lacroix {number}")))
            memory.take_in(release(number), path)
            remember(release(number), path, State("Ada", NOON, 1), versions, lambda: archive)
    return folder


@pytest.mark.parametrize(
    ("name", "use"), [(FILE, use_directory), (MEMORY, use_memory), (VERSIONS, use_versions), (INDEX, use_archive)]
)
def test_whatever_bits_are_turned_what_is_left_is_read_or_a_sentence_told(office, tmp_path, name, use):
    raw = (office / name).read_bytes()
    chance = random.Random(name)  # noqa: S311 (repeatable damage, no secrets)
    held = [place for place, byte in enumerate(raw) if byte]
    for _ in range(60):
        data = bytearray(raw)
        for place in chance.sample(held, 3):
            data[place] ^= 1 << chance.randrange(8)
        for file in tmp_path.iterdir():
            file.unlink()
        (tmp_path / name).write_bytes(data)
        with suppress(CommuniqueError):
            use(tmp_path)


@pytest.mark.parametrize("text", ["", "202\x16-05-01T12:00:00+00:00", "2026-05-01", "2026-13-01T12:00:00+00:00"])
def test_a_moment_without_sense_was_before_all_others(text):
    assert read_moment(text) < NOON
    assert read_moment(written_moment(NOON)) == NOON
