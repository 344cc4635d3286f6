"""Differences: what changed between the paragraphs a page held and those it holds now. Pure text, no Qt."""

from collections.abc import Sequence

from editor.values import frozen

_BREAK = "\u2029"

Point = tuple[int, int]
"""A paragraph (0-based) and a character in it (code points)."""


@frozen
class Difference:
    """A stretch of the former paragraphs, from `start` to `end`, and the paragraphs that took its place."""

    start: Point
    end: Point
    pieces: tuple[str, ...]


def differences(old: Sequence[str], new: Sequence[str], caret: Point | None = None) -> tuple[Difference, ...]:
    """Return what changed, the last difference first, so that each leaves the places of those after it as they are.

    The caret (in the new paragraphs) stands at the end of what was written: it settles which of several equal
    letters is the new one.
    """
    if len(old) == len(new):
        found = []
        for index in range(len(old) - 1, -1, -1):
            if old[index] != new[index]:
                at = caret[1] if caret is not None and caret[0] == index else None
                start, end, piece = difference(old[index], new[index], at)
                found.append(Difference((index, start), (index, end), (piece,)))
        return tuple(found)
    at = sum(len(text) + 1 for text in new[: caret[0]]) + caret[1] if caret is not None else None
    start, end, written = difference(_BREAK.join(old), _BREAK.join(new), at)
    return (Difference(_point(old, start), _point(old, end), tuple(written.split(_BREAK))),)


def difference(old: str, new: str, caret: int | None = None) -> tuple[int, int, str]:
    """Return (start, end, text): characters [start, end) of `old` became `text`."""
    if caret is not None and 0 <= caret <= len(new):
        after = len(new) - caret
        if after <= len(old) and old.endswith(new[caret:]):
            end = len(old) - after
            start = _common_start(old[:end], new[:caret])
            return start, end, new[start:caret]
    start = _common_start(old, new)
    most = min(len(old), len(new)) - start
    after = _common_start(old[len(old) - most :][::-1], new[len(new) - most :][::-1])
    return start, len(old) - after, new[start : len(new) - after]


def utf16(text: str, count: int) -> int:
    """Return how many UTF-16 units, which Qt counts in, the first `count` code points of `text` take."""
    if text.isascii():
        return count
    return len(text[:count].encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str, units: int) -> int:
    """Return how many code points of `text` the first `units` UTF-16 units are."""
    if text.isascii():
        return min(units, len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore"))


def _point(texts: Sequence[str], offset: int) -> Point:
    for index, text in enumerate(texts):
        if offset <= len(text):
            return index, offset
        offset -= len(text) + 1
    return len(texts) - 1, len(texts[-1])


def _common_start(first: str, second: str) -> int:
    """Return the length of the common start, by bisection on slices, which Python compares at the speed of C."""
    high = min(len(first), len(second))
    if first[:high] == second[:high]:
        return high
    low = 0
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
