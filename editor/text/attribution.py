"""The words that attribute a quote: « a déclaré M. X » after it, “X said:” before it, a signature behind a dash."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from editor.model.language import Language
from editor.text.functions import is_head
from editor.text.letters import plain
from editor.text.lexicon import alternatives, verbs
from editor.text.names import Candidate, find_candidates
from editor.text.people import Mention
from editor.text.saying import Manner, Saying, find_sayings
from editor.text.sentences import sentences


class Naming(Enum):
    """How an attribution names its speaker."""

    NAME = "name"
    PRONOUN = "pronoun"
    FUNCTION = "function"
    BODY = "body"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Attribution:
    """What attributes a quote (code points of its paragraph): the words, the verb, and how they name the speaker.

    `named` is the person's name for NAME, the words as written for FUNCTION and BODY. `part` tells that the name is
    a family or first name alone.
    """

    start: int
    end: int
    shape: str
    naming: Naming
    named: str = ""
    gender: str = ""
    verb: str | None = None
    part: bool = False
    strong: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """One paragraph being read, with the persons it mentions."""

    text: str
    flat: str
    language: Language
    mentions: tuple[Mention, ...]
    sayings: tuple[Saying, ...]
    sentences: tuple[tuple[int, int], ...]
    candidates: tuple[Candidate, ...]


def read(text: str, language: Language, mentions: tuple[Mention, ...]) -> Reading:
    """Make a paragraph ready for looking for attributions."""
    return Reading(
        text,
        plain(text),
        language,
        mentions,
        find_sayings(text, language),
        sentences(text),
        find_candidates(text, language),
    )


# -- after the quote ---------------------------------------------------------------------------------------------------

_STEP = re.compile(r"[ ,;–—-]*")


def after_quote(reading: Reading, start: int, stop: int) -> Attribution | None:
    """Return the attribution that begins right after a quote whose closing mark ends at `start`."""
    signed = _signature(reading, start, stop)
    if signed is not None:
        return signed
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
    if saying.manner in {Manner.PARTICIPLE, Manner.INFINITIVE}:
        return None
    if not prefix or _lead_in(reading.language).fullmatch(prefix):
        found = _subject_after(reading, saying, end)
        return found if found is not None and not (saying.weak and found.naming is Naming.NOBODY) else None
    if fresh and not _is_short_clause(reading, saying, end):
        return None
    return _subject_before(reading, first, saying, "post")


def _is_short_clause(reading: Reading, saying: Saying, end: int) -> bool:
    """Tell whether a new sentence after the quote does nothing but attribute it: “Martin added.”"""
    rest = reading.flat[saying.end : end].strip(" .")
    return len(rest.split()) <= 3 and not rest.endswith((":", "that", "que"))


def _subject_after(reading: Reading, saying: Saying, end: int) -> Attribution | None:
    """Read the speaker that follows the verb: a name, a function, or at least some words."""
    for mention in reading.mentions:
        if saying.end <= mention.start < end:
            between = reading.flat[saying.end : max(saying.end, mention.outer)]
            apposed = between.endswith(", ") and _holds_head(between, reading.language)
            if (len(between.split()) <= 9 and not _BARRIER.search(between)) or (
                apposed and len(between.split()) <= 14 and not _BARRIER.search(between[:-2])
            ):
                return _named(mention, saying.start, mention.end, _post_shape(mention, reading), saying)
            break
    match = _phrase(reading.language).match(reading.flat, saying.end, end)
    if match is not None and _holds_head(match.group("words"), reading.language):
        words = reading.text[match.start("words") : match.end("words")]
        return Attribution(saying.start, match.end("words"), "post-role", Naming.FUNCTION, words, verb=saying.words)
    pronoun = re.compile(r" (?:he|she|they)(?!\w)").match(reading.flat, saying.end, end)
    if pronoun is not None:
        gender = _pronouns(reading.language).get(pronoun.group().strip(), "")
        return Attribution(saying.start, pronoun.end(), "post-pron", Naming.PRONOUN, gender=gender, verb=saying.words)
    return _body_after(reading, saying, end)


_BARRIER = re.compile(r"[;:()«»“”\"]|, ")


def _body_after(reading: Reading, saying: Saying, end: int) -> Attribution | None:
    """Read a speaker nobody knows: one capitalised name, or a body such as “the Commission”."""
    for candidate in reading.candidates:
        if saying.end < candidate.start < end and _SHORT.fullmatch(reading.flat, saying.end, candidate.outer):
            return Attribution(
                saying.start, candidate.end, "post-name", Naming.BODY, candidate.name, verb=saying.words, part=True
            )
    match = _phrase(reading.language).match(reading.flat, saying.end, end)
    if match is None or saying.weak:
        return Attribution(saying.start, saying.end, "post", Naming.NOBODY, verb=saying.words, strong=not saying.weak)
    words = reading.text[match.start("words") : match.end("words")]
    return Attribution(saying.start, match.end("words"), "post", Naming.BODY, words, verb=saying.words)


_SHORT = re.compile(r" (?:the |le |la |l'|an? |une? )?(?:[\w-]+ ){0,2}")


def _signature(reading: Reading, start: int, stop: int) -> Attribution | None:
    """Read « … » – Jane Roe, Director, or “…” (Jane Roe): a dash or bracket and a name right behind it."""
    dash = re.compile(r"[.,]?\s*(?:[-–—]{1,2}|\()\s*").match(reading.flat, start, stop)
    if dash is None:
        return None
    for mention in reading.mentions:
        if mention.start <= dash.end() + 30 and mention.outer == dash.end():
            return _named(mention, dash.start(), mention.end, "dash", None)
    for candidate in reading.candidates:
        if candidate.outer == dash.end() and candidate.is_full:
            return Attribution(dash.start(), candidate.end, "dash", Naming.BODY, candidate.name)
    return None


def _bare_signature(reading: Reading, start: int, first: int, end: int) -> Attribution | None:
    """Read “…”, Jane Roe, Director: a name behind a comma that ends the paragraph without a verb."""
    if "," not in reading.flat[start:first] or end < len(reading.flat.rstrip()):
        return None
    for mention in reading.mentions:
        if mention.outer == first:
            return _named(mention, first, mention.end, "dash", None)
    return None


def _unlisted_verb(reading: Reading, first: int, end: int) -> Attribution | None:
    """Read a verb no table has where a name follows it at once: « …», a soupiré M. X; “…” laughed Jane Roe."""
    match = _any_verb(reading.language).match(reading.flat, first, end)
    if match is None:
        return None
    for mention in reading.mentions:
        if mention.outer == match.end():
            saying = Saying(first, match.end("verb"), match["verb"], introduces=True, manner=Manner.FINITE)
            return _named(mention, first, mention.end, _post_shape(mention, reading), saying)
    return None


def _according(reading: Reading, first: int, end: int) -> Attribution | None:
    """Read “according to X”, « selon X »."""
    match = _accordings(reading.language).match(reading.flat, first, end)
    if match is None:
        return None
    for mention in reading.mentions:
        if match.end() <= mention.start < end:
            between = reading.flat[match.end() : max(match.end(), mention.outer)]
            if len(between.split()) <= 3 and "," not in between:
                return _named(mention, first, mention.end, "selon", None, words=match.group().strip())
            break
    phrase = _phrase(reading.language).match(reading.flat, match.end() - 1, end)
    if phrase is not None and _holds_head(phrase.group("words"), reading.language):
        words = reading.text[phrase.start("words") : phrase.end("words")]
        return Attribution(first, phrase.end("words"), "selon", Naming.FUNCTION, words, verb=match.group().strip())
    if match.group().strip().lower() in {"pour", "for"}:
        return None
    for candidate in reading.candidates:
        if candidate.outer == match.end():
            return Attribution(first, candidate.end, "selon", Naming.BODY, candidate.name, verb=match.group().strip())
    return None


# -- before the quote --------------------------------------------------------------------------------------------------


def before_quote(reading: Reading, floor: int, opener: int) -> Attribution | None:
    """Return the attribution that leads into a quote whose opening mark stands at `opener`."""
    begin = _lead_start(reading, floor, opener)
    lead = reading.flat[begin:opener].rstrip()
    if not lead:
        return None
    spoken = [saying for saying in reading.sayings if begin <= saying.start and saying.end <= opener]
    usable = [saying for saying in spoken if not saying.weak or _has_subject(reading, begin, saying)]
    if usable:
        return _verbal_lead(reading, begin, opener, usable)
    told = _according(reading, begin, opener) or _according_inside(reading, begin, opener)
    if told is not None:
        return told
    return _label(reading, begin, opener) if lead.endswith(":") else None


def _verbal_lead(reading: Reading, begin: int, opener: int, usable: list[Saying]) -> Attribution | None:
    saying = _governing(reading, usable, opener)
    tail = reading.flat[saying.end : opener].strip()
    shape = _lead_shape(reading.language, tail, introduces=saying.introduces)
    if saying.inverted:
        return Attribution(saying.start, opener, shape, Naming.PRONOUN, gender=saying.pronoun, verb=saying.words)
    agent = _agent(reading, saying, opener)
    if agent is not None:
        return _named(agent, begin, len(reading.flat[:opener].rstrip()), shape, saying)
    found = _subject_before(reading, begin, saying, shape)
    if found is None:
        found = _subject_behind(reading, saying, opener, shape)
    if found is None:
        goes_on = saying.manner in {Manner.PARTICIPLE, Manner.INFINITIVE}
        found = Attribution(begin, opener, shape, Naming.NOBODY, verb=saying.words, strong=goes_on)
    end = len(reading.flat[:opener].rstrip())
    return Attribution(
        found.start, end, found.shape, found.naming, found.named, found.gender, saying.words, found.part, found.strong
    )


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
            return _named(mention, saying.start, mention.end, shape, saying)
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


def _label(reading: Reading, begin: int, opener: int) -> Attribution | None:
    """Read “NAME, ROLE, in a panel of …: ” without any verb of saying."""
    end = len(reading.flat[:opener].rstrip())
    for mention in reading.mentions:
        if begin <= mention.start < opener:
            strong = mention.outer - begin <= 12
            return _named(mention, begin, end, "label", None, strong=strong)
    for candidate in reading.candidates:
        if begin <= candidate.outer <= begin + 2 and candidate.is_full and not candidate.trailing:
            return Attribution(begin, end, "label", Naming.BODY, candidate.name)
    words = reading.text[begin:end].rstrip(" :\u00a0\u202f")
    if _holds_head(words, reading.language) and len(words.split()) <= 12:
        return Attribution(begin, end, "label", Naming.FUNCTION, words)
    return None


def _according_inside(reading: Reading, begin: int, opener: int) -> Attribution | None:
    """Read « …, selon M. X, … “ » in the middle of the sentence before the quote."""
    for match in re.compile(r", ").finditer(reading.flat, begin, opener):
        word = reading.flat[match.end() : match.end() + 5].lower()
        if not word.startswith(("pour ", "for ")):
            found = _according(reading, match.end(), opener)
            if found is not None:
                return found
    return None


# -- subjects ----------------------------------------------------------------------------------------------------------


def _has_subject(reading: Reading, begin: int, saying: Saying) -> bool:
    found = _subject_before(reading, begin, saying, "pre")
    return found is not None and found.strong


def _subject_before(reading: Reading, begin: int, saying: Saying, shape: str) -> Attribution | None:
    """Read the subject of a verb that stands before it: the name that touches it, a pronoun, a function, the first name."""
    mentions = [mention for mention in reading.mentions if begin <= mention.start and mention.end <= saying.start]
    mentions = [mention for mention in mentions if not _is_object(reading, mention)]
    for mention in reversed(mentions):
        if _touches(reading, mention, saying.start):
            return _named(mention, mention.outer, saying.end, _named_shape(shape, mention, reading), saying)
    pronoun = _pronoun_before(reading, begin, saying)
    if pronoun is not None:
        start, gender = pronoun
        return Attribution(
            start,
            saying.end,
            "post-pron" if shape == "post" else shape,
            Naming.PRONOUN,
            gender=gender,
            verb=saying.words,
        )
    function = _function_before_verb(reading, begin, saying)
    if function is not None:
        words = reading.text[function : saying.start].strip(" ,")
        role_shape = "post-role" if shape == "post" else shape
        return Attribution(function, saying.end, role_shape, Naming.FUNCTION, words, verb=saying.words)
    if mentions and shape != "post":
        return _named(mentions[0], mentions[0].outer, saying.end, shape, saying, strong=not saying.weak)
    return _body_before(reading, begin, saying, shape)


_OBJECT = re.compile(r"(?:\b(?:by|with|to|of|from|avec|par|à|à l'égard de|de|chez|for|pour) (?:the |le |la |l')?)$")


def _is_object(reading: Reading, mention: Mention) -> bool:
    """Tell whether a preposition before a name keeps it from being a subject."""
    if re.compile(r",? (?:who|qui) ").match(reading.flat, mention.after) is not None:
        return False
    return _OBJECT.search(reading.flat, max(0, mention.outer - 20), mention.outer) is not None


_SPACER = re.compile(
    r"(?: (?:of|from|de|du|des|at|chez|d')[^,.;:«»“”\"]{2,70})?(?: \([^)]{1,80}\))?"
    r"(?:,(?! (?:and|et) )[^;:«»“”\"]{1,220},|,(?= (?:who|qui) ))? ?"
    r"(?:(?:has|have|had|also|then|today|further|again|later|rightly|once|firmly|clearly|recently|repeatedly|\w+ly|"
    r"en|ne|y|lui|leur|nous|vous|les|le|la|l'|qui|who|will|would|ensuite|aussi|ainsi) ?){0,3}"
)


def _touches(reading: Reading, mention: Mention, verb: int) -> bool:
    """Tell whether nothing but an apposition, an aside or an adverb stands between a name and its verb."""
    for end in {mention.end, mention.after}:
        if end <= verb and verb - end <= 330:
            match = _SPACER.fullmatch(reading.flat, end, verb)
            if match is not None and (end == mention.end or verb - end < 80 or True):
                return True
    return False


def _pronoun_before(reading: Reading, begin: int, saying: Saying) -> tuple[int, str] | None:
    before = reading.flat[begin : saying.start]
    match = _pronoun_end(reading.language).search(before[-60:])
    if match is None:
        return None
    offset = begin + max(0, len(before) - 60) + match.start("word")
    return offset, _pronouns(reading.language).get(match["word"].lower(), "")


def _function_before_verb(reading: Reading, begin: int, saying: Saying) -> int | None:
    """Return where a function begins that stands right before the verb: “the Secretary General said”."""
    before = reading.flat[begin : saying.start].rstrip()
    match = _role_end(reading.language).search(before[-90:])
    if match is None or not _holds_head(match["words"], reading.language):
        return None
    return begin + max(0, len(before) - 90) + match.start("words")


def _body_before(reading: Reading, begin: int, saying: Saying, shape: str) -> Attribution | None:
    """Take a body for the speaker: “NATO said”, « la Commission a déclaré »."""
    before = reading.flat[begin : saying.start].rstrip()
    match = _role_end(reading.language).search(before[-90:])
    if match is None or not any(word[:1].isupper() for word in match["words"].split()):
        return None
    start = begin + max(0, len(before) - 90) + match.start("words")
    words = reading.text[start : start + len(match["words"])].strip()
    return Attribution(start, saying.end, shape, Naming.BODY, words, verb=saying.words, strong=not saying.weak)


def _named(
    mention: Mention, start: int, end: int, shape: str, saying: Saying | None, *, strong: bool = True, words: str = ""
) -> Attribution:
    verb = saying.words if saying is not None else words or None
    return Attribution(start, end, shape, Naming.NAME, mention.person, "", verb, part=False, strong=strong)


def _named_shape(shape: str, mention: Mention, reading: Reading) -> str:
    if shape not in {"post", "pre"}:
        return shape
    return f"{shape}-name" if _is_part(mention, reading) else shape


def _post_shape(mention: Mention, reading: Reading) -> str:
    return _named_shape("post", mention, reading)


def _is_part(mention: Mention, reading: Reading) -> bool:
    """Tell whether only a family or first name stands there, without an honorific."""
    return mention.outer == mention.start and " " not in reading.flat[mention.start : mention.end]


def _clause_end(reading: Reading, first: int, stop: int) -> int:
    for start, end in reading.sentences:
        if start <= first < end:
            return min(stop, end)
    return stop


def _begins_sentence(reading: Reading, first: int) -> bool:
    return any(start == first for start, _ in reading.sentences)


def _holds_head(words: str, language: Language) -> bool:
    return any(is_head(word, language) for word in re.findall(r"[\w'-]+", plain(words)))


def _infinitely(saying: Saying) -> str:
    """Return an inverted verb in plain order: « a-t-il ajouté » becomes « a ajouté »."""
    return re.sub(r"(?:-t)?-(?:il|elle|on|ils|elles)\b", "", saying.words)


@cache
def _that(language: Language) -> frozenset[str]:
    return frozenset(verbs(language)["that"])


@cache
def _pronouns(language: Language) -> dict[str, str]:
    rows: dict[str, list[str]] = verbs(language)["pronouns"]
    return {word: gender for gender, forms in rows.items() for word in forms}


@cache
def _pronoun_end(language: Language) -> re.Pattern[str]:
    words = alternatives(_pronouns(language))
    adverbs = alternatives(verbs(language)["adverbs"])
    return re.compile(rf"(?<![\w'-])(?P<word>{words})(?: (?:{adverbs}|\w+ly)){{0,3}}\s*$", re.IGNORECASE)


_NP = r"[\w'’&-]+(?: [\w'’&-]+){0,11}?"


@cache
def _role_end(language: Language) -> re.Pattern[str]:
    articles = {
        Language.EN: r"(?:[Tt]he|[Aa]n?|[Oo]ur|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) ",
        Language.FR: r"(?:[Ll]es? |[Ll]a |[Ll]'|[Uu]ne? |[Ss]on |[Ss]a |[Nn]otre )",
    }
    adverbs = alternatives(verbs(language)["adverbs"])
    return re.compile(
        rf"(?:^|(?<=[ ,;]))(?P<words>(?:{articles[language]}){_NP})(?:,[^,]{{1,60}},)?(?: (?:{adverbs}|\w+ly)){{0,2}}$"
    )


@cache
def _phrase(language: Language) -> re.Pattern[str]:
    """Match a noun phrase after a verb, as far as its clause goes."""
    articles = {
        Language.EN: r"(?:the|an?|our|his|her|its|their) ",
        Language.FR: r"(?:les? |la |l'|une? |son |sa |notre |leur )",
    }
    return re.compile(
        rf"(?: (?:today|yesterday|hier|aujourd'hui|ce \w+|on \w+))? (?P<words>(?:{articles[language]})?[\w'&-]+(?: [\w'&-]+){{0,11}})(?=[.,;:]|$| [-–—(])"
    )


@cache
def _any_verb(language: Language) -> re.Pattern[str]:
    forms = {
        Language.EN: r"(?P<verb>[a-z]+(?:ed|s)) (?:the )?",
        Language.FR: r"(?P<verb>(?:(?:a|ont) (?:\w+ment )?\w+(?:é|i|u|t|s)|s'est \w+(?:é|i|u)e?|(?:s'|se )[a-zéèê]+|[a-zéèê]+(?:e|t|d))) (?:le |la |l')?",
    }
    return re.compile(forms[language])


@cache
def _accordings(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives(verbs(language)['according'])})(?: (?:la |le |les )?| l'|(?<=')|(?<=de )l')", re.IGNORECASE
    )


@cache
def _lead_in(language: Language) -> re.Pattern[str]:
    """Match what may stand between a quote and the verb after it: adverbs, “as”, « comme »."""
    adverbs = alternatives(verbs(language)["adverbs"])
    joints = {Language.EN: "as", Language.FR: "comme|ainsi que|comme le|ainsi que le|tel que"}
    return re.compile(rf"(?:(?:{joints[language]})(?: |$))?(?:(?:{adverbs})(?:,? |$)){{0,4}}", re.IGNORECASE)
