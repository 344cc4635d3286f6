"""One text as it was recognised: which of its blocks stay, of what kind each is, and what goes into fields."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from editor.formats.manuscript import Block
from editor.model.language import Language
from editor.model.rows import RowKind
from editor.text.header_lines import is_header_line
from editor.text.people import KnownPerson
from editor.text.recognition import HEADER, Recognised, Shape, recognise
from editor.text.structure import is_kicker
from editor.values import frozen

# The sign before a list item; the numbers and signs that the recognition of list items reads.
_SIGN: Final = re.compile(
    "[ \t\u00a0]*(?:(?:[•‣◦▪●○∙·*–—\uf0b7\uf0a7\uf0d8\uf0fc-]|\\(?[0-9]{1,2}[.)])[ \t\u00a0\u202f]+|[o§Øü]\t+)(?=\\S)"
)
_BULLET: Final = re.compile("[ \t\u00a0]*[•‣◦▪●○\uf0b7\uf0a7][ \t\u00a0\u202f]+(?=\\S)")
"""The sign before the items of a list of contacts or notes, which are no list items of the text."""
_LONGEST_READ: Final = 8_000
"""Characters of a paragraph in which people, quotes and dates are looked for; real ones have at most 3,000."""
_LONGEST_LABEL: Final = 100
_PARAGRAPH: Final = 120
_SENTENCE_ENDS: Final = (".", "!", "?", "…", "”", "»", ";", ",")
_SECTIONS: Final = (
    RowKind.CAPTION,
    RowKind.DELIVERY,
    RowKind.BOILERPLATE,
    RowKind.CONTACT,
    RowKind.NOTE,
    RowKind.END_MARK,
)


@frozen
class Kept:
    """A block that becomes a passage of a row: its place among the recognised paragraphs, and what it is.

    `sign` is the number of characters of the list sign before its words, which is printed and not kept.
    """

    place: int
    block: Block
    kind: RowKind
    level: int = 0
    number: int | None = None
    sign: int = 0


@frozen
class Text:
    """The text of one language: what was recognised in it, the blocks that stay and the header lines that go."""

    language: Language
    blocks: tuple[Block, ...]
    found: Recognised
    kept: tuple[Kept, ...]
    dropped: tuple[str, ...]

    def kept_at(self, place: int) -> int | None:
        """Return the place among the kept blocks of a recognised paragraph."""
        index = bisect_left(self.kept, place, key=lambda each: each.place)
        return index if index < len(self.kept) and self.kept[index].place == place else None


def read_text(blocks: tuple[Block, ...], language: Language, known: Sequence[KnownPerson]) -> Text:
    """Recognise one text."""
    words = [block.text[:_LONGEST_READ] for block in blocks]
    found = recognise(words, language, known)
    headline = _own_headline(blocks, found)
    if headline is not None and any(shape.kind is RowKind.CONTACT for shape in found.shapes[:headline]):
        found = _below_letterhead(words, found, headline, language, known)
    kept: list[Kept] = []
    dropped: list[str] = []
    for place, (block, shape) in enumerate(zip(blocks, found.shapes, strict=True)):
        is_seat = found.dateline is not None and found.dateline.paragraph == place
        if (shape.kind is HEADER and is_seat) or _is_header(
            block, shape, language, is_after=headline is not None and place > headline
        ):
            dropped.append(block.text.strip())
        else:
            kept.append(_kept(place, block, shape, headline))
    return Text(language, blocks, found, _levelled(kept), tuple(dropped))


def _below_letterhead(
    words: Sequence[str], found: Recognised, headline: int, language: Language, known: Sequence[KnownPerson]
) -> Recognised:
    """Recognise a text anew without the contacts above its headline, which say nothing of what follows it."""
    top = [shape if shape.kind is RowKind.CONTACT else None for shape in found.shapes[:headline]]
    left = ["" if shape else line for shape, line in zip([*top, *[None] * len(words)], words, strict=False)]
    anew = recognise(left, language, known)
    shapes = (old or new for old, new in zip([*top, *[None] * len(words)], anew.shapes, strict=False))
    return replace(anew, shapes=tuple(shapes))


def _own_headline(blocks: Sequence[Block], found: Recognised) -> int | None:
    """Return the headline that the file itself marks; where it marks “Press release” or an embargo, the one below."""
    marked = [place for place, block in enumerate(blocks) if block.kind is RowKind.HEADLINE]
    for place in marked:
        if found.headline is not None and found.headline < place and _stands_below_text(blocks, place):
            break
        if found.headline in {None, place} or not _is_above_headline(blocks[place], found.shapes[place]):
            return place
    return found.headline if marked else None


def _stands_below_text(blocks: Sequence[Block], place: int) -> bool:
    """Whether paragraphs stand above a heading: it is one inside the text, though the file ranks it as the first."""
    above = (block for block in blocks[:place] if block.kind is None)
    return any(len(block.text) >= _PARAGRAPH and block.text.rstrip().endswith(_SENTENCE_ENDS) for block in above)


def _is_above_headline(block: Block, shape: Shape) -> bool:
    return shape.kind is RowKind.DELIVERY or is_kicker(block.text)


def _levelled(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """Return the blocks with the levels of headings that pages skip left out: the first that is used is 1."""
    levels = sorted({each.level for each in kept if _is_headed(each)})
    return tuple(replace(each, level=levels.index(each.level) + 1) if _is_headed(each) else each for each in kept)


def _is_headed(kept: Kept) -> bool:
    """Whether the file itself marks a block as a heading inside the text."""
    return kept.kind is kept.block.kind is RowKind.SUBHEADING


def _is_header(block: Block, shape: Shape, language: Language, *, is_after: bool) -> bool:
    """Whether a line holds fields and no text. What stands below the file's own headline must prove it by itself."""
    if shape.kind is not HEADER or (block.kind is RowKind.HEADLINE and not is_kicker(block.text)):
        return False
    if is_header_line(block.text, language):
        return True
    # “PRESS RELEASE” above a headline is no text; a sentence there is.
    text = block.text.strip()
    return not is_after and len(text) <= _LONGEST_LABEL and not text.endswith(_SENTENCE_ENDS)


def _kept(place: int, block: Block, shape: Shape, headline: int | None) -> Kept:
    kind, level, number = _kind(place, block, shape, headline)
    sign = _SIGN if kind is RowKind.LIST_ITEM else _BULLET if kind in _SECTIONS else None
    match = sign.match(block.text) if sign is not None and block.kind is None else None
    return Kept(place, block, kind, level, number, match.end() if match else 0)


def _kind(place: int, block: Block, shape: Shape, headline: int | None) -> tuple[RowKind, int, int | None]:
    """Weigh what the file says of a block against what its words say."""
    if place == headline:
        return RowKind.HEADLINE, 0, None
    if shape.kind in _SECTIONS and (block.kind is not RowKind.HEADLINE or shape.kind is RowKind.DELIVERY):
        return shape.kind, 0, None
    if block.kind is RowKind.HEADLINE:
        return RowKind.SUBHEADING, 1, None
    if block.kind is not None:
        return block.kind, block.level, block.number
    if shape.kind is HEADER or (shape.kind is RowKind.HEADLINE and headline is not None):
        return RowKind.PARAGRAPH, 0, None
    return shape.kind, shape.level, shape.number
