"""The house inside a function: what somebody is director, minister or member of, no portfolio, place or nation."""

import re
from functools import cache

from editor.model.language import Language
from editor.text.countries import country_in, state_named
from editor.text.letters import CAPITAL, plain
from editor.text.lexicon import table
from editor.text.patterns import pattern_of

_OF = {
    Language.EN: pattern_of(rf" (?:of|for) (?:the )?(?={CAPITAL})"),
    Language.FR: pattern_of(rf" (?:de la |de l'|du |des |de |d')(?={CAPITAL})"),
}


def body_of(role: str, language: Language) -> str:
    """Return what a function is of: “OTAN” of « secrétaire général de l’OTAN »; the last complement with a capital."""
    flat = plain(role)
    joints = [joint for joint in _OF[language].finditer(flat) if not _is_nation(role[joint.end() :], language)]
    if not joints:
        return ""
    joint = next((each for each in reversed(joints) if _opens_house(flat[each.end() :])), joints[-1])
    start = joint.end()
    house = _WORD_BEFORE_JOINT.search(flat, 0, joint.start())
    if house is not None and house[1].lower() in house_nouns() - {"région"} and house.start(1) > 0:
        # « ministère des Affaires étrangères » is a house, and « Affaires étrangères » none.
        start = house.start(1)
    body = _BODY_END.split(role[start:].strip(), maxsplit=1)[0]
    acronym = _ACRONYM_OFFICE.match(body)
    if acronym is not None:
        body = acronym[1]
    return body if _is_house(flat, body) else ""


_BODY_END = pattern_of(
    r"(?<=Parliament) \(|(?<=Parlement) \(|(?<=Commons) \(| (?:et|and) (?:à|au|aux|en|pour|par|at|in|for|by) |, "
)
"""What ends the name of a house inside a function: a place in brackets, and whatever else somebody does."""
_ACRONYM_OFFICE = pattern_of(
    r"([A-Z][A-Z&-]+[A-Z]) (?:delegation|office|mission|branch|bureau|chapter|team|programme|program|department)\b.*"
)


def _is_nation(words: str, language: Language) -> bool:
    """Tell whether words are the name of a state, short or long: “Norway”, « République du Sénégal »."""
    if state_named(words) is not None or _STATE.fullmatch(words) is not None:
        return True
    return _STATE.match(words) is not None and bool(country_in(words, language))


_STATE = pattern_of(
    r"(?:République|Republic|État|State|Nation|Crown|Couronne|Royaume|Kingdom|Principauté|Principality|Grand-Duché|"
    r"Grand Duchy|Confédération)\b"
)


def _opens_house(words: str) -> bool:
    """Tell whether words begin with the noun of an organisation or with an acronym."""
    first = re.match(r"[\w-]+", words)
    return first is not None and (first[0].lower() in house_nouns() or (len(first[0]) > 1 and first[0].isupper()))


_WORD_BEFORE_JOINT = pattern_of(r"(?:^|[ '])([\w-]+)$")


def _is_house(role: str, body: str) -> bool:
    """Tell whether what a function is of is an organisation: no portfolio or constituency, and no bare “Council”."""
    words = re.findall(r"[\w'-]+", plain(body))
    telling = [word for word in words if word.lower() in house_nouns() or (len(word) > 1 and word.isupper())]
    if len(words) == 1 and telling and not words[0].isupper():
        return False
    for_what = role[: -len(body) or None].endswith((" for ", " for the "))
    return bool(telling) or (_OF_A_PLACE.search(role) is None and not for_what)


_OF_A_PLACE = pattern_of(
    r"\b(?:[Mm]inist(?:er|re)s?|[Dd]éputée?s?|[Ss]énat(?:eur|rice)s?|[Ss]enators?|[Mm]ayors?|[Mm]aires?|[Kk]ing|"
    r"[Qq]ueen|"
    r"[Rr]oi|[Rr]eine|[Aa]mbassad(?:or|eur|rice)s?|[Cc]ommissioners?|[Cc]ommissaires?|MPs?|MEPs?|MLAs?|MPPs?|"
    r"[Cc]hancell(?:or|ier|ière)|[Pp]remi(?:er|ère)|[Gg]overnors?|[Ss]ecretary (?:of [Ss]tate|for)|"
    r"[Ss]ecrétaires? d'[ÉEé]tat|[Mm]embers? of (?:the )?(?:\w+ )?Parliament|[Mm]embres? du Parlement)\b"
)
"""Functions whose complement is a portfolio or a place."""


@cache
def house_nouns() -> frozenset[str]:
    """Return the nouns that organisations are called by, in small letters: “council”, « ministère »."""
    return frozenset(table("titles")["houses"])
