"""The parts of a Word file that are the same in every file we write, and the list of its relations."""

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import quoteattr

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS: Final = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS: Final = ("styles", "settings", "numbering", "footnotes")
_HEADS: Final = (("header1", "header"), ("header2", "header"), ("footer1", "footer"))
"""The heads and feet of pages: the name of each part, and its kind."""


def _bytes(text: str) -> bytes:
    return f"{_HEAD}{text}".encode()


CONTENT_TYPES: Final = _bytes(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    + "".join(f'<Override PartName="/word/{part}.xml" ContentType="{_MAIN}.{part}+xml"/>' for part in _PARTS)
    + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{part}+xml"/>' for name, part in _HEADS)
    + '<Override PartName="/docProps/custom.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
PACKAGE: Final = _bytes(
    f'{_RELATIONS}<Relationship Id="rId1" Type="{_KINDS}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"'
    f' Target="docProps/core.xml"/><Relationship Id="rId3" Type="{_KINDS}/custom-properties" '
    'Target="docProps/custom.xml"/></Relationships>'
)
SETTINGS: Final = _bytes(f"<w:settings {_W}><w:compat/></w:settings>")


def relations(links: Sequence[str]) -> bytes:
    """Return what the main part refers to: the other parts, and addresses outside the file."""
    parts = "".join(
        f'<Relationship Id="rId{number}" Type="{_KINDS}/{part}" Target="{part}.xml"/>'
        for number, part in enumerate(_PARTS, 1)
    )
    heads = "".join(
        f'<Relationship Id="rHead{number}" Type="{_KINDS}/{part}" Target="{name}.xml"/>'
        for number, (name, part) in enumerate(_HEADS, 1)
    )
    kind = f'Type="{_KINDS}/hyperlink" TargetMode="External"'
    outside = "".join(
        f'<Relationship Id="rLink{number}" {kind} Target={quoteattr(address)}/>'
        for number, address in enumerate(links, 1)
    )
    return _bytes(f"{_RELATIONS}{parts}{heads}{outside}</Relationships>")


def _style(style: str, name: str, paragraph: str = "", run: str = "", based_on: str = "Normal") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/>'
        f'<w:next w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def _heading(level: int) -> str:
    size = max(22, 30 - 2 * level)
    return _style(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:sz w:val="{size}"/>',
    )


_SANS: Final = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
STYLES: Final = _bytes(
    f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Times New Roman"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    + _style("Title", "Title", '<w:keepNext/><w:spacing w:after="200"/>', '<w:b/><w:sz w:val="34"/>')
    + _style("Subtitle", "Subtitle", '<w:keepNext/><w:spacing w:after="160"/>', '<w:i/><w:sz w:val="26"/>')
    + "".join(map(_heading, range(1, 7)))
    + _style("Caption", "caption", "", '<w:i/><w:sz w:val="20"/>')
    + _style("ListParagraph", "List Paragraph", '<w:spacing w:after="60"/><w:ind w:left="720"/>')
    + _style("TableHead", "Table Head", "<w:keepNext/>", "<w:b/>")
    + _style("House", "House", '<w:spacing w:after="20"/>', _SANS + '<w:b/><w:color w:val="1F5FA8"/>')
    + _style("Facts", "Facts", '<w:spacing w:after="20"/>', _SANS + '<w:color w:val="5C646D"/><w:sz w:val="17"/>')
    + _style(
        "Warning", "Warning", '<w:spacing w:after="20"/>', _SANS + '<w:b/><w:color w:val="B3261E"/><w:sz w:val="19"/>'
    )
    + _style(
        "Head",
        "Page Head",
        '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>',
        _SANS + '<w:color w:val="5C646D"/><w:sz w:val="16"/>',
    )
    + _style("RowNumber", "Row Number", "", _SANS + '<w:color w:val="5C646D"/><w:sz w:val="17"/>')
    + _style("Remark", "Remark", "", _SANS + '<w:color w:val="1F5FA8"/><w:sz w:val="16"/>')
    + _style("Quote", "Quote", '<w:keepNext/><w:spacing w:before="200" w:after="40"/>')
    + _style("Box", "Box", '<w:keepNext/><w:spacing w:after="40"/>', _SANS + '<w:sz w:val="18"/>')
    + _style(
        "SignatureLine",
        "Signature Line",
        '<w:tabs><w:tab w:val="left" w:pos="3300"/><w:tab w:val="left" w:pos="6300"/></w:tabs>'
        '<w:spacing w:before="240" w:after="240"/>',
        _SANS + '<w:sz w:val="18"/>',
    )
    + _style("FootnoteText", "footnote text", '<w:spacing w:after="0"/>', '<w:sz w:val="18"/>')
    + '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    '</w:tblPr></w:style><w:style w:type="table" w:styleId="ReviewTable"><w:name w:val="Review Table"/><w:tblPr>'
    '<w:tblBorders><w:top w:val="single" w:sz="4" w:color="D5D3CC"/><w:insideH w:val="single" w:sz="4" '
    'w:color="D5D3CC"/></w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
)


def _levels(form: str, text: str) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text.format(level + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{720 + 360 * level}" w:hanging="360"/></w:pPr></w:lvl>'
        for level in range(9)
    )


NUMBERING: Final = _bytes(
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
    f'{_levels("bullet", "•")}</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    f'<w:multiLevelType w:val="hybridMultilevel"/>{_levels("decimal", "%{}.")}</w:abstractNum>'
    "<!--numbers--></w:numbering>"
)
