"""NewsML-G2 pane: the XML of the moment, following the caret, and the way back from an element to its field."""

from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from editor.checks.proof import Proof
from editor.gui.background.checking import Checking
from editor.gui.fields.markup import MarkupView
from editor.gui.fields.subject import subject_of
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Address
from editor.words import Sentence, say, say_count

_LEAST = 40
"""Pixels of the XML, on the smallest of screens."""


class NewsmlPane(QWidget):
    """The proof of the communiqué as `checking` makes it after each pause. Nothing is shown that nobody looks at."""

    def __init__(self, session: Session, checking: Checking, teller: Teller, look: Look) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self._proof = checking.proof
        self._where: Address | None = None
        self._asked: Address | None = None
        self._state = QLabel()
        self._state.setProperty("quiet", True)
        self._state.setWordWrap(True)
        self._state.setContentsMargins(12, 4, 12, 4)
        self.view = MarkupView(look)
        self.view.setMinimumHeight(_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._state)
        column.addWidget(self.view, 1)
        self.view.chosen.connect(self._go)
        checking.proved.connect(self.show_proof)
        teller.changed.connect(self.retranslate)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self.retranslate()

    def show_proof(self, proof: Proof) -> None:
        """Show another proof, at once or when the pane is next looked at."""
        self._proof = proof
        if self.isVisible():
            self._show()

    def follow(self, where: Address) -> None:
        """Light the elements made from a place; the shortest, which holds its words, is brought into view."""
        self._where = where
        if _plain(where) != self._asked:
            self._asked = None
        if self.isVisible():
            self._light()

    def set_look(self, look: Look) -> None:
        """Use other fonts and colours."""
        self.view.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.view.setAccessibleName(self._teller(say("NewsML-G2 of this release")))
        self._state.setText(self._teller(_state(self._proof, self._session.doc.release.version + 1)))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        if self._proof is not None:
            self.view.show_markup(self._proof.text)
            self.view.setVisible(bool(self._proof.text))
        self.retranslate()
        self._light()

    def _light(self) -> None:
        sites = self._proof.sites_of(self._where) if self._proof and self._where else ()
        self.view.light(tuple((site.first, site.last) for site in sites))
        if sites and self._asked is None and not self.view.is_in_view(sites[0].first):
            self.view.bring_into_view(sites[0].first)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        where = subject_of(new)
        if where is not None:
            self.follow(where)

    def _go(self, line: int) -> None:
        site = self._proof.site_at(line) if self._proof else None
        if site is not None:
            self._asked = _plain(site.where)
            self._session.jump(site.where)


def _plain(where: Address) -> Address:
    """Return a place without its characters: a caret moves among those of what it was asked to show."""
    return replace(where, passage=None, start=None, end=None)


def _state(proof: Proof | None, version: int) -> Sentence:
    if proof is None:
        return say("The XML of this release appears here as soon as it has been made.")
    if not proof.text:
        return say("There is no XML yet. {why}", why=proof.hindrances[0])
    shown = say("Version {version} as it stands.", version=version)
    if not proof.hindrances:
        return say("{shown} Nothing keeps it from being published.", shown=shown)
    return say_count(
        "{shown} One thing keeps it from being published: {first}",
        "{shown} {count} things keep it from being published, the first: {first}",
        len(proof.hindrances),
        shown=shown,
        first=proof.hindrances[0],
    )
