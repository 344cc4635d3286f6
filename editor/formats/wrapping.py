"""Wrapped text: mail and old editors cut each paragraph into lines of one width; here they are joined again."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from editor.values import frozen

_NARROWEST: Final = 50
_WIDEST: Final = 100
"""Characters between which a width is one that programs wrap at: 65, 72, 76, 80."""
_FEWEST_CUTS: Final = 3
_SHARE: Final = 0.9
"""Share of the cuts inside paragraphs that a wrapping program would have made in the same place."""
_PLAIN_SPACE: Final = re.compile(r"[ \t]")
_ITEM: Final = re.compile(r"[ \t\u00a0]*(?:[•‣◦▪●○∙·*–—-]|\(?\d{1,2}[.)])[ \t\u00a0\u202f]+\S")


@frozen
class Unwrapped:
    """The lines of a text, a paragraph each, and how many lines went into others."""

    lines: tuple[str, ...]
    joined: int


def unwrapped(lines: Sequence[str]) -> Unwrapped:
    """Join the lines of wrapped paragraphs; a text that was not wrapped comes back as it is."""
    paragraphs = [tuple(group) for is_text, group in groupby(lines, lambda line: bool(line.strip())) if is_text]
    width = max((len(line.rstrip(" ")) for line in lines), default=0)
    cuts = [pair for paragraph in paragraphs for pair in pairwise(paragraph) if not _ITEM.match(pair[1])]
    if not _NARROWEST <= width <= _WIDEST or len(cuts) < _FEWEST_CUTS:
        return Unwrapped(tuple(lines), 0)
    if sum(_is_full(first, second, width) for first, second in cuts) < len(cuts) * _SHARE:
        return Unwrapped(tuple(lines), 0)
    found = tuple(line for paragraph in paragraphs for line in _joined(paragraph, width))
    return Unwrapped(found, sum(map(len, paragraphs)) - len(found))


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room on this one."""
    # No-break spaces hold words together, for who wraps and for who reads.
    word = _PLAIN_SPACE.split(following.strip(" \t"), maxsplit=1)[0]
    return len(line.rstrip(" ")) + 1 + len(word) > width


def _joined(paragraph: Sequence[str], width: int) -> Iterator[str]:
    whole = paragraph[0]
    for line, following in pairwise(paragraph):
        if _ITEM.match(following) or not _is_full(line, following, width):
            yield whole
            whole = following
        else:
            hyphen = whole.endswith("-") and whole[-2:-1].isalpha()
            whole = f"{whole.rstrip(' ')}{'' if hyphen else ' '}{following.lstrip(' ')}"
    yield whole
