"""Details pane: release, people, quotes, pictures, topics in tabs; what a tab holds is built when first wanted."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from editor.formats.profiles import all_profiles
from editor.gui.commands.office import Office
from editor.gui.commands.quoting import Quoting
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

_TABS = (say("Release"), say("People"), say("Quotes"), say("Pictures"), say("Topics"))
_TOPIC_FIELDS = frozenset({"topics", "keywords.en", "keywords.fr", "urgency"})
_Pane = TypeVar("_Pane", bound=QWidget)


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
        self._session = session
        self._teller = teller
        self._look = look
        self._save = save
        self._office = office
        self._quoting = quoting
        self._dress: list[Callable[[Look], None]] = []
        self._end: list[Callable[[], None]] = []
        self._tabs = QTabBar()
        # Rather a shorter title than tabs that hide behind arrows.
        self._tabs.setProperty("narrow", True)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._stack = QStackedWidget()
        self._release = ReleasePane(session, teller, lambda: all_profiles(self.told.emit))
        self._stack.addWidget(self._release)
        for tab in range(len(_TABS)):
            self._tabs.addTab("")
            if tab:
                self._stack.addWidget(QWidget())
        self._tabs.currentChanged.connect(self._turn)
        side = QVBoxLayout(self)
        side.setContentsMargins(8, 4, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._tabs)
        side.addWidget(self._stack, 1)
        teller.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def release(self) -> ReleasePane:
        """What is true of the release as a whole."""
        return self._release

    @cached_property
    def people(self) -> "PeoplePane":
        """Who takes part."""
        from editor.gui.panes.people import PeoplePane

        pane = PeoplePane(self._session, self._teller, self._look, self._office.is_kept)
        pane.keep_wished.connect(lambda people: self._office.keep(*people))
        self._office.changed.connect(pane.show_all)
        self._dress.append(pane.set_look)
        return self._put(1, pane)

    @cached_property
    def quotes(self) -> "QuotesPane":
        """Who said what."""
        from editor.gui.panes.quotes import QuotesPane

        pane = QuotesPane(self._session, self._teller, self._look)
        pane.approve_wished.connect(self._quoting.approve)
        pane.join_wished.connect(self._quoting.join_with_former)
        self._dress.append(pane.set_look)
        return self._put(2, pane)

    @cached_property
    def pictures(self) -> "PicturesPane":
        """The pictures and what is said of them."""
        from editor.gui.panes.pictures import PicturesPane

        pane = PicturesPane(self._session, self._teller, self._look, self._save)
        self._dress.append(pane.set_look)
        self._end.append(pane.stop)
        return self._put(3, pane)

    @cached_property
    def topics(self) -> "TopicsPane":
        """What the release is about."""
        from editor.gui.panes.topics import TopicsPane

        pane = TopicsPane(self._session, self._teller, self._look)
        self._dress.append(pane.set_look)
        return self._put(4, pane)

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
        self._tabs.setCurrentIndex(self._stack.indexOf(pane))

    def show_pictures(self) -> "PicturesPane":
        """Show the pictures, and return their pane."""
        self.turn_to(self.pictures)
        return self.pictures

    def set_look(self, look: Look) -> None:
        """Use other colours and fonts, in every pane built and to be built."""
        self._look = look
        for dress in self._dress:
            dress(look)

    def stop(self) -> None:
        """End what works in threads."""
        for end in self._end:
            end()

    def retranslate(self) -> None:
        """Say the tabs in the window's language; each pane says itself."""
        self._tabs.setAccessibleName(self._teller(say("Fields")))
        for tab, title in enumerate(_TABS):
            self._tabs.setTabText(tab, self._teller(title))

    def _turn(self, tab: int) -> None:
        makers: tuple[Callable[[], QWidget], ...] = (
            lambda: self.release,
            lambda: self.people,
            lambda: self.quotes,
            lambda: self.pictures,
            lambda: self.topics,
        )
        self._stack.setCurrentWidget(makers[tab]())

    def _put(self, tab: int, pane: _Pane) -> _Pane:
        """Put a pane where an empty one has kept its tab's place."""
        self._stack.insertWidget(tab, pane)
        stand_in = self._stack.widget(tab + 1)
        if stand_in is not None:
            self._stack.removeWidget(stand_in)
            stand_in.deleteLater()
        return pane
