"""Words: accents on capitals, ligatures, hyphens of inversion, words written twice."""

import re
from collections.abc import Iterator
from functools import cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, spots
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.index import Led, first_words, index_of
from editor.text.lexicon import alternatives, table
from editor.text.orthography import ligatures_amiss
from editor.text.sentences import sentences
from editor.words import say, say_count

_LETTER = r"[^\W\d_]"


def accented_capitals(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F25: capitals keep their accents: État, Élysée, À la suite."""
    for spot in spots(row, Language.FR):
        for match in _bare_capitals().finditer(spot.text, index_of(spot.text)):
            word = match.group()
            yield _respelt(spot, match.start(), match.end(), table("checks")["capitals"][word])
        for start, _ in sentences(spot.text):
            found = _opening_a().match(spot.text, start)
            if found:
                yield _respelt(spot, found.start("a"), found.end("a"), "À")


def _respelt(spot: Spot, start: int, end: int, text: str) -> Finding:
    why = say_count("A capital lacks its accent.", "{count} capitals lack their accents.", 1)
    return Finding(spot.at(start, end), why, spot.put(say("Write “{text}”", text=text), start, end, text))


@cache
def _bare_capitals() -> Led:
    listed = table("checks")["capitals"]
    return Led(re.compile(rf"(?<![\w.@/-])(?:{alternatives(listed)})(?![\w@])"), first_words(listed))


@cache
def _opening_a() -> re.Pattern[str]:
    followers = alternatives(table("checks")["after_a"])
    return re.compile(rf"(?:[«“\"—–]\s*)?(?P<a>A)(?= (?:{followers})(?!\w)| l[’'])")


def ligatures(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F26: œ is one letter: cœur, œuvre, sœur; coexister and moelle keep two."""
    for spot in spots(row, Language.FR):
        for amiss in ligatures_amiss(spot.text):
            why = say_count("“œ” is one letter here.", "“œ” is one letter, {count} times.", 1)
            mend = spot.put(say("Write “{text}”", text=amiss.text), amiss.start, amiss.end, amiss.text)
            yield Finding(spot.at(amiss.start, amiss.end), why, mend)


_INVERSION = re.compile(
    rf"(?<![\w’'-])(?P<verb>{_LETTER}*[aeAE]|vainc|convainc)(?P<first>[ ‐‑-])t(?P<second>[‐‑’' -]{{1,2}})"
    r"(?P<who>il|elle|on|ils|elles)(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<=[»”\",] )(?P<verb>est|sont|était|étaient|dit|ont|fait|peut|doit|poursuit|conclut|précisent|ajoutent)"
    r" (?P<who>il|elle|ils|elles|on)(?= |,|\.|$)"
)
_HYPHENS = "-‐‑"


def inversions(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F27: the subject after its verb hangs on hyphens: a-t-il, est-il, dit-elle."""
    for spot in spots(row, Language.FR):
        for match in _INVERSION.finditer(spot.text):
            if match["first"] in _HYPHENS and match["second"] in _HYPHENS:
                continue
            yield _hyphenated(spot, match, f"{match['verb']}-t-{match['who']}")
        for match in _BARE.finditer(spot.text):
            yield _hyphenated(spot, match, f"{match['verb']}-{match['who']}")


def _hyphenated(spot: Spot, match: re.Match[str], text: str) -> Finding:
    why = say("The subject after its verb hangs on hyphens.")
    return Finding(spot.at(*match.span()), why, spot.put(say("Write “{text}”", text=text), *match.span(), text))


_NO_T = re.compile(rf"(?<![\w’'-])(?P<verb>{_LETTER}*[aeAE])(?P<hyphen>[-‐‑])(?P<who>il|elle|on)(?![\w-])")


_INVERTED = re.compile(r"[aeAE][-‐‑](?:il|elle|on)")


def euphonic_t(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F28: a verb that ends in a vowel takes -t- before il, elle, on."""
    for spot in spots(row, Language.FR):
        if _INVERTED.search(spot.text) is None:
            continue
        for match in _NO_T.finditer(spot.text):
            text = f"{match['verb']}-t-{match['who']}"
            why = say("A “t” is missing between verb and subject.")
            yield Finding(spot.at(*match.span()), why, spot.put(say("Write “{text}”", text=text), *match.span(), text))


_ELIDED_TWICE = re.compile(
    rf"(?<![\w’'-])(?P<word>(?:[Dd]e|[Dd]u|[Dd]es)\s(?=d)|[Ll][ea]s?\s(?=l)|[Qq]ue\s(?=qu)|[Nn]e\s(?=n)|[Ss]e\s(?=s))"
    rf"(?P<kept>(?:qu|[dlns])[’'])(?={_LETTER})"
)
"""A word before its own elided form: « de d’ », « la l’ »."""
_TWICE = re.compile(rf"(?<![\w’'-])(?P<word>{_LETTER}+)(?P<again>\s+(?P=word))(?![\w’'-])", re.IGNORECASE)


def french_words_twice(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F37: a word written twice, before its own elided form as well; nous nous and vous vous are French."""
    yield from _twice(row, Language.FR)
    for spot in spots(row, Language.FR):
        for match in _ELIDED_TWICE.finditer(spot.text):
            word = match["word"].strip()
            why = say("“{word}” stands here twice.", word=word.lower())
            text = match["kept"].capitalize() if word[0].isupper() else match["kept"]
            yield Finding(spot.at(match.start(), match.end()), why, spot.put(say("Leave it once"), *match.span(), text))


def english_words_twice(row: Row, _desk: Desk) -> Iterator[Finding]:
    """E22: a word written twice; “that that” and “had had” may be meant."""
    yield from _twice(row, Language.EN)


def _twice(row: Row, language: Language) -> Iterator[Finding]:
    fair = table("checks")["twice"][language.value]
    for spot in spots(row, language):
        for match in _TWICE.finditer(spot.text):
            again = match["again"].strip()
            if match["word"].lower() in fair["right"] or (again[0].isupper() and match["word"][0].isupper()):
                continue
            level = Level.HINT if match["word"].lower() in fair["doubtful"] else None
            why = say("“{word}” stands here twice.", word=match["word"])
            mend = spot.put(say("Leave it once"), match.start("again"), match.end("again"), "")
            yield Finding(
                spot.at(match.start("again"), match.end("again")),
                why,
                mend,
                level=level,
                is_doubtful=level is Level.HINT,
            )


RULES = (
    Rule("F25", Level.WARNING, say("Accents on capitals"), on_row=accented_capitals, silences=("F47",)),
    Rule("F26", Level.WARNING, say("Ligatures"), on_row=ligatures, silences=("F47",)),
    Rule("F27", Level.ERROR, say("Hyphens of inversion"), on_row=inversions),
    Rule("F28", Level.ERROR, say("Euphonic “t”"), on_row=euphonic_t),
    Rule("F37", Level.WARNING, say("French words written twice"), on_row=french_words_twice),
    Rule("E22", Level.WARNING, say("English words written twice"), on_row=english_words_twice),
)
