"""Where one language stops and the other begins in a text that holds both."""

import pytest

from editor.formats.arrival.languages import joined, told_apart
from editor.formats.manuscript import Block, Manuscript, Script
from editor.model.language import Language
from editor.model.passage import Passage

LONG_EN = (
    "The council of the lake has today decided to open the harbour to all the boats of the region from next week, "
    "and to keep the second quay for those that carry the mail of the islands."
)
LONG_FR = (
    "Le conseil du lac a décidé aujourd’hui d’ouvrir le port à tous les bateaux de la région dès la semaine prochaine, "
    "et de garder le deuxième quai pour ceux qui portent le courrier des îles."
)
ENGLISH = [
    "Harbour open",
    "Lake Office, 2 May",
    LONG_EN,
    f"Second, {LONG_EN}",
    "Contact",
    "Ann Lee, +32 2 555 01 00",
    "press@lake.example",
    "- END -",
]
FRENCH = [
    "Port ouvert",
    "Office du lac, 2 mai",
    LONG_FR,
    f"Ensuite, {LONG_FR}",
    "Contact",
    "Ann Lee, +32 2 555 01 00",
    "press@lake.example",
    "- FIN -",
]


def sides(lines):
    script = Script(tuple(Block(Passage(line)) for line in lines))
    found = told_apart(Manuscript((script,)), None).sides
    return [[block.text for block in found[language]] for language in Language]


def test_short_lines_between_two_texts_go_to_the_text_they_belong_to():
    assert sides([*ENGLISH, *FRENCH]) == [ENGLISH, FRENCH]
    assert sides([*FRENCH, *ENGLISH]) == [ENGLISH, FRENCH]


@pytest.mark.parametrize("left", range(5))
def test_a_text_with_fewer_lines_at_its_end_is_parted_as_well(left):
    shorter = ENGLISH[: len(ENGLISH) - left]
    assert sides([*shorter, *FRENCH]) == [shorter, FRENCH]


@pytest.mark.parametrize("rule", ["* * *", "-----", "_____"])
def test_a_rule_between_two_texts_is_no_text(rule):
    assert sides([*ENGLISH, rule, *FRENCH]) == [ENGLISH, FRENCH]


def test_a_sign_that_ends_both_texts_stays():
    assert sides([*ENGLISH, "###", *FRENCH, "###"]) == [[*ENGLISH, "###"], [*FRENCH, "###"]]


def test_a_text_of_one_language_with_short_lines_stays_one():
    assert sides(ENGLISH) == [ENGLISH, []]


def test_of_a_file_that_holds_both_languages_the_side_wanted_is_taken():
    both = Manuscript((Script(tuple(Block(Passage(line)) for line in [*ENGLISH, *FRENCH])),))
    english = Manuscript((Script(tuple(Block(Passage(line)) for line in ENGLISH)),))
    first, second = joined(english, both).scripts
    assert [block.text for block in first.blocks] == ENGLISH
    assert [block.text for block in second.blocks] == FRENCH
