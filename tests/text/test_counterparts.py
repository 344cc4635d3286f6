import pytest

from editor.model.language import Bilingual, Language
from editor.text.counterparts import counterpart

EN = "The Secretary General thanked the Council. It spent €1.5 billion on 21 bridges in Norway."
FR = "Le secrétaire général a remercié le Conseil. Il a consacré 1,5 milliard d’euros à vingt et un ponts en Norvège."


def found(words, source=EN, other=FR, language=Language.EN, pairs=()):
    start = source.index(words)
    place = counterpart(source, (start, start + len(words)), language, other, pairs)
    return None if place is None else other[place[0] : place[1]]


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("Secretary General", "secrétaire général"),
        ("Council", "Conseil"),
        ("bridges", "ponts"),
        ("Norway", "Norvège"),
        ("thanked", "remercié"),
    ],
)
def test_words_lead_to_their_translation_and_back(words, there):
    assert found(words) == there
    assert found(there, FR, EN, Language.FR) == words


def test_a_figure_leads_to_the_same_value():
    assert "1,5 milliard" in found("1.5 billion")
    assert found("21") == "vingt et un"


def test_what_the_office_knows_goes_first():
    pairs = (Bilingual("NATO", "OTAN"),)
    assert found("NATO", "NATO agreed.", "L’OTAN a accepté.", pairs=pairs) == "OTAN"


def test_failing_all_the_sentence_at_the_same_place_is_meant():
    assert found("It spent").startswith("Il a consacré")


def test_an_empty_side_has_no_counterpart():
    assert found("Council", other=" ") is None
