from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from editor.formats import html, plain
from editor.formats.arrival import arrive, joined
from editor.formats.profiles import load_profile
from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind
from editor.model.people import Gender, Participant
from editor.model.rows import RowKind

ENGLISH = """The harbour authority opens a second quay

  • 3 Mar. 2026 -
  • |
  • Updated: 4 Mar. 2026 09:05

MIRABEL, 3 March 2026 – The Director of the Harbour Authority, Odile Tarrant, today opened the second quay of the port together with Mr Bram Hollis, President of the Union of Ports.

“This quay protects our coast,” said Ms Tarrant. “We needed it, and we have it,” she added.

Mr Hollis said: “The boats have waited for nine years.”\u00a0
"""  # noqa: E501 (a paragraph is one line)
FRENCH = """L’autorité portuaire ouvre un deuxième quai

MIRABEL, le 3 mars 2026 – La directrice de l’Autorité portuaire, Odile Tarrant, a ouvert aujourd’hui le deuxième quai du port avec M. Bram Hollis, président de l’Union des ports.

«\u00a0Ce quai protège nos côtes\u00a0», a déclaré Mme Tarrant. «\u00a0Nous en avions besoin, nous l’avons\u00a0», a-t-elle ajouté.

M. Hollis a déclaré\u00a0: «\u00a0Les bateaux ont attendu neuf ans.\u00a0»\u00a0
"""  # noqa: E501 (a paragraph is one line)


@pytest.fixture
def profile():
    return load_profile("nato")


def read(text, profile, language=None, **more):
    return arrive(plain.manuscript(text), profile, language, **more)


def both(profile, english=ENGLISH, french=FRENCH):
    return arrive(joined(plain.manuscript(english), plain.manuscript(french)), profile)


def told(arrival):
    return [sentence.english() for sentence in arrival.report]


def words(doc, quote):
    return doc.wording(quote.id)


def test_a_text_in_one_language_stands_on_its_side_and_the_other_is_empty(profile):
    arrival = read(FRENCH, profile)
    assert all(row[Language.FR] and not row[Language.EN] for row in arrival.doc.rows)
    assert "The text was taken to be French." in told(arrival)


def test_the_language_said_goes_before_the_language_read(profile):
    doc = read("Merci, et voilà pour tous les bateaux de la côte.", profile, Language.EN).doc
    assert doc.rows[0].text(Language.EN)


def test_a_text_too_short_to_tell_stands_on_the_english_side_and_it_is_said(profile):
    arrival = read("Orion 7", profile)
    assert arrival.doc.rows[0].text(Language.EN) == "Orion 7"
    assert any("could not be told" in each for each in told(arrival))


def test_header_lines_become_fields_and_are_no_paragraphs(profile):
    arrival = read(ENGLISH, profile)
    release = arrival.doc.release
    assert release.date == date(2026, 3, 3)
    assert release.updated == datetime(2026, 3, 4, 9, 5, tzinfo=ZoneInfo("Europe/Brussels"))
    assert release.updated.utcoffset().total_seconds() == 3600
    assert not [row for row in arrival.doc.rows if "Mar." in row.text(Language.EN) or "|" in row.text(Language.EN)]
    assert sum("Left out as a header line" in each for each in told(arrival)) == 3
    assert any("Updated: 4 March 2026, 9:05 (Brussels)" in each for each in told(arrival))
    assert any("4 mars 2026, 9\u00a0h\u00a005 (Bruxelles)" in each.told("fr") for each in arrival.report)


def test_a_time_without_a_zone_is_one_of_the_profile_on_that_day(profile):
    summer = read(ENGLISH.replace("Mar.", "Jul."), profile).doc.release.updated
    assert summer.isoformat() == "2026-07-04T09:05:00+02:00"


def test_the_place_of_the_dateline_is_a_field_in_the_letters_of_a_text(profile):
    assert both(profile).doc.release.place == Bilingual("Mirabel", "Mirabel")
    french = FRENCH.replace("MIRABEL", "VILLE-SUR-MER")
    assert read(french, profile).doc.release.place == Bilingual("", "Ville-sur-Mer")


def test_the_place_of_the_house_is_known_in_both_languages(profile):
    release = read(ENGLISH.replace("MIRABEL", "BRUSSELS"), profile).doc.release
    assert (release.place, release.country) == (Bilingual("Brussels", "Bruxelles"), "BE")


def test_people_are_cards_with_their_functions_in_the_language_found(profile):
    first, second = read(FRENCH, profile).doc.participants
    assert (first.name.fr, first.function.fr, first.function.en) == (
        "Odile Tarrant",
        "directrice de l’Autorité portuaire",
        "",
    )
    assert (first.gender, second.gender) == (Gender.FEMININE, Gender.MASCULINE)
    assert (second.name.fr, second.function.fr) == ("Bram Hollis", "président de l’Union des ports")


def test_a_person_of_both_texts_is_one_card_in_whatever_spelling(profile):
    french = FRENCH.replace("Bram Hollis", "Bram Holliss").replace("M. Hollis", "M. Holliss")
    doc = both(profile, french=french).doc
    assert [person.name for person in doc.participants] == [
        Bilingual("Odile Tarrant", "Odile Tarrant"),
        Bilingual("Bram Hollis", "Bram Holliss"),
    ]
    assert all(person.function.en and person.function.fr for person in doc.participants)


def test_quotes_are_objects_with_their_words_marked_and_their_speaker(profile):
    doc = read(FRENCH, profile).doc
    assert [(words(doc, quote).fr, doc.participant(quote.speaker).name.fr) for quote in doc.quotes] == [
        ("Ce quai protège nos côtes", "Odile Tarrant"),
        ("Nous en avions besoin, nous l’avons", "Odile Tarrant"),
        ("Les bateaux ont attendu neuf ans.", "Bram Hollis"),
    ]


def test_a_quote_of_both_texts_is_one_object(profile):
    doc = both(profile).doc
    assert [words(doc, quote) for quote in doc.quotes] == [
        Bilingual("This quay protects our coast,", "Ce quai protège nos côtes"),
        Bilingual("We needed it, and we have it,", "Nous en avions besoin, nous l’avons"),
        Bilingual("The boats have waited for nine years.", "Les bateaux ont attendu neuf ans."),
    ]
    assert all(quote.speaker for quote in doc.quotes)


def test_a_quote_joined_in_one_language_is_one_object_with_both_stretches_of_the_other(profile):
    french = FRENCH.replace("\u00a0», a déclaré Mme Tarrant. «\u00a0Nous", ". Nous").replace(
        "a-t-elle ajouté", "a déclaré Mme Tarrant"
    )
    doc = both(profile, french=french).doc
    first, second = doc.quotes
    assert words(doc, first) == Bilingual(
        "This quay protects our coast, We needed it, and we have it,",
        "Ce quai protège nos côtes. Nous en avions besoin, nous l’avons",
    )
    assert words(doc, second).en == "The boats have waited for nine years."


def test_a_quote_of_one_text_alone_has_no_words_in_the_other(profile):
    french = FRENCH.replace(
        "M. Hollis a déclaré\u00a0: «\u00a0Les bateaux ont attendu neuf ans.\u00a0»",
        "M. Hollis a rappelé que neuf ans ont passé.",
    )
    doc = both(profile, french=french).doc
    assert [bool(words(doc, quote).fr) for quote in doc.quotes] == [True, True, False]


def test_names_are_marked_where_they_stand(profile):
    doc = both(profile).doc
    for person in doc.participants:
        for language in Language:
            stretches = [each for each in doc.stretches(MarkKind.PERSON, person.id) if each.language is language]
            family = person.name[language].split()[-1]
            assert len(stretches) >= 2
            assert all(family in stretch.words for stretch in stretches)


def test_no_paragraph_is_trimmed(profile):
    doc = both(profile).doc
    assert doc.rows[-1].text(Language.EN).endswith("years.”\u00a0")
    assert doc.rows[-1].text(Language.FR).endswith("»\u00a0")


def test_two_texts_are_paired_row_by_row_and_what_one_lacks_is_left_empty(profile):
    paragraphs = FRENCH.split("\n\n")
    french = "\n\n".join((*paragraphs[:2], *paragraphs[3:]))
    doc = both(profile, french=french).doc
    assert [(bool(row[Language.EN]), bool(row[Language.FR])) for row in doc.rows] == [
        (True, True),
        (True, True),
        (True, False),
        (True, True),
    ]
    assert doc.rows[0].kind is RowKind.HEADLINE
    assert doc.headline == Bilingual(doc.rows[0][Language.EN][0], doc.rows[0][Language.FR][0])


def test_a_caption_in_the_other_language_stays_where_it_stood_and_is_told(profile):
    caption = "Director Odile Tarrant and the President of the Union of Ports, Bram Hollis"
    arrival = read(FRENCH.replace("«\u00a0Ce", f"{caption}\n\n«\u00a0Ce", 1), profile)
    (row,) = [row for row in arrival.doc.rows if row.kind is RowKind.CAPTION]
    assert (row.text(Language.FR), row.text(Language.EN)) == (caption, "")
    assert any("The caption on the French side is in English" in each for each in told(arrival))


@pytest.mark.parametrize("texts", [(ENGLISH, FRENCH), (FRENCH, ENGLISH)])
def test_one_language_after_the_other_in_one_text_makes_both_sides(profile, texts):
    arrival = read("\n\n".join(texts), profile)
    assert arrival.doc.rows == both(profile).doc.rows
    assert "Both languages were found in one text." in told(arrival)


def test_a_short_passage_in_the_other_language_does_not_make_a_second_text(profile):
    note = "The harbour authority publishes its releases in English and in French."
    doc = read(f"{FRENCH * 2}\n\n{note}", profile).doc
    assert not any(row[Language.EN] for row in doc.rows)


def test_texts_given_the_wrong_way_round_are_told_and_not_moved(profile):
    arrival = both(profile, FRENCH, ENGLISH)
    assert arrival.doc.rows[0].text(Language.EN).startswith("L’autorité")
    assert {"The text given as English seems to be French.", "The text given as French seems to be English."} <= {
        *told(arrival)
    }


def test_known_people_are_found_by_their_family_name(profile):
    text = "A quay\n\nTarrant said: “This quay protects our coast and all who live on it.”"
    known = Participant(
        "7",
        Bilingual("Odile Tarrant", ""),
        (Bilingual("Director", "directrice"),),
        country="BE",
        gender=Gender.FEMININE,
    )
    doc = read(text, profile, Language.EN, known=(known,)).doc
    speaker = doc.participant(doc.quotes[0].speaker)
    assert speaker.name.en == "Odile Tarrant"
    assert speaker.functions == (Bilingual("Director", "directrice"),)
    assert (speaker.country, speaker.gender) == ("BE", Gender.FEMININE)
    assert speaker.id != "7"


def test_list_items_lose_their_sign_and_keep_their_level_number_and_marks(profile):
    text = f"{FRENCH}\n  • un point sur Odile Tarrant\n  1. deux\n  2) trois\u00a0\n"
    items = [row for row in read(text, profile).doc.rows if row.kind is RowKind.LIST_ITEM]
    assert [(row.text(Language.FR), row.level, row.number) for row in items] == [
        ("un point sur Odile Tarrant", 1, None),
        ("deux", 1, 1),
        ("trois\u00a0", 1, 2),
    ]
    (name,) = items[0][Language.FR][0].stretches(MarkKind.PERSON)
    assert items[0][Language.FR][0].words_of(name) == "Odile Tarrant"


def test_what_a_page_says_of_its_paragraphs_is_kept(profile):
    page = (
        "<h1>L’autorité portuaire ouvre un deuxième quai</h1><ul><li>3 mars 2026 -</li><li>|</li></ul>"
        "<p>La directrice de l’Autorité portuaire, <b>Odile Tarrant</b>, a ouvert le quai.</p><h2>Et ensuite</h2>"
        "<ol><li>un</li><li>deux</li></ol>"
    )
    doc = arrive(html.manuscript(page), profile).doc
    assert [(row.kind, row.level, row.number) for row in doc.rows] == [
        (RowKind.HEADLINE, 0, None),
        (RowKind.PARAGRAPH, 0, None),
        (RowKind.SUBHEADING, 1, None),
        (RowKind.LIST_ITEM, 1, 1),
        (RowKind.LIST_ITEM, 1, 2),
    ]
    assert doc.release.date == date(2026, 3, 3)
    kinds = {mark.kind for mark in doc.rows[1][Language.FR][0].marks}
    assert kinds == {MarkKind.BOLD, MarkKind.PERSON}


def test_a_table_of_two_columns_is_paired_by_its_rows(profile):
    cells = [
        ("The quay opens today for all of us.", "Le quai ouvre ce jour pour nous tous."),
        ("It is the second of the port.", "C’est le deuxième du port, et il est à nous."),
        ("Nobody is more glad than we are.", "Tarrant\u00a0: oui, bien sûr."),
    ]
    page = "".join(f"<tr><td><p>{en}</p></td><td><p>{fr}</p></td></tr>" for en, fr in cells)
    doc = arrive(html.manuscript(f"<table>{page}</table>"), profile).doc
    assert [(row.text(Language.EN), row.text(Language.FR)) for row in doc.rows] == cells


def test_nothing_at_all_is_an_empty_release(profile):
    assert arrive(html.manuscript(""), profile).doc.rows == ()


def test_each_paragraph_followed_by_its_translation_makes_both_sides(profile):
    english = [each for each in ENGLISH.split("\n\n") if "•" not in each]
    lines = [text for pair in zip(english, FRENCH.split("\n\n"), strict=True) for text in pair]
    arrival = read("\n\n".join(lines), profile)
    assert arrival.doc.rows == both(profile, "\n\n".join(english)).doc.rows


def test_cells_of_many_paragraphs_are_aligned_paragraph_by_paragraph(profile):
    cells = ("".join(f"<p>{line}</p>" for line in text.split("\n\n") if "•" not in line) for text in (ENGLISH, FRENCH))
    doc = arrive(html.manuscript("<table><tr><td>{}</td><td>{}</td></tr></table>".format(*cells)), profile).doc
    assert [row.sides.each(len) for row in doc.rows] == [Bilingual(1, 1)] * 4


def test_a_menu_in_the_other_language_beside_the_text_is_no_translation(profile):
    text = "".join(f"<p>{line}</p>" for line in FRENCH.split("\n\n"))
    menu = "<p>All about the port and what we do</p><p>Where to find us and who we are</p>"
    doc = arrive(html.manuscript(f"<table><tr><td>{menu}</td><td>{text}</td></tr></table>"), profile).doc
    assert not any(row[Language.EN] for row in doc.rows)


@pytest.mark.parametrize("other", ["Communiqué de presse n° 10/28", ""])
def test_the_number_in_the_header_lines_is_the_reference(profile, other):
    english = ENGLISH.replace("3 Mar. 2026 -", "Press Release No. 10/28")
    french = FRENCH.replace("MIRABEL, le", f"{other}\n\nMIRABEL, le", 1)
    arrival = both(profile, english, french)
    assert arrival.doc.release.reference == "10/28"
    assert "Reference: 10/28." in told(arrival)


def test_numbers_that_differ_are_no_reference(profile):
    english = ENGLISH.replace("3 Mar. 2026 -", "Press Release No. 10/28")
    french = FRENCH.replace("MIRABEL, le", "Communiqué de presse n° 10/29\n\nMIRABEL, le", 1)
    assert both(profile, english, french).doc.release.reference == ""


def test_signs_of_a_list_of_contacts_go_on_both_sides(profile):
    english = ENGLISH + "\nContact\n  • Ann Lee, +32 2 555 01 00\n"
    french = FRENCH + "\nContact\n  • Ann Lee, +32 2 555 01 00\n"
    last = both(profile, english, french).doc.rows[-1]
    assert (last.kind, last.text(Language.EN)) == (RowKind.CONTACT, "Ann Lee, +32 2 555 01 00")
    assert last.text(Language.FR) == "Ann Lee, +32 2 555 01 00"


def test_a_title_above_the_headline_of_a_page_is_none(profile):
    page = (
        "<h1>Press release</h1><h3>The harbour opens a second quay</h3><p>MIRABEL, 3 March 2026 – "
        f"{'The quay is open. ' * 12}</p><h5>What is new</h5><p>{'The quay is new. ' * 12}</p>"
    )
    doc = arrive(html.read(page.encode(), Path("a.html")), profile, Language.EN).doc
    assert [(row.kind, row.level) for row in doc.rows] == [
        (RowKind.HEADLINE, 0),
        (RowKind.PARAGRAPH, 0),
        (RowKind.SUBHEADING, 1),
        (RowKind.PARAGRAPH, 0),
    ]


def test_the_switch_of_languages_of_a_page_is_no_text(profile):
    page = f"<div>Français | English</div><h1>The harbour opens a quay</h1><p>{'The quay is open. ' * 12}</p>"
    doc = arrive(html.read(page.encode(), Path("a.html")), profile, Language.EN).doc
    assert [row.kind for row in doc.rows] == [RowKind.HEADLINE, RowKind.PARAGRAPH]


def test_the_town_of_the_header_stands_in_its_field_alone(profile):
    page = f"<h1>The harbour opens a quay</h1><p>3 March 2026</p><h4>Ottawa, Ontario</h4><p>{'It is open. ' * 12}</p>"
    doc = arrive(html.read(page.encode(), Path("a.html")), profile, Language.EN).doc
    assert [row.kind for row in doc.rows] == [RowKind.HEADLINE, RowKind.PARAGRAPH]
    assert doc.release.place.en == "Ottawa"


@pytest.mark.parametrize(
    ("meta", "day"),
    [
        ('<meta name="dcterms.issued" content="2026-03-03">', date(2026, 3, 3)),
        ('<meta property="article:published_time" content="2026-03-03T09:00:00+01:00">', date(2026, 3, 3)),
        ('<meta name="dcterms.date" content="soon">', None),
        ('<meta name="dcterms.modified" content="2026-03-04">', None),
    ],
)
def test_the_head_of_a_page_gives_the_day_that_its_text_does_not(profile, meta, day):
    page = f"<html><head>{meta}</head><body><h1>The harbour opens a quay</h1><p>{'It is open. ' * 20}</p></body></html>"
    assert arrive(html.read(page.encode(), Path("a.html")), profile, Language.EN).doc.release.date == day


def test_the_text_of_a_page_knows_its_day_better_than_its_head(profile):
    head = (
        '<meta name="dcterms.issued" content="2026-03-05"><meta name="dcterms.identifier" content="http://a.example/1">'
    )
    text = f"<h1>The harbour opens a quay</h1><p>MIRABEL, 3 March 2026 – {'It is open. ' * 20}</p>"
    page = f"<html><head>{head}</head><body>{text}</body></html>"
    release = arrive(html.read(page.encode(), Path("a.html")), profile, Language.EN).doc.release
    assert (release.date, release.reference) == (date(2026, 3, 3), "")


def test_a_first_heading_below_paragraphs_is_none_of_the_headline(profile):
    opening = (
        "The lake authority reopens the lake to all ferries on Monday, after a year of works at both of its ports."
    )
    page = f"<p>Lake Orfée reopens to ferries</p><p>{opening} {opening}</p><h1>Fares</h1><p>{opening}</p>"
    doc = arrive(html.manuscript(page), profile).doc
    assert doc.headline.en.text == "Lake Orfée reopens to ferries"
    assert [row.kind for row in doc.rows if row.text(Language.EN) == "Fares"] == [RowKind.SUBHEADING]


LETTERHEADS = [
    "Lake authority\nPress office\n\n",
    "LAKE AUTHORITY\nMedia contact: Bruno Achard\nTel. +33 1 99 00 12 34\nb.achard@lake.example\n\nPRESS RELEASE\n\n",
    "Press contact\nBruno Achard, b.achard@lake.example\n\n",
]
RELEASE = (
    "Lake Orfée reopens to ferries\n\nOrfée, 3 May 2024 – The authority reopens the lake on Monday, after a year of "
    "works at both of its ports and on the quay.\n\n“It is a relief,” said Odile Tarrant, the head of the authority.\n"
)


@pytest.mark.parametrize("letterhead", LETTERHEADS)
def test_whom_to_ask_above_a_headline_says_nothing_of_what_stands_below(letterhead, profile):
    doc = read(letterhead + RELEASE, profile).doc
    assert doc.headline.en.text == "Lake Orfée reopens to ferries"
    assert [row.kind for row in doc.rows][-3:] == [RowKind.HEADLINE, RowKind.PARAGRAPH, RowKind.PARAGRAPH]
    assert doc.release.date == date(2024, 5, 3)
    assert [person.name.en for person in doc.participants] == ["Odile Tarrant"]
    assert doc.quotes[0].speaker == doc.participants[0].id


def test_whom_to_ask_above_a_headline_that_the_file_marks_says_nothing_of_what_stands_below(profile):
    page = "<p>Lake authority</p><p>Press office</p><p>For immediate release</p><h1>Lake Orfée reopens</h1>"
    doc = arrive(
        html.manuscript(f"{page}<p>The authority reopens it on Monday.</p><ul><li>one;<li>two.</ul>"), profile
    ).doc
    assert [row.kind for row in doc.rows if row.kind is not RowKind.CONTACT][-4:] == [
        RowKind.HEADLINE,
        RowKind.PARAGRAPH,
        RowKind.LIST_ITEM,
        RowKind.LIST_ITEM,
    ]


def test_whom_to_ask_below_a_short_release_ends_it(profile):
    text = (
        "Lake Orfée reopens to ferries\n\nThe lake reopens on Monday.\n\nPress contact\nBruno Achard, b@lake.example\n"
    )
    kinds = [row.kind for row in read(text, profile).doc.rows]
    assert kinds == [RowKind.HEADLINE, RowKind.PARAGRAPH, RowKind.CONTACT, RowKind.CONTACT]


def test_quotes_of_one_language_alone_and_guessed_speakers_are_told(profile):
    alone = ENGLISH.replace("said: “The boats have waited for nine years.”", "said that the boats had waited for long.")
    assert "1 quote stands in one language alone." in told(both(profile, english=alone))
    assert not any("alone" in each or "guess" in each for each in told(both(profile)))
    said = "“This quay protects our coast,” said Ms Tarrant. “We needed it, and we have it,” she added."
    orphan = "“This quay protects our coast and those who live there. We needed it, and we have it.”"
    guessed = ENGLISH.replace(said, orphan)
    assert "The speaker of 1 quote is a guess." in told(read(guessed, profile))
