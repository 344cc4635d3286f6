"""Makes the example release: the two texts in `resources/examples`, labelled by hand, in one file of our own.

Run from the checkout: `.venv/bin/python packaging/example.py`. The labels are written out here and not recognised, so
that tests may hold what the program recognises against them.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from editor.formats import native
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage, in_order
from editor.model.people import Gender, Participant, Quote
from editor.model.release import Release
from editor.model.rows import Confirmation, Row, RowKind

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "examples"
NAME = "lake-ferry"
BULLET = "  • "

KINDS = (
    RowKind.HEADLINE,
    RowKind.PARAGRAPH,
    RowKind.PARAGRAPH,
    RowKind.PARAGRAPH,
    RowKind.CAPTION,
    RowKind.SUBHEADING,
    RowKind.LIST_ITEM,
    RowKind.LIST_ITEM,
    RowKind.LIST_ITEM,
    RowKind.PARAGRAPH,
    RowKind.PARAGRAPH,
    RowKind.BOILERPLATE,
    RowKind.BOILERPLATE,
    RowKind.CONTACT,
)
"""What each line of the texts is, in order; both texts have the same lines."""

WITH_LEVEL = (RowKind.SUBHEADING, RowKind.LIST_ITEM)
CONFIRMED = range(5)
"""The rows that somebody has confirmed already; the others wait for it."""

DELCOURT = Participant(
    id="p1",
    name=Bilingual("Marthe Delcourt-Vey", "Marthe Delcourt-Vey"),
    functions=(
        Bilingual(
            "Director General of the Orvane Lake Commission", "directrice générale de la Commission du lac d’Orvane"
        ),
    ),
    organisation=Bilingual("Orvane Lake Commission", "Commission du lac d’Orvane"),
    country="FR",
    honorific=Bilingual("Ms", "Mme"),
    gender=Gender.FEMININE,
)
RIVOIRE = Participant(
    id="p2",
    name=Bilingual("Anselm Rivoire", "Anselm Rivoire"),
    functions=(Bilingual("President of the region of Haute-Orvane", "président de la région Haute-Orvane"),),
    organisation=Bilingual("Region of Haute-Orvane", "région Haute-Orvane"),
    country="FR",
    honorific=Bilingual("Mr", "M."),
    gender=Gender.MASCULINE,
    aliases=("Rivoire",),
)
SPEAKERS = (DELCOURT, DELCOURT, RIVOIRE, RIVOIRE, DELCOURT)
"""Who says each quote, in the order of the texts."""

MARKS = {Language.EN: ("“", "”"), Language.FR: ("«\u00a0", "\u00a0»")}


@dataclass(slots=True)
class Counter:
    """How many quotes have been met in one language."""

    met: int = 0


def lines(language: Language) -> list[str]:
    """Return the lines of one text that say anything."""
    text = (FOLDER / f"{NAME}.{language.value}.txt").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line]


def passage(line: str, language: Language, counter: Counter) -> Passage:
    """Return one line with its quotes and names marked."""
    text = line.removeprefix(BULLET)
    marks = [
        Mark(*found.span(), MarkKind.PERSON, person.id)
        for person in (DELCOURT, RIVOIRE)
        for found in re.finditer("|".join(map(re.escape, (person.name[language], *person.aliases))), text)
    ]
    opening, closing = MARKS[language]
    end = 0
    while (found := text.find(opening, end)) >= 0:
        start = found + len(opening)
        end = text.index(closing, start)
        counter.met += 1
        marks.append(Mark(start, end, MarkKind.QUOTE, f"q{counter.met}"))
    return Passage(text, in_order(marks))


def rows() -> tuple[Row, ...]:
    """Return the lines of both texts as rows."""
    sides = {}
    for language in Language:
        counter = Counter()
        sides[language] = [passage(line, language, counter) for line in lines(language)]
    return tuple(
        Row(f"r{number}", Bilingual((en,), (fr,)), kind, level=1 if kind in WITH_LEVEL else 0)
        for number, (en, fr, kind) in enumerate(
            zip(sides[Language.EN], sides[Language.FR], KINDS, strict=True), start=1
        )
    )


def example() -> Communique:
    """Return the example: fields filled, people and quotes labelled, the first rows confirmed."""
    at = datetime(2026, 3, 12, 9, 40, tzinfo=timezone(timedelta(hours=1)))
    labelled = tuple(
        replace(row, confirmation=Confirmation(row.wording, "C. Aubry", at)) if index in CONFIRMED else row
        for index, row in enumerate(rows())
    )
    release = Release(
        profile="sample",
        reference="2026-014",
        date=date(2026, 3, 12),
        place=Bilingual("Saint-Orvan", "Saint-Orvan"),
        country="FR",
        topics=("20000343", "20001362"),
        variants=Bilingual("en-GB", "fr-FR"),
    )
    quotes = tuple(Quote(f"q{number}", speaker.id) for number, speaker in enumerate(SPEAKERS, start=1))
    return Communique(labelled, (DELCOURT, RIVOIRE), quotes, release=release, counter=len(labelled))


if __name__ == "__main__":
    (FOLDER / f"{NAME}.communique").write_bytes(native.write(example()))
