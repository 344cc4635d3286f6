"""Names that nearly agree: one name spelled in two ways, in one language or across both; and who is said to speak."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.mentions import mentions, names_of
from editor.checks.spot import Spot, filled, spots
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.people import Gender, Participant
from editor.model.rows import Row, RowKind
from editor.text.letters import folded
from editor.text.marks import find_marked
from editor.text.names import find_candidates
from editor.text.saying import find_sayings
from editor.values import frozen
from editor.words import say

_FEWEST_LETTERS = 4
"""Letters from which one letter more or less is a slip and not another name."""
_NAMING = frozenset(RowKind) - {RowKind.DATELINE, RowKind.DELIVERY, RowKind.END_MARK}
_DIFFER = say("The English says “{english}”, the French “{french}”.")


@frozen
class _Name:
    """A name of two words or more where it stands."""

    spot: Spot
    start: int
    end: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The name as written."""
        return self.spot.text[self.start : self.end]


def two_spellings(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """X23: one name stands in two spellings in one language: a letter or an accent apart.

    Of participants' names without their accents X22 tells, by their cards.
    """
    on_cards = {folded(name) for person in doc.participants for name in names_of(person)}
    counted = {
        language: Counter(
            words
            for row in doc.rows
            if row.kind in _NAMING
            for passage in row[language]
            for _, _, words in _names_in(passage.text, language, titled=True)
        )
        for language in Language
    }
    for language, counts in counted.items():
        pairs = list(_namesakes(counts))
        known = {word for words in counted[language.other] for word in words} if pairs else set()
        found = [name for row in doc.rows for name in _names(row, language, titled=True)] if pairs else []
        for one, other in pairs:
            if folded(" ".join(one)) == folded(" ".join(other)) and folded(" ".join(one)) in on_cards:
                continue
            rare, usual = sorted((one, other), key=lambda words: (words[-1] in known, len(words), counts[words]))
            yield from _written_otherwise(found, rare, usual)


def _namesakes(counts: Counter[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield two names that are nearly one; a family name behind a title is compared with those of the whole names."""
    for one, other in combinations(counts, 2):
        if len(one) == len(other) > 1 and _nearly(one, other):
            yield one, other
    families = {words[-1]: words for words in counts if len(words) > 1}
    for words in counts:
        if len(words) == 1 and words[0] not in families:
            alike = [family for family in families if _nearly(words, (family,))]
            if len(alike) == 1:
                yield words, families[alike[0]]


def _written_otherwise(found: list[_Name], rare: tuple[str, ...], usual: tuple[str, ...]) -> Iterator[Finding]:
    """Tell of each place of the rarer spelling; where one of them is a family name alone, that alone is mended."""
    right = next(name for name in found if name.words == usual)
    text = right.text if len(rare) == len(usual) else " ".join((*rare[:-1], usual[-1]))
    for name in found:
        if name.words == rare:
            why = say("“{words}” is written {name} elsewhere.", words=name.text, name=text)
            mend = name.spot.put(say("Write “{text}”", text=text), name.start, name.end, text)
            yield Finding(name.spot.at(name.start, name.end), why, mend, right.spot.at(right.start, right.end))


def two_spellings_across(row: Row) -> Iterator[Finding]:
    """Yield what X22 says of names without a look at the cards: one name a letter apart, turned round or renamed."""
    if row.kind not in _NAMING or not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    left, right = (list(_names(row, language, titled=True)) for language in Language)
    ours, theirs = ({_key(name) for name in side} for side in (left, right))
    strange = [name for name in right if _key(name) not in ours]
    for english in (name for name in left if _key(name) not in theirs):
        for french in strange:
            if _is_one_name(english, french):
                why = filled(_DIFFER, english=english.text, french=french.text)
                other = english.spot.at(english.start, english.end)
                yield Finding(french.spot.at(french.start, french.end), why, other=other, level=Level.WARNING)


def _key(name: _Name) -> tuple[str, ...]:
    return tuple(folded(word) for word in name.words)


def _is_one_name(english: _Name, french: _Name) -> bool:
    """Tell whether two names that differ can only be one: mistyped, turned round, or with another forename."""
    if len(english.words) != len(french.words):
        return False
    mine, theirs = _key(english), _key(french)
    if len(mine) == 2 and mine == theirs[::-1]:
        return True
    apart = [(one, other) for one, other in zip(mine, theirs, strict=True) if one != other]
    if len(apart) != 1:
        return False
    one, other = apart[0]
    if len(mine) == 2 and mine[1] == theirs[1] and one[:2] != other[:2] and not _nearly_same(one, other):
        return min(len(one), len(other)) >= _FEWEST_LETTERS
    if not _nearly((one,), (other,)):
        return False
    return is_slip(one, other)


def _nearly_same(one: str, other: str) -> bool:
    """Tell whether two forenames may be one in two languages: Volodymyr and Wolodymyr."""
    return sum(mine == theirs for mine, theirs in zip(reversed(one), reversed(other), strict=False)) > len(one) / 2


def _names(row: Row, language: Language, *, titled: bool = False) -> Iterator[_Name]:
    """Yield the names of two words or more; where asked for, also family names behind a title of courtesy."""
    if row.kind not in _NAMING:
        return
    for spot in spots(row, language):
        for start, end, words in _names_in(spot.text, language, titled):
            yield _Name(spot, start, end, words)


@lru_cache(maxsize=2048)
def _names_in(text: str, language: Language, titled: bool) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Return where the names of a text are, and their words: all rows are asked for them whenever one changes."""
    return tuple(
        (each.start, each.end, tuple(each.name.split()))
        for each in find_candidates(text, language)
        if (each.is_full or (titled and each.honorific)) and not each.trailing
        if text[each.start : each.end] == each.name
    )


@lru_cache(maxsize=16384)
def _nearly(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names are a letter or an accent apart in a single word."""
    if len(one) != len(other):
        return False
    apart = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    if len(apart) != 1:
        return False
    mine, theirs = (folded(word) for word in apart[0])
    if mine == theirs:
        return apart[0][0].lower() != apart[0][1].lower()
    if mine.rstrip("s") == theirs.rstrip("s") or min(len(mine), len(theirs)) < _FEWEST_LETTERS:
        return False
    return _one_letter_apart(mine, theirs)


def _one_letter_apart(one: str, other: str) -> bool:
    """Tell whether one letter is another one, is missing, or has changed places with the next."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = _first_apart(one, other)
    if _is_swapped(one, other, start):
        return True
    return one[start + (len(one) >= len(other)) :] == other[start + (len(other) >= len(one)) :]


def _first_apart(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_swapped(one: str, other: str, start: int) -> bool:
    mine, theirs = one[start : start + 2], other[start : start + 2]
    return len(mine) == 2 and mine == theirs[::-1] and one[start + 2 :] == other[start + 2 :]


_VOWELS = frozenset("aeiouy")
_SOUNDS = ("sc", "ck", "kq", "vw", "vf", "jy", "zs", "ji", "uw", "gj", "gh", "hk", "xh", "tc", "ae", "ei", "ou", "iy")
_ALIKE = frozenset(map(frozenset, _SOUNDS))
"""Letters for one sound where two languages write a name of another alphabet: Poroshenko, Porochenko."""
_ADDED = frozenset("hoeyiwj")
"""Letters that one language writes in such names and the other not: Zelensky, Khadafi."""
_ADDED_NEAR = {"u": "goqw", "d": "jz", "c": "hkzst", "t": "csz", "s": "csz", "k": "chkxs"}
"""Letters that are written so only beside some others: Gorbatchev, Djibril, Gueorgui."""


def is_slip(one: str, other: str) -> bool:
    """Tell whether two words a letter apart are one name mistyped, and not its forms in two languages."""
    start = _first_apart(one, other)
    if _is_swapped(one, other, start):
        return True
    if len(one) == len(other):
        pair = frozenset((one[start], other[start]))
        return pair not in _ALIKE
    longer = max(one, other, key=len)
    letter = longer[start]
    if letter in (longer[start - 1 : start], longer[start + 1 : start + 2]):
        return letter != "s" and letter not in _VOWELS
    if letter in _ADDED_NEAR:
        around = {longer[start - 1 : start], longer[start + 1 : start + 2]}
        return not around & {*_ADDED_NEAR[letter]}
    return letter not in _ADDED


_NEAR = 60
"""Characters between a verb of saying and the name of who says it."""
_SPEAKERS = say("The English has {english} speak, the French {french}.")


def other_speakers(row: Row, desk: Desk) -> Iterator[Finding]:
    """X34: both sides quote, and the verbs of saying beside the quotes name different participants."""
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    told = {language: _tellers(row, language, desk) for language in Language}
    english, french = told[Language.EN], told[Language.FR]
    if len(english) == len(french) == 1 and not english.keys() & french.keys():
        (mine, (spot, start, end)), (theirs, (other, first, last)) = *english.items(), *french.items()
        names = {person.id: person.name for person in desk.doc.participants}
        if _may_be_one(names[mine].en, names[theirs].fr):
            return
        why = filled(_SPEAKERS, english=names[mine].en or names[mine].fr, french=names[theirs].fr or names[theirs].en)
        yield Finding(other.at(first, last), why, other=spot.at(start, end))
        return
    for language in Language:
        yield from _wrong_pronoun(row, language, told[language.other], desk)


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether two names have a word that begins alike: a body whose name is translated is one body."""
    mine, theirs = ({word[:5] for word in folded(name).split() if len(word) > 3} for name in (one, other))
    return bool(mine & theirs)


def _tellers(row: Row, language: Language, desk: Desk) -> dict[str, tuple[Spot, int, int]]:
    """Return the participants named beside a verb of saying, outside quotation marks, in paragraphs that quote."""
    found: dict[str, tuple[Spot, int, int]] = {}
    for person in desk.doc.participants:
        for named in mentions(row, language, person):
            marked = find_marked(named.spot.text)
            if not marked or any(each.start <= named.start < each.end for each in marked):
                continue
            sayings = find_sayings(named.spot.text, language)
            between = (_gap(named.spot.text, each.start, each.end, named.start, named.end) for each in sayings)
            if any(gap is not None and not any(sign in gap for sign in "“”«».;!?") for gap in between):
                found.setdefault(person.id, (named.spot, named.start, named.end))
    return found


def _gap(text: str, start: int, end: int, first: int, last: int) -> str | None:
    """Return what stands between a verb and a name; None where that is too much."""
    gap = text[end:first] if end <= first else text[last:start]
    return gap if len(gap) <= _NEAR else None


def _wrong_pronoun(
    row: Row, language: Language, told: dict[str, tuple[Spot, int, int]], desk: Desk
) -> Iterator[Finding]:
    """Find « a-t-elle dit » where the English names a man, and the other way round."""
    if language is not Language.FR or len(told) != 1:
        return
    (person_id, (other, start, end)) = next(iter(told.items()))
    person = desk.doc.participant(person_id)
    gender = _gender(person)
    for spot in spots(row, language) if gender else ():
        for saying in find_sayings(spot.text, language):
            if saying.pronoun and saying.pronoun != gender and person is not None:
                name = person.name.fr or person.name.en
                why = say("“{words}” does not fit {name}.", words=spot.text[saying.start : saying.end], name=name)
                yield Finding(spot.at(saying.start, saying.end), why, other=other.at(start, end))


def _gender(person: Participant | None) -> str:
    if person is None or person.gender is None:
        return ""
    return "m" if person.gender is Gender.MASCULINE else "f"


RULES = (
    Rule("X23", Level.WARNING, say("One name in two spellings"), on_document=two_spellings),
    Rule("X34", Level.ERROR, say("Speakers on both sides"), on_row=other_speakers),
)
