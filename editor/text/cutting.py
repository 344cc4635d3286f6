"""Where a row is cut on one side when it is cut on the other: at the sentence that says what follows there."""

from editor.model.language import Bilingual, Language
from editor.model.rows import Row, Side
from editor.text.alignment import Unit, align
from editor.text.sentences import sentences

Cut = tuple[int, int]
"""A passage (0-based) and a character in it."""


def counterpart(row: Row, language: Language, cut: Cut) -> Cut:
    """Return the place in the other language that answers to a place of this one; the end where nothing follows."""
    places = row.sides.each(_starts)
    units = Bilingual(*(_units(row[tongue], places[tongue]) for tongue in Language))
    before = sum(start < cut for start in places[language])
    follows = 0
    for bead in align(units.en, units.fr):
        own, other = (bead.en, bead.fr) if language is Language.EN else (bead.fr, bead.en)
        if own and own[-1] >= before:
            break
        follows = max((follows, *(place + 1 for place in other)))
    answers = places[language.other]
    if follows < len(answers):
        return answers[follows]
    side = row[language.other]
    return (len(side) - 1, len(side[-1].text)) if side else (0, 0)


def _starts(side: Side) -> tuple[Cut, ...]:
    return tuple((index, start) for index, passage in enumerate(side) for start, _ in sentences(passage.text))


def _units(side: Side, places: tuple[Cut, ...]) -> list[Unit]:
    found = []
    for place, (index, start) in enumerate(places):
        goes_on = place + 1 < len(places) and places[place + 1][0] == index
        end = places[place + 1][1] if goes_on else len(side[index].text)
        found.append(Unit(side[index].text[start:end].strip()))
    return found
