"""A saved web page and a Word file as offices have them come in through one dialog, by the mouse."""

import html
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton
from wordfile import paragraph, run, table, wordfile

from editor.gui.dialogs.arriving import ImportDialog
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.rows import RowKind

DATA = Path(__file__).parent / "data"
AROUND = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>House | News</title>
<style>p {{ color: red }}</style><script>document.write("Never run me")</script></head><body>
<header><nav><ul><li><a href="/">Accueil</a></li><li><a href="/a">Actualités</a></li><li><a href="/b">Contact</a></li>
</ul></nav></header><main><article>{article}</article><aside><a href="/c">Lire aussi</a></aside></main>
<footer><a href="/d">Mentions légales</a> <a href="/e">Plan du site</a></footer>
<img src="https://pictures.example/far.png"><script src="https://scripts.example/far.js"></script></body></html>"""
NOTE = '<w:footnote w:id="2">{}</w:footnote>'
CALL = '<w:r><w:footnoteReference w:id="2"/></w:r>'
INSERTED = '<w:ins w:author="R">{}</w:ins>'
DELETED = '<w:del w:author="R"><w:r><w:delText>{}</w:delText></w:r></w:del>'


def web_page(text):
    """Return a page with the text as its article, its first line the heading, lines with bullets a list."""
    lines = [line for line in text.split("\n") if line.strip()]
    parts = [f"<h1>{html.escape(lines[0].strip())}</h1>"]
    for line in lines[1:]:
        bare = html.escape(line.strip().removeprefix("•").strip())
        parts.append(f"<ul><li>{bare}</li></ul>" if line.strip().startswith("•") else f"<p>{bare}</p>")
    return AROUND.format(article="".join(parts)).encode("utf-8")


def word_file(text):
    """Return a Word file of the text: its headline styled, one change tracked, a footnote and a table of figures."""
    lines = [html.escape(line.strip(), quote=False) for line in text.split("\n") if line.strip()]
    body = [paragraph(lines[0], style="Titre")]
    for line in lines[1:]:
        head, asked, rest = line.partition("partnership between NATO and Serbia")
        if asked:
            changed = DELETED.format("co-operation of "), INSERTED.format(run(asked))
            body.append(paragraph(run(head), *changed, CALL, run(rest)))
        else:
            body.append(paragraph(run(line)))
    body.append(table([paragraph("Year"), paragraph("Exercises")], [paragraph("2021"), paragraph("4")]))
    return wordfile(*body, footnotes=NOTE.format(paragraph(run(" It began in 2006."))))


def drop(widget, *paths):
    """Drop files on a widget as the mouse does."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    middle = widget.rect().center()
    QApplication.sendEvent(widget, QDragEnterEvent(middle, *how))
    QApplication.sendEvent(widget, QDropEvent(QPointF(middle), *how))


def in_dialog(window, qtbot, act):
    """Open the import dialog by its command, act in it, and return what the act returns."""
    answered = []

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ImportDialog):
            answered.append(act(dialog))
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)
    window.actions_["import"].trigger()
    assert answered, "the dialog never came up"
    return answered[0]


def told(dialog):
    report = dialog.findChild(QListWidget)
    return [report.item(index).text() for index in range(report.count())]


def click(qtbot, dialog, name):
    button = next(each for each in dialog.findChildren(QPushButton) if name in (each.text(), each.accessibleName()))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.display
def test_a_web_page_and_a_word_file_become_one_aligned_release(signed_window, qtbot, shared, tmp_path):
    page, word = tmp_path / "page.html", tmp_path / "Release EN.docx"
    french = (shared / "communiques" / "nato-seed-fr.txt").read_text(encoding="utf-8")
    page.write_bytes(web_page(french))
    word.write_bytes(word_file((DATA / "seed-en.txt").read_text(encoding="utf-8")))

    def act(dialog):
        drop(dialog, word, page)
        qtbot.waitUntil(lambda: dialog.arrival is not None)
        lines = told(dialog)
        click(qtbot, dialog, "Import")
        return lines

    lines = in_dialog(signed_window, qtbot, act)
    for words in ("2 tracked changes were read as accepted.", "1 footnote was kept.", "of the page were left out."):
        assert any(words in line for line in lines), (words, lines)
    check(signed_window._parts.session.doc)


def check(doc):
    """See that one release with fields, quotes and pairs came in, and nothing of the page around it."""
    words = {language: "\n".join(row.text(language) for row in doc.rows) for language in Language}
    assert "Never run me" not in words[Language.FR]
    assert "Mentions légales" not in words[Language.FR]
    assert "partnership between NATO and Serbia" in words[Language.EN]
    assert "co-operation of" not in words[Language.EN]
    notes = [mark for row in doc.rows for passage in row[Language.EN] for mark in passage.stretches(MarkKind.FOOTNOTE)]
    assert [mark.target.strip() for mark in notes] == ["It began in 2006."]
    assert "2021\t4" in words[Language.EN]
    assert (str(doc.release.date), len(doc.quotes)) == ("2021-05-17", 7)
    assert [person.name.fr for person in doc.participants] == ["Jens Stoltenberg", "Aleksandar Vučić"]
    assert all(said.en and said.fr for said in doc.wordings().values())
    assert (doc.rows[0].kind, bool(doc.headline.en.text), bool(doc.headline.fr.text)) == (RowKind.HEADLINE, True, True)
    pairs = [row for row in doc.rows if row.kind is RowKind.PARAGRAPH and row.text(Language.FR)]
    assert all(row.text(Language.EN) for row in pairs)
    assert len(pairs) == 4


def test_a_file_is_replaced_cleared_and_one_of_the_other_language_finds_its_side(signed_window, qtbot, tmp_path):
    english, french, broken = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.docx"
    english.write_text("The ferry sails at noon, and all of us are very glad of it today.", encoding="utf-8")
    french.write_text("Le bac part à midi, et nous en sommes tous très contents aujourd’hui.", encoding="utf-8")
    broken.write_bytes(b"no Word file")

    def act(dialog):
        drop(dialog, french)
        sides = dialog.sides
        assert sides[Language.EN].is_empty
        assert sides[Language.FR].text.toPlainText().startswith("Le bac")
        drop(sides[Language.EN].text, english)
        assert sides[Language.EN].text.toPlainText().startswith("The ferry")
        drop(sides[Language.EN].text, broken)
        assert sides[Language.EN].is_empty
        click(qtbot, dialog, "Clear what is in French")
        assert sides[Language.FR].is_empty
        drop(dialog, french, english, broken)
        qtbot.waitUntil(lambda: dialog.arrival is not None)
        assert told(dialog)[0].startswith("Two files can come in at once")
        click(qtbot, dialog, "Cancel")
        return sides[Language.EN].text.toPlainText(), sides[Language.FR].text.toPlainText()

    one, other = in_dialog(signed_window, qtbot, act)
    assert (one[:9], other[:6]) == ("The ferry", "Le bac")
