"""Concordance: where words stand in the translation memory, and what answers to them in the other language."""

from collections.abc import Iterator
from typing import Final

from editor.library.memory import Known, TranslationMemory
from editor.model.language import Bilingual, Language
from editor.text.counterparts import counterpart
from editor.text.letters import searchable
from editor.text.sentences import sentences
from editor.values import frozen

Stretch = tuple[int, int]
_PAIRED: Final = 40
"""Lines in which the words that answer are looked for; nobody reads more of them."""


@frozen
class Found:
    """A pair in which the words sought stand, and where (code points); in the other language, what answers to them."""

    known: Known
    lit: Bilingual[tuple[Stretch, ...]]


def concordance(memory: TranslationMemory, words: str) -> tuple[Found, ...]:
    """Return where words stand in the memory, the latest first: in either language, case and accents aside."""
    return tuple(
        Found(known, _lit(known.wording, words, is_paired=number < _PAIRED))
        for number, known in enumerate(memory.concordance(words))
    )


def _lit(wording: Bilingual[str], words: str, *, is_paired: bool) -> Bilingual[tuple[Stretch, ...]]:
    lit = wording.each(lambda text: tuple(_stretches(text, words)))
    for language in Language if is_paired else ():
        if lit[language] and not lit[language.other]:
            other = wording[language.other]
            found = counterpart(wording[language], lit[language][0], language, other)
            # Failing all else a whole sentence is answered, which says nothing here.
            if found is not None and found not in sentences(other) and found != (0, len(other)):
                lit = lit.having(language.other, (found,))
    return lit


def _stretches(text: str, words: str) -> Iterator[Stretch]:
    """Yield where the words stand together, or else each of them, the last one up to the end of its word."""
    flat, places = searchable(text)
    sought = searchable(" ".join(words.split()))[0]
    for wanted in (sought,) if sought in flat else sought.split():
        start = flat.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            while end < len(flat) and flat[end].isalnum() and wanted[-1].isalnum():
                end += 1
            if not start or not flat[start - 1].isalnum():
                yield places[start], places[end]
            start = flat.find(wanted, end)
