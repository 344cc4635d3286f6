"""Single characters: stray spaces, doubled signs, invisible and mangled characters."""

import re
import unicodedata
from collections.abc import Iterator

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import spots
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.typography import NO_BREAKS, SPACES, straight_apostrophes
from editor.text.verbatim import is_verbatim
from editor.words import say, say_count

_S = f"[{SPACES}]"
_RUN = re.compile(rf"{_S}{{2,}}|\t")


def french_stray_spaces(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F34: double, leading and trailing spaces and tabs in the French."""
    yield from _stray_spaces(row, Language.FR)


def english_stray_spaces(row: Row, _desk: Desk) -> Iterator[Finding]:
    """E18: double, leading and trailing spaces and tabs in the English; spaces before a comma, none after a stop."""
    yield from _stray_spaces(row, Language.EN)
    yield from spaces_beside_signs(row, Language.EN)


def _stray_spaces(row: Row, language: Language) -> Iterator[Finding]:
    for spot in spots(row, language):
        text = spot.text
        head, tail = len(text) - len(text.lstrip(SPACES)), len(text.rstrip(SPACES))
        if head and tail:
            why = say_count("A space stands at the start.", "Spaces stand at the start of {count} paragraphs.", 1)
            yield Finding(spot.at(0, head), why, spot.put(say("Take out the space"), 0, head, ""))
        if tail < len(text) and tail:
            why = say_count("A space stands at the end.", "Spaces stand at the end of {count} paragraphs.", 1)
            yield Finding(spot.at(tail, len(text)), why, spot.put(say("Take out the space"), tail, len(text), ""))
        for match in _RUN.finditer(text, head, tail):
            kept = next((space for space in match.group() if space in NO_BREAKS), " ")
            why = say_count("A double space.", "{count} double spaces.", 1)
            mend = spot.put(say("Leave one space"), match.start(), match.end(), kept)
            yield Finding(spot.at(match.start(), match.end()), why, mend)


_BEFORE_COMMA = re.compile(rf"(?<=[\w»”’)\]]){_S}+(?=[,)\]](?!\d)|\.(?![\w.]))")
_AFTER_COMMA = re.compile(
    r"(?<=[^\W\d_»”)\]])(?P<comma>,)(?=[^\W\d_«“])|(?<=\w\w)(?P<stop>\.)(?=[A-ZÀ-ÖØ-Þ«][a-zà-öø-ÿ\s]|[CDJLNS][’'])"
)
_AFTER_OPENING = re.compile(rf"(?<=[(\[]){_S}+(?=\w)")


def spaces_beside_signs(row: Row, language: Language) -> Iterator[Finding]:
    """Yield what E18 and F06 say of the spaces before and after , . ) ]; numbers, addresses, initials are let be."""
    for spot in spots(row, language):
        for match in (*_BEFORE_COMMA.finditer(spot.text), *_AFTER_OPENING.finditer(spot.text)):
            if not is_verbatim(spot.text, match.start(), match.end() + 1):
                why = say_count("A stray space stands beside a sign.", "{count} stray spaces stand beside signs.", 1)
                # A space on the wrong side of a comma goes to the right one.
                shifts = spot.text[match.end()] == "," and spot.text[match.end() + 1 : match.end() + 2].isalpha()
                end, text = (match.end() + 1, ", ") if shifts else (match.end(), "")
                mend = spot.put(say("Take out the space"), match.start(), end, text)
                yield Finding(spot.at(match.start(), match.end()), why, mend)
        for match in _AFTER_COMMA.finditer(spot.text):
            if not is_verbatim(spot.text, match.start(), match.end() + 1):
                why = say_count("A space is missing after a sign.", "{count} spaces are missing after signs.", 1)
                mend = spot.put(say("Put a space"), match.end(), match.end(), " ")
                yield Finding(spot.at(match.start(), match.end()), why, mend)


_SUPERFLUOUS = re.compile(
    rf"(?P<comma>,{_S}?(?=[.;:,]))|(?P<twice>;(?={_S}?;)|:(?={_S}:))|(?P<after>(?<=[?!])\.(?!\.))"
    r"|(?P<points>(?<=[^.]\.)\.(?!\.))|(?P<stop>(?<=[;:])\.(?![.\w]))"
)


def superfluous_signs(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F38: signs that cannot follow each other: “,.” “;;” “?.” and two full stops."""
    for spot in spots(row, Language.FR):
        for match in _SUPERFLUOUS.finditer(spot.text):
            if is_verbatim(spot.text, match.start(), match.end() + 1) or spot.text[match.end() :].startswith("..."):
                continue
            mend = spot.put(say("Take out the sign"), match.start(), match.end(), "")
            yield Finding(spot.at(match.start(), match.end()), say("Two signs that cannot follow each other."), mend)


def apostrophes(row: Row, language: Language) -> Iterator[Finding]:
    """E04, F07: the apostrophe is U+2019."""
    for spot in spots(row, language):
        for start, end in straight_apostrophes(spot.text, language):
            why = say_count("A straight apostrophe.", "{count} straight apostrophes.", 1)
            mend = spot.put(say("Put the typographic apostrophe"), start, end, "’")
            yield Finding(spot.at(start, end), why, mend)


_INVISIBLE = re.compile("[\u200b\u00ad\ufeff\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\u180e]+")


def invisible_characters(row: Row, _desk: Desk) -> Iterator[Finding]:
    """R25: characters nobody sees: zero-width space, soft hyphen, byte order mark, marks of direction."""
    for spot in spots(row):
        for match in _INVISIBLE.finditer(spot.text):
            why = say_count("An invisible character.", "Invisible characters at {count} places.", 1)
            mend = spot.put(say("Take out the character"), match.start(), match.end(), "")
            yield Finding(spot.at(match.start(), match.end()), why, mend)


_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*", re.DOTALL)


def uncomposed_letters(row: Row, _desk: Desk) -> Iterator[Finding]:
    """R26: letters that are not composed (Unicode NFC), so that equal words are not equal."""
    for spot in spots(row):
        if unicodedata.is_normalized("NFC", spot.text):
            continue
        for match in _CLUSTER.finditer(spot.text):
            composed = unicodedata.normalize("NFC", match.group())
            if composed != match.group():
                why = say_count(
                    "A letter and its accent stand apart.", "{count} letters stand apart from their accents.", 1
                )
                mend = spot.put(say("Put the letter with its accent"), match.start(), match.end(), composed)
                yield Finding(spot.at(match.start(), match.end()), why, mend)


_MANGLED = re.compile(
    "\ufffd+|(?:[ÃÂÄÅ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[\u0080€‚][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])+"
)


def mangled_characters(row: Row, _desk: Desk) -> Iterator[Finding]:
    """R28: characters read in the wrong encoding (Ã©, â€™), or lost (U+FFFD)."""
    for spot in spots(row):
        for match in _MANGLED.finditer(spot.text):
            written = _read_again(match.group())
            if not written and "\ufffd" not in match.group():
                continue
            why = say("Characters were read in the wrong encoding.")
            mend = spot.put(say("Write “{text}”", text=written), *match.span(), written) if written else None
            yield Finding(spot.at(*match.span()), why, mend)


def _read_again(mangled: str) -> str:
    """Return what UTF-8 text was meant before it was read as Windows-1252, or nothing."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return mangled.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return ""


_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТХІЈЅаеорсухіјѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοѵ",
    "ABEKMHOPCTXIJSaeopcyxijsdhABEZHIKMNOPTYXov",
)
_OTHER_SCRIPT = re.compile("[\u0370-\u052f]")
"""Greek and Cyrillic."""
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")


def look_alikes(row: Row, _desk: Desk) -> Iterator[Finding]:
    """R27: letters of another script that look Latin, inside a Latin word (after Unicode’s table of confusables)."""
    for spot in spots(row):
        if not _OTHER_SCRIPT.search(spot.text):
            continue
        for match in _WORD.finditer(spot.text):
            word = match.group()
            latin = word.translate(_LOOK_ALIKES)
            if latin != word and _LATIN.search(word) and not _LATIN.sub("", latin):
                why = say("Letters of another script look like those of this word.")
                mend = spot.put(say("Write “{text}”", text=latin), *match.span(), latin)
                yield Finding(spot.at(*match.span()), why, mend)


_THREE = re.compile(r"([a-zà-ÿ])\1\1")
_TRIPLED = re.compile(r"(?<![\w@./-])[a-zà-ÿ]*?(?P<three>(?P<letter>[a-zà-ÿ])(?P=letter){2,})[a-zà-ÿ]*(?![\w@/])")


def tripled_letters(row: Row, _desk: Desk) -> Iterator[Finding]:
    """R29: three equal letters in a row."""
    for spot in spots(row):
        for match in _TRIPLED.finditer(spot.text) if _THREE.search(spot.text) else ():
            if set(match.group()) == {match["letter"]} or is_verbatim(spot.text, *match.span()):
                continue
            yield Finding(spot.at(*match.span()), say("A letter stands here three times in a row."))


RULES = (
    Rule("F34", Level.WARNING, say("Spaces in the French"), on_row=french_stray_spaces),
    Rule("E18", Level.WARNING, say("Spaces in the English"), on_row=english_stray_spaces),
    Rule("F38", Level.WARNING, say("Superfluous signs"), on_row=superfluous_signs),
    Rule("R25", Level.WARNING, say("Invisible characters"), on_row=invisible_characters),
    Rule("R26", Level.WARNING, say("Letters with accents apart"), on_row=uncomposed_letters),
    Rule("R27", Level.ERROR, say("Letters of another script"), on_row=look_alikes),
    Rule("R29", Level.HINT, say("Letters tripled"), on_row=tripled_letters),
    Rule("R28", Level.ERROR, say("Mangled characters"), on_row=mangled_characters),
)
