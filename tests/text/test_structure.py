"""What each paragraph of a release is."""

import pytest

from editor.model.language import Language
from editor.text.structure import (
    Kind,
    Section,
    find_dateline,
    is_caption,
    is_header_line,
    sections_of,
    shape_paragraphs,
)

EN, FR = Language.EN, Language.FR
LONG = "The council met for the third time this year and agreed on a plan that will keep every road open until spring."

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


@pytest.mark.parametrize(
    "line",
    ["  • 17 May. 2021 -", "  • |", "  • Mis à jour le: 18 May. 2021 13:52", "📅 04 Septembre 2024", "12 mai 2011"]
    + ["Press Release (2021) 078", "Publié le 02/06/2023 à 09h15 – Mis à jour le 03/06/2023 à 18 h 40"],
)
def test_dates_bars_and_references_are_header_lines(line: str) -> None:
    assert is_header_line(line, FR)


@pytest.mark.parametrize("line", ["La séance du 12 mai 2011 a été levée.", "Paris", "Une date : le 3 mai, à retenir"])
def test_a_sentence_with_a_date_is_no_header_line(line: str) -> None:
    assert not is_header_line(line, FR)


def kinds(paragraphs: list[str], language: Language = EN) -> list[Kind]:
    return [shape.kind for shape in shape_paragraphs(paragraphs, language)]


def test_a_kicker_above_the_headline_is_no_headline() -> None:
    found = kinds(["Press release", "Council opens all roads", "12 May 2021", LONG, LONG])
    assert found[:3] == [Kind.HEADER, Kind.HEADLINE, Kind.HEADER]


def test_a_long_first_paragraph_is_no_headline() -> None:
    assert kinds([f"GENEVA, 3 May 2021 – {LONG} {LONG} {LONG} {LONG}", LONG])[0] is Kind.PARAGRAPH


def test_list_items_keep_their_level_and_number() -> None:
    shapes = shape_paragraphs(["Head", LONG, "  • one thing", "    • a smaller one", "  1. first", "  2) second"], EN)
    assert [(shape.kind, shape.number) for shape in shapes[2:]] == [
        (Kind.LIST_ITEM, None),
        (Kind.LIST_ITEM, None),
        (Kind.LIST_ITEM, 1),
        (Kind.LIST_ITEM, 2),
    ]
    assert shapes[2].level < shapes[3].level


def test_each_heading_opens_its_own_section() -> None:
    paragraphs = ["Head", LONG, "About Us Ltd", LONG, "About Them", LONG, "Contact", "press@example.org", "###"]
    shapes = shape_paragraphs(paragraphs, EN)
    assert sections_of(shapes, paragraphs) == (
        Section(2, 3, Kind.BOILERPLATE),
        Section(4, 5, Kind.BOILERPLATE),
        Section(6, 7, Kind.CONTACT),
        Section(8, 8, Kind.END_MARK),
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("FOR IMMEDIATE RELEASE", Kind.DELIVERY),
        ("EMBARGOED UNTIL 00:01 ON 3 OCTOBER 2023", Kind.DELIVERY),
        ("Embargo jusqu’au 15 mars 2024 à 17 h (heure de Paris)", Kind.DELIVERY),
        ("Seul le prononcé fait foi", Kind.DELIVERY),
        ("Check against delivery", Kind.DELIVERY),
        ("Pour diffusion immédiate", Kind.DELIVERY),
        ("###", Kind.END_MARK),
        ("- 30 -", Kind.END_MARK),
        ("– Fin –", Kind.END_MARK),
        ("ENDS", Kind.END_MARK),
        ("Flexibility", Kind.SUBHEADING),
        ("Notes to editors", Kind.NOTE),
        ("Note aux rédactions", Kind.NOTE),
        ("À propos du projet", Kind.BOILERPLATE),
        ("Contacts presse", Kind.CONTACT),
        ("For further information, please contact Ann Lee, press@example.org", Kind.CONTACT),
    ],
)
def test_a_line_tells_its_kind(line: str, kind: Kind) -> None:
    assert kinds(["Council opens all roads", LONG, line, LONG])[2] is kind


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (FR, "NATO Secretary General Jens Lykke and the President of the Republic of Halmar, Ana Vučić"),
        (EN, "Photo: the new bridge at dawn"),
        (FR, "Légende : le nouveau pont à l’aube"),
        (EN, "Minister Ann Bell (left) and Mayor Tom Reed (right) at the opening."),
        (FR, "De gauche à droite : Ann Bell, Tom Reed et Luc Vidal"),
        (EN, "The Secretary General, Jens Lykke, with the Prime Minister of Halmar, Ana Vučić"),
    ],
)
def test_captions_are_told_by_words_names_or_language(language: Language, line: str) -> None:
    assert is_caption(line, language)


@pytest.mark.parametrize("line", ["Flexibility", LONG, "“We are happy,” said Ann Bell and Tom Reed", "Next steps"])
def test_headings_and_prose_are_no_captions(line: str) -> None:
    assert not is_caption(line, EN)


def test_an_empty_release_has_no_shapes() -> None:
    assert shape_paragraphs([], EN) == ()
