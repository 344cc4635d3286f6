"""Renaming: where the texts write a person's name as it was before, and what would be written there instead."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from editor.checks.mentions import Named, mentions, names_of
from editor.checks.spot import Spot
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind
from editor.model.people import Participant
from editor.text.letters import folded
from editor.text.naming import family_name
from editor.values import frozen


@frozen
class Renaming:
    """A place that names somebody in former words, with the passage around it, and the words that are due."""

    where: Address
    spot: Spot
    words: str
    text: str


def places_to_rename(
    doc: Communique, person: Participant, former: Sequence[str], name: Bilingual[str]
) -> tuple[Renaming, ...]:
    """Return the places that write one of the `former` names of a person, whole or the family name alone.

    So do the words that are marked as this person and are none of the card's names. Capitals of a heading stay.
    """
    before = replace(person, name=Bilingual("", ""), aliases=tuple(former))
    found = []
    for row in doc.rows:
        for language in Language:
            places = mentions(row, language, before)
            places += _marked_otherwise(doc, person, row.id, language, places)
            found += [_renaming(place, name[language] or name[language.other]) for place in places]
    return tuple(each for each in found if each.text != each.words)


def misnamed(doc: Communique, person: Participant) -> tuple[str, ...]:
    """Return the words marked as a person that are none of the ways the card writes the name, each once."""
    known = _forms(person)
    words = (stretch.words for stretch in doc.stretches(MarkKind.PERSON, person.id))
    return tuple(dict.fromkeys(each for each in words if folded(each) not in known))


def _forms(person: Participant) -> frozenset[str]:
    names = [folded(name) for name in names_of(person)]
    return frozenset((*names, *map(family_name, names), *(word for name in names for word in name.split())))


def _marked_otherwise(
    doc: Communique, person: Participant, row_id: str, language: Language, taken: Iterable[Named]
) -> list[Named]:
    known, found = _forms(person), []
    covered = [(place.spot.index, place.start, place.end) for place in taken]
    for stretch in doc.stretches(MarkKind.PERSON, person.id):
        start, end = stretch.mark.start, stretch.mark.end
        if stretch.row.id != row_id or stretch.language is not language or folded(stretch.words) in known:
            continue
        if any(index == stretch.passage and first < end and start < last for index, first, last in covered):
            continue
        spot = Spot(stretch.row, language, stretch.passage, stretch.row[language][stretch.passage].text)
        found.append(Named(spot, start, end, " " in stretch.words))
    return found


def _renaming(place: Named, name: str) -> Renaming:
    text = name if place.is_full else family_name(name)
    if place.words.isupper() and len(place.words) > 1:
        text = text.upper()
    return Renaming(place.spot.at(place.start, place.end), place.spot, place.words, text)
