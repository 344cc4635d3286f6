"""Letters seen through: spaces, apostrophes, hyphens and accents made one kind, each character staying in its place.

`searchable` alone also takes characters apart and leaves some out, and therefore tells where each one stood.
"""

import re
import unicodedata
from functools import cache, lru_cache

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "’ʼ‛´`＇"
_HYPHENS = "\u00ad\u2010\u2011"

_PLAIN = {ord(c): " " for c in _SPACES} | {ord(c): "'" for c in _APOSTROPHES} | {ord(c): "-" for c in _HYPHENS}

# Letters that Unicode does not take apart, given the letter a typist would use instead.
_WHOLE = {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ħ": "h", "Ħ": "h", "ı": "i", "ŧ": "t", "ð": "d"}

CAPITAL = r"[^\W\d_a-zß-öø-ÿœ]"
"""A class for the first letter of a capitalised word: any letter but the small ones English and French begin with.

Small letters of other alphabets slip through; callers that mind ask `str.isupper`. A full class of capitals would need
hundreds of ranges and take longer to compile than a release takes to read.
"""

_LATIN = (range(0x41, 0x250), range(0x1E00, 0x1F00))


# Most characters of a text stay as they are: to look for the others is several times faster than `str.translate`.
_UNUSUAL = re.compile(r"[^\x00-\x7f]|[\t`]")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return `text` with every space, apostrophe and hyphen in its simplest form; offsets stay the same."""
    return _UNUSUAL.sub(_simplest, text)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return `text` in small letters without accents, for comparing names; offsets stay the same."""
    # Only the capital I with a dot grows when it is made small, and that one is folded before.
    return _UNUSUAL.sub(_folded, plain(text)).lower()


def _simplest(match: re.Match[str]) -> str:
    return _PLAIN.get(ord(match.group()), match.group())


def _folded(match: re.Match[str]) -> str:
    return _folding().get(ord(match.group()), match.group())


def searchable(text: str) -> tuple[str, list[int]]:
    """Return `text` as people type what they look for, and for each character (and the end) the offset it came from.

    Case, accents (in whichever way they are written), ligatures and the kinds of spaces and apostrophes do not count.
    """
    parts = [_sought(character) for character in text]
    return "".join(parts), [*(place for place, part in enumerate(parts) for _ in part), len(text)]


@lru_cache(maxsize=4096)
def _sought(character: str) -> str:
    """Return a character as it is looked for: nothing of an accent, several letters of a ligature."""
    letters = unicodedata.normalize("NFKD", character).casefold()
    bare = "".join(" " if letter.isspace() else letter for letter in letters if not unicodedata.combining(letter))
    return bare.replace("’", "'")


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
