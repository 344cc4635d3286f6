"""Place and date at the start of a release."""

from datetime import date

import pytest

from editor.model.language import Language
from editor.text.datelines import find_dateline
from editor.text.recognition import recognise

EN, FR = Language.EN, Language.FR

DATELINES = [
    (EN, "GENEVA, 3 May 2022 – The agency said today that work will start soon.", "GENEVA"),
    (EN, "GENEVA (3 May 2022) – Experts said today that work will start soon.", "GENEVA"),
    (EN, "GENEVA (Labour News) – Some 14 million children sell goods on the street.", "GENEVA"),
    (EN, "Geneva, 3 May 2022 (HA) – The agency said today that work will start.", "Geneva"),
    (EN, "New York, 21 September 2021 — The Secretary-General today urged nations.", "New York"),
    (EN, "LONDON, March 3, 2022 (GLOBE WIRE) -- Quillon plc today announced a sale.", "LONDON"),
    (EN, "OTTAWA, Ontario – The minister today announced an investment.", "OTTAWA"),
    (EN, "Brussels, 14 March 2023", "Brussels"),
    (EN, "THE HAGUE, 12 June 2020 - Judges opened the hearing this morning.", "THE HAGUE"),
    (EN, "WASHINGTON, DC, April 12, 2019 — The team ended its visit.", "WASHINGTON"),
    (EN, "May 5, 2021 – Port Renwick, Nunavut – Northern Roads Agency", "Port Renwick"),
    (EN, "Addis Ababa, 5 May 2021: The Chairperson condemned the attack.", "Addis Ababa"),
    (FR, "Paris, le 12 janvier 2023", "Paris"),
    (FR, "Bruxelles, le 14 mars 2023", "Bruxelles"),
    (FR, "Strasbourg, 22.06.2021", "Strasbourg"),
    (FR, "Berne, 12.05.2021 - Lors de sa séance, le Conseil a ouvert la consultation.", "Berne"),
    (FR, "SAINT-ELZÉAR-DU-LAC, QC, le 3 oct. 2022 /CNW/ - La ministre annonce un projet.", "SAINT-ELZÉAR-DU-LAC"),
    (FR, "La Haye, le 12 juin 2020 – Les juges ont ouvert l’audience ce matin.", "La Haye"),
    (FR, "GENÈVE (3 mai 2022) – Les experts ont demandé la fin des expulsions.", "GENÈVE"),
    (FR, "Addis-Abeba, le 7 juin 2021 : Le Président condamne l’attaque.", "Addis-Abeba"),
    (FR, "Le 5 mai 2021 – Port Renwick (Nunavut) – Agence des routes du Nord", "Port Renwick"),
]


@pytest.mark.parametrize(("language", "text", "place"), DATELINES)
def test_a_dateline_gives_its_place(language: Language, text: str, place: str) -> None:
    found = find_dateline(text, language)
    assert found is not None
    assert found.place == place
    assert text[found.start : found.end] == place


@pytest.mark.parametrize(
    "text",
    [
        "Published 3 October 2023",
        "Updated: 18 May 2021 13:52",
        "On Tuesday, 8 February 2022, the council met.",
        "The bridge – built in 1902 – was closed.",
        "May 5, 2021",
        "Le 5 mai 2021",
        "Aujourd’hui (17 mai 2021), le secrétaire général a reçu le président.",
        "Embargo: 3 May 2022",
    ],
)
def test_what_is_no_dateline_gives_none(text: str) -> None:
    assert find_dateline(text, FR if "é" in text or "Le" in text else EN) is None


@pytest.mark.parametrize("link", ["Jean-", "J.-", "A-", "La-de la-", "A/", "A ", "A (", "A, "])
def test_a_chain_of_capitals_is_read_before_anybody_tires(link: str) -> None:
    # Each would take longer than anybody lives if its parts could be told apart in several ways.
    assert find_dateline(link * 4000, EN) is None


def test_the_address_of_an_agency_is_no_place() -> None:
    assert find_dateline("(Lacs.com) — Le groupe du lac monte de 1,5 % ce vendredi.", Language.FR) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.EN, "(No. 81 – February 24, 2011 – 7:50 p.m. ET) The following is a transcript of the conference."),
        (Language.FR, "(Nº 81 - Le 24 février 2011 - 19 h 50 HE) Ce qui suit est une transcription de la conférence."),
    ],
)
def test_a_bracket_at_the_head_of_a_text_holds_its_date(language: Language, text: str) -> None:
    published = recognise((text, "The text goes on with another line."), language).published
    assert published is not None
    assert published.date == date(2011, 2, 24)


def test_a_short_line_with_place_date_and_dash_is_no_headline() -> None:
    found = recognise(("Mirabeau, le 3 mars 2026 – La ministre a ouvert le port de pêche.",), Language.FR)
    assert found.headline is None
    assert found.dateline is not None
    assert found.dateline.place == "Mirabeau"
