"""Completing: offers names near the caret while one is being written, and never gets in the way of writing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.checks.mentions import SHORT_FORMS, is_named_before, is_written_before
from editor.edits.people import Words, insert_body, insert_name
from editor.errors import Unfit
from editor.gui.fields.page import Page
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.directory import Directory, Organisation
from editor.model.language import Language
from editor.model.people import Participant
from editor.model.rows import Row
from editor.text.completion import Fragment, bodies_meant, body_forms, fragments, matches
from editor.text.letters import folded
from editor.text.naming import Mention, Naming, naming
from editor.values import frozen
from editor.words import say

_MOST = 7
"""Names offered at once."""
_ACCEPTING = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVING = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_WIDEST = 520
_Index = QModelIndex | QPersistentModelIndex
_NOTE = Qt.ItemDataRole.UserRole + 1


@frozen
class Offer:
    """A name that may be meant: who, in which words, in the place of which stretch. `person` is None for a body."""

    person: Participant | None
    words: Naming
    place: Address


class Completing(QObject):
    """Looks at what is written on two pages and offers the names it may begin.

    `known` answers the office's directory, whose people and organisations are offered. Tab or Enter takes the offer
    that is lit, the arrow keys light another, Escape sends the list away until another word is begun.
    """

    def __init__(
        self,
        session: Session,
        pages: dict[Language, Page],
        known: Callable[[], Directory],
        teller: Teller,
        look: Look,
    ) -> None:
        super().__init__()
        self._session = session
        self._pages = pages
        self._known = known
        self._teller = teller
        self._offers: tuple[Offer, ...] = ()
        self._page = pages[Language.EN]
        self._has_typed = False
        self._dismissed: tuple[str, int] | None = None
        self.list = OfferList(look, self._page)
        self.list.itemClicked.connect(lambda item: self._take(self.list.row(item)))
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._look_at_caret)
        for page in pages.values():
            page.wants_first = self._wants
            page.composed.connect(partial(self._follow_composing, page))
            page.left.connect(self._hide)
            page.moved.connect(self._late.start)
        session.changed.connect(self._changed)

    def set_look(self, look: Look) -> None:
        """Use other colours and fonts."""
        self.list.set_look(look)

    def _wants(self, page: Page, event: QKeyEvent) -> bool:
        """Take the keys that are meant for the list while it is there; let all others be."""
        if self._late.isActive():
            # Keys may come faster than the list: it is made before the next one is judged.
            self._late.stop()
            self._look_at_caret()
        if self.list.isVisible() and self._takes(Qt.Key(event.key()), event.modifiers()):
            return True
        self._has_typed = bool(event.text().strip()) or event.key() == Qt.Key.Key_Backspace
        self._page = page
        return False

    def _follow_composing(self, page: Page, has_written: bool) -> None:
        self._has_typed = has_written
        self._page = page

    def _takes(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key means for the list; answers whether it means anything."""
        if modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _ACCEPTING:
            self._take(self.list.currentRow())
            return True
        if key in _MOVING:
            self.list.setCurrentRow((self.list.currentRow() + _MOVING[key]) % self.list.count())
            self._announce()
            return True
        if key is Qt.Key.Key_Escape:
            place = self._offers[0].place
            self._dismissed = place.id, place.start or 0
            self._hide()
            return True
        return False

    def _changed(self, before: Communique, after: Communique) -> None:
        if before.rows is not after.rows or before.participants is not after.participants:
            self._late.start()

    def _look_at_caret(self) -> None:
        """Offer what the word at the caret may begin, where it has just been written."""
        if not self._has_typed or not self._page.hasFocus() or self._page.textCursor().hasSelection():
            self._hide()
            return
        offers = self._offers_at(self._page.caret())
        if not offers:
            self._hide()
            return
        if offers != self._offers or not self.list.isVisible():
            self._offers = offers
            self.list.show_offers([(each.words.text, self._note(each)) for each in offers])
            self.list.place_below(self._page)
            self._announce()

    def _offers_at(self, caret: Address) -> tuple[Offer, ...]:
        row, language = self._session.doc.row(caret.id), self._page.language
        if row is None or (caret.passage or 0) >= len(row[language]):
            return ()
        text = row[language][caret.passage or 0].text
        begun = fragments(text, caret.start or 0)
        for fragment in begun:
            if self._dismissed == (caret.id, fragment.start):
                return ()
            place = replace(caret, start=fragment.start)
            people = self._meant(fragment, language)
            offers = self._in_words(people, fragment, row, place, text) if people else ()
            offers = (*offers, *self._bodies(fragment, row, place))[:_MOST]
            if offers:
                return offers
        if not begun:
            self._dismissed = None
        return ()

    def _meant(self, fragment: Fragment, language: Language) -> list[Participant]:
        """Return the participants a fragment may begin to name, and after them those of the directory who are none."""
        here = self._session.doc.participants
        found = matches(fragment, here, language)
        names = {folded(name) for person in here for name in person.name}
        for each in matches(fragment, self._known().people, language):
            if len(found) >= _MOST:
                break
            if folded(each.name[language] or each.name[language.other]) not in names:
                found.append(replace(each, id=""))
        return found[:_MOST]

    def _in_words(
        self, people: Sequence[Participant], fragment: Fragment, row: Row, place: Address, text: str
    ) -> tuple[Offer, ...]:
        before = text[: fragment.start]
        found = [self._offer(person, self._mention(person, row, place, before), place, before) for person in people]
        if len(people) == 1:
            other = (self._offer(people[0], mention, place, before) for mention in Mention)
            found += [each for each in other if each.words.text != found[0].words.text]
        return tuple({(each.words.text, each.person and each.person.id): each for each in found}.values())

    def _bodies(self, fragment: Fragment, row: Row, place: Address) -> tuple[Offer, ...]:
        """Return the organisations of the directory and the acronyms of the house that may be meant."""
        language, acronyms = self._page.language, self._session.profile.acronyms
        known = (*self._known().organisations, *(Organisation(acronym=pair) for pair in acronyms))
        meant = bodies_meant(fragment, known, language)
        found: dict[str, Offer] = {}
        for body in meant:
            acronym = body.acronym[language]
            is_told = row.kind in SHORT_FORMS or bool(acronym and is_written_before(self._session.doc, acronym, place))
            forms = body_forms(body, language, is_told=is_told)
            for words in forms if len(meant) == 1 else forms[:1]:
                found.setdefault(words, Offer(None, Naming(words, 0, 0), place))
        return tuple(found.values())

    def _offer(self, person: Participant, mention: Mention, place: Address, before: str) -> Offer:
        language = self._page.language
        words = naming(person, language, mention, self._session.profile.variants[language])
        lead = words.text[: words.start]
        if lead and folded(before).endswith(folded(lead)):
            # What is written already (“Mr ”) is taken into the place, and not written twice.
            place = replace(place, start=(place.start or 0) - len(lead))
        return Offer(person, words, place)

    def _mention(self, person: Participant, row: Row, place: Address, before: str) -> Mention:
        """Return the form that is due: the name alone in headings and behind the function, else first or later."""
        language = self._page.language
        if row.kind in SHORT_FORMS:
            return Mention.NAME
        if person.id and is_named_before(self._session.doc, person, place):
            return Mention.LATER
        functions = (folded(function[language]) for function in person.functions if function[language])
        written = folded(before).rstrip(" ,")
        return Mention.NAME if any(written.endswith(function) for function in functions) else Mention.FIRST

    def _note(self, offer: Offer) -> str:
        """Return who is meant, where the words do not say so, and whether there is a card yet."""
        person, language = offer.person, self._page.language
        if person is None:
            return ""
        name = person.name[language] or person.name[language.other]
        if not person.id:
            return self._teller(say("from the directory"))
        return "" if name in offer.words.text else name

    def _take(self, index: int) -> None:
        offer = self._offers[max(index, 0)]
        self._hide()
        self._has_typed = False
        caret = self._page.caret()
        words = Words(offer.words.text, offer.words.start, offer.words.end)
        place = replace(offer.place, end=caret.start)
        person = offer.person
        edit = insert_body(place, words.text) if person is None else insert_name(place, person, words)
        try:
            self._session.do(edit, caret)
        except Unfit:
            # The text has changed under the list; what was offered is no longer asked for.
            return

    def _hide(self) -> None:
        self.list.hide()
        self._offers = ()

    def _announce(self) -> None:
        """Tell a screen reader what Tab would write."""
        if QAccessible.isActive():
            words = self._offers[self.list.currentRow()].words.text
            told = self._teller(say("{name}: Tab writes it", name=words))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, told))


class OfferList(QListWidget):
    """The names offered, below the caret; it never takes the focus."""

    def __init__(self, look: Look, page: Page) -> None:
        super().__init__(page)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self._delegate = _OfferPainter(look, self)
        self.setItemDelegate(self._delegate)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Use other colours and fonts."""
        self._delegate.look = look
        self.viewport().update()

    def show_offers(self, offers: Sequence[tuple[str, str]]) -> None:
        """Show (words, note) pairs, the first one lit."""
        self.clear()
        for words, note in offers:
            item = QListWidgetItem(words)
            item.setData(_NOTE, note)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {note}" if note else words)
            self.addItem(item)
        self.setCurrentRow(0)

    def place_below(self, page: Page) -> None:
        """Stand below the caret of a page, or above it where there is no room, and show."""
        over = page.window()
        if self.parentWidget() is not over:
            self.setParent(over)
        size = self._delegate.needed(self)
        line = page.cursorRect()
        below = page.viewport().mapTo(over, line.bottomLeft() + QPoint(0, 4))
        above = page.viewport().mapTo(over, line.topLeft()) - QPoint(0, size.height() + 4)
        corner = below if below.y() + size.height() <= over.height() else above
        self.setGeometry(
            max(min(corner.x() - 12, over.width() - size.width()), 0), corner.y(), size.width(), size.height()
        )
        self.raise_()
        self.show()


class _OfferPainter(QStyledItemDelegate):
    """Paints a name with a quiet note at the end of its line."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def needed(self, shown: QListWidget) -> QSize:
        """Return the size of the whole list."""
        metrics, small = QFontMetrics(self.look.fonts.ui), QFontMetrics(self.look.fonts.small)
        items = [shown.item(row) for row in range(shown.count())]
        widths = [metrics.horizontalAdvance(item.text()) + small.horizontalAdvance(item.data(_NOTE)) for item in items]
        return QSize(min(max(widths, default=0) + 60, _WIDEST), self._height() * len(items) + 12)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Leave room above and below the words."""
        return QSize(100, self._height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line."""
        painter.save()
        colours, fonts = self.look.palette, self.look.fonts
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.selection)
        room, line = option.rect.adjusted(12, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter
        note = str(index.data(_NOTE))
        painter.setFont(fonts.small)
        painter.setPen(colours.quiet)
        painter.drawText(room, line | Qt.AlignmentFlag.AlignRight, note)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(note) - 16 * bool(note))
        painter.setFont(fonts.ui)
        painter.setPen(colours.text)
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, line | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def _height(self) -> int:
        return QFontMetrics(self.look.fonts.ui).height() + 12
