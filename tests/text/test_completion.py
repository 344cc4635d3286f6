import pytest

from editor.model.directory import Organisation
from editor.model.language import Bilingual, Language
from editor.text.completion import bodies_meant, body_forms, fragments


def test_a_name_far_into_a_long_paragraph_is_found_in_its_place():
    before = "the boats came home and " * 40
    (found,) = fragments(before + "Marg", len(before) + 4)
    assert (found.start, found.letters) == (len(before), "Marg")
    (called,) = fragments(before + "@marg", len(before) + 5)
    assert (called.start, called.letters) == (len(before), "marg")


def test_the_end_of_a_word_longer_than_any_name_is_no_beginning():
    assert fragments("x" * 20 + "X" * 400, 420) == ()


BOARD = Organisation("", Bilingual("Lake Protection Board", "Conseil de protection du lac"), Bilingual("UN", "ONU"))


@pytest.mark.parametrize(
    ("letters", "is_meant"), [("Un", False), ("UN", True), ("ONU", False), ("La", False), ("Lac", False), ("Con", True)]
)
def test_capitals_begin_an_acronym_and_small_letters_only_a_name(letters, is_meant):
    (fragment,) = fragments(letters, len(letters))
    assert bool(bodies_meant(fragment, (BOARD,), Language.FR)) is is_meant


def test_a_bare_call_names_people_only():
    (fragment,) = fragments("@", 1)
    assert bodies_meant(fragment, (BOARD,), Language.EN) == []


def test_an_organisation_without_acronym_is_told_by_its_name():
    assert body_forms(Organisation("", Bilingual("Shore Watch", "")), Language.EN, is_told=False) == ("Shore Watch",)
    assert body_forms(BOARD, Language.EN, is_told=True)[0] == "UN"
