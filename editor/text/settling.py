"""What only the whole text settles: words that a headline repeats, and quotes nobody was found for."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from editor.text.antecedents import reported_by, subject_behind, subject_of
from editor.text.letters import folded
from editor.text.memory import Confidence, Memory, only_person
from editor.text.quotation import FoundQuote, NonQuote, Reason, bare, words_of
from editor.text.speech import announces, belongs

_FEW = 2
_CLAUSE = 4
"""As many words as a clause has, that reports what somebody is said to have said."""
_LIKE = 0.8
"""The share of the words that matter of a headline’s quote that must be said in the text."""
_STEM, _LONG = 5, 4


def settle(quotes: list[FoundQuote], paragraphs: Sequence[str], memory: Memory) -> None:
    """Give each of `quotes` that has no speaker the one who says it elsewhere, or whom the text goes on with."""
    said = _said(quotes, paragraphs)
    for index, quote in enumerate(quotes):
        if quote.speaker is None and quote.attribution is None:
            quotes[index] = _with_speaker(quote, said, paragraphs, memory)


def take_repeated(
    quotes: list[FoundQuote],
    others: list[NonQuote],
    nested: Sequence[NonQuote],
    paragraphs: Sequence[str],
    memory: Memory,
) -> None:
    """Take marked words of a headline for a quote where somebody says the same words, or nearly the same, below.

    Words that stand between marks inside a quote, `nested`, are a term there and in the headline.
    """
    above = [each for each in others if each.paragraph in memory.headings]
    said = _said(quotes, paragraphs) if above else []
    terms = {bare(words_of(paragraphs, each)) for each in nested} if above else set()
    for other in above:
        words = words_of(paragraphs, other)
        told = len(words.split()) > _FEW and bare(words) not in terms
        speaker = _who_says(words, said) if told else None
        if speaker is not None:
            place = (other.paragraph, other.start, other.end_paragraph, other.end)
            others.remove(other)
            quotes.append(FoundQuote(*place, speaker, None, None, "cont", Confidence.LIKELY, "said in the text"))


def take_fragments(
    quotes: list[FoundQuote], others: list[NonQuote], paragraphs: Sequence[str], memory: Memory, quiet: Collection[int]
) -> None:
    """Take marked words in small letters for a quote of the subject of their sentence who speaks beside them.

    « Elle arrive avec « beaucoup de courage ». « Je suis prête », dit-elle. »
    """
    speaking = {(each.paragraph, each.speaker) for each in quotes if each.speaker is not None}
    for other in [each for each in others if each.paragraph not in quiet and each.reason is Reason.TERM]:
        words = words_of(paragraphs, other).split()
        if len(words) < _FEW or not words[0][:1].islower():
            continue
        lead = memory.readings[other.paragraph].flat[: other.start].rstrip(' «“"')
        if belongs(lead) or announces(lead, memory.readings[other.paragraph].language):
            continue
        name = subject_of(memory, other.paragraph, other.start)
        reported = reported_by(memory, other.paragraph, other.start) if len(words) >= _CLAUSE else None
        if reported is not None or (name is not None and (other.paragraph, name) in speaking):
            name = reported or name
            place = (other.paragraph, other.start, other.end_paragraph, other.end)
            others.remove(other)
            quotes.append(FoundQuote(*place, name, None, None, "frag", Confidence.GUESS, "subject of the sentence"))


def _said(quotes: Sequence[FoundQuote], paragraphs: Sequence[str]) -> list[tuple[str, str]]:
    return [(words_of(paragraphs, each), each.speaker) for each in quotes if each.speaker is not None]


def _who_says(words: str, said: Sequence[tuple[str, str]]) -> str | None:
    """Return the one who says these words in the text, or words that are nearly the same; None for several."""
    speakers = {name for text, name in said if bare(words) in bare(text)}
    wanted = _stems(words)
    if not speakers and len(wanted) >= _FEW:
        speakers = {name for text, name in said if len(wanted & _stems(text)) >= _LIKE * len(wanted)}
    return speakers.pop() if len(speakers) == 1 else None


def _stems(words: str) -> frozenset[str]:
    """Return the beginnings of the longer words: « laissera » and « laisserai » are one."""
    return frozenset(word[:_STEM] for word in bare(folded(words)).split() if len(word) >= _LONG)


def _with_speaker(
    quote: FoundQuote, said: Sequence[tuple[str, str]], paragraphs: Sequence[str], memory: Memory
) -> FoundQuote:
    """Give a quote that stands before its speaker is named the one who says it below, or the next subject."""
    speaker = _who_says(words_of(paragraphs, quote), said)
    if speaker is not None:
        return replace(quote, speaker=speaker, confidence=Confidence.LIKELY, method="said in the text")
    speaker = subject_behind(memory, quote.end_paragraph, quote.end) or only_person(memory)
    return replace(quote, speaker=speaker, method="next subject") if speaker is not None else quote
