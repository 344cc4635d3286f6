"""Speech without marks, as pages show it that set quotes apart by their look alone."""

import pytest
from quoting import found, told

from editor.model.language import Language
from editor.text.recognition import recognise

FRENCH = {
    "extracts below an announcement, one a line": (
        "Point de presse au port\nLe Premier ministre Ousmane Sall a présenté hier un état des lieux. Il a affirmé :\n"
        "{{Ousmane Sall|Nous n’aurions jamais imaginé que le quai était aussi abîmé}}\n"
        "{{Ousmane Sall|Les travaux ont été payés avant notre arrivée.}}\n"
        "{{Ousmane Sall|Ceux que nous avons remplacés devront s’expliquer}}\n"
        "La séance a été levée à midi."
    ),
    "a plea on a line of its own": (
        "Forum au port\nLe président Diomaye Sall a reçu la presse hier au port de Gor.\n"
        "Le président Diomaye Sall a fait un vibrant plaidoyer pour le lac\n"
        "{{Diomaye Sall|Je voudrais dire à tous de regarder le lac avec un autre œil.}}\n"
        "Le lac est grand et le port y est ouvert toute l’année."
    ),
    "a term between marks is part of it": (
        "Un vote\nHartmut Pil, président de la Ligue, explique que la Ligue soutenait ce rejet :\n{{Hartmut Pil|Ces "
        "derniers jours, ceux qui avaient fait campagne pour la « position commune » se sont ralliés au rejet.}}"
    ),
    "lines that attribute the next": (
        "Point de presse au port\nLe Premier ministre Ousmane Sall a présenté hier un état des lieux. Il a affirmé :\n"
        "{{Ousmane Sall|Nous n’aurions jamais imaginé cela du port}}\n"
        "Cette situation, ajoute-t-il,\n"
        "{{Ousmane Sall|a conduit à bien des retards dans les travaux du quai}}\n"
        "Toutefois, précise-t-il\n"
        "{{Ousmane Sall|la situation n’est pas perdue pour autant}}\n"
        "Selon le ministre de l’Économie, du Plan et de la Mer Abdou Sarr\n"
        "{{Abdou Sarr|Le rapport dit que la dette du port est plus haute que prévu}}"
    ),
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            Language.FR,
            (
                "La fête du port\nLa directrice, Eva Dorn, a dévoilé le programme :\n"
                "Concert de la fanfare du lac sur le quai nord\nFeu d’artifice au bout de la jetée"
            ),
        ),
        (
            Language.FR,
            (
                "Un appel\nLuc Roy, maire de Gor, a parlé.\nLuc Roy a lancé un appel à candidatures pour le port\n"
                "Nous cherchons trois marins pour la saison."
            ),
        ),
        (
            Language.FR,
            "Un prix\nLe président, Luc Roy, a salué les lauréats :\nClaire Vidal pour son livre sur le lac de Gor",
        ),
        (
            Language.FR,
            "Un vœu\nSelon un sondage du port de Gor\nTrois marins sur quatre veulent un quai plus long au nord.",
        ),
        (
            Language.EN,
            "A prize\nMayor Ann Bell announced the winners:\nTom Reed for his book on the lake\nKim Hall for her film",
        ),
        (
            Language.EN,
            "Gor\nAnn Bell, the mayor, added these details:\nDoors open at nine for all who booked",
        ),
    ],
)
def test_a_programme_a_list_or_a_survey_is_no_speech(language: Language, text: str) -> None:
    assert found(text, language) == []


def test_a_report_is_no_speech() -> None:
    text = "Cette marche, qui aura lieu partout, a plusieurs buts, selon Luc Roy. Le premier est de tenir bon."
    assert found(text, Language.FR) == []


@pytest.mark.parametrize("text", FRENCH.values(), ids=FRENCH)
def test_a_french_reader_hears_speech_without_marks(text: str) -> None:
    assert found(text, Language.FR) == told(text)


@pytest.mark.parametrize(
    ("language", "heading", "signature", "speaker"),
    [
        (
            Language.FR,
            "Citation(s)",
            "Ursula Brandt, présidente de la Ligue - 05/06/2025",
            "Ursula Brandt",
        ),
        (Language.EN, "Quote(s)", "Ursula Brandt, President of the Ligue - 05/06/2025", "Ursula Brandt"),
    ],
)
def test_what_stands_between_a_heading_of_quotes_and_a_signature_is_said(
    language: Language, heading: str, signature: str, speaker: str
) -> None:
    text = [
        "Gor",
        "Gor, 5 June 2025",
        heading,
        "Lakes are our home.",
        "We keep them.",
        signature,
        "Boats are too.",
        signature,
    ]
    quotes = recognise(text, language).quotes
    assert [(each.speaker, each.paragraph, each.end_paragraph, each.shape) for each in quotes] == [
        (speaker, 3, 4, "block"),
        (speaker, 6, 6, "block"),
    ]
