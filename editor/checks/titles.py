"""Honorifics and functions: written as the language writes them, and those of the person's own card."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.mentions import Named, mentions
from editor.checks.spot import Spot, filled, spots
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.people import Gender, Participant
from editor.model.profile import NO_BREAK
from editor.model.rows import Row
from editor.text.functions import function_after, function_before
from editor.text.letters import folded
from editor.text.lexicon import table
from editor.text.typography import NO_BREAKS, SPACES, Sign, spaces_due
from editor.values import frozen
from editor.words import say, say_count

_S = f"[{SPACES}]"
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_FRENCH_WRONG = re.compile(
    rf"(?<![\w.])(?P<title>Mr\.?|Mrs\.?|Ms\.?|Miss|Messrs\.?|Mme\.|Mmes\.|Mlle\.|Melle\.?|Mle\.?|Dr\.|Pr\.|M(?={_S}{_CAPITAL}[a-zà-ÿ]))"
    rf"(?P<space>{_S}*)(?={_CAPITAL}[\w’-])"
)
_FRENCH_RIGHT = {
    "Mr": "M.", "Mrs": "Mme", "Ms": "Mme", "Miss": "Mme", "Messrs": "MM.", "Mme": "Mme", "Mmes": "Mmes",
    "Mlle": "Mlle", "Melle": "Mlle", "Mle": "Mlle", "Dr": "Dr", "Pr": "Pr", "M": "M.",
}  # fmt: skip
_BEFORE_FUNCTION = re.compile(rf"(?<![\w.])(?P<title>M\.|Mme){_S}(?=(?:le|la|l[’'])(?:{_S}|(?<=[’'])))")


def french_titles(row: Row, desk: Desk) -> Iterator[Finding]:
    """F22: M. MM. Mme Mmes Dr with a no-break space before the name; in full before a function."""
    for spot in spots(row, Language.FR):
        taken: list[tuple[int, int]] = []
        for match in _FRENCH_WRONG.finditer(spot.text):
            if _is_initial(spot.text, match.start()):
                continue
            title = _FRENCH_RIGHT[match["title"].rstrip(".")]
            why = say("“{title}” is no French title.", title=match["title"])
            mend = spot.put(say("Write “{text}”", text=title), match.start(), match.end(), title + NO_BREAK)
            taken.append(match.span())
            yield Finding(spot.at(match.start(), match.end("title")), why, mend, level=Level.ERROR)
        for match in _BEFORE_FUNCTION.finditer(spot.text):
            text = "Monsieur" if match["title"] == "M." else "Madame"
            why = say("Before a function the title is written in full.")
            mend = spot.put(say("Write “{text}”", text=text), *match.span("title"), text)
            yield Finding(spot.at(*match.span("title")), why, mend)
        yield from _title_spaces(spot, desk, taken)


def _title_spaces(spot: Spot, desk: Desk, taken: list[tuple[int, int]]) -> Iterator[Finding]:
    for place in spaces_due(spot.text, desk.profile.spacing):
        if place.sign is not Sign.TITLE or place.present in NO_BREAKS:
            continue
        if not any(start <= place.start <= end for start, end in taken):
            why = say_count(
                "The line may break between title and name.",
                "The line may break between title and name, {count} times.",
                1,
            )
            mend = spot.put(say("Put the no-break space"), place.start, place.end, place.due)
            yield Finding(spot.at(place.start, place.end), why, mend)


def _is_initial(text: str, place: int) -> bool:
    """Tell whether a capitalised forename stands right before: Bradley M. Kuhn."""
    return bool(re.search(rf"(?<=[\w,)’] ){_CAPITAL}[\w’-]*{_S}$", text[:place]))


_ENGLISH_WRONG = re.compile(
    rf"(?<![\w.])(?P<title>MM?\.|Mmes?\.?|Mlles?\.?|Monsieur|Madame|Mademoiselle)(?P<space>{_S}+)(?={_CAPITAL}[\w’-]*[a-zà-ÿ])"
)
_ENGLISH_RIGHT = {"M": "Mr", "MM": "Messrs", "Mme": "Ms", "Mmes": "Mses", "Mlle": "Ms", "Mlles": "Mses",
                  "Monsieur": "Mr", "Madame": "Ms", "Mademoiselle": "Ms"}  # fmt: skip
_POINTED = re.compile(rf"(?<![\w.])(?P<title>Mr|Mrs|Ms|Dr)(?P<point>\.?){_S}(?={_CAPITAL})")


@lru_cache(maxsize=2048)
def _pointed(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_POINTED.finditer(text))


@lru_cache(maxsize=2048)
def _wrong(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_ENGLISH_WRONG.finditer(text))


_TITLES_VARY = say("Titles stand with a point here and without one elsewhere.")
_TITLES_POINTED = say("The house writes English titles with a point.")
_TITLES_BARE = say("The house writes English titles without a point.")


def english_titles(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """E14: no M. or Mme in English; Mr, Ms, Mrs, Dr with or without a point as house or text mostly has it."""
    uses = [(spot, match) for row in doc.rows for spot in spots(row, Language.EN) for match in _pointed(spot.text)]
    pointed = Counter(bool(match["point"]) for _, match in uses)
    house = desk.profile.style.title_points
    wanted = pointed[True] > pointed[False] if house is None else house
    for row in doc.rows:
        for spot in spots(row, Language.EN):
            for match in _wrong(spot.text):
                if not _is_initial(spot.text, match.start()):
                    yield _english_title(spot, match, wants_point=wanted)
    if house is not None or (pointed[True] and pointed[False]):
        for spot, match in uses:
            if bool(match["point"]) is not wanted:
                text = match["title"] + ("." if wanted else "")
                why = _TITLES_VARY if house is None else _TITLES_POINTED if house else _TITLES_BARE
                mend = spot.put(say("Write “{text}”", text=text), match.start(), match.end("point"), text)
                yield Finding(spot.at(match.start(), match.end("point")), why, mend, level=Level.WARNING)


def _english_title(spot: Spot, match: re.Match[str], *, wants_point: bool) -> Finding:
    text = _ENGLISH_RIGHT[match["title"].rstrip(".")] + ("." if wants_point else "")
    why = say("“{title}” is no English title.", title=match["title"])
    mend = spot.put(say("Write “{text}”", text=text), match.start(), match.end("title"), text)
    return Finding(spot.at(match.start(), match.end("title")), why, mend)


_HONORIFIC = {
    Language.EN: re.compile(rf"(?<!\w)(?P<title>Mr|Mrs|Ms|Miss)\.?{_S}+(?:[\w’.-]+{_S})?$"),
    Language.FR: re.compile(rf"(?<!\w)(?P<title>M\.|Mme|Mlle|Monsieur|Madame|Mademoiselle){_S}+(?:[\w’.-]+{_S})?$"),
}
_GENDERS = {
    "Mr": Gender.MASCULINE, "M.": Gender.MASCULINE, "Monsieur": Gender.MASCULINE, "Mrs": Gender.FEMININE,
    "Ms": Gender.FEMININE, "Miss": Gender.FEMININE, "Mme": Gender.FEMININE, "Mlle": Gender.FEMININE,
    "Madame": Gender.FEMININE, "Mademoiselle": Gender.FEMININE,
}  # fmt: skip
_FITTING = {
    (Language.EN, Gender.MASCULINE): "Mr", (Language.EN, Gender.FEMININE): "Ms",
    (Language.FR, Gender.MASCULINE): "M.", (Language.FR, Gender.FEMININE): "Mme",
}  # fmt: skip


@frozen
class _Titled:
    """A name with the honorific before it, as written without an English point."""

    named: Named
    title: str
    start: int
    end: int

    @property
    def gender(self) -> Gender:
        """The gender the honorific tells."""
        return _GENDERS[self.title]


def honorifics(row: Row, desk: Desk) -> Iterator[Finding]:
    """X25: the honorific is that of the card, or at least that of the other side; Mlle gives way to Mme."""
    for person in desk.doc.participants:
        titled = {language: [_titled(each) for each in mentions(row, language, person)] for language in Language}
        gender = person.gender or _gender_of_card(person)
        for language in Language:
            theirs = {title.gender for title in titled[language.other] if title}
            for title in titled[language]:
                if title is not None:
                    yield from _honorific(title, gender or _other_gender(title, theirs), person)


def _other_gender(title: _Titled, theirs: set[Gender]) -> Gender:
    """Return the gender the other side tells, where the card tells none: the French then follows the English."""
    if title.named.spot.language is Language.FR and len(theirs) == 1:
        return next(iter(theirs))
    return title.gender


def _gender_of_card(person: Participant) -> Gender | None:
    titles = (person.honorific.fr, person.honorific.en.rstrip("."))
    return next((_GENDERS[title] for title in titles if title in _GENDERS), None)


def _titled(named: Named) -> _Titled | None:
    text = named.spot.text
    match = _HONORIFIC[named.spot.language].search(text, max(0, named.start - 40), named.start)
    return _Titled(named, match["title"], *match.span("title")) if match else None


def _honorific(title: _Titled, gender: Gender, person: Participant) -> Iterator[Finding]:
    spot = title.named.spot
    unmarried = title.title in ("Mlle", "Mademoiselle") and title.title != person.honorific.fr
    if title.gender is gender and not unmarried:
        return
    text = _FITTING[spot.language, gender]
    if title.title in ("Monsieur", "Madame", "Mademoiselle"):
        text = "Monsieur" if gender is Gender.MASCULINE else "Madame"
    mend = spot.put(say("Write “{text}”", text=text), title.start, title.end, text)
    where = spot.at(title.start, title.end)
    if title.gender is gender:
        yield Finding(where, say("“Mme” is the title whatever the marital status."), mend, level=Level.WARNING)
        return
    name = person.name[spot.language] or title.named.words
    yield Finding(where, say("“{title}” does not fit {name}.", title=title.title, name=name), mend)


def swapped_functions(row: Row, desk: Desk) -> Iterator[Finding]:
    """X24: the function beside a name is another participant's, or no translation of the one on the other side."""
    people = desk.doc.participants
    for person in people:
        beside: dict[Language, tuple[Named, str, int, int]] = {}
        for language in Language:
            for named in mentions(row, language, person):
                found = _function_beside(named)
                if found is None:
                    continue
                beside.setdefault(language, (named, *found))
                owner = _owner(found[0], person, people, language)
                if owner is not None:
                    yield _swapped(named, found, person, owner)
        if len(beside) == len(Language):
            yield from _untranslated(beside[Language.EN], beside[Language.FR])


def _function_beside(named: Named) -> tuple[str, int, int] | None:
    text, language = named.spot.text, named.spot.language
    title = _titled(named)
    start = title.start if title else named.start
    found = function_before(text, start, language) or (
        function_after(text, named.end, language) if named.is_full else None
    )
    if found is None or (found.end <= start and _LEADS_ON.search(text, max(0, start - 40), start)):
        return None
    return text[found.start : found.end], found.start, found.end


_LEADS_ON = re.compile(r"\b(?:(?:of|for|at|in|de|du|des|à|and|et)\s*|d[’'])$")
"""What ends so goes on with a name that belongs to the function: “President of” Sun Microsystems."""


def _owner(role: str, person: Participant, people: tuple[Participant, ...], language: Language) -> Participant | None:
    """Return the other participant whose function this wholly is, where it is not the person's own."""
    own = max((_likeness(role, function[language]) for function in person.functions), default=0.0)
    if not any(function[language] for function in person.functions) or own == 1:
        return None
    for other in people:
        if other is not person and any(_likeness(role, function[language]) == 1 for function in other.functions):
            return other
    return None


def _likeness(role: str, function: str) -> float:
    """Return the share of a role's telling words that stand in a function too."""
    mine, theirs = (_telling(words) for words in (role, function))
    return len(mine & theirs) / len(mine) if mine else 0.0


@lru_cache(maxsize=1024)
def _telling(words: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]+", folded(words)) if len(word) > 3 or word.isupper())


def _swapped(named: Named, found: tuple[str, int, int], person: Participant, owner: Participant) -> Finding:
    language = named.spot.language
    role, start, end = found
    function = next(each[language] for each in person.functions if each[language])
    why = say(
        "“{role}” is the function of {owner}.", role=role, owner=owner.name[language] or owner.name[language.other]
    )
    mend = named.spot.put(say("Write “{text}”", text=function), start, end, function)
    return Finding(named.spot.at(start, end), why, mend)


_TITLES_DIFFER = say("The English says “{english}”, the French “{french}”.")


def _untranslated(english: tuple[Named, str, int, int], french: tuple[Named, str, int, int]) -> Iterator[Finding]:
    """Compare two functions by the table of titles: both are known there, and no row pairs them."""
    mine, theirs = _known_title(english[1], Language.EN), _known_title(french[1], Language.FR)
    if mine is None or theirs is None or mine & theirs:
        return
    why = filled(_TITLES_DIFFER, english=english[1], french=french[1])
    where = french[0].spot.at(french[2], french[3])
    yield Finding(where, why, other=english[0].spot.at(english[2], english[3]), level=Level.WARNING)


def _known_title(role: str, language: Language) -> frozenset[int] | None:
    """Return the rows of the table that name this function, by its longest beginning that is a title; None: none.

    In English the body may stand before the title: “NATO Deputy Secretary General”.
    """
    low = folded(role).replace("-", " ")
    known = _titles(language)
    opening = low
    while opening:
        if opening in known:
            return known[opening]
        opening = opening.rpartition(" ")[0]
    ending = _COMPLEMENT.split(low, maxsplit=1)[0] if language is Language.EN else ""
    while ending:
        ending = ending.partition(" ")[2]
        if ending in known:
            return known[ending]
    return None


_COMPLEMENT = re.compile(r",| (?:of|for|to|at|in|on|and)(?= )")
"""What begins the complement of an English title: “of Defence”, “for Policy”."""


@cache
def _titles(language: Language) -> dict[str, frozenset[int]]:
    rows: list[list[str]] = [*table("titles")["pairs"], *table("titles")["pairs_also"]]
    found: dict[str, set[int]] = {}
    for index, (english, masculine, feminine) in enumerate(rows):
        for title in (english,) if language is Language.EN else (masculine, feminine):
            found.setdefault(folded(title).replace("-", " "), set()).add(index)
    return {title: frozenset(places) for title, places in found.items()}


RULES = (
    Rule("F22", Level.WARNING, say("French titles"), on_row=french_titles, silences=("F05", "F23")),
    Rule("E14", Level.ERROR, say("English titles"), on_document=english_titles),
    Rule("X24", Level.ERROR, say("Functions of persons"), on_row=swapped_functions),
    Rule("X25", Level.ERROR, say("Honorifics of persons"), on_row=honorifics),
)
