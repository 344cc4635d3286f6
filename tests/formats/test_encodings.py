from pathlib import Path

import pytest

from editor.errors import Unreadable
from editor.formats.encodings import decoded

PATH = Path("release.txt")
FRENCH = "« L’île d’Orfée », a déclaré Mme Oriel\u00a0: 5 % de plus en août – c’est l’œuvre de tous.\n" * 3


def told(found):
    return " ".join(note.english() for note in found.notes)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (FRENCH.encode(), "UTF-8"),
        (FRENCH.encode("utf-8-sig"), "UTF-8"),
        (FRENCH.encode("utf-16"), "UTF-16"),
        (FRENCH.encode("utf-16-le"), "UTF-16"),
        (FRENCH.encode("utf-16-be"), "UTF-16"),
        (b"\xfe\xff" + FRENCH.encode("utf-16-be"), "UTF-16"),
        (FRENCH.encode("utf-32"), "UTF-32"),
        (FRENCH.encode("cp1252"), "Windows-1252"),
    ],
)
def test_a_text_is_read_in_its_encoding_and_the_encoding_is_said(raw, name):
    found = decoded(raw, PATH)
    assert found.text == FRENCH
    assert f"as {name}." in told(found)


def test_plain_english_is_utf_8():
    assert "UTF-8" in told(decoded(b"The ferry sails at noon.", PATH))


def test_one_lost_byte_does_not_make_every_accent_foreign():
    raw = FRENCH.encode().replace("û".encode(), b"\xc3", 1)
    found = decoded(raw, PATH)
    assert "œuvre" in found.text
    assert "1 character was damaged" in told(found)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("\ufeff \n".encode("utf-16-le"), "empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "JPEG picture"),
        (b"\x89PNG\r\n\x1a\n", "PNG picture"),
        (b"GIF89a", "GIF picture"),
        (b"%PDF-1.7\n", "PDF file"),
        (b"PK\x03\x04\x14\x00", "ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x1f\x8b\x08\x00", "compressed"),
        (b"A text with a \x00 byte in it, and more", "no text holds"),
        (b"\x00" * 400, "no text holds"),
        (bytes(range(1, 32)) * 9, "no text holds"),
        (b"\xff\xfe" + "café".encode("utf-16-le") + b"x", "Its UTF-16 text is damaged"),
        (b"caf\xe9 \x81\x8d\x8f", "not a text in UTF-8, UTF-16 or Windows-1252"),
    ],
)
def test_what_is_no_text_is_told_in_one_sentence(raw, words):
    with pytest.raises(Unreadable, match=words) as caught:
        decoded(raw, PATH)
    assert str(PATH) in caught.value.sentence.told("fr")
