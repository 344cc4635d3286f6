"""Forms French spelling fixes beyond the dictionary: the letter œ, and ordinals in figures. Offsets are code points."""

import re
from collections.abc import Iterator
from functools import cache

from editor.text.lexicon import alternatives, table
from editor.text.typography import Rewriting
from editor.text.verbatim import is_verbatim

_LETTER = r"[^\W\d_]"
_OE = {"oe": "œ", "Oe": "Œ", "OE": "Œ", "oE": "œ"}
_ORDINAL = re.compile(
    r"(?<![\w.,])(?P<one>1)(?P<first>ère|ères|ere|eres|ier|iers|ière|ières|iere|é|ème|eme)(?!\w)"
    r"|(?<![\w.,])(?P<number>\d+|[IVX]+)(?P<next>ème|èmes|eme|emes|ième|ièmes|ieme|iemes|è|é)(?!\w)"
    r"|(?<![\w.,])(?P<two>2)(?P<second>nd|nds|nde|ndes)(?!\w)"
)
_FIRST = {"ère": "re", "ere": "re", "ière": "re", "iere": "re", "ères": "res", "eres": "res", "ières": "res",
          "ier": "er", "é": "er", "iers": "ers", "ème": "er", "eme": "er"}  # fmt: skip


def ligatures_amiss(text: str) -> Iterator[Rewriting]:
    """Yield the letters “oe” that are one letter: cœur, œuvre, sœur; coexister and moelle keep two."""
    for match in _two_letters().finditer(text):
        if not is_verbatim(text, match.start(), match.end()):
            start = match.start() + match.group().lower().index("oe")
            yield Rewriting(start, start + 2, _OE[text[start : start + 2]])


def ordinals_amiss(text: str) -> Iterator[Rewriting]:
    """Yield French ordinals that are not 1er, 1re, 2e, 2d, 2de: 1ère, 2ème, 2nd."""
    for match in _ORDINAL.finditer(text):
        if is_verbatim(text, match.start(), match.end()):
            continue
        if match["first"]:
            wanted = "1" + _FIRST[match["first"]]
        elif match["second"]:
            wanted = "2" + match["second"].replace("n", "", 1)
        else:
            wanted = match["number"] + ("es" if match["next"].endswith("s") else "e")
        yield Rewriting(match.start(), match.end(), wanted)


@cache
def _two_letters() -> re.Pattern[str]:
    words = table("checks")["ligatures"]
    forms = rf"(?:{alternatives(words['words'])})s?|(?:{alternatives(words['stems'])}){_LETTER}*"
    return re.compile(rf"(?<!{_LETTER})(?:{forms})(?!{_LETTER})", re.IGNORECASE)
