"""Cards: the persons recognised in one text or two, each once, with the name and function of either language."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from editor.formats.arrival.texts import Text
from editor.model.language import Bilingual, Language
from editor.model.people import Gender, Participant
from editor.text.letters import folded
from editor.text.people import KnownPerson
from editor.text.recognition import FoundPerson
from editor.values import frozen

_ALIKE: Final = 0.8
"""From here two family names are one name in the spelling of either language: Zelenskyy, Zelensky."""


@frozen
class Person:
    """A person as each text names them; None where a text does not."""

    found: Bilingual[FoundPerson | None]

    @property
    def names(self) -> Bilingual[str]:
        """The name in each language; a text that does not name the person is given the name of the other."""
        any_name = next(each.name for each in self.found if each)
        return self.found.each(lambda each: each.name if each else any_name)


def people_in(texts: Bilingual[Text | None]) -> tuple[Person, ...]:
    """Return the persons of the texts, in the order in which they are first named."""
    people: list[Person] = []
    for text in texts:
        if text is not None:
            _add(people, text)
    return tuple(people)


def _add(people: list[Person], text: Text) -> None:
    for found in text.found.participants:
        place = _same(people, found, text.language)
        if place is None:
            people.append(Person(_only(found, text.language)))
        else:
            people[place] = Person(people[place].found.having(text.language, found))


def cards_of(
    people: Sequence[Person], ids: Iterable[str], known: Sequence[Participant] = ()
) -> tuple[Participant, ...]:
    """Return a card for each person, with these ids; what the texts do not tell is taken from those `known`."""
    return tuple(_filled(_card(person, id_), known) for person, id_ in zip(people, ids, strict=True))


def completed(card: Participant, person: Person) -> Participant:
    """Return a card with what the texts tell of its person, where the card says nothing; what it says stays."""
    told = _card(person, card.id)
    functions = card.functions or told.functions
    if card.functions and told.functions:
        functions = (_either(card.function, told.function), *card.functions[1:])
    return replace(
        card,
        name=_either(card.name, told.name),
        functions=functions,
        organisation=_either(card.organisation, told.organisation),
        country=card.country or told.country,
        honorific=_either(card.honorific, told.honorific),
        gender=card.gender or told.gender,
    )


def _either(own: Bilingual[str], others: Bilingual[str]) -> Bilingual[str]:
    return Bilingual(own.en or others.en, own.fr or others.fr)


def as_known(people: Iterable[Participant], language: Language) -> tuple[KnownPerson, ...]:
    """Return people as the recognition of one language is told of them."""
    return tuple(
        KnownPerson(name, person.function[language], person.organisation[language], person.country)
        for person in people
        if (name := person.name[language] or person.name[language.other])
    )


def _filled(card: Participant, known: Sequence[Participant]) -> Participant:
    """Return a card with what is known of the person beside what the texts tell."""
    names = set(map(folded, filter(None, card.name)))
    other = next((each for each in known if names & set(map(folded, filter(None, each.name)))), None)
    if other is None:
        return card

    return replace(
        card,
        # The texts were read with the directory's own spelling at hand.
        name=_either(other.name, card.name),
        functions=(_either(card.function, other.function), *other.functions[1:]) if other.functions else card.functions,
        organisation=_either(card.organisation, other.organisation),
        country=card.country or other.country,
        honorific=_either(card.honorific, other.honorific),
        gender=card.gender or other.gender,
        aliases=other.aliases,
        code=other.code,
    )


def speaker_in(people: Sequence[Person], name: str | None, language: Language) -> int | None:
    """Return the place of the person whom a text names as a speaker."""
    if not name:
        return None
    wanted = folded(name)
    for place, each in enumerate(people):
        found = each.found[language]
        if found and folded(found.name) == wanted:
            return place
    return next((place for place, each in enumerate(people) if wanted in map(folded, each.names)), None)


def _only(found: FoundPerson, language: Language) -> Bilingual[FoundPerson | None]:
    return Bilingual(found, None) if language is Language.EN else Bilingual(None, found)


def _same(people: Sequence[Person], found: FoundPerson, language: Language) -> int | None:
    """Return the place of the person whom the other text names so, in the spelling of its language."""
    free = [(place, each.found[language.other]) for place, each in enumerate(people) if each.found[language] is None]
    for test in (_equal, _near):
        for place, other in free:
            if other and test(folded(other.name).split(), folded(found.name).split()):
                return place
    return None


def _equal(one: list[str], other: list[str]) -> bool:
    return one == other


def _near(one: list[str], other: list[str]) -> bool:
    """Whether two names are one in two spellings, or one of them is only the other's family name."""
    if len(one) == 1 or len(other) == 1:
        return one[-1:] == other[-1:]
    same_first = one[0][:1] == other[0][:1]
    return same_first and SequenceMatcher(None, one[-1], other[-1]).ratio() >= _ALIKE


def _card(person: Person, id_: str) -> Participant:
    told = [each for each in person.found if each]
    function = person.found.each(lambda each: each.role if each else "")
    gender = next((each.gender for each in told if each.gender), "")
    return Participant(
        id=id_,
        name=person.names,
        functions=(function,) if function.en or function.fr else (),
        organisation=person.found.each(lambda each: each.organisation if each else ""),
        country=next((each.country for each in told if each.country), ""),
        honorific=person.found.each(lambda each: each.honorific if each else ""),
        gender=Gender(gender) if gender else None,
    )
