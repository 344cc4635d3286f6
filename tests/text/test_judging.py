"""Whether words between marks are speech: what looks like speech and is none, and speech that looks like a title."""

import pytest
from quoting import found, told

from editor.model.language import Language

FRENCH = {
    "a speaker with a function between commas inside the marks": (
        "« {{Eva Dorn|Le lac}}, rappelle Eva Dorn, maire, {{Eva Dorn|est à nous tous}} »."
    ),
    "a cry behind an article": "Le président Luc Roy a lancé un « {{Luc Roy|Vive le lac}} » à la foule.",
    "an answer behind an article": "La ministre, Eva Dorn, a répondu par un « {{Eva Dorn|Oui, mille fois oui}} ».",
    "what somebody calls something": (
        "Eva Dorn, maire, a qualifié le lac d’un « {{Eva Dorn|Éden pour tous les marins}} »."
    ),
    "a plan somebody calls for": "Eva Dorn, maire, appelle à un « Grenelle des lacs ».",
    "a minister speaks of a law": (
        "Interrogée sur la loi, la ministre Eva Dorn précise que « {{Eva Dorn|rien ne changera pour les marins}} »."
    ),
    "a mayor writes in an article": (
        "Dans un article du journal, le maire Luc Roy précise : « {{Luc Roy|Le quai ouvrira en mai.}} »"
    ),
    "a function holds the noun of a law": (
        "La secrétaire de section, Eva Dorn, précise : « {{Eva Dorn|Le quai ouvrira en mai.}} »"
    ),
    "a club speaks in its charter": (
        "Dans sa charte, le Club des marins indique que « {{Club des marins|nul ne pêche la nuit}} »."
    ),
    "an article of a law": "Luc Roy, maire, a parlé. L’article 4 précise que « le port reste ouvert toute l’année ».",
    "a law somebody recalls": (
        "Luc Roy, maire de Gor, a rappelé que l’article 4 de la loi dispose que « le port reste ouvert l’été »."
    ),
    "a sentence in another language": (
        "Eva Dorn, présidente du club : « {{Eva Dorn|We are all sailors of the same lake}} »."
    ),
    "a festival opens a paragraph": "Luc Roy, maire, a parlé.\n« Port en fête ». Ce festival revient en mai à Gor.",
    "a title without a stop opens a paragraph": (
        "Luc Roy, maire de Gor, a parlé hier.\n« Les Nuits du port » Un concert gratuit sur le quai."
    ),
    "the title of a book opens a paragraph": (
        "« Les marins de demain ». Tel est le titre du livre que signe Luc Roy, maire de Gor."
    ),
    "a plan behind which somebody comes": (
        "Après « Un lac pour tous », arrive le directeur du port. Eva Dorn, maire, l’a reçu."
    ),
    "a play somebody plays in": "Dans « Les marins du lac », joue le président du club, Luc Roy.",
    "a verb no table has": ("« {{directrice du port|Un lac pour tous les marins}} », s’agace la directrice du port."),
    "a question about a plan": "« Lac bleu » sera-t-il prolongé ? Luc Roy, maire de Gor, l’espère.",
    "a question somebody asks": ("Le maire, Luc Roy, est venu. « {{Luc Roy|Qui paiera demain ?}} », s’amuse-t-il."),
    "a plan before whoever heads it": (
        "« Un lac pour tous » : Luc Roy nommé directeur\nLuc Roy, maire de Gor, a été nommé. « {{Luc Roy|Nous avons "
        "tenu bon}} », a-t-il dit."
    ),
    "a headline before whoever says it": (
        "« {{Luc Roy|Le port ne sera jamais vendu à personne}} » : Luc Roy s’oppose à la vente\nLuc Roy, maire de "
        "Gor, a parlé."
    ),
    "three words of one sentence": (
        "Eva Dorn, maire, se dit « {{Eva Dorn|ravie}} », « {{Eva Dorn|fière}} » et « {{Eva Dorn|soulagée}} »."
    ),
    "a name behind a quote": (
        "Luc Roy, maire de Gor, a dit que « {{Luc Roy|le port vivra}} », « Gor-Plage » et « Gor-Lac » ouvrant en mai."
    ),
}

ENGLISH = {
    "an answer behind an article": (
        "Ann Bell, the mayor, answered with a “{{Ann Bell|Yes, a thousand times yes}}” on Monday."
    ),
    "what somebody calls something": "Ann Bell, the mayor, called it an “{{Ann Bell|Olympic effort by all}}”.",
    "what somebody describes something as": (
        "Ann Bell, the mayor, described the pier as a “{{Ann Bell|European success story}}” on Monday."
    ),
    "a plan somebody calls for": "Ann Bell, the mayor, called for a “Marshall Plan for the Lake” on Monday.",
    "a minister speaks of an act": (
        "On the new act, minister Ann Bell states: “{{Ann Bell|It will be passed before summer.}}”"
    ),
    "the head of a section": "The section head, Ann Bell, states: “{{Ann Bell|It will be passed before summer.}}”",
    "a section of an act": "Ann Bell, the mayor, spoke. Section 4 states that “the harbour shall stay open all year”.",
    "a plan before whoever begins it": (
        "“A Lake for All”: Ann Bell opens new pier\nAnn Bell, the mayor, opened a pier. “{{Ann Bell|We did our "
        "best,}}” she said."
    ),
    "a festival opens a paragraph": "Ann Bell, the mayor, spoke.\n“A Summer Afloat”. The festival returns in July.",
}


@pytest.mark.parametrize("text", FRENCH.values(), ids=FRENCH)
def test_french_words_between_marks_are_judged(text: str) -> None:
    assert found(text, Language.FR) == told(text)


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_words_between_marks_are_judged(text: str) -> None:
    assert found(text, Language.EN) == told(text)
