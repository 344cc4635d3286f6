"""Words and characters of both languages."""

import pytest
from checking import english, findings, french, row


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("F25", "A la suite de l’Etat", "À la suite de l’État"),
        ("F25", "les Etats-Unis", "les États-Unis"),
        ("F25", "Ca va. A Bruxelles, oui", "Ça va. À Bruxelles, oui"),
        ("F26", "le coeur des oeuvres de ma soeur", "le cœur des œuvres de ma sœur"),
        ("F26", "une manoeuvre", "une manœuvre"),
        ("F27", "«\u00a0Oui\u00a0», a t il dit", "«\u00a0Oui\u00a0», a-t-il dit"),
        ("F27", "«\u00a0Oui\u00a0», a-t’il dit", "«\u00a0Oui\u00a0», a-t-il dit"),
        ("F27", "«\u00a0Oui\u00a0», dit elle", "«\u00a0Oui\u00a0», dit-elle"),
        ("F28", "«\u00a0Oui\u00a0», ajoute-il", "«\u00a0Oui\u00a0», ajoute-t-il"),
        ("F28", "a-elle dit", "a-t-elle dit"),
        ("F34", "deux  espaces et une fin\u00a0", "deux espaces et une fin"),
        ("F34", " un début", "un début"),
        ("F37", "il est est venu", "il est venu"),
        ("F38", "oui,. non;; peut-être?. fin..", "oui. non; peut-être? fin."),
        ("R25", "le\u200b mot et\ufeff fin", "le mot et fin"),
        ("R26", "l’e\u0301tat", "l’état"),
        ("R28", "l’Ã©tat et câ€™est", "l’état et c’est"),
    ],
)
def test_french_words_are_mended(rule, text, wanted):
    assert french(rule, text) == wanted


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("F25", "À la suite. A-t-il dit\u202f? Il a eu lieu. Education International, État"),
        ("F26", "coexister, moelle, poêle, Goethe, œuvre"),
        ("F27", "a-t-il, est-il, dit-elle, a\u2011t\u2011il, il dit il faut"),
        ("F28", "a-t-il, celle-ci, dit-il, est-elle, ont-ils"),
        ("F34", "un mot, deux mots"),
        ("F37", "nous nous voyons, vous vous voyez, Boutros Boutros-Ghali, faire faire"),
        ("F38", "fin... oui\u202f?! etc., p.m.\u202f; A. B."),
        ("R25", "👩\u200d🚀 et ❤\ufe0f"),
        ("R26", "l’état de Vučić"),
        ("R28", "SÃO PAULO, Âge, â, Ãge"),
    ],
)
def test_right_french_words_stay(rule, text):
    assert findings(rule, row(fr=text)) == ()


def test_english_words():
    assert english("E22", "in the the end") == "in the end"
    assert english("E18", "two  spaces ") == "two spaces"
    assert findings("E22", row(en="Duran Duran, a word")) == ()
    (doubt,) = findings("E22", row(en="He said that that was it."))
    assert doubt.level.name == "HINT"


def test_lost_characters_are_told_not_mended():
    (found,) = findings("R28", row(fr="l’\ufffdtat"))
    assert found.mend is None
