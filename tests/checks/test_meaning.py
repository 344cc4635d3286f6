"""Negations, fractions and multiples that stand on one side only."""

import pytest
from checking import findings, row, words

from editor.checks.finding import Level


@pytest.mark.parametrize(
    ("en", "fr", "meant"),
    [
        ("The aid will not exceed 15%.", "L’aide dépassera 15 %.", "not"),
        ("Our support will weaken.", "Notre soutien ne faiblira pas.", "ne faiblira pas"),
        ("Many boats are not free.", "Beaucoup de bateaux le sont.", "not"),
        ("The port opens.", "Le port n’ouvre jamais.", "n’ouvre jamais"),
    ],
)
def test_a_negation_on_one_side_is_found(en, fr, meant):
    found = findings("X53", row(en, fr))
    assert words(found, row(en, fr)) == [meant]


@pytest.mark.parametrize(
    ("en", "fr"),
    [
        ("It will not exceed 15%.", "Cela ne dépassera pas 15 %."),
        ("The port remains closed.", "Le port n’est pas encore ouvert."),
        ("They failed to come.", "Ils ne sont pas venus."),
        ("No later than 3 May.", "Au plus tard le 3 mai."),
        ("Press release No. 81.", "Communiqué n° 81."),
        ("The move entails risk.", "Le départ n’est pas sans risque."),
        ("He only asks for boats.", "Il ne demande que des bateaux."),
        ("The non-confidential version is public.", "La version non confidentielle est publique."),
        ("Not only the port, the lake too.", "Le port, mais aussi le lac."),
        ("It is impossible.", "Ce n’est pas possible."),
    ],
)
def test_what_says_the_same_is_left_alone(en, fr):
    assert findings("X53", row(en, fr)) == ()


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("Half of the boats left.", "Le tiers des bateaux est parti.", 2),
        ("Half of the boats left.", "La moitié des bateaux est partie.", 0),
        ("Sales rose by 50%: half the boats.", "Les ventes ont augmenté de 50 %.", 0),
        ("In the first half of 2023, sales fell.", "Au premier semestre 2023, les ventes ont baissé.", 0),
        ("The number doubled.", "Le nombre a été multiplié par deux.", 0),
        ("The number doubled.", "Le nombre a triplé.", 2),
        ("Third parties may come.", "Des tiers peuvent venir.", 0),
        ("Two thirds of them came.", "Les deux tiers sont venus.", 0),
        ("Three quarters of them came.", "Trois personnes sur quatre sont venues.", 0),
    ],
)
def test_shares_are_compared(en, fr, count):
    assert len(findings("X16", row(en, fr))) == count


def test_negations_are_compared_sentence_by_sentence():
    en = "The port did not open. Nobody came to the lake."
    doc = row(en, "Le port a ouvert. Personne n’est venu au lac.")
    assert words(findings("X53", doc), doc) == ["not"]
    assert findings("X53", row(en, "Le port n’a pas ouvert. Personne n’est venu au lac.")) == ()


def test_a_negation_in_a_quote_of_both_sides_is_more_than_a_hint():
    (found,) = findings("X53", row("He said: “We do not agree.”", "Il a dit : « Nous l’acceptons. »"))
    assert found.level is Level.WARNING
    (found,) = findings("X53", row("He said: “We do not agree.”", "Il l’accepte."))
    assert found.level is Level.HINT


@pytest.mark.parametrize(
    ("en", "fr", "meant"),
    [
        ("Sales rose by 5%.", "Les ventes ont baissé de 5 %.", ["baissé"]),
        ("Exports fell 3.2% in May.", "Les exportations ont augmenté de 3,2 % en mai.", ["augmenté"]),
        ("Sales rose by 5% and costs fell by 2%.", "Les ventes ont augmenté de 5 % et les coûts de 2 %.", []),
        ("Sales rose by 5%.", "Les ventes ont progressé de 5 %.", []),
        ("Sales rose; costs fell.", "Les ventes ont baissé ; les coûts ont augmenté.", []),
        ("The deficit narrowed by 5%.", "Le déficit a reculé de 5 %.", []),
    ],
)
def test_a_rise_against_a_fall_is_found_where_a_figure_stands(en, fr, meant):
    assert words(findings("X56", row(en, fr)), row(en, fr)) == meant
