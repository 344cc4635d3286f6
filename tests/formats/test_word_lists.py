import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import Unfit, Unreadable
from editor.formats.word_lists import add_house_word, house_words
from editor.model.language import Language

EN, FR = Language.EN, Language.FR


def test_a_house_without_a_list_knows_no_words(tmp_path):
    assert house_words(tmp_path / "none.txt") == house_words(tmp_path / "other.txt")
    assert not house_words(tmp_path / "none.txt")[EN]


def test_words_are_right_in_both_languages_or_in_one(tmp_path):
    path = tmp_path / "house.txt"
    path.write_bytes("\ufeff# ours\nOrvane\n\nen: ferryboat\r\nFR: traversier\nPort Lanval\n".encode())
    assert house_words(path)[EN] == {"Orvane", "ferryboat", "Port Lanval"}
    assert house_words(path)[FR] == {"Orvane", "traversier", "Port Lanval"}


def test_an_added_word_is_known_and_what_stood_there_stays(tmp_path):
    path = tmp_path / "words" / "house.txt"
    add_house_word(path, EN, "ferryboat")
    add_house_word(path, FR, "traversier")
    add_house_word(path, FR, "traversier")
    assert path.read_text(encoding="utf-8") == "en: ferryboat\nfr: traversier\n"
    assert house_words(path)[FR] == {"traversier"}


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"good\n\xff\xfe\n", "Line 2: it is not written in UTF-8."),
        (b"good\nbetter\n" + b"x" * 200, "Line 3: one word or phrase is wanted."),
        (b"\x00\x01\x02", "Line 1: one word or phrase is wanted."),
        (b"PK\x03\x04", "Line 1: one word or phrase is wanted."),
    ],
)
def test_a_broken_list_is_said_with_its_line_and_never_written_over(tmp_path, raw, why):
    path = tmp_path / "house.txt"
    path.write_bytes(raw)
    with pytest.raises(Unreadable, match=why):
        house_words(path)
    with pytest.raises(Unreadable):
        add_house_word(path, EN, "word")
    assert path.read_bytes() == raw


@pytest.mark.parametrize("word", ["", "  ", "a\nb", "x" * 101])
def test_what_is_no_word_is_not_added(tmp_path, word):
    with pytest.raises(Unfit):
        add_house_word(tmp_path / "house.txt", EN, word)


@given(
    words=st.lists(st.from_regex(r"[A-Za-zÀ-ÿœ’-]{1,20}", fullmatch=True), max_size=8),
    language=st.sampled_from(Language),
)
def test_every_added_word_is_read_back(tmp_path_factory, words, language):
    path = tmp_path_factory.mktemp("words") / "house.txt"
    for word in words:
        add_house_word(path, language, word)
    assert house_words(path)[language] == set(words)
    assert not house_words(path)[language.other]
