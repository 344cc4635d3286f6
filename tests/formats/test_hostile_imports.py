"""What may be brought in, malformed in thirty ways and more: a sentence each, no network, and little memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from wordfile import packed, paragraph, table, wordfile

pytest.importorskip("resource", reason="this system does not tell how much memory a process took")
CHECKOUT = Path(__file__).parents[2]
MOST = 400
"""MB the process may hold at most while it reads them all."""

WITNESS = """
import json, resource, sys
from pathlib import Path

def refuse(event, _arguments):
    if event.startswith("socket."):
        print("SOCKET", event, file=sys.stderr)
        raise RuntimeError("no network may be used")

sys.addaudithook(refuse)
from editor.errors import CommuniqueError
from editor.formats.lists import read_list
from editor.formats.table import read_manuscript
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        found = read_list(path) if path.suffix == ".csv" else read_manuscript(path)
    except CommuniqueError as error:
        told = error.sentence.told("en")
    else:
        told = ""
    print(json.dumps([path.name, told]))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)
if sys.platform == "linux":
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) // 1024
print(json.dumps(["PEAK", peak]))
"""
"""Reads every file of a folder with sockets forbidden; tells what was said of each, and the most memory held."""

GOOD = wordfile(paragraph("The ferry sails at noon. " * 50))
TEXT = "<p>The ferry sails at noon, and all of us are glad.</p>"
FAR = "http://127.0.0.1:9/far"
REMOTE = (
    f"<link rel=stylesheet href={FAR}><script src={FAR}></script><base href={FAR}>{TEXT}<img src={FAR} srcset={FAR}>"
    f"<iframe src={FAR}></iframe><object data={FAR}></object><style>@import url({FAR})</style>"
)
ENTITY = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'
MORE = "".join(f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True))
LAUGHS = f"<!DOCTYPE w [<!ENTITY a 'ha'>{MORE}]><w>&i;</w>"
TEMPLATE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    f'Target="{FAR}" TargetMode="External"/></Relationships>'
)
HEAD = "kind;name en;name fr\n"

REFUSED = {
    "empty.docx": b"",
    "text.docx": b"No Word file.",
    "picture.docx": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)),
    "old.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000),
    "half.docx": GOOD[: len(GOOD) // 2],
    "tail.docx": GOOD[:-40],
    "zip.docx": packed({"a.txt": "x"}),
    "sheet.docx": packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}),
    "cut.docx": packed({"word/document.xml": "<w:document"}),
    "zeros.docx": packed({"word/document.xml": "\0" * 5000}),
    "entity.docx": packed({"word/document.xml": ENTITY}),
    "laughs.docx": packed({"word/document.xml": LAUGHS}),
    "bomb.docx": packed({"word/document.xml": " " * 200_000_000}),
    "parts.docx": packed({f"a{number}": "" for number in range(6000)}),
    "nested.docx": wordfile("<w:p>" * 10_000),
    "nested-whole.docx": wordfile("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000),
    "nothing.docx": wordfile(),
    "empty.html": b"",
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "word.html": GOOD,
    "nothing.html": b"<html><body><!-- none --></body></html>",
    "program.html": b"<script>document.write('text')</script>",
    "crowded.html": b"<p " + b" ".join(b"a%d=b" % number for number in range(200_000)) + b">The ferry sails.</p>",
    "tags.html": TEXT.encode() * 200_000,
    "lines.txt": b"a\n" * 3_000_000,
    "deep.html": b"<div>" * 10_000 + TEXT.encode(),
    "deep-bold.html": b"<b>" * 10_000 + TEXT.encode(),
    "deep-lists.html": b"<ul><li>" * 10_000 + TEXT.encode(),
    "empty.csv": b"",
    "picture.csv": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 8,
    "untitled.csv": b"1;2;3\n4;5;6\n",
    "open.csv": (HEAD + 'person;"Ann Bell;Ann Bell\n' * 3).encode(),
    "kind.csv": (HEAD + "dragon;Ann Bell;Ann Bell\n").encode(),
    "zeros.csv": HEAD.encode() + b"\0" * 5000,
    "long.csv": (HEAD + "person;x;y\n" * 150_000).encode(),
    "cell.csv": (HEAD + "person;" + "x" * 5_000_000 + ";y\n").encode(),
}
READ = {
    "remote.html": REMOTE.encode(),
    "remote.docx": wordfile(paragraph("The ferry."), extra={"word/_rels/settings.xml.rels": TEMPLATE}),
    "macro.docx": wordfile(paragraph("The ferry."), extra={"word/vbaProject.bin": "evil"}),
    "table.docx": wordfile(*[table([paragraph("a"), paragraph("b")])] * 2000),
    "unclosed.html": b"<table><tr><td><p>The ferry <b>sails<td><ul><li>at noon",
    "entity.html": b"<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>The ferry &a; sails</p>",
    "twice.html": b"<html><body>" + TEXT.encode() + b"</body></html><html><body>" + TEXT.encode(),
    "wrapped.txt": b"The ferry sails on the lake at noon, and all of us are glad of it, for it is late.\n" * 12_000,
    "attributes.html": b"<p " + b"a=b " * 100_000 + b">The ferry sails.</p>",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Return what was said of each file, and under PEAK the memory in MB."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, raw in (REFUSED | READ).items():
        (folder / name).write_bytes(raw)
    ran = subprocess.run(
        (sys.executable, "-c", WITNESS, str(folder)), capture_output=True, check=False, cwd=CHECKOUT, timeout=120
    )
    assert ran.returncode == 0, ran.stderr.decode()[-2000:]
    assert ran.stderr == b""
    return dict(json.loads(line) for line in ran.stdout.splitlines())


@pytest.mark.parametrize("name", REFUSED)
def test_a_malformed_file_is_refused_in_one_sentence(told, name):
    assert name in told[name]
    assert told[name].endswith((".", "”"))
    assert "\n" not in told[name]
    assert "Traceback" not in told[name]


@pytest.mark.parametrize("name", READ)
def test_a_hostile_file_that_holds_a_text_is_read_for_it(told, name):
    assert told[name] == ""


def test_reading_them_all_takes_little_memory(told):
    assert told["PEAK"] < MOST
