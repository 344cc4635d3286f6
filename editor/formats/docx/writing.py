"""Release to Word file: its languages beside each other or one after the other, with real styles and footnotes."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from datetime import UTC
from typing import Final

from lxml import etree

from editor.formats.docx.archive import Element, R
from editor.formats.docx.elements import data, of, run, styled, val, w
from editor.formats.docx.parts import CONTENT_TYPES, NUMBERING, PACKAGE, SETTINGS, STYLES, relations
from editor.formats.docx.surroundings import facts, foot, masthead, properties, running_head
from editor.formats.paper import Approval, Change, Paper, Strip, strips_of_side
from editor.formats.paper.sheet import FIELDS, WAYS, quotes_in
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.words import say

_TITLES: Final = {Language.EN: "English", Language.FR: "Français"}
_STYLES: Final = {
    RowKind.HEADLINE: "Title",
    RowKind.SUBHEADLINE: "Subtitle",
    RowKind.CAPTION: "Caption",
    RowKind.LIST_ITEM: "ListParagraph",
}
_MADE: Final = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the archive bears, so that equal texts give equal files."""
_BULLETS: Final = "1"
_FIRST_NUMBERS: Final = 2
_DEEPEST: Final = 9
_ROOM: Final = 9638
"""Width of the text in twips: A4 less 2 cm on either side."""
_NUMBERS: Final = 620


def write(paper: Paper) -> bytes:
    """Return the Word file of a release. In a review copy, what changed since the last one is a tracked change."""
    writer = _Writer(paper)
    document = w("document", w("body", *writer.body(), _section()))
    return _packed(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": PACKAGE,
            "docProps/core.xml": properties(paper),
            "docProps/custom.xml": facts(paper),
            "word/document.xml": data(document),
            "word/_rels/document.xml.rels": relations(writer.links),
            "word/styles.xml": STYLES,
            "word/settings.xml": SETTINGS,
            "word/numbering.xml": NUMBERING.replace(b"<!--numbers-->", writer.numbers()),
            "word/footnotes.xml": data(writer.footnotes()),
            "word/header1.xml": data(masthead(paper)),
            "word/header2.xml": data(running_head(paper)),
            "word/footer1.xml": data(foot(paper)),
        }
    )


def _section() -> Element:
    """Return the page: A4 with 2 cm of margin, the first one with a head of its own."""
    margins = {"top": "1700", "right": "1134", "bottom": "1134", "left": "1134", "header": "709", "footer": "567"}
    uses = [
        w(f"{part}Reference", of(type=use), {f"{R}id": f"rHead{number}"})
        for part, use, number in (
            ("header", "first", 1),
            ("header", "default", 2),
            ("footer", "first", 3),
            ("footer", "default", 3),
        )
    ]
    return w("sectPr", *uses, w("pgSz", of(w="11906", h="16838")), w("pgMar", of(**margins, gutter="0")), w("titlePg"))


class _Writer:
    """Writes paragraphs, gathering the footnotes, links and numbered lists they need."""

    def __init__(self, paper: Paper) -> None:
        self.links: list[str] = []
        self._paper = paper
        self._approvals = {each.quote.id: each for each in paper.approvals()} if paper.is_review else {}
        self._notes: list[tuple[str, Language]] = []
        self._starts: list[tuple[int, int]] = []
        self._last: dict[Language, tuple[int, int] | None] = dict.fromkeys(Language)
        self._changes = 0

    def body(self) -> list[Element]:
        """Return everything that stands in the text."""
        paper = self._paper
        if paper.is_beside or paper.is_review:
            return [*self._table(), *(self._sign_off() if paper.is_review else ())]
        found: list[Element] = []
        for language in paper.languages:
            if found:
                found.append(w("p", w("r", w("br", of(type="page")))))
            found += self._text(paper.doc.rows, language)
        return found

    def footnotes(self) -> Element:
        """Return the part that holds the footnotes, after the two separators that Word wants there."""
        separators = (
            w("footnote", of(type=kind, id=number), w("p", w("r", w(kind))))
            for kind, number in (("separator", "-1"), ("continuationSeparator", "0"))
        )
        notes = (
            w(
                "footnote",
                of(id=str(number)),
                styled(
                    "FootnoteText",
                    w("r", w("rPr", w("rStyle", val("FootnoteReference"))), w("footnoteRef")),
                    run(f" {text}", self._lang(language)),
                ),
            )
            for number, (text, language) in enumerate(self._notes, 1)
        )
        return w("footnotes", *separators, *notes)

    def numbers(self) -> bytes:
        """Return the lists of the numbering part: the signs, and every numbered list with its first number."""
        lists = [_list(_BULLETS, "0", None)]
        for place, (level, first) in enumerate(self._starts):
            lists.append(_list(str(place + _FIRST_NUMBERS), "1", (level, first)))
        return b"".join(etree.tostring(each) for each in lists)

    def _text(self, rows: Iterable[Row], language: Language) -> list[Element]:
        """Return the paragraphs of one language."""
        found: list[Element] = []
        for row in rows:
            former = self._paper.former(row, language)
            for index, words in enumerate(strips_of_side(row[language], former)):
                found.append(self._paragraph(row, words, language))
                found += self._remarks(row, index, language)
        return found

    def _remarks(self, row: Row, index: int, language: Language) -> Iterator[Element]:
        """Yield a line for each quote in a passage; in a review copy alone."""
        side = row[language]
        for quote_id in quotes_in(side[index]) if index < len(side) else ():
            if approval := self._approvals.get(quote_id):
                yield styled("Remark", run(self._paper.remark(approval, language), self._lang(language)))

    def _table(self) -> list[Element]:
        """Return a table with a column for each language, a row of the communiqué in each of its rows."""
        paper = self._paper
        numbers = _NUMBERS if paper.is_review else 0
        widths = [*([numbers] if numbers else []), *[(_ROOM - numbers) // len(paper.languages)] * len(paper.languages)]
        grid = w("tblGrid", *(w("gridCol", of(w=str(width))) for width in widths))
        style = w("tblStyle", val("ReviewTable" if paper.is_review else "TableGrid"))
        layout = w("tblLayout", of(type="fixed"))
        look = w("tblPr", style, w("tblW", of(w=str(sum(widths)), type="dxa")), layout)
        heads = [styled("TableHead", run(_TITLES[language], self._lang(language))) for language in paper.languages]
        blank = [w("p")] if numbers else []
        head = w("tr", w("trPr", w("tblHeader")), *map(_cell, [*blank, *heads], widths))
        return [w("tbl", look, grid, head, *(self._line(*each, widths) for each in paper.rows())), w("p")]

    def _line(self, number: str, row: Row, widths: Sequence[int]) -> Element:
        sides = [self._text((row,), language) or [w("p")] for language in self._paper.languages]
        if self._paper.is_review:
            sides.insert(0, [styled("RowNumber", run(number))])
        cells = [w("tc", _width(width), *side) for width, side in zip(widths, sides, strict=True)]
        return w("tr", w("trPr", w("cantSplit")), *cells)

    def _paragraph(self, row: Row, words: Sequence[Strip], language: Language) -> Element:
        properties_ = w("pPr")
        if row.kind is RowKind.SUBHEADING:
            properties_.append(w("pStyle", val(f"Heading{min(6, max(1, row.level))}")))
        elif row.kind in _STYLES:
            properties_.append(w("pStyle", val(_STYLES[row.kind])))
        if row.kind is RowKind.LIST_ITEM:
            level = min(_DEEPEST, max(1, row.level)) - 1
            number = self._numbered(level, row.number, language)
            properties_.append(w("numPr", w("ilvl", val(str(level))), w("numId", val(number))))
        else:
            self._last[language] = None
        # Beside each other, two headlines of the usual size would take half a page.
        size = [w("sz", val("26"))] if row.kind is RowKind.HEADLINE and self._paper.is_beside else []
        return w("p", properties_, *self._runs(words, language, size))

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

    def _runs(self, words: Sequence[Strip], language: Language, size: Sequence[Element]) -> Iterator[Element]:
        for strip in words:
            looks = [w("b")] if strip.bold else []
            looks += [w("i")] if strip.italic else []
            looks += map(deepcopy, size)
            if strip.quote and self._paper.is_review:
                looks.append(w("shd", of(val="clear", color="auto", fill="E8F1FB")))
            is_removed = strip.change is Change.REMOVED
            found = run(strip.text, *looks, self._lang(language), is_removed=is_removed)
            if strip.change is not Change.NONE:
                found = self._tracked("del" if is_removed else "ins", found)
            yield w("hyperlink", {f"{R}id": self._link(strip.link)}, found) if strip.link else found
            for note in strip.notes:
                yield self._reference(note, language)

    def _tracked(self, kind: str, found: Element) -> Element:
        """Return a run as a tracked change, which Word shows and can take back."""
        self._changes += 1
        at = self._paper.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return w(kind, of(id=str(self._changes), author="Communiqué", date=at), found)

    def _link(self, address: str) -> str:
        if address not in self.links:
            self.links.append(address)
        return f"rLink{self.links.index(address) + 1}"

    def _reference(self, text: str, language: Language) -> Element:
        self._notes.append((text, language))
        style = w("rPr", w("rStyle", val("FootnoteReference")))
        return w("r", style, w("footnoteReference", of(id=str(len(self._notes)))))

    def _sign_off(self) -> Iterator[Element]:
        """Yield the quotes once more, each with boxes, and boxes for the release as a whole."""
        if self._approvals:
            yield styled("Heading1", run(self._paper.in_all(say("Approval of the quotes"))))
        for approval in self._approvals.values():
            yield from self._approval(approval)
        yield styled("Heading1", run(self._paper.in_all(say("Approval of the release"))))
        yield from self._boxes()

    def _approval(self, approval: Approval) -> Iterator[Element]:
        for language in self._paper.languages:
            yield styled("Quote", run(approval.alone[language], self._lang(language)))
            yield styled("Remark", run(self._paper.remark(approval, language), self._lang(language)))
        yield from self._boxes()

    def _boxes(self) -> Iterator[Element]:
        for way in WAYS:
            yield styled("Box", run(f"☐ {self._paper.in_all(way)}"))
        lines = "\t".join(f"{self._paper.in_all(name)} ________________" for name in FIELDS)
        yield styled("SignatureLine", run(lines))

    def _lang(self, language: Language) -> Element:
        return w("lang", val(self._paper.variant(language)))


def _cell(paragraph: Element, width: int) -> Element:
    return w("tc", _width(width), paragraph)


def _width(width: int) -> Element:
    return w("tcPr", w("tcW", of(w=str(width), type="dxa")))


def _list(number: str, shape: str, start: tuple[int, int] | None) -> Element:
    use = w("num", of(numId=number), w("abstractNumId", val(shape)))
    if start is not None:
        use.append(w("lvlOverride", of(ilvl=str(start[0])), w("startOverride", val(str(start[1])))))
    return use


def _packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _MADE), part, zipfile.ZIP_DEFLATED)
    return file.getvalue()
