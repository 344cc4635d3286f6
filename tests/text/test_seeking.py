import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import Refused
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row
from editor.text.seeking import TOKENS, Query, find_all, with_signs


def doc_of(english="", french=""):
    return Communique((Row("r1", Bilingual((Passage(english),), (Passage(french),))),))


def words(doc, wanted, **options):
    return [found.words for found in find_all(doc, Query(wanted, **options))]


DOC = doc_of("Mr Vučić met the Allies.", "«\u00a0L’OTAN\u00a0» et M.\u00a0Vučić")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("vucic", ["Vučić", "Vučić"]),
        ("VUČIĆ", ["Vučić", "Vučić"]),
        ("m. vucic", ["M.\u00a0Vučić"]),
        ("l'otan", ["L’OTAN"]),
        ("absent", []),
        ("  ", []),
    ],
)
def test_words_are_found_without_regard_to_case_accents_and_kinds_of_space(wanted, found):
    assert words(DOC, wanted) == found


def test_places_are_told_in_code_points_even_after_ligatures():
    doc = doc_of("", "\ufb01n 😀 œuvre fin")
    found = list(find_all(doc, Query("fin")))
    assert [(one.where.start, one.where.end, one.where.language) for one in found] == [
        (0, 2, Language.FR),
        (11, 14, Language.FR),
    ]
    assert words(doc, "oeuvre") == ["œuvre"]


def test_half_a_ligature_is_no_match():
    assert words(doc_of("", "œuvre"), "o") == []
    assert words(doc_of("", "œuvre"), "euvre", is_pattern=True) == []


def test_accents_written_apart_belong_to_their_letter():
    doc = doc_of("", "re\u0301union")
    assert words(doc, "re") == ["re\u0301"]
    assert words(doc, "é", accents=True) == []


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, ["Marché", "marche", "Marches"]),
        ({"case": True}, ["marche"]),
        ({"accents": True}, ["marche", "Marches"]),
        ({"whole_words": True}, ["Marché", "marche"]),
        ({"whole_words": True, "accents": True}, ["marche"]),
    ],
)
def test_case_accents_and_whole_words_count_when_asked_for(options, found):
    stems = [word[:6] for word in found]
    assert words(doc_of("", "Marché, marche et Marches"), "marche", **options) == stems


def test_one_language_alone_can_be_searched():
    assert words(DOC, "vucic", languages=(Language.EN,)) == ["Vučić"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (" a", [" a", "\u00a0a", "\u202fa"]),
        ("{space}a", [" a"]),
        ("{nbsp}a", ["\u00a0a"]),
        ("{nnbsp}a", ["\u202fa"]),
    ],
)
@pytest.mark.parametrize("accents", [False, True])
def test_a_plain_space_is_any_space_and_a_token_is_that_one(wanted, found, accents):
    assert words(doc_of("x a\u00a0a\u202fa"), wanted, accents=accents) == found


def test_kinds_of_space_are_found_in_patterns_too():
    doc = doc_of("", "«\u00a0a\u202f; b ;")
    assert words(doc, r"[{nbsp}{nnbsp}]", is_pattern=True) == ["\u00a0", "\u202f"]
    assert words(doc, r"\s;", is_pattern=True) == ["\u202f;", " ;"]


def test_every_token_stands_for_one_sign_that_a_passage_may_hold():
    for token, (sign, _) in TOKENS.items():
        assert with_signs(f"a{token}b") == f"a{sign}b"
        assert words(doc_of(f"a{sign}b"), token) == [sign]


def test_a_pattern_finds_and_its_groups_stand_in_the_replacement():
    doc = doc_of("17 May 2021 and 1 June 2022")
    query = Query(r"(\d+) (\w+) (\d{4})", is_pattern=True)
    assert [one.replacement for one in find_all(doc, query, r"\2 \1, \3")] == ["May 17, 2021", "June 1, 2022"]


def test_a_pattern_sees_through_accents_unless_told_not_to():
    doc = doc_of("", "Réunion du Conseil à Évian")
    assert words(doc, r"\breunion\b", is_pattern=True) == ["Réunion"]
    assert words(doc, r"\bréunion\b", is_pattern=True) == ["Réunion"]
    assert words(doc, r"\breunion\b", is_pattern=True, accents=True) == []


def test_a_replacement_of_words_is_taken_as_it_stands():
    found = list(find_all(doc_of("50 euros"), Query("euros"), r"\1{nbsp}€"))
    assert [one.replacement for one in found] == ["\\1\u00a0€"]


@pytest.mark.parametrize("wanted", ["(", "[a", r"(?P<", "a{2}{3}", "(" * 400 + ")" * 400])
def test_a_pattern_that_cannot_be_read_is_said_in_one_sentence(wanted):
    with pytest.raises(Refused, match="This pattern cannot be read"):
        list(find_all(DOC, Query(wanted, is_pattern=True)))


def test_a_group_that_is_not_there_is_said():
    with pytest.raises(Refused, match="names a group"):
        list(find_all(DOC, Query("Allies", is_pattern=True), r"\3"))


def test_a_pattern_that_never_ends_is_stopped_and_said():
    begin = time.monotonic()
    with pytest.raises(Refused, match="takes too long"):
        list(find_all(doc_of("a" * 5000), Query(r"(a+a+)+\d", is_pattern=True), limit=0.05))
    assert time.monotonic() - begin < 30


def test_nothing_is_found_where_a_pattern_matches_nothing_at_all():
    assert words(DOC, "x*", is_pattern=True) == []


texts = st.text(alphabet="aàâbœc é'’-\u2011\u00a0\u202f 1", max_size=30)


@given(text=texts, start=st.integers(0, 29), length=st.integers(1, 6), case=st.booleans(), accents=st.booleans())
def test_whatever_stands_in_a_text_is_found_there(text, start, length, case, accents):
    wanted = text[start : start + length]
    if not wanted.strip():
        return
    places = [
        (one.where.start, one.where.end) for one in find_all(doc_of(text), Query(wanted, case=case, accents=accents))
    ]
    assert places
    assert all(one[1] <= other[0] for one, other in pairwise(places))
