"""Qt's own words: the buttons and titles of its file dialogs and menus follow the language of the window."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from editor.assets import resources
from editor.gui.teller import Teller


class QtWords(QObject):
    """Keeps Qt's translation of its own words in step with the teller. English is what Qt speaks by itself."""

    def __init__(self, app: QCoreApplication, teller: Teller) -> None:
        super().__init__(teller)
        self._app = app
        self._teller = teller
        self._french: tuple[QTranslator, ...] = ()
        self._follow()
        teller.changed.connect(self._follow)

    def _follow(self) -> None:
        speaks_french = self._teller.tongue == "fr"
        if speaks_french and not self._french:
            # Ours holds what Qt's lacks. Where this Qt came without its translations its words stay English.
            folders = {
                "qt_fr": str(resources() / "words"),
                "qtbase_fr": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
            }
            self._french = tuple(QTranslator(self) for _ in folders)
            for translator, (name, folder) in zip(self._french, folders.items(), strict=True):
                if translator.load(name, folder):
                    self._app.installTranslator(translator)
        elif not speaks_french:
            for translator in self._french:
                self._app.removeTranslator(translator)
            self._french = ()
