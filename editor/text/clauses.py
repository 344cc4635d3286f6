"""Clauses of a sentence: where one ends, what begins one, and the subject at its head."""

import re
from dataclasses import replace

from editor.text.functions import subject_function
from editor.text.houses import is_house
from editor.text.letters import CAPITAL
from editor.text.lexicon import pronouns
from editor.text.patterns import pattern_of
from editor.text.reading import Attribution, Naming, Reading
from editor.text.subjects import bare_body


def subject_at(reading: Reading, first: int, end: int, opened: Attribution) -> Attribution | None:
    """Return the subject that begins a clause at `first`: a name, a pronoun, a function, a house; the rest as given."""
    for mention in reading.mentions:
        if (
            first <= mention.outer <= first + 4
            and reading.flat[first : mention.outer].strip().lower() in _MAIN_ARTICLES
        ):
            return replace(opened, naming=Naming.NAME, named=mention.person, strong=True)
    pronoun = _MAIN_PRONOUN.match(reading.flat, first, end)
    if pronoun is not None:
        gender = pronouns(reading.language).get(pronoun["who"].lower(), "")
        return replace(opened, naming=Naming.PRONOUN, gender=gender, strong=True)
    stop = subject_function(reading.flat, first, end, reading.language)
    if stop is not None:
        return replace(opened, naming=Naming.FUNCTION, named=reading.text[first:stop], strong=True)
    body = _MAIN_BODY.match(reading.flat, first, end)
    if body is None:
        return None
    written = reading.text[first : body.end("words")]
    named = bare_body(written)
    told = named[:1].isupper() and (named != written or not begins_sentence(reading, first))
    return replace(opened, naming=Naming.BODY, named=named, strong=True) if told or is_house(body["words"]) else None


_MAIN_PRONOUN = pattern_of(r"(?P<who>il|elle|ils|elles|he|she|they) (?!y a)", re.IGNORECASE)
_MAIN_BODY = pattern_of(
    rf"(?P<words>(?:(?:the|la|le|les|l'|cette|cet|ce) ?)?[\w&-]+(?: {CAPITAL}[\w&'-]*)*)(?= [\w'-]+)", re.IGNORECASE
)


_MAIN_ARTICLES = frozenset({"", "the", "le", "la", "l'"})


def clause_end(reading: Reading, first: int, stop: int) -> int:
    """Return where the sentence ends that holds a code point, not behind `stop`."""
    for start, end in reading.sentences:
        if start <= first < end:
            return min(stop, end)
    return stop


def begins_sentence(reading: Reading, first: int) -> bool:
    """Tell whether a sentence begins at a code point."""
    return any(start == first for start, _ in reading.sentences)
