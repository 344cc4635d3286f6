import pytest

from editor.model.language import Language
from editor.text.bodies import body_of

EN, FR = Language.EN, Language.FR


@pytest.mark.parametrize(
    ("role", "language", "body"),
    [
        ("secrétaire général de l’Office du lac", FR, "Office du lac"),
        ("directrice de la Direction des ports", FR, "Direction des ports"),
        ("chef de cabinet au ministère des Affaires lacustres", FR, "ministère des Affaires lacustres"),
        ("President of the Lake Council", EN, "Lake Council"),
        ("Head of the NLO delegation to Gor", EN, "NLO"),
    ],
)
def test_a_function_names_the_house_it_is_of(role, language, body):
    assert body_of(role, language) == body


@pytest.mark.parametrize(
    ("role", "language"),
    [
        ("Minister for Fisheries", EN),
        ("President of Norway", EN),
        ("maire de Gap", FR),
        ("président de la République du Sénégal", FR),
        ("director of research", EN),
    ],
)
def test_a_portfolio_a_place_and_a_nation_are_no_house(role, language):
    assert body_of(role, language) == ""
