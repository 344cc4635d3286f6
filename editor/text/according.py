"""According to whom: « selon X », “for X”, « de l’avis de ce dernier », « …, pour qui »."""

import re
from functools import cache

from editor.model.language import Language
from editor.text.clauses import begins_sentence
from editor.text.houses import document_of, is_house
from editor.text.lexicon import alternatives, pronouns, verbs
from editor.text.patterns import pattern_of
from editor.text.reading import Attribution, Naming, Reading
from editor.text.subjects import bare_body, is_office, named_by, noun_phrase


def according(reading: Reading, first: int, end: int) -> Attribution | None:
    """Read “according to X”, « selon X »."""
    return _according_to_one(reading, first, end) or _according_to(reading, first, end)


_ACCORDING_TO_ONE = pattern_of(
    r"(?:(?:[Ss]elon|[Pp]our|[Dd]'après|[Dd]e l'avis de|[Aa]ux yeux de|[Aa]ccording to) "
    r"(?P<who>lui|elle|eux|elles|him|her|them|ce dernier|cette dernière|celui-ci|celle-ci|the latter)|"
    r"(?:[Ss]elon|[Pp]our reprendre|[Dd]'après) (?:ses|leurs) (?:propres )?(?:termes|mots|dires|propos|paroles)|"
    r"[Ii]n (?P<whose>his|her|their) (?:own )?words)(?=[ ,.]|$)"
)
_STRESSED = {"lui": "m", "him": "m", "his": "m", "her": "f"}
"""The gender that pronouns tell which are no subjects."""


def _according_to_one(reading: Reading, first: int, end: int) -> Attribution | None:
    stressed = _ACCORDING_TO_ONE.match(reading.flat, first, end)
    if stressed is None:
        return None
    who = stressed["who"] or stressed["whose"] or ""
    gender = _STRESSED.get(who) or pronouns(reading.language).get(who, "")
    named = who if who in verbs(reading.language)["latter"] else ""
    return Attribution(first, stressed.end(), "selon", Naming.PRONOUN, named, gender, verb=stressed.group())


def _according_to(reading: Reading, first: int, end: int) -> Attribution | None:
    match = _accordings(reading.language).match(reading.flat, first, end)
    if match is None:
        return None
    for mention in reading.mentions:
        if match.end() <= mention.start < end:
            between = reading.flat[match.end() : max(match.end(), mention.outer)]
            if len(between.split()) <= 3 and "," not in between:
                return named_by(mention, first, mention.end, "selon", None, words=match.group().strip())
            break
    phrase = noun_phrase(reading.language).match(reading.flat, match.end() - 1, end)
    if phrase is not None and is_office(phrase.group("words"), reading.language):
        words = reading.text[phrase.start("words") : phrase.end("words")]
        return Attribution(first, phrase.end("words"), "selon", Naming.FUNCTION, words, verb=match.group().strip())
    if match.group().strip().lower().split(" ")[0] in {"pour", "for"} and not _holds_opinion(reading, first, phrase):
        return None
    owned = phrase is not None and document_of(phrase["words"]) != ""
    if phrase is not None and (owned or re.search(r"\b[^\W\d_a-zà-ÿ]", phrase["words"]) or is_house(phrase["words"])):
        body = reading.text[phrase.start("words") : phrase.end("words")]
        return Attribution(
            first, phrase.end("words"), "selon", Naming.BODY, bare_body(body), verb=match.group().strip()
        )
    for candidate in reading.candidates:
        if candidate.outer == match.end():
            return Attribution(first, candidate.end, "selon", Naming.BODY, candidate.name, verb=match.group().strip())
    return None


_ACRONYM = pattern_of(r"(?:(?:la|le|les|the) |l')?[A-Z]{2,}[\w&-]*(?: [A-Z]{2,}[\w&-]*)*")


def _holds_opinion(reading: Reading, first: int, phrase: re.Match[str] | None) -> bool:
    """Tell whether « pour » opens a sentence with a house whose opinion follows: « Pour la CGT, c’est « … » »."""
    if phrase is None or not begins_sentence(reading, first) or not reading.flat.startswith(",", phrase.end("words")):
        return False
    return is_house(phrase["words"]) or _ACRONYM.fullmatch(phrase["words"]) is not None


_TO_WHOM = pattern_of(
    r",? (?:et |mais |and |but )?(?:pour|selon|d'après|for|according to) (?:qui|lequel|laquelle|whom)(?=[ ,])"
    r"[^.;:«»“”\"]{0,80}$"
)


def according_to_whom(reading: Reading, begin: int, opener: int) -> Attribution | None:
    """Read « Léa Roy, docker à Gor, pour qui « le port a changé » »: the opinion of whoever is named before “whom”."""
    whom = _TO_WHOM.search(reading.flat, begin, opener)
    if whom is None:
        return None
    office = _OFFICE_END.fullmatch(reading.flat, begin, whom.start())
    if office is not None and is_office(office["words"], reading.language):
        words = reading.text[office.start("words") : whom.start()]
        return Attribution(office.start("words"), opener, "selon", Naming.FUNCTION, words, verb="selon")
    named = [each for each in reading.mentions if begin <= each.start and each.end <= whom.start()]
    return named_by(named[-1], named[-1].outer, opener, "selon", None, words="selon") if named else None


_OFFICE_END = pattern_of(
    r".*(?:\b(?:de la|de|du|des|chez|la|le|avec|the|of the) |\b(?:de )?l')(?P<words>[a-zà-ÿ][^.,;:«»]{2,50})"
)


def according_inside(reading: Reading, begin: int, opener: int) -> Attribution | None:
    """Read « …, selon M. X, … “ » in the middle of the sentence before the quote."""
    for match in re.compile(r", ").finditer(reading.flat, begin, opener):
        word = reading.flat[match.end() : match.end() + 5].lower()
        if not word.startswith(("pour ", "for ")):
            found = according(reading, match.end(), opener)
            if found is not None:
                return found
    return None


@cache
def _accordings(language: Language) -> re.Pattern[str]:
    phrases = verbs(language)["according"]
    contracted = [f"{phrase[:-3]} {joint}" for phrase in phrases if phrase.endswith(" de") for joint in ("du", "des")]
    article = r"(?: (?:la |le |les )?| l'|(?<=')|(?<=de )l')"
    elided = rf"|(?:{alternatives(phrase[:-3] for phrase in phrases if phrase.endswith(' de'))}) d'"
    return re.compile(
        rf"(?:{alternatives([*phrases, *contracted])}){article}{elided if contracted else ''}", re.IGNORECASE
    )
