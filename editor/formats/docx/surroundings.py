"""What stands around the text of a Word file: heads and feet of its pages, a watermark, and what it says of itself."""

from collections.abc import Iterator
from datetime import UTC
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from editor.formats.carrying import carried, carried_people
from editor.formats.docx.archive import Element
from editor.formats.docx.elements import of, run, styled, val, w
from editor.formats.paper import Paper

_WATERMARK: Final = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id={name} type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;'
    "height:90pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;"
    'mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" '
    'o:allowincell="f" fillcolor="#e6e4de" stroked="f"><v:textpath style="font-family:Calibri;font-size:1pt" '
    "string={words}/></v:shape></w:pict></w:r>"
)
"""Word’s own way of drawing letters across a page (VML, ECMA-376 Part 4, 19.1)."""
_CUSTOM: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that a person or a program names (ECMA-376 Part 1, 22.3.2)."""
_PER_LETTER: Final = 46
_WIDEST: Final = 520


def masthead(paper: Paper) -> Element:
    """Return the head of the first page: the house, the facts, and what the text is not fit for yet."""
    shown = paper.languages if paper.is_beside else paper.languages[:1]
    cells = []
    for language in shown:
        tag = w("lang", val(paper.variant(language)))
        lines = [("House", paper.house(language)), ("Facts", paper.facts(language))]
        lines += [("Warning", warning) for warning in paper.warnings(language)]
        if paper.is_review:
            lines.append(("Facts", paper.copy_line(language)))
        found = [styled(style, run(line, tag)) for style, line in lines if line]
        cells.append(w("tc", w("tcPr", w("tcW", of(w=str(9638 // len(shown)), type="dxa"))), *found))
    grid = w("tblGrid", *(w("gridCol", of(w=str(9638 // len(shown)))) for _ in shown))
    table = w("tbl", w("tblPr", w("tblW", of(w="5000", type="pct"))), grid, w("tr", *cells))
    return w("hdr", table, styled("Head", *_watermark(paper)))


def running_head(paper: Paper) -> Element:
    """Return the head of the following pages: reference and headline."""
    words = " · ".join(filter(None, (paper.doc.release.reference, paper.title)))
    return w("hdr", styled("Head", run(words), *_watermark(paper)))


def foot(paper: Paper) -> Element:
    """Return the foot of every page: the house, and the number of the page."""
    house = " · ".join(dict.fromkeys(filter(None, map(paper.house, paper.languages))))
    return w("ftr", styled("Head", run(f"{house}\t"), _field("PAGE"), run(" / "), _field("NUMPAGES")))


def _field(name: str) -> Element:
    return w("fldSimple", of(instr=f" {name} "), run("1"))


def _watermark(paper: Paper) -> Iterator[Element]:
    words = " – ".join(paper.watermarks())
    if words:
        width = min(_WIDEST, _PER_LETTER * len(words))
        yield etree.fromstring(_WATERMARK.format(name=quoteattr("watermark"), width=width, words=quoteattr(words)))


def facts(paper: Paper) -> bytes:
    """Return what the file carries of the release beside its text (custom properties, ECMA-376 Part 1, 22.3)."""
    doc = paper.doc
    parts = "".join(
        f'<property fmtid="{_CUSTOM}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for number, (name, text) in enumerate((*carried(doc.release), *carried_people(doc.participants)), 2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{parts}</Properties>'
    ).encode()


def properties(paper: Paper) -> bytes:
    """Return title, author, language and reference (Open Packaging Conventions, core properties)."""
    made = paper.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    languages = ", ".join(map(paper.variant, paper.languages))
    parts = (
        ("dc:title", "", paper.title),
        ("dc:creator", "", paper.house(paper.languages[0])),
        ("dc:language", "", languages),
        ("dc:identifier", "", paper.doc.release.reference),
        ("dcterms:created", ' xsi:type="dcterms:W3CDTF"', made),
        ("dcterms:modified", ' xsi:type="dcterms:W3CDTF"', made),
    )
    inner = "".join(f"<{name}{kind}>{escape(text)}</{name}>" for name, kind, text in parts if text)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inner}</cp:coreProperties>'
    ).encode()
