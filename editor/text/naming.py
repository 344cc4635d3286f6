"""How a participant is named in a text: in full with the function first, by title and family name afterwards.

Source: EC English Style Guide 11.1 (first mention in full, then title and family name); for French, the usage of the
Imprimerie nationale: M. and Mme with a no-break space, ranks and functions in small letters.
"""

from dataclasses import replace
from enum import Enum

from editor.model.language import Bilingual, Language
from editor.model.people import Gender, Participant
from editor.model.profile import NO_BREAK
from editor.text.letters import folded, plain
from editor.text.lexicon import table, words
from editor.text.offices import gender_of
from editor.values import frozen


class Mention(Enum):
    """The forms in which a text names somebody."""

    FIRST = "first"
    LATER = "later"
    NAME = "name"


@frozen
class Naming:
    """Words that name a person; characters [start, end) are the name itself, without title and function."""

    text: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """The name alone."""
        return self.text[self.start : self.end]


_COURTESY = {
    Language.EN: {Gender.MASCULINE: "Mr", Gender.FEMININE: "Ms"},
    Language.FR: {Gender.MASCULINE: "M.", Gender.FEMININE: "Mme"},
}
_WITH_FORENAME = frozenset({"Sir", "Dame"})
_POINTED_VARIANTS = frozenset({"en-US", "en-CA"})
"""Variants of English that write Mr. and Ms. with a point."""
_POINTED = frozenset({"Mr", "Ms", "Mrs", "Dr"})
_LONGEST_BEFORE = 4
"""Words of an English function that may stand before the name; a longer one follows it."""


def naming(person: Participant, language: Language, mention: Mention, variant: str = "") -> Naming:
    """Return the words for a person; `variant` is the spelling variant of the language (BCP 47).

    Where neither the card's honorific nor its gender says how somebody is addressed, the whole name is used: gender is
    never guessed from a first name.
    """
    name = person.name[language].strip() or person.name[language.other].strip()
    if mention is Mention.NAME or not name:
        return Naming(name, 0, len(name))
    if mention is Mention.LATER:
        return _later(person, name, language, variant)
    title = _title(person, language, variant)
    style = _style(person, language)
    lead = style or ("" if _is_courtesy(title) else _before(title, language))
    whole = _placed(lead, name, "")
    function = person.function[language].strip()
    if not function:
        return whole
    if language is Language.EN and not lead and _stands_before(function):
        return _placed(f"{function} ", name, "")
    return _placed(lead, name, f", {function}")


def gender_told(person: Participant) -> Gender | None:
    """Return the gender that the card says, or its own courtesy title (M., Mme, Mr, Ms); None where neither does."""
    if person.gender is not None:
        return person.gender
    for language in Language:
        title = _title(person, language, "").rstrip(".")
        for gender, courtesy in _COURTESY[language].items():
            if title == courtesy.rstrip("."):
                return gender
    return None


_STYLES = {
    Language.EN: {
        "honourable": "the Honourable ",
        "honorable": "the Honorable ",
        "hon": "the Hon. ",
        "rt": "the Rt Hon. ",
        "excellency": "{} ",
        "worship": "{} ",
        "he": "H.E. ",
    },
    Language.FR: {"honorable": "l’honorable ", "excellence": "{} ", "se": "S.E. ", "honneur": "{} "},
}
"""What is said of office holders before the whole name at its first mention, never before the family name alone."""


def _style(person: Participant, language: Language) -> str:
    """Return the style a card's honorific stands for, as it goes before the whole name; "" for any other title."""
    last = folded(person.honorific[language]).replace(".", "").replace("'", " ").split()[-1:]
    lead = _STYLES[language].get(last[0], "") if last else ""
    return lead.format(person.honorific[language].strip())


def _later(person: Participant, name: str, language: Language, variant: str) -> Naming:
    if _style(person, language):
        person = replace(person, honorific=Bilingual("", ""))
    title = _title(person, language, variant)
    if not title:
        return Naming(name, 0, len(name))
    short = name.split(maxsplit=1)[0] if title in _WITH_FORENAME else family_name(name)
    return _placed(_before(title, language), short, "")


def _placed(lead: str, name: str, tail: str) -> Naming:
    return Naming(f"{lead}{name}{tail}", len(lead), len(lead) + len(name))


def _title(person: Participant, language: Language, variant: str) -> str:
    """Return how somebody is addressed: the card's own honorific, else what the gender says, else nothing."""
    written = person.honorific[language].split()
    title = written[-1] if written else ""
    if not title and person.gender is not None:
        title = _COURTESY[language][person.gender]
    if language is Language.EN and variant in _POINTED_VARIANTS and title in _POINTED:
        return f"{title}."
    return title


def _is_courtesy(title: str) -> bool:
    return title.rstrip(".") in {"", "Mr", "Ms", "Mrs", "Miss", "M", "Mme", "Mlle"}


def _before(title: str, language: Language) -> str:
    """Return a title as it stands before a name: « M. » and « Mme » with a no-break space, « le général », “Sir”."""
    if not title or language is Language.EN:
        return f"{title} " if title else ""
    if title.lower() in words("titles", "ranks") and title.islower():
        article = "l’" if plain(title)[0] in "aeéio" else "la " if gender_of(title, language) == "f" else "le "
        return f"{article}{title} "
    return f"{title}{NO_BREAK}"


def _stands_before(function: str) -> bool:
    parts = plain(function).split()
    return len(parts) <= _LONGEST_BEFORE and "," not in function and not {"of", "for", "at", "to", "in"} & set(parts)


def family_name(name: str) -> str:
    """Return the family name: the last word with the particles before it (von der Leyen), without a suffix."""
    parts = name.split()
    while len(parts) > 1 and parts[-1] in table("names")["suffixes"]:
        parts.pop()
    first = len(parts) - 1
    while first > 1 and parts[first - 1].lower() in table("names")["particles"]:
        first -= 1
    return " ".join(parts[max(first, 0) :])
