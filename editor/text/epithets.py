"""What somebody is called without name or function: « l’élu », « le jeune homme », « le Norvégien », “the founder”."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import combinations

from editor.model.language import Language
from editor.text.countries import country_in
from editor.text.letters import folded, plain
from editor.text.lexicon import table
from editor.text.patterns import pattern_of
from editor.text.reading import Reading

_SOMEBODY = pattern_of(
    r"(?P<article>the |an? |this |our |le |la |l'|une? |cet? |cette |notre |son |sa |leur |his |her |their )?"
    r"(?:(?:jeune|petite?|vieux|vieille|brave|young|elderly|old) )?"
    r"(?:(?P<m>homme|garçon|monsieur|adolescent|natif|benjamin|aîné|cadet|intéressé|papa|père|novice|passionné|fils|frère|"
    r"mari|époux|man|boy|father|son|brother|husband|gentleman|businessman)|"
    r"(?P<f>femme|fille|fillette|dame|adolescente|native|benjamine|aînée|cadette|intéressée|maman|mère|passionnée|sœur|"
    r"épouse|veuve|woman|girl|mother|daughter|sister|wife|widow|lady|businesswoman)|"
    r"(?P<e>vingtenaire|trentenaire|quadragénaire|quinquagénaire|sexagénaire|septuagénaire|octogénaire|nonagénaire|"
    r"centenaire|néophyte|successeure?|prédécesseure?|teenager|veteran|newcomer|former|successor|predecessor|"
    r"[\w-]+-year-old|locataire|hôte))(?: (?:de|d'|des|du|à|aux?|of|from|politique|fort)\b.*)?",
    re.IGNORECASE,
)
_FROM = pattern_of(
    r"[A-ZÉ][\w-]+(?:ois|oise|ais|aise|ien|ienne|éen|éenne|and|ande|ol|ole|ain|aine|ard|arde|an|ane|ais|ès|and)"
)


def somebody(words: str) -> str | None:
    """Return the gender that a noun for any person tells ("" where both), None where words are something else."""
    flat = plain(words).strip()
    match = _SOMEBODY.fullmatch(flat)
    if match is None:
        return "" if _BY_ADJECTIVE.fullmatch(flat) is not None else None
    if match["e"] is None:
        return "m" if match["m"] is not None else "f"
    return {"le ": "m", "un ": "m", "la ": "f", "une ": "f", "cette ": "f"}.get((match["article"] or "").lower(), "")


_BY_ADJECTIVE = pattern_of(
    r"(?:l'|le |la |cet |cette |ce )(?:haut |grand |jeune |ancien |ancienne )?"
    r"(?:universitaire|industriel|industrielle|militaire|financier|financière|scientifique|politique|religieux)|"
    r"(?:son|sa|leur|his|her|their) (?:[\w-]+ )?(?:homologue|counterpart)(?: [a-zà-ÿ-]+)?",
    re.IGNORECASE,
)
"""Nouns that are adjectives as well, and so mean somebody only with an article or a possessive right before them."""


def nation_of(word: str, language: Language) -> str:
    """Return the code of the state whose people a word names: « Norvégien », “Norwegian”; "" for none."""
    return country_in(word[:1].lower() + word[1:], language) if language is Language.FR else country_in(word, language)


def is_inhabitant(reading: Reading, start: int, end: int, word: str) -> bool:
    """Tell whether French words call somebody by town or country: « le Brestois », unlike « Le Parisien »."""
    if reading.language is not Language.FR or _FROM.fullmatch(word) is None:
        return False
    return re.search(rf"(?<!\w)l(?:e |a |'){re.escape(plain(word))}(?!\w)", reading.flat[start:end]) is not None


@lru_cache(maxsize=512)
def initials(role: str) -> frozenset[str]:
    """Return the short forms that words of a function may have: “cio” of « président du Comité international … »."""
    letters = [word[0] for word in re.findall(r"[\w-]+", folded(role)) if word not in _SMALL]
    return frozenset(
        "".join(letters[first:last]) for first, last in combinations(range(len(letters) + 1), 2) if 2 < last - first < 8
    )


def short_form(role: str) -> str:
    """Return the letters that stand for a whole function: “cema” of « chef d’état-major des armées »."""
    whole = re.sub(r"\([^)]*\)", " ", role)
    return "".join(word[0] for word in re.findall(r"\w+", folded(whole)) if word not in _SMALL)


_SMALL = frozenset(
    [
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "et",
        "of",
        "the",
        "for",
        "and",
        "on",
        "in",
        "en",
        "pour",
        "aux",
        "au",
        "à",
    ]
)


@cache
def also_called() -> dict[str, frozenset[str]]:
    """Return, for each noun a holder may be called by, the functions it stands for (small letters, masculine)."""
    rows: dict[str, list[str]] = table("titles")["roles_alike"]
    return {noun: frozenset(members) for noun, members in rows.items()}


_RELATIONS = {
    "fondateur": r"fond|cré|cofond|lanc",
    "founder": r"found|creat|launch|establish|set up",
    "createur": r"cré|conç|imagin",
    "directeur": r"dirig",
    "dirigeant": r"dirig",
    "patron": r"dirig",
    "director": r"direct|head|led|manag|run",
    "head": r"head|led|run",
    "leader": r"led|head|men|conduit|dirig",
    "president": r"présid|chair",
    "chair": r"chair",
    "chairman": r"chair",
    "auteur": r"écri|sign|rédig|men",
    "author": r"wr|auth|penn",
    "realisateur": r"réalis|tourn",
    "cineaste": r"réalis|tourn",
    "architecte": r"conç|dessin|imagin",
    "architect": r"design",
    "entraineur": r"entraîn|coach",
    "coach": r"coach|train",
    "chef": r"dirig|men|présid|condui",
}
"""By which verb somebody was named as what a function calls them: « fondée par Jane Roe … la fondatrice »."""


def named_by_deed(wanted: frozenset[str], readings: Sequence[Reading]) -> str | None:
    """Return whose deed a function tells: « La société, fondée par Jane Roe, … », a dit « la fondatrice »."""
    for noun in sorted(wanted & _RELATIONS.keys()):
        deed = re.compile(
            rf"(?<!\w)(?:co-?)?(?:{_RELATIONS[noun]})\w* (?:(?:en|in) \d{{4}} )?(?:par|by) ", re.IGNORECASE
        )
        for reading in readings:
            for match in deed.finditer(reading.flat):
                for candidate in reading.candidates:
                    if candidate.outer == match.end() and candidate.is_full and not candidate.trailing:
                        return candidate.name
    return None
