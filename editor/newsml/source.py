"""Sources: XML from outside, parsed without network, document type or entities, within bounds of size and depth."""

import re

from lxml import etree

from editor.errors import Unfit
from editor.newsml.vocabulary import NAR, NITF, XHTML
from editor.words import Sentence, say

MOST_BYTES = 16_000_000
MOST_TAGS = 300_000
MOST_ATTRIBUTES = 600_000
"""Bounds that keep the tree of a hostile file below some 150 MB. libxml2 itself stops at 256 levels of depth."""

ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
ROOTS = frozenset(f"{{{NAR}}}{name}" for name in ("newsMessage", *ITEMS))

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(r"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252"})
"""Encodings newsrooms use. Others (UTF-7 for one) are a way to hide a document type from whoever looks for it."""
_PROLOGUE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+([^\s>\[]*)")


def parse(data: bytes) -> etree._Element:
    """Return the root of an XML document. Raises Unfit, with what is wrong, for anything not read here."""
    _check_bounds(data)
    _check_prologue(data)
    # A parser keeps state and is used by one thread at a time; making one costs microseconds.
    # Without collect_ids a doubled xml:id would stop the parser before rule N25 can say where it is.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        collect_ids=False,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise Unfit(_syntax(error)) from error


def check_root(root: etree._Element) -> None:
    """Raise Unfit, saying what it is instead, where a document is neither a message nor an item of NewsML-G2."""
    if root.tag not in ROOTS:
        raise Unfit(_other(etree.QName(root).localname, etree.QName(root).namespace or ""))


def _check_bounds(data: bytes) -> None:
    if not data.strip():
        raise Unfit(say("The file is empty."))
    if len(data) > MOST_BYTES:
        raise Unfit(
            say("The file is too large: {size} MB, at most {most} MB are read.", size=len(data) // 10**6, most=16)
        )
    if data.count(b"<") > MOST_TAGS or data.count(b"=") > MOST_ATTRIBUTES:
        raise Unfit(say("The file has more elements than any press release: it is not read."))


def _check_prologue(data: bytes) -> None:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding and data[:4].count(0) == 2:
        encoding = "utf-16-be" if data[0] == 0 else "utf-16-le"
    text = data[:100_000].decode(encoding or "latin-1", "replace").lstrip("\ufeff")
    declared = _DECLARED.match(text.lstrip())
    if declared and declared[1].lower() not in _ENCODINGS:
        raise Unfit(say("The encoding {name} is not read here; UTF-8 is what NewsML-G2 files use.", name=declared[1]))
    position = 0
    while space := _PROLOGUE.match(text, position):
        position = space.end()
    doctype = _DOCTYPE.match(text, position)
    if doctype:
        raise Unfit(_other(doctype[1], "doctype"))


def _other(name: str, namespace: str) -> Sentence:
    if name in {"NewsML", "NewsItem", "NewsEnvelope"} and namespace != NAR:
        return say("This is NewsML 1, an older format; NewsML-G2 is read here. Ask the sender for NewsML-G2.")
    if namespace == "doctype" and name.lower() not in {"nitf", "html"}:
        return say("The file declares a document type (DOCTYPE). Such files may hide traps and are not read.")
    if name.lower() == "nitf" or namespace == NITF:
        return say("This is NITF, a text without the item around it; NewsML-G2 is read here.")
    if name.lower() == "html" or namespace == XHTML:
        return say("This is a web page, not NewsML-G2. Open it as HTML.")
    if namespace == NAR or name in {"contentSet", "itemSet", "itemMeta", "contentMeta", "inlineXML", "groupSet"}:
        return say("This is a fragment ({name}), not a NewsML-G2 item: the item around it is missing.", name=name)
    if f"{{{NAR}}}{name}" in ROOTS:
        return say("This looks like NewsML-G2, but its namespace is not that of the standard ({uri}).", uri=NAR)
    return say("This is XML, but not NewsML-G2: it begins with “{name}”.", name=name)


def _syntax(error: Exception) -> Sentence:
    position = getattr(error, "position", (None, None))
    line = (position[0] if position else None) or 1
    why = str(error).split(", line ")[0].split(" (<string>")[0]
    if "Excessive depth" in why:
        return say("The elements of the file are nested too deeply (line {line}).", line=line)
    return say("This is not well-formed XML. Line {line}: {why}.", line=line, why=why.rstrip("."))
