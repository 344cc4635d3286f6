"""The subject of a verb of saying: a name, a pronoun, a function or a body, before the verb or after it."""

import re
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.epithets import somebody
from editor.text.houses import is_house, is_release
from editor.text.letters import CAPITAL, plain
from editor.text.lexicon import alternatives, pronouns, verbs
from editor.text.offices import is_head, is_stop
from editor.text.patterns import pattern_of
from editor.text.reading import Attribution, Naming, Reading
from editor.text.register import Mention
from editor.text.saying import Saying

# -- after the verb ----------------------------------------------------------------------------------------------------


def subject_after(reading: Reading, saying: Saying, end: int) -> Attribution | None:
    """Read the speaker that follows the verb: a name, a function, or at least some words."""
    for mention in reading.mentions:
        if saying.end <= mention.start < end:
            between = reading.flat[saying.end : max(saying.end, mention.outer)]
            apposed = between.endswith(", ") and holds_head(between, reading.language)
            if _ASIDE.fullmatch(between) is not None:
                between = ""
            if (len(between.split()) <= 9 and not _BARRIER.search(between)) or (
                apposed and len(between.split()) <= 14 and not _BARRIER.search(between[:-2])
            ):
                return named_by(mention, saying.start, mention.end, post_shape(mention, reading), saying)
            break
    match = noun_phrase(reading.language).match(reading.flat, saying.end, end)
    if match is not None and is_office(match.group("words"), reading.language):
        more = _MORE_PORTFOLIO.match(reading.flat, match.end("words"), end)
        last = more.end() if more is not None else match.end("words")
        words = reading.text[match.start("words") : last]
        return Attribution(saying.start, last, "post-role", Naming.FUNCTION, words, verb=saying.words)
    pronoun = _pronoun_behind(reading.language).match(reading.flat, saying.end, end)
    if pronoun is not None:
        word = pronoun["word"]
        gender = pronouns(reading.language).get(word, "")
        return Attribution(saying.start, pronoun.end(), "post-pron", Naming.PRONOUN, word, gender, verb=saying.words)
    return _body_after(reading, saying, end)


_MORE_PORTFOLIO = pattern_of(
    r"(?:, (?:de la |de l'|des |du |de |d')[^.,;:«»()]{2,40})+ et (?:de la |de l'|des |du |de |d')[^.,;:«»()]{2,40}|"
    rf"(?:, (?:the )?{CAPITAL}[\w-]*(?: {CAPITAL}[\w-]*)*)+,? and (?:the )?{CAPITAL}[\w-]*(?: {CAPITAL}[\w-]*)*"
)
"""More parts of a portfolio: « la ministre des Ports, des Lacs et du Plan Nord »."""
_ASIDE = pattern_of(
    r"(?: (?:à|au|aux|to) [^,;:()«»“”\"]{2,40})?"
    r", (?:(?:dans|in|lors|during|à|on|at|par|via|en|au|with) [^,;:()«»“”\"]{3,60}|"
    r"[a-zà-ÿ'-]+(?: [a-zà-ÿ'-]+){0,3}), (?:the |le |la |l')?"
)
"""What may part a verb from its subject: « indique, dans un communiqué, Eva Dorn »."""
_BARRIER = pattern_of(r"[;:()«»“”\"]|, ")


def _body_after(reading: Reading, saying: Saying, end: int) -> Attribution | None:
    """Read a speaker nobody knows: one capitalised name, or a body such as “the Commission”."""
    for candidate in reading.candidates:
        if saying.end < candidate.start < end and _SHORT.fullmatch(reading.flat, saying.end, candidate.outer):
            more = _MORE_CAPITALS.match(reading.flat, candidate.end) if candidate.trailing else None
            last = more.end() if more is not None else candidate.end
            ahead = _CAPITALS_AHEAD.search(reading.flat, saying.end, candidate.start)
            first = ahead.start() + 1 if ahead is not None else candidate.start
            written = reading.text[first:last]
            whole = more is not None or ahead is not None or _ACRONYM.fullmatch(written)
            name = written if whole else candidate.name
            return Attribution(saying.start, last, "post-name", Naming.BODY, name, verb=saying.words, part=more is None)
    match = noun_phrase(reading.language).match(reading.flat, saying.end, end)
    determined = match is not None and (
        _DETERMINED.match(reading.flat, match.start("words") - 1) is not None or is_house(match["words"])
    )
    if match is None or (saying.weak and not determined):
        return Attribution(saying.start, saying.end, "post", Naming.NOBODY, verb=saying.words, strong=not saying.weak)
    if reading.language is Language.FR and match["words"][0].islower() and not determined:
        return Attribution(saying.start, saying.end, "post", Naming.NOBODY, verb=saying.words)
    words = bare_body(reading.text[match.start("words") : match.end("words")])
    return Attribution(saying.start, match.end("words"), "post", Naming.BODY, words, verb=saying.words)


_CAPITALS_AHEAD = pattern_of(rf"(?: (?!The |Les? |La )(?:{CAPITAL}[\w'&-]*))+ $")
"""Common words with capitals that begin the name of a house: “Harbour Relief International”."""
_ACRONYM = pattern_of(r"[A-Z]{2,6}")
_DETERMINED = pattern_of(
    r" (?:les? |la |l'|une? |son |sa |ses |notre |nos |leurs? |cet? |cette |ces |plusieurs |certaine?s |quelques |"
    r"deux |trois |quatre |de nombreux |de nombreuses |d'autres |tou(?:te)?s les )(?![A-Z](?![A-Z]))"
)
"""What shows that a French form is a verb before its subject, though it may be a noun: « indique le communiqué »."""
_MORE_CAPITALS = pattern_of(rf"(?: {CAPITAL}[\w'&-]*)+")
"""The rest of a house's name whose beginning could be a person's: “Florence Biotech”."""
_SHORT = pattern_of(r" (?!(?:à|aux?|to) )(?:the |le |la |l'|an? |une? )?(?:[\w-]+ ){0,2}")


# -- before the verb ---------------------------------------------------------------------------------------------------


def has_subject(reading: Reading, begin: int, saying: Saying) -> bool:
    """Tell whether a form that may be a noun has a subject beside it and so is a verb."""
    found = subject_before(reading, begin, saying, "pre")
    return found is not None and found.strong


@lru_cache(maxsize=4096)
def subject_before(reading: Reading, begin: int, saying: Saying, shape: str) -> Attribution | None:
    """Read the subject that stands before a verb: the name that touches it, a pronoun, a function, the first name."""
    mentions = [mention for mention in reading.mentions if begin <= mention.start and mention.end <= saying.start]
    mentions = [mention for mention in mentions if not is_object(reading, mention)]
    for mention in reversed(mentions):
        if _touches(reading, mention, saying.start):
            return named_by(mention, mention.outer, saying.end, _named_shape(shape, mention, reading), saying)
    pronoun = _pronoun_before(reading, begin, saying)
    if pronoun is not None:
        start, word = pronoun
        pronoun_shape = "post-pron" if shape == "post" else shape
        gender = pronouns(reading.language).get(word, "")
        return Attribution(start, saying.end, pronoun_shape, Naming.PRONOUN, word, gender, verb=saying.words)
    function = _function_before_verb(reading, begin, saying)
    if function is not None:
        words = _without_verb(_STRESSED.sub("", reading.text[function : saying.start].strip(" ,")), reading.language)
        role_shape = "post-role" if shape == "post" else shape
        return Attribution(function, saying.end, role_shape, Naming.FUNCTION, words, verb=saying.words)
    if mentions and shape != "post":
        return named_by(mentions[0], mentions[0].outer, saying.end, shape, saying, strong=not saying.weak)
    return (
        _body_before(reading, begin, saying, shape)
        or _body_opening(reading, begin, saying, shape)
        or _several_before(reading, begin, saying, shape)
    )


def named_behind(reading: Reading, saying: Saying) -> Mention | None:
    """Return who is named right behind a verb put in between commas: « Ce bilan, a noté M. Roy, est exact »."""
    if saying.inverted or not reading.flat.endswith(", ", 0, saying.start):
        return None
    if any(each.end < saying.start and _touches(reading, each, saying.start) for each in reading.mentions):
        return None  # “Jane Roe, the mayor, told Tom Bell, the director, that”
    behind = (each for each in reading.mentions if each.outer == saying.end + 1)
    return next((each for each in behind if reading.flat.startswith(",", each.after)), None)


_SEVERAL = pattern_of(
    r"(?:^|(?<=[ ,«“\"]))(?P<words>(?:[Ll]es|[Cc]es|[Ll]eurs|[Pp]lusieurs) (?:deux |trois |quatre )?[a-zà-ÿ-]+(?:s|x)"
    r"(?: [a-zà-ÿ-]+(?:s|x))?) $"
)
_PLURAL_VERB = pattern_of(r"(?:ont|se sont|s'étaient|avaient)\b|\w+ent$")


def _several_before(reading: Reading, begin: int, saying: Saying, shape: str) -> Attribution | None:
    """Take several nobody names for the speaker of a French verb in the plural: « les deux parties ont rappelé »."""
    if reading.language is not Language.FR or _PLURAL_VERB.match(saying.words) is None:
        return None
    several = _SEVERAL.search(reading.flat, begin, saying.start)
    if several is None:
        return None
    words = reading.text[several.start("words") : several.end("words")]
    return Attribution(several.start("words"), saying.end, shape, Naming.BODY, words, verb=saying.words)


def _without_verb(words: str, language: Language) -> str:
    """Return a French subject alone, whose infinitive says something: « le maire n’a pas manqué de souligner »."""
    return _VERB_INSIDE.sub("", words) if language is Language.FR else words


_VERB_INSIDE = pattern_of(
    r"(?<=\w)(?: qui)?(?: ne| se| en| y| lui| leur)? (?:[nsyl]['’])?(?:a|ont|avait|avaient|est|sont|était|étaient) .*$"
)
_STRESSED = pattern_of(r", (?:lui|elle|eux|elles|himself|herself|themselves|for (?:his|her|its|their) part)$")
_OBJECT = pattern_of(
    r"(?:\b(?:by|with|to|of|from|avec|par|à|à l'égard de|de|du|des|chez|for|pour|"
    r"au|aux|between|entre|against|contre|after|après) (?:the |le |la |l')?|\bd')$"
)


@lru_cache(maxsize=4096)
def is_object(reading: Reading, mention: Mention) -> bool:
    """Tell whether a preposition before a name keeps it from being a subject."""
    if re.compile(r",? (?:who|qui) ").match(reading.flat, mention.after) is not None:
        return False
    if _GOVERNED.search(reading.flat, max(0, mention.outer - 40), mention.outer) is not None:
        return True
    object_ = _OBJECT.search(reading.flat, max(0, mention.outer - 20), mention.outer)
    return object_ is not None and _TOPIC.search(reading.flat, max(0, mention.outer - 40), mention.outer) is None


_GOVERNED = pattern_of(
    r"(?:\b(?:de|à|pour|sans|va|vont|veut|peut|doit|a pu|afin de) |\bd')[a-zà-ÿ]+(?:er|ir|oir|re) (?:le |la |l')?$|"
    r"\b(?:to|will|would|can|could|must|should) (?:[a-z]+ly )?[a-z]{3,} (?:the )?$"
)
"""An infinitive whose object the name behind it is: « l’occasion de féliciter la ministre, Jane Roe »."""
_TOPIC = pattern_of(
    r"(?:\A|[.!?»”] )(?:Quant (?:à |au |aux )|As (?:for|to) )(?:the |le |la |l')?$|"
    r"\b(?:occasion|opportunité|opportunity|moment|chance) (?:pour|for) (?:the |le |la |l')?$|"
    r"\b(?:plaidoirie|discours|intervention|témoignage|audition|allocution|prise de parole|exposé|conférence|speech|"
    r"testimony|address|talk|remarks) (?:de |d'|du |of |by )(?:the |le |la |l')?$"
)
"""What puts the subject of a sentence ahead of it: « Quant au doyen, Luc Roy, celui-ci… »."""


_SPACER = pattern_of(
    r"(?: (?:of|from|de|du|des|at|chez|d')[^,.;:«»“”\"]{2,70})?(?: \([^)]{1,80}\))?"
    r"(?:,(?! (?:and|et) )[^;:«»“”\"]{1,220},|,(?= (?:who|qui) ))? ?"
    r"(?:(?:has|have|had|also|then|today|further|again|later|rightly|once|firmly|clearly|recently|repeatedly|\w+ly|"
    r"en|ne|y|lui|leur|nous|vous|les|le|la|l'|qui|who|will|would|ensuite|aussi|ainsi) ?){0,3}"
)


def _touches(reading: Reading, mention: Mention, verb: int) -> bool:
    """Tell whether nothing but an apposition, an aside or an adverb stands between a name and its verb."""
    if mention.outer < mention.start and reading.flat[mention.end : verb] == ", ":
        return True
    for end in {mention.end, mention.after}:
        if end <= verb and verb - end <= 330:
            match = _SPACER.fullmatch(reading.flat, end, verb)
            if match is not None:
                return True
    return False


def _pronoun_before(reading: Reading, begin: int, saying: Saying) -> tuple[int, str] | None:
    """Return where a pronoun stands before a verb, and the pronoun in small letters."""
    before = reading.flat[begin : saying.start]
    match = _pronoun_end(reading.language).search(before[-60:])
    if match is None:
        return None
    offset = begin + max(0, len(before) - 60) + match.start("word")
    return offset, match["word"].lower()


def _function_before_verb(reading: Reading, begin: int, saying: Saying) -> int | None:
    """Return where a function begins that stands right before the verb: “the Secretary General said”."""
    before = reading.flat[begin : saying.start].rstrip()
    match = _role_end(reading.language).search(before[-90:])
    if match is None or not is_office(match["words"], reading.language):
        return None
    return begin + max(0, len(before) - 90) + match.start("words")


def _body_before(reading: Reading, begin: int, saying: Saying, shape: str) -> Attribution | None:
    """Take a body for the speaker: “NATO said”, « la Commission a déclaré »."""
    before = reading.flat[begin : saying.start].rstrip(" ,")
    match = _role_end(reading.language).search(before[-90:])
    if match is None or not (_is_body(match["words"]) or somebody(match["words"]) is not None):
        return _name_before(reading, begin, saying, shape)
    start = begin + max(0, len(before) - 90) + match.start("words")
    words = bare_body(_without_verb(reading.text[start : start + len(match["words"])].strip(), reading.language))
    strong = not saying.weak or reading.language is Language.FR
    return Attribution(start, saying.end, shape, Naming.BODY, words, verb=saying.words, strong=strong)


def _name_before(reading: Reading, begin: int, saying: Saying, shape: str) -> Attribution | None:
    """Take the name for the speaker that alone stands before the verb: “Open Harbour said”, « Force Rurale juge »."""
    match = _NAME_ALONE.fullmatch(reading.flat, begin, saying.start)
    if match is None or is_stop(match["name"].split(" ")[0], reading.language):
        return None
    name = reading.text[match.start("name") : match.end("name")]
    return Attribution(match.start("name"), saying.end, shape, Naming.BODY, name, verb=saying.words)


_NAME_ALONE = pattern_of(
    rf"(?P<name>{CAPITAL}[\w&'-]+(?: (?:(?:of|for|and|de|du|des|la|et|sans) |d'|& )*{CAPITAL}[\w&'-]*){{1,5}})"
    r"(?: \([^)]{2,30}\))?,? "
)


def _body_opening(reading: Reading, begin: int, saying: Saying, shape: str) -> Attribution | None:
    """Take the body for the speaker that opens the sentence, words about it between commas behind it."""
    match = _OPENING_BODY.match(reading.flat, begin, saying.start)
    if match is None or not (is_house(match["words"]) or _ARTICLED_NAME.match(match["words"])):
        return None
    words = bare_body(reading.text[match.start("words") : match.end("words")])
    strong = not saying.weak or reading.language is Language.FR
    return Attribution(begin, saying.end, shape, Naming.BODY, words, verb=saying.words, strong=strong)


_ARTICLED_NAME = pattern_of(r"(?:The |Les? |La |L')[A-Z]")
_OPENING_BODY = pattern_of(
    r"(?P<words>(?:The |Our |Les? |La |L')?[\w'&-]+(?: (?:of|for|the|and|de|du|des|la|l'|d')?(?: ?[\w'&-]+)){0,7}?)"
    r"(?: \([^)]{2,40}\))?(?:,[^.;:]{2,260},)? (?:(?:a|ont|also|has) )?$"
)


def bare_body(words: str) -> str:
    """Return the name of a body without its article: “Commission” of « la Commission »."""
    bare = _ARTICLES.sub("", words)
    several = words[:4].lower() == "les " and is_house(bare)
    return bare if bare[:1].isupper() and not several else words


def _is_body(words: str) -> bool:
    """Tell whether words are a house: by its kind, or by a name, an adjective or a noun before it allowed."""
    return is_release(words) or is_house(words) or _BODY.match(_ARTICLES.sub("", words)) is not None


_BODY = pattern_of(rf"(?:(?!(?:of|for|by|in|at|de|du|des|par|à|en|pour)\b)[a-zà-ÿœ-]+ ){{0,2}}{CAPITAL}")
_ARTICLES = pattern_of(r"^(?:the |our |notre |les? |la |l['’]|an? |une? )(?=\w)", re.IGNORECASE)


def named_by(
    mention: Mention, start: int, end: int, shape: str, saying: Saying | None, *, strong: bool = True, words: str = ""
) -> Attribution:
    """Make the attribution to the person a mention names; `words` stand for a verb where there is none."""
    verb = saying.words if saying is not None else words or None
    return Attribution(start, end, shape, Naming.NAME, mention.person, "", verb, part=False, strong=strong)


def _named_shape(shape: str, mention: Mention, reading: Reading) -> str:
    if shape not in {"post", "pre"}:
        return shape
    return f"{shape}-name" if _is_part(mention, reading) else shape


def post_shape(mention: Mention, reading: Reading) -> str:
    """Return the shape of an attribution after its quote: with a full name or with a part of one."""
    return _named_shape("post", mention, reading)


def _is_part(mention: Mention, reading: Reading) -> bool:
    """Tell whether only a family or first name stands there, without an honorific."""
    return mention.outer == mention.start and " " not in reading.flat[mention.start : mention.end]


def is_office(words: str, language: Language) -> bool:
    """Tell whether words are somebody's function, and not a house such as « la Confédération générale »."""
    if not holds_head(_governing(words, language), language):
        return False
    return not is_house(words) or (language is Language.EN and is_head(words.rsplit(maxsplit=1)[-1], language))


_COMPLEMENT = {
    Language.EN: pattern_of(r"^.*'s? (?=\w)|(?<=\w) (?:of|for|at|to|in|on|from)(?: .*|$)"),
    Language.FR: pattern_of(r"(?<=\w) (?:d[eu]s?|d'|à|aux?|pour|chez|auprès)(?:(?<=')|[ ].*|$).*"),
}


def _governing(words: str, language: Language) -> str:
    """Return the words of a noun phrase that say who or what it is: the Prime Minister’s office is nobody."""
    return _COMPLEMENT[language].sub("", plain(words))


def holds_head(words: str, language: Language) -> bool:
    """Tell whether the noun of a function is among the words."""
    return any(is_head(word, language) for word in re.findall(r"[\w'-]+", plain(words)))


@cache
def _pronoun_behind(language: Language) -> re.Pattern[str]:
    shown = [
        word for word in pronouns(language) if language is Language.EN or " " in word or "'" in word or "-" in word
    ]
    return re.compile(rf" (?P<word>{alternatives(shown)})(?!\w)")


@cache
def _pronoun_end(language: Language) -> re.Pattern[str]:
    words = alternatives(pronouns(language))
    adverbs = alternatives(verbs(language)["adverbs"])
    return re.compile(rf"(?<![\w'-])(?P<word>{words})(?: (?:en|y|lui|leur|{adverbs}|\w+ly)){{0,3}}\s*$", re.IGNORECASE)


_NP = r"[\w'’&-]+(?: [\w'’&-]+){0,11}?"


@cache
def _role_end(language: Language) -> re.Pattern[str]:
    articles = {
        Language.EN: r"(?:[Tt]he|[Aa]n?|[Oo]ur|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]hese) (?!the )",
        Language.FR: r"(?:[Ll]es? |[Ll]a |[Ll]'|[Uu]ne? |[Ss]on |[Ss]a |[Nn]otre |[Cc]et? |[Cc]ette |[Cc]es )",
    }
    adverbs = alternatives(verbs(language)["adverbs"])
    return re.compile(
        rf"(?:^|(?<=[ ,;]))(?P<words>(?:{articles[language]}){_NP})(?:,[^,]{{1,60}},)?(?: (?:{adverbs}|\w+ly)){{0,2}}$"
    )


_ASIDES = {
    Language.EN: (
        r"in an?|at an?|during|after|following|ahead of|as part of|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|today|"
        r"yesterday|who|which|when|while|as|speaking"
    ),
    Language.FR: (
        r"dans une?|lors|au cours|à l'occasion|à l'issue|en marge|au terme|devant|hier|aujourd'hui|ce matin|dimanche|"
        r"(?:lun|mar|mercre|jeu|vendre|same)di|qui|dont|citée?|par voie|par communiqué|dans s(?:on|a)|sur s(?:on|a)|"
        r"à (?:la presse|l'AFP|l'agence|l'antenne|notre|des journalistes)|aux (?:journalistes|médias)|au micro|auprès|"
        r"face|via|ce (?:lun|mar|mercre|jeu|vendre|same)di|sur Twitter|pour qui|à propos|au sujet|"
        r"en (?:évoquant|ajoutant|soulignant|précisant|rappelant)"
    ),
}
"""What follows the subject behind a verb and is no part of it."""


_IN_PASSING = (
    "en substance|d'emblée|d'entrée de jeu|d'entrée|en outre|par ailleurs|en effet|en conclusion|en préambule|"
    "en introduction|pour sa part|de son côté|à cette occasion|à son tour|sans détour|en riant|en souriant|à raison|"
    "à juste titre|avec force|non sans humour|sans ambages|encore|ainsi|aussi|également|notamment|enfin|ensuite|alors|"
    "quant à lui|quant à elle|de nouveau|à nouveau|sur place|en français|en anglais"
)
"""What may part a French verb from the subject behind it: « a rappelé en substance la directrice »."""


@cache
def noun_phrase(language: Language) -> re.Pattern[str]:
    """Match a noun phrase after a verb, as far as its clause goes."""
    articles = {
        Language.EN: r"(?:the|an?|our|his|her|its|their|these|this|several|both|some|many) ",
        Language.FR: r"(?:les? |la |l'|une? |son |sa |ses |notre |nos |leurs? |cet? |cette |ces |plusieurs )",
    }
    return re.compile(
        rf"(?: (?:today|yesterday|hier|aujourd'hui|ce \w+|on \w+|(?:à|aux?) (?:la |l')?[\w-]+|{_IN_PASSING}))? "
        rf"(?P<words>(?:{articles[language]})?[\w'&-]+(?: [\w'&-]+){{0,11}}?)"
        rf"(?= ?[.,;:]|$| [-–—(]| (?:{_ASIDES[language]})(?!\w))"
    )
