"""Who is meant: pronouns and bare functions resolved to persons, the way a reader would."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from editor.text.functions import gender_of, is_plural, role_key, subject_function
from editor.text.people import FoundPerson
from editor.text.reading import Attribution, Naming, Reading
from editor.text.subjects import is_object
from editor.values import frozen

_FARTHEST = 4
"""A pronoun looks back over this many paragraphs and no farther."""


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
    spoken: list[tuple[int, int, str]] = field(default_factory=list)

    def person(self, name: str) -> FoundPerson | None:
        """Return a person by full name."""
        return next((person for person in self.people if person.name == name), None)


def resolve(attribution: Attribution, paragraph: int, memory: Memory) -> Speaker:
    """Return whom an attribution means."""
    if attribution.naming is Naming.NAME:
        sure = Confidence.CERTAIN if attribution.strong else Confidence.LIKELY
        return Speaker(attribution.named, sure, attribution.shape)
    if attribution.naming is Naming.FUNCTION:
        return _holder(attribution, paragraph, memory)
    if attribution.naming is Naming.BODY:
        called = _called(attribution.named, memory)
        if called is not None:
            return Speaker(called, Confidence.LIKELY, "epithet")
        return Speaker(attribution.named, Confidence.LIKELY, "unlisted name")
    method = "pronoun" if attribution.naming is Naming.PRONOUN else "continued"
    name = antecedent(memory, paragraph, attribution.start, attribution.gender)
    sure = Confidence.LIKELY if attribution.naming is Naming.PRONOUN else Confidence.GUESS
    return Speaker(name, sure if name else Confidence.GUESS, method)


def _called(word: str, memory: Memory) -> str | None:
    """Return the one person before whose name a word stands somewhere: « le Fribourgeois » of « le Fribourgeois X »."""
    if " " in word or not word[:1].isupper():
        return None
    return next(
        (
            person.name
            for person in memory.people
            for where, start, _ in person.mentions
            if memory.readings[where].flat.endswith(f"{word} ", 0, start)
        ),
        None,
    )


def antecedent(memory: Memory, paragraph: int, offset: int, gender: str = "") -> str | None:
    """Return the last speaker or the subject of the last sentence before a place, of a fitting gender."""
    for index in range(paragraph, max(-1, paragraph - _FARTHEST), -1):
        if index in memory.silent and index != paragraph:
            continue
        limit = offset if index == paragraph else len(memory.readings[index].text)
        for _, name in sorted(_subjects(memory, index, limit), reverse=True):
            person = memory.person(name)
            if not gender or person is None or person.gender in {"", gender}:
                return name
        fitting = _of_gender(memory, index, limit, gender) if gender else None
        if fitting is not None:
            return fitting
    return None


def _of_gender(memory: Memory, index: int, limit: int, gender: str) -> str | None:
    """Return the last person before a place of whom a title or honorific tells the gender a pronoun asks for."""
    for mention in reversed(memory.readings[index].mentions):
        person = memory.person(mention.person)
        if mention.start < limit and person is not None and person.gender == gender:
            return person.name
    return None


def _subjects(memory: Memory, index: int, limit: int) -> list[tuple[int, str]]:
    """Return the subjects of one paragraph before `limit`: speakers so far, and the first name of each sentence."""
    found = [(at, name) for where, at, name in memory.spoken if where == index and at < limit]
    reading = memory.readings[index]
    for start, end in reading.sentences:
        holder = _opening_holder(memory, index, start, min(end, limit))
        if holder is not None:
            found.append(holder)
            continue
        for mention in reading.mentions:
            if is_object(reading, mention):
                continue
            if start <= mention.start < min(end, limit) and not _is_quoted(memory, index, mention.start):
                if mention.start >= limit:
                    break
                if not any(start <= at < end for at, _ in found):
                    found.append((mention.start, mention.person))
                break
    return found


def _opening_holder(memory: Memory, index: int, start: int, end: int) -> tuple[int, str] | None:
    """Return whom the function means that opens a sentence as its subject: “The Prime Minister said she…”."""
    reading = memory.readings[index]
    stop = subject_function(reading.flat, start, end, reading.language)
    if stop is None or _is_quoted(memory, index, start):
        return None
    if any(start <= mention.start <= stop + 3 for mention in reading.mentions):
        return None
    words = reading.text[start:stop]
    if is_plural(words, reading.language):
        return None
    named = _holder(Attribution(start, stop, "post", Naming.FUNCTION, words), index, memory, fallback=False)
    return (start, named.name) if named.name is not None and named.confidence is Confidence.CERTAIN else None


def _is_quoted(memory: Memory, index: int, offset: int) -> bool:
    return any(start <= offset < end for start, end in memory.quoted[index])


def _holder(attribution: Attribution, paragraph: int, memory: Memory, *, fallback: bool = True) -> Speaker:
    """Return the person whose function fits best; among equals the one named last before the quote."""
    wanted = role_key(attribution.named)
    language = memory.readings[paragraph].language
    if is_plural(attribution.named, language):
        return Speaker(attribution.named, Confidence.LIKELY, "several")
    gender = gender_of(attribution.named, language)
    best: tuple[int, int, tuple[int, int], str] | None = None
    for person in memory.people:
        theirs = role_key(f"{person.role} {_spelt_out(person.honorific)}")
        shared = len(wanted & theirs)
        if not shared or (gender and person.gender and gender != person.gender):
            continue
        missing = -len(wanted - theirs) - len((theirs - wanted) & _LOWER)
        score = (shared, missing, _last_before(person, paragraph, attribution.start), person.name)
        if best is None or score[:3] > best[:3]:
            best = score
    if best is not None:
        return Speaker(best[3], Confidence.CERTAIN if best[1] == 0 else Confidence.LIKELY, "function")
    name = antecedent(memory, paragraph, attribution.start, gender) if fallback else None
    if name is None and fallback:
        untitled = [person.name for person in memory.people if not person.role]
        name = untitled[0] if len(untitled) == 1 else None
    return Speaker(name or attribution.named, Confidence.GUESS, "function")


_LOWER = frozenset(
    [
        "deputy",
        "assistant",
        "vice",
        "under",
        "associate",
        "acting",
        "former",
        "adjoint",
        "delegue",
        "ancien",
        "ex",
        "sous",
        "suppleant",
        "interim",
    ]
)
"""What keeps a holder from being meant by the bare function: “the Secretary” is not the Deputy Secretary."""


def _spelt_out(honorific: str) -> str:
    return {"Dr": "doctor docteur", "Dr.": "doctor docteur", "Prof.": "professor", "Pr": "professeur"}.get(
        honorific, honorific
    )


def _last_before(person: FoundPerson, paragraph: int, offset: int) -> tuple[int, int]:
    places = [(where, start) for where, start, _ in person.mentions if (where, start) <= (paragraph, offset)]
    return max(places, default=(-1, -1))
