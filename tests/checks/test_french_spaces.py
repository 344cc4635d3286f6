"""French spaces: found, mended, and left alone where they are right."""

from dataclasses import replace

import pytest
from checking import NATO, findings, french, row

from editor.checks.finding import Level
from editor.model.profile import Spacing


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("F02", "Il dit « oui ».", "Il dit «\u00a0oui\u00a0»."),
        ("F02", "Il dit «oui».", "Il dit «\u00a0oui\u00a0»."),
        ("F02", "Il dit «\u202foui\u202f».", "Il dit «\u00a0oui\u00a0»."),
        ("F03", "Vraiment ?!", "Vraiment\u202f?!"),
        ("F03", "ceci; cela", "ceci\u202f; cela"),
        ("F03", "Bravo\u00a0!", "Bravo\u202f!"),
        ("F04", "Mis à jour le: 18 mai", "Mis à jour le\u00a0: 18 mai"),
        ("F04", "Voici :", "Voici\u00a0:"),
        ("F05", "12 500 hommes", "12\u202f500 hommes"),
        ("F06", "oui , non", "oui, non"),
        ("F06", "oui ,non ( peut-être )", "oui, non (peut-être)"),
        ("F06", "c’est la fin.Le début", "c’est la fin. Le début"),
        ("F12", "12% de 20 €", "12\u00a0% de 20\u00a0€"),
        ("F12", "le § 5", "le §\u00a05"),
        ("F12", "à 12 km.", "à 12\u00a0km."),
        ("F12", "4,80 euros, 18,5 millions", "4,80\u00a0euros, 18,5\u00a0millions"),
    ],
)
def test_spaces_are_mended(rule, text, wanted):
    assert french(rule, text) == wanted


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("F02", "Il dit «\u00a0oui\u00a0»."),
        ("F03", "voir https://lake.example/?a=1;b et (!)"),
        ("F03", "Quoi\u202f?!"),
        ("F03", "<b>x</b> &amp; y"),
        ("F04", "à 13:52, 3:1, http://a.example, a::b"),
        ("F04", "nato:press"),
        ("F05", "12\u202f500 hommes, 12\u00a0500 femmes"),
        ("F06", "1,5 et 3.5, debian.org, M.X."),
        ("F06", "les zones .net et .org"),
        ("F06", "la (re)construction, les (in)succès"),
        ("F12", "12\u00a0% et 12\u202f%, §\u00a05"),
        ("F12", "un A4 de 2021, la 5G"),
        ("F12", "350 passagers, 12 gares, 3 tables, 5 mois, 14 traversées"),
        ("F05", "4,80 euros"),
    ],
)
def test_right_spaces_stay(rule, text):
    assert findings(rule, row(fr=text)) == ()


def test_the_house_decides():
    tight = replace(NATO, spacing=Spacing("", "", "", "\u00a0", "\u00a0"))
    assert french("F02", "« Oui »", tight) == "«Oui»"
    assert french("F03", "Oui !", tight) == "Oui!"
    assert french("F04", "Oui :", tight) == "Oui:"


def test_english_is_none_of_their_business():
    assert findings("F03", row(en="Really ?")) == ()


def test_a_whole_word_behind_its_number_is_a_hint_and_a_sign_a_warning():
    assert [each.level for each in findings("F12", row(fr="12 % de 4,80 euros"))] == [Level.WARNING, Level.HINT]
