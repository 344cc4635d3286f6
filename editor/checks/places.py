"""Countries and cities: the same on both sides, by the name each language has for them, in the order of each."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.sequences import order_of_persons
from editor.checks.spot import Spot, filled, spots
from editor.edits.edit import Edit
from editor.model.address import Address
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.text.language import language_of
from editor.text.letters import CAPITAL, folded, plain
from editor.text.lexicon import table
from editor.text.marks import find_marked
from editor.text.verbatim import is_verbatim
from editor.values import frozen
from editor.words import say

_DIFFER = say("The English says “{english}”, the French “{french}”.")
_CITY, _STATE = "city", "state"
_QUIET = (RowKind.CONTACT, RowKind.BOILERPLATE)
_AMBIGUOUS = frozenset(
    ("Jordan", "Georgia", "Chad", "Maurice", "Dominique", "Dominica", "Jersey", "Grenade", "Guinea", "Guinée", "Congo",
     "Ireland", "Irlande", "Korea", "Corée", "Samoa", "America", "Amérique", "Britain", "England", "Angleterre",
     "Palestine", "Man", "Sainte-Lucie", "Micronesia", "China", "Chine")
)  # fmt: skip
"""Names that are as often those of persons, products or of another place."""


@frozen
class _Place:
    """A place as a text names it: its key is the same in both languages; `is_foreign`: by the other language's name."""

    spot: Spot
    start: int
    end: int
    sort: str
    key: str
    is_foreign: bool

    @property
    def words(self) -> str:
        """The name as written."""
        return self.spot.text[self.start : self.end]

    @property
    def where(self) -> Address:
        """Where it stands."""
        return self.spot.at(self.start, self.end)


def countries(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X29: a country stands on both sides, by its own name in each language."""
    yield from _places_of(row, _STATE)


def cities(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X30: a city stands on both sides, by the name each language has for it."""
    yield from _places_of(row, _CITY)


def _places_of(row: Row, sort: str) -> Iterator[Finding]:
    sides = {language: [each for each in _found(row, language) if each.sort == sort] for language in Language}
    for language in Language:
        for place in sides[language]:
            if place.is_foreign and row.kind not in _QUIET and not _is_name(place):
                yield _foreign(place)
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    left, right = (_alone(row, language, sides) for language in Language)
    if len(left) == len(right) == 1:
        english, french = left[0], right[0]
        why = filled(_DIFFER, english=english.words, french=french.words)
        yield Finding(french.where, why, _exchange(french, english.key), english.where)
        return
    # As many names on both sides, and one of them not the same: another stands in its place.
    pairs = list(zip(*sides.values(), strict=False)) if len(sides[Language.EN]) == len(sides[Language.FR]) else []
    unequal = [(english, french) for english, french in pairs if english.key != french.key]
    if len(unequal) == 1 and not any(_is_name(each) or each.words in _AMBIGUOUS for each in unequal[0]):
        english, french = unequal[0]
        why = filled(_DIFFER, english=english.words, french=french.words)
        yield Finding(french.where, why, _exchange(french, english.key), english.where)


def _alone(row: Row, language: Language, sides: dict[Language, list[_Place]]) -> list[_Place]:
    """Return the places of one side that the other neither names nor alludes to by an adjective, each once."""
    theirs = {each.key for each in sides[language.other]}
    other = plain(row.text(language.other)).lower()
    found: dict[str, _Place] = {}
    for place in sides[language]:
        if place.key not in theirs and not _is_name(place) and place.words not in _AMBIGUOUS:
            found.setdefault(place.key, place)
    return [each for key, each in found.items() if not any(word in other for word in _allusions(key, language.other))]


def _foreign(place: _Place) -> Finding:
    language = place.spot.language
    text = _names(language)[1][place.key]
    if language is Language.FR:
        why = say("“{word}” is the English name of {text}.", word=place.words, text=text)
    else:
        why = say("“{word}” is the French name of {text}.", word=place.words, text=text)
    return Finding(place.where, why, _exchange(place, place.key))


def _exchange(place: _Place, key: str) -> Edit | None:
    """Write the name of a place; in French only where no article or preposition would have to change."""
    text = _names(place.spot.language)[1][key]
    language = place.spot.language
    if language is Language.FR:
        before = place.spot.text[: place.start]
        if text.startswith(("Le ", "La ", "Les ")) or re.search(r"[’']$", before) or folded(text)[0] in "aeiouyh":
            return None
        if place.sort == _STATE and _gender(text) != _gender(_own_name(place)):
            return None
    return place.spot.put(say("Write “{text}”", text=text), place.start, place.end, text)


def _own_name(place: _Place) -> str:
    return _names(Language.FR)[1].get(place.key, place.words)


def _gender(name: str) -> str:
    """Return how French treats a country: feminine in -e save for a few, plural in -s, else masculine."""
    if name in ("Mexique", "Cambodge", "Mozambique", "Zimbabwe", "Belize", "Suriname"):
        return "m"
    return "f" if name.endswith("e") else "p" if name.endswith(("s", "-Unis")) else "m"


def _is_name(place: _Place) -> bool:
    """Tell whether the word belongs to a longer name, a title, a foreign passage or an address."""
    text, language = place.spot.text, place.spot.language
    if is_verbatim(text, place.start, place.end) or language_of(text) is language.other:
        return True
    for stretch in find_marked(text):
        if stretch.start <= place.start < stretch.end:
            inner = text[stretch.start : stretch.end]
            if language_of(inner) is language.other or len(inner.split()) < 5:
                return True
    before = re.search(r"([^\W\d_][\w’'-]*)[ \u00a0-]$", text[: place.start])
    after = re.match(r"[ \u00a0-]([^\W\d_])", text[place.end :])
    is_inside = bool(before) and before is not None and before[1][0].isupper() and not _opens(text, before.start())
    return is_inside or (bool(after) and after is not None and after[1].isupper())


def _opens(text: str, offset: int) -> bool:
    """Tell whether a word begins a sentence, where its capital tells nothing."""
    return not text[:offset].strip() or text[:offset].rstrip()[-1:] in ".!?:–—«“("


_WORD = re.compile(rf"(?<![\w-]){CAPITAL}[\w-]*")


def _found(row: Row, language: Language) -> Iterator[_Place]:
    for spot in spots(row, language):
        for start, end, sort, key, is_foreign in _read(spot.text, language):
            yield _Place(spot, start, end, sort, key, is_foreign)


@lru_cache(maxsize=1024)
def _read(text: str, language: Language) -> tuple[tuple[int, int, str, str, bool], ...]:
    """Return the places a paragraph names, at each word the longest name."""
    flat = plain(text)
    by_word = _names(language)[0]
    found: list[tuple[int, int, str, str, bool]] = []
    end = 0
    for match in _WORD.finditer(flat):
        if match.start() < end:
            continue
        first = match.group()
        for name, sort, key, is_foreign in by_word.get(first, ()):
            stop = match.start() + len(name)
            if flat.startswith(name, match.start()) and not re.match(r"[\w-]", flat[stop : stop + 1]):
                found.append((match.start(), stop, sort, key, is_foreign))
                end = stop
                break
    return tuple(found)


_Known = tuple[str, str, str, bool]


@cache
def _names(language: Language) -> tuple[dict[str, list[_Known]], dict[str, str]]:
    """Return what a name's first word may begin, the longest first, and the usual name of each key."""
    usual: dict[str, str] = {}
    own: dict[str, tuple[str, str]] = {}
    other: dict[str, tuple[str, str]] = {}
    agreement = table("agreement")
    for english, french in agreement["cities"]:
        mine, theirs = (english, french) if language is Language.EN else (french, english)
        usual.setdefault(english, mine)
        own.setdefault(plain(mine), (_CITY, english))
        other.setdefault(plain(theirs), (_CITY, english))
    for name, key in agreement["city_also"][language.value].items():
        usual.setdefault(key, name)
        own.setdefault(plain(name), (_CITY, key))
    own |= {plain(name): (_CITY, key) for name, key in agreement["city_also"][language.other.value].items()
            if plain(name) not in own and name == usual.get(key)}  # fmt: skip
    for state in table("countries")["states"]:
        usual.setdefault(state["code"], state[language.value])
        for name in (state[language.value], *state[f"{language.value}_also"]):
            own.setdefault(plain(name), (_STATE, state["code"]))
        other.setdefault(plain(state[language.other.value]), (_STATE, state["code"]))
    unsure = {plain(name) for name in (*agreement["no_places"], *_AMBIGUOUS)}
    by_word: dict[str, list[_Known]] = {}
    for name, (sort, key) in own.items():
        by_word.setdefault(re.split(r"[ ]", name, maxsplit=1)[0], []).append((name, sort, key, False))
    for name, (sort, key) in other.items():
        if name not in own and name not in unsure and folded(name) not in {folded(each) for each in own}:
            by_word.setdefault(re.split(r"[ ]", name, maxsplit=1)[0], []).append((name, sort, key, True))
    for known in by_word.values():
        known.sort(key=lambda each: -len(each[0]))
    return by_word, usual


@lru_cache(maxsize=512)
def _allusions(key: str, language: Language) -> tuple[str, ...]:
    """Return the adjectives of a country in small letters, by which a side may speak of it without its name."""
    state = next((each for each in table("countries")["states"] if each["code"] == key), None)
    if state is None:
        return ()
    words = (*state[f"{language.value}_adjectives"], state[language.value], *state[f"{language.value}_also"])
    return tuple(plain(word).lower() for word in words)


_FEWEST_LISTED = 4
"""Countries from which a list in the order of the alphabet is so on purpose."""
_BETWEEN = re.compile(
    r"(?:[^\w.!?]|\b(?:and|et|the|la|le|les|l|de|du|des|d|en|au|aux|of|in|ainsi que|as well as)\b)*", re.IGNORECASE
)


def order(row: Row, desk: Desk) -> Iterator[Finding]:
    """X28: a list in the order of protocol keeps it; one in that of the alphabet is sorted in each language."""
    yield from _order_of_countries(row)
    yield from order_of_persons(row, desk)


def _order_of_countries(row: Row) -> Iterator[Finding]:
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    for english in _lists(row, Language.EN):
        for french in _lists(row, Language.FR):
            if {each.key for each in english} != {each.key for each in french}:
                continue
            orders = [[each.key for each in side] for side in (english, french)]
            if not _is_sorted(french) if _is_sorted(english) else orders[0] != orders[1]:
                where = french[0].spot.at(french[0].start, french[-1].end)
                other = english[0].spot.at(english[0].start, english[-1].end)
                why = _UNSORTED if _is_sorted(english) else _OTHER_ORDER
                yield Finding(where, why, other=other)


_UNSORTED = say("The English list follows the alphabet, the French one does not.")
_OTHER_ORDER = say("The countries stand in another order than in the English.")


def _is_sorted(places: list[_Place]) -> bool:
    names = [folded(each.words) for each in places]
    return names == sorted(names)


def _lists(row: Row, language: Language) -> Iterator[list[_Place]]:
    """Yield runs of countries with nothing but commas, articles and “and” between them."""
    run: list[_Place] = []
    for place in (each for each in _found(row, language) if each.sort == _STATE):
        joins = run and run[-1].spot == place.spot and _BETWEEN.fullmatch(place.spot.text, run[-1].end, place.start)
        if run and not joins:
            if len(run) >= _FEWEST_LISTED:
                yield run
            run = []
        run.append(place)
    if len(run) >= _FEWEST_LISTED:
        yield run


RULES = (
    Rule("X28", Level.WARNING, say("Order of persons and countries"), on_row=order),
    Rule("X29", Level.WARNING, say("Countries"), on_row=countries),
    Rule("X30", Level.WARNING, say("Cities"), on_row=cities),
)
