"""What real releases have and no rule may take for a fault: every case here was a false alarm once."""

from dataclasses import replace

import pytest
from checking import NATO, findings, release, row

from editor.formats.profiles import load_profile
from editor.model.language import Bilingual
from editor.model.people import Participant
from editor.model.rows import RowKind

CANADA = load_profile("canada")


@pytest.mark.parametrize(
    ("rule", "en", "fr"),
    [
        # The sign of a currency is read as it is written: « au » behind a dollar is no Australia.
        ("X07", "Sales of $155 million in spring.", "Des ventes de 155 M$ au printemps."),
        ("X07", "Sales of $155 million this year.", "Des ventes de 155 millions $ ca et là."),
        # Accounts put a loss between brackets.
        ("X05", "Free cash flow was €(35) million.", "Le flux de trésorerie est négatif de 35 millions d’euros."),
        ("X04", "Free cash flow was €(35) million.", "Le flux de trésorerie est négatif de 35 millions d’euros."),
        # A number in front of a date is none of its days.
        ("F17", "", "Le communiqué Nº 81 - Le 24 février 2011 - est paru."),
        ("X12", "As announced last evening, the office moves.", "Comme annoncé hier en soirée, le bureau déménage."),
        ("X12", "The vote took place the day before.", "Le vote a eu lieu hier."),
        # The name of a campaign stands between marks in French and without any in English.
        ("X33", "The Clean Shores campaign says it goes on.", "La campagne « Rendez nos rives propres ! » continue."),
        (
            "R17",
            "HALIFAX, June 18, 2019 /CNW/ - The port opened.",
            "HALIFAX, le 18 juin 2019 /CNW/ - Le port a ouvert.",
        ),
        ("R17", "The call begins at 11:15 ET.", "L’appel commence à 11 h 15 HE."),
        ("E20", "Geneva (KLMQ) – The Kent Lake Marine Quorum (KLMQ) met.", ""),
    ],
)
def test_what_is_right_is_left_alone(rule, en, fr):
    assert findings(rule, row(en, fr)) == ()


@pytest.mark.parametrize(
    ("rule", "en", "fr"),
    [
        # The weekday before the brackets, as many houses write it.
        ("X11", "He spoke on Thursday (3 April 2019).", ""),
        ("X11", "", "Ce jeudi (3 avril 2019), il a parlé."),
        # A family name a letter short is one name mistyped.
        ("X22", "Odile Gerloff spoke to the council.", "Odile Gerlof a parlé au conseil."),
        ("X22", "Odile Schneider spoke to the council.", "Odile Schneiber a parlé au conseil."),
        # Another figure lends its unit only where both stand side by side.
        ("X06", "Revenue up 12.4% • Margin of 9.7 • Guidance raised", "Ventes en hausse de 12,4 % • Marge de 9,7 %"),
        ("X06", "down 0.3 percentage point, to 10.2%", "en baisse de 0,3 %, à 10,2 %"),
        ("E18", "without heating , light or water", ""),
        ("E18", "the Minister stated.She left", ""),
    ],
)
def test_what_is_wrong_is_found(rule, en, fr):
    assert len(findings(rule, row(en, fr))) == 1


@pytest.mark.parametrize(
    ("rule", "en", "fr"),
    [
        ("X11", "He spoke on Wednesday (3 April 2019).", "Ce mercredi (3 avril 2019), il a parlé."),
        ("X22", "Volodymyr Zelenskyy spoke.", "Volodymyr Zelensky a parlé."),
        ("X22", "Petro Poroshenko spoke.", "Petro Porochenko a parlé."),
        ("X06", "between 5, 7 and 9%", "entre 5 %, 7 % et 9 %"),
        ("E18", "at 10.30, in U.S.Steel and Node.js, 1,000 of them ... or .5", ""),
    ],
)
def test_its_neighbour_is_left_alone(rule, en, fr):
    assert findings(rule, row(en, fr)) == ()


def test_the_line_of_a_contact_has_no_incise():
    line = "Relations presse : Odile Tarrant – 01 44 55 66 77 – presse@lac.example"
    assert findings("F36", row(fr=line, kind=RowKind.CONTACT)) == ()
    assert len(findings("F36", row(fr="Le bac – toujours le même – part à midi."))) == 2


def test_canadian_english_puts_the_month_first_or_last():
    assert findings("E07", row(en="It opened on June 18, 2019, not on 17 June 2019."), CANADA) == ()
    assert len(findings("E07", row(en="It opened on June 18th, 2019."), CANADA)) == 1


def test_a_name_without_its_middle_initial_is_whole():
    person = Participant("p1", Bilingual("Odile M. Tarrant", "Odile M. Tarrant"))
    pair = ("Odile M. Tarrant left.", "Odile Tarrant est partie. Mme Tarrant dirigeait le port.")
    assert findings("X27", release(pair, participants=(person,)), replace(NATO, words=())) == ()


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("NATO Secretary General", "secrétaire général adjoint de l’OTAN", 1),
        ("NATO Deputy Secretary General", "secrétaire général de l’OTAN", 1),
        ("NATO Deputy Secretary General", "secrétaire général délégué de l’OTAN", 0),
        ("US Vice President", "vice-président des États-Unis", 0),
        ("US Vice President", "président des États-Unis", 1),
        ("Canadian Deputy Prime Minister", "vice-premier ministre du Canada", 0),
        ("UN Under-Secretary-General", "secrétaire général adjoint de l’ONU", 0),
    ],
)
def test_a_function_behind_the_name_of_its_body_is_compared(en, fr, count):
    person = Participant("p1", Bilingual("Odile Tarrant", "Odile Tarrant"))
    doc = release((f"{en} Odile Tarrant came.", f"Odile Tarrant, {fr}, est là."), participants=(person,))
    assert len(findings("X24", doc)) == count
