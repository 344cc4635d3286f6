import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.pictures import Picture, Rendition, Use
from editor.newsml.identifiers import file_name, file_stem, picture_file, picture_id, picture_key, release_guid

REFERENCES = [
    "2021-078", "PR/CP(2021)078", "PR-CP(2021)078", "pr/cp(2021)078", "PR/CP (2021) 078", "pr-cp-2021-078",
    "2021/078", "2021–078", "2021_078", "2021-078 ", " 2021-078", "2021-078.", "CON", "con", "nul", "..", "/", "",
    "unnumbered", "é", "e\u0301", "Ж", "ж", "x" * 60, "x" * 61, "x" * 300, "x0123456789", "a-x0123456789",
]  # fmt: skip


def test_a_plain_reference_stands_for_itself():
    assert file_stem("2021-078") == "2021-078"


def test_a_real_reference_with_slashes_and_brackets_stays_readable():
    assert file_stem("PR/CP(2021)078").startswith("pr-cp-2021-078-x")


def test_two_references_never_give_one_name_not_even_where_case_is_ignored():
    assert len({file_stem(reference).casefold() for reference in REFERENCES}) == len(REFERENCES)


@given(st.text(max_size=20), st.text(max_size=20))
def test_different_texts_give_different_names(one, other):
    assert (file_stem(one) == file_stem(other)) == (one == other)


@given(st.text(max_size=200))
def test_a_name_is_fit_for_every_file_system_and_for_an_identifier(reference):
    stem = file_stem(reference)
    assert 0 < len(stem) <= 72
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert stem not in {"con", "prn", "aux", "nul", "com1", "lpt1"}


@given(st.text(max_size=9), st.text(max_size=9), st.integers(1, 99), st.integers(1, 99))
def test_files_of_different_references_versions_or_shapes_have_different_names(one, other, first, second):
    names = {
        file_name(reference, version, shape)
        for reference in {one, other}
        for version in {first, second}
        for shape in ("bilingual", "en", "fr", "item-en", "item-fr")
    }
    assert len(names) == len({one, other}) * len({first, second}) * 5


@pytest.mark.parametrize(
    ("reference", "version", "shape", "name"),
    [("2021-078", 2, "bilingual", "2021-078.v2.xml"), ("2021-078", 1, "item-fr", "2021-078.v1.item-fr.xml")],
)
def test_a_file_is_named_for_reference_version_and_shape(reference, version, shape, name):
    assert file_name(reference, version, shape) == name


def test_a_picture_is_shipped_under_the_name_of_its_release_and_keeps_its_suffix():
    for picture, name in (
        (Picture("i7", "Foto 1.JPG"), "2021-078.pic7.jpg"),
        (Picture("i7", "scan", media_type="image/png"), "2021-078.pic7.png"),
        (Picture("i7", "trick.exe/../../x"), "2021-078.pic7"),
    ):
        assert picture_file("2021-078", picture, picture) == name


def test_a_rendition_says_in_its_name_what_it_is_for():
    picture = Picture("i7", "Foto 1.TIF", renditions=(Rendition(Use.WEB, "Foto-1-web.JPG"), Rendition(Use.THUMBNAIL)))
    names = [picture_file("2021-078", picture, image) for image in picture.files]
    assert names == ["2021-078.pic7.tif", "2021-078.pic7.web.jpg", "2021-078.pic7.thumbnail"]


@given(
    st.lists(st.sampled_from(["i1", "i01", "i0", "I1", "x1", "pic-1", "é", "i1é"]) | st.text(max_size=5), unique=True)
)
def test_pictures_of_one_release_never_share_a_name(ids):
    assert len({picture_key(each) for each in ids}) == len(ids)


@given(st.integers(0, 10**6))
def test_a_picture_read_back_has_the_id_it_had(number):
    assert picture_id(picture_key(f"i{number}")) == f"i{number}"


def test_an_identifier_is_a_tag_uri_without_a_version():
    assert release_guid("press.example.int", 2021, "2021-078") == "tag:press.example.int,2021:communique:2021-078"
