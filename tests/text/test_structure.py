"""What each paragraph of a release is."""

import pytest

from editor.model.language import Language
from editor.model.rows import RowKind
from editor.text.captions import is_caption
from editor.text.structure import (
    HEADER,
    Section,
    sections_of,
    shape_paragraphs,
)

EN, FR = Language.EN, Language.FR
LONG = "The council met for the third time this year and agreed on a plan that will keep every road open until spring."


def kinds(paragraphs: list[str], language: Language = EN) -> list[RowKind | None]:
    return [shape.kind for shape in shape_paragraphs(paragraphs, language)]


def test_a_kicker_above_the_headline_is_no_headline() -> None:
    found = kinds(["Press release", "Council opens all roads", "12 May 2021", LONG, LONG])
    assert found[:3] == [HEADER, RowKind.HEADLINE, HEADER]


def test_a_long_first_paragraph_is_no_headline() -> None:
    assert kinds([f"GENEVA, 3 May 2021 – {LONG} {LONG} {LONG} {LONG}", LONG])[0] is RowKind.PARAGRAPH


def test_list_items_keep_their_level_and_number() -> None:
    shapes = shape_paragraphs(["Head", LONG, "  • one thing", "    • a smaller one", "  1. first", "  2) second"], EN)
    assert [(shape.kind, shape.number) for shape in shapes[2:]] == [
        (RowKind.LIST_ITEM, None),
        (RowKind.LIST_ITEM, None),
        (RowKind.LIST_ITEM, 1),
        (RowKind.LIST_ITEM, 2),
    ]
    assert shapes[2].level < shapes[3].level


def test_each_heading_opens_its_own_section() -> None:
    paragraphs = ["Head", LONG, "About Us Ltd", LONG, "About Them", LONG, "Contact", "press@example.org", "###"]
    shapes = shape_paragraphs(paragraphs, EN)
    assert sections_of(shapes, paragraphs) == (
        Section(2, 3, RowKind.BOILERPLATE),
        Section(4, 5, RowKind.BOILERPLATE),
        Section(6, 7, RowKind.CONTACT),
        Section(8, 8, RowKind.END_MARK),
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("FOR IMMEDIATE RELEASE", RowKind.DELIVERY),
        ("EMBARGOED UNTIL 00:01 ON 3 OCTOBER 2023", RowKind.DELIVERY),
        ("Embargo jusqu’au 15 mars 2024 à 17 h (heure de Paris)", RowKind.DELIVERY),
        ("Seul le prononcé fait foi", RowKind.DELIVERY),
        ("Check against delivery", RowKind.DELIVERY),
        ("Pour diffusion immédiate", RowKind.DELIVERY),
        ("###", RowKind.END_MARK),
        ("- 30 -", RowKind.END_MARK),
        ("– Fin –", RowKind.END_MARK),
        ("ENDS", RowKind.END_MARK),
        ("- END -", RowKind.END_MARK),
        ("*** Fin ***", RowKind.END_MARK),
        ("// ends //", RowKind.END_MARK),
        ("Flexibility", RowKind.SUBHEADING),
        ("Notes to editors", RowKind.NOTE),
        ("Note aux rédactions", RowKind.NOTE),
        ("À propos du projet", RowKind.BOILERPLATE),
        ("Contacts presse", RowKind.CONTACT),
        ("For further information, please contact Ann Lee, press@example.org", RowKind.CONTACT),
    ],
)
def test_a_line_tells_its_kind(line: str, kind: RowKind) -> None:
    assert kinds(["Council opens all roads", LONG, line, LONG])[2] is kind


def test_an_empty_release_has_no_shapes() -> None:
    assert shape_paragraphs([], EN) == ()


def test_a_headline_that_ends_in_a_date_is_a_headline():
    headline = "Ministerial Statement on Evacuation of Citizens from the Lake: Thursday, February 24"
    assert kinds([headline, f"{LONG} {LONG}", LONG])[0] is RowKind.HEADLINE


@pytest.mark.parametrize("kicker", ["European Union - Press release", "Union des lacs – Communiqué de presse"])
def test_who_issues_stands_before_the_kicker(kicker):
    assert kinds([kicker, "Council opens all roads", "Brussels, 14 February 2024", LONG, LONG])[:2] == [
        HEADER,
        RowKind.HEADLINE,
    ]


def test_names_and_a_verb_above_the_dateline_are_a_subheadline():
    below = "The Honourable Odile Tarrant, Minister of Ports and Lakes, announces $1.7 million for the Bay of Mirabeau"
    text = ["Council opens all roads", below, f"HALIFAX, June 18, 2019 /CNW/ - {LONG}", LONG]
    assert kinds(text)[1] is RowKind.SUBHEADLINE


def test_dashes_at_the_margin_are_a_list_where_they_follow_each_other():
    text = [
        "Council opens all roads",
        LONG,
        "- every road in the north",
        "- Every bridge, by 1 May",
        "- all ferries",
        LONG,
    ]
    assert kinds(text)[2:5] == [RowKind.LIST_ITEM] * 3
    alone = ["Council opens all roads", "“We open them all.”", "- Odile Tarrant, Minister of Ports", LONG]
    assert RowKind.LIST_ITEM not in kinds(alone)


def test_the_first_level_of_a_list_is_one():
    shapes = shape_paragraphs(["Head", LONG, "      • one thing", "        • a smaller one", LONG], EN)
    assert [shape.level for shape in shapes[2:4]] == [1, 2]


def test_a_heading_over_links_is_no_contact():
    text = ["Council opens all roads", LONG, "More information:", "  • Map of the roads", "  • Timetable"]
    assert kinds(text)[2:] == [RowKind.SUBHEADING, RowKind.LIST_ITEM, RowKind.LIST_ITEM]
    asked = ["Council opens all roads", LONG, "More information:", "  • Ann Lee, +32 2 555 01 00"]
    assert kinds(asked)[2:] == [RowKind.CONTACT, RowKind.CONTACT]


def test_telephones_at_the_end_are_contacts_with_the_heading_above_them():
    text = [
        "Council opens all roads",
        LONG,
        LONG,
        "LAKE RELATIONS DEPARTMENT",
        "Public: 202-555-7300 - Fax: 202-555-6278",
    ]
    assert kinds(text)[3:] == [RowKind.CONTACT, RowKind.CONTACT]


@pytest.mark.parametrize("line", ["Ottawa, Ontario", "Ottawa (Ontario)", "Washington, D.C.", "Genève"])
def test_a_town_with_its_region_is_a_header_line(line):
    assert kinds(["Council opens all roads", "26 February 2011", line, LONG, LONG])[2] is HEADER


@pytest.mark.parametrize("sign", ["o\t", "§\t", "\uf0d8 ", "\uf0b7\t", "•\t"])
def test_bullets_of_word_are_read_as_they_come_out_when_copied(sign):
    assert kinds(["Council opens all roads", LONG, f"{sign}every road"])[2] is RowKind.LIST_ITEM


def test_a_release_that_opens_with_whom_to_ask_is_read_whole() -> None:
    text = f"{LONG} {LONG}"
    paragraphs = [
        "News Releases",
        "Office of the Mayor of Port-Lune",
        "Contact: Jane Roe, Harbour Office, 555-204-4136",
        "Alt contact: Luc Roy, 555-204-4472",
        "Mayor opens the season of the ferries",
        text,
        text,
        "For more information, please call 555-204-4472.",
    ]
    kinds = [shape.kind for shape in shape_paragraphs(paragraphs, EN)]
    contact, paragraph = RowKind.CONTACT, RowKind.PARAGRAPH
    assert kinds == [HEADER, HEADER, contact, contact, RowKind.HEADLINE, paragraph, paragraph, contact]


def test_contacts_right_below_the_headline_end_where_the_text_begins() -> None:
    text = f"{LONG} {LONG}"
    paragraphs = [
        "Le port rouvre demain",
        "Contact presse",
        "Jeanne Roy",
        "01 22 33 44 55",
        "Un été sur l’eau",
        text,
        text,
    ]
    kinds = [shape.kind for shape in shape_paragraphs(paragraphs, FR)]
    assert kinds[1:4] == [RowKind.CONTACT] * 3
    assert RowKind.CONTACT not in kinds[4:]


@pytest.mark.parametrize(
    "line",
    [
        "Bas de vignette : la mairesse du port, entourée des nouveaux élus",
        "Véra Proux (Groupe CNW/Chambre de commerce du lac)",
        "Les conseillers sur la place du village, où ils ont écouté un concert. KEYSTONE/JEANNE ROY lac-ats",
        "130e assemblée du lac. ©UPL/Luc Roy",
    ],
)
def test_what_ends_with_the_credit_of_a_picture_is_its_caption(line: str) -> None:
    assert is_caption(line, FR)
    kinds = [shape.kind for shape in shape_paragraphs([line, "Le port rouvre demain", LONG * 2, LONG * 2], FR)]
    assert kinds[:2] == [RowKind.CAPTION, RowKind.HEADLINE]


@pytest.mark.parametrize("line", ["Image de la Suisse à l’étranger : un bilan", "Le port, vu par l’AFP"])
def test_a_headline_about_pictures_is_one(line: str) -> None:
    assert shape_paragraphs([line, LONG * 2, LONG * 2], FR)[0].kind is RowKind.HEADLINE


@pytest.mark.parametrize(
    ("language", "name", "below"),
    [
        (FR, "Hydrolia", "Fondée en 1998 par Jean Roussel, Hydrolia fait des pompes pour les lacs du pays."),
        (FR, "Hydrolia", "Hydrolia est un fabricant de pompes pour les lacs du pays, présent dans douze villes."),
        (EN, "Harbour Relief", "Founded in 1998, it helps sailors and their families on every lake of the country."),
        (EN, "Harbour Relief", "Harbour Relief (HR) is a charity for sailors and their families on every lake."),
    ],
)
def test_the_bare_name_of_a_house_heads_its_history(language: Language, name: str, below: str) -> None:
    text = [f"{name} opens", f"{name} opens a yard in May, and everybody by the lake may come to see it.", name, below]
    assert [shape.kind for shape in shape_paragraphs(text, language)][2:] == [RowKind.BOILERPLATE] * 2


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (FR, ("Le port ouvre", "Luc Roy, maire, a ouvert le port.", "Le port", "Le port est long de dix mètres.")),
        (EN, ("New boats", "Gor has new boats. New boats help.", "New boats", "New boats are fast and clean.")),
    ],
)
def test_a_heading_in_the_words_of_the_text_heads_no_history(language: Language, lines: tuple[str, ...]) -> None:
    assert [shape.kind for shape in shape_paragraphs(lines, language)][2:] == [RowKind.SUBHEADING, RowKind.PARAGRAPH]


def test_a_heading_of_other_words_heads_no_history() -> None:
    text = [
        "Hydrolia opens",
        "Hydrolia opens a yard in May for all.",
        "A new yard",
        "The yard is long and was built here.",
    ]
    assert shape_paragraphs(text, EN)[3].kind is RowKind.PARAGRAPH


def test_lines_that_give_the_next_one_to_somebody_are_no_headings() -> None:
    text = ["Un port", LONG, "Selon le ministre Luc Roy", "le port vit", "Toutefois, précise-t-il", "il vit bien"]
    assert [shape_paragraphs(text, FR)[at].kind for at in (2, 4)] == [RowKind.PARAGRAPH] * 2
