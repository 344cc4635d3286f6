"""Status line: the languages and the house on the left, how far the pairs are on the right."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QStatusBar

from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.language import Language
from editor.model.rows import PairState
from editor.words import say


class StatusLine(QStatusBar):
    """One quiet line below everything."""

    def __init__(self, session: Session, teller: Teller) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self.setSizeGripEnabled(False)
        self._left = QLabel()
        self._right = QLabel()
        for label in (self._left, self._right):
            label.setProperty("quiet", True)
            label.setContentsMargins(12, 0, 12, 0)
        self.addWidget(self._left)
        self.addPermanentWidget(self._right)
        session.changed.connect(self._show)
        session.opened.connect(self._show)
        teller.changed.connect(self._show)
        self._show()

    def tell(self, text: str, seconds: int) -> None:
        """Say something for some seconds, after what is being said already."""
        said = self.currentMessage()
        self.showMessage(f"{said} {text}" if said and text not in said else text, seconds * 1000)

    def _show(self) -> None:
        doc, profile = self._session.doc, self._session.profile
        tongue = Language(self._teller.tongue)
        names = [variant_name(doc.release.variants[language] or profile.variants[language]) for language in Language]
        house = self._teller(say("{name} profile", name=profile.title[tongue] or profile.name))
        self._left.setText(" · ".join([*names, house]))
        rows = [row for row in doc.rows if row.state is not PairState.ONE_LANGUAGE]
        done = sum(1 for row in rows if row.state is PairState.CONFIRMED)
        self._right.setText(self._teller(say("{done} of {all} rows confirmed", done=done, all=len(rows))))


def variant_name(tag: str) -> str:
    """Return what a spelling variant is called in its own language: “English (UK)”, “Français (France)”."""
    locale = QLocale(tag.replace("-", "_"))
    language = {"en": "English", "fr": "Français"}.get(tag.partition("-")[0], tag)
    territory = {"en-GB": "UK", "en-US": "US"}.get(tag, locale.nativeTerritoryName() if "-" in tag else "")
    return f"{language} ({territory})" if territory else language
