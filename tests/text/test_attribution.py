"""The many ways releases say who speaks, one paragraph each."""

import pytest

from editor.model.language import Language
from editor.text.recognition import recognise

EN, FR = Language.EN, Language.FR

ENGLISH = [
    (
        "“The road is open again,” Foreign Minister Ann Bell told reporters in Oslo on Monday.",
        "The road is open again,",
    ),
    ("“The road is open again,” said the Union’s foreign policy chief, Ann Bell.", "The road is open again,"),
    (
        "In a statement, Ann Bell, the company’s chief executive, said, “The road is open again.”",
        "The road is open again.",
    ),
    ("“The road is open again,” said Pact spokesperson Ann Bell.", "The road is open again,"),
    (
        "Dr. Ann Bell of the Polar Institute said the find was “the first of its kind in the Arctic.”",
        "the first of its kind in the Arctic.",
    ),
    (
        "Speaking after the vote, rapporteur Ann Bell (S&D, SE) said: “The road is open again.”",
        "The road is open again.",
    ),
    ("“The road is open again”, commented Ann Bell, CEO at Roads Ltd.", "The road is open again"),
    ("CEO Ann Bell: “The road is open again.”", "The road is open again."),
    ("As Minister Ann Bell put it, “the road is open again for all of us”.", "the road is open again for all of us"),
    ("“The road is open again,” says Ann Bell, who founded Roads Ltd in 1999.", "The road is open again,"),
    ("Asked about the road, Ann Bell, the mayor of Oslo, replied: “It is open again.”", "It is open again."),
    (
        "Welcoming the agreement, the Minister of Transport, Ann Bell, said: “The road is open again.”",
        "The road is open again.",
    ),
    ("‘The road is open again,’ Dame Ann Bell told peers.", "The road is open again,"),
    ('"The road is open again." — Ann Bell, Mayor', "The road is open again."),
    ("Quote from Ann Bell, Minister of Transport: “The road is open again.”", "The road is open again."),
    (
        "The road, said Minister Ann Bell, is “a promise made of stone and patience”.",
        "a promise made of stone and patience",
    ),
    (
        "H.E. Ms Ann Bell, Ambassador of Halmar, thanked the hosts for “a road built with love and skill”.",
        "a road built with love and skill",
    ),
    (
        "Ann Bell, Director of Roads, has described the road as “the best news of a cold winter”.",
        "the best news of a cold winter",
    ),
    ("“The road is open again,” the minister, Ann Bell, said.", "The road is open again,"),
    (
        "“The road is open again,” the Prime Minister of Halmar, Ann Bell, has said in a letter.",
        "The road is open again,",
    ),
    (
        "Minister Ann Bell is quoted as saying that “the road will never be closed again”.",
        "the road will never be closed again",
    ),
    ("Engineer Ann Bell recalled: “We poured the last metre at dawn.”", "We poured the last metre at dawn."),
]
FRENCH = [
    ("« La route est ouverte », a indiqué à la presse la ministre des Transports, Anne Bel.", "La route est ouverte"),
    (
        "Dans un communiqué, la directrice de l’agence, Anne Bel, dénonce « une décision brutale et injuste ».",
        "une décision brutale et injuste",
    ),
    (
        "Anne Bel, qui dirige l’agence, s’est félicitée de « cette belle avancée pour les routes ».",
        "cette belle avancée pour les routes",
    ),
    ("« La route est ouverte », martèle la syndicaliste Anne Bel.", "La route est ouverte"),
    ("La Première ministre Anne Bel a assuré : « La route est ouverte. »", "La route est ouverte."),
    ("« La route est ouverte. » (Anne Bel, directrice des routes)", "La route est ouverte."),
    (
        "La maire de Lyon, Anne Bel, estime que cette décision est « un tournant pour la ville ».",
        "un tournant pour la ville",
    ),
    ("Interrogée par la presse, Mme Anne Bel a répondu que « la route est ouverte ».", "la route est ouverte"),
    ("Comme le souligne Anne Bel, directrice des routes : « La route est ouverte. »", "La route est ouverte."),
    ("Pour la présidente Anne Bel, « la route est enfin ouverte ».", "la route est enfin ouverte"),
    ("« La route est ouverte », a tenu à préciser Mme Anne Bel.", "La route est ouverte"),
    ("« La route est ouverte », ont déclaré Anne Bel et Paul Roy dans une tribune commune.", "La route est ouverte"),
    ("Aux yeux de la commissaire Anne Bel, « la route est enfin ouverte ».", "la route est enfin ouverte"),
    ('À cette occasion, la ministre Anne Bel a déclaré: "La route est ouverte."', "La route est ouverte."),
    ("« La route est ouverte », se réjouit Anne Bel, à la tête de l’agence depuis 2019.", "La route est ouverte"),
    (
        "« La route est ouverte », a pour sa part fait valoir la cheffe de la délégation, Mme Anne Bel.",
        "La route est ouverte",
    ),
    ("D’après Anne Bel, directrice générale de l’agence, « la route est ouverte ».", "la route est ouverte"),
    (
        "La porte-parole de l’agence, Anne Bel, a qualifié la route de « merveille de pierre et de patience ».",
        "merveille de pierre et de patience",
    ),
    ("Mme Anne Bel a exprimé « sa profonde gratitude aux ouvriers ».", "sa profonde gratitude aux ouvriers"),
    ("« La route est ouverte », précise-t-on à l’agence, citant Anne Bel, directrice.", None),
    (
        "S’adressant aux élus, la préfète Anne Bel a appelé à « ne jamais refermer cette route ».",
        "ne jamais refermer cette route",
    ),
    ("« La route est ouverte » : c’est par ces mots que la ministre Anne Bel a salué la foule.", None),
    ("Anne Bel, directrice des routes, l’a confirmé : « La route est ouverte. »", "La route est ouverte."),
    ("« La route », dit Anne Bel, directrice de l’agence, « est enfin ouverte à tous. »", None),
]


@pytest.mark.parametrize(("paragraph", "speech"), ENGLISH)
def test_an_english_attribution_names_the_speaker(paragraph: str, speech: str) -> None:
    found = recognise(("Council opens roads", paragraph), EN)
    assert [(paragraph[quote.start : quote.end], quote.speaker) for quote in found.quotes] == [(speech, "Ann Bell")]
    assert [person.name for person in found.participants] == ["Ann Bell"]


@pytest.mark.parametrize(("paragraph", "speech"), [row for row in FRENCH if row[1] is not None])
def test_a_french_attribution_names_the_speaker(paragraph: str, speech: str) -> None:
    found = recognise(("Le conseil ouvre les routes", paragraph), FR)
    assert [(paragraph[quote.start : quote.end], quote.speaker) for quote in found.quotes] == [(speech, "Anne Bel")]
    assert found.participants[0].name == "Anne Bel"


def test_an_interrupted_quote_has_one_speaker() -> None:
    paragraph = "« La route », dit Anne Bel, directrice de l’agence, « est enfin ouverte à tous. »"
    found = recognise(("Le conseil ouvre les routes", paragraph), FR)
    assert [(paragraph[quote.start : quote.end], quote.speaker) for quote in found.quotes] == [
        ("La route", "Anne Bel"),
        ("est enfin ouverte à tous.", "Anne Bel"),
    ]


def test_a_later_sentence_gives_its_subject_to_the_pronoun() -> None:
    first = "Le ministre Paul Roy a ouvert la séance. Mme Anne Bel a présenté la route."
    second = "« Elle est ouverte à tous », a-t-elle dit. « Merci », a répondu M. Roy."
    found = recognise(("Le conseil ouvre les routes", first, second), FR)
    assert [quote.speaker for quote in found.quotes] == ["Anne Bel", "Paul Roy"]


def test_adding_and_noting_go_on_with_the_same_speaker() -> None:
    paragraph = "“It is open,” Minister Tom Reed said, adding that “no driver will ever wait again”."
    found = recognise(("Council opens roads", paragraph), EN)
    assert [quote.speaker for quote in found.quotes] == ["Tom Reed", "Tom Reed"]


def test_an_aside_inside_the_marks_is_cut_out() -> None:
    paragraph = "« La route est ouverte, explique Mme Anne Bel, directrice de l’agence. Elle le restera. »"
    found = recognise(("Le conseil ouvre les routes", paragraph), FR)
    assert [(paragraph[quote.start : quote.end], quote.speaker) for quote in found.quotes] == [
        ("La route est ouverte", "Anne Bel"),
        ("Elle le restera.", "Anne Bel"),
    ]
