"""The function beside a name: « le secrétaire général du Pacte, Jens Lykke », “Jane Roe, Director at Roads Ltd”."""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import islice, takewhile

from editor.model.language import Language
from editor.text.bodies import body_of, house_nouns
from editor.text.forenames import is_named_here
from editor.text.letters import CAPITAL, plain
from editor.text.lexicon import alternatives, table
from editor.text.names import Candidate, find_candidates
from editor.text.offices import article_gender, gender_of, is_head, is_plural_noun, is_stop, modifiers, ranks, stops
from editor.text.patterns import pattern_of
from editor.text.portfolios import more_offices, next_portfolio
from editor.text.saying import find_sayings
from editor.values import frozen


@frozen
class Function:
    """A function as written beside a name (code points), the organisation it names, the gender its form tells."""

    start: int
    end: int
    role: str
    organisation: str = ""
    gender: str = ""
    plural: bool = False
    noun: str = ""


_WORD = pattern_of(r"[\w&/.°()'-]+")
_LEFT_STOP = pattern_of(r"[.;:!?()«»“”\"\[\]•|–—](?:(?<=[«»“”\"(\[•|])\s?|(?<=[.;:!?)\]])\s|(?<=[–—]))")
_REACH = 150
_MOST_WORDS = 14


_ASIDE = pattern_of(
    r" (?:\([A-Z]{2,}[\w&/–-]*\)|(?<=[A-Z]{2} )\([^()]{5,60}\)|"
    r"\(?par intérim\)?|ad interim|a\. ?i\.|en exercice|en fonction|à la retraite)(?=,? )"
)
"""The short form of a house behind its name or its name behind the short form, and how an office is held."""


@lru_cache(maxsize=2048)
def _without_asides(text: str) -> str:
    """Return the text with plain signs, and spaces for each short form of a house and for how an office is held."""
    return _ASIDE.sub(lambda aside: " " * len(aside.group()), plain(text))


@lru_cache(maxsize=4096)
def function_before(text: str, offset: int, language: Language, floor: int = 0) -> Function | None:
    """Return the function that ends right before a name starting at `offset`, a comma allowed between them.

    Words before `floor` belong to another name and are left alone.
    """
    flat = _without_asides(text)
    floor = max(floor, offset - _REACH)
    for stop in _LEFT_STOP.finditer(flat, floor, offset):
        if not _shortens(flat, stop.start()):
            floor = stop.end()
    return _between(text, floor, offset, language)


@lru_cache(maxsize=4096)
def _between(text: str, floor: int, offset: int, language: Language) -> Function | None:
    """Return the function that ends right before `offset` and begins at `floor` or later."""
    flat = _without_asides(text)
    end = len(flat[:offset].rstrip(" ,"))
    if end <= floor:
        return None
    apposed = "," in flat[end:offset]
    comma = flat.rfind(",", floor, end)
    words = list(_WORD.finditer(flat, floor, end))[-_MOST_WORDS:]
    head = _nearest_head(words, comma, language, apposed=apposed)
    if head is None:
        return _listed_portfolio(text, flat, floor, end, language)
    start = _left_edge(words, head, comma, language)
    if apposed and flat[start - 2 : start] == ", ":
        start = _further_office(text, start - 2, language, floor) or start
    owner, start = _owner(text, flat, start, end)
    role = text[start:end]
    noun = words[head].group().lower()
    ahead = _BEFORE_RANK.search(flat, floor, start)
    if noun in ranks() and ahead is not None and ahead.start() > floor:
        fuller = function_before(text, ahead.start(), language, floor)
        if fuller is not None:
            return fuller
    body = owner or body_of(role, language)
    gender = gender_of(role, language) or article_gender(flat, start, language)
    return Function(start, end, role, body, gender, plural=is_plural_noun(noun), noun=noun)


_LISTED = {
    Language.EN: pattern_of(
        rf"(?P<role>(?:{CAPITAL}[\w-]* )*(?P<head>[\w-]+) (?:for|of|responsible for) (?:the )?{CAPITAL}[\w'-]*"
        rf"(?: {CAPITAL}[\w'-]*)*(?:, (?:the )?{CAPITAL}[\w'-]*(?: {CAPITAL}[\w'-]*)*){{1,3}},? "
        rf"(?:and|&) (?:the |for )*{CAPITAL}[\w'-]*(?: {CAPITAL}[\w'-]*)*)$"
    ),
    Language.FR: pattern_of(
        r"(?<!\w)(?P<role>(?!(?:les?|la|une?|son|sa|leur|notre) )(?P<head>[\w-]+)(?: [a-zà-ÿ]+)? "
        r"(?:de |du |des |d'|à |aux? |chargée? )[^.,;:«»()]{2,50}"
        r"(?:, (?:de |du |des |d'|à |aux? )[^.,;:«»()]{2,40}){1,3} et (?:de |du |des |d'|à |aux? )[^.,;:«»()]{2,50})$"
    ),
}
"""A portfolio of several parts before a name: “Minister for Farms, Food and the Sea Ann Bell”."""


def _listed_portfolio(text: str, flat: str, floor: int, end: int, language: Language) -> Function | None:
    """Return a function with commas inside its portfolio."""
    match = _LISTED[language].search(flat, floor, end)
    if match is None or not is_head(match["head"], language):
        return None
    start = match.start("role")
    role = text[start:end]
    gender = gender_of(role, language) or article_gender(flat, start, language)
    return Function(start, end, role, body_of(role, language), gender, noun=match["head"].lower())


def _further_office(text: str, comma: int, language: Language, floor: int) -> int | None:
    """Return where a function begins that goes on behind a comma: « la vice-première ministre, ministre des Lacs, »."""
    start = None
    while True:
        fuller = function_before(text, comma, language, floor)
        if fuller is None or fuller.end != comma:
            return start
        if not is_head(fuller.role.split()[-1], language) and not fuller.noun.endswith(("ministre", "minister")):
            return start
        start, comma = fuller.start, fuller.start - 2
        if plain(text)[comma:start] != ", ":
            return start


_OWNED = pattern_of(
    rf"(?P<owner>{CAPITAL}[\w&.-]*(?: (?:of |the |and )?{CAPITAL}[\w&.-]*){{0,6}})(?:'s|(?<=s)') (?=[\w])"
)


def _owner(text: str, flat: str, start: int, end: int) -> tuple[str, int]:
    """Part “Roads Ltd’s Chairman” into house and function: return the house, "" for none, and where the function is."""
    owned = _OWNED.match(flat, start, end)
    if owned is None or flat[owned.end() :].split(" ", 1)[0].lower() in house_nouns():
        return "", start
    if any(is_head(word, Language.EN) for word in owned["owner"].split()):
        return "", start  # “Chairman of the Pact’s Military Committee” is one function
    return text[owned.start("owner") : owned.end("owner")], owned.end()


_BEFORE_RANK = pattern_of(r", (?:the |le |la |l')?$")


def _shortens(flat: str, offset: int) -> bool:
    """Tell whether the stop is the point of an abbreviation such as “U.S.” or “Lt.”."""
    if flat[offset] != ".":
        return False
    word = _LAST_LETTERS.search(flat, max(0, offset - 8), offset)
    return word is not None and (len(word.group()) == 1 or word.group() in _abbreviations())


_LAST_LETTERS = pattern_of(r"\b(?:[A-Z]|[A-Z][a-z]{1,4})$")


@cache
def _abbreviations() -> frozenset[str]:
    rows = table("abbreviations")
    return frozenset(rows["before_name"]) | frozenset(rows["inner"])


def _nearest_head(words: list[re.Match[str]], comma: int, language: Language, *, apposed: bool) -> int | None:
    """Walk back from the name to the noun of the function; a verb, or a word no complement holds, ends the search."""
    for index in range(len(words) - 1, -1, -1):
        word = words[index].group()
        if apposed and word.endswith("'s"):
            return None
        if is_head(word, language):
            return _first_of_heads(words, index, comma, language)
        if words[index].end() <= comma < words[-1].start() and not apposed:
            return None
        governed = index > 0 and words[index - 1].group().lower() in {"of", "for"} and word.islower()
        governed = governed or (index > 0 and (words[index - 1].group().lower(), word) == ("lutte", "contre"))
        if not governed and not _may_complement(word, language, apposed=apposed):
            return None
    return None


def _first_of_heads(words: list[re.Match[str]], index: int, comma: int, language: Language) -> int:
    """Go on to an earlier noun the first one belongs to: “Director of Communications and Spokesperson”."""
    first = index
    if words[index].end() <= comma:
        comma = words[index].string.rfind(",", 0, words[index].start())
    for back in range(index - 1, max(-1, index - 8), -1):
        word = words[back].group()
        if words[back].end() <= comma:
            break
        if is_head(word, language):
            first = back
        elif (
            word.lower() in _BETWEEN_TWO
            or not _may_complement(word, language, apposed=False)
            or (
                word.lower() in _articles(language)
                and words[back - 1].group().lower() not in {"de", "à", "majesté", "altesse"}
            )
        ):
            break
    return first


_BETWEEN_TWO = frozenset({"auprès", "avec", "sous", "chez", "par", "under", "with"})
"""Words between the functions of two persons: « l’ambassadeur auprès du président, M. Roy »."""


def _left_edge(words: list[re.Match[str]], head: int, comma: int, language: Language) -> int:
    """Return where the function begins: after its article, before its capitals and modifiers."""
    start = head
    while start > 0 and words[start].group()[:2] not in {"l'", "L'"}:
        word = words[start - 1]
        if words[start - 1].end() <= comma < words[start].start() or word.string[word.end()] != " ":
            break
        if not (_is_capital(word.group()) or word.group().lower() in modifiers(language)):
            break
        if word.group() in _openers() or word.group().lower() in _articles(language):
            break
        start -= 1
    offset = words[start].start()
    elided = re.match(r"[ldLD]'", words[start].group())
    return offset + (elided.end() if elided else 0)


@lru_cache(maxsize=4096)
def function_after(text: str, offset: int, language: Language) -> Function | None:
    """Return the function that follows a name ending at `offset`: “, Director at X,” “ (Director, X)” “ – Director”."""
    flat = plain(text)
    opener = _apposition(language).match(flat, offset)
    if opener is None:
        return _function_touching(text, flat, offset, language)
    start = opener.end()
    if _NO_APPOSITION.match(flat, start):
        return None
    end = _right_edge(text, flat, start, language, inside=")" if "(" in opener.group() else "")
    other = _next_person(text, start, end)
    if other is not None:
        end = start + len(_TRAILING_LINK.sub("", flat[start:other]))
    phrase = flat[start:end]
    words = list(_WORD.finditer(phrase))[:9]
    head = next((i for i, word in enumerate(words) if is_head(word.group(), language)), None)
    if head is None or not all(_may_precede(word.group(), language) for word in words[:head]):
        return None
    if is_plural_noun(words[head].group()) and any(_SOME.fullmatch(word.group()) for word in words[:head]):
        return None
    return _with_organisation(text, start, end, language)


_SOME = pattern_of(
    r"\d+|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|plusieurs|quelques|des|certain(?:e)?s|"
    r"three|four|five|six|seven|eight|nine|ten|several|some|many|other",
    re.IGNORECASE,
)
"""What counts others than somebody just named: « aux côtés de Jane Roe, cinq ministres »."""
_TOUCHING = pattern_of(r" (?P<first>[a-zà-ÿ][\w-]+)(?: (?P<second>[a-zà-ÿ][\w-]+))?")


def _function_touching(text: str, flat: str, offset: int, language: Language) -> Function | None:
    """Return the function that follows a name without any sign: « Luc Roy premier ministre de Gor a déclaré »."""
    match = _TOUCHING.match(flat, offset)
    if match is None:
        return None
    nouns = [
        word
        for word in (match["first"], match["second"])
        if word and is_head(word, language) and not is_plural_noun(word)
    ]
    leads = is_head(match["first"], language) or match["first"] in modifiers(language)
    of = re.compile(r"[^.,;:]{0,30}? (?:of|at|for|de|du|des|d'|à|aux?|chez)[ \w]").match(flat, match.end("first"))
    if not nouns or not leads or of is None:
        return None
    end = _right_edge(text, flat, offset + 1, language, inside="")
    if _next_person(text, offset + 1, end) is not None:
        return None  # “Harbour Party spokesperson for roads Ann Bell”: it is hers
    end = len(_LOOSE_END.sub("", flat[:end]))
    return _with_organisation(text, offset + 1, end, language) if end > match.end("first") else None


_LOOSE_END = pattern_of(r" (?:de|d'|et|and|to|pour sa part|de son côté)$")
_JOINT_OF_TWO = pattern_of(r".*,? (?:and|et) ")
_TRAILING_LINK = pattern_of(r"[ ,]*(?:(?:and|et|the|le|la|l'|ainsi que)[ ,]*)*$")
_NO_APPOSITION = pattern_of(
    r"(?:and|et|but|mais|to|for|in|on|at|with|from|by|à|pour|dans|sur|en|avec|par|chez|du|de|des) "
)
"""What follows a comma behind a name and is no function: “X, for the Office of …”."""


_ACTS_AS = {
    Language.EN: pattern_of(
        r"(?: (?:as|to be|to the post of|to the position of)|"
        r",? who (?:is|was|serves? as|served as|has been|had been)(?: (?:currently|also|now|then))?)"
        r" (?:the |its |our |their |his |her |a |an )?"
    ),
    Language.FR: pattern_of(
        r" (?:comme|en tant que|en qualité de|au poste de|aux fonctions de|à la fonction de|à titre de)"
        r" (?:la |le |l')?|"
        r",? (?:qui (?:occupait|occupe) (?:le poste|les fonctions|la fonction) (?:de |d')|qui (?:était|est|fut) )"
        r"(?:(?:aussi|également|actuellement|alors) )?(?:la |le |l')?"
    ),
}


def function_acted(text: str, offset: int, language: Language) -> Function | None:
    """Return the function a name is given by a verb: “named X as Director”, « X, qui était président de Y »."""
    flat = plain(text)
    opener = _ACTS_AS[language].match(flat, offset)
    if opener is None:
        return None
    start = opener.end()
    end = _right_edge(text, flat, start, language, inside="")
    words = list(_WORD.finditer(flat, start, end))[:7]
    head = next((i for i, word in enumerate(words) if is_head(word.group(), language)), None)
    if head is None or not all(_may_precede(word.group(), language) for word in words[:head]):
        return None
    return _with_organisation(text, start, end, language)


def _with_organisation(text: str, start: int, end: int, language: Language) -> Function:
    """Part “Director at Roads Ltd” into function and organisation; “of”, « de » keep theirs inside the function."""
    flat = plain(text)
    owner, start = _owner(text, flat, start, end)
    joint = _AT[language].search(flat, start, end)
    if owner:
        role, organisation = text[start:end], owner
    elif joint is not None:
        role, organisation = text[start : joint.start()], text[joint.end() : end].strip()
        end = joint.start()
    else:
        role = text[start:end]
        organisation = body_of(role, language) or _next_body(text, flat, end)
    noun = next((word.lower() for word in re.findall(r"[\w-]+", plain(role)) if is_head(word, language)), "")
    gender = gender_of(role, language) or article_gender(flat, start, language)
    return Function(start, end, role.strip(), organisation, gender, noun=noun)


_AT = {
    Language.EN: pattern_of(
        r"(?<![Pp]ersons)(?<![Pp]eople)(?<![Cc]hildren)(?<![Aa]dults) (?:at|with|from) (?:the )?(?=\S)"
    ),
    Language.FR: pattern_of(r" (?:chez|auprès de) (?=\S)"),
}


def _next_body(text: str, flat: str, end: int) -> str:
    """Return an organisation that follows a function after a comma: “Product Manager, Heroku Postgres”."""
    match = _NEXT_BODY.match(flat, end)
    if match is None or is_head(match[1].split()[0], Language.EN) or _next_person(text, *match.span(1)) is not None:
        return ""
    return text[match.start(1) : match.end(1)]


def _next_person(text: str, start: int, end: int) -> int | None:
    """Return where the words about the next person begin inside a stretch; None where it names nobody.

    An honorific tells a person, and so does a function of one's own right before a full name.
    """
    for language in Language:
        candidates = find_candidates(text, language)
        first = bisect_left(candidates, start, key=lambda candidate: candidate.outer)
        for candidate in takewhile(lambda candidate: candidate.outer < end, islice(candidates, first, None)):
            if candidate.trailing:
                continue
            if candidate.honorific:
                return candidate.outer
            before = function_before(text, candidate.outer, language, start) if candidate.is_full else None
            if before is not None and before.end == candidate.outer - 1 and is_head(before.role.split()[-1], language):
                joint = _JOINT_OF_TWO.search(plain(text), before.start, before.end)
                return joint.end() if joint is not None and before.start == start else before.start
            if is_named_here(plain(text), candidate) or _has_own(text, candidate, language):
                return candidate.outer
    return None


_AND_END = pattern_of(r"\b(?:et|and) $")
_NEXT_NOUN = pattern_of(r", (?:[\w'-]+ )?([\w-]+)")


def _has_own(text: str, candidate: Candidate, language: Language) -> bool:
    """Tell whether a full name behind “and” has a function of its own: « … du port et Anne Roy, responsable de … »."""
    flat = plain(text)
    if not candidate.is_full or _AND_END.search(flat, max(0, candidate.outer - 4), candidate.outer) is None:
        return False
    behind = _NEXT_NOUN.match(flat, candidate.end)
    first = _WORD.match(flat, candidate.end + 2) if behind is not None else None
    nouns = [behind[1] if behind is not None else "", first.group() if first is not None else ""]
    return any(is_head(noun, language) for noun in nouns if noun)


_NEXT_BODY = pattern_of(
    rf", ((?:the )?{CAPITAL}[\w&'-]*(?: (?:of|de|and|et|for|the|{CAPITAL}[\w&'-]*)){{0,9}})(?=\.|$|,)"
)


def _right_edge(text: str, flat: str, start: int, language: Language, *, inside: str) -> int:
    """Return where an apposition ends: at the comma, bracket, mark, full stop or verb of saying that follows it."""
    if inside:
        close = flat.find(inside, start)
        return close if close >= 0 else len(flat)
    end = len(flat)
    held = start
    for stop in _RIGHT_STOP.finditer(flat, start, start + 260):
        if stop.start() < held:
            continue
        listed = more_offices(flat, stop.start(), language) if flat[stop.start()] == "," else None
        if listed is None and flat[stop.start()] == ",":
            listed = next_portfolio(flat, start, stop.start(), language)
        if listed is not None:
            held = listed
        elif not _shortens(flat, stop.start()) or stop.end() >= len(flat):
            end = stop.start()
            break
    end = min(end, start + 260)
    for saying in find_sayings(text, language):
        if (
            start < saying.start < end
            and (not saying.weak or _GOVERNS.match(flat, saying.end))
            and not (saying.weak and _NOUN_AHEAD.search(flat, start, saying.start))
        ):
            end = min(end, saying.start)
            break
    verb = _FINITE[language].search(flat, start, end)
    end = verb.start() if verb else end
    return len(flat[:end].rstrip(" ,-–—"))


_GOVERNS = pattern_of(r" (?:l[ea]s? |l'|une? |ce |cette |ces |son |sa |ses |que |qu'|: |[«“\"])")
_NOUN_AHEAD = pattern_of(
    r"(?:\b(?:de|du|des|la|le|les|un|une|et|à|au|aux|en|of|the|a|and|for)|[dl]') ?$", re.IGNORECASE
)
"""A word that makes a noun of the form behind it: « chargée de la note », unlike « …, membre du bureau note que »."""
_RIGHT_STOP = pattern_of(r",|;|:|[.!?](?=\s|$)|\((?!\w{2,8}°?\))|(?<![\w°])\)|[«»“”\"\[]| [-–—] ")
_FINITE = {
    Language.EN: pattern_of(
        r" (?:is|are|was|were|has|have|had|will|would|who|which|whose|met|in an?|since|during|can|today|"
        r"for an?|to (?:replace|succeed|lead|take|become|serve|help|join|oversee|head|run))(?= )"
    ),
    Language.FR: pattern_of(
        r" (?:est|sont|a|ont|était|avait|qui|dont|peut|lors|au sein|depuis|dans|sera|aujourd'hui)(?= )|"
        r" pour (?=[a-zà-ÿ]+(?:er|ir|re)\b)"
    ),
}


def subject_function(flat: str, start: int, end: int, language: Language) -> int | None:
    """Return where a function ends that begins with its article: “The Prime Minister …”; None for none."""
    match = _SUBJECT[language].match(flat, start, end)
    if match is None:
        return None
    found = None
    for word in _WORD.finditer(flat, match.end(), min(end, match.end() + 80)):
        text = word.group()
        if is_head(text, language):
            found = word.end()
        elif not (_is_capital(text) or text.lower() in modifiers(language)):
            break
    return found


_SUBJECT = {
    Language.EN: pattern_of(r"(?:The|Our|Its|His|Her) ", re.IGNORECASE),
    Language.FR: pattern_of(r"(?:Le |La |L'|Son |Sa |Notre )", re.IGNORECASE),
}


def _may_complement(word: str, language: Language, *, apposed: bool) -> bool:
    """Tell whether a word may stand between the noun of a function and the name."""
    low = word.lower()
    if _is_capital(word) or low in _links(language) or low in modifiers(language):
        return True
    if language is Language.FR:
        return not is_stop(low, language) and not low.endswith(("ait", "aient", "èrent"))
    return apposed and low not in stops(language) and not low.endswith("ed")


def _may_precede(word: str, language: Language) -> bool:
    """Tell whether a word may stand in an apposition before its noun."""
    low = word.lower()
    if len(word) > 1 and word.isupper():
        return True
    return low not in stops(language) and (low in _articles(language) or not low.endswith(("ed,", "ing,")))


def _is_capital(word: str) -> bool:
    bare = re.sub(r"^[dlDL]'", "", word)
    return bare[:1].isupper() or (bare[:1] in "&(" and len(bare) > 0)


@cache
def _apposition(language: Language) -> re.Pattern[str]:
    # An indefinite article is kept, as part of what is said of somebody: “a member of the team”.
    articles = alternatives(sorted(_articles(language) - {"a", "an", "un", "une"}))
    now = "(?:(?:currently|presently|actuellement|jusqu'alors|jusqu'ici) )?"
    return re.compile(rf"(?:,| ?\(| [-–—])\s?{now}(?:(?:{articles})(?: |(?<='))|l')?(?=[\w])", re.IGNORECASE)


@cache
def _articles(language: Language) -> frozenset[str]:
    key = {
        Language.EN: "the a an our its his her their your my",
        Language.FR: "le la les un une notre son sa leur l' nos ses",
    }
    return frozenset(key[language].split())


@cache
def _links(language: Language) -> frozenset[str]:
    key = {
        Language.EN: "of for the to and in on at & de des du la",
        Language.FR: "de du des d' la le les l' et en aux au à pour chargé chargée en charge sur & of",
    }
    return frozenset(key[language].split())


@cache
def _openers() -> frozenset[str]:
    return frozenset(table("titles")["openers"])
