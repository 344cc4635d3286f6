"""Window: places the panes and the menus, and binds the commands."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from editor.assets import user_data
from editor.gui.actions import Actions
from editor.gui.background.reckoning import Reckoning
from editor.gui.commands.arrangement import Arrangement
from editor.gui.commands.documents import Documents
from editor.gui.commands.errands import Errands
from editor.gui.commands.gestures import Gestures
from editor.gui.commands.guarding import Guard
from editor.gui.commands.keeping import Keeping
from editor.gui.commands.naming import Naming
from editor.gui.commands.office import Office
from editor.gui.commands.pairing import Pairing
from editor.gui.commands.picturing import Picturing
from editor.gui.commands.press import Press
from editor.gui.commands.quoting import Quoting
from editor.gui.commands.quoting import Texts as QuoteTexts
from editor.gui.commands.receiving import Receiving
from editor.gui.commands.resolving import Resolving
from editor.gui.commands.searching import Searching
from editor.gui.commands.surface import Surface
from editor.gui.commands.threshold import Threshold
from editor.gui.commands.together import Together
from editor.gui.commands.translating import Translating
from editor.gui.details import DetailsPane
from editor.gui.menus import Submenus
from editor.gui.panes.awaited import Awaited
from editor.gui.panes.bottom import BottomPanel
from editor.gui.panes.header import Header
from editor.gui.panes.problems import ProblemsPane
from editor.gui.panes.rows import RowsPane
from editor.gui.panes.status import StatusLine
from editor.gui.parts import Parts
from editor.gui.pasting import read_html
from editor.gui.settings import Settings, window_tongue
from editor.gui.signing import Signing
from editor.gui.style import apply_look, make_look, program_icon
from editor.gui.tab_order import put_in_reading_order, step
from editor.gui.variants import Variants
from editor.gui.wayfinding import Wayfinding
from editor.words import Sentence, say

if TYPE_CHECKING:
    from editor.gui.panes.newsml import NewsmlPane
    from editor.gui.panes.versions import VersionsPane

_DETAILS_WIDTH = 372
_BOTTOM_HEIGHT = 124
_FRAME = QSize(8, 40)
"""Pixels for the frame and the title bar that the desktop puts around a window."""


class Window(QMainWindow):
    """One release, with everything that can be done to it."""

    program_wished = Signal(object)
    """Paths of files that are to be opened in windows of their own."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.teller = parts.teller
        self._look = make_look(parts.settings.value.theme, parts.settings.value.zoom)
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        # Below the title bar and beside the panels of a small screen there is less room than one wishes for.
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableGeometry().size() - _FRAME))
        self._build_panes()
        self._build_menus()
        self._place_panes()
        self._connect()
        self._restore(parts.settings.value)
        self._show_title()
        self.rows.focus_text()

    def showEvent(self, event: QShowEvent) -> None:
        """Have what follows the keys loaded once the window can be seen."""
        super().showEvent(event)
        self.office.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work, then remember where everything stood."""
        if not self.documents.may_leave():
            event.ignore()
            return
        self.bottom.rest()
        states = (self.saveGeometry(), self._across.saveState(), self._down.saveState())
        geometry, layout, depth = (bytes(state.data()) for state in states)
        self._parts.settings.change(lambda now: replace(now, geometry=geometry, layout=layout, depth=depth))
        self._parts.checking.stop()
        self._parts.spelling.stop()
        self.reckoning.stop()
        self.office.stop()
        self.details.stop()
        self.keeping.stop()
        self.guard.stop()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """See, when somebody comes back to the window, whether the file was changed meanwhile."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self.guard, self.guard.look)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next field, or the one before, as one reads."""
        return step(self._whole, QApplication.focusWidget(), forward=forward)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files dropped on the window."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files dropped on the window; images are added as pictures of the release."""
        event.acceptProposedAction()
        files = _files(event)
        if _are_images(files):
            pane = self.details.show_pictures()
            for path in files:
                pane.add_file(path)
        elif self.documents.open(files[0]):
            self.program_wished.emit(files[1:])

    @property
    def newsml(self) -> "NewsmlPane":
        """The XML of the moment."""
        return self._newsml.pane

    @property
    def versions(self) -> "VersionsPane":
        """Every state that was kept."""
        return self._versions.pane

    def _make_newsml(self) -> "NewsmlPane":
        from editor.gui.panes.newsml import NewsmlPane

        pane = NewsmlPane(self._parts.session, self._parts.checking, self._parts.teller, self._look)
        self.rows.caret_moved.connect(pane.follow)
        caret = self.rows.caret()
        if caret is not None:
            pane.follow(caret)
        return pane

    def _make_versions(self) -> "VersionsPane":
        from editor.gui.panes.versions import VersionsPane

        pane = VersionsPane(self._parts.session, self.keeping.remembering, self._parts.teller, self._look)
        pane.told.connect(self._tell_quietly)
        pane.left.connect(self.rows.focus_text)
        return pane

    def _build_panes(self) -> None:
        session, teller = self._parts.session, self._parts.teller
        self.guard = Guard(self, session, self._parts.settings, teller, lambda: self._look.palette)
        self.documents = Documents(self, session, self._parts.settings, teller, self.guard)
        self.rows = RowsPane(session, self._look, self._parts.spelling, teller)
        self.signing = Signing(self, self._parts.settings, teller)
        self.office = Office(self, self._parts, self.rows.pages, self._look, user_data)
        texts = QuoteTexts(self.rows.caret, self.rows.selected, self.rows.caret_point)
        self.quoting = Quoting(
            self,
            session,
            texts,
            self.signing.name,
            known=self.office.known_people,
            teller=teller,
        )
        self.gestures = Gestures(session, self.rows, self.signing.name)
        self.naming = Naming(self, session, texts, known=self.office.known_people, teller=teller)
        self.details = DetailsPane(session, teller, self._look, self.documents.save, self.office, quoting=self.quoting)
        self.reckoning = Reckoning(self, session)
        self.wayfinding = Wayfinding(session, self.rows, self.details, self)
        self.receiving = Receiving(self, session, self.reckoning, self.office.known_people)
        self.pairing = Pairing(session, self.rows, self.reckoning, self)
        self.together = Together(self, self._parts, self.rows, self._look, self.signing.name)
        self.problems = ProblemsPane(session, self._parts.checking, teller, self._look)
        self.resolving = Resolving(self, session, self.problems, self.signing.name, self.reckoning, teller=teller)
        self._newsml = Awaited(self._make_newsml)
        self._whole = QWidget()
        self._column = QVBoxLayout(self._whole)
        self.searching = Searching(self, self._parts, self.rows, self._column)
        self.header = Header(session, teller, self._look)
        self.bottom = BottomPanel(teller)
        self.status = StatusLine(session, teller)
        self.errands = Errands(self, self._parts, self.documents, self.office)
        self.keeping = Keeping(self, self._parts, self.documents, self.guard)
        self._versions = Awaited(self._make_versions)
        self.translating = Translating(self, self._parts, self.rows, self.keeping.remembering, self._look)
        self.press = Press(self, session, teller)
        self.threshold = Threshold(self, self._parts, self.documents)
        around = (self.header, self.details, self.bottom, self.status, self.menuBar())
        self.surface = Surface(self, self._parts, self.rows)
        self.arrangement = Arrangement(self, self.rows, self._parts.settings, around)

    def _build_menus(self) -> None:
        self.actions_ = Actions(self, self._parts.teller, self._doings())
        self.actions_.fill(self.menuBar())
        self._submenus = Submenus(self, self.actions_, self._parts.settings, self._parts.teller)
        self.rows.set_actions(self.actions_.actions)
        variants = Variants(self, self._parts.session, self._parts.teller)
        for language, menu in variants.menus.items():
            self.actions_[f"variant_{language.value}"].setMenu(menu)
            self.rows.headings[language].set_variants(menu)

    def _place_panes(self) -> None:
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.addWidget(self.rows)
        self._across.addWidget(self.details)
        self._across.setStretchFactor(0, 1)
        self._across.setCollapsible(0, False)
        self._across.setHandleWidth(1)
        self.bottom.add(self.problems, say("Problems"), self.problems.filter.corner)
        self.bottom.add(self._newsml, say("NewsML-G2"), is_tall=True)
        self.together.place(self.bottom)
        self.translating.place(self.bottom)
        self.bottom.add(self._versions, say("Changes"), is_tall=True)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._down.addWidget(self._across)
        self._down.addWidget(self.bottom)
        self._down.setStretchFactor(0, 1)
        self._down.setCollapsible(0, False)
        self._down.setHandleWidth(1)
        for splitter in (self._across, self._down):
            put_in_reading_order(splitter)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self._down, 1)
        self.setCentralWidget(self._whole)
        self.threshold.stand_in(self._column, self.status.labels)
        self.setStatusBar(self.status)
        self._retranslate()

    def _connect(self) -> None:
        session = self._parts.session
        session.state_changed.connect(self._follow_state)
        session.opened.connect(self._show_title)
        session.opened.connect(self._parts.checking.run_soon)
        self.documents.saved.connect(self.header.tell_saved)
        self.documents.saved.connect(self._show_title)
        self.documents.arrived.connect(self._tell_arrival)
        self.header.publish.clicked.connect(self.errands.publish)
        self.errands.told.connect(self._tell_quietly)
        self.errands.forget_wished.connect(self.translating.forget)
        self.keeping.told.connect(self._tell_quietly)
        self.keeping.publish_wished.connect(self.errands.publish)
        self.press.told.connect(self._tell_quietly)
        self.header.preview.clicked.connect(self.press.preview)
        self.office.told.connect(self._tell_quietly)
        for room in (self.reckoning, self.receiving, self.pairing, self.together, self.resolving, self.translating):
            room.told.connect(self._tell_quietly)
        self.bottom.height_wished.connect(self._give_height)
        self.together.left.connect(self.rows.focus_text)
        self.together.find_origin = self.keeping.find_origin
        self.rows.comments_wished.connect(self.together.show_comments)
        self.rows.pasted.connect(self.receiving.look_at)
        self.surface.told.connect(self._tell_quietly)
        self.details.told.connect(self._tell_quietly)
        self.quoting.told.connect(self._tell_quietly)
        self.naming.told.connect(self._tell_quietly)
        self.threshold.command_wished.connect(lambda name: self.actions_[name].trigger())
        self.threshold.crossed.connect(self.rows.focus_text)
        self.rows.selected_changed.connect(self.status.tell_selected)
        self.rows.confirm_wished.connect(self.gestures.confirm_row)
        self.rows.refused.connect(self._tell_quietly)
        self.rows.told.connect(self._tell_quietly)
        self.rows.set_html_reader(read_html)
        self.resolving.problems_wished.connect(lambda: self.bottom.show_pane(self.problems))
        self.problems.counted.connect(lambda count: self.bottom.tell_count(0, count))
        self._parts.checking.found.connect(self.rows.show_findings)
        self._parts.spelling.missing.connect(lambda sentence: self.status.tell(self._parts.teller(sentence), 20))
        self._parts.settings.changed.connect(self._settings_changed)
        self._parts.teller.changed.connect(self._retranslate)
        self._show_state()

    def _doings(self) -> Mapping[str, Callable[[], object]]:
        session, settings = self._parts.session, self._parts.settings
        return {
            "quit": self.close,
            "undo": session.undo,
            "redo": session.redo,
            "cut": self.rows.cut,
            "copy": self.rows.copy,
            "paste": self.rows.paste,
            "select_all": self.rows.select_all,
            "other_side": self.rows.go_to_other_side,
            "mend_problem": lambda: self.problems.mend_here(self.rows.caret()),
            "search_commands": self._search_commands,
            "problems": lambda: self.bottom.setVisible(not self.bottom.isVisible()),
            "changes": lambda: self.bottom.show_pane(self.versions),
            "newsml": lambda: self.bottom.show_pane(self.newsml),
            "details": lambda: self.details.setVisible(not self.details.isVisible()),
            "zoom_in": lambda: settings.change(lambda now: now.zoomed(1.1)),
            "zoom_out": lambda: settings.change(lambda now: now.zoomed(1 / 1.1)),
            "zoom_usual": lambda: settings.change(lambda now: now.zoomed(0)),
            "sign": self.signing.ask,
            "shortcuts": self._show_shortcuts,
            "help_problem": lambda: self.errands.show_help(self.problems.current_rule),
            "hints": lambda: settings.change(lambda now: replace(now, hints=not now.hints)),
            "typeset": lambda: settings.change(lambda now: replace(now, typesets=not now.typesets)),
            **self.searching.table(),
            **self.arrangement.table(),
            **self.surface.table(),
            "show_marks": lambda: settings.change(lambda now: replace(now, shows_marks=not now.shows_marks)),
            **self.documents.table(),
            **self.errands.table(),
            **self.threshold.table(),
            **self.keeping.table(),
            **self.press.table(),
            **self.office.table(),
            **self.quoting.table(),
            **self.naming.table(),
            **self.gestures.table(),
            **self.pairing.table(),
            **Picturing(self.details.show_pictures).table(),
            **self.together.table(),
            **self.translating.table(),
            **self.resolving.table(),
        }

    def _give_height(self, wished: int) -> None:
        """Give the panel below the texts the height it wants, but leave the texts the larger half."""
        whole = sum(self._down.sizes())
        height = min(wished, whole * 9 // 20)
        self._down.setSizes([whole - height, height])

    def _search_commands(self) -> None:
        from editor.gui.dialogs.search import CommandSearch

        CommandSearch(self, self.actions_, self._parts.teller).exec()

    def _show_shortcuts(self) -> None:
        from editor.gui.dialogs.shortcuts import ShortcutSheet

        ShortcutSheet(self, self.actions_, self._parts.teller).exec()

    def _tell_arrival(self, report: tuple[Sentence, ...]) -> None:
        if report:
            self.status.tell(" ".join(self._parts.teller(sentence) for sentence in report), 12)

    def _tell_quietly(self, sentence: Sentence) -> None:
        self.status.tell(self._parts.teller(sentence), 6)

    def _follow_state(self) -> None:
        """Show what undo would do and whether there is unsaved work, where it is not as after the key before."""
        if self._state() != self._shown_state:
            self._show_state()

    def _state(self) -> tuple[Sentence | None, Sentence | None, bool]:
        session = self._parts.session
        return session.undo_label, session.redo_label, session.is_modified

    def _show_state(self) -> None:
        self._shown_state = self._state()
        session, teller = self._parts.session, self._parts.teller
        for name, label in (("undo", session.undo_label), ("redo", session.redo_label)):
            action = self.actions_[name]
            action.setEnabled(label is not None)
            title = say("Undo") if name == "undo" else say("Redo")
            action.setText(teller(say("{what}: {label}", what=title, label=label)) if label else teller(title))
        self.setWindowModified(session.is_modified)

    def _show_title(self) -> None:
        path = self._parts.session.path
        name = path.name if path else self._parts.teller(say("New release"))
        if self.guard.is_read_only:
            name = self._parts.teller(say("{name} (to read only)", name=name))
        self.setWindowTitle(f"{name}[*] — Communiqué")

    def _settings_changed(self, now: Settings) -> None:
        look = make_look(now.theme, now.zoom)
        if (look.palette, look.zoom) != (self._look.palette, self._look.zoom):
            self._look = look
            app = QApplication.instance()
            if isinstance(app, QApplication):
                apply_look(app, look)
            for pane in (
                self.threshold,
                self.rows,
                self.details,
                self.problems,
                self.translating,
                self.header,
                self.office,
            ):
                pane.set_look(look)
            self._newsml.if_made(lambda pane: pane.set_look(look))
            self._versions.if_made(lambda pane: pane.set_look(look))
        self._show_choices(now)
        self._parts.teller.speak(window_tongue(now))
        self._retranslate_menus()

    def _show_choices(self, settings: Settings) -> None:
        self.rows.set_typesetting(settings.typesets)
        self.problems.set_hints(settings.hints)
        choices = {"typeset": settings.typesets, "hints": settings.hints, "show_marks": settings.shows_marks}
        for name, is_chosen in choices.items():
            self.actions_[name].setCheckable(True)
            self.actions_[name].setChecked(is_chosen)

    def _retranslate(self) -> None:
        self.actions_.retell()
        self._retranslate_menus()
        self._show_state()
        self._show_title()

    def _retranslate_menus(self) -> None:
        self._submenus.fill(self.documents.open, self.gestures.set_kind)

    def _restore(self, settings: Settings) -> None:
        self._show_choices(settings)
        self._across.setSizes([self.width() - _DETAILS_WIDTH, _DETAILS_WIDTH])
        self._down.setSizes([self.height() - _BOTTOM_HEIGHT, _BOTTOM_HEIGHT])
        if settings.geometry:
            self.restoreGeometry(QByteArray(settings.geometry))
        if settings.layout:
            self._across.restoreState(QByteArray(settings.layout))
        if settings.depth:
            self._down.restoreState(QByteArray(settings.depth))


def _files(event: QDropEvent) -> list[Path]:
    """Return the files that are dragged; none where something else comes with them."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []


def _are_images(files: list[Path]) -> bool:
    from editor.formats.images import is_image

    return all(map(is_image, files))
