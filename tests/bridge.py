"""A small release in both languages, complete and without fault: invented place, invented bridge."""

from datetime import date

from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.release import Release
from editor.model.rows import Row, RowKind


def row(row_id, english, french, kind=RowKind.PARAGRAPH):
    return Row(row_id, Bilingual((Passage(english),), (Passage(french),)), kind)


DOC = Communique(
    (
        row("r1", "A new bridge opens", "Un nouveau pont ouvre", RowKind.HEADLINE),
        row("r2", "The bridge of Orvane opens today.", "Le pont d’Orvane ouvre aujourd’hui."),
        row("r3", "The bridge at dawn", "Le pont à l’aube", RowKind.CAPTION),
    ),
    release=Release(
        "sample", "2026-014", date(2021, 5, 17), place=Bilingual("Saint-Orvan", "Saint-Orvan"), country="FR"
    ),
    counter=3,
)
