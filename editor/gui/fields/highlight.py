"""Highlight: quotes, people, bold, links, spelling and findings shown as formats on the layout of a block.

Formats on the layout are not part of Qt's document: nothing is modified, nothing is copied along, and what one types
takes none of them over. Offsets here are UTF-16 units, as Qt counts.
"""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from editor.gui.fields.differences import utf16
from editor.gui.style import Look
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row, RowKind
from editor.text.patterns import pattern_of

_WHOLE = 1 << 20
"""UTF-16 units; longer than any paragraph, so that what says the kind of a row need not follow its length."""
_OPENED = pattern_of('[“«„‟"‘‹][ \u00a0\u202f\u2009]?$')
_CLOSED = pattern_of('[,.;:!?…]?[ \u00a0\u202f\u2009]?[”»"’›]')


class Style(Enum):
    """How a stretch is shown."""

    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    QUIET = "quiet"
    QUOTE = "quote"
    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"
    PERSON = "person"
    FOOTNOTE = "footnote"
    COMMENT = "comment"
    HINT = "hint"
    WARNING = "warning"
    ERROR = "error"
    MISSPELT = "misspelt"

    # Each is the only one of its kind: no need to hash its name, which Python does in Python.
    __hash__ = object.__hash__

    @property
    def grows(self) -> bool:
        """Whether what is typed at the end is shown alike."""
        return self in (Style.BOLD, Style.ITALIC, Style.LINK)


Range = tuple[int, int, Style]
"""Start, end (exclusive) and style, in UTF-16 units of a block."""

_KINDS = {
    RowKind.HEADLINE: Style.HEADLINE,
    RowKind.SUBHEADLINE: Style.SUBHEADLINE,
    RowKind.SUBHEADING: Style.SUBHEADING,
    RowKind.CAPTION: Style.CAPTION,
    RowKind.NOTE: Style.QUIET,
    RowKind.END_MARK: Style.QUIET,
}
_MARKS = {kind: Style(kind.value) for kind in MarkKind}
_ORDER = {style: place for place, style in enumerate(Style)}


def ranges_of(row: Row, passage: Passage, more: Iterable[Range] = ()) -> tuple[Range, ...]:
    """Return what a block shows: its row's kind, its passage's marks, and `more` (spelling, findings; code points)."""
    kind = _KINDS.get(row.kind)
    found: list[Range] = [] if kind is None else [(0, _WHOLE, kind)]
    more = tuple(more)
    if not passage.marks and not more:
        return tuple(found)
    text = passage.text
    stretches = [*(_shown(text, mark) for mark in passage.marks), *more]
    if not text.isascii() and max(text, default="") > "\uffff":
        stretches = [(utf16(text, start), utf16(text, end), style) for start, end, style in stretches]
    found += sorted(stretches, key=lambda stretch: _ORDER[stretch[2]])
    return tuple(found)


def shifted(ranges: tuple[Range, ...], start: int, removed: int, added: int) -> tuple[Range, ...]:
    """Return the ranges after `removed` units at `start` became `added` others, by the rule marks follow."""
    moved = (_moved(stretch, start, start + removed, added) for stretch in ranges)
    return tuple(stretch for stretch in moved if stretch is not None)


def _moved(stretch: Range, start: int, end: int, added: int) -> Range | None:
    low, high, style = stretch
    if high == _WHOLE or start > high:
        return stretch
    if start == high:
        return (low, high + added, style) if start == end and style.grows else stretch
    shift = added - (end - start)
    if end <= low:
        return low + shift, high + shift, style
    if low <= start and end <= high:
        return (low, high + shift, style) if low < high + shift else None
    if start < low:
        return (start + added, high + shift, style) if end < high else None
    return (low, start, style) if low < start else None


def _shown(text: str, mark: Mark) -> Range:
    """Return the stretch of a mark as it is shown: a quote with its quotation marks."""
    style = _MARKS[mark.kind]
    if mark.kind is not MarkKind.QUOTE:
        return mark.start, mark.end, style
    opened = _OPENED.search(text, max(mark.start - 2, 0), mark.start)
    closed = _CLOSED.match(text, mark.end)
    return (opened.start() if opened else mark.start), (closed.end() if closed else mark.end), style


class Formats:
    """The Qt formats of a look."""

    def __init__(self, look: Look) -> None:
        self._formats = {style: _format(style, look) for style in Style}

    def of(self, ranges: tuple[Range, ...]) -> list[QTextLayout.FormatRange]:
        """Return the ranges as Qt takes them."""
        shown = []
        for start, end, style in ranges:
            piece = QTextLayout.FormatRange()
            piece.start = start
            piece.length = end - start
            piece.format = self._formats[style]
            shown.append(piece)
        return shown


def _format(style: Style, look: Look) -> QTextCharFormat:
    shown = QTextCharFormat()
    colours = look.palette
    size = look.fonts.text.pointSizeF()
    if style is Style.HEADLINE:
        shown.setFontPointSize(look.fonts.headline.pointSizeF())
        shown.setFontWeight(look.fonts.headline.weight())
    elif style is Style.SUBHEADLINE:
        shown.setFontPointSize(size * 1.15)
        shown.setFontWeight(QFont.Weight.DemiBold)
    elif style is Style.SUBHEADING:
        shown.setFontWeight(QFont.Weight.DemiBold)
    elif style is Style.CAPTION:
        shown.setFontItalic(True)
        shown.setFontPointSize(size * 0.88)
        shown.setForeground(colours.quiet)
    elif style is Style.QUIET:
        shown.setForeground(colours.quiet)
    elif style is Style.QUOTE:
        shown.setBackground(colours.quote_tint)
    elif style is Style.COMMENT:
        shown.setBackground(colours.comment_tint)
    elif style is Style.BOLD:
        shown.setFontWeight(QFont.Weight.Bold)
    elif style is Style.ITALIC:
        shown.setFontItalic(True)
    else:
        _underline(shown, style, look)
    return shown


def _underline(shown: QTextCharFormat, style: Style, look: Look) -> None:
    colours, lines = look.palette, QTextCharFormat.UnderlineStyle
    line, colour = {
        Style.PERSON: (lines.DotLine, colours.accent),
        Style.LINK: (lines.SingleUnderline, colours.accent),
        Style.FOOTNOTE: (lines.DashUnderline, colours.quiet),
        Style.HINT: (lines.DotLine, colours.quiet),
        Style.WARNING: (lines.WaveUnderline, colours.doubtful),
        Style.ERROR: (lines.WaveUnderline, colours.wrong),
        Style.MISSPELT: (lines.SpellCheckUnderline, colours.wrong),
    }[style]
    shown.setUnderlineStyle(line)
    shown.setUnderlineColor(colour)
    if style is Style.LINK:
        shown.setForeground(colours.accent)
