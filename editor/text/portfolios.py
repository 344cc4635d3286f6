"""Portfolios of several parts: where a function goes on behind a comma inside it."""

import re
from functools import cache

from editor.model.language import Language
from editor.text.letters import CAPITAL
from editor.text.lexicon import first_names, table
from editor.text.offices import heads, is_head
from editor.text.patterns import pattern_of

_WORD = pattern_of(r"[\w&/.°()'-]+")


def next_portfolio(flat: str, start: int, comma: int, language: Language) -> int | None:
    """Return where a minister's further office begins behind a comma: « vice-premier ministre, ministre des Lacs »."""
    if _MINISTER.search(flat, start, comma) is None:
        return None
    word = _WORD.match(flat, comma + 2)
    if word is None or flat[comma + 1] != " " or not is_head(word.group(), language):
        return None
    return word.end() if _MINISTER.match(flat, comma + 2) is not None else None


_MINISTER = pattern_of(r"\b(?:vice-)?(?:premi(?:er|ère)[ -])?minist(?:re|er)\b", re.IGNORECASE)


def more_offices(flat: str, comma: int, language: Language) -> int | None:
    """Return where a function goes on to behind a comma inside it: “Minister of Fisheries, Oceans and the Coast Guard”.

    Two capitalised words of which neither belongs to an institution are rather the name of somebody.
    """
    match = _OFFICES[language].match(flat, comma)
    if match is None:
        return None
    offices = re.split(r", | and | et ", match["offices"])
    return match.end() if all(_is_office(office) for office in offices) else None


def _is_office(words: str) -> bool:
    if re.match(r"(?:the|de la|de l'|des|du|de|d') ?", words):
        return True
    capitals = [word for word in re.split(r" |(?<=')", words) if word[:1].isupper()]
    if len(capitals) <= 1 or any(word in _bodies() or word.lower() in heads(Language.EN) for word in capitals):
        return True
    return _ABSTRACT.search(capitals[-1]) is not None and capitals[0] not in first_names()


_ABSTRACT = pattern_of(r"(?:tions?|ments?|ity|ities|ance|ence|ism|ings?|ures?|tés?|aires|ants)$")
"""How the last word of a portfolio ends: “Democratic Institutions”."""


@cache
def _bodies() -> frozenset[str]:
    return frozenset(table("titles")["bodies"])


_OFFICE = rf"{CAPITAL}[\w'&-]*(?: (?:of |for |de |du |des |d'|la )?(?:{CAPITAL}[\w'&-]*))*"
_OFFICES = {
    Language.EN: pattern_of(rf", (?P<offices>(?:the )?{_OFFICE}(?:, {_OFFICE})*,? and (?:the )?{_OFFICE})"),
    Language.FR: pattern_of(
        rf", (?P<offices>{CAPITAL}[\w-]+ et {CAPITAL}[\w-]+(?= \(|[.,;:]|$)|"
        rf"(?:(?:de la |de l'|des |du |de |d'){_OFFICE}(?: [a-zà-ÿ]+)?(?:, | et ))+"
        rf"(?:(?:de la |de l'|des |du |de |d')?{_OFFICE}|[a-zà-ÿ]+(?:es|aux|s)(?!\w)))"
    ),
}
