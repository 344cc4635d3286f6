"""Names told by a known first name: evidence of a person, never of a gender; not what only bears the name."""

import re

from editor.text.letters import CAPITAL
from editor.text.lexicon import first_names, words
from editor.text.names import Candidate
from editor.text.patterns import pattern_of

_STOPS = (".", "!", "?", "…")
_SHORTEST_SENTENCE = 60
_LONGEST_FULL_NAME = 4
_BEFORE_NAME = pattern_of(r"(?:(?<![\w'-])([\w'-]+))? ?(?P<link>\bde |\bd'|\bof |'s |’ |\bby |\bpar |[(©:/&] ?)?$")
_MAKERS = pattern_of(
    r"(?:written|directed|composed|painted|designed|illustrated|edited|produced|created|founded|signed|"
    r"réalisé|écrit|composé|peint|conçu|dessiné|illustré|interprété|produit|édité|créé|fondé|imaginé|mis en scène|"
    r"mise en scène|photo|photos|images?|text|texte|musique|music|film|livre|book|roman|novel|pièce|play|album)"
    r"(?:e?s?)(?: (?:in|en) \d{4})? (?:by|par) $",
    re.IGNORECASE,
)
_BY = (" by ", "par ")
_NO_PERSON_BEHIND = pattern_of(
    r" ?(?:\(\d{4}|&|et (?:fils|associés)\b|and (?:sons?|partners|associates)\b|[-–/]\w)", re.IGNORECASE
)
_LENT = pattern_of(
    r"(?:\b(?:the|le|la|du|au|de la|à la|cette?|ce|this|a|une?) |\bl'|^|[.,;] )([\w-]+) $", re.IGNORECASE
)


def is_lent(flat: str, candidate: Candidate) -> bool:
    """Tell whether a name is that of a street, a school, a prize: « le lycée Jean Vallon », not « chef de cabinet »."""
    start = max(0, candidate.outer - 40)
    if _last_word(flat[start : candidate.outer - 1]) not in words("names", "named_after"):
        return False
    before = _LENT.search(flat, start, candidate.outer)
    return before is not None and before[1].lower() in words("names", "named_after")


def _last_word(before: str) -> str:
    """Return what stands behind the last space or apostrophe, in small letters."""
    return before.rsplit(" ", 1)[-1].rsplit("'", 1)[-1].lower()


_LONG_AGO = pattern_of(
    r"\b(?:years|decades|centuries) ago|\bil y a [\w-]+ (?:ans|années|siècles|décennies)", re.IGNORECASE
)


_WORD_BEHIND = pattern_of(r" ([a-zà-ÿ]+)")
_BEFORE_ASIDE = pattern_of(r"([\w'-]+), [^,.;:]{2,50}, (?:de |d')$")
_LISTED_INSIDE = pattern_of(rf"(?:, {CAPITAL}[^().:;]{{2,120}})? (?:et|and|ainsi que) {CAPITAL}[^().:;]{{2,60}}\)")


def is_full_name(candidate: Candidate) -> bool:
    """Tell whether a candidate is a known first name, each part of one with hyphens, and one to three names more."""
    parts, known = candidate.name.split(), first_names()
    if not candidate.is_full or candidate.trailing or len(parts) > _LONGEST_FULL_NAME:
        return False
    return parts[0] in known or all(part in known for part in parts[0].split("-")) or _is_bare(parts[0])


def _is_bare(name: str) -> bool:
    """Tell whether a first name is known with an accent on its capital: « Edouard » for « Édouard »."""
    return name[0] == "E" and f"É{name[1:]}" in first_names()


def is_named_here(flat: str, candidate: Candidate) -> bool:
    """Tell whether a full name with a known first name stands by itself: no complement, no street or school."""
    if not is_full_name(candidate) or is_lent(flat, candidate):
        return False
    return _COMPLEMENT.search(flat, max(0, candidate.outer - 12), candidate.outer) is None


_COMPLEMENT = pattern_of(r"(?:\b(?:of|for|by|de|du|des|par|pour|at|from) |\b[dl]')$")


def _takes_part(flat: str, candidate: Candidate, word: str, link: str) -> bool | None:
    """Tell whether a name that hangs on a word takes part: « l’arrivée de X »; None where it hangs on none."""
    if link in {"de", "d'", "of"}:
        if not word:
            # « l’élection, à sa deuxième tentative, de »: the noun stands before what is put in.
            word = next(iter(_BEFORE_ASIDE.findall(flat[max(0, candidate.outer - 80) : candidate.outer])), "")
        return word.lower().removeprefix("l'").removeprefix("d'") in words("names", "in_whose")
    if link == "(":
        return _LISTED_INSIDE.match(flat, candidate.end) is not None
    if link in {"'s", "’"}:
        # “NEU’s Kevin Dorn” is one of a union; “the group’s Anne Bel line” is none.
        return word.removesuffix("'s").isupper()
    return False if link and link[0] in "©:/&" else None


def has_forename(flat: str, candidate: Candidate) -> bool:
    """Tell whether a sentence names somebody in full by a known first name, and no house or work of theirs."""
    if not is_full_name(candidate) or len(flat) < _SHORTEST_SENTENCE:
        return False
    if not flat.rstrip().rstrip("»”\"'’)").endswith(_STOPS):
        return False
    behind = _WORD_BEHIND.match(flat, candidate.end)
    if behind is not None and {behind[1], behind[1].removesuffix("s")} & words("names", "named_after"):
        return False
    if _NO_PERSON_BEHIND.match(flat, candidate.end):
        return False
    # A link and the spaces beside it take up five characters at most: what matches begins behind the space before them.
    start = max(0, candidate.outer - 40, flat.rfind(" ", 0, max(0, candidate.outer - 5)) + 1)
    before = _BEFORE_NAME.search(flat, start, candidate.outer)
    if before is None:
        return True
    linked = _takes_part(flat, candidate, before[1] or "", (before["link"] or "").strip())
    if linked is not None:
        return linked
    if (before[1] or "").lower() in words("names", "named_after"):
        return False
    made = flat[max(0, candidate.outer - 4) : candidate.outer].lower() in _BY
    if made and _MAKERS.search(flat, max(0, candidate.outer - 40), candidate.outer):
        return False
    # Whoever is told of as of long ago is history, and does not take part.
    return _LONG_AGO.search(flat, max(0, candidate.outer - 120), candidate.outer) is None
