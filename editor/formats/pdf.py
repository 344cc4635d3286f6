"""Pages of a release painted with Qt: as PDF, on a printer, or on the screen for a preview.

The only file below the window that knows Qt; loaded when a page is wanted, not before. All lengths are twips
(1/1440 inch), so that a page looks the same on every device. The text is laid out line by line and never handed to
Qt as HTML, which turns narrow no-break spaces into plain ones.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, cast
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from editor import __version__
from editor.formats.paper import Change, Paper, Strip, strips_of_side
from editor.formats.paper.pages import Band, Piece, paginated
from editor.formats.paper.sheet import FIELDS, WAYS, Approval, quotes_in
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.words import Sentence, say

UNITS: Final = 1440
"""Twips to an inch."""
_POINT: Final = 20
_MARGIN: Final = 1134
"""2 cm on every side."""
_TOP: Final = 1420
_FOOT: Final = 1300
_GUTTER: Final = 340
_NUMBERS: Final = 480
"""Width of the column of row numbers in a review copy."""
_LEADING: Final = 1.38
_SERIF: Final = ["Noto Serif", "Source Serif 4", "Cambria", "Charter", "DejaVu Serif", "Liberation Serif"]
_SANS: Final = ["Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Liberation Sans"]
_LETTER: Final = frozenset({"CA", "US", "MX", "PH"})
"""Countries whose offices print on Letter paper (ISO 3166-1 alpha-2)."""
_INK: Final = QColor("#1F2328")
_QUIET: Final = QColor("#5C646D")
_RULE: Final = QColor("#D5D3CC")
_ACCENT: Final = QColor("#1F5FA8")
_WRONG: Final = QColor("#B3261E")
_WATER: Final = QColor("#EFEEEA")
_TINT: Final = QColor("#E8F1FB")


@dataclass(frozen=True, slots=True)
class _Words:
    """One line of a laid out paragraph, with the space above it and what stands before it."""

    layout: QTextLayout
    line: QTextLine
    height: float
    above: float = 0
    sign: str = ""
    font: QFont = field(default_factory=QFont)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the line with its top left corner there."""
        top = y + self.above
        # The sign first: whoever reads the page aloud or copies from it follows the order of painting.
        if self.sign:
            painter.setPen(_INK)
            painter.setFont(self.font)
            left = x + self.line.x() - _POINT * 4 - QFontMetricsF(self.font).horizontalAdvance(self.sign)
            painter.drawText(QPointF(left, top + self.line.y() + self.line.ascent()), self.sign)
        self.line.draw(painter, QPointF(x, top))


@dataclass(frozen=True, slots=True)
class _Boxes:
    """A line of boxes to tick, each with its words, or of lines to write on."""

    words: tuple[str, ...]
    font: QFont
    width: float
    are_lines: bool
    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the boxes with their top left corner there."""
        painter.setFont(self.font)
        metrics = QFontMetricsF(self.font)
        share = self.width / len(self.words)
        base = y + self.height * 0.68
        side = metrics.capHeight() * 1.25
        for index, word in enumerate(self.words):
            left = x + index * share
            painter.setPen(QPen(_QUIET, 12))
            if self.are_lines:
                begin = left + metrics.horizontalAdvance(word) + 4 * _POINT
                painter.drawLine(QPointF(begin, base + 40), QPointF(left + share - 8 * _POINT, base + 40))
            else:
                painter.drawRect(QRectF(left, base - side + 20, side, side))
            painter.setPen(_INK)
            painter.drawText(QPointF(left if self.are_lines else left + side + 5 * _POINT, base), word)


_Line = _Words | _Boxes


@dataclass(frozen=True, slots=True)
class _Look:
    """How a band is painted: where its columns begin, whether a line is drawn above it, and a bar beside it."""

    lefts: tuple[float, ...]
    is_ruled: bool = False
    is_changed: bool = False


class Pages:
    """A release laid out on pages, ready to be painted. Needs a QGuiApplication (`ready`)."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        letter = paper.profile.country in _LETTER
        self.size = QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)
        inches = self.size.size(QPageSize.Unit.Inch)
        self.width, self.height = inches.width() * UNITS, inches.height() * UNITS
        self._room = self.width - 2 * _MARGIN
        self._notes: dict[Language, list[str]] = {language: [] for language in Language}
        self._approvals = {each.quote.id: each for each in paper.approvals()} if paper.is_review else {}
        self._pages = paginated(self._bands(), self.height - _TOP - _FOOT)

    def __len__(self) -> int:
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one page (0-based) where a unit of the painter is a twip."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_watermark(painter)
        self._paint_head_and_foot(painter, page)
        for piece in self._pages[page]:
            self._paint_piece(painter, piece)

    # What stands on the pages.

    def _bands(self) -> list[Band[_Line]]:
        paper = self._paper
        bands = [self._masthead()]
        if paper.is_beside or paper.is_review:
            bands += [self._row(number, row) for number, row in paper.rows()]
            bands += self._endnotes(paper.languages)
        else:
            for language in paper.languages:
                if language is not paper.languages[0]:
                    bands.append(self._title_of(language))
                bands += [self._passages(row, language) for row in paper.doc.rows if row[language]]
                bands += self._endnotes((language,))
        if paper.is_review:
            bands += self._sign_off()
        return [band for band in bands if any(band.columns)]

    def _lefts(self) -> tuple[float, ...]:
        """Return where the columns of text begin: one, or two beside each other."""
        first = _MARGIN + (_NUMBERS if self._paper.is_review else 0)
        if not (self._paper.is_beside or self._paper.is_review) or len(self._paper.languages) == 1:
            return (first,)
        return first, first + self._column() + _GUTTER

    def _column(self) -> float:
        """Return how wide a column of text is."""
        room = self._room - (_NUMBERS if self._paper.is_review else 0)
        return (room - _GUTTER) / 2 if self._paper.is_beside else room

    def _beside(self) -> tuple[Language, ...]:
        """Return the languages that have a column of their own on every page."""
        return self._paper.languages if self._paper.is_beside else self._paper.languages[:1]

    def _masthead(self) -> Band[_Line]:
        return self._heads(self._beside(), self._lefts(), self._column())

    def _title_of(self, language: Language) -> Band[_Line]:
        """Return the masthead of the second language, where it comes after the first."""
        return self._heads((language,), self._lefts(), self._column(), opens=True)

    def _heads(
        self, languages: Iterable[Language], lefts: tuple[float, ...], width: float, *, opens: bool = False
    ) -> Band[_Line]:
        columns = []
        for language in languages:
            paper = self._paper
            lines = self._plain(paper.house(language), _font(_SANS, 11, bold=True), width, _ACCENT)
            lines += self._plain(paper.facts(language), _font(_SANS, 8.5), width, _QUIET)
            for warning in paper.warnings(language):
                lines += self._plain(warning, _font(_SANS, 9.5, bold=True), width, _WRONG, above=60)
            if paper.is_review:
                lines += self._plain(paper.copy_line(language), _font(_SANS, 8.5), width, _QUIET, above=60)
            columns.append(tuple(lines))
        return Band(tuple(columns), keeps=True, opens=opens, is_whole=True, look=_Look(lefts))

    def _row(self, number: str, row: Row) -> Band[_Line]:
        """Return a row with its sides beside each other; in a review copy with its number."""
        paper = self._paper
        sides = [self._side(row, language) for language in self._beside()]
        changed = any(paper.is_changed(row, language) for language in self._beside())
        if not any(sides):
            return Band(())
        columns = tuple(map(tuple, sides))
        lefts = self._lefts()
        if paper.is_review:
            label = self._plain(number, _font(_SANS, 8.5, bold=changed), _NUMBERS, _ACCENT if changed else _QUIET)
            columns, lefts = (tuple(label), *columns), (_MARGIN, *lefts)
        look = _Look(lefts, is_ruled=paper.is_review, is_changed=changed)
        return Band(columns, above=_above(row, paper), keeps=_keeps(row), look=look)

    def _passages(self, row: Row, language: Language) -> Band[_Line]:
        """Return one language of a row over the whole width."""
        return Band(
            (tuple(self._side(row, language)),),
            above=_above(row, self._paper),
            keeps=_keeps(row),
            look=_Look((float(_MARGIN),)),
        )

    def _side(self, row: Row, language: Language) -> list[_Line]:
        lines: list[_Line] = []
        for index, words in enumerate(strips_of_side(row[language], self._paper.former(row, language))):
            found = self._paragraph(row, words, language, above=0 if not lines else 6 * _POINT)
            lines += found
            passage = row[language][index] if index < len(row[language]) else None
            for quote_id in quotes_in(passage) if passage and self._paper.is_review else ():
                if approval := self._approvals.get(quote_id):
                    text = self._paper.remark(approval, language)
                    lines += self._plain(text, _font(_SANS, 7.5), self._column(), _ACCENT, above=30)
        return lines

    def _paragraph(self, row: Row, words: Sequence[Strip], language: Language, *, above: float) -> list[_Line]:
        font = self._font_of(row)
        indent, sign = 0, ""
        if row.kind is RowKind.LIST_ITEM:
            indent = 18 * _POINT * max(1, min(row.level, 9))
            sign = "•" if row.number is None else f"{row.number}."
        texts: list[str] = []
        ranges: list[QTextLayout.FormatRange] = []
        length = 0
        for strip in words:
            length = _add(texts, ranges, length, strip.text, self._format(strip))
            for note in strip.notes:
                self._notes[language].append(note)
                look = QTextCharFormat()
                look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
                length = _add(texts, ranges, length, str(len(self._notes[language])), look)
        return self._laid("".join(texts), font, self._column(), ranges, indent=indent, sign=sign, above=above)

    def _format(self, strip: Strip) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(_INK)
        if strip.bold:
            look.setFontWeight(QFont.Weight.Bold)
        if strip.italic:
            look.setFontItalic(True)
        if strip.link:
            look.setForeground(_ACCENT)
        if strip.quote and self._paper.is_review:
            look.setBackground(_TINT)
        if strip.change is Change.ADDED:
            look.setForeground(_ACCENT)
            look.setFontUnderline(True)
            look.setFontWeight(QFont.Weight.Bold)
        elif strip.change is Change.REMOVED:
            look.setForeground(_WRONG)
            look.setFontStrikeOut(True)
        return look

    def _font_of(self, row: Row) -> QFont:
        narrow = self._paper.is_beside
        if row.kind is RowKind.HEADLINE:
            return _font(_SERIF, 13 if narrow else 19, bold=True)
        if row.kind is RowKind.SUBHEADLINE:
            return _font(_SERIF, 11 if narrow else 13, italic=True)
        if row.kind is RowKind.SUBHEADING:
            return _font(_SERIF, (10.5 if narrow else 12) - max(0, row.level - 1) * 0.5, bold=True)
        if row.kind is RowKind.CAPTION:
            return _font(_SERIF, 8.5 if narrow else 9.5, italic=True)
        if row.kind in (RowKind.BOILERPLATE, RowKind.NOTE, RowKind.CONTACT):
            return _font(_SERIF, 8.5 if narrow else 9.5)
        return _font(_SERIF, 9.5 if narrow else 11, bold=row.kind is RowKind.DELIVERY)

    def _endnotes(self, languages: Sequence[Language]) -> list[Band[_Line]]:
        font = _font(_SERIF, 8)
        columns = []
        for language in languages:
            lines: list[_Line] = []
            for number, text in enumerate(self._notes[language], 1):
                lines += self._laid(text, font, self._column(), [], indent=320, sign=f"{number}.", above=40)
            columns.append(tuple(lines))
        if not any(columns):
            return []
        return [Band(tuple(columns), above=14 * _POINT, look=_Look(self._lefts(), is_ruled=True))]

    def _sign_off(self) -> list[Band[_Line]]:
        """Return the quotes once more, each with boxes, and boxes for the release as a whole."""
        bands: list[Band[_Line]] = []
        if self._approvals:
            bands.append(self._section(say("Approval of the quotes")))
        for approval in self._approvals.values():
            bands += [self._approval(approval), self._boxes()]
        return [*bands, self._section(say("Approval of the release")), self._boxes()]

    def _section(self, title: Sentence) -> Band[_Line]:
        font = _font(_SANS, 11, bold=True)
        columns = tuple(
            tuple(self._plain(self._paper.say(title, language), font, self._column(), _ACCENT))
            for language in self._beside()
        )
        return Band(columns, above=24 * _POINT, keeps=True, look=_Look(self._lefts()))

    def _boxes(self) -> Band[_Line]:
        """Return boxes to tick, and lines for a name, a date and a signature."""
        font, room = _font(_SANS, 8.5), self._room - _NUMBERS
        lines: list[_Line] = [_Boxes((self._paper.in_all(way),), font, room, False, 18 * _POINT) for way in WAYS]
        lines.append(_Boxes(tuple(map(self._paper.in_all, FIELDS)), font, room, True, 30 * _POINT))
        return Band((tuple(lines),), above=80, is_whole=True, look=_Look((float(_MARGIN + _NUMBERS),)))

    def _approval(self, approval: Approval) -> Band[_Line]:
        columns: list[tuple[_Line, ...]] = [
            tuple(self._plain(approval.number, _font(_SANS, 8.5, bold=True), _NUMBERS, _ACCENT))
        ]
        for language in self._beside():
            lines = self._plain(approval.words[language], _font(_SERIF, 9.5), self._column(), _INK)
            remark = self._paper.remark(approval, language).partition(" ")[2]
            lines += self._plain(remark, _font(_SANS, 7.5), self._column(), _QUIET, above=30)
            columns.append(tuple(lines))
        look = _Look((float(_MARGIN), *self._lefts()), is_ruled=True)
        return Band(tuple(columns), above=12 * _POINT, keeps=True, is_whole=True, look=look)

    # Laying out.

    def _plain(self, text: str, font: QFont, width: float, colour: QColor, above: float = 0) -> list[_Line]:
        look = QTextCharFormat()
        look.setForeground(colour)
        ranges: list[QTextLayout.FormatRange] = []
        _add([], ranges, 0, text, look)
        return self._laid(text, font, width, ranges, above=above)

    def _laid(
        self,
        text: str,
        font: QFont,
        width: float,
        ranges: list[QTextLayout.FormatRange],
        *,
        indent: float = 0,
        sign: str = "",
        above: float = 0,
    ) -> list[_Line]:
        if not text:
            return []
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(ranges)
        layout.setCacheEnabled(True)
        step = font.pixelSize() * _LEADING
        found: list[_Line] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width - indent)
            line.setPosition(QPointF(indent, (step - line.height()) / 2))
            first = not found
            lead = above if first else 0
            found.append(_Words(layout, line, step + lead, lead, sign if first else "", font))
        layout.endLayout()
        return found

    # Painting.

    def _paint_piece(self, painter: QPainter, piece: Piece[_Line]) -> None:
        look = cast("_Look", piece.band.look)
        top = _TOP + piece.top
        if look.is_ruled:
            painter.setPen(QPen(_RULE, 10))
            y = top - piece.band.above / 2 if piece.top else top
            painter.drawLine(QPointF(_MARGIN, y), QPointF(self.width - _MARGIN, y))
        if look.is_changed:
            painter.fillRect(QRectF(_MARGIN - 120, top, 40, piece.height), _ACCENT)
        for left, column in zip(look.lefts, piece.columns, strict=True):
            y = top
            for line in column:
                line.draw(painter, left, y)
                y += line.height

    def _paint_watermark(self, painter: QPainter) -> None:
        words = self._paper.watermarks()
        if not words:
            return
        painter.save()
        painter.translate(self.width / 2, self.height / 2)
        painter.rotate(-52)
        longest = max(words, key=len)
        font = _font(_SANS, 20, bold=True)
        wanted = self.height * 0.72
        size = font.pixelSize() * wanted / max(1.0, QFontMetricsF(font).horizontalAdvance(longest))
        font.setPixelSize(int(min(size, 110 * _POINT)))
        painter.setFont(font)
        painter.setPen(_WATER)
        step = font.pixelSize() * 1.15
        for index, word in enumerate(words):
            box = QRectF(-self.height, (index - len(words) / 2) * step, 2 * self.height, step)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        painter.restore()

    def _paint_head_and_foot(self, painter: QPainter, page: int) -> None:
        paper = self._paper
        font = _font(_SANS, 7.5)
        painter.setFont(font)
        painter.setPen(_QUIET)
        metrics = QFontMetricsF(font)
        room = QRectF(_MARGIN, 0, self._room, 0)
        if page:
            box = room.adjusted(0, 700, 0, 1000)
            head = " · ".join(filter(None, (paper.doc.release.reference, paper.title)))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, _elided(metrics, head, self._room))
        box = room.adjusted(0, self.height - 900, 0, self.height - 600)
        house = " · ".join(dict.fromkeys(filter(None, map(paper.house, paper.languages))))
        place = f"{page + 1} / {len(self._pages)}"
        rest = self._room - metrics.horizontalAdvance(place) - 400
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, _elided(metrics, house, rest))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, place)


def _elided(metrics: QFontMetricsF, text: str, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _font(families: list[str], points: float, *, bold: bool = False, italic: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(round(points * _POINT))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold(bold)
    font.setItalic(italic)
    # Letters joined to one sign are lost to search and copying in PDF files.
    font.setFeature(QFont.Tag("liga"), 0)
    return font


def _add(texts: list[str], ranges: list[QTextLayout.FormatRange], at: int, text: str, look: QTextCharFormat) -> int:
    """Add characters of one look, and return how many UTF-16 units there are now."""
    length = len(text.encode("utf-16-le")) // 2
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length, stretch.format = at, length, look
    ranges.append(stretch)
    texts.append(text)
    return at + length


def _above(row: Row, paper: Paper) -> float:
    """Return the space above a row."""
    if row.kind is RowKind.LIST_ITEM and not paper.is_review:
        return 4 * _POINT
    if row.kind is RowKind.HEADLINE:
        return 16 * _POINT
    return (12 if row.kind is RowKind.SUBHEADING else 9) * _POINT


def _keeps(row: Row) -> bool:
    return row.kind in (RowKind.HEADLINE, RowKind.SUBHEADLINE, RowKind.SUBHEADING)


_running: list[QGuiApplication] = []
"""The application made here, kept for as long as the process: Qt has only one."""


def ready() -> None:
    """Make sure that Qt can lay out text; without a window it needs no display."""
    if QGuiApplication.instance() is None:
        # Whatever the desktop says: nothing is shown, and a display that is not there would end the process.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _running.append(QGuiApplication(["communique"]))


def write(paper: Paper) -> bytes:
    """Return a release as PDF, its fonts embedded."""
    ready()
    pages = Pages(paper)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS)
    writer.setPageLayout(page_layout(pages))
    writer.setTitle(paper.title or paper.doc.release.reference)
    writer.setCreator(f"Communiqué {__version__}")
    writer.setAuthor(paper.house(paper.languages[0]))
    writer.setDocumentXmpMetadata(QByteArray(_metadata(paper)))
    print_on(writer, pages, range(len(pages)))
    buffer.close()
    return bytes(data.data())


def print_on(device: QPagedPaintDevice, pages: Pages, numbers: range) -> None:
    """Paint pages (0-based) on a printer, whatever its resolution and its paper."""
    painter = QPainter(device)
    scale = min(painter.viewport().width() / pages.width, painter.viewport().height() / pages.height)
    painter.scale(scale, scale)
    for number in numbers:
        if number != numbers.start:
            device.newPage()
        pages.paint(painter, number)
    painter.end()


def page_layout(pages: Pages) -> QPageLayout:
    """Return the paper of a release, without margins: the pages bring their own."""
    return QPageLayout(pages.size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def _metadata(paper: Paper) -> bytes:
    """Return what readers of PDF files and archives are told (XMP, ISO 16684-1): title, author, languages."""
    author = paper.house(paper.languages[0]) if paper.languages else ""
    languages = "".join(f"<rdf:li>{language.value}</rdf:li>" for language in paper.languages)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(paper.title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language><dc:format>application/pdf</dc:format>"
        f"<dc:identifier>{escape(paper.doc.release.reference)}</dc:identifier>"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()
