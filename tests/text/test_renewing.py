import pytest
from generated import texts
from hypothesis import given

from editor.model.language import Bilingual, Language
from editor.text.renewing import Renewal, renewed

EN, FR = Language.EN, Language.FR


@pytest.mark.parametrize(
    ("now", "english", "french", "wanted"),
    [
        # figures, in the typography that stands there
        ("It costs 6 euros.", "It costs 5 euros.", "Cela coûte 5 euros.", "Cela coûte 6 euros."),
        ("1,250 came.", "3,400 came.", "3\u202f400 sont venus.", "1\u202f250 sont venus."),
        ("1,250 came.", "3,400 came.", "3\u00a0400 sont venus.", "1\u00a0250 sont venus."),
        ("12,500 came.", "340 came.", "340 sont venus.", "12\u202f500 sont venus."),
        ("It rose by 12.5%.", "It rose by 3.7%.", "Hausse de 3,7\u00a0%.", "Hausse de 12,5\u00a0%."),
        ("It rose by 12.50%.", "It rose by 3.7%.", "Hausse de 3,7\u00a0%.", "Hausse de 12,50\u00a0%."),
        ("€2.5 billion for 2027", "€3.1 billion for 2026", "3,1 milliards d’euros pour 2026",
         "2,5 milliards d’euros pour 2027"),
        ("The 22nd meeting", "The 31st meeting", "La 31e réunion", "La 22e réunion"),
        # dates
        ("on 1 June 2026", "on 17 May 2021", "le 17 mai 2021", "le 1er juin 2026"),
        ("on 1 June 2026", "on 17 May 2021", "le 17\u00a0mai\u00a02021", "le 1er\u00a0juin\u00a02026"),
        ("on Tuesday 14 April", "on Monday 3 March", "le lundi 3 mars", "le mardi 14 avril"),
        ("on Monday 3 March", "on 4 March", "le mardi 4 mars", "le lundi 3 mars"),
        ("on June 1, 2026", "on May 17, 2021", "le 17 mai 2021", "le 1er juin 2026"),
        # names that stand alike in both
        ("Ms Ada Lovell said", "Ms Jane Coe said", "a dit Mme Jane Coe", "a dit Mme Ada Lovell"),
        ("as Lovell said", "as Coe said", "selon Coe", "selon Lovell"),
        # all at once
        ("Ada Lovell met 12 people on 2 May.", "Jane Coe met 30 people on 3 June.",
         "Jane Coe a rencontré 30 personnes le 3 juin.", "Ada Lovell a rencontré 12 personnes le 2 mai."),
    ],
)  # fmt: skip
def test_values_are_put_in_as_the_other_language_writes_them(now, english, french, wanted):
    found = renewed(now, Bilingual(english, french), EN)
    assert found == Renewal(wanted, is_complete=True)


@pytest.mark.parametrize(
    ("now", "french", "english", "wanted"),
    [
        ("Le 1er juin 2026, 1\u202f250 personnes", "Le 2 mai 2021, 3\u202f400 personnes", "On 2 May 2021, 3,400 people",
         "On 1 June 2026, 1,250 people"),
        ("le lundi 3 mars", "le mardi 4 mars", "on Tuesday, 4 March", "on Monday, 3 March"),
        ("la 22e réunion", "la 31e réunion", "the 31st meeting", "the 22nd meeting"),
        ("3,50\u00a0%", "12,5\u00a0%", "12.5%", "3.50%"),
    ],
)  # fmt: skip
def test_it_works_in_both_directions(now, french, english, wanted):
    assert renewed(now, Bilingual(english, french), FR) == Renewal(wanted, is_complete=True)


@pytest.mark.parametrize(
    ("now", "english", "french"),
    [
        ("1 ship sailed.", "5 ships sailed.", "5 navires sont partis."),  # words turn on it
        ("It rose by 1%.", "It rose by 5%.", "Hausse de 5\u00a0%."),
        ("6 and 5", "5 and 5", "5 et 5"),  # which one?
        ("6 ships", "5 ships", "cinq navires"),  # not in figures
        ("the 1st meeting", "the 31st meeting", "la 31e réunion"),
        ("from 3 to 5 May 2026", "from 2 to 6 April 2025", "du 2 au 6 avril 2025"),
        ("on 3 March", "on 4 March", "le mardi 4 mars"),
        ("in France", "in Canada", "au Canada"),  # its article
        ("in France", "in Arlen", "à Arlen"),  # en France
        ("by NATO", "by Lovell", "par Lovell"),  # par l’OTAN
        ("by Arlen", "by Coe", "de Coe"),  # de Arlen
        ("by Lovell", "by Arlen", "d’Arlen"),
        ("Germany won.", "Sweden won.", "La Suède a gagné."),
        ("The bridge is open.", "The ferry is open.", "Le bac est ouvert."),
        ("Coe and Coe met.", "Lovell and Coe met.", "Lovell et Coe se sont rencontrés. Lovell"),
    ],
)
def test_what_is_not_certain_is_left_as_it_was(now, english, french):
    assert renewed(now, Bilingual(english, french), EN) == Renewal(french, is_complete=False)


@pytest.mark.parametrize(
    ("now", "english", "french", "wanted"),
    [
        ("The bridge costs 6 euros.", "The ferry costs 5 euros.", "Le bac coûte 5 euros.", "Le bac coûte 6 euros."),
        ("It won 3.7 million.", "It won 2,500,000.", "2,5 millions de gagnés.", "3,7 millions de gagnés."),
    ],
)
def test_what_is_certain_is_put_in_beside_what_is_not(now, english, french, wanted):
    assert renewed(now, Bilingual(english, french), EN) == Renewal(wanted, is_complete=False)


@given(texts, texts, texts)
def test_any_text_can_be_renewed_and_the_same_text_stays_the_same(now, english, french):
    assert renewed(english, Bilingual(english, french), EN) == Renewal(french, is_complete=True)
    renewed(now, Bilingual(english, french), EN)
