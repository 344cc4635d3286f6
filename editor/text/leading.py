"""The words before a quote that attribute it: “X said:”, « X a dit que », “X: ”, a name before a colon."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.according import according, according_inside, according_to_whom
from editor.text.clauses import subject_at
from editor.text.forenames import is_full_name
from editor.text.lexicon import first_names, verbs
from editor.text.papers import without_verb
from editor.text.patterns import pattern_of
from editor.text.reading import Attribution, Naming, Reading
from editor.text.register import Mention
from editor.text.saying import Manner, Saying
from editor.text.subjects import (
    has_subject,
    holds_head,
    named_behind,
    named_by,
    subject_after,
    subject_before,
)


@lru_cache(maxsize=2048)
def before_quote(reading: Reading, floor: int, opener: int) -> Attribution | None:
    """Return the attribution that leads into a quote whose opening mark stands at `opener`."""
    begin = _lead_start(reading, floor, opener)
    lead = reading.flat[begin:opener].rstrip()
    if not lead:
        return None
    spoken = [saying for saying in reading.sayings if begin <= saying.start and saying.end <= opener]
    usable = [
        saying
        for saying in spoken
        if not saying.weak or has_subject(reading, begin, saying) or named_behind(reading, saying)
    ]
    if usable:
        return _verbal_lead(reading, begin, opener, usable)
    inverted = _inverted_lead(reading, opener, spoken) if lead.endswith(":") else None
    if inverted is not None:
        return inverted
    told = according(reading, begin, opener) or according_inside(reading, begin, opener)
    told = told or according_to_whom(reading, begin, opener) or without_verb(reading, begin, opener)
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
        found = subject_at(reading, begin, opener, Attribution(begin, saying.end, shape, Naming.NOBODY))
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
            mention = next((each for each in reading.mentions if each.start == candidate.start), None)
            end = candidate.end if mention is None else mention.after
            close = not reading.flat[end:opener].strip(' ,:«“"')
            if close and _LENT_WORDS.search(reading.flat, begin, candidate.outer) is not None:
                if _REPROACHES.search(saying.words) is not None:
                    return None
                if mention is not None:
                    return named_by(mention, begin, mention.end, "pre", saying)
                return Attribution(begin, candidate.end, "pre", Naming.BODY, candidate.name, verb=saying.words)
    return None


_REPROACHES = pattern_of(
    r"\b(?:dénonc|condamn|regrett|déplor|fustig|critiqu|contest|réfut|rejet|jug|qualifi|reproch|réag|répon|répliqu|"
    r"denounc|condemn|regret|deplor|criticis|criticiz|reject|challeng|dismiss|disput|repl|respond|react)",
    re.IGNORECASE,
)
"""Whoever answers or disapproves of somebody’s words goes on with words of their own."""


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
_BEFORE_COLON = pattern_of(r"(?: \([^()]{2,40}\))? ?: ?")
"""What may stand between the last name of a lead and the marks: « Même avis chez Jane Roe (Ligue) : »."""
_BULLET = pattern_of(r"\s*[•‣◦▪●*–—-]\s")
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
        told = "," in reading.flat[candidate.end : opener] or is_full_name(candidate) or not _BULLET.match(reading.flat)
        if opens and told and candidate.is_full and not candidate.trailing:
            return Attribution(begin, end, "label", Naming.BODY, candidate.name)
        single = opens and candidate.name in first_names() and "," in reading.flat[candidate.end : candidate.end + 1]
        if single and not candidate.trailing:
            return Attribution(begin, end, "label", Naming.BODY, candidate.name)
        last = _BEFORE_COLON.fullmatch(reading.flat, candidate.end, opener) is not None
        if last and begin <= candidate.outer and is_full_name(candidate):
            return Attribution(candidate.outer, end, "label", Naming.BODY, candidate.name)
    letters = _INITIALS.fullmatch(reading.flat, 0, end)
    if letters is not None:
        return Attribution(letters.start("letters"), end, "label", Naming.BODY, letters["letters"])
    words = reading.text[begin:end].rstrip(" :\u00a0\u202f")
    if holds_head(words, reading.language) and len(words.split()) <= 12:
        return Attribution(begin, end, "label", Naming.FUNCTION, words)
    return None


@cache
def _that(language: Language) -> frozenset[str]:
    return frozenset(verbs(language)["that"])
