"""A release pasted whole: what becomes of it in a template, beside the other language, and what is left alone."""

from datetime import date

import pytest
from generated import NOON

from editor.assets import resource
from editor.edits.flow import Splice
from editor.edits.rows import confirm
from editor.formats.arrival.receiving import blocks_of, may_be_received, received
from editor.formats.manuscript import Block
from editor.formats.profiles import load_profile
from editor.formats.templates import release_from, templates
from editor.gui.fields.clipboard import plain
from editor.model.address import Address, Part
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import RowKind

EN, FR = Language.EN, Language.FR
PROFILE = load_profile("sample")


def pasted(language):
    """Return the paragraphs of the example as a page gives them."""
    return plain(resource(f"examples/lake-ferry.{language.value}.txt").read_text(encoding="utf-8"))


def into(doc, language, pieces=None):
    """Paste a text, by itself that of the example in one language."""
    return received(doc, [Block(piece) for piece in pieces or pasted(language)], PROFILE)


@pytest.fixture
def blank():
    """Return a new release of the first template: lines in both languages, and blank rows."""
    return release_from(templates()[0], PROFILE)


def test_a_release_in_one_language_fills_rows_fields_people_and_quotes(blank):
    doc = into(blank, FR)
    assert [row.kind for row in doc.rows][:3] == [RowKind.DELIVERY, RowKind.HEADLINE, RowKind.PARAGRAPH]
    assert doc.headline.fr.text == "Le premier bac électrique du lac d’Orvane entrera en service en juin"
    assert not any(row.has_text(EN) for row in doc.rows[1:])
    assert doc.release.date == date(2026, 3, 12)
    assert doc.release.place == blank.release.place
    assert "Marthe Delcourt-Vey" in [person.name.fr for person in doc.participants]
    assert len(doc.quotes) >= 4
    assert all(quote.speaker for quote in doc.quotes)


def test_the_other_language_is_paired_with_what_is_there_and_its_quotes_are_the_same(blank):
    doc = into(into(blank, FR), EN)
    story = [row for row in doc.rows if row.kind is RowKind.PARAGRAPH]
    assert story
    assert all(row.is_complete for row in story)
    assert len(doc.quotes) == len(into(blank, FR).quotes)
    assert all(wording.en and wording.fr for wording in doc.wordings().values())
    assert into(into(blank, EN), FR).headline == doc.headline


def test_blank_rows_of_a_template_stay_where_nothing_of_their_kind_came(blank):
    came = {row.kind for row in into(blank, FR, pasted(FR)[:6]).rows if any(row.sides)}
    kinds = [row.kind for row in into(blank, FR, pasted(FR)[:6]).rows]
    for kind in (RowKind.BOILERPLATE, RowKind.CONTACT):
        assert kind in came or kinds.count(kind) == 1
    assert not [row for row in into(blank, FR).rows if not any(row.sides) and row.kind is RowKind.PARAGRAPH]


def test_what_somebody_confirmed_is_not_paired_anew(blank):
    first = into(blank, FR)
    line = next(row for row in first.rows if row.kind is RowKind.CONTACT or row.kind is RowKind.BOILERPLATE)
    doc = first.having_row(line.having(EN, (Passage("A line of ours."),)))
    doc = confirm((line.id,), "A. Duval", NOON).apply(doc)
    assert into(doc, EN).row(line.id) == doc.row(line.id)


@pytest.mark.parametrize(
    ("pieces", "is_enough"),
    [
        (pasted(FR), True),
        (pasted(FR)[:2], False),
        (tuple(Passage("Oui.") for _ in range(9)), False),
        ((*pasted(FR), Passage("Elle", (Mark(0, 4, MarkKind.PERSON, "p1"),))), False),
    ],
)
def test_a_few_paragraphs_and_words_of_our_own_copying_are_only_pasted(blank, pieces, is_enough):
    assert may_be_received(blank, blank.rows[1].id, FR, pieces) is is_enough


def test_beside_words_of_the_same_language_a_text_is_only_pasted(blank):
    written = blank.having_row(blank.rows[2].having(FR, (Passage("Un début."),)))
    assert not may_be_received(written, blank.rows[1].id, FR, pasted(FR))
    assert may_be_received(written, blank.rows[1].id, EN, pasted(EN))


def test_a_text_of_the_other_language_goes_where_it_belongs_unless_there_is_one(blank):
    assert into(blank, EN, pasted(FR)) == into(blank, FR)
    assert into(into(blank, FR), EN, pasted(FR)) is None


def test_a_text_in_both_languages_becomes_both_sides_of_a_blank_release(blank):
    doc = into(blank, EN, (*pasted(EN), *pasted(FR)))
    assert all(doc.headline)
    assert all(row.is_complete for row in doc.rows if row.kind is RowKind.PARAGRAPH)
    assert all(wording.en and wording.fr for wording in doc.wordings().values())
    assert into(into(blank, FR), EN, (*pasted(EN), *pasted(FR))) is None


def test_a_text_without_a_headline_is_left_as_it_was_pasted(blank):
    body = [piece for piece in pasted(FR) if len(piece.text) > 200]
    assert into(blank, FR, body) is None


def test_a_boilerplate_is_no_place_for_a_release(blank):
    row = next(row for row in blank.rows if row.kind is RowKind.BOILERPLATE)
    assert not may_be_received(blank, row.id, FR, pasted(FR))


def test_what_a_list_was_goes_along(blank):
    where = Address(Part.ROW, blank.rows[1].id, FR, 0, 0, 0)
    splice = Splice(FR, where, where, (Passage("un"), Passage(" ")), ((RowKind.LIST_ITEM, 1, None), None))
    assert blocks_of(splice) == (Block(Passage("un"), RowKind.LIST_ITEM, 1),)


def test_comments_and_bilingual_lines_of_the_template_are_not_lost(blank):
    line = blank.rows[0]
    assert into(blank, FR).rows[0].sides == line.sides
    assert into(blank, FR).rows[0].sides != Bilingual((), ())
