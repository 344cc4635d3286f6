"""Persons of a release: their names, functions, organisations and countries, and every place that names them."""

import re
from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from editor.model.language import Language
from editor.text.forenames import has_forename, is_full_name, is_lent
from editor.text.functions import Function, function_acted, function_after, function_before
from editor.text.letters import CAPITAL, plain
from editor.text.lexicon import first_names, words
from editor.text.names import Candidate, find_candidates
from editor.text.offices import is_head
from editor.text.patterns import pattern_of
from editor.text.saying import find_sayings
from editor.values import frozen

Place = tuple[int, int, int]
"""Paragraph, start and end in code points of that paragraph."""


@frozen
class KnownPerson:
    """Somebody the office knows: a participant of the release or an entry of its directory."""

    name: str
    role: str = ""
    organisation: str = ""
    country: str = ""


@frozen
class FoundPerson:
    """Somebody the release names. `gender` ("m", "f", "") is told by titles and honorifics alone, never by a name.

    `country` is an ISO 3166-1 alpha-2 code or ""; `known` tells that the name came from a list handed in.
    """

    name: str
    role: str = ""
    honorific: str = ""
    organisation: str = ""
    country: str = ""
    gender: str = ""
    known: bool = False
    mentions: tuple[Place, ...] = ()


@frozen
class Sighting:
    """A candidate in its paragraph with what stands beside it.

    `forenamed` tells a full name by its first name, `lent` one that a street, a school or a prize bears.
    """

    candidate: Candidate
    function: Function | None
    speaks: bool
    affiliation: str = ""
    listed: bool = False
    articled: bool = False
    forenamed: bool = False
    lent: bool = False


@lru_cache(maxsize=2048)
def find_sightings(text: str, language: Language) -> tuple[Sighting, ...]:
    """Return the candidates of one paragraph with the functions and verbs beside them."""
    found: list[Sighting] = []
    taken = 0
    previous: Sighting | None = None
    flat = plain(text)
    for candidate in (_own_name(text, each, language) for each in find_candidates(text, language)):
        if flat.endswith(("St. ", "Ste. ", "St-", "Ste-"), 0, candidate.start) and not candidate.is_full:
            continue
        if not candidate.honorific and (_COMPANY.match(flat, candidate.end) or candidate.name.startswith("Les ")):
            continue
        if candidate.outer < taken and not candidate.honorific:
            continue
        function = _function(text, candidate, taken, language)
        if function is not None:
            taken = max(taken, function.end, candidate.end)
        sighting = Sighting(
            candidate,
            function,
            not _completes_function(text, candidate, language)
            and (
                _speaks(text, candidate, function, language)
                or _takes_over(flat, candidate, language)
                or _has_age(flat, candidate)
                or _has_party(flat, candidate)
                or _fills_bracket(flat, candidate, language)
                or _is_somebody(flat, candidate)
                or _is_partisan(flat, candidate)
                or _gives_opinion(flat, candidate, function)
                or _has_origin(text, candidate, language)
            ),
            _affiliation(text, candidate),
            previous is not None and not candidate.trailing and _continues_list(text, previous, candidate),
            _is_articled(flat, candidate, language) and not _has_origin(text, candidate, language),
            has_forename(flat, candidate),
            is_lent(flat, candidate),
        )
        found.append(sighting)
        if text[candidate.outer - 1 : candidate.outer] != "(":
            previous = sighting
    return tuple(found)


_COMPANY = pattern_of(r",? (?:[Ii]nc|[Ll]tée|Ltd|LLC|plc|PLC|GmbH|SAS|SARL|S\.A\.)(?!\w)")
"""What follows the name of a company: “Anne Bel Inc.” is nobody."""
_WORD_BEFORE = pattern_of(r"([\w'-]+) $")


def _is_articled(flat: str, candidate: Candidate, language: Language) -> bool:
    """Tell whether an article or an institution's capitals stand right before a name: “the European Glacier Watch”."""
    before = _WORD_BEFORE.search(flat, max(0, candidate.outer - 40), candidate.outer)
    if before is None:
        return flat.endswith(("l'", "L'"), 0, candidate.outer)
    word = before[1]
    if word.endswith("'s") and word[:-2].isupper():
        return False  # “NEU’s Kevin Dorn”: one of a union
    if word[1:2] == "'" and word[2:3].islower():
        return False  # « C’est Luc Roy qui »: a capital of the sentence alone
    if word.lower() in {"the", "le", "la"}:
        return True
    return word[:1].isupper() and word not in words("titles", "openers") and not is_head(word, language)


_TAKES_OVER = {
    Language.EN: pattern_of(
        r"\b(?:succeeds|succeeded|succeeding|replaces|replaced|replacing|appointed|appoints|nominated|nominates|elected|"
        r"appointment of|nomination of|election of|"
        r"(?:chaired|moderated|accompanied|joined|succeeded|replaced) by|"
        r"(?:[Ee]lected|[Aa]ppointed|[Nn]amed|[Cc]hosen)(?: as [^.:;]{2,60})?:) $"
    ),
    Language.FR: pattern_of(
        r"\b(?:succède à|succédera à|succédant à|a succédé à|remplace|remplacera|remplaçant|a nommé|a élu|"
        r"nomination de|nomination d'|élection de|élection d'|"
        r"(?:présidé|animé|modéré|accompagné|rejoint|remplacé)e?s?"
        r"(?: (?:à|dans|en) [^.,;:«»]{2,30})? par|"
        r"(?:[ÉEé]lu|[Nn]ommé|[Dd]ésigné)e?s?(?: comme [^.:;]{2,60})? :) ?$"
    ),
}
_IS_CHOSEN = {
    Language.EN: pattern_of(
        r" (?:(?:has|had) been|is|was|will be) (?:also |now |unanimously |re-?)?"
        r"(?:appointed|elected|nominated|promoted)(?!\w)|"
        r" (?:met with|held talks|travell?ed to|arrived in|flew to|was born|has died|died|retired|resigned|"
        r"stepped down|steps down|was sworn in|took office|was received|co-chaired|(?:has |had )?(?:headed|chaired)|"
        r"(?:has |had )?served as|serves as|(?:has |had )?worked as|works as|has led|had led)(?!\w)|"
        rf" (?:heads|chairs) (?:(?:the|an?|its|their|our) |{CAPITAL})"
    ),
    Language.FR: pattern_of(
        r" (?:(?:a|avait) (?:également |aussi )?été|est|était|sera) (?:ainsi |également )?"
        r"(?:nommé|élu|réélu|promu|désigné|choisi|reconduit|investi|titularisé|intronisé|réinvesti|coopté)e?(?!\w)|"
        r" (?:recevra|hérite|héritera|prendra la tête|prend la tête|prend ses fonctions|conservera|conserve son poste)"
        r"(?!\w)|"
        r" (?:s'est (?:aussi |également |ensuite )?(?:entretenu|rendu)e?|a (?:aussi |également )?été reçue?|"
        r"sera reçue?|se rendra|s'entretiendra|a prêté serment|est (?:née?|décédée?)|a démissionné|"
        r"(?:dirige|préside|dirigeait|présidait|est à la tête|était à la tête|occupe le poste|occupait le poste|"
        r"exerce les fonctions|exerçait les fonctions|travaille comme|siège au))(?!\w)"
    ),
}


def _takes_over(flat: str, candidate: Candidate, language: Language) -> bool:
    """Tell whether a verb beside a name only takes persons: “succeeds X”, « nomination de X », “X was elected”."""
    if _IS_CHOSEN[language].match(flat, candidate.end) is not None:
        return True
    return _TAKES_OVER[language].search(flat, max(0, candidate.outer - 80), candidate.outer) is not None


_LONG_NAME = 3


def _own_name(text: str, candidate: Candidate, language: Language) -> Candidate:
    """Leave out what is no name at its beginning: « le maire de Gap Luc Bel », « le Fribourgeois Luc Bel »."""
    if candidate.name.count(" ") + 1 < _LONG_NAME or candidate.honorific:
        return candidate
    if not (
        _completes_function(text, candidate, language)
        or _opens_with_origin(text, candidate, language)
        or _ends_complement(text, candidate)
    ):
        return candidate
    first = plain(text).index(" ", candidate.start) + 1
    if not text[first : first + 1].isupper():
        return candidate
    return replace(candidate, start=first, outer=first, name=candidate.name.split(" ", 1)[1])


_COMPLEMENT = pattern_of(r"\b(?:of|with|for|and|de|des|du|et) (?:the )?$|\b[dl]'$", re.IGNORECASE)


def _ends_complement(text: str, candidate: Candidate) -> bool:
    """Tell whether a complement ends in a name's first word: “Minister of Persons with Disabilities Ann Bell”."""
    first, second, *_ = candidate.name.split()
    known = first_names()
    if second not in known or first in known:
        return False
    start = max(0, candidate.outer - 9)
    return first[:2] in {"d'", "d’"} or _COMPLEMENT.search(plain(text), start, candidate.outer) is not None


_ORIGIN = pattern_of(r"(?:[Ll]e|[Ll]a|[Aa]u|[Dd]u|[Ll]a jeune|[Ll]e jeune) $|[Ll]'$")
_INHABITANT = pattern_of(
    rf"{CAPITAL}[\w-]+(?:ois|oise|ais|aise|ien|ienne|éen|éenne|and|ande|ol|ole|ain|aine|ard|arde|an|ane) "
)


def _opens_with_origin(text: str, candidate: Candidate, language: Language) -> bool:
    """Tell whether a French article and the name of a town's people open a name: « le Fribourgeois Mathieu Bel »."""
    if language is not Language.FR or _INHABITANT.match(text, candidate.start) is None:
        return False
    return _ORIGIN.search(plain(text), max(0, candidate.start - 9), candidate.start) is not None


def _has_origin(text: str, candidate: Candidate, language: Language) -> bool:
    """Tell whether a full name stands behind the name of a people or of a town's people, with its article."""
    if language is not Language.FR or not candidate.is_full:
        return False
    flat = plain(text)
    before = re.compile(rf"{CAPITAL}[\w-]+ $").search(flat, max(0, candidate.outer - 30), candidate.outer)
    if before is None or _INHABITANT.match(flat, before.start()) is None:
        return False
    return _ORIGIN.search(flat, max(0, before.start() - 9), before.start()) is not None


_AGE = pattern_of(r"(?:, | \()(?:aged )?\d{1,2}(?: ans|-year-old| years old)?(?:[,.)]| et | and )")


_PARTY = pattern_of(
    r" \((?:LREM|LaREM|RE|EPR|PS|LR|UMP|UDI|MoDem|EELV|LE|PCF|LFI|RN|FN|DVG|DVD|DVC|SE|LIOT|PRG|PLQ|PQ|CAQ|QS|PLC|"
    r"PCC|NPD|BQ|"
    r"MR|cdH|Ecolo|DéFI|PTB|N-VA|CD&V|PLR|UDC|PDC|PVL|Vert(?:e?s)?|CDU|CSU|SPD|FDP|Con|Lab|Lib ?Dem|SNP|DUP|NDP|Lib|"
    r"[DRI]-[A-Z][\w. -]{1,20})[,)]|, [DRI]-[A-Z][\w.]{1,14}(?=[, ])"
)
"""The party of a member behind the name: « (LREM) », “, D-Vermont”."""


def _has_party(flat: str, candidate: Candidate) -> bool:
    return candidate.is_full and _PARTY.match(flat, candidate.end) is not None


_SOMEBODY = pattern_of(
    r"\b(?:homme|femme|fille|fillette|garçon|adolescente?|dame|mère|père|étudiante?|élève|man|woman|girl|boy|teenager|"
    r"mother|father|student|pupil)(?: (?:de|d'|of|from|aged) [^,.;:]{2,30})?, $"
)


def _is_somebody(flat: str, candidate: Candidate) -> bool:
    """Tell whether a full name stands behind a noun for any person: « une fille de neuf ans, Ada Roy, »."""
    return _stands_behind(_SOMEBODY, 60, flat, candidate)


_ASKED = pattern_of(r"(?:\A|[.!?»”] )(?:Pour|Selon|D'après|For|According to) $")
_QUOTED = pattern_of(r"(?:[^.;:«»“”\"]|\.(?=\w)){0,60}, [«“\"]")


def _gives_opinion(flat: str, candidate: Candidate, function: Function | None) -> bool:
    """Tell whether a known first name opens a full name whose opinion is quoted: « Pour Luc Roy, gérant, « … » »."""
    end = function.end if function is not None and function.start > candidate.end else candidate.end
    asked = _ASKED.search(flat, max(0, candidate.outer - 16), candidate.outer) is not None
    return asked and is_full_name(candidate) and _QUOTED.match(flat, end) is not None


_PARTISAN = pattern_of(
    r"(?:\b[Ll]e |\b[Ll]a |\b[Ll]'|\b[Dd]u |\b[Aa]u |\b[Tt]he )(?:socialiste|écologiste|écolo|communiste|centriste|"
    r"républicaine?|macroniste|mélenchoniste|lepéniste|frontiste|insoumise?|libérale?|libérale?-radicale?|conservatrice|"
    r"travailliste|démocrate|démocrate-chrétienne?|radicale?|souverainiste|péquiste|caquiste|solidaire|néo-démocrate|"
    r"bloquiste|indépendantiste|nationaliste|humaniste|villepiniste|gaulliste|sarkozyste|verte?|trentenaire|"
    r"quadragénaire|quinquagénaire|sexagénaire|septuagénaire|octogénaire|socialist|Conservative|Democrat|Republican|"
    r"Liberal|Labour)(?: [a-zà-ÿ-]+)? $"
)


def _is_partisan(flat: str, candidate: Candidate) -> bool:
    """Tell whether a full name stands behind its party or age: « la socialiste liégeoise Anne Bel »."""
    return _stands_behind(_PARTISAN, 50, flat, candidate)


def _stands_behind(lead: re.Pattern[str], reach: int, flat: str, candidate: Candidate) -> bool:
    """Tell whether a full name that ends here stands right behind what a pattern matches, `reach` code points back."""
    if not candidate.is_full or candidate.trailing:
        return False
    return lead.search(flat, max(0, candidate.outer - reach), candidate.outer) is not None


_BRACKETED = pattern_of(r"([\w-]+s) \($")


def _fills_bracket(flat: str, candidate: Candidate, language: Language) -> bool:
    """Tell whether a full name opens a bracket that says who is meant by a plural: « ses joueuses (A. Bel, …) »."""
    before = _BRACKETED.search(flat, max(0, candidate.outer - 30), candidate.outer)
    return before is not None and candidate.is_full and is_head(before[1], language)


def _has_age(flat: str, candidate: Candidate) -> bool:
    """Tell whether an age follows a name of two words or more: “Mollie Tanner, 61,”, « Luc Bel (34 ans) »."""
    return candidate.is_full and _AGE.match(flat, candidate.end) is not None


def _completes_function(text: str, candidate: Candidate, language: Language) -> bool:
    """Tell whether a name without honorific is what a function is of: “the High Commissioner for Displaced Persons”."""
    if candidate.honorific:
        return False
    before = function_before(text, candidate.outer, language)
    if before is None or (candidate.is_full and _NEXT_ONE.search(plain(before.role))):
        return False
    return _LINK_END.search(plain(before.role)) is not None


_NEXT_ONE = pattern_of(r", (?:and|et)$")
"""What ends an apposition and leads to another full name: “Anne Bel, the former mayor, and Luc Roy”."""


def _function(text: str, candidate: Candidate, taken: int, language: Language) -> Function | None:
    """Return the function beside a candidate; words that served the name before do not serve this one."""
    before = function_before(text, candidate.outer, language, taken)
    if not candidate.is_full and not candidate.honorific:
        if candidate.name in first_names() and not candidate.trailing:
            behind = function_after(text, candidate.end, language)
            if behind is not None:
                return behind
        if before is None or before.plural or before.start < taken or before.end != candidate.outer - 1:
            return None
        return before if is_head(before.role.split()[-1], language) else None
    if before is not None and (before.start < taken or _LINK_END.search(plain(before.role))):
        before = None
    if before is None and not candidate.trailing:
        before = _royal(text, candidate)
    if candidate.trailing or (before is not None and not _is_rank(before, candidate)):
        return before
    behind = function_after(text, candidate.end, language)
    return behind or before or function_acted(text, candidate.end, language)


_THRONE = pattern_of(
    r"(?:SM|S\.M\.|SAR|S\.A\.R\.|HM|HRH|Sa Majesté|His Majesty|Her Majesty) (?:le |la |the )?(?P<noun>\w+) $"
)


def _royal(text: str, candidate: Candidate) -> Function | None:
    """Return the function inside a royal form of respect: « SM le Roi Mohammed VII »."""
    throne = _THRONE.search(text, max(0, candidate.start - 40), candidate.start)
    if throne is None or throne["noun"].lower() not in words("titles", "royal"):
        return None
    start, end = throne.span("noun")
    return Function(start, end, throne["noun"], noun=throne["noun"].lower())


def _is_rank(function: Function, candidate: Candidate) -> bool:
    """Tell whether a function is only a rank, so that the office behind the name tells more: “Air Chief Marshal”."""
    if function.noun not in words("titles", "ranks") or function.end + 1 != candidate.outer:
        return False
    return _POSTED_TO.search(_OF_ARMS.sub("", plain(function.role))) is None


_OF_ARMS = pattern_of(
    r" (?:de |d'|du |des |of the )(?:l'|la )?(?:armées?(?: aérienne| de terre| de l'air)?|air|brigade(?: aérienne)?|"
    r"division(?: aérienne)?|corps(?: d'armée| aérien)?|vaisseau|frégate|corvette|escadre|flotte|gendarmerie|aviation|"
    r"infanterie|cavalerie|artillerie|police|army|navy|air force|fleet)\b",
    re.IGNORECASE,
)
_POSTED_TO = pattern_of(r" (?:of|for|to|at|in|de|du|des|auprès|en|au|aux|à|chez) | d'", re.IGNORECASE)
_LINK_END = pattern_of(
    r"(?:^| )(?:of|for|at|the|to|and|in|on|with|de|du|des|la|le|les|et|aux|au|chez|à|pour|d'|l')$", re.IGNORECASE
)
_AFFILIATION = pattern_of(
    rf"(?: (?:from|of|at|de|du|chez|d')|,? for) ?(?:the |la |l')?((?:{CAPITAL}[\w.&'-]*)"
    rf"(?: (?:(?:of|for|de|du|des|and|et|to) (?:the |la |l')?)?{CAPITAL}[\w.&'-]*){{0,9}})"
)


def _affiliation(text: str, candidate: Candidate) -> str:
    """Return the house that follows a name, as in “Tjerk Jansen from Roads Ltd”."""
    match = _AFFILIATION.match(plain(text), candidate.end)
    return text[match.start(1) : match.end(1)].rstrip(".") if match else ""


_NEAR = pattern_of(r"[ ,]*(?:(?:qui|who) )?(?:(?:today|also|further|then|et|and|ainsi|, for (?:his|her) part,?)[ ,]+)?")
_ASIDE = pattern_of(
    r"(?:,[^,.;:«»“”\"]{2,160}|,? \([^)]{1,80}\)| (?:of|from|de|du|des|at|chez) [^,.;:«»“”\"]{2,60}),? ?"
)


def _speaks(text: str, candidate: Candidate, function: Function | None, language: Language) -> bool:
    """Tell whether a verb of saying stands right before or after the name, its function or an aside between them."""
    flat = plain(text)
    starts = {candidate.outer, function.start if function and function.end <= candidate.outer else candidate.outer}
    ends = [candidate.end, *([function.end] if function and function.start > candidate.end else [])]
    asides = [match.end() for match in (_ASIDE.match(flat, end) for end in tuple(ends)) if match]
    sayings = find_sayings(text, language)
    first = bisect_left(sayings, min(starts) - _FARTHEST_AHEAD, key=lambda saying: saying.end)
    for saying in islice(sayings, first, None):
        if saying.start > max((*ends, *asides)) + _FARTHEST_VERB:
            break
        gap = flat[saying.end : max(starts)]
        ahead = any(0 < start - saying.end <= _FARTHEST_AHEAD for start in starts)
        if ahead and _BEFORE.fullmatch(gap[: min(starts) - saying.end]):
            return True
        if any(_is_near(flat, end, saying.start) for end in (*ends, *asides)):
            return True
        if saying.weak or not saying.introduces:
            continue
        if any(0 < saying.start - end < _FARTHEST_VERB and _ASIDE.fullmatch(flat, end, saying.start) for end in ends):
            return True
    return False


_FARTHEST_AHEAD, _FARTHEST_VERB = 40, 90
"""So many code points may part a name from a verb of saying before it, and behind it."""
_BEFORE = pattern_of(r" (?:le |la |l'|the |an? |une? )?(?:(?!in |on |at |to |by |à |en |par |de |pour )[\w-]+ ){0,2}")


def _is_near(flat: str, end: int, start: int) -> bool:
    if not 0 <= start - end <= 24:
        return False
    near = _NEAR.match(flat, end, start)
    return near is not None and near.end() == start


_LIST_JOINT = pattern_of(
    r"(?:,? (?:of|de|du|des|from)[^,.;:«»“”\"]{2,50}| \([^)]{2,60}\))?"
    r"(?:, | and | et |, and | ainsi que |; )(?:de |d')?"
)


def _continues_list(text: str, previous: Sighting, candidate: Candidate) -> bool:
    """Tell whether a name goes on with an enumeration: “Ministers A. Bell, C. Dorn and E. Falk”."""
    flat = plain(text)
    if not 0 < candidate.outer - previous.candidate.end <= 80:
        return False
    return _LIST_JOINT.fullmatch(flat, previous.candidate.end, candidate.outer) is not None
