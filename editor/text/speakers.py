"""Who is meant: pronouns, bare functions and epithets resolved to persons, the way a reader would."""

import re

from editor.text.antecedents import antecedent, latter, named_last
from editor.text.epithets import is_inhabitant, named_by_deed, nation_of, short_form, somebody
from editor.text.holders import gender_told, holder
from editor.text.houses import is_house, is_paper
from editor.text.memory import Confidence, Memory, Speaker, last_before, only_person, sentence_start
from editor.text.offices import role_key, without_article
from editor.text.patterns import pattern_of
from editor.text.pointing import pointed_at
from editor.text.reading import Attribution, Naming, Reading


def resolve(attribution: Attribution, paragraph: int, memory: Memory) -> Speaker:
    """Return whom an attribution means."""
    if attribution.naming is Naming.NAME:
        sure = Confidence.CERTAIN if attribution.strong else Confidence.LIKELY
        return Speaker(attribution.named, sure, attribution.shape)
    if attribution.naming in {Naming.FUNCTION, Naming.BODY}:
        pointed = pointed_at(attribution, paragraph, memory)
        if pointed is not None:
            return Speaker(pointed, Confidence.LIKELY, "pointed at")
        function = attribution.naming is Naming.FUNCTION
        return _holder(attribution, paragraph, memory) if function else _unlisted(attribution, paragraph, memory)
    if attribution.named == "on":
        return Speaker(_around(memory.readings[paragraph], attribution.start), Confidence.GUESS, "pronoun")
    method = "pronoun" if attribution.naming is Naming.PRONOUN else "continued"
    name = None
    if attribution.named in latter(memory.readings[paragraph].language):
        replies = _REPLIES.search(attribution.verb or "") is not None
        last = memory.spoken[-1][2] if replies and memory.spoken else ""
        name = named_last(memory, paragraph, attribution.start, without=last)
    by_pronoun = attribution.naming is Naming.PRONOUN
    name = name or antecedent(memory, paragraph, attribution.start, attribution.gender, houses=by_pronoun)
    sure = Confidence.LIKELY if attribution.naming is Naming.PRONOUN else Confidence.GUESS
    if name is None and by_pronoun:
        name, sure = named_last(memory, paragraph, attribution.start, attribution.gender), Confidence.GUESS
    return Speaker(name, sure if name else Confidence.GUESS, method)


def _unlisted(attribution: Attribution, paragraph: int, memory: Memory) -> Speaker:
    """Return whom words mean that are no known person's name: somebody by another name, a house, else the words."""
    called = _called(attribution.named, memory) or _by_initials(attribution.named, memory)
    called = called or _by_own_initials(attribution, memory)
    called = called or _epithet(attribution, paragraph, memory)
    if called is not None:
        return Speaker(called, Confidence.LIKELY, "epithet")
    house = memory.houses.called(attribution.named, paragraph)
    if house:
        return Speaker(house, Confidence.LIKELY, "house")
    longer = memory.houses.spelt_out(attribution.named)
    if longer:
        return Speaker(longer, Confidence.LIKELY, "house")
    issuer = _issuer(memory.readings[paragraph], attribution)
    if issuer:
        return Speaker(memory.houses.called(issuer, paragraph) or issuer, Confidence.LIKELY, "house")
    if is_paper(attribution.named):
        writer = antecedent(memory, paragraph, attribution.start, houses=True)
        told = writer is not None and (memory.person(writer) is None or only_person(memory) == writer)
        return Speaker(writer if told else without_article(attribution.named), Confidence.GUESS, "paper")
    return Speaker(_bare_office(attribution.named), Confidence.LIKELY, "unlisted name")


_REPLIES = pattern_of(r"\b(?:répon|répliq|rétorq|repli|answer|respond|retort)", re.IGNORECASE)
"""Whoever replies is not who spoke before."""


_ISSUED = pattern_of(
    r"[^.;:«»“”\"]{0,40}?(?<=[ ])(?:par|by) (?:la |le |l'|the )?(?P<by>[^.,;:()«»“”\"]{3,70}?)"
    r"(?=[.,;(]|$| (?:\w+di|on|le|à) )"
)
_ISSUES = pattern_of(r"\b(?:publiée?|diffusée?|transmise?|signée?|émise?|issued|published|released|signed)$")


def _issuer(reading: Reading, attribution: Attribution) -> str:
    """Return who issued a paper that speaks: « indique un communiqué publié hier par la Ligue »; "" for nobody told."""
    words = _ISSUES.sub("", attribution.named).strip()
    issued = _ISSUED.match(reading.flat, attribution.end) if words != attribution.named and is_paper(words) else None
    return reading.text[issued.start("by") : issued.end("by")].strip() if issued is not None else ""


def _around(reading: Reading, offset: int) -> str | None:
    """Return the house where « on » speaks: « À la présidence de l’assemblée, on parle de « … » »; None elsewhere."""
    start = sentence_start(reading, offset)
    match = _WHERE.match(reading.flat, start, offset)
    return reading.text[match.start("house") : match.end("house")] if match is not None else None


_WHERE = pattern_of(
    r"(?:[ÀA] (?:la |l')|Au |Aux |Chez |Du côté (?:de la |de l'|du |des ))(?P<house>[^,.;:«»]{3,80}), $"
)


def _bare_office(words: str) -> str:
    """Return the name of an office written small without its article: « ministère des Armées »."""
    bare = without_article(words)
    return bare if is_house(bare) and _OF_NAME.search(bare) is not None else words


_OF_NAME = pattern_of(r" (?:of |for |de |du |des |d['’])(?:the |la |l['’])?[A-ZÀ-Þ]")


def _called(word: str, memory: Memory) -> str | None:
    """Return the one person before whose name a word stands somewhere: « le Fribourgeois » of « le Fribourgeois X »."""
    if " " in word or not word[:1].isupper():
        return None
    return next(
        (
            person.name
            for person in memory.people
            for where, start, _ in person.mentions
            if memory.readings[where].flat.endswith(f"{word} ", 0, start)
        ),
        None,
    )


def _by_initials(word: str, memory: Memory) -> str | None:
    """Return the person whose whole function letters stand for: « le CEMA » of « chef d’état-major des armées »."""
    if not word.isupper() or len(word) < _SHORTEST_FORM:
        return None
    return next((each.name for each in memory.people if short_form(each.role) == word.lower()), None)


_SHORTEST_FORM = 3


def _by_own_initials(attribution: Attribution, memory: Memory) -> str | None:
    """Return the one person whose name letters with points begin, or letters before a colon: « C. V. », « CV : »."""
    word = attribution.named
    if "." not in word and attribution.shape != "label":
        return None
    letters = re.findall(r"[^\W\d_]", word)
    if "".join(letters) != re.sub(r"[\s.-]", "", word) or not word.isupper() or len(letters) < _FEWEST_INITIALS:
        return None
    named = [each.name for each in memory.people if re.findall(r"(?<![\w'’])[^\W\d_]", each.name) == letters]
    return named[0] if len(named) == 1 else None


_FEWEST_INITIALS = 2


def _epithet(attribution: Attribution, paragraph: int, memory: Memory) -> str | None:
    """Return whom a noun for any person means, or the name of a people: « le jeune homme », « le Norvégien »."""
    gender = somebody(attribution.named)
    if gender is not None:
        last = named_last(memory, paragraph, attribution.start, gender)
        return last or antecedent(memory, paragraph, attribution.start, gender)
    reading = memory.readings[paragraph]
    word = attribution.named
    if not is_inhabitant(reading, attribution.start, attribution.end, word):
        return None
    code = nation_of(word, reading.language)
    theirs = [person for person in memory.people if code and person.country == code]
    if theirs:
        return max(theirs, key=lambda person: last_before(person, paragraph, attribution.start)).name
    return antecedent(memory, paragraph, attribution.start)


def _holder(attribution: Attribution, paragraph: int, memory: Memory) -> Speaker:
    """Return who holds a function; where nobody is known to, whoever a reader would still think of."""
    known = holder(attribution, paragraph, memory)
    if known is not None:
        return known
    name = None
    if _UNKNOWN_ONE.match(attribution.named) is None:
        gender = gender_told(attribution, memory.readings[paragraph])
        name = named_by_deed(role_key(attribution.named), memory.readings)
        name = name or antecedent(memory, paragraph, attribution.start, gender)
        if name is None and len(memory.untitled) == 1:
            name = memory.untitled[0]
    return Speaker(name or without_article(attribution.named), Confidence.GUESS, "function")


_UNKNOWN_ONE = pattern_of(r"(?:an?|une?|one|l'une? des|l’une? des) ", re.IGNORECASE)
"""What brings somebody in who was not named before: “a spokesman for the port said”."""
