"""The persons of one release while it is read: who is proved, who is meant by a name, where each is named."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from editor.model.language import Language
from editor.text.countries import country_in, state_named
from editor.text.forenames import is_full_name
from editor.text.functions import Function
from editor.text.letters import folded, plain
from editor.text.lexicon import first_names, words
from editor.text.names import GENERATIONS, Candidate, find_candidates
from editor.text.offices import gender_of, in_singular, role_key
from editor.text.patterns import pattern_of
from editor.text.people import FoundPerson, KnownPerson, Place, Sighting, find_sightings
from editor.values import frozen


@dataclass(slots=True)
class Entry:
    """A person being put together: `role` is the function somebody is known by, `told` the one that this text tells."""

    words: tuple[str, ...]
    name: str
    role: str = ""
    told: str = ""
    honorific: str = ""
    organisation: str = ""
    country: str = ""
    gender: str = ""
    known: bool = False
    mentions: list[Place] = field(default_factory=list)

    @property
    def function(self) -> str:
        """The function of this release: what the text tells, unless that says no more than what is known already."""
        return self.told if role_key(self.told) - role_key(self.role) else self.role


_FEWEST_INITIALS = 3
_LONGEST_NAME = 8
"""More words than this are no name of a person."""


_BEFORE_FIRST_NAMES = frozenset({"Sir", "Dame", "Lady", "Don", "Father", "Sister", "Brother"})


class Register:
    """The persons of one release while it is read: adds those a cue proves, and tells whom a mention names."""

    def __init__(self, known: Sequence[KnownPerson], language: Language) -> None:
        self._language = language
        self._entries: list[Entry] = []
        self._by_last: dict[str, list[Entry]] = {}
        self._answers: dict[tuple[str, str], Entry | None] = {}
        self._by_word: dict[str, tuple[list[Entry], list[Entry]]] = {}
        """The persons by each word of their names: those it begins, and those it stands inside."""
        self._by_letters: dict[str, list[Entry]] = {}
        """The persons by the letters that begin the words of their names."""
        for person in known:
            words = name_words(person.name)
            if words:
                gender = gender_of(person.role, language)
                self._insert(
                    Entry(
                        words,
                        person.name,
                        person.role,
                        organisation=person.organisation,
                        country=person.country,
                        gender=gender,
                        known=True,
                    )
                )

    def add(self, sighting: Sighting) -> None:
        """Take somebody in, or learn more of somebody already there."""
        candidate, function = sighting.candidate, sighting.function
        entry = (
            self.who(candidate)
            if candidate.honorific in _BEFORE_FIRST_NAMES
            else self._same(name_words(candidate.name))
            or self._family_name_first(candidate)
            or self._by_initials(candidate)
            or self._first_named(candidate, function)
        )
        entry = entry or self._insert(Entry(name_words(candidate.name), candidate.name))
        if len(name_words(candidate.name)) > len(entry.words):
            self._rename(entry, candidate.name)
        entry.honorific = entry.honorific or candidate.honorific
        entry.gender = entry.gender or candidate.gender
        if function is not None:
            entry.gender = entry.gender or ("" if function.plural else function.gender)
            role = in_singular(function.role, self._language, entry.gender) if function.plural else function.role
            entry.told = entry.told or role
            nation = state_named(function.organisation)
            entry.organisation = entry.organisation or ("" if nation else function.organisation)
            entry.country = entry.country or (nation.code if nation else _country(role, self._language))
        entry.organisation = entry.organisation or sighting.affiliation
        entry.country = entry.country or country_in(sighting.affiliation, self._language)

    def who(self, candidate: Candidate) -> Entry | None:
        """Return the person a candidate names in full, by family name, or by first name where only one has it."""
        key = (candidate.name, candidate.honorific)
        if key not in self._answers:
            self._answers[key] = self._find(candidate)
        return self._answers[key]

    def _find(self, candidate: Candidate) -> Entry | None:
        words = name_words(candidate.name)
        exact = self._same(words)
        if exact is not None or len(words) > _LONGEST_NAME:
            return exact
        for size in range(len(words), 0, -1):
            for first in range(len(words) - size + 1):
                inner = self._ending(words[first : first + size], candidate)
                if inner is not None and (size == len(inner.words) or size == len(words)):
                    return inner
        return self._by_first_name(words, candidate)

    def complete_names(self, headlines: Sequence[str]) -> None:
        """Take the full name of somebody the text names by the family name alone from a headline, where it stands."""
        alone = [entry for entry in self._entries if len(entry.words) == 1 and not entry.known]
        for text in headlines if alone else ():
            for candidate in find_candidates(text, self._language):
                if candidate.is_full and not candidate.trailing:
                    for entry in (each for each in alone if name_words(candidate.name)[-1:] == each.words):
                        self._rename(entry, candidate.name)
            for entry in alone:
                self._complete(entry, text)

    def _complete(self, entry: Entry, headline: str) -> None:
        """Take the name from a headline that goes on in capitals behind it: “Attorney James M. Bell Speaks in Gor”."""
        end = plain(headline).find(f" {entry.name} ")
        if end >= 0 and len(entry.words) == 1:
            whole = headline[: end + 1 + len(entry.name)]
            candidate = next(iter(find_candidates(whole, self._language)[-1:]), None)
            if candidate is not None and candidate.is_full and candidate.end == len(whole):
                self._rename(entry, candidate.name)

    @property
    def is_empty(self) -> bool:
        """Whether nobody was taken in yet."""
        return not self._entries

    def note(self, entry: Entry, place: Place) -> None:
        """Write down that a place names somebody."""
        entry.mentions.append(place)

    def find_written(self, paragraphs: Sequence[str]) -> None:
        """Find known persons whose names are common words as well, by their full names as written."""
        known = [entry for entry in self._entries if entry.known]
        if not known:
            return
        for index, paragraph in enumerate(paragraphs):
            letters = folded(paragraph)
            for entry in known:
                self._find_in(entry, index, letters)

    def _find_in(self, entry: Entry, index: int, letters: str) -> None:
        full = folded(entry.name)
        start = letters.find(full)
        while start >= 0:
            end = start + len(full)
            whole = not letters[max(0, start - 1) : start].isalnum() and not letters[end : end + 1].isalnum()
            if whole and not any(at == index and first < end and start < last for at, first, last in entry.mentions):
                entry.mentions.append((index, start, end))
            start = letters.find(full, end)

    def people(self) -> tuple[FoundPerson, ...]:
        """Return everybody named somewhere, in the order of their first mention."""
        named = [entry for entry in self._entries if entry.mentions]
        named.sort(key=lambda entry: min(entry.mentions))
        return tuple(
            FoundPerson(
                entry.name,
                entry.function,
                entry.honorific,
                entry.organisation,
                entry.country,
                entry.gender,
                entry.known,
                tuple(sorted(entry.mentions)),
            )
            for entry in named
        )

    def _insert(self, entry: Entry) -> Entry:
        self._answers.clear()
        self._entries.append(entry)
        self._by_last.setdefault(entry.words[-1], []).append(entry)
        self._list_words(entry)
        return entry

    def _list_words(self, entry: Entry) -> None:
        self._by_letters.setdefault("".join(word[0] for word in entry.words), []).append(entry)
        for position, word in enumerate(entry.words if len(entry.words) > 1 else ()):
            self._by_word.setdefault(word, ([], []))[position > 0].append(entry)

    def _rename(self, entry: Entry, name: str) -> None:
        if not entry.known:
            self._answers.clear()
            entry.name, entry.words = name, name_words(name)
            self._by_word.clear()
            self._by_letters.clear()
            for each in self._entries:
                self._list_words(each)

    def _same(self, words: tuple[str, ...]) -> Entry | None:
        """Return the person of this name, or of a name that begins otherwise: “Fogh Rasmussen” of three words."""
        for entry in self._by_last.get(words[-1], ()) if words else ():
            shorter, longer = sorted((entry.words, words), key=len)
            if longer[-len(shorter) :] == shorter or _same_with_initials(shorter, longer):
                return entry
        return None

    def _ending(self, words: tuple[str, ...], candidate: Candidate) -> Entry | None:
        entries = [entry for entry in self._by_last.get(words[-1], ()) if entry.words[-len(words) :] == words]
        if candidate.gender:
            entries = [entry for entry in entries if entry.gender in {"", candidate.gender}] or entries
        return entries[-1] if entries else None

    def _by_first_name(self, words: tuple[str, ...], candidate: Candidate) -> Entry | None:
        if len(words) != 1:
            return None
        if candidate.honorific and candidate.honorific not in _BEFORE_FIRST_NAMES:
            return self._family_name_first(candidate)
        initials = self._by_initials(candidate)
        if initials is not None:
            return initials
        first, inner = self._by_word.get(words[0], ([], []))
        if len(first) == 1:
            return first[0]
        return inner[0] if not first and len(inner) == 1 else None

    def _family_name_first(self, candidate: Candidate) -> Entry | None:
        """Return whom an honorific calls by the first word of the name: « M. Ban » of « Ban Ki-moon »."""
        written = name_words(candidate.name)
        if len(written) != 1 or not candidate.honorific or candidate.name in first_names():
            return None
        first, _ = self._by_word.get(written[0], ([], []))
        told = {first[0].gender, candidate.gender} - {""} if len(first) == 1 else set()
        return first[0] if len(first) == 1 and len(told) <= 1 else None

    def _first_named(self, candidate: Candidate, function: Function | None) -> Entry | None:
        """Return whom a function and the first name mean: « le préfet Issaka » of « le préfet de Gor, Issaka Roy »."""
        written = name_words(candidate.name)
        if function is None or len(written) != 1 or candidate.honorific:
            return None
        first, _ = self._by_word.get(written[0], ([], []))
        same = len(first) == 1 and folded(function.noun) in folded(first[0].function).split()
        return first[0] if same else None

    def _by_initials(self, candidate: Candidate) -> Entry | None:
        """Return whom letters of three or more mean that begin the words of a name: “KKB” of “Koffi Kané Bertin”."""
        letters = name_words(candidate.name)
        if len(letters) != 1 or len(letters[0]) < _FEWEST_INITIALS:
            return None
        found = self._by_letters.get(letters[0], [])
        return found[0] if len(found) == 1 else None


def _same_with_initials(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether one name only lacks the other's middle names: “Robin Johnson”, “Robin H. Johnson”."""
    return len(shorter) >= 2 and shorter[0] == longer[0] and shorter[-1] == longer[-1]


_MARK = pattern_of(r"[«“\"]")
_POSTED = pattern_of(r" (?:to|in|at|en|au|aux|à|auprès) ")


def _country(role: str, language: Language) -> str:
    """Return whom somebody serves: Ukraine for “Ukrainian Ambassador to Belgium”, whose second state is the post."""
    return country_in(_POSTED.split(plain(role), maxsplit=1)[0], language) or country_in(role, language)


_GENERATIONS = frozenset(word.lower() for word in GENERATIONS)


@lru_cache(maxsize=2048)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name for comparing: small letters, no accents, no points."""
    found = re.findall(r"\w+(?:[-']\w+)*", folded(name))
    return tuple(found[:-1] if len(found) > 2 and found[-1] in _GENERATIONS else found)


@frozen
class Mention:
    """A place of a paragraph that names a person; `outer` takes in the honorific and the function before it."""

    start: int
    end: int
    person: str
    outer: int
    after: int


@frozen
class _Body:
    """What a release says of its persons: all but the paragraphs in `silent`, and what of them stands in quotes."""

    paragraphs: Sequence[str]
    language: Language
    silent: Collection[int]
    quoted: Sequence[Sequence[tuple[int, int]]]

    def heard(self) -> Iterator[tuple[int, str]]:
        """Yield the paragraphs that are not silent, each with its place."""
        return ((index, text) for index, text in enumerate(self.paragraphs) if index not in self.silent)

    def is_said(self, index: int, candidate: Candidate) -> bool:
        """Tell whether a name stands inside a quote."""
        for start, end in self.quoted[index]:  # noqa: SIM110 (asked of every name at every key, and twice as fast so)
            if start <= candidate.start < end:
                return True
        return False


def register_people(
    paragraphs: Sequence[str],
    language: Language,
    known: Sequence[KnownPerson],
    silent: Collection[int],
    quoted: Sequence[Sequence[tuple[int, int]]],
) -> Register:
    """Take in everybody a cue proves, quotes and the paragraphs in `silent` (headlines, contacts…) left out."""
    register = Register(known, language)
    body = _Body(paragraphs, language, silent, quoted)
    for index, paragraph in body.heard():
        accepted = False
        for sighting in find_sightings(paragraph, language):
            inside = body.is_said(index, sighting.candidate)
            if paragraph[sighting.candidate.outer - 1 : sighting.candidate.outer] == "(" and not is_person(sighting):
                continue
            accepted = not inside and (
                is_person(sighting) or (sighting.listed and accepted and sighting.candidate.is_full)
            )
            if accepted:
                register.add(sighting)
    for sighting in _coupled(body, register):
        register.add(sighting)
    for sighting in _proved_above(body):
        register.add(sighting)
    for sighting in _echoed(body, register):
        register.add(sighting)
    return register


_COUPLED = pattern_of(r" (?:et|and) (?:avec |with )?(?:(?:le|la|the|son|sa|his|her) |l')?$")


def _coupled(body: _Body, register: Register) -> list[Sighting]:
    """Return full names that « et » ties to a function and its holder: « Luc Roy et la ministre Eva Dorn »."""
    found: list[Sighting] = []
    for index, paragraph in body.heard() if body.language is Language.FR else ():
        for first, second in pairwise(find_sightings(paragraph, body.language)):
            candidate, function = first.candidate, second.function
            if function is None or function.end > second.candidate.outer or register.who(second.candidate) is None:
                continue
            inside = body.is_said(index, candidate)
            alone = is_full_name(candidate) and not (candidate.trailing or first.articled or first.lent or inside)
            if alone and _COUPLED.fullmatch(plain(paragraph), candidate.end, function.start) is not None:
                found.append(first)
    return found


def _proved_above(body: _Body) -> list[Sighting]:
    """Return full names a cue proves in a headline alone, where the text has the same name."""
    found: list[Sighting] = []
    first = next((index for index, _ in body.heard()), 0)
    for index in range(first):
        for sighting in find_sightings(body.paragraphs[index], body.language):
            candidate = sighting.candidate
            inside = body.is_said(index, candidate)
            if not inside and candidate.is_full and is_person(sighting):
                name = folded(candidate.name)
                if any(name in folded(text) for _, text in body.heard()):
                    found.append(sighting)
    return found


def add_announced(register: Register, headlines: Sequence[str], body: Sequence[str], language: Language) -> None:
    """Take in whom only the headline names, with a function that the text then names: “the Prime Minister said”."""
    for headline in headlines:
        for sighting in find_sightings(headline, language):
            candidate, function = sighting.candidate, sighting.function
            if not candidate.is_full or candidate.trailing or register.who(candidate) is not None:
                continue
            told = register.is_empty or (headline.rstrip().endswith(".") and (function or candidate.honorific))
            if told and is_person(sighting) and not _MARK.search(headline):
                register.add(sighting)
                continue
            if function is None or function.end > candidate.outer:
                continue
            role = plain(function.role).lower()
            short = "".join(word[0] for word in role.split())
            if len(short) < 2:
                continue
            named = re.compile(rf"(?<!\w)(?:the|le|la|l') ?(?:{re.escape(role)}|{re.escape(short)})(?!\w)")
            if any(named.search(plain(text).lower()) for text in body):
                register.add(sighting)


def _echoed(body: _Body, register: Register) -> list[Sighting]:
    """Return full names without a cue whose family name alone speaks elsewhere, or stands behind an honorific.

    “A work by Dev Rao” … “Rao says”; “Dev Rao takes over today” … “Mr Rao”.
    """
    full: dict[str, Sighting] = {}
    speaking: set[str] = set()
    for index, paragraph in body.heard():
        for sighting in find_sightings(paragraph, body.language):
            candidate = sighting.candidate
            inside = body.is_said(index, candidate)
            if candidate.trailing or inside or sighting.articled:
                continue
            entry = register.who(candidate)
            if entry is not None and (entry.known or len(entry.words) > 1):
                continue
            last = name_words(candidate.name)[-1:]
            if last and candidate.is_full:
                full.setdefault(last[0], sighting)
                if entry is not None and entry.honorific and entry.words == last:
                    speaking.add(last[0])
            elif last and (
                sighting.speaks or _ASKED.search(plain(paragraph), max(0, candidate.outer - 16), candidate.outer)
            ):
                speaking.add(last[0])
    return [sighting for last, sighting in full.items() if last in speaking]


_ASKED = pattern_of(r"(?:\A|[.,;] )(?:[Ff]or|[Aa]ccording to|[Ss]elon|[Pp]our|[Dd]'après) $")


_INITIALS = pattern_of(r"(?:[a-z]+ )*(?:\w\.[ -]?)+")
"""Initials alone are no name: “S.A. de C.V.” is a form of company."""


def is_person(sighting: Sighting) -> bool:
    """Tell whether what stands beside a candidate proves a person."""
    candidate = sighting.candidate
    if candidate.honorific:
        return _INITIALS.fullmatch(candidate.name) is None
    if candidate.trailing or sighting.lent:
        return False
    if not candidate.is_full:
        function = sighting.function
        if function is not None and function.start >= candidate.end and candidate.name in first_names():
            return True  # « Sylvie, infirmière depuis vingt ans »
        return function is not None and (sighting.speaks or plain(function.noun) in words("titles", "royal"))
    if (sighting.speaks or sighting.forenamed) and not sighting.articled:
        return True
    function = sighting.function
    if function is None:
        return False
    behind = function.start >= candidate.end
    if behind and sighting.articled and not is_full_name(candidate):
        return False  # “the Farmers' Organisation, the Minister of Farms, Mr Roy”: the function is his
    return not (behind and function.noun in words("titles", "bodies_too"))


def _are_initials(candidate: Candidate, entry: Entry) -> bool:
    """Tell whether a single word names somebody by initials alone."""
    written = name_words(candidate.name)
    return len(written) == 1 and written[0] not in entry.words


def mentions_in(index: int, text: str, language: Language, register: Register) -> tuple[Mention, ...]:
    """Return the places of one paragraph that name somebody in the register, in order, and write them down there."""
    found: list[Mention] = []
    for sighting in find_sightings(text, language):
        candidate, function = sighting.candidate, sighting.function
        entry = register.who(candidate)
        if entry is not None and sighting.articled and _are_initials(candidate, entry):
            entry = None  # « L’ENA » is a school, whoever has these initials
        if entry is not None:
            register.note(entry, (index, candidate.start, candidate.end))
        if entry is None or (candidate.trailing and len(name_words(candidate.name)) < 2):
            continue
        if sighting.lent and len(name_words(candidate.name)) > 1:
            continue
        before = function is not None and function.end <= candidate.outer
        outer = function.start if function is not None and before else candidate.outer
        after = function.end if function is not None and not before else candidate.end
        found.append(Mention(candidate.start, candidate.end, entry.name, outer, after))
    return tuple(found)
