"""Who is meant: pronouns and bare functions resolved to persons, the way a reader would."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from editor.model.language import Language
from editor.text.epithets import also_called, initials, is_inhabitant, named_by_deed, nation_of, short_form, somebody
from editor.text.functions import subject_function
from editor.text.houses import Houses, is_house, is_paper
from editor.text.lexicon import alternatives, verbs
from editor.text.offices import article_gender, gender_of, is_plural, role_key
from editor.text.patterns import pattern_of
from editor.text.people import FoundPerson
from editor.text.reading import Attribution, Naming, Reading
from editor.text.saying import Manner
from editor.text.subjects import is_object, subject_before
from editor.values import frozen

_SEVERAL = 2
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


def resolve(attribution: Attribution, paragraph: int, memory: Memory) -> Speaker:
    """Return whom an attribution means."""
    if attribution.naming is Naming.NAME:
        sure = Confidence.CERTAIN if attribution.strong else Confidence.LIKELY
        return Speaker(attribution.named, sure, attribution.shape)
    if attribution.naming is Naming.FUNCTION:
        return _holder(attribution, paragraph, memory)
    if attribution.naming is Naming.BODY:
        called = _called(attribution.named, memory) or _by_initials(attribution.named, memory)
        called = called or _epithet(attribution, paragraph, memory)
        if called is not None:
            return Speaker(called, Confidence.LIKELY, "epithet")
        house = memory.houses.called(attribution.named, paragraph)
        if house:
            return Speaker(house, Confidence.LIKELY, "house")
        longer = memory.houses.spelt_out(attribution.named)
        if longer:
            return Speaker(longer, Confidence.LIKELY, "house")
        writer = antecedent(memory, paragraph, attribution.start) if is_paper(attribution.named) else None
        if writer is not None:
            return Speaker(writer, Confidence.GUESS, "paper")
        return Speaker(_without_article(attribution.named), Confidence.LIKELY, "unlisted name")
    if attribution.named == "on":
        return Speaker(_around(memory.readings[paragraph], attribution.start), Confidence.GUESS, "pronoun")
    method = "pronoun" if attribution.naming is Naming.PRONOUN else "continued"
    name = None
    if attribution.named in _latter(memory.readings[paragraph].language):
        name = _named_last(memory, paragraph, attribution.start)
    by_pronoun = attribution.naming is Naming.PRONOUN
    name = name or antecedent(memory, paragraph, attribution.start, attribution.gender, houses=by_pronoun)
    sure = Confidence.LIKELY if attribution.naming is Naming.PRONOUN else Confidence.GUESS
    return Speaker(name, sure if name else Confidence.GUESS, method)


def _around(reading: Reading, offset: int) -> str | None:
    """Return the house where « on » speaks: « À la présidence de l’assemblée, on parle de « … » »; None elsewhere."""
    start = _sentence_start(reading, offset)
    match = _WHERE.match(reading.flat, start, offset)
    return reading.text[match.start("house") : match.end("house")] if match is not None else None


_WHERE = pattern_of(
    r"(?:[ÀA] (?:la |l')|Au |Aux |Chez |Du côté (?:de la |de l'|du |des ))(?P<house>[^,.;:«»]{3,80}), $"
)


def _without_article(words: str) -> str:
    """Return the name of an office written small without its article: « ministère des Armées »."""
    bare = _BODY_ARTICLE.sub("", words)
    return bare if is_house(bare) and _OF_NAME.search(bare) is not None else words


_BODY_ARTICLE = pattern_of(r"^(?:the |le |la |l['’])")
_OF_NAME = pattern_of(r" (?:of |for |de |du |des |d['’])(?:the |la |l['’])?[A-ZÀ-Þ]")


def _named_last(memory: Memory, paragraph: int, offset: int, gender: str = "") -> str | None:
    """Return whom « ce dernier », “the latter” means: who is named last before it, subject of a sentence or not."""
    for index in range(paragraph, max(-1, paragraph - 2), -1):
        reading = memory.readings[index]
        limit = offset if index == paragraph else len(reading.text)
        named = [(each.start, each.person) for each in reading.mentions]
        named += [(each.start, each.name) for each in reading.candidates if each.is_full and not each.trailing]
        before = [(start, name) for start, name in named if start < limit and not _is_quoted(memory, index, start)]
        before = [each for each in before if not gender or _may_be(memory.person(each[1]), gender)]
        if before:
            return max(before)[1]
    return None


@cache
def _latter(language: Language) -> frozenset[str]:
    return frozenset(verbs(language)["latter"])


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


def _by_initials(word: str, memory: Memory) -> str | None:
    """Return the person whose whole function letters stand for: « le CEMA » of « chef d’état-major des armées »."""
    if not word.isupper() or len(word) < _SHORTEST_FORM:
        return None
    return next((each.name for each in memory.people if short_form(each.role) == word.lower()), None)


_SHORTEST_FORM = 3


def _epithet(attribution: Attribution, paragraph: int, memory: Memory) -> str | None:
    """Return whom a noun for any person means, or the name of a people: « le jeune homme », « le Norvégien »."""
    gender = somebody(attribution.named)
    if gender is not None:
        last = _named_last(memory, paragraph, attribution.start, gender)
        return last or antecedent(memory, paragraph, attribution.start, gender)
    reading = memory.readings[paragraph]
    word = attribution.named
    if not is_inhabitant(reading, attribution.start, attribution.end, word):
        return None
    code = nation_of(word, reading.language)
    theirs = [person for person in memory.people if code and person.country == code]
    if theirs:
        return max(theirs, key=lambda person: _last_before(person, paragraph, attribution.start)).name
    return antecedent(memory, paragraph, attribution.start)


def antecedent(memory: Memory, paragraph: int, offset: int, gender: str = "", *, houses: bool = False) -> str | None:
    """Return the last speaker or the subject of the last sentence before a place, of a fitting gender.

    `houses` lets a house be meant as well, as a pronoun may.
    """
    near = range(paragraph, max(-1, paragraph - _FARTHEST), -1)
    heard = [index for index in near if index == paragraph or index not in memory.silent]
    for index in (*heard, *(index for index in near if index in memory.headings and index != paragraph)):
        limit = offset if index == paragraph else len(memory.readings[index].text)
        subjects = sorted(_subjects(memory, index, limit, houses=houses), reverse=True)
        topic = _topic(memory, index, limit, subjects) if houses and index != paragraph else None
        if topic is not None and (not gender or _may_be(memory.person(topic), gender)):
            return topic
        for _, name in subjects:
            person = memory.person(name)
            if not gender or _may_be(person, gender):
                return name
        fitting = _of_gender(memory, index, limit, gender) if gender else None
        if fitting is not None:
            return fitting
    return None


def _topic(memory: Memory, index: int, limit: int, subjects: Sequence[tuple[int, str]]) -> str | None:
    """Return the one person of the headlines where the last sentence before a place has nobody for its subject."""
    last = max((start for start, _ in memory.readings[index].sentences if start < limit), default=0)
    if any(at >= last for at, _ in subjects):
        return None
    named = {mention.person for each in memory.headings for mention in memory.readings[each].mentions}
    return named.pop() if len(named) == 1 else None


def _may_be(person: FoundPerson | None, gender: str) -> bool:
    return person is None or person.gender in {"", gender}


def only_person(memory: Memory) -> str | None:
    """Return the one person of the release, None where there are several or none."""
    names = {person.name for person in memory.people}
    return names.pop() if len(names) == 1 else None


def subject_of(memory: Memory, paragraph: int, offset: int) -> str | None:
    """Return the subject of the sentence that holds a place, where it stands before the place."""
    reading = memory.readings[paragraph]
    start = _sentence_start(reading, offset)
    return next((name for at, name in sorted(_subjects(memory, paragraph, offset)) if at >= start), None)


def subject_behind(memory: Memory, paragraph: int, offset: int) -> str | None:
    """Return the subject of the first sentence behind a place that has one, in this paragraph or the next."""
    for index in (paragraph, paragraph + 1):
        if index >= len(memory.readings) or index in memory.silent:
            continue
        found = sorted(_subjects(memory, index, len(memory.readings[index].text)))
        behind = next((name for at, name in found if index > paragraph or at >= offset), None)
        if behind is not None:
            return behind
    return None


def _of_gender(memory: Memory, index: int, limit: int, gender: str) -> str | None:
    """Return the last person before a place of whom a title or honorific tells the gender a pronoun asks for."""
    for mention in reversed(memory.readings[index].mentions):
        person = memory.person(mention.person)
        if mention.start < limit and person is not None and person.gender == gender:
            return person.name
    return None


def _subjects(memory: Memory, index: int, limit: int, *, houses: bool = False) -> list[tuple[int, str]]:
    """Return the subjects of one paragraph before `limit`: speakers so far, and the first name of each sentence."""
    found = [(at, name) for where, at, name in memory.spoken if where == index and at < limit]
    reading = memory.readings[index]
    for start, end in reading.sentences:
        within = start, min(end, limit)
        holder = (
            _told_by(memory, index, *within)
            or _opening_latter(memory, index, *within)
            or _opening_holder(memory, index, *within)
            or _saying_holder(memory, index, *within, houses=houses)
        )
        holder = holder or (_opening_house(memory, index, *within) if houses else None)
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


_SOURCE = pattern_of(r"(?:, |\A)(?:[Ss]elon|[Dd]'après|[Aa]ccording to|[Dd]e l'avis de) ")


def _told_by(memory: Memory, index: int, start: int, end: int) -> tuple[int, str] | None:
    """Return whose words a sentence reports that names its source behind a comma: « …, selon M. X. »."""
    reading = memory.readings[index]
    for source in _SOURCE.finditer(reading.flat, start, end):
        for mention in reading.mentions:
            if source.end() <= mention.start < end and mention.outer <= source.end() + 4:
                return mention.start, mention.person
    return None


def _opening_latter(memory: Memory, index: int, start: int, end: int) -> tuple[int, str] | None:
    """Return whom « L’intéressée », “The latter” means that opens a sentence."""
    reading = memory.readings[index]
    opens = _latter_opening(reading.language).match(reading.flat, start, end)
    name = _named_last(memory, index, start) if opens is not None else None
    return (start, name) if name is not None else None


@cache
def _latter_opening(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(_latter(language))})(?!\w)", re.IGNORECASE)


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


_HOUSE = pattern_of(
    r"(?:La |Le |L'|The )(?P<words>[\w'-]+(?: (?:(?:de la|de|du|des|of|for|the|et|and|à|pour) |d'|l')?[\w'-]+){0,8}?)"
    r"(?: \([^)]{2,20}\))? (?:a|ont|est|vient|va|avait|n'a|has|is|was|will|had)\b"
)


def _opening_house(memory: Memory, index: int, start: int, end: int) -> tuple[int, str] | None:
    """Return the house that opens a sentence as its subject: « La Direction des ports a publié… »."""
    reading = memory.readings[index]
    match = _HOUSE.match(reading.flat, start, end)
    if match is None or not is_house(match["words"]) or _is_quoted(memory, index, start):
        return None
    words = reading.text[match.start("words") : match.end("words")]
    return start, memory.houses.called(words, index) or words


def _saying_holder(memory: Memory, index: int, start: int, end: int, *, houses: bool) -> tuple[int, str] | None:
    """Return whom the function means that speaks in a sentence: “Before the meeting, the Prime Minister said that…”."""
    reading = memory.readings[index]
    for saying in reading.sayings:
        spoken = start <= saying.start and saying.end <= end and saying.manner is Manner.FINITE and not saying.weak
        if not spoken or saying.inverted or _is_quoted(memory, index, saying.start):
            continue
        found = subject_before(reading, start, saying, "pre")
        if houses and found is not None and found.naming is Naming.BODY and found.start <= start + 4:
            house = memory.houses.called(found.named, index)
            return (start, house) if house else None
        if found is None or found.naming is not Naming.FUNCTION or is_plural(found.named, reading.language):
            return None
        named = _holder(found, index, memory, fallback=False)
        return (found.start, named.name) if named.name is not None and named.name != found.named else None
    return None


def _is_quoted(memory: Memory, index: int, offset: int) -> bool:
    return any(start <= offset < end for start, end in memory.quoted[index])


def _holder(attribution: Attribution, paragraph: int, memory: Memory, *, fallback: bool = True) -> Speaker:
    """Return the person whose function fits best; among equals the one named last before the quote."""
    wanted = role_key(attribution.named)
    language = memory.readings[paragraph].language
    if is_plural(attribution.named, language):
        return Speaker(attribution.named, Confidence.LIKELY, "several")
    gender = _gender(attribution, memory.readings[paragraph])
    best: tuple[int, int, tuple[int, int], str] | None = None
    for person, theirs in memory.offices:
        shared = len(wanted & theirs)
        if wanted & _INCOMING and theirs & _OUTGOING:
            continue
        if not shared or (gender and person.gender and gender != person.gender):
            continue
        missing = -len(wanted - theirs) - len((theirs - wanted) & _LOWER)
        score = (shared, missing, _last_before(person, paragraph, attribution.start), person.name)
        if best is None or score[:3] > best[:3]:
            best = score
    if best is not None:
        return Speaker(best[3], Confidence.CERTAIN if best[1] == 0 else Confidence.LIKELY, "function")
    alike = _also_called(wanted, gender, paragraph, attribution.start, memory)
    if alike is not None:
        return Speaker(alike, Confidence.LIKELY, "function alike")
    fallback = fallback and _UNKNOWN_ONE.match(attribution.named) is None
    name = antecedent(memory, paragraph, attribution.start, gender) if fallback else None
    if fallback:
        name = named_by_deed(wanted, memory.readings) or name
    if name is None and fallback and len(memory.untitled) == 1:
        name = memory.untitled[0]
    return Speaker(name or attribution.named, Confidence.GUESS, "function")


def _gender(attribution: Attribution, reading: Reading) -> str:
    """Return the gender that a bare function tells by its form or its article: « la directrice », « la ministre »."""
    told = gender_of(attribution.named, reading.language)
    if told:
        return told
    article = _FRENCH_ARTICLE.match(attribution.named) if reading.language is Language.FR else None
    return article_gender(attribution.named, article.end(), Language.FR) if article is not None else ""


_FRENCH_ARTICLE = pattern_of(r"(?:la|le|une?) (?=\w)", re.IGNORECASE)


def _also_called(wanted: frozenset[str], gender: str, paragraph: int, offset: int, memory: Memory) -> str | None:
    """Return the person whose function is of the kind that a noun calls: « l’élu » is the mayor named last."""
    kinds = frozenset[str]().union(*(also_called().get(word, frozenset()) for word in wanted))
    fitting = [
        person
        for person, theirs in memory.offices
        if kinds & theirs and not (gender and person.gender and gender != person.gender)
    ]
    if not fitting:
        return None
    return max(fitting, key=lambda person: _last_before(person, paragraph, offset)).name


def _speaking(memory: Memory) -> set[str]:
    """Return the persons who stand by name as the subject of a verb of saying."""
    found = [
        subject_before(reading, _sentence_start(reading, saying.start), saying, "post")
        for reading in memory.readings
        for saying in reading.sayings
        if saying.manner is Manner.FINITE and not saying.weak
    ]
    return {each.named for each in found if each is not None and each.naming is Naming.NAME}


def _sentence_start(reading: Reading, offset: int) -> int:
    return max((start for start, _ in reading.sentences if start <= offset), default=0)


_UNKNOWN_ONE = pattern_of(r"(?:an?|une?|one) ", re.IGNORECASE)
"""What brings somebody in who was not named before: “a spokesman for the port said”."""
_INCOMING = frozenset({"nouveau", "nouvel", "nouvelle", "new", "incoming", "futur", "future"})
_OUTGOING = frozenset({"sortant", "sortante", "ancien", "ancienne", "ex", "former", "outgoing", "late", "feu"})
"""Whoever takes over is not who leaves."""
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
