"""The tables recognition reads by, and letters seen through."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.assets import resource
from editor.text.letters import folded, plain, searchable
from editor.text.lexicon import alternatives, table, words

TABLES = sorted(path.stem for path in resource("recognition").glob("*.json"))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_what_it_is_for(name: str) -> None:
    assert len(table(name)["note"]) > 30


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_readable_text(name: str) -> None:
    raw = resource(f"recognition/{name}.json").read_text(encoding="utf-8")
    assert json.loads(raw) == table(name)
    assert "\\u" not in raw


def test_verbs_have_all_their_forms() -> None:
    for language, forms in (("en", 4), ("fr", 5)):
        rows = [*table(f"verbs_{language}")["say"], *table(f"verbs_{language}")["judge"]]
        assert len(rows) > 90
        assert all(len(row) == forms and all(row) for row in rows)


def test_titles_have_both_genders() -> None:
    assert len(table("titles")["pairs"]) > 60
    assert all(len(row) == 3 and all(row) for row in table("titles")["pairs"])
    assert len(words("titles", "heads_en")) > 200


def test_the_longest_of_several_phrases_is_tried_first() -> None:
    assert alternatives(["a", "a b", "c"]) == r"a\ b|a|c"


@given(st.text(max_size=60))
def test_plain_and_folded_letters_stay_in_their_place(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert len(folded(text)) == len(text)


def test_accents_and_widths_fold_away() -> None:
    assert folded("Vučić’s\u00a0Łódź") == "vucic's lodz"
    assert plain("a\u2011t\u2011il\u202fdit") == "a-t-il dit"


def test_what_is_sought_may_be_typed_without_care_and_tells_where_it_stood() -> None:
    assert searchable("L’É\u202f\ufb01") == ("l'e fi", [0, 1, 2, 3, 4, 4, 5])
    assert searchable("e\u0301t") == ("et", [0, 2, 3])


@given(st.text(max_size=60))
def test_every_character_sought_has_a_place_in_the_text(text: str) -> None:
    letters, places = searchable(text)
    assert len(places) == len(letters) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)
