"""Kinship: whether two documents can be copies of one, so that merging them makes sense, and of which state they are.

A document has no mark of its own that every copy carries, so it is told by what it says: its reference once that was
published, and its rows, which keep their names (r1, r2 …) and seldom all their words are changed.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from typing import Final

from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import Row

_FEW: Final = 3
"""Rows with text under which nothing can be told."""
_SHARE: Final = 4
"""One row in so many must say nearly the same; the blocks that all releases of a house share come to less."""
_NO_ROW: Final = Row("")


def are_kin(one: Communique, other: Communique) -> bool:
    """Whether two documents can be copies of one: not known under two references, and with rows in common."""
    references = one.release.reference, other.release.reference
    if all(references) and references[0] != references[1] and (one.release.version or other.release.version):
        return False
    told = [{row.id: row for row in doc.rows if any(map(row.has_text, Language))} for doc in (one, other)]
    fewest = min(map(len, told))
    if fewest < _FEW:
        return True
    alike = sum(_are_alike(told[0][row_id], told[1][row_id]) for row_id in told[0].keys() & told[1].keys())
    return alike * _SHARE >= fewest


def origin_of(copy: Communique, states: Iterable[Communique]) -> int | None:
    """Return the place of the state from which a copy was most likely made; None where there are no states.

    `states` are those of one document, the latest first. It is the one from which the copy differs least; of several
    the earliest, for then nothing that was changed on either side passes for what both began from.
    """
    found, least = None, 0
    for place, state in enumerate(states):
        distance = _distance(state, copy)
        if found is None or distance <= least:
            found, least = place, distance
    return found


def _distance(one: Communique, other: Communique) -> int:
    """Return how many words and fields of one document are not in the other, both ways."""
    told = [{row.id: row for row in doc.rows} for doc in (one, other)]
    words = sum(
        _differing(told[0].get(row_id, _NO_ROW), told[1].get(row_id, _NO_ROW)) for row_id in told[0].keys() | told[1]
    )
    names = (each.name for each in fields(one.release))
    facts = sum(bool(getattr(one.release, name) != getattr(other.release, name)) for name in names)
    parts = sum(
        len({*mine} ^ {*theirs})
        for mine, theirs in (
            (one.participants, other.participants),
            (one.pictures, other.pictures),
            (one.comments, other.comments),
        )
    )
    return words + facts + parts


def _differing(one: Row, other: Row) -> int:
    """Return how many words stand in one row alone."""
    count = 0
    for language in Language:
        if one[language] != other[language]:
            mine, theirs = (Counter(row.text(language).split()) for row in (one, other))
            count += (mine - theirs).total() + (theirs - mine).total()
    return count


def _are_alike(one: Row, other: Row) -> bool:
    """Whether two rows share half of their words in a language."""
    for language in Language:
        words = [Counter(row.text(language).split()) for row in (one, other)]
        if 2 * (words[0] & words[1]).total() >= max(words[0].total(), words[1].total(), 1):
            return True
    return False
