"""Progress: a small picture of how far a release is: its rows by state, and what is left to mend in each language."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.checks.finding import Finding, Level
from editor.gui.fields import signs
from editor.gui.panes.tally import Tally, done_of
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.language import Language
from editor.model.rows import PairState
from editor.words import Sentence, say, say_count

_HEIGHT, _BAR, _GAP = 22, 120, 8
_STATES = (PairState.CONFIRMED, PairState.ONE_LANGUAGE, PairState.DRAFT, PairState.STALE, PairState.UNTRANSLATED)
"""From done to not begun, in which order they stand in the bar."""
_PATTERNS = {
    PairState.CONFIRMED: Qt.BrushStyle.SolidPattern,
    PairState.ONE_LANGUAGE: Qt.BrushStyle.SolidPattern,
    PairState.DRAFT: Qt.BrushStyle.BDiagPattern,
    PairState.STALE: Qt.BrushStyle.CrossPattern,
    PairState.UNTRANSLATED: Qt.BrushStyle.NoBrush,
}
"""The shape of each state, for whoever does not see its colour."""


class ProgressPicture(QWidget):
    """A bar of the rows by state, and the number of errors and warnings of each language."""

    def __init__(self, session: Session, teller: Teller, look: Look) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self._look = look
        self._tally = Tally()
        self._rows: Counter[PairState] = Counter()
        self._left: Counter[tuple[Language, Level]] = Counter()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        session.changed.connect(self._count)
        session.opened.connect(self._count)
        teller.changed.connect(self._tell)
        self._tell()
        self._count()

    def sizeHint(self) -> QSize:
        """Return the width of the bar and the numbers; in a narrow window the numbers stand alone."""
        return QSize(self._width(), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the width that the numbers take."""
        return QSize(self._width() - _BAR - _GAP, _HEIGHT)

    def set_look(self, look: Look) -> None:
        """Use other colours."""
        self._look = look
        self.update()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Count what is left; what is said of neither language is counted for both."""
        told = Counter([(finding.where.language, finding.level or Level.HINT) for finding in findings])
        left: Counter[tuple[Language, Level]] = Counter()
        for (said, level), count in told.items():
            for language in Language if said is None else (said,):
                left[language, level] += count
        if left != self._left:
            self._left = left
            self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar, how many rows are done, and the signs of what is left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, metrics = self._look.palette, self.fontMetrics()
        colours = {
            PairState.CONFIRMED: palette.good,
            PairState.ONE_LANGUAGE: palette.quiet,
            PairState.DRAFT: palette.accent,
            PairState.STALE: palette.doubtful,
        }
        middle = self.height() / 2
        place = 0.0
        if self.width() >= self._width():
            self._paint_bar(painter, colours, middle)
            place = float(_BAR + _GAP)
        done = self._count_told
        painter.setPen(palette.text)
        painter.drawText(QRectF(place, 0, 60, self.height()), Qt.AlignmentFlag.AlignVCenter, done)
        place += metrics.horizontalAdvance(done) + 14
        for language in Language:
            name = language.value.upper()
            painter.setPen(palette.quiet)
            painter.drawText(QRectF(place, 0, 30, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
            place += metrics.horizontalAdvance(name) + 11
            for level in (Level.ERROR, Level.WARNING):
                signs.paint(painter, QPointF(place, middle), level, self._look)
                count = str(self._left[language, level])
                painter.setPen(palette.text)
                painter.drawText(QRectF(place + 9, 0, 40, self.height()), Qt.AlignmentFlag.AlignVCenter, count)
                place += metrics.horizontalAdvance(count) + 22
        painter.end()

    def _paint_bar(self, painter: QPainter, colours: Mapping[PairState, QColor], middle: float) -> None:
        palette, total, left = self._look.palette, sum(self._rows.values()), 0.0
        for state in _STATES:
            width = _BAR * self._rows[state] / total if total else 0.0
            if width:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.fillRect(QRectF(left, middle - 5, width, 10), _brush(colours.get(state, palette.line), state))
            left += width
        painter.setPen(palette.quiet)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0.5, middle - 5, _BAR - 1, 10))

    @property
    def _count_told(self) -> str:
        return f"{done_of(self._rows)}/{self._rows.total()}" if self._rows else "–"

    def _count(self) -> None:
        if self._tally.follow(self._session.doc.rows):
            self._rows = self._tally.states
            self._tell()

    def _tell(self) -> None:
        """Say in words what the picture shows."""
        parts = [self._tally.told]
        parts += [_COUNTS[state](self._rows[state]) for state in _COUNTS if self._rows[state]]
        for language, name in _NAMES.items():
            errors, warnings = (self._left[language, level] for level in (Level.ERROR, Level.WARNING))
            parts.append(
                say(
                    "{language}: {errors}, {warnings}",
                    language=name,
                    errors=say_count("{count} error", "{count} errors", errors),
                    warnings=say_count("{count} warning", "{count} warnings", warnings),
                )
            )
        told = " · ".join(self._teller(part) for part in parts)
        if told != self.accessibleName():
            self.setAccessibleName(told)
            self.setToolTip(told)
        self.updateGeometry()
        self.update()

    def _width(self) -> int:
        """Return how wide the picture is with its numbers as they are (pixels)."""
        metrics = self.fontMetrics()
        counts = [self._left[language, level] for language in Language for level in (Level.ERROR, Level.WARNING)]
        words = [self._count_told, *(language.value.upper() for language in Language)]
        told = sum(metrics.horizontalAdvance(str(word)) for word in (*words, *counts))
        return _BAR + _GAP + 14 + told + 11 * len(Language) + 22 * len(counts)


def _brush(colour: QColor, state: PairState) -> QBrush:
    return QBrush(colour, _PATTERNS[state])


def _drafts(count: int) -> Sentence:
    return say_count("{count} draft", "{count} drafts", count)


def _stale(count: int) -> Sentence:
    return say_count("{count} changed since confirmed", "{count} changed since confirmed", count)


def _untranslated(count: int) -> Sentence:
    return say_count("{count} untranslated", "{count} untranslated", count)


_COUNTS = {PairState.DRAFT: _drafts, PairState.STALE: _stale, PairState.UNTRANSLATED: _untranslated}
_NAMES = {Language.EN: say("English"), Language.FR: say("French")}
