"""Words that point back at somebody: « le second », “the former”, « son prédécesseur », “her Norwegian counterpart”."""

from collections.abc import Iterator

from editor.text.antecedents import antecedent
from editor.text.epithets import nation_of
from editor.text.letters import plain
from editor.text.memory import Memory, is_quoted, may_be, sentence_start
from editor.text.patterns import pattern_of
from editor.text.reading import Attribution

_FIRST = {"le premier": "m", "la première": "f", "the former": "", "the first": ""}
_SECOND = {"le second": "m", "le deuxième": "m", "la seconde": "f", "la deuxième": "f", "the second": ""}
_BOTH = 2
_REACH = 2
"""Whoever is told apart by number was named in this paragraph or in one of the two before it."""


def pointed_at(attribution: Attribution, paragraph: int, memory: Memory) -> str | None:
    """Return whom the words of an attribution point at; None where they point at nobody, or nobody is found."""
    words = plain(attribution.named).lower()
    for order, table in enumerate((_FIRST, _SECOND)):
        if words in table:
            return _of_two(order, table[words], paragraph, attribution.start, memory)
    if _BEFORE.fullmatch(words) is not None:
        return next((left for left, _ in _successions(memory)), None)
    if _AFTER.fullmatch(words) is not None:
        return next((coming for _, coming in _successions(memory) if coming is not None), None)
    peer = _PEER.fullmatch(words)
    if peer is not None:
        return _counterpart(peer["nation"] or peer["people"] or "", paragraph, attribution.start, memory)
    return None


def _of_two(order: int, gender: str, paragraph: int, offset: int, memory: Memory) -> str | None:
    """Return the first or second of the two persons named together last before a place."""
    for index in range(paragraph, max(-1, paragraph - _REACH - 1), -1):
        reading = memory.readings[index]
        for start, end in reversed(reading.sentences):
            names = list(_named(memory, index, start, min(end, offset) if index == paragraph else end))
            if len(names) == _BOTH:
                chosen = names[order]
                fits = not gender or may_be(memory.person(chosen), gender)
                return chosen if fits else names[1 - order]
    return None


def _named(memory: Memory, index: int, start: int, end: int) -> Iterator[str]:
    """Yield the persons named in a part of a paragraph outside quotes, each once, in the order of the text."""
    seen: set[str] = set()
    for mention in memory.readings[index].mentions:
        inside = start <= mention.start < end and not is_quoted(memory, index, mention.start)
        if inside and mention.person not in seen:
            seen.add(mention.person)
            yield mention.person


_BEFORE = pattern_of(r"(?:son|sa|leur|le|la|his|her|their|the) (?:prédécesseure?|predecessor)")
_AFTER = pattern_of(r"(?:son|sa|leur|le|la|his|her|their|the) (?:successeure?|remplaçante?|successor|replacement)")
_SUCCEEDS = pattern_of(
    r"\b(?:succède(?:ra)? à|succédant à|succédé à|remplace(?:ra|r)?|remplacé|remplaçant|en remplacement de|"
    r"prend(?:ra)? la (?:suite|relève|succession) de|pris la (?:suite|relève|succession) de|à la suite de|"
    r"succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|tak(?:es?|ing) over from|took over from|in succession to) "
    r"(?:(?:de )?(?:la|le|the) |l'|d')?$"
)
"""What stands between whoever comes and whoever leaves an office."""


def _successions(memory: Memory) -> Iterator[tuple[str, str | None]]:
    """Yield who leaves an office and who comes into it, as the text tells: « A, qui succède à B », “A replaces B”."""
    for index, reading in enumerate(memory.readings):
        for mention in reading.mentions:
            if _SUCCEEDS.search(reading.flat, max(0, mention.outer - 48), mention.outer) is not None:
                coming = list(_named(memory, index, sentence_start(reading, mention.start), mention.start))
                yield mention.person, next((name for name in reversed(coming) if name != mention.person), None)


_PEER = pattern_of(
    r"(?:son|sa|leur|his|her|their) (?:(?P<people>[\w-]+) )?(?:homologue|counterpart)(?: (?P<nation>[a-zà-ÿ-]+))?"
)


def _counterpart(people: str, paragraph: int, offset: int, memory: Memory) -> str | None:
    """Return whom « son homologue » means: of that nation, or whoever is named last besides the one spoken of."""
    code = nation_of(people.capitalize(), memory.readings[paragraph].language) if people else ""
    theirs = [person.name for person in memory.people if code and person.country == code]
    if len(theirs) == 1:
        return theirs[0]
    spoken_of = antecedent(memory, paragraph, offset)
    for index in range(paragraph, max(-1, paragraph - _REACH - 1), -1):
        end = offset if index == paragraph else len(memory.readings[index].text)
        names = [name for name in _named(memory, index, 0, end) if name != spoken_of]
        if names:
            return names[-1]
    return None
