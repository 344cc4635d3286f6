"""Rows: the passages of either language with the marks of the quotes and persons that were recognised in them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from editor.formats.arrival.pairing import Pairing
from editor.formats.arrival.people import Person
from editor.formats.arrival.quotes import BothSaid
from editor.formats.arrival.texts import Kept, Text
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row, RowKind, Side

Marks = Mapping[tuple[Language, int], Sequence[Mark]]
"""The marks of each kept block, in characters of what remains of it."""
_WEAKEST: Final = (RowKind.PARAGRAPH, RowKind.SUBHEADING)
"""Kinds that are taken for want of a better one."""


def marks_of(
    texts: Bilingual[Text | None],
    people: Sequence[tuple[str, Person]],
    quotes: Sequence[tuple[str, BothSaid]],
) -> Marks:
    """Return the marks of all persons and quotes, each with its id."""
    marks: dict[tuple[Language, int], list[Mark]] = defaultdict(list)
    for id_, pair in quotes:
        for language in Language:
            for said in pair.sides[language]:
                for each in said.stretches:
                    marks[language, each.place].append(Mark(each.start, each.end, MarkKind.QUOTE, id_))
    for text in texts:
        if text:
            _mark_people(text, people, marks)
    return marks


def rows_of(
    texts: Bilingual[Text | None], pairings: Sequence[Pairing], ids: Sequence[str], marks: Marks
) -> tuple[Row, ...]:
    """Return the rows; only the first headline stays one."""
    rows: list[Row] = []
    has_headline = False
    for pairing, id_ in zip(pairings, ids, strict=True):
        kept = [
            text.kept[place] for language in Language if (text := texts[language]) for place in pairing.sides[language]
        ]
        kind, level, number = _kind(kept, has_headline=has_headline)
        has_headline = has_headline or kind is RowKind.HEADLINE
        sides: Bilingual[Side] = Bilingual((), ())
        for language in Language:
            text = texts[language]
            if text:
                side = tuple(
                    _passage(text.kept[place], marks.get((language, place), ())) for place in pairing.sides[language]
                )
                sides = sides.having(language, side)
        rows.append(Row(id_, sides, kind, level, number, certainty=pairing.certainty))
    return tuple(rows)


def _mark_people(
    text: Text, people: Sequence[tuple[str, Person]], marks: dict[tuple[Language, int], list[Mark]]
) -> None:
    for id_, person in people:
        found = person.found[text.language]
        for paragraph, start, end in found.mentions if found else ():
            place = text.kept_at(paragraph)
            sign = 0 if place is None else text.kept[place].sign
            if place is not None and sign <= start < end:
                marks[text.language, place].append(Mark(start - sign, end - sign, MarkKind.PERSON, id_))


def _kind(kept: Sequence[Kept], *, has_headline: bool) -> tuple[RowKind, int, int | None]:
    """Return what a row is: what either side is for certain, else what its first block is."""
    shapes = [
        (each.kind, each.level, each.number) for each in kept if not (has_headline and each.kind is RowKind.HEADLINE)
    ]
    usual = (RowKind.PARAGRAPH, 0, None)
    return next((shape for shape in shapes if shape[0] not in _WEAKEST), shapes[0] if shapes else usual)


def _passage(kept: Kept, marks: Sequence[Mark]) -> Passage:
    passage = kept.block.passage.cut(kept.sign, len(kept.block.text)) if kept.sign else kept.block.passage
    return Passage(passage.text, (*passage.marks, *marks)) if marks else passage
