"""Whom a function means: the holder whose function fits best, or whoever may be called so."""

import re

from editor.model.language import Language
from editor.text.epithets import also_called
from editor.text.memory import Confidence, Memory, Speaker, last_before
from editor.text.offices import article_gender, gender_of, is_plural, role_key
from editor.text.patterns import pattern_of
from editor.text.reading import Attribution, Reading


def holder(attribution: Attribution, paragraph: int, memory: Memory) -> Speaker | None:
    """Return the person whose function fits best, among equals the one named last before the quote; None for nobody.

    Several who are meant at once (« les ministres ») are told by the words as written.
    """
    wanted = role_key(attribution.named)
    language = memory.readings[paragraph].language
    if is_plural(attribution.named, language):
        return Speaker(attribution.named, Confidence.LIKELY, "several")
    gender = gender_told(attribution, memory.readings[paragraph])
    best: tuple[int, int, tuple[int, int], str] | None = None
    for person, theirs in memory.offices:
        shared = len(wanted & theirs)
        if not shared or (gender and person.gender and gender != person.gender):
            continue
        if wanted & _INCOMING and theirs & _OUTGOING:
            continue
        missing = -len(wanted - theirs) - len((theirs - wanted) & _LOWER)
        score = (shared, missing, last_before(person, paragraph, attribution.start), person.name)
        if best is None or score[:3] > best[:3]:
            best = score
    if best is not None:
        return Speaker(best[3], Confidence.CERTAIN if best[1] == 0 else Confidence.LIKELY, "function")
    alike = _also_called(wanted, gender, paragraph, attribution.start, memory)
    return Speaker(alike, Confidence.LIKELY, "function alike") if alike is not None else None


def gender_told(attribution: Attribution, reading: Reading) -> str:
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
    named = [(last_before(person, paragraph, offset), person.name) for person in fitting]
    told = [each for each in named if each[0][0] >= 0]
    return max(told)[1] if told else None


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
