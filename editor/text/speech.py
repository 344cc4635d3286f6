"""How words look that somebody says: marked ones and those without marks; titles, terms and scare quotes do not."""

import re
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.letters import plain
from editor.text.lexicon import table, words
from editor.text.patterns import pattern_of
from editor.text.reading import Attribution, Naming, Reading
from editor.text.stretches import Stretch

# -- between marks -----------------------------------------------------------------------------------------------------


def is_said(attribution: Attribution, lead: str, words: list[str], *, alone: bool) -> bool:
    """Tell whether very few marked words are speech; `alone` tells that they do not go on with a quote before them."""
    if _calls_itself(attribution, lead):
        return True
    return alone and (_two_are_said(attribution, lead, words) or _is_governed(attribution, lead, words))


def _two_are_said(attribution: Attribution, lead: str, words: list[str]) -> bool:
    """Tell whether two marked words are speech: called so by a named speaker, or right behind that speaker's verb."""
    return len(words) == _FEW and (_qualifies(attribution, lead) or _objects(attribution, lead, words))


_FEW = 2


def _is_governed(attribution: Attribution, lead: str, words: list[str]) -> bool:
    """Tell whether one or two marked words are what a speaker’s verb says: « dénonce un « scandale » », “is “unfair””.

    Between the verb and the words stand only small words, or what a verb of judging judges: « jugé la loi « vaine » ».
    """
    told = attribution.strong and attribution.naming is not Naming.NOBODY
    if not told or attribution.verb is None or len(words) > _FEW or _is_number(words):
        return False
    if not words[0][:1].islower() or (len(words) == 1 and names_things(attribution)):
        return False
    tail = lead.rpartition(attribution.verb)[2] if attribution.verb in lead else None
    if tail is None:
        return False
    if _SMALL_WORDS.fullmatch(tail) is not None or _COPULA_END.fullmatch(tail) is not None:
        return True
    judged = attribution.verb.split(" ")[-1] in _attributive() and not _BREAK.search(tail)
    return judged and len(tail.split()) <= _LONGEST_OBJECT


def names_things(attribution: Attribution | None) -> bool:
    """Tell whether a verb brings in a single word as the name of a thing: « ils parlent d’« acclimatation » »."""
    return attribution is not None and _NAMES_IT.search(attribution.verb or "") is not None


_NAMES_IT = pattern_of(r"\b(?:parl|évoqu|mentionn|appel)(?:é|e|ent|ant|ait|aient)$|\b(?:spoke|speaks|calls?|called)\b")
_LONGEST_OBJECT = 16
_BREAK = pattern_of(r"[;:()]|[,.] ")
_SMALL_WORDS = pattern_of(
    r"[\s:]*(?:(?:que|qu'|that|de|du|des|d'|à|au|aux|en|contre|sur|par|pour|comme|être|était|est|sont|soit|of|about|"
    r"against|as|at|with|to be|is|was|are|were|be|it|them|him|her|this|that|le|la|les|l'|une?|ce|cet|cette|ces|son|sa|"
    r"ses|leurs?|the|an?|its?|their|his|these|those|very|so|too|more|très|plus|bien|trop|aussi|pas|une? telle?|"
    r"notamment|également|ainsi|encore|c'est|c'était|il s'agit|elle|il|ils|elles|on|s'en|y|n'est|n'était|ne|not|he|she|"
    r"they|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|hier|\w+day|today|aujourd'hui|it's|had|has|have|been|avoir|été|"
    r"a|avait|serait|would|will|could|resterait|reste|demeure)(?: +|(?<=')))*"
)


_COPULA_END = pattern_of(
    r" (?:that |que |qu')?[^,.;:()«»“”\"]{2,60}(?<=[ '])(?:is|was|are|were|will be|would be|est|sont|était|étaient|"
    r"sera|serait|seront|seraient|soit|reste|demeure|paraît|semble) (?:not |pas |très |plus |trop |very |too |now )?"
)
"""A reported clause that ends in what its subject is said to be: “said that the deal was “almost there””."""


def _is_number(words: list[str]) -> bool:
    return any(character.isdigit() for word in words for character in word)


@cache
def _attributive() -> frozenset[str]:
    return words("naming", "attributive")


def _calls_itself(attribution: Attribution, lead: str) -> bool:
    """Tell whether a speaker says the marked words of itself, few as they are: « s'est dite « déçue » »."""
    told = attribution.naming is not Naming.NOBODY or attribution.strong
    if not told or attribution.verb is None or not lead.rstrip().endswith(attribution.verb):
        return False
    return _OF_ITSELF.fullmatch(attribution.verb) is not None


_SAYS_OF_ITSELF = (
    r"(?:s'est|se sont|s'était|se|s')(?:-(?:il|elle|ils|elles))? ?(?:\w+ment )?"
    r"(?:dite?s?|disent|déclarée?s?|déclare|montrée?s?|montre|avouée?s?)"
)
_OF_ITSELF = pattern_of(_SAYS_OF_ITSELF)
_ITSELF_END = pattern_of(rf"(?:^| ){_SAYS_OF_ITSELF}$")


def is_title(words: list[str], language: Language) -> bool:
    """Tell whether words are capitalised as a title is: “Dinner in Transatlantic Format”."""
    if language is Language.FR or len(words) > 12:
        return False
    long = [word for word in words if len(word) > 3]
    return (
        len(long) >= 2
        and all(word[:1].isupper() or not word[:1].isalpha() for word in long)
        and words[-1][-1:] not in ".!?,"
    )


_AND_THAT = pattern_of(
    r"[ ,]*(?:et|mais|puis|ou|and|but|or) (?:que |qu'|that )[^.;:!?]{0,160}|"
    r"[^.;:!?«»“”\"]{0,200}[.!?…] (?:(?:Et|Mais|Ou|Puis|And|But|Or|Yet)(?: (?:aussi|surtout|encore|même|également|"
    r"enfin|also|above all|even))?|Ainsi que|Notamment|Voire|Sans oublier|Not to mention|Ou bien|Plus|Not only)"
    r"(?: (?:de|d'|que|par|pour|une?|la|les?|l'|an?|the))? ?"
)
"""What leads to more words of the same speaker: « … » et que « … », « … » à Gor. Mais aussi « … »."""


_AND = pattern_of(r",? (?:et|mais|puis|ou|and|but|or)(?: (?!that |que |qu')[a-zà-ÿ']+){0,3} ")


def joins(reading: Reading, before: Stretch, stretch: Stretch) -> bool:
    """Tell whether “and” or « mais » ties a stretch to the one before: “disappointed” but “open to talks”."""
    says_anew = any(before.outer_end <= each.start < stretch.outer for each in reading.sayings)
    return not says_anew and _AND.fullmatch(reading.flat, before.outer_end, stretch.outer) is not None


def goes_on(before: Stretch, stretch: Stretch, reading: Reading) -> bool:
    """Tell whether a second clause of the same words of saying leads to a quote: « … » et que « … »."""
    if before.end_paragraph != stretch.paragraph:
        return False
    return _AND_THAT.fullmatch(reading.flat, before.outer_end, stretch.outer) is not None


def _qualifies(attribution: Attribution, lead: str) -> bool:
    """Tell whether a named speaker calls something by the marked words: « a qualifié le texte de « pas décisif » »."""
    return (
        attribution.strong
        and attribution.naming in {Naming.NAME, Naming.FUNCTION, Naming.BODY}
        and attribution.verb is not None
        and attribution.verb.split(" ")[-1] in _qualifying()
        and _QUALIFYING_END.search(lead) is not None
    )


def describes(attribution: Attribution | None, lead: str) -> bool:
    """Tell whether a speaker says by the marked words what something is: “called it a “…””, « qualifié d’un « … » »."""
    if attribution is None or not attribution.strong or attribution.verb is None:
        return False
    return attribution.verb.split(" ")[-1] in _attributive() and _QUALIFYING_END.search(lead) is not None


def _objects(attribution: Attribution, lead: str, words: list[str]) -> bool:
    """Tell whether two marked words in small letters are what a named speaker says: “warned against “…””."""
    if not attribution.strong or attribution.naming is not Naming.NAME or attribution.verb is None:
        return False
    if not all(word[:1].islower() for word in words):
        return False
    tail = lead.rpartition(attribution.verb)[2].split()
    return not (tail and _ARTICLE.fullmatch(tail[-1]))


_ARTICLE = pattern_of(
    r"(?:the|an?|this|these|those|its?|their|his|her|our|of|for|as|les?|la|l'|une?|des|du|de|d'|cet?|cette|ces|sa|ses)",
    re.IGNORECASE,
)


@cache
def _qualifying() -> frozenset[str]:
    return frozenset(table("naming")["qualifying"])


_QUALIFYING_END = pattern_of(
    r"(?:\bde |\bd'(?:une? )?|\bcomme(?: une?)? |\bas(?: an?)? |\bit (?:an? )?|\b(?:it|this|him|her|them) )$"
)
_BELONGS = pattern_of(r"(?:\b(?:of|of the|at the|du|de la|des|de|au|aux|à la|chez)|[dl]'|de l')$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def belongs(lead: str) -> bool:
    """Tell whether the marked words behind these are part of a function or house: « membre du « conseil » »."""
    return _BELONGS.search(lead.rstrip()) is not None


_ARTICLE_END = pattern_of(r"(?:^|(?<=[ (']))(?:the|a|an|le|la|les|un|une|l'|d'|de|of)$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def announces(lead: str, language: Language) -> bool:
    """Tell whether the words before a mark announce a title or term: entitled, « intitulé », on the theme of."""
    if _ITSELF_END.search(plain(lead).rstrip()) is not None:
        return False
    last = _ARTICLE_END.sub("", lead.rstrip(" (").lower()).rstrip(" (")
    tail = last.replace("(", " ").rsplit(" ", 4)[-4:]
    naming = _naming(language)
    runs = [" ".join(tail[first:]) for first in range(len(tail))]
    return any(run in naming or run.removeprefix("l'") in naming or run.removeprefix("d'") in naming for run in runs)


@lru_cache(maxsize=4096)
def calls(lead: str) -> bool:
    """Tell whether the last word before a mark makes any words a term, small letters or not: « dit », “the word”."""
    last = _ARTICLE_END.sub("", lead.rstrip(" (").lower()).rstrip(" (").rsplit(" ", 1)[-1]
    return last.rsplit("'", 1)[-1] in words("naming", "terms")


def always_names(lead: str) -> bool:
    """Tell whether the last word before a mark gives a name or an office, however long: « a été nommé « … » »."""
    return lead.rstrip(" (").rsplit(" ", 1)[-1].lower() in words("naming", "always")


@cache
def _naming(language: Language) -> frozenset[str]:
    return frozenset(table("naming")[language.value])


@cache
def first_person(language: Language) -> re.Pattern[str]:
    """Match the words by which a text says “I” or “we”."""
    words = {
        Language.EN: r"\b(?:I|I'm|I've|we|we're|we've|our|us|my)\b",
        Language.FR: r"\b(?:[Jj]e|[Jj]'|[Nn]ous|[Nn]otre|[Nn]os|[Mm]on|[Mm]es)(?:\b|(?<='))",
    }
    return re.compile(words[language], re.IGNORECASE if language is Language.EN else 0)


@cache
def first_person_start(language: Language) -> re.Pattern[str]:
    """Match the words by which speech begins: “We”, “This is”, « C’est »."""
    words = {
        Language.EN: r"(?:I|We|Our|My|I'm|We're|We've|I've|It is|This is|Today)\b",
        Language.FR: r"(?:Je |J'|Nous |Notre |Nos |C'est |Ce |Cette )",
    }
    return re.compile(words[language])
