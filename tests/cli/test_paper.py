"""`communique convert` to paper: languages, layouts and the memory of review copies."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editor.cli import main
from editor.formats import native

# The tests of the window, run by the same process, want an application of their kind.
pytestmark = pytest.mark.usefixtures("qapp")

EXAMPLE = Path(__file__).parents[2] / "resources/examples/lake-ferry.communique"


@pytest.fixture
def release(tmp_path):
    return Path(shutil.copy(EXAMPLE, tmp_path / "a.communique"))


def run(*words):
    return main([*map(str, words), "--lang-ui", "en"])


@pytest.mark.parametrize("suffix", ["txt", "html", "docx", "pdf"])
@pytest.mark.parametrize("layout", ["columns", "after", "review"])
def test_every_kind_of_paper_is_written_in_every_layout(release, suffix, layout):
    out = release.with_suffix(f".{suffix}")
    assert run("convert", release, "-o", out, "--layout", layout) == 0
    assert out.stat().st_size > 1000


def test_one_language_of_a_release_is_written_alone(release):
    out = release.with_suffix(".txt")
    run("convert", release, "-o", out, "--lang", "fr")
    text = out.read_text(encoding="utf-8")
    assert "Le premier bac électrique" in text
    assert "first electric ferry" not in text


def test_plain_text_is_wrapped_for_mail_and_read_back_whole(release):
    out, back = release.with_suffix(".txt"), release.with_name("back.communique")
    run("convert", release, "-o", out, "--lang", "fr", "--wrap", "72")
    assert max(map(len, out.read_text(encoding="utf-8").splitlines())) <= 72
    run("convert", out, "-o", back)
    texts = [passage.text for row in native.read(back.read_bytes(), back).rows for passage in row.sides.fr]
    first = native.read(release.read_bytes(), release)
    assert texts == [passage.text for row in first.rows for passage in row.sides.fr]


@pytest.mark.parametrize("words", [("--wrap", "7"), ("--wrap", "wide"), ("--remember",), ("--layout", "beside")])
def test_what_makes_no_sense_is_refused_and_nothing_written(release, words):
    out = release.with_suffix(".html")
    before = release.read_bytes()
    assert run("convert", release, "-o", out, *words) == 2
    assert not out.exists()
    assert release.read_bytes() == before


def test_a_review_copy_is_remembered_only_when_asked(release):
    out = release.with_suffix(".html")
    run("convert", release, "-o", out, "--layout", "review")
    assert native.read(release.read_bytes(), release).review is None
    run("convert", release, "-o", out, "--layout", "review", "--force", "--remember", "--at", "2026-03-12T10:00")
    copy = native.read(release.read_bytes(), release).review
    assert (copy.number, copy.at.isoformat()) == (1, "2026-03-12T10:00:00+01:00")
    run("set", release, "r1.en=Lake Orvane’s first electric ferry enters service in July")
    run("convert", release, "-o", out, "--layout", "review", "--force")
    page = out.read_text(encoding="utf-8")
    assert "in <del>June</del><ins>July</ins>" in page
    assert page.count("<ins>") == 1


def test_pages_need_no_display_whatever_the_desktop_says(release):
    desktop = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    ran = subprocess.run(
        (sys.executable, "-m", "editor", "convert", str(release), "-o", str(release.with_suffix(".pdf"))),
        env={**desktop, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_without_the_libraries_of_qt_one_sentence_says_so(release, tmp_path):
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6/__init__.py").write_text("raise ImportError('libGL.so.1: no such file')")
    out = release.with_suffix(".pdf")
    ran = subprocess.run(
        (sys.executable, "-m", "editor", "convert", str(release), "-o", str(out), "--lang-ui", "en"),
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(Path(__file__).parents[2])))},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 2
    assert "PDF files are written with Qt, which does not load here: libGL.so.1" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert not out.exists()
