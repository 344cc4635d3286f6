"""French functions in the gender of the person's card, and feminine forms with midpoints."""

import re
from collections.abc import Iterator
from functools import cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.mentions import Named, mentions
from editor.checks.spot import spots
from editor.model.language import Language
from editor.model.people import Gender
from editor.model.rows import Row
from editor.text.functions import function_before
from editor.text.lexicon import table
from editor.text.typography import SPACES
from editor.words import say

_S = f"[{SPACES}]"
_ARTICLE = re.compile(rf"(?<!\w)(?P<article>[Ll]e|[Dd]u|[Aa]u|[Uu]n|[Ll]a|[Dd]e la|[Àà] la|[Uu]ne){_S}$")
_FEMININE = {"le": "la", "du": "de la", "au": "à la", "un": "une"}
_MASCULINE = {feminine: masculine for masculine, feminine in _FEMININE.items()}
_MIDPOINT = re.compile(r"(?<=[a-zà-ÿ])[·•‧⋅](?:[a-zà-ÿ]{1,6})(?:[·•‧⋅]s)?(?!\w)")


def feminine_functions(row: Row, desk: Desk) -> Iterator[Finding]:
    """F46: the article and the noun of a function have the gender of the person (la ministre, la présidente)."""
    for person in desk.doc.participants:
        if person.gender is None:
            continue
        for named in mentions(row, Language.FR, person):
            yield from _disagreeing(named, person.gender)
    if desk.profile.style.midpoints:
        return
    for spot in spots(row, Language.FR):
        if any(sign in spot.text for sign in "·•‧⋅"):
            for match in _MIDPOINT.finditer(spot.text):
                why = say("This house writes no forms with midpoints.")
                yield Finding(spot.at(*match.span()), why, level=Level.HINT)


def _disagreeing(named: Named, gender: Gender) -> Iterator[Finding]:
    spot = named.spot
    found = function_before(spot.text, named.start, Language.FR)
    if found is None or found.plural:
        return
    role = spot.text[found.start : found.end]
    noun = role.split()[0]
    before = _ARTICLE.search(spot.text, max(0, found.start - 8), found.start)
    if before is None:
        return
    article = re.sub(_S, " ", before["article"])
    wanted_article = (_FEMININE if gender is Gender.FEMININE else _MASCULINE).get(article.lower())
    wanted_noun = _nouns(gender).get(noun.lower(), noun)
    if wanted_article is None:
        return
    text = wanted_article.capitalize() if article[0].isupper() else wanted_article
    words = f"{text} {wanted_noun.capitalize() if noun[0].isupper() else wanted_noun}"
    end = found.start + len(noun)
    why = say("“{words}” does not fit {name}.", words=f"{article} {noun}", name=named.words)
    mend = spot.put(say("Write “{text}”", text=words), before.start("article"), end, words)
    yield Finding(spot.at(before.start("article"), end), why, mend)


@cache
def _nouns(gender: Gender) -> dict[str, str]:
    """Return the noun of this gender by that of the other one."""
    pairs = [(entry[0], entry[1]) for entry in table("titles")["heads_fr"]]
    if gender is Gender.FEMININE:
        return dict(pairs)
    return {feminine: masculine for masculine, feminine in pairs}


RULES = (Rule("F46", Level.WARNING, say("Functions in the feminine"), on_row=feminine_functions),)
