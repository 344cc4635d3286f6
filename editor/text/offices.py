"""The nouns of functions: which words are some, their gender and number, and which of two say the same."""

import re
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.letters import folded, plain
from editor.text.lexicon import table
from editor.text.patterns import pattern_of


@lru_cache(maxsize=4096)
def is_head(word: str, language: Language) -> bool:
    """Tell whether a word is the noun of a function, singular or plural: minister, ministres, vice-présidente, CEO."""
    low = re.sub(r"^(?:l|d)'", "", word.lower().strip("()."))
    nouns = heads(language)
    if low in nouns or (low.endswith("s") and low[:-1] in nouns) or low.split("/")[0] in nouns:
        return True
    return "-" in low and is_compound(low, language)


def is_compound(low: str, language: Language) -> bool:
    """Tell whether a word with hyphens is a function: Secretary-General, co-author, editor-in-chief, ex-ministre."""
    parts = low.split("-")
    if parts[0] in _PREFIXES and len(parts) > 1:
        return is_head("-".join(parts[1:]), language)
    nouns, others = heads(language), modifiers(language) | {"in", "of", "en"}
    parts = [part[:-1] if part[:-1] in nouns and part not in nouns else part for part in parts]
    return any(part in nouns for part in parts) and all(part in nouns or part in others for part in parts)


_PREFIXES = frozenset({"co", "vice", "ex", "sous", "under", "deputy", "sub", "pro", "inter", "arch"})


def is_plural_noun(noun: str) -> bool:
    """Tell whether a noun in small letters stands in the plural, as its ending tells."""
    return noun.endswith("s") and not noun.endswith("ss")


def is_stop(word: str, language: Language) -> bool:
    """Tell whether a word shows that no function or name goes on here: a verb, a conjunction, a pronoun."""
    low = word.lower()
    return low in stops(language) or low.replace("’", "'") in _NEGATED


_NEGATED = frozenset(
    {"n'a", "n'est", "n'ont", "n'avait", "n'était", "n'y", "s'est", "l'a", "qu'il", "qu'elle", "c'est"}
)


def gender_of(role: str, language: Language) -> str:
    """Return "m" or "f" where the form of a function tells it, "" where the word serves both."""
    for word in re.findall(r"[\w-]+", plain(role).lower()):
        gender = _genders(language).get(word)
        if gender is not None:
            return gender
    return ""


def article_gender(flat: str, start: int, language: Language) -> str:
    """Return the gender an article before a function tells: « la ministre », « un porte-parole », "" for none."""
    article = _ARTICLE.search(flat, max(0, start - 5), start) if language is Language.FR else None
    return "" if article is None else "f" if article[1].lower() in {"la", "une"} else "m"


_ARTICLE = pattern_of(r"(?<![\w'])(la|le|une?) $", re.IGNORECASE)


def in_singular(role: str, language: Language, gender: str = "") -> str:
    """Return a function shared by several as one of them holds it: « députés de Gap » is « député de Gap »."""

    def single(match: re.Match[str]) -> str:
        word = match.group()
        low = plain(word).lower()
        nouns = heads(language)
        if low in nouns or not low.endswith("s") or low[:-1] not in nouns:
            return word
        feminine = _feminines().get(low[:-1]) if language is Language.FR and gender == "f" else None
        return feminine if feminine and word.islower() else word[:-1]

    return re.sub(r"[^\W\d_]+(?:-[^\W\d_]+)*", single, role, count=4)


@cache
def _feminines() -> dict[str, str]:
    return {masculine: feminines[0] for masculine, *feminines in table("titles")["heads_fr"] if feminines}


def is_plural(phrase: str, language: Language) -> bool:
    """Tell whether the noun of a function stands in the plural: “the experts”, « les deux ministres »."""
    nouns = [word.lower() for word in re.findall(r"[\w-]+", plain(phrase)) if is_head(word, language)]
    return bool(nouns) and nouns[0] not in heads(language) and is_plural_noun(nouns[0])


@lru_cache(maxsize=2048)
def role_key(role: str) -> frozenset[str]:
    """Return the words that matter of a function, genders made one, for comparing « la ministre » with a full title."""
    spelt = _SHORT_TITLE.sub(lambda short: _SHORT_TITLES[short.group()], folded(role))
    return frozenset(_masculine().get(word, word) for word in re.findall(r"[a-z][a-z-]+", spelt)) - _SMALL


_SHORT_TITLES = {
    "pm": "prime minister",
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "cto": "chief technology officer",
    "pdg": "president directeur general",
    "dg": "directeur general",
    "dga": "directeur general adjoint",
    "vp": "vice-president",
    "mp": "member of parliament",
    "drh": "directeur ressources humaines",
    "edile": "maire",
    "premier magistrat": "maire",
    "chef de l'etat": "president republique",
    "cheffe de l'etat": "president republique",
    "chef du gouvernement": "premier ministre",
    "coordonnateur": "coordinateur",
    "coordonnatrice": "coordinatrice",
    "enseignant-chercheur": "professeur chercheur",
    "enseignante-chercheuse": "professeur chercheur",
    "cheffe du gouvernement": "premier ministre",
    "head of state": "president",
    "head of government": "prime minister",
}
_SHORT_TITLE = pattern_of(r"(?<![\w-])(?:" + "|".join(_SHORT_TITLES) + r")(?![\w-])")
"""Functions known by their first letters, spelt out."""


_SMALL = frozenset(
    [
        "the",
        "of",
        "for",
        "and",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "et",
        "aux",
        "au",
        "chez",
        "at",
        "in",
        "his",
        "her",
        "our",
        "its",
        "son",
        "sa",
        "ses",
        "leur",
        "notre",
    ]
)


@cache
def heads(language: Language) -> frozenset[str]:
    """Return the nouns that head a function in one language, in small letters."""
    titles = table("titles")
    if language is Language.EN:
        return frozenset(titles["heads_en"])
    french = {form for row in titles["heads_fr"] for form in row}
    return frozenset(french | {"manager", "lead", "director", "officer", "president", "chairman"})


@cache
def _genders(language: Language) -> dict[str, str]:
    titles = table("titles")
    if language is Language.EN:
        return dict.fromkeys(titles["feminine_en"], "f") | dict.fromkeys(titles["masculine_en"], "m")
    genders: dict[str, str] = {}
    for masculine, *feminines in titles["heads_fr"]:
        if masculine not in feminines:
            genders[masculine] = "m"
            genders.update(dict.fromkeys(feminines, "f"))
    return genders


@cache
def _masculine() -> dict[str, str]:
    forms = {folded(f): folded(row[0]) for row in table("titles")["heads_fr"] for f in row[1:]}
    modifiers = {
        "generale": "general",
        "adjointe": "adjoint",
        "deleguee": "delegue",
        "premiere": "premier",
        "haute": "haut",
    }
    plurals = {f"{folded(head)}s": folded(head) for head in (*heads(Language.EN), *heads(Language.FR))}
    return plurals | forms | modifiers | {"speciale": "special", "permanente": "permanent", "executive": "executif"}


@cache
def ranks() -> frozenset[str]:
    """Return the nouns that are also the rank or title by which somebody is addressed."""
    return frozenset(table("titles")["ranks"])


@cache
def modifiers(language: Language) -> frozenset[str]:
    """Return the words that may stand beside the noun of a function: deputy, « général »."""
    titles = table("titles")
    return frozenset(titles[f"modifiers_{language.value}"])


@cache
def stops(language: Language) -> frozenset[str]:
    """Return the words that show that no function stands here: verbs, conjunctions, pronouns."""
    return frozenset(table("titles")[f"stops_{language.value}"])


def without_article(words: str) -> str:
    """Return the words of a function without the article that makes it known: “mayor of Gor”, « maire de Gor »."""
    return _DEFINITE.sub("", words)


_DEFINITE = pattern_of(r"^(?:the |le |la |l['’])(?=\w)", re.IGNORECASE)
