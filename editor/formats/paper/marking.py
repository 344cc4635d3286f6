"""Marking: a passage cut into strips of one look, with what was added and taken out since a former wording."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from itertools import pairwise
from typing import Final

from editor.model.passage import MarkKind, Passage
from editor.values import frozen

_TOKENS: Final = re.compile(r"\w+|\s|[^\w\s]")
_PASSAGE_END: Final = " ¶ "
"""What stands for the end of a paragraph among words taken out."""


class Change(Enum):
    """What became of some words since the last copy."""

    NONE = "none"
    ADDED = "added"
    REMOVED = "removed"


@frozen
class Strip:
    """Characters of one look. `quote` is the id of their quote, `notes` are the footnotes called for after them."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    quote: str = ""
    change: Change = Change.NONE
    notes: tuple[str, ...] = ()


@frozen
class _Edit:
    """Characters [start, end) stand where `removed` stood."""

    start: int
    end: int
    removed: str


def strips(passage: Passage) -> tuple[Strip, ...]:
    """Return the strips of a passage in which nothing is marked as changed."""
    return tuple(_strips(passage, ()))


def strips_of_side(side: Sequence[Passage], former: str | None) -> tuple[tuple[Strip, ...], ...]:
    """Return the strips of every passage of a side, marked where it differs from a former wording.

    `former` is the text that stood there, its passages parted by line feeds; None where there is nothing to compare
    with. Words taken out of a side that is empty now make a passage of their own.
    """
    if former is None:
        return tuple(strips(passage) for passage in side)
    edits = _edits(former, "\n".join(passage.text for passage in side))
    if not side:
        return ((Strip(former.replace("\n", _PASSAGE_END), change=Change.REMOVED),),) if former else ()
    found = []
    offset = 0
    for passage in side:
        length = len(passage.text)
        here = tuple(_clipped(edits, offset, length))
        found.append(tuple(_strips(passage, here)))
        offset += length + 1
    return tuple(found)


def _edits(former: str, now: str) -> tuple[_Edit, ...]:
    old, new = _TOKENS.findall(former), _TOKENS.findall(now)
    places = [0]
    for token in new:
        places.append(places[-1] + len(token))
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        _Edit(places[start], places[end], "".join(old[first:last]))
        for name, first, last, start, end in codes
        if name != "equal"
    )


def _clipped(edits: Sequence[_Edit], offset: int, length: int) -> Iterator[_Edit]:
    """Yield the edits inside one passage; what was taken out at its end, or before the next one, is said here."""
    for edit in edits:
        start, end = max(edit.start - offset, 0), min(edit.end - offset, length)
        begins_here = 0 <= edit.start - offset <= length
        if start < end or begins_here:
            yield _Edit(start, max(start, end), edit.removed.replace("\n", _PASSAGE_END) if begins_here else "")


def _strips(passage: Passage, edits: Sequence[_Edit]) -> Iterator[Strip]:
    text = passage.text
    of_edits = {edge for edit in edits for edge in (edit.start, edit.end)}
    edges = sorted({0, len(text), *of_edits, *(edge for mark in passage.marks for edge in (mark.start, mark.end))})
    removed = {edit.start: edit.removed for edit in edits if edit.removed}
    for start, end in pairwise(edges):
        if start in removed:
            yield Strip(removed.pop(start), change=Change.REMOVED)
        here = {mark.kind: mark for mark in passage.marks if mark.start <= start and end <= mark.end}
        link, quote = here.get(MarkKind.LINK), here.get(MarkKind.QUOTE)
        is_added = any(edit.start <= start and end <= edit.end for edit in edits)
        yield Strip(
            text[start:end],
            bold=MarkKind.BOLD in here,
            italic=MarkKind.ITALIC in here,
            link=link.target if link else "",
            quote=quote.target if quote else "",
            change=Change.ADDED if is_added else Change.NONE,
            notes=tuple(mark.target for mark in passage.stretches(MarkKind.FOOTNOTE) if mark.end == end),
        )
    for rest in removed.values():
        yield Strip(rest, change=Change.REMOVED)
