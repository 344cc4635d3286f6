"""Facts of a release that its text need not show, as files for readers carry them beside it: pages and Word files.

Each is a name that begins with `communique.` and a value as it is entered into the field of that name. What they say
is read back where the text itself says nothing, and never believed further than a person's typing would be. Status,
notes to editors and publications are this office's alone and are not carried.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from editor.edits.details import enter
from editor.edits.fields import PERSON_FIELDS, RELEASE_FIELDS
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.people import Participant
from editor.model.release import Release

PREFIX: Final = "communique."
CARRIED: Final = (
    "profile", "reference", "date", "updated", "place.en", "place.fr", "country", "embargo", "urgency", "topics",
    "keywords.en", "keywords.fr", "genre", "service", "contact.en", "contact.fr", "telephone.en", "telephone.fr",
    "email.en", "email.fr", "variant.en", "variant.fr"
)  # fmt: skip
"""The fields that are carried, by the names under which they are entered."""
_PERSON: Final = re.compile(r"person\.([1-9]\d?)\.([a-z.]+)")
_MOST_PEOPLE: Final = 99
_FEWEST_LETTERS: Final = 3
"""Letters of a name that is looked for in a text."""
_LONGEST: Final = 1_000
"""Characters of a value that is read."""

Facts = tuple[tuple[str, str], ...]
"""Names of fields, and their values as text."""


def carried(release: Release) -> Facts:
    """Return what a file carries of a release: every field that is filled."""
    found = ((name, _written(release, name)) for name in CARRIED)
    return tuple((f"{PREFIX}{name}", value) for name, value in found if value)


def carried_people(people: Iterable[Participant]) -> Facts:
    """Return what a Word file carries of the participants, whom no text can show in both languages."""
    found = (
        (f"{PREFIX}person.{number}.{name}", field.read(person, "UTC"))
        for number, person in zip(range(1, _MOST_PEOPLE + 1), people, strict=False)
        for name, field in PERSON_FIELDS.items()
    )
    return tuple((name, value) for name, value in found if value)


def people_of(facts: Facts) -> tuple[Participant, ...]:
    """Return the people that a file carries; what does not fit its field is left out, as is who has no name."""
    doc, places = Communique(), dict[str, int]()
    for name, value in facts:
        if found := _PERSON.fullmatch(name):
            place = places.setdefault(found[1], len(doc.participants) + 1)
            with suppress(Unfit):
                doc = enter(f"person.{place}.{found[2]}", value, "UTC").apply(doc)
    return tuple(person for person in doc.participants if _is_name(person.name.en or person.name.fr))


def _is_name(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _FEWEST_LETTERS and not text.islower()


def facts_in(told: Iterable[tuple[str, str]]) -> Facts:
    """Return the facts among names and values of any kind; of a name the first counts, and what is no field goes."""
    facts: dict[str, str] = {}
    for name, value in _known(told):
        facts.setdefault(name, value)
    return tuple(facts.items())


def _known(told: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, value in told:
        field = name.strip().lower().removeprefix(PREFIX)
        if name.strip().lower().startswith(PREFIX) and _is_field(field) and 0 < len(value.strip()) <= _LONGEST:
            yield field, value.strip()


def _is_field(name: str) -> bool:
    person = _PERSON.fullmatch(name)
    return name in CARRIED or (person is not None and person[2] in PERSON_FIELDS)


def _written(release: Release, name: str) -> str:
    """Return a field as text; a moment with its offset, for no zone goes with it."""
    moment = {"updated": release.updated, "embargo": release.embargo}.get(name)
    return moment.isoformat() if moment else RELEASE_FIELDS[name].read(release, "UTC")
