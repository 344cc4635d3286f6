"""Hostile files through the real command, measured from outside: a sentence, little memory, no network."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="this system does not tell how much memory a process took")
CHECKOUT = Path(__file__).parents[2]
MOST = 300
"""MB a process may hold at most, whatever it is given."""

WITNESS = """
import resource, sys

def refuse(event, _arguments):
    if event.startswith("socket."):
        print("SOCKET", event, file=sys.stderr)
        raise RuntimeError("no network may be used")

sys.addaudithook(refuse)
from editor.cli import main
code = main(sys.argv[1:])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)
if sys.platform == "linux":
    # Linux counts what the process that started this one held; the kernel's other book begins with the program.
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) // 1024
print("PEAK", peak)
sys.exit(code)
"""
"""Runs the command with sockets forbidden, and tells the most memory the process held."""

HEAD = (
    b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en" guid="urn:a" version="1"'
    b' standard="NewsML-G2" standardversion="2.35"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>'
    b"<contentMeta><headline>A</headline></contentMeta><contentSet><inlineXML>"
    b'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
)
TAIL = b"</body></html></inlineXML></contentSet></newsItem>"
LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))


def huge(path):
    """Write 200 MB of paragraphs, a piece at a time."""
    piece = b"<p>The ferry is late.</p>" * 40_000
    with path.open("wb") as sheet:
        sheet.write(HEAD)
        for _ in range(200):
            sheet.write(piece)
        sheet.write(TAIL)


REFUSED = {
    "200 MB": huge,
    "most bytes read": HEAD + b"<p>" + b"x" * 15_900_000 + b"</p>",
    "most tags read": HEAD + b"<p/>" * 400_000 + TAIL,
    "ten thousand levels": HEAD + b"<div>" * 10_000 + b"</div>" * 10_000 + TAIL,
    "a billion laughs": b'<!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + b"]>" + HEAD + b"&l9;" + TAIL,
    "an external entity": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + HEAD + b"&x;" + TAIL,
    "an entity from the network": b'<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>' + HEAD + b"&x;" + TAIL,
    "a document type from the network": b'<!DOCTYPE newsItem SYSTEM "http://127.0.0.1:9/x.dtd">' + HEAD + TAIL,
    "the wrong encoding": HEAD + "<p>été</p>".encode("latin-1") + TAIL,
    "a lie about the encoding": b'<?xml version="1.0" encoding="UTF-16"?>' + HEAD + b"<p>x</p>" + TAIL,
}
RUNS = (
    HEAD
    + b"<?php x?><script>alert(1)</script><p onclick='alert(2)'>Kept <a href='java&#9;script:alert(3)'>words</a></p>"
    + b"<p><a href='https://lake.example/'>a link</a><iframe src='http://127.0.0.1:9/alert'/></p>"
    + b"<style>@import url(http://127.0.0.1:9/alert)</style>"
    + TAIL
)
FULL = HEAD + b"<p a='' b=''>x</p>" * 140_000 + TAIL
"""As many elements and attributes as are still read."""


def run(*words):
    """Run the command as a process of its own; answers it, and the most memory it held, in MB."""
    ran = subprocess.run(
        [sys.executable, "-c", WITNESS, *map(str, words)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert "Traceback" not in ran.stderr, ran.stderr
    assert "SOCKET" not in ran.stderr
    *_, peak = (line for line in ran.stdout.splitlines() if line.startswith("PEAK "))
    return ran, int(peak.removeprefix("PEAK "))


@pytest.fixture
def written(tmp_path):
    """Write a hostile file; answers where it lies."""

    def write(content):
        path = tmp_path / "hostile.xml"
        content(path) if callable(content) else path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize("name", REFUSED)
def test_opening_a_hostile_file_ends_in_a_sentence_and_takes_little_memory(written, tmp_path, name):
    ran, peak = run("convert", written(REFUSED[name]), "-o", tmp_path / "a.communique")
    assert ran.returncode == 2
    (sentence,) = ran.stderr.splitlines()
    assert len(sentence.removeprefix(str(tmp_path))) < 250
    assert peak < MOST
    assert not (tmp_path / "a.communique").exists()


@pytest.mark.parametrize("name", ["200 MB", "most tags read", "a billion laughs", "an entity from the network"])
def test_validating_a_hostile_file_tells_of_it_and_takes_little_memory(written, name):
    ran, peak = run("validate", written(REFUSED[name]))
    assert ran.returncode in {1, 2}
    assert peak < MOST


@pytest.mark.parametrize("verb", ["validate", "convert"])
def test_the_fullest_file_still_read_keeps_within_the_memory_allowed(written, tmp_path, verb):
    out = ("-o", tmp_path / "a.communique") if verb == "convert" else ()
    _, peak = run(verb, written(FULL), *out)
    assert peak < MOST


def test_what_runs_in_a_body_is_cleaned_and_said(written, tmp_path):
    out = tmp_path / "a.communique"
    ran, peak = run("convert", written(RUNS), "-o", out)
    assert ran.returncode == 0
    assert "runs" in ran.stderr
    kept = out.read_text(encoding="utf-8")
    assert "Kept words" in kept
    assert "https://lake.example/" in kept
    assert "alert" not in kept
    assert peak < MOST
    ran, _ = run("validate", tmp_path / "hostile.xml")
    assert ran.returncode == 1
    assert ran.stdout.count("N29") >= 4
    assert "N31" in ran.stdout
