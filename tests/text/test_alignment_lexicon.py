"""The bilingual lexicon, and the dictionary of the system where there is one."""

import gzip

import pytest

from editor.text.alignment.beads import Unit
from editor.text.alignment.dictd import dictd_pairs
from editor.text.alignment.lexicon import fold, lexicon, stem
from editor.text.alignment.tokens import read, seems_swapped
from editor.text.alignment.weights import Sort

DICTIONARY = """FreeDict
accord /akord/
convenance, accord parfait
according to /…/
selon
bargain /bagin/
1. marchander, négocier
2. bonne affaire
"""


def forms(text: str, side: str) -> set[str]:
    return set(read([Unit(text)], side, lexicon()).forms)


def test_the_dictionary_of_the_system_gives_single_words(tmp_path):
    with gzip.open(tmp_path / "freedict-eng-fra.dict.dz", "wb") as packed:
        packed.write(DICTIONARY.encode())
    assert list(dictd_pairs(tmp_path)) == [("accord", ["convenance"]), ("bargain", ["marchander", "négocier"])]


@pytest.mark.parametrize("content", [b"", b"not packed", gzip.compress(DICTIONARY.encode())[:-20]])
def test_a_damaged_dictionary_counts_as_absent(tmp_path, content):
    (tmp_path / "freedict-eng-fra.dict.dz").write_bytes(content)
    assert list(dictd_pairs(tmp_path)) == []


def test_no_dictionary_is_needed(tmp_path):
    assert list(dictd_pairs(tmp_path)) == []


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("meetings", "réunions"),
        ("children", "enfants"),
        ("agreed", "convenu"),
        ("Germany", "Allemagne"),
        ("eyes", "yeux"),
    ],
)
def test_inflected_forms_find_their_translation(english, french):
    words = lexicon()
    root = words.root(fold(english).lower(), "en")
    assert words.root(fold(french).lower(), "fr") in words.translations[root]


@pytest.mark.parametrize(
    ("side", "one", "other"),
    [("fr", "nouvelle", "nouvelles"), ("fr", "belles", "belle"), ("en", "stopped", "stops"), ("en", "cities", "city")],
)
def test_forms_of_one_word_share_a_stem(side, one, other):
    assert stem(one, side) == stem(other, side)


@pytest.mark.parametrize("side", ["en", "fr"])
def test_stems_keep_at_least_three_letters(side):
    assert {stem(word, side) for word in ("as", "été", "les", "des", "aux", "sees")} == {
        word[:3] if len(word) > 3 else word for word in ("as", "été", "les", "des", "aux", "sees")
    }


@pytest.mark.parametrize(
    ("english", "french", "number"),
    [
        ("1,234.5", "1 234,5", "#1234.5"),
        ("37,000", "37\u202f000", "#37000"),
        ("at 12 a.m.", "à 0 h", "#0"),
        ("2 p.m.", "14 h", "#14"),
        ("eighty-four", "quatre-vingt-quatre", "#84"),
        ("two hundred thousand", "deux cent mille", "#200000"),
        ("the nineteenth", "le dix-neuvième", "#19"),
        ("seventy", "soixante-dix", "#70"),
        ("version 3.16.7", "version 3.16.7", "#3.16.7"),
    ],
)
def test_numbers_are_the_same_token_in_both_languages(english, french, number):
    assert number in forms(english, "en") & forms(french, "fr")


def test_two_numbers_side_by_side_are_not_added_up():
    assert {"#2", "#3"} <= forms("two, three", "en")
    assert {"#2", "#3"} <= forms("deux ou trois", "fr")


def test_standing_headings_share_a_token():
    assert forms("Contact information", "en") & forms("Coordonnées", "fr") >= {"=contact information", "§heading"}
    assert forms("Notes to editors", "en") & forms("Note à la rédaction", "fr") >= {"=note to editors"}


def test_the_longest_standing_phrase_counts():
    assert "~prime minister" in forms("The Prime Minister spoke.", "en") & forms("Le premier ministre a parlé.", "fr")
    assert "~deputy prime minister" in forms("The Deputy Prime Minister", "en")


def test_names_are_told_from_the_first_word_of_a_sentence():
    reading = read([Unit("Quokka met Zebulon.")], "en", lexicon())
    sorts = dict(zip(reading.forms, reading.sorts, strict=True))
    assert sorts["zebulon"] is Sort.NAME
    assert sorts["quokka"] is Sort.WORD


def test_kinds_count_only_where_both_sides_know_them():
    kinds = frozenset({"headline"})
    assert "§kind headline" in read([Unit("A", "headline")], "en", lexicon(), kinds).forms
    assert "§kind caption" not in read([Unit("A", "caption")], "en", lexicon(), kinds).forms


def test_sides_are_swapped_only_when_both_say_so():
    english, french = [Unit("The cat is on the mat and it sleeps.")], [Unit("Le chat est sur le tapis et il dort.")]
    assert seems_swapped(french, english, lexicon())
    assert not seems_swapped(english, french, lexicon())
    assert not seems_swapped(french, french, lexicon())
    assert not seems_swapped([], english, lexicon())
