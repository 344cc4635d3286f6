"""Plain text: a paragraph a line, read in whatever encoding it is, written in UTF-8.

The address of a link stands in angle brackets right behind its words, as mail programs write it; a footnote is called
for by its number in square brackets, and stands at the end. Both are read again.
"""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from editor.formats import markdown
from editor.formats.encodings import decoded
from editor.formats.manuscript import MOST_BLOCKS, Block, Manuscript, Script, blocks_of
from editor.formats.paper import Paper
from editor.formats.runs import last_word
from editor.formats.wrapping import Unwrapped, unwrapped
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import MarkKind, Passage, evenly_spaced, split_text
from editor.model.rows import Row, RowKind
from editor.words import say_count

LIMIT: Final = 10_000_000
"""Bytes; the longest communiqués have some 100,000."""

_MOST_LINES: Final = 20 * MOST_BLOCKS
_LIGATURES: Final = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"
}  # fmt: skip
"""Letters that a printed page joins for looks alone, as they come out of a PDF."""
_LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
_TITLES: Final = {Language.EN: "English", Language.FR: "Français"}
_ADDRESS: Final = re.compile(r"(?<=[^\s<])<((?:https?://|mailto:)[^\s<>]{1,2000})>", re.IGNORECASE)
_SCHEME: Final = re.compile(r"\A(?:https?://|mailto:)", re.IGNORECASE)
_INDENT: Final = re.compile(r" +(?:•|\d+\.) ")
_TITLE: Final = re.compile(r"[ \t]*-{3,}[ \t]*(English|Français)[ \t]*-{3,}[ \t]*")


def read(raw: bytes, path: Path, charset: str = "") -> Manuscript:
    """Return the paragraphs of a text file, in the encoding that is declared for it, if any; raises Unreadable."""
    found = decoded(raw, path, charset)
    page = manuscript(found.text)
    return Manuscript(page.scripts, (*page.notes, *found.notes))


def manuscript(text: str) -> Manuscript:
    """Return the paragraphs of a text, pasted or read: one script, or two where each has its title line."""
    if markdown.is_markdown(text):
        return markdown.manuscript(text)
    lines = split_text(_LIGATURE.sub(lambda match: _LIGATURES[match[0]], text))
    # No text has so many lines: it is not looked at whether they are wrapped, and refused for its paragraphs.
    found = unwrapped(lines) if len(lines) <= _MOST_LINES else Unwrapped(tuple(lines), 0)
    told = []
    if found.joined:
        told.append(say_count("{count} wrapped line was joined.", "{count} wrapped lines were joined.", found.joined))
    if found.pages:
        told.append(
            say_count("{count} number of a page was left out.", "{count} numbers of pages were left out.", found.pages)
        )
    scripts = (replace(script, blocks=tuple(map(_linked, script.blocks))) for script in _scripts(found.lines))
    return Manuscript(tuple(scripts), tuple(told))


def _linked(block: Block) -> Block:
    """Return a paragraph with the addresses right behind its words made links of the last of these words."""
    passage = block.passage
    for found in reversed(tuple(_ADDRESS.finditer(passage.text))):
        passage = passage.splice(found.start(), found.end(), "")
        start, end = last_word(passage.text[: found.start()])
        passage = passage.marked(start, end, MarkKind.LINK, found[1])
    return block if passage is block.passage else replace(block, passage=passage)


def _scripts(lines: Sequence[str]) -> tuple[Script, ...]:
    titles = [(index, match[1]) for index, line in enumerate(lines) if (match := _TITLE.fullmatch(line))]
    languages = [language for _, name in titles for language, title in _TITLES.items() if title == name]
    if len(set(languages)) == len(languages) == len(_TITLES) and not any(map(str.strip, lines[: titles[0][0]])):
        first, second = (index for index, _ in titles)
        halves = (lines[first + 1 : second], lines[second + 1 :])
        return tuple(Script(blocks_of(half), language) for half, language in zip(halves, languages, strict=True))
    return (Script(blocks_of(lines)),)


def write(paper: Paper) -> bytes:
    """Return the text of a release; where it is in both languages, one after the other, each under a title line."""
    doc = paper.doc
    if len(paper.languages) < len(Language):
        return "".join(_text(doc, language, paper.width) for language in paper.languages).encode()
    parts = (f"--- {_TITLES[language]} ---\n\n{_text(doc, language, paper.width)}" for language in paper.languages)
    return "\n\n".join(parts).encode()


def _text(doc: Communique, language: Language, width: int) -> str:
    """Return one language: paragraphs parted by empty lines, the items of a list directly under each other.

    Lines are wrapped at `width` characters, or not at all where it is 0.
    """
    parts: list[str] = []
    notes: list[str] = []
    former: RowKind | None = None
    for row in doc.rows:
        for passage in row[language]:
            if not passage.text.strip():
                continue
            in_list = former is row.kind is RowKind.LIST_ITEM
            line = _wrapped(_line(row, _words(passage, notes)), width)
            parts += ["" if not parts else "\n" if in_list else "\n\n", line]
            former = row.kind
    parts += [f"\n\n{_wrapped(f'[{number}] {note}', width)}" for number, note in enumerate(notes, 1)]
    return "".join((*parts, "\n")) if parts else ""


def _words(passage: Passage, notes: list[str]) -> str:
    """Return the words of a passage with the addresses of its links, and the numbers of its footnotes, which are added.

    An address that is read in the text itself is not said twice.
    """
    signs: list[tuple[int, str]] = []
    for mark in sorted(passage.marks, key=lambda mark: (mark.end, mark.kind is MarkKind.FOOTNOTE)):
        words = passage.words_of(mark).rstrip()
        end = mark.start + len(words)
        if mark.kind is MarkKind.LINK and _SCHEME.sub("", mark.target).rstrip("/") not in words:
            signs.append((end, f"<{mark.target}>"))
        elif mark.kind is MarkKind.FOOTNOTE:
            notes.append(evenly_spaced(mark.target))
            signs.append((end, f"[{len(notes)}]"))
    text = passage.text
    for end, sign in reversed(signs):
        text = f"{text[:end]}{sign}{text[end:]}"
    return text


def _wrapped(line: str, width: int) -> str:
    """Return a paragraph in lines of at most `width` characters, as mail programs want it; no-break spaces hold."""
    if not width:
        return line
    indent = _INDENT.match(line)
    return textwrap.fill(
        line,
        width,
        subsequent_indent=" " * indent.end() if indent else "",
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,
        replace_whitespace=False,
    )


def _line(row: Row, text: str) -> str:
    if row.kind is not RowKind.LIST_ITEM:
        return text
    sign = "•" if row.number is None else f"{row.number}."
    return f"{'  ' * max(1, row.level)}{sign} {text}"
