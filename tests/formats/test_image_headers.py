import pytest
from hypothesis import given
from hypothesis import strategies as st
from image_bytes import KINDS, gif, jpeg, png, tiff, webp

from editor.formats.image_headers import Broken, Header, read_header


@pytest.mark.parametrize("media_type", KINDS)
@pytest.mark.parametrize(("width", "height"), [(1, 1), (4, 3), (700, 2)])
def test_kind_and_size_are_read_from_the_bytes(media_type, width, height):
    assert read_header(KINDS[media_type](width, height)) == Header(media_type, width, height)


def test_both_byte_orders_of_tiff_are_read():
    assert read_header(tiff(5, 4, ">")) == Header("image/tiff", 5, 4)


def test_the_two_other_forms_of_webp_are_read():
    lossy = b"VP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x40\x01\xf0\0"
    canvas = b"VP8X\x0a\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0"
    for chunk in (lossy, canvas):
        size = (len(chunk) + 4).to_bytes(4, "little")
        assert read_header(b"RIFF" + size + b"WEBP" + chunk) == Header("image/webp", 320, 240)


def test_what_stands_before_the_frame_of_a_jpeg_is_passed_over():
    assert read_header(jpeg(40, 30, note=b"\xff\xc0 no frame")) == Header("image/jpeg", 40, 30)


@pytest.mark.parametrize("data", [b"", b"BM bitmap", b"<svg/>", b"%PDF-1.7", b"RIFF\0\0\0\0WAVE", b"\xff\xd8"])
def test_what_is_no_image_of_these_kinds_is_none(data):
    assert read_header(data) is None


@pytest.mark.parametrize("whole", [png(9, 9), jpeg(9, 9), gif(9, 9), webp(9, 9), tiff(9, 9)])
def test_an_image_cut_in_the_middle_is_broken(whole):
    for end in range(12, len(whole) - 30):
        with pytest.raises(Broken):
            read_header(whole[:end])


@pytest.mark.parametrize("kind", [png, jpeg, gif, tiff])
def test_an_image_without_pixels_is_broken(kind):
    with pytest.raises(Broken):
        read_header(kind(0, 0))


@given(st.sampled_from([png(9, 9), jpeg(9, 9, b"note"), gif(9, 9), webp(9, 9), tiff(9, 9)]), st.data())
def test_damaged_bytes_are_read_or_broken_and_nothing_else_happens(whole, data):
    damaged = bytearray(whole)
    for place, byte in data.draw(
        st.dictionaries(st.integers(0, len(whole) - 1), st.integers(0, 255), max_size=6)
    ).items():
        damaged[place] = byte
    try:
        header = read_header(bytes(damaged))
    except Broken:
        return
    assert header is None or (header.width > 0 and header.height > 0)
