"""Qt's own words: the buttons and titles of its file dialogs and menus follow the language of the window."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from editor.gui.teller import Teller


class QtWords(QObject):
    """Keeps Qt's translation of its own words in step with the teller. English is what Qt speaks by itself."""

    def __init__(self, app: QCoreApplication, teller: Teller) -> None:
        super().__init__(teller)
        self._app = app
        self._teller = teller
        self._french: QTranslator | None = None
        self._follow()
        teller.changed.connect(self._follow)

    def _follow(self) -> None:
        speaks_french = self._teller.tongue == "fr"
        if speaks_french and self._french is None:
            french = QTranslator(self)
            # Where this Qt came without its translations its words stay English.
            if french.load("qtbase_fr", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
                self._app.installTranslator(french)
                self._french = french
        elif not speaks_french and self._french is not None:
            self._app.removeTranslator(self._french)
            self._french = None
