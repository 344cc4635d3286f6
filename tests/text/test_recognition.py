"""Whole releases: the invented ones of this project, and the real ones where they are at hand."""

import json
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from editor.model.language import Language
from editor.text.recognition import DateRole, KnownPerson, recognise
from editor.text.recognition_record import record, split_paragraphs

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.json"))


def read(path: Path, *, with_people: bool = False) -> tuple[dict[str, Any], dict[str, Any]]:
    expected = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    language = Language(expected["lang"])
    paragraphs, _ = split_paragraphs(text)
    known = [KnownPerson(_name(person)) for person in expected["participants"]] if with_people else []
    return expected, record(recognise(paragraphs, language, known), text, expected["id"], language)


def _name(person: dict[str, Any] | str) -> str:
    return person if isinstance(person, str) else str(person["name"])


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_an_invented_release_is_recognised_whole(path: Path) -> None:
    expected, found = read(path)
    assert [(quote["text"], quote["speaker"]) for quote in found["quotes"]] == [
        (quote["text"], quote["speaker"]) for quote in expected["quotes"]
    ]
    assert [(quote["start"], quote["end"]) for quote in found["quotes"]] == [
        (quote["start"], quote["end"]) for quote in expected["quotes"]
    ]
    assert {person["name"] for person in found["participants"]} == {_name(each) for each in expected["participants"]}
    assert (found["published"] or {}).get("date") == expected["published"]
    assert (found["updated"] or {}).get("datetime") == expected["updated"]
    assert (found["dateline"] or {}).get("place") == expected["place"]
    assert [caption["text"] for caption in found["captions"]] == expected["captions"]
    assert set(expected["non_quotes"]) <= {other["text"] for other in found["non_quotes"]}


def gold(shared: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for path in sorted((shared / "communiques").glob("*-??.json")):
        yield read(path)


def test_real_releases_give_nearly_all_quotes_speakers_and_people(shared: Path) -> None:
    spans = right = expected_spans = found_spans = people = expected_people = found_people = 0
    for expected, found in gold(shared):
        ours = {(quote["start"], quote["end"]): quote["speaker"] for quote in found["quotes"]}
        for quote in expected["quotes"]:
            place = (quote["start"], quote["end"])
            spans += place in ours
            right += ours.get(place) == quote["speaker"]
        expected_spans += len(expected["quotes"])
        found_spans += len(ours)
        names = {person["name"] for person in found["participants"]}
        people += len(names & {person["name"] for person in expected["participants"]})
        expected_people += len(expected["participants"])
        found_people += len(names)
    assert 2 * spans / (expected_spans + found_spans) >= 0.95
    assert right / expected_spans >= 0.88
    assert 2 * people / (expected_people + found_people) >= 0.85


def test_real_terms_and_titles_are_not_taken_for_speech(shared: Path) -> None:
    for expected, found in gold(shared):
        places = {(quote["start"], quote["end"]) for quote in found["quotes"]}
        assert not places & {(other["start"], other["end"]) for other in expected["non_quotes"]}


def test_the_real_release_this_project_began_with_needs_no_repair(shared: Path) -> None:
    expected, found = read(shared / "communiques" / "nato-seed-fr.json")
    assert len(found["quotes"]) == 7
    assert {quote["speaker"] for quote in found["quotes"]} == {expected["quotes"][0]["speaker"]}
    assert found["published"]["date"] == "2021-05-17"
    assert found["updated"]["datetime"] == "2021-05-18T13:52"
    assert [(person["name"], person["role"]) for person in found["participants"]] == [
        (person["name"], person["role"]) for person in expected["participants"]
    ]
    assert [caption["language"] for caption in found["captions"]] == ["en"]
    kinds = [shape["kind"] for shape in found["kinds"]]
    assert kinds == ["headline", "header", "header", "header", "paragraph", "caption", *["paragraph"] * 3]


# -- dates and their roles ---------------------------------------------------------------------------------------------

LONG = "The council met for the third time this year and agreed on a plan that will keep every road open until spring."


def roles(language: Language, *paragraphs: str) -> list[DateRole]:
    return [found.role for found in recognise(("Council opens roads", *paragraphs), language).dates]


@pytest.mark.parametrize(
    ("language", "line", "role"),
    [
        (Language.EN, "12 May 2021", DateRole.PUBLISHED),
        (Language.EN, "Published: 12 May 2021", DateRole.PUBLISHED),
        (Language.EN, "Last updated: 12 May 2021 14:05", DateRole.UPDATED),
        (Language.FR, "Mis à jour le: 12 May. 2021 14:05", DateRole.UPDATED),
        (Language.FR, "Dernière modification : 12 mai 2021", DateRole.UPDATED),
        (Language.FR, "Publié le 12/05/2021 à 13h30", DateRole.PUBLISHED),
        (Language.EN, "EMBARGOED UNTIL 00:01 ON 3 OCTOBER 2023", DateRole.EMBARGO),
        (Language.FR, "Sous embargo jusqu’au 15 mars 2024 à 17 h (heure de Paris)", DateRole.EMBARGO),
        (Language.EN, "GENEVA, 3 May 2022 – The agency said today that work will start soon.", DateRole.DATELINE),
        (Language.FR, "Aujourd’hui (17 mai 2021), le conseil s’est réuni pour ouvrir les routes.", DateRole.EVENT),
        (Language.EN, "The council will meet on 17 May 2021 to open the roads of the north.", DateRole.EVENT),
        (Language.EN, "By admin | August 15, 2006", DateRole.PUBLISHED),
        (Language.FR, "Par Service de presse – 15 août 2006", DateRole.PUBLISHED),
        (Language.EN, "The press release issued by the Ministry of Lakes on 7 September 2025.", DateRole.PUBLISHED),
        (Language.FR, "Communiqué publié par le ministère des Lacs le 7 septembre 2025", DateRole.PUBLISHED),
        (
            Language.EN,
            "The ministers spoke of the licence issued by the Lake Board on 7 September 2025 and of other plans.",
            DateRole.EVENT,
        ),
        (Language.FR, "La conférence des pilotes se déroule du 18 au 22 août 2025 au bord du lac.", DateRole.EVENT),
        (Language.FR, "Les actions prévues ce 14 décembre 2018 risquent de prendre de l’ampleur.", DateRole.EVENT),
        (Language.FR, "Lors de la séance du conseil municipal du 30 mars 2021, le budget a été voté.", DateRole.EVENT),
        (Language.FR, "Hier, jeudi 11 avril 2024, une cérémonie a eu lieu au bord du lac.", DateRole.EVENT),
        (Language.FR, "Le stage de l’équipe (3 au 15 juillet 2023 au bord du lac) est complet.", DateRole.EVENT),
        (Language.EN, "She has been named director of the lake board, effective May 9, 2016.", DateRole.EVENT),
        (Language.EN, "The session would take place at 10am on 24 November 2022, in Room XX.", DateRole.EVENT),
        (Language.EN, "The unit will be opened at 3.30pm Monday 8 August 2005 by the Minister.", DateRole.EVENT),
        (Language.FR, "Mais vendredi 20 novembre 2015, l’ambiance était grave au bord du lac.", DateRole.EVENT),
        (Language.EN, "At approximately 10:45 a.m. on March 16, 2021, the boat was found.", DateRole.EVENT),
        (Language.FR, "Le conseil est réuni pour ce jeudi 12 mars 2020 à 18 heures au bord du lac.", DateRole.EVENT),
        (Language.FR, "La loi du 9 décembre 1905 reste la base des travaux du conseil.", DateRole.MENTIONED),
        (Language.EN, "The treaty of 4 April 1949 remains the foundation of the council’s work.", DateRole.MENTIONED),
    ],
)
def test_a_date_tells_its_role(language: Language, line: str, role: DateRole) -> None:
    assert roles(language, line, LONG) == [role]


def test_the_day_of_an_invitation_is_that_of_the_event() -> None:
    for lines in (
        ("Date: 31 March 2025", "Time: 12:00", "Venue: Lake Room"),
        ("Lieu : salle du lac", "Date : 31 mars 2025"),
    ):
        found = recognise(("Council opens roads", LONG, *lines), Language.EN)
        assert [each.role for each in found.dates] == [DateRole.EVENT]
        assert found.published is None
    assert roles(Language.EN, "Date: 31 March 2025", LONG) == [DateRole.PUBLISHED]
    assert roles(Language.EN, LONG, "Date:", "31 March 2025", "Time:", "2:00 p.m. (ET)") == [DateRole.EVENT]


LINES = json.loads((Path(__file__).parent / "dated_lines.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("language", "line", "role", "day"), LINES["dates"])
def test_each_kind_of_date_has_its_role_and_value(language: str, line: str, role: str, day: str) -> None:
    (found,) = recognise(("Council opens roads", line, LONG), Language(language)).dates
    assert (found.role.value, found.date) == (role, date.fromisoformat(day))


@pytest.mark.parametrize(("language", "line", "place"), LINES["places"])
def test_each_kind_of_dateline_names_its_place(language: str, line: str, place: str) -> None:
    found = recognise(("Council opens roads", line, LONG), Language(language)).dateline
    assert found is not None
    assert found.place == place


def test_a_release_is_not_older_than_the_day_it_calls_today() -> None:
    found = recognise(
        (
            "Le conseil ouvre les routes",
            "25 Septembre 2024",
            "Le conseil a ouvert les routes ce jeudi 28 novembre 2024.",
        ),
        Language.FR,
    )
    assert found.published is not None
    assert found.published.date == date(2024, 11, 28)


def test_an_older_day_in_the_text_does_not_move_the_header_date() -> None:
    found = recognise(
        ("Head", "7 December 2017", "Today (7 September 2017), the council opened the roads."), Language.EN
    )
    assert found.published is not None
    assert found.published.date == date(2017, 12, 7)


def test_an_embargo_keeps_its_time_and_zone() -> None:
    found = recognise(("Head", "Embargo until 3 May 2022, 14:00 CEST", LONG), Language.EN)
    (embargo,) = found.dates
    assert (embargo.role, embargo.time, embargo.zone) == (DateRole.EMBARGO, time(14), "+02:00")
    assert found.published is None


def test_an_event_alone_is_no_date_of_publication() -> None:
    found = recognise(("Head", "The ministers met for talks on April 2, 2021 at the academy."), Language.EN)
    assert found.published is None


def test_yearless_dates_take_the_year_of_the_release_or_of_the_caller() -> None:
    found = recognise(("Head", "12 May 2021", "The council will meet on 20 June."), Language.EN)
    assert found.dates[1].date == date(2021, 6, 20)
    found = recognise(("Head", "The council will meet on 20 June."), Language.EN, context_year=2022)
    assert found.dates[0].date == date(2022, 6, 20)


# -- anything at all ---------------------------------------------------------------------------------------------------


def test_nothing_gives_nothing() -> None:
    found = recognise((), Language.EN)
    assert (found.headline, found.quotes, found.participants, found.dates) == (None, (), (), ())


@pytest.mark.parametrize(
    "text",
    [
        '"' * 20000,
        "« " * 20000,
        "“a " * 15000,
        "'a" * 20000,
        " " * 20000 + "x",
        "Abc " * 10000,
        "ABC" * 10000,
        ". " * 20000,
        "said " * 10000,
        "A de " * 8000,
        "1 May " * 8000,
        "(Abc) " * 8000,
        "A – " * 10000,
        "X said: " * 12000,
        "Ann Bell, the mayor, " * 5000,
        "Awa Bell/Reed " * 7000,
        "a\u0301" * 9000,
        "\ud7ff\U0001f4c5" * 9000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_repetition_is_read_to_its_end(text: str) -> None:
    found = recognise(("Head", text, "“It is late and we go,” said Ms Ann Bell."), Language.EN)
    assert len(found.shapes) == 3


def test_reading_again_gives_the_same() -> None:
    path = RELEASES[0]
    assert read(path) == read(path)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("HALIFAX, NS, May 5, 2022 /CNW/ - Port Development Agency of the East (PDA)",), date(2022, 5, 5)),
        (
            ("HALIFAX, NS, May 5, 2022 /CNW/ - The Minister of Ports will open a new quay.", "Date: May 9, 2022"),
            date(2022, 5, 5),
        ),
    ],
)
def test_the_dateline_dates_a_release_of_an_agency(lines: tuple[str, ...], day: date) -> None:
    body = (
        "Helping harbours to seize their chances in every season is what keeps the coast alive and its people at work."
    )
    found = recognise(("Government supports four harbours of the coast", *lines, body), Language.EN)
    assert found.published is not None
    assert found.published.date == day
