import pytest

from editor.model.language import Bilingual, Language
from editor.model.people import Gender, Participant
from editor.text.naming import Mention, family_name, gender_told, naming

EN, FR = Language.EN, Language.FR


def person(name="Ada Lovell", function=("", ""), gender=None, honorific=("", "")):
    functions = (Bilingual(*function),) if any(function) else ()
    return Participant("p1", Bilingual(name, name), functions, honorific=Bilingual(*honorific), gender=gender)


@pytest.mark.parametrize(
    ("who", "english", "french"),
    [
        (
            person("Jens Lykke", ("Secretary General", "secrétaire général"), Gender.MASCULINE),
            ("Secretary General Jens Lykke", "Mr Lykke"),
            ("Jens Lykke, secrétaire général", "M.\u00a0Lykke"),
        ),
        (
            person("Ada Lovell", ("Minister of Health", "ministre de la Santé"), Gender.FEMININE),
            ("Ada Lovell, Minister of Health", "Ms Lovell"),
            ("Ada Lovell, ministre de la Santé", "Mme\u00a0Lovell"),
        ),
        (person("Ada Lovell"), ("Ada Lovell", "Ada Lovell"), ("Ada Lovell", "Ada Lovell")),
        (
            person("Ursula von der Aue", gender=Gender.FEMININE),
            ("Ursula von der Aue", "Ms von der Aue"),
            ("Ursula von der Aue", "Mme\u00a0von der Aue"),
        ),
        (
            person("Alan Carr", honorific=("Sir", "Sir")),
            ("Sir Alan Carr", "Sir Alan"),
            ("Sir\u00a0Alan Carr", "Sir\u00a0Alan"),
        ),
        (
            person("Rob Bauer", ("Chair of the Committee", "président du Comité"), honorific=("Admiral", "amiral")),
            ("Admiral Rob Bauer, Chair of the Committee", "Admiral Bauer"),
            ("l’amiral Rob Bauer, président du Comité", "l’amiral Bauer"),
        ),
        (
            person("Ana Ruiz", honorific=("General", "générale")),
            ("General Ana Ruiz", "General Ruiz"),
            ("la générale Ana Ruiz", "la générale Ruiz"),
        ),
        (
            person("Mona Haddad", honorific=("H.E. Ms", "S.E. Mme")),
            ("Mona Haddad", "Ms Haddad"),
            ("Mona Haddad", "Mme\u00a0Haddad"),
        ),
        (
            person(
                "Zoé Orr", ("Minister of Lakes", "ministre des Lacs"), Gender.FEMININE, ("Honourable", "l’honorable")
            ),
            ("the Honourable Zoé Orr, Minister of Lakes", "Ms Orr"),
            ("l’honorable Zoé Orr, ministre des Lacs", "Mme\u00a0Orr"),
        ),
        (
            person("Max Orr", honorific=("The Rt", "S.E.")),
            ("the Rt Hon. Max Orr", "Max Orr"),
            ("S.E. Max Orr", "Max Orr"),
        ),
        (
            person("Pat Orr", ("Mayor", "maire"), honorific=("His Worship", "Son Honneur")),
            ("His Worship Pat Orr, Mayor", "Pat Orr"),
            ("Son Honneur Pat Orr, maire", "Pat Orr"),
        ),
        (
            person("Lea O’Neill Jr.", gender=Gender.FEMININE),
            ("Lea O’Neill Jr.", "Ms O’Neill"),
            ("Lea O’Neill Jr.", "Mme\u00a0O’Neill"),
        ),
    ],
    ids=lambda each: each.name.en if isinstance(each, Participant) else "",
)
def test_a_person_is_named_in_full_first_and_by_title_and_family_name_later(who, english, french):
    for language, (first, later) in ((EN, english), (FR, french)):
        assert naming(who, language, Mention.FIRST).text == first
        assert naming(who, language, Mention.LATER).text == later
        assert naming(who, language, Mention.NAME).text == who.name[language]
        assert naming(who, language, Mention.FIRST).name == who.name[language]


def test_american_and_canadian_english_write_titles_with_a_point():
    who = person(gender=Gender.MASCULINE)
    assert naming(who, EN, Mention.LATER, "en-CA").text == "Mr. Lovell"
    assert naming(who, EN, Mention.LATER, "en-GB").text == "Mr Lovell"
    assert naming(who, FR, Mention.LATER, "fr-CA").text == "M.\u00a0Lovell"


def test_a_name_known_in_one_language_serves_the_other():
    who = Participant("p1", Bilingual("Ada Lovell", ""), gender=Gender.FEMININE)
    assert naming(who, FR, Mention.LATER).text == "Mme\u00a0Lovell"


@pytest.mark.parametrize(
    ("name", "family"),
    [("Jens Lykke", "Lykke"), ("Ludwig van der Berg", "van der Berg"), ("Pelé", "Pelé"), ("A. B. Sole III", "Sole")],
)
def test_the_family_name_has_its_particles_and_no_suffix(name, family):
    assert family_name(name) == family


@pytest.mark.parametrize(
    ("who", "gender"),
    [
        (person(gender=Gender.FEMININE, honorific=("Mr", "")), Gender.FEMININE),
        (person(honorific=("", "Mme")), Gender.FEMININE),
        (person(honorific=("Mr.", "")), Gender.MASCULINE),
        (person(honorific=("Dr", "Dr")), None),
        (person("Ada Lovell"), None),
    ],
)
def test_gender_is_told_by_the_card_or_its_courtesy_title_and_never_by_a_name(who, gender):
    assert gender_told(who) is gender
