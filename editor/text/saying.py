"""Verbs of saying in a paragraph: “said”, « a fait observer », « a-t-il ajouté », « s’est félicitée »."""

import re
from enum import Enum
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.letters import plain
from editor.text.lexicon import alternatives, pronouns, verbs
from editor.text.patterns import pattern_of
from editor.values import frozen


class Manner(Enum):
    """How a verb of saying stands in its sentence."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    PASSIVE = "passive"


@frozen
class Saying:
    """One verb of saying: where it stands (code points of the paragraph), and what it lets us know of its subject.

    `introduces` is false for verbs that only frame a fragment (praised, a salué). `pronoun` is the inverted subject
    of « a-t-il ajouté », with the gender it tells: "m", "f" or "". `weak` forms are nouns too and need a speaker
    beside them.
    """

    start: int
    end: int
    words: str
    introduces: bool
    manner: Manner
    weak: bool = False
    inverted: bool = False
    pronoun: str = ""


@lru_cache(maxsize=2048)
def find_sayings(text: str, language: Language) -> tuple[Saying, ...]:
    """Return the verbs of saying of one paragraph in the order of the text."""
    flat = plain(text)
    return tuple(_english(flat) if language is Language.EN else _french(flat))


# -- English -----------------------------------------------------------------------------------------------------------

_EN_WORD = pattern_of(r"(?<![\w'-])(?:[a-z]+|[A-Z][a-z]+ing)(?![\w-])")
_PASSIVE = pattern_of(r"\b(?:was|were|been|being|is|are) (?:\w+ly )?$")


def _english(flat: str) -> list[Saying]:
    forms, phrases, weak = _english_forms()
    found: list[Saying] = []
    end = 0
    for match in _EN_WORD.finditer(flat):
        word = match.group().lower()
        if match.start() < end or (word not in forms and word not in phrases):
            continue
        longer = next(
            (phrase for phrase in phrases.get(match.group(), ()) if _stands(flat, phrase, match.start())), None
        )
        if longer is not None:
            end = match.start() + len(longer)
            manner = Manner.PARTICIPLE if word.endswith("ing") else Manner.FINITE
            found.append(Saying(match.start(), end, longer, introduces=True, manner=manner))
        elif word in forms:
            introduces, manner = forms[word]
            end = match.end()
            noun = word in weak and not flat.startswith(" that ", match.end())
            if manner is Manner.FINITE and _PASSIVE.search(flat, max(0, match.start() - 24), match.start()):
                manner = Manner.PASSIVE
            found.append(Saying(match.start(), end, word, introduces, manner, weak=noun))
    return found


def _stands(flat: str, phrase: str, offset: int) -> bool:
    end = offset + len(phrase)
    return flat.startswith(phrase, offset) and not flat[end : end + 1].isalnum()


@cache
def _english_forms() -> tuple[dict[str, tuple[bool, Manner]], dict[str, list[str]], frozenset[str]]:
    rows = verbs(Language.EN)
    forms: dict[str, tuple[bool, Manner]] = {}
    for key in ("judge", "say"):
        for _, third, past, ing in rows[key]:
            forms[third] = forms[past] = (key == "say", Manner.FINITE)
            forms[ing] = (key == "say", Manner.PARTICIPLE)
    for base in ("say", "add", "note", "stress", "underline"):
        forms.setdefault(base, (True, Manner.FINITE))
    phrases: dict[str, list[str]] = {}
    for phrase in sorted(rows["phrases"], key=lambda each: -len(each)):
        phrases.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
    return forms, phrases, frozenset([*rows["weak"], "note", "stress", "add", "say"])


# -- French ------------------------------------------------------------------------------------------------------------

_FR_WORD = pattern_of(
    r"(?<![\w'-])"
    r"(?:(?P<aux>s'est|s'était|se sont|s'étaient|s'être|avoir|ayant|"
    r"(?:[lmnt]')?(?:a|ont|avait|avaient|aurait|auraient|aura))(?![\w'])"
    r"(?:(?:-t)?-(?P<aux_pronoun>il|elle|on|ils|elles)(?![\w-]))?"
    r"|(?:[djlmnts]')?(?P<verb>[A-ZÉ]?[a-zàâäçéèêëîïôöùûüœ]+)"
    r"(?:(?:-t)?-(?P<pronoun>il|elle|on|ils|elles)(?![\w-]))?(?![\w'-]))"
)
_NEXT = pattern_of(r",? ([\w'-]+),?")
_PARTED = pattern_of(
    r", (?:en|à|au|aux|dans|lors|pour|sur|par|devant|avec|après|avant|quant|de|non)(?: [\w'-]+){1,7},(?= )"
)
"""Words between commas inside a compound verb: « a, en retour, qualifié », « a, devant la presse, ajouté »."""
_FURTHEST = 7


def _french(flat: str) -> list[Saying]:
    found: list[Saying] = []
    end = 0
    for match in _FR_WORD.finditer(flat):
        if match.start() < end:
            continue
        saying = _compound(flat, match) if match["aux"] else _simple(flat, match)
        if saying is None and found and not match["aux"]:
            saying = _second(flat, match, found[-1])
        if saying is not None:
            end = saying.end
            found.append(saying)
    return found


def _compound(flat: str, match: re.Match[str]) -> Saying | None:
    """Read « a déclaré », « a par ailleurs fait observer », « s’est-elle félicitée »."""
    reflexive = match["aux"].startswith("s")
    participles = _reflexives() if reflexive else _participles()
    pronoun = match["aux_pronoun"]
    offset = match.end()
    for _ in range(_FURTHEST):
        aside = _PARTED.match(flat, offset)
        follower = _NEXT.match(flat, aside.end() if aside is not None else offset)
        if follower is None:
            return None
        word = follower[1]
        bare = _without_agreement(word) if reflexive else word
        if bare in participles or (not reflexive and word in _phrase_table("phrases")):
            return _participle(flat, match, follower.start(1), bare, pronoun)
        if word not in _adverbs() and not word.endswith("ment"):
            return None
        offset = follower.end()
    return None


def _participle(flat: str, match: re.Match[str], offset: int, word: str, pronoun: str | None) -> Saying | None:
    written = re.compile(r"[\w-]+").match(flat, offset)
    end = written.end() if written else offset + len(word)
    longer = _longer(flat, "phrases", word, end)
    introduces = _participles().get(word, True)
    if longer is None and word not in _participles() and word not in _reflexives():
        return None
    return Saying(
        match.start(),
        longer or end,
        flat[match.start() : longer or end],
        introduces=introduces,
        manner=Manner.PARTICIPLE if match["aux"] in _UNFINISHED else Manner.FINITE,
        inverted=pronoun is not None,
        pronoun=pronouns(Language.FR).get(pronoun or "", ""),
    )


_UNFINISHED = frozenset({"avoir", "ayant", "s'être"})
"""What makes a clause without a subject of its own: « Après avoir rappelé que « … », la ministre… »."""


def _simple(flat: str, match: re.Match[str]) -> Saying | None:
    """Read « déclare », « poursuit-elle », « se félicite », « ajoutant », « (et de) conclure »."""
    word, pronoun = match["verb"], match["pronoun"]
    if word[0].isupper():
        # Only a participle says something at the head of its sentence: « Estimant que « … », le port… ».
        form = _presents().get(word.lower())
        opens = form is not None and form[1] is Manner.PARTICIPLE
        return Saying(*match.span(), match.group(), form[0], form[1]) if form is not None and opens else None
    if word == "se" or word in _phrase_table("phrases_present"):
        longer = _longer(flat, "phrases_present", word, match.end())
        if longer is not None:
            return _phrase(flat, match.start(), longer)
    if match.group().startswith("s'") and word in _reflexive_presents():
        return Saying(match.start(), match.end(), match.group(), introduces=True, manner=Manner.FINITE)
    form = _presents().get(word)
    if form is None:
        return None
    introduces, manner = form
    if manner is Manner.INFINITIVE:
        willing = _modal().search(flat, max(0, match.start() - 48), match.start())
        if willing is not None:
            start = willing.start()
            return Saying(start, match.end(), flat[start : match.end()], introduces, Manner.FINITE)
        if not (match.group()[:2] == "d'" or flat.endswith("de ", 0, match.start())):
            return None
        if word not in _telling() and _OPENS.search(flat, max(0, match.start() - 12), match.start()) is None:
            return None
    inverted = pronoun is not None
    weak = manner is Manner.FINITE and not inverted and not word.endswith(("ait", "aient"))
    weak = weak and not flat.startswith((" que ", " qu'"), match.end())
    return Saying(
        match.start(),
        match.end(),
        match.group(),
        introduces,
        manner,
        weak,
        inverted,
        pronouns(Language.FR).get(pronoun or "", ""),
    )


_OPENS = pattern_of(r"(?:^|[,.;:»”\"!?…] ?|\b(?:[Ee]t|[Pp]uis|avant|ou) )(?:[Dd]e |[Dd]')?$")


@cache
def _telling() -> frozenset[str]:
    """Return the infinitives that tell something wherever they stand: « l’occasion de rappeler », not « de lancer »."""
    return frozenset(verbs(Language.FR)["telling"])


_BEHIND = pattern_of(r"(?:-t)?-(?P<who>il|elle|on|ils|elles)(?![\w-])")


def _phrase(flat: str, start: int, end: int) -> Saying:
    """Return a verb of several words, with the subject behind it where it is inverted: « se souvient-elle »."""
    behind = _BEHIND.match(flat, end)
    if behind is None:
        return Saying(start, end, flat[start:end], introduces=True, manner=Manner.FINITE)
    who, end = pronouns(Language.FR).get(behind["who"], ""), behind.end()
    return Saying(start, end, flat[start:end], introduces=True, manner=Manner.FINITE, inverted=True, pronoun=who)


_SHARED = pattern_of(
    r"(?: par ailleurs| également| aussi| ensuite| enfin)? (?:que |qu'|combien |comment |à quel |[«“\"]|: )"
)


def _second(flat: str, match: re.Match[str], first: Saying) -> Saying | None:
    """Read the second of two verbs that share « a »: « a salué l’accord et rappelé que », « …, ajouté : »."""
    word = match["verb"]
    if word not in _participles() or not flat.endswith((" et ", ", ", " puis ", " mais "), 0, match.start()):
        return None
    shares = first.manner is Manner.FINITE and " " in first.words and "." not in flat[first.end : match.start()]
    if not shares or _SHARED.match(flat, match.end()) is None:
        return None
    return Saying(match.start(), match.end(), match.group(), introduces=_participles()[word], manner=Manner.FINITE)


def _longer(flat: str, key: str, word: str, end: int) -> int | None:
    """Return where a phrase such as « fait observer » ends, or None where only its first word stands there."""
    aside = _ASIDE.match(flat, end)
    end = aside.end() if aside is not None else end
    for rest in _phrase_table(key).get(word, ()):
        if flat.startswith(f" {rest}", end) and not flat[end + 1 + len(rest) : end + 2 + len(rest)].isalpha():
            return end + 1 + len(rest)
    return None


_ASIDE = pattern_of(r" (?:ainsi|aussi|également|notamment|par ailleurs|ensuite|alors|encore|enfin|en outre)(?= )")


def _without_agreement(word: str) -> str:
    return re.sub(r"(?<=[éitu])e?s?$", "", word)


@cache
def _participles() -> dict[str, bool]:
    rows = verbs(Language.FR)
    return {row[1]: key == "say" for key in ("judge", "say") for row in rows[key]}


@cache
def _reflexives() -> frozenset[str]:
    return frozenset(_without_agreement(word) for word in verbs(Language.FR)["reflexive"])


@cache
def _reflexive_presents() -> frozenset[str]:
    return frozenset(verbs(Language.FR)["reflexive_present"])


@cache
def _presents() -> dict[str, tuple[bool, Manner]]:
    """Return the simple forms; the other tenses follow from the present participle and the infinitive."""
    rows = verbs(Language.FR)
    forms: dict[str, tuple[bool, Manner]] = {}
    for key in ("judge", "say"):
        says = key == "say"
        for infinitive, _, singular, plural, gerund in rows[key]:
            finite = [singular, plural, f"{gerund[:-3]}ait", f"{gerund[:-3]}aient"]
            if infinitive.endswith("er"):
                finite += [f"{gerund[:-3]}a", f"{infinitive[:-2]}èrent"]
            finite += rows["past_historic"].get(infinitive, [])
            stem = infinitive.removesuffix("e")
            finite += [f"{stem}a", f"{stem}ait", f"{stem}aient"]
            forms.update(dict.fromkeys(finite, (says, Manner.FINITE)))
            forms[gerund] = (says, Manner.PARTICIPLE)
            forms[infinitive] = (says, Manner.INFINITIVE)
    return forms


@cache
def _phrase_table(key: str) -> dict[str, list[str]]:
    rows: dict[str, list[str]] = verbs(Language.FR)[key]
    return {word: sorted(rests, key=lambda rest: -len(rest)) for word, rests in rows.items()}


@cache
def _modal() -> re.Pattern[str]:
    """Match what makes an infinitive a verb of saying with a subject: « a tenu à » rappeler, « vient de » déclarer."""
    words = alternatives(verbs(Language.FR)["modals"])
    return re.compile(
        rf"(?<![\w'])(?:(?:s'est|se sont|a|ont|avait|avaient) (?:[\w-]+ ){{0,2}}?)?"
        rf"(?:{words})(?: (?:le|la|les|lui|leur|y|en|se))? ?$"
    )


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(verbs(Language.FR)["adverbs"])
