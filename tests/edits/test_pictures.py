import pytest
from generated import communiques
from hypothesis import given
from hypothesis import strategies as st

from editor.edits.details import enter, field_name, field_title, read_field
from editor.edits.pictures import (
    add_picture,
    caption_with,
    exchange_file,
    make_caption,
    move_picture,
    remove_picture,
)
from editor.errors import Unfit
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.pictures import Picture
from editor.model.rows import Row, RowKind

PHOTO = Picture("", "bridge.jpg", media_type="image/jpeg", size=9, width=4, height=3, fingerprint="ab" * 32)


def release(*kinds):
    rows = tuple(
        Row(f"r{number}", Bilingual((Passage(f"text {number}"),), (Passage(f"texte {number}"),)), kind)
        for number, kind in enumerate(kinds, 1)
    )
    return Communique(rows)


def entered(name, text, doc):
    return enter(name, text, "UTC").apply(doc)


def test_a_picture_added_gets_an_empty_caption_row_below_the_lead():
    doc = add_picture(PHOTO).apply(release(RowKind.HEADLINE, RowKind.PARAGRAPH, RowKind.PARAGRAPH))
    assert [row.kind for row in doc.rows] == [
        RowKind.HEADLINE,
        RowKind.PARAGRAPH,
        RowKind.CAPTION,
        RowKind.PARAGRAPH,
    ]
    assert doc.pictures[0].caption == doc.rows[2].id
    assert not any(doc.rows[2].has_text(language) for language in Language)


def test_a_second_picture_s_caption_stands_below_the_first_one_s():
    doc = release(RowKind.HEADLINE, RowKind.PARAGRAPH, RowKind.PARAGRAPH)
    doc = add_picture(PHOTO).then(add_picture(PHOTO)).apply(doc)
    assert [picture.caption for picture in doc.pictures] == [doc.rows[2].id, doc.rows[3].id]


def test_a_caption_that_waits_for_its_picture_is_taken_and_no_row_is_made():
    doc = release(RowKind.HEADLINE, RowKind.PARAGRAPH, RowKind.CAPTION)
    after = add_picture(PHOTO).apply(doc)
    assert after.rows == doc.rows
    assert after.pictures[0].caption == "r3"


def test_a_release_without_a_paragraph_gets_the_caption_at_its_end():
    assert add_picture(PHOTO).apply(release(RowKind.HEADLINE)).rows[-1].kind is RowKind.CAPTION


@given(communiques(max_rows=6))
def test_a_picture_added_has_a_caption_row_and_an_id_of_its_own_and_every_word_stays(doc):
    after = add_picture(PHOTO).apply(doc)
    new = after.pictures[-1]
    assert after.row(new.caption).kind is RowKind.CAPTION
    assert new.id not in set(doc.ids())
    kept = [row for row in after.rows if doc.row(row.id)]
    assert tuple(kept) == doc.rows
    assert sum(picture.caption == new.caption for picture in after.pictures) == 1


@given(communiques(max_rows=6))
def test_removing_the_picture_just_added_leaves_its_caption_row(doc):
    after = add_picture(PHOTO).apply(doc)
    removed = remove_picture(after.pictures[-1].id).apply(after)
    assert removed.rows == after.rows
    assert removed.pictures == doc.pictures


@given(communiques(max_rows=3), st.integers(-3, 3), st.data())
def test_moving_a_picture_loses_none(doc, by, data):
    doc = add_picture(PHOTO).then(add_picture(PHOTO)).apply(doc)
    moved = data.draw(st.sampled_from(doc.pictures))
    after = move_picture(moved.id, by).apply(doc)
    assert sorted(picture.id for picture in after.pictures) == sorted(picture.id for picture in doc.pictures)
    place = doc.pictures.index(moved) + by
    assert after.pictures[min(max(place, 0), len(doc.pictures) - 1)] is moved


def test_another_file_keeps_the_words_and_the_caption():
    doc = add_picture(PHOTO).apply(release(RowKind.PARAGRAPH))
    doc = entered("picture.1.credit.fr", "Photo : O. Karr", doc)
    after = exchange_file(doc.pictures[0].id, Picture("", "lake.png", media_type="image/png", size=7)).apply(doc)
    assert (after.pictures[0].file, after.pictures[0].size, after.pictures[0].width) == ("lake.png", 7, 0)
    assert after.pictures[0].caption == doc.pictures[0].caption
    assert after.pictures[0].credit.fr == "Photo : O. Karr"


def test_a_paragraph_becomes_the_caption_and_a_headline_does_not():
    doc = add_picture(PHOTO).apply(release(RowKind.HEADLINE, RowKind.PARAGRAPH, RowKind.PARAGRAPH))
    after = caption_with("i1", "r3").apply(replaced_id(doc))
    assert after.row("r3").kind is RowKind.CAPTION
    assert after.pictures[0].caption == "r3"
    with pytest.raises(Unfit, match="only a paragraph"):
        caption_with("i1", "r1").apply(replaced_id(doc))
    with pytest.raises(Unfit, match="no row"):
        caption_with("i1", "r99").apply(replaced_id(doc))


def replaced_id(doc):
    return Communique(doc.rows, pictures=(Picture("i1", "bridge.jpg"),))


def test_a_picture_whose_caption_went_gets_a_new_one():
    doc = replaced_id(release(RowKind.PARAGRAPH))
    after = make_caption("i1").apply(doc)
    assert after.row(after.pictures[0].caption).kind is RowKind.CAPTION


def test_the_fields_of_a_picture_are_entered_read_and_cleared_by_name():
    doc = release(RowKind.PARAGRAPH, RowKind.PARAGRAPH)
    for name, text in (
        ("picture.1.file", "bridge.jpg"),
        ("picture.1.credit.en", "Photo: O. Karr"),
        ("picture.1.alternative.fr", "Un pont"),
        ("picture.1.caption", "r2"),
    ):
        doc = entered(name, text, doc)
        assert read_field(doc, name, "UTC") == text
    assert len(doc.pictures) == 1
    assert doc.row("r2").kind is RowKind.CAPTION
    assert entered("picture.1", "", doc).pictures == ()


def test_a_caption_named_first_makes_no_row_of_its_own():
    doc = release(RowKind.PARAGRAPH, RowKind.PARAGRAPH)
    after = entered("picture.1.caption", "r2", doc)
    assert [row.id for row in after.rows] == ["r1", "r2"]


def test_what_was_read_from_the_former_file_does_not_hold_for_another():
    doc = add_picture(PHOTO).apply(release(RowKind.PARAGRAPH))
    same = entered("picture.1.file", "bridge.jpg", doc)
    assert same is doc
    other = entered("picture.1.file", "lake.jpg", doc).pictures[0]
    assert (other.media_type, other.size, other.width, other.height, other.fingerprint) == ("", 0, 0, 0, "")


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("picture.1.file", "../bridge.jpg", "beside the document"),
        ("picture.1.file", "C:bridge.jpg", "beside the document"),
        ("picture.1.file", "..", "beside the document"),
        ("picture.3.file", "bridge.jpg", "the next would be 1"),
        ("picture.1.caption", "r77", "no row"),
        ("picture.1", "", "not the name of a field"),
        ("picture.1.colour", "red", "not the name of a field"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_the_reason(name, text, why):
    with pytest.raises(Unfit, match=why):
        entered(name, text, release(RowKind.PARAGRAPH))


def test_an_address_in_a_picture_names_its_field():
    doc = Communique(pictures=(Picture("i7"), Picture("i2")))
    assert field_name(doc, Address(Part.PICTURE, "i2", field="credit.fr")) == "picture.2.credit.fr"
    assert field_name(doc, Address(Part.PICTURE, "i9", field="credit.fr")) == ""


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("picture.1.credit.fr", "Credit, French"),
        ("picture.2.credit", "Credit"),
        ("picture.1.alternative", "Alternative text"),
        ("picture.1", "Picture"),
    ],
)
def test_every_field_of_a_picture_has_a_name_in_words(name, title):
    assert field_title(name).english() == title
