"""Changes: two wordings compared word by word, and two versions of a communiqué compared row by row."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum

from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.rows import Row
from editor.values import frozen

_TOKEN = re.compile(r"\w+(?:[’'\-]\w+)*|\s+|[^\w\s]")
_MOST_COMPARED = 4_000_000
"""Pairs of words; wordings beyond that have too little in common to be worth the wait."""


class Fate(Enum):
    """What became of a stretch of words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@frozen
class Piece:
    """A stretch of words and what became of it; what is gone stands before what is new."""

    fate: Fate
    text: str


Pieces = tuple[Piece, ...]


def words_of(text: str) -> list[str]:
    """Return the words, signs and spaces of a text, which put together make it."""
    return _TOKEN.findall(text)


def compared(before: str, after: str) -> Pieces:
    """Return the pieces of two wordings: those kept and gone make `before`, those kept and new make `after`."""
    old, new = words_of(before), words_of(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle = (old[start : len(old) - end], new[start : len(new) - end])
    found = [(Fate.KEPT, "".join(old[:start])), *_between(*middle), (Fate.KEPT, "".join(old[len(old) - end :]))]
    return _folded(found)


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Fate, str]]:
    if len(old) * len(new) > _MOST_COMPARED:
        yield Fate.GONE, "".join(old)
        yield Fate.NEW, "".join(new)
        return
    for tag, low, high, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Fate.KEPT, "".join(old[low:high])
        else:
            yield Fate.GONE, "".join(old[low:high])
            yield Fate.NEW, "".join(new[first:last])


def _folded(found: Sequence[tuple[Fate, str]]) -> Pieces:
    """Make one change of changes with nothing but a space between them, as people read them."""
    pieces: list[Piece] = []
    gone = new = ""
    for place, (fate, text) in enumerate(found):
        if fate is Fate.GONE:
            gone += text
        elif fate is Fate.NEW:
            new += text
        elif text.isspace() and (gone or new) and any(text for _, text in found[place + 1 : place + 3]):
            gone, new = gone + text, new + text
        elif text:
            pieces += _changed(gone, new)
            pieces.append(Piece(Fate.KEPT, text))
            gone = new = ""
    pieces += _changed(gone, new)
    return tuple(pieces)


def _changed(gone: str, new: str) -> Iterator[Piece]:
    if gone:
        yield Piece(Fate.GONE, gone)
    if new:
        yield Piece(Fate.NEW, new)


class RowFate(Enum):
    """What became of a row."""

    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"
    MOVED = "moved"


@frozen
class RowChange:
    """A row of the earlier version, of the later one, or of both, and its words compared in each language."""

    fate: RowFate
    before: Row | None
    after: Row | None
    pieces: Bilingual[Pieces]

    @property
    def row(self) -> Row:
        """The row as it is now; a row that is gone, as it was."""
        row = self.after or self.before
        if row is None:
            raise AssertionError("a change is of a row")
        return row


def changes(before: Communique, after: Communique) -> tuple[RowChange, ...]:
    """Return the rows that say something else, are new, gone or elsewhere, in the order of the later version.

    Rows are known by their ids; between two documents that share none, by their words.
    """
    partners = _partners(before, after)
    earlier = {row.id: row for row in before.rows}
    unmoved = _in_order(before, after, partners)
    found: list[RowChange] = []
    pending = [row for row in before.rows if row.id not in set(partners.values())]
    places = {row.id: place for place, row in enumerate(before.rows)}
    for row in after.rows:
        partner = earlier.get(partners.get(row.id, ""))
        if partner is not None:
            while pending and places[pending[0].id] < places[partner.id]:
                found += _change(pending.pop(0), None)
        found += _change(partner, row, is_moved=row.id not in unmoved)
    for gone in pending:
        found += _change(gone, None)
    return tuple(found)


def _change(before: Row | None, after: Row | None, *, is_moved: bool = False) -> Iterator[RowChange]:
    old, new = (row.wording if row else Bilingual("", "") for row in (before, after))
    if before is not None and after is not None and old == new and not is_moved:
        return
    if not any(old) and not any(new):
        return
    fate = RowFate.NEW if before is None else RowFate.GONE if after is None else RowFate.CHANGED
    if fate is RowFate.CHANGED and old == new:
        fate = RowFate.MOVED
    yield RowChange(fate, before, after, Bilingual(compared(old.en, new.en), compared(old.fr, new.fr)))


def _partners(before: Communique, after: Communique) -> dict[str, str]:
    """Return for ids of later rows the id of the earlier row they were.

    Rows of one id are one row, unless nothing of their words agrees; else rows of the same words are.
    """
    earlier = {row.id: row for row in before.rows}
    found = {row.id: row.id for row in after.rows if row.id in earlier and _are_akin(earlier[row.id], row)}
    left: dict[Bilingual[str], list[str]] = {}
    for row in before.rows:
        if row.id not in found:
            left.setdefault(row.wording, []).append(row.id)
    for row in after.rows:
        if row.id not in found and left.get(row.wording):
            found[row.id] = left[row.wording].pop(0)
    return found | _in_gaps(before, after, found)


def _in_gaps(before: Communique, after: Communique, found: dict[str, str]) -> dict[str, str]:
    """Pair what is left between two rows that are known, in order: a paragraph that was written anew."""
    taken = set(found.values())
    gaps: dict[str, list[str]] = {}
    last = ""
    for row in before.rows:
        if row.id in taken:
            last = row.id
        else:
            gaps.setdefault(last, []).append(row.id)
    more: dict[str, str] = {}
    last = ""
    for row in after.rows:
        if row.id in found:
            last = found[row.id]
        elif gaps.get(last):
            more[row.id] = gaps[last].pop(0)
    return more


def _are_akin(before: Row, after: Row) -> bool:
    """Whether a row may be the same row with other words: two documents may have given one id to two things."""
    for language in Language:
        old, new = before.text(language), after.text(language)
        if old == new or not old or not new:
            return True
        if SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() > _LEAST_ALIKE:
            return True
    return False


_LEAST_ALIKE = 0.2


def _in_order(before: Communique, after: Communique, partners: dict[str, str]) -> set[str]:
    """Return the ids of later rows that stand in the order they had; of rows that crossed, the fewest have moved."""
    places = {row.id: place for place, row in enumerate(before.rows)}
    known = [row.id for row in after.rows if row.id in partners]
    order = [places[partners[row_id]] for row_id in known]
    matcher = SequenceMatcher(None, sorted(order), order, autojunk=False)
    still = {place for block in matcher.get_matching_blocks() for place in order[block.b : block.b + block.size]}
    kept = {row_id for row_id, place in zip(known, order, strict=True) if place in still}
    return kept | {row.id for row in after.rows if row.id not in partners}
