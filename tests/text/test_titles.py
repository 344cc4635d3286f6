import pytest

from editor.model.language import Bilingual, Language
from editor.model.people import Gender
from editor.text.titles import in_gender, proposals, titles

ACRONYMS = (Bilingual("NATO", "OTAN"), Bilingual("KFOR", "KFOR"), Bilingual("ICRC", "CICR"), Bilingual("KLMQ", "KLMQ"))
M, F = Gender.MASCULINE, Gender.FEMININE


@pytest.mark.parametrize(
    ("english", "gender", "french"),
    [
        ("Secretary General", F, [("secrétaire générale", F)]),
        ("Secretary General", None, [("secrétaire général", M), ("secrétaire générale", F)]),
        ("Minister of Health", None, [("ministre de la Santé", None)]),
        ("Prime Minister of Kosovo", M, [("premier ministre du Kosovo", M)]),
        ("President of the United States", F, [("présidente des États-Unis", F)]),
        ("Ambassador of Israel", M, [("ambassadeur d’Israël", M)]),
        ("Secretary General of NATO", M, [("secrétaire général de l’OTAN", M)]),
        ("NATO Secretary General", M, [("secrétaire général de l’OTAN", M)]),
        ("Commander of KFOR", M, [("commandant de la KFOR", M)]),
        ("President of the ICRC", F, [("présidente du CICR", F)]),
        ("Commander of KLMQ", M, []),
        ("Director of Communications", M, []),
        ("Something unheard of", None, []),
    ],
)
def test_an_english_function_proposes_the_french_one(english, gender, french):
    assert list(proposals(english, Language.EN, gender, ACRONYMS)) == french


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("secrétaire générale", "Secretary General"),
        ("secrétaire général de l’OTAN", "Secretary General of NATO"),
        ("première ministre d’Albanie", "Prime Minister of Albania"),
        ("présidente de la Suisse", "President of Switzerland"),
        ("porte-parole", "Spokesperson"),
    ],
)
def test_a_french_function_proposes_the_english_one(french, english):
    assert proposals(french, Language.FR, None, ACRONYMS) == ((english, None),)


@pytest.mark.parametrize(
    ("masculine", "feminine"),
    [
        ("secrétaire général délégué de l’OTAN", "secrétaire générale déléguée de l’OTAN"),
        ("haut représentant", "haute représentante"),
        ("chef d’état-major", "cheffe d’état-major"),
        ("ministre de la Défense", "ministre de la Défense"),
        ("directeur général adjoint chargé du Budget", "directrice générale adjointe chargée du Budget"),
        ("envoyé spécial au Kosovo", "envoyée spéciale au Kosovo"),
    ],
)
def test_a_french_function_is_turned_into_the_other_gender_and_back(masculine, feminine):
    assert in_gender(masculine, F) == feminine
    assert in_gender(feminine, M) == masculine


@pytest.mark.parametrize("title", titles(), ids=lambda title: title.english)
def test_every_title_of_the_table_is_known_in_every_form(title):
    assert proposals(title.english, Language.EN, F)[0][0] == title.feminine
    assert proposals(title.english, Language.EN, M)[0][0] == title.masculine
    assert len(proposals(title.feminine, Language.FR, None)) == 1
