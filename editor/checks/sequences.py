"""Sequences of persons: a list of participants keeps its order in both languages."""

import re
from collections.abc import Iterator

from editor.checks.finding import Desk, Finding, Level
from editor.checks.mentions import Named, mentions
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.functions import function_after, function_before
from editor.text.letters import folded
from editor.text.naming import family_name
from editor.words import say

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|M|MM|Mme|Mmes|Mlle|Pr)\.?"
_BETWEEN = re.compile(
    rf"\s*(?:[,;]|[,;]?\s*(?:and|et|as well as|ainsi que))\s*(?:(?:the|le|la|les|d[eu])\s+|[ld][’'])?(?:{_TITLE}\s+)?"
)
"""What joins two names of a list: a comma or “and”, an article, a title of courtesy."""
_Listed = tuple[str, Named]
"""The id of a participant, and where a list names them."""
_OTHER_ORDER = say("The persons stand in another order than in the English.")


def order_of_persons(row: Row, desk: Desk) -> Iterator[Finding]:
    """Yield what X28 says of persons: the same persons are listed in another order; by the alphabet both may be."""
    if len(desk.doc.participants) < 2 or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    english, french = (_named(row, language, desk) for language in Language)
    if _ids(english) == _ids(french):
        return
    lists = list(_lists(french))
    for mine in _lists(english) if lists else ():
        for theirs in lists:
            if _ids(mine) == _ids(theirs) or set(_ids(mine)) != set(_ids(theirs)):
                continue
            where = theirs[0][1].spot.at(theirs[0][1].start, theirs[-1][1].end)
            other = mine[0][1].spot.at(mine[0][1].start, mine[-1][1].end)
            if not (_is_sorted(mine) and _is_sorted(theirs)):
                yield Finding(where, _OTHER_ORDER, other=other, level=Level.WARNING)


def _ids(listed: list[_Listed]) -> list[str]:
    return [person for person, _ in listed]


def _is_sorted(listed: list[_Listed]) -> bool:
    names = [folded(family_name(named.words)) for _, named in listed]
    return names == sorted(names)


def _named(row: Row, language: Language, desk: Desk) -> list[_Listed]:
    found = [(person.id, named) for person in desk.doc.participants for named in mentions(row, language, person)]
    return sorted(found, key=lambda each: (each[1].spot.index, each[1].start))


def _lists(found: list[_Listed]) -> Iterator[list[_Listed]]:
    """Yield runs of two or more participants, each once, with nothing but their functions and what joins a list."""
    run: list[_Listed] = []
    for each in found:
        if run and not _joins(run[-1][1], each[1]):
            yield from _whole(run)
            run = []
        run.append(each)
    yield from _whole(run)


def _whole(run: list[_Listed]) -> Iterator[list[_Listed]]:
    if len(run) > 1 and len(set(_ids(run))) == len(run):
        yield run


def _joins(one: Named, other: Named) -> bool:
    """Tell whether two names follow each other in a list, their functions left out."""
    text, language = one.spot.text, one.spot.language
    if one.spot.index != other.spot.index:
        return False
    if _BETWEEN.fullmatch(text, one.end, other.start):
        return True
    behind = function_after(text, one.end, language)
    ahead = function_before(text, other.start, language, one.end)
    starts = (one.end, behind.end if behind else one.end)
    ends = (other.start, ahead.start if ahead else other.start)
    return any(start < end and _BETWEEN.fullmatch(text, start, end) for start in starts for end in ends)
