"""Variants: the menus that choose which English and which French the spelling of a release follows."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from editor.edits.details import enter
from editor.gui.panes.status import variant_name
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.language import Bilingual, Language
from editor.text.spelling import installed_variants, variants_of
from editor.words import say

_USUAL = Bilingual(("en-GB", "en-US", "en-CA"), ("fr-FR", "fr-CA", "fr-BE", "fr-CH"))


class Variants:
    """A menu for each language, filled when it is opened: dictionaries are looked for no earlier."""

    def __init__(self, owner: QWidget, session: Session, teller: Teller) -> None:
        self._session = session
        self._teller = teller
        self.menus = {language: QMenu(owner) for language in Language}
        for language, menu in self.menus.items():
            menu.aboutToShow.connect(lambda language=language: self._fill(language))

    def _fill(self, language: Language) -> None:
        menu, there = self.menus[language], installed_variants()
        now = variants_of(self._session.doc, self._session.profile)[language]
        menu.clear()
        group = QActionGroup(menu)
        own = [tag for tag in there if tag.startswith(language.value)]
        for tag in dict.fromkeys((*_USUAL[language], *own, now)):
            name = variant_name(tag)
            if tag not in there:
                name = self._teller(say("{name}: no dictionary installed", name=name))
            action = QAction(name, group, checkable=True, checked=tag == now, enabled=tag in there)
            action.triggered.connect(lambda _checked=False, tag=tag: self._choose(language, tag))
            menu.addAction(action)

    def _choose(self, language: Language, tag: str) -> None:
        self._session.do(enter(f"variant.{language.value}", tag, self._session.profile.zone))
