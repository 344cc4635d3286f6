"""Where the texts name a participant: by the whole name, the family name, or another name the card lists."""

import re
from functools import cache, lru_cache

from editor.checks.spot import Spot, spots
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.people import Participant
from editor.model.rows import Row, RowKind
from editor.text.letters import folded
from editor.text.lexicon import alternatives, table
from editor.text.names import find_candidates
from editor.text.naming import family_name
from editor.values import frozen

SHORT_FORMS = (RowKind.HEADLINE, RowKind.SUBHEADLINE, RowKind.CAPTION, RowKind.CONTACT)
"""Rows that name people by their names alone, and are no first mention."""


@frozen
class Named:
    """A place that names a participant; `is_full` where forename and family name stand there."""

    spot: Spot
    start: int
    end: int
    is_full: bool

    @property
    def words(self) -> str:
        """The name as written."""
        return self.spot.text[self.start : self.end]


def names_of(person: Participant) -> tuple[str, ...]:
    """Return every way the card writes the name, whole names first."""
    return tuple(dict.fromkeys(name for name in (person.name.en, person.name.fr, *person.aliases) if name.strip()))


def is_named_before(doc: Communique, person: Participant, place: Address) -> bool:
    """Whether the running text of a language names somebody before a place; headings and captions do not count."""
    language = place.language or Language.EN
    rows = doc.rows[: doc.row_index(place.id) + 1]
    if any(mentions(row, language, person) for row in rows[:-1] if row.kind not in SHORT_FORMS):
        return True
    here = (place.passage or 0, place.start or 0)
    return any((named.spot.index, named.end) <= here for named in mentions(rows[-1], language, person))


_MIDDLE_INITIAL = re.compile(r"(?<=\w )\w\. ")


def _whole_forms(names: tuple[str, ...]) -> set[str]:
    """Return the names that are whole: as the card writes them, and without the initials of further forenames."""
    written = {folded(name) for name in names}
    return written | {_MIDDLE_INITIAL.sub("", name) for name in written}


def is_written_before(doc: Communique, words: str, place: Address) -> bool:
    """Whether these words, an acronym, stand in the running text of a language before a place."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    here = (place.passage or 0, place.start or 0)
    rows = doc.rows[: doc.row_index(place.id) + 1]
    return any(
        (found := whole.search(spot.text)) is not None and (row is not rows[-1] or (spot.index, found.end()) <= here)
        for row in rows
        if row.kind not in SHORT_FORMS
        for spot in spots(row, place.language or Language.EN)
    )


@lru_cache(maxsize=512)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Match the names without regard to accents and capitals; family names behind any word of the forename."""
    whole = _whole_forms(names)
    families = {folded(family_name(name)) for name in names}
    forms = sorted({form for form in (*whole, *families) if len(form) > 1})
    if not forms:
        return None
    return re.compile(rf"(?<![\w-])(?:{alternatives(forms)})(?![\w-])")


@frozen
class Cards:
    """The ids of all participants and the names on their cards. Two are the same only where they are one object."""

    names: tuple[tuple[str, tuple[str, ...]], ...]

    __eq__, __hash__ = object.__eq__, object.__hash__


def cards_of(doc: Communique) -> Cards:
    """Return the cards of a communiqué: the one object again as long as no id and no name changes."""
    return _cards(tuple((person.id, names_of(person)) for person in doc.participants))


@lru_cache(maxsize=16)
def _cards(names: tuple[tuple[str, tuple[str, ...]], ...]) -> Cards:
    return Cards(names)


@frozen
class Told:
    """A place of a paragraph (code points) that names a participant, given by id."""

    person: str
    start: int
    end: int
    is_full: bool


@lru_cache(maxsize=4096)
def all_named(text: str, language: Language, cards: Cards) -> tuple[Told, ...]:
    """Return all places of one paragraph that name participants, in the order of the text.

    Rules of the whole release ask it of all rows whenever one changes.
    """
    told = (Told(person, *found) for person, names in cards.names for found in _meant_in(text, language, names))
    return tuple(sorted(told, key=lambda each: each.start))


def mentions(row: Row, language: Language, person: Participant) -> list[Named]:
    """Return the places of one side of a row that name this person; common words in small letters do not."""
    names = names_of(person)
    return [
        Named(spot, start, end, is_full)
        for spot in spots(row, language)
        for start, end, is_full in _meant_in(spot.text, language, names)
    ]


@lru_cache(maxsize=4096)
def _meant_in(text: str, language: Language, names: tuple[str, ...]) -> tuple[tuple[int, int, bool], ...]:
    """Return where one paragraph names somebody; all rows are asked whenever one of them changes."""
    return tuple(
        (start, end, is_full)
        for start, end, is_full in _named_in(text, names)
        if is_full
        or not (_opens_another_name(text, language, (start, end), names) or _is_eponym(text, language, start, end))
    )


def _is_eponym(text: str, language: Language, start: int, end: int) -> bool:
    """Tell whether a thing is called after the name: “the Higgs boson”, « le prix Nobel »."""
    if language is Language.EN:
        return _thing(language).match(text, end) is not None
    return _thing(language).search(text, max(0, start - 30), start) is not None


@cache
def _thing(language: Language) -> re.Pattern[str]:
    things = alternatives(table("naming")["eponyms"][language.value])
    if language is Language.EN:
        return re.compile(rf"[ \u00a0-](?:{things})s?(?!\w)")
    return re.compile(rf"(?<!\w)(?:{things})s?[ \u00a0](?:de[ \u00a0]|d[’'])?$")


def _opens_another_name(text: str, language: Language, place: tuple[int, int], names: tuple[str, ...]) -> bool:
    """Tell whether what looks like a family name is the first name of somebody else: “Laurent Roy” is no Ms Laurent."""
    start, end = place
    for candidate in find_candidates(text, language):
        if candidate.start == start and candidate.end > end and candidate.is_full and not candidate.trailing:
            rest = set(folded(text[end : candidate.end]).split())
            return not any(rest <= set(folded(name).split()) for name in names)
    return False


@lru_cache(maxsize=2048)
def _named_in(text: str, names: tuple[str, ...]) -> tuple[tuple[int, int, bool], ...]:
    """Return where one paragraph names somebody, and whether in full: several rules ask the same."""
    pattern = _pattern(names)
    if pattern is None:
        return ()
    whole = _whole_forms(names)
    return tuple(
        (match.start(), match.end(), match.group() in whole)
        for match in pattern.finditer(folded(text))
        if not text[match.start() : match.end()].islower()
    )
