"""Military ranks: found before names, and compared between the languages by a table of nations and services."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from editor.model.language import Language
from editor.text.countries import country_in
from editor.text.index import Led, first_words, index_of
from editor.text.letters import CAPITAL, folded, plain
from editor.text.lexicon import alternatives, table
from editor.values import frozen

_LONGEST = 60
"""Characters around a rank and a name in which a nation or a service may be told."""


@frozen
class Rank:
    """A rank as written before a name (code points), the words of the name, and what is told around both."""

    start: int
    end: int
    words: str
    name: frozenset[str]
    around: str

    @property
    def key(self) -> str:
        """The rank without regard to hyphens, points and capitals."""
        return rank_key(self.words)


@lru_cache(maxsize=4096)
def rank_key(words: str) -> str:
    """Return a rank as it is compared: “Lt. Gen.” is “lt gen”, “Major-General” is “major general”."""
    return re.sub(r"[\s-]+", " ", folded(words).replace(".", "")).strip()


@lru_cache(maxsize=2048)
def find_ranks(text: str, language: Language) -> tuple[Rank, ...]:
    """Return the ranks of a paragraph that stand right before a name, in the order of the text."""
    flat = plain(text)
    found = []
    for match in _ranked(language).finditer(flat, index_of(text)):
        before = _WORD_BEFORE.search(flat, max(0, match.start() - 30), match.start())
        if before is not None and folded(before[1]) in _words_before(language):
            continue
        people = match["people"]
        if people and not country_in(people, language):
            continue
        start, end = match.span("rank")
        name = frozenset(word for word in re.findall(r"\w+", folded(match["name"])) if len(word) > 1)
        around = f"{_around(flat, start, match.end())} | {people or ''}"
        found.append(Rank(start, end, text[start:end], name, around))
    return tuple(found)


_WORD_BEFORE = re.compile(r"([\w']+)[ -]$")


def _around(flat: str, start: int, end: int) -> str:
    """Return the words that go with a rank and a name: those before it in the clause, and what is said of it behind."""
    before = re.split(r"[.;:,()«»“”\"—–]", flat[max(0, start - _LONGEST) : start])[-1]
    behind = _SAID_BEHIND.match(flat, end)
    return f"{before} | {behind.group() if behind else ''}"


_SAID_BEHIND = re.compile(r"(?:,? (?:of|from|de|du|des|d')|,)[^.;:,()«»“”\"—–]{0,60}")


@cache
def _words_before(language: Language) -> frozenset[str]:
    return frozenset(map(folded, table("ranks")["words_before"][language.value]))


@cache
def _ranked(language: Language) -> Led:
    """Match a rank and the name behind it; French ranks are written small or with a capital."""
    forms = alternatives(plain(form) for form in _written(language)).replace(r"\ ", "[ -]").replace(r"\-", "[ -]?")
    small = "(?i:" if language is Language.FR else "(?:"
    particles = "(?:(?:de|du|des|la|le|van|von|der|den|di|da|al|el|bin|ben) ){0,2}"
    name = rf"{CAPITAL}[\w.'-]*(?: {particles}{CAPITAL}[\w'-]*){{0,3}}"
    people = "(?: (?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*))?"
    retired = r"(?: \((?:[Rr]et(?:ire)?d?\.?|2S|CR|er|ER)\))?"
    pattern = re.compile(rf"(?<![\w-])(?P<rank>{small}{forms}))\.?{people}{retired} (?P<name>{name})")
    return Led(pattern, first_words(_written(language)))


def _written(language: Language) -> set[str]:
    ranks = table("ranks")
    found = {form for row in ranks["ranks"] for form in _forms(row, language)}
    found |= {form for row in ranks["generic"].values() for form in _flat(row[language.value])}
    return found | set(ranks["calques" if language is Language.FR else "calques_en"])


def _forms(row: dict[str, Any], language: Language) -> Iterator[str]:
    yield from _flat(row[language.value])
    yield from row[f"{language.value}_short"]


def _flat(forms: Iterable[str | list[str]]) -> Iterator[str]:
    for form in forms:
        yield from (form,) if isinstance(form, str) else form


@cache
def _rows(language: Language) -> dict[str, tuple[dict[str, Any], ...]]:
    """Return the rows of the table by each way of writing their ranks."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in table("ranks")["ranks"]:
        for form in _forms(row, language):
            rows = found.setdefault(rank_key(form), [])
            if row not in rows:
                rows.append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _rows_of(english: str, nation: str) -> tuple[dict[str, Any], ...]:
    """Return the rows of an English rank: those of the nation, else the usual ones; all where no nation is known."""
    rows = _rows(Language.EN).get(english, ())
    own = tuple(row for row in rows if nation in row["nations"])
    usual = tuple(row for row in rows if not row["nations"])
    return (own or usual or rows) if nation else rows


def are_one_rank(english: Rank, french: Rank, nation: str) -> bool:
    """Tell whether the ranks may be the same: by the table, or as the short form by which a rank is addressed.

    Where the table does not know one of them, they may.
    """
    mine, theirs = _rows_of(_meant(english.key), nation), _rows(Language.FR).get(french.key, ())
    if (not mine and not _families(english.key, Language.EN)) or english.key in _calques(Language.EN):
        return english.key not in _calques(Language.EN)
    if any(french.key in map(rank_key, _forms(row, Language.FR)) for row in mine):
        return True
    families = {row["family"] for row in mine}
    if families & _families(french.key, Language.FR):
        return True
    if french.key in _calques(Language.FR) and not any(nation in row["nations"] for row in theirs):
        return False
    return bool({row["family"] for row in theirs} & _families(english.key, Language.EN))


def is_rank_of_a_language(rank: Rank, language: Language) -> bool:
    """Tell whether a rank is one that some nation has, and no words put in for those of the other language."""
    rows = _rows(language).get(rank.key, ())
    return bool(rows) and (rank.key not in _calques(language) or any(row["nations"] for row in rows))


def counterpart(english: Rank, french: Rank, nation: str, *, is_feminine: bool) -> tuple[str, bool] | None:
    """Return the French rank that is due for an English one, and whether that is sure; None where several may be.

    Without a service told beside either name the army's is taken, which is not sure.
    """
    rows = _rows_of(english.key, nation)
    rows = tuple(row for row in rows if not row["nations"]) or rows if not nation else rows
    services = service_told(english.around, Language.EN) | service_told(french.around, Language.FR)
    told = tuple(row for row in rows if row["service"] in services)
    is_sure = bool(told) or len({row["service"] for row in rows}) == 1
    if not told and {row["service"] for row in rows} == {"land", "air"}:
        told = tuple(row for row in rows if row["service"] == "land")
    due = {row["fr"][0][is_feminine] for row in told or rows}
    return (due.pop(), is_sure) if len(due) == 1 else None


def english_meant(rank: Rank) -> str:
    """Return the English rank that words put in for French ones are meant for, "" where they are none."""
    return _calques(Language.EN).get(rank.key, "")


def _meant(key: str) -> str:
    return rank_key(_calques(Language.EN).get(key, key))


@cache
def _calques(language: Language) -> dict[str, str]:
    rows = table("ranks")["calques" if language is Language.FR else "calques_en"]
    return {rank_key(words): meant for words, meant in rows.items()}


@lru_cache(maxsize=2048)
def _families(key: str, language: Language) -> frozenset[str]:
    """Return the families of ranks that are addressed by this short form."""
    rows = table("ranks")["generic"].items()
    return frozenset(family for family, row in rows if key in map(rank_key, _flat(row[language.value])))


def service_told(words: str, language: Language) -> set[str]:
    """Return the services that words name: land, air, sea."""
    rows = table("ranks")["services"].items()
    return {service for service, row in rows if any(word in words for word in map(plain, row[language.value]))}
