from lxml import etree
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QFileDialog, QLabel

from editor.assets import resources
from editor.gui.qt_words import QtWords
from editor.gui.teller import Teller


def cancel():
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_the_words_of_qt_follow_the_language_of_the_window(qapp):
    teller = Teller("fr")
    QtWords(qapp, teller)  # it goes with its teller
    assert cancel() == "Annuler"
    teller.speak("en")
    assert cancel() == "Cancel"
    teller.speak("fr")
    assert cancel() == "Annuler"
    teller.speak("en")


def test_a_file_dialog_says_nothing_in_english_to_who_reads_french(qtbot, qapp):
    teller = Teller("fr")
    QtWords(qapp, teller)  # it goes with its teller
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    labels = [label.text().replace("&", "") for label in dialog.findChildren(QLabel)]
    assert {"Regarder dans\u00a0:", "Type de fichiers\u00a0:"} < set(labels)
    assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder", "All other platforms") == "Dossier"
    teller.speak("en")
    assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder", "All other platforms") == "Folder"


def test_the_words_that_qt_lacks_are_those_of_their_source(tmp_path):
    """After a change of `qt_fr.ts` its compiled form is made anew: pyside6-lrelease qt_fr.ts."""
    compiled = QTranslator()
    assert compiled.load("qt_fr", str(resources() / "words"))
    found = 0
    for context in etree.parse(resources() / "words" / "qt_fr.ts").getroot().iter("context"):
        for message in context.iter("message"):
            source, comment = message.findtext("source"), message.findtext("comment")
            assert compiled.translate(context.findtext("name"), source, comment) == message.findtext("translation")
            found += 1
    assert found
