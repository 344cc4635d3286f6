"""The language of a text, by function words alone."""

import pytest

from editor.model.language import Language
from editor.text.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Secretary General and the President of the Republic of Halmar, Ana Vučić", Language.EN),
        ("NATO Secretary General Jens Lykke and the President of the Republic of Halmar", Language.EN),
        ("Le secrétaire général et la présidente de la République d’Halmar, Ana Vučić", Language.FR),
        ("Photo : le ministre devant le nouveau pont, à l’aube", Language.FR),
        ("We will keep our promise to the people of this country.", Language.EN),
        ("L’OTAN œuvre pour la paix depuis des décennies.", Language.FR),
        ("They met at the Ministère des Affaires étrangères on Monday and discussed the road.", Language.EN),
    ],
)
def test_the_language_is_told(text: str, language: Language) -> None:
    assert language_of(text) is language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Flexibility",
        "Ann Bell, Tom Reed, Luc Vidal",
        "Le Monde",
        "12 34 56 78 90",
        "Team Lead Database Operations Zalando",
    ],
)
def test_few_words_or_names_alone_are_not_judged(text: str) -> None:
    assert language_of(text) is None
