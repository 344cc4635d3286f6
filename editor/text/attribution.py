"""The words behind a quote that attribute it: « a déclaré M. X », a signature, the rest of its sentence."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.according import according
from editor.text.clauses import begins_sentence, clause_end, subject_at
from editor.text.lexicon import alternatives, pronouns, verbs
from editor.text.papers import written
from editor.text.patterns import pattern_of
from editor.text.reading import Attribution, Naming, Reading
from editor.text.saying import Manner, Saying
from editor.text.subjects import (
    holds_head,
    named_by,
    noun_phrase,
    post_shape,
    subject_after,
    subject_before,
)

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
    end = clause_end(reading, first, stop)
    fresh = "," not in reading.flat[start:first] and begins_sentence(reading, first)
    spoken = [saying for saying in reading.sayings if first <= saying.start < end]
    source = according(reading, first, end) if spoken and "," in reading.flat[start:first] else None
    if source is not None:
        return source
    if not spoken:
        return (
            according(reading, first, end)
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
    r"invitation|citation|vœux?)|ainsi)(?: que| qu')|"
    r"[Cc]'est (?:l'|le |la )(?:appel|message|cri|consigne|"
    r"conseil|mot d'ordre|promesse|constat|avertissement) (?:[\wé]+ )?(?:par|de|d'|du)(?: (?:le|la) )?|"
    r"[Vv]oilà comment|[Vv]oici comment|[Cc]es mots sont(?: ceux)? de|"
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
        gender = pronouns(Language.EN).get(spoken["who"], "")
        verb = spoken["verb"]
        return Attribution(first, spoken.end(), "post-pron", Naming.PRONOUN, gender=gender, verb=verb)
    inverted = _INVERTED.match(reading.flat, first, end) if reading.language is Language.FR else None
    if inverted is not None and not reading.flat[:end].rstrip().endswith("?"):
        gender = pronouns(Language.FR).get(inverted["who"], "")
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


def _infinitely(saying: Saying) -> str:
    """Return an inverted verb in plain order: « a-t-il ajouté » becomes « a ajouté »."""
    return re.sub(r"(?:-t)?-(?:il|elle|on|ils|elles)\b", "", saying.words)


@cache
def _any_verb(language: Language) -> re.Pattern[str]:
    forms = {
        Language.EN: r"(?P<verb>[a-z]+(?:ed|s)) (?:the )?",
        Language.FR: r"(?P<verb>(?:a|ont) (?:\w+ment )?\w+(?:é|i|u|t|s)|s'est \w+(?:é|i|u)e?|(?:s'|se )[a-zéèê]+|"
        r"[a-zéèê]+(?:e|t|d)) (?:le |la |l')?",
    }
    return re.compile(forms[language])


@cache
def _lead_in(language: Language) -> re.Pattern[str]:
    """Match what may stand between a quote and the verb after it: adverbs, “as”, « comme »."""
    adverbs = alternatives(verbs(language)["adverbs"])
    joints = {Language.EN: "as", Language.FR: "comme|ainsi que|comme le|ainsi que le|tel que"}
    return re.compile(rf"(?:(?:{joints[language]})(?: |$))?(?:(?:{adverbs})(?:,? |$)){{0,4}}", re.IGNORECASE)


# -- in another clause of the sentence ---------------------------------------------------------------------------------


_SOURCE = pattern_of(r", (?=(?:selon|d'après|according to|à en croire) )")
_LONGEST_TAIL, _REACH = 70, 600


def at_sentence_end(reading: Reading, offset: int) -> Attribution | None:
    """Return what attributes a whole sentence at its end, marked words in it included.

    « Le climat est « pesant » depuis des mois, déplore Jane Roe. »; “The move is “a mistake” for many, said Jane Roe.”
    """
    end = clause_end(reading, offset, min(len(reading.text), offset + _REACH))
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
    return _whole(according(reading, source.end(), end), end) if source is not None else None


def _whole(found: Attribution | None, end: int) -> Attribution | None:
    """Return an attribution that is sure and ends its sentence, but for a place or a time."""
    if found is None or not found.strong or found.naming is Naming.NOBODY or end - found.end > _LONGEST_TAIL:
        return None
    return found


_MAIN_CLAUSE = pattern_of(r"[^.;:«»“”\"]{0,120}?, ")


def in_main_clause(reading: Reading, offset: int, opened: Attribution) -> Attribution | None:
    """Return the subject behind a clause that opens the sentence: « Estimant que « … », la ministre a choisi… »."""
    end = clause_end(reading, offset, min(len(reading.text), offset + _REACH))
    comma = _MAIN_CLAUSE.match(reading.flat, offset, end)
    return subject_at(reading, comma.end(), end, opened) if comma is not None else None
