"""Markdown: light markup that many keep their texts in, read for headings, lists, tables, marks, links and footnotes.

It is CommonMark with the tables and footnotes of its common extensions; HTML in it stays as it is written.
"""

import re
from pathlib import Path
from typing import Final

from editor.formats.encodings import decoded
from editor.formats.manuscript import MOST_BLOCKS, Manuscript, Script, blocks_of
from editor.formats.tables import scripts_of
from editor.model.passage import split_text
from editor.words import say_count

_HEADING: Final = re.compile(r" {0,3}#{1,6}[ \t]+(.*)")
_SAYS: Final = re.compile(r"[^\W\d_]{2}")
_FEWEST_HEADINGS: Final = 2
_MOST_LINES: Final = 2 * MOST_BLOCKS


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
    """Return the text of Markdown; the bare lines of one that no person can have written, for its length or nesting."""
    from editor.formats import commonmark  # noqa: PLC0415 (plain text, which asks what is Markdown, needs no parser)

    lines = [line if line.strip() else "" for line in split_text(text)]
    page = commonmark.page_of(lines) if len(lines) <= _MOST_LINES else None
    if page is None:
        return Manuscript((Script(blocks_of(lines)),))
    told = say_count(
        "{count} picture was left out: add pictures by hand.",
        "{count} pictures were left out: add pictures by hand.",
        page.pictures,
    )
    return Manuscript(scripts_of(page.placed), (told,) if page.pictures else ())


def _is_heading(line: str) -> bool:
    match = _HEADING.fullmatch(line)
    return match is not None and _SAYS.search(match[1]) is not None
