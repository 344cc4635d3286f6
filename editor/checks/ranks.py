"""Military ranks: the same on both sides, by the names each nation and service has for them."""

import re
from collections.abc import Iterator

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.mentions import names_of
from editor.checks.spot import Spot, filled, spots
from editor.model.language import Language
from editor.model.people import Gender, Participant
from editor.model.rows import Row
from editor.text.countries import country_in
from editor.text.letters import folded
from editor.text.ranks import (
    Rank,
    are_one_rank,
    counterpart,
    english_meant,
    find_ranks,
    is_rank_of_a_language,
)
from editor.text.typography import SPACES
from editor.words import say

_DIFFER = say("The English says “{english}”, the French “{french}”.")
_S = f"[{SPACES}]"


def ranks(row: Row, desk: Desk) -> Iterator[Finding]:
    """X26: the rank before a name is the same on both sides, by the table of ranks of its nation and service."""
    french = [(spot, rank) for spot in spots(row, Language.FR) for rank in find_ranks(spot.text, Language.FR)]
    for spot in spots(row, Language.EN) if french else ():
        for rank in find_ranks(spot.text, Language.EN):
            other = next(((there, theirs) for there, theirs in french if rank.name & theirs.name), None)
            if other is not None:
                yield from _compared((spot, rank), other, _person(rank, other[1], desk))


def _person(english: Rank, french: Rank, desk: Desk) -> Participant | None:
    """Return the participant whose name stands behind both ranks."""
    both = english.name & french.name
    for person in desk.doc.participants:
        if any(both & set(re.findall(r"\w+", folded(name))) for name in names_of(person)):
            return person
    return None


def _compared(english: tuple[Spot, Rank], french: tuple[Spot, Rank], person: Participant | None) -> Iterator[Finding]:
    (here, mine), (there, theirs) = english, french
    nation = person.country if person is not None and person.country else _nation(mine, theirs)
    if are_one_rank(mine, theirs, nation):
        return
    why = filled(_DIFFER, english=mine.words, french=theirs.words)
    meant = english_meant(mine)
    if meant:
        mend = here.put(say("Write “{text}”", text=meant), mine.start, mine.end, meant)
        yield Finding(here.at(mine.start, mine.end), why, mend, there.at(theirs.start, theirs.end))
        return
    is_feminine = _is_feminine(there, theirs, person)
    due = counterpart(mine, theirs, nation, is_feminine=is_feminine)
    where, other = there.at(theirs.start, theirs.end), here.at(mine.start, mine.end)
    if due is None:
        yield Finding(where, why, other=other)
        return
    text, is_sure = due
    is_doubtful = not is_sure or is_rank_of_a_language(theirs, Language.FR)
    start, words = _with_article(there.text, theirs.start, text, is_feminine=is_feminine)
    mend = there.put(say("Write “{text}”", text=text), start, theirs.end, words)
    yield Finding(where, why, mend, other, is_doubtful=is_doubtful)


def _nation(english: Rank, french: Rank) -> str:
    """Return the nation that is told beside a name, "" where none is."""
    return country_in(english.around, Language.EN) or country_in(french.around, Language.FR)


def _is_feminine(spot: Spot, rank: Rank, person: Participant | None) -> bool:
    """Tell the gender of a rank: by the card, else by the article and the form that stand there."""
    if person is not None and person.gender is not None:
        return person.gender is Gender.FEMININE
    return _FEMININE_ARTICLE.search(spot.text, 0, rank.start) is not None


_FEMININE_ARTICLE = re.compile(rf"(?<!\w)(?:[Ll]a|une|[Cc]ette){_S}$")
_ARTICLE = re.compile(
    rf"(?<!\w)(?P<lead>[Dd]e{_S}|[Àà]{_S}|)(?P<article>l[’']|L[’']|[Ll]e{_S}|[Ll]a{_S})$|(?<!\w)(?P<joined>[Dd]u|[Aa]u){_S}$"
)
_VOWEL = re.compile(r"[aeéiou]", re.IGNORECASE)


def _with_article(text: str, start: int, rank: str, *, is_feminine: bool) -> tuple[int, str]:
    """Return where to write a French rank and how: with the article before it, where that is another now."""
    match = _ARTICLE.search(text, max(0, start - 12), start)
    if match is None:
        return start, rank
    elides = _VOWEL.match(rank) is not None
    if match["joined"] is not None:
        lead = {"du": "de ", "au": "à "}[match["joined"].lower()]
        article = "le"
    else:
        lead, article = match["lead"].replace("\u00a0", " "), match["article"].strip().lower()
    has = article in ("l’", "l'")
    if has is elides:
        return start, rank
    if elides:
        written = f"{lead}l’"
    elif is_feminine:
        written = f"{lead}la "
    else:
        written = {"de ": "du ", "à ": "au ", "": "le "}[lead.lower()]
    if match.group()[0].isupper():
        written = written[0].upper() + written[1:]
    return match.start(), written + rank


RULES = (Rule("X26", Level.WARNING, say("Military ranks"), on_row=ranks, silences=("X24",)),)
