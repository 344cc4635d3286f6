"""Word file to paragraphs: what a reader sees once every tracked change is accepted."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from editor.errors import Unreadable
from editor.formats.carrying import facts_in
from editor.formats.docx.archive import Archive, Element, W, opened
from editor.formats.docx.runs import RunReader, is_placeholder, words_of
from editor.formats.docx.styles import numbering_of, styles_of, value_of
from editor.formats.manuscript import MOST_BLOCKS, Block, Manuscript, Stated, itemised, stated_reference
from editor.formats.runs import Run, passage_of
from editor.formats.tables import Cell, Placed, scripts_of
from editor.formats.telling import repeated
from editor.model.language import Language
from editor.model.rows import RowKind
from editor.text.numbering import reference_of
from editor.words import Sentence, say, say_count

_THROUGH: Final = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_PROPERTY: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_MOST_PROPERTIES: Final = 1_000
_HEADING: Final = "heading "
_SAYS: Final = re.compile(r"[^\W\d_]{2}")
_CONTENTS: Final = re.compile(r"toc (?:\d|heading)|table of figures")
_DEEPER: Final = re.compile("list (?:bullet|number) ([2-5])")
"""Built-in styles for items of a deeper level, each a list of its own to Word."""


def read(raw: bytes, path: Path) -> Manuscript:
    """Return the text of a Word file. Raises Unreadable where it is none, is damaged or holds no text."""
    archive = opened(raw, path)
    body = archive.main.find(f"{W}body")
    if body is None:
        raise Unreadable(path, say("This is an archive, but not a Word file (.docx)."))
    reader = _Reader(archive)
    reader.read(body, None)
    scripts = scripts_of(reader.finished())
    if not any(script.blocks for script in scripts):
        raise Unreadable(path, say("There is no text in this Word file."))
    return Manuscript(scripts, _told(reader.met, archive), _stated(archive))


def _stated(archive: Archive) -> Stated:
    """Return the number of the release that the properties of the file give, and what a file of ours carries."""
    core, custom = archive.parts.get("core"), archive.parts.get("custom")
    identifier = None if core is None else core.find("{http://purl.org/dc/elements/1.1/}identifier")
    told = () if custom is None else islice(custom.iter(_PROPERTY), _MOST_PROPERTIES)
    facts = facts_in((each.get("name", ""), "".join(map(str, each.itertext()))) for each in told)
    named = stated_reference((identifier.text or "") if identifier is not None else "")
    return Stated(named or _reference_around(archive), facts=facts)


def _reference_around(archive: Archive) -> str:
    """Return the number of the release that the head of its pages gives; "" where there are several or none."""
    lines = _said_around(archive)
    found = {reference_of(line, language) for line in lines for language in Language} - {""}
    return found.pop() if len(found) == 1 else ""


class _Reader:
    """Walks the paragraphs and tables of a body; `met` counts what is worth telling."""

    def __init__(self, archive: Archive) -> None:
        self.met: Counter[str] = Counter()
        self._styles, self._numbering = styles_of(archive), numbering_of(archive)
        self._runs = RunReader(archive, self._styles, self.met)
        self._placed: list[Placed] = []
        self._held: list[Run] = []
        self._tables = 0
        self._has_title = any("title" in self._styles.names(each) for each in archive.main.iter(f"{W}p"))

    def read(self, element: Element, cell: Cell | None) -> None:
        """Read what stands in an element, paragraph by paragraph."""
        for part in element:
            if part.tag == f"{W}p":
                self._paragraph(part, cell)
            elif part.tag == f"{W}tbl":
                self._table(part, cell)
            elif is_placeholder(part):
                self.met["placeholders"] += 1
            elif _is_contents(part):
                self.met["contents"] += 1
            elif part.tag in _THROUGH:
                self.read(part, cell)
            elif part.tag == f"{W}altChunk":
                self.met["chunks"] += 1

    def finished(self) -> list[Placed]:
        """Return all paragraphs in the order of the file, the headline told from subheadings."""
        if self._held:
            self._add(Block(passage_of(self._held)), None)
        return self._placed

    def _table(self, table: Element, around: Cell | None) -> None:
        # A table inside a cell is read as that cell's text.
        self._tables += 1 if around is None else 0
        for row_number, row in enumerate(_inside(table, f"{W}tr")):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.met["changes"] += 1
                continue
            column = _number(value_of(row, "trPr/gridBefore"))
            for cell in _inside(row, f"{W}tc"):
                # A cell that takes several columns, that of the numbers for one, stands in the last.
                column += _number(value_of(cell, "tcPr/gridSpan")) or 1
                self.read(cell, around or Cell(self._tables, row_number, column - 1))

    def _paragraph(self, paragraph: Element, cell: Cell | None) -> None:
        if any(_CONTENTS.match(name) for name in self._styles.names(paragraph)):
            self.met["contents"] += 1
            return
        runs, boxes = self._runs.read(paragraph)
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            # The end of this paragraph was deleted: its words run on into the next.
            self._held += runs
        else:
            self._finish(paragraph, [*self._held, *runs], cell)
            self._held = []
        for box in boxes:
            self.read(box, cell)

    def _finish(self, paragraph: Element, runs: list[Run], cell: Cell | None) -> None:
        block = self._shaped(paragraph)
        if block.kind in (RowKind.HEADLINE, RowKind.SUBHEADLINE, RowKind.SUBHEADING):
            runs = [replace(run, bold=False, italic=False) for run in runs]
        passage = passage_of(runs)
        if passage.text.strip():
            if block.kind is RowKind.LIST_ITEM:
                block = self._numbered(paragraph, block)
            self._add(replace(block, passage=passage), cell)

    def _add(self, block: Block, cell: Cell | None) -> None:
        if len(self._placed) <= MOST_BLOCKS:
            self._placed += [Placed(each, cell) for each in itemised(block)]

    def _shaped(self, paragraph: Element) -> Block:
        """Return an empty block of the kind that a paragraph's style says."""
        nothing = passage_of(())
        names = self._styles.names(paragraph)
        if "title" in names:
            return Block(nothing, RowKind.HEADLINE)
        if "subtitle" in names:
            return Block(nothing, RowKind.SUBHEADLINE)
        if "caption" in names:
            return Block(nothing, RowKind.CAPTION)
        level = next((int(name[-1]) for name in names if _is_heading(name)), None) or self._styles.outline(paragraph)
        if level is not None:
            # Without a title, the headings of the first level are the titles.
            depth = level if self._has_title else level - 1
            return Block(nothing, RowKind.SUBHEADING, depth) if depth else Block(nothing, RowKind.HEADLINE)
        return Block(nothing, RowKind.LIST_ITEM if self._styles.list_place(paragraph) else None)

    def _numbered(self, paragraph: Element, block: Block) -> Block:
        place = self._styles.list_place(paragraph)
        if place is None:
            return block
        deeper = (match for name in self._styles.names(paragraph) if (match := _DEEPER.fullmatch(name)))
        level = max(place.depth + 1, *(int(match[1]) for match in deeper), 1)
        return replace(block, level=level, number=self._numbering.next(place))


def _number(digits: str) -> int:
    return int(digits) if digits.isdecimal() and len(digits) < 4 else 0


def _is_contents(part: Element) -> bool:
    """Whether a control holds a table of contents, which says again what the headings say."""
    gallery = part.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery") if part.tag == f"{W}sdt" else None
    return gallery is not None and gallery.get(f"{W}val", "") == "Table of Contents"


def _is_heading(name: str) -> bool:
    return name.startswith(_HEADING) and name[len(_HEADING) :] in "123456789"


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those inside controls and tracked insertions."""
    for part in element:
        if part.tag == tag:
            yield part
        elif part.tag in _THROUGH:
            yield from _inside(part, tag)


def _said_around(archive: Archive) -> tuple[str, ...]:
    """Return what the heads and feet of the pages say, each line once, numbers of pages left out."""
    lines = (" ".join(words_of(line).split()) for each in archive.surroundings for line in each.iter(f"{W}p"))
    return tuple(dict.fromkeys(line for line in lines if _SAYS.search(line)))


def _told(met: Counter[str], archive: Archive) -> tuple[Sentence, ...]:
    told = [
        say_count(
            "{count} tracked change was read as accepted.",
            "{count} tracked changes were read as accepted.",
            met["changes"],
        ),
        say_count("{count} footnote was kept.", "{count} footnotes were kept.", met["notes"]),
        say_count("{count} comment was left out.", "{count} comments were left out.", met["comments"]),
        say_count(
            "{count} picture was left out: add pictures by hand.",
            "{count} pictures were left out: add pictures by hand.",
            met["pictures"],
        ),
        say_count("{count} hidden stretch was left out.", "{count} hidden stretches were left out.", met["hidden"]),
        say_count(
            "{count} embedded document was left out.", "{count} embedded documents were left out.", met["chunks"]
        ),
        say_count(
            "{count} empty field of a form was left out.",
            "{count} empty fields of a form were left out.",
            met["placeholders"],
        ),
        say_count(
            "{count} sign of a symbol font was left out.",
            "{count} signs of a symbol font were left out.",
            met["symbols"],
        ),
    ]
    found = [sentence for sentence in told if sentence.count]
    if met["contents"]:
        found.append(say("The table of contents was left out."))
    around = repeated(_said_around(archive))
    if around is not None:
        found.append(say("Page headers and footers were left out: {words}.", words=around))
    if archive.has_macros:
        found.append(say("The file holds macros; they were not run."))
    return tuple(found)
