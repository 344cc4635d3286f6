"""Hostile and broken files: refused in one sentence, without network, expansion or collapse."""

import socket
import tracemalloc

import pytest

from editor.errors import Unfit
from editor.newsml.read import read
from editor.newsml.validate import validate

ITEM = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en" guid="urn:a" version="1" standard="NewsML-G2"'
    ' standardversion="2.35"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>A</headline>'
    "</contentMeta><contentSet>{}</contentSet></newsItem>"
)
HTML = '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html></inlineXML>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

HOSTILE = {
    "an external entity": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + ITEM.format("&x;").encode(),
    "an external entity over the network": b'<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>'
    + ITEM.format("&x;").encode(),
    "an external document type": b'<!DOCTYPE newsItem SYSTEM "http://127.0.0.1:9/x.dtd">' + ITEM.format("").encode(),
    "a parameter entity": b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">%x;]>' + ITEM.format("").encode(),
    "a billion laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>{ITEM.format("&l9;")}'.encode(),
    "a document type behind comments": b"<?xml version='1.0'?><!-- --> <?x y?>\n<!DOCTYPE a []>"
    + ITEM.format("").encode(),
    "a document type in UTF-16": ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a []>' + ITEM.format("")).encode(
        "utf-16"
    ),
    "a document type in UTF-16 without mark": ("<!DOCTYPE a []>" + ITEM.format("")).encode("utf-16-le"),
    "a document type in UTF-7": b'<?xml version="1.0" encoding="UTF-7"?>' + "<!DOCTYPE a []>".encode("utf-7"),
    "ten thousand levels": (ITEM.format(HTML.format("<div>" * 10_000 + "</div>" * 10_000))).encode(),
    "the wrong encoding": ITEM.format(HTML.format("<p>é</p>")).encode("latin-1"),
    "an encoding nobody knows": b'<?xml version="1.0" encoding="x-klingon"?>' + ITEM.format("").encode(),
    "an entity that is not declared": ITEM.format("&nbsp;").encode(),
    "half a file": ITEM.format(HTML.format("<p>x"))[:-40].encode(),
    "nothing": b"",
    "spaces": b"  \n ",
    "zeros": b"\0" * 100,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
}


@pytest.fixture(autouse=True)
def _without_network(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("no network may be used")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(name):
    with pytest.raises(Unfit) as refusal:
        read(HOSTILE[name])
    sentence = refusal.value.sentence.english()
    assert 10 < len(sentence) < 250
    assert "\n" not in sentence


@pytest.mark.parametrize("name", HOSTILE)
def test_a_validator_never_raises_but_says_what_is_wrong(name):
    (fault,) = validate(HOSTILE[name])
    assert (fault.rule, fault.level.value) == ("N43", "error")


@pytest.mark.parametrize(
    "data",
    [b"<a>" + b"<b/>" * 4_000_000 + b"</a>", b"x" * 17_000_000, b"<a " + b"b='' " * 1_000_000 + b"/>"],
    ids=["millions of elements", "too many bytes", "a million attributes"],
)
def test_a_huge_file_is_refused_before_it_takes_memory(data):
    tracemalloc.start()
    with pytest.raises(Unfit):
        read(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


def test_deep_nesting_that_is_still_read_does_no_harm():
    doc = read(ITEM.format(HTML.format("<div>" * 200 + "deep" + "</div>" * 200)).encode()).doc
    assert doc.rows[-1].sides.en[0].text == "deep"


def test_instructions_and_comments_are_read_over_and_reported():
    data = ITEM.format(HTML.format("<?php x?><p>one<!-- c --> two</p>")).encode()
    assert read(data).doc.rows[-1].sides.en[0].text == "one two"
    assert [fault.rule for fault in validate(data)].count("N31") == 2


def test_a_body_that_runs_is_cleaned_and_reported():
    trap = (
        '<script>alert(1)</script><p onclick="x()">A <a href="java&#9;script:alert(1)">b</a> <b>c</b></p>'
        '<p><a href=" https://lake.example/ ">d</a><iframe src="x"/></p><style>p{}</style>'
    )
    data = ITEM.format(HTML.format(trap)).encode()
    found = read(data)
    assert [row.sides.en[0].text for row in found.doc.rows[1:]] == ["A b c", "d"]
    targets = [mark.target for row in found.doc.rows for passage in row.sides.en for mark in passage.marks]
    assert targets == ["", "https://lake.example/"]
    assert any("runs" in note.english() for note in found.notes)
    errors = [fault for fault in validate(data) if fault.rule == "N29" and fault.level.value == "error"]
    assert len(errors) == 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_usual_encodings_are_read(encoding):
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>' + ITEM.format(HTML.format("<p>été « là »</p>"))
    assert read(text.encode(encoding)).doc.rows[-1].sides.en[0].text == "été « là »"
