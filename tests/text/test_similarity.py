import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.language import Language
from editor.model.passage import evenly_spaced
from editor.text.similarity import EXACT, read, similarity

EN, FR = Language.EN, Language.FR
wordings = st.lists(
    st.sampled_from(
        ["The", "the", "ferry", "bac", "été", "ete", "5", "17 May 2021", "1,000", ",", "\u00a0:", "G7", "’", "œ"]
    ),
    max_size=12,
).map(" ".join)


def percent(one, other, language=EN, least=0):
    return similarity(read(one, language), read(other, language), least)


@given(wordings, wordings, st.sampled_from(Language), st.integers(0, 100))
def test_the_order_does_not_count_and_a_hundred_percent_is_the_same_wording(one, other, language, least):
    found = percent(one, other, language)
    assert found == percent(other, one, language)
    assert 0 <= found <= EXACT
    assert (found == EXACT) == (evenly_spaced(one) == evenly_spaced(other))
    assert percent(one, other, language, least) == (found if found >= least else 0)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("The ferry will run again.", "The ferry\u00a0will run  again. ", 100, 100),
        ("The ferry will run again.", "The ferry will run again!", 90, 99),
        ("The ferry will run again.", "the ferry will run again.", 90, 99),
        ("The ferry ran on 17 May 2021 with 1,000 people.", "The ferry ran on 1 June 2022 with 250 people.", 99, 99),
        ("The ferry will run again on Monday.", "The ferry will not run again on Monday.", 85, 95),
        ("The ferry will run again on Monday.", "The bridge over the lake is closed today.", 0, 40),
        ("The G7 will meet.", "The G8 will meet.", 70, 85),
        ("", "", 100, 100),
        ("", "The ferry", 0, 0),
    ],
)
def test_alike_is_what_people_call_alike(one, other, least, most):
    assert least <= percent(one, other) <= most


def test_french_is_compared_without_regard_to_case_and_accents_before_signs():
    assert percent("À l’été, le bac reprend.", "A l'ete, le bac reprend.", FR) >= 85
