"""Paragraphs to Word file: one text, or both languages beside each other in a table, with real styles and footnotes."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from lxml import etree

from editor.formats.docx.archive import Element, R, W
from editor.formats.docx.parts import CONTENT_TYPES, NUMBERING, PACKAGE, SETTINGS, STYLES, relations
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import MarkKind, Passage
from editor.model.rows import Row, RowKind

_NAMES: Final = {"w": W[1:-1], "r": R[1:-1]}
_TITLES: Final = {Language.EN: "English", Language.FR: "Français"}
_TAGS: Final = {Language.EN: "en-GB", Language.FR: "fr-FR"}
_STYLES: Final = {
    RowKind.HEADLINE: "Title",
    RowKind.SUBHEADLINE: "Subtitle",
    RowKind.CAPTION: "Caption",
    RowKind.LIST_ITEM: "ListParagraph",
}
_CHARACTERS: Final = {"\t": "tab", "\u2028": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_MADE: Final = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the archive bears, so that equal texts give equal files."""
_BULLETS: Final = "1"
_FIRST_NUMBERS: Final = 2
_DEEPEST: Final = 9
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def write(doc: Communique) -> bytes:
    """Return a Word file with the text of a communiqué: both languages beside each other where it has both."""
    told = [language for language in Language if any(row.has_text(language) for row in doc.rows)]
    writer = _Writer()
    body = writer.table(doc.rows) if len(told) == len(Language) else writer.text(doc.rows, told[0]) if told else []
    section = _w("sectPr", _w("pgSz", _of(w="11906", h="16838")), _w("pgMar", _of(**dict.fromkeys(_SIDES, "1134"))))
    document = _w("document", _w("body", *body, section))
    return _packed(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": PACKAGE,
            "word/document.xml": _bytes(document),
            "word/_rels/document.xml.rels": relations(writer.links),
            "word/styles.xml": STYLES,
            "word/settings.xml": SETTINGS,
            "word/numbering.xml": NUMBERING.replace(b"<!--numbers-->", writer.numbers()),
            "word/footnotes.xml": _bytes(writer.footnotes()),
        }
    )


_SIDES: Final = ("top", "bottom", "left", "right", "header", "footer", "gutter")


class _Writer:
    """Writes paragraphs, gathering the footnotes, links and numbered lists they need."""

    def __init__(self) -> None:
        self.links: list[str] = []
        self._notes: list[tuple[str, Language]] = []
        self._starts: list[tuple[int, int]] = []
        self._last: dict[Language, tuple[int, int] | None] = dict.fromkeys(Language)

    def text(self, rows: Iterable[Row], language: Language) -> list[Element]:
        """Return the paragraphs of one language."""
        return [self._paragraph(row, passage, language) for row in rows for passage in row[language]]

    def table(self, rows: Sequence[Row]) -> list[Element]:
        """Return a table of two columns, a row of the communiqué in each of its rows."""
        grid = _w("tblGrid", _w("gridCol", _of(w="4819")), _w("gridCol", _of(w="4819")))
        look = _w("tblPr", _w("tblStyle", _val("TableGrid")), _w("tblW", _of(w="5000", type="pct")))
        heads = [
            _w("p", _w("pPr", _w("pStyle", _val("TableHead"))), _run(_TITLES[language], language))
            for language in Language
        ]
        head = _w("tr", _w("trPr", _w("tblHeader")), *(_w("tc", each) for each in heads))
        lines = [_w("tr", *(_w("tc", *(self.text((row,), each) or [_w("p")])) for each in Language)) for row in rows]
        return [_w("tbl", look, grid, head, *lines), _w("p")]

    def footnotes(self) -> Element:
        """Return the part that holds the footnotes, after the two separators that Word wants there."""
        separators = (
            _w("footnote", _of(type=kind, id=number), _w("p", _w("r", _w(kind))))
            for kind, number in (("separator", "-1"), ("continuationSeparator", "0"))
        )
        notes = (
            _w(
                "footnote",
                _of(id=str(number)),
                _w(
                    "p",
                    _w("pPr", _w("pStyle", _val("FootnoteText"))),
                    _w("r", _w("rPr", _w("rStyle", _val("FootnoteReference"))), _w("footnoteRef")),
                    _run(f" {text}", language),
                ),
            )
            for number, (text, language) in enumerate(self._notes, 1)
        )
        return _w("footnotes", *separators, *notes)

    def numbers(self) -> bytes:
        """Return the lists of the numbering part: the signs, and every numbered list with its first number."""
        lists = [_list(_BULLETS, "0", None)]
        for place, (level, first) in enumerate(self._starts):
            lists.append(_list(str(place + _FIRST_NUMBERS), "1", (level, first)))
        return b"".join(etree.tostring(each) for each in lists)

    def _paragraph(self, row: Row, passage: Passage, language: Language) -> Element:
        properties = _w("pPr")
        if row.kind is RowKind.SUBHEADING:
            properties.append(_w("pStyle", _val(f"Heading{min(6, max(1, row.level))}")))
        elif row.kind in _STYLES:
            properties.append(_w("pStyle", _val(_STYLES[row.kind])))
        if row.kind is RowKind.LIST_ITEM:
            level = min(_DEEPEST, max(1, row.level)) - 1
            number = self._numbered(level, row.number, language)
            properties.append(_w("numPr", _w("ilvl", _val(str(level))), _w("numId", _val(number))))
        else:
            self._last[language] = None
        return _w("p", properties, *self._runs(passage, language))

    def _numbered(self, level: int, number: int | None, language: Language) -> str:
        """Return the list that gives an item its number: the one of the item before, where it counts on."""
        if number is None:
            return _BULLETS
        last = self._last[language]
        if last is None or self._starts[last[0]][0] != level or last[1] + 1 != number:
            self._starts.append((level, number))
            last = (len(self._starts) - 1, number)
        self._last[language] = (last[0], number)
        return str(last[0] + _FIRST_NUMBERS)

    def _runs(self, passage: Passage, language: Language) -> list[Element]:
        edges = sorted({0, len(passage.text), *(edge for mark in passage.marks for edge in (mark.start, mark.end))})
        found: list[Element] = []
        for start, end in pairwise(edges):
            here = {mark.kind: mark for mark in passage.marks if mark.start <= start and end <= mark.end}
            run = _run(passage.text[start:end], language, bold=MarkKind.BOLD in here, italic=MarkKind.ITALIC in here)
            link = here.get(MarkKind.LINK)
            found.append(_w("hyperlink", {f"{R}id": self._link(link.target)}, run) if link else run)
            ending = (mark for mark in passage.stretches(MarkKind.FOOTNOTE) if mark.end == end)
            found.extend(self._reference(mark.target, language) for mark in ending)
        return found

    def _link(self, address: str) -> str:
        if address not in self.links:
            self.links.append(address)
        return f"rLink{self.links.index(address) + 1}"

    def _reference(self, text: str, language: Language) -> Element:
        self._notes.append((text, language))
        return _w(
            "r",
            _w("rPr", _w("rStyle", _val("FootnoteReference"))),
            _w("footnoteReference", _of(id=str(len(self._notes)))),
        )


def _run(text: str, language: Language, *, bold: bool = False, italic: bool = False) -> Element:
    properties = _w(
        "rPr", *([_w("b")] if bold else []), *([_w("i")] if italic else []), _w("lang", _val(_TAGS[language]))
    )
    run = _w("r", properties)
    rest = ""
    for letter in text:
        if letter in _CHARACTERS:
            _add_text(run, rest)
            run.append(_w(_CHARACTERS[letter]))
            rest = ""
        else:
            rest += letter
    _add_text(run, rest)
    return run


def _add_text(run: Element, text: str) -> None:
    if text:
        words = _w("t", {_SPACE: "preserve"})
        words.text = text
        run.append(words)


def _list(number: str, shape: str, start: tuple[int, int] | None) -> Element:
    use = _w("num", _of(numId=number), _w("abstractNumId", _val(shape)))
    if start is not None:
        use.append(_w("lvlOverride", _of(ilvl=str(start[0])), _w("startOverride", _val(str(start[1])))))
    return use


def _w(name: str, *parts: Element | dict[str, str]) -> Element:
    """Return an element of the text with its attributes and children."""
    element = etree.Element(f"{W}{name}", nsmap=_NAMES)
    for part in parts:
        if isinstance(part, dict):
            for key, value in part.items():
                element.set(key, value)
        else:
            element.append(part)
    return element


def _of(**attributes: str) -> dict[str, str]:
    return {f"{W}{name}": value for name, value in attributes.items()}


def _val(value: str) -> dict[str, str]:
    return _of(val=value)


def _bytes(element: Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def _packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _MADE), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()
