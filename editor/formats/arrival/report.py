"""What an import tells: what was recognised, what was left out, what it is unsure of."""

from collections.abc import Iterator, Sequence
from typing import Final

from editor.formats.arrival.quotes import BothSaid
from editor.formats.arrival.texts import Text
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.people import Confidence, Participant
from editor.model.rows import RowKind
from editor.text.language import language_of
from editor.words import Sentence, say, say_count

_SHOWN: Final = 80
"""Characters of a text that a sentence repeats."""


def recognised(doc: Communique, quotes: Sequence[BothSaid]) -> Iterator[Sentence]:
    """Tell the headline, the persons and the quotes."""
    headline = doc.headline.en.text or doc.headline.fr.text
    yield say("Headline: “{words}”.", words=_short(headline)) if headline else say("No headline was found.")
    if doc.participants:
        names = ", ".join(_name(person) for person in doc.participants)
        count = len(doc.participants)
        yield say_count("{count} person: {names}.", "{count} people: {names}.", count, names=names)
    english, french = (sum(len(pair.sides[language]) for pair in quotes) for language in Language)
    if english:
        yield say_count("{count} quote in English.", "{count} quotes in English.", english)
    if french:
        yield say_count("{count} quote in French.", "{count} quotes in French.", french)
    alone = sum(not all(pair.sides) for pair in quotes) if english and french else 0
    if alone:
        one, many = "{count} quote stands in one language alone.", "{count} quotes stand in one language alone."
        yield say_count(one, many, alone)
    silent = sum(not quote.speaker for quote in doc.quotes)
    if silent:
        yield say_count("{count} quote has no speaker.", "{count} quotes have no speaker.", silent)
    guessed = sum(bool(quote.speaker) and quote.confidence is Confidence.GUESS for quote in doc.quotes)
    if guessed:
        one, many = "The speaker of {count} quote is a guess.", "The speakers of {count} quotes are guesses."
        yield say_count(one, many, guessed)


def doubtful(doc: Communique) -> Iterator[Sentence]:
    """Tell the captions that seem to stand on the wrong side; nothing is moved."""
    for row in doc.rows:
        for language in Language:
            if row.kind is RowKind.CAPTION and language_of(row.text(language)) is language.other:
                words = _short(row.text(language))
                if language is Language.FR:
                    yield say("The caption on the French side is in English: “{words}”.", words=words)
                else:
                    yield say("The caption on the English side is in French: “{words}”.", words=words)


def left_out(texts: Bilingual[Text | None]) -> Iterator[Sentence]:
    """Tell the header lines that were read for fields and are no paragraphs."""
    for text in texts:
        for line in text.dropped if text else ():
            yield say("Left out as a header line: “{words}”.", words=_short(line))


def _name(person: Participant) -> str:
    name, function = (person.name.en or person.name.fr), person.function
    post = function.en or function.fr
    return f"{name} ({post})" if post else name


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
