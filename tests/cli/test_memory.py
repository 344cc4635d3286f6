"""`communique memory`: taken in, written out, searched; a broken file changes nothing."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.assets import user_data
from editor.formats import native
from editor.library.versions import VERSIONS, Form, Versions
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.release import Release
from editor.model.rows import Confirmation, Row

NOON = datetime(2026, 5, 17, 12, tzinfo=UTC)


@pytest.fixture
def release():
    row = Row("r1", Bilingual((Passage("The ferry runs."),), (Passage("Le bac circule à l’été."),)))
    sealed = replace(row, confirmation=Confirmation(row.wording, "Ada", NOON))
    return Communique((sealed,), release=Release(reference="2026-1", date=NOON.date()))


@pytest.fixture
def kept(run, release):
    """Keep the release among the versions, as the window does when it is saved."""
    user_data().mkdir(parents=True)
    with closing(Versions(user_data() / VERSIONS, Form(native.write, native.read, native.LIMIT))) as versions:
        versions.keep(release, Path("/office/a.communique"), "Ada", NOON)


def test_what_was_confirmed_is_found_in_either_language(run, kept):
    assert run("memory", "find", "l'ete").out == "2026-1\t2026-05-17\tThe ferry runs.\tLe bac circule à l’été.\n"
    (found,) = json.loads(run("memory", "find", "the", "ferry", "--json").out)
    assert (found["fr"], found["by"], found["date"]) == ("Le bac circule à l’été.", "Ada", "2026-05-17")
    assert run("memory", "find", "zeppelin").out == ""


def test_a_memory_goes_out_and_comes_in_elsewhere(run, kept, tmp_path, monkeypatch):
    assert run("memory", "export", "-o", "office.tmx").out == "office.tmx\n"
    assert 'xml:lang="en-GB"' in Path("office.tmx").read_text(encoding="utf-8")
    assert run("memory", "export", "-o", "office.tmx").code == 2
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    ran = run("memory", "import", "office.tmx")
    assert (ran.code, ran.said) == (0, ["1 pair more is in the memory."])
    assert run("memory", "import", "office.tmx").said == ["0 pairs more are in the memory."]
    assert run("memory", "find", "bac").out.startswith("2026-1\t2026-05-17\t")


def test_a_release_is_converted_to_its_pairs(run, release, saved):
    saved(release, "a.communique")
    assert run("convert", "a.communique", "-o", "a.tmx").code == 0
    assert run("memory", "import", "a.tmx").said == ["1 pair more is in the memory."]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("import", "none.tmx"), "none.tmx: "),
        (("import", "half.tmx"), "half.tmx: Line 1: "),
        (("import",), "memory import: one file is wanted."),
        (("export",), "memory export: --output names a file that ends in .tmx."),
        (("export", "-o", "a.csv"), "memory export: --output names a file that ends in .tmx."),
        (("export", "a.tmx", "-o", "a.tmx"), "memory export: the file is named by --output."),
        (("find",), "memory find: words are wanted."),
        (("throw",), "memory: import, export or find is wanted, not “throw”."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_takes_nothing_in(run, words, why):
    unit = "<tu><tuv xml:lang='en'><seg>Half</seg></tuv><tuv xml:lang='fr'><seg>Demi</seg></tuv></tu>"
    Path("half.tmx").write_text(f"<tmx><header/><body>{unit}", encoding="utf-8")
    ran = run("memory", *words)
    assert (ran.code, ran.out, len(ran.said)) == (2, "", 1)
    assert why in ran.err
    assert run("memory", "find", "half").out == ""
