"""Capitalised names in a paragraph: what may be a person's name, without deciding yet that it is one."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.letters import CAPITAL, plain
from editor.text.lexicon import alternatives, table, words


@dataclass(frozen=True, slots=True)
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
    leading: str = ""

    @property
    def is_full(self) -> bool:
        """Tell whether it has at least two words, an initial not counted."""
        return sum(len(word.rstrip(".")) > 1 for word in self.name.split()) >= 2


@lru_cache(maxsize=4096)
def find_candidates(text: str, language: Language) -> tuple[Candidate, ...]:
    """Return what may be names of persons in one paragraph, in the order of the text."""
    flat = plain(text)
    found: list[Candidate] = []
    for match in _chunks().finditer(flat):
        found.extend(_split(text, flat, match, language))
    return tuple(found)


def proper_name(written: str) -> str:
    """Return a name in usual capitals: “Fatou DIOUF” becomes “Fatou Diouf”; two letters or initials stay."""
    tidy = " ".join(plain_spaces(written).split())
    parts = tidy.split(" ")
    return " ".join(_usual(part) if _is_shouted(part) else part for part in parts)


def plain_spaces(text: str) -> str:
    """Return the text with every kind of space made a plain one, apostrophes and hyphens left as they are."""
    return re.sub(r"\s", " ", text)


def _is_shouted(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return (len(letters) > 2 and word.isupper() and "." not in word) or (len(letters) == 2 and _is_shouted_short(word))


def _is_shouted_short(word: str) -> bool:
    return word.isupper() and "." not in word and word[0] not in "AEIOUY" and word[-1] in "AEIOUY"


def _usual(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda part: part.group()[0] + part.group()[1:].lower(), word)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


def _split(text: str, flat: str, match: re.Match[str], language: Language) -> list[Candidate]:
    """Cut one chunk of capitals at its common words and honorifics; what lies between may be names."""
    pieces = [_Word(m.start(), m.end(), m.group()) for m in re.compile(r"[^ ]+").finditer(flat, *match.span())]
    pieces = _without_suffixes(_without_elision(pieces))
    shouted = match.group().isupper()
    inside = re.search(r"[\w,'] ?$", flat[max(0, match.start() - 2) : match.start()]) is not None
    runs: list[Candidate] = []
    run: list[_Word] = []
    honorific: _Word | None = None
    leading = ""
    gender = ""
    for index, piece in enumerate(pieces):
        rank = _honorific(piece.text, language) if not (run and len(piece.text) < 3) else None
        if rank is not None:
            runs.extend(_candidate(text, flat, run, honorific, gender, leading, trailing=False))
            run, honorific, gender, leading = [], honorific or piece, rank or gender, ""
        elif not _joins_name(pieces, index, run=bool(run), inside=inside) and _is_common(
            pieces, index, run=bool(run), shouted=shouted
        ):
            touching = bool(run) and run[-1] is pieces[index - 1] and not _is_particle(run[-1].text)
            runs.extend(_candidate(text, flat, run, honorific, gender, leading, trailing=touching))
            run, leading = [], piece.text
            honorific = honorific if not runs or runs[-1].end < match.start() else None
        elif (run or not _is_particle(piece.text)) and (run or piece.text[0].isupper() or "'" in piece.text[:3]):
            run.append(piece)
    runs.extend(_candidate(text, flat, run, honorific, gender, leading, trailing=False))
    return runs


def _candidate(
    text: str, flat: str, run: list[_Word], honorific: _Word | None, gender: str, leading: str, *, trailing: bool
) -> list[Candidate]:
    while run and _is_particle(run[-1].text):
        run = run[:-1]
    run = _without_place(run)
    if not run:
        return []
    start, end = run[0].start, run[-1].end
    if flat[start:end].endswith("'s"):
        end -= 2
    close = honorific is not None
    return [
        Candidate(
            start,
            end,
            proper_name(text[start:end]),
            honorific.start if honorific is not None else start,
            honorific.text if honorific is not None else "",
            gender if close else "",
            trailing,
            leading,
        )
    ]


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
    elided = re.match(r"(?:L|Qu|J|C|S|N|Lorsqu|Puisqu)'(?=\w)", first.text)
    if elided is None:
        return pieces
    rest = first.text[elided.end() :]
    if not rest[0].isupper():
        return pieces[1:]
    return [_Word(first.start + elided.end(), first.end, rest), *pieces[1:]]


def _without_suffixes(pieces: list[_Word]) -> list[_Word]:
    """Cut letters after a name: MP, PhD, OBE; they are no part of it and no sign of an institution."""
    while len(pieces) > 2 and pieces[-1].text in words("names", "suffixes"):
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


def _is_common(pieces: list[_Word], index: int, *, run: bool, shouted: bool) -> bool:
    """Tell whether a capitalised word is of the language, an institution or a function, not of a name."""
    word = pieces[index].text.removesuffix("'s")
    if _is_particle(word):
        return False
    low = word.lower()
    alone = index + 1 == len(pieces)
    if low in _surnames_too() and run and alone:
        return False
    if word in _first_names_too() and not run and len(pieces) - index in {2, 3} and index == 0:
        return False
    if word in _common() or (shouted and word.capitalize() in _common()):
        return True
    if low in _title_words() or low in _title_plurals() or _is_compound_title(low):
        return True
    return not shouted and _is_acronym(word) and not (alone and run and len(word) > 3)


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
    return frozenset(word for word in flat | bodies | words("common", "words") if len(word) > 1) - words(
        "names", "never_common"
    )


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


@cache
def _chunks() -> re.Pattern[str]:
    dotted = alternatives({form for form in _honorifics() if form.endswith(".")})
    letters = "\\w\u0300-\u036f"
    initials = rf"{CAPITAL}\.(?:-?{CAPITAL}\.)*"
    first = (
        rf"(?:(?:{dotted})(?= )|{initials}|(?:al-|el-|ad-|as-|ash-|ar-|an-)?{CAPITAL}[{letters}]*(?:['-][{letters}]+)*)"
    )
    word = rf"(?:(?:{dotted})(?= )|{initials}|(?:al-|el-|d'|ad-|as-|ash-|ar-|an-)?{CAPITAL}[{letters}]*(?:['-][{letters}]+)*)"
    particles = alternatives(_particles())
    return re.compile(
        rf"(?<![\w'-]){first}(?: (?:(?:{particles}) ){{0,2}}{word}){{0,14}}|(?<=[ldsjnmtcu]'){first}(?: (?:(?:{particles}) ){{0,2}}{word}){{0,14}}"
    )
