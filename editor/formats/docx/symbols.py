"""Symbols: signs that Word keeps by their place in a font of signs, as the characters that look the same.

The table `resources/recognition/symbols.json` holds the signs of the fonts Symbol and Wingdings that texts use.
"""

import re
from typing import Final

from editor.formats.docx.archive import Element, W
from editor.text.lexicon import table

_PRIVATE: Final = re.compile("[\uf020-\uf0ff]")
"""Where fonts of signs put their signs (ECMA-376 Part 1, 17.3.3.30): U+F000 and the place in the font."""
_PLACES: Final = 0xFF


def sign_of(symbol: Element) -> str:
    """Return the character that a `w:sym` element shows; "" where none is known that looks the same."""
    place = symbol.get(f"{W}char", "")
    try:
        code = int(place, 16)
    except ValueError:
        return ""
    known = _sign(symbol.get(f"{W}font", ""), code)
    return known or (chr(code) if 0x20 < code < 0xD800 and code > _PLACES else "")


def with_signs(text: str, run: Element) -> tuple[str, int]:
    """Return the characters of a run with its signs, and how many were left out because nothing looks the same."""
    if _PRIVATE.search(text) is None:
        return text, 0
    fonts = run.find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii", "") or fonts.get(f"{W}hAnsi", "")
    left_out = [letter for letter in _PRIVATE.findall(text) if not _sign(font, ord(letter))]
    return _PRIVATE.sub(lambda match: _sign(font, ord(match[0])), text), len(left_out)


def _sign(font: str, code: int) -> str:
    """Return the character of a place in a font; where the font is not told, the place in Symbol or in Wingdings."""
    place = f"{code & _PLACES:02x}"
    name = font.lower()
    names = [each for each in ("symbol", "wingdings") if name.startswith(each)] or ["symbol", "wingdings"]
    signs: list[str] = [table("symbols")[each].get(place, "") for each in names]
    return next(filter(None, signs), "")
