"""What a reader of a release keeps in mind: its persons, what was read of each paragraph, who spoke where."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from editor.model.language import Language
from editor.text.epithets import initials
from editor.text.houses import Houses
from editor.text.offices import role_key
from editor.text.people import FoundPerson
from editor.text.reading import Naming, Reading
from editor.text.saying import Manner
from editor.text.subjects import subject_before
from editor.values import frozen

_SEVERAL = 2


class Confidence(Enum):
    """How sure a finding is: certain (named beside the quote), likely (resolved by rule), guess (never export)."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


@frozen
class Speaker:
    """The answer: a name or None, how sure, and by which way it was found."""

    name: str | None
    confidence: Confidence
    method: str


@dataclass(slots=True)
class Memory:
    """What has been read so far: persons, readings of all paragraphs, who spoke where."""

    people: Sequence[FoundPerson]
    readings: Sequence[Reading]
    quoted: Sequence[Sequence[tuple[int, int]]]
    silent: frozenset[int] = frozenset()
    headings: frozenset[int] = frozenset()
    spoken: list[tuple[int, int, str]] = field(default_factory=list)

    _houses: Houses | None = None
    _untitled: list[str] | None = None
    _offices: list[tuple[FoundPerson, frozenset[str]]] | None = None

    @property
    def houses(self) -> Houses:
        """Return the houses of the release, read at the first question."""
        if self._houses is None:
            texts = [reading.text for reading in self.readings]
            language = self.readings[0].language if self.readings else Language.EN
            self._houses = Houses(texts, language, {person.name for person in self.people})
        return self._houses

    @property
    def offices(self) -> list[tuple[FoundPerson, frozenset[str]]]:
        """Return the persons with the words that matter of their functions."""
        if self._offices is None:
            self._offices = [
                (person, role_key(f"{person.role} {_spelt_out(person.honorific)}") | initials(person.role))
                for person in self.people
            ]
        return self._offices

    @property
    def untitled(self) -> list[str]:
        """Return the persons whose function the text never tells; of several, those who speak by name."""
        if self._untitled is None:
            names = [person.name for person in self.people if not person.role]
            speaking = _speaking(self) if len(names) >= _SEVERAL else set(names)
            self._untitled = [name for name in names if name in speaking]
        return self._untitled

    def person(self, name: str) -> FoundPerson | None:
        """Return a person by full name."""
        return next((person for person in self.people if person.name == name), None)


def _speaking(memory: Memory) -> set[str]:
    """Return the persons who stand by name as the subject of a verb of saying."""
    found = [
        subject_before(reading, sentence_start(reading, saying.start), saying, "post")
        for reading in memory.readings
        for saying in reading.sayings
        if saying.manner is Manner.FINITE and not saying.weak
    ]
    return {each.named for each in found if each is not None and each.naming is Naming.NAME}


def _spelt_out(honorific: str) -> str:
    return {"Dr": "doctor docteur", "Dr.": "doctor docteur", "Prof.": "professor", "Pr": "professeur"}.get(
        honorific, honorific
    )


def only_person(memory: Memory) -> str | None:
    """Return the one person of the release, None where there are several or none."""
    names = {person.name for person in memory.people}
    return names.pop() if len(names) == 1 else None


def may_be(person: FoundPerson | None, gender: str) -> bool:
    """Tell whether a word of that gender ("m", "f") may mean a person; None is somebody nothing is known of."""
    return person is None or person.gender in {"", gender}


def last_before(person: FoundPerson, paragraph: int, offset: int) -> tuple[int, int]:
    """Return the paragraph and code point at which a person is named last before a place; (-1, -1) for nowhere."""
    places = [(where, start) for where, start, _ in person.mentions if (where, start) <= (paragraph, offset)]
    return max(places, default=(-1, -1))


def sentence_start(reading: Reading, offset: int) -> int:
    """Return where the sentence begins that holds a code point of a paragraph."""
    return next((start for start, _ in reversed(reading.sentences) if start <= offset), 0)


def is_quoted(memory: Memory, index: int, offset: int) -> bool:
    """Tell whether a code point of a paragraph stands between marks."""
    return any(start <= offset < end for start, end in memory.quoted[index])
