"""The words that attribute a quote: « a déclaré M. X » after it, “X said:” before it, a signature behind a dash."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.forenames import is_full_name
from editor.text.functions import subject_function
from editor.text.houses import document_of, is_house
from editor.text.letters import CAPITAL
from editor.text.lexicon import alternatives, verbs
from editor.text.papers import without_verb, written
from editor.text.patterns import pattern_of
from editor.text.reading import Attribution, Naming, Reading
from editor.text.register import Mention
from editor.text.saying import Manner, Saying
from editor.text.subjects import (
    bare_body,
    has_subject,
    holds_head,
    is_office,
    named_behind,
    named_by,
    noun_phrase,
    post_shape,
    subject_after,
    subject_before,
)

# -- after the quote ---------------------------------------------------------------------------------------------------

_STEP = pattern_of(r"[ ,;–—-]*")


@lru_cache(maxsize=2048)
def after_quote(reading: Reading, start: int, stop: int) -> Attribution | None:
    """Return the attribution that begins right after a quote whose closing mark ends at `start`."""
    signed = _signature(reading, start, stop)
    if signed is not None:
        return signed
    framed = _framed(reading, start, stop) or written(reading, start, stop) or _colon_named(reading, start, stop)
    if framed is not None:
        return framed
    begin = _STEP.match(reading.flat, start, stop)
    first = begin.end() if begin else start
    if first >= stop or reading.flat[first] in ".!?:)…":
        return None
    end = _clause_end(reading, first, stop)
    fresh = "," not in reading.flat[start:first] and _begins_sentence(reading, first)
    spoken = [saying for saying in reading.sayings if first <= saying.start < end]
    if not spoken:
        return (
            _according(reading, first, end)
            or _bare_signature(reading, start, first, end)
            or _unlisted_verb(reading, first, end)
        )
    return _verbal(reading, first, end, spoken[0], fresh=fresh)


def _verbal(reading: Reading, first: int, end: int, saying: Saying, *, fresh: bool) -> Attribution | None:
    prefix = reading.flat[first : saying.start].strip(" ,–—-")
    if saying.inverted and len(prefix.split()) <= 4:
        return Attribution(
            saying.start, saying.end, "post-pron", Naming.PRONOUN, gender=saying.pronoun, verb=_infinitely(saying)
        )
    if saying.manner is Manner.INFINITIVE and _OF.fullmatch(prefix):
        found = subject_after(reading, saying, end)
        return found if found is not None and found.naming is not Naming.NOBODY else None
    if saying.manner in {Manner.PARTICIPLE, Manner.INFINITIVE}:
        return None
    if not prefix or _lead_in(reading.language).fullmatch(prefix):
        found = subject_after(reading, saying, end)
        return found if found is not None and not (saying.weak and found.naming is Naming.NOBODY) else None
    if _JOINS.match(prefix) is not None:
        found = subject_before(reading, first, saying, "post")
        return replace(found, strong=False) if found is not None else None
    if fresh and not _is_short_clause(reading, saying, end):
        return None
    return subject_before(reading, first, saying, "post")


_OF = pattern_of(r"(?:et )?(?:de|d')", re.IGNORECASE)
"""What leads to an infinitive that tells a speaker: « …, de dire M. X », « …, d’ajouter la ministre »."""
_JOINS = pattern_of(r"(?:and|but|while|whereas|et|mais|tandis qu|alors qu|pendant qu)(?:e\b|'|\b)")
"""What opens a clause of its own behind a quote: such a clause rather introduces the next one."""


def _is_short_clause(reading: Reading, saying: Saying, end: int) -> bool:
    """Tell whether a new sentence after the quote does nothing but attribute it, such as “Martin added”."""
    rest = reading.flat[saying.end : end].strip(" .")
    if not reading.flat[:end].rstrip().endswith((".", "!", "?")):
        return False
    return len(rest.split()) <= 3 and not rest.endswith((":", "that", "que"))


def _signature(reading: Reading, start: int, stop: int) -> Attribution | None:
    """Read « … » – Jane Roe, Director, or “…” (Jane Roe): a dash or bracket and a name right behind it."""
    dash = re.compile(r"[.,]?\s*(?:[-–—]{1,2}|\()\s*").match(reading.flat, start, stop)
    if dash is None:
        return None
    for mention in reading.mentions:
        if mention.start <= dash.end() + 30 and mention.outer == dash.end():
            return named_by(mention, dash.start(), mention.end, "dash", None)
    for candidate in reading.candidates:
        if candidate.outer == dash.end() and candidate.is_full:
            return Attribution(dash.start(), candidate.end, "dash", Naming.BODY, candidate.name)
    return None


_FRAMES = pattern_of(
    r"[\s:;,.–—-]*(?:(?:[Cc]'est|[Cc]e fut|[Cc]e sont|[Ee]t c'est) (?:(?:(?:en|par|avec|sur|dans|de) )?"
    r"(?:ces|ce|cet|cette|le|la) (?:[\wé]+ )?(?:termes?|mots?|paroles?|phrases?|formules?|rappel|constat|message|appel|"
    r"conviction|ton|propos|souhait|exhortation|avertissement|déclaration|promesse|question|expression|image|slogan|"
    r"invitation|citation|vœux?)|ainsi)(?: que| qu')|[Vv]oilà comment|[Vv]oici comment|[Cc]es mots sont(?: ceux)? de|"
    r"[Aa]insi parle|[Aa]insi s'exprime|"
    r"(?:[Ww]ith|[Ii]n) (?:these|those) words,?|(?:[Tt]hese|[Tt]hose|[Ss]uch) (?:are|were) the words of|"
    r"(?:[Tt]his|[Tt]hat) is how) ?"
)


def _framed(reading: Reading, start: int, stop: int) -> Attribution | None:
    """Read « … » : c’est en ces termes que Jane Roe a présenté…; “…” These were the words of Jane Roe."""
    frame = _FRAMES.match(reading.flat, start, stop)
    if frame is None:
        return None
    for mention in reading.mentions:
        if frame.end() <= mention.start < stop and mention.outer <= frame.end() + 12:
            return named_by(mention, start, mention.end, "post", None, words=frame.group().strip(" :;,.–—-"))
    return None


_COLON = pattern_of(r" ?: ")


def _colon_named(reading: Reading, start: int, stop: int) -> Attribution | None:
    """Read « … » : Jane Roe s’oppose à…: a quote, a colon and who says it, as headlines have them."""
    colon = _COLON.match(reading.flat, start, stop)
    named = [each for each in reading.mentions if colon is not None and each.outer == colon.end()]
    return named_by(named[0], start, named[0].end, "label", None) if named else None


def _bare_signature(reading: Reading, start: int, first: int, end: int) -> Attribution | None:
    """Read “…”, Jane Roe, Director: a name behind a comma that ends the paragraph without a verb."""
    opened = reading.flat.lstrip(" •")[:1] in '«“"'
    if end < len(reading.flat.rstrip()) or not ("," in reading.flat[start:first] or opened):
        return None
    for mention in reading.mentions:
        if mention.outer == first:
            return named_by(mention, first, mention.end, "dash", None)
    return None


_PRONOUN_VERB = pattern_of(r"(?P<who>he|she|they) (?P<verb>[a-z]+(?:ed|s))(?=[.,:;]|$| (?:with|in|to|at|of|from)\b)")


def _unlisted_verb(reading: Reading, first: int, end: int) -> Attribution | None:
    """Read a verb no table has where a name follows it at once: « …», a soupiré M. X; “…” laughed Jane Roe."""
    spoken = _PRONOUN_VERB.match(reading.flat, first, end)
    if spoken is not None and reading.language is Language.EN and "," in reading.flat[max(0, first - 4) : first]:
        gender = {"he": "m", "she": "f"}.get(spoken["who"].lower(), "")
        verb = spoken["verb"]
        return Attribution(first, spoken.end(), "post-pron", Naming.PRONOUN, gender=gender, verb=verb)
    inverted = _INVERTED.match(reading.flat, first, end) if reading.language is Language.FR else None
    if inverted is not None:
        gender = {"il": "m", "ils": "m", "elle": "f", "elles": "f"}.get(inverted["who"], "")
        return Attribution(first, inverted.end(), "post-pron", Naming.PRONOUN, gender=gender, verb=inverted.group())
    match = _any_verb(reading.language).match(reading.flat, first, end)
    if match is None or match["verb"] in _PREPOSITIONS:
        return None
    for mention in reading.mentions:
        if mention.outer == match.end():
            saying = Saying(first, match.end("verb"), match["verb"], introduces=True, manner=Manner.FINITE)
            return named_by(mention, first, mention.end, post_shape(mention, reading), saying)
    return _function_behind(reading, first, match)


_INVERTED = pattern_of(
    r"(?:(?:[sl]'|se |le |la |les |y |en )?[a-zà-ÿ]+(?:-t)?|s'est|(?:[yln]')?a-t|(?:[yln]')?ont)"
    r"-(?P<who>il|elle|ils|elles)(?! y a)"
    r"(?: (?:[\w-]+ment |encore |aussi |ensuite |enfin )?[a-zà-ÿ]+(?:é|i|u|t|s)(?:e?s?)?(?![\w']))?"
)
"""A verb of any kind with its subject behind it, right after a quote: « …», se souvient-il; « … », sourit-elle."""


_PREPOSITIONS = frozenset({"devant", "avant", "pendant", "durant", "suivant", "et", "contre", "entre", "face", "comme"})
_NO_SPEECH = frozenset(
    {"est", "reste", "fait", "peut", "doit", "devient", "concerne", "permet", "compte", "existe", "porte"}
)
_FIRST_NOUNS = pattern_of(r"(?:la |le |l'|son |sa |les )?[\w'-]*(?: [\w'-]+)?")


def _function_behind(reading: Reading, first: int, verb: re.Match[str]) -> Attribution | None:
    """Read a function behind a French verb no table has: « …», s’agace la directrice de l’école."""
    if reading.language is not Language.FR or "," not in reading.flat[max(0, first - 3) : first]:
        return None
    phrase = noun_phrase(Language.FR).match(reading.flat, verb.end("verb"))
    nouns = _FIRST_NOUNS.match(phrase["words"]) if phrase is not None and verb["verb"] not in _NO_SPEECH else None
    if phrase is None or nouns is None or not holds_head(nouns.group(), Language.FR):
        return None
    words = reading.text[phrase.start("words") : phrase.end("words")]
    return Attribution(first, phrase.end("words"), "post-role", Naming.FUNCTION, words, verb=verb["verb"])


_ACCORDING_TO_ONE = pattern_of(
    r"(?:(?:[Ss]elon|[Pp]our|[Dd]'après|[Dd]e l'avis de|[Aa]ux yeux de|[Aa]ccording to) "
    r"(?P<who>lui|elle|eux|elles|him|her|them|ce dernier|cette dernière|celui-ci|celle-ci|the latter)|"
    r"(?:[Ss]elon|[Pp]our reprendre|[Dd]'après) (?:ses|leurs) (?:propres )?(?:termes|mots|dires|propos|paroles)|"
    r"[Ii]n (?P<whose>his|her|their) (?:own )?words)(?=[ ,.]|$)"
)


_STRESSED_GENDER = {
    "lui": "m",
    "him": "m",
    "his": "m",
    "ce dernier": "m",
    "celui-ci": "m",
    "elle": "f",
    "her": "f",
    "cette dernière": "f",
    "celle-ci": "f",
}


def _according(reading: Reading, first: int, end: int) -> Attribution | None:
    """Read “according to X”, « selon X »."""
    return _according_to_one(reading, first, end) or _according_to(reading, first, end)


def _according_to_one(reading: Reading, first: int, end: int) -> Attribution | None:
    stressed = _ACCORDING_TO_ONE.match(reading.flat, first, end)
    if stressed is None:
        return None
    who = stressed["who"] or stressed["whose"] or ""
    gender = _STRESSED_GENDER.get(who, "")
    named = who if who in verbs(reading.language)["latter"] else ""
    return Attribution(first, stressed.end(), "selon", Naming.PRONOUN, named, gender, verb=stressed.group())


def _according_to(reading: Reading, first: int, end: int) -> Attribution | None:
    match = _accordings(reading.language).match(reading.flat, first, end)
    if match is None:
        return None
    for mention in reading.mentions:
        if match.end() <= mention.start < end:
            between = reading.flat[match.end() : max(match.end(), mention.outer)]
            if len(between.split()) <= 3 and "," not in between:
                return named_by(mention, first, mention.end, "selon", None, words=match.group().strip())
            break
    phrase = noun_phrase(reading.language).match(reading.flat, match.end() - 1, end)
    if phrase is not None and is_office(phrase.group("words"), reading.language):
        words = reading.text[phrase.start("words") : phrase.end("words")]
        return Attribution(first, phrase.end("words"), "selon", Naming.FUNCTION, words, verb=match.group().strip())
    if match.group().strip().lower().split(" ")[0] in {"pour", "for"} and not _holds_opinion(reading, first, phrase):
        return None
    owned = phrase is not None and document_of(phrase["words"]) != ""
    if phrase is not None and (owned or re.search(r"\b[^\W\d_a-zà-ÿ]", phrase["words"]) or is_house(phrase["words"])):
        body = reading.text[phrase.start("words") : phrase.end("words")]
        return Attribution(
            first, phrase.end("words"), "selon", Naming.BODY, bare_body(body), verb=match.group().strip()
        )
    for candidate in reading.candidates:
        if candidate.outer == match.end():
            return Attribution(first, candidate.end, "selon", Naming.BODY, candidate.name, verb=match.group().strip())
    return None


_ACRONYM = pattern_of(r"(?:(?:la|le|les|the) |l')?[A-Z]{2,}[\w&-]*(?: [A-Z]{2,}[\w&-]*)*")


def _holds_opinion(reading: Reading, first: int, phrase: re.Match[str] | None) -> bool:
    """Tell whether « pour » opens a sentence with a house whose opinion follows: « Pour la CGT, c’est « … » »."""
    if phrase is None or not _begins_sentence(reading, first) or reading.flat[phrase.end("words")] != ",":
        return False
    return is_house(phrase["words"]) or _ACRONYM.fullmatch(phrase["words"]) is not None


# -- before the quote --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=2048)
def before_quote(reading: Reading, floor: int, opener: int) -> Attribution | None:
    """Return the attribution that leads into a quote whose opening mark stands at `opener`."""
    begin = _lead_start(reading, floor, opener)
    lead = reading.flat[begin:opener].rstrip()
    if not lead:
        return None
    spoken = [saying for saying in reading.sayings if begin <= saying.start and saying.end <= opener]
    usable = [saying for saying in spoken if not saying.weak or has_subject(reading, begin, saying)]
    if usable:
        return _verbal_lead(reading, begin, opener, usable)
    inverted = _inverted_lead(reading, opener, spoken) if lead.endswith(":") else None
    if inverted is not None:
        return inverted
    told = _according(reading, begin, opener) or _according_inside(reading, begin, opener)
    told = told or _according_to_whom(reading, begin, opener) or without_verb(reading, begin, opener)
    if told is not None:
        return told
    return _label(reading, begin, opener) if lead.endswith(":") else None


def _inverted_lead(reading: Reading, opener: int, spoken: list[Saying]) -> Attribution | None:
    """Read a verb put in behind a comma with its subject before the colon: « …, promettent les marins : « … » »."""
    end = len(reading.flat[:opener].rstrip(" :"))
    for saying in spoken[-1:]:
        if saying.introduces and not saying.inverted and reading.flat.endswith(", ", 0, saying.start):
            found = subject_after(reading, saying, opener)
            if found is not None and found.naming is not Naming.NOBODY and found.end == end:
                return replace(found, shape="pre", strong=True)
    return None


def _verbal_lead(reading: Reading, begin: int, opener: int, usable: list[Saying]) -> Attribution | None:
    saying = _governing(reading, usable, opener)
    tail = reading.flat[saying.end : opener].strip()
    shape = _lead_shape(reading.language, tail, introduces=saying.introduces)
    if shape == "frag" and saying.introduces and _is_other_participle(reading.language, saying, tail):
        return None
    if saying.inverted:
        return Attribution(saying.start, opener, shape, Naming.PRONOUN, gender=saying.pronoun, verb=saying.words)
    agent = _agent(reading, saying, opener)
    if agent is not None:
        return named_by(agent, begin, len(reading.flat[:opener].rstrip()), shape, saying)
    if _RELATIVE.fullmatch(reading.flat, begin, saying.start) is not None:
        end = len(reading.flat[:opener].rstrip())
        return Attribution(begin, end, shape, Naming.NOBODY, verb=saying.words)
    lent = _words_of_another(reading, begin, opener, saying)
    if lent is not None:
        return lent
    behind = named_behind(reading, saying)
    if behind is not None:
        return named_by(behind, saying.start, behind.end, shape, saying)
    found = _subject_anywhere(reading, begin, opener, saying, shape)
    if found is None:
        goes_on = saying.manner in {Manner.PARTICIPLE, Manner.INFINITIVE} or _GOES_ON.match(reading.flat, begin)
        found = Attribution(begin, opener, shape, Naming.NOBODY, verb=saying.words, strong=bool(goes_on))
    end = len(reading.flat[:opener].rstrip())
    return Attribution(
        found.start, end, found.shape, found.naming, found.named, found.gender, saying.words, found.part, found.strong
    )


def _subject_anywhere(reading: Reading, begin: int, opener: int, saying: Saying, shape: str) -> Attribution | None:
    """Look for the subject of a verb before it, at the head of its sentence, then behind it."""
    found = _shared_subject(reading, begin, saying, shape) or subject_before(reading, begin, saying, shape)
    found = found or _subject_of_sentence(reading, begin, saying, shape)
    if found is None and saying.introduces:
        found = _subject_behind(reading, saying, opener, shape)
    if found is None and saying.manner is Manner.PARTICIPLE:
        found = _subject_at(reading, begin, opener, Attribution(begin, saying.end, shape, Naming.NOBODY))
    return found


_LENT_WORDS = pattern_of(
    r"(?:\b(?:les?|la|ces|cette|ce|the|these|those) (?:célèbres? |fameu(?:x|se) |famous )?(?:mots?|paroles?|phrases?|"
    r"propos|formule|vers|maxime|words?|phrase|line) (?:célèbre |fameuse )?(?:de |d'|of )|"
    r"\b(?:[Cc]itant|[Cc]iting|[Qq]uoting) )"
    r"(?:(?:la |le |l'|the )?[a-zà-ÿ]+ )?$"
)


def _words_of_another(reading: Reading, begin: int, opener: int, saying: Saying) -> Attribution | None:
    """Read whose words somebody repeats: « elle a rappelé les mots de Jane Roe : « … » »."""
    for candidate in reading.candidates:
        if begin <= candidate.outer < opener and candidate.is_full and not candidate.trailing:
            close = not reading.flat[candidate.end : opener].strip(' ,:«“"')
            if close and _LENT_WORDS.search(reading.flat, begin, candidate.outer) is not None:
                mention = next((each for each in reading.mentions if each.start == candidate.start), None)
                if mention is not None:
                    return named_by(mention, begin, mention.end, "pre", saying)
                return Attribution(begin, candidate.end, "pre", Naming.BODY, candidate.name, verb=saying.words)
    return None


def _subject_of_sentence(reading: Reading, begin: int, saying: Saying, shape: str) -> Attribution | None:
    """Read the subject from the head of the sentence where other marked words part it from a verb of its own.

    « L’association, accusée de « mentir », s’est dite « attristée ». »
    """
    start = max((first for first, _ in reading.sentences if first < begin), default=begin)
    if start == begin or reading.flat[begin : saying.start].strip(" ,") not in {"", "et", "and", "mais", "but", "puis"}:
        return None
    found = subject_before(reading, start, saying, shape)
    return found if found is not None and found.strong else None


def _shared_subject(reading: Reading, begin: int, saying: Saying, shape: str) -> Attribution | None:
    """Read the subject of “adding:” where the sentence has said it: “Asked about it, the Minister said …, adding:”."""
    if saying.manner is not Manner.PARTICIPLE:
        return None
    for earlier in reading.sayings:
        if begin <= earlier.start < saying.start and earlier.manner is Manner.FINITE and not earlier.weak:
            if earlier.inverted:
                return Attribution(earlier.start, saying.end, shape, Naming.PRONOUN, gender=earlier.pronoun)
            found = subject_before(reading, begin, earlier, shape)
            return found if found is not None and found.strong else None
    return None


def _is_other_participle(language: Language, saying: Saying, tail: str) -> bool:
    """Tell whether a participle has an object of its own and says nothing: « en lançant une campagne contre … »."""
    words = tail.split()
    return saying.manner is Manner.PARTICIPLE and len(words) > _OPEN_TAIL and words[0].lower() not in _that(language)


_RELATIVE = pattern_of(
    r"(?:[Qq]ui|[Ww]ho)(?: (?:also|then|further|later|en|y|lui|leur|l'|a|had|has))*"
    r"(?:,? (?:dans|sur|lors|in|on|at) [^,;:]{2,40},)? ?"
)
"""The subject of a clause that goes on with the attribution before it: « a dit M. X, qui a remercié Mme Y pour »."""
_GOES_ON = pattern_of(r"(?:and|but|then|et|mais|puis) ", re.IGNORECASE)


def _governing(reading: Reading, usable: list[Saying], opener: int) -> Saying:
    """Choose the verb that introduces: the last one, but rather one that introduces than one that only frames."""
    introducing = [saying for saying in usable if saying.introduces and saying.manner is not Manner.PASSIVE]
    last = usable[-1]
    if introducing and reading.flat[:opener].rstrip().endswith(":"):
        return introducing[-1]
    return last


def _subject_behind(reading: Reading, saying: Saying, opener: int, shape: str) -> Attribution | None:
    """Read a subject that follows its verb: « Et M. X » is not it, « comme l'a dit M. X : » is."""
    for mention in reading.mentions:
        if saying.end <= mention.outer <= saying.end + 2 and mention.end <= opener:
            return named_by(mention, saying.start, mention.end, shape, saying)
    return None


def _agent(reading: Reading, saying: Saying, opener: int) -> Mention | None:
    """Return who told it in “had been told by X that”."""
    if saying.manner is not Manner.PASSIVE:
        return None
    agent = re.compile(r" by ").match(reading.flat, saying.end)
    if agent is None:
        return None
    return next((each for each in reading.mentions if agent.end() <= each.start < opener), None)


def _lead_start(reading: Reading, floor: int, opener: int) -> int:
    """Return where the sentence that leads into a quote begins, not before `floor`."""
    begin = floor
    for start, _ in reading.sentences:
        if start >= opener:
            break
        begin = max(begin, start) if start >= floor else begin
    step = re.compile(r"[\s,;.–—-]*").match(reading.flat, begin, opener)
    return step.end() if step else begin


_COLON_TAIL, _OPEN_TAIL = 40, 7


def _lead_shape(language: Language, tail: str, *, introduces: bool) -> str:
    """Tell the shape of a lead from the words between its verb and the quote."""
    words = tail.split()
    if tail.endswith(":") and len(words) <= _COLON_TAIL:
        return "pre"
    if words and words[-1].lower() in _that(language):
        return "ind"
    if not introduces:
        return "frag"
    if not words or tail in {",", ":"} or (tail.endswith(",") and len(words) <= _OPEN_TAIL):
        return "pre"
    return "frag"


_ADJUNCT = pattern_of(r"[A-ZÀ-Þ][a-zà-ÿ']*(?: [a-zà-ÿ'-]+){0,5}, ")
"""What may stand before the name of a label: « À ses côtés, Jane Roe, docker : »."""
_INITIALS = pattern_of(r"[\s•–—-]*(?P<letters>(?:[A-ZÀ-Þ]\.[ -]?){2,4}|[A-ZÀ-Þ]{2,4}) ?:")
"""Somebody by initials before a colon, as in an interview: « C. V. : »."""


def _label(reading: Reading, begin: int, opener: int) -> Attribution | None:
    """Read “NAME, ROLE, in a panel of …: ” without any verb of saying."""
    end = len(reading.flat[:opener].rstrip())
    for mention in reading.mentions:
        if begin <= mention.start < opener:
            strong = mention.outer - begin <= 12
            return named_by(mention, begin, end, "label", None, strong=strong)
    for candidate in reading.candidates:
        opens = begin <= candidate.outer <= begin + 2 or _ADJUNCT.fullmatch(reading.flat, begin, candidate.outer)
        told = "," in reading.flat[candidate.end : opener] or is_full_name(candidate)
        if opens and told and candidate.is_full and not candidate.trailing:
            return Attribution(begin, end, "label", Naming.BODY, candidate.name)
    letters = _INITIALS.fullmatch(reading.flat, 0, end)
    if letters is not None:
        return Attribution(letters.start("letters"), end, "label", Naming.BODY, letters["letters"])
    words = reading.text[begin:end].rstrip(" :\u00a0\u202f")
    if holds_head(words, reading.language) and len(words.split()) <= 12:
        return Attribution(begin, end, "label", Naming.FUNCTION, words)
    return None


_TO_WHOM = pattern_of(
    r",? (?:et |mais |and |but )?(?:pour|selon|d'après|for|according to) (?:qui|lequel|laquelle|whom)(?=[ ,])"
    r"[^.;:«»“”\"]{0,80}$"
)


def _according_to_whom(reading: Reading, begin: int, opener: int) -> Attribution | None:
    """Read « Léa Roy, docker à Gor, pour qui « le port a changé » »: the opinion of whoever is named before “whom”."""
    whom = _TO_WHOM.search(reading.flat, begin, opener)
    named = [each for each in reading.mentions if whom is not None and begin <= each.start and each.end <= whom.start()]
    return named_by(named[-1], named[-1].outer, opener, "selon", None, words="selon") if named else None


def _according_inside(reading: Reading, begin: int, opener: int) -> Attribution | None:
    """Read « …, selon M. X, … “ » in the middle of the sentence before the quote."""
    for match in re.compile(r", ").finditer(reading.flat, begin, opener):
        word = reading.flat[match.end() : match.end() + 5].lower()
        if not word.startswith(("pour ", "for ")):
            found = _according(reading, match.end(), opener)
            if found is not None:
                return found
    return None


# -- in another clause of the sentence ---------------------------------------------------------------------------------

_SOURCE = pattern_of(r", (?=(?:selon|d'après|according to|à en croire) )")
_LONGEST_TAIL, _REACH = 70, 600


def at_sentence_end(reading: Reading, offset: int) -> Attribution | None:
    """Return what attributes a whole sentence at its end, marked words in it included.

    « Le climat est « pesant » depuis des mois, déplore Jane Roe. »; “The move is “a mistake” for many, said Jane Roe.”
    """
    end = _clause_end(reading, offset, min(len(reading.text), offset + _REACH))
    for saying in reversed(reading.sayings):
        if not offset < saying.start < end or saying.manner is not Manner.FINITE:
            continue
        comma = reading.flat.rfind(", ", offset, saying.start)
        if comma < 0 or ":" in reading.flat[offset : saying.start]:
            return None
        touching = comma + 2 == saying.start
        if not touching and (reading.language is Language.FR or saying.weak):
            return None
        return _whole(after_quote(reading, comma, end), end)
    source = next((each for each in reversed([*_SOURCE.finditer(reading.flat, offset, end)])), None)
    return _whole(_according(reading, source.end(), end), end) if source is not None else None


def _whole(found: Attribution | None, end: int) -> Attribution | None:
    """Return an attribution that is sure and ends its sentence, but for a place or a time."""
    if found is None or not found.strong or found.naming is Naming.NOBODY or end - found.end > _LONGEST_TAIL:
        return None
    return found


_MAIN_CLAUSE = pattern_of(r"[^.;:«»“”\"]{0,120}?, ")
_MAIN_PRONOUN = pattern_of(r"(?P<who>il|elle|ils|elles|he|she|they) (?!y a)", re.IGNORECASE)
_MAIN_BODY = pattern_of(
    rf"(?P<words>(?:(?:the|la|le|les|l'|cette|cet|ce) ?)?[\w&-]+(?: {CAPITAL}[\w&'-]*)*)(?= [\w'-]+)", re.IGNORECASE
)


def in_main_clause(reading: Reading, offset: int, opened: Attribution) -> Attribution | None:
    """Return the subject behind a clause that opens the sentence: « Estimant que « … », la ministre a choisi… »."""
    end = _clause_end(reading, offset, min(len(reading.text), offset + _REACH))
    comma = _MAIN_CLAUSE.match(reading.flat, offset, end)
    return _subject_at(reading, comma.end(), end, opened) if comma is not None else None


def _subject_at(reading: Reading, first: int, end: int, opened: Attribution) -> Attribution | None:
    """Return the subject that begins a clause at `first`: a name, a pronoun, a function, a house; the rest as given."""
    for mention in reading.mentions:
        if (
            first <= mention.outer <= first + 4
            and reading.flat[first : mention.outer].strip().lower() in _MAIN_ARTICLES
        ):
            return replace(opened, naming=Naming.NAME, named=mention.person, strong=True)
    pronoun = _MAIN_PRONOUN.match(reading.flat, first, end)
    if pronoun is not None:
        gender = {"il": "m", "he": "m", "elle": "f", "she": "f"}.get(pronoun["who"].lower(), "")
        return replace(opened, naming=Naming.PRONOUN, gender=gender, strong=True)
    stop = subject_function(reading.flat, first, end, reading.language)
    if stop is not None:
        return replace(opened, naming=Naming.FUNCTION, named=reading.text[first:stop], strong=True)
    body = _MAIN_BODY.match(reading.flat, first, end)
    if body is None:
        return None
    written = reading.text[first : body.end("words")]
    named = bare_body(written)
    told = named[:1].isupper() and (named != written or not _begins_sentence(reading, first))
    return replace(opened, naming=Naming.BODY, named=named, strong=True) if told or is_house(body["words"]) else None


_MAIN_ARTICLES = frozenset({"", "the", "le", "la", "l'"})


def _clause_end(reading: Reading, first: int, stop: int) -> int:
    for start, end in reading.sentences:
        if start <= first < end:
            return min(stop, end)
    return stop


def _begins_sentence(reading: Reading, first: int) -> bool:
    return any(start == first for start, _ in reading.sentences)


def _infinitely(saying: Saying) -> str:
    """Return an inverted verb in plain order: « a-t-il ajouté » becomes « a ajouté »."""
    return re.sub(r"(?:-t)?-(?:il|elle|on|ils|elles)\b", "", saying.words)


@cache
def _that(language: Language) -> frozenset[str]:
    return frozenset(verbs(language)["that"])


@cache
def _any_verb(language: Language) -> re.Pattern[str]:
    forms = {
        Language.EN: r"(?P<verb>[a-z]+(?:ed|s)) (?:the )?",
        Language.FR: r"(?P<verb>(?:a|ont) (?:\w+ment )?\w+(?:é|i|u|t|s)|s'est \w+(?:é|i|u)e?|(?:s'|se )[a-zéèê]+|"
        r"[a-zéèê]+(?:e|t|d)) (?:le |la |l')?",
    }
    return re.compile(forms[language])


@cache
def _accordings(language: Language) -> re.Pattern[str]:
    phrases = verbs(language)["according"]
    contracted = [f"{phrase[:-3]} {joint}" for phrase in phrases if phrase.endswith(" de") for joint in ("du", "des")]
    article = r"(?: (?:la |le |les )?| l'|(?<=')|(?<=de )l')"
    elided = rf"|(?:{alternatives(phrase[:-3] for phrase in phrases if phrase.endswith(' de'))}) d'"
    return re.compile(
        rf"(?:{alternatives([*phrases, *contracted])}){article}{elided if contracted else ''}", re.IGNORECASE
    )


@cache
def _lead_in(language: Language) -> re.Pattern[str]:
    """Match what may stand between a quote and the verb after it: adverbs, “as”, « comme »."""
    adverbs = alternatives(verbs(language)["adverbs"])
    joints = {Language.EN: "as", Language.FR: "comme|ainsi que|comme le|ainsi que le|tel que"}
    return re.compile(rf"(?:(?:{joints[language]})(?: |$))?(?:(?:{adverbs})(?:,? |$)){{0,4}}", re.IGNORECASE)
