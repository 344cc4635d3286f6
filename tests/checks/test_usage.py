"""Elision, capitals, dashes, acronyms and the usage of both languages: what is mended, and what is let be."""

from dataclasses import replace
from datetime import date

import pytest
from checking import NATO, english, findings, french, release, repaired, row

from editor.formats.profiles import load_profile
from editor.model.language import Bilingual
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Gender, Participant
from editor.model.profile import Style
from editor.model.release import Release

FRANCE = load_profile("france")
AMERICAN = replace(NATO, style=Style(dash="—", points_inside=True, acronym_points=True))


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("F08", "Le rôle de l OTAN", "Le rôle de l’OTAN"),
        ("F08", "Il s agit d une visite", "Il s’agit d’une visite"),
        ("F08", "C’est ce qu il a dit", "C’est ce qu’il a dit"),
        ("F09", "le avion de Allemagne", "l’avion d’Allemagne"),
        ("F09", "il dit que il viendra", "il dit qu’il viendra"),
        ("F09", "si il vient, à les pays", "s’il vient, aux pays"),
        ("F09", "Le hôpital de le canton", "L’hôpital du canton"),
        ("F11", "pain, vin etc...", "pain, vin, etc."),
        ("F11", "pain, vin, etc…", "pain, vin, etc."),
        ("F20", "le Lundi 14 juin, en Anglais.", "le lundi 14 juin, en anglais."),
        ("F20", "depuis le mois de Janvier 2021", "depuis le mois de janvier 2021"),
        ("F23", "M. J. Stoltenberg, page 3", "M. J.\u00a0Stoltenberg, page\u00a03"),
        ("F29", "c’est à dire au delà des Pays Bas", "c’est-à-dire au-delà des Pays-Bas"),
        ("F29", "le Secrétaire-général", "le Secrétaire général"),
        ("F31", "le gouvernement Français", "le gouvernement français"),
        ("F31", "les canadiens ont voté", "les Canadiens ont voté"),
        (
            "F32",
            "La Commission Européenne et l’assemblée nationale",
            "La Commission européenne et l’Assemblée nationale",
        ),
        ("F32", "les chefs d'état", "les chefs d’État"),
        ("F33", "L’O.T.A.N. et les ONGs", "L’OTAN et les ONG"),
        ("F33", "le KFOR et le OTAN, du ONU", "la KFOR et l’OTAN, de l’ONU"),
        ("F36", "la paix - fragile - demeure", "la paix – fragile – demeure"),
        ("F36", "la paix -- fragile", "la paix – fragile"),
        ("F39", "«\u00a0Oui.\u00a0».", "«\u00a0Oui.\u00a0»"),
        ("F39", "une paix «\u00a0très fragile.\u00a0»", "une paix «\u00a0très fragile\u00a0»."),
        ("F41", "«\u00a0Il a dit «\u00a0oui\u00a0» hier\u00a0»", "«\u00a0Il a dit “oui” hier\u00a0»"),
        ("F41", '«\u00a0Il a dit "oui" hier\u00a0»', "«\u00a0Il a dit “oui” hier\u00a0»"),
        (
            "F50",
            "le conseil a tenu hier une longue séance sur la paix dans la région",
            "Le conseil a tenu hier une longue séance sur la paix dans la région.",
        ),
        ("R27", "la p\u0430ix", "la paix"),
    ],
)
def test_french_usage_is_mended(rule, text, wanted):
    after = repaired(rule, row(fr=text))
    assert "\n".join(passage.text for passage in after.rows[0].sides.fr) == wanted
    assert not [each for each in findings(rule, after) if each.mend and each.kind != "space"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("F08", "les points a, c et d, 5 l d’eau, la vitamine D et l’eau, 3 m à l’est"),
        (
            "F09",
            "le onze, le oui, la une, le Haut Représentant, le héros, la hausse, le huit, le yaourt, dites-le à tous",
        ),
        ("F09", "de le faire, de les voir, à les entendre, que un ou deux, le ou la, celui de onze heures, le e-mail"),
        ("F11", "pain, vin, etc. et (etc.)"),
        ("F20", "Lundi 14 juin, Le Mardi gras, la planète Mars, en mai. Le Français Paul est en Allemagne"),
        ("F23", "Il choisit le plan B. Le reste suivra."),
        ("F29", "il peut être utile, rendez-vous compte, une vice-présidente"),
        ("F31", "le gouvernement français, le Parlement du Canada, les Français ont voté, le peuple Maya"),
        ("F32", "la COMMISSION EUROPÉENNE, l’Union européenne, l’état de santé"),
        ("F33", "la KFOR, l’OTAN, le FMI, les ONG, J.-C. et J. R. R. Tolkien, J.R.R. Tolkien, les SMS, la PME"),
        ("F36", "Paris - Londres, 10 - 12, un porte-avions, « --json », la paix – fragile – demeure, rendez-vous"),
        (
            "F39",
            "Il a dit\u00a0: «\u00a0Nous irons.\u00a0» Puis «\u00a0Oui\u00a0», a-t-il dit, «\u00a0et encore.\u00a0»",
        ),
        ("F41", "«\u00a0Il a dit “oui” hier\u00a0» et «\u00a0non\u00a0»"),
        ("F50", "Service de presse de la Commission"),
        ("F50", "iPhone et eBay sont des marques dont personne ne parle dans cette longue phrase."),
        ("R27", "µm, β-carotène, Ω, СССР, Αθήνα"),
        ("R29", "www, III, créée, réélu"),
    ],
)
def test_right_french_usage_stays(rule, text):
    assert [each for each in findings(rule, row(fr=text)) if each.level > 1] == []


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("E05", "the peace - such as it is - holds", "the peace – such as it is – holds"),
        ("E05", "the peace--such as it is", "the peace – such as it is"),
        ("E06", "from 1990–95 and between 10-12 June", "from 1990 to 1995 and between 10 and 12 June"),
        ("E11", "They sent 3 ships", "They sent three ships"),
        ("E12", "12 per cent, 5 per cent, 3 percent", "12 per cent, 5 per cent, 3 per cent"),
        ("E16", "to organise and organise, then organize", "to organise and organise, then organise"),
        ("E16", "in defence of the centre and in defense", "in defence of the centre and in defence"),
        ("E17", "the NATO Secretary-General", "the NATO Secretary General"),
        ("E20", "the U.S.A.F.M. and A.B.C.", "the USAFM and ABC."),
        ("E20", "the U.S. Army and the US Navy", "the US Army and the US Navy"),
        ("E25", "Well... and [...] there", "Well… and […] there"),
        ("E26", "in the Czech Republic and Turkey", "in Czechia and Türkiye"),
        ("E28", "Président Macron and Premier ministre Attal", "President Macron and Prime Minister Attal"),
    ],
)
def test_english_usage_is_mended(rule, text, wanted):
    assert english(rule, text) == wanted


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("E05", "a well-known plan – such as it is – holds, London - Paris, 10 - 12, use --json"),
        ("E06", "from 1990 to 1995, 1990–95, between 10 and 12 June, from 10-12% to 20%"),
        ("E11", "5 km, 3 June, 5 percent, Article 5 commitments, G7 leaders, Phase 2 trials, 3.5 points"),
        ("E12", "12% of it and 5 per cent"),
        ("E16", "the World Trade Center at the centre of the Department of Defense, in defence of it"),
        ("E17", "the Secretary-General of the United Nations, the NATO Secretary General"),
        ("E19", "“We will go,” she said. They call it “peace”, or “war”."),
        ("E20", "the U.S. Army, J.R.R. Tolkien, at 5 p.m. in Washington, D.C."),
        ("E25", "Well… and […]"),
        ("E26", "a roast turkey, the Republic of Turkey, North Macedonia"),
        ("E28", "President Macron, the Ministre"),
        ("R27", "a plain word, Ελλάδα"),
    ],
)
def test_right_english_usage_stays(rule, text):
    assert [each for each in findings(rule, row(en=text)) if each.level > 1] == []


def test_an_american_house_has_its_own_signs():
    assert english("E05", "the peace – such as it is – holds", AMERICAN) == "the peace—such as it is—holds"
    assert english("E19", "They call it “peace”, or “war”.", AMERICAN) == "They call it “peace,” or “war.”"
    assert english("E20", "the U.S. Army and the US Navy", AMERICAN) == "the U.S. Army and the U.S. Navy"


def test_a_house_may_begin_with_single_marks():
    assert english("E01", 'He said "yes".', load_profile("eu")) == "He said ‘yes’."


def test_functions_are_small_where_the_house_wants_it():
    text = "Hier, le Ministre de la Défense a parlé."
    assert french("F30", text, FRANCE) == "Hier, le ministre de la Défense a parlé."
    assert {each.level.name for each in findings("F30", row(fr=text), FRANCE)} == {"WARNING"}
    assert {each.level.name for each in findings("F30", row(fr=text), NATO)} == {"HINT"}
    assert findings("F30", row(fr="Hier, le ministre de la Défense et Monsieur le Président ont parlé."), FRANCE) == ()


def test_functions_take_the_gender_of_the_card():
    marie = Participant("p1", Bilingual("Marie Dupont", "Marie Dupont"), gender=Gender.FEMININE)
    doc = release(("", "Hier, le président Marie Dupont a parlé au ministre Paul Martin."), participants=(marie,))
    after = repaired("F46", doc)
    assert after.rows[0].sides.fr[0].text == "Hier, la présidente Marie Dupont a parlé au ministre Paul Martin."
    assert findings("F46", after) == ()


def test_no_break_spaces_of_one_sign_have_one_width():
    doc = release(("", "12\u00a0% et 13\u202f% et 14\u00a0%"))
    assert len(findings("F35", doc)) == 1
    assert repaired("F35", doc).rows[0].sides.fr[0].text == "12\u00a0% et 13\u00a0% et 14\u00a0%"


def test_a_place_renamed_later_keeps_its_name_of_the_day():
    doc = release(("in Turkey", ""), release=Release(date=date(2015, 3, 1)))
    assert findings("E26", doc) == ()


def test_acronyms_are_explained_once():
    assert len(findings("R17", row(en="The KLMQ met. The KLMQ left."))) == 1
    assert findings("R17", row(en="BOSTON, May 17, 2024 — The lab met Marie DUPONT.")) == ()
    assert (
        findings("R17", row(en="The Kent Lake Marine Quorum (KLMQ) met. The KLMQ left. The EU and NATO agree.")) == ()
    )
    assert findings("R17", row(en="MARIE DUPONT met GHJ-12 at https://lake.example/XYZW")) == ()


@pytest.mark.parametrize(
    ("target", "count"),
    [
        ("https://lake.example/fr/page", 0),
        ("https://lake.example/en/page", 1),
        ("lake.example/page", 1),
        ("http:///page", 1),
        ("mailto:press@lake.example", 0),
    ],
)
def test_a_link_leads_somewhere_in_the_language_of_its_text(target, count):
    passage = Passage("voir la page", (Mark(5, 12, MarkKind.LINK, target),))
    doc = replace(row(fr="x"), sides=Bilingual((), (passage,)))
    assert len(findings("R18", doc)) == count


FULL = ("The North Lake Council (NLC) met. The NLC agreed.", "Le Conseil du lac Nord (NLC) s’est réuni.")


@pytest.mark.parametrize(
    ("english", "french", "count"),
    [
        (FULL[0], FULL[1], 0),
        (FULL[0], "Le NLC s’est réuni.", 1),
        ("The NLC met.", FULL[1], 1),
        ("The NLC met.", "Le NLC s’est réuni.", 0),
        (FULL[0], "Le Conseil du lac Nord s’est réuni.", 0),
        ("The North Atlantic Treaty Organization (NATO) met.", "L’OTAN s’est réunie.", 1),
        (
            "The North Atlantic Treaty Organization (NATO) met.",
            "L’Organisation du traité de l’Atlantique Nord (OTAN) s’est réunie.",
            0,
        ),
        (FULL[0], "MARIE DUPONT A PARLÉ AU NLC", 0),
        (
            "1. Stina Sand (SUI) 1:23.4\n2. Anna Falk (GER) 1:24.0",
            "1. Nina Sand (SUI) 1 min 23 s 4\n2. Anna Falk (GER) 1 min 24 s",
            0,
        ),
        ("Points for the NLC (twelve boats in all) were few.", "Le NLC a peu de points.", 0),
        ("The NLC (North Lake Council) met.", "Le NLC s’est réuni.", 1),
    ],
)
def test_an_acronym_is_told_in_full_on_both_sides_or_on_neither(english, french, count):
    assert len(findings("X21", release((english, french)))) == count
