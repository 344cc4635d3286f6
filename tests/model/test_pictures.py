import pytest

from editor.model.language import Bilingual
from editor.model.pictures import Picture, Rendition, Use, is_bare_name

WEB, THUMBNAIL = Rendition(Use.WEB, "w.jpg"), Rendition(Use.THUMBNAIL, "t.jpg")


def test_a_picture_has_one_file_a_use_in_the_order_of_the_uses():
    picture = Picture("i1", "a.jpg").having(THUMBNAIL, WEB)
    assert picture.files == (picture, WEB, THUMBNAIL)
    other = Rendition(Use.WEB, "w2.jpg")
    assert picture.having(other).renditions == (other, THUMBNAIL)
    assert picture.without(Use.WEB).renditions == (THUMBNAIL,)
    assert picture.rendition(Use.PRINT) is None


def test_a_picture_with_the_files_of_another_keeps_its_words():
    mine = Picture("i1", "a.jpg", "r1", Bilingual("A", "B"), Bilingual("C", "D"), foreign=("x",)).having(WEB)
    theirs = Picture("", "b.jpg", media_type="image/jpeg", size=3, width=2, height=1, fingerprint="f")
    after = mine.with_file_of(theirs)
    assert (after.id, after.caption, after.credit, after.alternative, after.foreign) == (
        *("i1", "r1", mine.credit, mine.alternative, ("x",)),
    )
    assert (after.file, after.size, after.fingerprint, after.renditions) == ("b.jpg", 3, "f", ())
    assert after.as_rendition(Use.PRINT) == Rendition(Use.PRINT, "b.jpg", "image/jpeg", 3, 2, 1, "f")


@pytest.mark.parametrize(
    ("file", "is_bare"),
    [
        ("a.jpg", True),
        (".hidden", True),
        ("...", True),
        ("", False),
        (".", False),
        ("..", False),
        ("a/b.jpg", False),
        ("/a.jpg", False),
        ("..\\a.jpg", False),
        ("C:a.jpg", False),
    ],
)
def test_a_bare_name_leads_out_of_its_folder_on_no_system(file, is_bare):
    assert is_bare_name(file) is is_bare
