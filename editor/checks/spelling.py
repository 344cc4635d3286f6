"""Words no dictionary of the language has, where the system has one: warnings, for no error may depend on that."""

from collections.abc import Iterator
from functools import lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import spots
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.text.spelling import Spelling, doubted_words, known_words, variants_of
from editor.words import say


def french_spelling(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """F47: a French word the dictionary does not have; elisions are taken off, names and acronyms are known."""
    yield from _misspelt(doc, desk, Language.FR)


def english_spelling(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """E27: an English word the dictionary does not have; names and acronyms are known, compounds are checked apart."""
    yield from _misspelt(doc, desk, Language.EN)


def _misspelt(doc: Communique, desk: Desk, language: Language) -> Iterator[Finding]:
    speller = _speller(variants_of(doc, desk.profile))
    office = Bilingual(*(desk.office.words(each) for each in Language))
    speller.know(known_words(doc, desk.profile, office), doubted_words(doc))
    for row in doc.rows:
        for spot in spots(row, language):
            for start, end in speller.misspelt(spot.text, language):
                why = say("“{word}” is not in the dictionary.", word=spot.text[start:end])
                yield Finding(spot.at(start, end), why)


@lru_cache(maxsize=2)
def _speller(variants: Bilingual[str]) -> Spelling:
    """Return a speller whose dictionaries, once loaded, serve every document."""
    return Spelling(variants)


RULES = (
    Rule("F47", Level.WARNING, say("French spelling"), on_document=french_spelling),
    Rule("E27", Level.WARNING, say("English spelling"), on_document=english_spelling),
)
"""Not among the rules of every run: the window has a service that spells while one types."""
