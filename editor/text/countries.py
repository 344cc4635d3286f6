"""States by name, adjective and code in both languages."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.letters import CAPITAL, plain
from editor.text.lexicon import table


@dataclass(frozen=True, slots=True)
class State:
    """One state: ISO 3166-1 alpha-2 code and usual names."""

    code: str
    english: str
    french: str

    def name(self, language: Language) -> str:
        """Return its usual name in one language."""
        return self.english if language is Language.EN else self.french


def state(code: str) -> State | None:
    """Return the state of a code, or None for a code no state has."""
    return _states().get(code)


@lru_cache(maxsize=4096)
def country_in(text: str, language: Language) -> str:
    """Return the code of the first state named in `text`, by name in either language or by adjective; "" for none."""
    flat = plain(text)
    for match in _WORDS.finditer(flat):
        for length in range(4, 0, -1):
            found = _run(flat, match.start(), length)
            if found in _names():
                return _names()[found]
    for word in re.findall(r"[\w-]+", flat):
        code = _adjectives(language).get(word)
        if code is not None:
            return code
    return ""


_WORDS = re.compile(rf"(?<![\w-]){CAPITAL}")
_WORD = re.compile(r"[\w'.-]*\w\.?")


def _run(flat: str, offset: int, length: int) -> str:
    """Return `length` words from `offset` on, joined by single spaces."""
    end = offset
    for _ in range(length):
        word = _WORD.match(flat, end + (end > offset))
        if word is None:
            return ""
        end = word.end()
    run = flat[offset:end]
    return run if run in _names() else run.rstrip(".").removesuffix("'s")


@cache
def _states() -> dict[str, State]:
    return {row["code"]: State(row["code"], row["en"], row["fr"]) for row in table("countries")["states"]}


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in table("countries")["states"]:
        for name in (row["en"], row["fr"], *row["en_also"], *row["fr_also"]):
            names.setdefault(plain(name), row["code"])
    return names


@cache
def _adjectives(language: Language) -> dict[str, str]:
    adjectives: dict[str, str] = {}
    for row in table("countries")["states"]:
        for word in row[f"{language.value}_adjectives"]:
            adjectives.setdefault(plain(word), row["code"])
    return adjectives
