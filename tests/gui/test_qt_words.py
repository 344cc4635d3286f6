from PySide6.QtCore import QCoreApplication

from editor.gui.qt_words import QtWords
from editor.gui.teller import Teller


def cancel():
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_the_words_of_qt_follow_the_language_of_the_window(qapp):
    teller = Teller("fr")
    words = QtWords(qapp, teller)
    assert cancel() == "Annuler"
    teller.speak("en")
    assert cancel() == "Cancel"
    teller.speak("fr")
    assert cancel() == "Annuler"
    teller.speak("en")
    words.deleteLater()
