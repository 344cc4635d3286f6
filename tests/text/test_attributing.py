import pytest

from editor.model.language import Language
from editor.model.people import Gender
from editor.text.attributing import attributions, place_behind
from editor.text.naming import Naming

EN, FR = Language.EN, Language.FR
LOVELL = {EN: Naming("Ms Lovell", 3, 9), FR: Naming("Mme\u00a0Lovell", 4, 10)}


def texts(gender, language):
    return [each.text for each in attributions(LOVELL[language], gender, language)]


def test_every_verb_is_offered_with_the_name_and_with_the_pronoun():
    english, french = texts(Gender.FEMININE, EN), texts(Gender.FEMININE, FR)
    assert {"said Ms Lovell", "she added", "pointed out Ms Lovell"} <= set(english)
    assert {"a déclaré Mme\u00a0Lovell", "a-t-elle ajouté", "a fait observer Mme\u00a0Lovell"} <= set(french)


@pytest.mark.parametrize(
    ("gender", "wanted"),
    [
        (Gender.FEMININE, {"s’est félicitée Mme\u00a0Lovell", "s’est-elle exclamée"}),
        (Gender.MASCULINE, {"s’est félicité Mme\u00a0Lovell", "s’est-il exclamé"}),
        (None, set()),
    ],
)
def test_reflexives_agree_with_the_speaker_and_are_not_offered_by_a_guess(gender, wanted):
    found = {text for text in texts(gender, FR) if text.startswith("s’est")}
    assert wanted <= found
    assert bool(found) is bool(wanted)


def test_the_name_in_the_words_is_where_it_is_said_to_be():
    for language in Language:
        for each in attributions(LOVELL[language], None, language):
            assert each.text[each.start : each.end] == "Lovell"


@pytest.mark.parametrize(
    ("text", "end", "language", "place", "lead"),
    [
        ("“We agree,” ", 10, EN, 11, " "),
        ("“We agree”", 9, EN, 10, ", "),
        ("“Why?” and on", 5, EN, 6, " "),
        ("«\u00a0Oui\u00a0» et", 5, FR, 7, ", "),
        ("«Oui» et", 4, FR, 5, ", "),
        ("Oui et non", 3, FR, 3, ", "),
    ],
)
def test_an_attribution_stands_behind_the_closing_mark(text, end, language, place, lead):
    assert place_behind(text, end, language) == (place, lead)
