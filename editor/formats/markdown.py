"""Markdown: light markup that many keep their texts in, read for headings, lists, tables, marks, links and footnotes.

It is the part of CommonMark that texts use, with the tables and footnotes of its common extensions; HTML in it stays
as it is written.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from editor.formats.encodings import decoded
from editor.formats.manuscript import MOST_BLOCKS, Block, Manuscript
from editor.formats.runs import Run, passage_of
from editor.formats.tables import Cell, Placed, scripts_of
from editor.model.passage import split_text
from editor.model.rows import RowKind
from editor.words import say_count

_HEADING: Final = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
_ITEM: Final = re.compile(r"(?!.*\S[ \t]+-[ \t]*\Z)([ \t]*)(?:[-*+]|(\d{1,4})[.)])[ \t]+(\S.*)")
"""An item of a list; “- 30 -” ends a release."""
_QUOTED: Final = re.compile(r"\A {0,3}>[ \t]?")
_RULE: Final = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_ROW: Final = re.compile(r"[ \t]*\|.*\|[ \t]*")
_UNDER_HEADS: Final = re.compile(r"[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|?)+[ \t]*")
_NOTE: Final = re.compile(r"\[\^([\w-]{1,40})\]:[ \t]*(.*)")
_BROKEN: Final = re.compile(r"(?: {2,}|\\)\Z")
_SAYS: Final = re.compile(r"[^\W\d_]{2}")
_LINE: Final = "\u2028"
_INDENT: Final = 2
_DEEPEST: Final = 9
_FEWEST_HEADINGS: Final = 2
_LONGEST: Final = 20_000
"""Characters of a paragraph in which marks are looked for."""
_INLINE: Final = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|`(?P<code>[^`]+)`"
    r"|!\[(?P<alt>[^\]]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)"
    r"|\[\^(?P<note>[\w-]{1,40})\]"
    r"|\[(?P<linked>[^\]]{1,500})\]\((?P<address>[^()\s]{1,2000})(?:\s+\"[^\"]{0,500}\")?\)"
    r"|<(?P<bare>(?:https?://|mailto:)[^\s<>]{1,2000})>"
    r"|(?P<strong>\*\*|__)(?=\S)(?P<bold>.{1,2000}?)(?<=\S)(?P=strong)(?!\*)"
    r"|(?<![\w*])(?P<stressed>[*_])(?=[^\s*_])(?P<italic>[^*_]{1,2000}?)(?<=\S)(?P=stressed)(?![\w*])"
)


def read(raw: bytes, path: Path) -> Manuscript:
    """Return the text of a Markdown file. Raises Unreadable where it is no text."""
    found = decoded(raw, path)
    page = manuscript(found.text)
    return Manuscript(page.scripts, (*page.notes, *found.notes))


def is_markdown(text: str) -> bool:
    """Whether a text that does not say so is Markdown: it begins with a heading, or has several."""
    lines = [line for line in split_text(text) if line.strip()]
    headings = [index for index, line in enumerate(lines) if _is_heading(line)]
    return bool(headings) and (headings[0] == 0 or len(headings) >= _FEWEST_HEADINGS)


def manuscript(text: str) -> Manuscript:
    """Return the text of Markdown."""
    lines = split_text(text)
    notes = {match[1]: match[2] for line in lines if (match := _NOTE.fullmatch(line))}
    reader = _Reader(notes)
    for paragraph in _paragraphs(line for line in lines if not _NOTE.fullmatch(line)):
        reader.read(paragraph)
    told = say_count(
        "{count} picture was left out: add pictures by hand.",
        "{count} pictures were left out: add pictures by hand.",
        reader.pictures,
    )
    return Manuscript(scripts_of(reader.placed), (told,) if reader.pictures else ())


def _is_heading(line: str) -> bool:
    match = _HEADING.fullmatch(line)
    return match is not None and _SAYS.search(match[2]) is not None


def _paragraphs(lines: Iterator[str]) -> Iterator[list[str]]:
    """Yield the lines of each paragraph; what begins with a sign of its own begins a paragraph."""
    for is_text, group in groupby(lines, lambda line: bool(line.strip())):
        held: list[str] = []
        for line in group if is_text else ():
            begins = _is_heading(line) or _ITEM.fullmatch(line) or _RULE.fullmatch(line) or _ROW.fullmatch(line)
            if held and (begins or _is_heading(held[-1]) or bool(_QUOTED.match(line)) != bool(_QUOTED.match(held[0]))):
                yield held
                held = []
            held.append(line)
        if held:
            yield held


class _Reader:
    """Gathers the paragraphs of a text in `placed`; `pictures` counts what it shows."""

    def __init__(self, notes: Mapping[str, str]) -> None:
        self.placed: list[Placed] = []
        self.pictures = 0
        self._notes = notes
        self._tables, self._row = 0, -1
        self._has_headline = False

    def read(self, lines: Sequence[str]) -> None:
        """Read one paragraph."""
        first = lines[0]
        heading, item = _HEADING.fullmatch(first), _ITEM.fullmatch(first)
        if _ROW.fullmatch(first):
            self._read_row(first)
            return
        self._row = -1
        if heading is not None and heading[2]:
            self._add(heading[2], *self._ranked(len(heading[1])))
        elif _RULE.fullmatch(first) and len(lines) == 1:
            pass
        elif item is not None:
            level = min(_DEEPEST, len(item[1].expandtabs(4)) // _INDENT + 1)
            words = _joined([item[3], *(line.strip() for line in lines[1:])])
            self._add(words, RowKind.LIST_ITEM, level, int(item[2]) if item[2] else None)
        else:
            self._add(_joined([_QUOTED.sub("", line, count=1) for line in lines]))

    def _ranked(self, depth: int) -> tuple[RowKind, int]:
        if depth == 1 and not self._has_headline:
            self._has_headline = True
            return RowKind.HEADLINE, 0
        return RowKind.SUBHEADING, max(1, depth - 1)

    def _read_row(self, line: str) -> None:
        if _UNDER_HEADS.fullmatch(line):
            return
        if self._row < 0:
            self._tables += 1
        self._row += 1
        for column, words in enumerate(line.strip().strip("|").split("|")):
            self._add(words.strip(), cell=Cell(self._tables, self._row, column))

    def _add(
        self,
        words: str,
        kind: RowKind | None = None,
        level: int = 0,
        number: int | None = None,
        *,
        cell: Cell | None = None,
    ) -> None:
        passage = passage_of(self._runs(words, Run("")))
        if passage.text.strip() and len(self.placed) <= MOST_BLOCKS:
            self.placed.append(Placed(Block(passage, kind, level, number), cell))

    def _runs(self, words: str, style: Run) -> Iterator[Run]:
        """Yield the characters with their marks; a mark may stand inside another."""
        end = 0
        for match in _INLINE.finditer(words[:_LONGEST]):
            yield _like(style, words[end : match.start()])
            end = match.end()
            yield from self._marked(match, style)
        yield _like(style, words[end:])

    def _marked(self, match: re.Match[str], style: Run) -> Iterator[Run]:
        found = match.groupdict()
        if found["alt"] is not None:
            self.pictures += 1
        elif found["note"]:
            note = self._notes.get(found["note"], "")
            yield Run("", note=note) if note else _like(style, match[0])
        elif found["linked"]:
            yield from self._runs(found["linked"], Run("", style.bold, style.italic, found["address"]))
        elif found["bare"]:
            address = found["bare"]
            yield Run(address.removeprefix("mailto:"), style.bold, style.italic, address)
        elif found["bold"]:
            yield from self._runs(found["bold"], Run("", bold=True, italic=style.italic, link=style.link))
        elif found["italic"]:
            yield from self._runs(found["italic"], Run("", style.bold, italic=True, link=style.link))
        else:
            yield _like(style, found["escaped"] or found["code"])


def _joined(lines: Sequence[str]) -> str:
    """Return a paragraph written in several lines; two spaces or a backslash at the end of one break it."""
    words = ""
    for line in lines:
        broken = _BROKEN.search(line)
        words += (line[: broken.start()] + _LINE) if broken else f"{line.rstrip()} "
    return words.strip().rstrip(_LINE)


def _like(style: Run, text: str) -> Run:
    return Run(text, style.bold, style.italic, style.link)
