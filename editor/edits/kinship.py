"""Kinship: whether two documents can be copies of one, so that merging them makes sense.

A document has no mark of its own that every copy carries, so it is told by what it says: its reference once that was
published, and its rows, which keep their names (r1, r2 …) and seldom all their words are changed.
"""

from collections import Counter
from typing import Final

from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import Row

_FEW: Final = 3
"""Rows with text under which nothing can be told."""
_SHARE: Final = 4
"""One row in so many must say nearly the same; the blocks that all releases of a house share come to less."""


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


def _are_alike(one: Row, other: Row) -> bool:
    """Whether two rows share half of their words in a language."""
    for language in Language:
        words = [Counter(row.text(language).split()) for row in (one, other)]
        if 2 * (words[0] & words[1]).total() >= max(words[0].total(), words[1].total(), 1):
            return True
    return False
