"""Attributions written beside a quote: “, said Ms Lovell”, « , a déclaré Mme Lovell », « , a-t-elle ajouté »."""

from functools import cache

from editor.model.language import Language
from editor.model.people import Gender
from editor.text.lexicon import table
from editor.text.naming import Naming
from editor.values import frozen

_PRONOUNS = {
    Language.EN: {Gender.MASCULINE: "he", Gender.FEMININE: "she"},
    Language.FR: {Gender.MASCULINE: "il", Gender.FEMININE: "elle"},
}
_CLOSING = '”’"»'
_STOPS = ",.!?…"


@frozen
class Attribution:
    """Words that say who speaks; characters [start, end) of them name the speaker, none where a pronoun does."""

    text: str
    start: int = 0
    end: int = 0


def attributions(speaker: Naming, gender: Gender | None, language: Language) -> tuple[Attribution, ...]:
    """Return what may be written behind a quote: each verb with the name, then each with the pronoun.

    What would have to agree with a gender that nobody has said is not offered.
    """
    found = []
    for verb in _verbs(language):
        agreed = _agreeing(verb, gender)
        if agreed and speaker.text:
            lead = f"{agreed} "
            found.append(Attribution(lead + speaker.text, len(lead) + speaker.start, len(lead) + speaker.end))
    if gender is not None:
        found += [Attribution(_with_pronoun(verb, gender, language)) for verb in _verbs(language)]
    return tuple(found)


def place_behind(text: str, end: int, language: Language) -> tuple[int, str]:
    """Return where an attribution of the words that end at `end` is written, and the sign or space before it.

    The closing quotation mark belongs to the words. French parts by a comma; English has its comma inside the marks
    and is given one outside only where the words end without any stop.
    """
    place = end
    while place < len(text) and text[place] in "\u00a0\u202f " and text[place : place + 2].strip()[:1] in _CLOSING:
        place += 1
    while place < len(text) and text[place] in _CLOSING:
        place += 1
    if language is Language.FR:
        return place, ", "
    return place, " " if text[:end].rstrip()[-1:] in _STOPS else ", "


def _agreeing(verb: str, gender: Gender | None) -> str:
    if not verb.startswith("s’est "):
        return verb
    return "" if gender is None else f"{verb}e" if gender is Gender.FEMININE else verb


def _with_pronoun(verb: str, gender: Gender, language: Language) -> str:
    pronoun = _PRONOUNS[language][gender]
    if language is Language.EN:
        return f"{pronoun} {verb}"
    auxiliary, _, participle = _agreeing(verb, gender).partition(" ")
    return f"{auxiliary}{'-t-' if auxiliary == 'a' else '-'}{pronoun} {participle}"


@cache
def _verbs(language: Language) -> tuple[str, ...]:
    side = 0 if language is Language.EN else 1
    return tuple(pair[side] for pair in table("attributions")["pairs"])
