"""Capitalised names in a paragraph: what may be a person's name, without deciding yet that it is one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.letters import CAPITAL, plain
from editor.text.lexicon import alternatives, first_names, table, words
from editor.text.patterns import pattern_of
from editor.values import frozen


@frozen
class Candidate:
    """A run of capitalised words that could name a person (code points of the paragraph).

    `start` is where the name itself begins, `outer` where its honorific does. `gender` is told by the honorific alone.
    `trailing` says that a common word goes on with capitals after it, as in “Biden Administration”.
    """

    start: int
    end: int
    name: str
    outer: int
    honorific: str = ""
    gender: str = ""
    trailing: bool = False

    @property
    def is_full(self) -> bool:
        """Tell whether it has at least two words, an initial not counted."""
        return _is_full(self.name)


@lru_cache(maxsize=2048)
def _is_full(name: str) -> bool:
    return sum(len(word.rstrip(".")) > 1 for word in name.split()) >= 2


@lru_cache(maxsize=2048)
def find_candidates(text: str, language: Language) -> tuple[Candidate, ...]:
    """Return what may be names of persons in one paragraph, in the order of the text."""
    flat = plain(text)
    found: list[Candidate] = []
    for match in _chunks(flat):
        if not _is_no_name(match[0]):
            found.extend(_split(text, flat, match, language))
    return tuple(_with_phrase(flat, _with_elided(text, flat, candidate)) for candidate in found)


_ELIDED = pattern_of(rf" (?:de l|d)'{CAPITAL}[\w-]+(?! {CAPITAL})")
_OF_TWO = pattern_of(rf"/{CAPITAL}[a-zà-ÿ]+(?![\w/])")
"""The family name of a spouse, as West African names are written: « Awa Traoré/Koné »."""


def _with_elided(text: str, flat: str, candidate: Candidate) -> Candidate:
    """Take the rest of a family name: « de l’Orme » behind first names alone, the name behind a bar."""
    both = _OF_TWO.match(flat, candidate.end)
    forenamed = candidate.is_full and candidate.name.split()[0] in first_names()
    if both is not None and forenamed and not _is_word(both.group()[1:]):
        return replace(candidate, end=both.end(), name=f"{candidate.name}{text[candidate.end : both.end()]}")
    more = _ELIDED.match(flat, candidate.end)
    if more is None or candidate.trailing or not all(word in first_names() for word in candidate.name.split()):
        return candidate
    word = more.group().rsplit("'", 1)[1]
    if word in _common() or word.isupper():
        return candidate
    return replace(candidate, end=more.end(), name=f"{candidate.name}{text[candidate.end : more.end()]}")


def _is_no_name(chunk: str) -> bool:
    """Tell at a look that capitals are one common word or title, as most are: nothing is left of it when it is cut."""
    return "'" not in chunk and (chunk in _common() or chunk.lower() in _title_words())


def _with_phrase(flat: str, candidate: Candidate) -> Candidate:
    """Take a longer form of respect for the honorific: “His Excellency”, « l’honorable »."""
    ahead = candidate.outer
    if not flat.endswith(_phrases(), 0, ahead):
        ahead += len(candidate.honorific) + 1  # the honorific may be the end of the phrase: “The Honourable”
        if not candidate.honorific or not flat.endswith(_phrases(), 0, ahead):
            return candidate
    phrase = next(each for each in _phrases() if flat.endswith(each, 0, ahead)).rstrip(" ")
    gender = {"Her": "f", "His": "m"}.get(phrase.split(" ", 1)[0], "")
    outer = ahead - len(phrase) - 1
    return replace(candidate, outer=outer, honorific=candidate.honorific or phrase, gender=candidate.gender or gender)


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in sorted(table("names")["phrases"], key=len, reverse=True))


def proper_name(written: str) -> str:
    """Return a name in usual capitals: “Fatou DIOUF” becomes “Fatou Diouf”; initials and two consonants stay."""
    shouted = written.isupper()
    return " ".join(
        _usual(part) if part.isupper() and _is_shouted(part) and (shouted or not _NUMERAL.fullmatch(part)) else part
        for part in written.split()
    )


def _is_shouted(word: str) -> bool:
    """Tell whether capitals are only loud: “DIOUF”, “SY”, but not “J.R.”, “JR” or “O”."""
    if "." in word or len(word) < 2:
        return False
    return len(word) > 2 or (word[0] not in "AEIOUY" and word[-1] in "AEIOUY")


def _usual(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda part: part.group()[0] + part.group()[1:].lower(), word)


@frozen
class _Word:
    start: int
    end: int
    text: str


def _split(text: str, flat: str, match: re.Match[str], language: Language) -> list[Candidate]:
    """Cut one chunk of capitals at its common words and honorifics; what lies between may be names."""
    pieces = [_Word(m.start(), m.end(), m.group()) for m in _PIECE.finditer(flat, *match.span())]
    pieces = _without_suffixes(_without_elision(pieces))
    shouted = match.group().isupper()
    inside = _INSIDE.search(flat, max(0, match.start() - 2), match.start()) is not None
    signs = _SIGNING.fullmatch(flat, 0, match.start()) is not None
    run = _Run(text, language)
    for index, piece in enumerate(pieces):
        if run.takes_honorific(piece):
            continue
        own = _joins_name(pieces, index, run=bool(run.words), inside=inside) or run.awaits(pieces, index)
        own = own or run.begins_shouted(pieces, index)
        own = own or run.is_family(pieces, index, signs=signs)
        if not own and _is_common(pieces, index, run=bool(run.words), shouted=shouted, titled=run.is_titled):
            run.close(before=piece)
        else:
            run.add(piece)
            if piece.text.endswith("'s") and index + 1 < len(pieces):
                run.close(before=pieces[index + 1])
    run.close()
    return run.found


_SIGNING = pattern_of(r"\s*[-–—]{1,2} ?")
"""What stands before a name that signs a quote on a line of its own."""
_PIECE = pattern_of(r"[^ ]+")
_INSIDE = pattern_of(r"[\w,'] ?$")


_SHOUTED_NAME = pattern_of(r"(?=[^\W\d_]*[AEIOUYÀ-ÖØ-Ý])(?:[A-ZÀ-Þ]){2,}")
_MOST_FAMILY = 3
"""More words in capitals than this are no family name."""


class _Run:
    """The words of one name being collected, and the honorific before them."""

    def __init__(self, text: str, language: Language) -> None:
        self.found: list[Candidate] = []
        self.words: list[_Word] = []
        self._text = text
        self._language = language
        self._honorific: _Word | None = None
        self._gender = ""
        self._shouts = False

    @property
    def is_titled(self) -> bool:
        """Whether an honorific waits for the name."""
        return self._honorific is not None

    def awaits(self, pieces: list[_Word], index: int) -> bool:
        """Tell whether a last word must be the name, common as it is, behind a plain honorific: “Mr Fall”."""
        word = pieces[index].text
        polite = self._honorific is not None and self._honorific.text.rstrip(".") in _POLITE
        plain_word = not _is_acronym(word) and not _is_particle(word) and word.lower() not in _title_words()
        return polite and not self.words and index + 1 == len(pieces) and plain_word

    def begins_shouted(self, pieces: list[_Word], index: int) -> bool:
        """Tell whether a name all in capitals begins right behind a rank or function: « le Colonel AKE DANHO »."""
        if index == 0 or self.words or pieces[index - 1].text.lower() not in _title_words():
            return False
        rest = pieces[index:]
        named = 1 < len(rest) <= _MOST_FAMILY and all(_is_loud_name(each.text) for each in rest)
        self._shouts = self._shouts or named
        return named

    def is_family(self, pieces: list[_Word], index: int, *, signs: bool) -> bool:
        """Tell whether what follows first names alone is a family name, though it looks like another word.

        In capitals to the end of the chunk: « Abdoulaye BIO TCHANÉ »; any last word in a signature: “— John Head”.
        """
        if not self.words or not all(each.text in first_names() for each in self.words if not each.text.isupper()):
            return False
        rest = pieces[index:]
        shouted = len(rest) <= _MOST_FAMILY and all(_SHOUTED_NAME.fullmatch(each.text) for each in rest)
        return (shouted and (self._shouts or not self.words[0].text.isupper())) or (signs and index + 1 == len(pieces))

    def takes_honorific(self, piece: _Word) -> bool:
        """Take a word as honorific where it is one; a bare letter inside a name is an initial."""
        gender = _honorific(piece.text, self._language)
        if gender is None or (self.words and len(piece.text) < 3):
            return False
        if self.words:
            self.close(before=piece)
        self._honorific = self._honorific or piece
        self._gender = gender or self._gender
        return True

    def add(self, piece: _Word) -> None:
        """Add a word; a name begins with a capital, with no particle, and with « d’ » only behind an honorific."""
        if not self.words and not self.is_titled and piece.text.startswith("d'") and piece.text[2:3].isupper():
            piece = _Word(piece.start + 2, piece.end, piece.text[2:])
        begins = not _is_particle(piece.text) and (piece.text[0].isupper() or "'" in piece.text[:3])
        begins = begins or (self.is_titled and piece.text in _NOBLE)
        if self.words or begins:
            self.words.append(piece)

    def close(self, before: _Word | None = None) -> None:
        """End the name; `before` is the common word that ends it, and goes on with it where they touch."""
        words = self.words
        trailing = before is not None and bool(words) and words[-1].end + 1 == before.start
        while words and _is_particle(words[-1].text):
            words = words[:-1]
            trailing = False
        words = _without_place(words)
        if words:
            self.found.append(self._candidate(words, trailing=trailing))
            self._honorific, self._gender = None, ""
        self.words = []

    def _candidate(self, words: list[_Word], *, trailing: bool) -> Candidate:
        start, end = words[0].start, words[-1].end
        if words[-1].text.endswith("'s"):
            end -= 2
        if words[-1].text in {"Jr", "Sr"} and self._text[end : end + 1] == ".":
            end += 1
        title = self._honorific
        name = proper_name(self._text[start:end])
        if title is None:
            return Candidate(start, end, name, start, trailing=trailing)
        return Candidate(start, end, name, title.start, title.text, self._gender, trailing)


def _is_loud_name(word: str) -> bool:
    """Tell whether a word in capitals may be one of a name."""
    return _SHOUTED_NAME.fullmatch(word) is not None and not _is_word(word)


def _is_word(written: str) -> bool:
    """Tell whether letters, in capitals or not, are a word of the language, the noun of a house or a function."""
    low = written.lower()
    return written.capitalize() in _common() or low in _title_words() or low in words("titles", "houses")


_NOBLE = frozenset(
    {"de", "du", "von", "van", "zu", "zur", "vom", "di", "da", "dos", "del", "della", "ten", "ter", "af", "av"}
)
"""Particles that belong to a family name behind an honorific: « Mme de Palme », “Mr van Dorn”."""


def _without_place(run: list[_Word]) -> list[_Word]:
    """Cut « Peter de SNT » or « Jeanne d'ONG » before the particle: an acronym is no family name."""
    for index, word in enumerate(run):
        tail = run[index + 1 :]
        if index and word.text in {"de", "du", "des", "d'", "la", "of"} and tail and _is_acronym(tail[0].text):
            return run[:index]
    return run


def _without_elision(pieces: list[_Word]) -> list[_Word]:
    """Cut the article off « L'OTAN » where the chunk opens a sentence; « O'Brien » and « D'Angelo » stay whole."""
    first = pieces[0]
    elided = re.match(r"(?:L|Qu|J|C|S|N|Lorsqu|Puisqu|D(?='[a-zà-ÿ]))'(?=\w)", first.text)
    if elided is None:
        return pieces
    rest = first.text[elided.end() :]
    if not rest[0].isupper():
        return pieces[1:]
    return [_Word(first.start + elided.end(), first.end, rest), *pieces[1:]]


GENERATIONS = frozenset({"Jr", "Sr", "II", "III", "IV"})
"""What tells father and son apart and is part of a name, unlike titles and degrees behind it."""


def _without_suffixes(pieces: list[_Word]) -> list[_Word]:
    """Cut letters after a name: MP, PhD, OBE; they are no part of it and no sign of an institution."""
    while len(pieces) > 2 and pieces[-1].text in words("names", "suffixes") and pieces[-1].text not in GENERATIONS:
        if pieces[-3].text.lower() in words("titles", "royal"):
            break  # the number of a monarch is part of the name
        pieces = pieces[:-1]
    return pieces


def _honorific(word: str, language: Language) -> str | None:
    """Return the gender an honorific tells ("" for none), or None where the word is no honorific."""
    if word == "M." and language is Language.EN:
        return None
    return _honorifics().get(word)


def _joins_name(pieces: list[_Word], index: int, *, run: bool, inside: bool) -> bool:
    """Tell whether a capitalised article belongs to a name: “Stéphane Le Guen”, and « Le Guen » inside a sentence."""
    if pieces[index].text not in words("names", "capital_particles") or index + 1 == len(pieces):
        return False
    follower = pieces[index + 1].text
    return (run or (inside and index == 0)) and follower not in _common() and follower.lower() not in _title_words()


def _is_common(pieces: list[_Word], index: int, *, run: bool, shouted: bool, titled: bool) -> bool:
    """Tell whether a capitalised word is of the language, an institution or a function, not of a name."""
    word = pieces[index].text.removesuffix("'s")
    if _is_particle(word):
        return False
    if word[:2] in {"d'", "l'"} and word[2:] in _common():
        return True
    low = word.lower()
    alone = index + 1 == len(pieces)
    if run and _NUMERAL.fullmatch(word) and (alone or not pieces[index + 1].text[:1].isupper()):
        return False
    if low in _surnames_too() and run and alone:
        return False
    if word in _first_names_too() and not run and len(pieces) - index in ({2, 3} if index == 0 or titled else {2}):
        return False
    if index == 0 and not alone and _GERUND.fullmatch(word) and word not in first_names():
        return True
    if word in _common() or (shouted and word.capitalize() in _common()) or _ADJECTIVE.fullmatch(word):
        return True
    if low in _title_words() or low in _title_plurals() or _is_compound_title(low):
        return True
    if titled and not run and not alone and len(word) > 1 and _is_name_before(pieces[index + 1].text):
        return False
    return not shouted and _is_acronym(word) and not (alone and run and len(word) > 3)


_ADJECTIVE = pattern_of(r"[A-ZÀ-Þ]\w*s?ionnel(?:le)?s?")
"""A French adjective of a house, whatever it stands for: « Organisation Interprofessionnelle »."""
_GERUND = pattern_of(r"[A-Z][a-z]{2,}ing")
"""What opens a sentence rather than a name: “Hiring Jane Roe is a step”."""
_POLITE = frozenset({"Mr", "Mrs", "Ms", "M", "Mme", "Mlle", "Monsieur", "Madame", "Mademoiselle"})
"""Honorifics that are nothing else, with or without a point."""


def _is_name_before(follower: str) -> bool:
    """Tell whether what follows capitals behind an honorific goes on with a first name: “Mr DING Xuexiang”."""
    return follower[:1].isupper() and not follower.isupper() and follower not in _common()


_NUMERAL = pattern_of(r"(?:I{2,3}|I?V|VI{1,3}|I?X|XI{1,3}|XI?V|XVI{0,3}|XI?X|XXI{0,3})")
"""The number of a monarch or a pope behind the name: “Mohammed VI”; a single I is rather a pronoun."""


def _is_compound_title(low: str) -> bool:
    parts = low.split("-")
    return len(parts) > 1 and all(part in _title_words() for part in parts)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word and word.isalpha()


def _is_particle(word: str) -> bool:
    return word in _particles()


@cache
def _common() -> frozenset[str]:
    states = table("countries")["states"]
    names = {part for state in states for key in ("en", "fr") for part in re.split(r"[ ]", state[key])}
    also = {
        part for state in states for key in ("en_also", "fr_also") for name in state[key] for part in name.split(" ")
    }
    adjectives = {word for state in states for form in state["en_adjectives"] for word in form.split(" ")}
    french = {form[:1].upper() + form[1:] for state in states for form in state["fr_adjectives"]}
    flat = {plain(word) for word in names | also | adjectives | french}
    bodies = {plain(word) for word in words("titles", "bodies")}
    everything = flat | bodies | words("common", "words") | words("titles", "openers")
    return frozenset(word for word in everything if len(word) > 1) - words("names", "never_common")


@cache
def _title_words() -> frozenset[str]:
    titles = table("titles")
    french = {form for row in titles["heads_fr"] for form in row}
    return (
        frozenset(titles["heads_en"]) | french | frozenset(titles["modifiers_en"]) | frozenset(titles["modifiers_fr"])
    )


@cache
def _title_plurals() -> frozenset[str]:
    return frozenset(f"{word}s" for word in _title_words())


@cache
def _surnames_too() -> frozenset[str]:
    return words("names", "surnames_too")


@cache
def _first_names_too() -> frozenset[str]:
    return words("names", "first_names_too")


@cache
def _particles() -> frozenset[str]:
    return words("names", "particles")


@cache
def _honorifics() -> dict[str, str]:
    rows = table("names")["honorifics"]
    return {form: gender for gender, forms in rows.items() for form in forms}


def _chunks(flat: str) -> Iterator[re.Match[str]]:
    """Yield the runs of capitals, tried where one can begin alone: the pattern is slow to tell that none does."""
    end = 0
    for start in sorted(begin.start() for begins in _BEGINS for begin in begins.finditer(flat)):
        match = _chunk().match(flat, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


_BEGINS = (pattern_of(CAPITAL), pattern_of(r"[ae](?:[dlnrs]|sh)-(?=[^\W\d_])"))
"""A capital, or the article of an Arabic name."""


@cache
def _chunk() -> re.Pattern[str]:
    """Match runs of capitalised words with the particles inside them; a first word takes no « d' »: that is elision."""
    dotted = alternatives({form for form in _honorifics() if form.endswith(".")})
    letters = "\\w\u0300-\u036f"
    initials = rf"{CAPITAL}\.(?:-?{CAPITAL}\.)*"
    arabic = "al-|el-|ad-|as-|ash-|ar-|an-"
    tail = rf"{CAPITAL}[{letters}]*(?:['-][{letters}]+)*"
    noble = rf"M(?:\.|me|lle|r|rs|s) de l'{tail}"
    first = rf"(?:{noble}|(?:{dotted})(?= )|{initials}|(?:{arabic})?{tail})"
    later = rf"(?:(?:{dotted})(?= )|{initials}|(?:{arabic}|d')?{tail})"
    more = rf"(?: (?:(?:{alternatives(_particles())}) ){{0,2}}{later}){{0,14}}"
    return re.compile(rf"(?:(?<![\w'-])|(?<=[ldsjnmtcu]')){first}{more}")
