import pytest

from editor.model.language import Language
from editor.text.captions import is_caption

EN, FR = Language.EN, Language.FR
LONG = "The council met for the third time this year and agreed on a plan that will keep every road open until spring."


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (FR, "NATO Secretary General Jens Lykke and the President of the Republic of Halmar, Ana Vučić"),
        (EN, "Photo: the new bridge at dawn"),
        (FR, "Légende : le nouveau pont à l’aube"),
        (EN, "Minister Ann Bell (left) and Mayor Tom Reed (right) at the opening."),
        (FR, "De gauche à droite : Ann Bell, Tom Reed et Luc Vidal"),
        (EN, "The Secretary General, Jens Lykke, with the Prime Minister of Halmar, Ana Vučić"),
    ],
)
def test_captions_are_told_by_words_names_or_language(language: Language, line: str) -> None:
    assert is_caption(line, language)


@pytest.mark.parametrize("line", ["Flexibility", LONG, "“We are happy,” said Ann Bell and Tom Reed", "Next steps"])
def test_headings_and_prose_are_no_captions(line: str) -> None:
    assert not is_caption(line, EN)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Odile Tarrant and Bram Hollis on the quay at Mirabeau, 12 March 2026", Language.EN),
        ("Odile Tarrant et Bram Hollis sur le quai de Mirabeau, le 12 mars 2026", Language.FR),
        ("Odile Tarrant, Minister of Fisheries, with Bram Hollis, President of the Union of Ports", Language.EN),
    ],
)
def test_a_line_that_only_names_people_somewhere_is_a_caption(line, language):
    assert is_caption(line, language)


@pytest.mark.parametrize(
    "line",
    [
        "What changes for passengers on the lake from 12 March 2026",
        "Ministers meet in Brussels on 12 March 2026 to discuss the lake",
        "Agreement signed by Odile Tarrant and Bram Hollis on 12 March 2026",
    ],
)
def test_a_line_that_announces_something_is_no_caption(line):
    assert not is_caption(line, Language.EN)
