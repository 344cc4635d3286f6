"""Wrapped text: mail, old editors and pages of PDF cut each paragraph into lines; here they are joined again."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import groupby, pairwise
from typing import Final

from editor.model.language import Bilingual, Language
from editor.text.spelling import Spelling
from editor.values import frozen

_NARROWEST: Final = 50
_WIDEST: Final = 100
"""Characters between which a width is one that programs wrap at: 65, 72, 76, 80."""
_WIDEST_PAGE: Final = 130
"""Characters of a line of a printed page in small type."""
_FEWEST_CUTS: Final = 3
_SHARE: Final = 0.9
"""Share of the cuts inside paragraphs that a wrapping program would have made in the same place."""
_BROKEN_SHARE: Final = 0.35
"""Share of the cuts of a printed page that go through a sentence."""
_SHORT, _LONG, _OVERLONG = 0.62, 0.87, 1.3
"""Shares of the width of a printed page: a line that ends by itself, one that is full, one no page has."""
_PLAIN_SPACE: Final = re.compile(r"[ \t]")
_ITEM: Final = re.compile(r"[ \t\u00a0]*(?:[•‣◦▪●○∙·*–—-]|\(?\d{1,2}[.)])[ \t\u00a0\u202f]+\S")
_ENDED: Final = re.compile(r"[.!?…:;»”\"][)\]»”\"]*$")
_PAGE_NUMBER: Final = re.compile(
    r"(?!\W*30\W*$)[ \t]*(?:-|–)? ?(?:page|p\.)? ?\d{1,3}(?: ?(?:/|of|de|sur) ?\d{1,3})? ?(?:-|–)?[ \t]*", re.IGNORECASE
)
"""A number alone on its line; “- 30 -” ends a release."""
_LONGEST_WORD: Final = 100
_HYPHENED: Final = re.compile(r"([^\W\d_]+)[-\u00ad]$")


@frozen
class Unwrapped:
    """The lines of a text, a paragraph each, how many lines went into others, and how many were numbers of pages."""

    lines: tuple[str, ...]
    joined: int
    pages: int = 0


def unwrapped(lines: Sequence[str]) -> Unwrapped:
    """Join the lines of wrapped paragraphs; a text that was not wrapped comes back as it is."""
    paragraphs = _paragraphs(lines)
    width = max((len(line.rstrip(" ")) for line in lines), default=0)
    pages = 0
    if _is_wrapped(paragraphs, width):
        goes_on = partial(_goes_on, width)
    else:
        numberless = [line for line in lines if not _PAGE_NUMBER.fullmatch(line)]
        paragraphs = _paragraphs(_rejoined(numberless))
        page = _page_width(paragraphs)
        if page is None:
            return Unwrapped(tuple(lines), 0)
        goes_on = partial(_is_cut, page)
        pages = len(lines) - len(numberless)
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(lines).lower()))
    found = tuple(line for paragraph in paragraphs for line in _joined(paragraph, goes_on, words))
    return Unwrapped(found, sum(map(len, paragraphs)) - len(found), pages)


def _paragraphs(lines: Iterable[str]) -> list[tuple[str, ...]]:
    return [tuple(group) for is_text, group in groupby(lines, lambda line: bool(line.strip())) if is_text]


# -- lines of one width ------------------------------------------------------------------------------------------------


def _is_wrapped(paragraphs: Sequence[Sequence[str]], width: int) -> bool:
    """Whether the lines are those of a program that wraps at a number of characters."""
    cuts = [pair for paragraph in paragraphs for pair in pairwise(paragraph) if not _ITEM.match(pair[1])]
    if not _NARROWEST <= width <= _WIDEST or len(cuts) < _FEWEST_CUTS:
        return False
    return sum(_is_full(first, second, width) for first, second in cuts) >= len(cuts) * _SHARE


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room on this one."""
    # No-break spaces hold words together, for who wraps and for who reads.
    word = _PLAIN_SPACE.split(following.strip(" \t"), maxsplit=1)[0]
    return len(line.rstrip(" ")) + 1 + len(word) > width


def _goes_on(width: int, line: str, following: str) -> bool:
    """Whether a paragraph goes on: a word more had no room, or the line was changed after the wrapping."""
    runs_on = _starts_small(following) and len(line.strip()) >= width * _SHORT and not _ENDED.search(line.rstrip())
    return runs_on or _is_full(line, following, width)


# -- lines of a printed page -------------------------------------------------------------------------------------------


def _page_width(paragraphs: Sequence[Sequence[str]]) -> int | None:
    """Return the width of a page whose lines were copied one by one; None where every line is a paragraph.

    Letters of a printed page are not of one width, so its lines differ; but sentences go on from line to line.
    """
    lengths = sorted(len(line.strip()) for paragraph in paragraphs for line in paragraph)
    if not lengths:
        return None
    width = lengths[len(lengths) * 9 // 10]
    cuts = [pair for paragraph in paragraphs for pair in pairwise(paragraph) if not _ITEM.match(pair[1])]
    broken = sum(_starts_small(second) and not _ENDED.search(first.rstrip()) for first, second in cuts)
    fits = _NARROWEST <= width <= _WIDEST_PAGE and lengths[-1] <= width * _OVERLONG
    return width if fits and broken >= max(_FEWEST_CUTS, len(cuts) * _BROKEN_SHARE) else None


def _is_cut(width: int, line: str, following: str) -> bool:
    """Whether the end of the page's line, and no end of a paragraph, parts two lines."""
    length = len(line.strip())
    if _ENDED.search(line.rstrip()):
        return length >= width * _LONG
    return _starts_small(following) or length >= width * _SHORT


def _starts_small(line: str) -> bool:
    """Whether a line goes on with a word in small letters, and not with an address, which is written so anywhere."""
    word = line.split(maxsplit=1)[0] if line.strip() else ""
    return word[:1].islower() and not _ADDRESS.search(word)


_ADDRESS: Final = re.compile(r"@|://|^www\.|\.\w{2,}/|^\w+(?:\.\w+)+$")


def _rejoined(lines: Sequence[str]) -> list[str]:
    """Take out the empty lines that a page break leaves inside a sentence."""
    kept: list[str] = []
    for line in lines:
        last = next((place for place in range(len(kept) - 1, -1, -1) if kept[place].strip()), None)
        if last is not None and last < len(kept) - 1 and _starts_small(line) and not _ENDED.search(kept[last].rstrip()):
            del kept[last + 1 :]
        kept.append(line)
    return kept


# -- joining -----------------------------------------------------------------------------------------------------------


def _joined(paragraph: Sequence[str], goes_on: Callable[[str, str], bool], words: Counter[str]) -> Iterator[str]:
    whole = _without_margin(paragraph[0])
    for line, following in pairwise(paragraph):
        if _ITEM.match(following) or not (_hangs(whole, following) or goes_on(line, following)):
            yield whole
            whole = _without_margin(following)
        else:
            whole = _with_line(whole.rstrip(" "), following.strip(" \t"), words)
    yield whole


def _without_margin(line: str) -> str:
    """Return a line without the margin of the page; what stands before an item of a list tells its level."""
    return line if _ITEM.match(line) else line.strip(" \t")


def _hangs(whole: str, following: str) -> bool:
    """Whether a line stands in under the words of an item of a list."""
    item = _ITEM.match(whole)
    if item is None:
        return False
    margin = len(whole) - len(whole.lstrip(" \t\u00a0"))
    return len(following) - len(following.lstrip(" \t\u00a0")) >= margin + 2


def _with_line(whole: str, following: str, words: Counter[str]) -> str:
    hyphened = _HYPHENED.search(whole, max(0, len(whole) - _LONGEST_WORD))
    if hyphened is None:
        return f"{whole} {following}"
    tail = re.match(r"[^\W\d_]+", following)
    if tail is not None and (whole.endswith("\u00ad") or _is_one_word(hyphened[1], tail.group(), words)):
        return f"{whole[:-1]}{following}"
    return f"{whole}{following}"


def _is_one_word(head: str, tail: str, words: Counter[str]) -> bool:
    """Whether the hyphen between two parts is that of the line alone: “infor-/mation”, not “long-/term”.

    The rest of the text knows best, then the dictionaries, where there are any.
    """
    if not tail[0].islower() or head.isupper():
        return False
    one, two = f"{head}{tail}".lower(), f"{head}-{tail}".lower()
    if (words[one] > 0) != (words[two] > 0):
        return words[one] > 0
    speller = _speller()
    return any(not speller.misspelt(one, language) and speller.complaint is None for language in Language)


@cache
def _speller() -> Spelling:
    """Return a speller whose dictionaries are loaded at the first doubtful hyphen."""
    return Spelling(Bilingual("en-GB", "fr-FR"))
