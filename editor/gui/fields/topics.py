"""Topics: the tree of IPTC media topics with a search line, to tick what a release is about."""

from collections.abc import Iterator
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from editor.gui.fields.line import Hint
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.language import Language
from editor.newsml.thesaurus import find_topics, line_of, narrower
from editor.newsml.topics import Topic, media_topics
from editor.words import say

_GAP = 6
_LEAST = 44
"""Pixels of the tree."""
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a topic answers besides its name."""

    OTHER = Qt.ItemDataRole.UserRole
    RETIRED = Qt.ItemDataRole.UserRole + 1
    STANDING = Qt.ItemDataRole.UserRole + 2


class Standing(IntEnum):
    """Why a topic is shown: with all others, because it was found, or because one below it was."""

    ANY = 0
    FOUND = 1
    ABOVE = 2


def names_of(topic: Topic, teller: Teller) -> tuple[str, str]:
    """Return a topic's name in the language of the window, and below it the other and whether it is retired."""
    mine = Language(teller.tongue)
    other = topic.name[mine.other] if topic.name[mine.other] != topic.name[mine] else ""
    retired = teller(say("retired on {date}", date=topic.retired)) if topic.retired else ""
    return topic.name[mine], " · ".join(filter(None, (other, retired)))


class TopicTree(QAbstractItemModel):
    """The topics, or those found with all above them. What is ticked it shows; a tick it only tells."""

    ticked = Signal(str, bool)

    def __init__(self, teller: Teller) -> None:
        super().__init__()
        self._teller = teller
        self._codes = tuple(media_topics())
        self._numbers = {code: number for number, code in enumerate(self._codes)}
        self._chosen: frozenset[str] = frozenset()
        self._below = dict(narrower())
        self._rows = dict(_rows(self._below))
        self._found: frozenset[str] | None = None

    def show_found(self, found: tuple[str, ...] | None) -> None:
        """Show these topics and all above them; every topic for None."""
        self.beginResetModel()
        self._found = None if found is None else frozenset(found)
        if found is None:
            self._below = dict(narrower())
        else:
            wanted = {topic.code for code in found for topic in line_of(code)}
            kept = ((code, tuple(each for each in codes if each in wanted)) for code, codes in narrower().items())
            self._below = {code: codes for code, codes in kept if codes}
        self._rows = dict(_rows(self._below))
        self.endResetModel()

    def show_chosen(self, codes: tuple[str, ...]) -> None:
        """Tick these topics."""
        changed = self._chosen ^ frozenset(codes)
        self._chosen = frozenset(codes)
        for code in changed:
            place = self.index_of(code)
            if place.isValid():
                self.dataChanged.emit(place, place)

    def index_of(self, code: str) -> QModelIndex:
        """Return where a topic stands; nowhere where it is not shown."""
        if code not in self._rows:
            return QModelIndex()
        return self.createIndex(self._rows[code], 0, self._numbers[code])

    def code_at(self, index: _Index) -> str:
        """Return the code of a topic; empty for the root."""
        return self._codes[index.internalId()] if index.isValid() else ""

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's own)
        """Return the place of a topic."""
        below = self._below.get(self.code_at(parent), ())
        return self.createIndex(row, column, self._numbers[below[row]]) if 0 <= row < len(below) else QModelIndex()

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 (Qt's own)
        """Return the place of the broader topic."""
        return self.index_of(media_topics()[self.code_at(index)].broader) if index.isValid() else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return how many topics stand below one."""
        return len(self._below.get(self.code_at(parent), ()))

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return that there is one column."""
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let every topic be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the names, the tick, and whether the topic is retired."""
        topic = media_topics()[self.code_at(index)]
        name, other = names_of(topic, self._teller)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if topic.code in self._chosen else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{name} · {other} ({topic.code})" if other else f"{name} ({topic.code})"
        own = {Role.OTHER: other, Role.RETIRED: bool(topic.retired), Role.STANDING: int(self._standing(topic.code))}
        return own.get(role)  # type: ignore[call-overload]

    def _standing(self, code: str) -> Standing:
        if self._found is None:
            return Standing.ANY
        return Standing.FOUND if code in self._found else Standing.ABOVE

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell a tick set or taken away."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked.emit(self.code_at(index), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def toggle(self, index: _Index) -> None:
        """Tell that a topic is to be ticked, or no longer."""
        if index.isValid():
            code = self.code_at(index)
            self.ticked.emit(code, code not in self._chosen)


def _rows(below: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    for codes in below.values():
        yield from ((code, row) for row, code in enumerate(codes))


class TopicLine(QStyledItemDelegate):
    """Paints a topic on two lines: its name, and below it the name in the other language."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Make room for both lines."""
        small = QFontMetrics(self.look.fonts.small).lineSpacing() if index.data(Role.OTHER) else 0
        return QSize(120, option.fontMetrics.lineSpacing() + small + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground as the style does, the box and the words ourselves; what was searched stands out."""
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        style = option.widget.style()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, option.widget)
        name, whole.text = whole.text, ""
        whole.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter, box, is_ticked=whole.checkState == Qt.CheckState.Checked)
        room = option.rect.adjusted(0, _GAP, -_GAP, -_GAP)
        room.setLeft(box.right() + _GAP + 2)
        self._paint_words(painter, room, index, name)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, index: _Index, name: str) -> None:
        colours, fonts = self.look.palette, self.look.fonts
        standing = Standing(index.data(Role.STANDING))
        font = QFont(fonts.strong if standing is Standing.FOUND else fonts.ui)
        font.setStrikeOut(bool(index.data(Role.RETIRED)))
        is_quiet = standing is Standing.ABOVE or font.strikeOut()
        for text, shown_in, colour in (
            (name, font, colours.quiet if is_quiet else colours.text),
            (index.data(Role.OTHER), fonts.small, colours.quiet),
        ):
            painter.setFont(shown_in)
            painter.setPen(colour)
            metrics = painter.fontMetrics()
            line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, line)
            room.translate(0, metrics.lineSpacing())

    def _paint_box(self, painter: QPainter, box: QRect, *, is_ticked: bool) -> None:
        colours = self.look.palette
        square = QRectF(box.center().x() - 6.5, box.center().y() - 6.5, 14, 14)
        painter.setPen(QPen(colours.accent if is_ticked else colours.quiet, 1))
        painter.setBrush(colours.accent if is_ticked else colours.page)
        painter.drawRoundedRect(square, 3, 3)
        if is_ticked:
            painter.setPen(QPen(colours.on_accent, 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            tick = [QPointF(3.5, 7.5), QPointF(6, 10), QPointF(10.5, 4.5)]
            painter.drawPolyline(QPolygonF([square.topLeft() + point for point in tick]))


class _View(QTreeView):
    """The tree: Space, Enter and a double click tick a topic."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on Enter as on Space."""
        model = self.model()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(model, TopicTree):
            model.toggle(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)


class TopicsField(QWidget):
    """A search line over the tree. Tells each topic that is to be added or taken away."""

    ticked = Signal(str, bool)

    def __init__(self, teller: Teller, look: Look) -> None:
        super().__init__()
        self._teller = teller
        self._chosen: tuple[str, ...] = ()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._take_first)
        self.search.installEventFilter(self)
        self._hint = Hint()
        self.tree = TopicTree(teller)
        self.tree.ticked.connect(self.ticked)
        self._line = TopicLine(look)
        self.view = _View()
        self.view.setModel(self.tree)
        # One topic and its lines are seen on the smallest of screens.
        self.view.setMinimumHeight(_LEAST)
        self.view.setItemDelegate(self._line)
        self.view.setHeaderHidden(True)
        self.view.setIndentation(14)
        self.view.setExpandsOnDoubleClick(False)
        self.view.doubleClicked.connect(self.tree.toggle)
        self.view.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget, stretch in ((self.search, 0), (self._hint, 0), (self.view, 1)):
            column.addWidget(widget, stretch)
        self.setFocusProxy(self.search)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Use other colours."""
        self._line.look = look
        self.view.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.search.setPlaceholderText(self._teller(say("Search topics in English or French")))
        self.search.setAccessibleName(self.search.placeholderText())
        self.view.setAccessibleName(self._teller(say("Media topics of the IPTC")))
        self._find(self.search.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys in the search line lead to the tree."""
        is_down = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        )
        if watched is self.search and is_down:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def show_value(self, codes: tuple[str, ...]) -> None:
        """Tick these topics."""
        self._chosen = codes
        self.tree.show_chosen(codes)

    def reveal(self, code: str) -> None:
        """Show where a topic stands in the whole tree."""
        self.search.clear()
        place = self.tree.index_of(code)
        self.view.setCurrentIndex(place)
        self.view.scrollTo(place, QTreeView.ScrollHint.PositionAtCenter)

    def _find(self, query: str) -> None:
        found = find_topics(query) if query.strip() else None
        self.tree.show_found(found)
        self.tree.show_chosen(self._chosen)
        is_empty = found is not None and not found
        self._hint.tell(self._teller(say("No topic has these words in either language.")) if is_empty else "")
        if found:
            self.view.expandAll()
            self.view.setCurrentIndex(self.tree.index_of(found[0]))

    def _take_first(self) -> None:
        self.tree.toggle(self.view.currentIndex())
