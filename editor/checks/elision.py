"""Elision and set words: apostrophes that are missing, vowels that meet, hyphens of words that go together."""

import re
from collections.abc import Iterator
from functools import cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import spots
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.index import Led, first_words, index_of
from editor.text.lexicon import alternatives, table
from editor.text.typography import SPACES
from editor.text.verbatim import is_verbatim
from editor.words import Sentence, say

_S = f"[{SPACES}]"
_VOWEL = "aàâæeéèêëiîïoôœuùûAÀÂEÉÈÊIÎOÔŒUÙ"


def missing_apostrophes(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F08: an elided word stands apart from the next one: l OTAN, d une, qu il."""
    for spot in spots(row, Language.FR):
        for match in _apart().finditer(spot.text):
            if is_verbatim(spot.text, match.start(), match.end()):
                continue
            text = f"{match['word']}’"
            why = say("An apostrophe is missing.")
            mend = spot.put(_write(f"{text}{match['next']}"), match.start(), match.end("gap"), text)
            yield Finding(spot.at(match.start(), match.end("next")), why, mend)


@cache
def _apart() -> re.Pattern[str]:
    """Match elided words before a space and a vowel; letters of a list and units behind a figure are let be."""
    words = alternatives(table("usage")["elided"])
    mute = alternatives(table("usage")["mute_h"])
    return re.compile(
        rf"(?:(?<=[a-zà-ÿ,;:»)] )|(?<=[a-zà-ÿ,;:»)]\u00a0)|^)(?P<word>{words})(?P<gap>{_S})"
        rf"(?P<next>(?!(?:et|ou|à|en|avec|au|aux|est[- ]elle)\b)(?:[{_VOWEL}][\w’'-]+|(?:{mute})\b))"
    )


_CONTRACTED = {"de le": "du", "de les": "des", "à le": "au", "à les": "aux"}


def elisions(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F09: le, la, de, que… lose their vowel before another; de le is du, à les is aux, si il is s’il."""
    for spot in spots(row, Language.FR):
        for match in (*_full().finditer(spot.text), *_IF.finditer(spot.text)):
            if is_verbatim(spot.text, match.start(), match.end("next")):
                continue
            text = f"{match['word'][:-1]}’"
            why = say("This word loses its vowel before the next one.")
            mend = spot.put(_write(f"{text}{match['next']}"), match.start("word"), match.end("gap"), text)
            yield Finding(spot.at(match.start("word"), match.end("next")), why, mend)
        for match in _CONTRACTION.finditer(spot.text):
            text = _CONTRACTED[" ".join(match["pair"].lower().split())]
            text = text.capitalize() if match["pair"][0].isupper() else text
            why = say("French contracts these two words to “{text}”.", text=text)
            yield Finding(spot.at(*match.span("pair")), why, spot.put(_write(text), *match.span("pair"), text))


@cache
def _full() -> re.Pattern[str]:
    """Match words that elide before a word in small letters that begins with a vowel or a mute h, or before a state."""
    usage = table("usage")
    never, mute = alternatives(usage["not_elided"]), alternatives(usage["mute_h"])
    states = alternatives(
        (
            *usage["elided_names"],
            *(state["fr"] for state in table("countries")["states"] if state["fr_article"] == "l’" and state["fr"]),
        )
    )
    words = "le|la|de|que|se|ne|me|te|je|jusque|lorsque|puisque|quoique"
    return re.compile(
        rf"(?<![\w’'«-])(?<!-)(?P<word>(?:{words}|Le|La|De|Que|Je|Jusque|Lorsque|Puisque|Quoique))(?P<gap>{_S})"
        rf"(?P<next>(?!(?:{never})(?![\w’']))(?:[{_VOWEL.lower()}][a-zà-ÿœ’'-]{{2,}}|(?:a|à|est|il|ils|on|en)|"
        rf"(?:{mute}))(?![\w’'-])|(?:{states})(?!\w)(?!{_S}(?!(?:Nord|Sud|Est|Ouest)\b)[A-ZÀ-Ý]))"
    )


_IF = re.compile(rf"(?<![\w’'-])(?P<word>[Ss]i)(?P<gap>{_S})(?P<next>ils?)(?!\w)")
_CONTRACTION = re.compile(
    rf"(?<![\w’'-])(?P<pair>(?:[Dd]e|[Àà]){_S}les?)(?={_S}(?!\w*(?:er|ir|re|oir)\b|(?:y|en|lui|leur|bien|mieux|plus|moins|"
    r"faire|tout|tous)\b)[a-zà-ÿ]{4,})"
)


def set_words(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F29: words that hang on hyphens: c’est-à-dire, vice-président, États-Unis, ci-dessous."""
    listed = table("usage")["set_words"]
    for spot in spots(row, Language.FR):
        for match in _set_word().finditer(spot.text, index_of(spot.text)):
            if is_verbatim(spot.text, match.start(), match.end()):
                continue
            found = re.sub(_S, " ", match.group())
            wanted = listed.get(found) or listed[found[:1].lower() + found[1:]].capitalize()
            if found[:1].isupper() and not wanted[:1].isupper():
                wanted = wanted[:1].upper() + wanted[1:]
            why = say("These words are written “{text}”.", text=wanted)
            yield Finding(spot.at(*match.span()), why, spot.put(_write(wanted), *match.span(), wanted))


@cache
def _set_word() -> Led:
    listed: dict[str, str] = table("usage")["set_words"]
    forms = {*listed, *(f"{words[:1].upper()}{words[1:]}" for words in listed)}
    spaced = alternatives(forms).replace("\\ ", _S).replace(" ", " ")
    return Led(re.compile(rf"(?<![\w’'-])(?:{spaced})(?![\w’'-])"), first_words(forms))


def _write(text: str) -> Sentence:
    return say("Write “{text}”", text=text)


RULES = (
    Rule("F08", Level.WARNING, say("Missing apostrophes"), on_row=missing_apostrophes),
    Rule("F09", Level.WARNING, say("Elisions"), on_row=elisions),
    Rule("F29", Level.WARNING, say("Hyphens of set words"), on_row=set_words),
)
