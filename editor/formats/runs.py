"""Runs: stretches of a paragraph in one style, put together to a passage with its marks."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qs, urlsplit

from editor.model.passage import Mark, MarkKind, Passage, fit_text, in_order
from editor.values import frozen

_SPACES: Final = re.compile("[ \t\n\r\f]+")
_LAST_WORD: Final = re.compile(r"[^\s\u00a0\u202f]+\Z")
_LONGEST_WORD: Final = 1_000
_LINE: Final = "\u2028"
_WRAPPERS: Final = (
    (re.compile(r"https?://www\.google\.[a-z.]{2,6}/url\?"), "q"),
    (re.compile(r"https://[a-z0-9]+\.safelinks\.protection\.outlook\.com/[^?]*\?"), "url"),
)
"""Addresses of pages that lead on to others, and the part of theirs in which the other stands."""
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s<>\"]{1,2000}\Z", re.IGNORECASE)
LONGEST_NOTE: Final = 10_000
"""Characters of a footnote; more is no footnote."""


@frozen
class Run:
    """Characters in one style. `note` is the text of a footnote that is called for after them."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: str = ""


def passage_of(runs: Iterable[Run]) -> Passage:
    """Return the paragraph that the runs make, every space as it stands."""
    parts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for run in runs:
        text = fit_text(run.text)
        parts.append(text)
        start, length = length, length + len(text)
        if text:
            marks += _marks(run, start, length)
        if run.note.strip() and (before := "".join(parts)).strip():
            marks.append(Mark(*last_word(before), MarkKind.FOOTNOTE, fit_text(run.note)[:LONGEST_NOTE]))
    whole = "".join(parts)
    # Word processors make spaces bold that stand alone; nobody meant them.
    return Passage(whole, tuple(mark for mark in in_order(marks) if whole[mark.start : mark.end].strip()))


def last_word(text: str) -> tuple[int, int]:
    """Return the characters [start, end) of the last word of a text, with the signs on it: what a footnote is at.

    Raises ValueError where there is no word.
    """
    text = text.rstrip()
    word = _LAST_WORD.search(text, max(0, len(text) - _LONGEST_WORD))
    if word is None:
        raise ValueError("a footnote is called for after a word")
    return word.start(), word.end()


def collapsed(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs as a browser shows them: any plain spaces and line ends are one space, none at the edges."""
    found: list[Run] = []
    former = _LINE
    for run in runs:
        text = _SPACES.sub(" ", run.text).replace(f" {_LINE}", _LINE).replace(f"{_LINE} ", _LINE)
        if former in (" ", _LINE):
            text = text.removeprefix(" ")
        if text.startswith(_LINE) and former == " " and found:
            found[-1] = _with_text(found[-1], found[-1].text.removesuffix(" "))
        former = text[-1:] or former
        found.append(_with_text(run, text))
    return _without_end(found)


def _without_end(runs: list[Run]) -> tuple[Run, ...]:
    """Leave out plain spaces and breaks of lines at the end of a paragraph."""
    for index in range(len(runs) - 1, -1, -1):
        text = runs[index].text.rstrip(f" {_LINE}")
        runs[index] = _with_text(runs[index], text)
        if text:
            break
    return tuple(runs)


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.link, run.note)


def _marks(run: Run, start: int, end: int) -> Iterable[Mark]:
    if run.bold:
        yield Mark(start, end, MarkKind.BOLD)
    if run.italic:
        yield Mark(start, end, MarkKind.ITALIC)
    link = _bare(run.link)
    if _ADDRESS.match(link):
        yield Mark(start, end, MarkKind.LINK, link)


def _bare(link: str) -> str:
    """Return an address without the page of Google or Outlook that Google Docs and mail programs put before it."""
    for wrapper, key in _WRAPPERS:
        if wrapper.match(link):
            inner = parse_qs(urlsplit(link).query).get(key, [""])[0]
            return inner if _ADDRESS.match(inner) else link
    return link
