import json
from pathlib import Path

import pytest
from generated import NOON

from editor.formats.profiles import load_profile
from editor.publishing import Order, Sources, plan

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def message(opened, tmp_path):
    """The example release as it is published."""
    doc = opened(RESOURCES / "examples" / "lake-ferry.communique")
    found = plan(doc, load_profile(doc.release.profile), Order(NOON), Sources(findings=()))
    path = tmp_path / "a.xml"
    path.write_bytes(found.parcels[-1].data)
    return path


def test_what_is_published_here_is_without_fault(run, message):
    ran = run("validate", message)
    assert (ran.code, ran.out, ran.said) == (0, "", ["0 errors, 0 warnings"])


def test_a_fault_is_told_with_its_line_and_rule(run, message):
    broken = message.read_text(encoding="utf-8").replace('<pubStatus qcode="stat:usable"/>', "", 1)
    message.write_text(broken, encoding="utf-8")
    ran = run("validate", message)
    assert ran.code == 1
    assert ": error N08: " in ran.out
    assert ran.out.startswith(f"{message}:")
    (fault,) = [each for each in json.loads(run("validate", message, "--json").out) if each["rule"] == "N08"]
    assert list(fault) == ["file", "rule", "level", "line", "path", "message", "field", "row", "language"]
    assert (fault["file"], fault["level"]) == (str(message), "error")
    assert fault["line"] > 0


def test_a_file_that_cannot_be_read_does_not_keep_the_others(run, message):
    ran = run("validate", "missing.xml", message)
    assert (ran.code, ran.said) == (2, ["missing.xml: There is no such file.", "0 errors, 0 warnings"])
    assert json.loads(run("validate", "missing.xml", message, "--json").out) == []


def test_the_official_schema_is_used_where_it_is_given_or_installed(run, message, shared, tmp_path):
    official = shared / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"
    assert run("validate", message, "--xsd", official).code == 0
    message.write_text(message.read_text(encoding="utf-8").replace("<urgency>5<", "<urgency>12<", 1), encoding="utf-8")
    assert "XSD" in run("validate", message, "--xsd", official).out
    folder = tmp_path / "home" / "communique" / "schemas"
    folder.mkdir(parents=True)
    for path in (official, official.with_name("xml.xsd")):
        (folder / path.name).write_bytes(path.read_bytes())
    assert "XSD" in run("validate", message).out


@pytest.mark.parametrize("content", [None, b"", b"no schema", b"<schema/>"])
def test_a_schema_that_is_none_is_told(run, message, tmp_path, content):
    if content is not None:
        (tmp_path / "a.xsd").write_bytes(content)
    ran = run("validate", message, message, "--xsd", "a.xsd")
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.said) == 1
    assert ran.said[0].startswith("a.xsd: ")


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff\xe0\x00", b"<a><b></a>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"]
)
def test_what_is_no_newsml_is_an_error_of_the_file(run, tmp_path, content):
    (tmp_path / "a.xml").write_bytes(content)
    ran = run("validate", "a.xml")
    assert ran.code == 1
    assert "N43" in ran.out
