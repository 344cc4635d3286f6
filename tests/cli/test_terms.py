"""`communique terms`: imported, listed, written out; a broken file is one sentence."""

import json
from pathlib import Path

import pytest


def test_terms_are_imported_listed_and_written_out(run):
    Path("ours.csv").write_text("en,fr\nlake ferry,bac du lac\n", encoding="utf-8")
    ran = run("terms", "import", "ours.csv", "--profile", "eu")
    assert ran.code == 0
    assert ran.said[0].endswith("eu.csv: 1 new term, 0 exchanged.")
    assert run("terms", "list", "ferry", "--profile", "eu").out == "lake ferry\tbac du lac\n"
    assert json.loads(run("terms", "list", "ferry", "--profile", "eu", "--json").out)[0]["fr"] == ["bac du lac"]
    assert run("terms", "list", "ferry").out == ""
    assert run("terms", "export", "out.csv", "--profile", "eu").code == 0
    assert "lake ferry,bac du lac" in Path("out.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("import", "none.csv"), "none.csv: "),
        (("import", "bad.csv"), "bad.csv: Line 2: the French is missing."),
        (("import", "bad.tbx"), "bad.tbx: Line 1: "),
        (("import",), "terms import: one file is wanted."),
        (("throw",), "terms: import, list or export is wanted, not “throw”."),
        (("import", "bad.csv", "--profile", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_writes_nothing(run, words, why, tmp_path):
    Path("bad.csv").write_text("en,fr\nlake,\n", encoding="utf-8")
    Path("bad.tbx").write_text("<martif><text>", encoding="utf-8")
    ran = run("terms", *words)
    assert (ran.code, ran.out, len(ran.said)) == (2, "", 1)
    assert why in ran.err
    assert not (tmp_path / "home").exists()
