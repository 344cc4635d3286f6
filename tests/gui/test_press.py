"""Preview, export, print and review copy, by keys and clicks."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from windows import choosing

from editor.assets import resource
from editor.edits.writing import replace as write_over
from editor.formats import native
from editor.formats.paper import ALL, Layout
from editor.formats.pdf import UNITS, Pages, print_on
from editor.gui.dialogs.paper import ExportDialog, PaperDialog, on_paper
from editor.model.language import Language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(signed_window, tmp_path):
    raw = resource("examples/lake-ferry.communique").read_bytes()
    path = tmp_path / "ferry.communique"
    path.write_bytes(raw)
    signed_window.documents.open(path)
    return signed_window


@pytest.fixture
def save_as(monkeypatch, tmp_path):
    """Answer the desktop's own dialog, which no test can click in; tells what it was asked."""
    asked = []

    def answer(dialog):
        (proposed,) = dialog.selectedFiles()
        asked.append((Path(proposed).name, ";;".join(dialog.nameFilters())))
        dialog.selectFile(str(tmp_path / Path(proposed).name))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)
    return asked


def previewed(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_P, ALT_SHIFT)
    dialog = window.findChild(PaperDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def accepting(qtbot, kind, *, form=""):
    """Click the primary button of the export dialog that opens next, the file chosen by its name."""

    def act():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        dialog.file.setFocus()
        qtbot.keyClicks(dialog.file, kind)
        if form:
            dialog.form.setFocus()
            qtbot.keyClicks(dialog.form, form)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, act)


def test_the_preview_follows_what_is_written(window, qtbot):
    dialog = previewed(window, qtbot)
    before = dialog.sheets.grab().toImage()
    session = window._parts.session
    session.do(write_over(session.doc.rows[0].address(Language.EN, 0, 0, 4), "The quiet water of"))
    qtbot.waitUntil(lambda: dialog.sheets.grab().toImage() != before)


def test_the_preview_button_opens_it_and_a_language_is_chosen_by_keys(window, qtbot):
    qtbot.mouseClick(window.header.preview, Qt.MouseButton.LeftButton)
    dialog = window.findChild(PaperDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.form.setFocus()
    qtbot.keyClick(dialog.form, Qt.Key.Key_Down)
    assert dialog.printing.layout is Layout.AFTER
    one_after_the_other = dialog.sheets.page_count
    qtbot.keyClicks(dialog.form, "French")
    assert dialog.printing.languages == (Language.FR,)
    assert dialog.sheets.page_count < one_after_the_other


def test_zooming_makes_the_pages_larger_and_back(window, qtbot):
    dialog = previewed(window, qtbot)
    usual = dialog.sheets.widget().minimumHeight()
    qtbot.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert dialog.sheets.widget().minimumHeight() > usual
    qtbot.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert dialog.sheets.widget().minimumHeight() == usual


def test_a_language_without_text_is_told_and_the_pages_stay(window, qtbot):
    dialog = previewed(window, qtbot)
    pages = dialog.sheets.page_count
    session = window._parts.session
    session.open(
        replace(session.doc, rows=tuple(row.having(Language.FR, ()) for row in session.doc.rows)), None, is_saved=True
    )
    dialog.form.setFocus()
    qtbot.keyClicks(dialog.form, "French")
    assert dialog._count.text() == "This release has no French text."
    assert dialog.sheets.page_count in (pages, 1)


@pytest.mark.parametrize("kind", ["PDF .pdf", "Word .docx", "Web .html", "Plain .txt"])
def test_a_release_is_exported_as_every_kind_of_file(kind, window, qtbot, save_as, tmp_path):
    kind, suffix = kind.split()
    accepting(qtbot, kind)
    qtbot.keyClick(window, Qt.Key.Key_E, ALT_SHIFT)
    assert (tmp_path / f"ferry{suffix}").stat().st_size > 1000
    assert save_as == [(f"ferry{suffix}", f"{suffix[1:].upper()} (*{suffix})")]
    assert not window._parts.session.is_modified


def test_one_language_alone_gets_its_name(window, qtbot, save_as, tmp_path):
    accepting(qtbot, "Web", form="French")
    qtbot.keyClick(window, Qt.Key.Key_E, ALT_SHIFT)
    assert '<html lang="fr">' in (tmp_path / "ferry-fr.html").read_text(encoding="utf-8")


def test_a_review_copy_is_remembered_can_be_undone_and_survives_saving(window, qtbot, save_as, tmp_path):
    session = window._parts.session
    window.actions_["review_copy"].trigger()
    assert save_as[0][0] == "ferry-review-1.pdf"
    assert (tmp_path / "ferry-review-1.pdf").read_bytes().startswith(b"%PDF")
    assert session.doc.review.number == 1
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = native.read((tmp_path / "ferry.communique").read_bytes(), tmp_path)
    assert saved.review == session.doc.review
    window.actions_["review_copy"].trigger()
    assert save_as[1][0] == "ferry-review-2.pdf"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.doc.review.number == 1


def test_a_folder_that_cannot_be_written_is_told_and_nothing_remembered(window, qtbot, monkeypatch, tmp_path):
    choosing(monkeypatch, tmp_path / "no" / "where.pdf")
    told = []

    def close():
        told.extend(label.text() for label in QApplication.activeModalWidget().findChildren(QLabel))
        QApplication.activeModalWidget().close()

    QTimer.singleShot(0, close)
    window.actions_["review_copy"].trigger()
    assert any("where.pdf" in sentence for sentence in told)
    assert window._parts.session.doc.review is None


def test_a_printer_of_another_resolution_gets_the_whole_page(window):
    pages = Pages(on_paper(window._parts.session, ALL))
    image = QImage(round(pages.width / UNITS * 100), round(pages.height / UNITS * 100), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    print_on(image, pages, range(1))
    dark = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).value() < 90]
    assert min(x for x, _ in dark) > 60
    assert max(y for _, y in dark) > image.height() * 0.8
