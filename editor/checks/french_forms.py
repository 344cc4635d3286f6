"""French verbs and what only sounds like them: a and à, ont and on, sont and son, participles and infinitives.

Plural articles before a word without its -s belong here too. Words alone are looked at, by lists and endings, and
only where nothing right can be written so; a grammar engine would find more.
"""

import re
from collections.abc import Iterator
from functools import cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, spots
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.index import Led, first_words, index_of
from editor.text.lexicon import alternatives, table
from editor.text.typography import SPACES
from editor.text.verbatim import is_verbatim
from editor.words import Sentence, say

_S = f"[{SPACES}]"
_APOSTROPHE = "['’]"


def verb_forms(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F49: a or à, ont or on, sont or son; an infinitive behind « a »; a plural article before a singular."""
    for spot in spots(row, Language.FR):
        for start, end, text, why in _mistaken(spot.text):
            if not is_verbatim(spot.text, start, end):
                mend = spot.put(say("Write “{text}”", text=text), start, end, text) if text else None
                yield Finding(spot.at(start, end), why, mend)
        yield from _singulars(spot)


_VERB = say("“à” before a participle is the verb “a”.")
_PREPOSITION = say("The verb “a” cannot stand here: this is “à”.")
_INFINITIVE = say("“a” stands before an infinitive: either “à” is meant, or a participle.")
_HAVE = say("“on” before a participle is the verb “ont”.")
_ARE = say("“son” cannot stand here: this is the verb “sont”.")


def _mistaken(text: str) -> Iterator[tuple[int, int, str, Sentence]]:
    """Yield where a word stands for another of the same sound, what to write ("" where two can be meant), and why."""
    for hint, pattern, meant, why in _PAIRS:
        if hint.search(text):
            for match in pattern().finditer(text):
                yield *match.span(match.lastgroup or "word"), meant, why
    if _LONE_A.search(text):
        for match in _a_infinitive().finditer(text):
            if match["verb"] not in _listed("no_infinitives"):
                yield match.start("word"), match.end("verb"), "", _INFINITIVE


_ARTICLES = r"(?:la|les?|une?|des?|ces?|cet|cette|leurs?|son|sa|ses|notre|nos|votre|vos)(?!\w)|l['’]|\d"
_LONE_A = re.compile(r"[ ’']a ")
_A_BEFORE_ARTICLE = re.compile(rf"{_S}a{_S}(?:{_ARTICLES})|[Jj]usqu['’]a")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("forms")[name])


@cache
def _any_of(*names: str) -> str:
    return alternatives(word for name in names for word in _listed(name))


@cache
def _a_participle() -> re.Pattern[str]:
    """Match « à » before a participle; nouns in -é are left out, those in -té all at once."""
    others = rf"(?!(?:{_any_of('nouns_e')})(?!\w))[a-zà-ÿœ]{{2,}}(?<!t)é"
    known, adverb = _any_of("participles_te", "participles"), _any_of("adverbs")
    return re.compile(
        rf"(?P<word>à)(?<=[\w,»)]{_S}à)(?<!tout à){_S}(?=(?:(?:{adverb}){_S})?(?:{known}|{others})(?![\w’'-]))"
    )


@cache
def _a_phrase() -> re.Pattern[str]:
    """Match « a » before the rest of a set phrase, where no subject of a verb stands before it."""
    phrases = _any_of("phrases_a").replace("'", _APOSTROPHE).replace(r"\ ", _S)
    subjects = "".join(rf"(?<!\b{word}{_S}a)" for word in ("il", "elle", "on", "qui", "y"))
    return re.compile(rf"(?P<word>a)(?<=[\w,;]{_S}a){subjects}{_S}(?=(?:{phrases}))")


@cache
def _a_behind() -> re.Pattern[str]:
    """Match « a » behind what calls for « à »: conformément, s’unir, doit mettre fin, s’élevait (a 5), jusqu’."""
    infinitive = rf"(?:s['’]|(?:se|pour|de|d['’]){_S}?)[a-zà-ÿœ]{{2,}}(?:er|ir)"
    infinitives = rf"(?:{_any_of('infinitives')}|[a-zà-ÿœ]{{3,}}(?:er|ir))"
    lead = rf"(?:{_any_of('modals')}){_S}{infinitives}(?:{_S}(?:{_any_of('verb_nouns')}))?"
    verb = rf"(?:{_any_of('verbs_with_noun')}){_S}(?:{_any_of('verb_nouns')})"
    counted = rf"(?:se{_S}|s['’])[a-zà-ÿœ]{{3,}}(?:e|ent|ait|aient|era|eront|ant|é|ée|és|ées)"
    return re.compile(
        rf"(?<!\w)(?:(?:(?i:{_any_of('before_a')})|{infinitive}|{lead}|{verb}){_S}(?P<word>a){_S}(?={_ARTICLES})"
        rf"|{counted}{_S}(?P<counted>a){_S}(?=\d)|[Jj]usqu['’](?P<until>a)(?=[ {SPACES}]))"
    )


@cache
def _a_infinitive() -> re.Pattern[str]:
    verbs = rf"[a-zà-ÿœ]{{3,}}er|{_any_of('infinitives')}"
    return re.compile(rf"(?P<word>a)(?:(?<=[\w,;]{_S}a)|(?<=[lnmts]['’]a)){_S}(?P<verb>{verbs})(?![\w’'-])")


@cache
def _on_participle() -> re.Pattern[str]:
    """Match « on » before what is no finite verb: a participle in -é, or one that no present form equals."""
    apart = alternatives(("été", "eu", "pu", "reçu", "rendu", "obtenu", "tenu", "soutenu", "voulu", "ouvert", "pris"))
    behind = rf"{apart}|{_any_of('behind_ont')}|[a-zà-ÿœ]{{2,}}(?:é|(?<=[dtpvrl])u)"
    return re.compile(
        rf"(?P<word>on)(?<=[\w,»)]{_S}on){_S}(?=(?:(?:{_any_of('adverbs')}){_S})?(?:{behind})(?![\w’'-]))"
    )


@cache
def _son() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<word>son)(?<=\w{_S}son)(?<!(?:le|du|un|ce|au){_S}son){_S}"
        rf"(?=(?:[a-zà-ÿœ]{{2,}}(?:ée?s|ies|ues|enus|ibles|ables|iques|ives|elles|euses)|{_any_of('behind_sont')})(?![\w’'-])|jusqu['’])"
    )


_PAIRS = (
    (re.compile(r"[ ’']à "), _a_participle, "a", _VERB),
    (_LONE_A, _a_phrase, "à", _PREPOSITION),
    (_A_BEFORE_ARTICLE, _a_behind, "à", _PREPOSITION),
    (re.compile(r"[ ’']on "), _on_participle, "ont", _HAVE),
    (re.compile(r"[ ’']son "), _son, "sont", _ARE),
)
"""What most texts without a mistake have not, the pattern of a word where it cannot stand, the word of the same sound
that is meant, and why. A pattern that begins with the word, and only then looks behind, is the quicker for it."""
_ENDINGS = r"(?:[ts]ion|eur|ien|isme|ité|ance|ence)"
"""Endings that nouns have and no form of a verb, those in -ance and -ence apart that are listed."""
_MORE_ENDINGS = r"(?:ment|age|ure|ette|ée|iste|erie|esse|ise|ude|ique|aire|oire|able|ible|ive|elle|ine|ème|ogue|té)"
_PLURALS = ("les", "des", "ces", "nos", "vos", "aux", "leurs", "ses")
_ARTICLE = Led(
    re.compile(
        r"(?<![\w’'-])(?:(?P<article>[Dd]es|[Cc]es|[Nn]os|[Vv]os|[Aa]ux|[Qq]uelques|[Pp]lusieurs|[Cc]ertaine?s)"
        rf"{_S}(?P<noun>[a-zà-ÿœ]{{2,}}(?:{_ENDINGS}|{_MORE_ENDINGS}))"
        rf"|(?P<pronoun>[Ll]es|[Ll]eurs|[Ss]es|[Mm]es){_S}(?P<noun_alone>[a-zà-ÿœ]{{2,}}{_ENDINGS}))(?![\w’'-])"
    ),
    first_words([*_PLURALS, "quelques", "plusieurs", "certains", "certaines", "mes"]),
)
"""« Les », « leurs » and the like may be pronouns before a verb: then only the surest endings count."""

_ADVERB = re.compile(r"(?:al|iv|air|iqu|eus|ell|ièr|ain|abl|ibl)ement$|[ae]mment$")
_PLURAL_BEHIND = Led(
    re.compile(
        rf"(?<![\w’'-])(?P<article>[Ll]es|[Dd]es|[Cc]es|[Nn]os|[Vv]os|[Aa]ux|[Ll]eurs|[Ss]es){_S}(?P<noun>[a-zà-ÿœ]{{4,}}[a-rt-wyà-ÿ])"
        rf"(?={_S}[a-zà-ÿœ]{{2,}}(?:iques|aires|elles|iales|istes|ants|antes|entes|ibles|ables|ives|euses|iennes|ières|ées)(?!\w))"
    ),
    first_words(_PLURALS),
)
"""A word without -s between a plural article and an adjective in the plural: les infrastructure critiques."""


def _singulars(spot: Spot) -> Iterator[Finding]:
    """Find a plural article before a noun without its plural; « les » is a pronoun before a verb."""
    found: dict[tuple[int, int], str] = {}
    for match in _ARTICLE.finditer(spot.text, index_of(spot.text)):
        name = "noun" if match["noun"] else "noun_alone"
        if match[name] not in _listed("verbs_too"):
            found[match.span(name)] = match["article"] or match["pronoun"]
    for match in _PLURAL_BEHIND.finditer(spot.text, index_of(spot.text)):
        if match["noun"] not in _listed("rendering"):
            found[match.span("noun")] = match["article"]
    for (start, end), article in found.items():
        noun = spot.text[start:end]
        if noun in _listed("singular") or _ADVERB.search(noun) or is_verbatim(spot.text, start, end):
            continue
        why = say("“{article}” stands before a singular.", article=article)
        mend = spot.put(say("Write “{text}”", text=f"{noun}s"), start, end, f"{noun}s")
        yield Finding(spot.at(start, end), why, mend)


RULES = (Rule("F49", Level.WARNING, say("Verbs and what sounds like them"), on_row=verb_forms),)
