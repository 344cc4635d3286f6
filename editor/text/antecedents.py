"""Who was spoken of last: the person or house that a pronoun, or a quote without attribution, goes back to."""

import re
from collections.abc import Sequence
from functools import cache

from editor.model.language import Language
from editor.text.functions import subject_function
from editor.text.holders import holder
from editor.text.houses import is_house
from editor.text.letters import plain
from editor.text.lexicon import alternatives, verbs
from editor.text.memory import Confidence, Memory, is_quoted, may_be, sentence_start
from editor.text.offices import is_plural, without_article
from editor.text.patterns import pattern_of
from editor.text.reading import Attribution, Naming
from editor.text.saying import Manner
from editor.text.subjects import holds_head, is_object, named_behind, subject_before

_FARTHEST = 4
"""A pronoun looks back over this many paragraphs and no farther."""


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
        if topic is not None and (not gender or may_be(memory.person(topic), gender)):
            return topic
        for _, name in subjects:
            person = memory.person(name)
            if not gender or may_be(person, gender):
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


def subject_of(memory: Memory, paragraph: int, offset: int) -> str | None:
    """Return the subject of the sentence that holds a place, where it stands before the place."""
    reading = memory.readings[paragraph]
    start = sentence_start(reading, offset)
    return next((name for at, name in sorted(_subjects(memory, paragraph, offset)) if at >= start), None)


_HEARSAY = pattern_of(r"\b(?:aurait|auraient|serait|seraient) (?:\w+ )?\w+(?:é|i|u|t|s)(?:e?s?)\b")


def reported_by(memory: Memory, paragraph: int, offset: int) -> str | None:
    """Return whose report a sentence goes on with, as the French conditional tells: « M. X a dit que… Y aurait… »."""
    reading = memory.readings[paragraph]
    start = sentence_start(reading, offset)
    if reading.language is not Language.FR or _HEARSAY.search(reading.flat, start, offset) is None:
        return None
    told = [each for each in reading.sayings if each.end <= start and each.manner is Manner.FINITE and not each.weak]
    found = subject_before(reading, sentence_start(reading, told[-1].start), told[-1], "pre") if told else None
    return found.named if found is not None and found.naming is Naming.NAME else None


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
        told = mention.start < limit and not is_quoted(memory, index, mention.start)
        if told and person is not None and person.gender == gender:
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
        if _PRONOUN_SUBJECT.match(reading.flat, *within) is not None:
            continue
        for mention in reading.mentions:
            if is_object(reading, mention):
                continue
            if start <= mention.start < min(end, limit) and not is_quoted(memory, index, mention.start):
                if mention.start >= limit:
                    break
                if not any(start <= at < end for at, _ in found):
                    found.append((mention.start, mention.person))
                break
    return found


_PRONOUN_SUBJECT = pattern_of(
    r"(?:Il|Elle|Ils|Elles|He|She|They) |[A-ZÀ-Þ][^.,;:«»“”\"]{0,40},? [a-zà-ÿ']+(?:-t)?-(?:il|elle|ils|elles)(?!\w)"
)
"""The head of a sentence that goes on with the subject of the one before it: « Aussi a-t-il invité Jane Roe à … »."""
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
    name = named_last(memory, index, start) if opens is not None else None
    return (start, name) if name is not None else None


@cache
def _latter_opening(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(latter(language))})(?!\w)", re.IGNORECASE)


def _opening_holder(memory: Memory, index: int, start: int, end: int) -> tuple[int, str] | None:
    """Return whom the function means that opens a sentence as its subject: “The Prime Minister said she…”."""
    reading = memory.readings[index]
    stop = subject_function(reading.flat, start, end, reading.language)
    if stop is None or is_quoted(memory, index, start):
        return None
    if any(start <= mention.start <= stop + 3 for mention in reading.mentions):
        return None
    words = reading.text[start:stop]
    if is_plural(words, reading.language):
        return None
    named = holder(Attribution(start, stop, "post", Naming.FUNCTION, words), index, memory)
    if named is None:
        house = _OF_HOUSE.search(reading.flat, stop, min(end, stop + _NEAR_HOUSE))
        return (start, without_article(reading.text[start : house.end()])) if house is not None else None
    if named.name is None or named.confidence is not Confidence.CERTAIN:
        return None
    return start, named.name


_HOUSE = pattern_of(
    r"(?:La |Le |L'|The )(?P<words>[\w'-]+(?: (?:(?:de la|de|du|des|of|for|the|et|and|à|pour) |d'|l')?[\w'-]+){0,8}?)"
    r"(?: \([^)]{2,20}\))? (?:a|ont|est|vient|va|avait|n'a|has|is|was|will|had)\b"
)


def _opening_house(memory: Memory, index: int, start: int, end: int) -> tuple[int, str] | None:
    """Return the house that opens a sentence as its subject: « La Direction des ports a publié… »."""
    reading = memory.readings[index]
    match = _HOUSE.match(reading.flat, start, end)
    if match is None or not is_house(match["words"]) or is_quoted(memory, index, start):
        return None
    words = reading.text[match.start("words") : match.end("words")]
    return start, memory.houses.called(words, index) or words


def _saying_holder(memory: Memory, index: int, start: int, end: int, *, houses: bool) -> tuple[int, str] | None:
    """Return whom the function means that speaks in a sentence: “Before the meeting, the Prime Minister said that…”."""
    reading = memory.readings[index]
    for saying in reading.sayings:
        spoken = start <= saying.start and saying.end <= end and saying.manner is Manner.FINITE and not saying.weak
        if not spoken or saying.inverted or is_quoted(memory, index, saying.start):
            continue
        somebody = _INDEFINITE.fullmatch(reading.flat, start, saying.start)
        if somebody is not None and holds_head(somebody["noun"], reading.language):
            return start, reading.text[start : saying.start].strip()
        told = named_behind(reading, saying)
        if told is not None:
            return told.start, told.person
        found = subject_before(reading, start, saying, "pre")
        if houses and found is not None and found.naming is Naming.BODY and found.start <= start + 4:
            house = memory.houses.called(found.named, index)
            return (start, house) if house else None
        if found is None or found.naming is not Naming.FUNCTION or is_plural(found.named, reading.language):
            return None
        named = holder(found, index, memory)
        if named is not None and named.name is not None:
            return found.start, named.name
        return (found.start, without_article(found.named)) if _is_of_house(found.named) else None
    return None


_INDEFINITE = pattern_of(r"(?:L'une? des|One of the|Une?|An?) (?P<noun>[\w-]+)(?: [^,.;:«»“”\"]{2,60})? ")
"""Somebody who was not named before: « L’une des participantes au projet a témoigné », “A spokesman said”."""
_NEAR_HOUSE = 40
_OF_HOUSE = pattern_of(r" (?:de la |de l'|du |des |d'|of the |of |for the |at the )(?:[a-zà-ÿ'-]+ )*[A-ZÀ-Þ]{3,}\b")


def _is_of_house(words: str) -> bool:
    """Tell whether a function is told apart by the short name of a house, so that it is nobody named before."""
    return _OF_HOUSE.search(plain(words)) is not None


def named_last(memory: Memory, paragraph: int, offset: int, gender: str = "", *, without: str = "") -> str | None:
    """Return whom « ce dernier », “the latter” means: who is named last before it, subject of a sentence or not.

    `without` names somebody who cannot be meant.
    """
    for index in range(paragraph, max(-1, paragraph - 2), -1):
        reading = memory.readings[index]
        limit = offset if index == paragraph else len(reading.text)
        named = [(each.start, each.person) for each in reading.mentions]
        named += [(each.start, each.name) for each in reading.candidates if each.is_full and not each.trailing]
        named = [each for each in named if each[1] != without]
        before = [(start, name) for start, name in named if start < limit and not is_quoted(memory, index, start)]
        before = [each for each in before if not gender or may_be(memory.person(each[1]), gender)]
        if before:
            return max(before)[1]
    return None


@cache
def latter(language: Language) -> frozenset[str]:
    """Return the words that mean whoever was named last: « ce dernier », “the latter”."""
    return frozenset(verbs(language)["latter"])
