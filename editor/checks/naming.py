"""How persons are named: in full with the function first, by title and family name afterwards, by pronoun in between.

Source: EC English Style Guide 11.1 (first mention in full, then title and family name).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.mentions import Cards, Named, Told, all_named, cards_of, names_of
from editor.checks.spot import Spot
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Gender, Participant
from editor.model.rows import RowKind
from editor.text.functions import function_after, function_before
from editor.text.letters import CAPITAL, folded
from editor.text.marks import find_marked
from editor.text.naming import Mention, family_name, naming
from editor.text.saying import find_sayings
from editor.text.sentences import sentences
from editor.values import frozen
from editor.words import say

_BODY = (RowKind.PARAGRAPH, RowKind.LIST_ITEM)
_TITLE = {
    Language.EN: re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Prof|Sir|Dame|Lord|Lady|Rev|Hon)\.?[\s\u202f]+$"),
    Language.FR: re.compile(
        r"(?<!\w)(?:M\.|MM\.|Mmes?|Mlles?|Dr|Dre|Pr|Pre|Me|Monsieur|Madame|Messieurs|Mesdames|Maître)[\s\u202f]+$"
    ),
}
_JOINED = re.compile(rf"(?:{CAPITAL}[\w’'-]*,|\b(?:and|et|or|ou)|&)\s*$")
"""What joins a name to the one before, whose title or function then serves both: « MM. Roe et Petrić »."""
_PART_OF_NAME = re.compile(rf"(?:{CAPITAL}[\w’'.&-]*|\d[\w-]*)[\s\u202f]+$")
_NAMES_A_THING = re.compile(r"\b(?:the|an?|this|that|of|[\w-]+-)\s*$", re.IGNORECASE)
_OWNS = re.compile(rf"-|[’']s?(?!\w)|[ \u202f]{CAPITAL}| (?:and|&) {CAPITAL}")
"""What stands beside a family name that is part of another name: “the Lovell report”, “Lovell Park”."""
_FRENCH_SUBJECT = re.compile(r"(?:^|[.!?…»]\s|,\s|\b(?:que|selon|avec|par)\s|\bqu’)\s*$")
"""What stands before a French family name that means the person; nouns make other names: « le plan Marshall »."""


@frozen
class _Mention:
    """A place of the running text, outside quotes, that names a participant."""

    named: Named
    person: Participant

    @property
    def before(self) -> str:
        """What stands before it in its paragraph."""
        return self.named.spot.text[: self.named.start]

    @property
    def after(self) -> str:
        """What stands behind it in its paragraph."""
        return self.named.spot.text[self.named.end :]


@frozen
class _Place:
    """Where a participant, given by id, is named in one paragraph; whether after a title of courtesy."""

    told: Told
    is_titled: bool


@frozen
class _Paragraph:
    """A paragraph of the running text and where it names participants outside quotes, in the order of the text."""

    spot: Spot
    places: tuple[_Place, ...]

    def mention(self, doc: Communique, place: _Place) -> _Mention:
        """Return one of its places with the person's card."""
        told = place.told
        person = next(each for each in doc.participants if each.id == told.person)
        return _Mention(Named(self.spot, told.start, told.end, told.is_full), person)


def _in_running_text(doc: Communique, language: Language) -> list[_Paragraph]:
    """Return the paragraphs of a language that name participants, in the order of the text."""
    cards = cards_of(doc)
    return [
        _Paragraph(Spot(row, language, index, passage.text), places)
        for row in doc.rows
        if row.kind in _BODY
        for index, passage in enumerate(row[language])
        if (places := _places(passage, language, cards))
    ]


@lru_cache(maxsize=4096)
def _places(passage: Passage, language: Language, cards: Cards) -> tuple[_Place, ...]:
    """Return where one paragraph names participants outside quotes: asked of all rows whenever one changes."""
    return tuple(
        _Place(told, _TITLE[language].search(passage.text[max(0, told.start - 20) : told.start]) is not None)
        for told in all_named(passage.text, language, cards)
        if not _is_quoted(passage, told.start)
    )


def _is_quoted(passage: Passage, offset: int) -> bool:
    if any(each.outer <= offset < each.outer_end for each in find_marked(passage.text)):
        return True
    return any(mark.start <= offset < mark.end for mark in passage.stretches(MarkKind.QUOTE))


def forms_of_mention(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """R12: first the whole name with the function, later the title with the family name."""
    for language in Language:
        found = _in_running_text(doc, language)
        yield from _first_without_function(doc, found, language)
        yield from _later_without_title(doc, found, desk)


def _first_without_function(doc: Communique, found: list[_Paragraph], language: Language) -> Iterator[Finding]:
    """Yield first mentions in a paragraph that tells nothing of the function or house on the person's card."""
    first: dict[str, tuple[_Paragraph, _Place]] = {}
    for paragraph in found:
        for place in paragraph.places:
            if place.told.person not in first:
                first[place.told.person] = (paragraph, place)
    for each in (paragraph.mention(doc, place) for paragraph, place in first.values() if place.told.is_full):
        if not each.person.function[language] or _is_introduced(each) or _is_told_before(doc, each):
            continue
        why = say(
            "The first mention of {name} does not give the function: {function}.",
            name=each.named.words,
            function=each.person.function[language],
        )
        yield Finding(each.named.spot.at(each.named.start, each.named.end), why)


def _is_introduced(mention: _Mention) -> bool:
    spot, language = mention.named.spot, mention.named.spot.language
    if _telling(mention.person, language) & _words(spot.text):
        return True
    return bool(
        function_before(spot.text, mention.named.start, language)
        or function_after(spot.text, mention.named.end, language)
    )


def _is_told_before(doc: Communique, mention: _Mention) -> bool:
    """Tell whether the row before, or the one after, introduces the person (a list with the function in a line)."""
    index, language = doc.row_index(mention.named.spot.row.id), mention.named.spot.language
    near = " ".join(row.text(language) for row in doc.rows[max(0, index - 1) : index + 2])
    return bool(_telling(mention.person, language) & _words(near))


def _telling(person: Participant, language: Language) -> set[str]:
    told = [*(function[language] for function in person.functions), person.organisation[language]]
    return {word for each in told for word in _words(each)}


@lru_cache(maxsize=512)
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]+", folded(text)) if len(word) > 3)


def _later_without_title(doc: Communique, found: list[_Paragraph], desk: Desk) -> Iterator[Finding]:
    """Yield family names that stand bare where the text gives the same person a title elsewhere."""
    titled = {
        place.told.person
        for paragraph in found
        for place in paragraph.places
        if place.is_titled and not place.told.is_full
    }
    if not titled:
        return
    named = {place.told.person for paragraph in found for place in paragraph.places}
    people = [person for person in doc.participants if person.id in named]
    for each in (
        paragraph.mention(doc, place)
        for paragraph in found
        for place in paragraph.places
        if place.told.person in titled and not place.is_titled and not place.told.is_full
    ):
        if not _is_bare(each) or any(_shares_name(other, each.person) for other in people):
            continue
        spot = each.named.spot
        name = _titled_name(each, desk)
        mend = None
        if name:
            mend = spot.put(say("Write “{text}”", text=name), each.named.start, each.named.end, name)
        why = say("{name} has a title elsewhere in the text and none here.", name=each.named.words)
        yield Finding(spot.at(each.named.start, each.named.end), why, mend)


def _is_bare(mention: _Mention) -> bool:
    """Tell whether neither title, rank, function nor another name stands with a family name."""
    language, before = mention.named.spot.language, mention.before
    if mention.named.words.isupper() or _JOINED.search(before) or _PART_OF_NAME.search(before[-60:]):
        return False
    if _OWNS.match(mention.after) or not _means_a_person(mention):
        return False
    return function_before(mention.named.spot.text, mention.named.start, language) is None


def _means_a_person(mention: _Mention) -> bool:
    spot, start = mention.named.spot, mention.named.start
    if spot.language is Language.EN:
        return _NAMES_A_THING.search(mention.before[-20:]) is None
    is_said = any(each.end == start - 1 for each in find_sayings(spot.text, Language.FR))
    return is_said or _FRENCH_SUBJECT.search(mention.before) is not None


def _shares_name(one: Participant, other: Participant) -> bool:
    families = [{folded(family_name(name)) for name in names_of(person)} for person in (one, other)]
    return one.id != other.id and bool(families[0] & families[1])


def _titled_name(mention: _Mention, desk: Desk) -> str:
    """Return the later form of the card; "" where it does not end with the family name that stands in the text."""
    language = mention.named.spot.language
    text = naming(mention.person, language, Mention.LATER, desk.profile.variants[language]).text
    return text if text.endswith(mention.named.words) and text != mention.named.words else ""


_HE_SAID = re.compile(r"\b(?P<who>he|she)\s+(?:\w+ly\s+|also\s+|then\s+|further\s+|has\s+|had\s+)?$", re.IGNORECASE)
_IL_A_DIT = re.compile(r"\b(?P<who>il|elle)\s+$", re.IGNORECASE)
_GENDERS = {"he": Gender.MASCULINE, "she": Gender.FEMININE, "il": Gender.MASCULINE, "elle": Gender.FEMININE}
_NEAR = 60
"""Characters between a quote and the verb of saying that belongs to it."""


def pronouns_of_two(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R14: a quote is attributed to “he” or « elle », and two persons just named can be meant."""
    for language in Language:
        for paragraph in _in_running_text(doc, language):
            quotes = paragraph.spot.passage.stretches(MarkKind.QUOTE)
            if quotes and len({place.told.person for place in paragraph.places}) > 1:
                named = [paragraph.mention(doc, place) for place in paragraph.places]
                yield from _doubtful(paragraph.spot, named, quotes)


def _doubtful(spot: Spot, named: list[_Mention], quotes: tuple[Mark, ...]) -> Iterator[Finding]:
    """Read one paragraph: whoever was last said to speak goes on; else the last sentence that names anybody counts."""
    for start, end, gender in _pronouns(spot):
        if _is_quoted(spot.passage, start) or not any(
            q.start - _NEAR <= end and start <= q.end + _NEAR for q in quotes
        ):
            continue
        possible = {
            each.person.id: each
            for each in _last_named([each for each in named if each.named.end <= start], spot, start)
            if each.person.gender is gender
        }
        if len(possible) > 1:
            one, other = (each.named.words for each in list(possible.values())[:2])
            why = say("“{words}” may be {one} or {other}.", words=spot.text[start:end], one=one, other=other)
            yield Finding(spot.at(start, end), why)


def _pronouns(spot: Spot) -> Iterator[tuple[int, int, Gender]]:
    """Yield where a pronoun is the subject of a verb of saying, and the gender it tells."""
    for saying in find_sayings(spot.text, spot.language):
        if saying.inverted and saying.pronoun in ("m", "f"):
            yield saying.start, saying.end, Gender(saying.pronoun)
            continue
        before = _HE_SAID if spot.language is Language.EN else _IL_A_DIT
        found = before.search(spot.text, max(0, saying.start - 30), saying.start)
        if found:
            yield found.start(), saying.end, _GENDERS[found["who"].lower()]


def _last_named(named: list[_Mention], spot: Spot, offset: int) -> list[_Mention]:
    """Return who can be meant at `offset`: nobody in doubt where one of those named before has just been speaking."""
    spoke = [
        saying.end
        for saying in find_sayings(spot.text, spot.language)
        if saying.end < offset and any(abs(each.named.start - saying.end) < _NEAR for each in named)
    ]
    if spoke or not named:
        return []
    last = next(
        ((start, end) for start, end in sentences(spot.text) if start <= named[-1].named.start < end),
        (0, len(spot.text)),
    )
    return [each for each in named if last[0] <= each.named.start < last[1]]


RULES = (
    Rule("R12", Level.WARNING, say("First and later mentions"), on_document=forms_of_mention, proposes=True),
    Rule("R14", Level.WARNING, say("Pronouns for speakers"), on_document=pronouns_of_two),
)
