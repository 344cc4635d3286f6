"""Stretches of a text that no typographic rule may touch: addresses, code, mark-up, times, ratios, smileys."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from editor.text.patterns import pattern_of

_VERBATIM = pattern_of(
    r"""
    (?=[<`&:;@\#/.+\d-]|(?<!\w)\w)(?:                        # where any of them can begin
    <!\[CDATA\[.*?\]\]>                                      # mark-up quoted in a text
    | </?[A-Za-z!][^<>]*>
    | `[^`]+`                                                # code
    | (?<!\w)(?:[A-Za-z][A-Za-z0-9+.-]{1,15}:)?//[^\s«»<>“”"]+   # addresses with a scheme
    | (?<!\w)(?:mailto|tel|urn|tag|doi):[^\s«»<>“”"]+
    | (?<!\w)www\.[^\s«»<>“”"]+
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+               # mail
    | (?<![\w@])[A-Za-z0-9-]+(?:\.[a-z][A-Za-z0-9-]*)+(?:/[^\s«»<>“”"]*)?   # debian.org, node.js
    | (?<!\w)[@#]\w+                                         # accounts and tags
    | (?<!\w)\w+(?:_\w+)+                                    # names of programs' parts
    | (?<![\d:])\d+(?::\d+)+(?![\d:])                        # 13:52, 3:1
    | &\#?\w+;                                               # entities
    | ::+
    | (?<!\S)[:;]-?[()DPp/|](?!\w)                           # smileys
    )
    """,
    re.VERBOSE,
)
_HINT = pattern_of(r"[/@#_<&`:;]|\.[a-z]|www")
"""What each of them has: most paragraphs have none of it."""
_SPACE = re.compile(r"\s")
_NOT_THEIRS = ".,;:!?…'’)]"


@lru_cache(maxsize=2048)
def verbatim(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end (code points) of each stretch that stands as it is, in order and without overlaps."""
    if not _HINT.search(text):
        return ()
    found = []
    for match in _matches(text):
        start, end = match.span()
        if text[start] not in ":;<&`":
            end = start + len(_without_tail(text[start:end]))
        if start < end:
            found.append((start, end))
    return tuple(found)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield every match. But for mark-up and code, which may hold spaces, each lies in one word that has a hint."""
    if "<" in text or "`" in text:
        yield from _VERBATIM.finditer(text)
        return
    end = 0
    for hint in _HINT.finditer(text):
        place = hint.start()
        if place < end:
            continue
        before = text[end:place]
        begin = place - len(before.rsplit(None, 1)[-1]) if before and not before[-1].isspace() else place
        space = _SPACE.search(text, place)
        end = space.start() if space else len(text)
        yield from _VERBATIM.finditer(text, begin, end)


def is_verbatim(text: str, start: int, end: int | None = None) -> bool:
    """Whether any character of [start, end) (of `start` alone without `end`) lies in a stretch that stands as it is."""
    stretches = verbatim(text)
    if not stretches:
        return False
    last = (start + 1 if end is None else max(end, start + 1)) - 1
    index = bisect_right(stretches, (last, len(text) + 1)) - 1
    return index >= 0 and stretches[index][1] > start


def _without_tail(address: str) -> str:
    """Leave out the punctuation after an address, but keep a bracket that was opened inside it."""
    while address and address[-1] in _NOT_THEIRS:
        if address[-1] == ")" and "(" in address:
            break
        address = address[:-1]
    return address
