import pytest

from editor.gui.find import find_all
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row

DOC = Communique(
    (Row("r1", Bilingual((Passage("Mr Vučić met the Allies."),), (Passage("«\u00a0L’OTAN\u00a0» et M.\u00a0Vučić"),))),)
)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("vucic", ["Vučić", "Vučić"]),
        ("VUČIĆ", ["Vučić", "Vučić"]),
        ("m. vucic", ["M.\u00a0Vučić"]),
        ("l'otan", ["L’OTAN"]),
        ("absent", []),
        ("  ", []),
    ],
)
def test_words_are_found_without_regard_to_case_accents_and_kinds_of_space(wanted, words):
    found = list(find_all(DOC, wanted))
    texts = [DOC.row(place.id)[place.language][place.passage].text[place.start : place.end] for place in found]
    assert texts == words


def test_places_are_told_in_code_points_even_after_ligatures():
    doc = Communique((Row("r1", Bilingual((), (Passage("\ufb01n 😀 œuvre fin"),))),))
    found = list(find_all(doc, "fin"))
    assert [(place.start, place.end, place.language) for place in found] == [
        (0, 2, Language.FR),
        (11, 14, Language.FR),
    ]
