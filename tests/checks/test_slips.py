"""Slips that press offices fear, each planted in a sentence, beside what is right and looks like it."""

import pytest
from checking import NATO, findings, release, repaired, row

from editor.model.rows import RowKind


@pytest.mark.parametrize(
    ("rule", "en", "fr"),
    [
        # Months and weekdays that stand alone.
        ("X10", "Prices fell in January, more than in December.", "Les prix ont baissé en janvier, plus qu’en juin."),
        ("X10", "The October report was late.", "Le rapport de décembre était en retard."),
        ("X11", "Friday’s storm broke the quay.", "La tempête de jeudi a brisé le quai."),
        ("X11", "It opens on Thursday 11 and Friday 12 January 2024.", "Ouvert les jeudi 11 et lundi 12 janvier 2024."),
        # Magnitudes without a figure, ordinals in words.
        ("X05", "It spends millions of euros.", "Il dépense des milliards d’euros."),
        ("X07", "It spends millions of euros.", "Il dépense des millions de dollars."),
        ("X09", "Trade slowed in the fourth quarter.", "Les échanges ont ralenti au premier trimestre."),
        ("X09", "It sailed for the first time.", "Il a navigué pour la troisième fois."),
        # Signs and units.
        ("X06", "Fares rose by 3.4%, fuel (-4.0%) apart.", "Les tarifs montent de 3,4 %, carburant (+4,0 %) à part."),
        ("X06", "Growth of 0.3% is expected.", "Une croissance de -0,3 % est attendue."),
        (
            "X06",
            "up by 0.8 in 2023, less than half the 1.7% of April",
            "0,8 % en 2023, moitié moins que les 1,7 % d’avril",
        ),
        # Zones that only half the year agree.
        ("X13", "The meeting begins at 10:00 a.m. (CT).", "La réunion commence à 10 h (HE)."),
        # Names: turned round, renamed, letters changed places, one half of a double name.
        ("X22", "Odile Tarrant opened the port.", "Tarrant Odile a ouvert le port."),
        ("X22", "Odile Tarrant opened the port.", "Claire Tarrant a ouvert le port."),
        ("X22", "Odile Tarrant opened the port.", "Odile Tarratn a ouvert le port."),
        ("X22", "Odile Trudeau opened the port.", "Odile Trdeau a ouvert le port."),
        ("X22", "Edward Snowden opened the port.", "Edward Snowen a ouvert le port."),
        ("X22", "Ms Gennez opened the port.", "Mme Genez a ouvert le port."),
        ("X22", "Odile Baume-Schneider spoke.", "Odile Baume-Schneiter a parlé."),
        # Another country where the right one stands elsewhere in the row, acronyms.
        ("X29", "Norway and Peru joined. Peru paid.", "La Norvège et le Pérou ont adhéré. La Norvège a payé."),
        ("X20", "GDP rose by 3%.", "Le GDP a augmenté de 3 %."),
        ("X20", "The IPCC has met.", "L’IPCC s’est réuni."),
        ("X20", "The work of CERN goes on.", "Le travail du CENR se poursuit."),
        ("F09", "", "Le traité de le Atlantique Nord"),
    ],
)
def test_a_slip_is_found_once(rule, en, fr):
    assert len(findings(rule, row(en, fr))) == 1


@pytest.mark.parametrize(
    ("rule", "en", "fr"),
    [
        ("X10", "In January it rained.", "Le mois dernier, il a plu."),
        ("X10", "From January to March 2021.", "De janvier à mars 2021."),
        ("X10", "The march in May passed the Mars works.", "La marche de mai est passée devant l’usine Mars."),
        ("X10", "Some may say so in June.", "Certains le diront peut-être en juin."),
        ("X11", "On Monday the ferry sailed.", "Le bac a appareillé hier."),
        ("X11", "On Wednesday (3 April 2019) and on Friday.", "Mercredi (3 avril 2019) et vendredi."),
        ("X05", "Millions came; it cost billions.", "Des millions sont venus ; cela a coûté des milliards."),
        ("X05", "Tens of millions of euros.", "Des dizaines de millions d’euros."),
        ("X07", "Millions of Canadian dollars.", "Des millions de dollars."),
        ("X09", "The first of its kind, in the fourth quarter.", "Le premier du genre, au quatrième trimestre."),
        ("X06", "Fares fell: fuel -4.0%, food 3.4%.", "Le carburant a reculé de 4,0 %, le reste +3,4 %."),
        ("X06", "rising 3.4% and 4.7%, respectively", "en janvier (+3,4 %) et en décembre (+4,7 %)"),
        ("X06", "between 4 and 5%", "entre 4 et 5 %"),
        ("X13", "It begins at 10:00 a.m. (ET).", "Elle commence à 10 h (HE)."),
        ("X13", "It begins at 10:00 a.m. EDT.", "Elle commence à 10 h (HE)."),
        ("X22", "Petro Poroshenko met Sergey Lavrov.", "Petro Porochenko a rencontré Sergueï Lavrov."),
        ("X22", "Dmitry Peskov and Abdel Sisi came.", "Dmitri Peskov et Abdel Sissi sont venus."),
        ("X22", "Joe Biden came.", "Joseph Biden est venu."),
        ("X22", "Justin and Sophie Tarrant came.", "Justin et Sophie Tarrant sont venus."),
    ],
)
def test_what_is_right_and_looks_like_a_slip_is_left_alone(rule, en, fr):
    assert findings(rule, row(en, fr)) == ()


def test_a_name_spelled_otherwise_elsewhere_in_the_same_language_is_a_slip():
    """One vowel for another may be the form of another language, unless the text has both."""
    pair = ("Odile Peach spoke first.", "Odile Peech a parlé d’abord.")
    assert findings("X22", release(pair)) == findings("X23", release(pair)) == ()
    (found,) = findings("X23", release(pair, ("Ms Peach left.", "Mme Peach est partie.")))
    assert found.why.english() == "“Odile Peech” is written Odile Peach elsewhere."


def test_a_lost_sign_is_put_back():
    doc = row("Growth was -0.3%.", "La croissance était de 0,3 %.")
    after = repaired("X06", doc)
    assert after.rows[0].sides.fr[0].text == "La croissance était de −0,3 %."


def test_a_wrong_weekday_is_told_with_its_date():
    doc = row("", "Ouvert le mardi 3 mai 2023.")
    (found,) = findings("X11", doc)
    assert found.why.english() == "3 mai 2023 is a mercredi, not a mardi."
    assert found.why.told("fr") == "Le 3 mai 2023 est un mercredi, et non un mardi."


def test_only_the_spaces_of_a_time_are_told_of_where_only_they_are_amiss():
    (found,) = findings("F21", row(fr="La réunion commence à 12 h 30."))
    assert found.why.english() == "The line may break inside this time."
    (found,) = findings("F21", row(fr="La réunion commence à 12:30."))
    assert found.why.english() == "This time is not in the house’s form."


@pytest.mark.parametrize("text", ["Vidéo (3:47) à télécharger", "Un film (12:05) en parle."])
def test_the_length_of_a_film_is_no_time_of_day(text):
    assert findings("F21", row(fr=text, kind=RowKind.LIST_ITEM), NATO) == ()


@pytest.mark.parametrize(
    ("rule", "en", "fr"),
    [
        ("X29", "Norway and Peru joined. Norway paid.", "Le Pérou et la Norvège ont adhéré. La Norvège a payé."),
        ("X29", "Norway joined Peru.", "La Norvège s’est jointe."),
        ("X20", "GDP rose by 3%.", "Le PIB (GDP) a augmenté de 3 %."),
        ("X20", "The IAEA and the ICC met.", "L’AIEA et la CPI se sont réunies."),
        ("X20", "The CERN and the CENR met.", "Le CERN et le CENR se sont réunis."),
    ],
)
def test_what_each_language_says_its_own_way_is_left_alone(rule, en, fr):
    assert findings(rule, row(en, fr)) == ()
