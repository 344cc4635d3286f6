"""Manuscript: the paragraphs a file or a clipboard holds, before anything in them is recognised."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise
from typing import Final

from editor.model.language import Language
from editor.model.passage import Passage, split_text
from editor.model.rows import RowKind
from editor.values import frozen
from editor.words import Sentence

MOST_BLOCKS: Final = 20_000
"""Paragraphs of one file; a communiqué has some fifty, a book of 300 pages some 5,000."""


@frozen
class Block:
    """One paragraph, and what the file itself says it is (`kind` is None where it says nothing).

    `level` and `number` are those of a heading or list item. `cells` tells that it stands in this row of a table of
    two columns, one a language, so that it is paired with what stands beside it.
    """

    passage: Passage
    kind: RowKind | None = None
    level: int = 0
    number: int | None = None
    cells: int | None = None

    @property
    def text(self) -> str:
        """The words of the paragraph, as they stand in the file."""
        return self.passage.text


_ITEM: Final = re.compile("[ \u00a0]*(?:[•‣◦▪●·*–—-]|\\(?[0-9]{1,2}[.)])[ \u00a0\u202f]+(?=\\S)")
_FEWEST_ITEMS: Final = 2


def itemised(block: Block) -> tuple[Block, ...]:
    """Return a paragraph whose lines are items, each after its sign, as a paragraph for each of them."""
    starts = [0, *(place + 1 for place, letter in enumerate(block.text) if letter == "\u2028")]
    items = [start for start in starts if _ITEM.match(block.text, start)]
    if block.kind is not None or len(items) < _FEWEST_ITEMS:
        return (block,)
    edges = [*dict.fromkeys((0, *items)), len(block.text) + 1]
    return tuple(replace(block, passage=block.passage.cut(start, end - 1)) for start, end in pairwise(edges))


@frozen
class Script:
    """A text in one language; None where nobody has said which."""

    blocks: tuple[Block, ...]
    language: Language | None = None


@frozen
class Stated:
    """What the data of a file say of the release: its number and date ("" and None where they give none).

    `facts` are fields that a file of ours carries, each by its name and as text.
    """

    reference: str = ""
    day: date | None = None
    facts: tuple[tuple[str, str], ...] = ()

    def besides(self, other: "Stated") -> "Stated":
        """Return what two files of one release say together; where they differ, neither is believed."""
        references, dates = {self.reference, other.reference} - {""}, {self.day, other.day} - {None}
        facts = (dict(self.facts), dict(other.facts))
        agreed = {name: value for name, value in (facts[1] | facts[0]).items() if facts[1].get(name, value) == value}
        return Stated(
            references.pop() if len(references) == 1 else "",
            dates.pop() if len(dates) == 1 else None,
            tuple(agreed.items()),
        )


_REFERENCE: Final = re.compile(r"(?=[^\d]*\d)[\w()/. -]{1,40}")


def stated_reference(text: str) -> str:
    """Return the number of a release as a file gives it, "" where that is an address or anything else."""
    return text.strip() if _REFERENCE.fullmatch(text.strip()) else ""


@frozen
class Manuscript:
    """One text, or one in each language, and what there is to say of the reading: the encoding, what was dropped.

    `stated` is what the file says of the release beside its text.
    """

    scripts: tuple[Script, ...]
    notes: tuple[Sentence, ...] = ()
    stated: Stated = Stated()


def blocks_of(lines: Iterable[str]) -> tuple[Block, ...]:
    """Return a block for each line that says something, nothing trimmed; at most one more than a file may have."""
    blocks = (Block(Passage(part)) for line in lines for part in split_text(line) if part.strip())
    return tuple(islice(blocks, MOST_BLOCKS + 1))
