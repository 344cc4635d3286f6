import pytest

from editor.edits.attaching import attach, attached, fit_address
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row

EN = Language.EN
LINK = MarkKind.LINK


def a_doc(*marks):
    return Communique((Row("r1", Bilingual((Passage("See the news page.", marks),), ())),))


def at(doc, start, end):
    return (doc.rows[0].address(EN, 0, start, end),)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/a?b", "https://example.org/a?b"),
        (" example.org/news ", "https://example.org/news"),
        ("www.example.org", "https://www.example.org"),
        ("example.org:8080/a", "https://example.org:8080/a"),
        ("press@example.org", "mailto:press@example.org"),
        ("tel:+3227074111", "tel:+3227074111"),
        ("", ""),
    ],
)
def test_an_address_is_published_whole_however_it_was_typed(typed, address):
    assert fit_address(typed) == address


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "file:///etc/passwd", "the news page", "news", "https://a b"])
def test_what_leads_nowhere_is_refused(typed):
    with pytest.raises(Unfit):
        fit_address(typed)


def test_words_get_an_address_another_one_and_none():
    doc = a_doc()
    doc = attach(at(doc, 4, 17), LINK, "example.org").apply(doc)
    assert doc.rows[0][EN][0].marks == (Mark(4, 17, LINK, "https://example.org"),)
    there = attached(doc, at(doc, 8, 8), LINK)
    assert there.target == "https://example.org"
    assert there.places == at(doc, 4, 17)
    doc = attach(there.places, LINK, "https://example.com").apply(doc)
    assert doc.rows[0][EN][0].marks == (Mark(4, 17, LINK, "https://example.com"),)
    assert attach(there.places, LINK, "").apply(doc).rows[0][EN][0].marks == ()


def test_a_note_is_one_line_of_text():
    doc = a_doc()
    doc = attach(at(doc, 8, 12), MarkKind.FOOTNOTE, "  As seen\non Monday. ").apply(doc)
    assert doc.rows[0][EN][0].marks == (Mark(8, 12, MarkKind.FOOTNOTE, "As seen on Monday."),)


def test_where_nothing_hangs_the_words_themselves_are_meant():
    doc = a_doc(Mark(0, 3, LINK, "https://example.org"))
    there = attached(doc, at(doc, 8, 12), LINK)
    assert (there.places, there.target) == (at(doc, 8, 12), "")
    with pytest.raises(Unfit):
        attach(at(doc, 7, 8), LINK, "example.org").apply(doc)


@pytest.mark.parametrize("kind", [LINK, MarkKind.FOOTNOTE])
def test_what_hangs_on_the_words_next_to_it_is_left_alone(kind):
    first, second = Mark(0, 4, kind, "https://a.example"), Mark(4, 9, kind, "https://b.example")
    doc = a_doc(first, second)
    there = attached(doc, at(doc, 6, 6), kind)
    assert (there.places, there.target) == (at(doc, 4, 9), "https://b.example")
    doc = attach(there.places, kind, "https://c.example").apply(doc)
    assert doc.rows[0][EN][0].marks == (first, Mark(4, 9, kind, "https://c.example"))
    assert attach(at(doc, 5, 6), kind, "").apply(doc).rows[0][EN][0].marks == (first,)
