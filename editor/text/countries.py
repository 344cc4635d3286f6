"""States by name, adjective and code in both languages."""

import re
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.letters import CAPITAL, folded, plain
from editor.text.lexicon import table
from editor.text.patterns import pattern_of
from editor.values import frozen


@frozen
class State:
    """One state: ISO 3166-1 alpha-2 code and usual names, with the articles they take in a sentence."""

    code: str
    english: str
    french: str
    english_article: str = ""
    french_article: str = ""
    french_in: str = ""

    def name(self, language: Language) -> str:
        """Return its usual name in one language."""
        return self.english if language is Language.EN else self.french

    def in_sentence(self, language: Language) -> str:
        """Return its name with its article: the Netherlands, la Serbie, l’Albanie, Chypre."""
        article = self.english_article if language is Language.EN else self.french_article
        return _joined(article, self.name(language))

    def of(self, language: Language) -> str:
        """Return « of » it: of the Netherlands, de la Serbie, du Kosovo, des États-Unis, d’Israël."""
        if language is Language.EN:
            return f"of {self.in_sentence(language)}"
        contracted = {"le": "du", "les": "des"}.get(self.french_article)
        if contracted:
            return f"{contracted} {self.french}"
        if self.french_article:
            return f"de {self.in_sentence(language)}"
        return _joined("d’" if self.french[0] in _ELIDING else "de", self.french)

    def inside(self, language: Language) -> str:
        """Return « in » it: in the Netherlands, en Serbie, au Kosovo, aux États-Unis, à Chypre."""
        if language is Language.EN:
            return f"in {self.in_sentence(language)}"
        return f"{self.french_in} {self.french}"


_ELIDING = "AEÉÈÊIÎOÔU"


def _joined(article: str, name: str) -> str:
    return f"{article}{name}" if not article or article.endswith("’") else f"{article} {name}"


def all_states(language: Language) -> tuple[State, ...]:
    """Return every state in the alphabetical order of a language, accents aside."""
    return tuple(sorted(_states().values(), key=lambda each: folded(each.name(language))))


@lru_cache(maxsize=2048)
def state_named(text: str) -> State | None:
    """Return the state of a code or of a name in either language, as typed: “be”, “Belgium”, « belgique »."""
    return _by_form().get(folded(text.strip()))


@cache
def _by_form() -> dict[str, State]:
    """Return the states by their codes and by every way of writing their names, in small letters without accents."""
    found: dict[str, State] = {}
    for each in _states().values():
        for form in (each.code.lower(), *(folded(form) for form in _forms_of(each))):
            found.setdefault(form, each)
    return found


def _forms_of(each: State) -> tuple[str, ...]:
    tongues = tuple(Language)
    return (*(each.name(tongue) for tongue in tongues), *(each.in_sentence(tongue) for tongue in tongues))


def state(code: str) -> State | None:
    """Return the state of a code, or None for a code no state has."""
    return _states().get(code)


@lru_cache(maxsize=2048)
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


def is_state(text: str) -> bool:
    """Tell whether a text is the name of a state in either language, and nothing more."""
    return plain(text) in _names()


_WORDS = pattern_of(rf"(?<![\w-]){CAPITAL}")
_WORD = pattern_of(r"[\w'.-]*\w\.?")


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
    keys = ("code", "en", "fr", "en_article", "fr_article", "fr_in")
    return {row["code"]: State(*(row[key] for key in keys)) for row in table("countries")["states"]}


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
