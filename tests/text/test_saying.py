"""Verbs of saying."""

import pytest

from editor.model.language import Language
from editor.text.saying import Manner, find_sayings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a déclaré M. X", "a déclaré"),
        ("a-t-il ajouté", "a-t-il ajouté"),
        ("a\u2011t\u2011elle\u00a0dit", "a\u2011t\u2011elle\u00a0dit"),
        ("ont-ils rappelé", "ont-ils rappelé"),
        ("a par ailleurs fait observer", "a par ailleurs fait observer"),
        ("s’est félicitée Mme X", "s’est félicitée"),
        ("s’est-il réjoui", "s’est-il réjoui"),
        ("a tenu à souligner M. X", "a tenu à souligner"),
        ("a clairement mis en garde", "a clairement mis en garde"),
        ("poursuit-elle", "poursuit-elle"),
        ("se félicite M. X", "se félicite"),
        ("et de conclure", "conclure"),
        ("déclarait M. X", "déclarait"),
        ("soulignant que", "soulignant"),
        ("comme l’a rappelé M. X", "l’a rappelé"),
    ],
)
def test_french_forms_are_found_whole(text: str, words: str) -> None:
    (found,) = find_sayings(text, Language.FR)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("said Ann Bell", "said"),
        ("she went on to say that", "went on to say"),
        ("he pointed out", "pointed out"),
        ("adding that", "adding"),
        ("paid tribute to", "paid tribute"),
        ("is quoted as saying", "is quoted as saying"),
        ("underscored the need", "underscored"),
    ],
)
def test_english_forms_are_found_whole(text: str, words: str) -> None:
    (found,) = find_sayings(text, Language.EN)
    assert text[found.start : found.end] == words


def test_the_inverted_pronoun_tells_its_gender() -> None:
    (found,) = find_sayings("a-t-elle ajouté", Language.FR)
    assert (found.inverted, found.pronoun) == (True, "f")
    (found,) = find_sayings("a-t-on appris et a-t-on dit", Language.FR)
    assert (found.inverted, found.pronoun) == (True, "")


def test_being_told_is_passive() -> None:
    (found,) = find_sayings("he had been told by X", Language.EN)
    assert found.manner is Manner.PASSIVE


@pytest.mark.parametrize("text", ["the United States", "Le Notaire Note", "a mangé une pomme", "an addition"])
def test_other_words_are_no_verbs_of_saying(text: str) -> None:
    assert all(found.weak for found in find_sayings(text, Language.FR))
    assert find_sayings(text, Language.EN) == ()
