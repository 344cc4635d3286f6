"""Passage: one paragraph of one language, with its marks; a splice moves the marks."""

import re
from dataclasses import replace
from enum import Enum

from editor.values import frozen

_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2029]")
_SPACES = re.compile("[\\s\u00a0\u2000-\u200a\u2028\u202f\u205f\u3000]+")
_UNFIT = re.compile("[\x00-\x08\x0a-\x1f\x7f\x85\u2029\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]")
_QUOTING = re.compile(r"[“”„«»\"]")
# A straight mark may be either: it belongs to the words it touches.
_OPENED = re.compile(r"(?:[“„«]\s*|\")\Z")
_CLOSED = re.compile(r"\s*[”»]|\"")


class MarkKind(Enum):
    """What a stretch of a passage is."""

    QUOTE = "quote"
    PERSON = "person"
    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"
    FOOTNOTE = "footnote"
    COMMENT = "comment"

    # Each is the only one of its kind: no need to hash its name, which Python does in Python.
    __hash__ = object.__hash__

    @property
    def grows(self) -> bool:
        """Whether typing at the mark's end continues it, as writers expect of bold but not of a quote."""
        return self in (MarkKind.BOLD, MarkKind.ITALIC, MarkKind.LINK)


@frozen
class Mark:
    """A stretch of a passage that means something.

    Offsets are code points, the end is exclusive. The target is the id of the quote, participant or comment, the
    address of a link or the text of a footnote; empty for bold and italic.
    """

    start: int
    end: int
    kind: MarkKind
    target: str = ""

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Where the mark stands in a passage's tuple of marks."""
        return (self.start, self.end, self.kind.value, self.target)

    def moved(self, start: int, end: int, length: int) -> "Mark | None":
        """Return the mark after characters [start, end) became `length` others; None when nothing of it is left.

        What is written strictly inside a mark, or over characters all of which are the mark's, belongs to it. What
        is inserted at its end belongs to it only where the kind grows.
        """
        shift = length - (end - start)
        if end <= self.start:
            return Mark(self.start + shift, self.end + shift, self.kind, self.target)
        if start >= self.end:
            if start == end == self.end and self.kind.grows:
                return Mark(self.start, self.end + length, self.kind, self.target)
            return self
        if self.start <= start and end <= self.end:
            return self._kept(self.start, self.end + shift)
        if start < self.start:
            return self._kept(start + length, self.end + shift)
        return self._kept(self.start, start)

    def is_touched(self, start: int, end: int) -> bool:
        """Whether characters [start, end) share one with the mark; a mere place does at its ends too."""
        if start == end:
            return self.start <= start <= self.end
        return self.start < end and start < self.end

    def _kept(self, start: int, end: int) -> "Mark | None":
        return Mark(start, end, self.kind, self.target) if start < end else None


def in_order(marks: "list[Mark] | tuple[Mark, ...]") -> tuple[Mark, ...]:
    """Return the marks in canonical order: without doubles, and touching stretches of one thing made one."""
    if isinstance(marks, tuple) and _are_in_order(marks):
        return marks
    joined: dict[tuple[MarkKind, str], list[Mark]] = {}
    for mark in sorted(set(marks), key=lambda mark: mark.order):
        stretches = joined.setdefault((mark.kind, mark.target), [])
        if stretches and mark.start <= stretches[-1].end:
            last = stretches[-1]
            stretches[-1] = Mark(last.start, max(last.end, mark.end), mark.kind, mark.target)
        else:
            stretches.append(mark)
    return tuple(sorted((mark for group in joined.values() for mark in group), key=lambda mark: mark.order))


def _are_in_order(marks: "tuple[Mark, ...]") -> bool:
    """Tell of marks whose order is plain at once, as it is of nearly all: each of its own thing, and begun later."""
    starts = [mark.start for mark in marks]
    return len({(mark.kind, mark.target) for mark in marks}) == len(marks) == len(set(starts)) and starts == sorted(
        starts
    )


def split_text(text: str) -> list[str]:
    """Return the paragraphs of outside text, each fit for a passage.

    Line and paragraph ends part paragraphs; the line separator U+2028 stays inside one; control characters,
    lone surrogates and non-characters are left out.
    """
    return [fit_text(part) for part in _BREAKS.split(text)]


def fit_text(text: str) -> str:
    """Return `text` without what no passage may hold: control characters but the tab, surrogates, non-characters."""
    return _UNFIT.sub("", text)


def evenly_spaced(text: str) -> str:
    """Return text with every run of spaces, of whatever width, made one plain space: what typography may change."""
    return _SPACES.sub(" ", text).strip()


def said_alone(words: str) -> str:
    """Return the words of a quote as they stand by themselves, without the comma that leads back into their sentence.

    English sets that comma inside the quotation marks: “It is done,” she said.
    """
    return words.rstrip().removesuffix(",").rstrip()


@frozen
class Passage:
    """One paragraph of one language: text in code points without line ends (U+2028 allowed), and its marks.

    Raises ValueError where the text holds a character no passage may hold, or a mark leaves the text.
    """

    text: str = ""
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        if _UNFIT.search(self.text):
            raise ValueError("a passage holds no line ends, control characters or surrogates")
        if not self.marks:
            return
        for mark in self.marks:
            if not 0 <= mark.start < mark.end <= len(self.text):
                raise ValueError(f"{mark} leaves a text of {len(self.text)} characters")
        ordered = in_order(self.marks)
        if ordered is not self.marks and ordered != self.marks:
            object.__setattr__(self, "marks", ordered)

    def __hash__(self) -> int:
        # What is found in a passage is remembered by it: its words, whose hash is kept, tell it from nearly all others.
        return hash(self.text)

    def splice(self, start: int, end: int, text: str) -> "Passage":
        """Return the passage with characters [start, end) replaced by `text`; the marks move with their words.

        What is inserted between the words of a quote and its quotation marks is said with them.
        """
        if not self.marks:
            return Passage(self.text[:start] + text + self.text[end:])
        moved = (
            replace(mark, end=mark.end + len(text))
            if start == end and self._is_said_with(mark, start, text)
            else mark.moved(start, end, len(text))
            for mark in self.marks
        )
        return Passage(self.text[:start] + text + self.text[end:], tuple(mark for mark in moved if mark))

    def _is_said_with(self, mark: Mark, place: int, text: str) -> bool:
        """Whether words inserted at the edge of a quote stand inside its quotation marks."""
        if mark.kind is not MarkKind.QUOTE or place not in (mark.start, mark.end) or _QUOTING.search(text):
            return False
        if place == mark.end:
            return _CLOSED.match(self.text, place) is not None
        return _OPENED.search(self.text[:place]) is not None

    def cut(self, start: int, end: int) -> "Passage":
        """Return characters [start, end) with the stretches of marks that lie there."""
        clipped = ((max(mark.start, start) - start, min(mark.end, end) - start, mark) for mark in self.marks)
        marks = tuple(Mark(low, high, mark.kind, mark.target) for low, high, mark in clipped if low < high)
        return Passage(self.text[start:end], marks)

    def __add__(self, other: "Passage") -> "Passage":
        shift = len(self.text)
        after = tuple(Mark(mark.start + shift, mark.end + shift, mark.kind, mark.target) for mark in other.marks)
        return Passage(self.text + other.text, self.marks + after)

    def marked(self, start: int, end: int, kind: MarkKind, target: str = "") -> "Passage":
        """Return the passage with one more mark."""
        return Passage(self.text, (*self.marks, Mark(start, end, kind, target)))

    def unmarked(self, start: int, end: int, kind: MarkKind, target: str | None = None) -> "Passage":
        """Return the passage with marks of `kind` (and of `target`, where given) lifted from [start, end)."""
        kept: list[Mark] = []
        for mark in self.marks:
            meant = mark.kind is kind and target in (None, mark.target)
            if not meant or mark.end <= start or mark.start >= end:
                kept.append(mark)
                continue
            if mark.start < start:
                kept.append(Mark(mark.start, start, kind, mark.target))
            if mark.end > end:
                kept.append(Mark(end, mark.end, kind, mark.target))
        return Passage(self.text, tuple(kept))

    def stretches(self, kind: MarkKind) -> tuple[Mark, ...]:
        """Return the marks of one kind, in the order of the text."""
        return tuple(mark for mark in self.marks if mark.kind is kind)

    def words_of(self, mark: Mark) -> str:
        """Return the words a mark of this passage stands on."""
        return self.text[mark.start : mark.end]
