"""Status line: the languages and the house on the left, how far the pairs are on the right."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QStatusBar

from editor.gui.panes.tally import Tally
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.model.language import Language
from editor.words import Sentence, say, say_count

_AROUND = 12
"""Pixels on either side of a text."""
_LEFT = 18
"""Pixels before the texts, which begin below those of the header."""


class StatusLine(QStatusBar):
    """One quiet line below everything."""

    def __init__(self, session: Session, teller: Teller) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self.setSizeGripEnabled(False)
        self.setContentsMargins(_LEFT, 0, 0, 0)
        self._left = QLabel()
        self._right = QLabel()
        self.labels = (self._left, self._right)
        """What is said of the open release, when nothing else is said."""
        self._selected = ""
        self._tally = Tally()
        for label in (self._left, self._right):
            label.setProperty("quiet", True)
            label.setContentsMargins(0, 0, _AROUND, 0)
        self.addWidget(self._left)
        self.addPermanentWidget(self._right)
        self.messageChanged.connect(self._forget)
        session.changed.connect(self._changed)
        session.opened.connect(self._show)
        teller.changed.connect(self._show)
        self._show()

    def tell(self, text: str, seconds: int) -> None:
        """Say something for some seconds, before what is being said already. A tip holds what finds no room.

        What ends in “…” tells of something under way: it gives way to whatever comes next.
        """
        said = self.toolTip()
        said = "" if said.endswith("…") else said
        whole = f"{text} {said}" if said and text not in said else text
        room = self.width() - self._right.sizeHint().width() - _LEFT - 2 * _AROUND
        self.showMessage(self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room), seconds * 1000)
        self.setToolTip(whole)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is being said where the label stands otherwise: Qt would begin it at the very edge."""
        if not self.currentMessage():
            super().paintEvent(event)
            return
        # Only here: all that there is of styles takes long to load.
        from PySide6.QtWidgets import QStyle, QStyleOption, QStylePainter

        painter, option = QStylePainter(self), QStyleOption()
        option.initFrom(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, option)
        painter.drawText(
            self.rect().adjusted(self._left.x(), 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            self.currentMessage(),
        )

    def tell_selected(self, words: str) -> None:
        """Tell how much is selected."""
        if words != self._selected:
            self._selected = words
            self._show()

    def _forget(self, message: str) -> None:
        if not message:
            self.setToolTip("")

    def _changed(self, before: Communique, after: Communique) -> None:
        # The same value twice: something of the house changed.
        if before is after or before.release is not after.release:
            self._show()
        elif self._tally.follow(after.rows):
            self._show_progress()

    def _show(self) -> None:
        doc, profile = self._session.doc, self._session.profile
        tongue = Language(self._teller.tongue)
        names = [variant_name(doc.release.variants[language] or profile.variants[language]) for language in Language]
        house = self._teller(say("{name} profile", name=profile.title[tongue] or profile.name))
        self._left.setText(" · ".join([*names, house]))
        if self._selected:
            self._left.setText(self._teller(_size(self._selected)))
        self._tally.follow(doc.rows)
        self._show_progress()

    def _show_progress(self) -> None:
        self._right.setText(self._teller(self._tally.told))


def _size(text: str) -> Sentence:
    """Say how many words and characters are selected."""
    words = say_count("{count} word", "{count} words", sum(any(map(str.isalnum, word)) for word in text.split()))
    signs = say_count("{count} character", "{count} characters", len(text.replace("\n", "")))
    return say("Selected: {words}, {signs}", words=words, signs=signs)


def variant_name(tag: str) -> str:
    """Return what a spelling variant is called in its own language: “English (UK)”, “Français (France)”."""
    locale = QLocale(tag.replace("-", "_"))
    language = {"en": "English", "fr": "Français"}.get(tag.partition("-")[0], tag)
    territory = {"en-GB": "UK", "en-US": "US"}.get(tag, locale.nativeTerritoryName() if "-" in tag else "")
    return f"{language} ({territory})" if territory else language
