"""Ordering: one of several parts put some places up or down."""

from editor.edits.identities import N


def moved(parts: tuple[N, ...], part_id: str, by: int) -> tuple[N, ...]:
    """Return parts with one of them `by` places down (negative: up), as far as there are places.

    Where it is gone, they stay as they are.
    """
    others = [part for part in parts if part.id != part_id]
    for index, part in enumerate(parts):
        if part.id == part_id:
            others.insert(min(max(index + by, 0), len(others)), part)
    return tuple(others)
