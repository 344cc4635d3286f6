"""Details pane: release, people, quotes, pictures, topics in tabs; what a tab holds is built when first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from editor.formats.profiles import all_profiles
from editor.gui.commands.office import Office
from editor.gui.commands.quoting import Quoting
from editor.gui.panes.awaited import Awaited, place_of
from editor.gui.panes.release import ReleasePane
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.words import say

if TYPE_CHECKING:
    from editor.gui.panes.people import PeoplePane
    from editor.gui.panes.pictures import PicturesPane
    from editor.gui.panes.quotes import QuotesPane
    from editor.gui.panes.topics import TopicsPane

_LEAST = 288
"""Pixels under which something in a card would be cut."""
_LOOSE, _TIGHT = "loose", "tight"
"""How the style sheet sets the titles of the tabs."""
_AROUND_TITLE = 10
"""Pixels on both sides of a title that has room."""
_TABS = (say("Release"), say("People"), say("Quotes"), say("Pictures"), say("Topics"))
_TOPIC_FIELDS = frozenset({"topics", "keywords.en", "keywords.fr", "urgency"})


class DetailsPane(QWidget):
    """Everything that is no text, a pane a tab. `save` saves the document, asking where, and answers whether it did."""

    told = Signal(object)
    """A Sentence on what was found amiss, a house profile that cannot be read."""

    def __init__(
        self,
        session: Session,
        teller: Teller,
        look: Look,
        save: Callable[[], bool],
        office: Office,
        *,
        quoting: Quoting,
    ) -> None:
        super().__init__()
        self.setMinimumWidth(_LEAST)
        self._session = session
        self._teller = teller
        self._look = look
        self._save = save
        self._office = office
        self._quoting = quoting
        self._tabs = QTabBar()
        # Rather a smaller title, and at last a shorter one, than tabs that hide behind arrows.
        self._tabs.setProperty("fit", _LOOSE)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._stack = QStackedWidget()
        self._release = ReleasePane(session, teller, lambda: all_profiles(self.told.emit))
        self._people, self._quotes = Awaited(self._make_people), Awaited(self._make_quotes)
        self._pictures, self._topics = Awaited(self._make_pictures), Awaited(self._make_topics)
        for place in (self._release, self._people, self._quotes, self._pictures, self._topics):
            self._stack.addWidget(place)
            self._tabs.addTab("")
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        side = QVBoxLayout(self)
        side.setContentsMargins(8, 4, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._tabs)
        side.addWidget(self._stack, 1)
        teller.changed.connect(self.retranslate)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the titles of the tabs find room."""
        super().resizeEvent(event)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        """Write the titles smaller, and closer to each other, where they would be cut."""
        strong = QFontMetrics(self._look.fonts.strong)
        titles = [self._tabs.tabText(tab) for tab in range(self._tabs.count())]
        wanted = sum(strong.horizontalAdvance(title) + _AROUND_TITLE for title in titles)
        fit = _LOOSE if wanted <= self._tabs.width() else _TIGHT
        if fit != self._tabs.property("fit"):
            self._tabs.setProperty("fit", fit)
            self._tabs.style().unpolish(self._tabs)
            self._tabs.style().polish(self._tabs)
            self._tabs.setFont(self._look.fonts.ui if fit == _LOOSE else self._look.fonts.small)

    @property
    def release(self) -> ReleasePane:
        """What is true of the release as a whole."""
        return self._release

    @property
    def people(self) -> "PeoplePane":
        """Who takes part."""
        return self._people.pane

    @property
    def quotes(self) -> "QuotesPane":
        """Who said what."""
        return self._quotes.pane

    @property
    def pictures(self) -> "PicturesPane":
        """The pictures and what is said of them."""
        return self._pictures.pane

    @property
    def topics(self) -> "TopicsPane":
        """What the release is about."""
        return self._topics.pane

    def _make_people(self) -> "PeoplePane":
        from editor.gui.panes.people import PeoplePane

        pane = PeoplePane(self._session, self._teller, self._look, self._office.is_kept, self._office.acronyms)
        pane.keep_wished.connect(lambda people: self._office.keep(*people))
        self._office.changed.connect(pane.show_all)
        return pane

    def _make_quotes(self) -> "QuotesPane":
        from editor.gui.panes.quotes import QuotesPane

        pane = QuotesPane(self._session, self._teller, self._look)
        pane.approve_wished.connect(self._quoting.approve)
        pane.join_wished.connect(self._quoting.join_with_former)
        return pane

    def _make_pictures(self) -> "PicturesPane":
        from editor.gui.panes.pictures import PicturesPane

        return PicturesPane(self._session, self._teller, self._look, self._save)

    def _make_topics(self) -> "TopicsPane":
        from editor.gui.panes.topics import TopicsPane

        return TopicsPane(self._session, self._teller, self._look)

    def go_to(self, where: Address) -> None:
        """Show the pane a place belongs to, and put the caret into its field there."""
        if where.part is Part.PARTICIPANT:
            self.turn_to(self.people)
            self.people.focus_field(where.id, where.field)
        elif where.part is Part.QUOTE:
            self.turn_to(self.quotes)
            self.quotes.focus_field(where.id)
        elif where.part is Part.PICTURE:
            self.turn_to(self.pictures)
            self.pictures.focus_field(where.id, where.field)
        elif where.field in _TOPIC_FIELDS:
            self.turn_to(self.topics)
            self.topics.focus_field(where.field)
        else:
            self.turn_to(self.release)
            self.release.focus_field(where.field)

    def turn_to(self, pane: QWidget) -> None:
        """Show one of the panes."""
        self.show()
        self._tabs.setCurrentIndex(place_of(self._stack, pane))

    def show_pictures(self) -> "PicturesPane":
        """Show the pictures, and return their pane."""
        self.turn_to(self.pictures)
        return self.pictures

    def show_cards(self, quote_id: str, person_id: str) -> None:
        """Bring these cards into view as those at the caret; "" where it stands in no quote, in no name."""
        if quote_id:
            self.quotes.show_card(quote_id)
        else:
            self._quotes.if_made(lambda pane: pane.show_card(""))
        if person_id:
            self.people.show_card(person_id)
        else:
            self._people.if_made(lambda pane: pane.show_card(""))

    def set_look(self, look: Look) -> None:
        """Use other colours and fonts, in every pane built and to be built."""
        self._look = look
        for place in (self._people, self._quotes, self._pictures, self._topics):
            place.if_made(lambda pane: pane.set_look(look))

    def stop(self) -> None:
        """End what works in threads."""
        self._pictures.if_made(lambda pane: pane.stop())

    def retranslate(self) -> None:
        """Say the tabs in the window's language; each pane says itself."""
        self._tabs.setAccessibleName(self._teller(say("Fields")))
        for tab, title in enumerate(_TABS):
            self._tabs.setTabText(tab, self._teller(title))
        self._fit_tabs()
