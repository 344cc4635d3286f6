"""Sentence ends in both languages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("M. Roy a parlé. Puis il est parti.", ["M. Roy a parlé.", "Puis il est parti."]),
        ("Le rôle de M.\u00a0Roy reste clair.", ["Le rôle de M.\u00a0Roy reste clair."]),
        ("Mr. J. P. Smith of the U.S. Army came.", ["Mr. J. P. Smith of the U.S. Army came."]),
        ("They work in the U.S. The talks go on.", ["They work in the U.S.", "The talks go on."]),
        ("« Oslo et Riga. » « Le dialogue », dit-il.", ["« Oslo et Riga. »", "« Le dialogue », dit-il."]),
        ("“It is late.” He left.", ["“It is late.”", "He left."]),
        ("“Is it late?” asked Bell. Yes!", ["“Is it late?” asked Bell.", "Yes!"]),
        ("Voir p. 4 et l’art. 5. Fin.", ["Voir p. 4 et l’art. 5.", "Fin."]),
        ("It costs 3.5 million. Good.", ["It costs 3.5 million.", "Good."]),
        ("C’est « Libérez-vous ! ». Elle commence.", ["C’est « Libérez-vous ! ».", "Elle commence."]),
        ("Nos élus. ». Ensuite, rien.", ["Nos élus. ».", "Ensuite, rien."]),
        ("Wait… what? Now!", ["Wait… what?", "Now!"]),
        ("roads, bridges, etc. and more. End", ["roads, bridges, etc. and more.", "End"]),
        ("See www.example.org. Thanks.", ["See www.example.org.", "Thanks."]),
        ("", []),
        ("   ", []),
    ],
)
def test_a_text_is_cut_where_a_reader_would(text: str, parts: list[str]) -> None:
    assert split(text) == parts


@given(st.text(max_size=200))
def test_sentences_follow_each_other_and_lose_only_spaces(text: str) -> None:
    found = sentences(text)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    kept = set().union(*(range(start, end) for start, end in found)) if found else set()
    assert all(character.isspace() or index in kept or not character.strip() for index, character in enumerate(text))
