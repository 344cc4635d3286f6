"""Terminology: what the house calls things, and the names it forbids, in pairs that somebody confirmed."""

from collections.abc import Iterator
from functools import lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, filled, spots
from editor.model.language import Language
from editor.model.rows import PairState, Row
from editor.model.terms import Term, Termbase
from editor.text.stems import stems
from editor.text.verbatim import is_verbatim
from editor.values import frozen
from editor.words import say

_CONFIRMED = (PairState.CONFIRMED, PairState.STALE)


@frozen
class _Name:
    """One name of a term as stems, and whether the house forbids it.

    `literal` is not empty where only these very letters are meant: a forbidden name that is a right one but for an
    ending or a capital.
    """

    stems: tuple[str, ...]
    term: Term
    is_forbidden: bool
    literal: str = ""


@frozen
class _Found:
    """A name of a term where it stands."""

    spot: Spot
    start: int
    end: int
    name: _Name

    @property
    def words(self) -> str:
        """The name as written."""
        return self.spot.text[self.start : self.end]


def terms(row: Row, desk: Desk) -> Iterator[Finding]:
    """X31: a term stands on the other side under one of its names there; a forbidden name stands nowhere."""
    if not desk.profile.checks_terms or not desk.profile.terms.terms or row.state not in _CONFIRMED:
        return
    sides = {language: list(_names(row, language, desk.profile.terms)) for language in Language}
    for language in Language:
        for found in sides[language]:
            if found.name.is_forbidden:
                yield _forbidden(found)
    if row.has_text(Language.EN) and row.has_text(Language.FR):
        for language in Language:
            for found in _lonely(sides[language], sides[language.other]):
                yield _missing(found, row)


def _lonely(mine: list[_Found], theirs: list[_Found]) -> Iterator[_Found]:
    """Yield each term of one side that the other side lacks, once."""
    told = {id(found.name.term) for found in theirs}
    for found in mine:
        name, language = found.name, found.spot.language
        if id(name.term) in told or name.is_forbidden or not name.term.names[language.other]:
            continue
        told.add(id(name.term))
        if (language is Language.EN or _is_telling(name)) and not _is_free(found, theirs):
            yield found


def _is_telling(name: _Name) -> bool:
    """Tell whether a French name can mean this term alone: the preferred one, of two words or more."""
    preferred = _stems_of(name.term.names.fr[0], Language.FR)
    return len(name.stems) > 1 and name.stems == preferred


def _is_free(found: _Found, others: list[_Found]) -> bool:
    """Tell whether what stands on the other side is a name of this term too, though found as another's."""
    mine = _all_stems(found.name.term, found.spot.language.other)
    return any(other.name.stems in mine for other in others)


def _all_stems(term: Term, language: Language) -> set[tuple[str, ...]]:
    return {_stems_of(name, language) for name in term.names[language]}


_NOT_NAMED = {
    Language.EN: say("“{words}” is not rendered as {names} in the English."),
    Language.FR: say("“{words}” is not rendered as {names} in the French."),
}


def _missing(found: _Found, row: Row) -> Finding:
    language = found.spot.language.other
    names = found.name.term.names[language]
    told = filled(_NOT_NAMED[language], words=found.words, names=" / ".join(names[:3]))
    return Finding(found.spot.at(found.start, found.end), told, other=row.address(language))


def _forbidden(found: _Found) -> Finding:
    names = found.name.term.names[found.spot.language]
    where = found.spot.at(found.start, found.end)
    if not names:
        return Finding(where, say("This house does not write “{words}”.", words=found.words), level=Level.ERROR)
    text = names[0][:1].upper() + names[0][1:] if found.words[:1].isupper() and names[0][:1].islower() else names[0]
    why = say("This house writes “{text}”, not “{words}”.", text=text, words=found.words)
    mend = found.spot.put(say("Write “{text}”", text=text), found.start, found.end, text)
    return Finding(where, why, mend, level=Level.ERROR)


def _names(row: Row, language: Language, termbase: Termbase) -> Iterator[_Found]:
    """Yield the names of terms on one side, at each place the longest."""
    index = _index(termbase, language)
    for spot in spots(row, language):
        words = stems(spot.text, language)
        at = 0
        while at < len(words):
            size = 1
            for name in index.get(words[at].stem, ()):
                last = words[at + len(name.stems) - 1] if at + len(name.stems) <= len(words) else None
                if last is None or tuple(word.stem for word in words[at : at + len(name.stems)]) != name.stems:
                    continue
                if name.literal and spot.text[words[at].start : last.end] != name.literal:
                    continue
                if not is_verbatim(spot.text, words[at].start, last.end):
                    yield _Found(spot, words[at].start, last.end, name)
                size = len(name.stems)
                break
            at += size


@lru_cache(maxsize=16)
def _index(termbase: Termbase, language: Language) -> dict[str, list[_Name]]:
    """Return every name of one language by its first stem, the longest first, earlier terms before later ones."""
    index: dict[str, list[_Name]] = {}
    for term in termbase.terms:
        for names, is_forbidden in ((term.forbidden[language], True), (term.names[language], False)):
            for name in names:
                found = _stems_of(name, language)
                literal = name if is_forbidden and found in _all_stems(term, language) else ""
                if found:
                    index.setdefault(found[0], []).append(_Name(found, term, is_forbidden, literal))
    for known in index.values():
        known.sort(key=lambda name: -len(name.stems))
    return index


def _stems_of(name: str, language: Language) -> tuple[str, ...]:
    return tuple(word.stem for word in stems(name, language))


RULES = (Rule("X31", Level.WARNING, say("Terminology"), on_row=terms),)
