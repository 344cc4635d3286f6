"""Whole stories through the real command: a text arrives, is worked on, and goes out as valid NewsML-G2."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from editor.formats import native
from editor.model.language import Bilingual

CHECKOUT = Path(__file__).parents[2]
EXAMPLES = CHECKOUT / "resources" / "examples"
DATA = Path(__file__).parent / "data"
CAPTION = "Le secrétaire général de l’OTAN, Jens Stoltenberg, et le président de la Serbie, Aleksandar Vučić"


@pytest.fixture
def communique(tmp_path):
    """Run the real command in an empty folder; answers the finished process."""
    work = tmp_path / "work"
    work.mkdir()
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "home"), "LC_ALL": "C.UTF-8"}
    settings = {**os.environ, **home, "PYTHONPATH": str(CHECKOUT)}

    def command(*words, **more):
        return subprocess.run(
            [sys.executable, "-m", "editor", *map(str, words)],
            cwd=work,
            env={**settings, **more},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    command.folder = work
    return command


def done(ran, code=0):
    assert ran.returncode == code, ran.stderr + ran.stdout
    assert "Traceback" not in ran.stderr
    return ran


def official_schema():
    path = CHECKOUT.parent / "shared" / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"
    return ("--xsd", path) if path.is_file() else ()


def test_the_example_goes_from_two_texts_to_valid_newsml(communique):
    for language in ("en", "fr"):
        shutil.copy(EXAMPLES / f"lake-ferry.{language}.txt", communique.folder / f"ferry.{language}.txt")
    pair = ("--en", "ferry.en.txt", "--fr", "ferry.fr.txt")
    done(communique("convert", *pair, "--profile", "sample", "-o", "ferry.communique"))
    done(communique("check", "ferry.communique"), code=1)
    refused = done(communique("publish", "ferry.communique", "-o", "."), code=1)
    assert "R34" in refused.stderr
    assert not list(communique.folder.glob("*.xml"))
    done(communique("set", "ferry.communique", "reference=2026-014", "topics=20000715"))
    done(communique("confirm", "ferry.communique", "--by", "Ines Morel"))
    communique("fix", "ferry.communique")
    left = json.loads(communique("check", "ferry.communique", "--level", "error", "--json").stdout)
    assert left == []
    published = done(communique("publish", "ferry.communique", "-o", ".", "--at", "2026-03-12T11:00"))
    assert published.stdout.split() == ["2026-014.v1.xml"]
    done(communique("validate", "2026-014.v1.xml", *official_schema()))
    again = done(communique("publish", "ferry.communique", "-o", "."), code=1)
    assert "version 1" in again.stderr


def test_a_real_release_goes_from_two_texts_with_a_gap_to_valid_newsml(communique, shared):
    shutil.copy(shared / "communiques" / "nato-seed-fr.txt", communique.folder / "seed-fr.txt")
    shutil.copy(DATA / "seed-en-gap.txt", communique.folder / "seed-en.txt")
    done(communique("convert", "--en", "seed-en.txt", "--fr", "seed-fr.txt", "-o", "seed.communique"))
    listed = json.loads(communique("check", "seed.communique", "--json").stdout)
    (missing,) = {each["row"] for each in listed if each["rule"] == "X01"}
    (caption,) = {each["row"] for each in listed if each["rule"] in ("X02", "X03")}
    whole, gap = ((DATA / name).read_text(encoding="utf-8").splitlines() for name in ("seed-en.txt", "seed-en-gap.txt"))
    (paragraph,) = set(whole) - set(gap)
    texts = (f"r{caption + 1}.fr={CAPTION}", f"r{missing + 1}.en={paragraph}")
    fields = ("reference=PR/CP(2021)078", "place.en=Brussels", "place.fr=Bruxelles")
    done(communique("set", "seed.communique", *fields, *texts))
    done(communique("fix", "seed.communique"))
    done(communique("confirm", "seed.communique"))
    done(communique("check", "seed.communique", "--level", "error"))
    ran = done(communique("publish", "seed.communique", "-o", ".", "--at", "2021-05-18T14:00+02:00"))
    checked = done(communique("validate", ran.stdout.strip(), *official_schema()))
    assert checked.stdout == ""
    published = (communique.folder / ran.stdout.strip()).read_text(encoding="utf-8")
    assert published.count("cmqpart:quotation") == 14


def test_a_real_release_alone_is_recognised_whole(communique, shared):
    text = shared / "communiques" / "nato-seed-fr.txt"
    ran = done(communique("recognise", text, "--lang", "fr", "--json"))
    gold = communique.folder / "gold"
    gold.mkdir()
    for path in text.parent.glob("nato-seed-fr.*"):
        shutil.copy(path, gold)
    (communique.folder / "found.json").write_text(ran.stdout, encoding="utf-8")
    score = subprocess.run(
        [sys.executable, text.with_name("score.py"), gold, communique.folder / "found.json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    lines = [line for line in score.stdout.partition("--- en")[0].splitlines() if "F1" in line]
    assert any("tp    7 gold    7 pred    7" in line for line in lines if "exact span + speaker  " in line)
    assert all("F1  1.000" in line for line in lines), score.stdout


def test_a_release_lives_through_correction_and_cancellation(communique):
    shutil.copy(EXAMPLES / "lake-ferry.communique", communique.folder / "a.communique")
    options = ("a.communique", "-o", ".")
    done(communique("publish", *options, "--at", "2026-03-12T11:00"))
    late = done(communique("publish", *options, "--as", "correction", "--at", "2026-03-12T12:00"), code=1)
    assert "note.en" in late.stderr
    notes = ("--note-en", "The fare was wrong.", "--note-fr", "Le tarif était faux.")
    done(communique("publish", *options, "--as", "correction", *notes, "--at", "2026-03-12T10:00"), code=2)
    done(communique("publish", *options, "--as", "correction", *notes, "--at", "2026-03-12T12:00"))
    ended = ("--note-en", "The ferry is late.", "--note-fr", "Le bac est en retard.")
    done(communique("publish", *options, "--as", "cancel", *ended, "--at", "2026-03-13T12:00"))
    files = sorted(path.name for path in communique.folder.glob("*.xml"))
    assert files == ["2026-014.v1.xml", "2026-014.v2.xml", "2026-014.v3.xml"]
    done(communique("validate", *files, *official_schema()))
    assert "The fare was wrong." in (communique.folder / files[1]).read_text(encoding="utf-8")
    done(communique("publish", *options, "--as", "update", *notes), code=1)


def test_equal_documents_and_times_give_equal_bytes_in_any_language_and_zone(communique):
    prints = set()
    for number, settings in enumerate(({"TZ": "UTC"}, {"TZ": "Asia/Tokyo", "LC_ALL": "fr_FR.UTF-8"})):
        folder = communique.folder / str(number)
        folder.mkdir()
        shutil.copy(EXAMPLES / "lake-ferry.communique", folder / "a.communique")
        done(communique("publish", folder / "a.communique", "-o", folder, "--at", "2026-03-12T11:00", **settings))
        prints.add(hashlib.sha256((folder / "2026-014.v1.xml").read_bytes()).hexdigest())
    assert len(prints) == 1


needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to try")
needs_shell = pytest.mark.skipif(os.name == "nt", reason="streams are closed by a POSIX shell")


def in_shell(words, **settings):
    """Run a command through the shell, for what it does to the streams. PYTHONUNBUFFERED would hide faults."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"} | settings
    command = f"{sys.executable} -m editor {words}"
    return subprocess.run(
        ["sh", "-c", command], cwd=CHECKOUT, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


@needs_full
@pytest.mark.parametrize("words", ["--help", "check resources/examples/lake-ferry.communique", "new --help"])
def test_a_full_disk_is_told_once(words):
    ran = in_shell(f"{words} >/dev/full", LC_ALL="C.UTF-8")
    told = ran.stderr.splitlines()
    assert ran.returncode == 2
    assert told[-1] == "The disk is full: what was to be printed could not all be written."
    assert "Traceback" not in ran.stderr
    assert "Le disque est plein" in in_shell(f"{words} >/dev/full", LC_ALL="fr_FR.UTF-8").stderr


@needs_full
def test_where_not_even_messages_can_be_written_the_exit_code_tells():
    assert in_shell("check nowhere.communique 2>/dev/full").returncode == 2


@needs_shell
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_change_nothing_but_what_is_heard(closed, tmp_path):
    target = tmp_path / "a.html"
    assert in_shell(f"check resources/examples/lake-ferry.communique {closed}").returncode == 0
    assert in_shell(f"check nowhere.communique {closed}").returncode == 2
    done(in_shell(f"convert resources/examples/lake-ferry.communique -o {target} {closed}"))
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_reader_that_leaves_early_is_no_fault(communique):
    command = f"{sys.executable} -m editor check {EXAMPLES / 'lake-ferry.fr.txt'} --json | head -c 1"
    ran = subprocess.run(
        ["sh", "-c", command], cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "[", "")


def beginning(*words, folder):
    """Begin a command and answer its process, not waited for."""
    return subprocess.Popen(
        [sys.executable, "-m", "editor", *map(str, words)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT), "XDG_DATA_HOME": str(folder / "home"), "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_commands_at_once_on_one_document_lose_nothing(communique):
    shutil.copy(EXAMPLES / "lake-ferry.communique", communique.folder / "a.communique")
    (communique.folder / "out").mkdir()
    done(communique("confirm", "a.communique"))
    done(communique("publish", "a.communique", "-o", "out"))
    fields = ("keywords.en=ferry", "keywords.fr=ferry")
    at_once = [beginning("set", "a.communique", field, folder=communique.folder) for field in fields]
    assert [each.communicate()[1] for each in at_once] == ["", ""]
    notes = ("--note-en", "The fare was wrong.", "--note-fr", "Le tarif était faux.")
    update = ("publish", "a.communique", "-o", "out", "--as", "update", *notes)
    at_once = [beginning(*update, folder=communique.folder) for _ in range(3)]
    assert [each.communicate()[1] for each in at_once] == ["", "", ""]
    doc = native.read((communique.folder / "a.communique").read_bytes(), Path("a.communique"))
    assert doc.release.keywords == Bilingual(("ferry",), ("ferry",))
    assert [each.version for each in doc.release.publications] == [1, 2, 3, 4]
    assert len(list((communique.folder / "out").glob("*.xml"))) == 4
    assert sorted(path.name for path in communique.folder.iterdir() if path.name.startswith(".")) == []


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_command_that_is_stopped_says_nothing_and_leaves_nothing(communique, name, code):
    shutil.copy(EXAMPLES / "lake-ferry.communique", communique.folder / "a.communique")
    # When the first findings are here it has hundreds of files to go.
    ran = beginning("check", *["a.communique"] * 400, folder=communique.folder)
    ran.stdout.read(1)
    ran.send_signal(getattr(signal, name))
    said = ran.communicate()[1]
    assert (ran.returncode, said) == (code, "")
