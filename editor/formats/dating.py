"""The line that states the date of a release in files that have no field for it, where its text does not."""

from dataclasses import replace
from datetime import date
from typing import Final

from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row, RowKind
from editor.text.date_writing import write_day
from editor.text.dates import find_dates

_ID: Final = "date"
_TITLES: Final = (RowKind.HEADLINE, RowKind.SUBHEADLINE)
_OPENING: Final = 4
"""Rows in which a reader looks for the date of a release."""


def dated(doc: Communique) -> Communique:
    """Return a communiqué whose date stands in its text: where it does not yet, as a line below the titles.

    Only for files that are read by people; an import reads the line for the field again and drops it.
    """
    day = doc.release.date
    if day is None or any(row.id == _ID for row in doc.rows):
        return doc
    lines = Bilingual(*(_line(doc, language, day) for language in Language))
    if not lines.en and not lines.fr:
        return doc
    place = next((index for index, row in enumerate(doc.rows) if row.kind not in _TITLES), len(doc.rows))
    row = Row(_ID, lines.each(lambda line: (Passage(line),) if line else ()), RowKind.DATELINE)
    return replace(doc, rows=(*doc.rows[:place], row, *doc.rows[place:]))


def _line(doc: Communique, language: Language, day: date) -> str:
    """Return the date in words, or nothing where a language has no text or states it itself."""
    texts = [row.text(language) for row in doc.rows if row.has_text(language)]
    found = (each.day for text in texts[:_OPENING] for each in find_dates(text, language, day.year))
    return "" if not texts or day in found else write_day(day, language)
