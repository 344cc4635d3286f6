"""Letters seen through: spaces, apostrophes, hyphens and accents made one kind, each character staying in its place."""

import unicodedata
from functools import cache

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "’ʼ‛´`＇"
_HYPHENS = "\u00ad\u2010\u2011"

_PLAIN = {ord(c): " " for c in _SPACES} | {ord(c): "'" for c in _APOSTROPHES} | {ord(c): "-" for c in _HYPHENS}

# Letters that Unicode does not take apart, given the letter a typist would use instead.
_WHOLE = {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ħ": "h", "Ħ": "h", "ı": "i", "ŧ": "t", "ð": "d"}

_LATIN = (range(0x41, 0x250), range(0x1E00, 0x1F00))


def plain(text: str) -> str:
    """Return `text` with every space, apostrophe and hyphen in its simplest form; offsets stay the same."""
    return text.translate(_PLAIN)


def folded(text: str) -> str:
    """Return `text` in small letters without accents, for comparing names; offsets stay the same."""
    return plain(text).translate(_folding())


@cache
def _folding() -> dict[int, str]:
    table: dict[int, str] = {}
    for block in _LATIN:
        for code in block:
            letter = _WHOLE.get(chr(code), unicodedata.normalize("NFD", chr(code))[0])
            small = letter.lower()[:1]
            if small != chr(code):
                table[code] = small
    return table


@cache
def capitals() -> str:
    """Return every capital letter of Latin, Greek and Cyrillic, to stand in a character class."""
    codes = (*range(0x41, 0x250), *range(0x386, 0x530), *range(0x1E00, 0x1F00))
    return _ranges([code for code in codes if chr(code).isupper() or chr(code).istitle()])


def _ranges(codes: list[int]) -> str:
    parts: list[str] = []
    start = last = codes[0]
    for code in [*codes[1:], -1]:
        if code == last + 1:
            last = code
            continue
        parts.append(chr(start) if start == last else f"{chr(start)}-{chr(last)}")
        start = last = code
    return "".join(parts)
