"""The signs of sentences: dashes, “etc.”, nested marks, full stops beside closing marks, first and last characters."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import spots
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.profile import NO_BREAK
from editor.model.rows import Row, RowKind
from editor.text.letters import plain
from editor.text.lexicon import alternatives, table
from editor.text.marks import Family, find_marked
from editor.text.typography import NO_BREAKS, SPACES
from editor.text.verbatim import is_verbatim
from editor.words import Sentence, say, say_count

_S = f"[{SPACES}]"
_ETC = re.compile(
    rf"(?P<comma>,?)(?P<gap>{_S}*)(?<![\w.@/])(?P<word>etc|ect|Etc)(?P<points>\.{{2,}}|…|\.{_S}?…|\.)?(?![\w@/-])"
)


def et_cetera(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F11: “etc.” with one point and a comma before it, never “etc…”."""
    for spot in spots(row, Language.FR):
        for match in _ETC.finditer(spot.text):
            before = spot.text[: match.start()]
            gap = ", " if before[-1:].isalnum() or before[-1:] in "»)" else match["comma"] + match["gap"]
            text = (gap if before else "") + "etc."
            if match.group() == text or (match.group().startswith(",") and match.group()[1:].strip(SPACES) == "etc."):
                continue
            why = say("“etc.” has one point and a comma before it.")
            yield Finding(spot.at(*match.span()), why, spot.put(_write(text.strip()), *match.span(), text))


_FRENCH_DASH = re.compile(
    rf"(?<=[\w,»)]){_S}-{{1,3}}{_S}(?=[\w«(])|(?<=[a-zà-ÿ»)]){_S}?--{_S}?(?=[a-zà-ÿ«(])|(?<=[a-zà-ÿ»)])—(?=[a-zà-ÿ«(])"
)
_INCISE = re.compile(
    rf"(?<=[\w,»)]) (?P<open>[–—])(?P<first>{_S})(?P<inner>[^–—.:;]{{3,200}}?)(?P<last>{_S})(?P<close>[–—])(?= |[,.;])"
)


def french_dashes(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F36: incises stand between – and –, with no-break spaces inside; neither - nor -- is a dash."""
    for spot in spots(row, Language.FR):
        for match in _FRENCH_DASH.finditer(spot.text):
            if is_verbatim(spot.text, *match.span()) or not _is_dash(spot.text, match):
                continue
            why = say_count("A hyphen stands for a dash.", "Hyphens stand for dashes at {count} places.", 1)
            yield Finding(spot.at(*match.span()), why, spot.put(_write("–"), *match.span(), " – "), kind="dash")
        for match in () if row.kind is RowKind.CONTACT else _INCISE.finditer(spot.text):
            for name in ("first", "last"):
                if match[name] not in NO_BREAKS:
                    why = say_count(
                        "The line may break inside the dashes.",
                        "The line may break inside the dashes, {count} times.",
                        1,
                    )
                    mend = spot.put(say("Put the no-break space"), *match.span(name), NO_BREAK)
                    yield Finding(spot.at(*match.span(name)), why, mend, level=Level.HINT, kind="space")


def _is_dash(text: str, match: re.Match[str]) -> bool:
    """Tell whether a hyphen between spaces parts words of a sentence, not figures, two names or an option."""
    before, after = text[match.start() - 1], text[match.end()]
    if "--" in match.group() and not after.isspace() and match.group()[-1] == "-" and match.group()[0] in SPACES:
        return False
    if before.isdigit() or after.isdigit():
        return False
    words = re.search(r"[\w’'-]+$", text[: match.start()])
    named = bool(words) and words is not None and words.group()[0].isupper()
    return "--" in match.group() or not (named and after.isupper())


_ENGLISH_DASH = re.compile(rf"(?<=[\w,”’)]){_S}-{_S}(?=[\w“‘(])|(?<=[\w,”’)]){_S}?--{_S}?(?=[A-Za-z“‘(])")
_FORMS = re.compile(rf"(?<=[a-z,”’)])(?:{_S}[–—]{_S}|[–—])(?=[a-z“‘(])")


def english_dashes(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """E05: dashes are those of the house, one form throughout; neither - nor -- is a dash."""
    wanted = desk.profile.style.dash
    texts = [(spot, *_dashes(spot.text)) for row in doc.rows for spot in spots(row, Language.EN)]
    has_wanted = any(plain(match.group()) == wanted for _, _, forms in texts for match in forms)
    for spot, hyphens, forms in texts:
        for match in hyphens:
            why = say_count("A hyphen stands for a dash.", "Hyphens stand for dashes at {count} places.", 1)
            mend = spot.put(_write(wanted.strip()), *match.span(), wanted)
            yield Finding(spot.at(*match.span()), why, mend, kind="dash")
        for match in forms:
            if plain(match.group()) != wanted:
                why = say_count("This dash is not the house’s.", "{count} dashes are not the house’s.", 1)
                mend = spot.put(_write(wanted.strip()), *match.span(), wanted)
                level = Level.WARNING if has_wanted else Level.HINT
                yield Finding(spot.at(*match.span()), why, mend, level=level, kind="form", is_doubtful=not has_wanted)


@lru_cache(maxsize=2048)
def _dashes(text: str) -> tuple[tuple[re.Match[str], ...], tuple[re.Match[str], ...]]:
    """Return the hyphens that stand for dashes, and the dashes."""
    if not any(sign in text for sign in "-–—"):
        return (), ()
    hyphens = (match for match in _ENGLISH_DASH.finditer(text) if _is_dash(text, match))
    return (
        tuple(match for match in hyphens if not is_verbatim(text, *match.span())),
        tuple(match for match in _FORMS.finditer(text) if not is_verbatim(text, *match.span())),
    )


_RANGE = re.compile(
    r"\b(?P<open>[Ff]rom|[Bb]etween) (?P<first>\d{1,4})(?P<dash>[–—-])(?P<last>\d{1,4})(?![\d–—/-]|\.\d|,\d|%)"
)


def english_ranges(row: Row, _desk: Desk) -> Iterator[Finding]:
    """E06: a range has a dash or words, never both: from 1990 to 1995, not “from 1990–95”."""
    for spot in spots(row, Language.EN):
        for match in _RANGE.finditer(spot.text):
            first, last = match["first"], match["last"]
            last = first[: len(first) - len(last)] + last if len(last) < len(first) == 4 else last
            if int(last) <= int(first) or re.match(rf"{_S}to\b", spot.text[match.end() :]):
                continue
            text = f"{first} {'to' if match['open'].lower() == 'from' else 'and'} {last}"
            why = say("A range has a dash or words, not both.")
            yield Finding(
                spot.at(*match.span()), why, spot.put(_write(text), match.start("first"), match.end("last"), text)
            )


_POINTS = re.compile(
    rf"(?P<cut>[\[(]{_S}*(?:\.{{3,}}|\.{_S}\.{_S}\.|…){_S}*[\])])|(?<![.\w/])\.{_S}\.{_S}\.(?!\.)|(?<!\.)\.{{3}}(?!\.)"
)


def english_ellipses(row: Row, _desk: Desk) -> Iterator[Finding]:
    """E25: an ellipsis is one sign, a cut […]."""
    for spot in spots(row, Language.EN):
        for match in _POINTS.finditer(spot.text):
            text = "[…]" if match["cut"] else "…"
            if match.group() == text or is_verbatim(spot.text, *match.span()):
                continue
            why = say_count("An ellipsis is one sign.", "{count} ellipses are not one sign each.", 1)
            yield Finding(spot.at(*match.span()), why, spot.put(_write(text), *match.span(), text))


_TWO_STOPS = re.compile(rf"[.!?…](?P<gap>{_S}*)»(?P<stop>\.)(?!\.)")
_FRAGMENT = re.compile(
    rf"(?<=[a-zà-ÿ]){_S}«{_S}*(?P<words>[a-zà-ÿ][^«».!?…]{{1,80}})(?P<stop>\.)(?P<gap>{_S}*)»(?={_S}*$|{_S}+[A-ZÀ-Ý])"
)


def french_stops(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F39: one full stop beside », inside it after a whole sentence, outside after a fragment."""
    for spot in spots(row, Language.FR):
        for match in _TWO_STOPS.finditer(spot.text):
            start, end = match.span("stop")
            why = say("One full stop is enough beside a closing mark.")
            yield Finding(spot.at(start, end), why, spot.put(say("Take out the sign"), start, end, ""))
        for match in _FRAGMENT.finditer(spot.text):
            start, end = match.start("stop"), match.end()
            why = say("The full stop stands behind the closing mark of a fragment.")
            text = f"{match['gap']}»."
            yield Finding(
                spot.at(start, end), why, spot.put(_write("»."), start, end, text), level=Level.HINT, is_doubtful=True
            )


def nested_marks(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F41: a quotation inside « » stands between “ ”."""
    for spot in spots(row, Language.FR):
        marked = find_marked(spot.text)
        outer = [each for each in marked if not each.depth and each.regular and each.family is Family.GUILLEMETS]
        for each in marked:
            if each.depth != 1 or not each.opened or not each.closed or each.family is Family.SINGLE:
                continue
            inside = any(one.outer < each.outer and each.outer_end < one.outer_end for one in outer)
            ends = spot.text[each.outer] + spot.text[each.outer_end - 1]
            if inside and ends != "“”":
                changes = ((each.outer, each.start, "“"), (each.end, each.outer_end, "”"))
                why = say("A quotation inside another stands between “ ”.")
                yield Finding(spot.at(each.outer, each.outer_end), why, spot.put_all(say("Put “ ”"), changes))


_INSIDE = re.compile(r"(?P<mark>[”’])(?P<sign>[.,])(?!\d)")


def points_and_marks(row: Row, desk: Desk) -> Iterator[Finding]:
    """E19: full stop and comma beside a closing mark, before it in American usage, by the sense in British."""
    for spot in spots(row, Language.EN):
        if desk.profile.style.points_inside:
            for match in _INSIDE.finditer(spot.text):
                if match["mark"] == "’" and "‘" not in spot.text[: match.start()]:
                    continue
                text = match["sign"] + match["mark"]
                why = say("This house puts the sign before the closing mark.")
                yield Finding(spot.at(*match.span()), why, spot.put(_write(text), *match.span(), text))
            continue
        for match in _scare_comma().finditer(spot.text):
            text = match["mark"] + match["sign"]
            why = say("The sign is not part of the words quoted.")
            place = match.start("sign"), match.end("mark")
            yield Finding(
                spot.at(*place), why, spot.put(_write(text), *place, text), level=Level.HINT, is_doubtful=True
            )


@cache
def _scare_comma() -> re.Pattern[str]:
    verbs = alternatives(table("usage")["attributing_en"])
    return re.compile(
        rf"(?<=[a-z] )“[a-z][\w’-]*(?: [\w’-]+){{0,2}}(?P<sign>,)(?P<mark>”)(?! (?:{verbs}|he|she|they|[A-Z]))"
    )


_SIGNATURE = re.compile(rf"[.!?…]{_S}*[»”]{_S}*[—–-]?{_S}*(?P<name>[A-ZÀ-Ý][^.!?…»”]*)$")


def _is_signed(text: str) -> bool:
    """Tell whether a quotation is a whole sentence and who spoke stands behind it, without a verb: « … » Ada Lovell."""
    signed = _SIGNATURE.search(text)
    return signed is not None and len(signed["name"].split()) < _FEWEST


_ENDS = '.!?…:;»”’")]'
_FEWEST = 12
"""Words; shorter paragraphs may be signatures, places or titles."""


def whole_sentences(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F50: a paragraph begins with a capital and ends with a sign."""
    if row.kind is not RowKind.PARAGRAPH:
        return
    for spot in spots(row, Language.FR):
        text = spot.text.strip(SPACES)
        if len(text.split()) < _FEWEST:
            continue
        start = len(spot.text) - len(spot.text.lstrip(SPACES))
        word = re.match(r"[a-zà-ÿ][a-zà-ÿ’'-]*(?![\w.@/])", text)
        if word and not is_verbatim(spot.text, start):
            first = text[0].upper()
            why = say("A paragraph begins with a capital.")
            yield Finding(
                spot.at(start, start + word.end()),
                why,
                spot.put(_write(first), start, start + 1, first),
                level=Level.HINT,
            )
        end = start + len(text)
        if text[-1] not in _ENDS and text[-1].isalpha() and not (is_verbatim(spot.text, end - 1) or _is_signed(text)):
            why = say("A paragraph ends with a sign.")
            yield Finding(spot.at(end - 1, end), why, spot.put(_write("."), end, end, "."))


def _write(text: str) -> Sentence:
    return say("Write “{text}”", text=text)


RULES = (
    Rule("F11", Level.WARNING, say("Et cetera"), on_row=et_cetera, silences=("F10", "F38")),
    Rule("F36", Level.WARNING, say("French dashes"), on_row=french_dashes),
    Rule("F39", Level.WARNING, say("Full stops beside closing marks"), on_row=french_stops),
    Rule("F41", Level.WARNING, say("Marks inside marks"), on_row=nested_marks),
    Rule("F50", Level.WARNING, say("First and last character"), on_row=whole_sentences, proposes=True),
    Rule("E05", Level.WARNING, say("English dashes"), on_document=english_dashes),
    Rule("E06", Level.WARNING, say("Ranges"), on_row=english_ranges),
    Rule("E19", Level.WARNING, say("Signs beside closing marks"), on_row=points_and_marks),
    Rule("E25", Level.WARNING, say("English ellipses"), on_row=english_ellipses),
)
