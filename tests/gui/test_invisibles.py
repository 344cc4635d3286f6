"""What cannot be seen, painted over the text."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from editor.gui.fields.invisibles import KINDS, Invisible, paint_sign
from editor.gui.fields.page import Page
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row


def picture(kind):
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_sign(painter, kind, QRectF(8, 6, 8, 12))
    painter.end()
    return image


@pytest.fixture
def page(qtbot, look):
    page = Page(Language.FR, look)
    qtbot.addWidget(page)
    page.resize(400, 200)
    page.show()
    return page


def shown(page, text, marks=(), invisibles=True):
    page.show_rows((Row("r1", Bilingual((), (Passage(text, marks),))),))
    page.decor.show_invisibles(invisibles)
    return page.grab().toImage()


def test_every_kind_has_a_shape_of_its_own(qapp):
    pictures = {kind: picture(kind) for kind in Invisible}
    assert [pair for pair in combinations(Invisible, 2) if pictures[pair[0]] == pictures[pair[1]]] == []
    assert picture(Invisible.SPACE) == pictures[Invisible.SPACE]


@pytest.mark.parametrize("sign", sorted(KINDS), ids=lambda sign: f"U+{ord(sign):04X}")
def test_every_such_character_is_painted_on_the_page_and_the_text_is_left_alone(page, sign):
    bare = shown(page, f"un{sign}deux", invisibles=False)
    assert shown(page, f"un{sign}deux") != bare
    assert page.document().firstBlock().text() == f"un{sign}deux"


@pytest.mark.parametrize("kind", [MarkKind.QUOTE, MarkKind.PERSON, MarkKind.LINK, MarkKind.FOOTNOTE])
def test_the_ends_of_a_mark_are_painted(page, kind):
    plain = shown(page, "un😀deux")
    marked = shown(page, "un😀deux", (Mark(2, 7, kind, "x"),))
    bare = shown(page, "un😀deux", (Mark(2, 7, kind, "x"),), invisibles=False)
    assert plain != marked != bare


def test_what_does_not_fit_the_view_is_painted_when_it_is_scrolled_to(page):
    rows = tuple(Row(f"r{n}", Bilingual((), (Passage("mot " * 30),))) for n in range(60))
    page.show_rows(rows)
    page.decor.show_invisibles(True)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    with_signs = page.grab().toImage()
    page.decor.show_invisibles(False)
    assert page.grab().toImage() != with_signs
