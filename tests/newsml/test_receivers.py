"""IPTC's own library reads back what is published, item by item.

`pyconverters-newsml`, which reads NewsML-G2 too, wants packages that are not for this Python: `packaging/receivers.sh`
tries it in an environment apart.
"""

import logging

import pytest
from complete import AT
from lxml import etree
from mutants import sample

from editor.formats.profiles import load_profile
from editor.newsml.build import Body, Shape, build

iptc = pytest.importorskip("NewsMLG2.document")
NATO = load_profile("nato")
NAR = "{http://iptc.org/std/nar/2006-10-01/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HTML = "{http://www.w3.org/1999/xhtml}"
CASES = [(shape, body) for shape in Shape for body in Body]


def received(shape, body):
    """Yield each item as published, and as the library understands it."""
    root = etree.fromstring(build(sample(), NATO, AT, shape=shape, body=body))
    for element in root.findall(f"{NAR}itemSet/{NAR}*") or [root]:
        data = etree.tostring(element)
        yield etree.fromstring(data), iptc.NewsMLG2Document(data).get_item()


@pytest.fixture(autouse=True)
def _quiet(caplog):
    caplog.set_level(logging.ERROR)


@pytest.mark.parametrize(("shape", "body"), CASES)
def test_every_item_keeps_its_identifier_times_status_and_headline(shape, body):
    for element, item in received(shape, body):
        meta = item.itemmeta
        assert (item.guid, item.version) == (element.get("guid"), element.get("version"))
        assert str(meta.versioncreated) == element.findtext(f"{NAR}itemMeta/{NAR}versionCreated")
        assert str(meta.firstcreated) == element.findtext(f"{NAR}itemMeta/{NAR}firstCreated")
        assert str(meta.embargoed) == element.findtext(f"{NAR}itemMeta/{NAR}embargoed")
        assert meta.pubstatus.qcode == "stat:usable"
        headlines = [str(line) for line in item.contentmeta.headline]
        assert headlines == [line.text for line in element.findall(f"{NAR}contentMeta/{NAR}headline")]


@pytest.mark.parametrize(("shape", "body"), CASES)
def test_every_text_keeps_its_language_subjects_and_whole_body(shape, body):
    for element, item in received(shape, body):
        inline = element.find(f"{NAR}contentSet/{NAR}inlineXML")
        if inline is None:
            continue
        assert (item.xml_lang, item.contentmeta.language.tag) == (element.get(LANG),) * 2
        codes = [subject.qcode for subject in item.contentmeta.subject]
        assert codes == [each.get("qcode") for each in element.findall(f"{NAR}contentMeta/{NAR}subject")]
        again = item.contentset.to_xml()
        assert "".join(again.find(f".//{HTML}body").itertext()) == "".join(inline.find(f".//{HTML}body").itertext())


def test_a_picture_keeps_every_rendition_with_its_size_and_its_type():
    (item,) = [
        item
        for element, item in received(Shape.EN, Body.PORTABLE)
        if element.find(f".//{NAR}remoteContent") is not None
    ]
    files = [(each.rendition, each.href, each.contenttype, each.width) for each in item.contentset.remotecontent]
    assert [each[:3] for each in files] == [
        ("rnd:highRes", "pr-cp-2021-078-xbe5493c4f5.pic8.jpg", "image/jpeg"),
        ("rnd:web", "pr-cp-2021-078-xbe5493c4f5.pic8.web.jpg", "image/jpeg"),
        ("rnd:thumbnail", "pr-cp-2021-078-xbe5493c4f5.pic8.thumbnail.png", "image/png"),
    ]
    assert [str(each[3]) for each in files] == ["8", "4", "2"]
