"""Bands: a release as bands of lines across the page: heads, rows, notes, and boxes for whoever signs."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from editor.formats.paper import Change, Paper, Strip, strips_of_side
from editor.formats.paper.pages import Band
from editor.formats.paper.sheet import FIELDS, WAYS, Approval, quotes_in
from editor.formats.pdf.lines import (
    ACCENT,
    GUTTER,
    INK,
    MARGIN,
    NUMBERS,
    POINT,
    QUIET,
    SANS,
    SERIF,
    TINT,
    WRONG,
    Boxes,
    Line,
    add,
    font,
    laid,
    plain,
)
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.values import frozen
from editor.words import Sentence, say


@frozen
class Look:
    """How a band is painted: where its columns begin, whether a line is drawn above it, and a bar beside it."""

    lefts: tuple[float, ...]
    is_ruled: bool = False
    is_changed: bool = False


class Bands:
    """Lays a release out for a room of a certain width (twips)."""

    def __init__(self, paper: Paper, room: float) -> None:
        self._paper = paper
        self._room = room
        self._notes: dict[Language, list[str]] = {language: [] for language in Language}
        self._approvals = {each.quote.id: each for each in paper.approvals()} if paper.is_review else {}

    def all(self) -> list[Band[Line]]:
        """Return every band, from the top."""
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
        first = MARGIN + (NUMBERS if self._paper.is_review else 0)
        if not (self._paper.is_beside or self._paper.is_review) or len(self._paper.languages) == 1:
            return (first,)
        return first, first + self._column() + GUTTER

    def _column(self) -> float:
        """Return how wide a column of text is."""
        room = self._room - (NUMBERS if self._paper.is_review else 0)
        return (room - GUTTER) / 2 if self._paper.is_beside else room

    def _beside(self) -> tuple[Language, ...]:
        """Return the languages that have a column of their own on every page."""
        return self._paper.languages if self._paper.is_beside else self._paper.languages[:1]

    def _masthead(self) -> Band[Line]:
        return self._heads(self._beside(), self._lefts(), self._column())

    def _title_of(self, language: Language) -> Band[Line]:
        """Return the masthead of the second language, where it comes after the first."""
        return self._heads((language,), self._lefts(), self._column(), opens=True)

    def _heads(
        self, languages: Iterable[Language], lefts: tuple[float, ...], width: float, *, opens: bool = False
    ) -> Band[Line]:
        columns = []
        for language in languages:
            paper = self._paper
            lines = plain(paper.house(language), font(SANS, 11, bold=True), width, ACCENT)
            lines += plain(paper.facts(language), font(SANS, 8.5), width, QUIET)
            for warning in paper.warnings(language):
                lines += plain(warning, font(SANS, 9.5, bold=True), width, WRONG, above=60)
            if paper.is_review:
                lines += plain(paper.copy_line(language), font(SANS, 8.5), width, QUIET, above=60)
            columns.append(tuple(lines))
        return Band(tuple(columns), keeps=True, opens=opens, is_whole=True, look=Look(lefts))

    def _row(self, number: str, row: Row) -> Band[Line]:
        """Return a row with its sides beside each other; in a review copy with its number."""
        paper = self._paper
        sides = [self._side(row, language) for language in self._beside()]
        changed = any(paper.is_changed(row, language) for language in self._beside())
        if not any(sides):
            return Band(())
        columns = tuple(map(tuple, sides))
        lefts = self._lefts()
        if paper.is_review:
            label = plain(number, font(SANS, 8.5, bold=changed), NUMBERS, ACCENT if changed else QUIET)
            columns, lefts = (tuple(label), *columns), (MARGIN, *lefts)
        look = Look(lefts, is_ruled=paper.is_review, is_changed=changed)
        return Band(columns, above=_above(row, paper), keeps=_keeps(row), look=look)

    def _passages(self, row: Row, language: Language) -> Band[Line]:
        """Return one language of a row over the whole width."""
        return Band(
            (tuple(self._side(row, language)),),
            above=_above(row, self._paper),
            keeps=_keeps(row),
            look=Look((float(MARGIN),)),
        )

    def _side(self, row: Row, language: Language) -> list[Line]:
        lines: list[Line] = []
        for index, words in enumerate(strips_of_side(row[language], self._paper.former(row, language))):
            found = self._paragraph(row, words, language, above=0 if not lines else 6 * POINT)
            lines += found
            passage = row[language][index] if index < len(row[language]) else None
            for quote_id in quotes_in(passage) if passage and self._paper.is_review else ():
                if approval := self._approvals.get(quote_id):
                    text = self._paper.remark(approval, language)
                    lines += plain(text, font(SANS, 7.5), self._column(), ACCENT, above=30)
        return lines

    def _paragraph(self, row: Row, words: Sequence[Strip], language: Language, *, above: float) -> list[Line]:
        look_of = self._font_of(row)
        indent, sign = 0, ""
        if row.kind is RowKind.LIST_ITEM:
            indent = 18 * POINT * max(1, min(row.level, 9))
            sign = "•" if row.number is None else f"{row.number}."
        texts: list[str] = []
        ranges: list[QTextLayout.FormatRange] = []
        length = 0
        for strip in words:
            length = add(texts, ranges, length, strip.text, self._format(strip))
            for note in strip.notes:
                self._notes[language].append(note)
                look = QTextCharFormat()
                look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
                length = add(texts, ranges, length, str(len(self._notes[language])), look)
        return laid("".join(texts), look_of, self._column(), ranges, indent=indent, sign=sign, above=above)

    def _format(self, strip: Strip) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(INK)
        if strip.bold:
            look.setFontWeight(QFont.Weight.Bold)
        if strip.italic:
            look.setFontItalic(True)
        if strip.link:
            look.setForeground(ACCENT)
        if strip.quote and self._paper.is_review:
            look.setBackground(TINT)
        if strip.change is Change.ADDED:
            look.setForeground(ACCENT)
            look.setFontUnderline(True)
            look.setFontWeight(QFont.Weight.Bold)
        elif strip.change is Change.REMOVED:
            look.setForeground(WRONG)
            look.setFontStrikeOut(True)
        return look

    def _font_of(self, row: Row) -> QFont:
        narrow = self._paper.is_beside
        if row.kind is RowKind.HEADLINE:
            return font(SERIF, 13 if narrow else 19, bold=True)
        if row.kind is RowKind.SUBHEADLINE:
            return font(SERIF, 11 if narrow else 13, italic=True)
        if row.kind is RowKind.SUBHEADING:
            return font(SERIF, (10.5 if narrow else 12) - max(0, row.level - 1) * 0.5, bold=True)
        if row.kind is RowKind.CAPTION:
            return font(SERIF, 8.5 if narrow else 9.5, italic=True)
        if row.kind in (RowKind.BOILERPLATE, RowKind.NOTE, RowKind.CONTACT):
            return font(SERIF, 8.5 if narrow else 9.5)
        return font(SERIF, 9.5 if narrow else 11, bold=row.kind is RowKind.DELIVERY)

    def _endnotes(self, languages: Sequence[Language]) -> list[Band[Line]]:
        small = font(SERIF, 8)
        columns = []
        for language in languages:
            lines: list[Line] = []
            for number, text in enumerate(self._notes[language], 1):
                lines += laid(text, small, self._column(), [], indent=320, sign=f"{number}.", above=40)
            columns.append(tuple(lines))
        if not any(columns):
            return []
        return [Band(tuple(columns), above=14 * POINT, look=Look(self._lefts(), is_ruled=True))]

    def _sign_off(self) -> list[Band[Line]]:
        """Return the quotes once more, each with boxes, and boxes for the release as a whole."""
        bands: list[Band[Line]] = []
        if self._approvals:
            bands.append(self._section(say("Approval of the quotes")))
        for approval in self._approvals.values():
            bands += [self._approval(approval), self._boxes()]
        return [*bands, self._section(say("Approval of the release")), self._boxes()]

    def _section(self, title: Sentence) -> Band[Line]:
        strong = font(SANS, 11, bold=True)
        columns = tuple(
            tuple(plain(self._paper.say(title, language), strong, self._column(), ACCENT))
            for language in self._beside()
        )
        return Band(columns, above=24 * POINT, keeps=True, look=Look(self._lefts()))

    def _boxes(self) -> Band[Line]:
        """Return boxes to tick, and lines for a name, a date and a signature."""
        small, room = font(SANS, 8.5), self._room - NUMBERS
        lines: list[Line] = [Boxes((self._paper.in_all(way),), small, room, False, 18 * POINT) for way in WAYS]
        lines.append(Boxes(tuple(map(self._paper.in_all, FIELDS)), small, room, True, 30 * POINT))
        return Band((tuple(lines),), above=80, is_whole=True, look=Look((float(MARGIN + NUMBERS),)))

    def _approval(self, approval: Approval) -> Band[Line]:
        columns: list[tuple[Line, ...]] = [tuple(plain(approval.number, font(SANS, 8.5, bold=True), NUMBERS, ACCENT))]
        for language in self._beside():
            lines = plain(approval.alone[language], font(SERIF, 9.5), self._column(), INK)
            remark = self._paper.remark(approval, language).partition(" ")[2]
            lines += plain(remark, font(SANS, 7.5), self._column(), QUIET, above=30)
            columns.append(tuple(lines))
        look = Look((float(MARGIN), *self._lefts()), is_ruled=True)
        return Band(tuple(columns), above=12 * POINT, keeps=True, is_whole=True, look=look)


def _above(row: Row, paper: Paper) -> float:
    """Return the space above a row."""
    if row.kind is RowKind.LIST_ITEM and not paper.is_review:
        return 4 * POINT
    if row.kind is RowKind.HEADLINE:
        return 16 * POINT
    return (12 if row.kind is RowKind.SUBHEADING else 9) * POINT


def _keeps(row: Row) -> bool:
    return row.kind in (RowKind.HEADLINE, RowKind.SUBHEADLINE, RowKind.SUBHEADING)
