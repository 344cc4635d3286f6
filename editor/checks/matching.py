"""Matching of two lists: what agrees goes, what differs is left over."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


def match(left: list[T], right: list[U], agree: Callable[[T, U], bool]) -> list[tuple[T, U]]:
    """Take out of both lists what agrees, each with the first partner there is, and return the pairs."""
    pairs = []
    for one in tuple(left):
        partner = next((index for index, other in enumerate(right) if agree(one, other)), None)
        if partner is not None:
            pairs.append((one, right.pop(partner)))
            left.remove(one)
    return pairs
