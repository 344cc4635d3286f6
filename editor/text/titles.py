"""Functions in the other language and the other gender: from the table of titles, states and acronyms."""

import re
from collections.abc import Iterable
from functools import cache

from editor.model.language import Bilingual, Language
from editor.model.people import Gender
from editor.text.countries import State, all_states
from editor.text.letters import folded, plain
from editor.text.lexicon import table
from editor.values import frozen


@frozen
class Title:
    """A function in English and in both genders of French."""

    english: str
    masculine: str
    feminine: str

    @property
    def is_epicene(self) -> bool:
        """Whether one French word serves both genders: ministre, porte-parole."""
        return self.masculine == self.feminine

    def french(self, gender: Gender | None) -> str:
        """Return the French form of a gender, the masculine one where it is not known."""
        return self.feminine if gender is Gender.FEMININE else self.masculine


def titles() -> tuple[Title, ...]:
    """Return the table of titles."""
    return _titles()


def proposals(
    function: str, language: Language, gender: Gender | None, acronyms: Iterable[Bilingual[str]] = ()
) -> tuple[tuple[str, Gender | None], ...]:
    """Return what a function in `language` is called in the other, each with the gender whose form it is.

    Into French, both forms are offered while the gender is not known and they differ. Nothing is proposed where a part
    of the function is in no table.
    """
    found = _read(function, language, tuple(acronyms))
    if found is None:
        return ()
    title, rest = found
    if language is Language.FR:
        return ((f"{title.english}{rest}", None),)
    if gender is not None or title.is_epicene:
        return ((f"{title.french(gender)}{rest}", gender),)
    return tuple((f"{title.french(each)}{rest}", each) for each in Gender)


def in_gender(function: str, gender: Gender) -> str:
    """Return a French function in a gender: secrétaire général → secrétaire générale.

    The noun and the adjectives right behind it turn; the complement after de, du, des, à stays.
    """
    turned, rest = [], function.split(" ")
    forms = _forms()
    while rest and plain(rest[0]).lower() in forms:
        masculine, feminine = forms[plain(rest[0]).lower()]
        turned.append(feminine if gender is Gender.FEMININE else masculine)
        rest = rest[1:]
    return " ".join((*turned, *rest))


def _read(function: str, language: Language, acronyms: tuple[Bilingual[str], ...]) -> tuple[Title, str] | None:
    """Part a function into a title of the table and its complement, put into the other language."""
    text = " ".join(plain(function).split())
    lead = re.match(r"([A-Z]{2,8}) ", text) if language is Language.EN else None
    if lead is not None:
        body = next((_of_body(pair.fr) for pair in acronyms if pair.en == lead[1]), "")
        exact = _by_form(language).get(text[lead.end() :].lower())
        return (exact, body) if exact is not None and body else None
    low = text.lower()
    for form, title in _by_form(language).items():
        if low == form:
            return title, ""
        if low.startswith(f"{form} "):
            complement = _complement(text[len(form) + 1 :], language, acronyms)
            if complement:
                return title, complement
    return None


def _complement(rest: str, language: Language, acronyms: tuple[Bilingual[str], ...]) -> str:
    """Return « de l’OTAN », “of Serbia” in the other language; "" where it names neither state nor known acronym."""
    other = language.other
    for each in all_states(language):
        if folded(rest) in _complements(each, language):
            return f" {each.of(other)}"
    for pair in acronyms:
        of = (f"of {pair.en}", f"of the {pair.en}") if language is Language.EN else (_of_body(pair.fr).strip(),)
        if plain(rest) in map(plain, of):
            return _of_body(pair.fr) if other is Language.FR else f" of {pair.en}"
    return ""


def _complements(each: State, language: Language) -> tuple[str, ...]:
    if language is Language.EN:
        return (folded(each.of(language)), folded(f"for {each.in_sentence(language)}"))
    short = "d’" if folded(each.french)[0] in "aeio" else "de "
    return (folded(each.of(language)), folded(f"{short}{each.french}"))


def _of_body(acronym: str) -> str:
    """Return « de l’OTAN », « du CICR », « de la KFOR »; nothing before a consonant where the gender is not known."""
    if acronym[:1] in "AEIOUÉ":
        return f" de l’{acronym}"
    genders = table("usage")["acronym_genders"]
    return f" du {acronym}" if acronym in genders["m"] else f" de la {acronym}" if acronym in genders["f"] else ""


@cache
def _titles() -> tuple[Title, ...]:
    return tuple(Title(*row) for row in table("titles")["pairs"])


@cache
def _by_form(language: Language) -> dict[str, Title]:
    """Return the titles by their forms in small letters, the longest first; of two, the one listed first counts."""
    found: dict[str, Title] = {}
    for title in _titles():
        forms = (title.english,) if language is Language.EN else (title.masculine, title.feminine)
        for form in forms:
            found.setdefault(plain(form).lower(), title)
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def _forms() -> dict[str, tuple[str, str]]:
    pairs = [(row[0], row[1]) for row in table("titles")["heads_fr"]]
    pairs += [(row[0], row[1]) for row in table("titles")["agreeing_fr"]]
    return {plain(form).lower(): pair for pair in pairs for form in pair}
