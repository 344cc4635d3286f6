"""Clipboard: passages as other programs and our own take them, and passages out of what others give.

Copied text keeps its no-break spaces and line separators, which Qt's own copying makes plain.
"""

import json
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QMimeData

from editor.edits.flow import Shape
from editor.model.language import Language
from editor.model.passage import Mark, MarkKind, Passage, fit_text, split_text
from editor.model.rows import RowKind
from editor.values import frozen
from editor.words import Sentence

OWN_FORMAT = "application/x-communique-passages+json"
_LARGEST = 2_000_000
"""Characters taken from outside at once; a release has some ten thousand."""
_TAGS = {MarkKind.BOLD: ("<strong>", "</strong>"), MarkKind.ITALIC: ("<em>", "</em>")}


@frozen
class Found:
    """Paragraphs taken from outside, what each is (none: nobody says), and a Sentence on what was left out, if any."""

    pieces: tuple[Passage, ...]
    shapes: tuple[Shape | None, ...] = ()
    left_out: Sentence | None = None


HtmlReader = Callable[[str], Found]
"""Reads the paragraphs of HTML from outside; no pieces where there are none."""


def mime_of(passages: tuple[Passage, ...], shapes: tuple[Shape | None, ...], language: Language) -> QMimeData:
    """Return passages, each with what it is, for the clipboard: as our own format, as HTML and as plain text."""
    mime = QMimeData()
    mime.setText("\n\n".join(passage.text.replace("\u2028", "\n") for passage in passages))
    mime.setHtml("".join(f'<p lang="{language.value}">{_html(passage)}</p>' for passage in passages))
    own = [
        [
            passage.text,
            [[mark.start, mark.end, mark.kind.value, mark.target] for mark in passage.marks],
            [shape[0].value, *shape[1:]] if shape else None,
        ]
        for passage, shape in zip(passages, shapes, strict=True)
    ]
    mime.setData(OWN_FORMAT, json.dumps(own).encode())
    return mime


def can_read(mime: QMimeData) -> bool:
    """Whether there is text to be had; files are not text."""
    return mime.hasFormat(OWN_FORMAT) or mime.hasHtml() or (mime.hasText() and not mime.hasUrls())


def read(mime: QMimeData, read_html: HtmlReader | None = None) -> Found:
    """Return the paragraphs of what was copied: our own format first, then HTML, then plain text."""
    if mime.hasFormat(OWN_FORMAT):
        own = _own(bytes(mime.data(OWN_FORMAT).data()))
        if own.pieces:
            return own
    if read_html is not None and mime.hasHtml():
        found = read_html(mime.html()[:_LARGEST])
        if any(passage.text.strip() for passage in found.pieces):
            return found
    return Found(plain(mime.text()))


def plain(text: str) -> tuple[Passage, ...]:
    """Return the paragraphs of plain text; empty lines only part paragraphs."""
    parts = split_text(text[:_LARGEST])
    if len(parts) == 1:
        return (Passage(parts[0]),)
    return tuple(Passage(part.strip(" \t")) for part in parts if part.strip()) or (Passage(),)


def _own(data: bytes) -> Found:
    """Read our own format; what another program made of it, if it is damaged, counts as nothing."""
    if len(data) > _LARGEST * 4:
        return Found(())
    try:
        found = json.loads(data)
        passages = tuple(_passage(text, marks) for text, marks, _ in found)
        return Found(passages, tuple(_shape(shape) for _, _, shape in found))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Found(())


def _passage(text: object, marks: list[list[object]]) -> Passage:
    if not isinstance(text, str) or fit_text(text) != text:
        raise TypeError("a passage is text")
    found = []
    for start, end, kind, target in marks:
        if not (isinstance(start, int) and isinstance(end, int) and isinstance(target, str)):
            raise TypeError("a mark has two offsets and a target")
        found.append(Mark(start, end, MarkKind(kind), fit_text(target)))
    return Passage(text, tuple(found))


def _shape(shape: list[object] | None) -> Shape | None:
    if shape is None:
        return None
    kind, level, number = shape
    if not isinstance(level, int) or not (number is None or isinstance(number, int)):
        raise TypeError("a level and a number are figures")
    return RowKind(kind), level, number


def _html(passage: Passage) -> str:
    """Return one paragraph as HTML, with what other programs can use: bold, italic, links."""
    from html import escape  # noqa: PLC0415 (nothing is copied before the first paint)

    marks = [mark for mark in passage.marks if mark.kind in _TAGS or mark.kind is MarkKind.LINK]
    edges = sorted({0, len(passage.text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    parts = []
    for start, end in pairwise(edges):
        part = escape(passage.text[start:end]).replace("\u2028", "<br>")
        for mark in marks:
            if mark.start <= start and end <= mark.end:
                opened, closed = _TAGS.get(mark.kind, (f'<a href="{escape(mark.target)}">', "</a>"))
                part = f"{opened}{part}{closed}"
        parts.append(part)
    return "".join(parts)
