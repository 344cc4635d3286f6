"""Capitals: of days and languages, functions, nationalities and institutions, and those the house wants."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, spots
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.text.index import Led, first_words, index_of
from editor.text.lexicon import alternatives, table
from editor.text.sentences import sentences
from editor.text.typography import SPACES
from editor.text.verbatim import is_verbatim
from editor.words import Sentence, say

_S = f"[{SPACES}]"
_PROSE = (RowKind.PARAGRAPH, RowKind.LIST_ITEM, RowKind.BOILERPLATE, RowKind.NOTE, RowKind.CAPTION)
_SMALL = say("This word has no capital here.")


def days_and_languages(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F20: weekdays, months and languages begin with a small letter."""
    for spot in _prose(row, Language.FR):
        for match in _day_or_language().finditer(spot.text):
            name = match.lastgroup or ""
            yield _lowered(spot, *match.span(name))


@cache
def _day_or_language() -> re.Pattern[str]:
    dates, usage = table("dates"), table("usage")
    days = alternatives(day.capitalize() for day in dates["weekdays"]["fr"])
    months = alternatives(
        month[0].capitalize() for month in dates["months"]["fr"] if month[0].capitalize() not in ("Mars", "Mai")
    )
    tongues = alternatives(tongue.capitalize() for tongue in usage["languages"])
    return re.compile(
        rf"\b(?:[Ll]e|[Cc]e|du|au|dès|chaque) (?P<day>{days})"
        rf"(?={_S}(?:\d|soir|matin|dernier|prochain|après-midi)|[,.;])"
        rf"|\b(?:en|fin|début|mois de|courant) (?P<month>{months}|M(?:ars|ai)(?={_S}\d))"
        rf"(?={_S}\d{{4}}|[,.;)]|{_S}(?:dernier|prochain))"
        rf"|\b(?:en|parle|parlent|parler|langue) (?P<tongue>{tongues})(?=[,.;:)]|$|{_S}(?:et|ou|par|sur|dans)\b)"
    )


def functions(row: Row, desk: Desk) -> Iterator[Finding]:
    """F30: functions begin with a small letter before what they rule, portfolios with a capital."""
    level = Level.WARNING if desk.profile.style.small_functions else Level.HINT
    for spot in _prose(row, Language.FR):
        for match in _function().finditer(spot.text, index_of(spot.text)):
            yield _lowered(spot, *match.span("head"), level=level)
        for match in _portfolio().finditer(spot.text, index_of(spot.text)):
            start, end = match.span("field")
            text = match["field"].capitalize()
            why = say("The field of a ministry begins with a capital.")
            yield Finding(spot.at(start, end), why, spot.put(_write(text), start, end, text), level=Level.HINT)


@cache
def _function() -> Led:
    listed = table("usage")["ministers"]
    heads = alternatives(head.capitalize() for head in listed)
    pattern = re.compile(
        rf"(?:(?<=[a-zà-ÿ,] le )|(?<=[a-zà-ÿ,] la )|(?<=[a-zà-ÿ] du )|(?<=[a-zà-ÿ] au )|"
        rf"(?<=[a-zà-ÿ] les )|(?<=[a-zà-ÿ] des ))"
        rf"(?<!Monsieur le )(?<!Madame la )(?P<head>{heads})"
        rf"(?={_S}(?:de\b|du\b|des\b|d[’']|fédéral|délégué|général|chargé))"
    )
    return Led(pattern, first_words(listed))


@cache
def _portfolio() -> Led:
    fields = alternatives(table("usage")["portfolios"])
    pattern = re.compile(
        rf"(?<!\w)(?:ministres?|[Mm]inistère|secrétaire d[’']État)(?: (?:déléguée?|fédérale?))? "
        rf"(?:de la |de l[’']|du |des |à la |à l[’'])"
        rf"(?P<field>{fields})(?!\w)"
    )
    return Led(pattern, first_words(["ministre", "ministres", "ministère", "secrétaire"]))


def nationalities(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F31: a nationality has a capital as a noun (les Français) and none as an adjective (le gouvernement français)."""
    for spot in _prose(row, Language.FR):
        for match in _adjective().finditer(spot.text, index_of(spot.text)):
            yield _lowered(spot, *match.span("people"))
        for match in _people().finditer(spot.text):
            start, end = match.span("people")
            text = match["people"][:1].upper() + match["people"][1:]
            why = say("The name of a people begins with a capital.")
            yield Finding(spot.at(start, end), why, spot.put(_write(text), start, end, text))


@cache
def _adjectives() -> tuple[str, ...]:
    forms = {form for state in table("countries")["states"] for form in state["fr_adjectives"] if form}
    return tuple(sorted(forms | {form if form.endswith(("s", "x")) else f"{form}s" for form in forms}))


@cache
def _adjective() -> Led:
    listed = table("usage")["official"]
    heads = alternatives(listed)
    peoples = alternatives(form[:1].upper() + form[1:] for form in _adjectives())
    pattern = re.compile(rf"(?<![\w’'-])(?:{heads}){_S}(?P<people>{peoples})(?![\w-])(?!{_S}[A-ZÀ-Ý])")
    return Led(pattern, first_words(listed))


@cache
def _people() -> re.Pattern[str]:
    verbs = alternatives(table("usage")["french_people_verbs"])
    peoples = alternatives(form for form in _adjectives() if form.endswith("s"))
    return re.compile(rf"(?<!\w)(?:[Ll]es|[Dd]es|[Tt]ous les|[Cc]es) (?P<people>{peoples})(?={_S}(?:{verbs})(?!\w))")


def institutions(row: Row, desk: Desk) -> Iterator[Finding]:
    """F32: an institution has its capital on the first noun: l’Assemblée nationale, l’Union européenne, l’État."""
    yield from _capitals(row, Language.FR, (*table("usage")["institutions_fr"], *desk.profile.style.capitals.fr))


def house_capitals(row: Row, desk: Desk) -> Iterator[Finding]:
    """E17: the capitals the house wants in set phrases, and no hyphen where it wants none."""
    yield from _capitals(row, Language.EN, desk.profile.style.capitals.en)


def _capitals(row: Row, language: Language, phrases: Sequence[str]) -> Iterator[Finding]:
    if not phrases:
        return
    pattern, wanted = _phrases(tuple(phrases))
    for spot in _prose(row, language):
        for match in pattern.finditer(spot.text, index_of(spot.text)):
            words = match.group()
            text = wanted[_key(words)]
            if _flat(words) == text or words.isupper() or is_verbatim(spot.text, *match.span()):
                continue
            if _flat(words) in table("usage")["institutions_fr_also"]:
                continue
            if words[:1].isupper() and not text[:1].isupper() and _opens(spot.text, match.start()):
                text = text[:1].upper() + text[1:]
                if _flat(words) == text:
                    continue
            why = say("The capitals of this name are “{text}”.", text=text)
            yield Finding(spot.at(*match.span()), why, spot.put(_write(text), *match.span(), text))


@lru_cache(maxsize=16)
def _phrases(phrases: tuple[str, ...]) -> tuple[Led, dict[str, str]]:
    forms = "|".join(
        re.escape(phrase).replace("’", "[’']").replace(r"\ ", rf"[{SPACES}-]")
        for phrase in sorted(phrases, key=len, reverse=True)
    )
    pattern = re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)
    return Led(pattern, first_words(phrases)), {_key(phrase): phrase for phrase in phrases}


def _key(words: str) -> str:
    return _flat(words).lower().replace("-", " ")


def _flat(words: str) -> str:
    return re.sub(_S, " ", words).replace("'", "’")


def _opens(text: str, place: int) -> bool:
    """Tell whether a sentence or quotation opens at a place, so that its first letter is a capital anyway."""
    return any(
        start <= place and not text[start:place].strip(f"{SPACES}«“‘\"'—–-•") for start, _ in sentences(text)
    ) or (text[:place].rstrip(SPACES).endswith(("«", "“", ":", '"')))


def _lowered(spot: Spot, start: int, end: int, level: Level | None = None) -> Finding:
    text = spot.text[start].lower() + spot.text[start + 1 : end]
    return Finding(spot.at(start, end), _SMALL, spot.put(_write(text), start, end, text), level=level)


def _prose(row: Row, language: Language) -> Iterator[Spot]:
    if row.kind in _PROSE:
        yield from spots(row, language)


def _write(text: str) -> Sentence:
    return say("Write “{text}”", text=text)


RULES = (
    Rule("F20", Level.WARNING, say("Days and languages in small letters"), on_row=days_and_languages),
    Rule("F30", Level.WARNING, say("Functions in small letters"), on_row=functions, proposes=True),
    Rule("F31", Level.WARNING, say("Nationalities"), on_row=nationalities),
    Rule("F32", Level.WARNING, say("Names of institutions"), on_row=institutions),
    Rule("E17", Level.WARNING, say("Capitals of the house"), on_row=house_capitals),
)
