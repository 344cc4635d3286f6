from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData

from editor.errors import Unreadable
from editor.formats import plain
from editor.gui.dialogs.arriving import PasteField, Side
from editor.gui.teller import Teller
from editor.model.language import Language
from editor.words import say


def read_file(path):
    if path.suffix != ".txt":
        raise Unreadable(path, say("There is no such file."))
    return plain.manuscript(f"The text of {path.name}.")


@pytest.fixture
def side(qtbot):
    side = Side(Language.EN, read_file, "*.txt", Teller("en"))
    qtbot.addWidget(side)
    return side


def test_a_page_without_words_does_not_keep_the_plain_text_out(qtbot):
    field = PasteField()
    qtbot.addWidget(field)
    copied = QMimeData()
    copied.setText("A ferry crosses the lake.")
    copied.setHtml("<img src='ferry.png'>")
    field.insertFromMimeData(copied)
    assert field.toPlainText() == "A ferry crosses the lake."
    assert field.pasted is None


def test_the_text_of_a_file_does_not_pass_for_that_of_one_that_cannot_be_read(side):
    side.take_file(Path("first.txt"))
    assert side.manuscript() is not None
    side.take_file(Path("second.pdf"))
    assert side.manuscript() is None
    assert not side.text.isReadOnly()


def test_what_was_pasted_stays_where_a_file_cannot_be_read(side):
    side.text.setPlainText("A ferry crosses the lake.")
    side.take_file(Path("second.pdf"))
    assert side.text.toPlainText() == "A ferry crosses the lake."
    assert side.manuscript() == plain.manuscript("A ferry crosses the lake.")
